//! What people do, from door to door, through HTTP as their browsers and programs speak it.

mod access;
mod answers;
mod bad_input;
mod console;
mod embedding;
mod escaping;
mod forms;
mod imported;
mod kept;
mod languages;
mod limits;
mod metrics;
mod open_api;
mod paper;
mod receipts;
mod sending;
mod serving;
mod set_aside;
mod signs;
mod whole_way;
mod worker;
