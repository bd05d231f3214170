//! Who came, as the provider says it.

use std::collections::HashMap;

use openidconnect::AdditionalClaims;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The longest name of a member, in characters.
const NAME_LIMIT: usize = 80;

/// What a provider says of somebody besides the standard's own words.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Rest {
    #[serde(flatten)]
    claims: HashMap<String, Value>,
}

impl AdditionalClaims for Rest {}

impl Rest {
    /// The groups of this claim: a list of texts, or one text. `None` where the claim is not there.
    pub fn groups(&self, claim: &str) -> Option<Vec<String>> {
        match self.claims.get(claim)? {
            Value::String(one) => Some(vec![one.clone()]),
            Value::Array(many) => Some(many.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
            _ => Some(Vec::new()),
        }
    }
}

/// Who came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// The provider's own name for them, which never changes.
    pub subject: String,
    /// The name that they sign in with there.
    pub name: String,
    /// The name that people see.
    pub shown_as: String,
    /// Their groups.
    pub groups: Vec<String>,
}

impl Person {
    /// A person of these claims. Where the provider tells no name that can be shown, its own name for them stands in.
    pub fn of(subject: &str, name: Option<&str>, shown_as: Option<&str>, groups: Vec<String>) -> Self {
        let usable = |name: &&str| (1..=NAME_LIMIT).contains(&name.chars().count()) && !name.contains(char::is_control);
        let name = name.map(str::trim).filter(usable).unwrap_or(subject);
        let shown_as = shown_as.map(str::trim).filter(usable).unwrap_or(name);
        Self { subject: subject.to_owned(), name: name.to_owned(), shown_as: shown_as.to_owned(), groups }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_a_list_of_texts_or_one_text_and_nothing_else_is_a_group() {
        let rest: Rest =
            serde_json::from_str(r#"{"groups": ["a", 7, "b"], "one": "a", "odd": {"a": 1}}"#).expect("claims");
        assert_eq!(rest.groups("groups"), Some(vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(rest.groups("one"), Some(vec!["a".to_owned()]));
        assert_eq!(rest.groups("odd"), Some(Vec::new()));
        assert_eq!(rest.groups("absent"), None);
    }

    #[test]
    fn a_name_that_cannot_be_shown_is_not_taken_over() {
        let person = Person::of("s-1", Some("  jo\u{7}e"), Some(""), Vec::new());
        assert_eq!((person.name.as_str(), person.shown_as.as_str()), ("s-1", "s-1"));
        let person = Person::of("s-1", Some(" joe "), None, Vec::new());
        assert_eq!((person.name.as_str(), person.shown_as.as_str()), ("joe", "joe"));
    }
}
