//! Recording: what a batch of cards leads to, in one transaction.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::Timestamp;

use super::alike;
use super::entry;
use super::screen::Mark;
use super::sort::SortedCard;
use super::store::{self, Inserted, RestoredCard};
use super::triage;
use crate::audit::{self, Action, Actor};
use crate::casework::{self, NewCase, Opening, route};
use crate::db::{DbError, Tx};
use crate::house::House;
use crate::registry::desks::{self, Line};
use crate::results::{self, Answers, Counted};
use crate::secrets::Secrets;
use crate::secrets::rotation::{self, Noted};
use crate::standard::Standard;

/// What became of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// It is in the record now.
    New,
    /// It was there already, the same in every character.
    Again,
    /// Another card has its id: it is in the record now under one of its own.
    Beside,
}

/// Records these cards, all or none. What became of each, in their order.
pub(super) async fn record(house: &House, standard: &Standard, cards: &[SortedCard]) -> Result<Vec<Recorded>, DbError> {
    let mut tx = house.db.begin().await?;
    // Asked in the same write: a key that is retired later seals nothing of this batch.
    let noted = rotation::noted(&mut tx).await?;
    let (secrets, now) = (&house.secrets, house.clock.millis());
    let mut batch = Batch {
        tx,
        now,
        secrets,
        noted,
        standard,
        counts: BTreeMap::new(),
        cases: Vec::new(),
        desks: BTreeMap::new(),
        alike: alike::Keys::default(),
        entries: Vec::new(),
    };
    let mut outcomes = Vec::with_capacity(cards.len());
    for (sorted, inserted) in cards.iter().zip(batch.insert(cards).await?) {
        outcomes.push(match inserted {
            Inserted::New(mark) => {
                batch.follow(sorted, mark).await?;
                Recorded::New
            }
            Inserted::Same => Recorded::Again,
            Inserted::Another => batch.record_beside(sorted).await?,
        });
    }
    results::count_patterns(&mut batch.tx, &batch.counts).await?;
    casework::open_cases(&mut batch.tx, &batch.cases).await?;
    audit::begin(&mut batch.tx, &batch.entries).await?;
    batch.tx.commit().await?;
    Ok(outcomes)
}

/// What one transaction gathers.
struct Batch<'a> {
    tx: Tx,
    /// When it is written, in milliseconds since 1970.
    now: i64,
    secrets: &'a Secrets,
    /// The generations of keys, and which of them seal no more.
    noted: Vec<Noted>,
    standard: &'a Standard,
    /// How many cards gave the same answers: each is counted once, together.
    counts: BTreeMap<Answers, i64>,
    /// The cases that these cards open.
    cases: Vec<NewCase>,
    /// The desks of services that were asked for.
    desks: BTreeMap<String, Line>,
    /// The keys of the days on which they came.
    alike: alike::Keys,
    /// What the log tells of these cards: each is new, and so is its chain.
    entries: Vec<audit::Entry>,
}

impl Batch<'_> {
    async fn insert(&mut self, cards: &[SortedCard]) -> Result<Vec<Inserted>, DbError> {
        let mut with_likeness = Vec::with_capacity(cards.len());
        for sorted in cards {
            let likeness = match &sorted.likeness {
                Some(said) => {
                    let said = (said.as_str(), sorted.received_at, self.now);
                    Some(self.alike.likeness(&mut self.tx, self.secrets, said).await?)
                }
                None => None,
            };
            with_likeness.push((sorted, likeness));
        }
        store::insert(&mut self.tx, &with_likeness, self.now).await
    }

    /// Records a card whose id another has: a form that was changed after it was first kept, or an id used twice. Nobody
    /// writes over the first card, and nothing that was said is lost.
    async fn record_beside(&mut self, sorted: &SortedCard) -> Result<Recorded, DbError> {
        let own = sorted.beside(self.secrets)?;
        match self.insert(std::slice::from_ref(&own)).await?.first() {
            Some(Inserted::New(mark)) => self.follow(&own, *mark).await.map(|()| Recorded::Beside),
            Some(Inserted::Same | Inserted::Another) | None => Ok(Recorded::Again),
        }
    }

    /// What a new card leads to: the sealed address and original, its place in the results, its case.
    async fn follow(&mut self, sorted: &SortedCard, mark: Option<Mark>) -> Result<(), DbError> {
        let (card, reference) = (&sorted.card, sorted.reference.as_str());
        if let Some((by, sealed)) = &sorted.sealed {
            let sealed = self.secrets.sealed_to_stay(reference, sealed, &self.noted)?;
            store::keep_address(&mut self.tx, reference, *by, &sealed).await?;
        }
        if let Some(original) = &sorted.original {
            let original = self.secrets.sealed_to_stay(reference, original, &self.noted)?;
            store::keep_original(&mut self.tx, reference, &original).await?;
        }
        for (label, words) in &sorted.label_words {
            store::keep_label_words(&mut self.tx, reference, *label, words).await?;
        }
        if mark.is_none()
            && let Some(pattern) = &sorted.pattern
        {
            let answers = (Counted::of(card), sorted.received_on(self.standard), pattern.as_str().to_owned());
            *self.counts.entry(answers).or_default() += 1;
        }
        let opens_a_case = triage::opens_a_case(card.intent, &sorted.labels) && mark != Some(Mark::Spam);
        self.entries.extend(entry::of(sorted, opens_a_case, self.now));
        if opens_a_case {
            let service = card.service.as_str();
            let line = match self.desks.entry(service.to_owned()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(desks::of_service(&mut self.tx, service).await?),
            };
            let (intent, labels, received) = (card.intent, &sorted.labels, sorted.received());
            let (desk, why) = route::desk(intent, labels, card.language, line);
            let opening = Opening { reference, service, intent, desk, desk_reason: why.as_str(), labels, received };
            self.cases.push(NewCase::of(&opening, self.standard));
        }
        Ok(())
    }
}

/// Takes in a card that a person has let out of quarantine: it is counted, and opens the case that it is owed. The time
/// counts from now, because only now does anybody know that a person sent it.
pub(super) async fn take_in(house: &House, standard: &Standard, card: &RestoredCard) -> Result<(), DbError> {
    let mut tx = house.db.begin().await?;
    let Some(mark) = store::unmark(&mut tx, &card.reference).await? else { return Ok(()) };
    let received = Timestamp::from_millisecond(card.received_at).unwrap_or(Timestamp::UNIX_EPOCH);
    if mark.is_none()
        && let Some(pattern) = &card.pattern
    {
        let answers = (card.counted.clone(), standard.office_date(received), pattern.clone());
        results::count_patterns(&mut tx, &BTreeMap::from([(answers, 1)])).await?;
    }
    if triage::opens_a_case(card.intent, &card.labels) {
        let line = desks::of_service(&mut tx, &card.counted.service).await?;
        let (desk, why) = route::desk(card.intent, &card.labels, card.language, &line);
        let opening = Opening {
            reference: &card.reference,
            service: &card.counted.service,
            intent: card.intent,
            desk,
            desk_reason: why.as_str(),
            labels: &card.labels,
            received: house.clock.now(),
        };
        casework::open_cases(&mut tx, &[NewCase::of(&opening, standard)]).await?;
        let entry = audit::Entry::of_case(&card.reference, house.clock.millis(), Actor::system(), Action::Submit);
        audit::append(&mut tx, &entry.to("received").because("let-in").deciding(&card.digest)).await?;
    }
    tx.commit().await
}
