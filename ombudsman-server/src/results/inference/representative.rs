//! Whether those who answered are like those who were served, as far as channel and language tell: Schouten's R-indicator
//! and the coefficient of variation of response. Where few answer, R is near 1 whatever happens, so the light follows CV.

use crate::results::measures::real;

/// One group of people, as the administration counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// How many were served.
    pub people: u64,
    /// How many of them answered.
    pub answered: u64,
}

/// How unevenly groups answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Evenly: CV below 0.20.
    Green,
    /// CV from 0.20 to 0.40.
    Amber,
    /// CV above 0.40: "results describe those who answered".
    Red,
}

/// How far those who answered are like those who were served.
#[derive(Debug, Clone, PartialEq)]
pub struct Representativeness {
    /// The response rate of all, 0 to 1.
    pub rate: f64,
    /// The standard deviation of the groups' response rates.
    pub deviation: f64,
    /// Schouten's R: 1 where all groups answered alike.
    pub r: f64,
    /// The deviation in response rates: the most that the mean can be off, in standard deviations.
    pub cv: f64,
    /// What each group adds: negative where it answered less.
    pub partial: Vec<f64>,
}

impl Representativeness {
    /// The light to show.
    #[must_use]
    pub fn light(&self) -> Light {
        match self.cv {
            cv if cv < 0.20 => Light::Green,
            cv if cv <= 0.40 => Light::Amber,
            _ => Light::Red,
        }
    }
}

/// How evenly the groups answered. `None` where nobody answered, a group is empty, or more answered than were there.
#[must_use]
pub fn representativeness(groups: &[Response]) -> Option<Representativeness> {
    let sum = |of: fn(&Response) -> u64| groups.iter().map(of).sum::<u64>();
    let (people, answered) = (sum(|group| group.people), sum(|group| group.answered));
    if answered == 0 || people < 2 || groups.iter().any(|group| group.people == 0 || group.answered > group.people) {
        return None;
    }
    let rate = real(answered) / real(people);
    let apart = |group: &Response| real(group.answered) / real(group.people) - rate;
    let squares: f64 = groups.iter().map(|group| real(group.people) * apart(group) * apart(group)).sum();
    let deviation = (squares / real(people - 1)).sqrt();
    let partial = groups.iter().map(|group| (real(group.people) / real(people)).sqrt() * apart(group)).collect();
    Some(Representativeness { rate, deviation, r: 1.0 - 2.0 * deviation, cv: deviation / rate, partial })
}
