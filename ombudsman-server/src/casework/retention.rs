//! How long what leads to a person is kept, by class of record, and its end. The classes are data (`retention/classes.toml`).
//! A hold keeps a case whatever its class says; a person's own request ends it as soon as it may end. What is removed is
//! counted, and the record is asked afterwards whether anything is left.

pub mod classes;
pub mod due;
pub mod erasure;
pub mod hold;
pub mod removal;
mod store;
mod traces;

#[cfg(test)]
mod tests;
