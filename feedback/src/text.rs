//! The comment: plain text, its length counted as people count.

use std::borrow::Cow;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::FaultKind;

/// The most characters of a comment, as people count them.
pub const COMMENT_LIMIT: usize = 4_000;

/// The most characters of what would put it right.
pub const PUT_RIGHT_LIMIT: usize = 1_000;

/// How many characters a person would count: an é is one however it is encoded, and so is a family emoji.
#[must_use]
pub fn characters(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).count() }
}

/// What a person wrote: not blank, no longer than its limit, ends trimmed, lines ended by `\n`, without control
/// characters but that and the tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comment(String);

impl Comment {
    /// The comment of at most this many characters, or `None` if there is nothing but white space.
    ///
    /// Forms send line ends as `\r\n`; counting them as two would refuse what the counter on the page allowed.
    pub fn parse(text: &str, limit: usize) -> Result<Option<Self>, FaultKind> {
        let is_left_out = |c: char| c.is_control() && c != '\n' && c != '\t';
        let text = if text.contains(is_left_out) {
            Cow::Owned(text.replace("\r\n", "\n").replace(is_left_out, ""))
        } else {
            Cow::Borrowed(text)
        };
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let given = characters(text);
        if given > limit {
            return Err(FaultKind::TooLong { limit, given });
        }
        Ok(Some(Self(text.to_owned())))
    }

    /// A comment in which something was masked. It may be longer than its limit: the limit is for people.
    #[must_use]
    pub const fn masked(text: String) -> Self {
        Self(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_people_count_them() {
        for (text, expected) in [("cafe", 4), ("café", 4), ("cafe\u{301}", 4), ("👨‍👩‍👧", 1), ("🇨🇦", 1), ("a\nb", 3)]
        {
            assert_eq!(characters(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_comment_of_4000_characters_is_taken_and_of_4001_refused() {
        assert!(Comment::parse(&"é".repeat(4_000), COMMENT_LIMIT).is_ok_and(|comment| comment.is_some()));
        assert_eq!(
            Comment::parse(&"é".repeat(4_001), COMMENT_LIMIT),
            Err(FaultKind::TooLong { limit: 4_000, given: 4_001 })
        );
    }

    #[test]
    fn line_ends_of_a_form_count_once() {
        let text = "a\r\n".repeat(1_999) + "ab";
        assert!(Comment::parse(&text, COMMENT_LIMIT).is_ok());
    }
}
