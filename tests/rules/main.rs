//! The house rules, read from the tree itself: each test names one rule, and a breach is printed as `file:line`.
//!
//! Every rule is a pure function from a path and a text to its breaches. So each file here also shows the rule a bad
//! sample and sees it caught: a rule that cannot fail protects nothing.

mod beginnings;
mod breach;
mod catalogue;
mod counted;
mod every_language;
mod french;
mod guarded;
mod imports;
mod manifests;
mod marks;
mod method;
mod names;
mod paths;
mod places;
mod plain_words;
mod planted;
mod sizes;
mod tree;
mod vectors;
mod wording;
mod words_used;
