//! How far results reach, at its edges.

use crate::results::measures::{complete, covered};

#[test]
fn all_of_the_register_is_a_hundred_and_less_is_less() {
    assert_eq!([covered(13, 13), covered(550, 551), covered(0, 13)], [Some(100), Some(99), Some(0)]);
    assert_eq!(covered(0, 0), None, "an empty register");
}

#[test]
fn whole_cards_are_told_of_many_and_never_more_than_all() {
    assert_eq!(complete(&[150, 115], 300), Some(90), "88 is nearer to 90");
    assert_eq!(complete(&[150, 110], 300), Some(85), "and 86 to 85");
    assert_eq!(complete(&[200, 105], 300), Some(100), "both are rounded");
    assert_eq!(complete(&[150, 115], 295), None, "too few");
    let bands = [100, 80, 60, 60, 50];
    assert_eq!([complete(&bands, 595), complete(&bands, 600)], [None, Some(60)], "each of six numbers may be 4 off");
    assert_eq!(complete(&[], 1_000), None, "no band is told");
}
