//! Words by which a person says that they, or someone, are in danger.
//!
//! The only effect is that emergency numbers are shown, at once and where the person writes; nothing is sent, kept or
//! decided. So the lists prefer to show the numbers once too often, but leave figures of speech ("I could kill for a
//! coffee") alone.

use std::sync::LazyLock;

use crate::phrases::{Phrases, Text};

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&LISTS.join("|")));

static EACH: LazyLock<Vec<(&str, Phrases)>> = LazyLock::new(|| {
    LISTS.into_iter().flat_map(|list| list.split('|')).map(|phrase| (phrase, Phrases::of(phrase))).collect()
});

const LISTS: [&str; 5] = [
    // English
    "suicid*|kill myself|killing myself|kill himself|kill herself|kill themselves|end my life|ending my life|\
    take my own life|taking my own life|end it all|want to die|wanna die|wish i was dead|better off dead|hurt myself|\
    hurting myself|harm myself|harming myself|self harm*|no reason to live|nothing to live for|want to live anymore|\
    want to be alive|to kill me|gonna kill me|to kill us|to kill him|to kill her|to kill them|to kill you|\
    to kill someone|threatened to hurt|death threat*|threatened my life|life is in danger|i am in danger|\
    im in danger|we are in danger|were in danger|he is in danger|hes in danger|she is in danger|shes in danger|\
    they are in danger|theyre in danger|child is in danger|children are in danger|kids are in danger|\
    in immediate danger|not safe at home|unsafe at home|afraid for my life|fear for my life|scared for my life|\
    he hits me|she hits me|husband hits me|partner hits me|is hitting me|he beats me|she beats me|husband beats me|\
    partner beats me|is beating me|going to hurt me|hurting my kids|hurting my child*|abuses me|abusing me|raped me|\
    was raped|rape me|overdos*|cant go on any more|cant go on anymore|cannot go on any more|cannot go on anymore|has a gun|has a knife|with a gun|shoot someone|plant a bomb|have a bomb",
    // French
    "automutil*|veux me tuer|vais me tuer|veut me tuer|vont me tuer|il va me tuer|elle va me tuer|de me tuer|\
    à me tuer|veut se tuer|va se tuer|de nous tuer|de la tuer|de le tuer|vous tuer|fin à mes jours|fin à ma vie|\
    fin à ses jours|en finir avec la vie|veux en finir avec tout|veux en finir avec moi|veux en finir$|envie d'en finir$|envie de mourir|veux mourir|voudrais être mort*|veux plus vivre|\
    plus envie de vivre|me faire du mal|il me fait du mal|elle me fait du mal|m'enlever la vie|s'enlever la vie|\
    menace de mort|menaces de mort|menace de me|suis en danger|sommes en danger|il est en danger|elle est en danger|\
    vie est en danger|enfant est en danger|enfants sont en danger|danger de mort|danger immédiat|peur pour ma vie|\
    crains pour ma vie|peur pour ma sécurité|il me bat|elle me bat|mari me bat|conjoint me bat|il me frappe|\
    elle me frappe|mari me frappe|conjoint me frappe|m'a viol*|a une arme|a un couteau|a un fusil|avec une arme|\
    surdose",
    // Spanish
    "matarme|me quiero matar|me voy a matar|quiero morir|quitarme la vida|acabar con mi vida|hacerme daño|no quiero vivir|con matar*|\
    amenaza de muerte|amenazas de muerte|de muerte me|estoy en peligro|estamos en peligro|vida corre peligro|\
    vida está en peligro|temo por mi vida|me pega|me golpea|me violó|tiene un arma",
    // Portuguese
    "me matar|matar me|quero morrer|tirar a minha vida|tirar minha vida|acabar com a minha vida|\
    acabar com minha vida|me machucar|ameaça de morte|ameaças de morte|estou em perigo|estamos em perigo|\
    vida está em perigo|corro perigo|temo pela minha vida|ele me bate|bate em mim|me agride|me estuprou|\
    não quero viver|quero mais viver|tem uma arma",
    // Arabic
    "انتحار|انتحر|اقتل نفسي|قتل نفسي|اريد ان اموت|اريد الموت|اؤذي نفسي|ايذاء نفسي|انهاء حياتي|انهي حياتي|\
    حياتي في خطر|انا في خطر|نحن في خطر|بالقتل|يضربني|قتلي|يقتلني|سيقتل|معه سلاح",
];

/// The first of these phrases that stands in a text, as the list has it.
#[must_use]
pub fn phrase_of_danger(text: &str) -> Option<&'static str> {
    let text = Text::of(text);
    EACH.iter().find(|(_, ready)| text.has_any(ready)).map(|(phrase, _)| *phrase)
}

/// Whether a text has words of danger in English, French, Spanish, Portuguese or Arabic.
#[must_use]
pub fn names_danger(text: &str) -> bool {
    Text::of(text).has_any(&PHRASES)
}
