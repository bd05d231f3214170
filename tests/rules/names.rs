//! A name says what is inside. A drawer for everything is where nobody looks.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};

use crate::breach::{Breach, hold};
use crate::tree;

const RULE: &str = "Rule 7, names: no file, folder or module is called utils, util, helpers, helper, common, misc or \
    manager: name it after what it holds.";
const DRAWERS: [&str; 7] = ["utils", "util", "helpers", "helper", "common", "misc", "manager"];

struct Modules(Vec<(String, usize)>);

impl<'ast> Visit<'ast> for Modules {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.0.push((item.ident.to_string(), item.ident.span().start().line));
        visit::visit_item_mod(self, item);
    }
}

/// Whether a name is a drawer's, whole or as one of its words (`string_utils`, `case-manager`).
fn is_drawer(name: &str) -> bool {
    let words: BTreeSet<String> = name.split(['_', '-', '.']).map(str::to_lowercase).collect();
    DRAWERS.iter().any(|drawer| words.contains(*drawer))
}

/// The drawers in a path and, for Rust, among the modules of the text.
fn breaches(path: &str, text: &str) -> Vec<Breach> {
    let steps = path.split('/').filter(|step| is_drawer(step));
    let mut told: Vec<Breach> = steps.map(|step| Breach::new(path, 1, format!("`{step}` names a drawer"))).collect();
    if let (true, Ok(file)) = (path.rsplit('.').next() == Some("rs"), syn::parse_file(text)) {
        let mut modules = Modules(Vec::new());
        modules.visit_file(&file);
        let named = modules.0.into_iter().filter(|(name, _)| is_drawer(name));
        told.extend(named.map(|(name, line)| Breach::new(path, line, format!("`mod {name}` names a drawer"))));
    }
    told
}

#[test]
fn no_name_is_a_drawer_for_everything() {
    hold(RULE, tree::files().iter().flat_map(|file| breaches(&file.path, &file.text)));
}

#[test]
fn a_drawer_is_caught_as_file_folder_or_module() {
    assert_eq!(breaches("widget/page/utils.js", "").len(), 1);
    assert_eq!(breaches("tests/common/mod.rs", "").len(), 1);
    assert_eq!(breaches("a/case_manager.rs", "").len(), 1);
    assert_eq!(
        breaches("a/b.rs", "mod tests { mod helpers {} }"),
        [Breach::new("a/b.rs", 1, "`mod helpers` names a drawer")]
    );
    assert_eq!(breaches("a/utility_bill.rs", "mod commons {}"), []);
}
