//! The second factor, as a member meets it: set up with an app, asked for at the door, replaced by recovery codes, reset.

use std::time::{SystemTime, UNIX_EPOCH};

use reqwest::StatusCode;
use reqwest::header::{ACCEPT, LOCATION};
use tests::reading::{between, hidden};
use tests::{Backend, Desk, House, Member, OFFICER};
use totp_rs::{Builder, Secret};

/// The code of the app so many steps from now.
fn code(key: &str, steps: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time").as_secs();
    let secret = Secret::try_from_base32(key).expect("a key");
    Builder::new()
        .with_secret(secret)
        .build()
        .expect("an app")
        .generate(now.saturating_add_signed(steps * 30))
        .to_string()
}

/// Whether name, password and this code let a member in.
async fn lets_in(house: &House, member: Member, code: &str) -> bool {
    let form = [("name", member.name), ("password", member.password), ("code", code)];
    let request = house.public().post("/sign-in").header(ACCEPT, "text/html").header("origin", &house.server);
    let answer = request.form(&form).send().await.expect("an answer");
    assert!([StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED].contains(&answer.status()), "{}", answer.status());
    answer.status() == StatusCode::SEE_OTHER
}

async fn send(desk: &Desk, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let page = desk.page("/account/second-factor").await;
    let token = hidden(&page, "form_token");
    let form: Vec<(&str, &str)> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
    let answer = desk.post("/account/second-factor?lang=en").form(&form).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

/// Sets one up; the app's key and the recovery codes.
async fn set_up(desk: &Desk, password: &str) -> (String, Vec<String>) {
    let page = desk.page("/account/second-factor").await;
    assert!(page.contains("<svg"), "the page draws the code itself: {page}");
    let key = between(&page, "<code>", "</code>").expect("a key").replace(' ', "");
    let secret = hidden(&page, "secret");
    let with = |code| [("step", "set-up"), ("secret", secret.as_str()), ("password", password), ("code", code)];
    let (status, page) = send(desk, &with("not a code")).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("not the one of now"), "{page}");
    let shown = code(&key, 0);
    let (status, page) = send(desk, &with(&shown)).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let codes: Vec<String> =
        page.split("<li><code>").skip(1).map(|rest| rest[..rest.find('<').expect("an end")].to_owned()).collect();
    assert_eq!(codes.len(), 10, "{page}");
    (key, codes)
}

#[tokio::test]
async fn with_a_second_factor_the_password_alone_is_not_enough_and_no_code_is_taken_twice() {
    let house = House::open(Backend::Embedded).await;
    let (desk, elsewhere) = (house.sign_in(OFFICER).await, house.sign_in(OFFICER).await);
    let (key, codes) = set_up(&desk, OFFICER.password).await;
    desk.page("/desk").await;
    let ended = elsewhere.get("/desk").send().await.expect("an answer");
    assert_eq!(ended.status(), StatusCode::SEE_OTHER, "a session without it has ended");

    assert!(!lets_in(&house, OFFICER, "").await);
    let next = code(&key, 1);
    assert!(lets_in(&house, OFFICER, &next).await, "a phone that is half a minute ahead");
    assert!(!lets_in(&house, OFFICER, &next).await, "the same code again");
    assert!(!lets_in(&house, OFFICER, &code(&key, 0)).await, "nor an earlier one");
    assert!(
        lets_in(&house, OFFICER, &codes[3].to_lowercase().replace('-', " ")).await,
        "a recovery code, however written"
    );
    assert!(!lets_in(&house, OFFICER, &codes[3]).await, "once");
    let account = desk.page("/account?lang=en").await.replace(['\u{2068}', '\u{2069}'], "");
    assert!(account.contains("9 recovery codes left"), "the page counts those that are left: {account}");
}

#[tokio::test]
async fn other_recovery_codes_and_a_removal_take_password_and_code_and_an_administrators_reset_neither() {
    let house = House::open(Backend::Embedded).await;
    let desk = house.sign_in(OFFICER).await;
    let (_, codes) = set_up(&desk, OFFICER.password).await;
    for (password, code) in [("a wrong password", codes[0].as_str()), (OFFICER.password, "000000")] {
        let (status, page) = send(&desk, &[("step", "remove"), ("password", password), ("code", code)]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    }
    let right = |code| [("step", "renew"), ("password", OFFICER.password), ("code", code)];
    let (status, page) = send(&desk, &right(&codes[0])).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(!lets_in(&house, OFFICER, &codes[1]).await, "those of before are worth nothing");
    let said = house.command(&["staff", "reset-second-factor", "--name", OFFICER.name]);
    assert!(said.contains("no second factor any more"), "{said}");
    assert_eq!(desk.get("/desk").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    assert!(lets_in(&house, OFFICER, "").await);
    let log = crate::audit::chain(&house, "office").await;
    let ours: Vec<_> =
        log.iter().filter(|entry| entry.contains(" staff_")).skip_while(|entry| !entry.contains("factor")).collect();
    let told = ["officer/officer staff_factor_set officer", "officer/officer staff_codes officer"];
    assert_eq!(ours, [told[0], told[1], "operator/operator staff_factor_reset officer"]);
}

#[tokio::test]
async fn where_it_is_required_nothing_else_can_be_done_before_it_is_set_up() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.set("second_factor", "\"required\"");
    house.start_all().await;
    let desk = house.sign_in(OFFICER).await;
    for path in ["/desk", "/desk/quarantine"] {
        let sent_on = desk.get(path).send().await.expect("an answer");
        assert_eq!(
            (sent_on.status(), &sent_on.headers()[LOCATION]),
            (StatusCode::SEE_OTHER, &"/account?lang=en".parse().expect("a value"))
        );
    }
    assert!(desk.page("/account?lang=en").await.contains("Set one up now"));
    set_up(&desk, OFFICER.password).await;
    desk.page("/desk").await;
}

#[tokio::test]
async fn a_sealed_second_factor_moves_with_the_keys() {
    let house = House::open(Backend::Embedded).await;
    let desk = house.sign_in(OFFICER).await;
    let (key, _) = set_up(&desk, OFFICER.password).await;
    assert!(house.command(&["keys", "rotate", "--reseal"]).contains('1'));
    let listed = house.command(&["keys", "list"]);
    let sealed: Vec<&str> = listed.lines().filter_map(|line| line.split('\t').nth(5)).collect();
    assert_eq!(sealed, ["1", "0"], "{listed}");
    assert!(lets_in(&house, OFFICER, &code(&key, 1)).await);
}
