//! Slugs: the names of services in addresses, made from their English names.

use std::collections::{HashMap, HashSet};

use feedback::ServiceSlug;
use icu::normalizer::DecomposingNormalizerBorrowed;

use super::row::Draft;

/// The longest slug that is made from a name, in characters.
const SLUG_LIMIT: usize = 60;

/// A slug for each draft, in the same order, or the slug that an earlier row has taken.
///
/// A name that several services share gets the service's code appended in each of them. Were the first to go without,
/// the order of next year's file would decide whose comments go where.
pub(super) fn give_out(drafts: &[Draft]) -> Vec<Result<ServiceSlug, String>> {
    let choices: Vec<String> = drafts.iter().map(first_choice).collect();
    let mut uses: HashMap<&str, u32> = HashMap::with_capacity(choices.len());
    for choice in &choices {
        *uses.entry(choice).or_default() += 1;
    }
    let mut taken = HashSet::with_capacity(choices.len());
    let mut slugs = Vec::with_capacity(choices.len());
    for (draft, choice) in drafts.iter().zip(&choices) {
        let is_shared = uses.get(choice.as_str()).is_some_and(|uses| *uses > 1);
        let text = if is_shared && draft.wanted.is_none() { with_code(choice, &draft.code) } else { choice.clone() };
        let free = ServiceSlug::parse(&text).filter(|slug| taken.insert(slug.clone()));
        slugs.push(free.ok_or(text));
    }
    slugs
}

fn first_choice(draft: &Draft) -> String {
    if let Some(wanted) = &draft.wanted {
        return wanted.as_str().to_owned();
    }
    let name = fold(draft.name());
    if name.is_empty() { with_code("service", &draft.code) } else { shorten(&name, SLUG_LIMIT).to_owned() }
}

fn with_code(slug: &str, code: &str) -> String {
    let room = SLUG_LIMIT.saturating_sub(code.len() + 1);
    format!("{}-{code}", shorten(slug, room))
}

/// The whole words of a slug that fit, or the beginning of its first word.
fn shorten(slug: &str, limit: usize) -> &str {
    let Some(begin) = slug.get(..limit) else {
        return slug;
    };
    if slug.len() == limit || slug[limit..].starts_with('-') {
        return begin;
    }
    begin.rsplit_once('-').map_or(begin, |(words, _)| words)
}

/// The text in lower-case letters of the English alphabet, digits and single hyphens; empty if nothing of it remains.
///
/// Letters lose their accents; an apostrophe vanishes, for `veterans` reads better than `veteran-s`; all else separates.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars()) {
        match c {
            '\'' | '\u{2019}' | '\u{300}'..='\u{36f}' => {}
            _ if c.is_ascii_alphanumeric() => folded.push(c.to_ascii_lowercase()),
            _ if folded.is_empty() || folded.ends_with('-') => {}
            _ => folded.push('-'),
        }
    }
    folded.truncate(folded.trim_end_matches('-').len());
    folded
}
