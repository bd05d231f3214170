//! Surveys as their files make them: what is refused and where, what is weighted, what is told, and what is never kept.

mod about;
mod apart;
mod kept;
mod rows;
mod told;

use super::inputs::{Against, Counts, Inputs, Service};
use super::{About, Built, Figure, ImportError, Measure, ratings, units, visits};
use crate::secrets::Secrets;

/// What every survey says of itself, but for its kind and what follows.
fn said(kind: &str, mode: &str, rest: &str) -> String {
    let both = |name: &str| format!("{name} = {{ en = \"{name}\", fr = \"{name} (fr)\" }}\n");
    let texts: String = ["title", "fielded_by", "frame", "question"].map(both).concat();
    let days = "first_day = \"2026-05-01\"\nlast_day = \"2026-05-31\"\n";
    format!("name = \"passport-2026\"\nkind = \"{kind}\"\nmode = \"{mode}\"\n{texts}{days}{rest}")
}

fn read(said: &str) -> About {
    About::read(said, jiff::civil::date(2026, 7, 1)).expect("a survey")
}

fn service(rest: &str) -> String {
    format!("[[service]]\nslug = \"passport\"\n{rest}")
}

/// The rows of a file below their columns.
fn file(columns: &str, rows: &[(&str, usize)]) -> String {
    let rows = rows.iter().flat_map(|(row, many)| std::iter::repeat_n(*row, *many));
    std::iter::once(columns).chain(rows).collect::<Vec<_>>().join("\n")
}

fn inputs(about: &About, file: &str) -> Result<Inputs, ImportError> {
    let counts = match about.kind {
        super::Kind::MysteryShopping => Counts::Visits(visits::visits(about, file.as_bytes())?.0),
        super::Kind::Engagement => Counts::Units(units::units(file.as_bytes())?.0),
        _ => Counts::Ratings(ratings::ratings(about, file.as_bytes())?.0),
    };
    let named = || Service { organisation: "office".to_owned(), en: "Passport".to_owned(), fr: "Passeport".to_owned() };
    let services = [("passport".to_owned(), named())].into();
    let scores = (1..=9).map(|number| (format!("service-{number}"), 60 + 2 * number)).collect();
    let against = Some(Against { edition: "2026-Q1.1".to_owned(), scores });
    Ok(Inputs { about: about.clone(), services, against, counts, corrects: None })
}

fn built(about: &About, file: &str) -> Built {
    let inputs = inputs(about, file).expect("rows that can be");
    Built::of(&inputs, "0.0.0", &Secrets::for_testing()).expect("it can be written")
}

/// The number of an item and a measure.
#[track_caller]
fn figure<'a>(built: &'a Built, item: &str, measure: Measure) -> &'a Figure {
    let all = "all";
    let found = built.document.figures.iter().find(|figure| {
        figure.item == item && figure.method_id == measure && figure.channel == all && figure.language == all
    });
    found.unwrap_or_else(|| panic!("no {measure:?} of {item}: {:?}", built.document.figures))
}
