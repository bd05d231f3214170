//! The office: a card arrives, waits safely, is sorted, gets a person and an answer, and is counted.
//!
//! The folders are the flow: [`intake`] → [`queue`] → [`worker`] → [`casework`] → [`results`]. Rooms meet only through
//! the queue and the record; the worker is the one pair of hands that carries a card from one to the next.

#[macro_use]
mod named;

pub mod audit;
pub mod calendar;
pub mod casework;
pub mod cli;
pub mod clock;
pub mod config;
pub mod console;
pub mod db;
pub mod house;
pub mod http;
pub mod intake;
pub mod line;
pub mod mail;
pub mod metrics;
pub mod queue;
pub mod registry;
pub mod results;
pub mod secrets;
pub mod server;
pub mod staff;
pub mod standard;
pub mod words;
pub mod worker;
