//! The services of an organisation in an edition: those that may be compared, with where each is, and those that may not.

use feedback::Language;

use super::{FEWEST_ANSWERS, Funnel, Place, Published};
use crate::results::editions::{Number, Overall, Rated, Told};
use crate::words::Words;

/// A service that is compared.
pub(super) struct Compared {
    pub service: String,
    pub name: String,
    pub published: Published,
    pub share: Number,
    pub place: Place,
}

/// All that an edition tells of an organisation's services, by name.
pub(super) struct Group {
    /// Nothing where too few may be compared; then those that could be are among the others.
    pub funnel: Option<Funnel>,
    pub compared: Vec<Compared>,
    /// The services that are not compared, by their names in addresses and for people.
    pub others: Vec<(String, String)>,
}

impl Group {
    pub fn of(overall: &Overall, organisation: &str, language: Language, words: &Words) -> Self {
        let mut services: Vec<_> = overall.services_of(organisation).collect();
        let order = words.order();
        services.sort_by(|(_, a, _), (_, b, _)| order(a.name(language), b.name(language)));
        let named: Vec<_> =
            services.into_iter().map(|(slug, names, rated)| (slug, names.name(language), rated)).collect();
        let may: Vec<(Published, Number)> = named.iter().filter_map(|(.., rated)| comparable(rated)).collect();
        let published: Vec<Published> = may.iter().map(|(published, _)| *published).collect();
        let funnel = Funnel::of(&published);
        let places = funnel.map_or_else(Vec::new, |funnel| funnel.places(&published));
        let is_compared = |rated: &Rated| funnel.is_some() && comparable(rated).is_some();
        let (own, others): (Vec<_>, Vec<_>) = named.into_iter().partition(|(.., rated)| is_compared(rated));
        let compared = own.into_iter().zip(may).zip(places).map(|(((slug, name, _), (published, share)), place)| {
            Compared { service: slug.to_owned(), name: name.to_owned(), published, share, place }
        });
        let others = others.into_iter().map(|(slug, name, _)| (slug.to_owned(), name.to_owned()));
        Self { funnel, compared: compared.collect(), others: others.collect() }
    }

    /// How many are at one of these places.
    pub fn at(&self, places: &[Place]) -> usize {
        self.compared.iter().filter(|one| places.contains(&one.place)).count()
    }
}

/// What may be compared of a service: its share of the two best ratings, where a hundred people and more answered.
fn comparable(rated: &Rated) -> Option<(Published, Number)> {
    let Told::Number(share) = rated.top_two else { return None };
    let published = Published { n: share.n, least: share.mark.least, most: share.mark.most };
    (share.is_comparable && share.n >= FEWEST_ANSWERS).then_some((published, share))
}
