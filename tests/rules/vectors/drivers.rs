//! The vectors of the five drivers: `drivers`, `suppressor`, `two`, `priority`, `ladder`.

use feedback::Driver;
use ombudsman_server::results::measures::{Correlations, Importance, Ladder, Patterns, Quadrant, priorities};

use super::same;

#[track_caller]
fn each<const P: usize>(found: [f64; P], printed: [f64; P], digits: i32, what: &str) {
    found.into_iter().zip(printed).for_each(|(found, printed)| same(found, printed, digits, what));
}

/// Solves by elimination, without exchange: a correlation matrix is positive definite.
fn solved<const P: usize>(matrix: [[f64; P]; P], mut right: [f64; P]) -> [f64; P] {
    let mut rows = matrix;
    for step in 0..P {
        let pivot = rows[step];
        for row in (0..P).filter(|row| *row != step) {
            let factor = rows[row][step] / pivot[step];
            rows[row].iter_mut().zip(pivot).for_each(|(entry, of_pivot)| *entry -= factor * of_pivot);
            right[row] -= factor * right[step];
        }
    }
    std::array::from_fn(|row| right[row] / rows[row][row])
}

/// What the house does not use, because it turns negative where drivers go together: the weights of a regression, and Pratt's.
fn not_used<const P: usize>(of: &Correlations<P>) -> [[f64; P]; 2] {
    let weights = solved(of.among, of.with_overall);
    [weights, std::array::from_fn(|driver| weights[driver] * of.with_overall[driver])]
}

const FIVE: Correlations<5> = Correlations {
    among: [
        [1.0, 0.58, 0.55, 0.56, 0.62],
        [0.58, 1.0, 0.66, 0.60, 0.57],
        [0.55, 0.66, 1.0, 0.68, 0.52],
        [0.56, 0.60, 0.68, 1.0, 0.58],
        [0.62, 0.57, 0.52, 0.58, 1.0],
    ],
    with_overall: [0.70, 0.66, 0.61, 0.64, 0.73],
};
const SHARES: [f64; 5] = [0.237_424, 0.181_847, 0.135_013, 0.160_263, 0.285_453];

#[test]
fn drivers() {
    let found = Importance::of(&FIVE).expect("enough");
    same(found.explained, 0.688_004_2, 7, "R²");
    each(found.lmg, [0.163_348_84, 0.125_111_19, 0.092_889_6, 0.110_261_39, 0.196_393_18], 8, "LMG");
    each(found.shares(), SHARES, 6, "LMG shares");
    each(found.johnson, [0.164_784_41, 0.124_575_18, 0.091_919_53, 0.109_350_97, 0.197_374_12], 8, "Johnson");
    let johnson = found.johnson.map(|part| part / found.explained);
    each(johnson, [0.239_511, 0.181_067, 0.133_603, 0.158_939, 0.286_879], 6, "Johnson's shares");
    let [weights, pratt] = not_used(&FIVE);
    each(weights, [0.265_390_08, 0.179_259_25, 0.076_236_75, 0.130_011_15, 0.348_230_8], 8, "regression");
    each(pratt, [0.185_773_06, 0.118_311_11, 0.046_504_42, 0.083_207_13, 0.254_208_48], 8, "Pratt");
    // The variance inflation of a driver is its place on the diagonal of the inverse.
    let inflation: [f64; 5] = std::array::from_fn(|driver| {
        let unit = std::array::from_fn(|row| if row == driver { 1.0 } else { 0.0 });
        solved(FIVE.among, unit)[driver]
    });
    each(inflation, [1.961_967, 2.167_05, 2.330_618, 2.240_829, 1.954_936], 6, "VIF");
}

#[test]
fn suppressor() {
    let three = Correlations {
        among: [[1.0, 0.85, 0.30], [0.85, 1.0, 0.35], [0.30, 0.35, 1.0]],
        with_overall: [0.60, 0.45, 0.40],
    };
    let found = Importance::of(&three).expect("enough");
    same(found.explained, 0.438_911_7, 7, "R²");
    each(found.lmg, [0.247_075_31, 0.096_489_74, 0.095_346_66], 8, "LMG");
    each(found.johnson, [0.246_476_44, 0.092_417_9, 0.100_017_36], 8, "Johnson");
    let [weights, pratt] = not_used(&three);
    each(weights, [0.781_314_17, -0.310_061_6, 0.274_127_31], 8, "regression");
    each(pratt, [0.468_788_5, -0.139_527_72, 0.109_650_92], 8, "Pratt");
}

#[test]
fn two() {
    let two = Correlations { among: [[1.0, 0.6], [0.6, 1.0]], with_overall: [0.5, 0.4] };
    let found = Importance::of(&two).expect("enough");
    each(found.lmg, [0.177_812_5, 0.087_812_5], 7, "LMG");
    each(found.johnson, [0.177_812_5, 0.087_812_5], 7, "Johnson");
    same(found.explained, 0.265_625, 6, "R²");
}

#[test]
fn priority() {
    let placed = priorities(SHARES, [62.0, 81.0, 79.0, 77.0, 70.0]);
    for (driver, gap, quadrant) in [
        (Driver::Timeliness, 9.022_1, Quadrant::ImproveFirst),
        (Driver::Knowledge, 3.455_1, Quadrant::SecondaryStrength),
        (Driver::Courtesy, 2.835_3, Quadrant::SecondaryStrength),
        (Driver::Fairness, 3.686, Quadrant::SecondaryStrength),
        (Driver::Outcome, 8.563_6, Quadrant::ImproveFirst),
    ] {
        let found = placed.iter().find(|placed| placed.driver == driver).expect("every driver has a place");
        same(found.gap, gap, 4, driver.as_str());
        assert_eq!(found.quadrant, quadrant, "{}", driver.as_str());
    }
}

/// Each record is the overall rating and the drivers; the last did not rate one, and is on no step.
#[test]
fn ladder() {
    let records = [
        "555445", "544454", "454544", "434544", "325444", "444443", "333444", "324344", "223342", "212334", "111221",
        "222333", "550445",
    ];
    let ladder = Ladder::of(&Patterns::of(records.map(|record| (record, 1))).expect("patterns"));
    let printed =
        [Some((3, 91.666_667)), Some((3, 66.666_667)), Some((2, 50.0)), None, Some((2, 25.0)), Some((2, 12.5))];
    for (step, printed) in ladder.0.iter().zip(printed) {
        assert_eq!(step.n(), printed.map_or(0, |(n, _)| n));
        if let Some((_, score)) = printed {
            same(step.service_quality_score().expect("somebody"), score, 6, "a step");
        }
    }
}
