//! The situations. Each page is a whole file that a web team can read and copy; only `{{server}}` is filled in.

use std::path::Path;

use crate::Origin;

/// One thing that the site can answer with.
pub struct Page {
    /// Where it is found, for example `/plain`.
    pub path: &'static str,
    /// Its media type, as the `Content-Type` header says it.
    pub media_type: &'static str,
    /// What is sent.
    pub body: String,
    /// The `Content-Security-Policy` of the page, where the situation is about having one.
    pub policy: Option<String>,
}

const HTML: &str = "text/html; charset=utf-8";

/// The pages made of a design system: path, the system's package, the page.
const SYSTEMS: [(&str, &str, &str); 3] = [
    ("/govuk", "govuk-frontend", include_str!("../pages/govuk.html")),
    ("/uswds", "@uswds/uswds", include_str!("../pages/uswds.html")),
    ("/gcds", "@gcds-core/components", include_str!("../pages/gcds.html")),
];

/// Everything on the site, ready to send, with the cards coming from `server` and the design systems from a folder of
/// packages. Where a package is not there, its page says so.
pub fn site(server: &Origin, packages: &Path) -> Vec<Page> {
    let page = |path, text: &str| Page { path, media_type: HTML, body: fill(text, server), policy: None };
    let system = |(path, package, text)| {
        let is_there = packages.join(package).is_dir();
        page(path, if is_there { text } else { include_str!("../pages/not-installed.html") })
    };
    let mut site = vec![
        page("/", include_str!("../pages/index.html")),
        page("/plain", include_str!("../pages/plain.html")),
        Page { policy: Some(strict_policy(server)), ..page("/strict", include_str!("../pages/strict.html")) },
        page("/two", include_str!("../pages/two.html")),
        page("/fr", include_str!("../pages/fr.html")),
        page("/no-script", include_str!("../pages/no-script.html")),
        page("/down", include_str!("../pages/down.html")),
        Page { media_type: "text/css; charset=utf-8", ..page("/site.css", include_str!("../pages/site.css")) },
        Page { media_type: "text/css; charset=utf-8", ..page("/room.css", include_str!("../pages/room.css")) },
        Page { media_type: "image/svg+xml", ..page("/icon.svg", include_str!("../pages/icon.svg")) },
    ];
    site.extend(SYSTEMS.map(system));
    site
}

/// What is said where there is no page.
pub fn missing() -> &'static str {
    include_str!("../pages/missing.html")
}

/// The least that a strict page has to allow for the card: its script, its frame, and its report of a failure; nothing
/// else, and no script that makes markup or script out of text.
fn strict_policy(server: &Origin) -> String {
    format!(
        "default-src 'self'; script-src 'self' {server}; frame-src {server}; connect-src {server}; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

fn fill(text: &str, server: &Origin) -> String {
    text.replace("{{server}}", &server.to_string())
}
