//! What was read last of the editions. Reading a large one takes a while and much memory, nearly everyone reads the newest,
//! and anyone may ask: so one is read at a time, off the threads that answer, and whoever asks for the same waits for it.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::data::File;
use super::{Document, Edition, store};
use crate::db::DbError;
use crate::house::House;
use crate::http::Failure;

static TURN: Semaphore = Semaphore::const_new(1);
static DOCUMENT: Held<Arc<Indexed>> = Held::new(1);

/// The last of a kind, by the hashes of their bytes.
pub(in crate::results) struct Held<T> {
    most: usize,
    /// The one that was asked for last stands first.
    last: Mutex<VecDeque<(String, T)>>,
}

impl<T: Clone + Send + 'static> Held<T> {
    /// Nothing yet, and never more than so many.
    pub(in crate::results) const fn new(most: usize) -> Self {
        Self { most, last: Mutex::new(VecDeque::new()) }
    }

    /// What has this hash; if it is not among the last, read from what the record keeps of it: its bytes, or its rows.
    pub(in crate::results) async fn get<K: Send + 'static>(
        &'static self,
        hash: &str,
        kept: impl Future<Output = Result<Option<K>, DbError>>,
        read: fn(K) -> Option<T>,
    ) -> Result<T, Failure> {
        if let Some(held) = self.held(hash) {
            return Ok(held);
        }
        let turn = TURN.acquire().await.map_err(Failure::unavailable)?;
        if let Some(held) = self.held(hash) {
            return Ok(held);
        }
        let kept = kept.await.map_err(Failure::unavailable)?.ok_or(Failure::NotFound)?;
        let hash = hash.to_owned();
        // The turn goes along: a visitor who leaves does not let the next one begin before this is over.
        let reading = spawn_blocking(move || {
            let found = read(kept)?;
            self.keep(hash, found.clone());
            drop(turn);
            Some(found)
        });
        reading
            .await
            .map_err(Failure::unavailable)?
            .ok_or_else(|| Failure::unavailable(DbError::Inconsistent { column: 0 }))
    }

    fn held(&self, hash: &str) -> Option<T> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let place = last.iter().position(|(known, _)| known == hash)?;
        let found = last.remove(place)?;
        let held = found.1.clone();
        last.push_front(found);
        Some(held)
    }

    fn keep(&self, hash: String, read: T) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.push_front((hash, read));
        last.truncate(self.most);
    }
}

/// The numbers of an edition, and where those of each service are: a page of one service does not look at those of all.
pub struct Indexed {
    document: Document,
    /// By the services' names in addresses, the places of their figures.
    places: HashMap<String, Vec<usize>>,
}

impl Deref for Indexed {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.document
    }
}

impl Indexed {
    pub(super) fn of(document: Document) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, figure) in document.figures.iter().enumerate() {
            places.entry(figure.service.clone()).or_default().push(place);
        }
        Self { document, places }
    }

    /// The edition with the numbers of this service only; nothing where it does not name the service.
    pub(super) fn only(&self, service: &str) -> Option<Document> {
        let names = self.document.services.get(service)?;
        let places = self.places.get(service).into_iter().flatten();
        let all = &self.document;
        Some(Document {
            edition: all.edition.clone(),
            quarter: all.quarter.clone(),
            number: all.number,
            reason: all.reason.clone(),
            days: all.days.clone(),
            population: all.population.clone(),
            aggregation: all.aggregation.clone(),
            licence: all.licence.clone(),
            code_version: all.code_version.clone(),
            method_version: all.method_version,
            inputs_hmac: all.inputs_hmac.clone(),
            services: BTreeMap::from([(service.to_owned(), names.clone())]),
            kinds: all.kinds.get(service).map(|kind| (service.to_owned(), *kind)).into_iter().collect(),
            figures: places.filter_map(|place| all.figures.get(*place)).cloned().collect(),
        })
    }
}

/// The numbers of an edition.
pub async fn document(house: &House, edition: &Edition) -> Result<Arc<Indexed>, Failure> {
    let json = store::file(&house.db, &edition.id, File::Json);
    let read = |json: Vec<u8>| serde_json::from_slice(&json).ok().map(|document| Arc::new(Indexed::of(document)));
    DOCUMENT.get(&edition.json_sha256, json, read).await
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    static LAST: Held<usize> = Held::new(2);
    static READ: AtomicUsize = AtomicUsize::new(0);

    async fn length_of(
        held: &'static Held<usize>,
        hash: &str,
        bytes: Result<Option<Vec<u8>>, DbError>,
    ) -> Option<usize> {
        held.get(hash, std::future::ready(bytes), |bytes| Some(bytes.len())).await.ok()
    }

    #[tokio::test]
    async fn those_asked_for_last_are_held_and_no_more() {
        static FEW: Held<usize> = Held::new(2);
        for (hash, length) in [("a", 1), ("b", 2), ("a", 1), ("c", 3)] {
            assert_eq!(length_of(&FEW, hash, Ok(Some(vec![0; length]))).await, Some(length));
        }
        assert_eq!(length_of(&FEW, "a", Ok(None)).await, Some(1), "it is not read again");
        assert_eq!(length_of(&FEW, "c", Ok(None)).await, Some(3));
        assert_eq!(length_of(&FEW, "b", Ok(None)).await, None, "it gave way");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn many_who_ask_for_the_same_at_once_have_it_read_once() {
        let ask = || {
            let bytes = std::future::ready(Ok(Some(vec![0_u8; 3])));
            LAST.get("a hash", bytes, |bytes| {
                READ.fetch_add(1, Ordering::Relaxed);
                Some(bytes.len())
            })
        };
        let asked: Vec<_> = (0..16).map(|_| tokio::spawn(ask())).collect();
        for one in asked {
            assert_eq!(one.await.expect("an end").expect("it is there"), 3);
        }
        assert_eq!(READ.load(Ordering::Relaxed), 1);
    }
}
