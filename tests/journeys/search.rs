//! Officers find cases by words, by reference and by what can be told of them from outside; each finds only what they may
//! see, and nobody else's log has the words.

use reqwest::StatusCode;
use reqwest::header::LOCATION;
use serde_json::{Value, json};
use tests::reading::{between, hidden};
use tests::{ADMIN, Backend, Desk, House, OFFICER, Receipt, Record, UPHELD, card_id, complaint};

fn card(intent: &str, language: &str, words: &str) -> Value {
    json!({ "id": card_id(), "service": "passport", "intent": intent, "language": language, "comment": words })
}

async fn left(house: &House, card: &Value) -> Receipt {
    let anyone = house.public();
    let receipt = anyone.leave(card).await;
    anyone.recorded(&receipt).await;
    Record::open(&house.data()).await.can_be_searched().await;
    receipt
}

/// Sends the form of the page of searching; the address that it leads to.
async fn asked(desk: &Desk, fields: &[(&str, &str)]) -> String {
    let token = hidden(&desk.page("/desk/search").await, "form_token");
    let form: Vec<(&str, &str)> = [("form_token", token.as_str())].into_iter().chain(fields.iter().copied()).collect();
    let answer = desk.post("/desk/search?lang=en").form(&form).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{fields:?}");
    answer.headers()[LOCATION].to_str().expect("an address").to_owned()
}

/// The page of what has these words.
async fn found(desk: &Desk, typed: &str) -> String {
    let address = asked(desk, &[("typed", typed)]).await;
    desk.page(&address).await
}

/// Whether the page shows this case among what was found.
fn has(page: &str, receipt: &Receipt) -> bool {
    page.contains(&format!("id=\"case-{}\"", receipt.reference.replace('-', "")))
}

#[tokio::test]
pub async fn words_are_found_in_what_was_written_by_whoever_wrote_it_without_accents_of_one_or_many_and_by_a_beginning()
{
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let late = left(&house, &card("complaint", "fr", "Un délai de neuf semaines au guichet de Gatineau.")).await;
    let mut wanted = card("complaint", "en", "Nobody answered the phone.");
    wanted["put_right"] = json!("A refund of the Gatineau courier.");
    let phone = left(&house, &wanted).await;
    for (typed, of_late, of_phone) in [
        ("delai", true, false),
        ("DÉLAIS", true, false),
        ("semaine", true, false),
        ("semai*", true, false),
        ("semai", false, false),
        ("phones", false, true),
        ("gatineau", true, true),
        ("gatineau refund", false, true),
        ("\"de neuf semaines\"", true, false),
        ("\"semaines de neuf\"", false, false),
        ("«\u{a0}courier\u{a0}»", false, true),
        ("\" OR * NEAR( said:", false, false),
        ("nothing of it", false, false),
    ] {
        let page = found(&officer, typed).await;
        assert_eq!((has(&page, &late), has(&page, &phone)), (of_late, of_phone), "{typed}: {page}");
    }
    let page = found(&officer, "gatineau guichet").await;
    assert!(
        page.contains("1 case fits.") && page.contains("au <mark>guichet</mark> de <mark>Gatineau</mark>."),
        "{page}"
    );
    officer.step(&phone, "acknowledge", "").await;
    officer.does(&phone, "message", &[("words", "We asked the depot in Moncton.")]).await;
    officer.assesses(&phone).await;
    for typed in ["moncton", "refund moncton", "apology", "\"took nine weeks\""] {
        let page = found(&officer, typed).await;
        assert!(has(&page, &phone) && !has(&page, &late), "{typed}: {page}");
    }
    let both = officer.page("/desk/search").await;
    assert!(both.contains("2 cases fit.") && has(&both, &late) && has(&both, &phone), "{both}");
}

#[tokio::test]
async fn a_reference_in_any_way_of_writing_leads_straight_to_its_case() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let receipt = left(&house, &complaint("Nine weeks.")).await;
    let bare = receipt.reference.replace('-', "");
    for typed in [receipt.reference.clone(), bare.clone(), bare.to_lowercase(), format!("  {} ", receipt.reference)] {
        assert_eq!(asked(&officer, &[("typed", &typed)]).await, format!("/desk/cases/{bare}?lang=en"), "{typed}");
    }
    let begun = found(&officer, &bare[..6]).await;
    assert!(has(&begun, &receipt), "{begun}");
    let never_given = feedback::Reference::from_bits(0x0123_4567_89AB_CDEF).grouped();
    let page = found(&officer, &never_given).await;
    assert!(page.contains("check the reference"), "{page}");
}

#[tokio::test]
async fn what_was_masked_and_the_address_are_not_found_and_the_words_stand_in_no_address_and_no_log() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let mut asking = card("complaint", "en", "Call me at 613-555-0142 about the harbour office.");
    asking["reply"] = json!({ "wanted": true, "email": "marker@example.ca" });
    asking["consents"] = json!(["contact"]);
    let receipt = left(&house, &asking).await;
    for typed in ["0142", "555", "marker"] {
        let page = found(&officer, typed).await;
        assert!(!has(&page, &receipt), "{typed}: {page}");
    }
    let address = asked(&officer, &[("typed", "harbour")]).await;
    assert!(!address.contains("harbour") && has(&officer.page(&address).await, &receipt), "{address}");
    let french = officer.page(&address.replace("lang=en", "lang=fr")).await;
    assert!(french.contains("1 dossier correspond.") && french.contains("value=\"harbour\""), "{french}");
    house.hire(tests::SENIOR);
    let senior = house.sign_in(tests::SENIOR).await;
    let page = senior.page(&address).await;
    assert!(!page.contains("harbour\""), "a sealed word opens for who searched for it only: {page}");
    assert!(!officer.page("/desk/search?words=nonsense").await.contains("value=\"nonsense"));
    assert!(!house.log().contains("harbour"), "the words are in a log");
}

#[tokio::test]
pub async fn facets_narrow_a_search_down_together_and_are_taken_away_again() {
    let house = House::open(Backend::Embedded).await;
    let officer = house.sign_in(OFFICER).await;
    let english = left(&house, &card("complaint", "en", "The same marker.")).await;
    let french = left(&house, &card("complaint", "fr", "Un autre marker.")).await;
    let question = left(&house, &card("question", "en", "Which marker?")).await;
    officer.step(&question, "acknowledge", "").await;
    let page = found(&officer, "marker").await;
    for said in [
        "3 cases fit.",
        ">All that are open</a> <span class=\"quiet\">(3)",
        ">Complaint</a> <span class=\"quiet\">(2)",
        ">Taken up</a> <span class=\"quiet\">(1)",
        ">Français</a> <span class=\"quiet\">(1)",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let narrowed = asked(&officer, &[("typed", "marker"), ("intent", "complaint"), ("language", "en")]).await;
    let page = officer.page(&narrowed).await;
    assert!(has(&page, &english) && !has(&page, &french) && !has(&page, &question), "{page}");
    assert!(page.contains("Language: ") && page.contains("name=\"intent\" value=\"complaint\""), "{page}");
    let wider = officer.page(&narrowed.replace("language=en&", "")).await;
    assert!(has(&wider, &english) && has(&wider, &french) && !has(&wider, &question), "{wider}");
    for (facets, of_question) in [
        ("stage=acknowledged", true),
        ("stage=open&service=passport", true),
        ("stage=closed", false),
        ("service=elsewhere", false),
        ("stage=acknowledged&intent=complaint", false),
        ("to=2020-01-01", false),
        ("from=2020-01-01&stage=acknowledged", true),
        ("severity=urgent", false),
        ("stage=nonsense%22", true),
    ] {
        let page = officer.page(&format!("/desk/search?{facets}")).await;
        assert_eq!(has(&page, &question), of_question, "{facets}: {page}");
    }
    let urgent = left(&house, &complaint("Nobody helps me, and I want to die.")).await;
    let page = officer.page("/desk/search?severity=urgent").await;
    assert!(has(&page, &urgent) && !has(&page, &english), "{page}");
}

#[tokio::test]
pub async fn what_moves_is_found_where_it_stands_now() {
    let house = House::open(Backend::Embedded).await;
    house.hire(tests::SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(tests::SENIOR).await);
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    Record::open(&house.data()).await.can_be_searched().await;
    for (facets, is_there) in [("stage=in-review", true), ("stage=received", false), ("severity=standard", true)] {
        assert_eq!(has(&officer.page(&format!("/desk/search?{facets}")).await, &receipt), is_there, "{facets}");
    }
    officer.decides(&receipt, &senior, &UPHELD).await;
    let page = found(&officer, "tray").await;
    assert!(has(&page, &receipt) && page.contains("It lay in a <mark>tray</mark>"), "{page}");
    officer.does(&receipt, "close", &[]).await;
    assert!(has(&officer.page("/desk/search?stage=closed").await, &receipt));
    assert!(!has(&officer.page("/desk/search?stage=open").await, &receipt));
}

#[tokio::test]
async fn a_programs_desk_finds_its_own_cases_and_no_others_by_words_by_facets_or_by_reference() {
    let house = House::open(Backend::Embedded).await;
    let admin = house.sign_in(ADMIN).await;
    let token = hidden(&admin.page("/console/desks").await, "form_token");
    let desk = [("name_en", "Help"), ("name_fr", "Aide"), ("kind", "program"), ("language", "en"), ("slug", "help")];
    let desk: Vec<(&str, &str)> = desk.into_iter().chain([("form_token", token.as_str())]).collect();
    for (path, form) in
        [("/console/desks", desk), ("/console/passport", vec![("form_token", &token), ("desk", "help")])]
    {
        let made = admin.post(path).form(&form).send().await.expect("an answer");
        assert_eq!(made.status(), StatusCode::SEE_OTHER, "{path}");
    }
    let theirs = left(&house, &card("question", "en", "Which marker do I need?")).await;
    let complaint = left(&house, &card("complaint", "en", "The marker was wrong.")).await;
    let office = house.sign_in(OFFICER).await;
    let page = found(&office, "marker").await;
    assert!(has(&page, &theirs) && has(&page, &complaint) && page.contains(">Help</a>"), "{page}");
    assert!(house.command(&["staff", "desks", "--name", OFFICER.name, "--desk", "help"]).contains("only: help"));
    let program = house.sign_in(OFFICER).await;
    let bare = complaint.reference.replace('-', "");
    for page in [
        found(&program, "marker").await,
        found(&program, &bare[..6]).await,
        found(&program, &complaint.reference).await,
        program.page("/desk/search").await,
        program.page("/desk/search?intent=complaint").await,
        program.page("/desk/search?desk=office").await,
    ] {
        assert!(!has(&page, &complaint) && !page.contains(">Complaint</a>"), "{page}");
    }
    assert!(has(&found(&program, "marker").await, &theirs));
}

#[tokio::test]
async fn a_long_list_is_shown_a_page_at_a_time_and_nothing_twice_or_left_out() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let mut receipts = Vec::new();
    for number in 0..27 {
        receipts.push(anyone.leave(&complaint(&format!("The marker, number {number}."))).await);
    }
    for receipt in &receipts {
        anyone.recorded(receipt).await;
    }
    Record::open(&house.data()).await.can_be_searched().await;
    for address in [asked(&officer, &[("typed", "marker")]).await, "/desk/search?stage=open&lang=en".to_owned()] {
        let first = officer.page(&address).await;
        let link = first.split("<a ").find(|tag| tag.contains("rel=\"next\"")).expect("a way on");
        let address = between(link, "href=\"", "\"").expect("an address").replace("&#38;", "&");
        let next = officer.page(&address).await;
        let on = |page: &str| receipts.iter().filter(|receipt| has(page, receipt)).count();
        assert_eq!((on(&first), on(&next)), (25, 2), "{next}");
        assert!(receipts.iter().all(|receipt| has(&first, receipt) != has(&next, receipt)));
        assert!(next.contains("Back to the first") && !next.contains("rel=\"next\""), "{next}");
    }
}
