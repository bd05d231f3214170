//! How often a fault is repeated: a few times with all other tests, hundreds of times in the long run
//! (`cargo xtask test --faults`), which may be stopped and goes on where it was.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use tests::office_build;
use tokio::time::Instant;

/// The variable with the rounds of the long run.
const ROUNDS: &str = "OMBUDSMAN_FAULT_ROUNDS";
/// The variable with the minutes that each kind of fault may take in the long run.
const MINUTES: &str = "OMBUDSMAN_FAULT_MINUTES";
/// The variable with the folder in which the long run notes how far it is.
const NOTES: &str = "OMBUDSMAN_FAULT_NOTES";

/// Whether this is the long run.
pub fn are_many() -> bool {
    number(ROUNDS).is_some()
}

/// The rounds of one kind of fault.
pub struct Rounds {
    done: u64,
    goal: u64,
    note: Option<PathBuf>,
    ends: Option<Instant>,
}

impl Rounds {
    /// Its rounds: `few` with all other tests. `name` is the name of its note.
    pub fn of(name: &str, few: u64) -> Self {
        let Some(goal) = number(ROUNDS) else { return Self { done: 0, goal: few, note: None, ends: None } };
        let note = std::env::var_os(NOTES).map(|folder| PathBuf::from(folder).join(name));
        let noted = note.as_ref().and_then(|note| fs::read_to_string(note).ok()).unwrap_or_default();
        let (done, of) = noted.trim().split_once(' ').unwrap_or_default();
        // What another program bore says nothing of this one.
        let done = if of == office_build() { done.parse().unwrap_or(0) } else { 0 };
        let ends = number(MINUTES).map(|minutes| Instant::now() + Duration::from_mins(minutes));
        Self { done, goal, note, ends }
    }

    /// How many are done, those of earlier runs included.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// Whether there is another.
    pub fn has_more(&self) -> bool {
        self.done < self.goal && self.ends.is_none_or(|ends| Instant::now() < ends)
    }

    /// Notes these rounds, whose promises were found kept.
    pub fn held(&mut self, rounds: u64) {
        self.done += rounds;
        if let Some(note) = &self.note {
            fs::create_dir_all(note.parent().unwrap_or(note)).expect("a folder for notes");
            fs::write(note, format!("{} {}", self.done, office_build())).expect("a note");
            println!("{}: {} of {} rounds held, {rounds} of them now", note.display(), self.done, self.goal);
        }
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
