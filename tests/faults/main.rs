//! Promises about crashes, kept by crashing: what was acknowledged to a person survives, and is counted once.
//!
//! Here each fault is tried a few times; `cargo xtask test --faults` tries it for as long as wanted.

mod clock;
mod crash;
mod crowd;
mod endless;
mod kills;
mod ledger;
mod line_ill;
mod postgres_ill;
mod record_ill;
mod redis_ill;
mod rounds;
mod slow;
mod workers;
