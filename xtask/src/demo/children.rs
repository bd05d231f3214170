//! The programs that the demo started: watched while they run, asked to finish at the end, and never left behind.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::Child;
use tokio::time::{Instant, interval, timeout_at};

use crate::steps::Trouble;

/// The server itself gives requests ten seconds to finish.
const DRAIN: Duration = Duration::from_secs(12);
/// How much of a dead program's log a person is shown.
const LAST_LINES: usize = 12;

struct Running {
    name: &'static str,
    child: Child,
    log: PathBuf,
}

/// What was started, in order.
#[derive(Default)]
pub struct Children {
    running: Vec<Running>,
}

impl Children {
    /// Starts a program; what it prints goes to `log`.
    ///
    /// It gets a process group of its own: a terminal sends Ctrl-C to the whole group, and a program that was then
    /// told once more by us could take it for impatience.
    pub fn start(&mut self, name: &'static str, mut command: Command, log: &Path) -> Result<()> {
        use std::os::unix::process::CommandExt as _;

        let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).process_group(0);
        let mut command = tokio::process::Command::from(command);
        let child = command.kill_on_drop(true).spawn().with_context(|| format!("{name} could not be started"))?;
        self.running.push(Running { name, child, log: log.to_owned() });
        Ok(())
    }

    /// Waits until one of the programs is gone, and says which and what it said last.
    pub async fn first_to_die(&mut self) -> Trouble {
        let mut look = interval(Duration::from_millis(200));
        loop {
            look.tick().await;
            for Running { name, child, log } in &mut self.running {
                if let Ok(Some(status)) = child.try_wait() {
                    return obituary(name, status, log);
                }
            }
        }
    }

    /// Interrupts every program and waits for it; one that does not finish in time is ended, and named.
    pub async fn drain(&mut self) {
        for Running { child, .. } in &self.running {
            let id = child.id().and_then(|id| i32::try_from(id).ok());
            if let Some(id) = id {
                // It may have ended between the two lines: then there is nobody to tell.
                kill(Pid::from_raw(id), Signal::SIGINT).ok();
            }
        }
        let deadline = Instant::now() + DRAIN;
        for Running { name, child, log } in &mut self.running {
            match timeout_at(deadline, child.wait()).await {
                Ok(Ok(status)) if status.success() => {}
                Ok(Ok(status)) => println!("  {name} ended with {status}; its log is {}", log.display()),
                Ok(Err(error)) => println!("  {name} could not be waited for: {error}"),
                Err(_) => {
                    println!("  {name} did not finish within {} seconds and was ended", DRAIN.as_secs());
                    child.kill().await.ok();
                }
            }
        }
    }
}

fn obituary(name: &str, status: ExitStatus, log: &Path) -> Trouble {
    let said = fs::read_to_string(log).unwrap_or_default();
    let mut what = format!("{name} ended by itself with {status}; it said last:");
    for line in last_lines(&said) {
        what.push_str("\n    ");
        what.push_str(line);
    }
    Trouble::new(what, format!("read {}, then start the demo again", log.display()))
}

fn last_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().skip(text.lines().count().saturating_sub(LAST_LINES))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        // A shell cannot trap a signal that was ignored when it began, as where the tests run in the background.
        let mut command = Command::new("env");
        command.args(["--default-signal=INT", "sh", "-c", script]);
        command
    }

    fn log(name: &str) -> PathBuf {
        let folder = crate::steps::target_dir().join("tmp");
        fs::create_dir_all(&folder).expect("a folder for logs");
        folder.join(name)
    }

    #[tokio::test]
    async fn a_program_that_dies_is_named_with_what_it_said_last() {
        let mut children = Children::default();
        children.start("steady", shell("exec sleep 60"), &log("steady.log")).expect("a shell");
        children.start("frail", shell("echo no room; exit 3"), &log("frail.log")).expect("a shell");
        let trouble = children.first_to_die().await.to_string();
        assert!(trouble.starts_with("frail ended by itself with exit status: 3"), "{trouble}");
        assert!(trouble.ends_with("no room"), "{trouble}");
    }

    #[tokio::test]
    async fn draining_interrupts_a_program_and_waits_for_what_it_still_does() {
        let log = log("drained.log");
        let mut children = Children::default();
        children
            .start("tidy", shell("trap 'echo done; exit 0' INT; echo up; while :; do sleep 0.05; done"), &log)
            .expect("a shell");
        let mut look = interval(Duration::from_millis(20));
        let limit = Instant::now() + Duration::from_secs(10);
        while fs::read_to_string(&log).unwrap_or_default() != "up\n" {
            assert!(Instant::now() < limit, "the program did not come up");
            look.tick().await;
        }
        children.drain().await;
        assert_eq!(fs::read_to_string(&log).expect("a log"), "up\ndone\n");
    }
}
