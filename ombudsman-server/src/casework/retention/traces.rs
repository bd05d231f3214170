//! Where something leads to a person, by table: from this one list it is removed, and the record is asked whether anything is
//! left. What is added to the record later stands here, or in the test's list of what stays.

/// What leads to a person in a table.
pub(super) struct Trace {
    pub table: &'static str,
    /// Removes or empties it, for a card.
    pub remove: &'static str,
    /// Counts what is left of it, for a card.
    pub left: &'static str,
}

/// Rows that are removed.
macro_rules! rows {
    ($table:literal) => {
        Trace {
            table: $table,
            remove: concat!("DELETE FROM ", $table, " WHERE reference = $1"),
            left: concat!("SELECT COUNT(*) FROM ", $table, " WHERE reference = $1"),
        }
    };
}

/// Columns that are emptied, where the row is counted.
macro_rules! columns {
    ($table:literal, $first:literal = $empty:literal $(, $column:literal = $nothing:literal)*) => {
        Trace {
            table: $table,
            remove: concat!(
                "UPDATE ", $table, " SET ", $first, " = ", $empty $(, ", ", $column, " = ", $nothing)*,
                " WHERE reference = $1"
            ),
            left: concat!(
                "SELECT COUNT(*) FROM ", $table, " WHERE reference = $1 AND (", $first, " IS DISTINCT FROM ", $empty
                $(, " OR ", $column, " IS DISTINCT FROM ", $nothing)*, ")"
            ),
        }
    };
}

/// All of it. A trigger takes the words out of what can be searched in the same write.
pub(super) const TRACES: [Trace; 12] = [
    columns!(
        "cards",
        "comment" = "NULL",
        "put_right" = "NULL",
        "comment_language" = "NULL",
        "page" = "NULL",
        "pattern" = "NULL",
        "achieved" = "NULL",
        "consents" = "''",
        "likeness" = "NULL"
    ),
    rows!("vault"),
    rows!("originals"),
    rows!("messages"),
    rows!("outbox"),
    rows!("label_words"),
    rows!("referrals"),
    columns!("releases", "reason" = "''"),
    columns!("interests_taken_back", "reason" = "''"),
    columns!("compliments_passed", "unit" = "NULL", "employee" = "NULL"),
    rows!("answered_together"),
    rows!("erasures"),
];

/// What goes with the last stage of a case: its facts, and what can be searched.
pub(super) const WITH_THE_CASE: [&str; 2] = [
    "SELECT COUNT(*) FROM cases WHERE reference = $1 AND stage <> 'anonymised'",
    "SELECT COUNT(*) FROM case_texts WHERE reference = $1 AND trim(said || office, '\n') <> ''",
];
