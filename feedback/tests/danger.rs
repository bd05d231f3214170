//! Who says that somebody is in danger is heard in five languages; who complains with strong words is not shown numbers.

use feedback::danger::{names_danger, phrase_of_danger};

#[test]
fn words_of_danger_are_heard_in_five_languages() {
    let texts = [
        "I want to kill myself",
        "I've been SUICIDAL for weeks.",
        "I feel like ending my life,\nnobody helps",
        "I don't want to live anymore",
        "My ex threatened to kill me!",
        "he’s going to hurt me tonight",
        "We’re in danger here",
        "I'm in danger",
        "the suicide prevention line was helpful",
        "Je veux mourir.",
        "J'ai envie de mourir",
        "Je vais mettre fin à mes jours",
        "MON MARI ME FRAPPE",
        "il menace de me tuer",
        "Il m’a menace\u{301}e de mort avec une arme",
        "je suis en danger",
        "pensées suicidaires",
        "je veux en finir…",
        "Je veux en finir, personne ne répond.",
        "J'ai envie d'en finir. Aidez-moi",
        "Je veux en finir ! Aidez-moi",
        "Je veux en finir\u{202f}! Aidez-moi",
        "Je veux en finir avec tout ça.",
        "Je veux en finir… personne ne répond",
        "Je veux en finir — personne ne répond",
        "Je veux en finir- personne ne répond",
        "je veux en finir \u{1f622} aidez-moi",
        "Trois mois (je veux en finir) sans réponse",
        "« Je veux en finir », a-t-il dit",
        "Je veux « mettre fin » à mes jours",
        "I can't go on any more",
        "me quiero matar",
        "Quiero morir",
        "mi ex amenaza con matarme",
        "pienso en el suicidio",
        "Quero morrer",
        "ele ameaçou me matar",
        "penso em suicídio",
        "أريد أن أموت",
        "اريد ان اموت",
        "أفكر في الانتحار",
        "زوجي يضربني",
        "هَدَّدَني بِالقَتل",
    ];
    for text in texts {
        assert!(names_danger(text) && phrase_of_danger(text).is_some(), "{text}");
    }
}

#[test]
fn figures_of_speech_and_ordinary_complaints_are_not_danger() {
    let texts = [
        "",
        "I could kill for a coffee",
        "this is killing me with paperwork",
        "the dead line passed",
        "The wait nearly killed me",
        "they took my life savings",
        "prices shoot up",
        "the news hit me hard, it beats me why",
        "the species is in danger",
        "I don't want to live in Ottawa",
        "killjoy myselfish",
        "ce formulaire me tue",
        "ce qui me frappe, c'est le délai",
        "la règle est violée",
        "je ne veux pas mourir de faim en attendant",
        "Je veux en finir avec ce dossier.",
        "la línea está muerta",
        "o prazo morreu",
        "انتظرت طويلا",
    ];
    for text in texts {
        assert!(!names_danger(text) && phrase_of_danger(text).is_none(), "{text}");
    }
}
