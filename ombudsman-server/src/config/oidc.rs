//! The settings of sign-in with an organization's own accounts (`OpenID Connect`), read.

use std::path::PathBuf;

use super::{Config, ConfigError};
use crate::secrets::Hidden;

/// The settings of sign-in with an organization's own accounts.
#[derive(Debug, Clone)]
pub struct Oidc {
    /// The provider, by the address that its tokens name.
    pub issuer: String,
    /// What the provider calls the office.
    pub client_id: String,
    /// The office's password there.
    pub client_secret: Hidden,
    /// The file of that password.
    pub client_secret_file: Option<PathBuf>,
    /// The claim that lists somebody's groups.
    pub groups_claim: String,
    /// A group, and the name of the role of who is in it. The first that fits counts.
    pub roles: Vec<(String, String)>,
}

impl Config {
    /// Whether staff can sign in with an organization's own accounts.
    #[must_use]
    pub const fn has_oidc(&self) -> bool {
        !self.oidc_issuer.is_empty()
    }

    /// How they do, if they can. The settings were refused where that could not be read.
    #[must_use]
    pub fn oidc(&self) -> Option<Oidc> {
        self.read_oidc().ok().flatten()
    }

    pub(super) fn read_oidc(&self) -> Result<Option<Oidc>, ConfigError> {
        let unusable = |key, why| ConfigError::Unusable { key, why };
        if !self.has_oidc() {
            return Ok(None);
        }
        if !cfg!(feature = "oidc") {
            return Err(unusable("oidc_issuer", "this program was built without sign-in by OpenID Connect"));
        }
        let is_here = ["http://127.0.0.1:", "http://[::1]:", "http://localhost:"];
        if !self.oidc_issuer.starts_with("https://") && !is_here.iter().any(|here| self.oidc_issuer.starts_with(here)) {
            return Err(unusable("oidc_issuer", "it must be like https://sign-in.example.gc.ca"));
        }
        if self.oidc_client_id.is_empty() {
            return Err(unusable("oidc_client_id", "the provider must know the office by a name"));
        }
        let roles = self.oidc_roles.iter().map(|pair| {
            let (group, role) = pair.rsplit_once('=')?;
            (!group.trim().is_empty()).then(|| (group.trim().to_owned(), role.trim().to_owned()))
        });
        let roles = roles.collect::<Option<Vec<_>>>().filter(|roles| !roles.is_empty());
        let why = "each must be a group and a role, like \"desk-officers=officer\"; without one nobody comes in";
        Ok(Some(Oidc {
            issuer: self.oidc_issuer.clone(),
            client_id: self.oidc_client_id.clone(),
            client_secret: self.oidc_client_secret.clone(),
            client_secret_file: Some(&self.oidc_client_secret_file).filter(|file| !file.is_empty()).map(PathBuf::from),
            groups_claim: self.oidc_groups_claim.clone(),
            roles: roles.ok_or_else(|| unusable("oidc_roles", why))?,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<Oidc>, ConfigError> {
        Config::from_parts(text, std::iter::empty())?.read_oidc()
    }

    #[test]
    fn an_office_without_a_provider_has_none_and_one_with_half_of_it_does_not_start() {
        assert!(read("").expect("settings").is_none());
        let whole = "oidc_issuer = 'https://sign-in.example.ca'\noidc_client_id = 'office'\n";
        for half in [
            "oidc_issuer = 'https://sign-in.example.ca'\noidc_roles = ['a=officer']".to_owned(),
            "oidc_issuer = 'http://sign-in.example.ca'\noidc_client_id = 'office'\noidc_roles = ['a=officer']"
                .to_owned(),
            whole.to_owned(),
            format!("{whole}oidc_roles = ['officer']"),
            format!("{whole}oidc_roles = ['=officer']"),
            format!("{whole}oidc_client_secret = 'hidden'\noidc_roles = ['a=officer']"),
        ] {
            let refused = read(&half).expect_err(&half).to_string();
            assert!(refused.contains("`oidc_") && !refused.contains("hidden"), "{half}: {refused}");
        }
    }

    #[cfg(feature = "oidc")]
    #[test]
    fn a_group_may_have_any_name_and_stands_before_its_role() {
        let text = "oidc_issuer = 'https://sign-in.example.ca'\noidc_client_id = 'office'\noidc_roles = ['cn=desk,o=x=officer', ' b = auditor ']";
        let oidc = read(text).expect("settings").expect("a provider");
        let roles: Vec<_> = oidc.roles.iter().map(|(group, role)| (group.as_str(), role.as_str())).collect();
        assert_eq!(roles, [("cn=desk,o=x", "officer"), ("b", "auditor")]);
    }
}
