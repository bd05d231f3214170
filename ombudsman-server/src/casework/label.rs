//! Labels: what a person should look at in a case, whatever the card was meant as. The worker gives them by lists of words;
//! a person decides whether they are right. Two of them make a case urgent.

use std::collections::BTreeSet;

/// What a person should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// Someone may be in danger.
    Danger,
    /// A threat.
    Threat,
    /// Discrimination or harassment.
    Discrimination,
    /// A barrier for people with disabilities.
    Accessibility,
    /// Somebody's personal information.
    Privacy,
    /// Official languages.
    OfficialLanguages,
    /// A complaint in what was meant as something else.
    Complaint,
    /// The text could not be checked for personal information, so nobody is shown it.
    Withheld,
}

impl Label {
    /// Every label, in the order in which people are shown them.
    pub const ALL: [Self; 8] = [
        Self::Danger,
        Self::Threat,
        Self::Discrimination,
        Self::Accessibility,
        Self::Privacy,
        Self::OfficialLanguages,
        Self::Complaint,
        Self::Withheld,
    ];

    /// The label's name, in the record and in the words' ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Threat => "threat",
            Self::Discrimination => "discrimination",
            Self::Accessibility => "accessibility",
            Self::Privacy => "privacy",
            Self::OfficialLanguages => "official-languages",
            Self::Complaint => "complaint",
            Self::Withheld => "withheld",
        }
    }

    /// The label of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|label| label.as_str() == text)
    }

    /// Whether it makes a case urgent.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Danger | Self::Threat)
    }

    /// Whether a person may give it or take it away. That a text could not be checked is no opinion.
    #[must_use]
    pub const fn is_for_people(self) -> bool {
        !matches!(self, Self::Withheld)
    }
}

/// The name in front of the labels of a case that cannot wait.
const URGENT: &str = "urgent";

/// The labels of one card or case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(BTreeSet<Label>);

impl FromIterator<Label> for Labels {
    fn from_iter<T: IntoIterator<Item = Label>>(labels: T) -> Self {
        Self(labels.into_iter().collect())
    }
}

impl Labels {
    /// The labels as the record has them.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        text.split_whitespace().filter_map(Label::parse).collect()
    }

    /// The labels for the record: those of an urgent case begin with `urgent`.
    #[must_use]
    pub fn to_record(&self) -> String {
        self.names().collect::<Vec<_>>().join(" ")
    }

    /// Their names, in front `urgent` where one of them makes the case so.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let urgent = self.is_urgent().then_some(URGENT);
        urgent.into_iter().chain(self.iter().map(Label::as_str))
    }

    /// Each of them, in the order in which people are shown them.
    pub fn iter(&self) -> impl Iterator<Item = Label> {
        self.0.iter().copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn has(&self, label: Label) -> bool {
        self.0.contains(&label)
    }

    /// Whether one of them makes a case urgent.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.iter().any(Label::is_urgent)
    }

    /// Adds one.
    pub fn add(&mut self, label: Label) {
        self.0.insert(label);
    }

    /// The labels once a person has said that this one holds or is wrong; `None` where that changes nothing, or is not for
    /// people to say.
    #[must_use]
    pub fn decided(&self, label: Label, holds: bool) -> Option<Self> {
        let mut labels = self.clone();
        let is_changed = if holds { labels.0.insert(label) } else { labels.0.remove(&label) };
        (is_changed && label.is_for_people()).then_some(labels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danger_and_threats_make_a_case_urgent_and_a_person_can_change_that() {
        let labels = Labels::parse("accessibility threat urgent nonsense");
        assert_eq!(labels.to_record(), "urgent threat accessibility");
        let calm = labels.decided(Label::Threat, false).expect("a change");
        assert_eq!(calm.to_record(), "accessibility");
        assert_eq!(calm.decided(Label::Danger, true).expect("a change").to_record(), "urgent danger accessibility");
    }

    #[test]
    fn what_changes_nothing_and_what_is_no_opinion_is_no_decision() {
        let labels = Labels::parse("privacy withheld");
        for (label, holds) in [(Label::Privacy, true), (Label::Threat, false), (Label::Withheld, false)] {
            assert_eq!(labels.decided(label, holds), None, "{label:?} {holds}");
        }
    }

    #[test]
    fn the_record_reads_what_it_wrote() {
        let all: Labels = Label::ALL.into_iter().collect();
        assert_eq!(Labels::parse(&all.to_record()), all);
        assert_eq!(Labels::parse(""), Labels::default());
    }
}
