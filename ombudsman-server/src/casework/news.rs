//! Whether there is something newer than what a page of the desk shows: the case on it, or the list. A page that is open is told
//! that, and nothing of any case. It hears nothing more once its member is signed out or may not see it, and when the office
//! closes.

mod ears;
pub(super) mod routes;
mod store;

use std::sync::Arc;
use std::time::Duration;

use ::http::StatusCode;
use feedback::Reference;
use tokio::sync::watch;

pub use self::ears::Ears;
use super::queue::{self, View};
use super::{Case, reach};
use crate::house::House;
use crate::http::{self, Failure, Reply, Visit, of_type};
use crate::staff::{Action, SignedIn, listen};

/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// What a page shows.
enum Shown {
    Case(String),
    Queue(View),
}

impl Shown {
    fn of(visit: &Visit) -> Result<Self, Failure> {
        match (visit.asked("case"), visit.asked("view")) {
            (Some(case), None) => {
                let reference = Reference::parse(case).map_err(|_| Failure::NotFound)?;
                Ok(Self::Case(reference.as_str().to_owned()))
            }
            (None, Some(name)) => {
                let view = View::ALL.into_iter().find(|view| view.as_str() == name).ok_or(Failure::NotFound)?;
                Ok(Self::Queue(view))
            }
            _ => Err(Failure::Malformed),
        }
    }

    /// What it is now, in a word that changes with it; for who may see it.
    async fn now(&self, house: &House, visit: &Visit) -> Result<String, Failure> {
        let signed_in = listen(house, visit, Action::WorkOnCases).await?;
        match self {
            Self::Case(reference) => of_case(house, &reach::case(house, &signed_in, reference).await?).await,
            Self::Queue(view) => of_queue(house, visit, &signed_in, *view).await,
        }
    }
}

/// Where the page of this case hears of what is newer.
pub(super) async fn beside_case(house: &House, case: &Case) -> Result<String, Failure> {
    Ok(format!("/desk/events?case={}&state={}", case.reference, of_case(house, case).await?))
}

/// Where the first page of this queue hears of what is newer.
pub(super) async fn beside_queue(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    view: View,
) -> Result<String, Failure> {
    let state = of_queue(house, visit, signed_in, view).await?;
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("view", view.as_str());
    query.append_pair("desk", visit.asked("desk").unwrap_or_default());
    query.append_pair("state", &state);
    Ok(format!("/desk/events?{}", query.finish()))
}

/// A case changes with each step, and with each thing that its person adds without one.
async fn of_case(house: &House, case: &Case) -> Result<String, Failure> {
    let said = store::number_said(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    Ok(format!("{}.{said}", case.version))
}

async fn of_queue(house: &House, visit: &Visit, signed_in: &SignedIn, view: View) -> Result<String, Failure> {
    let shown = reach::desks(house, visit, signed_in).await?.shown(signed_in);
    queue::state(&house.db, view, &signed_in.shown_as, &shown).await.map_err(Failure::unavailable)
}

/// `GET /desk/events`.
async fn events(house: Arc<House>, visit: Visit, ears: &Ears) -> Result<Reply, Failure> {
    let signed_in = listen(&house, &visit, Action::WorkOnCases).await?;
    let shown = Shown::of(&visit)?;
    let state = visit.asked("state").ok_or(Failure::Malformed)?.to_owned();
    shown.now(&house, &visit).await?;
    let Some(place) = ears.lend(&signed_in.name) else {
        // To a browser this says not to ask again.
        return Ok(of_type(StatusCode::NO_CONTENT, "text/plain", Vec::new()));
    };
    let closes = ears.closes();
    Ok(http::news(async move {
        let is_newer = is_newer(&house, &visit, &shown, &state, closes).await;
        drop(place);
        is_newer
    }))
}

/// Waits until what is shown is not in this state any more. `false` where there is nobody to tell, or nothing for them.
async fn is_newer(house: &House, visit: &Visit, shown: &Shown, state: &str, mut closes: watch::Receiver<bool>) -> bool {
    loop {
        match shown.now(house, visit).await {
            Ok(now) if now != state => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
        if tokio::time::timeout(LOOK_EVERY, closes.wait_for(|closes| *closes)).await.is_ok() {
            return false;
        }
    }
}
