//! The section about standards on the page of a service: in sentences first, then each standard in a line of a table.

use feedback::Language;

use super::sums::sums;
use super::{Funnel, Import, said, store};
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::registry::Service;
use crate::registry::standards::{Outcome, ServiceStandard};
use crate::standard::Standard;
use crate::words::Words;

/// So many of the standards that were not met are said in sentences; all are in the table.
const MOST_SENTENCES: usize = 5;

/// What the newest year tells of the standards of a service.
pub struct OfService {
    /// The year, and where its figures come from.
    pub as_of: String,
    /// What corrects an earlier import, and why.
    pub correction: Option<String>,
    /// How far the standards came.
    pub lead: Vec<String>,
    /// Those that were not met, a sentence each.
    pub missed: Vec<String>,
    /// Every standard.
    pub lines: Vec<Line>,
    /// Where the standards of the other services of its organisation are.
    pub more: String,
}

/// A standard, in words.
pub struct Line {
    /// What it says.
    pub text: String,
    /// What it promises, and by which way.
    pub about: String,
    /// How often it is to be kept.
    pub target: Option<String>,
    /// How often it was: times, of times.
    pub counts: Option<String>,
    /// The same of a hundred.
    pub share: Option<String>,
    /// What the year says of it.
    pub outcome: String,
    /// Whether it was not met.
    pub is_missed: bool,
    /// Where its organisation tells of it.
    pub results: Option<String>,
}

impl OfService {
    /// What the newest year that is public tells of a service; nothing where none is public.
    pub async fn newest(house: &House, visit: &Visit, service: &Service) -> Result<Option<Self>, Failure> {
        let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
        let Some(import) = public.first() else { return Ok(None) };
        let standards = store::standards(&house.db, import, Some(&service.slug)).await.map_err(Failure::unavailable)?;
        let sums = sums(house, import).await?;
        let left_out = sums.left_out().find(|(of, _)| *of == service.slug).map_or(0, |(_, rows)| rows);
        let more = format!("/results/standards/{}", service.organisation);
        let read = Self::of(import, &standards, left_out, (visit.official, visit.words()));
        Ok(Some(Self { more, ..read }))
    }

    fn of(
        import: &Import,
        standards: &[ServiceStandard],
        left_out: u64,
        (language, words): (Language, &Words),
    ) -> Self {
        let funnel = Funnel::of(standards.iter().map(|standard| (standard.outcome(), standard.is_reported())));
        let year = import.year.to_string();
        let had = [("year", year.into()), ("count", funnel.developed.into())];
        let lead = std::iter::once(words.with_all("standards-service-lead", &had));
        let missed = standards.iter().filter(|standard| standard.outcome() == Outcome::NotMet);
        Self {
            as_of: as_of(import, words),
            correction: correction(import, language, words),
            lead: lead.chain(said(&funnel, left_out, words)).collect(),
            missed: missed.take(MOST_SENTENCES).filter_map(|standard| sentence(standard, language, words)).collect(),
            lines: standards.iter().map(|standard| Line::of(standard, language, words)).collect(),
            more: String::new(),
        }
    }
}

/// Of when the figures of an import are, and where they come from.
pub(super) fn as_of(import: &Import, words: &Words) -> String {
    let published = import.published.as_ref().and_then(|(_, at)| jiff::Timestamp::from_millisecond(*at).ok());
    let published = published.map_or_else(String::new, |at| words.date(Standard::default().office_date(at)));
    let values = [
        ("first", words.date(import.year.first_day()).into()),
        ("last", words.date(import.year.last_day()).into()),
        ("source", import.source.as_str().into()),
        ("date", published.into()),
    ];
    words.with_all("standards-as-of", &values)
}

/// That an import corrects the one before it, and why.
pub(super) fn correction(import: &Import, language: Language, words: &Words) -> Option<String> {
    import.reason_in(language).map(|reason| words.with("standards-correction", "reason", reason.to_owned()))
}

/// A standard that was not met, said in a sentence.
fn sentence(standard: &ServiceStandard, language: Language, words: &Words) -> Option<String> {
    let line = Line::of(standard, language, words);
    let (counted, target) = standard.counted.zip(standard.target)?;
    // Rounded it would look as if the target were reached.
    let is_just_short = counted.rounded(1_000).is_some_and(|rounded| rounded * 1_000 >= target.millionths());
    let values = [
        ("text", line.text.into()),
        ("about", line.about.into()),
        ("met", words.number(counted.met()).into()),
        ("volume", words.number(counted.volume()).into()),
        ("share", line.share.unwrap_or_default().into()),
        ("target", line.target.unwrap_or_default().into()),
    ];
    Some(words.with_all(if is_just_short { "standards-just-short" } else { "standards-missed" }, &values))
}

impl Line {
    fn of(standard: &ServiceStandard, language: Language, words: &Words) -> Self {
        let kind = words.text(&["standards-type-", standard.kind.as_str()].concat());
        let channel = words.text(&["standards-channel-", standard.channel.as_str()].concat());
        let outcome = standard.outcome();
        let counts = standard.counted.filter(|_| outcome.is_measured());
        Self {
            text: standard.text_in(language).to_owned(),
            about: words.with_all("standards-about", &[("type", kind.into()), ("channel", channel.into())]),
            target: standard.target.map(|target| words.percent(target.millionths(), 4)),
            counts: counts.map(|counted| {
                let [met, volume] = [counted.met(), counted.volume()].map(|number| words.number(number).into());
                words.with_all("standards-counts", &[("met", met), ("volume", volume)])
            }),
            share: counts.and_then(|counted| counted.rounded(1_000)).map(|share| words.percent(share, 1)),
            outcome: words.text(&["standards-outcome-", outcome.as_str()].concat()),
            is_missed: outcome == Outcome::NotMet,
            results: standard.results_in(language).map(str::to_owned),
        }
    }
}
