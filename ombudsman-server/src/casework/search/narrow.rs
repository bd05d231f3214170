//! What a search can be narrowed to, with how many cases of each kind there are, and what it is narrowed to already.

use std::collections::HashMap;

use super::facets::{Asked, Facet, STAGES};
use super::store::Hit;
use crate::casework::reach::Desks;
use crate::casework::service_names::ServiceNames;
use crate::http::{Failure, Visit};
use crate::words::Words;

/// So many values of a facet are shown at once.
const MOST_SHOWN: usize = 8;

/// Something that the search is narrowed to.
pub(super) struct Chosen {
    /// The facet and the value, in words.
    pub name: String,
    /// The address of the search without it.
    pub without: String,
}

/// A facet that is not chosen.
pub(super) struct Group {
    /// Its name.
    pub facet: &'static str,
    /// Its values, and those that are shown only when somebody asks for them.
    pub values: Vec<Value>,
    pub others: Vec<Value>,
}

/// A value of a facet.
pub(super) struct Value {
    /// In words.
    pub name: String,
    /// How many cases have it.
    pub number: String,
    /// The address of the search narrowed to it.
    pub address: String,
}

/// What the search is narrowed to.
pub(super) async fn chosen(
    asked: &Asked,
    visit: &Visit,
    names: &mut ServiceNames<'_>,
    desks: &Desks,
) -> Result<Vec<Chosen>, Failure> {
    let mut chosen = Vec::new();
    for (facet, value) in &asked.chosen {
        let without = asked.without(*facet).address(visit.language);
        let (words, value) = (visit.words(), in_words(*facet, value, visit.words(), names, desks).await?);
        let facet = words.text(&format!("search-facet-{}", facet.as_str()));
        let name = words.with_all("search-narrowed", &[("facet", facet.into()), ("value", value.into())]);
        chosen.push(Chosen { name, without });
    }
    Ok(chosen)
}

/// What else these cases can be told from each other by. `has_more`: there are more cases than these.
pub(super) async fn groups(
    asked: &Asked,
    hits: &[Hit],
    visit: &Visit,
    names: &mut ServiceNames<'_>,
    desks: &Desks,
    has_more: bool,
) -> Result<Vec<Group>, Failure> {
    let mut numbers: HashMap<&str, u64> = HashMap::new();
    for word in hits.iter().flat_map(|hit| hit.facets.split_whitespace()) {
        *numbers.entry(word).or_default() += 1;
    }
    let found = numbers.into_iter().filter_map(|(word, number)| Some((read(word)?, number)));
    let mut found: Vec<((Facet, String), u64)> = found.collect();
    // The most in front.
    found.sort_by(|((_, one), most), ((_, other), more)| more.cmp(most).then_with(|| one.cmp(other)));
    let is_shown = |facet: &Facet| !asked.has(*facet) && (*facet != Facet::Desk || !desks.choices().is_empty());
    let mut groups = Vec::new();
    for facet in Facet::ALL.iter().copied().filter(is_shown) {
        let mut counted: Vec<_> = found.iter().filter(|((one, _), _)| *one == facet).collect();
        if facet == Facet::Stage {
            counted.sort_by_key(|((_, value), _)| STAGES.iter().position(|stage| stage == value));
        }
        let mut values = Vec::new();
        for ((_, value), number) in counted {
            let number = visit.words().number(*number);
            values.push(Value {
                name: in_words(facet, value, visit.words(), names, desks).await?,
                number: if has_more { format!("{number}+") } else { number },
                address: asked.with(facet, value).address(visit.language),
            });
        }
        let others = if values.len() > MOST_SHOWN + 1 { values.split_off(MOST_SHOWN) } else { Vec::new() };
        if !values.is_empty() {
            groups.push(Group { facet: facet.as_str(), values, others });
        }
    }
    Ok(groups)
}

/// What a word of the index stands for.
fn read(word: &str) -> Option<(Facet, String)> {
    let digits = word.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let text = String::from_utf8(digits.map(byte).collect::<Option<Vec<_>>>()?).ok()?;
    let (facet, value) = text.split_once(':')?;
    Some((Facet::parse(facet)?, value.to_owned()))
}

async fn in_words(
    facet: Facet,
    value: &str,
    words: &Words,
    names: &mut ServiceNames<'_>,
    desks: &Desks,
) -> Result<String, Failure> {
    Ok(match (facet, value) {
        (Facet::Stage, "open") => words.text("search-open"),
        (Facet::Stage, _) => words.text(&format!("stage-{value}")),
        (Facet::Intent, _) => words.text(&format!("intent-{value}")),
        (Facet::Severity, "urgent") => words.text("tag-urgent"),
        (Facet::Severity, _) => words.text(&format!("severity-{value}")),
        (Facet::Service, _) => names.of(value).await?,
        (Facet::Desk, _) => desks.name(value),
        (Facet::Language, _) => {
            feedback::Language::parse(value).map_or_else(String::new, |language| Words::of(language).text("own-name"))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_index_is_read_as_it_was_written() {
        let word = Facet::Service.word("ei-benefits");
        assert_eq!(read(&word), Some((Facet::Service, "ei-benefits".to_owned())));
        for word in ["", "6", "zz", "ff", "3a"] {
            assert_eq!(read(word), None, "{word}");
        }
    }
}
