//! Code stays small enough to be read at once: files and functions have a budget, over the whole workspace.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::breach::{Breach, hold};
use crate::tree;

const RULE: &str = "Rule 3, sizes: Rust files have a median of at most 100 lines, nine in ten have at most 250, none has \
    over 400; no function has over 80 lines.";
const FILE_MEDIAN: usize = 100;
const FILE_NINE_IN_TEN: usize = 250;
const FILE_MOST: usize = 400;
const FUNCTION_MOST: usize = 80;

/// A function and its lines, from its signature to its closing brace. A closure counts with the function around it.
struct Function {
    name: String,
    line: usize,
    lines: usize,
}

#[derive(Default)]
struct Functions(Vec<Function>);

impl Functions {
    fn measure(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.span().start().line;
        let lines = block.brace_token.span.close().end().line + 1 - line;
        self.0.push(Function { name: signature.ident.to_string(), line, lines });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.measure(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.measure(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.measure(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

fn functions(path: &str, text: &str) -> Result<Vec<Function>, Breach> {
    let mut found = Functions::default();
    found.visit_file(&tree::parsed(path, text)?);
    Ok(found.0)
}

/// What is too long in one file: itself, or a function of it.
fn breaches(path: &str, text: &str) -> Vec<Breach> {
    let lines = text.lines().count();
    let file = (lines > FILE_MOST).then(|| Breach::new(path, 1, format!("{lines} lines; at most {FILE_MOST}")));
    let long = match functions(path, text) {
        Err(breach) => vec![breach],
        Ok(found) => found
            .iter()
            .filter(|function| function.lines > FUNCTION_MOST)
            .map(|function| {
                let what = format!("`{}` has {} lines; at most {FUNCTION_MOST}", function.name, function.lines);
                Breach::new(path, function.line, what)
            })
            .collect(),
    };
    file.into_iter().chain(long).collect()
}

/// The size that this many hundredths of the sizes do not exceed.
fn quantile(sizes: &[usize], hundredths: usize) -> usize {
    let mut sorted = sizes.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() * hundredths).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0)
}

/// What is too long about the files taken together.
fn spread_breaches(sizes: &[usize]) -> Vec<Breach> {
    let over = |name: &str, is: usize, most: usize| {
        (is > most).then(|| Breach::new("(all files)", 1, format!("the {name} is {is} lines; at most {most}")))
    };
    let median = over("median", quantile(sizes, 50), FILE_MEDIAN);
    median.into_iter().chain(over("ninth tenth", quantile(sizes, 90), FILE_NINE_IN_TEN)).collect()
}

fn is_test(path: &str) -> bool {
    path.starts_with("tests/") || path.contains("/tests/") || path.ends_with("/tests.rs")
}

fn tell(kind: &str, sizes: &[usize]) {
    let at = |hundredths| quantile(sizes, hundredths);
    println!("{kind}: {} of median {}, p90 {}, max {} lines", sizes.len(), at(50), at(90), at(100));
}

#[test]
fn files_and_functions_keep_to_their_size() {
    let product: Vec<_> = tree::rust_files().filter(|file| !is_test(&file.path)).collect();
    let sizes: Vec<usize> = product.iter().map(|file| file.text.lines().count()).collect();
    let parsed = product.iter().filter_map(|file| functions(&file.path, &file.text).ok()).flatten();
    tell("files", &sizes);
    tell("functions", &parsed.map(|function| function.lines).collect::<Vec<_>>());
    let each = tree::rust_files().flat_map(|file| breaches(&file.path, &file.text));
    hold(RULE, spread_breaches(&sizes).into_iter().chain(each));
}

#[test]
fn a_file_or_a_function_that_is_too_long_is_caught() {
    let told = |text: &str| breaches("a.rs", text).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(told(&"\n".repeat(401)), ["a.rs:1: 401 lines; at most 400"]);
    let long = |lines: usize| format!("impl A {{\n/// Doc.\nfn go() {{{}}}\n}}", "\n".repeat(lines - 1));
    assert_eq!(told(&long(81)), ["a.rs:3: `go` has 81 lines; at most 80"]);
    assert_eq!(told(&long(80)), [""; 0]);
    assert_eq!(told("fn {").len(), 1);
}

#[test]
fn many_long_files_are_caught_though_none_is_too_long() {
    assert_eq!(spread_breaches(&[90, 101, 101]).len(), 1);
    assert_eq!(spread_breaches(&[10, 10, 10, 300]).len(), 1);
    assert_eq!(spread_breaches(&[100, 100, 250]), []);
}
