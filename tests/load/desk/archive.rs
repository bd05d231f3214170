//! What an office has after years. Some cards are left and some cases worked by hand, as people do it; then each stands in
//! the record many times over, every copy under a reference, a time, words and an officer of its own, with all that belongs
//! to a case: its parts, its messages, its log. The index of search is written as ever.

use std::ops::Range;
use std::sync::Arc;

use feedback::Reference;
use ombudsman_server::db::{Db, Sql};
use serde_json::{Value, json};
use tests::{House, Member, OFFICER, Public, Receipt, UPHELD, Writer, complaint, question};

/// So many rounds of work make what is copied.
const WORKED: usize = 20;
/// Cases that are copied at once, and other cards with each of them.
const AT_ONCE: usize = 1_000;
const OTHER_CARDS: u32 = 9;
/// Of so many cases one is open.
const ONE_IS_OPEN: u64 = 10;
/// Of so many copies one is remembered, to be asked for later.
const ONE_IS_ASKED_FOR: u32 = 50;
/// Milliseconds between two cases: a million came in over ten years.
const APART: i64 = 315_000;
/// The first of September 2016.
const FIRST_CAME: i64 = 1_472_688_000_000;

/// A statement about the copies in `$1`, which each engine takes apart in words of its own.
macro_rules! of_copies {
    ($before:literal, $after:literal) => {
        Sql {
            sqlite: concat!($before, " FROM json_each($1) j ", $after),
            postgres: concat!($before, " FROM json_array_elements(CAST($1 AS JSON)) AS j (value) ", $after),
        }
    };
}

const CARDS: Sql = of_copies!(
    "INSERT INTO cards (id, reference, digest, service, intent, language, channel, pattern, achieved, comment, \
    comment_language, page, received_at, recorded_at, put_right, consents, notice, source, labels, instrument, is_ended) \
    SELECT j.value ->> 'id', j.value ->> 'reference', c.digest, c.service, c.intent, c.language, c.channel, c.pattern, \
    c.achieved, CASE WHEN c.comment IS NULL THEN NULL ELSE j.value ->> 'words' END, c.comment_language, c.page, \
    CAST(j.value ->> 'at' AS BIGINT), CAST(j.value ->> 'at' AS BIGINT), c.put_right, c.consents, c.notice, c.source, \
    c.labels, c.instrument, c.is_ended",
    "CROSS JOIN cards c WHERE c.reference = j.value ->> 'of'"
);
/// What belongs to a case comes after it, and is written into the index of search with it in the end.
const OF_CASES: [Sql; 5] = [
    of_copies!(
        "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, closed_on, version, \
        desk, labels, desk_reason, facts, due, holder) SELECT j.value ->> 'reference', c.service, c.intent, c.stage, \
        c.deemed_on, c.acknowledge_by, c.answer_by, c.closed_on, c.version, c.desk, c.labels, c.desk_reason, \
        replace(c.facts, '\"officer\":\"officer\"', '\"officer\":\"' || (j.value ->> 'officer') || '\"'), c.due, \
        CASE c.holder WHEN 'officer' THEN j.value ->> 'officer' ELSE c.holder END",
        "CROSS JOIN cases c WHERE c.reference = j.value ->> 'of'"
    ),
    of_copies!(
        "INSERT INTO parts (reference, staff, part, since, attested) SELECT j.value ->> 'reference', \
        CASE p.staff WHEN 'officer' THEN j.value ->> 'officer' ELSE p.staff END, p.part, p.since, p.attested",
        "CROSS JOIN parts p WHERE p.reference = j.value ->> 'of'"
    ),
    of_copies!(
        "INSERT INTO messages (reference, number, officer, said_at, body) SELECT j.value ->> 'reference', m.number, \
        m.officer, m.said_at, m.body",
        "CROSS JOIN messages m WHERE m.reference = j.value ->> 'of'"
    ),
    of_copies!(
        "INSERT INTO audit_entries (chain, seq, at, actor, role, action, about, from_stage, to_stage, reason, payload, \
        previous, hash) SELECT j.value ->> 'reference', e.seq, CAST(j.value ->> 'at' AS BIGINT), e.actor, e.role, e.action, \
        e.about, e.from_stage, e.to_stage, e.reason, e.payload, e.previous, e.hash",
        "CROSS JOIN audit_entries e WHERE e.chain = j.value ->> 'of'"
    ),
    of_copies!("DELETE FROM case_texts_owed WHERE reference IN (SELECT j.value ->> 'reference'", ")"),
];

/// Some of the cases of a filled record: the reference, and a word that no other case has.
#[derive(Clone)]
pub struct Archive(Arc<Vec<(String, String)>>);

/// What is copied: references of cases that are open and closed, and of cards that made no case.
struct Originals {
    open: Vec<String>,
    closed: Vec<String>,
    others: Vec<String>,
}

impl Archive {
    /// Fills the record of an office that runs with the cases of these numbers, in the hands of these officers; and leaves the
    /// office stopped.
    pub async fn fill(house: &mut House, officers: &[Member], cases: Range<u32>) -> Self {
        let originals = Originals::work(house, officers).await;
        house.stop().await;
        let record = house.db().await;
        // Those that are filled in later are others than those of before.
        let (mut chance, mut remembered) = (Writer::new(1 + u64::from(cases.start)), Vec::new());
        let mut numbers = cases.zip(officers.iter().cycle()).peekable();
        while numbers.peek().is_some() {
            let (mut copies, mut others) = (Vec::new(), Vec::new());
            for (number, officer) in numbers.by_ref().take(AT_ONCE) {
                let of = if chance.below(ONE_IS_OPEN) > 0 { &originals.closed } else { &originals.open };
                let case = copy(number, 0, of, officer, &mut chance);
                if number % ONE_IS_ASKED_FOR == 0 {
                    let reference = case["reference"].as_str().unwrap_or_default().to_owned();
                    remembered.push((reference, word_of(number)));
                }
                copies.push(case);
                others
                    .extend((1..=OTHER_CARDS).map(|card| copy(number, card, &originals.others, officer, &mut chance)));
            }
            write(&record, &copies, &OF_CASES).await;
            write(&record, &others, &[]).await;
        }
        record.close().await;
        Self(Arc::new(remembered))
    }

    /// The reference of some case.
    pub fn any_case(&self, chance: &mut Writer) -> &str {
        &self.any(chance).0
    }

    /// A word of which there is one case.
    pub fn only_word(&self, chance: &mut Writer) -> &str {
        &self.any(chance).1
    }

    fn any(&self, chance: &mut Writer) -> &(String, String) {
        one_of(&self.0, chance)
    }
}

impl Originals {
    /// Has officers work cases, some to the end, and cards left that say praise or nothing.
    async fn work(house: &House, officers: &[Member]) -> Self {
        let (anyone, officer, other) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(officers[0]).await);
        let (mut open, mut closed, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for number in 0..WORKED {
            let words = format!("Nobody told me how long it takes, number {number}.");
            let receipt = officer.takes_on(&anyone, &complaint(&words)).await;
            officer.does(&receipt, "message", &[("words", "We asked the program for its file.")]).await;
            if number % 2 == 0 {
                officer.decides(&receipt, &other, &UPHELD).await;
                officer.does(&receipt, "close", &[]).await;
                closed.push(receipt.reference);
            } else {
                open.push(receipt.reference);
            }
            let asked = left(&anyone, &question(&words)).await;
            officer.does(&asked, "acknowledge", &[]).await;
            open.push(asked.reference);
            open.push(left(&anyone, &complaint(&words)).await.reference);
        }
        let mut writer = Writer::new(2);
        while others.len() < WORKED {
            let card: Value = serde_json::from_str(&writer.card().1).expect("JSON");
            if matches!(card["intent"].as_str(), Some("suggestion" | "compliment")) {
                others.push(left(&anyone, &card).await.reference);
            }
        }
        let [open, closed, others] = [open, closed, others].map(|list| list.iter().map(|one| plain(one)).collect());
        Self { open, closed, others }
    }
}

async fn left(anyone: &Public, card: &Value) -> Receipt {
    let receipt = anyone.leave(card).await;
    anyone.recorded(&receipt).await;
    receipt
}

/// A reference as the record has it.
fn plain(reference: &str) -> String {
    reference.replace('-', "")
}

/// One of the cards that came with a case of this number.
fn copy(number: u32, card: u32, of: &[String], officer: &Member, chance: &mut Writer) -> Value {
    let words = format!("{} {}", chance.comment(), if card == 0 { word_of(number) } else { String::new() });
    json!({
        "of": one_of(of, chance),
        "reference": Reference::from_bits(chance.below(u64::MAX)).as_str(),
        "id": format!("{number:08x}-{card:04x}-7000-8000-{:012x}", chance.below(1 << 48)),
        "at": FIRST_CAME + i64::from(number) * APART + i64::from(card),
        "words": words,
        "officer": officer.name,
    })
}

/// The word that only the case of this number has.
fn word_of(number: u32) -> String {
    format!("Q{number:07}")
}

fn one_of<'a, T>(list: &'a [T], chance: &mut Writer) -> &'a T {
    &list[usize::try_from(chance.below(list.len() as u64)).unwrap_or(0)]
}

async fn write(record: &Db, copies: &[Value], more: &[Sql]) {
    let copies = Value::from(copies).to_string();
    let mut write = record.begin().await.expect("the record can be written");
    for sql in [CARDS].iter().chain(more) {
        write.execute(*sql, vec![copies.as_str().into()]).await.expect("copies of what there is");
    }
    write.commit().await.expect("the copies are kept");
}
