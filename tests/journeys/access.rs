//! Who may see what: codes, roles, sessions, and forms that only our own pages can send.

use feedback::Reference;
use reqwest::StatusCode;
use reqwest::header::{ACCEPT, LOCATION};
use tests::reading::hidden;
use tests::{ADMIN, Backend, House, OFFICER, Public, Receipt, complaint};

#[tokio::test]
async fn a_wrong_access_code_is_refused_alike_for_a_known_and_an_unknown_reference() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let (known, other) =
        (anyone.leave(&complaint("One thing.")).await, anyone.leave(&complaint("Another thing.")).await);
    anyone.recorded(&known).await;
    let never_given = Reference::from_bits(0x0123_4567_89AB_CDEF).grouped();
    let mut answers = Vec::new();
    for reference in [&known.reference, &never_given] {
        let wrong = Receipt { reference: reference.clone(), access_code: other.access_code.clone() };
        let (status, page) = anyone.track(&wrong).await;
        assert!(!page.contains(&known.access_code), "a refusal shows no code but the one that was typed");
        answers.push((status, page.replace(reference.as_str(), "")));
    }
    assert_eq!(answers[0].0, StatusCode::FORBIDDEN);
    assert_eq!(answers[0], answers[1]);
    let (status, _) = anyone.track(&Receipt { access_code: "not a code".to_owned(), ..known }).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn each_role_opens_its_own_room_and_nobody_else_opens_any() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&complaint("The line was cut.")).await;
    anyone.recorded(&receipt).await;
    let (officer, admin) = (house.sign_in(OFFICER).await, house.sign_in(ADMIN).await);
    let case = format!("/desk/cases/{}", receipt.reference.replace('-', ""));
    for (path, officer_may, admin_may) in
        [("/desk", true, false), (case.as_str(), true, false), ("/console", false, true)]
    {
        let expected = |may| if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(officer.get(path).send().await.expect("an answer").status(), expected(officer_may), "{path}");
        assert_eq!(admin.get(path).send().await.expect("an answer").status(), expected(admin_may), "{path}");
        let sent_away = anyone.get(path).send().await.expect("an answer");
        assert_eq!(sent_away.status(), StatusCode::SEE_OTHER, "{path}");
        assert!(sent_away.headers()[LOCATION].to_str().expect("text").starts_with("/sign-in"), "{path}");
        let program = anyone.ask("GET", path).send().await.expect("an answer");
        assert_eq!(program.status(), StatusCode::UNAUTHORIZED, "{path}");
    }
    let token = hidden(&admin.page("/console").await, "form_token");
    let form = [("form_token", token.as_str()), ("step", "acknowledge"), ("version", "1")];
    assert_eq!(admin.post(&case).form(&form).send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    let token = hidden(&officer.case(&receipt).await, "form_token");
    let form = [("form_token", token.as_str()), ("state", "closed")];
    let refused = officer.post("/console/passport").form(&form).send().await.expect("an answer");
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    assert_eq!(anyone.get("/card/passport").send().await.expect("an answer").status(), StatusCode::OK);
}

#[tokio::test]
async fn a_form_that_none_of_our_pages_sent_changes_nothing() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&complaint("The office was moved.")).await;
    anyone.recorded(&receipt).await;
    let officer = house.sign_in(OFFICER).await;
    let before = officer.case(&receipt).await;
    let (token, version) = (hidden(&before, "form_token"), hidden(&before, "version"));
    let path = format!("/desk/cases/{}", receipt.reference.replace('-', ""));
    let from = |origin: &'static str, token: &str| {
        let form = [("form_token", token), ("version", &version), ("step", "acknowledge")];
        officer.post_from(&path, origin).form(&form)
    };
    let ours = officer.post(&path).form(&[("version", version.as_str()), ("step", "acknowledge")]);
    let forged = [
        ("no token", ours),
        ("another origin", from("https://elsewhere.example", &token)),
        ("an origin that hides", from("null", &token)),
        ("an origin that begins like ours", from("http://127.0.0.1", &token)),
    ];
    for (name, request) in forged {
        assert_eq!(request.send().await.expect("an answer").status(), StatusCode::FORBIDDEN, "{name}");
    }
    assert_eq!(officer.case(&receipt).await, before);
    let out = officer.post_from("/sign-out", "https://elsewhere.example").send().await.expect("an answer");
    assert_eq!(out.status(), StatusCode::FORBIDDEN, "nobody else signs an officer out");
    assert_eq!(officer.case(&receipt).await, before);
}

async fn try_sign_in(anyone: &Public, name: &str, password: &str, origin: &str) -> (StatusCode, String) {
    let request = anyone.post("/sign-in").header(ACCEPT, "text/html").header("origin", origin);
    let answer = request.form(&[("name", name), ("password", password)]).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page").replace(name, ""))
}

#[tokio::test]
async fn a_wrong_password_an_unknown_name_and_another_origin_open_nothing() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let wrong = try_sign_in(&anyone, OFFICER.name, ADMIN.password, &house.server).await;
    assert_eq!(wrong.0, StatusCode::UNAUTHORIZED);
    assert!(!wrong.1.contains(ADMIN.password), "a password is never shown again");
    assert_eq!(try_sign_in(&anyone, "nobody", ADMIN.password, &house.server).await, wrong);
    let elsewhere = try_sign_in(&anyone, OFFICER.name, OFFICER.password, "https://elsewhere.example").await;
    assert_eq!(elsewhere.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_session_ends_when_its_member_signs_out_or_is_disabled() {
    let house = House::open(Backend::Embedded).await;
    let (leaving, disabled) = (house.sign_in(OFFICER).await, house.sign_in(OFFICER).await);
    assert_eq!(leaving.post("/sign-out").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    assert_eq!(leaving.get("/desk").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    disabled.page("/desk").await;
    let said = house.command(&["staff", "disable", "--name", OFFICER.name]);
    assert!(said.contains("can no longer sign in"), "{said}");
    assert_eq!(disabled.get("/desk").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    let again = try_sign_in(&house.public(), OFFICER.name, OFFICER.password, &house.server).await;
    assert_eq!(again.0, StatusCode::UNAUTHORIZED);
}
