//! Disclosure control: what may be published of a cell, so that nobody learns what one person said (docs/METHOD.md,
//! "Statistical disclosure control"). Pure: it decides over tables of counts, and names the cell that fails.

mod bounds;
mod cell_key;
mod definition;
mod differencing;
mod options;
mod reconstruction;
mod release;
mod shown;
mod suppression;
mod tier;

pub use bounds::{Bounds, Flow};
pub use cell_key::{CellKey, RecordKey};
pub use definition::{Definition, Dimension};
pub use differencing::{Difference, differences};
pub use options::{OptionShown, options_shown};
pub use reconstruction::{Clues, Exposure};
pub use release::{Candidate, Fault, Refusal, Released, check};
pub use shown::{Cell, Shown, Whole};
pub use suppression::{CannotProtect, Place, Suppressed, Table};
pub use tier::{FEWEST, Tier, publishable};

#[cfg(test)]
mod tests;
