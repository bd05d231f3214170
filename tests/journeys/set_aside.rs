//! A card that could not be recorded is set aside; an operator sees why, and lets it wait again.

use tests::{Backend, House};

use crate::{audit, kept};

tests::wherever_they_are_kept!(a_card_that_was_set_aside_is_listed_and_let_wait_again);

async fn a_card_that_was_set_aside_is_listed_and_let_wait_again(backend: Backend) {
    let mut house = House::open(backend).await;
    assert_eq!(house.command(&["queue", "list"]), "No letter is set aside.\n");
    assert!(house.stop().await.success());
    kept::put_unreadable(&house).await;
    house.start_all().await;
    let listed = tests::until("the letter is set aside", async || {
        let listed = house.command(&["queue", "list"]);
        (!listed.starts_with("No letter")).then_some(listed)
    })
    .await;
    let (line, last) = listed.trim_end().split_once('\n').expect("two lines");
    let parts: Vec<&str> = line.split('\t').collect();
    let [ticket, tries, day, reason] = parts.as_slice() else { panic!("four parts: {line}") };
    assert_eq!((*tries, *reason), ("1", "the card cannot be read"));
    assert_eq!(day.len(), 10, "{line}");
    assert!(last.starts_with("Letters that are set aside: 1;") && !listed.contains("boiler"), "{listed}");

    let refused = house.refused_command(&["queue", "replay", "nonsense"]);
    assert!(
        refused.contains("No letter is set aside under nonsense.") && refused.contains("`queue list`"),
        "{refused}"
    );

    assert!(house.stop().await.success());
    assert_eq!(house.command(&["queue", "replay", ticket]), format!("{ticket}: waits again.\n"));
    let depth = kept::depth(&house).await;
    assert_eq!((depth.waiting, depth.set_aside), (1, 0));
    let refused = house.refused_command(&["queue", "replay", ticket]);
    assert!(refused.contains("No letter is set aside"), "once only: {refused}");
    house.start_all().await;
    tests::until("it is set aside again", async || house.command(&["queue", "list"]).contains(reason).then_some(()))
        .await;
    let all = house.command(&["queue", "replay", "--all"]);
    assert!(all.starts_with("Letters that wait again: 1."), "{all}");
    assert!(house.stop().await.success());
    assert!(house.log().contains(reason) && !house.log().contains("boiler"), "the log says why and not what");
    let log = audit::chain(&house, "office").await;
    assert_eq!(log.iter().filter(|entry| *entry == "operator/operator queue_replay 1").count(), 2, "{log:?}");
}
