//! What only the queue in a table must see to: its leases are times of the system's clock, which may be set back.

use std::time::Duration;

use crate::ground::{Ground, LONG, written};

#[tokio::test]
async fn a_lease_from_before_the_clock_was_set_back_is_over_and_any_other_is_not() {
    let ground = Ground::table().await;
    let Ground::Table { house, .. } = &ground else { return };
    let queue = ground.queue(LONG).await;
    queue.append(&[written(1), written(2)]).await.expect("kept");
    assert_eq!(queue.take(10).await.expect("letters").len(), 2);
    let mut tx = house.db.begin().await.expect("a write");
    let until = house.clock.millis() + i64::try_from(Duration::from_hours(2).as_millis()).expect("a time");
    let sql = "UPDATE queue SET leased_until = $1 WHERE ticket = (SELECT MIN(ticket) FROM queue)";
    tx.execute(sql, vec![until.into()]).await.expect("a row");
    tx.commit().await.expect("a commit");
    assert_eq!(queue.take(10).await.expect("letters").len(), 1);
    assert_eq!(queue.take(10).await.expect("letters").len(), 0, "its new lease is one of now");
}
