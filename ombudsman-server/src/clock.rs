//! The only reader of the current time: everything else is handed a [`Clock`], so that tests may set it.

use std::sync::Arc;

use jiff::Timestamp;

/// Tells the time.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(Timestamp::now))
    }

    /// A clock that tells what the test says.
    #[must_use]
    pub fn for_testing(tell: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }

    /// The time now in milliseconds since 1970, as the record keeps it.
    #[must_use]
    pub fn millis(&self) -> i64 {
        self.now().as_millisecond()
    }
}
