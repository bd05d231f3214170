//! What people do, from door to door, through HTTP as their browsers and programs speak it.

mod access;
mod answers;
mod bad_input;
mod console;
mod embedding;
mod escaping;
mod forms;
mod kept;
mod languages;
mod limits;
mod paper;
mod receipts;
mod sending;
mod serving;
mod signs;
mod whole_way;
mod worker;
