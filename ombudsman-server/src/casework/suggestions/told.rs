//! What a person reads on the tracking page about their suggestion or compliment, once something became of it.

mod store;

use feedback::{Intent, Language};

use crate::casework::service_names::ServiceNames;
use crate::casework::story::day;
use crate::house::House;
use crate::http::{Failure, Visit};

/// What became of a card that is owed no answer.
pub(in crate::casework) enum Told {
    /// A suggestion was answered.
    Answered {
        /// What becomes of it, and since when.
        sentence: String,
        /// Why.
        reason: String,
        /// Whether what was done can be read by everyone, and about which service.
        published: Option<String>,
    },
    /// A compliment was passed on: to whom and when.
    PassedOn(String),
}

/// What became of this card, if something did.
pub(in crate::casework) async fn of(
    house: &House,
    visit: &Visit,
    reference: &str,
    intent: Intent,
) -> Result<Option<Told>, Failure> {
    let words = visit.words();
    match intent {
        Intent::Suggestion => {
            let found = store::answer(&house.db, reference).await.map_err(Failure::unavailable)?;
            let is_french = visit.official == Language::French;
            Ok(found.map(|answer| Told::Answered {
                sentence: words.with(
                    &["progress-verdict-", answer.verdict.as_str()].concat(),
                    "date",
                    day(answer.at, words),
                ),
                reason: if is_french { answer.reason_fr } else { answer.reason_en },
                published: answer.published,
            }))
        }
        Intent::Compliment => {
            let found = store::passed(&house.db, reference).await.map_err(Failure::unavailable)?;
            let Some((service, at)) = found else { return Ok(None) };
            let to = ServiceNames::new(house, visit).of(&service).await?;
            let values = [("service", to.into()), ("date", day(at, words).into())];
            Ok(Some(Told::PassedOn(words.with_all("progress-passed-on", &values))))
        }
        _ => Ok(None),
    }
}
