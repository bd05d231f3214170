//! Services of an edition that stand beside one another: those that may be compared, with where each is, and those that may not.

use feedback::Language;

use super::{FEWEST_ANSWERS, Funnel, Place, Published};
use crate::registry::ServiceKind;
use crate::results::editions::{Number, Overall, Rated, RatedService, Told};
use crate::words::Words;

/// Which services stand beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Peers<'a> {
    /// Those of an organisation, by its name in addresses.
    Organisation(&'a str),
    /// Those of a kind, of whatever organisation.
    Kind(ServiceKind),
}

/// A service, by its names in addresses and for people.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub organisation: String,
    pub service: String,
    pub name: String,
}

/// A service that is compared.
pub(super) struct Compared {
    pub member: Member,
    pub published: Published,
    pub share: Number,
    pub place: Place,
}

/// All that an edition tells of these services, by name.
pub(super) struct Group {
    /// Nothing where too few may be compared; then those that could be are among the others.
    pub funnel: Option<Funnel>,
    pub compared: Vec<Compared>,
    /// The services that are not compared.
    pub others: Vec<Member>,
}

impl Peers<'_> {
    fn have(self, service: &RatedService) -> bool {
        match self {
            Self::Organisation(organisation) => service.organisation == organisation,
            Self::Kind(kind) => service.kind == Some(kind),
        }
    }

    /// What a service is called among them: with its organisation, where there are several.
    fn name(self, service: &RatedService, language: Language, words: &Words) -> String {
        let (name, organisation) = (service.names.name(language), service.names.organisation_name(language));
        match self {
            Self::Organisation(_) => name.to_owned(),
            Self::Kind(_) => {
                let named = [("service", name.into()), ("organisation", organisation.into())];
                words.with_all("compare-service-of", &named)
            }
        }
    }
}

impl Group {
    pub fn of(overall: &Overall, peers: Peers<'_>, language: Language, words: &Words) -> Self {
        let member = |(slug, told): (&str, &RatedService)| {
            let name = peers.name(told, language, words);
            (Member { organisation: told.organisation.clone(), service: slug.to_owned(), name }, told.rated)
        };
        let mut named: Vec<(Member, Rated)> =
            overall.services().filter(|(_, told)| peers.have(told)).map(member).collect();
        let order = words.order();
        named.sort_by(|(a, _), (b, _)| order(&a.name, &b.name));
        let may: Vec<(Published, Number)> = named.iter().filter_map(|(_, rated)| comparable(rated)).collect();
        let published: Vec<Published> = may.iter().map(|(published, _)| *published).collect();
        let funnel = Funnel::of(&published);
        let places = funnel.map_or_else(Vec::new, |funnel| funnel.places(&published));
        let is_compared = |rated: &Rated| funnel.is_some() && comparable(rated).is_some();
        let (own, others): (Vec<_>, Vec<_>) = named.into_iter().partition(|(_, rated)| is_compared(rated));
        let compared = own
            .into_iter()
            .zip(may)
            .zip(places)
            .map(|(((member, _), (published, share)), place)| Compared { member, published, share, place });
        let others = others.into_iter().map(|(member, _)| member);
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
