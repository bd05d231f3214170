//! Placeholder for the backends tests.
