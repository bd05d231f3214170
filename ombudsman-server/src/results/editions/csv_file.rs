//! The numbers as CSV (RFC 4180): CRLF at the end of each line, whole numbers only. Where there is no number its column is
//! empty and the status says why. No text can be taken for a formula by a spreadsheet.

use super::figure::Figure;
use super::open::COLUMNS;

/// The file.
pub(super) fn of(figures: &[Figure]) -> Vec<u8> {
    let mut lines = vec![COLUMNS.map(|column| column.name).join(",")];
    lines.extend(figures.iter().map(|figure| row(figure).map(|field| quoted(&field)).join(",")));
    lines.push(String::new());
    lines.join("\r\n").into_bytes()
}

fn row(figure: &Figure) -> [String; COLUMNS.len()] {
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    [
        plain(&figure.organisation),
        plain(&figure.service),
        plain(&figure.channel),
        plain(&figure.language),
        plain(&figure.item),
        plain(&figure.period),
        plain(&figure.population),
        plain(&figure.method_id),
        figure.method_version.to_string(),
        plain(&figure.unit),
        figure.rating.map_or_else(String::new, |rating| rating.to_string()),
        plain(&figure.tier),
        plain(&figure.status),
        number(figure.n),
        number(figure.value),
        number(figure.low),
        number(figure.high),
    ]
}

/// A text that no spreadsheet reads as a formula.
pub(in crate::results) fn plain(text: &str) -> String {
    let begins_like_one = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if begins_like_one { format!("'{text}") } else { text.to_owned() }
}

/// A field as it stands in a line.
pub(in crate::results) fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_looks_like_a_formula_or_ends_a_field_does_neither() {
        let fields = ["=1+1", "-x", "a,b", "say \"no\"", "plain"].map(|text| quoted(&plain(text)));
        assert_eq!(fields, ["'=1+1", "'-x", "\"a,b\"", "\"say \"\"no\"\"\"", "plain"]);
    }
}
