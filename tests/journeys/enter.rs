//! An officer keys in what somebody says or wrote, on the card's own page; the card keeps the way it came and who keyed it
//! in, and the person sees the first and not the second.

use reqwest::header::{ACCEPT, COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Response, StatusCode};
use tests::reading::hidden;
use tests::{ADMIN, Backend, Desk, House, OFFICER, Public, Receipt};

/// Where an officer is sent who begins to key a card in, and the cookie that they get.
async fn begin(officer: &Desk, channel: &str) -> (String, String) {
    let token = hidden(&officer.page("/desk/enter").await, "form_token");
    let form = [("form_token", token.as_str()), ("service", "passport"), ("channel", channel), ("language", "fr")];
    let answer = officer.post("/desk/enter?lang=en").form(&form).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{channel}");
    let said = |name| answer.headers()[name].to_str().expect("a text").to_owned();
    let (address, set) = (said(LOCATION), said(SET_COOKIE));
    assert!(set.contains("; Path=/card; HttpOnly; SameSite=Strict; Max-Age=3600"), "{set}");
    let cookie = set.split(';').next().expect("a cookie").to_owned();
    let (_, pass) = cookie.split_once('=').expect("a name and a value");
    assert!(!address.contains(pass) && !set.contains("officer"), "the address has no pass, and the pass no name");
    (address, cookie)
}

/// The page at this address, as an officer sees it who has this pass.
async fn with_the_pass(anyone: &Public, address: &str, cookie: &str) -> String {
    let answer = anyone.get(address).header(COOKIE, cookie).send().await.expect("an answer");
    answer.text().await.expect("a page")
}

/// Sends the card at this address, with this cookie.
async fn send(anyone: &Public, (address, cookie): (&str, &str), channel: &str, comment: &str) -> Response {
    let page = anyone.page(address).await;
    let action = tests::reading::between(&page, "id=\"card-form\"", ">").expect("a form");
    let action = tests::reading::between(action, "action=\"", "\"").expect("an address").replace("&amp;", "&");
    let (id, begun) = (hidden(&page, "id"), hidden(&page, "begun"));
    let form = [("id", id.as_str()), ("begun", &begun), ("language", "fr"), ("channel", channel)];
    let form: Vec<(&str, &str)> = form.into_iter().chain([("intent", "complaint"), ("comment", comment)]).collect();
    let sent = anyone.post(&action).header(ACCEPT, "text/html").header(COOKIE, cookie).form(&form);
    sent.send().await.expect("an answer")
}

/// Sends a card that is taken; the page of the receipt.
async fn fill_in(anyone: &Public, seat: (&str, &str), channel: &str, comment: &str) -> String {
    let answer = send(anyone, seat, channel, comment).await;
    let (status, text) = (answer.status(), answer.text().await.expect("a page"));
    assert_eq!(status, StatusCode::OK, "{seat:?}: {text}");
    text
}

#[tokio::test]
async fn a_card_that_an_officer_keys_in_keeps_how_it_came_and_who_keyed_it_in() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    // Whoever came without a pass would be asked for a proof at once.
    house.set("network_hourly", "1");
    house.set("network_burst", "1");
    house.start_all().await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    for (channel, how, read_aloud) in [
        ("phone", "By phone", true),
        ("in-person", "In person", true),
        ("letter", "By letter", false),
        ("paper", "On a paper card", false),
    ] {
        let (address, cookie) = begin(&officer, channel).await;
        let page = with_the_pass(&anyone, &address, &cookie).await;
        assert_eq!(page.contains("À lire à voix haute"), read_aloud, "{channel}: {page}");
        assert_eq!(page.contains("name=\"sheet\""), channel == "paper", "{channel}");
        let comment = format!("Trois semaines de retard, {channel}.");
        let receipt = fill_in(&anyone, (&address, &cookie), channel, &comment).await;
        assert_eq!(receipt.contains("Lisez les deux codes à voix haute"), read_aloud, "{channel}: {receipt}");
        for back in ["href=\"/desk/enter?lang=fr\">Saisir un autre message<", "href=\"/desk?lang=fr\">"] {
            assert!(receipt.contains(back) && !page.contains(back), "who has a pass goes back, {channel}: {receipt}");
        }
        let no_card = with_the_pass(&anyone, &address.replace("/passport", "/nowhere"), &cookie).await;
        assert!(
            !page.contains("href=\"/desk") && !no_card.contains("href=\"/desk"),
            "from the receipt alone: {no_card}"
        );
        let receipt = Receipt::of_page(&receipt);
        let told = anyone.recorded(&receipt).await;
        assert!(!told.contains("Keyed in"), "{told}");
        let case = officer.case(&receipt).await;
        assert!(case.contains(how) && case.contains("Keyed in by officer"), "{channel}: {case}");
    }
}

#[tokio::test]
async fn a_pass_that_is_not_ours_keeps_the_card_and_no_name() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let (address, cookie) = begin(&officer, "phone").await;
    let (name, pass) = cookie.split_once('=').expect("a pass");
    let (forged, in_the_address) = (format!("{name}=A{pass}"), format!("{address}&pass={pass}"));
    let on_the_web = address.replace("channel=phone", "channel=web");
    for (address, cookie, channel) in
        [(&address, forged.as_str(), "phone"), (&on_the_web, &cookie, "web"), (&in_the_address, "", "in-person")]
    {
        let comment = format!("Trois semaines de retard, {channel}.");
        let receipt = fill_in(&anyone, (address, cookie), channel, &comment).await;
        assert!(!receipt.contains("href=\"/desk"), "nobody else is led to the desk: {receipt}");
        let receipt = Receipt::of_page(&receipt);
        anyone.recorded(&receipt).await;
        assert!(!officer.case(&receipt).await.contains("Keyed in"), "{address}");
    }
}

#[tokio::test]
async fn past_a_budget_of_their_own_an_officers_cards_are_counted_like_everyones() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.set("network_hourly", "1");
    house.set("network_burst", "1");
    house.start_server("intake,desk").await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let (address, cookie) = begin(&officer, "phone").await;
    for number in 0..120 {
        let status = send(&anyone, (&address, &cookie), "phone", "Trois semaines de retard.").await.status();
        assert_eq!(status, StatusCode::OK, "{number}");
    }
    // The network has one of its own, and one may have come back to the officer in the meantime.
    let mut asked = 0;
    while send(&anyone, (&address, &cookie), "phone", "Trois semaines de retard.").await.status() == StatusCode::OK {
        asked += 1;
        assert!(asked < 20, "nothing is ever asked");
    }
}

#[tokio::test]
async fn whoever_signs_out_leaves_no_pass_behind() {
    let house = House::open(Backend::Embedded).await;
    let answer = house.sign_in(OFFICER).await.post("/sign-out").send().await.expect("an answer");
    let set: Vec<_> = answer.headers().get_all(SET_COOKIE).iter().map(|set| set.to_str().expect("a cookie")).collect();
    assert_eq!(set.len(), 2, "{set:?}");
    assert!(set.contains(&"pass=; Path=/card; HttpOnly; SameSite=Strict; Max-Age=0"), "{set:?}");
}

#[tokio::test]
async fn only_officers_key_in_and_only_for_services_that_take_cards() {
    let house = House::open(Backend::Embedded).await;
    let (officer, admin) = (house.sign_in(OFFICER).await, house.sign_in(ADMIN).await);
    assert_eq!(admin.get("/desk/enter").send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    admin.set_service("passport", "closed").await;
    let page = officer.page("/desk/enter").await;
    assert!(!page.contains("value=\"passport\""), "{page}");
    let token = hidden(&page, "form_token");
    for (service, channel) in [("passport", "phone"), ("employment-insurance", "web"), ("nowhere", "phone")] {
        let form = [("form_token", token.as_str()), ("service", service), ("channel", channel), ("language", "en")];
        let answer = officer.post("/desk/enter?lang=en").form(&form).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{service} {channel}");
        assert!(answer.text().await.expect("a page").contains("Choose a service that takes messages"));
    }
}
