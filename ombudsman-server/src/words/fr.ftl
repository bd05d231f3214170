# Toutes les phrases que l'on lit en français. Les mêmes identifiants se trouvent dans en.ftl.

office = Bureau de la satisfaction des clients
skip = Passer au contenu
nav-label = Menu principal
nav-results = Résultats
nav-track = Suivre votre message
nav-desk = Dossiers
nav-console = Services
nav-receipt = Vérifier un reçu
nav-sign-out = Fermer la session
own-name = Français
only-en = en anglais
only-fr = en français
languages = Langues
close = Fermer
sample-data = Ceci est une démonstration. Les services sont réels; les réponses sont des exemples.
footer = Le Bureau de la satisfaction des clients est neutre. Il reçoit les compliments, les suggestions, les plaintes et les questions sur les services du gouvernement.

# La carte. Ces phrases voyagent avec la page ; la place d'une valeur est remplie dans le navigateur.
card-heading = Que pensez-vous de ce service?
card-optional = Choisissez un type de message. Ensuite, répondez aux questions de votre choix.
card-intent = Que voulez-vous nous envoyer?
card-intent-compliment = Un compliment
card-intent-compliment-hint = Quelque chose s’est bien passé
card-intent-suggestion = Une suggestion
card-intent-suggestion-hint = Quelque chose pourrait être amélioré
card-intent-complaint = Une plainte
card-intent-complaint-hint = Quelque chose s’est mal passé
card-intent-question = Une question
card-intent-question-hint = Vous avez besoin d’un renseignement
card-overall = Dans l’ensemble, ce service était :
card-drivers-heading = Comment évaluez-vous ces aspects du service?
card-driver-timeliness = Le temps que cela a pris
card-driver-knowledge = Les connaissances et les explications du personnel
card-driver-courtesy = La courtoisie du personnel et ses efforts pour vous aider
card-driver-fairness = Le traitement équitable
card-driver-outcome = Ce que vous avez obtenu à la fin
card-point-1 = Très insatis{ "\u00AD" }faisant
card-point-2 = Insatis{ "\u00AD" }faisant
card-point-3 = Neutre
card-point-4 = Satisfaisant
card-point-5 = Très satisfaisant
card-does-not-apply = Ne s’applique pas
card-comment = Que voulez-vous dire?
card-comment-compliment = Qu’est-ce qui s’est bien passé?
card-comment-suggestion = Que changeriez-vous?
card-comment-complaint = Qu’est-ce qui s’est mal passé?
card-comment-question = Que voulez-vous savoir?
card-comment-limit = Jusqu’à 4 000 caractères. Merci de ne pas écrire d’adresses ni de numéros personnels comme votre NAS. Vous pouvez nommer la personne dont vous êtes content.
card-comment-left = Caractères restants : { $count }
card-comment-over = Caractères en trop : { $count }
card-privacy = { $channel ->
    [kiosk] Ce qui est dit ici sert à améliorer le service et, pour une plainte ou une question, à répondre. Personne n’a à dire qui il est.
    [phone] Ce qui est dit ici sert à améliorer le service et, pour une plainte ou une question, à répondre. Personne n’a à dire qui il est.
    [paper] Ce qui est dit ici sert à améliorer le service et, pour une plainte ou une question, à répondre. Personne n’a à dire qui il est.
   *[other] Ce que vous envoyez nous sert à améliorer le service et, pour une plainte ou une question, à vous répondre. Vous n’avez pas à dire qui vous êtes. Nous n’utilisons aucun témoin et ne conservons pas votre adresse IP. Nous conservons l’adresse de la page d’où vous venez.
}
card-send = Envoyer
card-sending = Envoi en cours…
card-waiting = Votre message n’est pas encore envoyé. Gardez ce formulaire ouvert : nous essayons encore, et il partira de lui-même dès que nous serons joignables. Il est aussi conservé dans cet onglet. Si vous fermez l’onglet, il sera perdu.
card-waiting-here = { $channel ->
    [kiosk] Votre message n’est pas encore envoyé. Nous essayons encore. Cinq minutes après le dernier toucher, cet écran s’efface, et un message qui n’est pas encore parti est perdu.
   *[other] Votre message n’est pas encore envoyé. Gardez ce formulaire ouvert : nous essayons encore, et il partira de lui-même dès que nous serons joignables. Si vous le fermez, votre message sera perdu.
}
card-checking = Beaucoup de messages viennent de votre réseau, alors votre appareil fait une courte vérification. Ensuite, votre message part tout seul. Cela peut prendre une demi-minute. Gardez ce formulaire ouvert.
card-changed = Vous avez modifié votre message : il ne partira pas de lui-même. Appuyez sur Envoyer quand il sera prêt.
card-unsent-hint = Copiez-le avant de quitter cette page.
card-unsent = Ce que vous avez écrit
card-clear = Effacer ce que j’ai écrit
card-draft = Ce que vous écrivez reste dans cet onglet jusqu’à ce que vous l’envoyiez, l’effaciez ou fermiez l’onglet.
card-clear-all = Oui, tout effacer
card-empty = Laissez ce champ vide
card-summary-heading = À vérifier avant l’envoi
card-fault-says-nothing = Donnez une note ou écrivez quelque chose.
card-fault-no-intent = Choisissez ce que vous voulez nous envoyer.
card-fault-too-long = Votre texte est trop long. Caractères de trop : { $over }.
card-put-right = Que faudrait-il faire pour corriger la situation?
card-put-right-hint = Par exemple : des excuses, une explication, une correction. Jusqu’à 1 000 caractères.
card-achieved = Avez-vous obtenu ce qu’il vous fallait?
card-achieved-yes = Oui
card-achieved-partly = En partie
card-achieved-no = Non
card-clear-answer = Effacer cette réponse
card-more-heading = Encore quelques questions
card-more-expectations = Par rapport à ce que vous attendiez, le service était :
card-more-expectations-1 = Bien pire
card-more-expectations-2 = Pire
card-more-expectations-3 = Comme prévu
card-more-expectations-4 = Meilleur
card-more-expectations-5 = Bien meilleur
card-more-ideal = Était-il proche du meilleur service que vous puissiez imaginer?
card-more-ideal-1 = Très loin
card-more-ideal-2 = Loin
card-more-ideal-3 = À mi-chemin
card-more-ideal-4 = Proche
card-more-ideal-5 = Très proche
card-more-trust = Avez-vous confiance que ce service traite bien les gens?
card-more-trust-1 = Pas du tout
card-more-trust-2 = Un peu
card-more-trust-3 = Assez
card-more-trust-4 = Beaucoup
card-more-trust-5 = Entièrement
card-doors-heading = Ce que ce bureau peut faire
card-doors-can = Nous examinons la façon dont on vous a traité : retards, erreurs, impolitesse, réponses peu claires. Nous pouvons demander au service de s’expliquer, de s’excuser et de corriger la situation.
card-doors-cannot = Nous ne pouvons ni changer une décision, ni accélérer un dossier, ni le consulter.
card-doors-appeal = Vous n’êtes pas d’accord avec une décision? Demandez la révision ou l’appel qu’indique votre lettre de décision. Le délai continue de courir pendant que nous lisons votre plainte.
card-doors-other = Il s’agit d’un autre ministère? Utilisez le formulaire sur sa propre page, ou appelez le 1 800 O‑Canada (1‑800‑622‑6232).
card-danger = En danger? Appelez le 9‑1‑1. Vous pensez au suicide? Appelez ou textez le 9‑8‑8, jour et nuit.
card-danger-now = En danger maintenant? Appelez le 9‑1‑1. Vous pensez au suicide? Appelez ou textez le 9‑8‑8, jour et nuit. Ce formulaire n’est pas lu tout de suite.
card-reply = Comment voulez-vous avoir de nos nouvelles?
card-reply-code = Rester anonyme
card-reply-code-hint = Vous recevez une référence et un code. Ils vous permettent de lire notre réponse sur ce site.
card-reply-email = Par courriel
card-reply-phone = Par téléphone
card-reply-post = Par la poste
card-reply-instead = Pour une réponse par téléphone, par courriel ou par la poste, faites ce choix sous « Comment voulez-vous avoir de nos nouvelles? ». Vos coordonnées y sont mieux protégées.
card-address-email = Votre adresse de courriel
card-address-phone = Votre numéro de téléphone
card-address-post = Votre nom et votre adresse postale
card-consents = Ce que vous autorisez
card-consent-contact = Utiliser ces coordonnées pour me répondre (nécessaire).
card-consent-share-identity = Dire qui je suis aux responsables du service, pour qu’ils puissent corriger la situation.
card-consent-follow-up = Me demander plus tard comment mon message a été traité.
card-consent-publish-quote = Vous pouvez publier une phrase de mon message, sans rien qui permette de m’identifier.
card-notice-heading = Avis de confidentialité
card-notice-why = Nous demandons vos coordonnées pour vous répondre, et pour ce que vous autorisez plus bas.
card-notice-authority = Ce qui nous permet de les demander : { $authority }.
card-notice-shared = Seule la personne qui vous répond les voit, sauf si vous en autorisez davantage plus bas.
card-notice-choice = Vous n’êtes pas obligé de les donner. Vous pouvez aussi suivre votre message avec un code.
card-notice-rights = Vous pouvez demander à les voir et à les faire corriger.
card-notice-bank = Elles sont versées au fichier de renseignements personnels { $bank }.
card-notice-complain = Si notre façon de les utiliser ne vous convient pas, vous pouvez porter plainte au Commissariat à la protection de la vie privée du Canada.
card-guard-heading = Votre texte semble contenir des renseignements personnels
card-guard-why = Nous n’en avons pas besoin pour lire votre message. Nous pouvons mettre un mot à la place, comme « [numéro de téléphone] ».
card-guard-replace = Remplacer et envoyer
card-guard-anyway = Envoyer tel quel
card-guard-change = Modifier mon texte
card-guard-kind-sin = numéro d’assurance sociale
card-guard-kind-payment-card = numéro de carte de paiement
card-guard-kind-phone = numéro de téléphone
card-guard-kind-email = adresse de courriel
card-guard-kind-postal-code = code postal
card-guard-kind-passport = numéro de passeport
card-guard-kind-ip-address = adresse IP
card-guard-kind-birth-date = date de naissance
card-guard-kind-case-number = numéro de dossier
card-guard-kind-address = adresse municipale
card-guard-kind-person-name = nom d’une personne
card-guard-kind-health-card = numéro de carte santé ou de permis de conduire
card-fault-no-address = Écrivez où nous pouvons vous joindre, ou choisissez de rester anonyme.
card-fault-needs-consent = Cochez la case qui nous permet d’utiliser ces coordonnées pour vous répondre, ou choisissez de rester anonyme.
card-script-begin = À lire à voix haute : « Je vais vous poser quelques courtes questions sur le service. Vous n’êtes pas obligé de répondre à toutes, ni de dire qui vous êtes. » Si vous saisissez une adresse, lisez d’abord l’avis de confidentialité à voix haute.
card-sheet = Code de la feuille
card-sheet-hint = Il est imprimé en haut de la carte papier. S’il n’y en a pas, laissez ce champ vide : vous recevrez deux codes à envoyer à la personne.
card-receipt-heading = { $channel ->
    [phone] Nous avons le message.
    [paper] Nous avons le message.
   *[other] Merci. Nous avons votre message.
}
card-receipt-keep = { $channel ->
    [phone] Lisez les deux codes à voix haute, lentement, et demandez à la personne de les noter. Il faut les deux pour suivre le message.
    [paper] Envoyez ces deux codes à la personne. Il faut les deux pour suivre le message.
    [kiosk] Notez les deux codes ou prenez-les en photo. Il vous faut les deux pour suivre votre message. Cet écran s’efface si personne n’y touche pendant une minute.
   *[other] Notez la référence et le code d’accès, ou imprimez cette page. Il vous faut les deux pour suivre votre message.
}
card-receipt-reference = Référence
card-receipt-code = Code d’accès
card-receipt-copy = Copier
card-receipt-copied = La référence et le code d’accès sont copiés.
card-receipt-not-copied = Votre navigateur n’a pas permis de copier. Notez les deux, ou imprimez cette page.
card-receipt-print = Imprimer
card-receipt-save = Enregistrer le reçu
card-receipt-save-hint = Ce fichier signé prouve que nous avons le message. Il contient tout le message, y compris les coordonnées s’il y en a.
card-receipt-stub = La personne a le code d’accès sur la partie de la feuille qu’elle a détachée.
card-receipt-next = { $channel ->
    [phone] La suite, à lire à voix haute
    [paper] Ce que la personne peut attendre
   *[other] La suite
}
card-receipt-track = Suivre votre message
card-receipt-again = { $channel ->
    [phone] Remplir une autre carte
    [paper] Remplir une autre carte
   *[other] Écrire un autre message
}
card-kiosk-scan = Pour suivre votre message sur votre téléphone, pointez son appareil photo vers ce code :

# L'écran d'une borne que personne ne touche plus.
kiosk-heading = Êtes-vous toujours là?
kiosk-left = Cet écran sera effacé dans { $count } secondes.
kiosk-more-time = J’ai besoin de plus de temps
kiosk-cleared = Cet écran a été effacé. Un nouveau formulaire arrive.

# La suite donnée à une carte.
next-sorted = Une personne du Bureau de la satisfaction des clients lit le message.
next-counts-from = Votre message est arrivé hors des heures de bureau : le délai se compte à partir du { $date }.
next-acknowledged = { $days ->
    [one] Une personne de notre équipe s’en occupe dans un délai de { $days } jour ouvrable, au plus tard le { $date }.
   *[other] Une personne de notre équipe s’en occupe dans un délai de { $days } jours ouvrables, au plus tard le { $date }.
}
next-answered = { $days ->
    [one] Vous recevez une réponse dans le jour ouvrable qui suit, au plus tard le { $date }.
   *[other] Vous recevez une réponse dans les { $days } jours ouvrables qui suivent, au plus tard le { $date }.
}
next-track = La réponse se trouvera à la page « Suivre votre message », à l’adresse { $address }. Ouvrez-la avec votre référence et votre code d’accès.
next-address = Nous vous répondrons aussi au moyen des coordonnées que vous avez données.
next-read = Nous conservons votre texte avec ceux des autres personnes qui parlent de ce service.
next-counted = Si vous avez donné des notes, elles comptent dans les résultats publiés.

# Ce qui ne va pas dans un champ d'une carte.
fault-missing = Ce champ est nécessaire.
fault-unknown = Aucun champ ne porte ce nom.
fault-twice = Ce champ a été rempli plus d’une fois. Remplissez-le une seule fois.
fault-not-a-choice = Ceci n’est pas un des choix.
fault-not-a-rating = Une note est un nombre entier de 1 à 5. Pour les cinq facteurs, elle peut aussi être « n/a ».
fault-not-an-id = Un identifiant est un UUID, par exemple 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = Au plus { $limit } caractères; il y en a { $given }.
fault-not-an-email = Écrivez l’adresse de courriel comme ceci : nom@exemple.ca.
fault-not-a-phone = Vérifiez le numéro de téléphone : de 7 à 20 chiffres. Un numéro de poste est permis.
fault-not-an-address = Une adresse postale a de 6 à 500 caractères.
fault-not-a-sheet = Ce n’est pas le code d’une feuille. Vérifiez chaque caractère sur la feuille et tapez-le de nouveau.
fault-not-a-page = Ceci n’est pas l’adresse d’une page Web.

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
problem-card-title = Le message est à modifier
problem-card-detail = Quelque chose dans le message ne peut pas être accepté tel quel. Rien n’a encore été enregistré. Modifiez ce qui est nommé et envoyez de nouveau.
problem-unknown-service-title = Nous ne connaissons pas ce service
problem-unknown-service-detail = Aucun service de ce nom ne reçoit de messages ici. Rien n’a été enregistré. Vérifiez l’adresse du formulaire.
problem-service-closed-title = Ce service ne reçoit pas de messages en ce moment
problem-service-closed-detail = Le service a fermé son formulaire pour l’instant. Rien n’a été enregistré. Veuillez réessayer plus tard.
problem-not-signed-in-title = Veuillez ouvrir une session
problem-not-signed-in-detail = Cette page est réservée au personnel. Rien n’a été changé. Ouvrez une session et réessayez.
problem-forbidden-title = Action non autorisée
problem-forbidden-detail = Vous ne pouvez pas faire cela, ou la page est restée ouverte trop longtemps. Rien n’a été changé. Revenez en arrière, rechargez la page et réessayez.
problem-conflict-title = Ceci a changé entre-temps
problem-conflict-detail = Quelqu’un d’autre l’a changé, ou cette étape n’est pas possible maintenant. Rien n’a été écrasé. Revenez en arrière et rechargez la page.
problem-foreign-title = Ce formulaire vient d’un autre site
problem-foreign-detail = Ce qui a été envoyé ne vient pas de l’une de nos pages. Rien n’a été gardé. Ouvrez notre propre formulaire et envoyez-le de là.
problem-asked-title = Veuillez attendre un moment, puis envoyez de nouveau
problem-asked-detail = Beaucoup de messages viennent de votre réseau. Le vôtre n’est pas encore envoyé et rien n’en est perdu. Attendez { $seconds } secondes, puis appuyez sur Envoyer.
problem-too-many-title = Trop de messages viennent de votre réseau
problem-too-many-detail = Il vient de votre réseau plus de messages que nous ne pouvons en prendre. Le vôtre n’est pas envoyé. Gardez-le et envoyez-le de nouveau dans quelques minutes.
problem-unavailable-title = Nous ne pouvons pas le faire pour l’instant
problem-unavailable-detail = En ce moment, le serveur est trop occupé ou ne peut pas joindre son stockage. Si vous envoyiez quelque chose, envoyez-le de nouveau dans quelques secondes : un message envoyé deux fois compte une fois.
problem-internal-title = Une erreur est survenue de notre côté
problem-internal-detail = Le serveur n’a pas pu terminer. Réessayez; si cela se répète, dites-le-nous par un autre moyen.
problem-took-too-long-title = Cela a pris trop de temps
problem-took-too-long-detail = Le serveur n’a pas pu terminer en 30 secondes. Si vous envoyiez quelque chose, envoyez-le de nouveau : un message envoyé deux fois compte une fois.
unbuilt-title = La carte n’est pas construite
unbuilt-detail = Ce serveur a été construit sans la carte. Ses responsables peuvent la construire avec cette commande, puis redémarrer le serveur :

# Suivre une carte.
track-title = Suivre votre message
track-intro = La référence et le code d’accès sont sur votre reçu. Aucun compte n’est nécessaire.
track-reference = Référence
track-reference-hint = Par exemple 7K3M-9QXA-2B4C-E. En majuscules ou en minuscules, avec ou sans tirets.
track-code = Code d’accès
track-button = Afficher
track-refused = Cette référence et ce code d’accès ne correspondent pas. Vérifiez chaque caractère et réessayez.
progress-title = Où en est votre message
progress-being-sorted = Nous avons votre message. Il est en cours de tri; revenez dans une minute.
progress-in-quarantine = Nous avons votre message. Comme il semble venir d’un robot, une personne le regarde d’abord. Rien n’est jeté.
progress-spam = Nous avons votre message. Une personne l’a regardé et l’a pris pour l’envoi d’un robot. Il est conservé, mais il ne reçoit pas de réponse. Si vous l’avez écrit, envoyez-le de nouveau dans vos propres mots, sans liens.
progress-recorded-compliment = Merci. Votre compliment est enregistré. Si vous avez donné des notes, elles comptent dans les résultats. Aucune réponse n’est nécessaire.
progress-recorded-suggestion = Merci. Votre suggestion est enregistrée. Si vous avez donné des notes, elles comptent dans les résultats. Pour le moment, les suggestions ne reçoivent pas de réponse.
progress-recorded-complaint = Votre plainte est enregistrée.
progress-recorded-question = Votre question est enregistrée.
progress-steps = Étapes
progress-answer = Notre réponse
progress-answered-on = Réponse donnée le { $date }.
progress-next-date = Prochaine date : { $date }.
step-received = Reçu
step-counts-from = Le délai de réponse se compte à partir du { $date }.
step-acknowledged = Pris en charge
step-acknowledged-by = La personne responsable est { $officer }.
step-answered = Réponse donnée
step-due = Au plus tard le { $date }
lateness-on-time = { $days ->
    [one] Il reste { $days } jour ouvrable.
   *[other] Il reste { $days } jours ouvrables.
}
lateness-today = Échéance aujourd’hui.
lateness-overdue = { $days ->
    [one] { $days } jour ouvrable de retard.
   *[other] { $days } jours ouvrables de retard.
}

# Vérifier un reçu.
receipt-title = Vérifier un reçu
receipt-intro = Un reçu est le fichier qu’une personne peut enregistrer après l’envoi d’un message. Ici, tout le monde peut vérifier que notre bureau l’a signé et que le message qu’il contient n’a pas été changé. Nous ne gardons rien de ce que vous mettez ici.
receipt-file = Le fichier
receipt-text = Ou le texte du fichier
receipt-text-hint = Collez tout le texte, de la première accolade à la dernière.
receipt-button = Vérifier
receipt-genuine = Ce reçu est authentique
receipt-genuine-detail = Notre bureau l’a signé.
receipt-changed = Le message dans ce fichier a été changé
receipt-changed-detail = Notre bureau a signé le reçu, mais pour un autre message que celui du fichier. Demandez le fichier tel qu’il a été enregistré.
receipt-reference = Référence
receipt-service = Service
receipt-day = Reçu le
receipt-day-zone = en temps universel
receipt-card = Le message dans le fichier
receipt-card-as-signed = C’est le message que nous avons reçu, mot pour mot.
receipt-card-nothing = Il n’y en a pas. Seul le reçu a été vérifié.
receipt-other-key = Un autre bureau a signé ce reçu
receipt-other-key-detail = Il est intact, mais il n’a pas été signé avec la clé de notre bureau. Demandez au bureau qui a reçu le message de le vérifier.
receipt-not-genuine = Ce reçu n’est pas authentique
receipt-not-genuine-detail = La signature ne correspond pas à ce que dit le reçu. Quelque chose y a été changé, ou notre bureau ne l’a jamais fait. Demandez le fichier tel qu’il a été enregistré.
receipt-not-a-receipt = Nous n’y trouvons pas de reçu
receipt-not-a-receipt-detail = Choisissez le fichier tel qu’il a été enregistré, ou collez tout son texte.
receipt-key = La clé publique de notre bureau
receipt-key-detail = Avec elle, des programmes peuvent vérifier les reçus sans nous :

# L'affiche.
poster-title = Affiche
poster-print = Imprimez cette page et placez-la là où les gens attendent. Elle convient aux formats Lettre et A4.
poster-kinds = Un compliment, une suggestion, une plainte ou une question.
poster-scan = Pointez l’appareil photo de votre téléphone sur le code, ou tapez cette adresse :
poster-anonymous = Vous pouvez sauter n’importe quelle question. Vous n’avez pas à dire qui vous êtes.

# La carte papier.
paper-title = Carte papier
paper-print = Imprimez cette page des deux côtés d’une seule feuille, Lettre ou A4. Chaque fois que vous ouvrez cette page, c’est une nouvelle feuille avec ses propres codes. Imprimez-en une par personne et ne faites pas de photocopies.
paper-sheet = Feuille
paper-other-side = Français au verso
paper-mark = Cochez ce qui convient. Vous pouvez laisser de côté toute question.
paper-put-right = Pour une plainte : que faudrait-il faire pour corriger la situation?
paper-reply-code = je suis mon message avec les deux codes ci-dessous
paper-privacy = Ce que vous écrivez nous sert à améliorer le service et, pour une plainte ou une question, à vous répondre. Vous n’avez pas à dire qui vous êtes. Merci de ne pas écrire de numéros personnels comme votre NAS.
paper-return = Remettez cette feuille au comptoir.
paper-return-mail = Remettez cette feuille au comptoir, ou postez-la à : { $address }
paper-stub = À détacher et à conserver
paper-stub-detail = Ces deux codes vous permettent de suivre votre message à { $address }, dès que nous l’aurons saisi.

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
case-put-right = Ce qui corrigerait la situation
case-labels = Ce qu’une personne doit regarder
label-danger = Quelqu’un est peut-être en danger
label-threat = Une menace
label-discrimination = Discrimination ou harcèlement
label-accessibility = Un obstacle pour des personnes handicapées
label-privacy = Des renseignements personnels
label-official-languages = Langues officielles
label-complaint = Une plainte, bien que ce n’en soit pas une au départ
label-withheld = Le texte n’a pas pu être vérifié : il n’est pas affiché
case-said-again = La même chose a été dite quelques minutes avant. Elle n’est pas comptée deux fois. Cherchez l’autre dossier avant de répondre.
case-masked = Les mots entre crochets remplacent ce qui semblait personnel.
case-masked-open = Montrer ce qui a été écrit
case-masked-officer-only = Seule la personne qui prend le dossier en charge peut voir ce qui a été écrit.
case-original = Tel que c’était écrit
desk-quarantine = En quarantaine : { $count }
quarantine-title = Quarantaine
quarantine-intro = Un robot semble avoir envoyé ces messages. Si une personne en a écrit un, laissez-le entrer : il est compté, et un dossier s’ouvre si une réponse est due. Rien n’est jeté.
quarantine-empty = Il n’y a rien ici.
quarantine-all-decided = Il n’y a rien ici. Il ne reste rien à décider.
quarantine-release = Une personne les a écrits : laisser entrer
sign-hidden-field = Un champ que personne ne voit a été rempli.
sign-too-fast = Il est arrivé plus vite que quiconque n’écrit.
sign-links = Il contient des liens.
sign-only-links = Il ne contient presque rien d’autre.
sign-markup = Il contient du code.
case-ratings = Notes
case-facts = Dates et faits
case-received-on = Reçu le
case-counts-from = Début du délai
case-acknowledge-by = À prendre en charge d’ici le
case-answer-by = Réponse due le
case-language = Langue du formulaire
case-officer = Responsable
case-page = Page
case-answer = Notre réponse
case-your-answer = Votre réponse
case-empty-answer = Écrivez d’abord la réponse. Rien n’a été envoyé.
unsent-text = Votre texte, non envoyé
unsent-hint = Copiez-le avant de quitter cette page.
unsent-back = Retour au dossier
case-contact = Comment la personne veut avoir de nos nouvelles
case-contact-email = Par courriel. La réponse à la page « Suivre votre message » n’est pas envoyée d’elle-même : écrivez-lui aussi.
case-contact-phone = Par téléphone. La réponse à la page « Suivre votre message » n’est pas lue d’elle-même : appelez-la aussi.
case-contact-post = Par la poste. La réponse à la page « Suivre votre message » n’est pas postée d’elle-même : écrivez-lui aussi.
case-contact-open = Montrer l’adresse
case-contact-kept = Votre nom et l’heure sont conservés chaque fois qu’elle est montrée.
case-contact-officer-only = Seule la personne qui prend le dossier en charge peut faire montrer l’adresse.
case-acknowledge = Prendre ce dossier en charge
case-send-answer = Envoyer la réponse
case-close = Fermer le dossier
next-from-received = Ensuite : prendre en charge
next-from-detail-received = Votre nom est montré à la personne, et le délai de réponse commence.
next-from-acknowledged = Ensuite : répondre
next-from-detail-acknowledged = La personne lit votre réponse à la page « Suivre votre message ». Écrivez dans la langue du formulaire. La réponse ne peut plus être changée une fois envoyée.
next-from-answered = Ensuite : fermer
next-from-detail-answered = Fermez le dossier quand il ne reste rien à faire.
language-en = Anglais
language-fr = Français
language-es = Espagnol
language-pt = Portugais
language-ar = Arabe
tag-urgent = Urgent
tag-danger = Danger
tag-threat = Menace
tag-discrimination = Discrimination
tag-accessibility = Accessibilité
tag-privacy = Vie privée
tag-official-languages = Langues
tag-complaint = Plainte cachée
tag-withheld = Texte retenu
labels-urgent = Ce dossier est urgent. Il reste en tête jusqu’à ce que quelqu’un le prenne en charge.
labels-words = À cause de ces mots : « { $words } ».
labels-given = { $officer } a donné cette étiquette le { $date }.
labels-taken = { $officer } a retiré cette étiquette le { $date }.
labels-wrong = Cette étiquette est fausse
labels-give = Ajouter une étiquette
labels-choose = Ce qu’une personne doit regarder
labels-kept = Votre nom et l’heure sont conservés. Un danger ou une menace rend le dossier urgent.
labels-add = Ajouter l’étiquette
quarantine-intro-confirmed = Une personne a regardé ces messages et les a pris pour des pourriels. Ils ne comptent nulle part et ne reçoivent pas de réponse. Si c’était une erreur, laissez-les entrer.
quarantine-shelves = Quels messages
quarantine-shelf-waiting = En attente : { $count }
quarantine-shelf-confirmed = Pourriels confirmés : { $count }
quarantine-sign = Montrer selon la raison
quarantine-any-sign = Toutes les raisons
quarantine-filter = Montrer
quarantine-order = Les plus anciens d’abord, 50 par page.
quarantine-ticked = Pour les messages cochés :
quarantine-confirm = Ce sont des pourriels
quarantine-nothing-ticked = Cochez d’abord au moins un message. Rien n’a changé.
quarantine-done-restored = Messages laissés entrer : { $count }. Chacun sera compté dans un instant.
quarantine-done-confirmed = Pourriels confirmés : { $count }. Ils sont conservés et peuvent encore entrer.
quarantine-confirmed-by = { $officer } a confirmé que c’est un pourriel le { $date }.
quarantine-first = Première page
quarantine-next = Page suivante
case-contact-not-shared = La personne n’a pas permis que le programme sache qui elle est. Écrivez la réponse dans ce dossier : la personne la lit à la page « Suivre votre message ».
desk-of = Dossiers de
desk-all = Tous les guichets
case-desk = Guichet
desk-reason-own-desk = Le guichet du service.
desk-reason-no-desk = Le service n’a pas de guichet à lui.
desk-reason-neutral = Le guichet du service est celui du programme. Ce n’est pas une question : le bureau ou une de ses équipes répond.
desk-reason-labelled = Le guichet du service est celui du programme. Une personne du bureau doit regarder ceci.
desk-reason-language = Le guichet du service ne peut pas répondre dans la langue du formulaire.
case-channel = Arrivée
case-entered-by = Saisi par { $officer }
channel-web = Par une page du service
channel-kiosk = Par un écran partagé
channel-phone = Par téléphone
channel-paper = Sur une carte papier
channel-letter = Par lettre
channel-in-person = En personne
enter-title = Saisir un message pour quelqu’un
enter-intro = Vous remplissez le même formulaire que les gens. Commencez chaque message ici : une heure plus tard, le formulaire ne conserve plus votre nom. À la fin, vous recevez les deux codes à lire à voix haute, à imprimer ou à envoyer. Votre nom est conservé avec le message; la personne ne l’y voit pas.
enter-incomplete = Choisissez un service qui reçoit des messages, et comment le message est arrivé.
enter-service = Service
enter-language = Langue de la personne
enter-begin = Ouvrir le formulaire

# La console.
console-title = Les services et leurs cartes
console-intro = Choisissez un service pour voir les lignes qui placent sa carte dans une page, les sites qui peuvent la montrer et comment elle s’y porte.
console-services = Services
console-column-address = Carte
console-column-sites = Sites propres
console-column-state = Reçoit des cartes
console-open = Oui
console-closed = Non
console-close = Suspendre
console-open-again = Reprendre
console-close-service = Suspendre la carte de { $service }
console-open-service = Reprendre la carte de { $service }
console-back = Tous les services
console-more = Questions facultatives
console-more-intro = Trois questions de plus : ce qu’a été le service par rapport à ce que les gens attendaient, s’il est proche du meilleur qu’ils puissent imaginer, et s’ils lui font confiance.
console-more-on = La carte les pose.
console-more-off = La carte ne les pose pas.
console-more-start = Les poser
console-more-stop = Ne plus les poser
console-channels = Comptoir, téléphone et papier
console-kiosk = Carte pour un écran partagé (borne)
console-phone = Carte à remplir pendant un appel, avec ce qu’il faut lire à voix haute
console-paper = Carte à saisir à partir d’une feuille
console-health = Dans les pages, ces 30 derniers jours
console-health-none = Aucune page n’a encore ouvert la carte.
console-health-opened = Nombre d’ouvertures
console-health-failed = Nombre d’échecs
console-health-share = Échecs pour 100 ouvertures
console-health-unseen = Un échec est compté quand la page retrouve son lien après 3 secondes et peut nous le dire. Une page qui n’a jamais reçu notre script, ou qui ne peut pas nous joindre, n’en dit rien.
console-sites = Sites qui peuvent montrer la carte
console-sites-intro = Les pages de ces sites peuvent ouvrir la carte sur place. Dans toute autre page, le lien y mène quand même.
console-no-sites = Aucun pour l’instant : la carte s’ouvre par son lien, mais aucune page ne peut la montrer.
console-column-site = Site
console-column-remove = Changer
console-remove = Retirer
console-remove-site = Retirer { $site }
console-site-of-settings = Pour tous les services, par le réglage « sites »
console-add-site = Ajouter un site
console-site-hint = Le début de l’adresse de ses pages, jusqu’à la première barre oblique simple. Par exemple https://www.canada.ca, ou https://*.canada.ca pour tout ce qui est sous canada.ca.
console-site-refused = Ce n’est pas un site. Rien n’a changé. Donnez seulement le début d’une adresse, comme https://www.canada.ca, sans la page.
console-add = Ajouter
console-lines = Lignes pour une page
console-embed = Placez ces lignes dans une page du service. Le lien suffit là où le script ne peut pas agir.
console-link-text = Dites-nous comment cela s’est passé
console-embed-fixed = Pour n’admettre que ce script et aucun autre, utilisez plutôt cette première ligne. Nous gardons ce script pour toujours. Copiez la ligne de nouveau quand vous en voulez un plus récent.
console-embed-policy = Si la page a une Content-Security-Policy, ajoutez-y ceci. La dernière partie permet seulement à la page de nous dire qu’une carte a échoué.
console-desks = Guichets
console-desks-intro = Un guichet répond aux dossiers. Le bureau et ses équipes répondent à tout. Le guichet d’un programme répond aux questions sur ses services, et à aucune plainte.
console-desk-kind = Relève de
console-desk-kind-office = Le bureau
console-desk-kind-program = Un programme
console-desk-languages = Répond en
console-desk-fallback = Remplaçant
console-desk-fallback-hint = Ce guichet reçoit ce à quoi l’autre ne doit pas ou ne peut pas répondre. S’il ne le peut pas non plus, c’est le bureau.
console-desk-members = Personnel
console-desk-staff = Cette commande règle quels dossiers une personne voit :
console-desk-new = Ajouter un guichet
console-desk-change = Modifier : { $desk }
console-desk-slug = Nom court
console-desk-slug-hint = Lettres minuscules sans accent, chiffres et traits d’union, par exemple aide-passeport. Il ne peut pas être changé plus tard.
console-desk-name-en = Nom en anglais
console-desk-name-fr = Nom en français
console-desk-save = Enregistrer
console-desk-fault-slug = Le nom court commence par une lettre minuscule et n’a que des lettres minuscules, des chiffres et des traits d’union.
console-desk-fault-name = Il faut au guichet un nom en anglais et un nom en français, d’au plus 120 caractères.
console-desk-fault-language = Choisissez au moins une langue dans laquelle le guichet peut répondre.
console-desk-fault-itself = Un guichet ne peut pas se remplacer lui-même. Choisissez-en un autre.
console-desk-fault-taken = Il y a déjà un guichet de ce nom court. Rien n’a changé. Choisissez-en un autre.
console-desk-fault-kind = Ce guichet a des dossiers, alors ce dont il relève ne change plus. Rien n’a changé. Ajoutez un autre guichet.
console-desk-of-service = Qui répond
console-desk-of-service-intro = Les dossiers qui arrivent désormais vont à ce guichet, s’il peut y répondre, et dans la langue du formulaire.

# Les résultats.
results-title = Comment les gens évaluent les services
results-intro = Chaque personne qui note un service est comptée. Quand moins de 10 personnes ont répondu, rien n’est montré.
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
results-method-opt-in = Les gens choisissent eux-mêmes de noter un service. Les résultats décrivent les personnes qui ont répondu, et non toutes celles qui ont utilisé le service.
item-overall = Satisfaction globale
item-timeliness = Le temps que cela a pris
item-knowledge = Les connaissances du personnel
item-courtesy = La courtoisie et la volonté d’en faire plus
item-fairness = Le traitement équitable
item-outcome = Le résultat obtenu
item-achieved = Besoin satisfait
item-expectations = Par rapport aux attentes
item-ideal = Par rapport à l’idéal
item-trust = Confiance
