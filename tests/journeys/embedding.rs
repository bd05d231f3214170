//! A web team says which sites may show a service's card, names a loader by its hash, and sees how the card fares.

use ombudsman_server::config::Config;
use ombudsman_server::{registry::embedding, server};
use reqwest::StatusCode;
use reqwest::header::{ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use tests::reading::{between, hidden};
use tests::{ADMIN, Backend, Desk, House, OFFICER, Public};

/// The sites that may show the card of this address, as browsers are told.
async fn ancestors(anyone: &Public, path: &str) -> String {
    let answer = anyone.get(path).send().await.expect("an answer");
    let policy = answer.headers()[CONTENT_SECURITY_POLICY].to_str().expect("text");
    policy.split_once("frame-ancestors ").expect("the directive").1.to_owned()
}

async fn change(admin: &Desk, service: &str, name: &str, value: &str) -> reqwest::Response {
    let token = hidden(&admin.page("/console").await, "form_token");
    let form = [("form_token", token.as_str()), (name, value)];
    admin.post(&format!("/console/{service}")).form(&form).send().await.expect("an answer")
}

#[tokio::test]
async fn a_service_has_sites_of_its_own_beside_those_of_the_settings() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin) = (house.public(), house.sign_in(ADMIN).await);
    // The settings of a house on trial name its pages by both names of this machine.
    let of_settings = format!("{} {}", house.demo, house.demo.replace("127.0.0.1", "localhost"));
    for typed in ["HTTPS://www.Canada.ca:443/", "https://*.example.gc.ca"] {
        assert_eq!(change(&admin, "passport", "add_site", typed).await.status(), StatusCode::SEE_OTHER, "{typed}");
    }
    let with_own = format!("{of_settings} https://*.example.gc.ca https://www.canada.ca");
    assert_eq!(ancestors(&anyone, "/card/passport?lang=en&embed=1").await, with_own);
    assert_eq!(ancestors(&anyone, "/card/employment-insurance").await, of_settings, "another service's are its own");
    assert_eq!(ancestors(&anyone, "/card/nowhere").await, of_settings);
    admin.set_service("passport", "closed").await;
    assert_eq!(ancestors(&anyone, "/card/passport").await, with_own, "that it is closed is said on its sites, too");

    let page = admin.page("/console/passport").await;
    assert!(page.contains("<code>https://www.canada.ca</code>"), "{page}");
    assert_eq!(
        change(&admin, "passport", "remove_site", "https://www.canada.ca").await.status(),
        StatusCode::SEE_OTHER
    );
    let left = format!("{of_settings} https://*.example.gc.ca");
    assert_eq!(ancestors(&anyone, "/card/passport").await, left);
}

#[tokio::test]
async fn what_is_no_site_is_given_back_and_changes_nothing() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin) = (house.public(), house.sign_in(ADMIN).await);
    let before = ancestors(&anyone, "/card/passport").await;
    let typed = "https://a.ca; script-src * \"><b>";
    let refused = change(&admin, "passport", "add_site", typed).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text().await.expect("a page");
    assert!(page.contains("This is not a site. Nothing was changed."), "{page}");
    assert!(page.contains("value=\"https://a.ca; script-src * &#34;&#62;&#60;b&#62;\""), "{page}");
    assert_eq!(ancestors(&anyone, "/card/passport").await, before);
    assert_eq!(change(&admin, "nowhere", "add_site", "https://a.ca").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(change(&admin, "passport", "sites", "https://a.ca").await.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn only_an_administrators_own_form_changes_the_sites() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin, officer) = (house.public(), house.sign_in(ADMIN).await, house.sign_in(OFFICER).await);
    let before = ancestors(&anyone, "/card/passport").await;
    let token = hidden(&admin.page("/console/passport").await, "form_token");
    let form = |token: &str| [("form_token".to_owned(), token.to_owned()), ("add_site".into(), "https://a.ca".into())];
    let sent = [
        admin.post("/console/passport").form(&form("0")),
        admin.post_from("/console/passport", "https://elsewhere.example").form(&form(&token)),
        officer.post("/console/passport").form(&form(&token)),
    ];
    for request in sent {
        assert_eq!(request.send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    }
    assert_eq!(officer.get("/console/passport").send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    let stranger = anyone.post("/console/passport").header(ACCEPT, "text/html").form(&form(&token));
    assert_eq!(stranger.send().await.expect("an answer").status(), StatusCode::SEE_OTHER, "to the sign-in");
    assert_eq!(ancestors(&anyone, "/card/passport").await, before);
}

#[tokio::test]
async fn a_loader_stays_at_the_address_that_names_its_content_when_a_later_version_serves_another() {
    const EARLIER: &str = "// the loader of an earlier version: “as it was”\n";
    let mut house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let page = house.sign_in(ADMIN).await.page("/console/passport").await;
    let today = format!("/embed/v/{}/feedback.js", between(&page, "/embed/v/", "/").expect("a hash"));
    let served = anyone.get(&today).send().await.expect("an answer");
    assert_eq!(served.headers()[ACCESS_CONTROL_ALLOW_ORIGIN], "*", "or integrity cannot be checked");
    assert_eq!(served.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(served.text().await.expect("a script"), anyone.page("/embed/feedback.js").await);
    assert_eq!(anyone.get("/embed/v/0123456789abcdef/feedback.js").send().await.expect("an answer").status(), 404);

    house.stop().await;
    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = server::open_house(config).await.expect("the same data");
    let day = embedding::today(&ground.clock);
    let hash = today.split('/').nth(3).expect("a hash");
    assert!(!embedding::keep_loader(&ground.db, hash, "", day).await.expect("a record"), "it was kept at the start");
    assert!(embedding::keep_loader(&ground.db, "0123456789abcdef", EARLIER, day).await.expect("a record"));
    ground.db.close().await;
    house.start_all().await;
    let kept = anyone.get("/embed/v/0123456789abcdef/feedback.js").send().await.expect("an answer");
    assert_eq!(kept.headers()[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    assert_eq!(kept.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
    assert_eq!(kept.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(kept.text().await.expect("a script"), EARLIER);
}

/// What the console's page counts under this label.
fn counted(page: &str, label: &str) -> Option<u64> {
    between(page, &format!("<dt>{label}</dt><dd>"), "</dd>").and_then(|number| number.parse().ok())
}

#[tokio::test]
async fn openings_and_failures_are_counted_by_service_and_survive_a_restart() {
    let mut house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let page = house.sign_in(ADMIN).await.page("/console/passport").await;
    assert!(page.contains("No page has opened the card yet."), "{page}");
    for (path, from) in [
        ("/card/passport?lang=en&embed=1", "cross-site"),
        ("/card/passport?lang=en&embed=1", "same-site"),
        // The way to the other language inside a card that is open, and a card that nobody embeds.
        ("/card/passport?lang=fr&embed=1", "same-origin"),
        ("/card/passport?lang=en", "cross-site"),
    ] {
        anyone.get(path).header("sec-fetch-site", from).send().await.expect("an answer");
    }
    let report = anyone.post("/embed/health/passport").send().await.expect("an answer");
    assert_eq!(report.status(), StatusCode::NO_CONTENT);
    assert_eq!(anyone.post("/embed/health/nowhere").send().await.expect("an answer").status(), StatusCode::NOT_FOUND);
    house.stop().await;
    house.start_all().await;
    let admin = house.sign_in(ADMIN).await;
    let page = admin.page("/console/passport").await;
    let found = ["Times that it was opened", "Times that it failed", "Failures in 100 openings"];
    assert_eq!(found.map(|label| counted(&page, label)), [Some(2), Some(1), Some(50)], "{page}");
    assert!(admin.page("/console/employment-insurance").await.contains("No page has opened the card yet."));
}

#[tokio::test]
async fn a_flood_of_reports_counts_as_no_more_than_can_be_believed() {
    let mut house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for _ in 0..150 {
        anyone.post("/embed/health/passport").send().await.expect("an answer");
    }
    house.stop().await;
    house.start_all().await;
    let page = house.sign_in(ADMIN).await.page("/console/passport").await;
    let failed = counted(&page, "Times that it failed").expect("a count");
    // Written once at the end, or twice where five seconds passed meanwhile.
    assert!((50..150).contains(&failed), "{failed}");
}
