//! An edition of the results, in a house: cards of a quarter that is over, prepared in one publisher's name and approved by
//! another; and one with complaints, that waits for a publisher.

use jiff::civil::Date;
use reqwest::StatusCode;

use crate::reading::hidden;
use crate::{Desk, House, Member, PUBLISHER, Record, SENIOR, until};

/// Approves what was prepared in the first publisher's name.
pub const SECOND_PUBLISHER: Member =
    Member { name: "second-publisher", password: "quiet-lagoon-hazel", role: "publisher" };

/// Language, channel, rating, how many cards.
pub type Cards<'a> = (&'a str, &'a str, u8, usize);

/// Of these everything is told but the four that were given in person.
const CARDS: [Cards<'static>; 4] =
    [("en", "paper", 5, 60), ("en", "phone", 4, 30), ("fr", "phone", 3, 12), ("en", "in-person", 1, 4)];

/// The quarter before this one, and a day in it.
#[must_use]
pub fn last_quarter() -> (String, Date) {
    let day = jiff::Zoned::now().date().first_of_month().saturating_sub(jiff::Span::new().months(3));
    (quarter_of(day), day)
}

/// The quarter in which a day is.
#[must_use]
pub fn quarter_of(day: Date) -> String {
    format!("{}-Q{}", day.year(), (day.month() + 2) / 3)
}

impl House {
    /// Imports cards of last quarter about a service.
    pub fn import_cards(&self, name: &str, service: &str, cards: &[Cards<'_>]) {
        let (_, day) = last_quarter();
        let mut rows = vec!["service,intent,language,channel,overall,drivers.timeliness,received_at".to_owned()];
        for (language, channel, rating, many) in cards {
            let row = format!("{service},compliment,{language},{channel},{rating},{rating},{day}");
            rows.extend(std::iter::repeat_n(row, *many));
        }
        let path = self.write(name, &rows.join("\n"));
        let said = self.command(&["import", "cards", path.to_str().expect("a path")]);
        assert!(said.contains("Rows left out: 0"), "{said}");
    }

    /// Waits until so many cards about the passport are counted.
    pub async fn counts_passports(&self, in_all: u64) {
        let record = Record::open(&self.data()).await;
        until("the cards are counted", async || (record.passport_answers().await == in_all).then_some(())).await;
    }

    /// Publishes an edition of last quarter about the passport; its name. The first publisher is hired already.
    pub async fn publish_edition(&self) -> String {
        self.hire(SECOND_PUBLISHER);
        self.import_cards("quarter.csv", "passport", &CARDS);
        self.counts_passports(106).await;
        let (quarter, _) = last_quarter();
        let said = self.command(&["edition", "prepare", &quarter, "--by", PUBLISHER.name]);
        assert!(said.contains("is prepared"), "{said}");
        let second = self.sign_in(SECOND_PUBLISHER).await;
        let page = second.page("/publish/editions").await;
        assert_eq!(second.approve(&page, "").await, StatusCode::SEE_OTHER);
        format!("{quarter}.1")
    }
}

impl Desk {
    /// Presses "approve" on a page of editions that was loaded before.
    pub async fn approve(&self, page: &str, at: &str) -> StatusCode {
        let [token, edition, sha256] = ["form_token", "edition", "sha256"].map(|name| hidden(page, name));
        let form = [("form_token", token.as_str()), ("edition", &edition), ("sha256", &sha256), ("at", at)];
        self.post("/publish/editions?lang=en").form(&form).send().await.expect("an answer").status()
    }
}

/// So many complaints come, of which so many were decided in time, and so many taken back.
const COMPLAINTS: usize = 48;
/// A complaint that was decided on the day on which it came.
const DECIDED: &str = "UPDATE cases SET stage = 'closed', closed_on = deemed_on, facts = REPLACE('{\"closed\":{\"on\":\"DAY\",\
    \"ending\":{\"decided\":{\"file\":{\"taken\":{\"officer\":\"officer\",\"clock\":{\"since\":\"DAY\",\"due\":\"DAY\",\
    \"extensions\":0,\"paused_days\":0}},\"assessment\":{\"severity\":\"standard\",\"allegations\":[{\"subject\":\"delay\",\
    \"what\":\"Late.\"}],\"wanted\":\"Haste.\"}},\"sent\":{\"decision\":{\"author\":\"officer\",\"approver\":\"senior\",\
    \"findings\":[{\"outcome\":\"upheld\",\"evidence\":\"A file.\",\"reasons\":\"It lay.\",\"cause\":\"capacity\"}],\
    \"remedies\":[],\"letter\":\"\",\"is_put_right\":true},\"on\":\"DAY\",\"reviewed\":null}}}}}', 'DAY', deemed_on) \
    WHERE reference IN (SELECT reference FROM cases WHERE stage = 'received' ORDER BY reference LIMIT 31)";
const TAKEN_BACK: &str = "UPDATE cases SET stage = 'closed', closed_on = deemed_on, facts = REPLACE('{\"closed\":\
    {\"on\":\"DAY\",\"ending\":{\"withdrawn\":{\"officer\":null}}}}', 'DAY', deemed_on) \
    WHERE reference IN (SELECT reference FROM cases WHERE stage = 'received' ORDER BY reference LIMIT 4)";

impl House {
    /// Has complaints of the quarter before this one counted in an edition that waits for a publisher.
    pub async fn prepare_an_edition(&self) {
        let day = jiff::Zoned::now().date().first_of_month().saturating_sub(jiff::Span::new().months(3));
        let row = format!("passport,complaint,en,paper,2,{day}");
        let head = "service,intent,language,channel,overall,received_at".to_owned();
        let rows: Vec<String> = std::iter::once(head).chain(std::iter::repeat_n(row, COMPLAINTS)).collect();
        let path = self.write("complaints.csv", &rows.join("\n"));
        let said = self.command(&["import", "cards", path.to_str().expect("a path")]);
        assert!(said.contains("Rows left out: 0"), "{said}");
        let db = self.db().await;
        let yesterday =
            jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().yesterday().expect("a day").to_string();
        until("the complaints are cases", async || {
            let sql = "SELECT COUNT(*) FROM cases WHERE stage = 'received' AND deemed_on < $1";
            let rows = db.read(sql, vec![yesterday.as_str().into()]).await.expect("a count");
            (rows[0].int(0).expect("a number") >= i64::try_from(COMPLAINTS).expect("few")).then_some(())
        })
        .await;
        for sql in [DECIDED, TAKEN_BACK] {
            db.execute(sql, Vec::new()).await.expect("another stage");
        }
        db.close().await;
        let quarter = format!("{}-Q{}", day.year(), (day.month() + 2) / 3);
        let said = self.command(&["edition", "prepare", &quarter, "--by", SENIOR.name]);
        assert!(said.contains("is prepared"), "{said}");
    }
}
