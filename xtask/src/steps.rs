//! How a command speaks: it says what it is doing, and a failure ends in one line that says what to do next.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

/// A failure with its remedy.
#[derive(Debug)]
pub struct Trouble {
    what: String,
    next: String,
}

impl Trouble {
    /// `what` happened, a sentence without its full stop; `next` is the one thing to do.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { what: what.into(), next: next.into() }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.what)
    }
}

impl std::error::Error for Trouble {}

/// Prints a failure and its next step, on standard error.
pub fn explain(error: &anyhow::Error) {
    eprintln!("failed: {error:#}");
    let next = error
        .downcast_ref::<Trouble>()
        .map_or("read the lines above, put right what they name, and run the same command again", |trouble| {
            &trouble.next
        });
    eprintln!("next:   {next}");
}

/// Says what is being done now.
pub fn say(doing: &str) {
    println!("→ {doing}");
}

/// The workspace's folder: every path that a command names starts here.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds, which a person may have moved.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The cargo that started us, in the workspace's folder.
///
/// What that cargo told us about our own package is left out: build scripts that watch those variables (ring's
/// does) would otherwise build again each time a person changes between `cargo build` and `cargo xtask`.
pub fn cargo<I, S>(arguments: I) -> Command
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(arguments);
    for (name, _) in std::env::vars_os() {
        let shown = name.to_string_lossy();
        if shown.starts_with("CARGO_PKG_") || shown.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command whose output the person sees; fails with `next` unless it succeeds.
pub fn run(command: &mut Command, next: &str) -> Result<()> {
    let shown = spelled(command);
    let status = command.status().with_context(|| Trouble::new(format!("`{shown}` could not be started"), next))?;
    if status.success() {
        return Ok(());
    }
    Err(Trouble::new(format!("`{shown}` ended with {status}"), next).into())
}

/// Runs a command silently; `None` unless it could be started and succeeded, otherwise what it printed.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as a person would type it, for sentences about it.
pub fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    let arguments = command.get_args().map(OsStr::to_string_lossy);
    std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next_of(error: &anyhow::Error) -> &str {
        error.downcast_ref::<Trouble>().map_or("", |trouble| &trouble.next)
    }

    #[test]
    fn a_failed_command_is_named_with_its_arguments_and_its_next_step() {
        let mut command = Command::new("false");
        let error = run(command.arg("--now"), "try `true`").expect_err("`false` fails");
        assert!(error.to_string().starts_with("`false --now` ended with"), "{error}");
        assert_eq!(next_of(&error), "try `true`");
    }

    #[test]
    fn a_missing_program_still_ends_in_its_next_step() {
        let error = run(&mut Command::new("no-such-program-here"), "install it").expect_err("there is no such program");
        assert_eq!(next_of(&error), "install it");
    }
}
