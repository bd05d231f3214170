//! Surveys, mystery shopping and staff surveys: imported whole or not at all, approved by somebody else, read by everyone beside the
//! cards, and never a part of what is told of the cards.

use ombudsman_server::db::Sql;
use ombudsman_server::secrets::sha256_hex;
use reqwest::StatusCode;
use serde_json::Value;
use tests::reading::between;
use tests::{AUDITOR, Backend, House, PUBLISHER, SECOND_PUBLISHER, SENIOR, Survey, last_quarter};

async fn house() -> House {
    let house = House::open(Backend::Embedded).await;
    for member in [SENIOR, PUBLISHER, AUDITOR] {
        house.hire(member);
    }
    house
}

async fn status(house: &House, path: &str) -> StatusCode {
    house.public().get(path).send().await.expect("an answer").status()
}

/// Presses "approve" as the publisher.
async fn approve(house: &House, name: &str) -> StatusCode {
    let publisher = house.sign_in(PUBLISHER).await;
    let page = publisher.page("/publish/populations?lang=en").await;
    publisher.approve_survey(&page, name).await
}

fn run(house: &House, survey: &Survey, more: &[&str]) -> (Vec<String>, Vec<String>) {
    let command = house.import_of(survey);
    (command.clone(), command.into_iter().chain(more.iter().map(|more| (*more).to_owned())).collect())
}

fn refused(house: &House, survey: &Survey) -> String {
    let (command, _) = run(house, survey, &[]);
    house.refused_command(&command.iter().map(String::as_str).collect::<Vec<_>>())
}

#[tokio::test]
async fn a_survey_is_imported_by_one_approved_by_another_and_read_in_both_languages() {
    let house = house().await;
    let survey = Survey::of_clients();
    let (_, dry) = run(&house, &survey, &["--dry-run"]);
    let said = house.command(&dry.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(said.contains("Rows counted: 280") && said.contains("would be prepared"), "{said}");
    let publisher = house.sign_in(PUBLISHER).await;
    assert!(publisher.page("/publish/populations?lang=en").await.contains("No survey waits"), "nothing was kept");

    let said = house.import_survey(&survey);
    assert!(said.contains("passport-clients is prepared"), "{said}");
    let mark = between(&said, "The office's mark of the file: ", "\n").expect("a mark").to_owned();
    let hash = sha256_hex(survey.file.as_bytes());
    let waiting = publisher.page("/publish/populations?lang=en").await;
    assert!(waiting.contains(&mark), "{waiting}");
    let again = house.import_survey(&survey);
    assert!(again.contains(&mark), "the same file has the same mark: {again}");
    assert!(!said.contains(&hash) && !waiting.contains(&hash), "a guess at the rows cannot be tested");
    let (page, data) = ("/results/populations/passport-clients", "/data/populations/passport-clients/survey.csv");
    for path in [page, data] {
        assert_eq!(status(&house, path).await, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(
        house.public().page("/results/populations?lang=en").await.contains("Nothing of this kind is published yet")
    );
    let shown = publisher.page("/publish/populations/passport-clients?lang=en").await;
    let file = publisher.page("/publish/populations/passport-clients/survey.csv").await;
    assert!(shown.contains("confidence interval"), "who approves it reads it first: {shown}");
    assert_eq!(approve(&house, survey.name).await, StatusCode::SEE_OTHER);

    let english = house.public().page(&format!("{page}?lang=en")).await;
    for told in [
        "drawn by lot from a list",
        "never added to them",
        "A research firm",
        "How satisfied were you with the service as a whole?",
        "About 280 people answered, of 1,000 who were asked. That is 28 of 100.",
        "By their weights, they give the service",
        "The 95% confidence interval is",
        "1 means that all groups answered equally often.",
    ] {
        assert!(english.contains(told), "{told}: {english}");
    }
    assert!(!english.contains("margin of error"), "{english}");
    let french = house.public().page(&format!("{page}?lang=fr")).await;
    assert!(french.contains("Une firme de recherche") && french.contains("intervalle de confiance"), "{french}");
    let csv = house.public().page(data).await;
    assert_eq!(csv, file, "what was approved is what is published");
    assert!(english.contains(&sha256_hex(csv.as_bytes())) && csv.starts_with("survey,population,first_day"));
    let json: Value = serde_json::from_str(&house.public().page(&data.replace("csv", "json")).await).expect("JSON");
    assert_eq!((&json["population"], &json["about"]["service"][0]["invited"]), (&"probability".into(), &1_000.into()));
    for list in ["/results/populations?lang=en", "/results/populations?lang=en&service=passport"] {
        assert!(house.public().page(list).await.contains("Survey of passport clients"), "{list}");
    }
    assert!(!house.public().page("/results/populations?lang=en&service=weather").await.contains("Survey of passport"));
    assert!(house.command(&["population", "verify", survey.name]).contains("and the office signed them"));
    let log = house.sign_in(AUDITOR).await.page("/desk/audit?lang=en").await;
    let entry = log.split("<tr>").find(|row| row.contains("<time") && row.contains("survey were imported"));
    assert!(entry.is_some_and(|row| row.contains(SENIOR.name) && row.contains(survey.name)), "{log}");
}

#[tokio::test]
async fn what_is_published_does_not_change_and_nobody_approves_their_own() {
    let house = house().await;
    let survey = Survey::of_clients();
    let by_publisher = |survey: &Survey| {
        let command = house.import_of(survey);
        command.into_iter().map(|word| if word == SENIOR.name { PUBLISHER.name.to_owned() } else { word }).collect()
    };
    let own: Vec<String> = by_publisher(&survey);
    assert!(house.command(&own.iter().map(String::as_str).collect::<Vec<_>>()).contains("is prepared"));
    let publisher = house.sign_in(PUBLISHER).await;
    let page = publisher.page("/publish/populations?lang=en").await;
    assert!(page.contains("imported in your name") && !page.contains("name=\"sha256\""), "{page}");
    assert!(house.import_survey(&survey).contains("is prepared"), "it gives way to one in another name");
    let page = publisher.page("/publish/populations?lang=en").await;
    let changed =
        Survey { file: survey.file.replacen("passport,web,en,5,5", "passport,web,en,1,5", 90), ..survey.clone() };
    assert!(house.import_survey(&changed).contains("is prepared"));
    assert_eq!(
        publisher.approve_survey(&page, survey.name).await,
        StatusCode::CONFLICT,
        "it is another than was shown"
    );
    assert_eq!(approve(&house, survey.name).await, StatusCode::SEE_OTHER);
    assert!(refused(&house, &survey).contains("is published already"));
    let again = Survey { name: "again", about: survey.about.replace(survey.name, "again"), ..survey.clone() };
    let said = refused(&house, &again);
    assert!(said.contains("could be subtracted"), "the same people counted twice: {said}");

    let db = house.db().await;
    let sql = Sql {
        sqlite: "UPDATE surveys SET csv = CAST(REPLACE(CAST(csv AS TEXT), 'published', 'publishes') AS BLOB)",
        postgres: "UPDATE surveys SET csv = convert_to(REPLACE(convert_from(csv, 'UTF8'), 'published', 'publishes'), 'UTF8')",
    };
    assert_eq!(db.execute(sql, Vec::new()).await.expect("a change"), 1);
    db.close().await;
    let said = house.command_done_in_part(&["population", "verify", survey.name]).0;
    assert!(said.contains("its CSV was changed") && said.contains("its inputs give another CSV"), "{said}");
}

#[tokio::test]
async fn a_file_with_rows_that_cannot_be_is_refused_whole_and_says_nothing_of_what_stands_in_it() {
    let house = house().await;
    let survey = Survey::of_shoppers();
    let file = format!("{}\npassport,perhaps,no,yes\npension,yes,no,yes\npassport,yes", survey.file);
    let bad = Survey { file, ..survey.clone() };
    let (command, _) = run(&house, &bad, &[]);
    let (printed, said) = house.command_done_in_part(&command.iter().map(String::as_str).collect::<Vec<_>>());
    for (line, what) in [(62, "greeted: this is yes, no or n/a"), (63, "not about a service"), (64, "has 2 fields")] {
        assert!(
            printed.contains(&format!("line {line}: refused: ")) && printed.contains(what),
            "{line} {what}: {printed}"
        );
    }
    assert!(said.contains("Nothing was imported") && !printed.contains("perhaps"), "{said} {printed}");
    let page = house.sign_in(PUBLISHER).await.page("/publish/populations?lang=en").await;
    assert!(page.contains("No survey waits"), "{page}");
    let untold = Survey { about: survey.about.replace("is_drawn", "drawn"), ..survey.clone() };
    assert!(refused(&house, &untold).contains("unknown field"));
    let nowhere = Survey { about: survey.about.replace("slug = \"passport\"", "slug = \"nowhere\""), ..survey.clone() };
    let nowhere = Survey { file: survey.file.replace("passport,", "nowhere,"), ..nowhere };
    assert!(refused(&house, &nowhere).contains("no service nowhere"));
    assert!(
        refused(&house, &Survey::of_staff()).contains("are published"),
        "engagement is held against published results"
    );
}

#[tokio::test]
async fn the_cards_are_told_to_the_byte_as_they_were_without_any_survey() {
    let house = house().await;
    house.hire(SECOND_PUBLISHER);
    house.import_cards("cards.csv", "passport", &[("en", "paper", 5, 80), ("fr", "phone", 3, 45)]);
    house.counts_passports(125).await;
    let prepare = || {
        let said = house.command(&["edition", "prepare", &last_quarter().0, "--by", SENIOR.name]);
        between(&said, "SHA-256 ", "\n").unwrap_or_else(|| panic!("{said}")).to_owned()
    };
    let before = prepare();
    for survey in [Survey::of_clients(), Survey::of_shoppers()] {
        assert!(house.import_survey(&survey).contains("is prepared"));
        assert_eq!(prepare(), before, "a survey that waits changes nothing");
        assert_eq!(approve(&house, survey.name).await, StatusCode::SEE_OTHER);
        assert_eq!(prepare(), before, "nor one that is public");
    }
    house.counts_passports(125).await;
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let page = second.page("/publish/editions").await;
    assert_eq!(second.approve(&page, "").await, StatusCode::SEE_OTHER);
    let page = house.public().page("/results/esdc-edsc/passport?lang=en").await;
    assert!(
        page.contains("About 125 people answered") && page.contains("/results/populations?lang=en&service=passport"),
        "{page}"
    );
}

#[tokio::test]
async fn visits_and_engagement_say_what_they_are() {
    let house = house().await;
    house.import_surveys().await;
    for survey in [Survey::of_shoppers(), Survey::of_staff()] {
        assert_eq!(approve(&house, survey.name).await, StatusCode::SEE_OTHER);
    }
    let visits = house.public().page("/results/populations/counters-visited?lang=en").await;
    for told in
        ["It does not say how satisfied clients are", "About 60 visits were made", "Places and times were drawn by lot"]
    {
        assert!(visits.contains(told), "{told}: {visits}");
    }
    let staff = house.public().page("/results/populations/staff-engagement?lang=en").await;
    assert!(staff.contains("This is an association, not causation") && staff.contains("Over 10 units"), "{staff}");
    assert!(staff.contains("With other units like these, the slope would likely be from "), "{staff}");
    assert!(staff.contains("each service counted once") && !staff.contains("Chance alone"), "{staff}");
    let chart = between(&staff, "aria-labelledby=\"scatter-title", "</svg>").expect("a chart");
    assert_eq!(chart.matches("<line class=\"point\"").count(), 10, "a dot for each unit");
    let staff = house.public().page("/results/populations/staff-engagement?lang=fr").await;
    assert!(staff.contains("C’est une association, et non une cause"), "{staff}");
}
