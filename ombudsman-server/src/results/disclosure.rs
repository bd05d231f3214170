//! Disclosure control: what may be published of a cell, so that nobody learns what one person said (docs/METHOD.md,
//! "Statistical disclosure control").

mod tier;

pub use tier::{Tier, publishable};

#[cfg(test)]
mod tests;
