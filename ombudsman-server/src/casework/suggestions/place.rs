//! Where a card stands in a list of those that get an end: the open ones first, then by when they came.

use crate::http::Visit;

/// A place in such a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::casework) struct Place {
    /// Whether it has its end.
    pub is_ended: bool,
    /// When it came, in milliseconds since 1970.
    pub received_at: i64,
    /// Its reference.
    pub reference: String,
}

impl Place {
    /// The place that an address names. What is no place is before every one.
    pub fn parse(text: &str) -> Self {
        let mut parts = text.splitn(3, '.');
        let is_ended = parts.next() == Some("1");
        let received_at = parts.next().and_then(|time| time.parse().ok());
        let reference = parts.next().map(str::to_owned);
        received_at.zip(reference).map_or_else(Self::default, |(received_at, reference)| Self {
            is_ended,
            received_at,
            reference,
        })
    }
}

/// The address of such a list, kept in the page's language and to the desk that was asked for; from this place on.
pub(in crate::casework) fn address(visit: &Visit, path: &str, after: Option<&Place>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("lang", visit.language.as_str());
    if let Some(desk) = visit.asked("desk").filter(|desk| !desk.is_empty()) {
        query.append_pair("desk", desk);
    }
    if let Some(after) = after {
        let place = format!("{}.{}.{}", i32::from(after.is_ended), after.received_at, after.reference);
        query.append_pair("after", &place);
    }
    format!("{path}?{}", query.finish())
}
