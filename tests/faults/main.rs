//! Placeholder for the faults tests.
