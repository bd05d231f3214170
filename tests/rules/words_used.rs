//! Every sentence asked for exists, and every sentence that exists is asked for.
//!
//! An id is asked for in Rust by `words.text("id")`, `with` or `with_all`, and in a page the same way. An id made with
//! `format!` or `[…].concat()`, or named by its beginning in a page, asks for all ids of that shape. A string that equals an id counts as a use: ids also travel as data.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::breach::{Breach, hold};
use crate::catalogue::{Catalogue, ENGLISH, of_tree};
use crate::tree;

const RULE: &str = "Rule 5, words: every sentence that code or a page asks for exists, and none is left unused.";
const ASKERS: [&str; 3] = ["text", "with", "with_all"];

/// What one file says about ids: the shapes that it asks for, with their lines, and every string that may be an id.
#[derive(Default)]
pub struct Asked {
    pub shapes: Vec<(String, usize)>,
    strings: BTreeSet<String>,
}

/// Reads a Rust file; what stands under `#[cfg(test)]` asks for nothing.
pub fn asked_by_rust(text: &str) -> Asked {
    let mut asked = Asked::default();
    if let Ok(tokens) = text.parse::<TokenStream>() {
        read_tokens(tokens, &mut asked);
    }
    asked
}

fn read_tokens(tokens: TokenStream, asked: &mut Asked) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut is_test = false;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket && is_test_mark(group) => is_test = true,
            TokenTree::Group(group) if is_test && group.delimiter() == Delimiter::Brace => is_test = false,
            TokenTree::Punct(mark) if is_test && mark.as_char() == ';' => is_test = false,
            _ if is_test => {}
            TokenTree::Group(group) => {
                let before = tokens.get(..index).unwrap_or_default();
                if is_asking(before) {
                    asked.shapes.extend(first_argument(group.stream()));
                }
                asked.strings.extend(joined(group, tokens.get(index + 1..).unwrap_or_default()));
                if !is_call_of(before, "beginning") {
                    read_tokens(group.stream(), asked);
                }
            }
            TokenTree::Literal(literal) => asked.strings.extend(string(literal)),
            _ => {}
        }
    }
}

/// The shape of the text that an array of pieces makes (`["card-", name].concat()`); any piece but a string is a place.
fn joined(group: &proc_macro2::Group, after: &[TokenTree]) -> Option<String> {
    let [TokenTree::Punct(dot), TokenTree::Ident(concat), ..] = after else { return None };
    if group.delimiter() != Delimiter::Bracket || dot.as_char() != '.' || concat != "concat" {
        return None;
    }
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let pieces = tokens.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','));
    let pieces = pieces.filter(|piece| !piece.is_empty()).map(|piece| match piece {
        [TokenTree::Literal(literal)] => string(literal).unwrap_or_default(),
        _ => "{}".to_owned(),
    });
    Some(pieces.collect())
}

fn is_test_mark(group: &proc_macro2::Group) -> bool {
    let text: String = group.stream().to_string().split_whitespace().collect();
    text == "cfg(test)"
}

fn is_call_of(before: &[TokenTree], name: &str) -> bool {
    matches!(before, [.., TokenTree::Ident(called)] if called == name)
}

/// Whether the tokens before an argument list call an asker on words or on a page: `words`, `visit.words()`,
/// `Words::of(language)`, `page`.
fn is_asking(before: &[TokenTree]) -> bool {
    let [of @ .., TokenTree::Punct(dot), TokenTree::Ident(asker)] = before else { return false };
    let receiver = match of {
        [.., TokenTree::Ident(name), TokenTree::Group(_)] | [.., TokenTree::Ident(name)] => name.to_string(),
        _ => return false,
    };
    let is_receiver = receiver.ends_with("words") || receiver.ends_with("page") || receiver == "of";
    is_receiver && dot.as_char() == '.' && ASKERS.iter().any(|name| asker == name)
}

/// The strings of a call's first argument, however they are chosen there.
fn first_argument(tokens: TokenStream) -> Vec<(String, usize)> {
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    let tokens: Vec<TokenTree> = tokens.into_iter().take_while(|token| !is_comma(token)).collect();
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => match joined(group, tokens.get(index + 1..).unwrap_or_default()) {
                // Pieces that do not begin with an id's beginning could be any id.
                Some(shape) => {
                    let begins = shape.split('{').next().is_some_and(|start| start.contains('-'));
                    found.extend(begins.then(|| (shape, group.span().start().line)));
                }
                None => found.extend(first_argument(group.stream())),
            },
            TokenTree::Literal(literal) => {
                found.extend(string(literal).map(|text| (text, literal.span().start().line)));
            }
            _ => {}
        }
    }
    found
}

fn string(literal: &proc_macro2::Literal) -> Option<String> {
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|string| string.value())
}

/// Reads a page: `.text("id")` and its like ask, and what stands before or after a quote may be an id (a call inside an
/// attribute has quotes within quotes).
pub fn asked_by_page(text: &str) -> Asked {
    let mut asked = Asked::default();
    for (index, line) in text.lines().enumerate() {
        asked.strings.extend(line.split('"').map(str::to_owned));
        for asker in ASKERS {
            let call = format!(".{asker}(\"");
            let ids = line.split(&call).skip(1).filter_map(|rest| rest.split('"').next());
            asked.shapes.extend(ids.map(|id| (id.to_owned(), index + 1)));
        }
        // `page.named("beginning-", name)` asks for every id that begins so.
        for beginning in line.split(".named(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            asked.shapes.push((format!("{beginning}{{name}}"), index + 1));
            asked.strings.insert(format!("{beginning}{{name}}"));
        }
    }
    asked
}

/// Whether `id` is of this shape: equal, or equal around the `{…}` places of a format string.
pub fn is_of_shape(id: &str, shape: &str) -> bool {
    match (shape.split_once('{'), shape.rsplit_once('}')) {
        (Some((start, _)), Some((_, end))) => {
            start.contains('-') && id.len() > start.len() + end.len() && id.starts_with(start) && id.ends_with(end)
        }
        _ => id == shape,
    }
}

/// The ids that are asked for and do not exist.
fn unknown(path: &str, asked: &Asked, catalogue: &Catalogue) -> Vec<Breach> {
    let gone = asked.shapes.iter().filter(|(shape, _)| !catalogue.keys().any(|id| is_of_shape(id, shape)));
    gone.map(|(shape, line)| Breach::new(path, *line, format!("no sentence has the id `{shape}`"))).collect()
}

/// The sentences that no file and no other sentence names. An attribute is used with its sentence.
fn unused(strings: &BTreeSet<String>, catalogue: &Catalogue) -> Vec<Breach> {
    let named = |id: &str| {
        strings.iter().any(|shape| is_of_shape(id, shape))
            || catalogue.values().any(|sentence| sentence.references.contains(id))
    };
    let idle = catalogue.iter().filter(|(id, _)| !named(id.split('.').next().unwrap_or_default()));
    idle.map(|(id, sentence)| Breach::new(ENGLISH, sentence.line, format!("nothing asks for `{id}`"))).collect()
}

#[test]
fn every_sentence_asked_for_exists_and_none_is_left_unused() {
    let catalogue = match of_tree(ENGLISH) {
        Ok(catalogue) => catalogue,
        Err(told) => return hold(RULE, told),
    };
    let rust = tree::product_files().filter(|file| !file.path.ends_with("tests.rs"));
    let rust = rust.map(|file| (file, asked_by_rust(&file.text)));
    let pages = tree::files()
        .iter()
        .filter(|file| file.path.starts_with("ombudsman-server/") && file.has_ending(&["html", "txt", "xml", "svg"]));
    let (mut told, mut strings) = (Vec::new(), BTreeSet::new());
    for (file, asked) in rust.chain(pages.map(|file| (file, asked_by_page(&file.text)))) {
        told.extend(unknown(&file.path, &asked, &catalogue));
        strings.extend(asked.strings);
    }
    told.extend(unused(&strings, &catalogue));
    hold(RULE, told);
}

#[cfg(test)]
fn sample() -> Catalogue {
    crate::catalogue::read(ENGLISH, "card-send = Send\ncard-point-1 = One\nidle = Idle\n").expect("Fluent")
}

#[test]
fn an_id_that_does_not_exist_is_caught_in_code_and_on_a_page() {
    let code = "fn go() { words.text(\"card-send\");\n html! { <p>{ props.words.with(if x { \"card-sent\" } else { \"idle\" }, \"n\", 1) }</p> };\n\
        words.text(&format!(\"card-scale-{n}\")); words.text(&format!(\"card-point-{n}\"));\n\
        visit.words().text(\"lost\"); row.text(\"column\"); }";
    let told = |asked: &Asked| unknown("a", asked, &sample()).iter().map(ToString::to_string).collect::<Vec<_>>();
    let wrong = [
        "a:2: no sentence has the id `card-sent`",
        "a:3: no sentence has the id `card-scale-{n}`",
        "a:4: no sentence has the id `lost`",
    ];
    assert_eq!(told(&asked_by_rust(code)), wrong);
    let page =
        "<p title=\"{{ page.text(\"idle\") }}\">{{ page.text(\"card-send\") }}</p>\n<p>{{ words.text(\"gone\") }}</p>";
    assert_eq!(told(&asked_by_page(page)), ["a:2: no sentence has the id `gone`"]);
    assert!(asked_by_page(page).strings.contains("idle"));
    let named = "{{ page.named(\"card-point-\", n) }} {{ page.named(\"card-scale-\", n) }}";
    assert_eq!(told(&asked_by_page(named)), ["a:1: no sentence has the id `card-scale-{name}`"]);
}

#[test]
fn an_id_joined_from_pieces_asks_for_all_ids_of_its_shape() {
    let catalogue = crate::catalogue::read(ENGLISH, "card-point-1 = One\ncard-a-hint = A\nidle = Idle\n");
    let catalogue = catalogue.expect("Fluent");
    let code = "fn go() { f(&[\"card-point-\", n.digit()].concat()); f([\"card-\", name, \"-hint\"].concat()); f([\"idle\", n]); }";
    let told: Vec<String> = unused(&asked_by_rust(code).strings, &catalogue).iter().map(ToString::to_string).collect();
    assert_eq!(told, [""; 0]);
    let told = unused(&asked_by_rust("fn go() { f([\"card-\", n, \"-hint\"].concat()); }").strings, &catalogue);
    assert_eq!(told.len(), 2);
    let code = "fn go() { words.text(&[\"card-point-\", n].concat()); words.text(&[\"card-lost-\", n].concat()); }";
    let told = unknown("a", &asked_by_rust(code), &catalogue);
    assert_eq!(
        told.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["a:1: no sentence has the id `card-lost-{}`"]
    );
}

#[test]
fn a_sentence_that_nothing_asks_for_is_caught_even_if_a_test_names_it() {
    let code = "fn go() { words.text(\"card-send\"); f(format!(\"card-point-{n}\")); words.beginning(\"idle\"); }\n\
        #[cfg(test)]\nmod tests { fn go() { words.text(\"idle\"); } }";
    let told: Vec<String> = unused(&asked_by_rust(code).strings, &sample()).iter().map(ToString::to_string).collect();
    assert_eq!(told, [format!("{ENGLISH}:3: nothing asks for `idle`")]);
}
