//! An address that does not take a method says which it takes, as RFC 9110 (section 15.5.6) demands of an answer 405.

use reqwest::StatusCode;
use reqwest::header::{ACCEPT, ALLOW};
use tests::{ADDRESSES, Backend, House};

const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"];

#[tokio::test]
async fn an_address_asked_by_a_method_that_it_does_not_take_names_those_that_it_takes() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for address in ADDRESSES {
        let (path, allowed) = (address.path.replace("{case}", "0123456789ABC"), address.allowed());
        for method in METHODS {
            for kind in ["text/html", "application/json"] {
                let answer = anyone.ask(method, &path).header(ACCEPT, kind).send().await.expect("an answer");
                let is_taken = allowed.split(", ").any(|taken| taken == method);
                assert_eq!(answer.status() == StatusCode::METHOD_NOT_ALLOWED, !is_taken, "{method} {path}");
                let said = answer.headers().get(ALLOW).map(|value| value.to_str().expect("text").to_owned());
                assert_eq!(said.as_deref(), (!is_taken).then_some(allowed), "{method} {path}");
            }
        }
    }
    let nowhere = anyone.ask("PUT", "/nowhere").send().await.expect("an answer");
    assert_eq!((nowhere.status(), nowhere.headers().get(ALLOW)), (StatusCode::NOT_FOUND, None));
}
