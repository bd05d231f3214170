//! Every statement of SQL in the office's source, with what its macros make of it, and for which engine it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ombudsman_server::db::Engine;
use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use syn::LitStr;

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ombudsman-server/src");
/// The engines' own settings.
const DOOR: &str = "db";
const BEGINNINGS: [&str; 5] = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "WITH "];

/// A statement.
pub struct Statement {
    /// The file in which it stands.
    pub path: String,
    pub sql: String,
    /// The engine that alone is told it.
    pub only: Option<Engine>,
}

/// What stands for a macro's call: the names of its literals, and the tokens that they are put into.
type Arm = (Vec<String>, TokenStream);

/// All of them.
pub fn of_the_office() -> Vec<Statement> {
    let mut files = Vec::new();
    walk(Path::new(SOURCE), &mut files);
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a source file");
        (path.display().to_string(), text.parse::<TokenStream>().expect("Rust"))
    };
    let files: Vec<(String, TokenStream)> = files.iter().map(read).collect();
    let mut macros = BTreeMap::new();
    for (_, tokens) in &files {
        learn(tokens, &mut macros);
    }
    let mut found = Vec::new();
    for (path, tokens) in files {
        collect(&path, &expanded(tokens, &macros), &mut found);
    }
    found
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the source").flatten() {
        let path = entry.path();
        if path.file_stem().is_some_and(|name| name == "tests" || name == DOOR) {
            continue;
        }
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == mark)
}

fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(found)) if found == word)
}

/// Keeps the macros that are made of literals.
fn learn(tokens: &TokenStream, macros: &mut BTreeMap<String, Vec<Arm>>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        match (token, tokens.get(place + 2), tokens.get(place + 3)) {
            (_, Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) if is_word(Some(token), "macro_rules") => {
                macros.insert(name.to_string(), arms(body.stream()));
            }
            (TokenTree::Group(group), ..) => learn(&group.stream(), macros),
            _ => {}
        }
    }
}

fn arms(body: TokenStream) -> Vec<Arm> {
    let groups: Vec<TokenStream> = body
        .into_iter()
        .filter_map(|token| if let TokenTree::Group(group) = token { Some(group.stream()) } else { None })
        .collect();
    let pairs = groups.chunks_exact(2).map(|pair| {
        let pattern: Vec<TokenTree> = pair[0].clone().into_iter().collect();
        let names = pattern.windows(2).filter(|pair| is_mark(pair.first(), '$')).map(|pair| pair[1].to_string());
        (names.collect(), pair[1].clone())
    });
    pairs.collect()
}

/// The tokens with known macros and `concat!` in place.
fn expanded(tokens: TokenStream, macros: &BTreeMap<String, Vec<Arm>>) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let (mut done, mut place) = (Vec::new(), 0);
    while let Some(token) = tokens.get(place) {
        let called = is_mark(tokens.get(place + 1), '!').then(|| tokens.get(place + 2)).flatten();
        match (token, called) {
            (TokenTree::Ident(name), Some(TokenTree::Group(arguments))) => {
                let arguments = pieces(expanded(arguments.stream(), macros));
                let arms = macros.get(&name.to_string()).into_iter().flatten();
                let arm = arms.into_iter().find(|(names, _)| names.len() == arguments.len());
                if name == "concat" {
                    done.push(TokenTree::Literal(Literal::string(&arguments.concat())));
                } else if let Some((names, tokens)) = arm {
                    let given = names.iter().cloned().zip(arguments).collect();
                    done.extend(expanded(put(tokens.clone(), &given), macros));
                } else if let Some(TokenTree::Group(group)) = called {
                    done.extend(expanded(group.stream(), macros));
                }
                place += 3;
            }
            // What only the tests of a file run is not the office's.
            _ if is_word(Some(token), "mod") && is_word(tokens.get(place + 1), "tests") => place += 3,
            _ if is_word(Some(token), "macro_rules") => place += 4,
            (TokenTree::Group(group), _) => {
                done.extend(expanded(group.stream(), macros));
                place += 1;
            }
            _ => {
                done.push(token.clone());
                place += 1;
            }
        }
    }
    done.into_iter().collect()
}

/// The texts that stand between commas.
fn pieces(tokens: TokenStream) -> Vec<String> {
    tokens.into_iter().filter_map(|token| text(&token)).collect()
}

fn put(tokens: TokenStream, given: &BTreeMap<String, String>) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut done = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let after_mark = place.checked_sub(1).is_some_and(|before| is_mark(tokens.get(before), '$'));
        match token {
            TokenTree::Ident(name) if after_mark && given.contains_key(&name.to_string()) => {
                done.pop();
                done.push(TokenTree::Literal(Literal::string(&given[&name.to_string()])));
            }
            TokenTree::Group(group) => {
                let inner = put(group.stream(), given);
                done.push(TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inner)));
            }
            _ => done.push(token.clone()),
        }
    }
    done.into_iter().collect()
}

fn text(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Literal(literal) => syn::parse_str::<LitStr>(&literal.to_string()).ok().map(|text| text.value()),
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            group.stream().into_iter().find_map(|t| text(&t))
        }
        _ => None,
    }
}

fn collect(path: &str, tokens: &TokenStream, found: &mut Vec<Statement>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        let Some(sql) = text(token).filter(|sql| BEGINNINGS.iter().any(|beginning| sql.starts_with(beginning))) else {
            continue;
        };
        let named = place.checked_sub(2).and_then(|before| tokens.get(before));
        let only = match named {
            name if is_word(name, "sqlite") => Some(Engine::Sqlite),
            name if is_word(name, "postgres") => Some(Engine::Postgres),
            _ => None,
        };
        found.push(Statement { path: path.to_owned(), sql, only });
    }
}
