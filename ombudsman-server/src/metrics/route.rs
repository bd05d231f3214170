//! The pattern that an address fits: what is counted never says whose card or case it was. `tests/rules` holds this list
//! against the routes of every room.

/// The patterns, with their methods. The first that fits counts; what fits none is the last.
pub const PATTERNS: [&str; 113] = [
    "POST /api/v1/cards",
    "POST /card/{service}",
    "GET /card/{service}",
    "GET /embed/feedback.js",
    "GET /embed/v/{hash}/feedback.js",
    "GET /embed/v/{hash}/{file}",
    "POST /embed/health/{service}",
    "GET /assets/{hash}/{file}",
    "GET /track",
    "POST /track",
    "GET /card/{service}/poster",
    "GET /card/{service}/paper",
    "GET /receipt",
    "POST /receipt",
    "GET /receipt/key",
    "GET /api/openapi.json",
    "GET /results",
    "GET /results/you-said",
    "GET /results/complaints",
    "GET /results/compare",
    "GET /results/compare/{organisation}",
    "GET /results/compare/kinds/{kind}",
    "GET /results/benchmarks",
    "GET /data/benchmarks.csv",
    "GET /data/benchmarks.json",
    "GET /results/standards",
    "GET /results/standards/{organisation}",
    "GET /results/editions",
    "GET /results/editions.atom",
    "GET /results/editions/{quarter}",
    "GET /results/populations",
    "GET /results/populations/{survey}",
    "GET /data/populations/{survey}/{file}",
    "GET /data/dcat.jsonld",
    "GET /data/{edition}/{file}",
    "GET /results/{organisation}/{service}/badge.svg",
    "GET /results/{organisation}/{service}",
    "GET /results/{organisation}",
    "GET /desk",
    "GET /desk/quarantine",
    "POST /desk/quarantine",
    "GET /desk/suggestions",
    "POST /desk/suggestions",
    "GET /desk/you-said",
    "POST /desk/you-said",
    "GET /desk/compliments",
    "POST /desk/compliments",
    "GET /desk/cases/{reference}",
    "POST /desk/cases/{reference}",
    "POST /desk/cases/{reference}/labels",
    "GET /desk/enter",
    "POST /desk/enter",
    "GET /desk/search",
    "POST /desk/search",
    "GET /desk/load",
    "GET /desk/load/cases",
    "POST /desk/load/cases",
    "GET /desk/incidents",
    "POST /desk/incidents",
    "GET /desk/incidents/{id}",
    "GET /desk/referrals",
    "GET /desk/referrals/{reference}",
    "POST /desk/referrals/{reference}",
    "GET /desk/past-work",
    "POST /desk/past-work",
    "GET /desk/audit",
    "GET /desk/audit/{reference}",
    "GET /desk/events",
    "GET /desk/views",
    "POST /desk/views",
    "GET /desk/{view}",
    "GET /console",
    "GET /console/desks",
    "POST /console/desks",
    "GET /console/staff",
    "POST /console/staff",
    "GET /console/staff/{member}",
    "POST /console/staff/{member}",
    "GET /console/imports/standards",
    "GET /console/imports/standards/{import}",
    "GET /console/{service}",
    "POST /console/{service}",
    "GET /sign-in",
    "POST /sign-in",
    "GET /sign-in/organization",
    "GET /sign-in/organization/return",
    "POST /sign-out",
    "GET /account",
    "POST /account/password",
    "POST /account/sessions",
    "GET /account/second-factor",
    "POST /account/second-factor",
    "GET /publish",
    "POST /publish",
    "GET /publish/editions",
    "POST /publish/editions",
    "GET /publish/editions/{edition}",
    "GET /publish/editions/{edition}/{file}",
    "GET /publish/populations",
    "POST /publish/populations",
    "GET /publish/populations/{survey}",
    "GET /publish/populations/{survey}/{file}",
    "GET /publish/standards",
    "POST /publish/standards",
    "GET /publish/standards/{import}/{file}",
    "GET /holds",
    "POST /holds",
    "GET /releases",
    "POST /releases",
    "GET /health/live",
    "GET /health/ready",
    "GET /",
    "other",
];

/// The place of a pattern in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route(usize);

impl Route {
    /// What fits no pattern.
    pub const OTHER: Self = Self(PATTERNS.len() - 1);

    /// The pattern that this request fits.
    #[must_use]
    pub fn of(method: &str, path: &str) -> Self {
        let is_it = |pattern: &str| {
            let fitting = pattern.strip_prefix(method).and_then(|rest| rest.strip_prefix(' '));
            fitting.is_some_and(|pattern| fits(pattern, path))
        };
        PATTERNS.iter().position(|pattern| is_it(pattern)).map_or(Self::OTHER, Self)
    }

    pub(super) fn place(self) -> usize {
        self.0
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == given || (wanted.starts_with('{') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_counts_as_its_pattern_and_never_as_itself() {
        for (method, path, pattern) in [
            ("POST", "/api/v1/cards", "POST /api/v1/cards"),
            ("GET", "/card/passport", "GET /card/{service}"),
            ("GET", "/card/passport/paper", "GET /card/{service}/paper"),
            ("GET", "/embed/v/0123/feedback.js", "GET /embed/v/{hash}/feedback.js"),
            ("GET", "/embed/v/0123/widget.wasm", "GET /embed/v/{hash}/{file}"),
            ("GET", "/", "GET /"),
            ("GET", "/card/", "other"),
            ("GET", "/card/passport/paper/more", "other"),
            ("DELETE", "/api/v1/cards", "other"),
            ("GET", "/wp-login.php", "other"),
            ("", "", "other"),
        ] {
            assert_eq!(PATTERNS[Route::of(method, path).place()], pattern, "{method} {path}");
        }
    }
}
