//! What nobody of the office may have goes to somebody of another one, and what was said against somebody by mistake is taken back.

use reqwest::StatusCode;
use serde_json::json;
use tests::reading::hidden;
use tests::{
    ADMIN, Backend, DIRECTOR, Desk, House, Member, OFFICER, Public, Receipt, SENIOR, UPHELD, complaint, question,
};

use crate::audit::chain;
use crate::referred::open_desks;

tests::wherever_they_are_kept!(
    a_case_that_nobody_of_the_office_may_have_is_handed_over_and_decided_by_another_office,
    an_interest_is_taken_back_by_somebody_else_with_a_reason_and_what_was_before_stays,
);

const NOBODY: &str = "Nobody of this office may have this case";
const KIM: Member = Member { name: "kim", password: "quiet-orchard-plum", role: "officer" };
const LOU: Member = Member { name: "lou", password: "quiet-anchor-poplar", role: "senior" };
const SAM: Member = Member { name: "sam", password: "quiet-delta-willow", role: "officer" };

struct Office {
    house: House,
    anyone: Public,
    officer: Desk,
    senior: Desk,
    director: Desk,
}

impl Office {
    async fn open(backend: Backend) -> Self {
        let house = House::open(backend).await;
        house.hire(SENIOR);
        house.hire(DIRECTOR);
        let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
        let (senior, director) = (house.sign_in(SENIOR).await, house.sign_in(DIRECTOR).await);
        Self { house, anyone, officer, senior, director }
    }

    /// Makes a desk for another office, and puts these there.
    async fn beside(&self, members: &[Member]) {
        let admin = self.house.sign_in(ADMIN).await;
        let token = hidden(&admin.page("/console/desks").await, "form_token");
        let form = [
            ("form_token", token.as_str()),
            ("slug", "other-office"),
            ("name_en", "The other office"),
            ("name_fr", "L’autre bureau"),
            ("kind", "outside"),
            ("language", "en"),
        ];
        let made = admin.post("/console/desks").form(&form).send().await.expect("an answer");
        assert_eq!(made.status(), StatusCode::SEE_OTHER);
        for member in members {
            self.house.hire(*member);
            drop(self.house.command(&["staff", "desks", "--name", member.name, "--desk", "other-office"]));
        }
        let token = hidden(&admin.page("/console/passport").await, "form_token");
        let form = [("form_token", token.as_str()), ("desk", "other-office")];
        let given = admin.post("/console/passport").form(&form).send().await.expect("an answer");
        assert!(given.status().is_client_error(), "nothing comes to another office by itself: {}", given.status());
    }

    /// The senior officer and the director say that they have an interest themselves.
    async fn is_barred(&self, receipt: &Receipt) {
        self.senior.does(receipt, "interest", &[("staff", "senior"), ("rule", "interest")]).await;
        self.director.does(receipt, "interest", &[("staff", "director"), ("rule", "decision")]).await;
    }

    /// When it is due, by when it is answered, at which desk and why there.
    async fn dates_and_desk(&self, receipt: &Receipt) -> [String; 4] {
        let db = self.house.db().await;
        let sql = "SELECT due, answer_by, desk, desk_reason FROM cases WHERE reference = $1";
        let rows = db.read(sql, vec![plain(receipt).into()]).await.expect("the case");
        let texts = [0, 1, 2, 3].map(|column| rows[0].text(column).expect("a text"));
        db.close().await;
        texts
    }

    async fn letters(&self, receipt: &Receipt) -> Vec<String> {
        let db = self.house.db().await;
        let sql = "SELECT body FROM outbox WHERE reference = $1 ORDER BY written_at, id";
        let rows = db.read(sql, vec![plain(receipt).into()]).await.expect("the outbox");
        let texts = rows.iter().map(|row| unmarked(&row.text(0).expect("a text"))).collect();
        db.close().await;
        texts
    }
}

fn plain(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

/// Without the marks around what is put into a sentence.
fn unmarked(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// A complaint of somebody who wants to be called.
fn by_phone() -> serde_json::Value {
    let mut card = complaint("My passport took nine weeks.");
    card["reply"] = json!({ "wanted": true, "phone": "613 555 0147" });
    card["consents"] = json!(["contact"]);
    card
}

async fn status(desk: &Desk, path: &str) -> StatusCode {
    desk.get(path).send().await.expect("an answer").status()
}

async fn a_case_that_nobody_of_the_office_may_have_is_handed_over_and_decided_by_another_office(backend: Backend) {
    let office = Office::open(backend).await;
    let Office { house, anyone, officer, senior, director } = &office;
    let receipt = officer.takes_on(anyone, &by_phone()).await;
    officer.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    office.beside(&[KIM, LOU, SAM]).await;
    let (kim, lou, sam) = (house.sign_in(KIM).await, house.sign_in(LOU).await, house.sign_in(SAM).await);
    assert!(director.may_not(&receipt, "hand-over", &[("to", "kim")]).await.contains("Somebody of this office may"));
    office.is_barred(&receipt).await;
    let case = format!("/desk/cases/{}", plain(&receipt));
    for path in [case.as_str(), "/desk/quarantine", "/desk/enter", "/desk/incidents", "/desk/you-said"] {
        assert_eq!(status(&kim, path).await, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(status(&lou, "/desk/load").await, StatusCode::FORBIDDEN);

    let page = director.case(&receipt).await;
    assert!(page.contains(NOBODY) && page.contains("kim – The other office"), "{page}");
    assert!(!senior.case(&receipt).await.contains("Hand it over to"), "it is the director's");
    let refused = senior.send(&receipt, "hand-over", &[("to", "kim")]).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    let page = director.may_not(&receipt, "hand-over", &[("to", "officer")]).await;
    assert!(page.contains("They are not an officer of another office."), "{page}");
    let token = hidden(&sam.page("/desk/past-work").await, "form_token");
    let form = [("form_token", token.as_str()), ("service", "passport"), ("until", "")];
    sam.post("/desk/past-work").form(&form).send().await.expect("an answer");
    let page = director.may_not(&receipt, "hand-over", &[("to", "sam")]).await;
    assert!(page.contains("They work in this program, or did in the last 24 months."), "{page}");

    let [due, answer_by, ..] = office.dates_and_desk(&receipt).await;
    director.does(&receipt, "hand-over", &[("to", "kim")]).await;
    let now = office.dates_and_desk(&receipt).await;
    assert_eq!(now, [due.as_str(), &answer_by, "other-office", "handed-over"], "the clock is what it was");
    assert!(!director.case(&receipt).await.contains(NOBODY));
    let told = unmarked(&anyone.track(&receipt).await.1);
    for text in [&told, office.letters(&receipt).await.last().expect("a letter")] {
        for said in
            ["Nobody in our office may have your case", "So The other office has it from", "reach you, its officers"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    let letter = office.letters(&receipt).await.pop().expect("a letter");
    assert!(letter.contains("Your officer is kim.") && letter.contains("We will answer you by"), "{letter}");

    assert!(kim.page("/desk").await.contains(&receipt.reference));
    assert!(kim.may_not(&receipt, "draft", &UPHELD).await.contains("You were given this case."));
    kim.does(&receipt, "assign", &[("attested", "yes")]).await;
    assert!(kim.opened(&receipt, "open-address").await.contains("613 555 0147"), "an officer knows whom they answer");
    assert!(director.may_not(&receipt, "assign", &[("attested", "yes")]).await.contains("They made the decision"));
    kim.does(&receipt, "draft", &UPHELD).await;
    kim.does(&receipt, "interest", &[("staff", "kim"), ("rule", "complaint")]).await;
    let page = kim.may_not(&receipt, "message", &[("words", "We called.")]).await;
    assert!(page.contains("This person complained about them before."), "the rules hold there too: {page}");
    lou.does(&receipt, "approve", &[]).await;
    lou.does(&receipt, "assign", &[("attested", "yes")]).await;
    lou.does(&receipt, "send", &[]).await;
    assert!(anyone.track(&receipt).await.1.contains("You were right."));

    let told = chain(house, &plain(&receipt)).await;
    let place = told.iter().position(|entry| entry == "director/director external_referral other-office");
    let next = &told[place.expect("an entry") + 1];
    assert_eq!(next, "director/director assign kim in-review> in-review");
    assert!(told.contains(&"director/director coi_block sam (program)".to_owned()), "{told:?}");
}

#[tokio::test]
async fn a_review_that_nobody_of_the_office_may_make_is_taken_by_somebody_of_another_office_who_attests() {
    let office = Office::open(Backend::Embedded).await;
    let Office { house, anyone, officer, senior, director } = &office;
    let receipt = officer.takes_on(anyone, &by_phone()).await;
    let against = [
        ("outcome0", "inconclusive"),
        ("evidence0", "The file."),
        ("reasons0", "The dates cannot be read."),
        ("words", "We are sorry that we cannot say more."),
    ];
    officer.decides(&receipt, senior, &against).await;
    anyone.act(&receipt, "review", &[("words", "I have the stamped envelope.")]).await;
    director.does(&receipt, "interest", &[("staff", "director"), ("rule", "interest")]).await;
    assert!(director.case(&receipt).await.contains("There is no officer of another office yet."));
    office.beside(&[KIM]).await;
    let kim = house.sign_in(KIM).await;
    director.does(&receipt, "hand-over", &[("to", "kim")]).await;
    assert!(kim.page("/desk/team").await.contains(&receipt.reference), "nobody has it yet");
    let letter = office.letters(&receipt).await.pop().expect("a letter");
    assert!(letter.contains("We will answer you by") && !letter.contains("Your officer is"), "{letter}");
    assert!(kim.may_not(&receipt, "review", &[]).await.contains("Something is missing"), "it must be attested");
    kim.does(&receipt, "review", &[("attested", "yes")]).await;
    kim.does(&receipt, "confirm", &[("words", "The envelope shows no date either.")]).await;
    assert!(anyone.track(&receipt).await.1.contains("This is our last word."));
}

#[tokio::test]
async fn a_finding_that_nobody_but_its_author_could_approve_is_handed_over_and_approved_there() {
    let office = Office::open(Backend::Embedded).await;
    let Office { house, anyone, officer, director, .. } = &office;
    let receipt = officer.takes_on(anyone, &by_phone()).await;
    office.beside(&[KIM]).await;
    office.is_barred(&receipt).await;
    assert!(!director.case(&receipt).await.contains(NOBODY), "its officer may look into it");
    officer.does(&receipt, "draft", &UPHELD).await;
    officer.may_not(&receipt, "approve", &[]).await;
    assert!(director.case(&receipt).await.contains(NOBODY), "nobody else may approve it");
    assert!(director.page("/desk/load").await.contains(&receipt.reference));
    director.does(&receipt, "hand-over", &[("to", "kim")]).await;
    let kim = house.sign_in(KIM).await;
    kim.does(&receipt, "assign", &[("attested", "yes")]).await;
    kim.does(&receipt, "approve", &[]).await;
    kim.does(&receipt, "send", &[]).await;
    assert!(anyone.track(&receipt).await.1.contains("You were right."));
}

#[tokio::test]
async fn who_is_answered_together_with_a_case_that_is_handed_over_goes_with_it_and_is_told() {
    let office = Office::open(Backend::Embedded).await;
    let Office { house, anyone, officer, director, .. } = &office;
    let receipt = officer.takes_on(anyone, &by_phone()).await;
    let mut card = by_phone();
    card["comment"] = json!("It took ten weeks here too.");
    let twin = anyone.leave(&card).await;
    anyone.recorded(&twin).await;
    officer.does(&twin, "merge", &[("to", &receipt.reference)]).await;
    officer.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    office.is_barred(&receipt).await;
    office.beside(&[KIM]).await;
    let old = director.case(&twin).await;
    director.does(&receipt, "hand-over", &[("to", "kim")]).await;
    let kim = house.sign_in(KIM).await;
    assert!(kim.case(&twin).await.contains(&receipt.reference), "it is at the same desk");
    let told = unmarked(&anyone.track(&twin).await.1);
    for text in [&told, office.letters(&twin).await.last().expect("a letter")] {
        assert!(text.contains("So The other office has it from"), "{text}");
    }
    let entry = "director/director external_referral other-office closed> closed".to_owned();
    let told = chain(house, &plain(&twin)).await;
    assert!(told.contains(&entry), "{told:?}");
    let now = director.case(&twin).await;
    assert_ne!(hidden(&old, "version"), hidden(&now, "version"), "a page of before is out of date");
}

#[tokio::test]
async fn who_gets_a_complaint_that_is_with_the_program_attests_before_they_look_into_it() {
    let office = Office::open(Backend::Embedded).await;
    let Office { house, anyone, officer, director, .. } = &office;
    open_desks(house).await;
    let receipt = anyone.leave(&by_phone()).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    officer.assesses(&receipt).await;
    let asked =
        [("desk", "help"), ("question", "Can you send it?"), ("words", "They will call you."), ("agreed", "yes")];
    officer.does(&receipt, "refer", &asked).await;
    officer.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    office.is_barred(&receipt).await;
    office.beside(&[KIM]).await;
    director.does(&receipt, "hand-over", &[("to", "kim")]).await;
    let kim = house.sign_in(KIM).await;
    kim.does(&receipt, "take-back", &[]).await;
    assert!(kim.may_not(&receipt, "draft", &UPHELD).await.contains("You were given this case."));
    kim.does(&receipt, "assign", &[("attested", "yes")]).await;
    kim.does(&receipt, "draft", &UPHELD).await;
}

#[tokio::test]
async fn a_complaint_that_nobody_has_taken_up_is_taken_up_by_whom_it_is_handed_over_to() {
    let office = Office::open(Backend::Embedded).await;
    let Office { house, anyone, senior, director, .. } = &office;
    let receipt = anyone.leave(&by_phone()).await;
    anyone.recorded(&receipt).await;
    senior.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
    office.is_barred(&receipt).await;
    office.beside(&[KIM]).await;
    director.does(&receipt, "hand-over", &[("to", "kim")]).await;
    let kim = house.sign_in(KIM).await;
    kim.assesses(&receipt).await;
    kim.does(&receipt, "assign", &[("attested", "yes")]).await;
    let letters = office.letters(&receipt).await;
    assert!(letters.len() == 1 && letters[0].contains("Your officer is kim."), "one letter tells both: {letters:?}");
}

async fn an_interest_is_taken_back_by_somebody_else_with_a_reason_and_what_was_before_stays(backend: Backend) {
    let office = Office::open(backend).await;
    let Office { house, anyone, officer, senior, director } = &office;
    let receipt = officer.takes_on(anyone, &complaint("My passport took nine weeks.")).await;
    let named = [("staff", "officer"), ("rule", "named")];
    let back = [("staff", "officer"), ("rule", "named"), ("why", "Another person of this name.")];
    senior.does(&receipt, "interest", &named).await;
    let before = (director.case(&receipt).await, chain(house, &plain(&receipt)).await);
    let page = director.may_not(&receipt, "interest", &named).await;
    assert!(page.contains("This was said before, and it still stands."), "{page}");
    assert_eq!(hidden(&director.case(&receipt).await, "version"), hidden(&before.0, "version"), "nothing was changed");
    assert_eq!(chain(house, &plain(&receipt)).await, before.1, "nor is there an entry");
    officer.may_not(&receipt, "draft", &UPHELD).await;
    let refused = officer.send(&receipt, "take-back-interest", &back).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN, "not by whom it is about, nor by an officer");
    let page = senior.may_not(&receipt, "take-back-interest", &back).await;
    assert!(page.contains("The person who said it and the person it is about cannot take it back."), "{page}");
    assert!(page.contains("Another person of this name."), "what they wrote is given back: {page}");
    let page = director.may_not(&receipt, "take-back-interest", &named).await;
    assert!(page.contains("Something is missing"), "a reason is given: {page}");
    director.does(&receipt, "take-back-interest", &back).await;

    let page = unmarked(&director.case(&receipt).await);
    for said in ["They are named in it", "director took this back.", "Another person of this name."] {
        assert!(page.contains(said), "its history stays: {said}: {page}");
    }
    officer.does(&receipt, "draft", &UPHELD).await;
    let told = chain(house, &plain(&receipt)).await;
    assert!(told.contains(&"director/director coi_lift officer (named)".to_owned()), "{told:?}");

    director.does(&receipt, "interest", &named).await;
    officer.may_not(&receipt, "message", &[("words", "We are sorry.")]).await;
    director.does(&receipt, "interest", &[("staff", "director"), ("rule", "interest")]).await;
    let own = [("staff", "director"), ("rule", "interest"), ("why", "I was wrong.")];
    let page = director.may_not(&receipt, "take-back-interest", &own).await;
    assert!(page.contains("The person who said it and the person it is about"), "nobody frees themselves: {page}");
    senior.does(&receipt, "take-back-interest", &back).await;
    officer.does(&receipt, "message", &[("words", "We are sorry.")]).await;
}

#[tokio::test]
async fn who_has_an_interest_takes_nobody_elses_back_be_it_a_question_or_a_complaint() {
    let office = Office::open(Backend::Embedded).await;
    let Office { anyone, senior, director, .. } = &office;
    for card in [question("When will my passport come?"), complaint("My passport took nine weeks.")] {
        let receipt = anyone.leave(&card).await;
        anyone.recorded(&receipt).await;
        senior.does(&receipt, "interest", &[("staff", "officer"), ("rule", "named")]).await;
        director.does(&receipt, "interest", &[("staff", "director"), ("rule", "interest")]).await;
        let back = [("staff", "officer"), ("rule", "named"), ("why", "Another person of this name.")];
        let page = director.may_not(&receipt, "take-back-interest", &back).await;
        assert!(page.contains("They have another relation or interest."), "{page}");
        let own = [("staff", "director"), ("rule", "interest"), ("why", "I was wrong.")];
        let page = director.may_not(&receipt, "take-back-interest", &own).await;
        assert!(page.contains("The person who said it and the person it is about"), "they read who can: {page}");
        senior.does(&receipt, "take-back-interest", &own).await;
        director.does(&receipt, "take-back-interest", &back).await;
    }
}
