//! The whole way of a card: written without script, followed, answered, counted.

use feedback::Language;
use ombudsman_server::words::Words;
use reqwest::StatusCode;
use reqwest::header::ACCEPT;
use tests::reading::hidden;
use tests::{Backend, House, OFFICER, Public, Receipt, SENIOR, UPHELD, card, until};

tests::wherever_they_are_kept!(
    a_complaint_in_french_without_script_is_followed_taken_up_answered_and_counted,
    a_compliment_is_recorded_and_makes_no_case,
);

/// Fills in the French card as a browser without script does.
async fn complain_in_french(anyone: &Public) -> Receipt {
    let card = anyone.page("/card/passport?lang=fr").await;
    assert!(card.contains("<html lang=\"fr\""), "the card is in French: {card}");
    assert!(card.contains("Passeport canadien"), "the card names its service: {card}");
    let (id, language, channel) = (hidden(&card, "id"), hidden(&card, "language"), hidden(&card, "channel"));
    let form = [
        ("id", id.as_str()),
        ("language", &language),
        ("channel", &channel),
        ("intent", "complaint"),
        ("overall", "2"),
        ("drivers.timeliness", "1"),
        ("drivers.courtesy", "n/a"),
        ("comment", "Trois semaines de plus que la date que vous aviez annoncée au guichet."),
    ];
    let answer = anyone.post("/card/passport?lang=fr").header(ACCEPT, "text/html").form(&form).send().await;
    let answer = answer.expect("an answer");
    let (status, page) = (answer.status(), answer.text().await.expect("a page"));
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains(&Words::of(Language::French).text("card-receipt-heading")), "{page}");
    Receipt::of_page(&page)
}

async fn a_complaint_in_french_without_script_is_followed_taken_up_answered_and_counted(backend: Backend) {
    let mut house = House::open(backend).await;
    let anyone = house.public();
    for _ in 0..10 {
        anyone.leave(&card()).await;
    }
    until("ten answers are counted", async || (house.passport_answers().await == 10).then_some(())).await;

    let receipt = complain_in_french(&anyone).await;
    let page = anyone.recorded(&receipt).await;
    assert!(page.contains("An officer takes it up") && page.contains("By "), "the dates are shown: {page}");
    until("the complaint is counted", async || (house.passport_answers().await == 11).then_some(())).await;

    let officer = house.sign_in(OFFICER).await;
    assert!(officer.page("/desk/open").await.contains(&receipt.reference), "the case is on the desk");
    let case = officer.case(&receipt).await;
    assert!(
        case.contains("<blockquote lang=\"fr\" dir=\"auto\">Trois semaines de plus"),
        "what was said, in its language: {case}"
    );
    officer.step(&receipt, "acknowledge", "").await;
    assert!(anyone.recorded(&receipt).await.contains("Your officer is"), "the person sees who took it up");
    officer.assesses(&receipt).await;
    officer.does(&receipt, "assign", &[("attested", "yes")]).await;
    house.hire(SENIOR);
    let senior = house.sign_in(SENIOR).await;
    let found = [("words", "La date affichée était fausse. Votre passeport est prêt.")];
    let found: Vec<(&str, &str)> = found.into_iter().chain(UPHELD).collect();
    officer.decides(&receipt, &senior, &found).await;
    officer.does(&receipt, "close", &[]).await;
    assert!(officer.case(&receipt).await.contains("Closed"), "the case is closed");

    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("La date affichée était fausse. Votre passeport est prêt."), "{page}");
    assert_eq!(house.passport_answers().await, 11, "answering counts nothing");
    assert!(house.stop().await.success(), "the office ends well");
}

async fn a_compliment_is_recorded_and_makes_no_case(backend: Backend) {
    let house = House::open(backend).await;
    let anyone = house.public();
    let receipt = anyone.leave(&card()).await;
    let page = anyone.recorded(&receipt).await;
    assert!(page.contains("Your compliment is recorded"), "{page}");
    let officer = house.sign_in(OFFICER).await;
    assert!(officer.page("/desk/open").await.contains("Nothing is left to do"), "the desk is empty");
    let case = officer.get(&format!("/desk/cases/{}", receipt.reference.replace('-', ""))).send().await;
    assert_eq!(case.expect("an answer").status(), StatusCode::NOT_FOUND);
}
