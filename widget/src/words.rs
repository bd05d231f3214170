//! The sentences of one language, brought by the page: the WebAssembly holds no catalogue.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The card's sentences by their ids, in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Words(Arc<BTreeMap<String, String>>);

impl Words {
    /// The sentence of this id. The house rules prove that every id asked for here is in every language.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The sentence of this id with `{name}` replaced by a value.
    #[must_use]
    pub fn with(&self, id: &str, name: &str, value: &str) -> String {
        self.text(id).replace(&format!("{{{name}}}"), value)
    }
}

impl From<BTreeMap<String, String>> for Words {
    fn from(words: BTreeMap<String, String>) -> Self {
        Self(Arc::new(words))
    }
}

impl From<Words> for BTreeMap<String, String> {
    fn from(words: Words) -> Self {
        (*words.0).clone()
    }
}
