//! A program that a test started: it is ended with the test, and what it said is there to read when the test fails.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::until::within;

/// How much of a program's log is shown when a test fails.
const LAST_LINES: usize = 60;

/// A running program.
pub struct Process {
    name: &'static str,
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts a program; what it prints goes to the end of the file `log`.
    #[must_use]
    pub fn start(name: &'static str, mut command: Command, log: &Path) -> Self {
        let file = OpenOptions::new().create(true).append(true).open(log).expect("a log can be written");
        let copy = file.try_clone().expect("a log has two writers");
        let child = command.stdin(Stdio::null()).stdout(copy).stderr(file).spawn();
        let child = child.unwrap_or_else(|error| panic!("{name} could not be started: {error}"));
        Self { name, child, log: log.to_owned() }
    }

    /// Ends the program at once, as a crash or a power cut would.
    pub fn kill(&mut self) {
        // It may have ended by itself: then there is nobody to kill, and waiting only tidies up.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// The number by which the system knows it.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Asks the program to end.
    pub fn ask_to_end(&self) {
        self.signal(Signal::SIGTERM);
    }

    /// Stops the program where it is, as a machine that hangs would: it holds what it holds and answers nobody.
    pub fn freeze(&self) {
        self.signal(Signal::SIGSTOP);
    }

    /// Lets a frozen program go on as if nothing had happened.
    pub fn thaw(&self) {
        self.signal(Signal::SIGCONT);
    }

    fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).expect("a process number");
        kill(Pid::from_raw(id), signal).unwrap_or_else(|error| panic!("{} is gone: {error}", self.name));
    }

    /// Waits until the program has ended by itself.
    pub async fn ended(&mut self, limit: Duration) -> ExitStatus {
        let what = format!("{} has ended", self.name);
        let child = std::sync::Mutex::new(&mut self.child);
        within(limit, &what, async || {
            child.lock().expect("one looks at a time").try_wait().expect("the process can be looked at")
        })
        .await
    }

    /// Whether the program has ended.
    #[must_use]
    pub fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// Everything that the program has printed.
    #[must_use]
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// What the program said last, for whoever reads why a test failed.
    pub(crate) fn tell(&self) {
        let said = self.said();
        let lines: Vec<&str> = said.lines().collect();
        eprintln!("--- {} said last:", self.name);
        for line in lines.iter().skip(lines.len().saturating_sub(LAST_LINES)) {
            eprintln!("{line}");
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.tell();
        }
        self.kill();
    }
}
