//! Editions: a quarter that is over is prepared by one, approved by another, and published for everyone in both languages;
//! a correction says why, and never lets anybody subtract.

use ombudsman_server::config::Config;
use ombudsman_server::db::Sql;
use ombudsman_server::secrets::sha256_hex;
use ombudsman_server::server::open_house;
use reqwest::StatusCode;
use serde_json::Value;
use tests::reading::{between, hidden};
use tests::{AUDITOR, Backend, Cards, Desk, House, PUBLISHER, SECOND_PUBLISHER, last_quarter, quarter_of};

/// Imports cards about the passport and waits until so many are counted in all.
async fn import(house: &House, name: &str, cards: &[Cards<'_>], in_all: u64) {
    house.import_cards(name, "passport", cards);
    house.counts_passports(in_all).await;
}

/// A house with two publishers, an auditor, and a quarter that is over.
async fn house() -> House {
    let house = House::open(Backend::Embedded).await;
    for member in [PUBLISHER, SECOND_PUBLISHER, AUDITOR] {
        house.hire(member);
    }
    let cards = [("en", "paper", 5, 60), ("en", "phone", 4, 30), ("fr", "phone", 3, 12), ("en", "in-person", 1, 4)];
    import(&house, "first.csv", &cards, 106).await;
    house
}

fn prepare(house: &House) -> String {
    house.command(&["edition", "prepare", &last_quarter().0, "--by", PUBLISHER.name])
}

/// Prepares and publishes the first edition.
async fn published(house: &House) {
    assert!(prepare(house).contains("is prepared"));
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let page = second.page("/publish/editions").await;
    assert_eq!(second.approve(&page, "").await, StatusCode::SEE_OTHER);
}

async fn status(house: &House, path: &str) -> StatusCode {
    house.public().get(path).send().await.expect("an answer").status()
}

async fn file(house: &House, edition: &str, name: &str) -> String {
    house.public().page(&format!("/data/{edition}/{name}")).await
}

#[tokio::test]
pub async fn a_closed_quarter_is_prepared_by_one_approved_by_another_and_read_in_both_languages() {
    let house = house().await;
    let (quarter, _) = last_quarter();
    let (id, page) = (format!("{quarter}.1"), format!("/results/editions/{quarter}"));
    let running = quarter_of(jiff::Zoned::now().date());
    let said = house.refused_command(&["edition", "prepare", &running, "--by", PUBLISHER.name]);
    assert!(said.contains("is not over yet"), "{said}");
    assert!(house.refused_command(&["edition", "prepare", &quarter, "--by", "nobody"]).contains("staff list"));
    assert!(prepare(&house).contains(&format!("{id} is prepared")));
    assert!(house.public().page("/results/editions?lang=en").await.contains("Nothing is published yet."));
    for path in [page.clone(), format!("/data/{id}/results.json"), format!("/data/{id}/results.csv")] {
        assert_eq!(status(&house, &path).await, StatusCode::NOT_FOUND, "{path}");
    }

    let preparer = house.sign_in(PUBLISHER).await;
    let own = preparer.page("/publish/editions").await;
    assert!(own.contains("You had this prepared.") && !own.contains("Approve and publish"), "{own}");
    assert_eq!(preparer.approve(&own, "").await, StatusCode::CONFLICT, "the statement refuses, not only the page");

    let second = house.sign_in(SECOND_PUBLISHER).await;
    let all = ["results.json", "results.csv"].map(|name| format!("/publish/editions/{id}/{name}"));
    let [json_before, csv_before] = [second.page(&all[0]).await, second.page(&all[1]).await];
    let every_item = second.page(&format!("/publish/editions/{id}?lang=en&service=passport")).await;
    assert!(every_item.contains("On a paper card") && every_item.contains("The time it took"), "{every_item}");
    let unpublished = house.public().page("/results/esdc-edsc/passport?lang=en").await;
    assert!(unpublished.contains("say nothing of this service") && !unpublished.contains("class=\"figure\""));
    assert!(!house.public().page("/results?lang=en").await.contains("class=\"figure\""), "no number is told live");
    let french = second.page("/publish/editions?lang=fr").await;
    assert!(french.contains("Moins de 10 personnes ont répondu."), "{french}");
    let waiting = second.page("/publish/editions?lang=en").await;
    let why = |cell: &str| between(&waiting, &format!("<th scope=\"row\">{cell}"), "</tr>").map(str::to_owned);
    let why = |cell: &str| why(cell).unwrap_or_else(|| panic!("{cell} is withheld: {waiting}"));
    assert!(why("Canadian Passport, In person").contains("Fewer than 10 people answered."));
    assert!(why("Canadian Passport, By phone").contains("would tell a number below 10"));
    assert_eq!(second.approve(&waiting, "2001-01-01T00:00").await, StatusCode::UNPROCESSABLE_ENTITY, "it is over");
    assert_eq!(second.approve(&waiting, "").await, StatusCode::SEE_OTHER);
    assert_eq!(second.approve(&waiting, "").await, StatusCode::CONFLICT, "once");

    let json = file(&house, &id, "results.json").await;
    let csv = file(&house, &id, "results.csv").await;
    assert_eq!([&json, &csv], [&json_before, &csv_before], "what was approved is what is public");
    let english = house.public().page(&format!("{page}?lang=en")).await;
    let french = house.public().page(&format!("{page}?lang=fr")).await;
    for read in [&english, &french] {
        assert!(read.contains(&sha256_hex(json.as_bytes())) && read.contains(&sha256_hex(csv.as_bytes())), "{read}");
    }
    assert!(english.contains("Results of ") && english.contains("Canadian Passport"), "{english}");
    assert!(french.contains("Résultats\u{a0}: ") && french.contains("Passeport canadien"), "{french}");
    let service = house.public().page(&format!("{page}?lang=en&service=passport")).await;
    assert!(service.contains("On a paper card") && service.contains("not shown"), "{service}");
    let live = house.public().page("/results/esdc-edsc/passport?lang=en").await;
    assert!(live.contains("On a paper card") && live.contains(&page), "the newest edition answers: {live}");
    let document: Value = serde_json::from_str(&json).expect("JSON");
    let complete = |figure: &Value| {
        ["method_id", "method_version", "population", "period", "tier", "status"]
            .iter()
            .all(|name| !figure[*name].is_null())
    };
    assert!(document["figures"].as_array().is_some_and(|figures| !figures.is_empty() && figures.iter().all(complete)));
    let entry = format!(
        "esdc-edsc,passport,in-person,all,overall,{quarter},card,service-quality-score,1,points,,T0,suppressed,,,,"
    );
    assert!(csv.split("\r\n").any(|one| one == entry), "{csv}");

    let verified = house.command(&["edition", "verify", &quarter]);
    assert!(
        verified.contains(&format!("{id} (approved): its inputs give the same bytes, and the office signed them.")),
        "{verified}"
    );
    let log = house.sign_in(AUDITOR).await.page("/desk/audit").await;
    for (done, by) in
        [("An edition of the results was prepared", "operator"), ("Figures were published", SECOND_PUBLISHER.name)]
    {
        let entry = log.split("<tr>").find(|row| row.contains("<time") && row.contains(done));
        let entry = entry.unwrap_or_else(|| panic!("it is an entry, and not only a choice: {done}"));
        assert!(entry.contains(&format!("<td>{by}<br>")), "who did it: {entry}");
    }
    assert!(log.contains(&format!("In the name of {}<", PUBLISHER.name)), "in whose name it was prepared");
}

#[tokio::test]
async fn a_correction_says_why_leaves_the_old_edition_readable_and_never_tells_of_fewer_than_ten() {
    let house = house().await;
    let (quarter, _) = last_quarter();
    published(&house).await;
    let first = format!("{quarter}.1");
    let before = file(&house, &first, "results.json").await;
    let without_reason = ["edition", "prepare", &quarter, "--by", PUBLISHER.name];
    assert!(house.refused_command(&without_reason).contains("has an edition already"));
    let reason = ["--reason-en", "Paper cards came late.", "--reason-fr", "Des cartes papier sont arrivées en retard."];
    let with_reason: Vec<&str> = without_reason.iter().chain(&reason).copied().collect();
    assert!(house.refused_command(&with_reason).contains("no number and no name is another"));

    import(&house, "three.csv", &[("en", "paper", 2, 3)], 109).await;
    let refused = house.refused_command(&with_reason);
    let cell = "esdc-edsc, overall: Service passport, Channel paper, Edition 2: with ";
    assert!(refused.contains(cell) && refused.contains("leaves a group of fewer than ten"), "{refused}");

    import(&house, "nine.csv", &[("en", "paper", 3, 9)], 118).await;
    assert!(house.command(&with_reason).contains(&format!("{quarter}.2 is prepared")));
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let waiting = second.page("/publish/editions").await;
    assert!(waiting.contains("Paper cards came late."), "{waiting}");
    assert_eq!(second.approve(&waiting, "").await, StatusCode::SEE_OTHER);

    let anyone = house.public();
    let newest = anyone.page(&format!("/results/editions/{quarter}?lang=fr")).await;
    assert!(newest.contains("Des cartes papier sont arrivées en retard.") && newest.contains("Édition"), "{newest}");
    let old = anyone.page(&format!("/results/editions/{first}?lang=en&service=passport")).await;
    assert!(old.contains("There is a newer edition of this quarter."), "{old}");
    let old = anyone.page(&format!("/results/editions/{first}?lang=en")).await;
    assert!(old.contains("There is a newer edition of this quarter.") && !old.contains("came late"), "{old}");
    assert_eq!(file(&house, &first, "results.json").await, before, "what was published stays");
    let archive = anyone.page("/results/editions?lang=en").await;
    assert!(archive.contains(&first) && archive.contains("Why it corrects the one before: "), "{archive}");
    let verified = house.command(&["edition", "verify", &quarter]);
    assert_eq!(verified.matches("its inputs give the same bytes").count(), 2, "{verified}");
    let log = house.sign_in(AUDITOR).await.page("/desk/audit").await;
    assert!(log.matches("Published figures were corrected").count() > 1, "it is an entry");
    assert!(!log.contains("came late"), "no text is in the log");
}

#[tokio::test]
async fn an_edition_is_nobodys_to_read_before_its_minute() {
    let house = house().await;
    let (quarter, _) = last_quarter();
    assert!(prepare(&house).contains("is prepared"));
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let shown = second.page("/publish/editions").await;
    import(&house, "more.csv", &[("en", "paper", 5, 1)], 107).await;
    assert!(prepare(&house).contains("is prepared"), "one that nobody has approved gives way");
    assert_eq!(second.approve(&shown, "").await, StatusCode::CONFLICT, "it is not the one that was shown");
    let shown = second.page("/publish/editions").await;
    assert_eq!(second.approve(&shown, "2999-01-31T08:30").await, StatusCode::UNPROCESSABLE_ENTITY, "a mistake");
    let ahead = jiff::Zoned::now().date().saturating_add(jiff::Span::new().days(30));
    assert_eq!(second.approve(&shown, &format!("{ahead}T08:30")).await, StatusCode::SEE_OTHER);
    assert!(house.public().page("/results/editions?lang=en").await.contains("Nothing is published yet."));
    for path in [format!("/results/editions/{quarter}"), format!("/data/{quarter}.1/results.csv")] {
        assert_eq!(status(&house, &path).await, StatusCode::NOT_FOUND, "{path}");
    }

    let page = second.page("/publish/editions?lang=en").await;
    assert!(page.contains("Take the approval back") && page.contains("No edition waits for approval."), "{page}");
    assert_eq!(take_back(&second, &page).await, StatusCode::SEE_OTHER);
    assert_eq!(take_back(&second, &page).await, StatusCode::CONFLICT, "once");
    let waits = second.page("/publish/editions?lang=en").await;
    assert_eq!(second.approve(&waits, "").await, StatusCode::SEE_OTHER, "it waits again");
    assert_eq!(take_back(&second, &page).await, StatusCode::CONFLICT, "it is public");
    let log = house.sign_in(AUDITOR).await.page("/desk/audit").await;
    assert!(log.matches("was taken back before it was public").count() > 1, "it is an entry");
}

/// Presses "take the approval back" on a page that was loaded before.
async fn take_back(desk: &Desk, page: &str) -> StatusCode {
    let [token, edition, sha256] = ["form_token", "edition", "sha256"].map(|name| hidden(page, name));
    let form = [("form_token", token.as_str()), ("edition", &edition), ("sha256", &sha256), ("do", "take-back")];
    desk.post("/publish/editions?lang=en").form(&form).send().await.expect("an answer").status()
}

#[tokio::test]
pub async fn an_edition_that_was_changed_in_the_record_is_not_verified() {
    let house = house().await;
    published(&house).await;
    let another = Sql {
        sqlite: "UPDATE editions SET csv_sha256 = 'other', \
            csv = CAST(REPLACE(CAST(csv AS TEXT), ',T3,', ',T2,') AS BLOB), withheld = CAST('[]' AS BLOB)",
        postgres: "UPDATE editions SET csv_sha256 = 'other', \
            csv = convert_to(REPLACE(convert_from(csv, 'UTF8'), ',T3,', ',T2,'), 'UTF8'), withheld = CAST('[]' AS BYTEA)",
    };
    change(&house, another).await;
    let verify = ["edition", "verify", &last_quarter().0];
    let said = house.command_done_in_part(&verify);
    let faults = [
        "its CSV was changed",
        "its inputs give another CSV",
        "its inputs withhold other cells",
        "no key of the office signed it",
    ];
    for fault in faults {
        assert!(said.0.contains(fault), "{fault}: {said:?}");
    }
    assert!(said.1.contains("Change nothing."), "{said:?}");
}

#[tokio::test]
async fn an_edition_whose_inputs_were_changed_is_not_said_to_be_what_they_give() {
    let house = house().await;
    published(&house).await;
    let verify = ["edition", "verify", &last_quarter().0];
    let one_more = Sql {
        sqlite: "UPDATE editions SET inputs = CAST(REPLACE(CAST(inputs AS TEXT), ':60}', ':61}') AS BLOB)",
        postgres: "UPDATE editions SET inputs = convert_to(REPLACE(convert_from(inputs, 'UTF8'), ':60}', ':61}'), 'UTF8')",
    };
    change(&house, one_more).await;
    let said = house.command_done_in_part(&verify).0;
    let no_more = "its inputs are not those that it was made from";
    assert!(said.contains(no_more) && said.contains("its inputs give another JSON"), "{said}");
    let broken_off = Sql {
        sqlite: "UPDATE editions SET inputs = CAST('{' AS BLOB)",
        postgres: "UPDATE editions SET inputs = CAST('{' AS BYTEA)",
    };
    change(&house, broken_off).await;
    let said = house.command_done_in_part(&verify).0;
    assert!(said.contains(no_more) && said.contains("its inputs cannot be read"), "{said}");
    assert!(!said.contains("its inputs give"), "{said}");
}

/// Changes the only edition in the record itself.
async fn change(house: &House, sql: Sql) {
    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = open_house(config).await.expect("a house");
    assert_eq!(ground.db.execute(sql, Vec::new()).await.expect("a change"), 1);
    ground.db.close().await;
}
