//! How complaints were handled is published with an edition: read by anyone in both languages, seen first by who approves it,
//! counted once, and verified.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::reading::between;
use tests::{Backend, Desk, House, OFFICER, PUBLISHER, Public, Receipt, SECOND_PUBLISHER, SENIOR, UPHELD, complaint};

/// So many are answered in time, so many late, and so many are not answered.
const IN_TIME: usize = 11;
const LATE: usize = 12;
const OPEN: usize = 2;

/// The quarter before this one, and a working day in its first month.
fn last_quarter() -> (String, Date) {
    let today = jiff::Zoned::now().date();
    let first = jiff::civil::date(today.year(), 3 * ((today.month() - 1) / 3) + 1, 1);
    let first = first.saturating_sub(jiff::Span::new().months(3));
    let day = first.saturating_add(jiff::Span::new().days(14)).nth_weekday(1, jiff::civil::Weekday::Tuesday);
    (format!("{}-Q{}", first.year(), (first.month() + 2) / 3), day.expect("a Tuesday"))
}

/// Turns the clock to eleven o'clock in Toronto on this day.
fn turn_to(house: &House, day: Date) {
    let zone = TimeZone::get("America/Toronto").expect("the office's zone");
    let then = day.at(11, 0, 0, 0).to_zoned(zone).expect("a time").timestamp().as_second();
    house.turn_clock(then - jiff::Timestamp::now().as_second());
}

/// A house with a quarter that is over, in which complaints were answered in time, late, and not.
async fn house() -> House {
    let (_, day) = last_quarter();
    let mut house = House::prepare(Backend::Embedded, 60).await;
    for member in [SENIOR, PUBLISHER, SECOND_PUBLISHER] {
        house.hire(member);
    }
    turn_to(&house, day);
    house.start_all().await;
    let (anyone, officer, senior) = at_work(&house).await;
    let mut receipts = Vec::new();
    for number in 0..IN_TIME + LATE + OPEN {
        receipts.push(officer.takes_on(&anyone, &complaint(&format!("Passport {number} took nine weeks."))).await);
    }
    decide(&officer, &senior, &receipts[..IN_TIME]).await;
    let reviewed = &receipts[0];
    let (status, page) = anyone.act(reviewed, "review", &[("words", "It was not the tray.")]).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    turn_to(&house, day.saturating_add(jiff::Span::new().days(21)));
    let (_, officer, senior) = at_work(&house).await;
    decide(&officer, &senior, &receipts[IN_TIME..IN_TIME + LATE]).await;
    house.turn_clock(0);
    house
}

async fn at_work(house: &House) -> (Public, Desk, Desk) {
    (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await)
}

async fn decide(officer: &Desk, senior: &Desk, receipts: &[Receipt]) {
    for receipt in receipts {
        officer.decides(receipt, senior, &UPHELD).await;
    }
}

fn prepare(house: &House) -> String {
    house.command(&["edition", "prepare", &last_quarter().0, "--by", PUBLISHER.name])
}

/// How many complaints a file tells to be in a cell, or why it does not.
fn told(document: &Value, cell: &str) -> Result<u64, String> {
    let figures = document["figures"].as_array().expect("figures");
    let figure = figures.iter().find(|figure| figure["cell"] == cell && figure["method_id"] == "complaints");
    let figure = figure.unwrap_or_else(|| panic!("no {cell}: {document}"));
    figure["value"].as_u64().ok_or_else(|| figure["status"].as_str().expect("a status").to_owned())
}

#[tokio::test]
async fn a_quarters_complaints_are_told_to_everyone_once_somebody_has_read_and_approved_them() {
    let house = house().await;
    let (quarter, _) = last_quarter();
    let (id, anyone) = (format!("{quarter}.1"), house.public());
    let nothing = anyone.page("/results/complaints?lang=en").await;
    assert!(nothing.contains("Nothing is published yet."), "{nothing}");
    assert!(prepare(&house).contains(&format!("{id} is prepared")));
    let nothing = anyone.page("/results/complaints?lang=en").await;
    assert!(nothing.contains("Nothing is published yet."), "it waits: {nothing}");
    let file = format!("/data/{id}/complaints.json");
    assert_eq!(anyone.get(&file).send().await.expect("an answer").status(), StatusCode::NOT_FOUND);

    let second = house.sign_in(SECOND_PUBLISHER).await;
    let waiting = second.page("/publish/editions?lang=en").await;
    assert!(waiting.contains("part=complaints"), "{waiting}");
    assert!(!waiting.contains("Nothing is withheld."), "few complaints are: {waiting}");
    for said in [
        "Fewer than 10 complaints.",
        "By organisation: not shown for all of them.",
        "Not answered, past the date",
        "Reviews asked for",
    ] {
        assert!(waiting.contains(said), "{said}: {waiting}");
    }
    let before = second.page(&format!("/publish/editions/{id}?lang=en&part=complaints")).await;
    let bytes = second.page(&format!("/publish/editions/{id}/complaints.json")).await;
    assert_eq!(second.approve(&waiting, "").await, StatusCode::SEE_OTHER);

    let json = anyone.page(&file).await;
    assert_eq!(json, bytes, "what was approved is what is public");
    let document: Value = serde_json::from_str(&json).expect("JSON");
    let near = |cell: &str, n: usize| {
        let told = told(&document, cell).unwrap_or_else(|status| panic!("{cell} is {status}"));
        assert!(told.abs_diff(n as u64) < 5 && told.is_multiple_of(5), "{cell}: {told} for {n}");
        told
    };
    let all = near("to-answer", IN_TIME + LATE + OPEN);
    let (in_time, late) = (near("answered-in-time", IN_TIME), near("answered-late", LATE));
    near("received", IN_TIME + LATE + OPEN);
    near("acknowledged-in-time", IN_TIME + LATE + OPEN);
    let right = near("right", IN_TIME + LATE);
    near("cause-capacity", IN_TIME + LATE);
    let few = Err("fewer-than-10".to_owned());
    assert_eq!([told(&document, "unanswered"), told(&document, "review-asked")], [few.clone(), few]);
    assert_eq!([told(&document, "acknowledged-late"), told(&document, "turned-away")], [Ok(0), Ok(0)]);

    let page = anyone.page("/results/complaints?lang=en").await;
    let said = format!(
        "Of about {all} complaints that had an answer or were due for one, about {in_time} were answered in time and about \
         {late} late; fewer than 10 had no answer"
    );
    assert!(page.contains(&said) && before.contains(&said), "{said}: {page}");
    assert!(page.contains(&format!("the person was right in about {right}")), "{page}");
    assert!(
        page.contains("Not ours to look into") && !page.contains("It is before a court"),
        "no part of nothing: {page}"
    );
    assert!(page.contains("complaints.csv") && page.contains("Ed25519"), "{page}");
    of_organisations(&anyone, &document, &page).await;
    let french = anyone.page("/results/complaints?lang=fr").await;
    let said = format!("Réponse à temps\u{a0}: environ {in_time}; en retard\u{a0}: environ {late};");
    assert!(french.contains(&said), "{said}: {french}");
    let of_edition = anyone.page(&format!("/results/editions/{quarter}?lang=en")).await;
    assert!(of_edition.contains("part=complaints"), "{of_edition}");
    let same = anyone.page(&format!("/results/editions/{id}?lang=en&part=complaints")).await;
    let main = |page: &str| page.split_once("<main").expect("a page").1.to_owned();
    assert_eq!(main(&same), main(&page), "the newest is the one of its edition");

    let verified = house.command(&["edition", "verify", &quarter]);
    assert!(verified.contains("its inputs give the same bytes, and the office signed them."), "{verified}");
    let reason = ["--reason-en", "A name was wrong.", "--reason-fr", "Un nom était faux."];
    let again: Vec<&str> = ["edition", "prepare", &quarter, "--by", PUBLISHER.name].into_iter().chain(reason).collect();
    let refused = house.refused_command(&again);
    assert!(refused.contains("no number and no name is another"), "complaints are counted once: {refused}");
}

/// Every organisation of the register is told of, and in the same way: the one that all complaints are about, and one with none.
async fn of_organisations(anyone: &Public, document: &Value, whole: &str) {
    let figures = document["figures"].as_array().expect("figures");
    for name in ["esdc-edsc", "cra-arc"] {
        let own: Vec<&Value> = figures.iter().filter(|figure| figure["organisation"] == name).collect();
        let told: Vec<_> = own.iter().map(|one| [&one["cell"], &one["status"], &one["value"]]).collect();
        assert_eq!(told, [[&json!("received"), &json!("below-30"), &Value::Null]], "{name}");
        let page = anyone.page(&format!("/results/{name}?lang=en")).await;
        assert!(page.contains("Complaints received in this quarter: fewer than 30."), "{page}");
        assert!(page.contains("Complaints about its services"), "{page}");
        assert!(!page.contains("Answered in time or late"), "nothing else is told: {page}");
        let row = between(whole, &format!("/results/{name}?lang=en\">"), "</tr>").expect("a row");
        assert!(row.contains("fewer than 30"), "{row}");
    }
    assert!(whole.contains(">Employment and Social Development Canada</a>"), "{whole}");
    let french = anyone.page("/results/esdc-edsc?lang=fr").await;
    assert!(french.contains("Les plaintes au sujet de ses services") && french.contains("moins de 30"), "{french}");
}

/// Imports so many cards of the quarter before this one; waits until that many cards are in the record.
async fn import(house: &House, row: &str, many: usize, in_all: i64) {
    let head = "service,intent,language,channel,overall,comment,received_at".to_owned();
    let row = format!("{row},{}", last_quarter().1);
    let rows: Vec<String> = std::iter::once(head).chain(std::iter::repeat_n(row, many)).collect();
    let path = house.write("cards.csv", &rows.join("\n"));
    assert!(house.command(&["import", "cards", path.to_str().expect("a path")]).contains("Rows left out: 0"));
    let db = house.db().await;
    tests::until("the cards are recorded", async || {
        let rows = db.read("SELECT COUNT(*) FROM cards", Vec::new()).await.expect("a count");
        (rows[0].int(0).expect("a number") == in_all).then_some(())
    })
    .await;
    db.close().await;
}

#[tokio::test]
async fn complaints_that_were_counted_anew_are_approved_by_nobody_who_has_not_seen_them_and_are_verified() {
    let house = House::open(Backend::Embedded).await;
    for member in [PUBLISHER, SECOND_PUBLISHER] {
        house.hire(member);
    }
    let (quarter, _) = last_quarter();
    import(&house, "passport,compliment,en,paper,5,", 12, 12).await;
    assert!(prepare(&house).contains("is prepared"));
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let shown = second.page("/publish/editions?lang=en").await;
    let part = format!("/publish/editions/{quarter}.1?lang=en&part=complaints");
    let page = second.page(&part).await;
    assert!(
        page.contains("No complaint was answered in this quarter") && page.contains("in this quarter: none"),
        "{page}"
    );
    import(&house, "passport,complaint,en,paper,,It took nine weeks.", 1, 13).await;
    assert!(prepare(&house).contains("is prepared"));
    assert_eq!(
        second.approve(&shown, "").await,
        StatusCode::CONFLICT,
        "the ratings are the same, the complaints are not"
    );
    let shown = second.page("/publish/editions?lang=en").await;
    assert_eq!(second.approve(&shown, "").await, StatusCode::SEE_OTHER);
    let page = house.public().page("/results/complaints?lang=en").await;
    assert!(page.contains("in this quarter: fewer than 10") && page.contains("Fewer than 10 complaints had"), "{page}");

    let db = house.db().await;
    let csv =
        db.read("SELECT csv FROM edition_complaints", Vec::new()).await.expect("a row")[0].bytes(0).expect("bytes");
    let csv = String::from_utf8(csv).expect("text").replace("published,0", "published,5").into_bytes();
    let sql = "UPDATE edition_complaints SET json_sha256 = 'other', csv = $1";
    assert_eq!(db.execute(sql, vec![csv.into()]).await.expect("a change"), 1);
    db.close().await;
    let said = house.command_done_in_part(&["edition", "verify", &quarter]).0;
    let faults = [
        "its JSON about complaints was changed",
        "its CSV about complaints was changed",
        "its inputs give another CSV about complaints",
        "no key of the office signed it",
    ];
    for fault in faults {
        assert!(said.contains(fault), "{fault}: {said}");
    }
}
