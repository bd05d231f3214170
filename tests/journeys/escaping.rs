//! What people and registers write stays text on every page.

use reqwest::header::{ACCEPT, HeaderMap};
use tests::reading::between;
use tests::{ADMIN, Backend, House, OFFICER, complaint};

const SCRIPT: &str = "<script>alert(\"x\")</script>";
const NAMED: &str = "fiscal_yr,service_id,service_name_en,service_name_fr,owner_org,owner_org_title,service_slug,service_kind\n\
    2023-2024,9001,\"<script>alert(1)</script> Permits\",\"<script>alert(1)</script> Permis\",esdc-edsc,\
    Employment and Social Development Canada | Emploi et Développement social Canada,permits,permits\n";

/// No page holds the tag, and every page has a policy that would not run it.
fn harmless(what: &str, page: &str) {
    assert!(!page.contains("<script>alert"), "{what} holds a script: {page}");
}

fn forbids_strangers(what: &str, headers: &HeaderMap) {
    let policy = headers["content-security-policy"].to_str().expect("text");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("'unsafe-inline'"), "{what}: {policy}");
}

#[tokio::test]
async fn a_comment_and_a_service_name_that_hold_a_script_are_shown_as_text() {
    let house = House::open(Backend::Embedded).await;
    let file = house.write("named.csv", NAMED);
    let said = house.command(&["import", "services", file.to_str().expect("a path")]);
    assert!(said.starts_with("1 services"), "{said}");
    let anyone = house.public();
    let mut card = complaint(&format!("{SCRIPT} was what I saw on the screen."));
    card["service"] = "permits".into();
    card["intent"] = "question".into();
    card["page"] = "https://www.canada.ca/<script>alert(1)</script>".into();
    let receipt = anyone.leave(&card).await;
    harmless("the tracking page", &anyone.recorded(&receipt).await);
    let officer = house.sign_in(OFFICER).await;
    let case = officer.case(&receipt).await;
    harmless("the case", &case);
    assert!(case.contains("alert(") && case.contains("was what I saw on the screen."), "the words are there: {case}");
    harmless("the desk", &officer.page("/desk/open").await);
    officer.step(&receipt, "acknowledge", "").await;
    officer.step(&receipt, "answer", SCRIPT).await;
    harmless("the answered case", &officer.case(&receipt).await);
    harmless("the answer", &anyone.track(&receipt).await.1);
    harmless("the console", &house.sign_in(ADMIN).await.page("/console").await);
    let query = "%3Cscript%3Ealert(1)%3C/script%3E";
    for path in [
        "/card/permits".to_owned(),
        "/results".to_owned(),
        "/results/esdc-edsc".to_owned(),
        "/results/compare/esdc-edsc".to_owned(),
        "/results/compare/kinds/permits".to_owned(),
        "/results/esdc-edsc/permits".to_owned(),
        format!("/card/permits?page=https://a.ca/{query}&x=\"{query}"),
        format!("/track?reference={query}"),
    ] {
        let answer = anyone.get(&path).send().await.expect("an answer");
        forbids_strangers(&path, answer.headers());
        let page = answer.text().await.expect("a page");
        harmless(&path, &page);
    }
}

#[tokio::test]
async fn what_is_typed_into_a_page_that_refuses_it_is_shown_as_text() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let track = [("reference", SCRIPT), ("access_code", SCRIPT)];
    let sign_in = [("name", SCRIPT), ("password", SCRIPT)];
    for (path, form) in [("/track", track), ("/sign-in", sign_in)] {
        let request = anyone.post(path).header(ACCEPT, "text/html").header("origin", &house.server);
        let answer = request.form(&form).send().await.expect("an answer");
        forbids_strangers(path, answer.headers());
        let page = answer.text().await.expect("a page");
        harmless(path, &page);
        assert!(page.contains("&#60;script&#62;") || page.contains("&lt;script&gt;"), "it comes back as text: {page}");
    }
}

#[tokio::test]
async fn the_desk_has_one_script_which_its_policy_lets_run_and_no_other_page_of_the_office_has_any() {
    const TAG: &str = "<script type=\"module\" src=\"";
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer, admin) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(ADMIN).await);
    let mut script = String::new();
    for path in ["/desk", "/desk/closed", "/desk/search", "/desk/enter", "/desk/quarantine", "/desk/incidents"] {
        let answer = officer.get(path).send().await.expect("an answer");
        forbids_strangers(path, answer.headers());
        let policy = answer.headers()["content-security-policy"].to_str().expect("text").to_owned();
        assert!(policy.contains("; script-src 'self'") && !policy.contains("'unsafe"), "{path}: {policy}");
        let page = answer.text().await.expect("a page");
        assert_eq!(page.matches("<script").count(), 1, "{path}: {page}");
        script = between(&page, TAG, "\"").expect("the desk's script").to_owned();
    }
    let served = anyone.get(&script).send().await.expect("an answer");
    assert_eq!(served.headers()["content-type"], "text/javascript; charset=utf-8");
    assert_eq!(served.headers()["cache-control"], "public, max-age=31536000, immutable");
    for (path, answer) in [
        ("/results", anyone.get("/results").send().await),
        ("/track", anyone.get("/track").send().await),
        ("/sign-in", anyone.get("/sign-in").send().await),
        ("/console", admin.get("/console").send().await),
    ] {
        let answer = answer.expect("an answer");
        let policy = answer.headers()["content-security-policy"].to_str().expect("text").to_owned();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script-src"), "{path}: {policy}");
        assert!(!answer.text().await.expect("a page").contains("<script"), "{path}");
    }
}
