//! A member keeps lists and searches at hand under names of their own: one press away, for nobody else, and without words.

use reqwest::StatusCode;
use reqwest::header::LOCATION;
use tests::reading::{between, hidden};
use tests::{Backend, Desk, House, OFFICER, SENIOR, complaint};

use crate::audit::chain;

const FULL: &str = "You keep 20 views already.";

/// The way to keep what this page shows, as its link says it.
fn way(page: &str) -> String {
    let link = page.split("<a ").find(|link| link.contains("Keep this view")).expect("a way to keep it");
    between(link, "href=\"", "\"").expect("an address").replace("&#38;", "&").replace("&amp;", "&")
}

/// Keeps what the page of this way shows under this name; the answer's status, where it leads, and its page.
async fn keep(desk: &Desk, way: &str, name: &str) -> (StatusCode, String, String) {
    let page = desk.page(way).await;
    let (token, address) = (hidden(&page, "form_token"), hidden(&page, "address").replace("&#38;", "&"));
    send(desk, &[("form_token", &token), ("do", "keep"), ("address", &address), ("name", name)]).await
}

async fn send(desk: &Desk, form: &[(&str, &str)]) -> (StatusCode, String, String) {
    let answer = desk.post("/desk/views?lang=en").form(form).send().await.expect("an answer");
    let leads = answer.headers().get(LOCATION).map(|to| to.to_str().expect("an address").to_owned());
    (answer.status(), leads.unwrap_or_default(), answer.text().await.expect("a page"))
}

#[tokio::test]
async fn a_narrowed_search_is_kept_under_a_name_opened_with_one_press_and_removed_and_its_words_are_kept_nowhere() {
    const MARKER: &str = "Quixotichaddock";
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = anyone.leave(&complaint("The counter in Percé.")).await;
    anyone.recorded(&receipt).await;

    let token = hidden(&officer.page("/desk/search").await, "form_token");
    let form = [("form_token", token.as_str()), ("typed", MARKER), ("stage", "open"), ("service", "passport")];
    let found = officer.post("/desk/search?lang=en").form(&form).send().await.expect("an answer");
    let found = found.headers()[LOCATION].to_str().expect("an address").to_owned();
    let way = way(&officer.page(&found).await);
    assert!(way.contains("passport") && !way.contains("words"), "{way}");
    assert!(officer.page(&way).await.contains("The words of a search are not kept"));
    let (status, leads, _) = keep(&officer, &way, " Passports <b>open</b> ").await;
    assert_eq!((status, leads.as_str()), (StatusCode::SEE_OTHER, "/desk/search?stage=open&service=passport&lang=en"));

    for list in ["/desk", "/desk/team", "/desk/search"] {
        let page = officer.page(list).await;
        let link = "href=\"/desk/search?stage=open&#38;service=passport&#38;lang=en\"><bdi>Passports &#60;b&#62;open";
        assert!(page.contains(link), "one press away from {list}: {page}");
    }
    tests::Record::open(&house.data()).await.can_be_searched().await;
    let page = officer.page(&leads).await;
    assert!(page.contains(&receipt.reference) && page.contains("aria-current=\"page\"><bdi>Passports"), "{page}");
    assert!(!page.contains("Keep this view"), "it is kept: {page}");
    assert!(!house.sign_in(SENIOR).await.page("/desk/views").await.contains("Passports"), "it is nobody else's");

    let db = house.db().await;
    let rows = db.read("SELECT staff || ' ' || name || ' ' || address FROM saved_views", Vec::new()).await;
    let kept = rows.expect("the views")[0].text(0).expect("a text");
    assert_eq!(kept, "officer Passports <b>open</b> /desk/search?stage=open&service=passport");
    db.close().await;
    assert!(!house.log().contains(MARKER));

    let token = hidden(&officer.page("/desk/views").await, "form_token");
    let gone = send(&officer, &[("form_token", &token), ("do", "remove"), ("name", "Passports <b>open</b>")]).await;
    assert_eq!(gone.0, StatusCode::SEE_OTHER);
    assert!(!officer.page("/desk").await.contains("Passports"));
    let told = chain(&house, "office").await;
    let ours: Vec<_> = told.iter().filter(|entry| entry.contains(" view_")).collect();
    assert_eq!(ours, ["officer/officer view_keep", "officer/officer view_remove"], "no name of a view is in the log");
}

#[tokio::test]
async fn a_view_needs_a_name_of_its_own_and_twenty_are_enough_and_nothing_but_a_list_of_the_desk_is_kept() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let way = way(&officer.page("/desk/team").await);
    let long = "a".repeat(61);
    for name in ["", "  ", &long] {
        let (status, _, page) = keep(&officer, &way, name).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Give it a name"), "{name}: {page}");
    }
    assert_eq!(keep(&officer, &way, "Nobody has them").await.1, "/desk/team?lang=en");
    let (status, _, page) = keep(&officer, &way, "Nobody has them").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("under this name"), "{page}");
    let token = hidden(&officer.page("/desk/views").await, "form_token");
    for address in ["https://elsewhere.example", "//elsewhere.example", "/console", "/desk/search?words=abc", ""] {
        let form = [("form_token", token.as_str()), ("do", "keep"), ("address", address), ("name", "Elsewhere")];
        assert_eq!(send(&officer, &form).await.0, StatusCode::BAD_REQUEST, "{address}");
    }
    for number in 2..=20 {
        assert_eq!(keep(&officer, &way, &format!("View {number}")).await.0, StatusCode::SEE_OTHER, "{number}");
    }
    let (status, _, page) = keep(&officer, &way, "One more").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains(FULL) && page.contains("One more"), "{page}");
    let forged = officer.post_from("/desk/views", "https://elsewhere.example").form(&[("do", "remove")]);
    assert_eq!(forged.send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
}
