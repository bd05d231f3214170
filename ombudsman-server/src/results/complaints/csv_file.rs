//! The numbers about complaints as CSV (RFC 4180): CRLF at the end of each line. Names of ours and whole numbers only, so that
//! nothing needs quotes. Where there is no number its column is empty and the status says why.

use super::Document;
use super::figure::Figure;
use crate::results::editions::complaint_columns;

/// The file.
pub(super) fn of(document: &Document) -> Vec<u8> {
    let columns = complaint_columns(document.method_version.into()).iter();
    let mut lines = vec![columns.map(|column| column.name).collect::<Vec<_>>().join(",")];
    lines.extend(document.figures.iter().map(|figure| row(figure, document).join(",")));
    lines.push(String::new());
    lines.join("\r\n").into_bytes()
}

fn row(figure: &Figure, document: &Document) -> Vec<String> {
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    let row = [
        figure.cell.as_str().to_owned(),
        figure.of.map_or_else(String::new, |whole| whole.as_str().to_owned()),
        document.quarter.clone(),
        document.population.clone(),
        figure.method_id.clone(),
        figure.method_version.to_string(),
        figure.unit.clone(),
        figure.status.clone(),
        number(figure.value),
        number(figure.low),
        number(figure.high),
    ];
    row.into_iter().chain(figure.organisation.clone()).collect()
}
