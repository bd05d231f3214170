//! Promises about crashes, kept by crashing: what was acknowledged to a person survives, and is counted once.

mod crash;
mod slow;
