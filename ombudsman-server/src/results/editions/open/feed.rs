//! `GET /results/editions.atom`: the editions and the surveys as a feed, the newest first, in the visitor's language, so that nobody
//! needs to look whether there is a new one.

use std::cmp::Reverse;

use ::http::{HeaderValue, StatusCode, header};
use askama::Template;
use feedback::Language;
use jiff::Timestamp;

use super::{Office, to_everyone};
use crate::house::House;
use crate::http::{Failure, Reply, Visit, of_type};
use crate::results::editions::table::quarter_in_words;
use crate::results::editions::{Edition, store};
use crate::results::populations;
use crate::words::Words;

/// So many are in it: of editions alone, four years and some corrections.
const MOST: usize = 20;

#[derive(Template)]
#[template(path = "results/editions.xml")]
struct Feed {
    words: &'static Words,
    /// The language, and the other one.
    languages: [&'static str; 2],
    server: String,
    /// When the newest was published.
    updated: Timestamp,
    entries: Vec<Entry>,
}

/// Something that was published.
pub(in crate::results) struct Entry {
    /// Where its page is in the office.
    pub page: String,
    /// Where its files are.
    pub folder: String,
    pub title: String,
    pub published: Timestamp,
    /// When it changed: when it was published, or withdrawn.
    pub updated: Timestamp,
    /// What it is, or why there is it.
    pub summary: String,
    /// Its files: name, media type and bytes.
    pub files: Vec<(&'static str, &'static str, i64)>,
}

/// `GET /results/editions.atom`.
pub(in crate::results::editions) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let words = visit.words();
    let what = Office::of(house).what(words);
    let mut entries: Vec<Entry> = public.iter().map(|edition| entry(edition, visit, &what)).collect();
    entries.extend(populations::open::entries(house, visit).await?);
    entries.sort_by_key(|entry| Reverse(entry.updated));
    entries.truncate(MOST);
    let feed = Feed {
        words,
        languages: if visit.official == Language::French { ["fr", "en"] } else { ["en", "fr"] },
        server: house.config.public_url.clone(),
        // A feed says when it changed, and one without anything never did.
        updated: entries.first().map_or(Timestamp::UNIX_EPOCH, |newest| newest.updated),
        entries,
    };
    let text = feed.render().map_err(Failure::internal)?;
    let mut reply = to_everyone(of_type(StatusCode::OK, "application/atom+xml; charset=utf-8", text.into_bytes()));
    reply.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    Ok(reply)
}

fn entry(edition: &Edition, visit: &Visit, what: &str) -> Entry {
    let (words, published) = (visit.words(), edition.published_at().unwrap_or_default());
    let because = |reason: String| words.with("editions-because", "reason", reason);
    let [json, csv] = edition.sizes;
    Entry {
        page: format!("/results/editions/{}", edition.id),
        folder: format!("/data/{}", edition.id),
        title: title(edition, words),
        published,
        updated: published,
        summary: edition.reason_in(visit.official).map_or_else(|| what.to_owned(), because),
        files: vec![("results.csv", "text/csv", csv), ("results.json", "application/json", json)],
    }
}

fn title(edition: &Edition, words: &Words) -> String {
    let of = words.with("editions-of", "quarter", quarter_in_words(edition.quarter, words));
    if edition.number > 1 {
        format!("{of} – {}", words.with("editions-correction", "number", edition.number))
    } else {
        of
    }
}
