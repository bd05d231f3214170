//! What is said to staff of an import of service standards: when and from which file it was imported, who published it, and what is
//! the matter with which row of the file.

use std::collections::HashMap;

use crate::http::Visit;
use crate::registry::Service;
use crate::registry::standards::Remark;
use crate::results::standards::Import;
use crate::standard::Standard;
use crate::words::Words;

/// So many lines of a list are on a page.
pub(super) const MOST_LINES: usize = 500;

/// What there was to say of a row of the file.
pub(super) struct Row {
    pub line: u64,
    pub about: String,
    pub matter: String,
    pub detail: String,
}

impl Row {
    /// Without what stands in the row: it may be figures that nobody has published yet.
    pub(super) fn without_detail(self) -> Self {
        Self { detail: String::new(), ..self }
    }
}

/// When an import was imported and from which file, and who published it when.
pub(super) fn state(import: &Import, words: &Words) -> String {
    let written = |at: i64| {
        let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(Standard::default().zone);
        (words.date(at.date()), at.strftime("%H:%M").to_string())
    };
    let (date, time) = written(import.imported_at);
    let values = [("source", import.source.as_str().into()), ("date", date.into()), ("time", time.into())];
    let imported = words.with_all("standards-state-imported", &values);
    let Some((member, at)) = &import.published else { return imported };
    let (date, time) = written(*at);
    let values = [("member", member.as_str().into()), ("date", date.into()), ("time", time.into())];
    format!("{imported} {}", words.with_all("standards-state-published", &values))
}

/// What services are called, for this visit.
pub(super) struct Naming<'a> {
    pub names: HashMap<&'a str, &'a str>,
    pub visit: &'a Visit,
}

impl<'a> Naming<'a> {
    pub(super) fn of(services: &'a [Service], visit: &'a Visit) -> Self {
        let names = services.iter().map(|service| (service.slug.as_str(), service.name(visit.official)));
        Self { names: names.collect(), visit }
    }

    pub(super) fn row(&self, remark: Remark) -> Row {
        let words = self.visit.words();
        let beginning = if remark.matter.is_taken() { "standards-row-taken" } else { "standards-row-left-out" };
        let service = remark.service.as_deref().and_then(|slug| self.names.get(slug));
        let parts = [service.map(|name| (*name).to_owned()), Some(remark.standard).filter(|id| !id.is_empty())];
        let matter = words.text(&["standards-matter-", remark.matter.as_str()].concat());
        Row {
            line: remark.line,
            about: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            matter: words.with(beginning, "matter", matter),
            detail: remark.detail,
        }
    }
}
