//! Disclosure control: what may be published of a cell, so that nobody learns what one person said (docs/METHOD.md,
//! "Statistical disclosure control"). Pure: it decides over tables of counts, and names the cell that fails.

mod band;
mod bounds;
mod cell_key;
mod definition;
mod differencing;
mod equations;
mod options;
mod reconstruction;
mod release;
mod rounded;
mod shown;
mod suppression;
mod tier;
mod vague;

pub use band::{Band, Climbers, NotABand, STEPS, bands};
pub use bounds::{Bounds, Flow};
pub use cell_key::{CellKey, RecordKey};
pub use definition::{Definition, Dimension};
pub use differencing::Group;
pub use options::{OptionShown, is_small};
pub use reconstruction::{Clues, Exposure};
pub use release::{Fault, Refusal, Released, check};
pub use shown::{Cell, EVEN_DEVIATION, Shown, Whole};
pub use suppression::{CannotProtect, Place, Suppressed, Table};
pub use tier::{FEWEST, Tier, publishable};

#[cfg(test)]
mod tests;
