//! What an officer needs to see to know what to do next: what somebody did is called what it was, what they typed is not lost, and
//! nothing has to be looked for elsewhere.

use tests::{Backend, House, OFFICER, question};

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
