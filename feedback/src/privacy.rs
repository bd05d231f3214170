//! Personal information in free text: found, and replaced by a word that says what stood there.
//!
//! One rule set warns a person in their browser and guards the door on the server. It is total: there is no text on
//! which it fails. What it looks for and how well it finds it stands in `docs/METHOD.md`, "Personal information in free
//! text". It finds shapes, not meaning: whoever publishes a comment reads it first.

mod dates;
mod network;
mod numbers;
mod people;
mod places;
mod records;
mod scan;

use crate::fold::Folded;
use scan::{Scan, is_digit, is_word};

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A social insurance number.
    Sin,
    /// The number of a credit or debit card.
    PaymentCard,
    /// A phone number that is not one which the government publishes.
    Phone,
    /// An e-mail address that is not a government mailbox of a role.
    Email,
    /// A Canadian postal code.
    PostalCode,
    /// The number of a Canadian passport.
    Passport,
    /// An address on the internet, version 4 or 6.
    IpAddress,
    /// A date near a word of birth.
    BirthDate,
    /// The number of a client, a case or a file.
    CaseNumber,
    /// A number and a street.
    Address,
    /// A name in a place where only a person's name stands.
    PersonName,
    /// The number of a health card or of a driver's licence.
    HealthCard,
}

impl Kind {
    /// Every kind. Of two kinds that explain the same characters, the first of this list is taken.
    pub const ALL: &[Self] = &[
        Self::Sin,
        Self::PaymentCard,
        Self::Phone,
        Self::Email,
        Self::PostalCode,
        Self::Passport,
        Self::IpAddress,
        Self::BirthDate,
        Self::CaseNumber,
        Self::Address,
        Self::PersonName,
        Self::HealthCard,
    ];

    /// The kind's wire name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sin => "sin",
            Self::PaymentCard => "payment-card",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::PostalCode => "postal-code",
            Self::Passport => "passport",
            Self::IpAddress => "ip-address",
            Self::BirthDate => "birth-date",
            Self::CaseNumber => "case-number",
            Self::Address => "address",
            Self::PersonName => "person-name",
            Self::HealthCard => "health-card",
        }
    }
}

/// A stretch of a text that looks personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// The byte of the text at which it starts.
    pub start: usize,
    /// The byte of the text after its last.
    pub end: usize,
}

/// Says where a kind that starts at this place ends, or `None` if none starts there.
type Detector = fn(&Scan, usize) -> Option<usize>;

/// What may stand right after a letter (`SIN130692544`), but never after a digit.
const NUMBERS: [(Kind, Detector); 3] =
    [(Kind::Sin, numbers::sin), (Kind::PaymentCard, numbers::card), (Kind::Phone, numbers::phone)];

/// What begins as a word does.
const WORDS: [(Kind, Detector); 8] = [
    (Kind::PostalCode, places::postal_code),
    (Kind::Passport, records::passport),
    (Kind::IpAddress, network::ip_address),
    (Kind::BirthDate, dates::birth_date),
    (Kind::CaseNumber, records::case_number),
    (Kind::Address, places::address),
    (Kind::PersonName, people::name),
    (Kind::HealthCard, records::health_card),
];

/// Everything in a text that looks personal, in the order of the text, without overlaps.
///
/// The longest explanation of a place wins, and the first of [`Kind::ALL`] among equals. Where two findings would
/// overlap they become one that covers both, so that nothing personal is left beside a token. The work grows with the
/// text's length and no faster.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let folded = Folded::of(text);
    let mut scan = Scan::new(&folded.bytes);
    let mut found: Vec<Finding> = Vec::new();
    let mut place = 0;
    while place < folded.bytes.len() {
        let hit = if scan.at(place) == b'@' { network::email(&scan, place) } else { longest(&scan, place) };
        let Some(hit) = hit else {
            place += 1;
            continue;
        };
        if !is_published(&scan, &hit) {
            join(&mut found, hit);
        }
        place = hit.end;
        scan.floor = hit.end;
    }
    let original = |place: usize| folded.places.get(place).copied().unwrap_or(text.len());
    for finding in &mut found {
        (finding.start, finding.end) = (original(finding.start), original(finding.end));
    }
    found
}

/// The text with a word for each finding's kind in its place. Findings that are not this text's are left out.
#[must_use]
pub fn replaced(text: &str, findings: &[Finding], word: impl Fn(Kind) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for finding in findings {
        let kept = text.get(done..finding.start);
        if let (Some(kept), true) = (kept, text.is_char_boundary(finding.end) && finding.start <= finding.end) {
            out.push_str(kept);
            out.push_str(&word(finding.kind));
            done = finding.end;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The text with a word in brackets in the place of everything that [`find`] finds, again until it finds nothing that
/// `word` does not keep; `None` stands for a kind that is kept.
///
/// Once is nearly always enough. A word may be shorter than what stood there and so bring a word like "SIN" near enough
/// to a number that it did not explain before. `None` where no end comes: a word that is itself a finding.
#[must_use]
pub fn redacted(text: &str, word: impl Fn(Kind) -> Option<String>) -> Option<String> {
    redacted_and_told(text, word, |_| {})
}

/// The same; `tell` hears the kind of each thing that gave way to a word.
#[must_use]
pub fn redacted_and_told(
    text: &str,
    word: impl Fn(Kind) -> Option<String>,
    mut tell: impl FnMut(Kind),
) -> Option<String> {
    let mut text = text.to_owned();
    for _ in 0..MOST_ROUNDS {
        let mut found = find(&text);
        found.retain(|finding| word(finding.kind).is_some());
        if found.is_empty() {
            return Some(text);
        }
        for finding in &found {
            tell(finding.kind);
        }
        text = replaced(&text, &found, |kind| word(kind).unwrap_or_default());
    }
    None
}

/// How often a text is looked through at most: each round needs the one before to have brought something near.
const MOST_ROUNDS: usize = 32;

/// The longest finding that starts here.
fn longest(scan: &Scan, start: usize) -> Option<Finding> {
    let (here, before) = (scan.at(start), scan.before(start));
    let numbers = if matches!(here, b'+' | b'(') || is_digit(here) && !is_digit(before) { &NUMBERS[..] } else { &[] };
    let words = if is_word(here) && !is_word(before) { &WORDS[..] } else { &[] };
    let mut best: Option<Finding> = None;
    for (kind, detector) in numbers.iter().chain(words) {
        if let Some(end) = detector(scan, start)
            && best.is_none_or(|best| best.end < end)
        {
            best = Some(Finding { kind: *kind, start, end });
        }
    }
    best
}

/// Adds a finding, and what it overlaps becomes one with it: only an address of e-mail starts before it is noticed.
fn join(found: &mut Vec<Finding>, mut hit: Finding) {
    while let Some(last) = found.pop_if(|last| last.end > hit.start) {
        hit.start = hit.start.min(last.start);
    }
    found.push(hit);
}

/// Whether the government itself publishes this number or address. One with something personal in it is not.
fn is_published(scan: &Scan, hit: &Finding) -> bool {
    if hit.start < scan.floor {
        return false;
    }
    match hit.kind {
        Kind::Phone => numbers::is_published(scan, hit.start, hit.end),
        Kind::Email => network::is_role(scan, hit.start, hit.end),
        _ => false,
    }
}
