//! Two officers, one case: nobody's work is overwritten, and no step is taken twice.

use reqwest::StatusCode;
use tests::reading::hidden;
use tests::{Backend, House, OFFICER, question};

#[tokio::test]
async fn a_case_moved_from_a_page_that_is_out_of_date_is_refused_and_stays_as_it_is() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&question("The counter was closed.")).await;
    anyone.recorded(&receipt).await;
    let (first, second) = (house.sign_in(OFFICER).await, house.sign_in(OFFICER).await);
    let (seen_first, seen_second) = (first.case(&receipt).await, second.case(&receipt).await);
    let moved = first.press(&receipt, &seen_first, "acknowledge", "").await;
    assert_eq!(moved.status(), StatusCode::SEE_OTHER);
    let refused = second.press(&receipt, &seen_second, "acknowledge", "").await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    let page = refused.text().await.expect("a page");
    assert!(page.contains("Nothing was overwritten"), "{page}");

    let (seen_first, seen_second) = (first.case(&receipt).await, second.case(&receipt).await);
    let moved = first.press(&receipt, &seen_first, "answer", "It opens at nine.").await;
    assert_eq!(moved.status(), StatusCode::SEE_OTHER);
    let refused = second.press(&receipt, &seen_second, "answer", "It opens at ten.").await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    let given_back = refused.text().await.expect("a page");
    assert!(given_back.contains("It opens at ten.") && given_back.contains("not sent"), "{given_back}");
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("It opens at nine.") && !page.contains("at ten"), "{page}");
}

#[tokio::test]
async fn an_answer_written_while_the_session_ended_is_given_back_to_who_wrote_it() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&question("The line was cut.")).await;
    anyone.recorded(&receipt).await;
    let officer = house.sign_in(OFFICER).await;
    officer.step(&receipt, "acknowledge", "").await;
    let page = officer.case(&receipt).await;
    let out = officer.post("/sign-out").send().await.expect("an answer");
    assert_eq!(out.status(), StatusCode::SEE_OTHER);
    let refused = officer.press(&receipt, &page, "answer", "We <called> in vain.").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    let given_back = refused.text().await.expect("a page");
    assert!(
        given_back.contains("We &#60;called&#62; in vain.") && given_back.contains("Please sign in"),
        "{given_back}"
    );
    let (_, page) = anyone.track(&receipt).await;
    assert!(!page.contains("in vain."), "{page}");
}

#[tokio::test]
async fn a_step_out_of_turn_or_without_words_changes_nothing() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&question("The form was lost.")).await;
    anyone.recorded(&receipt).await;
    let officer = house.sign_in(OFFICER).await;
    let page = officer.case(&receipt).await;
    for (step, status) in
        [("answer", StatusCode::CONFLICT), ("close", StatusCode::CONFLICT), ("burn", StatusCode::BAD_REQUEST)]
    {
        assert_eq!(officer.press(&receipt, &page, step, "Some words.").await.status(), status, "{step}");
    }
    // The log has an entry for each step that was refused; the page knows the last of them, and is the same otherwise.
    let after = officer.case(&receipt).await;
    let known = |page: &str| format!("name=\"known\" value=\"{}\"", hidden(page, "known"));
    assert_eq!(after.replace(&known(&after), ""), page.replace(&known(&page), ""));
    officer.step(&receipt, "acknowledge", "").await;
    let page = officer.case(&receipt).await;
    let empty = officer.press(&receipt, &page, "answer", " \n ").await;
    assert_eq!(empty.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().await.expect("a page").contains("Write the answer first"), "it says what is missing");
    assert_eq!(officer.case(&receipt).await, page);
}
