//! Services beside one another, an organisation as a whole, and figures of others: for anyone, in both languages, and from
//! published figures only.

use reqwest::StatusCode;
use reqwest::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use serde_json::Value;
use tests::reading::{between, hidden};
use tests::{ADMIN, AUDITOR, Backend, Desk, House, PUBLISHER, last_quarter};

const OFFICE: &str = "/results/compare/esdc-edsc";
const BENEFITS: &str = "/results/compare/kinds/benefits";

/// A house with an edition of three services of one organisation that many rated, one that few rated, and one of another
/// organisation. Of the passport, which is counted last, 90 of 106 people gave one of the two best ratings.
async fn published() -> House {
    let house = House::open(Backend::Embedded).await;
    house.hire(PUBLISHER);
    for (name, service, best, worst) in [
        ("insurance.csv", "employment-insurance", 128, 22),
        ("old-age.csv", "old-age-security", 105, 20),
        ("pension.csv", "canada-pension-plan", 30, 10),
        ("tax.csv", "disability-tax-credit", 120, 30),
    ] {
        house.import_cards(name, service, &[("en", "paper", 5, best), ("en", "paper", 1, worst)]);
    }
    house.publish_edition().await;
    house
}

#[tokio::test]
async fn services_of_an_organisation_are_compared_in_words_a_funnel_and_a_table_by_name() {
    let house = published().await;
    let anyone = house.public();
    let english = anyone.page(&format!("{OFFICE}?lang=en")).await;
    let french = anyone.page(&format!("{OFFICE}?lang=fr")).await;
    assert!(
        english.contains("Of 3 services, 3 are within what chance alone would give; none is above, and none is below."),
        "{english}"
    );
    assert!(
        french.contains(
            "Parmi 3 services, 3 sont dans les limites du hasard; aucun n’est au-dessus, et aucun n’est au-dessous."
        ),
        "{french}"
    );
    for page in [&english, &french] {
        let table = between(page, "<tbody>", "</tbody>").expect("a table");
        let places = ["passport", "employment-insurance", "old-age-security"].map(|slug| table.find(slug).expect(slug));
        assert_eq!(table.matches("<tr>").count(), 3);
        assert_eq!(table.find("canada-pension-plan"), None, "few rated it");
        assert!(page.contains("canada-pension-plan"), "it is named below the table");
        let chart = between(page, "<svg class=\"chart\"", "</div>").expect("a chart");
        assert!(
            chart.contains("<title id=\"funnel-title\">") && chart.contains("<desc id=\"funnel-text\">"),
            "{chart}"
        );
        assert_eq!(chart.matches("<line class=\"point\"").count(), 3, "{chart}");
        assert_eq!(chart.matches("<polyline").count(), 4, "{chart}");
        assert!(!page.contains("margin of error") && !page.contains("marge d’erreur"));
        assert!(places.iter().all(|place| *place > 0));
    }
    let by_name =
        ["Canadian Passport", "Employment Insurance", "Old Age Security"].map(|name| english.find(&format!(">{name}")));
    assert!(by_name.is_sorted() && by_name[0].is_some(), "by name: {by_name:?}");
    assert!(english.contains("Fewer than 100 answers about these services are published"), "{english}");
    assert!(english.contains("People choose by themselves to rate a service."), "{english}");

    let alone = anyone.page("/results/compare/cra-arc?lang=en").await;
    assert!(alone.contains("That takes at least 3 services, each with 100 answers or more."), "{alone}");
    assert!(!alone.contains("<svg") && alone.contains("disability-tax-credit"), "{alone}");
    assert!(alone.contains("<h2>Its services</h2>"), "{alone}");
    assert!(!alone.contains("Too few answers") && !alone.contains("Fewer than 100"), "150 people answered: {alone}");
    let all = anyone.page("/results/compare?lang=en").await;
    assert!(all.contains("Services that are compared: 3.") && all.contains("Nothing is compared here."), "{all}");
    assert!(!all.contains("are within") && !all.contains("is above"), "what it comes to is on each page alone: {all}");
    assert!(all.contains("href=\"/results/compare/cra-arc?lang=en\""), "{all}");
    let nowhere = anyone.get("/results/compare/nowhere").send().await.expect("an answer");
    assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);
}

/// Says on the console what kind a service is.
async fn set_kind(admin: &Desk, service: &str, kind: &str) -> StatusCode {
    let path = format!("/console/{service}");
    let token = hidden(&admin.page(&path).await, "form_token");
    let form = [("form_token", token.as_str()), ("kind", kind)];
    admin.post(&path).form(&form).send().await.expect("an answer").status()
}

#[tokio::test]
async fn services_of_one_kind_are_compared_across_organisations_and_an_edition_keeps_the_kinds_of_its_day() {
    let house = published().await;
    let anyone = house.public();
    for (language, all) in [("en", "Of 3 services, 3 are within"), ("fr", "Parmi 3 services, 3 sont dans les limites")]
    {
        let page = anyone.page(&format!("{BENEFITS}?lang={language}")).await;
        assert!(page.contains(all), "{page}");
        let table = between(&page, "<tbody>", "</tbody>").expect("a table");
        for address in [
            "/results/esdc-edsc/employment-insurance",
            "/results/esdc-edsc/old-age-security",
            "/results/cra-arc/disability-tax-credit",
        ] {
            assert!(table.contains(&format!("href=\"{address}?lang={language}\"")), "{address}: {table}");
        }
        assert_eq!(table.matches("<tr>").count(), 3, "the passport is of another kind, and few rated the pension");
        assert!(page.contains("<svg class=\"chart\"") && page.contains("canada-pension-plan"), "{page}");
    }
    let english = anyone.page(&format!("{BENEFITS}?lang=en")).await;
    assert!(english.contains("Disability Tax Credit (Canada Revenue Agency)</a>"), "{english}");
    let registration = anyone.page("/results/compare/kinds/registration?lang=en").await;
    assert!(
        registration.contains("That takes at least 3 services") && !registration.contains("<svg"),
        "{registration}"
    );
    assert!(registration.contains("<h2>Services of this kind</h2>"), "{registration}");
    let all = anyone.page("/results/compare?lang=en").await;
    assert!(all.contains("href=\"/results/compare/kinds/benefits?lang=en\""), "{all}");
    assert!(!all.contains("/results/compare/kinds/permits"), "nobody rated one: {all}");
    let service = anyone.page("/results/cra-arc/disability-tax-credit?lang=en").await;
    let link = "<a href=\"/results/compare/kinds/benefits?lang=en\">Beside other services of its kind: Benefits and payments to people</a>";
    assert!(service.contains(link), "{service}");
    let nowhere = anyone.get("/results/compare/kinds/nothing").send().await.expect("an answer");
    assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);

    let admin = house.sign_in(ADMIN).await;
    assert_eq!(set_kind(&admin, "disability-tax-credit", "taxes").await, StatusCode::SEE_OTHER);
    assert_eq!(set_kind(&admin, "disability-tax-credit", "no such kind").await, StatusCode::BAD_REQUEST);
    let console = admin.page("/console/disability-tax-credit?lang=en").await;
    assert!(console.contains("<option value=\"taxes\" selected>Taxes and duties</option>"), "{console}");
    house.hire(AUDITOR);
    let log = house.sign_in(AUDITOR).await.page("/desk/audit?lang=en").await;
    let is_it = |row: &&str| row.contains("<time") && row.contains("A service’s kind was changed");
    assert!(log.split("<tr>").any(|row| is_it(&row) && row.contains("disability-tax-credit")), "{log}");
    let (quarter, _) = last_quarter();
    assert_eq!(anyone.page(&format!("{BENEFITS}?lang=en")).await, english, "what is out does not change");
    let results: Value =
        serde_json::from_str(&anyone.page(&format!("/data/{quarter}.1/results.json")).await).expect("JSON");
    assert_eq!(results["kinds"]["disability-tax-credit"], "benefits");
    let verified = house.command(&["edition", "verify", &quarter]);
    assert!(verified.contains("its inputs give the same bytes, and the office signed them."), "{verified}");

    let reason = ["--reason-en", "A kind was wrong.", "--reason-fr", "Un genre était faux."];
    let prepare = [&["edition", "prepare", &quarter, "--by", PUBLISHER.name][..], &reason].concat();
    assert!(house.command(&prepare).contains(&format!("{quarter}.2 is prepared")), "another kind is a correction");
    assert_eq!(set_kind(&admin, "disability-tax-credit", "").await, StatusCode::SEE_OTHER, "none is a choice");
}

#[tokio::test]
async fn a_file_of_services_sets_kinds_and_takes_none_away() {
    const HEAD: &str = "service_id,service_name_en,service_name_fr,owner_org,owner_org_title";
    const ROW: &str = "1415,Access our Statistical Data,Accédez à nos données statistiques,statcan,Statistics Canada | Statistique Canada";
    let house = House::open(Backend::Embedded).await;
    let admin = house.sign_in(ADMIN).await;
    for (name, file, selected) in [
        ("kind.csv", format!("{HEAD},service_kind\n{ROW},learning\n"), "learning"),
        ("without.csv", format!("{HEAD}\n{ROW}\n"), "learning"),
        ("empty.csv", format!("{HEAD},service_kind\n{ROW},\n"), "learning"),
        ("unknown.csv", format!("{HEAD},service_kind\n{ROW},numbers\n"), "learning"),
        ("other.csv", format!("{HEAD},service_kind\n{ROW},information\n"), "information"),
    ] {
        let path = house.write(name, &file);
        let said = house.command(&["import", "services", path.to_str().expect("a path")]);
        assert_eq!(said.contains("service_kind is none of the kinds"), name == "unknown.csv", "{said}");
        let page = admin.page("/console/statistics?lang=en").await;
        assert!(page.contains(&format!("<option value=\"{selected}\" selected>")), "{name}: {page}");
    }
}

#[tokio::test]
async fn an_organisation_has_a_page_with_its_sum_its_services_and_where_to_read_on() {
    let house = published().await;
    let anyone = house.public();
    let english = anyone.page("/results/esdc-edsc?lang=en").await;
    let french = anyone.page("/results/esdc-edsc?lang=fr").await;
    // 106 + 150 + 125 + 40 people.
    assert!(
        english.contains("About 420 people rated its services.")
            || english.contains("About 425 people rated its services."),
        "{english}"
    );
    assert!(french.contains("personnes ont noté ses services."), "{french}");
    assert!(english.contains("There is no earlier quarter to compare with."), "{english}");
    for address in [
        "/results/compare/esdc-edsc",
        "/results/complaints",
        "/results/standards/esdc-edsc",
        "/results/benchmarks",
        "/results/esdc-edsc/passport",
    ] {
        assert!(english.contains(&format!("href=\"{address}?lang=en\"")), "{address}: {english}");
    }
    let coverage = "Its services with a published score in this quarter: 4 of the 5 in the register (80 of 100).";
    assert!(english.contains(coverage), "{english}");
    let unrated = between(&english, "/results/esdc-edsc/student-financial-assistance", "</tr>").expect("a row");
    assert!(unrated.contains("no answers"), "{unrated}");
    let overview = anyone.page("/results?lang=en").await;
    assert!(overview.contains("<a href=\"/results/esdc-edsc?lang=en\">"), "{overview}");
    assert!(overview.contains("5 of the 13 in the register (38 of 100)") && overview.contains("2 of 7."), "{overview}");
    let nowhere = anyone.get("/results/nowhere").send().await.expect("an answer");
    assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn before_anything_is_published_the_pages_say_so() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for path in ["/results/compare", OFFICE, BENEFITS, "/results/esdc-edsc"] {
        let page = anyone.page(&format!("{path}?lang=en")).await;
        assert!(page.contains("Nothing is published yet."), "{path}: {page}");
        assert!(!page.contains("class=\"figure\"") && !page.contains("<svg"), "no number: {page}");
    }
}

#[tokio::test]
async fn figures_of_others_are_shown_by_series_with_their_source_and_as_data() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let english = anyone.page("/results/benchmarks?lang=en").await;
    let french = anyone.page("/results/benchmarks?lang=fr").await;
    for page in [&english, &french] {
        assert_eq!(page.matches("<svg class=\"chart\"").count(), 3, "two figures are no line: {page}");
        // New Zealand's survey and the United Kingdom's percentage.
        assert_eq!(page.matches("<line class=\"break\"").count(), 2, "{page}");
        assert!(page.contains("Brian Marson") && page.contains("Office of the Public Guardian"), "{page}");
    }
    assert!(english.contains("Survey 1: 64; Survey 2: 64;") && english.contains("October 2025: 85;"), "{english}");
    assert!(french.contains("Sondage 1\u{a0}: 64; Sondage 2\u{a0}: 64;"), "{french}");
    assert!(french.contains("octobre 2025\u{a0}: 85;") && !french.contains(">2025-10<"), "{french}");
    assert!(english.contains("never added to them") && french.contains("n’y sont jamais ajoutés"));
    let csv = anyone.get("/data/benchmarks.csv").send().await.expect("an answer");
    assert_eq!(csv.headers()[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    assert!(csv.headers()[CONTENT_TYPE].to_str().expect("text").starts_with("text/csv"));
    let csv = csv.text().await.expect("a text");
    let json: Value = serde_json::from_str(&anyone.page("/data/benchmarks.json").await).expect("JSON");
    let figures = json.as_array().expect("figures");
    assert_eq!(figures.len(), csv.lines().count() - 1);
    assert!(figures.iter().all(|figure| figure["source"].is_string() && figure["value"].is_u64()));
}
