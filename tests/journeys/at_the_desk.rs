//! What an officer needs to see to know what to do next: what somebody did is called what it was, what they typed is not lost, and
//! nothing has to be looked for elsewhere.

use reqwest::StatusCode;
use tests::reading::hidden;
use tests::{AUDITOR, Backend, DIRECTOR, Desk, House, OFFICER, REMEDY, Receipt, SENIOR, UPHELD, complaint, question};

use crate::audit::give_label;

#[tokio::test]
async fn a_step_that_is_still_to_come_has_not_the_name_of_one_that_was_taken() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = anyone.leave(&question("Which photo do I need?")).await;
    let page = anyone.recorded(&receipt).await;
    for to_come in ["<strong>An officer takes it up</strong> By ", "<strong>Answer</strong> By "] {
        assert!(page.contains(to_come), "{to_come}: {page}");
    }
    assert!(!page.contains("Answered") && !page.contains("Taken up by an officer"), "{page}");
    officer.step(&receipt, "acknowledge", "").await;
    officer.step(&receipt, "answer", "A plain one.").await;
    let (_, page) = anyone.track(&receipt).await;
    for taken in ["<strong>Taken up by an officer</strong> Your officer is ", "<strong>Answered</strong> "] {
        assert!(page.contains(taken), "{taken}: {page}");
    }
    assert!(!page.contains("<strong>Answer</strong>"), "{page}");
}

#[tokio::test]
pub async fn a_queue_says_that_a_person_wrote_until_the_office_told_them_something() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    assert!(!officer.page("/desk").await.contains("The person has written"));
    for (words, said) in [("It was ten.", "The person has written<"), ("Or nine.", "The person has written 2 times<")] {
        anyone.act(&receipt, "message", &[("words", words)]).await;
        let page = officer.page("/desk").await;
        assert!(page.contains(said), "{said}: {page}");
    }
    let french = officer.page("/desk?lang=fr").await;
    assert!(french.contains("La personne a écrit 2 fois<"), "{french}");
    officer.does(&receipt, "message", &[("words", "Thank you. We look into it.")]).await;
    let page = officer.page("/desk").await;
    assert!(page.contains(&receipt.reference) && !page.contains("The person has written"), "{page}");
}

#[tokio::test]
async fn who_did_what_in_a_case_is_called_what_it_was() {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    officer.does(&receipt, "draft", &UPHELD).await;
    senior.does(&receipt, "give-back", &[("why", "Say in which tray.")]).await;
    let page = officer.case(&receipt).await;
    for part in ["<dt>Assessed it</dt><dd>officer<br>", "<dt>Gave a draft back</dt><dd>senior<br>"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Worked on it"), "{page}");
}

#[tokio::test]
async fn the_log_says_in_words_why_something_was_done_and_to_what() {
    let house = House::open(Backend::Embedded).await;
    house.hire(AUDITOR);
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    give_label(&officer, &receipt, "threat").await;
    officer.does(&receipt, "suspend", &[("reason", "tribunal")]).await;
    let auditor = house.sign_in(AUDITOR).await;
    let own = format!("/desk/audit/{}", receipt.reference.replace('-', ""));
    let page = auditor.page(&own).await;
    for said in ["The person left it themselves", "A label was given", "A threat", "Before a tribunal", "Assessed"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for code in [">sent<", "label-given", ">threat<", ">tribunal<"] {
        assert!(!page.contains(code), "{code}: {page}");
    }
    let french = auditor.page(&format!("{own}?lang=fr")).await;
    assert!(french.contains("Étiquette ajoutée") && french.contains("Devant un tribunal administratif"), "{french}");
    let office = auditor.page("/desk/audit/office").await;
    assert!(office.contains("With a password") && !office.contains(">password<"), "{office}");
}

/// Sends a form from a page that was loaded before somebody else wrote to the person; the page that comes back.
async fn too_late(desk: &Desk, other: &Desk, receipt: &Receipt, step: &str, fields: &[(&str, &str)]) -> String {
    let old = desk.case(receipt).await;
    other.does(receipt, "message", &[("words", "We are still at it.")]).await;
    let answer = desk.send_from(receipt, &old, step, fields).await;
    let (status, page) = (answer.status(), answer.text().await.expect("a page"));
    assert_eq!(status, StatusCode::CONFLICT, "{step}: {page}");
    assert!(!page.contains("readonly"), "nothing is left to be copied, {step}: {page}");
    assert!(page.contains("What you wrote is kept below."), "{step}: {page}");
    page
}

#[tokio::test]
async fn a_short_text_that_came_too_late_stands_in_its_form_again() {
    let house = House::open(Backend::Embedded).await;
    for member in [SENIOR, DIRECTOR] {
        house.hire(member);
    }
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let (senior, director) = (house.sign_in(SENIOR).await, house.sign_in(DIRECTOR).await);
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;

    let page = too_late(&officer, &senior, &receipt, "withdraw", &[("words", "She called. It came.")]).await;
    assert!(page.contains("<details open><summary>End the case another way"), "{page}");
    assert!(page.contains("required>She called. It came.</textarea>"), "{page}");
    let page = too_late(&officer, &senior, &receipt, "merge", &[("to", "7K3M-9QXA")]).await;
    assert!(page.contains("value=\"7K3M-9QXA\""), "{page}");
    let page = too_late(&officer, &senior, &receipt, "suspend", &[("reason", "police")]).await;
    assert!(page.contains("<option value=\"police\" selected>"), "{page}");

    officer.does(&receipt, "draft", &[&UPHELD[..], &REMEDY[..]].concat()).await;
    let page = too_late(&senior, &officer, &receipt, "give-back", &[("why", "Say in which tray.")]).await;
    assert!(page.contains("aria-describedby=\"back-hint\">Say in which tray.</textarea>"), "{page}");
    senior.does(&receipt, "approve", &[]).await;
    officer.does(&receipt, "send", &[]).await;
    officer.does(&receipt, "close", &[]).await;
    let seen = [("remedy", "0"), ("evidence", "A copy of the letter.")];
    let page = too_late(&officer, &senior, &receipt, "verify", &seen).await;
    assert!(page.contains("<option value=\"0\" selected>"), "{page}");
    assert!(page.contains("required>A copy of the letter.</textarea>"), "{page}");
    let said = [("words", "She called. It was ten weeks.")];
    let page = too_late(&officer, &senior, &receipt, "ask-review", &said).await;
    assert!(page.contains("required>She called. It was ten weeks.</textarea>"), "{page}");

    officer.does(&receipt, "ask-review", &said).await;
    director.does(&receipt, "review", &[("attested", "yes")]).await;
    for (step, words) in [("confirm", "It stands."), ("reopen", "Nobody looked at the envelope.")] {
        let page = too_late(&director, &senior, &receipt, step, &[("words", words)]).await;
        assert!(page.contains(&format!("required>{words}</textarea>")), "{step}: {page}");
    }
}

#[tokio::test]
async fn what_was_written_about_a_case_that_goes_on_in_another_stands_in_its_form_again() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    let receipt = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    let twin = anyone.leave(&complaint("Ten weeks.")).await;
    anyone.recorded(&twin).await;
    officer.does(&twin, "merge", &[("to", &receipt.reference)]).await;
    let page = officer.case(&twin).await;
    let now = format!("name=\"version\" value=\"{}\"", hidden(&page, "version"));
    let outdated = page.replace(&now, "name=\"version\" value=\"0\"");
    let answer = officer.send_from(&twin, &outdated, "separate", &[("words", "She means another one.")]).await;
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    let page = answer.text().await.expect("a page");
    assert!(page.contains("<a href=\"#by-itself\">"), "{page}");
    assert!(page.contains("required>She means another one.</textarea>") && !page.contains("readonly"), "{page}");
}
