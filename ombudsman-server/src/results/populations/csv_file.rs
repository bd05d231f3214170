//! The numbers of a survey as CSV (RFC 4180): CRLF at the end of each line. Names of ours and whole numbers only, so that nothing
//! needs quotes. Where there is no number its column is empty and the status says why.

use super::Document;
use super::figure::Figure;
use super::open::COLUMNS;

/// The file.
pub(super) fn of(document: &Document) -> Vec<u8> {
    let mut lines = vec![COLUMNS.map(|column| column.name).join(",")];
    lines.extend(document.figures.iter().map(|figure| row(figure, document).join(",")));
    lines.push(String::new());
    lines.join("\r\n").into_bytes()
}

fn row(figure: &Figure, document: &Document) -> [String; COLUMNS.len()] {
    let number = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    let about = &document.about;
    [
        document.survey.clone(),
        document.population.as_str().to_owned(),
        about.first_day.to_string(),
        about.last_day.to_string(),
        figure.service.clone(),
        figure.channel.clone(),
        figure.language.clone(),
        figure.item.clone(),
        figure.method_id.as_str().to_owned(),
        figure.method_version.to_string(),
        figure.unit.clone(),
        figure.rating.map_or_else(String::new, |rating| rating.to_string()),
        figure.tier.clone(),
        figure.status.clone(),
        figure.n.map_or_else(String::new, |n| n.to_string()),
        number(figure.value),
        number(figure.low),
        number(figure.high),
        figure.range.map_or_else(String::new, |range| range.as_str().to_owned()),
    ]
}
