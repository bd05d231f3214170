//! Where the record is, as the settings say it.

use super::{Config, ConfigError};
use crate::db::Home;

/// What may stand behind the `?` of the address. A password has its place in front, where nothing repeats it.
const PARAMETERS: [&str; 6] = ["host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey"];
/// Hosts that are this machine: nobody listens on the way there.
const HERE: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];
/// Ways to another machine that stay what they say. From `allow` and `prefer` the driver falls back to no seal without a word.
const SEALS: [&str; 4] = ["disable", "require", "verify-ca", "verify-full"];

impl Config {
    /// Where the record is.
    #[must_use]
    pub fn record_home(&self) -> Home<'_> {
        Home { data_dir: &self.data_dir, url: self.database_url.shown().trim() }
    }

    /// The same in words that hold no secret.
    #[must_use]
    pub fn record_named(&self) -> String {
        if self.database_url.is_empty() { self.data_dir.display().to_string() } else { "PostgreSQL".to_owned() }
    }

    pub(super) fn check_database(&self) -> Result<(), ConfigError> {
        let unusable = |why| Err(ConfigError::Unusable { key: "database_url", why });
        let url = self.record_home().url;
        if url.is_empty() {
            return Ok(());
        }
        let Some(rest) = ["postgres://", "postgresql://"].iter().find_map(|scheme| url.strip_prefix(scheme)) else {
            return unusable("it must be like postgres://office:PASSWORD@db.example.gc.ca/office?sslmode=verify-full");
        };
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let parameters: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        if !parameters.iter().all(|(name, _)| PARAMETERS.contains(&name.as_str())) {
            return unusable("behind the ? can stand host, port, sslmode, sslrootcert, sslcert and sslkey");
        }
        // The driver goes by the last of a name.
        let parameter = |wanted| parameters.iter().rfind(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        let server = place.split_once('/').map_or(place, |(server, _)| server);
        let host = server.rsplit_once('@').map_or(server, |(_, host)| host);
        let host = host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']')).map_or(host, |(host, _)| host);
        let host = parameter("host").unwrap_or(host);
        if host.is_empty() {
            // The driver would ask the environment, which may name any machine.
            return unusable("it must name a host, or by host= the folder of a socket");
        }
        let is_here = HERE.contains(&host) || host.starts_with('/') || host.to_ascii_lowercase().starts_with("%2f");
        if !is_here && parameter("sslmode").is_none_or(|mode| !SEALS.contains(&mode)) {
            return unusable(
                "say how the way to another machine is sealed: with sslmode=verify-full (or verify-ca, or require), or with \
                 sslmode=disable where nobody else is on it",
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(url: &str) -> Result<Config, ConfigError> {
        Config::from_parts("", [("OMBUDSMAN_DATABASE_URL".to_owned(), url.to_owned())].into_iter())
    }

    #[test]
    fn the_record_is_in_the_folder_or_in_postgresql_and_the_address_is_never_printed() {
        assert_eq!(with("").expect("settings").record_named(), "data");
        let config = with("postgres://office:not-to-be-printed@localhost:5433/office").expect("settings");
        assert_eq!(config.record_named(), "PostgreSQL");
        assert!(!format!("{config:?}").contains("not-to-be-printed"));
        for url in [
            "postgresql://office@[::1]:5433/office",
            "postgres:///office?host=/run/postgresql",
            "postgres://office@%2Frun%2Fpostgresql/office",
            "postgres://office:p@db.example.gc.ca/office?sslmode=verify-full&sslrootcert=/etc/office/authority.pem",
            "postgres://office@db.example.gc.ca/office?sslmode=verify-ca",
            "postgres://office@db.example.gc.ca/office?sslmode=require",
            "postgres://office@db.example.gc.ca/office?sslmode=disable",
        ] {
            assert!(with(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn an_address_that_cannot_be_read_or_leaves_the_way_open_is_refused_without_being_repeated() {
        for (url, why) in [
            ("mysql://office:secret@localhost/office", "postgres://"),
            ("postgres://office:secret@db.example.gc.ca/office", "sslmode"),
            ("postgres:///office?host=db.example.gc.ca", "sslmode"),
            ("postgres://office:secret@db.example.gc.ca/office?sslmode=prefer", "sslmode"),
            ("postgres://office:secret@db.example.gc.ca/office?sslmode=allow", "sslmode"),
            ("postgres://office:secret@db.example.gc.ca/office?sslmode=verify-full&sslmode=prefer", "sslmode"),
            ("postgres://localhost/office?host=localhost&host=db.example.gc.ca", "sslmode"),
            ("postgres:///office", "name a host"),
            ("postgres://office:secret@:5432/office", "name a host"),
            ("postgres://localhost/office?host=", "name a host"),
            ("postgres://localhost/office?password=secret", "behind the ?"),
        ] {
            let refused = with(url).expect_err(url).to_string();
            assert!(
                refused.contains(why) && refused.contains("`database_url`") && !refused.contains("secret"),
                "{refused}"
            );
        }
    }
}
