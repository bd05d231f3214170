//! Values of every kind that are valid and belong to nobody, in the spellings that people use.

use crate::chance::Chance;
use crate::corpus::Tongue;

const GAPS: [&str; 8] = ["", " ", "-", ".", "\u{a0}", "\u{2011}", "\u{202f}", " - "];

/// Groups of these sizes with one gap between them.
fn grouped(digits: &str, sizes: &[usize], gap: &str) -> String {
    let mut rest = digits;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, after) = rest.split_at(*size);
        groups.push(group);
        rest = after;
    }
    groups.join(gap)
}

/// The digit that makes Luhn's check hold after these.
fn with_check(digits: &str) -> String {
    let twice = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let values = digits.chars().rev().filter_map(|digit| digit.to_digit(10));
    let sum: u32 = values.enumerate().map(|(place, digit)| if place % 2 == 0 { twice(digit) } else { digit }).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

pub fn sin(chance: &mut Chance) -> String {
    let first = chance.one(&["1", "2", "3", "4", "5", "6", "7", "9"]);
    let digits = with_check(&format!("{first}{}", chance.digits(7)));
    grouped(&digits, &[3, 3, 3], chance.one(&GAPS))
}

/// A number that fails the check, or begins with a digit given to nobody.
pub fn mistyped_sin(chance: &mut Chance) -> String {
    let digits = chance.digits(9);
    match chance.within(0, 2) {
        0 => grouped(&digits, &[3, 6], " "),
        1 => grouped(&digits, &[3, 2, 4], "-"),
        _ => grouped(&digits, &[3, 3, 3], chance.one(&GAPS)),
    }
}

pub fn card(chance: &mut Chance) -> String {
    let gap = chance.one(&["", " ", "-", "\u{a0}", " - "]);
    if chance.within(0, 3) == 0 {
        let digits = with_check(&format!("{}{}", chance.one(&["34", "37"]), chance.digits(12)));
        return grouped(&digits, &[4, 6, 5], gap);
    }
    let first = chance.one(&["4", "51", "52", "53", "54", "55", "2221", "2500", "2720", "6011", "65"]);
    let digits = with_check(&format!("{first}{}", chance.digits(15 - first.len())));
    grouped(&digits, &[4, 4, 4, 4], gap)
}

pub fn phone(chance: &mut Chance) -> String {
    let area = format!("{}{}", chance.within(2, 9), chance.digits(2));
    let exchange = format!("{}{}", chance.within(2, 9), chance.digits(2));
    let (line, gap) = (chance.digits(4), chance.one(&GAPS));
    let prefix = chance.one(&["", "", "", "1", "+1"]);
    let joined = if prefix.is_empty() { "" } else { gap };
    match chance.within(0, 3) {
        0 => format!("({area}) {exchange}-{line}"),
        1 => format!("{area} {exchange}-{line}"),
        _ => format!("{prefix}{joined}{area}{gap}{exchange}{gap}{line}"),
    }
}

pub fn email(chance: &mut Chance) -> String {
    let first = chance.one(&["jane", "luc", "marie-eve", "mohamed", "li", "o'brien", "josé", "a"]);
    let last = chance.one(&["doe", "tremblay", "roy", "nguyen", "smith", "wu"]);
    let domain = chance.one(&["example.ca", "mail.example.com", "exemple.qc.ca", "example.org", "x.example.museum"]);
    match chance.within(0, 5) {
        0 => format!("{first}.{last}@{domain}"),
        1 => format!("{first}_{last}{}@{domain}", chance.digits(2)),
        2 => format!("{first}+{last}@{domain}"),
        3 => format!("{}{last}@{domain}", chance.digits(3)),
        4 => format!("{first}.{last}@{}", chance.one(&["canada.ca", "cra-arc.gc.ca", "servicecanada.gc.ca"])),
        _ => format!("{}@{}", first.to_uppercase(), domain.to_uppercase()),
    }
}

pub fn postal_code(chance: &mut Chance) -> String {
    const FIRST: &[u8] = b"ABCEGHJKLMNPRSTVXY";
    const OTHER: &[u8] = b"ABCEGHJKLMNPRSTVWXYZ";
    let mut letter = |of: &[u8]| char::from(of[usize::try_from(chance.next() % of.len() as u64).expect("an index")]);
    let letters = (letter(FIRST), letter(OTHER), letter(OTHER));
    let (a, b, c) = (chance.digits(1), chance.digits(1), chance.digits(1));
    let gap = chance.one(&["", " ", "-", "\u{a0}", "\u{2011}"]);
    let code = format!("{}{a}{}{gap}{b}{}{c}", letters.0, letters.1, letters.2);
    if chance.within(0, 2) == 0 { code.to_lowercase() } else { code }
}

pub fn passport(chance: &mut Chance) -> String {
    let (one, two, digits) = (chance.capitals(1), chance.capitals(2), chance.digits(6));
    if chance.within(0, 1) == 0 { format!("{two}{digits}") } else { format!("{one}{digits}{two}") }
}

pub fn ip_address(chance: &mut Chance) -> String {
    let mut group = || format!("{:x}", chance.within(0x1000, 0xFFFF));
    let groups = [group(), group(), group(), group(), group(), group()];
    match chance.within(0, 3) {
        0 => format!("2001:db8:{}", groups.join(":")),
        1 => format!("2001:db8::{}", groups[..2].join(":")),
        _ => [1, 2, 3, 4].map(|_| chance.within(0, 255).to_string()).join("."),
    }
}

pub fn date(chance: &mut Chance, tongue: Tongue) -> String {
    let (year, month, day) = (chance.within(1925, 2015), chance.within(1, 12), chance.within(1, 28));
    let place = usize::try_from(month - 1).expect("a month");
    let (name, short) = match tongue {
        Tongue::English => (ENGLISH[place].to_owned(), ENGLISH[place][..3].to_owned()),
        Tongue::French => (FRENCH[place].to_owned(), FRENCH[place].to_uppercase()),
    };
    let gap = chance.one(&["-", "/", ".", " "]);
    match (chance.within(0, 7), tongue) {
        (0, _) => format!("{year}{gap}{month:02}{gap}{day:02}"),
        (1, _) => format!("{day:02}{gap}{month:02}{gap}{year}"),
        (2, _) => format!("{year}{month:02}{day:02}"),
        (3, _) => format!("{day}/{month}/{:02}", year % 100),
        (4, Tongue::English) => format!("{name} {day}, {year}"),
        (5, Tongue::English) => format!("{day}th of {name} {year}"),
        (4, Tongue::French) => format!("1er {name} {year}"),
        (5, Tongue::French) => format!("{day}\u{a0}{name}\u{a0}{year}"),
        (6, _) => format!("{day}-{short}-{year}"),
        _ => format!("{day} {name} {year}"),
    }
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

pub fn case_number(chance: &mut Chance) -> String {
    match chance.within(0, 4) {
        0 => grouped(&format!("{}{}", chance.within(10, 99), chance.digits(8)), &[2, 4, 4], "-"),
        1 => grouped(&format!("1{}", chance.digits(7)), &[4, 4], chance.one(&["-", ""])),
        2 => format!("{}{}", chance.capitals(1), chance.digits(9)),
        3 => chance.digits(10),
        _ => chance.digits(8),
    }
}

/// Shapes of several provinces' health cards and licences.
pub fn health_card(chance: &mut Chance) -> String {
    let gap = chance.one(&["-", " ", "", "\u{a0}"]);
    match chance.within(0, 6) {
        0 => format!("{} {}", grouped(&chance.digits(10), &[4, 3, 3], gap), chance.capitals(2)),
        1 => {
            let (month, day) = (chance.within(1, 12) + 50 * chance.within(0, 1), chance.within(1, 31));
            let digits = format!("{}{month:02}{day:02}{}", chance.digits(2), chance.digits(2));
            format!("{}{gap}{}", chance.capitals(4), grouped(&digits, &[4, 4], gap))
        }
        2 => grouped(&format!("9{}", chance.digits(9)), &[4, 3, 3], gap),
        3 => grouped(&chance.digits(9), &[5, 4], gap),
        4 => format!("{}{}", chance.capitals(1), grouped(&chance.digits(14), &[4, 5, 5], gap)),
        5 => format!("{}{}", chance.capitals(1), grouped(&chance.digits(12), &[4, 6, 2], gap)),
        _ => chance.digits(7),
    }
}

pub fn address(chance: &mut Chance, tongue: Tongue) -> String {
    let number = chance.within(1, 19_999);
    match tongue {
        Tongue::English => {
            let name = chance.one(&["Main", "King Edward", "Elm", "St. Laurent", "Old Mill", "5th", "Queen's"]);
            let kinds = ["Street", "St", "Avenue", "Ave", "Road", "Rd", "Blvd", "Drive", "Crescent", "Lane"];
            format!("{number} {name} {}", chance.one(&kinds))
        }
        Tongue::French => {
            let kind = chance.one(&["rue", "Rue", "avenue", "av.", "boulevard", "boul.", "chemin", "ch.", "rang"]);
            let name = chance.one(&["Principale", "de la Montagne", "Saint-Denis", "des Érables", "de l'Église"]);
            format!("{number}{} {kind} {name}", chance.one(&["", ","]))
        }
    }
}

pub fn name(chance: &mut Chance) -> String {
    let first = chance.one(&["Jane", "Luc", "Marie-Ève", "Mohamed", "Li", "Étienne", "J."]);
    format!("{first} {}", chance.one(&["Doe", "Tremblay", "O'Brien", "Nguyen", "Roy-Côté"]))
}
