//! Searching the record. The index is asked for the latest that fit, and no more than [`MOST_LOOKED_AT`]: a search costs the
//! same however many cases there are and whatever was typed.

use std::collections::HashMap;

use crate::casework::Case;
use crate::casework::store::{case, cases};
use crate::db::{Arg, Db, DbError, Sql};
use crate::standard::Standard;

/// So many of the latest cases that fit are looked at; one more than are told, to know whether there are more.
pub(super) const MOST_LOOKED_AT: usize = 2_001;

/// The ids of a millisecond, in migration 17.
const IN_A_MILLISECOND: i64 = 1_000_000;

/// What is looked for, in the language of each engine's index.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Matching {
    /// For `SQLite`'s FTS5.
    pub sqlite: String,
    /// For a tsquery of `PostgreSQL`.
    pub postgres: String,
}

/// A case that fits.
pub(super) struct Hit {
    /// Its reference.
    pub reference: String,
    /// Its facets, as the index knows them.
    pub facets: String,
}

/// The latest cases that fit. What came from this millisecond on, and before that one.
///
/// They are not put in an order of how well they fit: for that, each word's commonness must be known, and the index learns it by
/// reading every case that has the word.
pub(super) async fn found(db: &Db, matching: Option<&Matching>, span: (i64, i64)) -> Result<Vec<Hit>, DbError> {
    let id = |millis: i64| millis.saturating_mul(IN_A_MILLISECOND).into();
    let mut args: Vec<Arg> = vec![id(span.0), id(span.1)];
    args.extend(matching.map(|matching| Arg::from(db.engine().of(&matching.sqlite, &matching.postgres).as_str())));
    let sql = match matching {
        None => {
            "SELECT reference, facets FROM case_texts WHERE id >= $1 AND id < $2 ORDER BY id DESC LIMIT 2001".into()
        }
        Some(_) => Sql {
            sqlite: "SELECT t.reference, t.facets FROM (SELECT rowid AS id FROM case_search WHERE case_search MATCH $3 \
             AND rowid >= $1 AND rowid < $2 ORDER BY rowid DESC LIMIT 2001) f JOIN case_texts t ON t.id = f.id \
             ORDER BY f.id DESC",
            postgres: "SELECT reference, facets FROM case_texts WHERE words @@ CAST($3 AS TSQUERY) \
             AND id >= $1 AND id < $2 ORDER BY id DESC LIMIT 2001",
        },
    };
    let rows = db.read(sql, args).await?;
    rows.iter().map(|row| Ok(Hit { reference: row.text(0)?, facets: row.text(1)? })).collect()
}

/// These cases, each with what can be searched of it: what the person wrote, and what was written since. In their order.
pub(super) async fn shown(db: &Db, references: &[&str]) -> Result<Vec<(Case, [String; 2])>, DbError> {
    // References are letters and digits.
    let list = serde_json::to_string(references).unwrap_or_default();
    let sql = Sql {
        sqlite: "SELECT reference, said, office FROM case_texts WHERE reference IN (SELECT value FROM json_each($1))",
        postgres: "SELECT reference, said, office FROM case_texts \
            WHERE reference IN (SELECT json_array_elements_text(CAST($1 AS JSON)))",
    };
    let mut texts = HashMap::new();
    for row in db.read(sql, vec![list.as_str().into()]).await? {
        texts.insert(row.text(0)?, [row.text(1)?, row.text(2)?]);
    }
    let sql = Sql {
        sqlite: cases!("WHERE c.reference IN (SELECT value FROM json_each($1))"),
        postgres: cases!("WHERE c.reference IN (SELECT json_array_elements_text(CAST($1 AS JSON)))"),
    };
    let standard = Standard::default();
    let mut found = HashMap::new();
    for row in db.read(sql, vec![list.into()]).await? {
        let case = case(&row, &standard)?;
        found.insert(case.reference.clone(), case);
    }
    Ok(references.iter().filter_map(|one| Some((found.remove(*one)?, texts.remove(*one)?))).collect())
}

/// Writes out some of the cases that the index does not have yet; whether there was one.
pub(super) async fn pay(db: &Db) -> Result<bool, DbError> {
    // It is asked often, and mostly for nothing: only what there is to write takes the writer's place.
    if db.read("SELECT 1 FROM case_texts_owed LIMIT 1", Vec::new()).await?.is_empty() {
        return Ok(false);
    }
    let sql = "DELETE FROM case_texts_owed WHERE reference IN (SELECT reference FROM case_texts_owed LIMIT 50)";
    Ok(db.execute(sql, Vec::new()).await? > 0)
}

#[cfg(test)]
mod tests;
