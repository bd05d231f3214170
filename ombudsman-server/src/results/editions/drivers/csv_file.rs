//! The numbers as CSV (RFC 4180): CRLF at the end of each line. Names that addresses have and whole numbers only, so that nothing needs
//! quotes. Where there is no number its column is empty and the status says why.

use super::figure::Figure;
use crate::results::editions::csv_file::plain;
use crate::results::editions::open::DRIVER_COLUMNS;

/// The file.
pub(super) fn of(figures: &[Figure]) -> Vec<u8> {
    let mut lines = vec![DRIVER_COLUMNS.map(|column| column.name).join(",")];
    lines.extend(figures.iter().map(|figure| row(figure).join(",")));
    lines.push(String::new());
    lines.join("\r\n").into_bytes()
}

fn row(figure: &Figure) -> [String; DRIVER_COLUMNS.len()] {
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    [
        plain(&figure.organisation),
        plain(&figure.service),
        plain(&figure.item),
        figure.group.clone().unwrap_or_default(),
        plain(&figure.period),
        plain(&figure.population),
        plain(&figure.method_id),
        figure.method_version.to_string(),
        plain(&figure.unit),
        plain(&figure.status),
        number(figure.n),
        number(figure.value),
        number(figure.low),
        number(figure.high),
        number(figure.reference),
    ]
}
