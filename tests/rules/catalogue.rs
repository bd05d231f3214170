//! What a Fluent catalogue holds, read with Fluent's own parser: its sentences, their variables and their running text.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::breach::Breach;
use crate::tree;

pub const ENGLISH: &str = "ombudsman-server/src/words/en.ftl";
pub const FRENCH: &str = "ombudsman-server/src/words/fr.ftl";
pub const SPANISH: &str = "ombudsman-server/src/words/es.ftl";
pub const PORTUGUESE: &str = "ombudsman-server/src/words/pt.ftl";
pub const ARABIC: &str = "ombudsman-server/src/words/ar.ftl";

/// Stands for a value among the words around it: to typography, a value is a word.
const VALUE: char = '\u{fffc}';

/// One sentence, or one attribute of a sentence, as written in one language.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    pub line: usize,
    pub variables: BTreeSet<String>,
    /// Other sentences and terms that it names.
    pub references: BTreeSet<String>,
    /// Its running texts, one a variant, with each value as one character.
    pub texts: Vec<String>,
}

/// Sentences by id (`id`, `id.attribute`, `-term`).
pub type Catalogue = BTreeMap<String, Sentence>;

/// The catalogue in the tree at this path.
pub fn of_tree(path: &str) -> Result<Catalogue, Vec<Breach>> {
    let file = tree::files().iter().find(|file| file.path == path);
    file.map_or_else(|| Err(vec![Breach::new(path, 1, "the catalogue is not there")]), |file| read(path, &file.text))
}

/// Reads a catalogue, or says where it stops being Fluent or says the same id twice.
pub fn read(path: &str, text: &str) -> Result<Catalogue, Vec<Breach>> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
        let at = |position: usize| text.get(..position).map_or(1, |before| before.matches('\n').count() + 1);
        let told = errors.iter().map(|error| Breach::new(path, at(error.pos.start), format!("not Fluent: {error}")));
        told.collect::<Vec<_>>()
    })?;
    let (mut catalogue, mut twice) = (Catalogue::new(), Vec::new());
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let line = line_of(text, &id);
        let own = value.map(|value| (id.clone(), value));
        let others = attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        for (name, pattern) in own.into_iter().chain(others) {
            let mut sentence = Sentence { line, ..Sentence::default() };
            sentence.read_pattern(pattern);
            if catalogue.insert(name.clone(), sentence).is_some() {
                twice.push(Breach::new(path, line, format!("`{name}` is said twice")));
            }
        }
    }
    if twice.is_empty() { Ok(catalogue) } else { Err(twice) }
}

fn line_of(text: &str, id: &str) -> usize {
    let defines = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().position(defines).map_or(1, |index| index + 1)
}

impl Sentence {
    fn read_pattern(&mut self, pattern: &Pattern<&str>) {
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    match inline {
                        InlineExpression::StringLiteral { value } => text.push_str(&unescape_unicode_to_string(value)),
                        _ => text.push(VALUE),
                    }
                    self.read_inline(inline);
                }
                PatternElement::Placeable { expression } => {
                    text.push(VALUE);
                    self.read_expression(expression);
                }
            }
        }
        self.texts.push(text);
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read_pattern(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.to_owned())),
            InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(arguments),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name));
                self.references.insert(format!("{}{}", id.name, attribute.unwrap_or_default()));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.read_arguments(arguments);
                }
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|argument| self.read_inline(argument));
        arguments.named.iter().for_each(|argument| self.read_inline(&argument.value));
    }
}

#[test]
fn a_sentence_is_read_with_its_variables_references_and_variants() {
    let text =
        "-office = Office\nleft = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n  } at the { -office }\n";
    let catalogue = read("en.ftl", text).expect("the sample is Fluent");
    let left = &catalogue["left"];
    assert_eq!(left.line, 2);
    assert_eq!(left.variables, BTreeSet::from(["n".to_owned()]));
    assert_eq!(left.references, BTreeSet::from(["-office".to_owned()]));
    assert_eq!(left.texts, ["\u{fffc} day", "\u{fffc} days", "\u{fffc} at the \u{fffc}"]);
}

#[test]
fn what_is_not_fluent_or_said_twice_is_told_with_its_line() {
    let told = |text| read("en.ftl", text).map_err(|breaches| breaches.iter().map(ToString::to_string).collect());
    assert_eq!(told("a = A\na = B\n"), Err::<Catalogue, Vec<String>>(vec!["en.ftl:1: `a` is said twice".to_owned()]));
    assert!(told("a = A\n\nb = { $\n").is_err_and(|said| said[0].starts_with("en.ftl:3: not Fluent")));
}
