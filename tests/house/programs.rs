//! Finds the programs on trial: they are run as they are built, as separate processes.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

/// The variable that names the folder of the programs, where it is not the one that cargo builds into.
const FOLDER: &str = "OMBUDSMAN_BIN_DIR";

/// A program of this workspace, ready to be given arguments. The settings of whoever runs the tests stay out of it.
pub(crate) fn program(name: &str) -> Command {
    let path = folder().join(name);
    assert!(
        path.is_file(),
        "{} is not built. Build it with: cargo xtask widget && cargo build -p ombudsman-server -p embed-demo",
        path.display()
    );
    let mut command = Command::new(path);
    for (name, _) in env::vars_os() {
        if name == "RUST_LOG" || name.to_string_lossy().starts_with("OMBUDSMAN_") {
            command.env_remove(&name);
        }
    }
    command
}

/// What tells the office's program from every other build of it.
#[must_use]
pub fn office_build() -> &'static str {
    static BUILD: LazyLock<String> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        fs::read(folder().join("ombudsman-server")).expect("the office's program").hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    });
    &BUILD
}

/// Tests lie in `target/debug/deps`, the house's own program in `target/debug`.
fn folder() -> PathBuf {
    if let Some(folder) = env::var_os(FOLDER) {
        return folder.into();
    }
    let this = env::current_exe().expect("the path of this program");
    let beside = this.parent().expect("a program lies in a folder");
    if beside.ends_with("deps") { beside.parent().map_or_else(PathBuf::new, PathBuf::from) } else { beside.to_owned() }
}
