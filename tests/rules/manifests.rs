//! The manifests keep the house together: every crate has the house's lints, and depends only along the flow.

use toml::{Table, Value};

use crate::breach::{Breach, hold};
use crate::tree;

const LINTS: &str = "Rule 8, lints: every crate's Cargo.toml inherits the house's lints (`[lints] workspace = true`).";
const FLOW: &str = "Rule 1, imports: `feedback` depends on nothing of ours and `widget` on `feedback` only.";

const CRATES: [&str; 6] = ["feedback", "widget", "ombudsman-server", "embed-demo", "tests", "xtask"];
const CRATE_FLOW: [(&str, &[&str]); 3] =
    [("feedback", &[]), ("widget", &["feedback"]), ("ombudsman-server", &["feedback", "widget"])];

fn read(path: &str, text: &str) -> Result<Table, Breach> {
    text.parse().map_err(|error: toml::de::Error| Breach::new(path, 1, format!("not TOML: {}", error.message())))
}

/// A crate's manifest that does not inherit the lints.
fn without_lints(path: &str, text: &str) -> Option<Breach> {
    let manifest = match read(path, text) {
        Ok(manifest) => manifest,
        Err(breach) => return Some(breach),
    };
    let inherits = manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(Value::as_bool);
    let is_crate = manifest.contains_key("package");
    (is_crate && inherits != Some(true)).then(|| Breach::new(path, 1, "`[lints] workspace = true` is missing"))
}

/// The dependencies of a crate of ours on crates of ours that its place in the flow does not allow.
fn against_flow(path: &str, text: &str) -> Vec<Breach> {
    let manifest = match read(path, text) {
        Ok(manifest) => manifest,
        Err(breach) => return vec![breach],
    };
    let name = path.split('/').next().unwrap_or_default();
    let Some((_, allowed)) = CRATE_FLOW.iter().find(|(ours, _)| *ours == name) else { return Vec::new() };
    let wrong = dependencies(&manifest)
        .into_iter()
        .filter(|dependency| CRATES.contains(&dependency.as_str()) && !allowed.contains(&dependency.as_str()));
    wrong.map(|dependency| Breach::new(path, 1, format!("`{name}` may not depend on `{dependency}`"))).collect()
}

/// The names of all dependencies, of every kind and for every target.
fn dependencies(table: &Table) -> Vec<String> {
    let mut found = Vec::new();
    for (key, value) in table.iter().filter_map(|(key, value)| Some((key, value.as_table()?))) {
        if key.ends_with("dependencies") {
            found.extend(value.keys().cloned());
        } else {
            found.extend(dependencies(value));
        }
    }
    found
}

fn manifests() -> impl Iterator<Item = &'static tree::SourceFile> {
    tree::files().iter().filter(|file| file.path.ends_with("Cargo.toml"))
}

#[test]
fn every_crate_inherits_the_lints_of_the_house() {
    hold(LINTS, manifests().filter_map(|file| without_lints(&file.path, &file.text)));
}

#[test]
fn crates_depend_along_the_flow_only() {
    hold(FLOW, manifests().flat_map(|file| against_flow(&file.path, &file.text)));
}

#[test]
fn a_crate_without_the_lints_is_caught() {
    assert!(without_lints("a/Cargo.toml", "[package]\nname = \"a\"").is_some());
    assert!(without_lints("a/Cargo.toml", "[package]\nname = \"a\"\n[lints]\nworkspace = false").is_some());
    assert!(without_lints("a/Cargo.toml", "[package").is_some());
    assert_eq!(without_lints("a/Cargo.toml", "[package]\nname = \"a\"\n[lints]\nworkspace = true"), None);
}

#[test]
fn a_dependency_against_the_flow_is_caught_for_every_kind_and_target() {
    assert_eq!(against_flow("feedback/Cargo.toml", "[dev-dependencies]\nwidget.workspace = true").len(), 1);
    let targeted = "[target.'cfg(unix)'.dependencies]\nombudsman-server = { path = \"x\" }";
    assert_eq!(against_flow("widget/Cargo.toml", targeted).len(), 1);
    assert_eq!(against_flow("widget/Cargo.toml", "[dependencies]\nfeedback.workspace = true"), []);
}
