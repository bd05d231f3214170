//! Service standards: a file is imported, a publisher looks at it and publishes it, anyone reads it in both languages and as open
//! data, and a correction says why.

use std::path::PathBuf;

use ombudsman_server::registry::standards::{Counted, Target, is_performance};
use ombudsman_server::secrets::sha256_hex;
use reqwest::StatusCode;
use reqwest::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use serde_json::Value;
use tests::{AUDITOR, Backend, Desk, House, OTHERS, PUBLISHER, STANDARDS};

/// The same with other figures for one standard.
const OTHER: (&str, &str) = ("0.995,700,1000,0.7,N", "0.995,998,1000,0.998,Y");
const REASON: [&str; 4] = ["--reason-en", "A count was wrong.", "--reason-fr", "Un nombre était faux."];
/// The year that the demo publishes, whichever it is then.
const DEMO: &str = include_str!("../../xtask/src/demo/standards.csv");
/// The folder with the government's files of 2023-24, for who has them.
const GOVERNMENT: &str = "GC_SERVICE_DATA";

async fn house() -> House {
    let house = House::open(Backend::Embedded).await;
    house.hire(PUBLISHER);
    house.hire(AUDITOR);
    house
}

/// Has an import refused; what was said.
fn refused(house: &House, name: &str, text: &str, more: &[&str]) -> String {
    let path = house.write(name, text);
    let arguments: Vec<&str> =
        ["import", "standards", path.to_str().expect("a path")].into_iter().chain(more.iter().copied()).collect();
    house.refused_command(&arguments)
}

/// A house in which the sample is public.
async fn published() -> (House, Desk) {
    let house = house().await;
    let publisher = house.publish_standards().await;
    (house, publisher)
}

async fn status(house: &House, path: &str) -> StatusCode {
    house.public().get(path).send().await.expect("an answer").status()
}

#[tokio::test]
async fn a_file_is_imported_looked_at_and_published() {
    let house = house().await;
    let anyone = house.public();
    let before = anyone.page("/results/esdc-edsc/passport?lang=en").await;
    assert!(!before.contains("Service standards"), "nothing is public: {before}");
    assert!(anyone.page("/results/standards?lang=fr").await.contains("n’est encore publié"));

    let dry = house.import_standards("sample.csv", STANDARDS, &["--dry-run"]);
    let publisher = house.sign_in(PUBLISHER).await;
    assert!(publisher.page("/publish/standards?lang=en").await.contains("No import waits"), "a dry run keeps nothing");
    let printed = house.import_standards("sample.csv", STANDARDS, &[]);
    assert_eq!(printed.lines().filter(|line| line.contains(": left out: ")).count(), 22, "{printed}");
    for line in [
        "line 10: look at this: The file says that the target was met, and that is so only after rounding. By the counts it was \
         not met. (51811 / 51813 ↔ 1)",
        "line 16: left out: The register has no service with this service_id. (nowhere)",
        "line 28: left out: The standard was met more often than the volume. (3177 > 3068)",
        "line 35: left out: The row has another number of fields than the first line. (4 ≠ 15)",
        "2023-2024: standards taken: 12. Rows left out: 22. Rows of other years: 0.",
        "2023-2024.1 is imported, and not public yet.",
    ] {
        assert!(printed.contains(line), "{line}: {printed}");
    }
    assert!(dry.lines().take(26).eq(printed.lines().take(26)), "a dry run says the same: {dry}");
    assert_eq!(status(&house, "/data/standards-2023-2024.1/standards.csv").await, StatusCode::NOT_FOUND, "it waits");

    let page = publisher.page("/publish/standards?lang=en").await;
    let sha256 = sha256_hex(STANDARDS.as_bytes());
    for text in
        ["2023-2024.1", "Imported from “sample.csv” on ", &sha256, "<th scope=\"row\" data-label=\"Line\">28</th>"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(page.contains("Old Age Security (OAS) Benefits, E14") && page.contains("3177 &#62; 3068"), "{page}");
    assert!(publisher.page("/publish/standards?lang=fr").await.contains("Laissée de côté\u{a0}: La norme aurait été"));
    let csv = publisher.page("/publish/standards/2023-2024.1/standards.csv").await;
    assert_eq!(publisher.publish_standards(&page).await, StatusCode::SEE_OTHER);
    assert_eq!(publisher.publish_standards(&page).await, StatusCode::CONFLICT, "once");
    assert_eq!(anyone.page("/data/standards-2023-2024.1/standards.csv").await, csv, "what was looked at is public");

    let log = house.sign_in(AUDITOR).await.page("/desk/audit?lang=en").await;
    assert!(log.contains("Service standards were imported") && log.contains("Figures were published"), "{log}");
}

#[tokio::test]
async fn anyone_reads_of_a_service_an_organisation_and_everything_in_both_languages() {
    let (house, _) = published().await;
    let (anyone, sha256) = (house.public(), sha256_hex(STANDARDS.as_bytes()));
    let english = anyone.page("/results/esdc-edsc/passport?lang=en").await;
    for text in [
        "In 2023-2024 this service had 7 service standards.",
        "For 5 of 7 (71.4%), it was measured how often the standard was kept.",
        "Of those measured against a target, 2 of 4 met it.",
        "Nothing came up in the year: 1.",
        "No figures were given: 1.",
        "(accuracy, another way or several ways): kept 700 of 1,000 times, or 70%. The target was 99.5%.",
        "31,283 of 31,689",
        "98.7%",
        "5,746 of 5,747",
        "as the organisations gave them in the file “sample.csv”",
    ] {
        assert!(english.contains(text), "{text}: {english}");
    }
    assert!(!english.contains("href=\"N/A\"") && english.contains("href=\"https://www.example.org/standards\""));
    let french = anyone.page("/results/esdc-edsc/passport?lang=fr").await;
    assert!(french.contains("En 2023-2024, ce service avait 7 normes de service."), "{french}");
    assert!(french.contains("31\u{a0}283 sur 31\u{a0}689") && french.contains("98,7\u{a0}%"), "{french}");
    let insurance = anyone.page("/results/esdc-edsc/employment-insurance?lang=en").await;
    assert!(
        insurance.contains("kept 51,811 of 51,813 times. That is just short of the target of 100%."),
        "{insurance}"
    );
    let pension = anyone.page("/results/esdc-edsc/old-age-security?lang=en").await;
    assert!(
        pension.contains("no service standard with figures that can be used")
            && pension.contains("cannot be right: 20."),
        "{pension}"
    );

    let overview = anyone.page("/results/standards?lang=en").await;
    assert!(overview.contains("had 12 service standards") && overview.contains("5 of 8 met it"), "{overview}");
    assert!(overview.contains("For 3 of the 10 measured") && overview.contains(&sha256), "{overview}");
    let own = anyone.page("/results/standards/esdc-edsc?lang=fr&year=2023-2024").await;
    assert!(own.contains("<a href=\"/results/esdc-edsc/passport?lang=fr\">Passeport canadien</a>"), "{own}");
    assert_eq!(status(&house, "/results/standards/nowhere").await, StatusCode::NOT_FOUND);
    assert_eq!(status(&house, "/results/standards?year=2001-2002").await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_correction_replaces_the_year_says_why_and_leaves_what_it_corrects_readable() {
    let (house, publisher) = published().await;
    let anyone = house.public();
    let first = anyone.page("/data/standards-2023-2024.1/standards.json").await;
    let other = STANDARDS.replace(OTHER.0, OTHER.1);
    let said = refused(&house, "other.csv", &other, &[]);
    assert!(said.contains("2023-2024 is public already, from sample.csv") && said.contains("--reason-en"), "{said}");
    assert!(refused(&house, "sample.csv", STANDARDS, &REASON).contains("the file says what 2023-2024.1 says"));
    drop(house.import_standards("other.csv", &other, &REASON));
    let page = publisher.page("/publish/standards?lang=en").await;
    for text in [
        "Corrected. Why: A count was wrong.",
        "What differs from 2023-2024.1, which is public",
        "Before: 700 of 1,000 (Not met). Now: 998 of 1,000 (Met).",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(anyone.page("/results/esdc-edsc/passport?lang=en").await.contains("70%"), "not before it is published");

    // Imported again it takes the place of what waits: a page that was loaded before publishes nothing.
    let another = other.replace("0.8,8,9,0.8889,Y", "0.8,9,9,1.0,Y");
    drop(house.import_standards("another.csv", &another, &REASON));
    assert_eq!(publisher.publish_standards(&page).await, StatusCode::CONFLICT);
    let page = publisher.page("/publish/standards?lang=en").await;
    assert!(page.contains("another.csv") && page.matches("name=\"import\"").count() == 1, "{page}");
    assert_eq!(publisher.publish_standards(&page).await, StatusCode::SEE_OTHER);

    let service = anyone.page("/results/esdc-edsc/passport?lang=fr").await;
    assert!(
        service.contains("Corrigé. Pourquoi\u{a0}: Un nombre était faux.") && service.contains("99,8\u{a0}%"),
        "{service}"
    );
    assert_eq!(anyone.page("/data/standards-2023-2024.1/standards.json").await, first, "nothing public changes");
    let second: Value =
        serde_json::from_str(&anyone.page("/data/standards-2023-2024.2/standards.json").await).expect("JSON");
    assert_eq!(second["reason"]["en"], "A count was wrong.");
    let log = house.sign_in(AUDITOR).await.page("/desk/audit?lang=en").await;
    assert!(log.contains("Published figures were corrected"), "{log}");
}

#[tokio::test]
async fn a_web_team_reads_what_was_imported_and_why_rows_were_left_out_and_can_publish_nothing() {
    let house = house().await;
    let web_team = OTHERS.into_iter().find(|member| member.role == "web-team").expect("a web team");
    house.hire(web_team);
    let desk = house.sign_in(web_team).await;
    assert!(desk.page("/console/imports/standards?lang=en").await.contains("No file was imported yet."));
    drop(house.import_standards("sample.csv", STANDARDS, &[]));
    let list = desk.page("/console/imports/standards?lang=en").await;
    for text in ["2023-2024.1", "Imported from “sample.csv” on ", "It waits for a publisher."] {
        assert!(list.contains(text), "{text}: {list}");
    }
    let one = desk.page("/console/imports/standards/2023-2024.1?lang=en").await;
    for text in [
        "Standards taken: 12. Rows left out: 22.",
        &sha256_hex(STANDARDS.as_bytes()),
        "Old Age Security (OAS) Benefits, E14",
        "Left out: The standard was met more often than the volume.",
        "that is so only after rounding",
    ] {
        assert!(one.contains(text), "{text}: {one}");
    }
    // Of a row that is taken and of one that is left out.
    let figures = ["51811", "51813", "3177"];
    for figure in figures.into_iter().chain(["31,283", "<button class=\"primary\""]) {
        assert!(!one.contains(figure), "no figure that waits, and no button: {figure}: {one}");
    }
    let french = desk.page("/console/imports/standards/2023-2024.1?lang=fr").await;
    assert!(french.contains("Laissée de côté\u{a0}: La norme aurait été"), "{french}");
    let unknown = desk.get("/console/imports/standards/2023-2024.2").send().await.expect("an answer");
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);

    let publisher = house.sign_in(PUBLISHER).await;
    let waiting = publisher.page("/publish/standards?lang=en").await;
    assert_eq!(desk.publish_standards(&waiting).await, StatusCode::FORBIDDEN);
    assert_eq!(publisher.publish_standards(&waiting).await, StatusCode::SEE_OTHER);
    let list = desk.page("/console/imports/standards?lang=en").await;
    assert!(list.contains(" published it on ") && !list.contains("It waits"), "{list}");
    let one = desk.page("/console/imports/standards/2023-2024.1?lang=en").await;
    assert!(figures.iter().all(|figure| one.contains(figure)), "once it is public, what stands in the rows: {one}");
}

#[tokio::test]
async fn the_year_of_the_demo_is_taken_whole_and_says_that_it_is_a_sample() {
    let house = house().await;
    let path = house.write("sample-standards.csv", &DEMO.replace("YEAR", "2024-2025"));
    let printed = house.command(&["import", "standards", path.to_str().expect("a path")]);
    assert!(printed.contains("2024-2025: standards taken: 13. Rows left out: 0."), "{printed}");
    let publisher = house.sign_in(PUBLISHER).await;
    let page = publisher.page("/publish/standards?lang=en").await;
    assert_eq!(publisher.publish_standards(&page).await, StatusCode::SEE_OTHER);
    let english = house.public().page("/results/esdc-edsc/passport?lang=en").await;
    assert!(english.contains("this service had 6 service standards") && english.contains("That is just short"));
    assert_eq!(english.matches("<th scope=\"row\">Sample data: ").count(), 6, "{english}");
    let french = house.public().page("/results/esdc-edsc/passport?lang=fr").await;
    assert_eq!(french.matches("<th scope=\"row\">Exemple\u{a0}: ").count(), 6, "{french}");
}

#[tokio::test]
async fn a_year_is_read_once_and_gives_way_to_what_another_process_publishes() {
    let (house, _) = published().await;
    let (anyone, db) = (house.public(), house.db().await);
    let pages = async || {
        let mut pages = Vec::new();
        for path in ["/results/standards?lang=en", "/results/standards/esdc-edsc?lang=en"] {
            pages.push(anyone.page(path).await);
        }
        pages
    };
    let first = pages().await;
    assert!(first.iter().all(|page| page.contains("5 of 8 met it")), "{first:?}");
    // Nobody takes a row of what is public away: this shows that no row is read again.
    db.execute("DELETE FROM service_standards WHERE import_id = '2023-2024.1'", Vec::new()).await.expect("no rows");
    assert_eq!(pages().await, first);

    drop(house.import_standards("other.csv", &STANDARDS.replace(OTHER.0, OTHER.1), &REASON));
    assert_eq!(pages().await, first, "a correction that waits is not shown");
    // As another process of the office publishes it: this one learns of it from the record alone.
    let sql =
        "UPDATE standard_imports SET publisher = 'publisher', published_at = imported_at WHERE published_at IS NULL";
    assert_eq!(db.execute(sql, Vec::new()).await.expect("it is published"), 1);
    db.close().await;
    let corrected = pages().await;
    assert!(corrected.iter().all(|page| page.contains("6 of 8 met it")), "{corrected:?}");
}

#[tokio::test]
async fn the_catalogue_leads_to_the_standards_and_says_truly_what_they_are() {
    let (house, _) = published().await;
    let anyone = house.public();
    let read = async |path: &str| -> Value { serde_json::from_str(&anyone.page(path).await).expect("JSON") };
    let catalogue = read("/data/dcat.jsonld").await;
    let [dataset] = &catalogue["dcat:dataset"].as_array().expect("datasets")[..] else { panic!("one: {catalogue}") };
    assert_eq!(dataset["dct:identifier"], "standards-2023-2024.1");
    assert_eq!(dataset["dct:title"][1]["@value"], "Normes de service, 2023-2024");
    let own = read("/data/standards-2023-2024.1/dcat.jsonld").await;
    assert!(own["@context"].is_object() && own["@id"] == dataset["@id"]);
    for file in dataset["dcat:distribution"].as_array().expect("files") {
        let address = file["dcat:downloadURL"]["@id"].as_str().expect("an address");
        let answer = anyone.get(address.strip_prefix(&house.server).expect("ours")).send().await.expect("an answer");
        let headers = answer.headers();
        assert_eq!(headers[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
        assert!(headers[CACHE_CONTROL].to_str().expect("text").contains("immutable"));
        assert!(headers[CONTENT_TYPE].to_str().is_ok_and(|of| of.starts_with("text/csv") || of == "application/json"));
        let bytes = answer.bytes().await.expect("a file");
        assert_eq!(file["spdx:checksum"]["spdx:checksumValue"]["@value"], sha256_hex(&bytes), "{address}");
        assert_eq!(file["dcat:byteSize"]["@value"], bytes.len().to_string(), "{address}");
    }
    let package = read("/data/standards-2023-2024.1/datapackage.json").await;
    let fields = package["resources"][0]["schema"]["fields"].as_array().expect("fields");
    assert!(fields.len() == 15 && fields.iter().all(|field| field["description"] != field["description_fr"]));
    let schema = read("/data/standards-2023-2024.1/standards.schema.json").await;
    let standards = read("/data/standards-2023-2024.1/standards.json").await;
    let described = schema["properties"]["standards"]["items"]["properties"].as_object().expect("fields");
    let standard = standards["standards"][0].as_object().expect("a standard");
    assert!(standard.keys().all(|name| described.contains_key(name)) && standard.len() == described.len());
    assert_eq!(status(&house, "/data/standards-2023-2024.2/standards.csv").await, StatusCode::NOT_FOUND);
    assert_eq!(status(&house, "/data/standards-2023-2024.1/results.csv").await, StatusCode::NOT_FOUND);
}

/// The whole government, where its files are: the folder stands in the environment.
#[tokio::test]
async fn the_governments_file_of_2023_is_decided_as_its_counts_say() {
    let Some(folder) = std::env::var_os(GOVERNMENT).map(PathBuf::from) else {
        eprintln!("{GOVERNMENT} names no folder with the government's files: nothing was compared");
        return;
    };
    let [inventory, standards] =
        ["gc-service-inventory-2024.csv", "gc-service-standards-2024.csv"].map(|name| folder.join(name));
    let (performances, decided, rounded) = in_the_file(&standards);
    assert_eq!((performances, decided.len(), rounded), ((1_815, 1_815), 1_783, 1_783));
    let otherwise: Vec<&str> = decided.iter().filter(|(_, is_same)| !is_same).map(|(id, _)| id.as_str()).collect();
    assert_eq!(otherwise, ["1238", "522", "1337", "2552", "1541", "3536"], "met in the file, after rounding");

    let house = House::open(Backend::Embedded).await;
    let [inventory, standards] = [&inventory, &standards].map(|path| path.to_str().expect("a path"));
    assert!(house.command(&["import", "services", inventory]).contains("services of 79 organisations were imported"));
    let (printed, said) = house.command_done_in_part(&["import", "standards", standards]);
    assert!(said.starts_with("Some rows were left out (65)"), "{said}");
    let told = |what: &str| printed.lines().filter(|line| line.contains(what)).count();
    assert_eq!(told(": left out: There is a volume, but not how often"), 54);
    assert_eq!(told(": left out: It says how often the standard was met, but not the volume."), 2);
    assert_eq!(told(": left out: The standard was met more often than the volume."), 9);
    assert_eq!(told("only after rounding"), 6);
    assert_eq!(told("The target is 0"), 43);
    for text in [
        "(3177 > 3068)",
        "standards taken: 2278.",
        "For 1,809 of 2,278 (79.4%), it was measured",
        "1,302 of 1,778 met it",
        "428 of the 1,809 measured",
    ] {
        assert!(printed.contains(text), "{text}: {printed}");
    }
}

/// Of the government's file: how many performances there are and how many the counts give; of each decision whose it is and whether
/// the counts say the same; and how many the rounded performance gives.
fn in_the_file(path: &std::path::Path) -> ((usize, usize), Vec<(String, bool)>, usize) {
    let text = std::fs::read_to_string(path).expect("the file");
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = rows.headers().expect("a head").clone();
    let place = |name: &str| head.iter().position(|column| column == name).expect("a column");
    let names = ["service_standard_id", "target", "volume_meeting_target", "total_volume", "performance", "target_met"];
    let [id, target, met, volume, performance, decided] = names.map(place);
    let millionths = |text: &str| -> Option<u64> {
        let (whole, digits) = text.split_once('.').unwrap_or((text, ""));
        // What is empty is no number.
        format!("{whole}{digits:0<6}").parse().ok().filter(|_| !whole.is_empty())
    };
    let (mut performances, mut decisions, mut from_rounded) = ((0, 0), Vec::new(), 0);
    for row in rows.records().map(|row| row.expect("a row")) {
        let count = |place: usize| row[place].parse::<u64>().ok();
        let Some((given, (met, volume))) = millionths(&row[performance]).zip(count(met).zip(count(volume))) else {
            continue;
        };
        performances.0 += 1;
        performances.1 += usize::from(is_performance(given, met, volume));
        if ["Y", "N"].contains(&&row[decided]) {
            let target = millionths(&row[target]).and_then(Target::of_millionths).expect("a target");
            let says_met = &row[decided] == "Y";
            // What was met more often than there was is met all the same.
            let is_met = Counted::new(volume, met.min(volume)).expect("counts").keeps(target);
            decisions.push((row[id].to_owned(), is_met == says_met));
            from_rounded += usize::from((given >= target.millionths()) == says_met);
        }
    }
    (performances, decisions, from_rounded)
}
