//! The one shape in which both doors hand over what arrived: names with values, as a form sends them.
//!
//! JSON becomes the same pairs: nested names are joined by dots, an array repeats its name, `null` and an empty text are absence. So a
//! form and a JSON body are parsed, and refused, by the same code.

use serde_json::Value;

use crate::{Fault, FaultKind, Intent};

/// Names with values, in the order in which they arrived.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

/// The JSON text is well formed but not an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnObject;

impl Fields {
    /// The pairs of a form; a control left empty is one that was not answered.
    pub fn from_form<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        let pairs = pairs.into_iter().map(|(name, value)| (name.into(), value.into()));
        Self(pairs.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The pairs of a JSON object.
    pub fn from_json(value: Value) -> Result<Self, NotAnObject> {
        let mut pairs = Vec::new();
        if !value.is_object() {
            return Err(NotAnObject);
        }
        flatten(None, value, &mut pairs);
        Ok(Self(pairs))
    }

    /// Puts a value in place of all that came by this name.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(n, _)| n != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Leaves out what the form shows to nobody as it is filled in now: the addresses of ways that are not chosen, every
    /// address where no answer is owed, with the consents that belong to one, and what would put it right unless it is a
    /// complaint. A person who
    /// changed their mind does not send what they no longer see.
    #[must_use]
    pub fn as_shown(mut self) -> Self {
        let intent = self.get("intent").and_then(Intent::parse);
        let is_complaint = intent == Some(Intent::Complaint);
        let by = self.get("reply.by").filter(|_| intent.is_some_and(Intent::is_owed_an_answer));
        let by = by.unwrap_or("code").to_owned();
        self.0.retain(|(name, value)| match (name.strip_prefix("reply."), name.as_str()) {
            (Some("by"), _) => *value == by,
            (Some("wanted"), _) => true,
            (Some(way), _) => way == by,
            (None, "put_right") => is_complaint,
            (None, "consents") => by != "code" || value == "publish-quote",
            (None, "notice") => by != "code",
            _ => true,
        });
        self
    }

    /// The first value by this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Takes the value of a button, which is no field of a card.
    pub fn take_answer(&mut self, name: &str) -> Option<String> {
        self.take_all(name).into_iter().next()
    }

    /// Every pair.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Takes the only value by this name; a second one is a fault.
    pub(crate) fn take(&mut self, name: &str, faults: &mut Vec<Fault>) -> Option<String> {
        let place = self.0.iter().position(|(n, _)| n == name)?;
        let (_, value) = self.0.remove(place);
        if !self.take_all(name).is_empty() {
            faults.push(Fault::at(name, FaultKind::Twice));
        }
        Some(value)
    }

    /// Takes every value by this name.
    pub fn take_all(&mut self, name: &str) -> Vec<String> {
        self.0.extract_if(.., |(n, _)| n == name).map(|(_, value)| value).collect()
    }

    /// What nobody took.
    pub(crate) fn into_names(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|(name, _)| name)
    }
}

/// The most characters of a name that is kept: names are said back, and no field's is longer.
const NAME_LIMIT: usize = 64;

fn flatten(name: Option<&str>, value: Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::Object(members) => {
            for (key, member) in members {
                // A key that could be taken for a path is none of ours: it stands in quotes, as an unknown field.
                let key = if key.is_empty() || key.contains('.') { format!("\"{key}\"") } else { key };
                let mut path = if let Some(name) = name { [name, ".", &key].concat() } else { key };
                if let Some((end, _)) = path.char_indices().nth(NAME_LIMIT) {
                    path.truncate(end);
                }
                flatten(Some(&path), member, pairs);
            }
        }
        Value::Array(items) => items.into_iter().for_each(|item| flatten(name, item, pairs)),
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => pairs.push((name.unwrap_or_default().to_owned(), text)),
        Value::Bool(_) | Value::Number(_) => {
            let text = value.to_string();
            // JSON has one kind of number, in which 3.0 is 3; some languages write no other.
            let text = text.strip_suffix(".0").unwrap_or(&text);
            pairs.push((name.unwrap_or_default().to_owned(), text.to_owned()));
        }
    }
}
