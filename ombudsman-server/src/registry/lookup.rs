//! Looking services up for many at once. What was read a moment ago is not read again; whoever asks while the register is
//! being read shares the next reading, so a thousand cards cost few readings.

use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{mpsc, oneshot};

use super::{Service, find};
use crate::house::House;

/// The most questions that are answered at once.
const TOGETHER: usize = 512;
/// So old may an answer be, in milliseconds. What this process changes in the register is in force at once all the same.
const FRESH_MILLIS: i64 = 1_000;

/// The register could not be read; the cause is in the log.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the register could not be read")]
pub struct Unreadable;

/// What a question is answered with.
type Answer = Result<Option<Arc<Service>>, Unreadable>;

/// Answers which service a slug is.
pub struct Lookup {
    house: Arc<House>,
    /// What the register said last of the services that it has.
    known: RwLock<HashMap<String, Known>>,
    questions: mpsc::Sender<(String, oneshot::Sender<Answer>)>,
}

/// A service, when somebody asked for it in milliseconds since 1970, and how often this process had changed the register by then.
struct Known {
    service: Arc<Service>,
    asked: i64,
    changes: u64,
}

impl Lookup {
    /// Begins to answer, until this goes.
    #[must_use]
    pub fn new(house: Arc<House>) -> Self {
        let (questions, inbox) = mpsc::channel(4 * TOGETHER);
        tokio::spawn(answer_together(Arc::clone(&house), inbox));
        Self { house, known: RwLock::default(), questions }
    }

    /// The service of this slug, as the register has it, or had it a moment ago.
    pub async fn find(&self, slug: &str) -> Answer {
        let (asked, changes) = (self.house.clock.millis(), self.house.register_changes.load(Ordering::Acquire));
        if let Some(service) = self.fresh(slug, asked, changes) {
            return Ok(Some(service));
        }
        let (question, answer) = oneshot::channel();
        self.questions.send((slug.to_owned(), question)).await.map_err(|_| Unreadable)?;
        let found = answer.await.map_err(|_| Unreadable)??;
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(service) = &found {
            known.insert(slug.to_owned(), Known { service: Arc::clone(service), asked, changes });
        } else {
            known.remove(slug);
        }
        drop(known);
        Ok(found)
    }

    fn fresh(&self, slug: &str, now: i64, changes: u64) -> Option<Arc<Service>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        // After a clock that was set back it is asked again.
        let is_fresh = |known: &&Known| (0..FRESH_MILLIS).contains(&(now - known.asked));
        let known = known.get(slug).filter(|known| known.changes == changes).filter(is_fresh)?;
        Some(Arc::clone(&known.service))
    }
}

async fn answer_together(house: Arc<House>, mut inbox: mpsc::Receiver<(String, oneshot::Sender<Answer>)>) {
    let mut questions = Vec::with_capacity(TOGETHER);
    while inbox.recv_many(&mut questions, TOGETHER).await > 0 {
        let mut read: HashMap<String, Answer> = HashMap::new();
        for (slug, asked) in questions.drain(..) {
            let answer = match read.get(&slug) {
                Some(answer) => answer.clone(),
                None => read.entry(slug.clone()).or_insert(read_now(&house, &slug).await).clone(),
            };
            // Whoever gave up waiting needs no answer.
            let _ = asked.send(answer);
        }
    }
}

async fn read_now(house: &House, slug: &str) -> Answer {
    let found = find(&house.db, slug).await.map_err(|error| {
        tracing::error!(%error, "the register could not be read");
        Unreadable
    })?;
    Ok(found.map(Arc::new))
}
