//! `/desk/audit` and `/desk/audit/{reference}`.

use std::sync::Arc;

use warp::Filter;

use super::{all, chain};
use crate::house::House;
use crate::http::{Routes, answer, either, get, visit, with};

/// The routes of whoever reads the log.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let every = warp::path!("desk" / "audit")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, all(&house, &visit).await) });
    let one = warp::path!("desk" / "audit" / String).and(get()).and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move { answer(&visit, chain(&house, &visit, &name).await) },
    );
    either(every.boxed(), one.boxed())
}
