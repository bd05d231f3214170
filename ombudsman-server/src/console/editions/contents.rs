//! `GET /publish/editions/{edition}` with `service` or `part=complaints`, and its files: every number of an edition, for
//! who approves it. They are the pages and bytes that everyone would read.

use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit};
use crate::results::editions::{self, ComplaintsOf, Edition, ServiceOf};
use crate::staff::{Action, SignedIn, enter};

/// One service in the edition of this name, or how complaints were handled.
pub(in crate::console) async fn service(house: &House, visit: &Visit, id: &str) -> Result<Reply, Failure> {
    let (signed_in, edition) = entered(house, visit, id).await?;
    let page = Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room());
    if visit.asked("part") == Some("complaints") {
        let of = ComplaintsOf { edition: &edition, is_public: false, newer: None };
        return editions::complaints_of(house, visit, page, of).await;
    }
    let service = visit.asked("service").ok_or(Failure::NotFound)?;
    let of = ServiceOf { edition: &edition, service, is_public: false, newer: None, standards: None, badge: None };
    editions::of_service(house, visit, page, of).await?.ok_or(Failure::NotFound)
}

/// A file of the edition of this name.
pub(in crate::console) async fn file(house: &House, visit: &Visit, id: &str, name: &str) -> Result<Reply, Failure> {
    let (_, edition) = entered(house, visit, id).await?;
    editions::file(house, &edition, name).await
}

async fn entered(house: &House, visit: &Visit, id: &str) -> Result<(SignedIn, Edition), Failure> {
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    let prepared = editions::prepared(&house.db).await.map_err(Failure::unavailable)?;
    let edition = prepared.into_iter().find(|edition| edition.id == id).ok_or(Failure::NotFound)?;
    Ok((signed_in, edition))
}
