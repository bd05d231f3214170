//! The provider: where a browser is sent, and who came back, as far as its signed token says so.

use std::fs;

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims,
};
use tokio::sync::Mutex;

use super::http::Http;
use super::person::{Person, Rest};
use super::trip::Way;
use crate::clock::Clock;
use crate::config::Oidc;

/// So long what it says of itself is believed: its keys may be others after that.
const FRESH_MILLIS: i64 = 60_000;
/// Where it sends people back to.
const RETURN: &str = "/sign-in/organization/return";

type Fields = IdTokenFields<
    Rest,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Token = StandardTokenResponse<Fields, CoreTokenType>;
type Client = openidconnect::Client<
    Rest,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Token,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why nobody came in. It names nobody and holds nothing of what was sent.
#[derive(Debug, thiserror::Error)]
pub(super) enum Lost {
    /// The browser was not sent by this office, or too long ago.
    #[error("the browser was not sent from here, or too long ago")]
    Trip,
    /// The person did not sign in there, or may not.
    #[error("the provider sent the browser back without a code")]
    Declined,
    /// The settings cannot be used.
    #[error("the setting `{0}` cannot be used")]
    Setting(&'static str),
    /// The provider did not answer, or not as one does.
    #[error("the provider did not say what it is, at the address of `oidc_issuer`")]
    Unreachable,
    /// It gave no token for the code.
    #[error("the provider gave no token for the code; check `oidc_client_id` and its secret")]
    NoToken,
    /// What it gave is not signed by it, or not for this office, or not for this browser.
    #[error("the provider's token does not hold")]
    NotGenuine,
    /// It does not say who that is.
    #[error("the provider did not tell the groups of who came, by the claim of `oidc_groups_claim`")]
    NoGroups,
}

/// The provider.
pub(super) struct Provider {
    /// What the settings say of it.
    pub settings: Oidc,
    back: String,
    http: Option<Http>,
    clock: Clock,
    /// What it says of itself, and when it said so in milliseconds since 1970.
    told: Mutex<Option<(i64, CoreProviderMetadata)>>,
}

impl Provider {
    /// The provider of these settings, for an office at this address.
    pub fn new(settings: Oidc, public_url: &str, clock: Clock) -> Self {
        let http = Http::new();
        let http =
            http.inspect_err(|error| tracing::error!(%error, "nothing can be asked of the organization's sign-in"));
        Self { settings, back: [public_url, RETURN].concat(), http: http.ok(), clock, told: Mutex::new(None) }
    }

    /// Where a browser is sent, and what its return must show.
    pub async fn way_there(&self) -> Result<(String, Way), Lost> {
        let client = self.client().await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let request = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random);
        let request = request.add_scope(Scope::new("profile".to_owned())).set_pkce_challenge(challenge);
        let (address, state, nonce) = request.url();
        let way =
            Way { state: state.secret().clone(), nonce: nonce.secret().clone(), verifier: verifier.secret().clone() };
        Ok((address.to_string(), way))
    }

    /// Who came back with this code.
    pub async fn who_came(&self, code: &str, way: Way) -> Result<Person, Lost> {
        let (client, http) = (self.client().await?, self.http()?);
        let code = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(|_| Lost::NoToken)?;
        let token = code.set_pkce_verifier(PkceCodeVerifier::new(way.verifier)).request_async(http).await;
        let token = token.map_err(|_| Lost::NoToken)?;
        let nonce = Nonce::new(way.nonce);
        let claims = token.id_token().ok_or(Lost::NoToken)?;
        let claims = claims.claims(&client.id_token_verifier(), &nonce).map_err(|_| Lost::NotGenuine)?;
        let subject = claims.subject().clone();
        let (name, shown_as) = (claims.preferred_username(), claims.name().and_then(|name| name.get(None)));
        let claim = &self.settings.groups_claim;
        if let Some(groups) = claims.additional_claims().groups(claim) {
            let (name, shown_as) = (name.map(|name| name.as_str()), shown_as.map(|name| name.as_str()));
            return Ok(Person::of(&subject, name, shown_as, groups));
        }
        // Many providers say who somebody is only where they are asked for it.
        let asked =
            client.user_info(token.access_token().clone(), Some(subject.clone())).map_err(|_| Lost::NoGroups)?;
        let more: Result<UserInfoClaims<Rest, CoreGenderClaim>, _> = asked.request_async(http).await;
        let more = more.map_err(|_| Lost::NoGroups)?;
        let groups = more.additional_claims().groups(claim).ok_or(Lost::NoGroups)?;
        let name = more.preferred_username().or(name).map(|name| name.as_str());
        let shown_as = more.name().and_then(|name| name.get(None)).or(shown_as).map(|name| name.as_str());
        Ok(Person::of(&subject, name, shown_as, groups))
    }

    async fn client(&self) -> Result<Client, Lost> {
        let back = RedirectUrl::new(self.back.clone()).map_err(|_| Lost::Setting("public_url"))?;
        let id = ClientId::new(self.settings.client_id.clone());
        Ok(Client::from_provider_metadata(self.metadata().await?, id, self.secret()?).set_redirect_uri(back))
    }

    fn secret(&self) -> Result<Option<ClientSecret>, Lost> {
        let Oidc { client_secret, client_secret_file, .. } = &self.settings;
        let secret = match client_secret_file {
            Some(file) => fs::read_to_string(file).map_err(|_| Lost::Setting("oidc_client_secret_file"))?,
            None => client_secret.shown().to_owned(),
        };
        Ok(Some(secret.trim().to_owned()).filter(|secret| !secret.is_empty()).map(ClientSecret::new))
    }

    /// What the provider says of itself. Who comes while it is asked waits for the same answer.
    async fn metadata(&self) -> Result<CoreProviderMetadata, Lost> {
        let mut told = self.told.lock().await;
        let now = self.clock.millis();
        if let Some((at, metadata)) = told.as_ref()
            && (0..FRESH_MILLIS).contains(&(now - at))
        {
            return Ok(metadata.clone());
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(|_| Lost::Setting("oidc_issuer"))?;
        let http = self.http()?;
        let metadata = CoreProviderMetadata::discover_async(issuer, http).await;
        let metadata = metadata.map_err(|_| Lost::Unreachable)?;
        *told = Some((now, metadata.clone()));
        Ok(metadata)
    }

    fn http(&self) -> Result<&Http, Lost> {
        self.http.as_ref().ok_or(Lost::Unreachable)
    }
}
