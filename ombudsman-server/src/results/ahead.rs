//! After a start nothing of the results is in memory, and whoever came first would wait while the editions of three years are read. So
//! they are read in the background, as soon as the office opens.

use std::sync::Arc;

use tokio::sync::watch;

use super::{editions, standards};
use crate::house::House;
use crate::http::Failure;

/// Reads what the newest pages show, until that is done or the office is told to stop. What cannot be read is told in the log, and
/// read at the first visit.
pub async fn read_ahead(house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    let read = tokio::select! {
        // The end is looked at first: a record that closes then is no fault. The sender going away is an end as well.
        biased;
        _ = stopped.wait_for(|stop| *stop) => return,
        read = read(&house) => read,
    };
    match read {
        Ok(0) => {}
        Ok(editions) => tracing::info!(editions, "the newest results are in memory"),
        // Why not was told where it failed.
        Err(_) => tracing::warn!("the results were not read ahead; whoever visits them first waits for it"),
    }
}

/// How many editions were read.
async fn read(house: &House) -> Result<usize, Failure> {
    let editions = editions::ahead::read_newest(house).await?;
    standards::read_newest(house).await?;
    Ok(editions)
}
