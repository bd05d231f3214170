//! The promises that both homes keep.

use std::collections::HashSet;
use std::sync::Arc;

use ombudsman_server::queue::{Delivery, Depth, Letter, Queue};
use tests::until;

use crate::ground::{Ground, LONG, SHORT, letter, written};

kept_by_all!(
    a_letter_is_delivered_as_it_was_sent_and_gone_once_acknowledged,
    a_letter_that_was_taken_and_not_finished_is_delivered_again_and_its_tries_are_counted,
    a_letter_set_aside_is_kept_with_its_reason_and_delivered_no_more,
    a_letter_that_failed_is_not_offered_again_before_its_time,
    letters_of_many_senders_at_once_all_arrive_once,
    two_workers_never_hold_the_same_letter,
    what_cannot_be_read_is_delivered_as_such_and_stops_nobody,
    a_letter_is_still_there_for_a_process_that_opens_the_queue_later,
);

async fn taken(queue: &Arc<dyn Queue>, most: usize) -> Vec<Delivery> {
    until("something is delivered", async || {
        let taken = queue.take(most).await.expect("the queue answers");
        (!taken.is_empty()).then_some(taken)
    })
    .await
}

fn letters(deliveries: &[Delivery]) -> Vec<Letter> {
    deliveries.iter().map(|delivery| delivery.letter.clone().expect("a readable letter")).collect()
}

async fn a_letter_is_delivered_as_it_was_sent_and_gone_once_acknowledged(ground: Ground) {
    let queue = ground.queue(LONG).await;
    assert_eq!(queue.take(10).await.expect("the queue answers"), []);
    queue.append(&[written(0), written(1), written(2)]).await.expect("kept");
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 3, set_aside: 0 });
    let first = taken(&queue, 2).await;
    assert_eq!(first.len(), 2, "no more than asked for");
    assert!(first.iter().all(|delivery| delivery.tries == 1), "{first:?}");
    assert_eq!(queue.depth().await.expect("a depth").waiting, 3, "a letter in a worker's hands is still there");
    let second = taken(&queue, 10).await;
    let mut all = [letters(&first), letters(&second)].concat();
    if !ground.has_several_streams() {
        assert_eq!(all, [letter(0), letter(1), letter(2)], "the oldest first");
    }
    all.sort_by_key(|letter| format!("{letter:?}"));
    assert_eq!(all, [letter(0), letter(1), letter(2)]);
    let tickets: Vec<String> = first.into_iter().chain(second).map(|delivery| delivery.ticket).collect();
    queue.acknowledge(&tickets).await.expect("acknowledged");
    queue.acknowledge(&tickets).await.expect("acknowledging twice changes nothing");
    queue.acknowledge(&[]).await.expect("acknowledging nothing changes nothing");
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 0, set_aside: 0 });
    queue.append(&[written(3)]).await.expect("kept");
    queue.acknowledge(&tickets).await.expect("a ticket of before says nothing of a letter that comes later");
    assert_eq!(queue.depth().await.expect("a depth").waiting, 1);
}

async fn a_letter_that_was_taken_and_not_finished_is_delivered_again_and_its_tries_are_counted(ground: Ground) {
    let (fallen, other) = (ground.queue(SHORT).await, ground.queue(SHORT).await);
    fallen.append(&[written(1)]).await.expect("kept");
    let first = taken(&fallen, 10).await;
    let second = taken(&other, 10).await;
    assert_eq!(letters(&second), [letter(1)]);
    assert_eq!((first[0].tries, second[0].tries), (1, 2));
    let third = taken(&other, 10).await;
    assert_eq!((&third[0].ticket, third[0].tries), (&second[0].ticket, 3));
}

async fn a_letter_set_aside_is_kept_with_its_reason_and_delivered_no_more(ground: Ground) {
    let queue = ground.queue(SHORT).await;
    queue.append(&[written(1)]).await.expect("kept");
    queue.append(&[written(2)]).await.expect("kept");
    let first = taken(&queue, 1).await;
    queue.set_aside(&first[0].ticket, "it has no address").await.expect("set aside");
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 1, set_aside: 1 });
    let aside = ground.set_aside().await;
    assert_eq!(aside.len(), 1);
    let kept = serde_json::from_str::<Letter>(&aside[0].0).expect("the letter is kept whole");
    assert_eq!(Some(&kept), first[0].letter.as_ref());
    assert_eq!(aside[0].1, "it has no address");
    let other = if kept == letter(1) { letter(2) } else { letter(1) };
    // The other letter's lease runs out twice, and the one set aside does not come with it.
    for tries in 1..=3 {
        let next = taken(&queue, 10).await;
        assert_eq!((letters(&next), next[0].tries), (vec![other.clone()], tries));
    }
}

async fn a_letter_that_failed_is_not_offered_again_before_its_time(ground: Ground) {
    let (failing, other) = (ground.queue(LONG).await, ground.queue(LONG).await);
    failing.append(&[written(1)]).await.expect("kept");
    assert_eq!(taken(&failing, 10).await.len(), 1);
    // Neither acknowledged nor set aside, as the worker leaves a letter that it could not record.
    for queue in [&failing, &other] {
        assert_eq!(queue.take(10).await.expect("the queue answers"), []);
    }
    assert_eq!(failing.depth().await.expect("a depth"), Depth { waiting: 1, set_aside: 0 });
}

async fn letters_of_many_senders_at_once_all_arrive_once(ground: Ground) {
    const LETTERS: usize = 300;
    let queue = ground.queue(LONG).await;
    // Some come alone, some with so many others that they need several statements.
    let bags = [1, 1, 1, 2, 31, 32, 33, 65, 134].into_iter().scan(0, |sent, size| {
        *sent += size;
        Some((*sent - size..*sent).map(written).collect::<Vec<_>>())
    });
    let senders = bags.map(|letters| {
        let queue = Arc::clone(&queue);
        tokio::spawn(async move { queue.append(&letters).await.expect("kept") })
    });
    for sender in senders.collect::<Vec<_>>() {
        sender.await.expect("a sender");
    }
    let mut found = HashSet::new();
    while found.len() < LETTERS {
        for letter in letters(&taken(&queue, 64).await) {
            assert!(found.insert(format!("{letter:?}")), "delivered twice: {letter:?}");
        }
    }
    assert_eq!(queue.take(10).await.expect("the queue answers"), []);
}

async fn two_workers_never_hold_the_same_letter(ground: Ground) {
    const LETTERS: usize = 200;
    let workers = [ground.queue(LONG).await, ground.queue(LONG).await];
    for number in 0..LETTERS {
        workers[0].append(&[written(number)]).await.expect("kept");
    }
    let at_work = workers.map(|queue| {
        tokio::spawn(async move {
            let mut tickets = Vec::new();
            loop {
                let taken = queue.take(7).await.expect("the queue answers");
                if taken.is_empty() {
                    return tickets;
                }
                tickets.extend(taken.into_iter().map(|delivery| delivery.ticket));
            }
        })
    });
    let mut all = Vec::new();
    for worker in at_work {
        all.extend(worker.await.expect("a worker"));
    }
    assert_eq!(all.len(), LETTERS);
    assert_eq!(all.into_iter().collect::<HashSet<_>>().len(), LETTERS, "each letter was in one pair of hands");
}

async fn what_cannot_be_read_is_delivered_as_such_and_stops_nobody(ground: Ground) {
    let queue = ground.queue(LONG).await;
    ground.put_unreadable().await;
    queue.append(&[written(1)]).await.expect("kept");
    let both = taken(&queue, 10).await;
    assert_eq!(both.iter().map(|delivery| delivery.letter.clone()).collect::<Vec<_>>(), [None, Some(letter(1))]);
    queue.set_aside(&both[0].ticket, "it cannot be read").await.expect("set aside");
    assert_eq!(ground.set_aside().await, [("not a letter".to_owned(), "it cannot be read".to_owned())]);
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 1, set_aside: 1 });
}

async fn a_letter_is_still_there_for_a_process_that_opens_the_queue_later(ground: Ground) {
    ground.queue(LONG).await.append(&[written(1)]).await.expect("kept");
    assert_eq!(letters(&taken(&ground.queue(LONG).await, 10).await), [letter(1)]);
}
