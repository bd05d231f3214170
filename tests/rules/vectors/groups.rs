//! The vectors of who answered: `kish`, `raking`, `rind`.

use ombudsman_server::results::inference::{Response, effective_n, rake, representativeness};

use super::same;

#[test]
fn kish() {
    let effective = effective_n([1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 3.0, 5.0].map(|weight| (weight, 1.0)));
    same(effective, 5.565_217, 6, "effective n");
    same(8.0 / effective, 1.437_5, 4, "design effect");
}

#[test]
fn raking() {
    let answers = vec![vec![120.0, 40.0], vec![60.0, 30.0], vec![20.0, 10.0]];
    let raked = rake(&answers, &[128.8, 81.2, 70.0], &[218.4, 61.6]).expect("they can be raked");
    let weights = [[0.876_898, 0.589_305], [1.012_961, 0.680_744], [2.619_727, 1.760_546]];
    let fitted = [[105.227_785, 23.572_215], [60.777_671, 20.422_329], [52.394_544, 17.605_456]];
    for (row, of_row) in answers.iter().enumerate() {
        for (column, n) in of_row.iter().enumerate() {
            let weight = raked.weights[row][column];
            same(weight, weights[row][column], 6, "weight");
            same(weight * n, fitted[row][column], 6, "fitted");
        }
    }
    assert_eq!(raked.rounds, 6);
    let scores = [vec![78.0, 70.0], vec![66.0, 60.0], vec![84.0, 80.0]];
    same(raked.score(&answers, &scores), 74.657_38, 6, "raked");
    same(raked.effective_n(&answers), 224.071_9, 4, "effective n");
    let as_it_is = rake(&answers, &[160.0, 90.0, 30.0], &[200.0, 80.0]).expect("they are so already");
    same(as_it_is.score(&answers, &scores), 72.857_143, 6, "unweighted");
}

#[test]
fn rind() {
    let (people, answered) = ([4_600, 2_900, 1_200, 1_300], [180, 60, 20, 20]);
    let groups: Vec<_> =
        people.into_iter().zip(answered).map(|(people, answered)| Response { people, answered }).collect();
    let found = representativeness(&groups).expect("some answered");
    for (group, printed) in groups.iter().zip([0.039_13, 0.020_69, 0.016_667, 0.015_385]) {
        let [answered, people] = [group.answered, group.people].map(|n| f64::from(u32::try_from(n).expect("small")));
        same(answered / people, printed, 6, "rate of a group");
    }
    same(found.rate, 0.028, 6, "rate");
    same(found.deviation, 0.010_421, 6, "S");
    same(found.r, 0.979_158, 6, "R");
    // The most that a mean can be off, in standard deviations, is the coefficient of variation (`maxbias_sd_units`).
    same(found.cv, 0.372_182, 6, "CV");
    for (partial, printed) in found.partial.iter().zip([0.007_549, -0.003_937, -0.003_926, -0.004_549]) {
        same(*partial, printed, 6, "partial");
    }
}
