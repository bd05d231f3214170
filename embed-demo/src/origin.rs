//! The origin of the comment card server. It is written into pages and into a Content-Security-Policy, so it is checked
//! once, here, and afterwards trusted everywhere.

use std::{fmt, str::FromStr};

/// An origin such as `https://comments.example`: scheme, host and perhaps a port, no path, nothing that HTML or a header
/// could read as anything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// The text was not the origin of a web server.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAnOrigin(String);

impl FromStr for Origin {
    type Err = NotAnOrigin;

    /// Accepts one trailing slash, as people copy it from an address bar, and drops it.
    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        let origin = text.strip_suffix('/').unwrap_or(text);
        let host = ["http://", "https://"].iter().find_map(|scheme| origin.strip_prefix(scheme));
        let is_host_character = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
        match host {
            Some(host) if !host.is_empty() && host.chars().all(is_host_character) => Ok(Self(origin.to_owned())),
            _ => Err(NotAnOrigin(text.to_owned())),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NotAnOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not the origin of a web server; write it like http://127.0.0.1:8080", self.0)
    }
}

impl std::error::Error for NotAnOrigin {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_kept_as_written_without_its_last_slash() {
        for (text, kept) in [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("https://comments.example/", "https://comments.example"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(text.parse::<Origin>().map(|origin| origin.to_string()), Ok(kept.to_owned()));
        }
    }

    #[test]
    fn what_could_escape_from_a_page_or_a_header_is_no_origin() {
        for text in [
            "",
            "127.0.0.1:8080",
            "http://",
            "http://a/b",
            "http://a; script-src *",
            "http://a\"><script>",
            "http://a\r\nx: y",
        ] {
            assert_eq!(text.parse::<Origin>(), Err(NotAnOrigin(text.to_owned())));
        }
    }
}
