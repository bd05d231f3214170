//! The sentences of one language, brought by the page: the WebAssembly holds no catalogue.

use std::sync::Arc;

/// The card's sentences with their ids, in one language. There are a few dozen: they are looked through, because a map
/// would weigh more in every person's browser than it saves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Arc<[(String, String)]>);

impl Words {
    /// The sentence of this id. The house rules prove that every id asked for here is in every language.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.find(id).unwrap_or(id).to_owned()
    }

    /// The sentence of this id, if the page brings it: what this card cannot show it does not bring.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&str> {
        self.iter().find(|(other, _)| *other == id).map(|(_, sentence)| sentence)
    }

    /// The sentence of this id with `{name}` replaced by a value.
    #[must_use]
    pub fn with(&self, id: &str, name: &str, value: &str) -> String {
        self.text(id).replace(&["{", name, "}"].concat(), value)
    }

    /// Every sentence with its id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, sentence)| (id.as_str(), sentence.as_str()))
    }
}

impl FromIterator<(String, String)> for Words {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(words: I) -> Self {
        Self(words.into_iter().collect())
    }
}
