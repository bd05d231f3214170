//! What to look at first: the parts of a service that people rate clearly lower than the service as a whole. It comes from published
//! scores alone. How much a part matters to people is not published, so this is no order of what is worth most.

use super::cube::ITEMS;
use super::told::Number;
use super::whole::Whole;
use crate::words::Words;

/// A sentence, and the parts that it is about, the lowest first.
pub(super) struct First {
    pub said: String,
    pub parts: Vec<String>,
}

impl First {
    pub(super) fn of(overall: &Number, whole: &Whole<'_>, words: &Words) -> Self {
        let scores = ITEMS.into_iter().skip(1).filter_map(|item| Some((item, *whole.score(item).number()?)));
        let mut compared: Vec<_> = scores.filter(|(_, score)| overall.is_comparable && score.is_comparable).collect();
        if compared.is_empty() {
            return Self { said: words.text("first-few"), parts: Vec::new() };
        }
        compared.retain(|(_, score)| score.is_clearly_below(overall));
        compared.sort_by_key(|(_, score)| score.mark.most);
        let part = |(item, score): &(feedback::Item, Number)| {
            let name = words.text(&["item-", item.as_str()].concat());
            let score = score.value(words).shown.unwrap_or_default();
            words.with_all("first-part", &[("part", name.into()), ("score", score.into())])
        };
        let said = words.text(if compared.is_empty() { "first-none" } else { "first-some" });
        Self { said, parts: compared.iter().map(part).collect() }
    }
}
