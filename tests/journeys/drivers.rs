//! What answers tell together is published with an edition: said in words, in files of its own, counted once and verified.

use ombudsman_server::config::Config;
use ombudsman_server::db::Sql;
use ombudsman_server::server::open_house;
use reqwest::StatusCode;
use serde_json::Value;
use tests::{Backend, House, PUBLISHER, SECOND_PUBLISHER, last_quarter, not_as_in_schema};

const COLUMNS: &str = "service,intent,language,channel,overall,drivers.timeliness,drivers.knowledge,drivers.courtesy,\
    drivers.fairness,drivers.outcome,achieved,expectations,ideal,trust,received_at";

/// The ratings of a card in the order of the columns, and how many gave them.
type Ratings = ([&'static str; 10], usize);

const RATINGS: [Ratings; 12] = [
    (["5", "5", "5", "5", "5", "5", "yes", "5", "5", "5"], 88),
    (["5", "4", "5", "4", "4", "4", "yes", "4", "4", "5"], 36),
    (["4", "4", "4", "5", "5", "4", "yes", "4", "3", "4"], 56),
    (["4", "3", "4", "5", "4", "5", "yes", "4", "3", "4"], 32),
    (["4", "2", "5", "4", "5", "4", "yes", "3", "3", "4"], 24),
    (["3", "2", "4", "4", "4", "3", "partly", "3", "2", "3"], 36),
    (["3", "2", "4", "5", "4", "2", "partly", "2", "2", "3"], 24),
    (["2", "1", "3", "4", "3", "2", "partly", "2", "1", "2"], 28),
    (["2", "2", "4", "4", "5", "1", "no", "1", "1", "2"], 20),
    (["1", "1", "3", "2", "2", "1", "no", "1", "1", "1"], 20),
    (["1", "1", "2", "3", "4", "1", "no", "1", "1", "1"], 20),
    (["4", "5", "3", "4", "5", "5", "yes", "4", "4", "4"], 16),
];
const ALL: u64 = 400;

async fn import(house: &House, name: &str, ratings: &[Ratings], in_all: u64) {
    let (_, day) = last_quarter();
    let row = |(ratings, many): &Ratings| {
        std::iter::repeat_n(format!("passport,compliment,en,paper,{},{day}", ratings.join(",")), *many)
    };
    let rows: Vec<String> = std::iter::once(COLUMNS.to_owned()).chain(ratings.iter().flat_map(row)).collect();
    let path = house.write(name, &rows.join("\n"));
    let said = house.command(&["import", "cards", path.to_str().expect("a path")]);
    assert!(said.contains("Rows left out: 0"), "{said}");
    house.counts_passports(in_all).await;
}

/// A house with an edition about the passport, prepared with these further words and approved.
async fn publish(house: &House, reason: &[&str]) {
    let (quarter, _) = last_quarter();
    let prepare = ["edition", "prepare", &quarter, "--by", PUBLISHER.name];
    assert!(house.command(&[&prepare[..], reason].concat()).contains("is prepared"));
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let page = second.page("/publish/editions?lang=en").await;
    assert!(page.contains("drivers.csv"), "{page}");
    assert_eq!(second.approve(&page, "").await, StatusCode::SEE_OTHER);
}

async fn house() -> House {
    let house = House::open(Backend::Embedded).await;
    for member in [PUBLISHER, SECOND_PUBLISHER] {
        house.hire(member);
    }
    import(&house, "cards.csv", &RATINGS, ALL).await;
    publish(&house, &[]).await;
    house
}

async fn document(house: &House, number: u32) -> Value {
    let (quarter, _) = last_quarter();
    let json = house.public().page(&format!("/data/{quarter}.{number}/drivers.json")).await;
    serde_json::from_str(&json).expect("JSON")
}

#[tokio::test]
async fn a_page_says_what_matters_to_people_and_what_happens_when_parts_fail_in_both_languages() {
    let house = house().await;
    let english = house.public().page("/results/esdc-edsc/passport?lang=en").await;
    for said in [
        "<h2>What to improve first</h2>",
        "How much each part matters",
        "<h2>When parts of the service fail people</h2>",
        "People whom no part failed give the service ",
        "Citizens First 3",
        "Of 100 people who answered, ",
        "The satisfaction index is ",
        "It is of people who gave all three ratings.",
        "This is of people who rated the service as a whole and all five parts.",
        "<h2>The service in brief</h2>",
        "<h2>Trust, by how satisfied people are</h2>",
        "This is of people who rated both satisfaction and trust.",
        "People choose by themselves to rate a service.",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    let french = house.public().page("/results/esdc-edsc/passport?lang=fr").await;
    for said in
        ["<h2>Ce qu’il faut améliorer d’abord</h2>", "Les citoyens d’abord 3", "L’indice de satisfaction est de "]
    {
        assert!(french.contains(said), "{said}: {french}");
    }
    let document = document(&house, 1).await;
    let ladder: Vec<&Value> = document["figures"]
        .as_array()
        .expect("figures")
        .iter()
        .filter(|figure| figure["method_id"] == "driver-ladder")
        .collect();
    assert!(ladder.len() > 2 && ladder[0]["group"] == "failed-0" && ladder[0]["reference"] == 87, "{ladder:?}");
    let page = house.public().page(&format!("/results/editions/{}?lang=en", last_quarter().0)).await;
    assert!(page.contains("drivers.csv") && page.contains("drivers.json"), "{page}");
    let schema = house.public().page(&format!("/data/{}.1/drivers.schema.json", last_quarter().0)).await;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!(not_as_in_schema(&schema, &document), Vec::<String>::new(), "with numbers of each kind");
}

#[tokio::test]
async fn a_correction_carries_the_numbers_on_and_both_are_verified() {
    let house = house().await;
    let (quarter, _) = last_quarter();
    let more = [(["1", "1", "1", "1", "1", "1", "no", "1", "1", "1"], 30)];
    import(&house, "late.csv", &more, ALL + 30).await;
    publish(&house, &["--reason-en", "Late cards.", "--reason-fr", "Cartes en retard."]).await;
    let (first, second) = (document(&house, 1).await, document(&house, 2).await);
    assert_eq!(first["figures"], second["figures"], "nobody can subtract them");
    assert_eq!(second["counted_in"], first["edition"]);
    let verified = house.command(&["edition", "verify", &quarter]);
    assert_eq!(verified.matches("its inputs give the same bytes").count(), 2, "{verified}");

    let config = Config::from_parts(&house.settings(), std::iter::empty()).expect("settings");
    let ground = open_house(config).await.expect("a house");
    let sql = Sql {
        sqlite: "UPDATE edition_drivers SET csv = CAST(REPLACE(CAST(csv AS TEXT), ',87', ',78') AS BLOB)",
        postgres: "UPDATE edition_drivers SET csv = convert_to(REPLACE(convert_from(csv, 'UTF8'), ',87', ',78'), 'UTF8')",
    };
    assert_eq!(ground.db.execute(sql, Vec::new()).await.expect("a change"), 2);
    ground.db.close().await;
    let said = house.command_done_in_part(&["edition", "verify", &quarter]).0;
    for fault in ["its CSV about drivers was changed", "its inputs give another CSV about drivers"] {
        assert_eq!(said.matches(fault).count(), 2, "{fault}: {said}");
    }
}
