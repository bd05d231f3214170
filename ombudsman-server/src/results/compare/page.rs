//! `GET /results/compare`, `GET /results/compare/{organisation}` and `GET /results/compare/kinds/{kind}`: said in words first, then
//! drawn, then in a table by name.

use ::http::StatusCode;
use askama::Template;

use super::group::{Group, Member, Peers};
use super::{FEWEST_ANSWERS, FEWEST_SERVICES, Funnel, Place};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::{self, ServiceKind};
use crate::results::chart::{self, FunnelCaptions};
use crate::results::editions::{self, Edition, quarter_in_words};
use crate::results::measures::round_half_up;
use crate::words::Words;

/// Letters for the services that are not where chance would easily put them; beyond the last a dot has none.
const LETTERS: std::ops::RangeInclusive<char> = 'A'..='Z';

#[derive(Template)]
#[template(path = "results/compare_all.html")]
struct AllPage {
    page: Page,
    newest: Option<Newest>,
    organisations: Vec<Listed>,
    /// The kinds of which a service was rated.
    kinds: Vec<Listed>,
}

/// The edition that is compared.
struct Newest {
    id: String,
    quarter: String,
}

/// An organisation or a kind in the list.
struct Listed {
    address: String,
    name: String,
    said: String,
}

#[derive(Template)]
#[template(path = "results/compare.html")]
struct ComparePage {
    page: Page,
    /// Where a reader may have come from: its address and name.
    back: (String, String),
    /// The organisation, or the kind.
    name: String,
    newest: Option<Newest>,
    said: Vec<String>,
    /// Of a hundred of all who are compared, how many are satisfied.
    centre: String,
    chart: Option<chart::Funnel>,
    rows: Vec<Row>,
    /// Those that are not compared, with where each is to be read.
    others: Vec<(String, String)>,
    /// What these are called where none is compared.
    all: String,
}

struct Row {
    address: String,
    name: String,
    letter: Option<char>,
    answers: String,
    share: String,
    range: Option<String>,
    place: String,
}

impl Newest {
    fn of(edition: &Edition, words: &Words) -> Self {
        Self { id: edition.id.clone(), quarter: quarter_in_words(edition.quarter, words) }
    }
}

/// `GET /results/compare`.
pub(in crate::results) async fn all(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let newest = editions::newest(house).await?;
    let (language, words, page) = (visit.official, visit.words(), Page::new(visit));
    let (mut organisations, mut kinds) = (Vec::new(), Vec::new());
    if let Some((_, overall)) = &newest {
        let said = |peers: Peers<'_>| in_the_list(&Group::of(overall, peers, language, words), words);
        for (organisation, names) in overall.organisations() {
            let address = page.link_to("/results/compare/", organisation);
            let name = names.organisation_name(language).to_owned();
            organisations.push(Listed { address, name, said: said(Peers::Organisation(organisation)) });
        }
        let is_rated = |kind: &&ServiceKind| overall.services().any(|(_, told)| told.kind == Some(**kind));
        for kind in ServiceKind::ALL.iter().filter(is_rated) {
            let address = page.link_to("/results/compare/kinds/", kind.as_str());
            kinds.push(Listed { address, name: kind.said(words), said: said(Peers::Kind(*kind)) });
        }
    }
    let order = words.order();
    organisations.sort_by(|a, b| order(&a.name, &b.name));
    kinds.sort_by(|a, b| order(&a.name, &b.name));
    let newest = newest.map(|(edition, _)| Newest::of(&edition, words));
    html(StatusCode::OK, &AllPage { page, newest, organisations, kinds })
}

/// `GET /results/compare/{organisation}`.
pub(in crate::results) async fn of_organisation(
    house: &House,
    visit: &Visit,
    organisation: &str,
) -> Result<Reply, Failure> {
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let own = services.iter().find(|service| service.organisation == organisation).ok_or(Failure::NotFound)?;
    let name = own.organisation_name(visit.official).to_owned();
    let back = (Page::new(visit).link_to("/results/", organisation), name.clone());
    let all = visit.words().text("organisation-services");
    compared(house, visit, Peers::Organisation(organisation), Called { back, name, all }).await
}

/// `GET /results/compare/kinds/{kind}`.
pub(in crate::results) async fn of_kind(house: &House, visit: &Visit, kind: &str) -> Result<Reply, Failure> {
    let kind = ServiceKind::parse(kind).ok_or(Failure::NotFound)?;
    let words = visit.words();
    let back = (Page::new(visit).link("/results"), words.text("results-back"));
    let all = words.text("compare-kind-services");
    compared(house, visit, Peers::Kind(kind), Called { back, name: kind.said(words), all }).await
}

/// What a page calls those that it compares, all of them, and where its reader may have come from.
struct Called {
    back: (String, String),
    name: String,
    all: String,
}

async fn compared(house: &House, visit: &Visit, peers: Peers<'_>, called: Called) -> Result<Reply, Failure> {
    let (words, page) = (visit.words(), Page::new(visit));
    let newest = editions::newest(house).await?;
    let group = newest.as_ref().map(|(_, overall)| Group::of(overall, peers, visit.official, words));
    let letters = group.as_ref().map_or_else(Vec::new, letters);
    let address = |one: &Member| page.link(&format!("/results/{}/{}", one.organisation, one.service));
    let rows = group.iter().flat_map(|group| &group.compared).zip(&letters).map(|(one, letter)| {
        let value = one.share.value(words);
        Row {
            address: address(&one.member),
            name: one.member.name.clone(),
            letter: *letter,
            answers: words.number(one.share.n),
            share: value.shown.unwrap_or_default(),
            range: value.range,
            place: words.text(place_id(one.place)),
        }
    });
    let others = group.iter().flat_map(|group| &group.others).map(|one| (address(one), one.name.clone()));
    let page = ComparePage {
        back: called.back,
        name: called.name,
        all: called.all,
        said: group.as_ref().map_or_else(Vec::new, |group| lead(group, words)),
        centre: group.as_ref().and_then(|group| group.funnel).map_or_else(String::new, centre),
        chart: group.as_ref().and_then(|group| drawn(group, &letters, words)),
        rows: rows.collect(),
        others: others.collect(),
        newest: newest.as_ref().map(|(edition, _)| Newest::of(edition, words)),
        page,
    };
    html(StatusCode::OK, &page)
}

/// What a list says of a comparison: whether there is one, and of how many. What it comes to is on its own page alone, so that
/// nobody sets one organisation or kind beside another by how many of its services are above.
fn in_the_list(group: &Group, words: &Words) -> String {
    if group.funnel.is_some() { words.with("compare-count", "count", group.compared.len()) } else { too_few(words) }
}

fn too_few(words: &Words) -> String {
    let needed = [("services", FEWEST_SERVICES.into()), ("answers", FEWEST_ANSWERS.into())];
    words.with_all("compare-too-few", &needed)
}

/// What the comparison comes to.
fn lead(group: &Group, words: &Words) -> Vec<String> {
    let Some(funnel) = group.funnel else { return vec![too_few(words)] };
    let (above, below) = (group.at(&[Place::Above]), group.at(&[Place::Below]));
    let within = group.compared.len() - above - below;
    let counts = [("all", group.compared.len()), ("within", within), ("above", above), ("below", below)];
    let counts = counts.map(|(name, count)| (name, count.into()));
    let is_wide = funnel.between > 0.0;
    let mut said = vec![words.with_all(if is_wide { "compare-lead-wide" } else { "compare-lead" }, &counts)];
    if is_wide {
        said.push(words.text("compare-wide"));
    }
    let perhaps = group.at(&[Place::PerhapsAbove, Place::PerhapsBelow]);
    if perhaps > 0 {
        said.push(words.with("compare-perhaps", "count", perhaps));
    }
    said
}

/// A letter for each service that is elsewhere than where chance would easily put it.
fn letters(group: &Group) -> Vec<Option<char>> {
    let mut left = LETTERS;
    group.compared.iter().map(|one| if one.place == Place::Within { None } else { left.next() }).collect()
}

/// The share of the whole group, as it is shown.
fn centre(funnel: Funnel) -> String {
    format!("{:.0}", round_half_up(100.0 * funnel.centre))
}

const fn place_id(place: Place) -> &'static str {
    match place {
        Place::Below => "compare-place-below",
        Place::PerhapsBelow => "compare-place-perhaps-below",
        Place::Within => "compare-place-within",
        Place::PerhapsAbove => "compare-place-perhaps-above",
        Place::Above => "compare-place-above",
    }
}

fn drawn(group: &Group, letters: &[Option<char>], words: &Words) -> Option<chart::Funnel> {
    let funnel: Funnel = group.funnel?;
    let answers = |found: Option<u64>| found.unwrap_or(FEWEST_ANSWERS);
    let all = || group.compared.iter().map(|one| one.published.n);
    let fewest = answers(all().min());
    // Where all have as many answers the scale still has two ends.
    let most = answers(all().max()).max(2 * fewest);
    let said = group.compared.iter().map(|one| {
        let share = one.share.value(words).shown.unwrap_or_default();
        let values = [
            ("name", one.member.name.as_str().into()),
            ("share", share.into()),
            ("answers", words.number(one.share.n).into()),
        ];
        let line = words.with_all("compare-line", &values);
        [line, words.text(place_id(one.place))].join(" ")
    });
    let of = |n: u64| words.with("compare-answers", "number", words.number(n));
    let captions = FunnelCaptions {
        title: words.text("compare-chart"),
        description: said.collect::<Vec<_>>().join(". "),
        up: words.text("compare-up"),
        fewest: of(fewest),
        most: of(most),
    };
    let dots = group.compared.iter().zip(letters).map(|(one, letter)| chart::Compared {
        letter: *letter,
        n: one.published.n,
        least: one.published.least,
        most: one.published.most,
    });
    Some(chart::Funnel::of(captions, &funnel, &dots.collect::<Vec<_>>(), [fewest, most]))
}
