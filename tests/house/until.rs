//! Waiting without sleeping: for a condition that has a name, and never for ever.

use std::time::Duration;

use tokio::time::{Instant, interval};

/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// How long a condition may take when the test says nothing else.
const PATIENCE: Duration = Duration::from_secs(20);

/// Looks until there is something, for at most 20 seconds.
pub async fn until<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    within(PATIENCE, what, look).await
}

/// Looks until there is something, for at most this long. Fails with the name of what did not come about.
pub async fn within<T>(limit: Duration, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let (deadline, mut again) = (Instant::now() + limit, interval(LOOK));
    loop {
        again.tick().await;
        if let Some(found) = look().await {
            return found;
        }
        assert!(Instant::now() < deadline, "waited {limit:?} in vain: {what}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    #[should_panic(expected = "in vain: the cow comes home")]
    async fn what_does_not_come_about_is_named() {
        within(Duration::from_millis(50), "the cow comes home", async || None::<()>).await;
    }
}
