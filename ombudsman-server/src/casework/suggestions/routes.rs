//! `/desk/suggestions`, `/desk/you-said` and `/publish`.

use std::sync::Arc;

use warp::Filter;

use super::{answer, publish, you_said};
use crate::house::House;
use crate::http::{self, Routes, body, either, get, post, visit, with};

/// The routes of suggestions.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let list = warp::path!("desk" / "suggestions")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { http::answer(&visit, super::show(&house, &visit).await) });
    let say = warp::path!("desk" / "suggestions")
        .and(post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|house: Arc<House>, visit, sent| async move {
            http::answer(&visit, answer::answer(&house, &visit, sent).await)
        });
    either(either(list.boxed(), say.boxed()), either(draft_routes(house), publish_routes(house)))
}

fn draft_routes(house: &Arc<House>) -> Routes {
    let show = warp::path!("desk" / "you-said")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { http::answer(&visit, you_said::show(&house, &visit).await) });
    let draft = warp::path!("desk" / "you-said")
        .and(post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|house: Arc<House>, visit, sent| async move {
            http::answer(&visit, you_said::draft(&house, &visit, sent).await)
        });
    either(show.boxed(), draft.boxed())
}

fn publish_routes(house: &Arc<House>) -> Routes {
    let show = warp::path!("publish")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { http::answer(&visit, publish::show(&house, &visit).await) });
    let decide =
        warp::path!("publish").and(post()).and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move {
                http::answer(&visit, publish::decide(&house, &visit, sent).await)
            },
        );
    either(show.boxed(), decide.boxed())
}
