//! What is mine, what nobody has, what waits for a second person: each case stands where whoever must act next looks.

use reqwest::StatusCode;
use tests::reading::hidden;
use tests::{Backend, Desk, House, OFFICER, Public, Receipt, SENIOR, UPHELD, complaint};

async fn house() -> (House, Public, Desk, Desk) {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    (house, anyone, officer, senior)
}

async fn left(anyone: &Public, words: &str) -> Receipt {
    let receipt = anyone.leave(&complaint(words)).await;
    anyone.recorded(&receipt).await;
    receipt
}

/// Presses the button of a case's row in the page of what nobody has.
async fn take(officer: &Desk, receipt: &Receipt, page: &str) -> StatusCode {
    let path = format!("/desk/cases/{}", receipt.reference.replace('-', ""));
    let row = page.split("<tr>").find(|row| row.contains(&receipt.reference)).expect("a row");
    let (token, version) = (hidden(row, "form_token"), hidden(row, "version"));
    let form = [("form_token", token.as_str()), ("version", &version), ("step", "acknowledge")];
    officer.post(&path).form(&form).send().await.expect("an answer").status()
}

#[tokio::test]
async fn a_case_is_taken_from_the_team_in_one_press_and_is_mine_until_it_is_closed() {
    let (_house, anyone, officer, senior) = house().await;
    let (first, second) = (left(&anyone, "Nine weeks.").await, left(&anyone, "Rude at the counter.").await);
    let team = officer.page("/desk/team").await;
    assert!(team.contains("Nobody has them yet (2)") && team.contains("My cases (0)"), "{team}");
    let early = senior.page("/desk/team").await;
    assert_eq!(take(&officer, &first, &team).await, StatusCode::SEE_OTHER);
    assert_eq!(take(&senior, &first, &early).await, StatusCode::CONFLICT, "somebody else was sooner");
    let mine = officer.page("/desk").await;
    assert!(mine.contains(&first.reference) && !mine.contains(&second.reference), "{mine}");
    assert!(mine.contains("Next: assess") && mine.contains("My cases (1)"), "{mine}");
    assert!(!senior.page("/desk").await.contains(&first.reference));
    let team = senior.page("/desk/team").await;
    assert!(!team.contains(&first.reference) && team.contains(&second.reference), "{team}");

    let (status, page) = anyone.act(&first, "withdraw", &[("sure", "yes")]).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(!officer.page("/desk").await.contains(&first.reference), "nothing of it is left to do");
    let closed = officer.page("/desk/closed").await;
    assert!(closed.contains(&first.reference) && !closed.contains(&second.reference), "{closed}");
}

#[tokio::test]
async fn what_is_due_first_stands_first_and_what_is_late_says_by_how_much() {
    let (house, anyone, officer, _senior) = house().await;
    let due = [("2026-01-05", "late"), ("2031-01-06", "later"), ("2031-01-03", "soon")];
    let mut receipts = Vec::new();
    for (_, words) in due {
        receipts.push(left(&anyone, words).await);
    }
    let db = house.db().await;
    for (receipt, (day, _)) in receipts.iter().zip(due) {
        let sql = "UPDATE cases SET due = $1, acknowledge_by = $1 WHERE reference = $2";
        db.execute(sql, vec![day.into(), receipt.reference.replace('-', "").into()]).await.expect("another day");
    }
    db.close().await;
    let team = officer.page("/desk/team").await;
    let place = |which: usize| team.find(&receipts[which].reference).expect("it is there");
    assert!(place(0) < place(2) && place(2) < place(1), "{team}");
    assert!(team.contains("working days late") && team.matches("class=\"late\"").count() == 1, "{team}");
}

#[tokio::test]
async fn whoever_worked_in_the_program_cannot_take_a_case_from_the_team() {
    let (_house, anyone, officer, _senior) = house().await;
    let receipt = left(&anyone, "Nine weeks.").await;
    let token = hidden(&officer.page("/desk/past-work").await, "form_token");
    let form = [("form_token", token.as_str()), ("service", "passport"), ("until", "")];
    let said = officer.post("/desk/past-work").form(&form).send().await.expect("an answer");
    assert_eq!(said.status(), StatusCode::SEE_OTHER);
    let team = officer.page("/desk/team").await;
    assert_eq!(take(&officer, &receipt, &team).await, StatusCode::CONFLICT);
    assert!(officer.page("/desk/team").await.contains(&receipt.reference), "it waits for somebody else");
}

#[tokio::test]
async fn a_draft_waits_for_everybody_but_its_author() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&receipt, "draft", &UPHELD).await;
    let (theirs, own) = (senior.page("/desk/second").await, officer.page("/desk/second").await);
    assert!(theirs.contains(&receipt.reference) && theirs.contains("Next: approve"), "{theirs}");
    assert!(!own.contains(&receipt.reference), "{own}");
    let mine = officer.page("/desk").await;
    assert!(mine.contains(&receipt.reference) && mine.contains("another officer approves"), "{mine}");
    senior.does(&receipt, "approve", &[]).await;
    assert!(!senior.page("/desk/second").await.contains(&receipt.reference));
    assert!(officer.page("/desk").await.contains("Next: send"));
}

#[tokio::test]
async fn a_view_that_does_not_exist_and_a_place_that_is_none_do_no_harm() {
    let (_house, anyone, officer, _senior) = house().await;
    let receipt = left(&anyone, "Nine weeks.").await;
    assert_eq!(officer.get("/desk/nonsense").send().await.expect("an answer").status(), StatusCode::NOT_FOUND);
    for after in ["", "nonsense", "0.", "%27%20OR%201--"] {
        let page = officer.page(&format!("/desk/team?after={after}")).await;
        assert!(page.contains("Back to the first"), "{after}: {page}");
        assert!(page.contains(&receipt.reference), "{after}: {page}");
    }
}

#[tokio::test]
async fn a_form_that_comes_too_late_tells_who_did_what_meanwhile_and_gives_back_what_was_written() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let before = officer.case(&receipt).await;
    senior.does(&receipt, "assign", &[("attested", "yes")]).await;
    let late = officer.send_from(&receipt, &before, "message", &[("words", "I called the program.")]).await;
    assert_eq!(late.status(), StatusCode::CONFLICT);
    let page = late.text().await.expect("a page");
    let changed = page.split("What changed since you opened the case").nth(1).expect("what changed");
    assert!(changed.contains("Given to an officer</strong> senior"), "{page}");
    assert!(!changed.contains("Taken up"), "what they knew is not told: {page}");
    assert!(page.contains("I called the program."), "{page}");
    let pressed = officer.send_from(&receipt, &before, "ask-program", &[]).await;
    let page = pressed.text().await.expect("a page");
    assert!(page.contains("Given to an officer") && !page.contains("id=\"unsent\""), "a press tells it too: {page}");
    assert!(!officer.case(&receipt).await.contains("I called the program."));
}
