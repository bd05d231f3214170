//! The record as an auditor reads it: the rows themselves, held against a ledger of what was promised.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Duration;

use ombudsman_server::config::Config;
use ombudsman_server::db::{Db, Engine, Row, Tx};
use tokio::time::timeout;

use crate::counts::miscounted;
use crate::ledger::{Ledger, Promise, Said};
use crate::until::{until, within};

/// What of each card is held against what was said.
const CARDS: &str = "SELECT id, reference, intent, language, COALESCE(pattern, ''), COALESCE(comment, ''), \
    COALESCE(mark, '') FROM cards";
/// How long the worker may need for what waits when the load has ended.
const TAKEN_UP_WITHIN: Duration = Duration::from_mins(2);

/// The record of a house, opened beside the office.
pub struct Record(Db);

/// A ledger held against the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Cards that somebody has a receipt for.
    pub acknowledged: usize,
    /// Of these, the ones in the record under the reference of the receipt.
    pub recorded: usize,
    /// Of these, the ones that are not.
    pub lost: usize,
    /// Cards in the record that nobody has a receipt for.
    pub strangers: usize,
    /// Of those recorded, the ones that do not say what was said, or are taken for another's second copy and are not.
    pub changed: usize,
    /// Cases, addresses and sealed words that acknowledged cards are owed and the record does not have.
    pub unkept: usize,
    /// By how much the figures are wrong: each count too high or too low, added up.
    pub miscounted: u64,
}

impl fmt::Display for Balance {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { acknowledged, recorded, lost, changed, unkept, miscounted, strangers } = self;
        write!(out, "ledger: acknowledged {acknowledged} recorded {recorded} lost {lost} changed {changed} ")?;
        write!(out, "unkept {unkept} miscounted {miscounted}")?;
        if *strangers > 0 { write!(out, " without a receipt {strangers}") } else { Ok(()) }
    }
}

impl Record {
    /// Opens the record of this data folder.
    pub async fn open(data: &Path) -> Self {
        Self(Self::database(data).await)
    }

    /// The database of the record of the house with this data folder, wherever its settings say that it is.
    pub(crate) async fn database(data: &Path) -> Db {
        let settings = fs::read_to_string(data.with_file_name("office.toml")).expect("the settings file");
        let config = Config::from_parts(&settings, std::iter::empty()).expect("settings");
        config.record_home().open().await.expect("the record opens")
    }

    /// Waits until there are as many cards as the ledger has, or no more come; then holds one against the other.
    pub async fn balance(&self, ledger: &Ledger) -> Balance {
        let goal = i64::try_from(ledger.acknowledged.len()).expect("a number of cards");
        within(TAKEN_UP_WITHIN, "every acknowledged card is in the record", async || {
            (self.number("SELECT COUNT(*) FROM cards").await >= goal).then_some(())
        })
        .await;
        self.now(ledger).await
    }

    /// Holds the ledger against the record as it is.
    pub async fn now(&self, ledger: &Ledger) -> Balance {
        let rows = self.0.read(CARDS, Vec::new()).await.expect("the cards");
        let cards: HashMap<String, Kept> = rows.iter().map(kept).collect();
        let is_there = |(id, promise): &(&String, &Promise)| {
            cards.get(*id).is_some_and(|kept| kept.reference == promise.reference)
        };
        let recorded = ledger.acknowledged.iter().filter(is_there).count();
        let changed = changed(&cards, ledger.acknowledged.iter().filter(is_there));
        let strangers = cards.keys().filter(|id| !ledger.acknowledged.contains_key(*id)).count();
        let (unkept, miscounted) = (self.unkept(ledger).await, miscounted(&self.0).await);
        let acknowledged = ledger.acknowledged.len();
        Balance { acknowledged, recorded, lost: acknowledged - recorded, strangers, changed, unkept, miscounted }
    }

    async fn unkept(&self, ledger: &Ledger) -> usize {
        let promises = || ledger.acknowledged.values();
        let mut missing =
            self.missing("SELECT reference FROM cases", promises().filter(|promise| promise.owed.case)).await;
        for sealed in ["SELECT reference FROM vault", "SELECT reference FROM originals"] {
            missing += self.missing(sealed, promises().filter(|promise| promise.owed.sealed)).await;
        }
        missing
    }

    /// How many of these have no row here.
    async fn missing(&self, rows: &'static str, owed: impl Iterator<Item = &Promise>) -> usize {
        let rows = self.0.read(rows, Vec::new()).await.expect("the rows");
        let there: HashSet<String> = rows.iter().map(|row| row.text(0).expect("a reference")).collect();
        owed.filter(|promise| !there.contains(&promise.reference)).count()
    }

    /// Every promise of the ledger was kept once; says so.
    pub async fn holds(&self, ledger: &Ledger) {
        let balance = self.balance(ledger).await;
        println!("{balance}");
        let clean = Balance {
            recorded: balance.acknowledged,
            lost: 0,
            strangers: 0,
            changed: 0,
            unkept: 0,
            miscounted: 0,
            ..balance
        };
        assert_eq!(balance, clean, "{balance}; answers that were no receipt, by status: {:?}", ledger.refused);
    }

    /// How many cards the record has.
    pub async fn cards(&self) -> i64 {
        self.number("SELECT COUNT(*) FROM cards").await
    }

    /// Waits until every case that is recorded can be searched for: they are written into the index a moment after.
    pub async fn can_be_searched(&self) {
        let owed = "SELECT COUNT(*) FROM case_texts_owed";
        until("every case can be searched for", async || (self.number(owed).await == 0).then_some(())).await;
    }

    /// How many people rated the passport as a whole. No page tells it before an edition does.
    pub async fn passport_answers(&self) -> u64 {
        let counted = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM pattern_counts \
                       WHERE service = 'passport' AND pattern NOT LIKE '0%'";
        u64::try_from(self.number(counted).await).expect("a number of people")
    }

    /// Has the record refuse every card whose comment has this word in it, as a rule of the database would.
    pub async fn refuse_cards_that_say(&self, word: &str) {
        assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "a plain word");
        if self.0.engine() == Engine::Postgres {
            let function = "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS \
                $$ BEGIN RAISE EXCEPTION 'refused'; END $$";
            self.run(function).await;
        }
        let does = self.0.engine().of("BEGIN SELECT RAISE(ABORT, 'refused'); END", "EXECUTE FUNCTION refuse()");
        let rule = format!(
            "CREATE TRIGGER refusal BEFORE INSERT ON cards FOR EACH ROW WHEN (NEW.comment LIKE '%{word}%') {does}"
        );
        self.run(rule.leak()).await;
    }

    /// Ends that.
    pub async fn accept_all_cards(&self) {
        self.run(self.0.engine().of("DROP TRIGGER refusal", "DROP TRIGGER refusal ON cards")).await;
    }

    /// Gives one card the words of another.
    pub async fn put_words_in_a_mouth(&self) {
        self.run(
            "UPDATE cards SET comment = (SELECT MAX(comment) FROM cards) \
             WHERE id = (SELECT MIN(id) FROM cards WHERE comment IS NOT NULL AND comment < (SELECT MAX(comment) FROM cards))",
        )
        .await;
    }

    /// Takes a card that nobody else sent for one that was sent twice.
    pub async fn take_for_another_copy(&self) {
        self.run(
            "UPDATE cards SET mark = 'duplicate' WHERE id = (SELECT MIN(id) FROM cards WHERE mark IS NULL AND comment IN \
             (SELECT comment FROM cards GROUP BY comment HAVING COUNT(*) = 1) AND \
             id > (SELECT MIN(id) FROM cards WHERE comment IS NOT NULL) AND comment < (SELECT MAX(comment) FROM cards))",
        )
        .await;
    }

    /// Has the figures count one card twice and another not at all.
    pub async fn count_one_card_for_another(&self) {
        for (by, end) in [("+ 1", "LIMIT 1"), ("- 1", "LIMIT 1 OFFSET 1")] {
            let sql = format!(
                "UPDATE pattern_counts SET n = n {by} WHERE (service, day, channel, language, instrument, pattern) = \
                 (SELECT service, day, channel, language, instrument, pattern FROM pattern_counts \
                 ORDER BY service, day, channel, language, instrument, pattern {end})"
            );
            self.run(sql.leak()).await;
        }
    }

    /// Has the record lose a case, an address, and what somebody wrote before it was masked.
    pub async fn lose_a_case_an_address_and_an_original(&self) {
        self.run("DELETE FROM vault WHERE reference = (SELECT MIN(reference) FROM vault)").await;
        self.run("DELETE FROM cases WHERE reference = (SELECT MIN(reference) FROM cases WHERE intent = 'question')")
            .await;
        self.run("DELETE FROM originals WHERE reference = (SELECT MAX(reference) FROM originals)").await;
    }

    /// Adds cards that a person has let out of quarantine and that no office can read.
    pub async fn let_out_what_cannot_be_read(&self) {
        self.run(
            "WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 150) \
             INSERT INTO cards (id, reference, digest, service, intent, language, channel, received_at, recorded_at, mark) \
             SELECT 'id-' || i, 'reference-' || i, '', 'passport', 'song', 'en', 'web', 1, 1, 'restored' FROM numbers",
        )
        .await;
    }

    async fn run(&self, sql: &'static str) {
        let mut tx = self.0.begin().await.expect("a write");
        tx.execute(sql, Vec::new()).await.expect("it is done");
        tx.commit().await.expect("a commit");
    }

    /// Locks the record for writing, as another program that has it open can, until the lock is dropped.
    pub async fn lock(&self) -> Tx {
        self.0.begin().await.expect("the lock")
    }

    /// Whether somebody holds the record's lock for longer than a write takes.
    pub async fn is_locked(&self) -> bool {
        timeout(Duration::from_secs(2), self.0.begin()).await.is_err()
    }

    async fn number(&self, sql: &'static str) -> i64 {
        let rows = self.0.read(sql, Vec::new()).await.expect("a number");
        rows.first().and_then(|row| row.int(0).ok()).expect("a number")
    }
}

/// A card as the record has it.
struct Kept {
    reference: String,
    said: Said,
    mark: String,
}

/// A card's id, and the card.
fn kept(row: &Row) -> (String, Kept) {
    let [id, reference, intent, language, pattern, comment, mark] =
        std::array::from_fn(|column| row.text(column).expect("a text"));
    (id, Kept { reference, said: Said { intent, language, pattern, comment }, mark })
}

/// How many cards do not say what was said, or are taken for another's second copy although nobody said the same.
fn changed<'a>(cards: &HashMap<String, Kept>, promises: impl Iterator<Item = (&'a String, &'a Promise)>) -> usize {
    let said: Vec<(&Kept, Said)> = promises.map(|(id, promise)| (&cards[id], Said::in_card(&promise.card))).collect();
    let mut times = HashMap::<&Said, usize>::new();
    for (_, said) in &said {
        *times.entry(said).or_default() += 1;
    }
    let is_changed = |(kept, said): &&(&Kept, Said)| kept.said != *said || (!kept.mark.is_empty() && times[said] == 1);
    said.iter().filter(is_changed).count()
}
