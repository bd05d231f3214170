//! The settings: one documented file whose text is also the defaults, overridden by the environment. Nothing else reads
//! the environment, but for the log's library, which reads its filter from `RUST_LOG`.

mod database;
mod error;
mod mail;
mod oidc;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use feedback::Language;
use serde::Deserialize;
use toml::{Table, Value};

use error::malformed;

use crate::http::{Proxies, Site};
use crate::line::Address;
use crate::secrets::{Hidden, KeySource};

pub use error::ConfigError;
pub use mail::{Mail, Relay, Tls, Way};
pub use oidc::Oidc;

/// The settings' documentation and defaults in one.
pub const DEFAULTS: &str = include_str!("../config.default.toml");

/// Whether staff must have a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    /// Who has none can do nothing but set one up.
    Required,
    /// Each may set one up.
    Optional,
}

/// The settings. Each is explained in [`DEFAULTS`].
#[derive(Debug, Clone, Deserialize)]
#[expect(missing_docs, reason = "config.default.toml says what each setting is for, and is also its default")]
pub struct Config {
    pub data_dir: PathBuf,
    pub database_url: Hidden,
    pub keys_file: String,
    pub keys: Hidden,
    pub listen: SocketAddr,
    pub metrics_address: String,
    pub public_url: String,
    pub sites: Vec<String>,
    pub postal_address: String,
    pub second_factor: SecondFactor,
    pub oidc_issuer: String,
    pub oidc_client_id: String,
    pub oidc_client_secret: Hidden,
    pub oidc_client_secret_file: String,
    pub oidc_groups_claim: String,
    pub oidc_roles: Vec<String>,
    pub redis_url: String,
    pub redis_prefix: String,
    pub redis_partitions: u16,
    pub redis_replicas: u16,
    pub redis_may_lose_cards: bool,
    pub reclaim_after_seconds: u64,
    pub trusted_proxies: Vec<String>,
    pub network_hourly: u32,
    pub network_burst: u32,
    pub network_checked_hourly: u32,
    pub service_per_minute: u32,
    pub wait_seconds: u32,
    pub form_least_seconds: u32,
    pub queue_most: u64,
    pub privacy_authority_en: String,
    pub privacy_authority_fr: String,
    pub privacy_bank: String,
    pub mail_url: String,
    pub mail_from: String,
    pub mail_reply_to: String,
    pub mail_authority_file: String,
    pub mail_user: String,
    pub mail_password: Hidden,
    pub mail_password_file: String,
    pub mail_try_seconds: u64,
    pub mail_retry_seconds: Vec<u64>,
    pub outside_ombudsman_en: String,
    pub outside_ombudsman_fr: String,
    pub sample_data: bool,
}

fn table(text: &str) -> Result<Table, ConfigError> {
    toml::from_str(text).map_err(|error| malformed(text, &error))
}

/// The first setting whose value is not of its kind. What stands there is not said again.
fn wrong_kind(defaults: &Table, settings: &Table) -> Option<ConfigError> {
    let fails = |(key, value): &(&String, &Value)| {
        let mut one = defaults.clone();
        one.insert((*key).clone(), (*value).clone());
        Value::Table(one).try_into::<Config>().is_err()
    };
    let (key, _) = settings.iter().find(fails)?;
    let like = defaults.get(key).map(ToString::to_string).unwrap_or_default();
    Some(ConfigError::WrongKind { key: key.clone(), like })
}

impl Config {
    /// The defaults, overridden by the file if there is one, overridden by the process's environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let text = match file {
            None => String::new(),
            Some(path) => std::fs::read_to_string(path)
                .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?,
        };
        // A variable that is not text is none of ours.
        let environment =
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Self::from_parts(&text, environment)
    }

    /// The settings that this file's text and these environment variables make.
    pub fn from_parts(text: &str, environment: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let defaults = table(DEFAULTS)?;
        let mut settings = defaults.clone();
        for (key, value) in table(text)? {
            known(&defaults, &key)?;
            if key == "keys" {
                let why = "keys are no setting to be read by whoever reads these; give them as OMBUDSMAN_KEYS";
                return Err(ConfigError::Unusable { key: "keys", why });
            }
            if key == "mail_password" {
                let why =
                    "it is not to be read by whoever reads these; give it as OMBUDSMAN_MAIL_PASSWORD or in a file";
                return Err(ConfigError::Unusable { key: "mail_password", why });
            }
            if key == "oidc_client_secret" {
                let why =
                    "it is not to be read by whoever reads these; give it as OMBUDSMAN_OIDC_CLIENT_SECRET or in a file";
                return Err(ConfigError::Unusable { key: "oidc_client_secret", why });
            }
            settings.insert(key, value);
        }
        for (name, text) in environment {
            let Some(key) = name.strip_prefix("OMBUDSMAN_").map(str::to_lowercase) else { continue };
            known(&defaults, &key)?;
            // A text setting is taken as it stands; any other is written as in the file.
            let value = match defaults.get(&key) {
                Some(Value::String(_)) => Value::String(text),
                _ => table(&format!("value = {text}"))?
                    .remove("value")
                    .ok_or(ConfigError::Unusable { key: "environment", why: "a value is written as in the file" })?,
            };
            settings.insert(key, value);
        }
        let config: Self = Value::Table(settings.clone())
            .try_into()
            .map_err(|error| wrong_kind(&defaults, &settings).unwrap_or_else(|| malformed("", &error)))?;
        config.checked()
    }

    /// Where the key ring is.
    #[must_use]
    pub fn key_source(&self) -> KeySource {
        if !self.keys.is_empty() {
            return KeySource::Environment(self.keys.clone());
        }
        let named = PathBuf::from(&self.keys_file);
        KeySource::File(if self.keys_file.is_empty() { self.data_dir.join("secret.key") } else { named })
    }

    /// Whether people reach the office by an encrypted connection.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether the privacy notice is whole, so that a person may be asked for an address.
    #[must_use]
    pub fn has_privacy_notice(&self) -> bool {
        let parts = [&self.privacy_authority_en, &self.privacy_authority_fr, &self.privacy_bank];
        parts.iter().all(|part| !part.trim().is_empty())
    }

    /// The law that allows the office to ask for an address, as the language names it; laws have names in two.
    #[must_use]
    pub fn privacy_authority(&self, language: Language) -> &str {
        if language == Language::French { &self.privacy_authority_fr } else { &self.privacy_authority_en }
    }

    /// Where Redis is, if the queue is there. The settings were refused where that could not be read.
    #[must_use]
    pub fn redis(&self) -> Option<Address> {
        Address::parse(&self.redis_url)
    }

    /// Where what is counted can be fetched, if anywhere. The settings were refused where that could not be read.
    #[must_use]
    pub fn metrics_listen(&self) -> Option<SocketAddr> {
        self.metrics_address.parse().ok()
    }

    fn checked(self) -> Result<Self, ConfigError> {
        if !self.redis_url.is_empty() && self.redis().is_none() {
            let why = "it must be like redis://127.0.0.1:6379, redis+sentinel://a:26379,b:26379/name or \
                       redis+cluster://a:6379,b:6379";
            return Err(ConfigError::Unusable { key: "redis_url", why });
        }
        if !(1..=64).contains(&self.redis_partitions) {
            return Err(ConfigError::Unusable { key: "redis_partitions", why: "it must be from 1 to 64" });
        }
        if !self.metrics_address.is_empty() && self.metrics_listen().is_none() {
            let why = "it must be an address and a port, like 127.0.0.1:9464";
            return Err(ConfigError::Unusable { key: "metrics_address", why });
        }
        if !is_origin(&self.public_url) {
            let why = "it must be like https://feedback.example.gc.ca, with nothing after the host and port";
            return Err(ConfigError::Unusable { key: "public_url", why });
        }
        // A site goes into a header: anything but an origin could add directives of its own.
        if !self.sites.iter().all(|site| Site::parse(site).is_some_and(|read| read.as_str() == site)) {
            let why = "each must be like https://www.example.gc.ca or https://*.example.gc.ca, in lower case, with \
                       nothing after the host and port, and without the port that its scheme has anyway";
            return Err(ConfigError::Unusable { key: "sites", why });
        }
        if self.reclaim_after_seconds == 0 {
            let why = "a card needs at least a second to be taken up";
            return Err(ConfigError::Unusable { key: "reclaim_after_seconds", why });
        }
        if Proxies::parse(&self.trusted_proxies).is_none() {
            let why = "each must be an address or a network, like 10.0.0.7 or 10.1.0.0/16";
            return Err(ConfigError::Unusable { key: "trusted_proxies", why });
        }
        if !(1..=600).contains(&self.wait_seconds) {
            let why = "it must be from 1 to 600: a person waits as long";
            return Err(ConfigError::Unusable { key: "wait_seconds", why });
        }
        if self.outside_ombudsman_en.is_empty() != self.outside_ombudsman_fr.is_empty() {
            let why = "name it in both languages, or in neither";
            return Err(ConfigError::Unusable { key: "outside_ombudsman_fr", why });
        }
        self.check_database()?;
        self.read_mail()?;
        self.read_oidc()?;
        Ok(self)
    }
}

/// Whether the text is an origin as browsers write it: lower case, without the port that its scheme has anyway.
fn is_origin(text: &str) -> bool {
    let (host, usual_port) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(host), _) => (host, ":443"),
        (None, Some(host)) => (host, ":80"),
        (None, None) => return false,
    };
    let letters_hold = host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-:[]".contains(&b));
    host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[') && letters_hold && !host.ends_with(usual_port)
}

fn known(defaults: &Table, key: &str) -> Result<(), ConfigError> {
    if defaults.contains_key(key) {
        return Ok(());
    }
    let nearest = defaults.keys().min_by_key(|known| strsim::damerau_levenshtein(known, key));
    Err(ConfigError::UnknownKey { key: key.to_owned(), nearest: nearest.cloned().unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_environment(text: &str, pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::from_parts(text, pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn the_documented_text_is_the_defaults() {
        let config = with_environment("", &[]).expect("the defaults hold");
        assert_eq!((config.listen.port(), config.sites.len(), config.redis_may_lose_cards), (8080, 0, false));
    }

    #[test]
    fn the_environment_overrides_the_file_and_the_file_the_defaults() {
        let config = with_environment(
            "listen = \"127.0.0.1:1\"\nsample_data = true",
            &[("OMBUDSMAN_LISTEN", "127.0.0.1:2"), ("OMBUDSMAN_SITES", r#"["https://a.ca"]"#), ("HOME", "/")],
        )
        .expect("settings");
        assert_eq!((config.listen.port(), config.sample_data), (2, true));
        assert_eq!(config.sites, ["https://a.ca"]);
    }

    #[test]
    fn keys_come_from_the_environment_or_a_file_and_are_never_printed() {
        let config = with_environment("", &[("OMBUDSMAN_KEYS", "not-to-be-printed")]).expect("settings");
        assert!(matches!(config.key_source(), KeySource::Environment(_)));
        assert!(!format!("{config:?}").contains("not-to-be-printed"));
        assert!(with_environment("keys = 'x'", &[]).is_err(), "a settings file is read by many");
        let file = |text| match with_environment(text, &[]).expect("settings").key_source() {
            KeySource::File(path) => path,
            KeySource::Environment(_) => PathBuf::new(),
        };
        assert_eq!(file("data_dir = 'here'"), Path::new("here/secret.key"));
        assert_eq!(file("keys_file = '/run/secrets/keys'"), Path::new("/run/secrets/keys"));
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_refused_by_the_name_of_its_setting() {
        for text in ["listen = 'marker'", "queue_most = 'marker'", "second_factor = 'marker'", "sites = 'marker'"] {
            let refused = with_environment(text, &[]).expect_err(text).to_string();
            let key = text.split(' ').next().unwrap_or_default();
            assert!(refused.contains(&format!("`{key}`")) && !refused.contains("marker"), "{refused}");
        }
    }

    #[test]
    fn an_unknown_key_is_refused_with_the_nearest_known_one() {
        let refused = with_environment("lisen = \"127.0.0.1:1\"", &[]).expect_err("unknown");
        assert!(refused.to_string().contains("`listen`"), "{refused}");
        assert!(with_environment("", &[("OMBUDSMAN_REDIS_ULR", "x")]).is_err());
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_by_its_line_and_not_by_what_stands_there() {
        let text = "listen = '127.0.0.1:1'\nredis_url = redis://user:hidden@host\n";
        let refused = with_environment(text, &[]).expect_err("no quotes").to_string();
        assert!(refused.contains("in line 2") && !refused.contains("hidden"), "{refused}");
    }

    #[test]
    fn a_privacy_notice_that_lacks_a_part_is_none() {
        let whole = "privacy_authority_en = 'a'\nprivacy_authority_fr = 'b'\nprivacy_bank = 'c'";
        assert!(with_environment(whole, &[]).expect("settings").has_privacy_notice());
        let lacking = with_environment(whole, &[("OMBUDSMAN_PRIVACY_BANK", " ")]).expect("settings");
        assert!(!lacking.has_privacy_notice());
    }

    #[test]
    fn a_proxy_that_is_no_address_and_a_wait_of_no_time_are_refused() {
        assert!(with_environment("trusted_proxies = ['10.0.0.7', '2001:db8::/32']", &[]).is_ok());
        for bad in ["trusted_proxies = ['proxy.example']", "trusted_proxies = ['10.0.0.0/33']", "wait_seconds = 0"] {
            assert!(with_environment(bad, &[]).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_that_cannot_be_read_is_refused_before_the_office_opens() {
        assert!(
            with_environment("redis_url = 'redis+sentinel://a:1,b:2/office'\nmetrics_address = '[::1]:9'", &[]).is_ok()
        );
        for bad in ["redis_url = '127.0.0.1:6379'", "redis_partitions = 0", "metrics_address = 'localhost'"] {
            assert!(with_environment(bad, &[]).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_site_that_is_no_origin_is_refused() {
        for bad in
            ["https://a.ca/page", "*", "https://a.ca; script-src *", "javascript:x", "https://A.ca", "https://a.ca:443"]
        {
            assert!(with_environment(&format!("sites = [\"{bad}\"]"), &[]).is_err(), "{bad}");
        }
    }
}
