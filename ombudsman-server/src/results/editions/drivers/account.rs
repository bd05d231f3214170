//! What this part tells of a service, for somebody who never learned statistics: sentences first, then the same numbers drawn and in a
//! table.

use feedback::{Driver, Item};

use super::Document;
use super::figure::Figure;
use super::table::{Row, Table, answers, plain};
use crate::results::chart::{Scored, Scores};
use crate::results::disclosure::Band;
use crate::results::editions::account::line;
use crate::results::editions::first::First;
use crate::results::editions::table::Value;
use crate::results::editions::told::{Number, Told};
use crate::results::editions::whole::Whole;
use crate::results::measures::{Method, TrustByBand, complete, real};
use crate::words::Words;

/// Above this the share of whole cards is told as this and more: its numbers do not show that nobody left anything out.
const MOST_COMPLETE: u64 = 95;
/// An equal share of what five drivers explain.
const EQUAL: u64 = 20;

/// What is told of a service, where something is.
pub(in crate::results::editions) struct Together {
    /// The service in brief; nothing where nobody was asked whether they got what they needed.
    pub views: Vec<String>,
    pub ladder: Option<Drawn>,
    /// How many of those who rated the service rated all five parts too.
    pub complete: Option<String>,
    /// How much each part matters, and how it does.
    pub matters: Option<Drawn>,
    /// What to improve first; nothing where it is not told how much each part matters.
    pub improve: Option<First>,
    /// Why it is not.
    pub why_not: Option<String>,
    pub achieved: Option<String>,
    pub index: Option<String>,
    pub trust: Option<Table>,
    /// Whether an earlier edition of the quarter counted it.
    pub is_carried: bool,
}

/// A sentence with a chart, and a table of the same numbers.
pub(in crate::results::editions) struct Drawn {
    pub said: String,
    pub chart: Scores,
    pub table: Table,
}

impl Together {
    /// What the document tells of a service; nothing where it says nothing of it.
    pub(in crate::results::editions) fn of(
        document: &Document,
        service: &str,
        whole: &Whole<'_>,
        words: &Words,
    ) -> Option<Self> {
        let figures: Vec<&Figure> = document.figures.iter().filter(|figure| figure.service == service).collect();
        if figures.is_empty() {
            return None;
        }
        let reading = Reading { figures, words };
        Some(Self {
            views: reading.views(whole),
            ladder: reading.ladder(),
            // Those of an earlier count are not of the people whose number the edition tells.
            complete: document.is_counted_here().then(|| reading.complete(whole)).flatten(),
            matters: reading.matters(whole),
            improve: reading.improve(whole),
            why_not: reading.why_not(whole),
            achieved: reading.achieved(),
            index: reading.index(),
            trust: reading.trust(),
            is_carried: !document.is_counted_here(),
        })
    }
}

struct Reading<'a> {
    figures: Vec<&'a Figure>,
    words: &'a Words,
}

impl Reading<'_> {
    fn by(&self, method: Method) -> impl Iterator<Item = &Figure> {
        self.figures.iter().copied().filter(move |figure| figure.is(method))
    }

    fn of_group(&self, method: Method, group: &str) -> Option<Number> {
        self.by(method).find(|figure| figure.group.as_deref() == Some(group)).and_then(Figure::number)
    }

    /// Satisfaction, and whether the service did what people needed. How fast and how exact it is, it has standards for.
    fn views(&self, whole: &Whole<'_>) -> Vec<String> {
        if self.by(Method::ACHIEVED).next().is_none() {
            return Vec::new();
        }
        let shown = |number: Option<&Number>| number.and_then(|number| number.value(self.words).shown);
        let view = |[told, untold]: [&str; 2], number: Option<&Number>| match shown(number) {
            Some(shown) => self.words.with(told, "number", shown),
            None => self.words.text(untold),
        };
        let (score, yes) = (whole.score(Item::Overall), self.of_group(Method::ACHIEVED, "yes"));
        vec![
            view(["views-satisfaction", "views-satisfaction-none"], score.number()),
            view(["views-achieved", "views-achieved-none"], yes.as_ref()),
        ]
    }

    fn ladder(&self) -> Option<Drawn> {
        let words = self.words;
        let bands: Vec<(Band, &Figure)> =
            self.by(Method::LADDER).filter_map(|figure| Some((figure.group.as_ref()?.parse().ok()?, figure))).collect();
        let told = || bands.iter().filter_map(|(band, figure)| Some((band, figure.number()?)));
        let ((best, best_score), (worst, worst_score)) = (told().next()?, told().next_back()?);
        let score = |number: &Number| number.value(words).shown.unwrap_or_default();
        let said = [
            ("best", self.band(*best, false).into()),
            ("score", score(&best_score).into()),
            ("worst", self.band(*worst, false).into()),
            ("lower", score(&worst_score).into()),
        ];
        let row = |(band, figure): &(Band, &Figure)| {
            let name = self.band(*band, true);
            (name, figure.told(), figure.reference)
        };
        let rows: Vec<(String, Told, Option<u64>)> = bands.iter().map(row).collect();
        let of = |(name, told, reference): &(String, Told, Option<u64>)| Row {
            name: name.clone(),
            values: vec![answers(told.number(), words), told.value(words), plain(*reference, words)],
        };
        let columns =
            ["ladder-column-step", "results-column-answers", "results-column-score", "ladder-column-reference"];
        Some(Drawn {
            said: words.with_all("ladder-said", &said),
            table: Table::of("ladder-title", &columns, rows.iter().map(of).collect(), words),
            chart: self.chart("ladder", words.text("ladder-title"), rows),
        })
    }

    fn complete(&self, whole: &Whole<'_>) -> Option<String> {
        let bands: Option<Vec<u64>> = self.by(Method::LADDER).map(|figure| Some(figure.number()?.n)).collect();
        let share = complete(&bands?, whole.score(Item::Overall).number()?.n)?;
        Some(if share > MOST_COMPLETE {
            self.words.with("ladder-complete-most", "share", self.words.number(MOST_COMPLETE))
        } else {
            self.words.with("ladder-complete", "share", self.words.number(share))
        })
    }

    /// The steps of a band, by themselves or as a part of a sentence.
    fn band(&self, band: Band, is_alone: bool) -> String {
        let Band { from, to } = band;
        let ends = [("from", count(from).into()), ("to", count(to).into())];
        let id = match (from, to) {
            (from, to) if from == to => "-one",
            (0, _) => "-up-to",
            (_, to) if to == Driver::ALL.len() => "-from",
            _ => "-range",
        };
        let id = if is_alone { ["ladder-step", id].concat() } else { ["ladder-where", id].concat() };
        self.words.with_all(&id, &ends)
    }

    fn chart(&self, name: &'static str, title: String, rows: Vec<(String, Told, Option<u64>)>) -> Scores {
        let said = rows.iter().map(|(name, told, _)| line(name.clone(), told.value(self.words), self.words));
        Scores {
            name,
            title,
            description: said.collect::<Vec<_>>().join(" "),
            rows: rows
                .into_iter()
                .map(|(label, told, reference)| Scored {
                    label,
                    shown: told.value(self.words).shown.unwrap_or_default(),
                    mark: told.number().map(|number| number.mark),
                    reference,
                })
                .collect(),
        }
    }

    /// How much each part matters and how many rate it well, what matters most first.
    fn matters(&self, whole: &Whole<'_>) -> Option<Drawn> {
        let (words, mut parts) = (self.words, self.parts(whole)?);
        parts.sort_by_key(|part| std::cmp::Reverse(part.share.mark.most));
        let of = |part: &Part| Row {
            name: self.part(part.driver),
            values: vec![part.share.value(words), part.performance.value(words), plain(part.gap, words)],
        };
        let drawn = |part: &Part| {
            (words.text(&["scores-item-", part.driver.as_str()].concat()), Told::Number(part.share), Some(EQUAL))
        };
        let columns = ["matters-column-part", "matters-column-share", "matters-column-well", "matters-column-gap"];
        Some(Drawn {
            said: self.most(&parts),
            table: Table::of("matters-title", &columns, parts.iter().map(of).collect(), words),
            chart: self.chart("matters", words.text("matters-title"), parts.iter().map(drawn).collect()),
        })
    }

    /// The part that goes along most with satisfaction; that none does clearly, where its range meets that of another.
    fn most(&self, parts: &[Part]) -> String {
        let is_most = |part: &&Part| {
            let mut others = parts.iter().filter(|other| other.driver != part.driver);
            others.all(|other| part.share.mark.low > other.share.mark.high)
        };
        let Some(most) = parts.iter().find(is_most) else { return self.words.text("matters-unclear") };
        let share = self.words.number(most.share.mark.most);
        self.words.with_all("matters-said", &[("part", self.part(most.driver).into()), ("share", share.into())])
    }

    fn part(&self, driver: Driver) -> String {
        self.words.text(&["item-", driver.as_str()].concat())
    }

    /// The five parts, where all of them have both numbers.
    fn parts(&self, whole: &Whole<'_>) -> Option<Vec<Part>> {
        let of = |driver: Driver| {
            let own = |method| self.by(method).find(|figure| figure.item == driver.as_str());
            let share = own(Method::IMPORTANCE)?.number()?;
            let gap = own(Method::PRIORITY).and_then(|figure| figure.value);
            Some(Part { driver, share, performance: whole.performance(driver)?, gap })
        };
        Driver::ALL.into_iter().map(of).collect()
    }

    /// The parts that matter clearly more than an equal share and that clearly fewer people rate well than the mean of the parts.
    fn improve(&self, whole: &Whole<'_>) -> Option<First> {
        let parts = self.parts(whole)?;
        let mean = parts.iter().map(|part| real(part.performance.mark.most)).sum::<f64>() / 5.0;
        let is_first = |part: &&Part| part.share.mark.low >= EQUAL && real(part.performance.mark.high) < mean;
        let mut first: Vec<&Part> = parts.iter().filter(is_first).collect();
        first.sort_by_key(|part| std::cmp::Reverse(part.gap));
        let named = |part: &&Part| {
            let performance = part.performance.value(self.words).shown.unwrap_or_default();
            let said = [("part", self.part(part.driver).into()), ("performance", performance.into())];
            self.words.with_all("improve-part", &said)
        };
        let said = self.words.text(if first.is_empty() { "improve-none" } else { "improve-some" });
        Some(First { said, parts: first.iter().map(named).collect() })
    }

    /// Why it is not told how much each part matters.
    fn why_not(&self, whole: &Whole<'_>) -> Option<String> {
        let status = self.by(Method::IMPORTANCE).next()?.status.as_str();
        let status = if status == "published" { "suppressed" } else { status };
        self.parts(whole).is_none().then(|| self.words.text(&["improve-", status].concat()))
    }

    fn achieved(&self) -> Option<String> {
        let shown = |group| self.of_group(Method::ACHIEVED, group)?.value(self.words).shown;
        let said = [("yes", shown("yes")?.into()), ("partly", shown("partly")?.into()), ("no", shown("no")?.into())];
        Some(self.words.with_all("achieved-said", &said))
    }

    fn index(&self) -> Option<String> {
        let Value { shown, range } = self.by(Method::SATISFACTION_INDEX).next()?.number()?.value(self.words);
        let said = [("index", shown?.into()), ("range", range?.into())];
        Some(self.words.with_all("index-said", &said))
    }

    /// Trust by how satisfied people were, the satisfied first; nothing where it is not told.
    fn trust(&self) -> Option<Table> {
        let words = self.words;
        let of = |band: &str| self.by(Method::TRUST).find(|figure| figure.group.as_deref() == Some(band));
        let row = |band: &'static str| {
            let told = of(band).map_or(Told::Nobody, Figure::told);
            let name = words.text(&["trust-", band].concat());
            Row { name, values: vec![told.value(words)] }
        };
        let is_told = TrustByBand::NAMES.into_iter().filter_map(of).any(|figure| figure.value.is_some());
        let columns = ["trust-column-who", "trust-column-score"];
        let rows = || TrustByBand::NAMES.into_iter().rev().map(row).collect();
        is_told.then(|| Table::of("trust-heading", &columns, rows(), words))
    }
}

/// A part of a service.
struct Part {
    driver: Driver,
    share: Number,
    performance: Number,
    gap: Option<u64>,
}

fn count(step: usize) -> u64 {
    u64::try_from(step).unwrap_or(u64::MAX)
}
