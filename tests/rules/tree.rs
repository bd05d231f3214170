//! The tree that the rules read: every text file that is, or could be, under version control.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::breach::Breach;

/// A text file of the workspace. Its path is relative to the root and written with `/`.
#[derive(Debug)]
pub struct SourceFile {
    pub path: String,
    pub text: String,
}

impl SourceFile {
    pub fn has_ending(&self, endings: &[&str]) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| endings.iter().any(|ending| found == *ending))
    }
}

/// Every text file that git tracks or would track, read once. Files of bytes (fonts, images) are left out.
pub fn files() -> &'static [SourceFile] {
    static FILES: OnceLock<Vec<SourceFile>> = OnceLock::new();
    FILES.get_or_init(|| {
        let root = root();
        listed(&root).into_iter().filter_map(|path| read(&root, path)).collect()
    })
}

pub fn rust_files() -> impl Iterator<Item = &'static SourceFile> {
    files().iter().filter(|file| file.has_ending(&["rs"]))
}

/// The Rust files of the crates that people run: the card, its component and the server.
pub fn product_files() -> impl Iterator<Item = &'static SourceFile> {
    const SOURCES: [&str; 3] = ["feedback/src/", "widget/src/", "ombudsman-server/src/"];
    rust_files().filter(|file| SOURCES.iter().any(|source| file.path.starts_with(source)))
}

/// Reads Rust, or says where it stops being Rust.
pub fn parsed(path: &str, text: &str) -> Result<syn::File, Breach> {
    syn::parse_file(text).map_err(|error| {
        let line = error.span().start().line;
        Breach::new(path, line, format!("this is not Rust that can be read: {error}"))
    })
}

fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}

fn listed(root: &Path) -> Vec<String> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(root)
        .output()
        .expect("the house rules need `git` to know which files are ours");
    assert!(
        output.status.success(),
        "`git ls-files` failed in the workspace: run the rules in a git checkout.\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let names = String::from_utf8_lossy(&output.stdout);
    names.split_terminator('\0').map(str::to_owned).collect()
}

fn read(root: &Path, path: String) -> Option<SourceFile> {
    let text = std::fs::read_to_string(root.join(&path)).ok()?;
    Some(SourceFile { path, text })
}

#[test]
fn the_tree_that_the_rules_read_is_the_workspace() {
    let paths: Vec<&str> = files().iter().map(|file| file.path.as_str()).collect();
    assert!(paths.contains(&"Cargo.toml"), "no Cargo.toml among {paths:?}");
    assert!(paths.contains(&"tests/rules/tree.rs"), "this file is not among {paths:?}");
    assert!(product_files().count() > 0, "no product source was found");
}
