//! What both homes promise of letters that were set aside: they can be listed, and each is let back once.

use std::sync::Arc;

use futures::future::join_all;
use ombudsman_server::queue::{Depth, Letter, Queue, SetAside};
use tests::until;

use crate::ground::{Ground, LONG, SHORT, letter, written};

kept_by_all!(
    letters_set_aside_are_listed_with_tries_reason_and_day_and_without_what_is_in_them,
    a_replayed_letter_waits_again_as_if_it_had_just_come,
    a_letter_is_replayed_once_however_many_ask,
    a_ticket_that_names_no_letter_set_aside_replays_nothing,
    what_cannot_be_read_is_listed_and_replayed_too,
);

/// Sets aside this many letters, each after one try.
pub async fn set_aside(queue: &Arc<dyn Queue>, letters: usize) -> Vec<SetAside> {
    for number in 0..letters {
        queue.append(&[written(number)]).await.expect("kept");
    }
    let before = queue.depth().await.expect("a depth").set_aside;
    let mut left = letters;
    while left > 0 {
        for delivery in queue.take(left).await.expect("the queue answers") {
            queue.set_aside(&delivery.ticket, "it has no address").await.expect("set aside");
            left -= 1;
        }
    }
    let listed = queue.set_aside_list(usize::MAX).await.expect("a list");
    assert_eq!(listed.len() as u64, before + letters as u64);
    listed
}

async fn taken(queue: &Arc<dyn Queue>) -> Vec<(Option<Letter>, u32)> {
    until("something is delivered", async || {
        let taken = queue.take(10).await.expect("the queue answers");
        (!taken.is_empty()).then(|| taken.into_iter().map(|delivery| (delivery.letter, delivery.tries)).collect())
    })
    .await
}

async fn letters_set_aside_are_listed_with_tries_reason_and_day_and_without_what_is_in_them(ground: Ground) {
    const LETTERS: usize = 300;
    let queue = ground.queue(SHORT).await;
    assert_eq!(queue.set_aside_list(10).await.expect("a list"), []);
    queue.append(&[written(0)]).await.expect("kept");
    for _ in 0..2 {
        taken(&queue).await;
    }
    let third = until("it is delivered", async || queue.take(1).await.expect("the queue answers").pop()).await;
    queue.set_aside(&third.ticket, "it has no address").await.expect("set aside");
    let listed = queue.set_aside_list(10).await.expect("a list");
    let [only] = listed.as_slice() else { panic!("{listed:?}") };
    assert_eq!((only.tries, only.reason.as_str()), (3, "it has no address"));
    assert_eq!(only.received_at, Some(1_700_000_000_000));
    let all = set_aside(&queue, LETTERS).await;
    assert_eq!(all[0], *only, "the one that came first stands first");
    let few = queue.set_aside_list(LETTERS - 20).await.expect("a list");
    assert_eq!(few, all[..LETTERS - 20], "no more than asked for, page by page");
}

async fn a_replayed_letter_waits_again_as_if_it_had_just_come(ground: Ground) {
    let queue = ground.queue(SHORT).await;
    let aside = set_aside(&queue, 2).await;
    assert!(queue.replay(&aside[0].ticket).await.expect("the queue answers"));
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 1, set_aside: 1 });
    assert_eq!(taken(&queue).await, [(Some(letter(0)), 1)], "whole, and its tries begin anew");
    assert_eq!(taken(&queue).await, [(Some(letter(0)), 2)], "and it is like any other letter");
    assert_eq!(queue.set_aside_list(10).await.expect("a list"), aside[1..]);
}

async fn a_letter_is_replayed_once_however_many_ask(ground: Ground) {
    let queues = [ground.queue(LONG).await, ground.queue(LONG).await];
    let aside = set_aside(&queues[0], 5).await;
    let asking = aside.iter().flat_map(|letter| {
        queues.iter().cycle().take(6).map(|queue| async { queue.replay(&letter.ticket).await.expect("an answer") })
    });
    let replayed = join_all(asking).await.into_iter().filter(|replayed| *replayed).count();
    assert_eq!(replayed, 5);
    assert_eq!(queues[0].depth().await.expect("a depth"), Depth { waiting: 5, set_aside: 0 });
    assert!(!queues[0].replay(&aside[0].ticket).await.expect("an answer"), "and not once more later");
}

async fn a_ticket_that_names_no_letter_set_aside_replays_nothing(ground: Ground) {
    let queue = ground.queue(LONG).await;
    let aside = set_aside(&queue, 1).await;
    queue.append(&[written(7)]).await.expect("kept");
    let waiting = queue.take(1).await.expect("the queue answers");
    let others = ["", "-", "+", "0", "12345", "1-", "(1-0", "99999999999-9", "nonsense", waiting[0].ticket.as_str()];
    // The stream of those set aside counts for itself: a letter that waits may have the same ticket by chance.
    for other in others.into_iter().filter(|other| *other != aside[0].ticket) {
        assert!(!queue.replay(other).await.expect("the queue answers"), "{other:?}");
    }
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 1, set_aside: 1 });
    assert_eq!(queue.set_aside_list(10).await.expect("a list"), aside);
}

async fn what_cannot_be_read_is_listed_and_replayed_too(ground: Ground) {
    let queue = ground.queue(LONG).await;
    ground.put_unreadable().await;
    let unreadable = until("it is delivered", async || queue.take(1).await.expect("the queue answers").pop()).await;
    queue.set_aside(&unreadable.ticket, "it cannot be read").await.expect("set aside");
    let listed = queue.set_aside_list(10).await.expect("a list");
    assert_eq!((listed.len(), listed[0].received_at), (1, None));
    assert!(queue.replay(&listed[0].ticket).await.expect("the queue answers"));
    assert_eq!(taken(&queue).await, [(None, 1)]);
}
