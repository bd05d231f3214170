//! A survey that was published in error: corrected by another, which says why and leaves it as it was, or withdrawn by a publisher as
//! somebody else asked. Programs find each of them by the catalogue, the feed and what stands beside its files.

use reqwest::StatusCode;
use reqwest::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use serde_json::Value;
use tests::reading::hidden;
use tests::{AUDITOR, Backend, Desk, House, PUBLISHER, SECOND_PUBLISHER, SENIOR, Survey, not_as_in_schema};

const OLD: &str = "passport-clients";
const NEW: &str = "passport-clients-2";
const REASON: [&str; 2] =
    ["Answers on the web were read the wrong way.", "Les réponses du Web ont été lues à l’envers."];

/// A house without any survey.
async fn empty() -> House {
    let house = House::open(Backend::Embedded).await;
    for member in [SENIOR, PUBLISHER, AUDITOR] {
        house.hire(member);
    }
    house
}

/// A house with a survey that is public.
async fn house() -> House {
    let house = empty().await;
    house.hire(SECOND_PUBLISHER);
    assert!(house.import_survey(&Survey::of_clients()).contains("is prepared"));
    assert_eq!(approve(&house, OLD).await, StatusCode::SEE_OTHER);
    house
}

async fn approve(house: &House, name: &str) -> StatusCode {
    let publisher = house.sign_in(PUBLISHER).await;
    let page = publisher.page("/publish/populations?lang=en").await;
    publisher.approve_survey(&page, name).await
}

/// The same survey under another name, with so many answers changed.
fn changed(name: &'static str, answers: usize) -> Survey {
    let survey = Survey::of_clients();
    let about = survey.about.replace(&format!("\"{OLD}\""), &format!("\"{name}\""));
    Survey { name, about, file: survey.file.replacen("passport,web,en,5,5", "passport,web,en,1,5", answers) }
}

/// The command that imports a survey as a correction of another.
fn correcting(house: &House, survey: &Survey, of: &str) -> Vec<String> {
    let [en, fr] = REASON;
    let more = ["--corrects", of, "--reason-en", en, "--reason-fr", fr].map(str::to_owned);
    [house.import_of(survey), more.to_vec()].concat()
}

fn run(house: &House, command: &[String]) -> String {
    house.command(&command.iter().map(String::as_str).collect::<Vec<_>>())
}

fn refused(house: &House, command: &[String]) -> String {
    house.refused_command(&command.iter().map(String::as_str).collect::<Vec<_>>())
}

async fn text(house: &House, path: &str) -> String {
    house.public().page(path).await
}

async fn document(house: &House, path: &str) -> Value {
    serde_json::from_str(&text(house, path).await).expect("JSON")
}

async fn status(house: &House, path: &str) -> StatusCode {
    house.public().get(path).send().await.expect("an answer").status()
}

/// The record of a survey in the catalogue, if it is there.
async fn in_the_catalogue(house: &House, name: &str) -> Option<Value> {
    let catalogue = document(house, "/data/dcat.jsonld").await;
    let own = format!("populations/{name}");
    let all = catalogue["dcat:dataset"].as_array().expect("datasets");
    all.iter().find(|dataset| dataset["dct:identifier"] == *own).cloned()
}

#[tokio::test]
async fn the_catalogue_leads_to_the_files_of_a_survey_and_each_keeps_to_its_schema() {
    let house = empty().await;
    house.import_surveys().await;
    for name in [OLD, "counters-visited", "staff-engagement"] {
        assert_eq!(approve(&house, name).await, StatusCode::SEE_OTHER, "{name}");
    }
    for name in [OLD, "counters-visited", "staff-engagement"] {
        let dataset = in_the_catalogue(&house, name).await.unwrap_or_else(|| panic!("{name} is not there"));
        let own = document(&house, &format!("/data/populations/{name}/dcat.jsonld")).await;
        assert_eq!((&own["@id"], &own["dct:title"]), (&dataset["@id"], &dataset["dct:title"]), "{name}");
        assert_ne!(dataset["dct:title"][0]["@value"], dataset["dct:title"][1]["@value"], "in both languages");
        let package = document(&house, &format!("/data/populations/{name}/datapackage.json")).await;
        for (resource, file) in
            package["resources"].as_array().expect("files").iter().zip(["survey.csv", "survey.json"])
        {
            let bytes = text(&house, &format!("/data/populations/{name}/{file}")).await;
            assert_eq!((&resource["path"], &resource["bytes"]), (&file.into(), &bytes.len().into()), "{name}");
        }
        let fields = package["resources"][0]["schema"]["fields"].as_array().expect("fields");
        let csv = text(&house, &format!("/data/populations/{name}/survey.csv")).await;
        let columns: Vec<&str> = csv.split("\r\n").next().unwrap_or_default().split(',').collect();
        assert!(fields.iter().map(|field| field["name"].as_str().expect("a name")).eq(columns), "{name}");
        assert!(fields.iter().all(|field| field["description"] != field["description_fr"]), "in both languages");
        let schema = document(&house, &format!("/data/populations/{name}/survey.schema.json")).await;
        let json = document(&house, &format!("/data/populations/{name}/survey.json")).await;
        assert_eq!(not_as_in_schema(&schema, &json), Vec::<String>::new(), "{name}");
        let files = dataset["dcat:distribution"].as_array().expect("files");
        assert!(files.iter().any(|file| file["dct:conformsTo"]["@id"] == schema["$id"]), "{name}");
        let mut other = json.clone();
        other["figures"][0]["range"] = "margin".into();
        assert!(!not_as_in_schema(&schema, &other).is_empty(), "one that is otherwise would be seen");
    }
    let feed = text(&house, "/results/editions.atom?lang=fr").await;
    assert!(feed.contains("<title>Enquête auprès des usagers du passeport</title>"), "{feed}");
    assert!(feed.contains(&format!("{}/data/populations/{OLD}/survey.csv", house.server)), "{feed}");
}

#[tokio::test]
async fn a_correction_says_why_and_leaves_what_it_corrects_as_it_was() {
    let house = house().await;
    let files = [format!("/data/populations/{OLD}/survey.csv"), format!("/data/populations/{OLD}/survey.json")];
    let before = [text(&house, &files[0]).await, text(&house, &files[1]).await];
    let said = refused(&house, &correcting(&house, &changed(NEW, 2), OLD));
    assert!(
        said.contains("differs by fewer than 10 answers"),
        "two surveys less one another would tell of two: {said}"
    );
    assert!(refused(&house, &correcting(&house, &changed(NEW, 90), "nothing")).contains("there is nothing to correct"));

    assert!(run(&house, &correcting(&house, &changed(NEW, 90), OLD)).contains("is prepared"));
    let publisher = house.sign_in(PUBLISHER).await;
    assert!(publisher.page("/publish/populations?lang=en").await.contains(REASON[0]), "who approves it reads why");
    assert_eq!(status(&house, &format!("/results/populations/{NEW}")).await, StatusCode::NOT_FOUND);
    assert_eq!(approve(&house, NEW).await, StatusCode::SEE_OTHER);

    assert_eq!([text(&house, &files[0]).await, text(&house, &files[1]).await], before, "its bytes stay");
    let old = text(&house, &format!("/results/populations/{OLD}?lang=en")).await;
    assert!(old.contains("This survey was corrected"), "{old}");
    assert!(old.contains(&format!("href=\"/results/populations/{NEW}?lang=en\"")), "{old}");
    let new = text(&house, &format!("/results/populations/{NEW}?lang=fr")).await;
    assert!(new.contains(REASON[1]) && new.contains(&format!("/results/populations/{OLD}?lang=fr")), "{new}");
    let list = text(&house, "/results/populations?lang=en").await;
    assert!(list.contains(REASON[0]) && list.contains(NEW), "{list}");
    assert!(!list.contains(&format!("/results/populations/{OLD}?")), "the newest alone: {list}");
    let feed = text(&house, "/results/editions.atom?lang=fr").await;
    assert!(feed.matches("<entry>").count() == 1 && feed.contains(REASON[1]), "{feed}");
    assert!(feed.contains(&format!("<id>{}/results/populations/{NEW}</id>", house.server)), "{feed}");
    let [old, new] = [in_the_catalogue(&house, OLD).await, in_the_catalogue(&house, NEW).await];
    let (old, new) = (old.expect("the old one"), new.expect("the new one"));
    assert_eq!((&new["dcat:previousVersion"]["@id"], &new["dcat:version"]), (&old["@id"], &"2".into()));
    assert_eq!(new["adms:versionNotes"][1]["@value"], REASON[1]);
    let json = document(&house, &format!("/data/populations/{NEW}/survey.json")).await;
    assert_eq!((&json["corrects"]["survey"], &json["corrects"]["reason"]["en"]), (&OLD.into(), &REASON[0].into()));
    let schema = document(&house, &format!("/data/populations/{NEW}/survey.schema.json")).await;
    assert_eq!(not_as_in_schema(&schema, &json), Vec::<String>::new());
    for name in [OLD, NEW] {
        assert!(house.command(&["population", "verify", name]).contains("and the office signed them"), "{name}");
    }

    let again = refused(&house, &correcting(&house, &changed("third", 40), OLD));
    assert!(again.contains(&format!("is corrected already, by {NEW}")), "{again}");
    let log = house.sign_in(AUDITOR).await.page("/desk/audit?lang=en").await;
    let is_of_it = |row: &str| row.contains("<time") && row.contains("Published figures were corrected");
    assert!(log.split("<tr>").any(|row| is_of_it(row) && row.contains(NEW)), "{log}");
}

/// Asks in a member's name to have the survey withdrawn.
fn ask(house: &House, survey: &str, by: &str) -> String {
    let [en, fr] = REASON;
    house.command(&["population", "withdraw", survey, "--by", by, "--reason-en", en, "--reason-fr", fr])
}

/// What the form says that withdraws it: the sitting's token, and what was shown.
fn form(page: &str) -> [String; 2] {
    let form = page.split("<form").find(|form| form.contains("value=\"withdraw\"")).unwrap_or_default();
    ["form_token", "sha256"].map(|field| hidden(form, field))
}

/// Presses "withdraw".
async fn withdraw(desk: &Desk, survey: &str, token: &str, sha256: &str) -> StatusCode {
    let form = [("form_token", token), ("do", "withdraw"), ("survey", survey), ("sha256", sha256)];
    desk.post("/publish/populations?lang=en").form(&form).send().await.expect("an answer").status()
}

/// What tells a cache that a file is still the one that it has; and that it has to ask each time.
async fn kept(house: &House, path: &str) -> String {
    let answer = house.public().get(path).send().await.expect("an answer");
    assert_eq!(answer.headers()[CACHE_CONTROL], "public, no-cache", "{path}");
    answer.headers()[ETAG].to_str().expect("text").to_owned()
}

/// How a file is answered to who has the one of this tag.
async fn asked_again(house: &House, path: &str, tag: &str) -> StatusCode {
    house.public().get(path).header(IF_NONE_MATCH, tag).send().await.expect("an answer").status()
}

#[tokio::test]
async fn a_survey_that_was_withdrawn_is_gone_and_says_why() {
    let house = house().await;
    let page = format!("/results/populations/{OLD}");
    let files = ["survey.csv", "survey.json", "survey.schema.json", "datapackage.json", "dcat.jsonld"];
    let [publisher, second] = [house.sign_in(PUBLISHER).await, house.sign_in(SECOND_PUBLISHER).await];
    let to_withdraw = "/publish/populations?lang=en";
    let mut copies = Vec::new();
    for file in &files[..2] {
        let path = format!("/data/populations/{OLD}/{file}");
        let tag = kept(&house, &path).await;
        assert_eq!(asked_again(&house, &path, &tag).await, StatusCode::NOT_MODIFIED, "{path}");
        assert_eq!(asked_again(&house, &path, "\"another\"").await, StatusCode::OK, "{path}");
        copies.push((path, tag));
    }

    assert!(ask(&house, OLD, SENIOR.name).contains("is still public"));
    let [token, overtaken] = form(&publisher.page(to_withdraw).await);
    assert!(ask(&house, OLD, PUBLISHER.name).contains("is still public"));
    let own = publisher.page(to_withdraw).await;
    assert!(own.contains("You asked for this") && !own.contains("value=\"withdraw\""), "{own}");
    let shown = second.page(to_withdraw).await;
    assert!(REASON.iter().all(|reason| shown.contains(reason)), "in both languages: {shown}");
    let [second_token, sha256] = form(&shown);
    assert_eq!(withdraw(&publisher, OLD, &token, &sha256).await, StatusCode::CONFLICT, "not by who asked");
    assert_eq!(withdraw(&second, OLD, &second_token, &overtaken).await, StatusCode::CONFLICT, "it was asked anew");
    assert_eq!(status(&house, &page).await, StatusCode::OK);
    assert_eq!(withdraw(&second, OLD, &second_token, &sha256).await, StatusCode::SEE_OTHER);

    for (language, reason) in ["en", "fr"].into_iter().zip(REASON) {
        let answer = house.public().get(&format!("{page}?lang={language}")).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::GONE);
        let said = answer.text().await.expect("a page");
        assert!(said.contains(reason) && !said.contains("confidence"), "{said}");
        for file in files {
            let path = format!("/data/populations/{OLD}/{file}?lang={language}");
            let answer = house.public().ask("GET", &path).send().await.expect("an answer");
            assert_eq!(answer.status(), StatusCode::GONE, "{path}");
            let problem: Value = answer.json().await.expect("a problem document");
            assert_eq!((&problem["code"], &problem["status"]), (&"withdrawn".into(), &410.into()), "{path}");
            assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains(reason)), "{problem}");
        }
        let list = text(&house, &format!("/results/populations?lang={language}")).await;
        let feed = text(&house, &format!("/results/editions.atom?lang={language}")).await;
        assert!(list.contains(reason) && feed.contains(reason), "{list} {feed}");
        assert!(!feed.contains("rel=\"enclosure\""), "{feed}");
    }
    for (path, tag) in copies {
        assert_eq!(asked_again(&house, &path, &tag).await, StatusCode::GONE, "whoever has a copy learns it: {path}");
    }
    assert_eq!(in_the_catalogue(&house, OLD).await, None);
    assert!(
        house.command(&["population", "verify", OLD]).contains("and the office signed them"),
        "the record keeps it"
    );
    let again = changed("again", 90);
    assert!(refused(&house, &house.import_of(&again)).contains("could be subtracted"), "who has a copy still has it");
    let log = house.sign_in(AUDITOR).await.page("/desk/audit?lang=en").await;
    for said in ["Somebody asked to withdraw published figures", "Published figures were withdrawn"] {
        let is_of_it = |row: &str| row.contains("<time") && row.contains(said) && row.contains(OLD);
        assert!(log.split("<tr>").any(is_of_it), "{said}: {log}");
    }
}

/// Has a survey withdrawn: one member asks, another does it.
async fn have_withdrawn(house: &House, survey: &str) {
    assert!(ask(house, survey, PUBLISHER.name).contains("is still public"), "{survey}");
    let second = house.sign_in(SECOND_PUBLISHER).await;
    let [token, sha256] = form(&second.page("/publish/populations?lang=en").await);
    assert_eq!(withdraw(&second, survey, &token, &sha256).await, StatusCode::SEE_OTHER, "{survey}");
}

/// Of these, which are in the list and in the feed.
async fn told<'a>(house: &House, names: &[&'a str]) -> Vec<&'a str> {
    let list = text(house, "/results/populations?lang=en").await;
    let feed = text(house, "/results/editions.atom?lang=en").await;
    let is_told = |name: &&str| {
        let listed = list.contains(&format!("/results/populations/{name}?lang=en"));
        let is_fed = feed.contains(&format!("<id>{}/results/populations/{name}</id>", house.server));
        assert_eq!(listed, is_fed, "{name}: {list} {feed}");
        listed
    };
    names.iter().copied().filter(is_told).collect()
}

#[tokio::test]
async fn what_a_withdrawn_correction_corrected_stands_again_and_each_that_was_withdrawn_is_told() {
    const THIRD: &str = "passport-clients-3";
    let house = house().await;
    let all = [OLD, NEW, THIRD];
    assert!(run(&house, &correcting(&house, &changed(NEW, 90), OLD)).contains("is prepared"));
    assert_eq!(approve(&house, NEW).await, StatusCode::SEE_OTHER);
    assert_eq!(told(&house, &all).await, [NEW]);
    have_withdrawn(&house, NEW).await;
    assert_eq!(told(&house, &all).await, [OLD, NEW], "the first stands again, and the second is withdrawn");
    for (language, said, no_more) in [
        ("en", "It was withdrawn, so this one stands again.", "This survey was corrected"),
        ("fr", "celle-ci vaut donc de nouveau.", "Cette enquête a été corrigée"),
    ] {
        let old = text(&house, &format!("/results/populations/{OLD}?lang={language}")).await;
        assert!(old.contains(said) && !old.contains(no_more), "{old}");
        assert!(old.contains(&format!("href=\"/results/populations/{NEW}?lang={language}\"")), "{old}");
    }

    assert!(run(&house, &correcting(&house, &changed(THIRD, 40), OLD)).contains("is prepared"), "corrected again");
    assert_eq!(approve(&house, THIRD).await, StatusCode::SEE_OTHER);
    let third = in_the_catalogue(&house, THIRD).await.expect("the third");
    assert_eq!(third["dcat:version"], "3", "no two are the same version");
    let old = text(&house, &format!("/results/populations/{OLD}?lang=en")).await;
    assert!(old.contains("This survey was corrected") && !old.contains("stands again"), "{old}");
    assert_eq!(told(&house, &all).await, [NEW, THIRD]);
    have_withdrawn(&house, OLD).await;
    assert_eq!(told(&house, &all).await, all, "also that one is withdrawn which another corrects");
    assert_eq!(status(&house, &format!("/results/populations/{OLD}")).await, StatusCode::GONE);
    assert_eq!(status(&house, &format!("/results/populations/{THIRD}")).await, StatusCode::OK);
}
