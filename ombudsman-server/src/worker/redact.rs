//! Step 3, masking: nobody reads what looks personal in a text unless they have it opened. Words of the card's language take
//! its place; what stood there is kept sealed. It fails closed: a text that cannot be checked is withheld whole.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use feedback::privacy::{self, Kind};
use feedback::{Card, Comment, Intent};

use crate::words::Words;

/// What became of a card's texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Masked {
    /// The texts as people wrote them, where they are not what is shown: comment, then what would put it right.
    pub original: Option<String>,
    /// Whether they could not be checked, so that nothing of them is shown.
    pub is_withheld: bool,
    /// How many of each kind gave way to a word.
    pub kinds: Kinds,
}

/// What was masked: how many of each kind, by its wire name.
pub(super) type Kinds = BTreeMap<&'static str, usize>;

/// Masks a card's texts in place.
pub(super) fn mask(card: &mut Card) -> Masked {
    let mut kinds = Kinds::new();
    let masked = mask_with(card, |text, card| checked(text, card, &mut kinds));
    Masked { kinds, ..masked }
}

fn mask_with(card: &mut Card, mut mask: impl FnMut(&str, &Card) -> Option<String>) -> Masked {
    let before = [card.comment.clone(), card.put_right.clone()];
    let after = before.clone().map(|text| text.map(|text| mask(text.as_str(), card)));
    let is_withheld = after.iter().any(|text| matches!(text, Some(None)));
    let [comment, put_right] = after.map(|text| text.flatten().filter(|_| !is_withheld).map(Comment::masked));
    (card.comment, card.put_right) = (comment, put_right);
    let is_changed = [&card.comment, &card.put_right] != [&before[0], &before[1]];
    let whole = || before.iter().flatten().map(Comment::as_str).collect::<Vec<_>>().join("\n\n");
    Masked { original: is_changed.then(whole), is_withheld, kinds: Kinds::new() }
}

/// The masked text; `None` if it could not be checked.
fn checked(text: &str, card: &Card, kinds: &mut Kinds) -> Option<String> {
    let words = Words::of(card.language);
    let may_name = card.intent == Intent::Compliment;
    let word = |kind: Kind| {
        // A compliment names whom it praises.
        let is_kept = may_name && kind == Kind::PersonName;
        (!is_kept).then(|| format!("[{}]", words.text(&["card-guard-kind-", kind.as_str()].concat())))
    };
    // The rules know no text on which they fail; if there is one, nobody reads it unchecked.
    let mut tell = |kind: Kind| *kinds.entry(kind.as_str()).or_default() += 1;
    catch_unwind(AssertUnwindSafe(|| privacy::redacted_and_told(text, word, &mut tell))).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use feedback::Fields;

    fn card(intent: &str, language: &str, comment: &str) -> Card {
        let id = "0193f2a4-7c00-7000-8000-000000000001";
        let fields =
            [("id", id), ("service", "passport"), ("intent", intent), ("language", language), ("comment", comment)];
        Card::parse(Fields::from_form(fields)).expect("a card")
    }

    fn shown(card: &Card) -> Option<&str> {
        card.comment.as_ref().map(Comment::as_str)
    }

    #[test]
    fn what_looks_personal_gives_way_to_a_word_of_the_cards_language_and_is_kept() {
        let mut french = card("complaint", "fr", "Appelez-moi au 613-555-0123.");
        let masked = mask(&mut french);
        assert_eq!(shown(&french), Some("Appelez-moi au [numéro de téléphone]."));
        assert_eq!(masked.original.as_deref(), Some("Appelez-moi au 613-555-0123."));
        assert_eq!(masked.kinds, Kinds::from([("phone", 1)]));
        let mut clean = card("complaint", "en", "Three weeks late.");
        assert_eq!(mask(&mut clean), Masked::default());
        assert_eq!(shown(&clean), Some("Three weeks late."));
    }

    #[test]
    fn a_compliment_names_whom_it_praises_and_nothing_else() {
        let mut praise = card("compliment", "en", "My officer Jane Tremblay was kind. Call 613-555-0123.");
        assert_eq!(mask(&mut praise).kinds, Kinds::from([("phone", 1)]), "what is kept is not masked");
        assert_eq!(shown(&praise), Some("My officer Jane Tremblay was kind. Call [phone number]."));
    }

    #[test]
    fn a_text_that_cannot_be_checked_is_withheld_whole() {
        let mut card = card("complaint", "en", "Three weeks late.");
        let masked = mask_with(&mut card, |_, _| None);
        assert_eq!((shown(&card), masked.is_withheld), (None, true));
        assert_eq!(masked.original.as_deref(), Some("Three weeks late."));
    }
}
