//! Patterns add up to the answers of each item, in whatever order and by whatever parts.

use feedback::{Driver, Item};
use proptest::prelude::*;

use crate::results::measures::{Answers, Counts, Histogram, NotAPattern, Patterns};

#[test]
fn patterns_add_up_to_the_answers_of_each_item() {
    let tally = Patterns::of([("5146305000", 2), ("500001", 3), ("1146351000", 1)]).expect("patterns").tally();
    let histogram = |rated, not_applicable, unanswered| Histogram { rated: Counts(rated), not_applicable, unanswered };
    let expected = [
        (Item::Overall, histogram([1, 0, 0, 0, 5], 0, 0)),
        (Item::Driver(Driver::Timeliness), histogram([3, 0, 0, 0, 0], 0, 3)),
        (Item::Driver(Driver::Knowledge), histogram([0, 0, 0, 3, 0], 0, 3)),
        (Item::Driver(Driver::Courtesy), histogram([0; 5], 3, 3)),
        (Item::Driver(Driver::Fairness), histogram([0, 0, 3, 0, 0], 0, 3)),
        (Item::Driver(Driver::Outcome), histogram([3, 0, 0, 0, 1], 0, 2)),
        (Item::Achieved, histogram([1, 0, 0, 0, 2], 0, 3)),
        (Item::Expectations, histogram([0; 5], 0, 6)),
        (Item::Ideal, histogram([0; 5], 0, 6)),
        (Item::Trust, histogram([0; 5], 0, 6)),
    ];
    assert!(tally.items().eq(expected.iter().map(|(item, counts)| (*item, counts))));
    assert_eq!(tally.overall().rated.n(), 6);
}

#[test]
fn a_text_that_is_no_pattern_is_refused() {
    for text in ["", "51463050001", "514637", "51463 ", "51463-", "5146é", "５14630"] {
        assert_eq!(Answers::of(text), Err(NotAPattern(text.to_owned())));
        assert_eq!(Patterns::of([("5146305000", 2), (text, 1)]), Err(NotAPattern(text.to_owned())));
    }
}

#[test]
fn the_first_item_is_overall() {
    assert_eq!(Item::ALL[0], Item::Overall);
}

fn some_patterns() -> impl Strategy<Value = Vec<(String, u64)>> {
    prop::collection::vec(("[0-6]{1,10}", 0_u64..1_000), 0..40)
}

proptest! {
    #[test]
    fn parts_add_up_to_the_same_in_any_order(cards in some_patterns(), cut in 0_usize..40) {
        let whole = Patterns::of(cards.clone()).expect("patterns");
        let (left, right) = cards.split_at(cut.min(cards.len()));
        let (mut left, right) = (Patterns::of(left.to_vec()).expect("patterns"), Patterns::of(right.to_vec()).expect("patterns"));
        let mut turned = right.clone();
        turned.merge(&left);
        left.merge(&right);
        let backwards = Patterns::of(cards.into_iter().rev()).expect("patterns");
        prop_assert_eq!(&left, &whole);
        prop_assert_eq!(&turned, &whole);
        prop_assert_eq!(&backwards, &whole);
        prop_assert_eq!(left.tally(), whole.tally());
    }
}
