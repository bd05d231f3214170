//! The cases of before the index are written into it a few at a time, beside everything else, until there is none left.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::store;
use crate::house::House;

/// Between two turns, so that cards are recorded meanwhile.
const PAUSE: Duration = Duration::from_millis(50);
/// After a turn that failed.
const REST: Duration = Duration::from_mins(1);

/// Writes them until all are written, or the office stops. What is written is kept, whenever that is.
pub async fn keep_writing(house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    loop {
        let pause = match store::pay(&house.db).await {
            Ok(true) => PAUSE,
            Ok(false) => return,
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
