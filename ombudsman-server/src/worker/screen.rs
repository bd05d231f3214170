//! Step 1, screening: cards that a machine sent, and cards that were sent twice. Both are marked and kept, never deleted.
//!
//! A mark costs a card its place in the results. One that a machine seems to have sent also waits in quarantine instead of
//! opening a case, until a person decides. Source: `docs/METHOD.md`, "Screening".

use feedback::{Card, Pattern};

use crate::queue::Suspicion;
use crate::secrets::sha256_hex;

/// Two cards alike are one card sent twice if the second came sooner after the first than this, in milliseconds.
pub(super) const ALIKE_WITHIN_MILLIS: i64 = 300_000;
/// A card with fewer words is like many others: nobody can tell that it was sent twice.
const FEWEST_WORDS: usize = 3;
/// From this score on a card waits in quarantine.
const QUARANTINED_FROM: u32 = 5;
/// The most links that count.
const MOST_LINKS: usize = 3;

/// Why a card is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A machine seems to have sent it: it waits in quarantine.
    Spam,
    /// The same was said minutes before: it is kept beside the first, and counts nowhere.
    Duplicate,
}

impl Mark {
    /// The mark of this name.
    pub(super) fn parse(text: &str) -> Option<Self> {
        [Self::Spam, Self::Duplicate].into_iter().find(|mark| mark.as_str() == text)
    }

    /// The mark's name in the record.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spam => "spam",
            Self::Duplicate => "duplicate",
        }
    }
}

/// Why a machine seems to have sent this card, in the names of the signs; `None` if it does not seem so.
pub(super) fn spam(card: &Card, suspicions: &[Suspicion]) -> Option<String> {
    let texts: Vec<&str> = texts(card).collect();
    let links = texts.iter().map(|text| links(text)).sum::<usize>().min(MOST_LINKS);
    let says_nothing_else = links > 0 && texts.iter().all(|text| words_without_links(text) < FEWEST_WORDS);
    let signs = [
        ("hidden-field", suspicions.contains(&Suspicion::HiddenField), 5),
        ("too-fast", suspicions.contains(&Suspicion::TooFast), 2),
        ("links", links > 0, u32::try_from(links).unwrap_or(0)),
        ("only-links", says_nothing_else, 2),
        ("markup", texts.iter().any(|text| has_markup(text)), 2),
    ];
    let seen = signs.iter().filter(|(_, is_there, _)| *is_there);
    let score: u32 = seen.clone().map(|(_, _, weight)| weight).sum();
    (score >= QUARANTINED_FROM).then(|| seen.map(|(name, ..)| *name).collect::<Vec<_>>().join(" "))
}

/// What two cards that are one card sent twice have in common: service, intent, answers, words, and the network under its
/// name of that day. `None` for a card that says too little to tell, and for one of which no network is known.
pub(super) fn likeness(card: &Card, pattern: Option<&Pattern>, network: &str) -> Option<String> {
    let words: Vec<String> = texts(card).flat_map(str::split_whitespace).map(str::to_lowercase).collect();
    if words.len() < FEWEST_WORDS || network.is_empty() {
        return None;
    }
    let pattern = pattern.map(Pattern::as_str).unwrap_or_default();
    let said = [card.service.as_str(), card.intent.as_str(), pattern, network, &words.join(" ")].join("\n");
    Some(sha256_hex(said.as_bytes()))
}

/// What a person wrote freely.
pub(super) fn texts(card: &Card) -> impl Iterator<Item = &str> {
    [&card.comment, &card.put_right].into_iter().flatten().map(feedback::Comment::as_str)
}

fn is_link(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.contains("http://") || word.contains("https://") || word.starts_with("www.")
}

fn links(text: &str) -> usize {
    text.split_whitespace().filter(|word| is_link(word)).count()
}

fn words_without_links(text: &str) -> usize {
    text.split_whitespace().filter(|word| !is_link(word)).count()
}

/// Links written for machines: as HTML or as in forums.
fn has_markup(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["<a href", "[url", "[link"].iter().any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests;
