//! `/desk/audit` and `/desk/audit/{reference}`.

use std::sync::Arc;

use warp::Filter;

use super::{all, chain};
use crate::house::House;
use crate::http::{Routes, answer, either, get, get_one, visit, with};

/// The routes of whoever reads the log.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let every = get("/desk/audit")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, all(&house, &visit).await) });
    let one = get_one("/desk/audit/{reference}").and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move { answer(&visit, chain(&house, &visit, &name).await) },
    );
    either(every.boxed(), one.boxed())
}
