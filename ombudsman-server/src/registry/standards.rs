//! Service standards: what an organisation promises of a service, and how often it kept the promise in a year. Reads them from a
//! file in the layout of the Government of Canada's service standards.
//!
//! *Desired properties.* No number is published that cannot be true: a row whose figures contradict each other is left out,
//! with its line and the reason, and nothing of it is guessed. Whether a standard was met is decided in whole numbers: what
//! was rounded decides nothing.
//!
//! *Design.* `kept.rs` is the arithmetic. `row.rs` judges a row by itself, `read.rs` the file: its year, and rows that say
//! two things of one standard. `matter.rs` lists everything that can be said of a row.

mod kept;
mod matter;
mod read;
mod row;
mod year;

pub use kept::{Counted, Target, is_performance};
pub use matter::{Matter, Remark};
pub use read::{ReadError, StandardsFile, read};
pub use year::FiscalYear;

use std::collections::HashMap;

use feedback::Language;

/// The services of the register by their `service_id` in small letters: what each is called in addresses, and its organisation.
pub type ByInventoryId = HashMap<String, (String, String)>;

named! {
    /// What a standard promises.
    Kind {
        /// That people get to the service.
        Access = "access",
        /// That what they get is right.
        Accuracy = "accuracy",
        /// That it does not take longer.
        Timeliness = "timeliness",
        /// Something else.
        Other = "other",
    }
}

named! {
    /// By which way of the service it is promised.
    Channel {
        /// By email.
        Email = "email",
        /// By fax.
        Fax = "fax",
        /// In person.
        InPerson = "in-person",
        /// Online.
        Online = "online",
        /// Another way, or several: the file has no code for all of them.
        Other = "other",
        /// By phone.
        Phone = "phone",
        /// By mail.
        Post = "post",
    }
}

named! {
    /// What a year says of a standard.
    Outcome {
        /// It was kept as often as its target says, or more often.
        Met = "met",
        /// It was not.
        NotMet = "not-met",
        /// How often it was kept is known, but no target.
        NoTarget = "no-target",
        /// Nothing came in the year to which it applies.
        NoVolume = "no-volume",
        /// No figures were reported.
        NotReported = "not-reported",
    }
}

impl Kind {
    /// The one of this code, as the government's file writes it, or of this name.
    fn of_code(code: &str) -> Option<Self> {
        match code {
            "ACS" => Some(Self::Access),
            "ACY" => Some(Self::Accuracy),
            "TML" => Some(Self::Timeliness),
            "OTH" => Some(Self::Other),
            _ => Self::parse(code),
        }
    }
}

impl Channel {
    /// The one of this code, as the government's file writes it, or of this name.
    fn of_code(code: &str) -> Option<Self> {
        match code {
            "EML" => Some(Self::Email),
            "FAX" => Some(Self::Fax),
            "PERSON" => Some(Self::InPerson),
            "ONL" => Some(Self::Online),
            "OTH" => Some(Self::Other),
            "TEL" => Some(Self::Phone),
            "POST" => Some(Self::Post),
            _ => Self::parse(code),
        }
    }
}

impl Outcome {
    /// What counts say of a standard with this target. Where nothing applied, nothing was met.
    #[must_use]
    pub fn of(target: Option<Target>, counted: Option<Counted>) -> Self {
        match (counted, target) {
            (None, _) => Self::NotReported,
            (Some(counted), _) if counted.volume() == 0 => Self::NoVolume,
            (Some(_), None) => Self::NoTarget,
            (Some(counted), Some(target)) if counted.keeps(target) => Self::Met,
            (Some(_), Some(_)) => Self::NotMet,
        }
    }

    /// Whether it was measured how often the standard was kept.
    #[must_use]
    pub const fn is_measured(self) -> bool {
        matches!(self, Self::Met | Self::NotMet | Self::NoTarget)
    }
}

/// A standard of a service in a year. Texts are single lines, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceStandard {
    /// The service's name in addresses.
    pub service: String,
    /// Its organisation's name in addresses, when the file was read.
    pub organisation: String,
    /// What the file calls the standard; one of its own within the service.
    pub id: String,
    /// What it promises.
    pub kind: Kind,
    /// By which way.
    pub channel: Channel,
    /// What it says, in English and in French.
    pub text: [String; 2],
    /// How often it is to be kept.
    pub target: Option<Target>,
    /// How often it applied, and how often it was kept.
    pub counted: Option<Counted>,
    /// Where the organisation says how often it was kept: http(s) addresses, in English and in French.
    pub results: [Option<String>; 2],
}

impl ServiceStandard {
    /// What the year says of it.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::of(self.target, self.counted)
    }

    /// Whether the organisation names a page that says how often it was kept.
    #[must_use]
    pub fn is_reported(&self) -> bool {
        self.results.iter().any(Option::is_some)
    }

    /// What it says, in this language.
    #[must_use]
    pub fn text_in(&self, language: Language) -> &str {
        let [english, french] = &self.text;
        if language == Language::French { french } else { english }
    }

    /// The address where its organisation tells of it, in this language if there is one.
    #[must_use]
    pub fn results_in(&self, language: Language) -> Option<&str> {
        let [english, french] = &self.results;
        let (first, then) = if language == Language::French { (french, english) } else { (english, french) };
        first.as_deref().or(then.as_deref())
    }
}

#[cfg(test)]
mod tests;
