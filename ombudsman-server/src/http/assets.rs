//! Files that browsers may keep for ever, because their address names their content: the card's set, built by
//! `cargo xtask build` and put into the program by `build.rs`, the style sheets of the pages and of paper, and the desk's
//! script.

use std::sync::LazyLock;

use ::http::{HeaderValue, StatusCode, header};
use warp::Filter;

use super::{Failure, Reply, Routes, Visit, answer, get, get_two, of_type, visit};
use crate::secrets::{sha256_hex, sha384_base64};

/// How long browsers may keep what an address names by its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The hexadecimal digits of a hash in an address.
const HASH_DIGITS: usize = 16;
/// The file of the set that host pages load.
const LOADER_NAME: &str = "feedback.js";
/// The file of the set that stands in the card's document itself.
const STYLE_NAME: &str = "card.css";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";

/// A file of the card's set, with its compressed copies.
pub struct Asset {
    /// The file's name in its set.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The file itself, and as brotli and gzip.
    pub copies: [&'static [u8]; 3],
}

/// The card's set of files.
pub struct CardSet {
    /// The hash of the whole set, or `None` where the widget was not built into this program.
    pub hash: Option<&'static str>,
    /// The files.
    pub files: &'static [Asset],
}

include!(concat!(env!("OUT_DIR"), "/card_set.rs"));

/// A file of the pages and its address.
pub struct PageFile {
    /// Where browsers find it.
    pub address: String,
    text: &'static str,
    media_type: &'static str,
}

impl PageFile {
    fn new(name: &str, text: &'static str, media_type: &'static str) -> Self {
        let address = format!("/assets/{}/{name}", &sha256_hex(text.as_bytes())[..HASH_DIGITS]);
        Self { address, text, media_type }
    }
}

/// The style sheet of the pages.
#[must_use]
pub fn pages_css() -> &'static PageFile {
    static SHEET: LazyLock<PageFile> = LazyLock::new(|| {
        let text = concat!(include_str!("../../../widget/page/tokens.css"), include_str!("assets/pages.css"));
        PageFile::new("pages.css", text, CSS)
    });
    &SHEET
}

/// The style sheet of what is made to be printed: posters and paper cards.
#[must_use]
pub fn paper_css() -> &'static PageFile {
    static SHEET: LazyLock<PageFile> = LazyLock::new(|| {
        let text = concat!(include_str!("../../../widget/page/tokens.css"), include_str!("assets/paper.css"));
        PageFile::new("paper.css", text, CSS)
    });
    &SHEET
}

/// The script of the desk's pages, the only one that a page of the office has.
#[must_use]
pub fn desk_js() -> &'static PageFile {
    static SCRIPT: LazyLock<PageFile> =
        LazyLock::new(|| PageFile::new("desk.js", include_str!("assets/desk.js"), JAVASCRIPT));
    &SCRIPT
}

/// The loader of this version, as a host page may name it by its content.
pub struct Loader {
    /// The script.
    pub script: &'static str,
    /// The hash in its address: it changes when the script does, and not when another file of the set does.
    pub hash: String,
    /// What a host page writes into `integrity`.
    pub integrity: String,
    file: &'static Asset,
}

/// The card's style, as it stands in the card's document: a person on a slow line sees the form with the first answer.
pub struct CardStyle {
    /// The style sheet.
    pub text: &'static str,
    /// What names it in a Content-Security-Policy.
    pub named: String,
}

/// The card's style, or `None` where the widget was not built into this program.
#[must_use]
pub fn card_style() -> Option<&'static CardStyle> {
    static STYLE: LazyLock<Option<CardStyle>> = LazyLock::new(|| {
        let file = CARD_SET.files.iter().find(|file| file.name == STYLE_NAME)?;
        let text = std::str::from_utf8(file.copies[0]).ok()?;
        Some(CardStyle { text, named: format!("'{}'", sha384_base64(text.as_bytes())) })
    });
    STYLE.as_ref()
}

/// This version's loader, or `None` where the widget was not built into this program.
#[must_use]
pub fn current_loader() -> Option<&'static Loader> {
    static LOADER: LazyLock<Option<Loader>> = LazyLock::new(|| {
        let file = CARD_SET.files.iter().find(|file| file.name == LOADER_NAME)?;
        let script = std::str::from_utf8(file.copies[0]).ok()?;
        let hash = sha256_hex(script.as_bytes())[..HASH_DIGITS].to_owned();
        Some(Loader { script, hash, integrity: sha384_base64(script.as_bytes()), file })
    });
    LOADER.as_ref()
}

/// This version's loader, if this is its hash.
#[must_use]
pub fn loader_of(visit: &Visit, hash: &str) -> Option<Reply> {
    let loader = current_loader().filter(|loader| loader.hash == hash)?;
    Some(serve(visit, loader.file, FOR_EVER))
}

/// A loader of an earlier version, to the byte.
#[must_use]
pub fn kept_loader(script: String) -> Reply {
    let mut reply = of_type(StatusCode::OK, JAVASCRIPT, script.into_bytes());
    for_other_origins(&mut reply, FOR_EVER);
    reply
}

/// `GET /embed/feedback.js`, `/embed/v/{hash of the set}/…`, `/assets/{hash}/{pages.css,paper.css,desk.js}`.
#[must_use]
pub fn routes() -> Routes {
    let loader = get("/embed/feedback.js").and(visit()).map(|visit| loader(&visit));
    let card = get_two("/embed/v/{hash}/{file}")
        .and(visit())
        .map(|hash: String, name: String, visit| answer(&visit, card_file(&visit, &hash, &name)));
    let of_pages = get_two("/assets/{hash}/{file}").and(visit()).map(|_, _, visit: Visit| {
        let file = [pages_css(), paper_css(), desk_js()].into_iter().find(|file| file.address == visit.path);
        answer(&visit, file.map(kept_for_ever).ok_or(Failure::NotFound))
    });
    loader.or(card).unify().or(of_pages).unify().boxed()
}

/// The loader, under the address that host pages name: kept for five minutes, so that a mended one arrives soon.
fn loader(visit: &Visit) -> Reply {
    match current_loader() {
        Some(loader) => serve(visit, loader.file, "public, max-age=300"),
        None => of_type(
            StatusCode::SERVICE_UNAVAILABLE,
            JAVASCRIPT,
            b"// The widget is not built into this server. Build it with: cargo xtask build\n".to_vec(),
        ),
    }
}

fn card_file(visit: &Visit, hash: &str, name: &str) -> Result<Reply, Failure> {
    // The loader has an address of its own, and the style none.
    let is_here = CARD_SET.hash == Some(hash) && ![LOADER_NAME, STYLE_NAME].contains(&name);
    let is_it = |file: &&Asset| is_here && file.name == name;
    CARD_SET.files.iter().find(is_it).map(|file| serve(visit, file, FOR_EVER)).ok_or(Failure::NotFound)
}

fn serve(visit: &Visit, file: &Asset, cache: &'static str) -> Reply {
    let accepted = visit.header(&header::ACCEPT_ENCODING).unwrap_or_default();
    let accepts = |name: &str| {
        accepted.split(',').any(|part| part.trim().split(';').next() == Some(name) && !part.contains("q=0"))
    };
    let (copy, encoding) = match () {
        () if accepts("br") => (file.copies[1], Some("br")),
        () if accepts("gzip") => (file.copies[2], Some("gzip")),
        () => (file.copies[0], None),
    };
    let mut reply = of_type(StatusCode::OK, file.media_type, copy.to_vec());
    let headers = reply.headers_mut();
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    for_other_origins(&mut reply, cache);
    reply
}

/// Host pages load the loader, and may check its hash, from another origin.
fn for_other_origins(reply: &mut Reply, cache: &'static str) {
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
}

fn kept_for_ever(file: &PageFile) -> Reply {
    let mut reply = of_type(StatusCode::OK, file.media_type, file.text.as_bytes());
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(FOR_EVER));
    reply
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desks_script_is_no_larger_than_who_never_presses_a_key_should_pay_for() {
        assert!(desk_js().text.len() <= 4_096, "{}", desk_js().text.len());
    }
}
