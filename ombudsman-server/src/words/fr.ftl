# Toutes les phrases que l'on lit en français. Les mêmes identifiants se trouvent dans en.ftl.

office = Bureau de la satisfaction des clients
skip = Passer au contenu
nav-label = Menu principal
nav-results = Résultats
nav-track = Suivre votre carte
nav-desk = Dossiers
nav-console = Services
nav-sign-out = Fermer la session
other-language = English
close = Fermer
sample-data = Ceci est une démonstration. Les services sont réels; les réponses sont des exemples.
footer = Le Bureau de la satisfaction des clients est neutre. Il reçoit les compliments, les suggestions, les plaintes et les questions sur les services du gouvernement.

# La carte. Ces phrases voyagent avec la page ; la place d'une valeur est remplie dans le navigateur.
card-heading = Comment était ce service?
card-intent = Que voulez-vous nous envoyer?
card-intent-compliment = Un compliment
card-intent-compliment-hint = Quelque chose s’est bien passé
card-intent-suggestion = Une suggestion
card-intent-suggestion-hint = Quelque chose pourrait être mieux
card-intent-complaint = Une plainte
card-intent-complaint-hint = Quelque chose s’est mal passé
card-intent-question = Une question
card-intent-question-hint = Vous avez besoin d’un renseignement
card-overall = Dans l’ensemble, ce service était :
card-drivers-heading = Comment évaluez-vous ces aspects du service?
card-driver-timeliness = Le temps que cela a pris
card-driver-knowledge = Les connaissances et les explications du personnel
card-driver-courtesy = La courtoisie du personnel et sa volonté d’en faire plus
card-driver-fairness = Le traitement équitable
card-driver-outcome = Ce que vous avez obtenu à la fin
card-point-1 = Très insatisfaisant
card-point-2 = Insatisfaisant
card-point-3 = Ni l’un ni l’autre
card-point-4 = Satisfaisant
card-point-5 = Très satisfaisant
card-does-not-apply = Ne s’applique pas
card-comment = Que voulez-vous dire?
card-comment-compliment = Qu’est-ce qui s’est bien passé?
card-comment-suggestion = Que changeriez-vous?
card-comment-complaint = Qu’est-ce qui s’est mal passé, et que faudrait-il faire pour corriger la situation?
card-comment-question = Que voulez-vous savoir?
card-comment-limit = Jusqu’à 4 000 caractères. Merci de ne pas écrire de noms, d’adresses ni de numéros personnels comme votre NAS.
card-comment-left = Caractères restants : { $count }
card-comment-over = Caractères en trop : { $count }
card-privacy = Ce que vous envoyez nous sert à améliorer le service et, pour une plainte ou une question, à vous répondre. Vous n’avez pas à dire qui vous êtes. Nous n’utilisons aucun témoin et ne conservons pas votre adresse IP. Nous conservons l’adresse de la page d’où vous venez.
card-send = Envoyer
card-sending = Envoi en cours…
card-waiting = Votre carte n’est pas encore envoyée. Gardez cette carte ouverte : nous essayons encore, et elle partira d’elle-même quand la connexion reviendra. Elle est aussi conservée dans cet onglet. Si vous fermez l’onglet, elle sera perdue.
card-waiting-here = Votre carte n’est pas encore envoyée. Gardez cette carte ouverte : nous essayons encore, et elle partira d’elle-même quand la connexion reviendra. Si vous la fermez, votre carte sera perdue.
card-changed = Vous avez modifié votre carte : elle ne partira pas d’elle-même. Appuyez sur Envoyer quand elle sera prête.
card-clear = Effacer ce que j’ai écrit
card-draft = Ce que vous écrivez reste dans cet onglet jusqu’à ce que vous l’envoyiez, l’effaciez ou fermiez l’onglet.
card-clear-all = Oui, tout effacer
card-clear-answer = Effacer cette réponse
card-summary-heading = À vérifier avant l’envoi
card-fault-says-nothing = Donnez une note ou écrivez quelque chose.
card-fault-no-intent = Choisissez ce que vous voulez nous envoyer.
card-fault-too-long = Votre texte a { $over } caractères de trop.
card-receipt-heading = Merci. Nous avons votre carte.
card-receipt-keep = Notez la référence et le code d’accès, ou imprimez cette page. Nous ne savons pas qui vous êtes : il vous faut les deux pour suivre votre carte.
card-receipt-reference = Référence
card-receipt-code = Code d’accès
card-receipt-next = La suite
card-receipt-track = Suivre votre carte
card-receipt-again = Écrire une autre carte

# L'écran d'une borne que personne ne touche plus.
kiosk-heading = Êtes-vous toujours là?
kiosk-left = Cet écran sera effacé dans { $count } secondes.
kiosk-more-time = J’ai besoin de plus de temps
kiosk-cleared = Cet écran a été effacé. Une nouvelle carte arrive.

# La suite donnée à une carte.
next-sorted = Une personne du Bureau de la satisfaction des clients lit ce que vous avez écrit.
next-acknowledged = Une personne de notre équipe la prend en charge dans un délai de 1 jour ouvrable.
next-answered = Vous recevez une réponse dans les 7 jours ouvrables qui suivent.
next-track = La réponse se trouvera à la page « Suivre votre carte ». Ouvrez-la avec votre référence et votre code d’accès.
next-read = Nous conservons votre texte avec ceux des autres personnes qui parlent de ce service.
next-counted = Si vous avez donné des notes, elles comptent dans les résultats publiés.

# Ce qui ne va pas dans un champ d'une carte.
fault-missing = Ce champ est nécessaire.
fault-unknown = Aucun champ ne porte ce nom.
fault-twice = Ce champ a été donné plus d’une fois. Donnez-le une seule fois.
fault-not-a-choice = Ceci n’est pas un des choix.
fault-not-a-rating = Une note est un nombre entier de 1 à 5. Pour les cinq facteurs, elle peut aussi être « n/a ».
fault-not-an-id = Un identifiant est un UUID, par exemple 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = Au plus { $limit } caractères; il y en a { $given }.
fault-not-an-email = Ceci n’est pas une adresse courriel.
fault-not-a-page = Ceci n’est pas l’adresse d’une page Web.
fault-says-nothing = Donnez une note ou écrivez quelque chose.
fault-needs-consent = Donner une adresse demande le consentement « contact ».

# Ce qui peut mal tourner à une porte.
problem-not-found-title = Cette page n’existe pas
problem-not-found-detail = Il n’y a rien à cette adresse. Vérifiez-la, ou suivez le nom du bureau, en haut, jusqu’à l’accueil.
problem-method-not-allowed-title = Cette adresse ne s’utilise pas ainsi
problem-method-not-allowed-detail = L’adresse existe, mais n’accepte pas ce genre de demande. Rien n’a été changé.
problem-too-large-title = Trop grand
problem-too-large-detail = L’envoi dépasse ce que cette adresse accepte. Rien n’a été enregistré. Envoyez-en moins.
problem-wrong-type-title = Mauvais type de contenu
problem-wrong-type-detail = L’envoi n’est pas du type que cette adresse sait lire. Rien n’a été enregistré. Indiquez le type de contenu et envoyez de nouveau.
problem-malformed-title = L’envoi est illisible
problem-malformed-detail = L’envoi n’a pas pu être lu. Rien n’a été enregistré. Vérifiez sa forme et envoyez de nouveau.
problem-card-title = La carte est à modifier
problem-card-detail = Quelque chose sur la carte ne peut pas être accepté tel quel. Rien n’a encore été enregistré. Modifiez ce qui est nommé et envoyez de nouveau.
problem-unknown-service-title = Nous ne connaissons pas ce service
problem-unknown-service-detail = Aucun service de ce nom ne reçoit de cartes ici. Rien n’a été enregistré. Vérifiez l’adresse de la carte.
problem-service-closed-title = Ce service ne reçoit pas de cartes en ce moment
problem-service-closed-detail = Le service a fermé sa carte pour l’instant. Rien n’a été enregistré. Veuillez réessayer plus tard.
problem-not-signed-in-title = Veuillez ouvrir une session
problem-not-signed-in-detail = Cette page est réservée au personnel. Rien n’a été changé. Ouvrez une session et réessayez.
problem-forbidden-title = Action non autorisée
problem-forbidden-detail = Vous ne pouvez pas faire cela, ou la page est restée ouverte trop longtemps. Rien n’a été changé. Revenez en arrière, rechargez la page et réessayez.
problem-conflict-title = Ceci a changé entre-temps
problem-conflict-detail = Quelqu’un d’autre l’a changé, ou cette étape n’est pas possible maintenant. Rien n’a été écrasé. Revenez en arrière et rechargez la page.
problem-unavailable-title = Nous ne pouvons pas le faire pour l’instant
problem-unavailable-detail = Le serveur ne peut pas joindre son stockage en ce moment. Si vous envoyiez quelque chose, envoyez-le de nouveau dans quelques secondes : une carte envoyée deux fois compte une fois.
problem-internal-title = Une erreur est survenue de notre côté
problem-internal-detail = Le serveur n’a pas pu terminer. Réessayez; si cela se répète, dites-le-nous par un autre moyen.
unbuilt-title = La carte n’est pas construite
unbuilt-detail = Ce serveur a été construit sans la carte. Ses responsables peuvent la construire avec cette commande, puis redémarrer le serveur :

# Suivre une carte.
track-title = Suivre votre carte
track-intro = La référence et le code d’accès sont sur votre reçu. Aucun compte n’est nécessaire.
track-reference = Référence
track-reference-hint = Par exemple 7K3M-9QXA-2B4C-E. En majuscules ou en minuscules, avec ou sans tirets.
track-code = Code d’accès
track-button = Afficher
track-refused = Cette référence et ce code d’accès ne correspondent pas. Vérifiez chaque caractère et réessayez.
progress-title = Où en est votre carte
progress-being-sorted = Nous avons votre carte. Elle est en cours de tri; revenez dans une minute.
progress-recorded-compliment = Merci. Votre compliment est enregistré. Si vous avez donné des notes, elles comptent dans les résultats. Aucune réponse n’est nécessaire.
progress-recorded-suggestion = Merci. Votre suggestion est enregistrée. Si vous avez donné des notes, elles comptent dans les résultats. Pour le moment, les suggestions ne reçoivent pas de réponse.
progress-recorded-complaint = Votre plainte est enregistrée.
progress-recorded-question = Votre question est enregistrée.
progress-steps = Étapes
progress-answer = Notre réponse
progress-answered-on = Réponse donnée le { $date }.
progress-next-date = Prochaine date : { $date }.
step-received = Reçue
step-counts-from = Le délai de réponse se compte à partir du { $date }.
step-acknowledged = Prise en charge
step-acknowledged-by = La personne responsable est { $officer }.
step-answered = Réponse donnée
step-due = Au plus tard le { $date }
lateness-on-time = { $days ->
    [one] Il reste { $days } jour ouvrable.
   *[other] Il reste { $days } jours ouvrables.
}
lateness-today = À faire aujourd’hui.
lateness-overdue = { $days ->
    [one] { $days } jour ouvrable de retard.
   *[other] { $days } jours ouvrables de retard.
}

# Le personnel.
sign-in-title = Ouverture de session du personnel
sign-in-name = Nom
sign-in-password = Mot de passe
sign-in-button = Ouvrir la session
sign-in-refused = Ce nom et ce mot de passe ne correspondent pas. Vérifiez les deux et réessayez.

# Le bureau.
desk-title = Dossiers
desk-order = Les échéances les plus proches d’abord.
desk-more = Seuls les 500 premiers dossiers sont montrés.
desk-caption = Dossiers par échéance
desk-empty = Il ne reste rien à faire. Les nouvelles plaintes et questions apparaissent ici.
desk-column-reference = Référence
desk-column-service = Service
desk-column-stage = Étape
desk-column-due = Prochaine date
desk-nothing-due = Rien à échéance
intent-compliment = Compliment
intent-suggestion = Suggestion
intent-complaint = Plainte
intent-question = Question
stage-received = Reçu
stage-acknowledged = Pris en charge
stage-answered = Réponse donnée
stage-closed = Fermé
case-back = Tous les dossiers
case-said = Ce que la personne a écrit
case-no-comment = Pas de commentaire, seulement des notes.
case-ratings = Notes
case-facts = Dates et faits
case-received-on = Reçu le
case-counts-from = Début du délai
case-acknowledge-by = À prendre en charge d’ici le
case-answer-by = Réponse due le
case-language = Langue de la carte
case-officer = Responsable
case-page = Page
case-answer = Notre réponse
case-your-answer = Votre réponse
case-empty-answer = Écrivez d’abord la réponse. Rien n’a été envoyé.
unsent-text = Votre texte, non envoyé
unsent-hint = Copiez-le avant de quitter cette page.
unsent-back = Retour au dossier
case-acknowledge = Prendre ce dossier en charge
case-send-answer = Envoyer la réponse
case-close = Fermer le dossier
next-from-received = Ensuite : prendre en charge
next-from-detail-received = Votre nom est montré à la personne, et le délai de réponse commence.
next-from-acknowledged = Ensuite : répondre
next-from-detail-acknowledged = La personne lit votre réponse à la page « Suivre votre carte ». Écrivez dans la langue de la carte. La réponse ne peut plus être changée une fois envoyée.
next-from-answered = Ensuite : fermer
next-from-detail-answered = Fermez le dossier quand il ne reste rien à faire.
language-en = Anglais
language-fr = Français

# La console.
console-title = Les services et leurs cartes
console-embed = Placez ces lignes dans une page du service. Le lien suffit là où le script ne peut pas agir.
console-link-text = Dites-nous comment cela s’est passé
console-sites = Les pages de ces sites peuvent intégrer la carte. Pour en ajouter un, inscrivez-le dans le réglage « sites » et redémarrez le serveur.
console-no-sites = Aucun pour l’instant : la carte s’ouvre par son lien, mais aucune page ne peut l’intégrer.
console-services = Services
console-column-address = Carte
console-column-state = Reçoit des cartes
console-open = Oui
console-closed = Non
console-close = Suspendre
console-open-again = Reprendre
console-close-service = Suspendre la carte de { $service }
console-open-service = Reprendre la carte de { $service }

# Les résultats.
results-title = Comment les gens évaluent les services
results-intro = Chaque personne qui note un service sur une carte est comptée. Quand moins de 10 personnes ont répondu, rien n’est montré.
results-empty = Aucun service n’est encore inscrit.
results-caption = Les services et le nombre de personnes qui les ont notés
results-column-service = Service
results-column-organisation = Organisation
results-column-answers = Réponses
results-column-driver = Aspect du service
results-column-score = Indice, de 0 à 100
results-too-few = moins de 10
results-too-few-sentence = Moins de 10 personnes ont répondu jusqu’ici. L’indice est montré à partir de 10 réponses.
results-back = Tous les services
results-out-of = sur 100
results-scale = 0 : tout le monde était très insatisfait; 50 : entre les deux; 100 : tout le monde était très satisfait. Ce n’est pas un pourcentage de personnes.
results-from-answers = L’indice de qualité du service, d’après { $count } réponses.
results-drivers = Les cinq facteurs de satisfaction
results-drivers-caption = L’indice et le nombre de réponses pour chaque facteur
results-method = Comment lire ces résultats
results-method-score = Chaque note de 1 à 5 vaut 0, 25, 50, 75 ou 100; l’indice est leur moyenne, arrondie. Les réponses « ne s’applique pas » sont laissées de côté.
results-method-opt-in = Les gens choisissent eux-mêmes de remplir une carte. Les résultats décrivent les personnes qui ont répondu, et non toutes celles qui ont utilisé le service.
item-overall = Satisfaction globale
item-timeliness = Le temps que cela a pris
item-knowledge = Les connaissances du personnel
item-courtesy = La courtoisie et la volonté d’en faire plus
item-fairness = Le traitement équitable
item-outcome = Le résultat obtenu
