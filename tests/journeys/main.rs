//! What people do, from door to door, through HTTP as their browsers and programs speak it.

mod access;
mod answers;
mod bad_input;
mod console;
mod desks;
mod embedding;
mod enter;
mod escaping;
mod forms;
mod imported;
mod kept;
mod labels;
mod keys;

mod languages;
mod limits;
mod open_api;
mod paper;
mod quarantine;
mod receipts;
mod sending;
mod serving;
mod set_aside;
mod signs;
mod whole_way;
mod worker;
