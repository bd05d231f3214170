//! What a browser, and a web team that copies from a page, may rely on.

use std::path::Path;

use embed_demo::{Origin, routes};
use warp::{
    http::{Response, StatusCode},
    hyper::body::Bytes,
};

const SERVER: &str = "https://comments.example:8443";
/// A folder of packages in which there are none.
const PACKAGES: &str = "no-such-folder";
const PAGES: [(&str, &str); 7] = [
    ("/", "en"),
    ("/plain", "en"),
    ("/strict", "en"),
    ("/two", "en"),
    ("/fr", "fr"),
    ("/no-script", "en"),
    ("/down", "en"),
];

fn server() -> Origin {
    SERVER.parse().expect("an origin")
}

async fn get(path: &str) -> Response<Bytes> {
    warp::test::request().path(path).reply(&routes(&server(), Path::new(PACKAGES))).await
}

async fn text(path: &str) -> String {
    String::from_utf8(get(path).await.body().to_vec()).expect("UTF-8")
}

#[tokio::test]
async fn every_page_answers_with_its_language_one_heading_and_a_main_landmark() {
    for (path, language) in PAGES {
        let response = get(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8", "{path}");
        let page = text(path).await;
        assert!(page.contains(&format!("<html lang=\"{language}\">")), "{path} has no language");
        assert_eq!(page.matches("<h1>").count(), 1, "{path}");
        assert_eq!(page.matches("<main>").count(), 1, "{path}");
    }
}

#[tokio::test]
async fn pages_that_embed_a_card_take_the_script_and_the_link_from_the_server() {
    for path in ["/plain", "/strict", "/two", "/fr"] {
        let page = text(path).await;
        assert!(page.contains(&format!("<script src=\"{SERVER}/embed/feedback.js\" defer></script>")), "{path}");
        let cards = page.matches("<comment-card ").count();
        assert!(cards > 0, "{path} embeds no card");
        assert_eq!(page.matches(&format!("<a href=\"{SERVER}/card/")).count(), cards, "{path}: a link for each card");
    }
}

#[tokio::test]
async fn the_page_without_script_has_only_the_link() {
    let page = text("/no-script").await;
    assert!(page.contains(&format!("<a href=\"{SERVER}/card/canada-pension-plan?lang=en\">")));
    assert!(!page.contains("<script") && !page.contains("<comment-card"));
}

#[tokio::test]
async fn the_page_whose_service_is_down_never_asks_the_real_server() {
    let page = text("/down").await;
    assert!(page.contains("<script src=\"http://127.0.0.1:9/embed/feedback.js\" defer></script>"));
    assert!(!page.contains(SERVER));
}

#[tokio::test]
async fn only_the_strict_page_has_a_policy_and_it_allows_just_the_server() {
    for (path, _) in PAGES {
        let response = get(path).await;
        let policy = response.headers().get("content-security-policy").map(|value| value.to_str().expect("ASCII"));
        let strict = format!(
            "default-src 'self'; script-src 'self' {SERVER}; frame-src {SERVER}; connect-src {SERVER}; \
             require-trusted-types-for 'script'; trusted-types 'none'"
        );
        assert_eq!(policy, (path == "/strict").then_some(strict.as_str()), "{path}");
    }
}

#[tokio::test]
async fn nothing_is_left_to_fill_in() {
    for (path, _) in PAGES {
        assert!(!text(path).await.contains("{{"), "{path}");
    }
}

#[tokio::test]
async fn no_page_carries_script_or_style_that_a_strict_policy_would_refuse() {
    for (path, _) in PAGES {
        let page = text(path).await;
        for refused in ["<style", " style=", "<script>", " onclick=", "javascript:"] {
            assert!(!page.contains(refused), "{path} has {refused}");
        }
    }
}

#[tokio::test]
async fn the_stylesheet_is_served_as_css() {
    assert_eq!(get("/site.css").await.headers()["content-type"], "text/css; charset=utf-8");
}

#[tokio::test]
async fn an_unknown_address_gets_a_page_that_leads_back() {
    let response = get("/nowhere").await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(text("/nowhere").await.contains("<a href=\"/\">"));
}

#[tokio::test]
async fn the_pages_cannot_be_posted_to() {
    let response =
        warp::test::request().method("POST").path("/plain").reply(&routes(&server(), Path::new(PACKAGES))).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn where_a_design_system_is_not_installed_its_page_says_how_to_bring_it() {
    for path in ["/govuk", "/uswds", "/gcds"] {
        let page = text(path).await;
        assert!(page.contains("npm ci"), "{path}");
    }
    assert_eq!(get("/systems/../Cargo.toml").await.status(), StatusCode::NOT_FOUND);
}
