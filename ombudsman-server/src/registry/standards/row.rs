//! One row of a file of standards: what it must hold, and what becomes of it. The first thing that is the matter with it is said.

use serde::Deserialize;

use super::kept::{Counted, Target, is_performance, millionths, whole};
use super::{Channel, Kind, Matter, ServiceStandard};
use crate::registry::inventory::{is_address, one_line};

/// The most characters of a standard's id.
const ID_LIMIT: usize = 60;
/// The most characters of what a standard says.
const TEXT_LIMIT: usize = 2_000;
/// The most characters of a value that are said back.
const SAID_LIMIT: usize = 30;
/// A share of everything, in millionths.
const WHOLE: u64 = 1_000_000;

/// The columns that are read, by the file's names. Others are passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Row {
    pub fiscal_yr: String,
    service_id: String,
    service_standard_id: String,
    service_standard_en: String,
    service_standard_fr: String,
    #[serde(rename = "type")]
    kind: String,
    channel: String,
    target: String,
    volume_meeting_target: String,
    total_volume: String,
    performance: String,
    target_met: String,
    performance_results_uri_en: String,
    performance_results_uri_fr: String,
}

/// What is the matter, and the figures that it is about.
pub(super) type Fault = (Matter, String);

/// A row that is taken, and what to look at in it.
pub(super) struct Taken {
    pub standard: ServiceStandard,
    pub remarks: Vec<Fault>,
}

/// The figures of a row.
struct Figures {
    target: Option<Target>,
    counted: Option<Counted>,
    remarks: Vec<Fault>,
}

impl Row {
    /// The columns without which no row is a standard.
    pub const REQUIRED: [&str; 10] = [
        "fiscal_yr",
        "service_id",
        "service_standard_id",
        "service_standard_en",
        "service_standard_fr",
        "type",
        "channel",
        "target",
        "volume_meeting_target",
        "total_volume",
    ];

    /// The service's id, as the register keeps it.
    pub fn inventory_id(&self) -> String {
        one_line(&self.service_id).to_ascii_lowercase()
    }

    /// The standard's id.
    pub fn id(&self) -> String {
        one_line(&self.service_standard_id)
    }

    /// The standard that it is of this service of an organisation, or what is the matter.
    pub fn check(&self, service: &str, organisation: &str) -> Result<Taken, Fault> {
        let text = [&self.service_standard_en, &self.service_standard_fr].map(|text| one_line(text));
        if text.iter().any(String::is_empty) {
            return Err(bare(Matter::NoWords));
        }
        if text.iter().any(|text| text.chars().count() > TEXT_LIMIT) {
            return Err(bare(Matter::LongWords));
        }
        let kind = Kind::of_code(&self.kind).ok_or_else(|| about(Matter::KindUnknown, &self.kind))?;
        let channel = Channel::of_code(&self.channel).ok_or_else(|| about(Matter::ChannelUnknown, &self.channel))?;
        let Figures { target, counted, mut remarks } = self.figures()?;
        if text[0].to_lowercase() == text[1].to_lowercase() {
            remarks.push(bare(Matter::SameWords));
        }
        let results = [&self.performance_results_uri_en, &self.performance_results_uri_fr];
        let standard = ServiceStandard {
            service: service.to_owned(),
            organisation: organisation.to_owned(),
            id: self.id(),
            kind,
            channel,
            text,
            target,
            counted,
            results: results.map(|address| Some(address.clone()).filter(|address| is_address(address))),
        };
        Ok(Taken { standard, remarks })
    }

    fn figures(&self) -> Result<Figures, Fault> {
        let (target, is_of_hundred) = self.read_target()?;
        let counted = self.read_counts()?;
        let performance = self.read_performance(is_of_hundred)?;
        if let Some(performance) = performance {
            let figures = || format!("{} ≠ {} / {}", self.performance, self.volume_meeting_target, self.total_volume);
            match counted.filter(|counted| counted.volume() > 0) {
                None => return Err(about(Matter::PerformanceOfNothing, &self.performance)),
                Some(counted) if !is_performance(performance, counted.met(), counted.volume()) => {
                    return Err((Matter::PerformanceDiffers, figures()));
                }
                Some(_) => {}
            }
        }
        let mut remarks = Vec::new();
        if is_of_hundred {
            remarks.push(about(Matter::TargetOfHundred, &self.target));
        }
        if target.is_none() && !self.target.is_empty() {
            remarks.push(about(Matter::TargetZero, &self.target));
        }
        remarks.extend(self.decision(target, counted)?);
        Ok(Figures { target, counted, remarks })
    }

    /// The target, and whether it is written of a hundred. A target of zero is none: everything would meet it.
    fn read_target(&self) -> Result<(Option<Target>, bool), Fault> {
        if self.target.is_empty() {
            return Ok((None, false));
        }
        let given = millionths(&self.target).ok_or_else(|| about(Matter::TargetUnreadable, &self.target))?;
        let is_of_hundred = given > WHOLE;
        if given > 100 * WHOLE {
            return Err(about(Matter::TargetTooHigh, &self.target));
        }
        if is_of_hundred && !given.is_multiple_of(100) {
            return Err(about(Matter::TargetUnreadable, &self.target));
        }
        Ok((Target::of_millionths(if is_of_hundred { given / 100 } else { given }), is_of_hundred))
    }

    fn read_counts(&self) -> Result<Option<Counted>, Fault> {
        let read = |text: &String| match text.as_str() {
            "" => Ok(None),
            text => whole(text).map(Some).ok_or_else(|| about(Matter::CountUnreadable, text)),
        };
        match (read(&self.total_volume)?, read(&self.volume_meeting_target)?) {
            (None, None) => Ok(None),
            (Some(_), None) => Err(about(Matter::MetMissing, &self.total_volume)),
            (None, Some(_)) => Err(about(Matter::VolumeMissing, &self.volume_meeting_target)),
            (Some(volume), Some(met)) => {
                let counted = Counted::new(volume, met);
                counted.map(Some).ok_or_else(|| (Matter::MetTooMany, format!("{met} > {volume}")))
            }
        }
    }

    /// The performance that the file gives, in millionths of the whole; a row has one scale.
    fn read_performance(&self, is_of_hundred: bool) -> Result<Option<u64>, Fault> {
        if self.performance.is_empty() {
            return Ok(None);
        }
        let given = millionths(&self.performance);
        let given = given.ok_or_else(|| about(Matter::PerformanceUnreadable, &self.performance))?;
        Ok(Some(if is_of_hundred { given / 100 } else { given }))
    }

    /// What to look at in how the file decided; refused where it cannot have.
    fn decision(&self, target: Option<Target>, counted: Option<Counted>) -> Result<Option<Fault>, Fault> {
        let says_met = match self.target_met.as_str() {
            "" | "NA" => return Ok(None),
            "Y" => true,
            "N" => false,
            other => return Err(about(Matter::DecisionUnknown, other)),
        };
        let measured = counted.filter(|counted| counted.volume() > 0).zip(target);
        let Some((counted, target)) = measured else {
            return Err(about(Matter::DecisionOfNothing, &self.target_met));
        };
        if counted.keeps(target) == says_met {
            return Ok(None);
        }
        let figures = format!("{} / {} ↔ {}", counted.met(), counted.volume(), self.target);
        // Rounded to a ten-thousandth, as the file gives its performances.
        let is_rounded_up = counted.rounded(10_000).is_some_and(|rounded| rounded * 100 >= target.millionths());
        if says_met && is_rounded_up {
            Ok(Some((Matter::DecisionRounded, figures)))
        } else {
            Err((Matter::DecisionDiffers, figures))
        }
    }
}

pub(super) const fn bare(matter: Matter) -> Fault {
    (matter, String::new())
}

/// What is the matter, and as much of the value as is said back.
pub(super) fn about(matter: Matter, value: &str) -> Fault {
    (matter, one_line(value).chars().take(SAID_LIMIT).collect())
}

/// Whether a standard's id can be kept.
pub(super) fn is_id(id: &str) -> bool {
    (1..=ID_LIMIT).contains(&id.chars().count())
}
