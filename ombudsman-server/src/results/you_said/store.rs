//! The entries that everyone can read. The office writes them (`casework/suggestions`).

use jiff::civil::Date;

use super::Published;
use crate::db::{Db, DbError, Row};

/// The entries of this service, or of all where it is empty, newest first, in one of both languages.
pub(super) async fn page(
    db: &Db,
    service: &str,
    after: Option<(i64, String)>,
    is_french: bool,
    most: usize,
) -> Result<Vec<Published>, DbError> {
    let sql = "SELECT id, service, done_on, suggestions, published_at, CASE CAST($1 AS BIGINT) WHEN 1 THEN title_fr ELSE title_en END, \
               CASE CAST($1 AS BIGINT) WHEN 1 THEN said_fr ELSE said_en END, CASE CAST($1 AS BIGINT) WHEN 1 THEN did_fr ELSE did_en END FROM you_said \
               WHERE published_at IS NOT NULL AND withdrawn_at IS NULL AND ($2 = '' OR service = $2) \
               AND (published_at, id) < ($3, $4) ORDER BY published_at DESC, id DESC LIMIT $5";
    let (at, id) = after.unwrap_or((i64::MAX, String::new()));
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let args = vec![is_french.into(), service.into(), at.into(), id.into(), most.into()];
    db.read(sql, args).await?.iter().map(published).collect()
}

fn published(row: &Row) -> Result<Published, DbError> {
    Ok(Published {
        id: row.text(0)?,
        service: row.text(1)?,
        done_on: row.parsed(2, |text| text.parse::<Date>().ok())?,
        suggestions: row.int(3)?.unsigned_abs(),
        at: row.int(4)?,
        texts: [row.text(5)?, row.text(6)?, row.text(7)?],
    })
}
