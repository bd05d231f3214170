//! What every home promises of a letter that is put off, and of how long letters have waited.

use std::time::Duration;

use ombudsman_server::queue::{Delivery, Depth, PutOff, Queue};
use tests::until;

use crate::ground::{Ground, LONG, SHORT, letter, written};

kept_by_all!(
    a_letter_that_is_put_off_comes_back_when_its_time_is_over_with_its_tries_counted,
    a_letter_that_is_put_off_for_long_does_not_come_back_when_the_time_in_hand_is_over,
    a_letter_that_another_has_by_now_is_not_put_off,
    a_letter_that_was_recorded_after_it_was_put_off_never_comes_back,
    a_letter_that_is_put_off_is_never_lost_where_nobody_takes_it_for_long,
    it_is_told_since_when_the_oldest_letter_waits,
);

const MOMENT: Duration = Duration::from_millis(200);

async fn one(queue: &dyn Queue) -> Delivery {
    until("a letter is delivered", async || queue.take(1).await.expect("the queue answers").pop()).await
}

fn off(delivery: &Delivery, wait: Duration) -> PutOff<'_> {
    PutOff { ticket: &delivery.ticket, tries: delivery.tries, wait }
}

async fn a_letter_that_is_put_off_comes_back_when_its_time_is_over_with_its_tries_counted(ground: Ground) {
    // What is taken would stay taken for longer than any test.
    let (queue, other) = (ground.queue(LONG).await, ground.queue(LONG).await);
    queue.append(&[written(1)]).await.expect("kept");
    for tries in 1..=4 {
        let taken = one(if tries % 2 == 0 { queue.as_ref() } else { other.as_ref() }).await;
        assert_eq!((taken.letter.clone(), taken.tries), (Some(letter(1)), tries));
        let holder = if tries % 2 == 0 { &queue } else { &other };
        holder.put_off(&off(&taken, MOMENT)).await.expect("put off");
        assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 1, set_aside: 0 });
    }
    let last = one(queue.as_ref()).await;
    queue.acknowledge(&[last.ticket]).await.expect("acknowledged");
    assert_eq!(queue.depth().await.expect("a depth").waiting, 0);
}

async fn a_letter_that_is_put_off_for_long_does_not_come_back_when_the_time_in_hand_is_over(ground: Ground) {
    let queue = ground.queue(SHORT).await;
    queue.append(&[written(1)]).await.expect("kept");
    let first = one(queue.as_ref()).await;
    queue.put_off(&off(&first, LONG)).await.expect("put off");
    // Another letter comes back three times, so that the time in hand is over for both.
    queue.append(&[written(2)]).await.expect("kept");
    for tries in 1..=3 {
        let taken = one(queue.as_ref()).await;
        assert_eq!((taken.letter, taken.tries), (Some(letter(2)), tries));
    }
}

async fn a_letter_that_another_has_by_now_is_not_put_off(ground: Ground) {
    let (slow, quick) = (ground.queue(SHORT).await, ground.queue(SHORT).await);
    slow.append(&[written(1)]).await.expect("kept");
    let first = one(slow.as_ref()).await;
    let second = one(quick.as_ref()).await;
    slow.put_off(&off(&first, LONG)).await.expect("nothing happens");
    let third = one(quick.as_ref()).await;
    assert_eq!((third.ticket, third.tries), (second.ticket, 3));
}

async fn a_letter_that_was_recorded_after_it_was_put_off_never_comes_back(ground: Ground) {
    let queue = ground.queue(LONG).await;
    queue.append(&[written(1)]).await.expect("kept");
    let taken = one(queue.as_ref()).await;
    queue.put_off(&off(&taken, Duration::ZERO)).await.expect("put off");
    queue.acknowledge(std::slice::from_ref(&taken.ticket)).await.expect("acknowledged");
    assert_eq!(queue.take(10).await.expect("the queue answers"), []);
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 0, set_aside: 0 });
}

/// Nothing is ever trimmed: whatever was neither acknowledged nor set aside is there, however much else goes.
async fn a_letter_that_is_put_off_is_never_lost_where_nobody_takes_it_for_long(ground: Ground) {
    const OTHERS: usize = 300;
    let queue = ground.queue(LONG).await;
    for number in 0..3 {
        queue.append(&[written(number)]).await.expect("kept");
    }
    let first = one(queue.as_ref()).await;
    queue.put_off(&off(&first, LONG)).await.expect("put off");
    let held = one(queue.as_ref()).await;
    for number in 0..OTHERS {
        queue.append(&[written(number)]).await.expect("kept");
    }
    let mut gone = 0;
    while gone < OTHERS {
        let tickets: Vec<String> = queue.take(64).await.expect("letters").into_iter().map(|d| d.ticket).collect();
        let tickets = &tickets[..tickets.len().min(OTHERS - gone)];
        queue.acknowledge(tickets).await.expect("acknowledged");
        gone += tickets.len();
    }
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 3, set_aside: 0 });
    let later = ground.queue(Duration::from_millis(1)).await;
    let mut found = std::collections::HashSet::new();
    until("what was in somebody's hands comes back", async || {
        found.extend(later.take(10).await.expect("letters").into_iter().map(|delivery| delivery.ticket));
        let is_there = match &ground {
            // The time in hand was fixed when it was taken.
            Ground::Table { .. } => true,
            _ => found.contains(&held.ticket),
        };
        is_there.then_some(())
    })
    .await;
    assert!(!found.contains(&first.ticket), "its time is not over");
}

async fn it_is_told_since_when_the_oldest_letter_waits(ground: Ground) {
    let queue = ground.queue(LONG).await;
    assert_eq!(queue.waits_since().await.expect("an answer"), None);
    let before = now();
    // This one says that it was received long ago, elsewhere.
    queue.append(&[written(2)]).await.expect("kept");
    let since = queue.waits_since().await.expect("an answer").expect("a letter waits");
    let after = now();
    assert!((before..=after).contains(&since), "{before} {since} {after}");
    queue.append(&[written(4)]).await.expect("kept");
    assert_eq!(queue.waits_since().await.expect("an answer"), Some(since), "the oldest counts");
    let taken = one(queue.as_ref()).await;
    assert_eq!(queue.waits_since().await.expect("an answer"), Some(since), "in hand is not yet done");
    let rest = one(queue.as_ref()).await;
    queue.acknowledge(&[taken.ticket, rest.ticket]).await.expect("acknowledged");
    assert_eq!(queue.waits_since().await.expect("an answer"), None);
}

fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_millis()).expect("a number")
}
