//! Impartiality, and what an anonymous person and the office say to each other.

use reqwest::StatusCode;
use tests::{Backend, Desk, House, OFFICER, Public, SENIOR, UPHELD, complaint};

use crate::audit::chain;

async fn house() -> (House, Public, Desk, Desk) {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    (house, anyone, officer, senior)
}

#[tokio::test]
async fn an_interest_that_is_found_after_a_case_was_taken_on_ends_that_officers_part_in_it() {
    let (house, anyone, officer, senior) = house().await;
    let mut card = complaint("My passport took nine weeks.");
    card["reply"] = serde_json::json!({ "wanted": true, "email": "marker@example.ca" });
    card["consents"] = serde_json::json!(["contact"]);
    let receipt = officer.takes_on(&anyone, &card).await;
    assert!(officer.opened(&receipt, "open-address").await.contains("marker@example.ca"));
    officer.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    let page = officer.may_not(&receipt, "open-address", &[]).await;
    assert!(!page.contains("marker@example.ca"), "{page}");
    let page = officer.may_not(&receipt, "draft", &UPHELD).await;
    assert!(page.contains("They are named in it, or answer to somebody who is."), "{page}");
    assert!(page.contains("It lay in a tray"), "what they wrote is given back");
    let page = officer.may_not(&receipt, "message", &[("words", "I am on your side.")]).await;
    assert!(page.contains("They are named in it"), "{page}");
    let page = senior.case(&receipt).await;
    assert!(page.contains("Check what they did in this case before that day."), "the work before is marked: {page}");
    assert!(senior.may_not(&receipt, "assign", &[]).await.contains("Something is missing"), "it must be attested");
    senior.does(&receipt, "assign", &[("attested", "yes")]).await;
    senior.does(&receipt, "draft", &UPHELD).await;
    assert!(officer.may_not(&receipt, "approve", &[]).await.contains("They are named in it"));
    let told = chain(&house, &receipt.reference.replace('-', "")).await;
    let blocks: Vec<_> = told.iter().filter(|entry| entry.contains("coi_block")).collect();
    assert_eq!(
        blocks,
        [
            "officer/officer coi_block officer (named)",
            "officer/officer coi_block (named)",
            "officer/officer coi_block (named)",
            "officer/officer coi_block (named)",
        ]
    );
}

#[tokio::test]
async fn an_officer_who_works_in_a_program_or_left_it_a_short_time_ago_has_no_complaint_about_it() {
    let (_house, anyone, officer, _) = house().await;
    let receipt = anyone.leave(&complaint("My passport took nine weeks.")).await;
    anyone.recorded(&receipt).await;
    let says = async |until: &str| {
        let token = tests::reading::hidden(&officer.page("/desk/past-work").await, "form_token");
        let form = [("form_token", token.as_str()), ("service", "passport"), ("until", until)];
        officer.post("/desk/past-work").form(&form).send().await.expect("an answer").status()
    };
    assert_eq!(says("last week").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(says("").await, StatusCode::SEE_OTHER);
    assert!(officer.page("/desk/past-work").await.contains("Still there"));
    let page = officer.may_not(&receipt, "acknowledge", &[]).await;
    assert!(page.contains("They work in this program, or did in the last 24 months."), "{page}");
    assert_eq!(says("2019-03-31").await, StatusCode::UNPROCESSABLE_ENTITY, "nobody frees themselves of it");
    let today = jiff::Zoned::now().date();
    assert_eq!(says(&today.saturating_add(jiff::Span::new().days(1)).to_string()).await, StatusCode::SEE_OTHER);
    officer.may_not(&receipt, "acknowledge", &[]).await;
}

#[tokio::test]
async fn an_officer_who_left_a_program_long_ago_may_have_a_complaint_about_it_and_one_who_left_lately_may_not() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = anyone.leave(&complaint("My passport took nine weeks.")).await;
    anyone.recorded(&receipt).await;
    let lately = jiff::Zoned::now().date().saturating_sub(jiff::Span::new().months(3)).to_string();
    for (desk, until) in [(&officer, lately.as_str()), (&senior, "2019-03-31")] {
        let token = tests::reading::hidden(&desk.page("/desk/past-work").await, "form_token");
        let form = [("form_token", token.as_str()), ("service", "passport"), ("until", until)];
        desk.post("/desk/past-work").form(&form).send().await.expect("an answer");
    }
    officer.may_not(&receipt, "acknowledge", &[]).await;
    senior.does(&receipt, "acknowledge", &[]).await;
}

#[tokio::test]
async fn who_has_an_interest_in_a_case_bars_nobody_else_from_it_and_changes_no_label() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("I was in danger at the counter.")).await;
    officer.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    let page = officer.may_not(&receipt, "interest", &[("staff", "senior"), ("rule", "decision")]).await;
    assert!(page.contains("They are named in it"), "{page}");
    let page = officer.case(&receipt).await;
    let hidden = |name| tests::reading::hidden(&page, name);
    let (token, version) = (hidden("form_token"), hidden("version"));
    let form = [("form_token", token.as_str()), ("version", version.as_str()), ("give", "threat")];
    let address = format!("/desk/cases/{}/labels", receipt.reference.replace('-', ""));
    let answer = officer.post(&address).form(&form).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    senior.does(&receipt, "assign", &[("attested", "yes")]).await;
}

#[tokio::test]
async fn who_gave_a_draft_back_had_a_part_and_does_not_review() {
    let (house, anyone, officer, senior) = house().await;
    house.hire(tests::DIRECTOR);
    let director = house.sign_in(tests::DIRECTOR).await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&receipt, "draft", &UPHELD).await;
    director.does(&receipt, "give-back", &[]).await;
    officer.decides(&receipt, &senior, &UPHELD).await;
    anyone.act(&receipt, "review", &[("words", "It was ten weeks.")]).await;
    let page = director.may_not(&receipt, "review", &[("attested", "yes")]).await;
    assert!(page.contains("They had a part in this case before."), "{page}");
}

#[tokio::test]
async fn a_review_is_made_by_somebody_who_had_no_part_and_can_change_the_outcome() {
    let (house, anyone, officer, senior) = house().await;
    house.hire(tests::DIRECTOR);
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let against = [
        ("outcome0", "inconclusive"),
        ("evidence0", "The file."),
        ("reasons0", "The dates cannot be read."),
        ("words", "We are sorry that we cannot say more."),
    ];
    officer.decides(&receipt, &senior, &against).await;
    let (status, page) = anyone.act(&receipt, "review", &[("words", " ")]).await;
    assert!(status == StatusCode::CONFLICT && page.contains("Nothing was sent"), "{page}");
    let (status, page) = anyone.act(&receipt, "review", &[("words", "I have the stamped envelope.")]).await;
    assert!(status == StatusCode::OK && page.contains("Somebody else looks at our decision again."), "{page}");
    for desk in [&officer, &senior] {
        let page = desk.may_not(&receipt, "review", &[("attested", "yes")]).await;
        assert!(page.contains("They had a part in this case before."), "{page}");
    }
    let director = house.sign_in(tests::DIRECTOR).await;
    director.does(&receipt, "review", &[("attested", "yes")]).await;
    assert!(director.case(&receipt).await.contains("I have the stamped envelope."));
    director.does(&receipt, "vary", &UPHELD).await;
    let (_, page) = anyone.track(&receipt).await;
    for said in ["changed the decision.", "You were right.", "This is our last word."] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Ask for a review") && !page.contains("cannot be read"), "{page}");
    director.does(&receipt, "close", &[]).await;
}

#[tokio::test]
async fn a_review_can_have_a_complaint_looked_into_again_by_somebody_who_had_no_part_in_it() {
    let (house, anyone, officer, senior) = house().await;
    house.hire(tests::DIRECTOR);
    let kim = tests::Member { name: "kim", password: "quiet-orchard-plum", role: "officer" };
    house.hire(kim);
    let lou = tests::Member { name: "lou", password: "quiet-anchor-poplar", role: "senior" };
    house.hire(lou);
    let (director, kim, lou) =
        (house.sign_in(tests::DIRECTOR).await, house.sign_in(kim).await, house.sign_in(lou).await);
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let against = [
        ("outcome0", "inconclusive"),
        ("evidence0", "The file."),
        ("reasons0", "The dates cannot be read."),
        ("words", "We are sorry that we cannot say more."),
    ];
    officer.does(&receipt, "draft", &against).await;
    lou.does(&receipt, "give-back", &[]).await;
    officer.decides(&receipt, &senior, &against).await;
    anyone.act(&receipt, "review", &[("words", "I have the stamped envelope.")]).await;
    director.does(&receipt, "review", &[("attested", "yes")]).await;
    assert!(director.may_not(&receipt, "reopen", &[]).await.contains("Something is missing"), "the person reads why");
    director.does(&receipt, "reopen", &[("words", "Nobody looked at the envelope.")]).await;

    let (_, page) = anyone.track(&receipt).await;
    for said in ["must be looked into again.", "Nobody looked at the envelope."] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(kim.page("/desk/team").await.contains(&receipt.reference), "nobody has it");
    for desk in [&officer, &senior, &director, &lou] {
        assert!(desk.case(&receipt).await.contains("another officer takes it"), "they see that it is not theirs");
        let page = desk.may_not(&receipt, "assign", &[("attested", "yes")]).await;
        assert!(page.contains("They had a part in this case before."), "{page}");
    }
    kim.does(&receipt, "assign", &[("attested", "yes")]).await;
    let page = kim.case(&receipt).await;
    assert!(page.replace(['\u{2068}', '\u{2069}'], "").contains("director reviewed the first decision on"), "{page}");
    kim.does(&receipt, "draft", &UPHELD).await;
    assert!(senior.may_not(&receipt, "approve", &[]).await.contains("They had a part in this case before."));
    let sam = tests::Member { name: "sam", password: "quiet-delta-willow", role: "senior" };
    house.hire(sam);
    house.sign_in(sam).await.does(&receipt, "approve", &[]).await;
    kim.does(&receipt, "send", &[]).await;
    let (_, page) = anyone.track(&receipt).await;
    for said in ["changed the decision.", "You were right.", "This is our last word."] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Ask for a review") && !page.contains("cannot be read"), "{page}");
    let told = chain(&house, &receipt.reference.replace('-', "")).await;
    let back = "director/director review_decision under-review> triaged (reopened)";
    assert!(told.iter().any(|entry| entry == back), "{told:?}");
}

#[tokio::test]
async fn who_was_turned_away_can_ask_for_a_review_and_the_complaint_can_be_looked_into_after_all() {
    let (house, anyone, officer, senior) = house().await;
    house.hire(tests::DIRECTOR);
    let director = house.sign_in(tests::DIRECTOR).await;
    let receipt = anyone.leave(&complaint("My passport took nine weeks.")).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    officer.assesses(&receipt).await;
    let outside = [("reason", "elsewhere"), ("words", "Another department issues it.")];
    officer.does(&receipt, "turn-away", &outside).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("Another department issues it.") && page.contains("Ask for a review"), "{page}");
    anyone.act(&receipt, "review", &[("words", "It was your counter.")]).await;
    assert!(officer.may_not(&receipt, "review", &[("attested", "yes")]).await.contains("They had a part in this case"));
    senior.does(&receipt, "review", &[("attested", "yes")]).await;
    let page = senior.case(&receipt).await;
    assert!(page.contains("Have it looked into again") && !page.contains("value=\"vary\""), "{page}");
    senior.does(&receipt, "reopen", &[("words", "It was our counter.")]).await;
    assert!(anyone.track(&receipt).await.1.contains("must be looked into again."));
    director.does(&receipt, "assign", &[("attested", "yes")]).await;
    director.does(&receipt, "draft", &UPHELD).await;
}

#[tokio::test]
async fn a_case_that_nobody_may_have_says_so_and_stands_in_a_list_of_who_shares_out_the_work() {
    const NOBODY: &str = "Nobody of this office may have this case";
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    assert!(!senior.case(&receipt).await.contains(NOBODY), "somebody is left");
    assert!(!senior.page("/desk/load").await.contains("Nobody here may have these"));
    senior.does(&receipt, "interest", &[("staff", "senior"), ("rule", "interest")]).await;
    assert!(senior.case(&receipt).await.contains(NOBODY));
    let load = senior.page("/desk/load").await;
    assert!(load.contains("Nobody here may have these") && load.contains(&receipt.reference), "{load}");
}

#[tokio::test]
async fn nobody_may_have_a_case_where_what_stands_against_them_stands_in_one_that_is_answered_with_it() {
    let (_house, anyone, _, senior) = house().await;
    let (twin, other) = (anyone.leave(&complaint("Nine weeks.")).await, anyone.leave(&complaint("Ten weeks.")).await);
    for receipt in [&twin, &other] {
        anyone.recorded(receipt).await;
    }
    senior.does(&twin, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    senior.does(&twin, "merge", &[("to", &other.reference)]).await;
    assert!(!senior.page("/desk/load").await.contains("Nobody here may have these"), "somebody is left");
    senior.does(&twin, "interest", &[("staff", "senior"), ("rule", "interest")]).await;
    assert!(senior.case(&other).await.contains("Nobody of this office may have this case"));
    let load = senior.page("/desk/load").await;
    assert!(load.contains("Nobody here may have these") && load.contains(&other.reference), "{load}");
}

#[tokio::test]
async fn an_anonymous_person_is_asked_and_replies_and_the_clock_stands_meanwhile() {
    let (_house, anyone, officer, _) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&receipt, "ask", &[("words", "Which office was it?")]).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("Which office was it?") && page.contains("stands still until you reply"), "{page}");
    assert!(officer.may_not(&receipt, "abandon", &[]).await.contains("too early"), "there is time left");
    let reply = "The one on Main Street. My SIN is 130 692 544.";
    let (status, page) = anyone.act(&receipt, "message", &[("words", reply)]).await;
    assert!(status == StatusCode::OK && page.contains("We are looking into your complaint."), "{page}");
    let case = officer.case(&receipt).await;
    assert!(case.contains("The one on Main Street.") && !case.contains("130 692 544"), "it is masked: {case}");
    officer.does(&receipt, "message", &[("words", "Thank you, that helps.")]).await;
    assert!(anyone.track(&receipt).await.1.contains("Thank you, that helps."));
}

#[tokio::test]
async fn what_a_person_sends_from_a_page_that_is_out_of_date_is_given_back_and_not_kept() {
    let (_house, anyone, officer, _) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let version = tests::reading::hidden(&anyone.track(&receipt).await.1, "version");
    officer.does(&receipt, "ask", &[("words", "Which office was it?")]).await;
    let codes = [("reference", receipt.reference.as_str()), ("access_code", &receipt.access_code)];
    let form = [("do", "message"), ("words", "One more thing."), ("version", version.as_str())];
    let form: Vec<(&str, &str)> = codes.into_iter().chain(form).collect();
    let answer =
        anyone.post("/track?lang=en").header("accept", "text/html").form(&form).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    let page = answer.text().await.expect("a page");
    assert!(
        page.contains("Something changed in the meantime") && page.contains(">One more thing.</textarea>"),
        "{page}"
    );
    assert!(!officer.case(&receipt).await.contains("One more thing."));
}
