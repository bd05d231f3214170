//! Open data: a program that knows nothing but the catalogue finds every file of an edition, and each says what it is.

use std::process::Command;

use ombudsman_server::secrets::sha256_hex;
use reqwest::StatusCode;
use reqwest::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, LINK, VARY};
use serde_json::Value;
use tests::{Backend, House, PUBLISHER, last_quarter, not_as_in_schema};

/// The office of the examples.
const EXAMPLE: &str = "https://feedback.example.gc.ca";
const DOCUMENT: &str = include_str!("../../docs/OPEN-DATA.md");

const COLUMNS: &str = "service,intent,language,channel,overall,drivers.timeliness,drivers.knowledge,drivers.courtesy,\
    drivers.fairness,drivers.outcome,received_at";

/// Has people rate a service as a whole and all five parts of it: there is something to tell of these together.
fn import_whole_cards(house: &House) {
    let (_, day) = last_quarter();
    let row = |(ratings, many): (&str, usize)| {
        std::iter::repeat_n(format!("old-age-security,compliment,en,paper,{ratings},{day}"), many)
    };
    let rows = [("5,5,5,5,5,5", 60), ("4,4,5,4,4,4", 40), ("2,1,3,3,2,2", 30)].into_iter().flat_map(row);
    let rows: Vec<String> = std::iter::once(COLUMNS.to_owned()).chain(rows).collect();
    let path = house.write("whole.csv", &rows.join("\n"));
    let said = house.command(&["import", "cards", path.to_str().expect("a path")]);
    assert!(said.contains("Rows left out: 0"), "{said}");
}

/// A house with an edition that tells something in each of its parts, and the edition's name.
async fn published() -> (House, String) {
    let house = House::open(Backend::Embedded).await;
    house.hire(PUBLISHER);
    // The passport's cards come after these and are waited for.
    import_whole_cards(&house);
    let edition = house.publish_edition().await;
    (house, edition)
}

async fn document(house: &House, path: &str) -> Value {
    serde_json::from_str(&house.public().page(path).await).expect("JSON")
}

/// The path of an address of this house.
fn path<'a>(house: &House, address: &'a Value) -> &'a str {
    let address = address.as_str().expect("an address");
    address.strip_prefix(&house.server).unwrap_or_else(|| panic!("{address} is not of this house"))
}

#[tokio::test]
async fn the_catalogue_leads_to_the_files_and_says_truly_what_they_are() {
    let (house, edition) = published().await;
    let anyone = house.public();
    let catalogue = document(&house, "/data/dcat.jsonld").await;
    assert_eq!(catalogue["@type"], "dcat:Catalog");
    let datasets = catalogue["dcat:dataset"].as_array().expect("datasets");
    let [dataset] = &datasets[..] else { panic!("one edition: {catalogue}") };
    let own = document(&house, &format!("/data/{edition}/dcat.jsonld")).await;
    assert!(own["@context"].is_object() && own["@id"] == dataset["@id"] && own["dct:title"] == dataset["dct:title"]);
    let titles: Vec<&str> =
        [0, 1].map(|place| dataset["dct:title"][place]["@language"].as_str().expect("a tag")).into();
    assert_eq!(titles, ["en", "fr"]);
    assert!(dataset["dct:title"][1]["@value"].as_str().is_some_and(|title| title.starts_with("Résultats des avis")));
    let files = dataset["dcat:distribution"].as_array().expect("files");
    assert_eq!(files.len(), 6);
    for file in files {
        let address = path(&house, &file["dcat:downloadURL"]["@id"]);
        let answer = anyone.get(address).send().await.expect("an answer");
        let media_type = file["dcat:mediaType"]["@id"]
            .as_str()
            .expect("a type")
            .replace("https://www.iana.org/assignments/media-types/", "");
        assert!(answer.headers()[CONTENT_TYPE].to_str().expect("a type").starts_with(&media_type), "{address}");
        let bytes = answer.bytes().await.expect("a file");
        assert_eq!(file["spdx:checksum"]["spdx:checksumValue"]["@value"], sha256_hex(&bytes), "{address}");
        assert_eq!(file["dcat:byteSize"]["@value"], bytes.len().to_string(), "{address}");
    }
    for name in ["dcat.jsonld", "datapackage.json", "results.schema.json", "results.csv", "results.json"] {
        let answer = anyone.get(&format!("/data/{edition}/{name}")).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{name}");
        assert_eq!(answer.headers()[ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{name}");
        assert!(answer.headers()[CACHE_CONTROL].to_str().expect("text").starts_with("public, max-age="), "{name}");
        let elsewhere = anyone.get(&format!("/data/2001-Q1.1/{name}")).send().await.expect("an answer");
        assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn the_package_says_of_every_column_what_it_holds_and_every_line_keeps_to_it() {
    let (house, edition) = published().await;
    let package = document(&house, &format!("/data/{edition}/datapackage.json")).await;
    let resources = package["resources"].as_array().expect("files");
    let names: Vec<&str> = resources.iter().map(|resource| resource["path"].as_str().expect("a path")).collect();
    let parts = ["complaints.csv", "complaints.json", "drivers.csv", "drivers.json"];
    assert_eq!(names, [&["results.csv", "results.json"][..], &parts].concat());
    for (resource, name) in resources.iter().zip(names) {
        let text = house.public().page(&format!("/data/{edition}/{name}")).await;
        assert_eq!(resource["hash"], format!("sha256:{}", sha256_hex(text.as_bytes())), "{name}");
        assert_eq!(resource["bytes"], text.len(), "{name}");
        if resource["format"] == "csv" {
            keeps_to_its_fields(resource, &text);
        }
    }
    let schema = document(&house, &format!("/data/{edition}/results.schema.json")).await;
    let figures = document(&house, &format!("/data/{edition}/results.json")).await;
    let kind = &schema["properties"]["kinds"]["additionalProperties"]["enum"];
    let is_known =
        |kinds: &Value, service: &str| kinds.as_array().is_some_and(|all| all.contains(&figures["kinds"][service]));
    assert!(is_known(kind, "passport") && !is_known(kind, "weather"), "of what was rated its kind: {figures}");
    let is_needed = schema["required"].as_array().expect("names").contains(&"kinds".into());
    assert!(!is_needed, "editions of before there were kinds have none");
    assert!(!keeps(&"integer".into(), &serde_json::json!({ "maximum": 5 }), "6"), "a line that does not would be seen");
}

#[tokio::test]
async fn each_json_of_an_edition_keeps_to_the_schema_that_is_named_beside_it() {
    let (house, edition) = published().await;
    let package = document(&house, &format!("/data/{edition}/datapackage.json")).await;
    let record = document(&house, &format!("/data/{edition}/dcat.jsonld")).await;
    for name in ["results", "complaints", "drivers"] {
        let (file, schema) = (format!("{name}.json"), format!("{name}.schema.json"));
        let answer = house.public().get(&format!("/data/{edition}/{file}")).send().await.expect("an answer");
        let link = answer.headers()[LINK].to_str().expect("text");
        assert!(link.starts_with(&format!("<{schema}>; rel=\"describedby\"")), "{link}");
        let resources = package["resources"].as_array().expect("files");
        let resource = resources.iter().find(|resource| resource["path"] == *file).expect("the file");
        assert_eq!(resource["jsonSchema"], *schema);
        let distributions = record["dcat:distribution"].as_array().expect("files");
        let address = format!("{}/data/{edition}/{file}", house.server);
        let distribution = distributions.iter().find(|one| one["@id"] == *address).expect("the file");
        let schema = document(&house, path(&house, &distribution["dct:conformsTo"]["@id"])).await;
        assert_eq!(schema["$id"], distribution["dct:conformsTo"]["@id"]);
        let published = document(&house, &format!("/data/{edition}/{file}")).await;
        assert_eq!(not_as_in_schema(&schema, &published), Vec::<String>::new(), "{file}");
        let mut other = published.clone();
        other["licence"] = Value::Null;
        assert!(!not_as_in_schema(&schema, &other).is_empty(), "one that is otherwise would be seen");
        let last = published["figures"].as_array().and_then(|figures| figures.len().checked_sub(1));
        let last = last.unwrap_or_else(|| panic!("{file} has numbers: {published}"));
        let mut other = published.clone();
        other["figures"][last]["status"] = "perhaps".into();
        assert!(!not_as_in_schema(&schema, &other).is_empty(), "in a number too: {file}");
    }
}

/// Whether every line of a table has what its description says.
fn keeps_to_its_fields(resource: &Value, csv: &str) {
    let fields = resource["schema"]["fields"].as_array().expect("fields");
    let mut lines = csv.split("\r\n").filter(|line| !line.is_empty());
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().expect("a name")).collect();
    assert_eq!(lines.next().expect("a first line").split(',').collect::<Vec<_>>(), names);
    assert!(fields.iter().all(|field| field["description"] != field["description_fr"]), "in both languages");
    assert!(lines.clone().count() > 0, "{}: there are numbers", resource["path"]);
    for line in lines {
        let values: Vec<&str> = line.split(',').collect();
        assert_eq!(values.len(), fields.len(), "{line}");
        for (field, value) in fields.iter().zip(values) {
            assert!(keeps(&field["type"], &field["constraints"], value), "{line}: `{value}` is not {field}");
        }
    }
}

/// Whether a value of a table is of this type and keeps to these rules.
fn keeps(kind: &Value, rules: &Value, value: &str) -> bool {
    if value.is_empty() {
        return rules["required"] != true;
    }
    let is_among = rules["enum"].as_array().is_none_or(|names| names.iter().any(|name| name == value));
    let number = value.parse::<u64>().ok();
    let is_of_kind = kind != "integer" || number.is_some();
    let within = number.is_none_or(|number| {
        rules["minimum"].as_u64().is_none_or(|least| number >= least)
            && rules["maximum"].as_u64().is_none_or(|most| number <= most)
    });
    is_among && is_of_kind && within
}

#[tokio::test]
async fn the_feed_tells_of_each_edition_in_both_languages_and_the_pages_name_it() {
    let house = House::open(Backend::Embedded).await;
    let empty = house.public().page("/results/editions.atom?lang=en").await;
    assert!(empty.contains("<updated>1970-01-01T00:00:00Z</updated>") && !empty.contains("<entry>"), "{empty}");
    house.hire(PUBLISHER);
    let edition = house.publish_edition().await;
    let anyone = house.public();
    let french = anyone.page("/results/editions.atom?lang=fr").await;
    let english = anyone.page("/results/editions.atom").await;
    for (feed, language, title) in [(&english, "en", "Results of "), (&french, "fr", "Résultats\u{a0}: ")] {
        assert!(feed.starts_with("<?xml") && feed.contains(&format!("xml:lang=\"{language}\"")), "{feed}");
        assert_eq!(feed.matches("<entry>").count(), 1);
        assert!(feed.contains(&format!("<id>{}/results/editions/{edition}</id>", house.server)), "{feed}");
        assert!(feed.contains(&format!("<title>{title}")), "{feed}");
        assert!(feed.contains(&format!("href=\"{}/data/{edition}/results.csv\"", house.server)), "{feed}");
    }
    let answer = anyone.get("/results/editions.atom").send().await.expect("an answer");
    assert_eq!(answer.headers()[VARY].to_str().expect("text").to_lowercase().matches("accept-language").count(), 1);
    for page in
        ["/results", "/results/editions", &format!("/results/editions/{edition}"), "/results/esdc-edsc/passport"]
    {
        for language in ["en", "fr"] {
            let page = anyone.page(&format!("{page}?lang={language}")).await;
            let link = format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/results/editions.atom?lang={language}\""
            );
            assert!(page.contains(&link), "{page}");
            let licence = if language == "en" { "Open Government Licence" } else { "Licence du gouvernement ouvert" };
            assert!(page.contains(licence), "{page}");
        }
    }
    let overview = anyone.page("/results?lang=fr").await;
    let newest = format!("<a href=\"/results/editions/{edition}?lang=fr\">Résultats\u{a0}: ");
    assert!(overview.contains(&newest), "the newest edition is one step away: {overview}");
    let page = anyone.page(&format!("/results/editions/{edition}?lang=en")).await;
    for name in ["results.csv", "results.json", "dcat.jsonld", "datapackage.json", "results.schema.json"] {
        assert!(page.contains(&format!("href=\"/data/{edition}/{name}\"")), "{name}: {page}");
    }
}

#[tokio::test]
async fn the_badge_shows_score_range_and_quarter_or_says_why_there_is_none() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let before = anyone.page("/results/esdc-edsc/passport/badge.svg?lang=en").await;
    assert!(before.contains("No results published yet"), "{before}");
    house.hire(PUBLISHER);
    house.import_cards("few.csv", "weather", &[("en", "paper", 5, 4)]);
    house.publish_edition().await;
    let badge = async |path: &str| anyone.page(&format!("/results/{path}/badge.svg")).await;
    // 60 · 100 + 30 · 75 + 12 · 50 + 4 · 0 of 106 is 83.49.
    let english = badge("esdc-edsc/passport").await;
    assert!(
        english.contains(">83</text>")
            && english.contains(">range ")
            && english.contains("Canadian Passport: satisfaction 83 of 100, range ")
    );
    let french = anyone.page("/results/esdc-edsc/passport/badge.svg?lang=fr").await;
    assert!(french.contains("Passeport canadien\u{a0}: satisfaction de 83 sur 100, étendue de "), "{french}");
    let (_, day) = last_quarter();
    assert!(english.contains(&day.year().to_string()) && french.contains(&day.year().to_string()));
    let few = badge("ec/weather").await;
    assert!(few.contains("Too few answers to show") && few.contains("<title id=\"title\">Public Weather: "), "{few}");
    assert!(badge("esdc-edsc/old-age-security").await.contains("No results published yet"));
    for nowhere in ["/results/ec/passport/badge.svg", "/results/esdc-edsc/nowhere/badge.svg"] {
        assert_eq!(anyone.get(nowhere).send().await.expect("an answer").status(), StatusCode::NOT_FOUND, "{nowhere}");
    }
    let answer = anyone.get("/results/esdc-edsc/passport/badge.svg").send().await.expect("an answer");
    let headers = answer.headers();
    assert_eq!(headers[CONTENT_TYPE], "image/svg+xml; charset=utf-8");
    assert_eq!(headers[CACHE_CONTROL], "public, max-age=3600");
    assert_eq!(headers["cross-origin-resource-policy"], "cross-origin");
    let page = anyone.page("/results/esdc-edsc/passport?lang=en").await;
    assert!(page.contains(&format!("src=\"{}/results/esdc-edsc/passport/badge.svg?lang=en\"", house.server)), "{page}");
    assert!(page.contains("<img src=\"/results/esdc-edsc/passport/badge.svg?lang=en\""), "{page}");
}

#[tokio::test]
async fn samples_say_so_where_no_banner_of_a_page_does() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.set("sample_data", "true");
    house.hire(PUBLISHER);
    house.start_all().await;
    let edition = house.publish_edition().await;
    let anyone = house.public();
    let package = format!("/data/{edition}/datapackage.json");
    for path in ["/data/dcat.jsonld", "/results/editions.atom", &package] {
        assert!(anyone.page(path).await.contains("the answers are sample data"), "{path}");
    }
    assert!(anyone.page("/results/esdc-edsc/passport/badge.svg").await.contains("Sample data, 0 to 100"));
}

/// The commands of the document's blocks `sh`, each block in a folder of its own.
#[tokio::test]
async fn the_commands_of_the_document_do_what_it_says() {
    let (house, _) = published().await;
    house.publish_standards().await;
    let (quarter, _) = last_quarter();
    let blocks: Vec<&str> = DOCUMENT.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 8);
    for block in blocks {
        let script = block.replace(EXAMPLE, &house.server).replace("2026-Q3", &quarter);
        let folder = tempfile::tempdir().expect("a folder");
        let done = Command::new("sh").args(["-e", "-c", &script]).current_dir(folder.path()).output().expect("a shell");
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(
            done.status.success() && !said.trim().is_empty(),
            "{script}\n{said}\n{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
}
