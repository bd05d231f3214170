//! How wrong tries slow the next ones, and whom they do not slow.

use super::*;

#[test]
fn the_delay_grows_with_wrong_tries_up_to_its_longest() {
    for (wrong, millis) in [(0, 0), (2, 0), (3, 500), (4, 1_000), (6, 4_000), (7, 8_000), (500, 8_000)] {
        assert_eq!(delay(wrong, FREE_OF_NAME), Duration::from_millis(millis), "{wrong}");
    }
}

fn begun(brake: &Arc<Brake>, name: &str, network: &str) -> (Try, Duration) {
    brake.begin(name.to_owned(), network.to_owned()).expect("a place")
}

#[test]
fn wrong_tries_slow_their_name_everywhere_and_their_network_for_every_name_and_a_right_one_frees_its_name() {
    let brake = Brake::new(Clock::system());
    for _ in 0..FREE_OF_NAME {
        begun(&brake, "anna", "here").0.was_wrong();
    }
    assert_eq!(begun(&brake, "anna", "there").1, FIRST, "the name, from another network");
    assert_eq!(begun(&brake, "bruno", "here").1, Duration::ZERO, "another name");
    begun(&brake, "anna", "there").0.was_right();
    assert_eq!(begun(&brake, "anna", "here").1, Duration::ZERO);
    for name in 0..FREE_OF_NETWORK {
        begun(&brake, &name.to_string(), "here").0.was_wrong();
    }
    assert!(begun(&brake, "anna", "here").1 > FIRST, "the network, under another name");
    assert_eq!(begun(&brake, "anna", "there").1, Duration::ZERO);
}

#[test]
fn wrong_tries_are_counted_under_their_name_and_from_their_network() {
    let brake = Brake::new(Clock::system());
    let wrong = |name, network| begun(&brake, name, network).0.was_wrong();
    let counts: Vec<(u32, u32)> = [("anna", "here"), ("anna", "there"), ("bruno", "here"), ("anna", "here")]
        .into_iter()
        .map(|(name, network)| wrong(name, network))
        .map(|wrong| (wrong.of_name, wrong.from_network))
        .collect();
    assert_eq!(counts, [(1, 1), (2, 1), (1, 2), (3, 3)]);
}

#[test]
fn a_network_has_few_tries_under_way_at_once_and_another_is_not_held_up_by_them() {
    let brake = Brake::new(Clock::system());
    let mut under_way: Vec<_> = (0..AT_ONCE).map(|_| begun(&brake, "anna", "here")).collect();
    assert!(brake.begin("bruno".to_owned(), "here".to_owned()).is_none());
    begun(&brake, "anna", "there");
    under_way.pop();
    begun(&brake, "bruno", "here");
}
