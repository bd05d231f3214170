//! The standards as CSV (RFC 4180): CRLF at the end of each line. Where there is no number its column is empty, and the status
//! says why. No text can be taken for a formula by a spreadsheet.

use super::figure::Figure;
use super::open::COLUMNS;
use crate::results::editions::csv_file::{plain, quoted};

/// The file.
pub(super) fn of(figures: &[Figure<'_>]) -> Vec<u8> {
    let mut lines = vec![COLUMNS.map(|column| column.name).join(",")];
    lines.extend(figures.iter().map(|figure| row(figure).map(|field| quoted(&field)).join(",")));
    lines.push(String::new());
    lines.join("\r\n").into_bytes()
}

fn row(figure: &Figure<'_>) -> [String; COLUMNS.len()] {
    let count = |count: Option<u64>| count.map_or_else(String::new, |count| count.to_string());
    // A number is written as the JSON writes it, but for the `.0` of a whole one.
    let share = |share: Option<f64>| share.map_or_else(String::new, |share| share.to_string());
    let address = |address: Option<&str>| address.map_or_else(String::new, plain);
    [
        plain(figure.organisation),
        plain(figure.service),
        figure.fiscal_year.clone(),
        plain(figure.standard),
        figure.kind.to_owned(),
        figure.channel.to_owned(),
        plain(figure.text_en),
        plain(figure.text_fr),
        figure.status.to_owned(),
        share(figure.target),
        count(figure.volume),
        count(figure.met),
        share(figure.performance),
        address(figure.results_en),
        address(figure.results_fr),
    ]
}
