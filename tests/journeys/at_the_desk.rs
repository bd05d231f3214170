//! What an officer needs to see to know what to do next: what somebody did is called what it was, what they typed is not lost, and
//! nothing has to be looked for elsewhere.

use tests::{AUDITOR, Backend, House, OFFICER, SENIOR, UPHELD, complaint, question};

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
async fn a_queue_says_that_a_person_wrote_until_the_office_told_them_something() {
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
