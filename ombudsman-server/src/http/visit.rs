//! A visit: who asks for what, in which language, as far as headers and address tell.

use std::convert::Infallible;

use ::http::{HeaderMap, Request, Uri, header};
use feedback::Language;
use warp::Filter;
use warp::filters::BoxedFilter;

use crate::words::Words;

/// What a request says about itself. Only `peer.rs` reads where it comes from, and hands on no address.
#[derive(Clone)]
pub struct Visit {
    /// The language to answer in.
    pub language: Language,
    /// English or French: the language for what is there in these two only, such as the names of services.
    pub official: Language,
    /// The languages in which there is an answer.
    pub offered: &'static [Language],
    /// The path asked for, without the query.
    pub path: String,
    /// The query's pairs.
    pub query: Vec<(String, String)>,
    headers: HeaderMap,
}

/// Reads the visit of any request, to be answered in English or French.
#[must_use]
pub fn visit() -> BoxedFilter<(Visit,)> {
    visit_in(Language::OFFICIAL)
}

/// Reads the visit of someone who leaves or follows a card: to be answered in any of the card's languages. Every sentence
/// that the answer may need must be in all of them; `tests/rules` knows which.
#[must_use]
pub fn visit_in_any_language() -> BoxedFilter<(Visit,)> {
    visit_in(Language::ALL)
}

fn visit_in(offered: &'static [Language]) -> BoxedFilter<(Visit,)> {
    let query = warp::query::raw().or_else(|_| async { Ok::<_, Infallible>((String::new(),)) });
    warp::path::full()
        .and(query)
        .and(warp::header::headers_cloned())
        .map(move |path: warp::path::FullPath, query: String, headers| {
            Visit::new(path.as_str(), &query, headers, offered)
        })
        .boxed()
}

/// What is kept of a request while it is answered, to say that it took too long: its address, and what its answer
/// depends on.
pub(super) struct Asked {
    address: Uri,
    headers: HeaderMap,
}

impl Asked {
    pub(super) fn of<B>(request: &Request<B>) -> Self {
        let kept = [header::ACCEPT, header::ACCEPT_LANGUAGE].into_iter();
        let headers = kept.filter_map(|name| Some((name.clone(), request.headers().get(name)?.clone()))).collect();
        Self { address: request.uri().clone(), headers }
    }

    /// The visit, in any of the card's languages.
    pub(super) fn visit(self) -> Visit {
        Visit::new(self.address.path(), self.address.query().unwrap_or_default(), self.headers, Language::ALL)
    }
}

impl Visit {
    fn new(path: &str, query: &str, headers: HeaderMap, offered: &'static [Language]) -> Self {
        let query: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let named = query.iter().find(|(name, _)| name == "lang").and_then(|(_, value)| of_tag(value));
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let among = |offered: &[Language]| {
            named.filter(|named| offered.contains(named)).unwrap_or_else(|| preferred(accepted, offered))
        };
        let (language, official) = (among(offered), among(Language::OFFICIAL));
        Self { language, official, offered, path: path.to_owned(), query, headers }
    }

    /// A visit with these headers.
    #[cfg(test)]
    pub(crate) fn for_testing(headers: impl IntoIterator<Item = (header::HeaderName, &'static str)>) -> Self {
        let headers = headers.into_iter().map(|(name, value)| (name, ::http::HeaderValue::from_static(value)));
        Self::new("/", "", headers.collect(), Language::OFFICIAL)
    }

    /// The sentences of the visit's language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The first value of this name in the query.
    #[must_use]
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// A header's text.
    #[must_use]
    pub fn header(&self, name: &header::HeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The texts of a header that may come several times, in their order.
    pub fn headers(&self, name: &header::HeaderName) -> impl DoubleEndedIterator<Item = &str> {
        self.headers.get_all(name).iter().filter_map(|value| value.to_str().ok())
    }

    /// Whether a person's browser asks for a page, rather than a program for data.
    #[must_use]
    pub fn wants_a_page(&self) -> bool {
        self.header(&header::ACCEPT).is_some_and(|accept| accept.contains("text/html"))
    }

    /// Whether the body says that it is of this media type.
    #[must_use]
    pub fn sends(&self, media_type: &str) -> bool {
        let sent = self.header(&header::CONTENT_TYPE).and_then(|value| value.split(';').next());
        sent.is_some_and(|sent| sent.trim().eq_ignore_ascii_case(media_type))
    }

    /// A cookie's value.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let cookies = self.header(&header::COOKIE)?;
        cookies.split(';').filter_map(|pair| pair.trim().split_once('=')).find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// The same page in this language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.query.iter().filter(|(name, _)| name != "lang"));
        query.append_pair("lang", language.as_str());
        // Two slashes in front would make the rest another site's name.
        format!("/{}?{}", self.path.trim_start_matches('/'), query.finish())
    }
}

/// The language of a tag of BCP 47, such as `fr-CA`.
fn of_tag(tag: &str) -> Option<Language> {
    Language::parse(&tag.trim().split('-').next()?.to_ascii_lowercase())
}

/// The one of these languages that the visitor's browser wants most.
fn preferred(accepted: &str, offered: &[Language]) -> Language {
    let wanted = accepted.split(',').filter_map(|part| {
        let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
        let language = of_tag(tag)?;
        offered.contains(&language).then(|| (language, weight.trim().parse::<f32>().unwrap_or(0.0)))
    });
    // Of two that are wanted alike, the one named first.
    wanted.reduce(|best, next| if next.1 > best.1 { next } else { best }).map_or(Language::English, |best| best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str, accepted: &str, offered: &'static [Language]) -> Visit {
        let accepted = ::http::HeaderValue::from_bytes(accepted.as_bytes()).expect("text");
        Visit::new("/", query, [(header::ACCEPT_LANGUAGE, accepted)].into_iter().collect(), offered)
    }

    #[test]
    fn the_language_asked_for_wins_over_the_browser_and_the_browser_over_english() {
        for (query, accepted, expected) in [
            ("lang=fr", "en-CA", Language::French),
            ("", "fr-CA,fr;q=0.9,en;q=0.8", Language::French),
            ("lang=xx", "de, fr;q=0.5", Language::French),
            ("lang=", "fr", Language::French),
            ("lang=FR-ca", "en", Language::French),
            ("", "en;q=0.1, fr", Language::French),
            ("", "é", Language::English),
            ("", "arn, pt-BR;q=0.8", Language::Portuguese),
            ("lang=ar", "fr", Language::Arabic),
        ] {
            assert_eq!(asked(query, accepted, Language::ALL).language, expected, "{query} {accepted}");
        }
    }

    #[test]
    fn what_is_there_in_english_and_french_only_is_shown_in_the_one_that_the_browser_wants_more() {
        for (query, accepted, expected) in [
            ("lang=ar", "ar, fr;q=0.5, en;q=0.1", Language::French),
            ("lang=es", "", Language::English),
            ("lang=en", "fr", Language::English),
        ] {
            let visit = asked(query, accepted, Language::OFFICIAL);
            assert_eq!((visit.language, visit.official), (expected, expected), "{query} {accepted}");
            assert_eq!(asked(query, accepted, Language::ALL).official, expected, "{query} {accepted}");
        }
    }

    #[test]
    fn changing_the_language_keeps_the_rest_of_the_address() {
        let visit = Visit::new("/results", "q=a%26b&lang=en", HeaderMap::new(), Language::OFFICIAL);
        assert_eq!(visit.in_language(Language::French), "/results?q=a%26b&lang=fr");
        let elsewhere = Visit::new("//evil.example/x", "", HeaderMap::new(), Language::OFFICIAL);
        assert_eq!(elsewhere.in_language(Language::French), "/evil.example/x?lang=fr");
    }
}
