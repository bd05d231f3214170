//! What there is to say of an import: why a file is refused, and which rows of it cannot be. Nothing that stands in a row is said
//! back.

use super::AboutFault;
use crate::db::DbError;
use crate::registry::Misread;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// What is said of the survey.
    #[error(
        "What is said of the survey cannot be: {0}. docs/OPERATIONS.md, \"Import results\", says what stands there"
    )]
    About(#[from] AboutFault),
    /// The register has no such service.
    #[error("The register has no service {0}. `import services` adds services")]
    UnknownService(String),
    /// The first line.
    #[error("{0}. docs/OPERATIONS.md, \"Import results\", lists the columns")]
    Columns(String),
    /// The file could not be read to its end.
    #[error("The file could not be read to its end ({0})")]
    Unreadable(#[source] csv::Error),
    /// Rows that cannot be, each with its line.
    #[error("Some rows cannot be ({}). The lines \"refused\" of the report say why", .0.len())]
    Rows(Vec<Refused>),
    /// What cannot be of the rows together.
    #[error("{0}")]
    Together(String),
    /// No row is left.
    #[error("There is no row to count")]
    Empty,
    /// The numbers of engagement are held against published results, and there are none.
    #[error("No results of {0} are published. Staff engagement is held against published results only")]
    NothingPublished(String),
    /// Something of this name is public.
    #[error("A survey named {0} is published already. What is published does not change: give this one another name")]
    Published(String),
    /// What it is to correct is not public.
    #[error("No survey named {0} is published, so there is nothing to correct")]
    NothingToCorrect(String),
    /// Something else corrects that already.
    #[error("{0} is corrected already, by {1}. Correct that one")]
    Corrected(String, String),
    /// It is of another kind than what it corrects.
    #[error("It is of another kind than {0}. A correction tells of the same kind of population")]
    OtherKind(String),
    /// A reader could subtract the two.
    #[error(
        "What it tells of {0} differs by fewer than 10 answers from what was published before, or in the weights of as many answers. \
         Who subtracts one from the other would learn what few people said, so it is not taken"
    )]
    TooClose(String),
    /// The inputs of an earlier survey cannot be read.
    #[error("What is kept of the earlier surveys cannot be read. Run `population verify` on each")]
    Lost,
    /// The same people may have been asked.
    #[error(
        "It is of the same kind as {0}, which is published, about the same service and in part on the same days. Two counts \
         of the same people could be subtracted, so it is not taken. Where it corrects that one, say so with --corrects"
    )]
    Overlaps(String),
    /// It could not be written.
    #[error("The survey could not be written")]
    Written(#[from] serde_json::Error),
    /// The record.
    #[error(transparent)]
    Record(#[from] DbError),
}

/// A row that cannot be.
#[derive(Debug)]
pub struct Refused {
    /// The line of the file on which it begins, from 1; zero where the reader lost count.
    pub line: u64,
    /// Why.
    pub fault: RowFault,
}

/// Why a row cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// It could not be read.
    #[error(transparent)]
    Misread(#[from] Misread),
    /// A column that each row must fill.
    #[error("{0}: nothing stands here")]
    Missing(&'static str),
    /// Not one of the survey's services.
    #[error("service: the survey is not about a service of this name")]
    Service,
    /// The frame has no such people.
    #[error("channel, language: the service has no group of these")]
    Group,
    /// No rating.
    #[error("{0}: a rating is a whole number from 1 to 5, or n/a")]
    Rating(String),
    /// Nothing was rated.
    #[error("nothing was answered in it")]
    Silent,
    /// No weight.
    #[error("weight: a weight is a number above 0 and up to 100000, with at most three decimals")]
    Weight,
    /// No yes, no or n/a.
    #[error("{0}: this is yes, no or n/a")]
    Judged(String),
    /// No name for addresses.
    #[error("unit: a name has small letters, digits and hyphens, from 1 to 60")]
    Unit,
    /// The unit stands twice.
    #[error("unit: an earlier row has the same unit")]
    Twice,
    /// A text that is empty or too long.
    #[error("{0}: a text has 1 to 600 characters")]
    Text(&'static str),
    /// No whole number.
    #[error("{0}: this is a whole number above 0")]
    Number(&'static str),
    /// More answers than people.
    #[error("answered: more answered than there are people")]
    TooMany,
    /// No score.
    #[error("engagement: this is a number from 0 to 100")]
    Engagement,
    /// Too few.
    #[error("answered: fewer than 10 answered. Leave the unit out: nothing may be told or kept of so few")]
    Few,
}
