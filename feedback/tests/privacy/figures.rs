//! Ordinary talk about services, full of figures, in which nothing is personal and nobody is in danger.

use feedback::danger::names_danger;
use feedback::privacy::find;

const ORDINARY: [&str; 24] = [
    "I waited 45 minutes on 2024-03-05 and again from 10:30 to 11:15.",
    "The fee went from $100,000 to $250, that is 99.75 % less (form IMM 5669, version 10.2.1).",
    "Lines 183, 214, 262 and 40425 of the T1 do not add up: 1,234,567.89 in all.",
    "Between 2019-2020 and 2023-2024 it took 12 to 16 weeks, now 26.",
    "Take one dose @ 6 and one @ 10, 500 mg each.",
    "My refund of 1 234 567,89 $ came after 120 000 000 seconds, it seems.",
    "I could kill for a coffee in that waiting room; the paperwork is killing me.",
    "The dead line passed. It was a deadline of 30 working days, and prices shoot up.",
    "The road to Ottawa was closed, so 20 people waited in court for 3 hours.",
    "See section 4.1.2.3 and sections 7.1 to 7.9, pages 12-14, 15 and 16.",
    "I don't want to live in Ottawa, but your office cut my time in half.",
    "Call 1 800 O-Canada (1-800-622-6232), 911, 988 or 211, or write to info@canada.ca.",
    "J'ai attendu 45 minutes le 5 mars 2024, puis de 10 h 30 à 11 h 15.",
    "Le tarif est passé de 100 000 $ à 250 $, soit 99,75 % de moins (formulaire IMM 5669).",
    "Les lignes 183, 214 et 262 ne balancent pas : 1 234 567,89 $ en tout.",
    "De 2019-2020 à 2023-2024 il fallait 12 à 16 semaines, maintenant 26.",
    "Ce qui me frappe, c'est la route : 20 personnes en 2 places, 3 heures de chemin.",
    "Voir l'article 4.1.2.3, les pages 12 à 14 et la Loi sur l'accès (L.R., 1985, ch. A-1).",
    "La loi est violée quand on ne répond pas en 30 jours; ce formulaire me tue.",
    "Composez le 1 800 O-Canada (1 800 622-6232), le 911 ou le 988.",
    "Esperé 45 minutos el 5 de marzo de 2024; el trámite costó 1.234.567,89 dólares.",
    "Esperei 45 minutos em 5 de março de 2024; a taxa foi de 1.234.567,89 dólares.",
    "انتظرت ٤٥ دقيقة يوم ٥ مارس ٢٠٢٤ ولم يجبني أحد.",
    "",
];

#[test]
fn ordinary_talk_about_a_service_is_left_alone() {
    for text in ORDINARY {
        assert_eq!(find(text), [], "{text}");
        assert!(!names_danger(text), "{text}");
    }
}
