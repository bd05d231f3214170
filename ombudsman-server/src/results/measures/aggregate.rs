//! The score of several services together. The mean of the services' means is not the default: a service that a hundred
//! people used would weigh as much as one that a million used.

use super::{Counts, real};

/// Every experience counts once: who used ten services counts ten times (as in Kiwis Count).
#[must_use]
pub fn experience_weighted(services: impl IntoIterator<Item = Counts>) -> Counts {
    services.into_iter().fold(Counts::default(), Counts::and)
}

/// Every person counts once: the answers of people who rated one, two and three services (as in Australia's survey, which
/// asks of three at most). Cards cannot be told to be of one person, so this is for surveys only.
#[must_use]
pub fn person_weighted(by_services_rated: [Counts; 3]) -> Option<f64> {
    // Sixths of a person: six for an only answer, three for one of two, two for one of three.
    let weighted = std::iter::zip([6, 3, 2], by_services_rated)
        .map(|(sixths, counts)| Counts(counts.0.map(|count| count.saturating_mul(sixths))));
    experience_weighted(weighted).service_quality_score()
}

/// The mean of the services' scores, which some publish as "average across services shown"; by that name only.
#[must_use]
pub fn unweighted_services(services: &[Counts]) -> Option<f64> {
    let scores: Vec<f64> = services.iter().filter_map(Counts::service_quality_score).collect();
    let number = u64::try_from(scores.len()).unwrap_or(u64::MAX);
    (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / real(number))
}
