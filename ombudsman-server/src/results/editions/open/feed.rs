//! `GET /results/editions.atom`: the editions as a feed, the newest first, in the visitor's language, so that nobody needs to
//! look whether there is a new one.

use ::http::{HeaderValue, StatusCode, header};
use askama::Template;
use feedback::Language;

use super::{Office, published, to_everyone};
use crate::house::House;
use crate::http::{Failure, Reply, Visit, of_type};
use crate::results::editions::table::quarter_in_words;
use crate::results::editions::{Edition, store};
use crate::words::Words;

/// So many editions are in it: four years and some corrections.
const MOST: usize = 20;

#[derive(Template)]
#[template(path = "results/editions.xml")]
struct Feed {
    words: &'static Words,
    /// The language, and the other one.
    languages: [&'static str; 2],
    server: String,
    /// What an edition is.
    what: String,
    /// When the newest was published.
    updated: String,
    entries: Vec<Entry>,
}

struct Entry {
    edition: Edition,
    title: String,
    published: String,
    reason: Option<String>,
}

/// `GET /results/editions.atom`.
pub(in crate::results::editions) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let words = visit.words();
    let entry = |edition: Edition| Entry {
        title: title(&edition, words),
        published: published(&edition),
        reason: edition.reason_in(visit.official),
        edition,
    };
    let entries: Vec<Entry> = public.into_iter().take(MOST).map(entry).collect();
    let newest = entries.iter().map(|entry| entry.published.clone()).max();
    let feed = Feed {
        words,
        languages: if visit.official == Language::French { ["fr", "en"] } else { ["en", "fr"] },
        server: house.config.public_url.clone(),
        what: Office::of(house).what(words),
        // A feed says when it changed, and one without editions never did.
        updated: newest.unwrap_or_else(|| jiff::Timestamp::UNIX_EPOCH.to_string()),
        entries,
    };
    let text = feed.render().map_err(Failure::internal)?;
    let mut reply = to_everyone(of_type(StatusCode::OK, "application/atom+xml; charset=utf-8", text.into_bytes()));
    reply.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    Ok(reply)
}

fn title(edition: &Edition, words: &Words) -> String {
    let of = words.with("editions-of", "quarter", quarter_in_words(edition.quarter, words));
    if edition.number > 1 {
        format!("{of} – {}", words.with("editions-correction", "number", edition.number))
    } else {
        of
    }
}
