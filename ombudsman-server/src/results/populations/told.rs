//! What is told of a service that people rated: how many answered, how evenly, and of each item the score without and with
//! weights. Disclosure control decides what, as for the cards; a small staff has its stricter rules.

use super::about::{ALL, OfService};
use super::counts::Ratings;
use super::figure::{Figure, whole};
use super::keys::Keys;
use super::ratings::ITEMS;
use super::weigh::Weights;
use super::{Kind, Measure, RangeKind, evenness};
use crate::results::disclosure::{Shown, Tier};
use crate::results::inference::weighted_interval;
use crate::results::measures::{Counts, real, round_half_up};

/// Every number of a service, in a fixed order.
pub(super) fn figures(kind: Kind, service: &OfService, ratings: &Ratings, keys: &Keys<'_>) -> Vec<Figure> {
    let tier = Tier::of(ratings.people());
    let bare = |measure| Figure::bare(&service.slug, ALL, measure, tier);
    if tier == Tier::Suppressed {
        return vec![bare(Measure::Answered)];
    }
    let answered = keys.rounded_all(&service.slug, ratings);
    let mut figures = vec![bare(Measure::Answered).telling_if(i64::try_from(answered).ok())];
    if let Some(invited) = service.invited {
        let percent = (100.0 * real(answered) / real(invited)).min(100.0);
        figures.push(bare(Measure::Response).of(answered).telling(whole(percent)));
    }
    figures.extend(evenness::figures(service, ratings, keys));
    let of = Of { kind, service, ratings, keys, weights: Weights::of(service, ratings) };
    figures.extend(ITEMS.into_iter().flat_map(|item| of.item(item.as_str())));
    figures
}

struct Of<'a> {
    kind: Kind,
    service: &'a OfService,
    ratings: &'a Ratings,
    keys: &'a Keys<'a>,
    weights: Weights,
}

impl Of<'_> {
    /// The numbers of an item; none where nobody rated it.
    fn item(&self, item: &str) -> Vec<Figure> {
        let slug = &self.service.slug;
        let cell = self.keys.cell(slug, item, self.ratings, self.service.people);
        if cell.counts.n() == 0 {
            return Vec::new();
        }
        let Some(shown) = Shown::of(&cell) else {
            return vec![Figure::bare(slug, item, Measure::Score, Tier::Suppressed)];
        };
        let bare = |measure| Figure::bare(slug, item, measure, shown.tier).of(shown.n);
        // What the drawing says of each answer is in the score without weights only where there are none.
        let plain = self.kind.range(self.weights == Weights::None);
        let mut figures = vec![bare(Measure::Score).showing(shown.score).between(shown.range, plain)];
        figures.push(match shown.top_two {
            Some((share, range)) => bare(Measure::TopTwo).showing(share).between(range, plain),
            None => bare(Measure::TopTwo).being("below-30"),
        });
        let ratings = (1..).zip(shown.distribution.into_iter().flatten());
        figures.extend(ratings.map(|(rating, option)| bare(Measure::Ratings).counting(rating, option)));
        figures.extend(self.weighted(item, &shown, bare));
        figures
    }

    /// The score by weights and what they cost, from a hundred answers on and where every count is told.
    fn weighted(&self, item: &str, shown: &Shown, bare: impl Fn(Measure) -> Figure) -> Vec<Figure> {
        let told = match (&self.weights, shown.all_counts()) {
            (Weights::None, _) | (_, None) => return Vec::new(),
            (Weights::Impossible, _) => None,
            (weights @ Weights::By(_), Some(counts)) => weights.weighted(item, self.ratings).zip(Some(counts)),
        };
        let not_weighted = || vec![bare(Measure::WeightedScore).being("not-weighted")];
        let Some((weighted, counts)) = told else { return not_weighted() };
        let (Some(score), Some(effective)) = (weighted.score(), weighted.effective_n()) else { return not_weighted() };
        let (score, effective) = (round_half_up(score), 5.0 * round_half_up(effective / 5.0));
        let bare_score = bare(Measure::WeightedScore).telling(whole(score));
        vec![
            match range(score, &counts, effective) {
                Some(range) => bare_score.between(range, self.range()),
                None => bare_score,
            },
            bare(Measure::Effective).telling(whole(effective)),
        ]
    }

    fn range(&self) -> RangeKind {
        self.kind.range(true)
    }
}

/// The range of a score by weights, from what is published; none where everybody said the same.
fn range(score: f64, counts: &Counts, effective: f64) -> Option<crate::results::inference::Interval> {
    let deviation = counts.standard_deviation().filter(|deviation| *deviation > 0.0)?;
    (effective > 0.0).then(|| weighted_interval(score, deviation, effective))
}
