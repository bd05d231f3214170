//! A complaint's life: taken up, looked into, decided by four eyes, put right; and each way in which it can end.

use ombudsman_server::db::Db;
use reqwest::StatusCode;
use tests::{Backend, DIRECTOR, Desk, House, OFFICER, Public, REMEDY, Receipt, SENIOR, UPHELD, complaint};

use crate::audit::chain;

/// A house with an officer and a senior officer at work.
async fn house() -> (House, Public, Desk, Desk) {
    let house = House::open(Backend::Embedded).await;
    house.hire(SENIOR);
    let (anyone, officer, senior) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(SENIOR).await);
    (house, anyone, officer, senior)
}

fn plain(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

fn both<'a>(first: &[(&'a str, &'a str)], second: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [first, second].concat()
}

#[tokio::test]
async fn a_complaint_is_answered_in_time_and_the_person_reads_findings_reasons_and_their_rights() {
    let (house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("We are looking into your complaint.") && !page.contains("We are late"), "{page}");
    officer.decides(&receipt, &senior, &UPHELD).await;
    let (_, page) = anyone.track(&receipt).await;
    for said in ["You were right.", "nine weeks.", "It lay in a tray", "We are sorry.", "Ask for a review"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("The file of the program"), "the evidence is the office's: {page}");
    officer.does(&receipt, "close", &[]).await;
    let (status, page) = anyone.act(&receipt, "rate", &[("rating", "4")]).await;
    assert!(status == StatusCode::OK && page.contains("We have your rating"), "{page}");
    assert!(officer.case(&receipt).await.contains("The person rates the handling"), "the officer sees it");
    assert_eq!(
        chain(&house, &plain(&receipt)).await,
        [
            "client/client submit received (sent)",
            "officer/officer acknowledge received> acknowledged",
            "officer/officer classify acknowledged> triaged",
            "officer/officer coi_attest",
            "officer/officer assign triaged> in-review",
            "officer/officer finding_draft in-review> finding-draft",
            "senior/senior approve finding-draft> decided",
            "officer/officer decision_sent decided> decision-sent",
            "officer/officer close decision-sent> closed",
            "client/client handling_rated",
        ]
    );
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
}

#[tokio::test]
async fn a_complaint_that_is_late_says_so_to_the_person_and_stands_first_on_the_desk() {
    let (house, anyone, officer, _) = house().await;
    let late = anyone.leave(&complaint("Nobody has called me.")).await;
    let other = anyone.leave(&complaint("The counter was closed.")).await;
    for receipt in [&late, &other] {
        anyone.recorded(receipt).await;
    }
    let db = Db::open(&house.data()).await.expect("the record");
    let sql = "UPDATE cases SET due = '2026-01-05', acknowledge_by = '2026-01-05' WHERE reference = $1";
    db.execute(sql, vec![plain(&late).into()]).await.expect("it came long ago");
    db.close().await;
    let (_, page) = anyone.track(&late).await;
    assert!(page.contains("working days late") && page.contains("We are late, and we are sorry."), "{page}");
    let desk = officer.page("/desk/open").await;
    let place = |receipt: &Receipt| desk.find(&receipt.reference).expect("it is on the desk");
    assert!(place(&late) < place(&other) && desk.contains("class=\"late\""), "{desk}");
}

#[tokio::test]
async fn who_wrote_a_finding_does_not_approve_it_and_gets_it_back_where_the_other_does_not_agree() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&receipt, "draft", &UPHELD).await;
    let page = officer.may_not(&receipt, "approve", &[]).await;
    assert!(page.contains("Somebody other than the author has to do this"), "{page}");
    senior.does(&receipt, "give-back", &[("why", "Say in which tray.")]).await;
    let page = senior.case(&receipt).await;
    assert!(page.contains("Another officer has this case"));
    assert!(officer.page("/desk").await.contains("Given back"), "the author sees it in their queue");
    let (_, theirs) = anyone.track(&receipt).await;
    assert!(!theirs.contains("Say in which tray."), "it is not the person's to read: {theirs}");
    let page = officer.case(&receipt).await;
    assert!(page.contains("gave this draft back") && page.contains("Say in which tray."), "{page}");
    assert!(page.contains(">It lay in a tray for nine weeks.</textarea>"), "what was written is there again: {page}");
    let page = senior.may_not(&receipt, "draft", &UPHELD).await;
    assert!(page.contains("Another officer has this case") && page.contains("It lay in a tray"), "given back: {page}");
    officer.decides(&receipt, &senior, &UPHELD).await;
}

#[tokio::test]
async fn a_finding_that_lacks_something_comes_back_in_its_form_with_all_that_was_filled_in() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let old = officer.case(&receipt).await;
    let without = |left_out: &'static str| UPHELD.into_iter().filter(move |(name, _)| *name != left_out).chain(REMEDY);
    let page = officer.may_not(&receipt, "draft", &without("cause0").collect::<Vec<_>>()).await;
    let kept = [
        "Choose a cause.",
        "What you wrote is kept below.",
        "<option value=\"upheld\" selected>",
        ">It lay in a tray for nine weeks.</textarea>",
        "<option value=\"apology\" selected>",
        "value=\"2031-01-15\"",
        "name=\"put_right\" value=\"yes\" checked",
        ">We are sorry.</textarea>",
    ];
    for one in kept {
        assert!(page.contains(one), "{one}: {page}");
    }
    // Who was too late looks at what was done meanwhile, and sends the same page.
    senior.does(&receipt, "message", &[("words", "We called the program.")]).await;
    let late = officer.send_from(&receipt, &old, "draft", &UPHELD).await;
    assert_eq!(late.status(), StatusCode::CONFLICT);
    let page = late.text().await.expect("a page");
    assert!(
        page.contains("A message was sent") && page.contains(">It lay in a tray for nine weeks.</textarea>"),
        "{page}"
    );
    let again = officer.send_from(&receipt, &page, "draft", &UPHELD).await;
    assert_eq!(again.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_a_person_wrote_stands_in_its_form_again_where_something_changed_meanwhile() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.decides(&receipt, &senior, &UPHELD).await;
    let before = [("version", "1"), ("words", "You did not ask the counter.")];
    let (status, page) = anyone.says(&receipt, "review", &before).await;
    assert!(status == StatusCode::CONFLICT && page.contains("<details open><summary>You do not agree?"), "{page}");
    assert!(page.contains("required>You did not ask the counter.</textarea>"), "{page}");
    officer.does(&receipt, "close", &[]).await;
    let (status, page) = anyone.says(&receipt, "message", &before).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        page.contains("readonly") && page.contains(">You did not ask the counter.</textarea>"),
        "to be copied: {page}"
    );
}

#[tokio::test]
async fn each_point_of_a_complaint_gets_a_finding_of_its_own() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = anyone.leave(&complaint("Nine weeks, and rude on the phone.")).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    let first = [("subject0", "delay"), ("what0", "It took nine weeks."), ("severity", "standard")];
    let second = [("subject1", "conduct"), ("what1", "Someone was rude on the phone."), ("wanted", "An apology.")];
    officer.does(&receipt, "assess", &both(&first, &second)).await;
    officer.does(&receipt, "assign", &[("attested", "yes")]).await;
    let page = officer.may_not(&receipt, "draft", &UPHELD).await;
    assert!(
        page.contains("Something is missing") && page.contains("It lay in a tray"),
        "one finding is missing: {page}"
    );
    let other = [("outcome1", "inconclusive"), ("evidence1", "The call list."), ("reasons1", "No call was recorded.")];
    officer.does(&receipt, "draft", &both(&UPHELD, &other)).await;
    assert!(officer.case(&receipt).await.contains("Next: another officer approves"), "the author waits");
    senior.does(&receipt, "approve", &[]).await;
    officer.does(&receipt, "send", &[]).await;
    assert!(officer.case(&receipt).await.contains("Partly upheld"), "what they make of the whole case");
    let (_, page) = anyone.track(&receipt).await;
    for said in ["You were right.", "Someone was rude on the phone.", "We could not find out.", "No call was recorded."]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[tokio::test]
async fn a_case_with_a_remedy_closes_when_the_office_has_seen_it_done() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.decides(&receipt, &senior, &both(&UPHELD, &REMEDY)).await;
    officer.does(&receipt, "close", &[]).await;
    assert!(officer.case(&receipt).await.contains("Remedy open"), "what is promised keeps it open");
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("A letter of apology.") && page.contains("still to be done"), "{page}");
    let page = officer.may_not(&receipt, "verify", &[("remedy", "0"), ("evidence", " ")]).await;
    assert!(page.contains("Something is missing"), "{page}");
    officer.does(&receipt, "verify", &[("remedy", "0"), ("evidence", "A copy of the letter.")]).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("Done. We have checked it.") && page.contains("nothing is left to do"), "{page}");
}

#[tokio::test]
async fn an_answer_is_put_off_by_a_senior_officer_with_a_reason_that_the_person_reads() {
    let (house, anyone, officer, senior) = house().await;
    house.hire(DIRECTOR);
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let db = Db::open(&house.data()).await.expect("the record");
    let sql = "SELECT answer_by FROM cases WHERE reference = $1";
    let rows = db.read(sql, vec![plain(&receipt).into()]).await.expect("a case");
    let due: jiff::civil::Date = rows[0].text(0).expect("a day").parse().expect("a day");
    db.close().await;
    let later = |days: i64| due.saturating_add(jiff::Span::new().days(days)).to_string();
    let (near, far) = (later(7), later(40));
    let why = [("reason", "information"), ("words", "We wait for the file of the program.")];
    let refused = officer.send(&receipt, "extend", &both(&[("to", &near)], &why)).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN, "an officer asks a senior officer");
    assert!(senior.may_not(&receipt, "extend", &both(&[("to", &far)], &why)).await.contains("at most 10 working days"));
    senior.does(&receipt, "extend", &both(&[("to", &near)], &why)).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("We wait for the file of the program."), "{page}");
    let later = later(14);
    let again = senior.send(&receipt, "extend", &both(&[("to", &later)], &why)).await;
    assert_eq!(again.status(), StatusCode::FORBIDDEN, "the second time it is the director's");
    house.sign_in(DIRECTOR).await.does(&receipt, "extend", &both(&[("to", &later)], &why)).await;
}

#[tokio::test]
async fn a_person_takes_a_complaint_back_and_nothing_more_is_done_about_it() {
    let (_house, anyone, officer, _) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let before = officer.case(&receipt).await;
    let (status, page) = anyone.act(&receipt, "withdraw", &[]).await;
    assert!(status == StatusCode::CONFLICT && page.contains("Tick the box first"), "{page}");
    let (status, page) = anyone.act(&receipt, "withdraw", &[("sure", "yes")]).await;
    assert!(status == StatusCode::OK && page.contains("You took this back."), "{page}");
    let late = officer.send_from(&receipt, &before, "draft", &UPHELD).await;
    assert_eq!(late.status(), StatusCode::CONFLICT);
    assert!(late.text().await.expect("a page").contains("It lay in a tray"), "their text is given back");
    let gone = officer.case(&receipt).await;
    assert!(gone.contains("Closed") && !gone.contains("value=\"draft\""), "{gone}");
}

#[tokio::test]
async fn a_complaint_that_was_sent_twice_is_merged_and_the_person_is_told_where_the_answer_comes() {
    let (house, anyone, officer, _) = house().await;
    let kept = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let twin = anyone.leave(&complaint("My passport took nine weeks, as I said.")).await;
    anyone.recorded(&twin).await;
    let over = anyone.leave(&complaint("The counter was closed.")).await;
    anyone.recorded(&over).await;
    anyone.act(&over, "withdraw", &[("sure", "yes")]).await;
    for nowhere in ["nonsense", &twin.reference, &over.reference] {
        let page = officer.may_not(&twin, "merge", &[("to", nowhere)]).await;
        assert!(page.contains("There is no open case of this reference"), "{nowhere}: {page}");
    }
    officer.does(&twin, "merge", &[("to", &kept.reference)]).await;
    let (_, page) = anyone.track(&twin).await;
    assert!(page.contains("We answer this together with another message"), "{page}");
    let told = chain(&house, &plain(&twin)).await;
    assert_eq!(told.last().expect("an entry"), &format!("officer/officer merge {} received> closed", plain(&kept)));
    let told = chain(&house, &plain(&kept)).await;
    assert_eq!(told.last().expect("an entry"), &format!("officer/officer merge {}", plain(&twin)));
}

#[tokio::test]
async fn a_program_that_declines_to_settle_a_complaint_gives_it_back_to_the_office() {
    let (_house, anyone, officer, _) = house().await;
    let receipt = anyone.leave(&complaint("My passport took nine weeks.")).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    officer.assesses(&receipt).await;
    let to = [("to", "The manager of the passport office"), ("words", "We asked the manager to call you.")];
    assert!(officer.may_not(&receipt, "refer", &to).await.contains("Something is missing"), "the person must agree");
    officer.does(&receipt, "refer", &both(&to, &[("agreed", "yes")])).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("We asked the service to settle this with you.") && page.contains("to call you"), "{page}");
    officer.does(&receipt, "take-back", &[]).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("We are looking into your complaint."), "{page}");
}

#[tokio::test]
async fn nothing_that_is_written_into_a_complaint_is_code_on_any_page() {
    const SCRIPT: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let (_house, anyone, officer, senior) = house().await;
    let receipt = anyone.leave(&complaint("My passport took nine weeks.")).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    let point = [("subject0", "delay"), ("what0", SCRIPT), ("severity", "standard"), ("wanted", SCRIPT)];
    officer.does(&receipt, "assess", &point).await;
    officer.does(&receipt, "assign", &[("attested", "yes")]).await;
    officer.does(&receipt, "ask", &[("words", SCRIPT)]).await;
    let is_harmless = |page: &str| !page.contains("<script>alert") && !page.contains("<img");
    let (_, page) = anyone.act(&receipt, "message", &[("words", SCRIPT)]).await;
    assert!(is_harmless(&page), "{page}");
    let found =
        [("outcome0", "upheld"), ("evidence0", SCRIPT), ("reasons0", SCRIPT), ("cause0", "system"), ("words", SCRIPT)];
    let promised = [("kind0", "apology"), ("promise0", SCRIPT), ("owner0", SCRIPT), ("due0", "2031-01-15")];
    let refused = officer.may_not(&receipt, "draft", &both(&found[1..], &promised)).await;
    assert!(refused.contains("alert(1)") && is_harmless(&refused), "given back as text: {refused}");
    officer.decides(&receipt, &senior, &both(&found, &promised)).await;
    officer.does(&receipt, "close", &[]).await;
    officer.does(&receipt, "verify", &[("remedy", "0"), ("evidence", SCRIPT)]).await;
    let (case, (_, page)) = (officer.case(&receipt).await, anyone.track(&receipt).await);
    for page in [case, page] {
        assert!(page.contains("alert(1)") && is_harmless(&page), "{page}");
    }
}

#[tokio::test]
async fn a_decision_that_was_sent_is_taken_back_by_nobody() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let said = [("words", "They called.")];
    assert!(officer.may_not(&receipt, "withdraw", &[]).await.contains("Something is missing"));
    officer.decides(&receipt, &senior, &UPHELD).await;
    let other = anyone.leave(&complaint("The counter was closed.")).await;
    anyone.recorded(&other).await;
    anyone.act(&receipt, "review", &[("words", "It was ten weeks.")]).await;
    for (step, fields) in [("withdraw", said), ("merge", [("to", other.reference.as_str())])] {
        assert_eq!(officer.send(&receipt, step, &fields).await.status(), StatusCode::CONFLICT, "{step}");
    }
    let (status, page) = anyone.act(&receipt, "withdraw", &[("sure", "yes")]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("You were right.") && page.contains("looks at our decision again"), "{page}");
}

#[tokio::test]
async fn a_case_whose_officer_is_away_goes_on_in_other_hands_from_wherever_it_is() {
    let (_house, anyone, officer, senior) = house().await;
    let waiting = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    officer.does(&waiting, "ask", &[("words", "Which office was it?")]).await;
    senior.may_not(&waiting, "remind", &[]).await;
    senior.does(&waiting, "assign", &[("attested", "yes")]).await;
    senior.does(&waiting, "replied", &[("words", "By phone on Monday: the one on Main Street.")]).await;
    let (_, page) = anyone.track(&waiting).await;
    assert!(page.contains("the one on Main Street.") && page.contains("We are looking into your complaint."), "{page}");

    let decided = officer.takes_on(&anyone, &complaint("The counter was closed.")).await;
    officer.does(&decided, "draft", &UPHELD).await;
    senior.does(&decided, "approve", &[]).await;
    assert!(senior.may_not(&decided, "send", &[]).await.contains("Another officer has this case"));
    senior.does(&decided, "assign", &[("attested", "yes")]).await;
    senior.does(&decided, "send", &[]).await;
    assert!(anyone.track(&decided).await.1.contains("You were right."));
    officer.does(&decided, "ask-review", &[("words", "By letter: it was ten weeks.")]).await;
    assert!(anyone.track(&decided).await.1.contains("looks at our decision again"));
}

#[tokio::test]
async fn whom_a_draft_goes_against_reads_it_and_comments_before_it_is_approved() {
    let (_house, anyone, officer, senior) = house().await;
    let receipt = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let against = [
        ("outcome0", "not-upheld"),
        ("evidence0", "The file."),
        ("reasons0", "The form came back unsigned."),
        ("words", "We see why you were upset."),
    ];
    officer.does(&receipt, "draft", &against).await;
    let (_, page) = anyone.track(&receipt).await;
    assert!(page.contains("The form came back unsigned.") && page.contains("What we think so far"), "{page}");
    assert!(senior.may_not(&receipt, "approve", &[]).await.contains("too early"), "there is time to comment");
    let page = officer.may_not(&receipt, "comment", &[("words", "They will not.")]).await;
    assert!(page.contains("Somebody other than the author"), "{page}");
    assert!(senior.may_not(&receipt, "comment", &[]).await.contains("Something is missing"));
    let (status, page) = anyone.act(&receipt, "message", &[("words", "I signed it twice.")]).await;
    assert!(status == StatusCode::OK && page.contains("writing the decision"), "{page}");
    senior.does(&receipt, "approve", &[]).await;
}

#[tokio::test]
async fn a_complaint_in_the_wrong_box_is_looked_into_as_one() {
    let (_house, anyone, officer, _) = house().await;
    let mut card = tests::card();
    card["comment"] = serde_json::json!("I want to make a complaint about the clerk.");
    let receipt = anyone.leave(&card).await;
    anyone.recorded(&receipt).await;
    officer.does(&receipt, "acknowledge", &[]).await;
    let answer = officer.send(&receipt, "answer", &[("answer", "Thank you.")]).await;
    assert_eq!(answer.status(), StatusCode::CONFLICT, "a plain answer does not end it");
    officer.assesses(&receipt).await;
}
