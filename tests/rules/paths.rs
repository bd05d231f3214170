//! Which paths a Rust file names, wherever it names them: in `use`, in code, in attributes and inside macros.
//!
//! A text search would see `redis` in a comment and miss `use crate::{queue as q}`; this reads the syntax instead and
//! resolves `self`, `super`, renames and child modules, so that a rule sees `crate::room::…` or `library::…`.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// A path as the compiler would understand it, and the line that names it.
#[derive(Debug, PartialEq, Eq)]
pub struct Mention {
    pub path: Vec<String>,
    pub line: usize,
}

impl Mention {
    pub fn starts_with(&self, start: &[&str]) -> bool {
        self.path.len() >= start.len() && self.path.iter().zip(start).all(|(has, wants)| has == wants)
    }

    pub fn ends_with(&self, end: &[&str]) -> bool {
        let skipped = self.path.len().checked_sub(end.len());
        skipped.is_some_and(|skipped| self.path.iter().skip(skipped).zip(end).all(|(has, wants)| has == wants))
    }
}

/// Every path named in the file at `path` (which tells the module it is), in the order of reading.
pub fn mentions(path: &str, file: &syn::File) -> Vec<Mention> {
    let mut reader = Reader { module: module_of(path), ..Reader::default() };
    reader.visit_file(file);
    let Reader { raw, known, .. } = reader;
    raw.into_iter()
        .filter(|found| found.imported || found.segments.len() > 1)
        .map(|found| Mention { line: found.line, path: found.resolve(&known) })
        .collect()
}

/// `room/src/a/b.rs` is the module `a::b`; `mod.rs`, `lib.rs` and `main.rs` are the module of their folder.
fn module_of(path: &str) -> Vec<String> {
    let inside = path.split_once("src/").map_or(path, |(_, inside)| inside);
    let mut module: Vec<String> = inside.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    module
}

struct Raw {
    segments: Vec<String>,
    line: usize,
    module: Vec<String>,
    imported: bool,
    /// Written with a leading `::`, so that no local name can stand in for the library.
    rooted: bool,
}

impl Raw {
    fn resolve(&self, known: &HashMap<String, Vec<String>>) -> Vec<String> {
        let Some(first) = self.segments.first() else { return Vec::new() };
        if ["self", "super", "crate"].contains(&first.as_str()) {
            return from_crate(&self.module, &self.segments);
        }
        match known.get(first) {
            Some(start) if !self.rooted && !self.imported => {
                start.iter().chain(self.segments.iter().skip(1)).cloned().collect()
            }
            _ => self.segments.clone(),
        }
    }
}

fn from_crate(module: &[String], segments: &[String]) -> Vec<String> {
    let mut base = module.to_vec();
    let mut rest = segments.iter().peekable();
    while let Some(step) = rest.next_if(|step| ["self", "super", "crate"].contains(&step.as_str())) {
        match step.as_str() {
            "super" => drop(base.pop()),
            "crate" => base.clear(),
            _ => {}
        }
    }
    let start = std::iter::once("crate".to_owned());
    start.chain(base).chain(rest.cloned()).collect()
}

#[derive(Default)]
struct Reader {
    module: Vec<String>,
    raw: Vec<Raw>,
    /// What a name of this file stands for: its child modules and everything it imports.
    known: HashMap<String, Vec<String>>,
}

impl Reader {
    fn name(&mut self, segments: Vec<String>, span: Span, rooted: bool) {
        self.raw.push(Raw { segments, line: span.start().line, module: self.module.clone(), imported: false, rooted });
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String], rooted: bool) {
        let with = |ident: &syn::Ident| [before, &[ident.to_string()]].concat();
        let (segments, local, span) = match tree {
            syn::UseTree::Path(path) => return self.import(&path.tree, &with(&path.ident), rooted),
            syn::UseTree::Group(group) => {
                return group.items.iter().for_each(|item| self.import(item, before, rooted));
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned(), name.ident.span())
            }
            syn::UseTree::Name(name) => (with(&name.ident), Some(name.ident.to_string()), name.ident.span()),
            syn::UseTree::Rename(name) => (with(&name.ident), Some(name.rename.to_string()), name.rename.span()),
            syn::UseTree::Glob(glob) => ([before, &["*".to_owned()]].concat(), None, glob.star_token.spans[0]),
        };
        self.name(segments, span, rooted);
        if let Some(raw) = self.raw.last_mut() {
            raw.imported = true;
            let path = raw.resolve(&HashMap::new());
            self.known.extend(local.map(|local| (local, path)));
        }
    }

    /// Macros are not parsed by the compiler's front, but a path in their tokens is a path all the same.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let (mut run, mut colons, mut rooted) = (Vec::<String>::new(), 0, false);
        let mut at = Span::call_site();
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 || run.is_empty() {
                        self.name(std::mem::take(&mut run), at, rooted);
                        (at, rooted) = (ident.span(), colons == 2);
                    }
                    run.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.name(std::mem::take(&mut run), at, rooted);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.read_tokens(group.stream());
                    }
                }
            }
        }
        self.name(run, at, rooted);
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, &[], item.leading_colon.is_some());
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let name = item.ident.to_string();
        let here = from_crate(&self.module, &[]);
        self.known.insert(name.clone(), [here, vec![name.clone()]].concat());
        self.module.push(name);
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if let Some(first) = path.segments.first() {
            let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.name(segments, first.ident.span(), path.leading_colon.is_some());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.read_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
        self.read_tokens(list.tokens.clone());
        visit::visit_meta_list(self, list);
    }
}

#[cfg(test)]
fn read(path: &str, text: &str) -> Vec<String> {
    let file = syn::parse_file(text).expect("the sample is Rust");
    mentions(path, &file).iter().map(|mention| format!("{}:{}", mention.line, mention.path.join("::"))).collect()
}

#[test]
fn imports_are_read_through_groups_renames_and_globs() {
    let seen = read("x/src/intake/page.rs", "use crate::{queue as q, http::*};\nuse std::env::{self, var};");
    assert_eq!(seen, ["1:crate::queue", "1:crate::http::*", "2:std::env", "2:std::env::var"]);
}

#[test]
fn relative_paths_are_followed_to_the_room_they_reach() {
    let seen = read("x/src/intake/mod.rs", "use super::worker::take;\nmod deep { use super::super::staff; }");
    assert_eq!(seen, ["1:crate::worker::take", "2:crate::staff"]);
}

#[test]
fn a_child_module_is_not_mistaken_for_the_library_of_the_same_name() {
    let text = "mod redis;\nfn open() { redis::open(); ::redis::open(); }";
    assert_eq!(read("x/src/queue/mod.rs", text), ["2:crate::queue::redis::open", "2:redis::open"]);
}

#[test]
fn paths_inside_macros_and_attributes_are_paths_too() {
    let text = "#[derive(sqlx::FromRow)]\nstruct Row;\nfn go() { say!(\"sqlx::no\", a => [::sqlx::query(1)]); }";
    assert_eq!(read("x/src/a.rs", text), ["1:sqlx::FromRow", "3:sqlx::query"]);
}

#[test]
fn a_renamed_type_keeps_its_full_name() {
    let seen = read("x/src/a.rs", "use std::time::SystemTime as Wall;\nfn go() { Wall::now(); }");
    assert_eq!(seen, ["1:std::time::SystemTime", "2:std::time::SystemTime::now"]);
}
