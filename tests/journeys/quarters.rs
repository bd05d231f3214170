//! What anyone reads of a service after several quarters: sentences, charts and tables that say the same, and nothing of a quarter
//! in which few answered.

use jiff::civil::Date;
use reqwest::StatusCode;
use tests::reading::between;
use tests::{Backend, House, PUBLISHER, SECOND_PUBLISHER, quarter_of, until};

/// A day in a quarter that is over, so many quarters back.
fn day(quarters_back: i64) -> Date {
    let day = jiff::Zoned::now().date().first_of_month();
    day.saturating_sub(jiff::Span::new().months(3 * quarters_back))
}

/// What people call a quarter, in English.
fn name(day: Date) -> String {
    let months = ["January to March", "April to June", "July to September", "October to December"];
    let number = usize::try_from((day.month() - 1) / 3).expect("a quarter");
    format!("{} {}", months[number], day.year())
}

/// Imports cards about the passport: the overall rating, that of the time it took, how many; and publishes their quarter.
async fn publish(house: &House, day: Date, cards: &[(u8, u8, usize)], in_all: u64) {
    let mut rows = vec!["service,intent,language,channel,overall,drivers.timeliness,received_at".to_owned()];
    for (overall, time, many) in cards {
        rows.extend(std::iter::repeat_n(format!("passport,compliment,en,web,{overall},{time},{day}"), *many));
    }
    let path = house.write(&format!("{day}.csv"), &rows.join("\n"));
    let said = house.command(&["import", "cards", path.to_str().expect("a path")]);
    assert!(said.contains("Rows left out: 0"), "{said}");
    until("the cards are counted", async || (house.passport_answers().await == in_all).then_some(())).await;
    let said = house.command(&["edition", "prepare", &quarter_of(day), "--by", PUBLISHER.name]);
    assert!(said.contains("is prepared"), "{said}");
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let page = second.page("/publish/editions").await;
    assert_eq!(second.approve(&page, "").await, StatusCode::SEE_OTHER);
}

/// A house with three quarters: 125 answers, 6 answers, 150 answers.
async fn three_quarters() -> House {
    let house = House::open(Backend::Embedded).await;
    for member in [PUBLISHER, SECOND_PUBLISHER] {
        house.hire(member);
    }
    publish(&house, day(3), &[(5, 4, 75), (4, 4, 50)], 125).await;
    publish(&house, day(2), &[(1, 1, 6)], 131).await;
    publish(&house, day(1), &[(4, 1, 90), (2, 2, 60)], 281).await;
    house
}

/// How many lines of this class the chart of this name draws.
fn drawn(page: &str, chart: &str, class: &str) -> usize {
    let chart = between(page, &format!("aria-labelledby=\"{chart}-title"), "</svg>");
    chart.unwrap_or_else(|| panic!("no {chart:?}: {page}")).matches(&format!("<line class=\"{class}\"")).count()
}

#[tokio::test]
async fn a_service_is_told_in_sentences_and_charts_that_leave_out_a_quarter_in_which_few_answered() {
    let house = three_quarters().await;
    let anyone = house.public();
    let english = anyone.page("/results/esdc-edsc/passport?lang=en").await;
    assert!(english.contains("About 150 people answered. Together they give the service 55 out of 100."), "{english}");
    assert!(english.contains("If they had been drawn by lot") && !english.contains("margin of error"), "{english}");
    assert!(english.contains("<li>The time it took: 10 out of 100</li>"), "{english}");
    assert!(english.contains("Of 100 people who answered, 60 gave one of the two best ratings."), "{english}");
    assert_eq!((drawn(&english, "scores", "point"), drawn(&english, "scores", "range")), (2, 2), "two were rated");
    let ratings = between(&english, "aria-labelledby=\"ratings-title", "</svg>").expect("a chart of ratings");
    assert!(ratings.contains("about 90") && ratings.contains("width=\"60%\""), "{ratings}");

    assert_eq!(drawn(&english, "trend", "point"), 2, "the quarter of six is not drawn, least of all as zero");
    assert_eq!(
        (drawn(&english, "trend", "line"), drawn(&english, "trend", "gap")),
        (0, 1),
        "and no line leads over it"
    );
    let gap = format!("A dotted line stands where no score is shown: {}.", name(day(2)));
    let change = format!("The score is lower than in {}.", name(day(3)));
    assert!(english.contains(&gap) && english.contains(&change), "{english}");
    let row = between(&english, &format!("<th scope=\"row\">{}</th>", name(day(2))), "</tr>").expect("its row");
    assert!(row.contains("not shown") && !row.contains('6'), "{row}");
    let row = between(&english, &format!("<th scope=\"row\">{}</th>", name(day(3))), "</tr>").expect("its row");
    assert!(row.contains("125") && row.contains("90"), "{row}");

    let french = anyone.page("/results/esdc-edsc/passport?lang=fr").await;
    let said = "Environ 150 personnes ont répondu. Ensemble, elles donnent au service 55 sur 100.";
    assert!(french.contains(said) && french.contains("non montré"), "{french}");
    assert!(french.contains("L’indice est plus bas que celui du trimestre"), "{french}");

    let few = anyone.page(&format!("/results/editions/{}?lang=en&service=passport", quarter_of(day(2)))).await;
    assert!(few.contains("No score is shown for this quarter.") && !few.contains("scores-title"), "{few}");
    let oldest = anyone.page(&format!("/results/editions/{}?lang=en&service=passport", quarter_of(day(3)))).await;
    assert!(
        oldest.contains("There is no earlier quarter to compare with.") && !oldest.contains("trend-title"),
        "{oldest}"
    );
}

const PASSPORT: &str = "/results/esdc-edsc/passport?lang=en";
const COMPLAINTS: &str = "/results/complaints?lang=en";
/// What is kept as JSON is none any more; done twice it is as it was.
const SWAP: &str = "UPDATE editions SET json = csv, csv = json";
const SWAP_COMPLAINTS: &str = "UPDATE edition_complaints SET json = csv, csv = json";

#[tokio::test]
async fn what_the_newest_pages_show_is_in_memory_before_anybody_asks() {
    let mut house = three_quarters().await;
    let before = house.public().page(PASSPORT).await;
    let complaints = house.public().page(COMPLAINTS).await;
    assert!(house.stop().await.success());
    house.start_all().await;
    until("it is in memory", async || house.log().contains("the newest results are in memory").then_some(())).await;
    let db = house.db().await;
    for swap in [SWAP, SWAP_COMPLAINTS] {
        assert_eq!(db.execute(swap, Vec::new()).await.expect("no JSON"), 3);
    }
    db.close().await;
    assert_eq!(house.public().page(PASSPORT).await, before, "no edition is read any more");
    assert_eq!(house.public().page(COMPLAINTS).await, complaints, "nor what it tells of complaints");
}

#[tokio::test]
async fn results_that_cannot_be_read_ahead_keep_no_office_closed_and_are_read_at_a_visit() {
    let mut house = three_quarters().await;
    let before = house.public().page(PASSPORT).await;
    assert!(house.stop().await.success());
    let db = house.db().await;
    assert_eq!(db.execute(SWAP, Vec::new()).await.expect("no JSON"), 3);
    db.close().await;
    house.start_all().await;
    until("that is told", async || house.log().contains("the results were not read ahead").then_some(())).await;
    let answer = house.public().get(PASSPORT).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    let db = house.db().await;
    assert_eq!(db.execute(SWAP, Vec::new()).await.expect("JSON again"), 3);
    db.close().await;
    assert_eq!(house.public().page(PASSPORT).await, before);
}

#[tokio::test]
async fn the_list_of_services_tells_the_newest_score_of_each_beside_its_name() {
    let house = House::open(Backend::Embedded).await;
    for member in [PUBLISHER, SECOND_PUBLISHER] {
        house.hire(member);
    }
    publish(&house, day(1), &[(4, 4, 120)], 120).await;
    let page = house.public().page("/results?lang=en").await;
    assert!(page.contains(&format!("The answers and scores are those of {}.", name(day(1)))), "{page}");
    let row = between(&page, ">Canadian Passport</a>", "</tr>").expect("its row");
    assert!(row.contains(">120</td>") && row.contains(">75"), "{row}");
    let other = between(&page, ">Public Weather</a>", "</tr>").expect("its row");
    assert!(other.contains("no answers") && !other.contains(">0<"), "{other}");
    let names: Vec<&str> =
        page.split("<th scope=\"row\">").skip(1).filter_map(|row| between(row, ">", "</a>")).collect();
    let mut by_name = names.clone();
    by_name.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names, by_name, "by name, and not by score");
    let french = house.public().page("/results?lang=fr").await;
    let place = |name: &str| french.find(&format!(">{name}</a>")).unwrap_or_else(|| panic!("{name}: {french}"));
    assert!(place("Bourses canadiennes pour étudiants et Prêts canadiens aux étudiants") < place("Météo publique"));
    assert!(
        place("Météo publique") < place("Passeport canadien")
            && place("Accédez à nos données statistiques") < place("Attribution de citoyenneté")
    );
}
