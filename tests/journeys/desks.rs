//! A service's questions go to its program's desk, in the languages that it can answer in; the staff of that desk see these
//! and nothing else; the office sees everything.

use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::reading::hidden;
use tests::{ADMIN, Backend, Desk, House, OFFICER, Receipt, card_id};

fn question(language: &str, words: &str) -> Value {
    json!({ "id": card_id(), "service": "passport", "intent": "question", "language": language, "comment": words })
}

/// Sends the form of the console's page of desks.
async fn write(admin: &Desk, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let token = hidden(&admin.page("/console/desks").await, "form_token");
    let form: Vec<(&str, &str)> = [("form_token", token.as_str())].into_iter().chain(fields.iter().copied()).collect();
    let answer = admin.post("/console/desks?lang=en").form(&form).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

async fn give(admin: &Desk, service: &str, desk: &str) -> StatusCode {
    let token = hidden(&admin.page(&format!("/console/{service}")).await, "form_token");
    let form = [("form_token", token.as_str()), ("desk", desk)];
    admin.post(&format!("/console/{service}")).form(&form).send().await.expect("an answer").status()
}

/// A desk of the passport program that answers in English.
async fn passport_desk(admin: &Desk) {
    let names = [("name_en", "Passport help"), ("name_fr", "Aide passeport"), ("kind", "program")];
    let fields: Vec<(&str, &str)> =
        names.into_iter().chain([("slug", "passport-help"), ("language", "en"), ("fallback", "office")]).collect();
    assert_eq!(write(admin, &fields).await.0, StatusCode::SEE_OTHER);
    assert_eq!(give(admin, "passport", "passport-help").await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn questions_go_to_the_programs_desk_and_its_staff_see_these_only() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin) = (house.public(), house.sign_in(ADMIN).await);
    passport_desk(&admin).await;
    let mut asked = question("en", "Which photo do I need?");
    asked["reply"] = json!({ "wanted": true, "email": "marker@example.ca" });
    asked["consents"] = json!(["contact"]);
    let theirs = anyone.leave(&asked).await;
    let french = anyone.leave(&question("fr", "Quelle photo me faut-il?")).await;
    let complaint = anyone.leave(&tests::complaint("Three weeks late.")).await;
    let danger = anyone.leave(&question("en", "Where can I get help? I want to die.")).await;
    for receipt in [&theirs, &french, &complaint, &danger] {
        anyone.recorded(receipt).await;
    }
    let officer = house.sign_in(OFFICER).await;
    for (receipt, why) in [
        (&theirs, "The service’s own desk."),
        (&french, "cannot answer in the language of the form"),
        (&complaint, "so the office or a team of it answers"),
        (&danger, "A person of the office should look at this"),
    ] {
        let case = officer.case(receipt).await;
        assert!(case.contains(why), "{why}: {case}");
    }
    let has = |page: &str, receipt: &Receipt| page.contains(&receipt.reference);
    let narrowed = officer.page("/desk/open?desk=passport-help").await;
    assert!(has(&narrowed, &theirs) && !has(&narrowed, &french), "{narrowed}");

    let said = house.command(&["staff", "desks", "--name", OFFICER.name, "--desk", "passport-help"]);
    assert_eq!(said, "officer sees the cases of these desks only: passport-help.\n");
    assert!(house.command(&["staff", "list"]).contains("\tpassport-help\n"));
    let desk = officer.page("/desk/open").await;
    assert!(has(&desk, &theirs), "{desk}");
    for receipt in [&french, &complaint, &danger] {
        assert!(!has(&desk, receipt), "{desk}");
        let path = format!("/desk/cases/{}", receipt.reference.replace('-', ""));
        assert_eq!(officer.get(&path).send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
        let token = hidden(&officer.case(&theirs).await, "form_token");
        for (path, what) in [(path.clone(), ("step", "acknowledge")), (format!("{path}/labels"), ("give", "threat"))] {
            let form = [("form_token", token.as_str()), ("version", "1"), what];
            let refused = officer.post(&path).form(&form).send().await.expect("an answer");
            assert_eq!(refused.status(), StatusCode::FORBIDDEN, "{path}");
        }
    }
    assert_eq!(officer.get("/desk/quarantine").send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    officer.step(&theirs, "acknowledge", "").await;
    let case = officer.case(&theirs).await;
    assert!(case.contains("has not allowed the program to know who they are"), "{case}");
    let refused = officer.press(&theirs, &case, "open-address", "").await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN, "the program learns no identity without consent");

    let said = house.command(&["staff", "desks", "--name", OFFICER.name, "--desk", "office"]);
    assert_eq!(said, "officer works for the office, and sees every case.\n");
    assert!(has(&officer.page("/desk/open").await, &complaint));
    assert!(officer.opened(&theirs, "open-address").await.contains("marker@example.ca"), "the office may");
}

#[tokio::test]
async fn a_question_that_the_programs_desk_labels_leaves_it_for_the_office() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin) = (house.public(), house.sign_in(ADMIN).await);
    passport_desk(&admin).await;
    let receipt = anyone.leave(&question("en", "Where do I go about what the man at the door did?")).await;
    anyone.recorded(&receipt).await;
    assert!(house.command(&["staff", "desks", "--name", OFFICER.name, "--desk", "passport-help"]).contains("sees"));
    let of_program = house.sign_in(OFFICER).await;
    of_program.step(&receipt, "acknowledge", "").await;
    let case = of_program.case(&receipt).await;
    let (token, version) = (hidden(&case, "form_token"), hidden(&case, "version"));
    let form = [("form_token", token.as_str()), ("version", &version), ("give", "discrimination")];
    let path = format!("/desk/cases/{}", receipt.reference.replace('-', ""));
    let answer = of_program.post(&format!("{path}/labels")).form(&form).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let led_to = answer.headers()["location"].to_str().expect("an address");
    assert!(led_to.starts_with("/desk?"), "not to the case, which they do not see any more: {led_to}");
    assert_eq!(of_program.get(&path).send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    assert!(!of_program.page("/desk/open").await.contains(&receipt.reference));

    assert!(house.command(&["staff", "desks", "--name", OFFICER.name, "--desk", "office"]).contains("works"));
    let of_office = house.sign_in(OFFICER).await;
    assert!(of_office.page("/desk/team").await.contains(&receipt.reference), "nobody of the office has it yet");
    of_office.step(&receipt, "acknowledge", "").await;
    let case = of_office.case(&receipt).await;
    for said in ["officer gave this label on ", "A person of the office should look at this"] {
        assert!(case.contains(said), "{said}: {case}");
    }
}

#[tokio::test]
async fn a_team_of_the_office_stands_in_where_the_programs_desk_cannot_answer() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin) = (house.public(), house.sign_in(ADMIN).await);
    passport_desk(&admin).await;
    let team = [("name_en", "Team East"), ("name_fr", "Équipe de l’Est"), ("kind", "office"), ("slug", "east")];
    let team: Vec<(&str, &str)> = team.into_iter().chain([("language", "en"), ("language", "fr")]).collect();
    assert_eq!(write(&admin, &team).await.0, StatusCode::SEE_OTHER);
    let changed = [("name_en", "Passport help"), ("name_fr", "Aide passeport"), ("kind", "program")];
    let changed = changed.into_iter().chain([("change", "passport-help"), ("language", "en"), ("fallback", "east")]);
    assert_eq!(write(&admin, &changed.collect::<Vec<_>>()).await.0, StatusCode::SEE_OTHER);
    let french = anyone.leave(&question("fr", "Quelle photo me faut-il?")).await;
    anyone.recorded(&french).await;
    let page = house.sign_in(OFFICER).await.page("/desk/open?desk=east").await;
    assert!(page.contains(&french.reference), "{page}");

    let changed =
        |kind| [("change", "east"), ("name_en", "East"), ("name_fr", "Est"), ("language", "fr"), ("kind", kind)];
    let (status, page) = write(&admin, &changed("program")).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("This desk has cases"), "{page}");
    assert_eq!(write(&admin, &changed("office")).await.0, StatusCode::SEE_OTHER, "all else may change");
    let both = ["staff", "desks", "--name", OFFICER.name, "--desk", "east", "--desk", "passport-help"];
    assert!(house.refused_command(&both).contains("other offices are kept apart. Nothing was changed."));
}

#[tokio::test]
async fn what_a_desk_belongs_to_stays_while_it_has_staff_or_services_or_stands_in_for_another() {
    let house = House::open(Backend::Embedded).await;
    let admin = house.sign_in(ADMIN).await;
    let desk =
        |slug, kind| [(slug, "west"), ("name_en", "West"), ("name_fr", "Ouest"), ("language", "en"), ("kind", kind)];
    assert_eq!(write(&admin, &desk("slug", "program")).await.0, StatusCode::SEE_OTHER);
    let help = [("name_en", "Help"), ("name_fr", "Aide"), ("language", "en"), ("kind", "program")];
    let behind = |slug, fallback| help.into_iter().chain([(slug, "help"), ("fallback", fallback)]).collect::<Vec<_>>();
    assert_eq!(write(&admin, &behind("slug", "west")).await.0, StatusCode::SEE_OTHER);
    let stays = async |why: &str| {
        let (status, page) = write(&admin, &desk("change", "outside")).await;
        assert!(
            status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("what it belongs to stays"),
            "{why}: {page}"
        );
    };
    stays("it stands in for another").await;
    assert_eq!(write(&admin, &behind("change", "office")).await.0, StatusCode::SEE_OTHER);
    assert_eq!(give(&admin, "passport", "west").await, StatusCode::SEE_OTHER);
    stays("it has a service").await;
    assert_eq!(give(&admin, "passport", "help").await, StatusCode::SEE_OTHER);
    drop(house.command(&["staff", "desks", "--name", OFFICER.name, "--desk", "west"]));
    stays("somebody is there").await;
    drop(house.command(&["staff", "desks", "--name", OFFICER.name, "--desk", "office"]));
    assert_eq!(write(&admin, &desk("change", "outside")).await.0, StatusCode::SEE_OTHER, "nothing is there");
}

#[tokio::test]
async fn a_desk_that_is_not_filled_in_well_is_refused_with_what_is_wrong_and_what_was_typed() {
    let house = House::open(Backend::Embedded).await;
    let admin = house.sign_in(ADMIN).await;
    let (status, page) = write(&admin, &[("slug", "Bad Name"), ("name_en", "Marker desk")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in
        ["The short name begins", "needs a name in English and one in French", "at least one language", "Marker desk"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    let office = [("slug", "office"), ("name_en", "A"), ("name_fr", "B"), ("language", "en")];
    let (status, page) = write(&admin, &office).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("There is a desk of this short name already"));
    assert_eq!(give(&admin, "passport", "nowhere").await, StatusCode::BAD_REQUEST);
    let said = house.refused_command(&["staff", "desks", "--name", OFFICER.name, "--desk", "nowhere"]);
    assert!(said.contains("There is no desk nowhere. Nothing was changed."), "{said}");
    let officer = house.sign_in(OFFICER).await;
    assert_eq!(officer.get("/console/desks").send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
}
