//! A site whose pages may embed the card: an origin, or every subdomain of one. It is written into a header, where
//! anything else could add directives of its own.

/// What may stand before the host, with the port that each has anyway.
const SCHEMES: [(&str, u16); 2] = [("https://", 443), ("http://", 80)];
/// The longest host name that the domain name system has.
const HOST_MOST: usize = 253;
/// The longest part of one between two dots.
const LABEL_MOST: usize = 63;

/// `https://www.canada.ca`, `https://*.canada.ca` or `http://127.0.0.1:8081`, as browsers write them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site(String);

impl Site {
    /// The site of this text. Capitals, one slash at the end and the port that the scheme has anyway are taken away, as
    /// people copy them from an address bar; a path, a bare `*` or a name like `*.ca` makes it none.
    ///
    /// An IPv6 address is none: `frame-ancestors` has no way to write one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let text = text.strip_suffix('/').unwrap_or(&text);
        let (scheme, usual) = SCHEMES.into_iter().find(|(scheme, _)| text.starts_with(scheme))?;
        let rest = text.strip_prefix(scheme)?;
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Some(read_port(port)?)),
            None => (rest, None),
        };
        if !is_host(host) {
            return None;
        }
        Some(Self(match port.filter(|port| *port != usual) {
            Some(port) => format!("{scheme}{host}:{port}"),
            None => format!("{scheme}{host}"),
        }))
    }

    /// The site as browsers write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The directive that lets these sites, and nobody else, show a page inside theirs.
#[must_use]
pub fn frame_ancestors<'a>(sites: impl Iterator<Item = &'a str>) -> String {
    let sites: std::collections::BTreeSet<&str> = sites.collect();
    let list = if sites.is_empty() { "'none'".to_owned() } else { Vec::from_iter(sites).join(" ") };
    format!("frame-ancestors {list}")
}

/// A port without signs or leading zeros.
fn read_port(text: &str) -> Option<u16> {
    let port: u16 = text.parse().ok()?;
    (port > 0 && port.to_string() == text).then_some(port)
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let letters_hold = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (1..=LABEL_MOST).contains(&label.len()) && letters_hold && !label.starts_with('-') && !label.ends_with('-')
    };
    let fixed = host.strip_prefix("*.").unwrap_or(host);
    let labels: Vec<&str> = fixed.split('.').collect();
    // All subdomains of `ca` would be nearly everyone; all subdomains of an address are nothing.
    let is_number = labels.last().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
    let wildcard_holds = fixed == host || (labels.len() >= 2 && !is_number);
    let number_holds = !is_number || host.parse::<std::net::Ipv4Addr>().is_ok();
    host.len() <= HOST_MOST && labels.into_iter().all(is_label) && wildcard_holds && number_holds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_kept_as_browsers_write_it() {
        for (text, kept) in [
            ("https://www.canada.ca", "https://www.canada.ca"),
            (" HTTPS://WWW.Canada.ca/ ", "https://www.canada.ca"),
            ("https://www.canada.ca:443", "https://www.canada.ca"),
            ("https://www.canada.ca:8443", "https://www.canada.ca:8443"),
            ("https://*.canada.ca", "https://*.canada.ca"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
            ("http://intranet", "http://intranet"),
        ] {
            assert_eq!(Site::parse(text).as_ref().map(Site::as_str), Some(kept), "{text}");
        }
    }

    #[test]
    fn what_could_say_more_than_one_site_to_a_header_is_no_site() {
        let long = format!("https://{}.ca", "a".repeat(64));
        for text in [
            "",
            "*",
            "https://",
            "https://*",
            "https://*.ca",
            "https://*.0.0.1",
            "https://www.*.ca",
            "https://a.ca/page",
            "https://a.ca//",
            "https://a.ca?x",
            "https://a.ca; script-src *",
            "https://a.ca https://b.ca",
            "https://a.ca,https://b.ca",
            "https://a@b.ca",
            "https://a.ca:0",
            "https://a.ca:+1",
            "https://a.ca:99999",
            "https://a.ca:",
            "https://-a.ca",
            "https://a..ca",
            "https://a.ca.",
            "https://1.2.3",
            "https://[::1]",
            "https://é.ca",
            "javascript:alert(1)",
            "'self'",
            "https://a.ca\r\nx: y",
            &long,
        ] {
            assert_eq!(Site::parse(text), None, "{text}");
        }
    }

    #[test]
    fn without_any_site_nobody_may_show_the_page_and_a_site_of_two_lists_is_named_once() {
        assert_eq!(frame_ancestors(std::iter::empty()), "frame-ancestors 'none'");
        let sites = ["https://b.ca", "https://a.ca", "https://b.ca"];
        assert_eq!(frame_ancestors(sites.into_iter()), "frame-ancestors https://a.ca https://b.ca");
    }
}
