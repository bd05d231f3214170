//! Whether a card is let in: how many come from its network and to its service, and what is asked of whoever sends very
//! many. Nothing is refused that a person could have sent, until a network sends more than any office reads.

mod judges;

use std::time::Duration;

pub use judges::Judges;

use super::Intake;
use super::challenge::{self, Worth};
use crate::http::limits::Rate;
use crate::http::{Failure, Peer, Visit};

const HOUR: Duration = Duration::from_hours(1);
const MINUTE: Duration = Duration::from_mins(1);
/// The most cards that one officer keys in within an hour, before these are counted like everyone's.
const ENTRIES_HOURLY: u32 = 120;
/// How long whoever sent too many is asked to wait, in seconds.
const TURNED_AWAY_SECONDS: u32 = 300;

impl Intake {
    /// What the network that a visit comes from is called today.
    pub(super) fn network(&self, visit: &Visit, peer: Option<Peer>) -> String {
        let named = |peer: Peer| peer.network(visit, &self.proxies, &self.house.clock, &self.house.secrets);
        peer.map(named).unwrap_or_default()
    }

    /// Lets a card to this service in, from a network under its name of the day, with the proof that came with it.
    pub(super) async fn admit(&self, network: &str, service: &str, proof: Option<&str>) -> Result<(), Failure> {
        // Where nothing can be kept, nobody spends a proof or a place in the budget.
        if self.pressure.is_on() {
            return Err(Failure::Unavailable);
        }
        let config = &self.house.config;
        let of_network = Rate::new(config.network_hourly, HOUR, config.network_burst);
        // A minute's worth may come at once: people answer a letter on the same morning.
        let of_service = Rate::new(config.service_per_minute, MINUTE, config.service_per_minute);
        let limit = if !self.has_left(&format!("network:{network}"), of_network).await {
            "network"
        } else if !self.has_left(&format!("service:{service}"), of_service).await {
            "service"
        } else {
            return Ok(());
        };
        let metrics = &self.house.metrics;
        metrics.limited(limit);
        let checked = config.network_checked_hourly;
        let of_checked = Rate::new(checked, HOUR, checked / 10);
        let checked = format!("checked:{network}");
        // Asked before a proof is judged and remembered: nobody has more of them judged and remembered than may count.
        if !self.still_has(&checked, of_checked).await {
            metrics.limited("checked");
            return Err(Failure::TooMany { seconds: TURNED_AWAY_SECONDS });
        }
        let name = match self.judge(network, proof).await? {
            Worth::Holds(name) => name,
            Worth::Early(seconds) => return Err(self.ask(proof.map(|wait| (wait.to_owned(), seconds)))),
            Worth::Nothing => return Err(self.ask(None)),
        };
        // A proof that was used takes nothing from the neighbours who share the network.
        if !self.limits.use_once(&format!("proof:{name}"), challenge::VALID).await {
            metrics.limited("proof");
            return Err(self.ask(None));
        }
        if !self.has_left(&checked, of_checked).await {
            metrics.limited("checked");
            return Err(Failure::TooMany { seconds: TURNED_AWAY_SECONDS });
        }
        Ok(())
    }

    /// Whether one more card that this officer keys in is let in without being counted with its network.
    pub(super) async fn admit_entry(&self, officer: &str) -> bool {
        let of_officer = Rate::new(ENTRIES_HOURLY, HOUR, ENTRIES_HOURLY);
        let is_let_in = self.has_left(&format!("entry:{}", self.house.secrets.digest(officer)), of_officer).await;
        if !is_let_in {
            self.house.metrics.limited("entry");
        }
        is_let_in
    }

    async fn has_left(&self, name: &str, rate: Option<Rate>) -> bool {
        match rate {
            Some(rate) => self.limits.take(name, rate).await,
            None => true,
        }
    }

    async fn still_has(&self, name: &str, rate: Option<Rate>) -> bool {
        match rate {
            Some(rate) => self.limits.has(name, rate).await,
            None => true,
        }
    }

    /// What the proof is worth. Checking one computes for a moment, so other visits are not made to wait for it.
    async fn judge(&self, network: &str, proof: Option<&str>) -> Result<Worth, Failure> {
        let Some(proof) = proof.map(str::to_owned) else { return Ok(Worth::Nothing) };
        let Some(_turn) = self.judges.turn(network).await else {
            self.house.metrics.limited("proof");
            return Err(self.ask(None));
        };
        let (house, now) = (std::sync::Arc::clone(&self.house), self.house.clock.now());
        let judged = tokio::task::spawn_blocking(move || {
            challenge::judge(&house.secrets, &proof, now, house.config.wait_seconds)
        });
        judged.await.map_err(Failure::internal)
    }

    fn ask(&self, begun: Option<(String, u32)>) -> Failure {
        let house = &self.house;
        match challenge::ask(&house.secrets, house.clock.now(), house.config.wait_seconds, begun) {
            Ok(asked) => Failure::Asked { challenge: asked.challenge, wait: asked.wait, seconds: asked.seconds },
            Err(error) => Failure::internal(error),
        }
    }
}
