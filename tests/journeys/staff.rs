//! The staff's own matters: a first password, one's sessions, another role, and a brake on guessing that shuts nobody out.

use std::time::{Duration, Instant};

use reqwest::StatusCode;
use reqwest::header::{ACCEPT, LOCATION, USER_AGENT};
use tests::reading::{between, hidden};
use tests::{ADMIN, Backend, Desk, House, OFFICER};

use crate::audit;

const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0";

/// Signs in by the form; the session's cookie, or the status.
async fn sign_in(house: &House, name: &str, password: &str) -> Result<String, StatusCode> {
    let request = house.public().post("/sign-in").header(ACCEPT, "text/html").header("origin", &house.server);
    let form = [("name", name), ("password", password)];
    let answer = request.header(USER_AGENT, FIREFOX).form(&form).send().await.expect("an answer");
    let cookie = answer.headers().get("set-cookie").and_then(|set| set.to_str().ok()?.split(';').next());
    cookie.map(str::to_owned).ok_or(answer.status())
}

/// Sends a form of the page at `path` to `to`.
async fn send(desk: &Desk, path: &str, to: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let token = hidden(&desk.page(path).await, "form_token");
    let form: Vec<(&str, &str)> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
    let answer = desk.post(&format!("{to}?lang=en")).form(&form).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

/// The address of a member's page in the console.
async fn member(admin: &Desk, shown_as: &str) -> String {
    let list = admin.page("/console/staff?lang=en").await;
    let link = list.split("<a href=\"").find(|rest| rest.contains(&format!(">{shown_as}</a>"))).expect("a member");
    link.split('?').next().expect("an address").to_owned()
}

/// What the log tells of who is staff, without who came in when.
async fn of_staff(house: &House) -> Vec<String> {
    let mut log = audit::chain(house, "office").await;
    log.retain(|entry| entry.contains(" staff_"));
    log
}

#[tokio::test]
async fn an_administrator_adds_somebody_who_chooses_their_own_password_and_nothing_before() {
    let house = House::open(Backend::Embedded).await;
    let admin = house.sign_in(ADMIN).await;
    let new = [("name", "anna"), ("shown_as", "Anna of the office"), ("role", "officer"), ("desk", "office")];
    let (status, page) = send(&admin, "/console/staff", "/console/staff", &new).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let first = page.split("<code>").filter_map(|rest| rest.split('<').next()).last();
    let first = first.expect("a first password").to_owned();
    let (status, page) = send(&admin, "/console/staff", "/console/staff", &new).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("has one of these names already"), "{page}");
    assert!(!admin.page("/console/staff").await.contains(&first), "it is shown once");

    // Somebody reads it off a paper.
    let cookie = sign_in(&house, "anna", &first.to_lowercase().replace('-', "")).await.expect("a session");
    let anyone = house.public();
    let get =
        async |path: &str, cookie: &str| anyone.get(path).header("cookie", cookie).send().await.expect("an answer");
    let sent_on = get("/desk", &cookie).await;
    assert_eq!(
        (sent_on.status(), &sent_on.headers()[LOCATION]),
        (StatusCode::SEE_OTHER, &"/account?lang=en".parse().expect("a value"))
    );
    let account = get("/account?lang=en", &cookie).await.text().await.expect("a page");
    assert!(account.contains("Somebody else made your password"), "{account}");
    let token = hidden(&account, "form_token");
    let change = async |password: &str, new: &str, again: &str| {
        let form = [("form_token", token.as_str()), ("password", password), ("new", new), ("again", again)];
        let request = anyone.post("/account/password").header(ACCEPT, "text/html").header("origin", &house.server);
        request.header("cookie", &cookie).form(&form).send().await.expect("an answer")
    };
    for (password, new, again) in [
        (first.as_str(), "a password of hers", "another password"),
        ("not the first password", "a password of hers", "a password of hers"),
        (&first, "short", "short"),
        (&first, &first, &first),
    ] {
        assert_eq!(change(password, new, again).await.status(), StatusCode::UNPROCESSABLE_ENTITY, "{new}");
    }
    let changed = change(&first, "a password of hers", "a password of hers").await;
    assert_eq!(changed.status(), StatusCode::SEE_OTHER);
    let renewed =
        changed.headers()["set-cookie"].to_str().expect("text").split(';').next().expect("a cookie").to_owned();
    assert_eq!(get("/desk", &renewed).await.status(), StatusCode::OK);
    assert_eq!(get("/desk", &cookie).await.status(), StatusCode::SEE_OTHER, "the session of before has ended");
    assert_eq!(sign_in(&house, "anna", &first).await, Err(StatusCode::UNAUTHORIZED), "nor does the first let in again");
    let log = of_staff(&house).await;
    assert!(
        log.ends_with(&["admin/administrator staff_add anna", "anna/officer staff_password anna"].map(String::from)),
        "{log:?}"
    );
}

#[tokio::test]
async fn another_role_ends_the_sessions_and_nobody_changes_their_own() {
    let house = House::open(Backend::Embedded).await;
    let (admin, officer) = (house.sign_in(ADMIN).await, house.sign_in(OFFICER).await);
    let (his, own) = (member(&admin, OFFICER.name).await, member(&admin, ADMIN.name).await);
    assert!(!his.contains(OFFICER.name), "an address names nobody: {his}");
    let page = admin.page(&own).await;
    assert!(!page.contains("value=\"save\""), "{page}");
    for step in ["save", "disable", "enable", "password", "factor"] {
        let (status, _) = send(&admin, "/console", &own, &[("step", step), ("role", "officer")]).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{step}");
    }
    for (fields, said) in [
        ([("role", "program-contact"), ("desk", "office")], "needs a desk of their program"),
        ([("role", "officer"), ("desk", "nowhere")], ""),
    ] {
        let (status, page) = send(&admin, &his, &his, &[[("step", "save")].as_slice(), &fields].concat()).await;
        assert!(status.is_client_error() && page.contains(said), "{status} {page}");
    }
    officer.page("/desk").await;
    let (status, _) = send(&admin, &his, &his, &[("step", "save"), ("role", "auditor"), ("desk", "office")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(officer.get("/desk").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    let auditor = house.sign_in(OFFICER).await;
    assert_eq!(auditor.get("/desk").send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    auditor.page("/releases").await;
    for (step, may) in [("disable", false), ("enable", true)] {
        assert_eq!(send(&admin, &his, &his, &[("step", step)]).await.0, StatusCode::SEE_OTHER);
        assert_eq!(sign_in(&house, OFFICER.name, OFFICER.password).await.is_ok(), may, "{step}");
    }
    assert_eq!(auditor.get("/releases").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    let kept = ["staff_role", "staff_disable", "staff_enable"].map(|act| format!("admin/administrator {act} officer"));
    let log = of_staff(&house).await;
    assert!(log.ends_with(&kept), "{log:?}");
}

#[tokio::test]
async fn the_command_line_gives_another_role_and_lets_in_again() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let said = house.command(&["staff", "role", "--name", OFFICER.name, "--role", "web-team"]);
    assert_eq!(said, "officer is web-team from now on, and is signed out.\n");
    assert_eq!(officer.get("/desk").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    assert!(house.command(&["staff", "list"]).contains("officer\tweb-team\tactive\tofficer\tpassword alone\toffice\n"));
    house.sign_in(OFFICER).await.page("/console/passport").await;
    assert!(house.command(&["staff", "disable", "--name", OFFICER.name]).contains("can no longer"));
    assert_eq!(house.command(&["staff", "enable", "--name", OFFICER.name]), "officer can sign in again.\n");
    house.sign_in(OFFICER).await;
    for refused in [["role", "--name", "nobody", "--role", "officer"].as_slice(), &["enable", "--name", "nobody"]] {
        assert!(house.refused_command(&[&["staff"], refused].concat()).contains("no member of that name"));
    }
}

#[tokio::test]
async fn a_member_sees_where_they_are_signed_in_and_ends_one_or_all_others() {
    let house = House::open(Backend::Embedded).await;
    let desk = house.sign_in(OFFICER).await;
    let stranger = sign_in(&house, OFFICER.name, OFFICER.password).await.expect("a session");
    let others = house.sign_in(ADMIN).await;
    let account = desk.page("/account?lang=en").await;
    assert!(account.contains("Firefox / Windows") && !account.contains("153.0"), "its kind and no more: {account}");
    assert!(account.contains("(this one)"), "{account}");
    let handle = between(&account, "name=\"end\" value=\"", "\"").expect("another session").to_owned();
    assert!(!stranger.contains(&handle), "what names a session does not open it");
    let is_open = async || {
        let answer = house.public().get("/desk").header("cookie", &stranger).send().await.expect("an answer");
        answer.status() == StatusCode::OK
    };
    let (status, _) = send(&others, "/account", "/account/sessions", &[("end", &handle)]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(is_open().await, "nobody ends a session of somebody else's");
    assert_eq!(send(&desk, "/account", "/account/sessions", &[("end", &handle)]).await.0, StatusCode::SEE_OTHER);
    assert!(!is_open().await);

    let third = house.sign_in(OFFICER).await;
    assert_eq!(send(&desk, "/account", "/account/sessions", &[("end", "others")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(third.get("/desk").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    desk.page("/desk").await;
    others.page("/console").await;
}

#[tokio::test]
async fn wrong_tries_take_longer_and_longer_and_the_right_password_gets_in_all_the_same() {
    let house = House::open(Backend::Embedded).await;
    for name in [OFFICER.name, "nobody"] {
        for _ in 0..3 {
            assert_eq!(sign_in(&house, name, "not the password").await, Err(StatusCode::UNAUTHORIZED));
        }
        let begun = Instant::now();
        assert_eq!(sign_in(&house, name, "not the password").await, Err(StatusCode::UNAUTHORIZED));
        assert!(begun.elapsed() >= Duration::from_millis(500), "{name}: whether or not somebody has the name");
    }
    let begun = Instant::now();
    sign_in(&house, OFFICER.name, OFFICER.password).await.expect("the owner is never shut out");
    assert!(begun.elapsed() >= Duration::from_secs(1), "after the delay that the next try has");
}
