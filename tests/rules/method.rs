//! docs/METHOD.md shows its work: a block of formulas has, in its section, a block of examples, and each example is what the
//! program's own code gives. A text that says one thing and a program that does another are found here.

mod computed;

use std::collections::BTreeSet;

use crate::breach::{Breach, hold};
use crate::tree;
use computed::{Found, computed};

const PATH: &str = "docs/METHOD.md";
const RULE: &str = "Rule 7, the method: each formula of docs/METHOD.md has an example in its section, written `name(what is given) = \
    what comes out`, and the program computes the same.";

/// A block between two fences: what it is, the section in which it stands, and its lines, each with its place.
struct Block<'a> {
    kind: &'a str,
    section: &'a str,
    lines: Vec<(usize, &'a str)>,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let (mut found, mut section, mut open) = (Vec::<Block>::new(), "", false);
    for (place, line) in (1..).zip(text.lines()) {
        match (line.strip_prefix("```"), open) {
            (Some(kind), false) => found.push(Block { kind, section, lines: Vec::new() }),
            (None, true) => found.iter_mut().rev().take(1).for_each(|last| last.lines.push((place, line))),
            (None, false) if line.starts_with('#') => section = line,
            _ => {}
        }
        open ^= line.starts_with("```");
    }
    found
}

/// The name that a formula defines: the last word before its equals sign, without what it is given.
fn defined(line: &str) -> Option<&str> {
    let (left, _) = line.split_once(" = ")?;
    let left = left.trim_end();
    let left = if left.ends_with(')') { left.rsplit_once('(')?.0 } else { left };
    left.split_whitespace().last()
}

/// An example's name, what is given, and what comes out.
fn example(line: &str) -> Option<(&str, &str, &str)> {
    let (left, printed) = line.rsplit_once(") = ")?;
    let (name, given) = left.split_once('(')?;
    Some((name, given, printed))
}

/// What is wrong with one example.
fn fault(line: &str) -> Option<String> {
    let Some((name, given, printed)) = example(line) else { return Some(format!("`{line}` is no example")) };
    let Some(found) = computed(name, given) else { return Some(format!("nobody computes `{name}({given})`")) };
    let told: Vec<&str> = printed.split_whitespace().filter(|word| *word != "to").collect();
    let is_same = told.len() == found.len() && found.iter().zip(&told).all(|(found, told)| found.is(told));
    (!is_same).then(|| format!("`{name}({given})` is {}, not {printed}", Found::all(&found)))
}

fn breaches(text: &str) -> Vec<Breach> {
    let blocks = blocks(text);
    let of_kind = |kind: &'static str| blocks.iter().filter(move |block| block.kind == kind);
    let examples = || of_kind("example").flat_map(|block| block.lines.iter().map(move |line| (block.section, *line)));
    let shown: BTreeSet<(&str, &str)> =
        examples().filter_map(|(section, (_, line))| Some((section, example(line)?.0))).collect();
    let formulas = || of_kind("formula").flat_map(|block| block.lines.iter().map(move |line| (block.section, *line)));
    let without = formulas().filter_map(|(section, (place, line))| match defined(line) {
        Some(name) if shown.contains(&(section, name)) => None,
        Some(name) => Some(Breach::new(PATH, place, format!("`{name}` has no example in its section"))),
        None => Some(Breach::new(PATH, place, "this line defines nothing")),
    });
    let wrong = examples().filter_map(|(_, (place, line))| Some(Breach::new(PATH, place, fault(line)?)));
    let unnamed = of_kind("").flat_map(|block| &block.lines).filter(|(_, line)| defined(line).is_some());
    let unnamed =
        unnamed.map(|(place, _)| Breach::new(PATH, *place, "a formula stands in a block that is not named one"));
    without.chain(wrong).chain(unnamed).collect()
}

#[test]
fn the_method_computes_what_it_says() {
    let method = tree::files().iter().find(|file| file.path == PATH).expect("the method");
    let formulas = blocks(&method.text).iter().filter(|block| block.kind == "formula").count();
    assert!(formulas >= 5, "only {formulas} blocks of formulas were found");
    hold(RULE, breaches(&method.text));
}

#[test]
fn a_formula_without_example_and_a_wrong_example_are_caught() {
    let told = |text: &str| breaches(text).iter().map(ToString::to_string).collect::<Vec<_>>();
    let formula = "## A\n```formula\nscore of a rating   s(r) = 25 · (r − 1)   points\n```\n";
    assert_eq!(told(formula), ["docs/METHOD.md:3: `s` has no example in its section"]);
    let elsewhere = [formula, "## B\n```example\ns(4) = 75\n```\n"].concat();
    assert_eq!(told(&elsewhere).len(), 1, "an example of another section is none");
    let wrong = [formula, "```example\ns(4) = 74\n```\n"].concat();
    assert_eq!(told(&wrong), ["docs/METHOD.md:6: `s(4)` is 75, not 74"]);
    assert_eq!(told(&[formula, "```example\ns(4) = 75\n```\n"].concat()), [""; 0]);
    assert_eq!(told("```example\nnothing(1) = 1\n```\n"), ["docs/METHOD.md:2: nobody computes `nothing(1)`"]);
    assert_eq!(told("```\nmean = Σ i · ci / n\n```\n").len(), 1);
    assert_eq!(told("```example\nSQS(0 8 8 29 55) = 82.6\n```\n").len(), 1, "82.75 is not 82.6");
}
