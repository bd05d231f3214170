//! An edition of the quarter before this one, for tests that look at its pages.

use ombudsman_server::db::Db;

use crate::house::House;
use crate::office::SENIOR;
use crate::until::until;

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
        let db = Db::open(&self.data()).await.expect("the record");
        until("the complaints are cases", async || {
            let sql = "SELECT COUNT(*) FROM cases WHERE stage = 'received' AND deemed_on < date('now', '-1 day')";
            let rows = db.read(sql, Vec::new()).await.expect("a count");
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
