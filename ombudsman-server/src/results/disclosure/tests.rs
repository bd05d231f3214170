//! Disclosure control against the vectors, and against whoever would solve for a person.

mod tier;
