//! Cards from elsewhere: a file of phone calls, paper and an older system goes the way of every card.

use std::time::Duration;

use tests::{ADMIN, Backend, House, OFFICER, Receipt, card};

use crate::kept;

tests::wherever_they_are_kept!(
    good_rows_are_kept_bad_ones_said_and_the_desk_has_the_complaint,
    a_file_that_is_imported_twice_doubles_nothing,
    an_import_that_is_killed_has_kept_what_it_reported_and_is_finished_by_the_next,
);

const CANARY: &str = "The parcel lay behind the boiler.";

/// With a byte order mark, as spreadsheets write it: three good rows, five bad ones, one in a closed service.
fn file() -> String {
    let complaint = format!(
        "passport,complaint,en,phone,2,1,\"{CANARY}\r\nTwice, \"\"really\"\".\",2026-01-05,a@example.ca,contact follow-up"
    );
    let rows = [
        "service,intent,language,channel,overall,drivers.timeliness,comment,received_at,reply.email,consents",
        &complaint,
        "passport,compliment,fr,paper,5,n/a,,2026-01-05T09:30:00-05:00,,",
        "passport,compliment,fr,paper,5,n/a,,2026-01-05T09:30:00-05:00,,",
        &complaint,
        &format!("nowhere,complaint,en,phone,2,,{CANARY},2026-01-05,,"),
        &format!("passport,rant,en,phone,9,,{CANARY},2026-01-05,a@example.ca,"),
        &format!("passport,complaint,en,phone,2,,{CANARY},2999-01-05,,"),
        "passport,complaint,en",
        "weather,compliment,en,phone,4,,,2026-01-05,,",
        "",
    ];
    format!("\u{feff}{}", rows.join("\r\n"))
}

fn lines(printed: &str) -> Vec<&str> {
    printed.lines().collect()
}

/// The reference of the row that a line of the report says was kept.
fn reference<'a>(printed: &'a str, line: &str) -> &'a str {
    let start = format!("{line}: kept: ");
    printed.lines().find_map(|said| said.strip_prefix(&start)).unwrap_or_else(|| panic!("{line} is kept: {printed}"))
}

async fn good_rows_are_kept_bad_ones_said_and_the_desk_has_the_complaint(backend: Backend) {
    let mut house = House::open(backend).await;
    house.sign_in(ADMIN).await.set_service("weather", "closed").await;
    let path = house.write("calls 2026.csv", &file());
    let path = path.to_str().expect("a path");

    let (dry, said) = house.command_done_in_part(&["import", "cards", path, "--dry-run"]);
    assert_eq!(dry.matches(": would be kept").count(), 4, "{dry}");
    assert!(!dry.contains(": kept") && said.starts_with("Some rows were left out (5)"), "{dry} {said}");

    let (printed, _) = house.command_done_in_part(&["import", "cards", path]);
    let said = lines(&printed);
    let expected = [
        ("line 2: kept: ", ""),
        ("line 4: kept: ", ""),
        ("line 5: kept: ", ""),
        ("line 6: left out: it is the same as line 2 in every column.", "give each row an id"),
        ("line 8: left out: service: The register has no service", ""),
        ("line 9: left out: intent: ", "overall: A rating is a whole number"),
        ("line 10: left out: received_at: This is in the future.", ""),
        ("line 11: left out: the row has 3 fields where the first line has 10", ""),
        ("line 12: look at this: weather takes no cards at present", ""),
        ("line 12: kept: ", ""),
        ("Cards kept: 4. Rows left out: 5. Source: calls 2026.csv. Mend those rows", "counts once."),
    ];
    assert_eq!(said.len(), expected.len(), "{printed}");
    for (line, (begins, holds)) in said.iter().zip(expected) {
        assert!(line.starts_with(begins) && line.contains(holds), "{line:?} is not {begins:?} … {holds:?}");
    }
    assert!(!printed.contains("boiler") && !printed.contains("example.ca"), "nothing of a card is said: {printed}");

    assert_ne!(reference(&printed, "line 4"), reference(&printed, "line 5"), "two people gave the same ratings");
    let complaint = reference(&printed, "line 2").to_owned();
    let officer = house.sign_in(OFFICER).await;
    tests::until("the complaint is on the desk", async || {
        officer.page("/desk/open").await.contains(&complaint).then_some(())
    })
    .await;
    // Only the reference leads to it here: the code is the person's.
    let case = officer.case(&Receipt { reference: complaint, access_code: String::new() }).await;
    assert!(case.contains(CANARY) && case.contains("Twice, &#34;really&#34;."), "{case}");
    assert!(house.stop().await.success());
    assert_eq!(kept::depth(&house).await.set_aside, 0);
    assert_eq!(kept::sources(&house).await, ["calls 2026.csv"; 4]);
    assert!(!house.log().contains("boiler"), "{}", house.log());
}

async fn a_file_that_is_imported_twice_doubles_nothing(backend: Backend) {
    let mut house = House::open(backend).await;
    let anyone = house.public();
    // Three people gave the same ratings, and two wrote the same under ids of their own.
    let wrote = |id: String| format!("{id},passport,compliment,en,5,It went very well.");
    let rows = (0..25).map(|n| format!(",passport,compliment,en,{},{n}", n % 5 + 1));
    let rows = rows.chain([",passport,compliment,en,4,"; 3].map(str::to_owned));
    let rows: Vec<String> = rows.chain([tests::card_id(), tests::card_id()].map(wrote)).collect();
    let text = format!("id,service,intent,language,overall,comment\n{}\n", rows.join("\n"));
    let path = house.write("older.csv", &text);
    let moved = house.write("moved.csv", &text);
    let [path, moved] = [&path, &moved].map(|path| path.to_str().expect("a path"));
    assert!(house.command(&["import", "cards", path, "--dry-run"]).contains("Cards that would be kept: 30."));
    let first = house.command(&["import", "cards", path]);
    let again = house.command(&["import", "cards", moved, "--source", "older.csv"]);
    assert!(first.contains("Cards kept: 30. Rows left out: 0.") && first == again, "the same cards: {first} {again}");
    let last = anyone.leave(&card()).await;
    anyone.recorded(&last).await;
    tests::until("thirty and the last are counted", async || (house.passport_answers().await == 31).then_some(()))
        .await;
    assert!(house.stop().await.success());
    let depth = kept::depth(&house).await;
    assert_eq!((depth.waiting, depth.set_aside), (0, 0), "what came again was recorded already");
    assert_eq!(kept::sources(&house).await.len(), 30);
}

async fn an_import_that_is_killed_has_kept_what_it_reported_and_is_finished_by_the_next(backend: Backend) {
    const ROWS: usize = 3_000;
    let mut house = House::prepare(backend, 60).await;
    let rows: Vec<String> = (0..ROWS).map(|n| format!("passport,compliment,en,{},{n}", n % 5 + 1)).collect();
    let path = house.write("older.csv", &format!("service,intent,language,overall,comment\n{}\n", rows.join("\n")));
    let arguments = ["import", "cards", path.to_str().expect("a path")];
    let mut killed = house.begin(&arguments);
    tests::until("some cards are reported as kept", async || {
        (killed.said().matches(": kept: ").count() >= 100).then_some(())
    })
    .await;
    killed.kill();
    let told = killed.said();
    let reported = told.matches(": kept: ").count();
    assert!(reported < ROWS, "it was killed in the middle");
    let kept = kept::depth(&house).await.waiting;
    assert!(kept >= reported as u64, "{reported} were reported, {kept} are kept");
    let next = house.command(&arguments);
    assert!(next.contains(&format!("Cards kept: {ROWS}. Rows left out: 0.")), "{next}");
    assert!(
        told.lines().filter(|line| line.contains(": kept: ")).all(|line| next.contains(line)),
        "the same references"
    );
    house.start_server("intake,worker,desk,results").await;
    let record = tests::Record::open(&house.data()).await;
    tests::within(Duration::from_mins(1), "every row is counted", async || {
        (record.passport_answers().await == ROWS as u64).then_some(())
    })
    .await;
    assert!(house.stop().await.success());
    let depth = kept::depth(&house).await;
    assert_eq!((depth.waiting, depth.set_aside), (0, 0));
    assert_eq!(kept::sources(&house).await.len(), ROWS);
}

#[tokio::test]
async fn a_crash_of_redis_in_the_middle_of_an_import_loses_no_row_and_does_not_end_it() {
    const ROWS: usize = 4_000;
    let mut house = House::prepare(Backend::Redis, 60).await;
    let rows: Vec<String> = (0..ROWS).map(|n| format!("passport,compliment,en,{},{n}", n % 5 + 1)).collect();
    let path = house.write("older.csv", &format!("service,intent,language,overall,comment\n{}\n", rows.join("\n")));
    let mut import = house.begin(&["import", "cards", path.to_str().expect("a path")]);
    tests::until("some cards are reported as kept", async || {
        (import.said().matches(": kept: ").count() >= 100).then_some(())
    })
    .await;
    house.redis().crash_and_return().await;
    let ended = import.ended(Duration::from_secs(40)).await;
    let told = import.said();
    assert!(ended.success() && told.contains(&format!("Cards kept: {ROWS}. Rows left out: 0.")), "{told}");
    assert!(told.matches(": kept: ").count() == ROWS && kept::depth(&house).await.waiting >= ROWS as u64);
}

#[tokio::test]
async fn the_sample_of_the_manual_is_taken() {
    let manual = include_str!("../../docs/OPERATIONS.md");
    let sample = manual.split("```").find(|block| block.trim_start().starts_with("service,intent")).expect("a sample");
    let house = House::prepare(Backend::Embedded, 60).await;
    let path = house.write("sample.csv", sample.trim_start());
    let printed = house.command(&["import", "cards", path.to_str().expect("a path"), "--dry-run"]);
    assert!(printed.contains("Cards that would be kept: 2. Rows left out: 0."), "{printed}");
}

#[tokio::test]
async fn a_dry_run_keeps_nothing() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    let path = house.write("older.csv", "service,intent,language,overall\npassport,compliment,en,4\n");
    let printed = house.command(&["import", "cards", path.to_str().expect("a path"), "--dry-run"]);
    assert_eq!(lines(&printed)[0], "line 2: would be kept");
    assert_eq!(kept::depth(&house).await.waiting, 0);
    house.start_all().await;
    assert_eq!(kept::sources(&house).await, [""; 0]);
}

#[tokio::test]
async fn a_file_with_a_column_that_no_card_has_is_refused_before_anything_is_read() {
    let house = House::prepare(Backend::Embedded, 60).await;
    for (name, text, said) in [
        ("a.csv", "service,intent,language,overall,Mood\npassport,compliment,en,4,x\n", "\"Mood\""),
        ("b.csv", "passport,compliment,en,4,x\n", "no column service, intent, language"),
        ("c.csv", "service;intent;language;overall\npassport;compliment;en;4\n", "separated by commas"),
        ("d.csv", "", "no column service, intent, language"),
    ] {
        let path = house.write(name, text);
        let (printed, refused) = house.command_done_in_part(&["import", "cards", path.to_str().expect("a path")]);
        assert_eq!(printed, "", "{name}");
        assert!(refused.contains(said) && refused.contains("Nothing was kept"), "{name}: {refused}");
        assert_eq!(refused.lines().count(), 1, "{refused}");
    }
    let refused = house.refused_command(&["import", "cards", "nowhere.csv"]);
    assert!(refused.contains("could not be opened"), "{refused}");
    assert_eq!(kept::depth(&house).await.waiting, 0);
}
