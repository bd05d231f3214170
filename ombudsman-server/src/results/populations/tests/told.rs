//! What is told of a survey: weights, evenness, shares of visits, engagement; and nothing of few.

use std::collections::BTreeSet;

use super::{About, Measure, built, figure, file, inputs, read, said, service};
use crate::results::inference::{Light, Response, representativeness};
use crate::results::populations::inputs::Counts;
use crate::results::populations::weigh::Weights;
use crate::results::populations::{Figure, RangeKind};

fn groups(all: &[(&str, &str, u64)], invited: u64) -> String {
    let people: u64 = all.iter().map(|(.., people)| people).sum();
    let group = |(channel, language, people): &(&str, &str, u64)| {
        format!("[[service.group]]\nchannel = \"{channel}\"\nlanguage = \"{language}\"\npeople = {people}\n")
    };
    let groups: String = all.iter().map(group).collect();
    service(&format!("people = {people}\ninvited = {invited}\n{groups}"))
}

/// The vectors' `raking`: channels .46, .29, .25 and languages .78, .22.
#[test]
fn answers_are_raked_to_the_groups_of_the_list() {
    let targets = [("web", 46), ("phone", 29), ("paper", 25)];
    let cells =
        targets.iter().flat_map(|(channel, share)| [("en", 78), ("fr", 22)].map(|(l, s)| (*channel, l, share * s)));
    let cells: Vec<_> = cells.collect();
    let about = read(&said("probability", "phone", &groups(&cells, 9_000)));
    let rows = [
        ("passport,web,en,5", 120),
        ("passport,web,fr,4", 40),
        ("passport,phone,en,3", 60),
        ("passport,phone,fr,2", 30),
        ("passport,paper,en,5", 20),
        ("passport,paper,fr,1", 10),
    ];
    let file = file("service,channel,language,overall", &rows);
    let Counts::Ratings(found) = inputs(&about, &file).expect("rows").counts else { panic!("ratings") };
    let Weights::By(weights) = Weights::of(&about.services[0], &found["passport"]) else { panic!("weights") };
    for (channel, language, printed) in
        [("web", "en", 0.876_898), ("paper", "fr", 1.760_546), ("phone", "en", 1.012_961)]
    {
        let weight = weights[&(channel.to_owned(), language.to_owned())];
        assert!((weight - printed).abs() < 1e-6, "{channel} {language}: {weight}");
    }
    let built = built(&about, &file);
    let weighted = figure(&built, "overall", Measure::WeightedScore);
    // (105.227785·100 + 23.572215·75 + 60.777671·50 + 20.422329·25 + 52.394544·100) / 280
    assert_eq!((weighted.value, weighted.range), (Some(75), Some(RangeKind::Confidence)));
    assert_eq!(
        figure(&built, "overall", Measure::Score).range,
        Some(RangeKind::IfDrawn),
        "each counted once is not what was drawn"
    );
    assert_eq!(figure(&built, "overall", Measure::Effective).value, Some(225), "224.0719 to base 5");
}

/// The vectors' `rind`.
#[test]
fn who_answered_is_held_against_who_is_on_the_list() {
    let cells = [("web", "all", 4_600), ("phone", "all", 2_900), ("paper", "all", 1_200), ("letter", "all", 1_300)];
    let about = read(&said("probability", "mixed", &groups(&cells, 9_000)));
    let answers = |least: usize| {
        let rows =
            [("passport,web,5", 180), ("passport,phone,4", 60), ("passport,paper,3", 20), ("passport,letter,2", least)];
        built(&about, &file("service,channel,overall", &rows))
    };
    let all = answers(20);
    let value = |measure| figure(&all, "all", measure).value;
    assert_eq!([Measure::Evenness, Measure::Variation, Measure::Light].map(value), [Some(98), Some(37), Some(2)]);
    let partial = all.document.figures.iter().filter(|figure| figure.method_id == Measure::Partial);
    assert_eq!(partial.filter_map(|figure| figure.value).collect::<Vec<_>>(), [75, -39, -39, -45]);
    let few = answers(4);
    assert!(few.document.figures.iter().all(|figure| figure.channel == "all"), "a group of four is not told of");
    let is_told = |measure: Measure| few.document.figures.iter().any(|figure| figure.method_id == measure);
    assert!(
        !is_told(Measure::Light) && !is_told(Measure::Variation),
        "nor how evenly groups answered: it tells of four"
    );
}

/// Of two groups as large as each other the variation is 0.20 where 80 and 53.3 answered: to base 5 many of these are on the other
/// side of it.
#[test]
fn how_evenly_groups_answered_follows_from_the_counts_that_are_published() {
    let about = read(&said("probability", "mixed", &groups(&[("web", "all", 600), ("phone", "all", 600)], 900)));
    for of_phone in 45..=62 {
        let rows = [("passport,web,5", 80), ("passport,phone,4", of_phone)];
        let built = built(&about, &file("service,channel,overall", &rows));
        let of_groups = |measure: Measure| -> Vec<u64> {
            let own =
                built.document.figures.iter().filter(|figure| figure.method_id == measure && figure.channel != "all");
            own.filter_map(|figure| u64::try_from(figure.value?).ok()).collect()
        };
        let (people, answered) = (of_groups(Measure::People), of_groups(Measure::Answered));
        assert_eq!((people.len(), answered.len()), (2, 2));
        let pairs = people.into_iter().zip(answered).map(|(people, answered)| Response { people, answered });
        let light = representativeness(&pairs.collect::<Vec<_>>()).expect("two groups").light();
        let step = figure(&built, "all", Measure::Light).value;
        assert_eq!(step, Some(if light == Light::Green { 1 } else { 2 }), "{of_phone}");
    }
}

#[test]
fn only_people_drawn_by_chance_give_a_confidence_interval() {
    let rows = file("service,overall", &[("passport,5", 90), ("passport,2", 60)]);
    for (kind, is_one) in [("probability", true), ("panel", false), ("employees", false)] {
        let about = read(&said(kind, "online", &service("people = 90000\ninvited = 1000\n")));
        let built = built(&about, &rows);
        let named: BTreeSet<_> =
            built.document.figures.iter().filter_map(|figure| figure.range).map(RangeKind::as_str).collect();
        assert_eq!(named, [if is_one { "confidence" } else { "if-drawn" }].into(), "{kind}");
        assert_eq!(figure(&built, "overall", Measure::Score).value, Some(70));
    }
}

#[test]
fn a_group_that_did_not_answer_leaves_the_answers_without_weights() {
    let cells = [("web", "all", 500), ("phone", "all", 500)];
    let about = read(&said("probability", "phone", &groups(&cells, 900)));
    let built = built(&about, &file("service,channel,overall", &[("passport,web,5", 80), ("passport,web,2", 40)]));
    let weighted = figure(&built, "overall", Measure::WeightedScore);
    assert_eq!((weighted.status.as_str(), weighted.value), ("not-weighted", None));
}

#[test]
fn a_group_that_did_not_answer_is_not_made_up_for_by_others_of_its_channel_and_its_language() {
    let cells = [("web", "en", 4_000), ("web", "fr", 1_000), ("phone", "en", 3_000), ("phone", "fr", 2_000)];
    let about = read(&said("probability", "mixed", &groups(&cells, 900)));
    let rows = [("passport,web,en,5", 100), ("passport,phone,en,2", 60), ("passport,phone,fr,4", 40)];
    let built = built(&about, &file("service,channel,language,overall", &rows));
    let weighted = figure(&built, "overall", Measure::WeightedScore);
    assert_eq!((weighted.status.as_str(), weighted.value, weighted.range), ("not-weighted", None, None));
}

#[test]
fn nothing_is_told_of_few_and_little_of_a_small_staff() {
    let about = read(&said("employees", "online", &service("people = 900\ninvited = 900\n")));
    let few = built(&about, &file("service,overall", &[("passport,5", 9)]));
    assert_eq!(few.document.figures.len(), 1);
    assert!(
        few.document.figures.iter().all(|figure| figure.value.is_none() && figure.n.is_none() && figure.tier == "T0")
    );
    let rows = [("passport,5", 60), ("passport,4", 40), ("passport,3", 20), ("passport,2", 2), ("passport,1", 14)];
    let staff = built(&about, &file("service,overall", &rows));
    let counts = staff.document.figures.iter().filter(|figure| figure.method_id == Measure::Ratings);
    let hidden: Vec<_> = counts.filter(|figure| figure.value.is_none()).filter_map(|figure| figure.rating).collect();
    assert_eq!(hidden, [1, 2], "two said 2: they and the next are hidden, since colleagues know each other");
}

fn shopping(is_drawn: bool) -> About {
    let criterion = |name: &str| format!("[[criterion]]\nname = \"{name}\"\nen = \"{name}\"\nfr = \"{name} (fr)\"\n");
    let rest = [format!("is_drawn = {is_drawn}\n"), service(""), criterion("greeted"), criterion("ramp")].concat();
    read(&said("mystery-shopping", "in-person", &rest))
}

#[test]
fn visits_are_shares_with_a_range_only_where_they_were_drawn() {
    let rows = [("passport,yes,n/a", 80), ("passport,no,n/a", 15), ("passport,yes,no", 5)];
    let file = file("service,greeted,ramp", &rows);
    let drawn = built(&shopping(true), &file);
    let told = |figure: &Figure| (figure.value, figure.low, figure.high);
    assert_eq!(told(figure(&drawn, "greeted", Measure::Met)), (Some(85), Some(77), Some(91)), "Wilson, 85 of 100");
    // 85 of 105 are 81 of 100; of 100 visits.
    assert_eq!(told(figure(&drawn, "all", Measure::Met)), (Some(81), Some(72), Some(87)));
    assert_eq!(figure(&drawn, "ramp", Measure::Met).status, "suppressed", "five visits could judge it");
    let chosen = built(&shopping(false), &file);
    assert_eq!(told(figure(&chosen, "greeted", Measure::Met)), (Some(85), None, None));
    assert!(drawn.document.figures.iter().all(|figure| figure.method_id != Measure::Score), "no satisfaction");
}

fn unit(number: usize) -> String {
    format!("unit-{number},Unit {number},Unité {number},service-{number},40,30,{}", 56 + 4 * number)
}

#[test]
fn engagement_is_held_against_published_scores_from_eight_units_on() {
    let about = read(&said("engagement", "online", "quarter = \"2026-Q1\"\n"));
    let units = |most: usize| {
        let head = "unit,unit_en,unit_fr,services,people,answered,engagement".to_owned();
        let rows: Vec<String> = std::iter::once(head).chain((1..=most).map(unit)).collect();
        built(&about, &rows.join("\n"))
    };
    let eight = units(8);
    let slope = figure(&eight, "all", Measure::Slope);
    assert_eq!((slope.n, slope.value, slope.low, slope.high), (Some(8), Some(50), Some(50), Some(50)));
    assert_eq!(figure(&eight, "all", Measure::Pearson).value, Some(100));
    let seven = units(7);
    assert_eq!(figure(&seven, "all", Measure::Slope).status, "below-8");
    assert_eq!(figure(&units(9), "all", Measure::Spearman).n, Some(9));
    let ten = units(10);
    assert_eq!(figure(&ten, "unit-10", Measure::ServicesAverage).value, None, "a service without a published score");
    assert!(
        ten.document.figures.iter().all(|figure| figure.method_id != Measure::Score),
        "a mean of scores is no score"
    );
    assert_eq!(figure(&ten, "all", Measure::Slope).n, Some(9));
}
