//! Placeholder for the journeys tests.
