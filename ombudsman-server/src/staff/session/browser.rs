//! What a member's list of sessions calls a browser: its kind and the system's, so that one's own can be told from a
//! stranger's. A browser's full description of itself would tell more than that needs, and is not kept.

/// Kinds of browsers, by a word of their description of themselves. Several name others besides: the first that is found
/// counts.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Kinds of systems.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The kind of browser and of system, a slash between; what is not known is left out.
pub(super) fn kind(description: &str) -> String {
    let first =
        |of: &[(&str, &'static str)]| of.iter().find(|(word, _)| description.contains(word)).map(|found| found.1);
    let both = [first(&BROWSERS), first(&SYSTEMS)];
    both.into_iter().flatten().collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_its_kind_and_never_by_what_it_says_of_itself() {
        for (description, expected) in [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox / Windows"),
            ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36", "Chrome / Linux"),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537.36 Edg/156.0", "Edge / Windows"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "Safari / iPhone"),
            ("curl/8.0", ""),
            ("<script>Firefox/", "Firefox"),
        ] {
            assert_eq!(kind(description), expected, "{description}");
        }
    }
}
