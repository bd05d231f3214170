//! What the log tells besides the moves of a case: who came in and who did not, what came with a card, what was imported.

use reqwest::StatusCode;
use reqwest::header::ACCEPT;
use serde_json::json;
use tests::reading::hidden;
use tests::{AUDITOR, Backend, House, OFFICER, card, complaint};

use crate::audit::chain;

/// Tries to sign in by the form.
async fn tries(house: &House, name: &str, password: &str) -> StatusCode {
    let request = house.public().post("/sign-in").header(ACCEPT, "text/html").header("origin", &house.server);
    let form = [("name", name), ("password", password)];
    request.form(&form).send().await.expect("an answer").status()
}

#[tokio::test]
async fn who_comes_in_goes_out_or_is_not_let_in_is_an_entry_and_a_name_that_no_member_has_is_in_none() {
    const TYPED: &str = "quiet-lantern-rivet";
    let house = House::open(Backend::Embedded).await;
    let (desk, elsewhere, third) =
        (house.sign_in(OFFICER).await, house.sign_in(OFFICER).await, house.sign_in(OFFICER).await);
    // Somebody types the password where the name belongs; somebody tries a member's name.
    assert_eq!(tries(&house, TYPED, "").await, StatusCode::UNAUTHORIZED);
    assert_eq!(tries(&house, OFFICER.name, "a wrong password").await, StatusCode::UNAUTHORIZED);
    let token = hidden(&desk.page("/account").await, "form_token");
    // A member who mistypes their own password is no stranger at the door.
    let mistyped = [("form_token", token.as_str()), ("password", "a wrong password"), ("new", TYPED), ("again", TYPED)];
    let answer = desk.post("/account/password").form(&mistyped).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let others = [("form_token", token.as_str()), ("end", "others")];
    desk.post("/account/sessions").form(&others).send().await.expect("an answer");
    assert_eq!(elsewhere.get("/desk").send().await.expect("an answer").status(), StatusCode::SEE_OTHER);
    for _ in 0..2 {
        desk.post("/sign-out").send().await.expect("an answer");
    }
    drop(third);
    drop(house.command(&["staff", "disable", "--name", OFFICER.name]));
    assert_eq!(tries(&house, OFFICER.name, OFFICER.password).await, StatusCode::UNAUTHORIZED);

    let told = chain(&house, "office").await;
    let ours: Vec<&str> = told.iter().map(String::as_str).skip_while(|entry| !entry.contains(" sign_in")).collect();
    let came = "officer/officer sign_in officer (password)";
    assert_eq!(
        ours,
        [
            came,
            came,
            came,
            "stranger/stranger sign_in_refused (nobody)",
            "stranger/stranger sign_in_refused officer (password)",
            "officer/officer session_end officer (others)",
            "officer/officer session_end officer (signed-out)",
            "operator/operator staff_disable officer",
            "stranger/stranger sign_in_refused officer (not-let-in)",
        ]
    );
    house.hire(AUDITOR);
    let auditor = house.sign_in(AUDITOR).await;
    let page = auditor.page("/desk/audit?lang=fr").await;
    for said in ["Quelqu’un n’a pas pu entrer", "Quelqu’un à la porte", "Une session a pris fin"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains(TYPED), "{page}");
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
}

#[tokio::test]
async fn the_log_says_which_notice_a_person_saw_what_they_allowed_and_how_much_was_masked_and_not_what() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let mut suggestion = card();
    suggestion["intent"] = json!("suggestion");
    suggestion["comment"] = json!("Call 613-555-0123 or 613-555-0124, my SIN is 130 692 544.");
    suggestion["consents"] = json!(["publish-quote"]);
    suggestion["notice"] = json!("privacy-2");
    let (suggestion, plain) = (anyone.leave(&suggestion).await, anyone.leave(&card()).await);
    let late = anyone.leave(&complaint("Nine weeks.")).await;
    for receipt in [&suggestion, &plain, &late] {
        anyone.recorded(receipt).await;
    }
    let bare = |reference: &str| reference.replace('-', "");
    let told = "client/client submit notice:privacy-2 consent:publish-quote masked:phone:2 masked:sin:1 (sent)";
    assert_eq!(chain(&house, &bare(&suggestion.reference)).await, [told]);
    assert_eq!(chain(&house, &bare(&plain.reference)).await, [""; 0], "who only rates leaves no entry");
    assert_eq!(chain(&house, &bare(&late.reference)).await, ["client/client submit received (sent)"]);
    house.hire(AUDITOR);
    let auditor = house.sign_in(AUDITOR).await;
    for (language, said) in [
        (
            "en",
            ["Privacy notice that was shown: privacy-2", "Allowed: to publish a sentence", "Masked: phone number (2)"],
        ),
        (
            "fr",
            [
                "Avis de confidentialité présenté\u{a0}: privacy-2",
                "Permis\u{a0}: publier une phrase",
                "Masqué\u{a0}: numéro de téléphone (2)",
            ],
        ),
    ] {
        let page = auditor.page(&format!("/desk/audit?action=submit&lang={language}")).await;
        let page = page.replace(['\u{2068}', '\u{2069}'], "");
        for said in said {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!page.contains("613-555") && !page.contains("130 692"), "{page}");
    }
}

#[tokio::test]
async fn an_import_is_an_entry_with_its_source_and_how_many_cards_were_kept_and_a_dry_run_is_none() {
    let house = House::open(Backend::Embedded).await;
    let rows =
        "service,intent,language,channel,overall\npassport,compliment,en,phone,5\nnowhere,compliment,en,phone,5\n";
    let path = house.write("calls.csv", rows);
    let path = path.to_str().expect("a path");
    drop(house.command_done_in_part(&["import", "cards", path, "--dry-run"]));
    drop(house.command_done_in_part(&["import", "cards", path]));
    let told = chain(&house, "office").await;
    let ours: Vec<_> = told.iter().filter(|entry| entry.contains(" import_")).collect();
    assert_eq!(ours, ["operator/operator import_services 13", "operator/operator import_cards calls.csv: 1"]);
}
