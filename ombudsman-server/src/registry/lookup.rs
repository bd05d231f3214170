//! Looking services up for many at once. Whoever asks while the register is being read shares the next reading: a card
//! is judged by what the register says after it came, and a thousand cards cost few readings.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::{Service, find};
use crate::house::House;

/// The most questions that are answered at once.
const TOGETHER: usize = 512;

/// The register could not be read; the cause is in the log.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the register could not be read")]
pub struct Unreadable;

/// What a question is answered with.
type Answer = Result<Option<Arc<Service>>, Unreadable>;

/// Answers which service a slug is.
pub struct Lookup(mpsc::Sender<(String, oneshot::Sender<Answer>)>);

impl Lookup {
    /// Begins to answer, until this goes.
    #[must_use]
    pub fn new(house: Arc<House>) -> Self {
        let (questions, inbox) = mpsc::channel(4 * TOGETHER);
        tokio::spawn(answer_together(house, inbox));
        Self(questions)
    }

    /// The service of this slug, as the register has it now.
    pub async fn find(&self, slug: &str) -> Answer {
        let (asked, answer) = oneshot::channel();
        self.0.send((slug.to_owned(), asked)).await.map_err(|_| Unreadable)?;
        answer.await.map_err(|_| Unreadable)?
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
