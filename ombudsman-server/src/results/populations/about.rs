//! What is known of how a survey was done: a small file beside its rows, written by whoever imports it. It is published whole, so
//! nothing in it may be a secret.

use std::collections::BTreeSet;

use feedback::{Channel, Language};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Kind, Mode};
use crate::results::editions::Quarter;

/// A text in both languages of the pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// What is known of a survey's method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Its name in addresses.
    pub name: String,
    /// What kind of population it is.
    pub kind: Kind,
    /// What people call it.
    pub title: Both,
    /// Who did the work of asking.
    pub fielded_by: Both,
    /// From which list people, visits or units came.
    pub frame: Both,
    /// The question, as it was put; of a mystery shopper, what they were sent to do.
    pub question: Both,
    /// How people were asked.
    pub mode: Mode,
    /// The first day on which somebody was asked, YYYY-MM-DD.
    pub first_day: Date,
    /// The last.
    pub last_day: Date,
    /// Of mystery shopping: whether places and times were drawn by chance.
    #[serde(default)]
    pub is_drawn: bool,
    /// Of engagement: the quarter whose published results it is held against, such as 2026-Q3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarter: Option<String>,
    /// The services that were rated; of engagement, none: its rows name them.
    #[serde(default, rename = "service")]
    pub services: Vec<OfService>,
    /// Of mystery shopping: what was looked at.
    #[serde(default, rename = "criterion")]
    pub criteria: Vec<Criterion>,
}

/// A service that was rated, and how many could have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfService {
    /// Its name in addresses.
    pub slug: String,
    /// How many people the frame has.
    #[serde(default)]
    pub people: Option<u64>,
    /// How many of them were asked.
    #[serde(default)]
    pub invited: Option<u64>,
    /// The groups of these people, where their sizes are known: together everybody.
    #[serde(default, rename = "group")]
    pub groups: Vec<Group>,
}

/// A group of the people of a frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Their channel; `all` where it makes no difference.
    #[serde(default = "all")]
    pub channel: String,
    /// Their language, in the same way.
    #[serde(default = "all")]
    pub language: String,
    /// How many there are.
    pub people: u64,
}

/// Something that a mystery shopper looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its name: that of its column.
    pub name: String,
    /// What it is, in English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// What stands where nothing is told apart.
pub(super) const ALL: &str = "all";

fn all() -> String {
    ALL.to_owned()
}

/// The longest text, in characters.
const LONGEST: usize = 600;

/// Why what is said of a survey cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AboutFault {
    /// It is not TOML, or not these fields.
    #[error("{0}")]
    Unreadable(String),
    /// A name that is no name for addresses.
    #[error("{0}: a name has small letters, digits and hyphens, from 1 to 60")]
    Name(&'static str),
    /// A text that is empty or too long.
    #[error("{0}: a text has 1 to {LONGEST} characters in each language")]
    Text(&'static str),
    /// A group that no card could be of.
    #[error("group: a channel and a language are named as those of the cards are")]
    Group,
    /// Days in the wrong order.
    #[error("last_day is before first_day")]
    Days,
    /// Fieldwork that is not over.
    #[error("last_day is not over yet")]
    NotOver,
    /// What this kind needs is not there.
    #[error("{0} is needed for this kind")]
    Needed(&'static str),
    /// What belongs to another kind is there.
    #[error("{0} belongs to another kind")]
    Foreign(&'static str),
    /// The same thing stands twice.
    #[error("{0} stands twice")]
    Twice(&'static str),
    /// Numbers that cannot be.
    #[error("{0}")]
    Numbers(&'static str),
}

impl About {
    /// Reads what is said of a survey, and holds it against itself. `today` is the office's.
    pub fn read(text: &str, today: Date) -> Result<Self, AboutFault> {
        let about: Self = toml::from_str(text).map_err(|error| AboutFault::Unreadable(error.message().to_owned()))?;
        about.hold(today).map(|()| about)
    }

    fn hold(&self, today: Date) -> Result<(), AboutFault> {
        if !is_name(&self.name) {
            return Err(AboutFault::Name("name"));
        }
        let texts = [
            ("title", &self.title),
            ("fielded_by", &self.fielded_by),
            ("frame", &self.frame),
            ("question", &self.question),
        ];
        if let Some((name, _)) = texts.into_iter().find(|(_, both)| !is_text(&both.en) || !is_text(&both.fr)) {
            return Err(AboutFault::Text(name));
        }
        if self.last_day < self.first_day {
            return Err(AboutFault::Days);
        }
        if self.last_day >= today {
            return Err(AboutFault::NotOver);
        }
        self.hold_kind()?;
        self.services.iter().try_for_each(|service| service.hold(self.kind))?;
        self.hold_criteria()
    }

    fn hold_kind(&self) -> Result<(), AboutFault> {
        let is_engagement = self.kind == Kind::Engagement;
        match (&self.quarter, is_engagement) {
            (Some(quarter), true) if quarter.parse::<Quarter>().is_err() => return Err(AboutFault::Needed("quarter")),
            (None, true) => return Err(AboutFault::Needed("quarter")),
            (Some(_), false) => return Err(AboutFault::Foreign("quarter")),
            _ => {}
        }
        match (self.services.is_empty(), is_engagement) {
            (true, false) => return Err(AboutFault::Needed("service")),
            (false, true) => return Err(AboutFault::Foreign("service")),
            _ => {}
        }
        if self.is_drawn && self.kind != Kind::MysteryShopping {
            return Err(AboutFault::Foreign("is_drawn"));
        }
        let slugs: BTreeSet<_> = self.services.iter().map(|service| &service.slug).collect();
        if slugs.len() < self.services.len() { Err(AboutFault::Twice("service")) } else { Ok(()) }
    }

    fn hold_criteria(&self) -> Result<(), AboutFault> {
        match (self.criteria.is_empty(), self.kind == Kind::MysteryShopping) {
            (true, true) => return Err(AboutFault::Needed("criterion")),
            (false, false) => return Err(AboutFault::Foreign("criterion")),
            _ => {}
        }
        if self.criteria.iter().any(|criterion| !is_name(&criterion.name) || criterion.name == ALL) {
            return Err(AboutFault::Name("criterion"));
        }
        if self.criteria.iter().any(|criterion| !is_text(&criterion.en) || !is_text(&criterion.fr)) {
            return Err(AboutFault::Text("criterion"));
        }
        let names: BTreeSet<_> = self.criteria.iter().map(|criterion| &criterion.name).collect();
        if names.len() < self.criteria.len() { Err(AboutFault::Twice("criterion")) } else { Ok(()) }
    }

    /// The service of this name.
    pub(super) fn service(&self, slug: &str) -> Option<&OfService> {
        self.services.iter().find(|service| service.slug == slug)
    }
}

impl OfService {
    fn hold(&self, kind: Kind) -> Result<(), AboutFault> {
        if !kind.is_of_ratings() {
            let is_bare = self.people.is_none() && self.invited.is_none() && self.groups.is_empty();
            return if is_bare { Ok(()) } else { Err(AboutFault::Foreign("people, invited or group")) };
        }
        let Some(invited) = self.invited.filter(|invited| *invited > 0) else {
            return Err(AboutFault::Needed("invited"));
        };
        // Without the head count nobody could tell that a staff is small.
        if kind == Kind::Employees && self.people.is_none() {
            return Err(AboutFault::Needed("people"));
        }
        if self.people.is_some_and(|people| invited > people) {
            return Err(AboutFault::Numbers("more were invited than there are people"));
        }
        if self.groups.is_empty() {
            return Ok(());
        }
        let sum = self.groups.iter().try_fold(0_u64, |sum, group| sum.checked_add(group.people));
        if sum.is_none() || sum != self.people || self.groups.iter().any(|group| group.people == 0) {
            return Err(AboutFault::Numbers("the groups are not together as many as people, or one is empty"));
        }
        let is_channel = |name: &str| name == ALL || Channel::parse(name).is_some();
        let is_language = |name: &str| name == ALL || Language::parse(name).is_some();
        if self.groups.iter().any(|group| !is_channel(&group.channel) || !is_language(&group.language)) {
            return Err(AboutFault::Group);
        }
        let places: BTreeSet<_> = self.groups.iter().map(|group| (&group.channel, &group.language)).collect();
        if places.len() < self.groups.len() { Err(AboutFault::Twice("group")) } else { Ok(()) }
    }
}

/// Whether this is a name for addresses.
pub(super) fn is_name(text: &str) -> bool {
    let is_good = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    (1..=60).contains(&text.len()) && text.chars().all(is_good) && !text.starts_with('-') && !text.ends_with('-')
}

/// Whether this may stand on a page as a text of ours.
pub(super) fn is_text(text: &str) -> bool {
    (1..=LONGEST).contains(&text.trim().chars().count()) && !text.chars().any(char::is_control)
}
