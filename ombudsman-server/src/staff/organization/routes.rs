//! `GET /sign-in/organization`, `GET /sign-in/organization/return`.

use std::sync::Arc;

use warp::Filter;

use super::{Door, come, go};
use crate::house::House;
use crate::http::{Routes, answer, either, get, visit, with};

/// The routes of this door; where the settings name no provider, they lead nowhere.
pub(in crate::staff) fn routes(house: &Arc<House>) -> Routes {
    let door = Arc::new(Door::new(house));
    let go = get("/sign-in/organization")
        .and(with(&door))
        .and(visit())
        .then(|door: Arc<Door>, visit| async move { answer(&visit, go(&door, &visit).await) });
    let come = get("/sign-in/organization/return")
        .and(with(&door))
        .and(visit())
        .then(|door: Arc<Door>, visit| async move { answer(&visit, come(&door, &visit).await) });
    either(go.boxed(), come.boxed())
}
