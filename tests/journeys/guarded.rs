//! Every address is tried by every role, by nobody, and by forms that no page of ours sent; who may not use it is refused and
//! learns nothing. What is tried is made from the list of all addresses.

use reqwest::header::{ACCEPT, COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Response, StatusCode};
use serde_json::json;
use tests::reading::hidden;
use tests::{ADDRESSES, ADMIN, Address, Backend, CUSTODIAN, Desk, House, Member, OFFICER, OTHERS, Receipt, card_id};

/// What no refusal may say: a piece of a case, of the staff's list, of a service's page.
const SECRETS: [&str; 3] = ["the marker of the case", "quiet-", "comment-card service"];

fn members() -> impl Iterator<Item = Member> {
    [OFFICER, ADMIN, CUSTODIAN].into_iter().chain(OTHERS)
}

/// A house with somebody of every role, and a question at the desk of a program, where the contact is.
async fn house_of_all_roles() -> (House, Receipt) {
    let house = House::open(Backend::Embedded).await;
    for member in OTHERS {
        house.hire(member);
    }
    house.sign_in(ADMIN).await.open_program_desk().await;
    assert!(house.command(&["staff", "desks", "--name", "contact", "--desk", "help"]).contains("only: help"));
    let card = json!({ "id": card_id(), "service": "passport", "intent": "question", "language": "en",
        "comment": "Which photo is the marker of the case?" });
    let receipt = house.public().leave(&card).await;
    house.public().recorded(&receipt).await;
    (house, receipt)
}

fn path_of(address: &Address, receipt: &Receipt) -> String {
    address.path.replace("{case}", &receipt.reference.replace('-', ""))
}

/// Asks for it as a page does: with what is in every form, and nothing else.
async fn ask(desk: &Desk, method: &str, path: &str, token: &str) -> Response {
    let form = [("form_token", token), ("new", "not the same twice")];
    let request = if method == "GET" { desk.get(path) } else { desk.post(path).form(&form) };
    request.send().await.expect("an answer")
}

async fn token(desk: &Desk) -> String {
    hidden(&desk.page("/account").await, "form_token")
}

#[tokio::test]
async fn every_address_refuses_every_role_that_may_not_use_it_and_shows_it_nothing() {
    let (house, receipt) = house_of_all_roles().await;
    for member in members() {
        let desk = house.sign_in(member).await;
        let token = token(&desk).await;
        for address in ADDRESSES.iter().filter(|address| address.is_guarded()) {
            let path = path_of(address, &receipt);
            for method in address.methods() {
                let answer = ask(&desk, method, &path, &token).await;
                let (status, may) = (answer.status(), address.is_open_to(member.role));
                let said = answer.text().await.expect("a page");
                let tried = format!("{}: {method} {path}: {status}", member.role);
                assert_eq!(status != StatusCode::FORBIDDEN, may, "{tried} {said}");
                let is_kept = may || SECRETS.iter().all(|secret| !said.contains(secret));
                assert!(is_kept && !status.is_server_error() && status != StatusCode::UNAUTHORIZED, "{tried} {said}");
            }
        }
    }
}

#[tokio::test]
async fn who_is_not_signed_in_is_sent_to_sign_in_from_every_guarded_address() {
    let (house, receipt) = house_of_all_roles().await;
    let anyone = house.public();
    for address in ADDRESSES.iter().filter(|address| address.is_guarded()) {
        let path = path_of(address, &receipt);
        for method in address.methods() {
            for (cookie, accept) in [("", "text/html"), ("session=00", "text/html"), ("session=00", "*/*")] {
                let request = anyone.ask(method, &path).header(COOKIE, cookie).header(ACCEPT, accept);
                let answer = request.form(&[("form_token", "")]).send().await.expect("an answer");
                let expected = if accept == "*/*" { StatusCode::UNAUTHORIZED } else { StatusCode::SEE_OTHER };
                assert_eq!(answer.status(), expected, "{method} {path}");
                let to = answer.headers().get(LOCATION).map(|to| to.to_str().expect("text").to_owned());
                assert!(to.is_none_or(|to| to.starts_with("/sign-in?")), "{method} {path}");
                let said = answer.text().await.expect("a text");
                assert!(SECRETS.iter().all(|secret| !said.contains(secret)), "{method} {path}: {said}");
            }
        }
    }
}

#[tokio::test]
async fn no_form_is_taken_without_its_token_with_another_sessions_or_from_another_site() {
    let (house, receipt) = house_of_all_roles().await;
    for member in members() {
        let (desk, other) = (house.sign_in(member).await, house.sign_in(member).await);
        let (own, others) = (token(&desk).await, token(&other).await);
        let open = ADDRESSES.iter().filter(|address| address.is_guarded() && address.is_open_to(member.role));
        for address in open.filter(|address| address.methods().any(|method| method == "POST")) {
            let path = path_of(address, &receipt);
            let forged = [
                ("no token", &house.server[..], ""),
                ("another session's token", &house.server, &others),
                ("another site", "https://elsewhere.example", &own),
                ("a site that hides", "null", &own),
            ];
            for (how, origin, token) in forged {
                let form = [("form_token", token), ("end", "others"), ("step", "disable"), ("state", "closed")];
                let answer = desk.post_from(&path, origin).form(&form).send().await.expect("an answer");
                assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{}: {path}: {how}", member.role);
            }
        }
        other.page("/account").await;
    }
}

#[tokio::test]
async fn a_token_that_was_there_before_a_sign_in_opens_nothing_after_it() {
    let house = House::open(Backend::Embedded).await;
    let planted = "f".repeat(64);
    let anyone = house.public();
    let sign_in = async |cookie: &str| {
        let form = [("name", OFFICER.name), ("password", OFFICER.password)];
        let request = anyone.post("/sign-in").header("origin", &house.server).header(COOKIE, cookie).form(&form);
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let set = answer.headers()[SET_COOKIE].to_str().expect("a cookie").to_owned();
        set.split(';').next().expect("a cookie").to_owned()
    };
    let opens = async |cookie: &str| {
        let answer = anyone.get("/desk").header(COOKIE, cookie).send().await.expect("an answer");
        answer.status() == StatusCode::OK
    };
    let given = sign_in(&format!("session={planted}")).await;
    assert!(!given.contains(&planted) && opens(&given).await);
    assert!(!opens(&format!("session={planted}")).await);
    let again = sign_in(&given).await;
    assert!(again != given && opens(&again).await);
    assert!(!opens(&given).await, "the session of before has ended");
}

#[tokio::test]
async fn no_address_leads_to_another_site_whatever_it_is_asked() {
    let (house, receipt) = house_of_all_roles().await;
    let astray = "next=https%3A%2F%2Fevil.example&back=%2F%2Fevil.example&return=https%3A%2F%2Fevil.example&\
        url=%2F%5Cevil.example&redirect=https%3A%2F%2Fevil.example&lang=%2F%2Fevil.example&done=https%3A%2F%2Fevil.example";
    let (officer, admin) = (house.sign_in(OFFICER).await, house.sign_in(ADMIN).await);
    let leads_out = |text: &str| {
        let text = text.to_lowercase();
        ["=\"https://evil", "=\"//evil", "=\"/\\evil"].iter().any(|way| text.contains(way))
    };
    for address in ADDRESSES {
        for desk in [&officer, &admin] {
            for path in [path_of(&address, &receipt), format!("//evil.example{}", path_of(&address, &receipt))] {
                let answer = desk.get(&format!("{path}?{astray}")).send().await.expect("an answer");
                if let Some(to) = answer.headers().get(LOCATION) {
                    let to = to.to_str().expect("text");
                    assert!(to.starts_with('/') && !to.starts_with("//") && !to.contains("evil"), "{path}: {to}");
                }
                let said = answer.text().await.unwrap_or_default();
                assert!(!leads_out(&said), "{path}: {said}");
            }
        }
    }
    let form = [("name", OFFICER.name), ("password", OFFICER.password), ("next", "https://evil.example")];
    let answer = officer.post(&format!("/sign-in?{astray}")).form(&form).send().await.expect("an answer");
    assert_eq!(answer.headers()[LOCATION], "/desk?lang=en");
}
