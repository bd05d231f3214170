//! The vectors' `published` and `seed`: what others have printed, where it follows from something that the house computes.
//!
//! The rest of them has nothing to compute: percentages without their counts (`cmt_items_service_canada_2008_pct_agree`, `cf8`,
//! `tcob`, `peel`, `value_chain`), a table of ranks (`un_ranking_row_anomaly`), and counts over public files that are not in this tree
//! (`gc_standards_fy2023_24`, the months of `opg_formula_check`, the rows of `hisp_check`, `pii_false_positive_eval`; the journey
//! `standards` counts the first again, `cargo xtask false-hits FILE` the last, where the files are).

use feedback::privacy::{Kind, find};
use ombudsman_server::results::measures::{Change, Counts, Fit, LADDER_REFERENCE, formula_break, round_half_up};

use super::same;

/// Service Canada, 2006: 55 of 100 very satisfied, 84 satisfied, 9 neither, 6 dissatisfied. No other counts than these give the
/// index and the mean: 8 and 8, as the printed shares are rounded.
#[test]
fn cmt_index_service_canada_2006() {
    let counts = Counts([0, 8, 8, 29, 55]);
    same(counts.service_quality_score().expect("rated"), 82.75, 2, "index");
    same(counts.mean_rating().expect("rated"), 4.31, 2, "mean");
    same(counts.top_two_percent().expect("rated"), 84.0, 0, "satisfied");
}

#[test]
fn kiwis_rounding_dec2013() {
    let change = Change { before: 72.5, after: 72.2 };
    assert_eq!([change.before, change.after].map(whole), [73, 72]);
    same(change.points(), -0.3, 1, "the true change");
}

/// High-impact services of the United States: satisfaction and trust, all answers.
#[test]
fn hisp_check() {
    let satisfied = Counts([576_319, 331_058, 564_391, 1_537_896, 6_783_538]);
    same(satisfied.mean_rating().expect("rated"), 4.390_9, 4, "mean");
    same(satisfied.service_quality_score().expect("rated"), 84.77, 2, "score");
    same(satisfied.top_two_percent().expect("rated"), 84.97, 2, "two best");
    let trust = Counts([1_079_573, 225_979, 719_697, 1_406_464, 5_324_090]);
    same(trust.service_quality_score().expect("rated"), 77.61, 2, "score of trust");
}

/// Use a lasting power of attorney, March and April 2026: the formula changed between them.
#[test]
fn opg_formula_check() {
    let march = Fit::of(&Counts([476, 510, 1_608, 6_144, 12_538]), 85.0);
    let april = Fit::of(&Counts([422, 406, 1_322, 5_772, 11_647]), 89.0);
    assert_eq!((march, april), (Fit { score: true, top_two: false }, Fit { score: false, top_two: true }));
    assert_eq!(formula_break(&[march, march, april, april]), Some(2));
}

/// Public Services and Procurement Canada: the printed change is that of the exact shares.
#[test]
fn pspc() {
    let share = |of: f64, n: f64| 100.0 * of / n;
    assert_eq!([share(47.0, 68.0), share(53.0, 73.0)].map(whole), [69, 73]);
    let change = Change { before: share(52.0, 68.0), after: share(53.0, 73.0) };
    assert_eq!((whole(change.points()), whole(change.after) - whole(change.before)), (-4, -3));
}

/// Of the Office for Client Satisfaction one acknowledgement of 5,747 was late: that is shown as all, and is not all.
#[test]
fn ocs_fy2023_24() {
    for (met, of, is_met) in [
        (5_746, 5_747, false),
        (2_056, 2_056, true),
        (19, 19, true),
        (9, 9, true),
        (2_883, 2_883, true),
        (1_411, 1_411, true),
        (4, 4, true),
        (3, 3, true),
    ] {
        let share = 100.0 * f64::from(met) / f64::from(of);
        assert_eq!((whole(share), share >= 100.0), (100, is_met), "{met} of {of}");
    }
}

/// Complaints of Fife Council in two years, as the model procedure of Scotland has them counted.
#[test]
fn fife_spso() {
    for (part, of, times, printed) in [
        (2_626, 367_260, 1_000.0, 7.2),
        (2_149, 367_260, 1_000.0, 5.9),
        (1_648, 2_149, 100.0, 76.7),
        (385, 2_149, 100.0, 17.9),
        (116, 2_149, 100.0, 5.4),
        (558, 1_648, 100.0, 33.9),
        (784, 1_648, 100.0, 47.6),
        (3_366, 367_260, 1_000.0, 9.2),
    ] {
        same(times * f64::from(part) / f64::from(of), printed, 1, &format!("{part} of {of}"));
    }
    assert_eq!((1_648 + 385 + 116, 558 + 784 + 306), (2_149, 1_648), "2016-17: who was passed on is counted apart");
    assert_eq!((2_005 + 677, 635 + 904 + 466), (2_682, 2_005), "2015-16: they are among the second stage");
}

#[test]
fn sin() {
    let is_found = |digits: &str| {
        let grouped = format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..]);
        find(&grouped).iter().any(|finding| finding.kind == Kind::Sin)
    };
    for (digits, is_one) in [
        ("550911895", true),
        ("130692544", true),
        ("123456782", true),
        ("046454286", false),
        ("823456785", false),
        ("999999999", false),
    ] {
        assert_eq!(is_found(digits), is_one, "{digits}");
    }
}

#[test]
fn citizens_first() {
    let change = Change { before: 64.0, after: 74.0 };
    same(change.points(), 10.0, 3, "points");
    same(change.percent().expect("from something"), 15.625, 3, "of a hundred");
}

/// Each printed change is one that the figures have before they are rounded; of Justice & Security it is not their difference.
#[test]
fn kiwis_2009_2012() {
    for (before, after, printed) in [
        (71, 77, 6),
        (62, 68, 6),
        (63, 67, 5),
        (72, 75, 3),
        (69, 72, 3),
        (69, 72, 3),
        (68, 70, 2),
        (77, 78, 1),
        (68, 69, 1),
        (69, 72, 3),
    ] {
        let [least, most] =
            [-0.49, 0.49].map(|off| Change { before: f64::from(before) - off, after: f64::from(after) + off }.points());
        assert!((whole(least)..=whole(most)).contains(&printed), "{before} to {after} is not {printed}");
        assert_eq!(after - before == printed, (before, after) != (63, 67));
    }
    assert_eq!(27 + 3 + 6, 36, "rises, no change and falls of 2012");
}

#[test]
fn private_vs_government() {
    for (scores, printed) in [([74, 68, 57], 66), ([71, 74, 64], 70), ([77, 57, 58], 64), ([84, 70, 68], 74)] {
        assert_eq!(whole(f64::from(scores.iter().sum::<i32>()) / 3.0), printed, "{scores:?}");
    }
}

#[test]
fn driver_ladder_cf3() {
    assert_eq!(LADDER_REFERENCE, [Some(87), Some(74), None, None, Some(37), None]);
    for (failed, on_line) in (0_u8..).zip([87.0, 74.5, 62.0, 49.5, 37.0]) {
        same(87.0 - 12.5 * f64::from(failed), on_line, 1, "the straight line");
        let printed = LADDER_REFERENCE[usize::from(failed)];
        assert!(printed.is_none_or(|printed| (f64::from(printed) - on_line).abs() <= 0.5));
    }
}

/// Service standards of Ontario: 29 percent of those that were measured were reported; of all it would be more than were
/// measured.
#[test]
fn ops_2011() {
    assert_eq!(1_727 + 826, 2_553);
    same(2_553.0 / 551.0, 4.633_4, 4, "for each program");
    same(100.0 * 719.0 / 2_553.0, 28.163, 3, "measured");
    let reported: Vec<u32> = (0..=719).filter(|of| whole(100.0 * f64::from(*of) / 719.0) == 29).collect();
    assert_eq!((reported.first(), reported.last()), (Some(&205), Some(&212)));
    same(0.29 * 2_553.0, 740.37, 2, "of all");
    same(0.29 * 551.0, 159.79, 2, "of the programs");
}

#[expect(clippy::cast_possible_truncation, reason = "what is of a hundred")]
fn whole(value: f64) -> i32 {
    round_half_up(value) as i32
}
