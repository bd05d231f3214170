//! Cases are written into the index a moment after they came, and those of before it likewise: a few at a time, beside everything
//! else.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::store;
use crate::house::House;

/// Between two turns while cases are owed, so that cards are recorded meanwhile.
const PAUSE: Duration = Duration::from_millis(50);
/// How soon it is looked again where none is.
const LOOK: Duration = Duration::from_millis(250);
/// After a turn that failed.
const REST: Duration = Duration::from_mins(1);

/// Writes them until the office stops. What is not written by then is noted, and written after.
pub async fn keep_writing(house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    loop {
        let pause = match store::pay(&house.db).await {
            Ok(true) => PAUSE,
            Ok(false) => LOOK,
            Err(error) => {
                tracing::error!(%error, "cases could not be written for the search; it is tried again in a minute");
                REST
            }
        };
        if tokio::time::timeout(pause, stopped.wait_for(|stop| *stop)).await.is_ok() {
            return;
        }
    }
}
