//! `/track` for the person; `/desk` and its other views, `/desk/cases/{reference}`, its labels, `/desk/search`,
//! `/desk/quarantine`, `/desk/past-work`, `/desk/enter`, suggestions and compliments for officers; `/desk/load` for those to
//! whom others turn; `/desk/audit` for whoever reads the log.

use std::sync::Arc;

use warp::Filter;

use super::queue::{self, View};
use super::{
    Ears, compliments, desk, enter, incidents, labels, load, log, news, past_work, quarantine, referrals, retention,
    saved, search, steps, suggestions, track,
};
use crate::house::House;
use crate::http::{Routes, answer, body, either, get, get_one, post, post_one, visit, visit_in_any_language, with};

/// The routes that anyone may use.
#[must_use]
pub fn public(house: &Arc<House>) -> Routes {
    let show = get("/track").and(visit_in_any_language()).map(|visit| answer(&visit, track::form(&visit)));
    let look_up =
        post("/track").and(with(house)).and(visit_in_any_language()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move { answer(&visit, track::look_up(&house, &visit, sent).await) },
        );
    either(show.boxed(), look_up.boxed())
}

/// The officers' routes.
#[must_use]
pub fn desk(house: &Arc<House>, ears: &Arc<Ears>) -> Routes {
    let queue = get("/desk")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, queue::show(&house, &visit, View::Mine).await) });
    let view = get_one("/desk/{view}").and(with(house)).and(visit()).then(
        |view: String, house: Arc<House>, visit| async move { answer(&visit, queue::view(&house, &visit, &view).await) },
    );
    let case = get_one("/desk/cases/{reference}").and(with(house)).and(visit()).then(
        |reference: String, house: Arc<House>, visit| async move {
            answer(&visit, desk::case(&house, &visit, &reference).await)
        },
    );
    let step =
        post_one("/desk/cases/{reference}").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |reference: String, house: Arc<House>, visit, sent| async move {
                answer(&visit, steps::step(&house, &visit, &reference, sent).await)
            },
        );
    let label = post_one("/desk/cases/{reference}/labels")
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|reference: String, house: Arc<House>, visit, sent| async move {
            answer(&visit, labels::decide(&house, &visit, &reference, sent).await)
        });
    let cases = either(either(case.boxed(), step.boxed()), label.boxed());
    let beside = either(quarantine_routes(house), either(enter_routes(house), log::routes::routes(house)));
    let closing = either(suggestions::routes::routes(house), compliments::routes::routes(house));
    let beside = either(either(past_work_routes(house), closing), beside);
    let beside = either(either(search_routes(house), load_routes(house)), beside);
    let beside = either(either(incidents::routes::routes(house), referrals::routes::routes(house)), beside);
    let beside = either(retention::hold::routes::routes(house), beside);
    let beside = either(either(saved::routes::routes(house), news::routes::routes(house, ears)), beside);
    either(either(queue.boxed(), cases), either(beside, view.boxed()))
}

fn past_work_routes(house: &Arc<House>) -> Routes {
    let show = get("/desk/past-work")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, past_work::show(&house, &visit).await) });
    let add = post("/desk/past-work").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, past_work::add(&house, &visit, sent).await) },
    );
    either(show.boxed(), add.boxed())
}

fn search_routes(house: &Arc<House>) -> Routes {
    let show = get("/desk/search")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, search::show(&house, &visit).await) });
    let ask =
        post("/desk/search").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move { answer(&visit, search::ask(&house, &visit, sent).await) },
        );
    either(show.boxed(), ask.boxed())
}

fn load_routes(house: &Arc<House>) -> Routes {
    let show = get("/desk/load")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, load::show(&house, &visit).await) });
    let list = get("/desk/load/cases")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, load::show_list(&house, &visit).await) });
    let give =
        post("/desk/load/cases").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move { answer(&visit, load::give(&house, &visit, sent).await) },
        );
    either(show.boxed(), either(list.boxed(), give.boxed()))
}

fn enter_routes(house: &Arc<House>) -> Routes {
    let show = get("/desk/enter")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, enter::show(&house, &visit).await) });
    let begin =
        post("/desk/enter").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move { answer(&visit, enter::begin(&house, &visit, sent).await) },
        );
    either(show.boxed(), begin.boxed())
}

fn quarantine_routes(house: &Arc<House>) -> Routes {
    let show = get("/desk/quarantine")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, quarantine::show(&house, &visit).await) });
    let decide = post("/desk/quarantine").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, quarantine::decide(&house, &visit, sent).await) },
    );
    either(show.boxed(), decide.boxed())
}
