//! `/account/second-factor`: setting one up with an app, other recovery codes, taking it away. The fresh secret travels in
//! the form, sealed, until the app has shown that it has it; only then is it kept.

use ::http::StatusCode;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use feedback::AccessCode;

use crate::house::House;
use crate::http::{Failure, Page, Peer, Reply, Visit, body, html, qr_svg, with_cookie};
use crate::staff::session::{self, SignedIn};
use crate::staff::sign_in::Door;
use crate::staff::{second_factor, store};

#[derive(Template)]
#[template(path = "staff/factor.html")]
struct FactorPage {
    page: Page,
    /// What an app needs to begin; `None` where there is a second factor already.
    begin: Option<Begin>,
    form_token: String,
    fault: Option<String>,
}

struct Begin {
    /// The code that an app reads.
    qr: String,
    /// The same for who types it, in groups of four.
    key: String,
    /// The secret, sealed, for the form to bring back.
    sealed: String,
}

#[derive(Template)]
#[template(path = "staff/codes.html")]
struct CodesPage {
    page: Page,
    codes: Vec<String>,
    is_new: bool,
}

/// `GET /account/second-factor`.
pub(in crate::staff) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = session::current(house, visit).await?;
    page(house, visit, &signed_in, None, None).await
}

/// With a fresh secret, or the one that the form brought.
async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    secret: Option<String>,
    fault: Option<&str>,
) -> Result<Reply, Failure> {
    let member = store::find(&house.db, &signed_in.name).await.map_err(Failure::unavailable)?;
    let has_one = member.ok_or(Failure::NotSignedIn)?.has_second_factor();
    let begin = if has_one { None } else { Some(begin(house, &signed_in.name, secret)?) };
    let page = FactorPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        begin,
        form_token: signed_in.form_token.clone(),
        fault: fault.map(|id| visit.words().text(id)),
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

fn begin(house: &House, name: &str, secret: Option<String>) -> Result<Begin, Failure> {
    let secret = match secret {
        Some(secret) => secret,
        None => second_factor::fresh_secret(&house.secrets).map_err(Failure::internal)?,
    };
    let sealed = house.secrets.seal(&second_factor::about(name), &secret).map_err(Failure::internal)?;
    let letters: Vec<char> = secret.chars().collect();
    let key: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(Begin {
        qr: qr_svg(&second_factor::address(&secret, name))?,
        key: key.join(" "),
        sealed: URL_SAFE_NO_PAD.encode(sealed),
    })
}

/// `POST /account/second-factor`: each of these takes the password once more, and a code.
pub(in crate::staff) async fn change(
    door: &Door,
    (visit, peer): (&Visit, Option<Peer>),
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let house = &door.house;
    let (form, signed_in) = super::own_form(house, visit, sent).await?;
    let (name, password, code) =
        (signed_in.name.as_str(), body::value(&form, "password"), body::value(&form, "code").trim());
    let step = body::value(&form, "step");
    if step == "set-up" {
        let secret = brought(house, name, body::value(&form, "secret"))?;
        let known = door.known((visit, peer), name, password, None).await?;
        let Ok(member) = known else {
            return page(house, visit, &signed_in, Some(secret), Some("account-fault-password")).await;
        };
        if member.has_second_factor() {
            return Err(Failure::Conflict);
        }
        let Some(shown) = second_factor::step(&secret, code, house.clock.now()) else {
            return page(house, visit, &signed_in, Some(secret), Some("factor-fault-code")).await;
        };
        let codes = second_factor::enrol(house, signed_in.actor(), &secret, shown).await?;
        let cookie = session::begin(house, visit, name).await?;
        return with_cookie(codes_page(visit, &signed_in, &codes, true)?, &cookie);
    }
    let known = door.known((visit, peer), name, password, Some(code)).await?;
    let Ok(member) = known else {
        return page(house, visit, &signed_in, None, Some("factor-fault-either")).await;
    };
    if !member.has_second_factor() {
        return Err(Failure::Conflict);
    }
    match step {
        "renew" => codes_page(visit, &signed_in, &second_factor::renew(house, signed_in.actor()).await?, false),
        "remove" => {
            second_factor::reset(house, name, signed_in.actor()).await.map_err(Failure::unavailable)?;
            let cookie = session::begin(house, visit, name).await?;
            with_cookie(super::done(visit, "removed")?, &cookie)
        }
        _ => Err(Failure::Malformed),
    }
}

/// The secret that the form brings back, which only this office can have sealed for this member.
fn brought(house: &House, name: &str, sealed: &str) -> Result<String, Failure> {
    let sealed = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| Failure::Malformed)?;
    house.secrets.open_at_hand(&second_factor::about(name), &sealed).map_err(|_| Failure::Malformed)
}

fn codes_page(visit: &Visit, signed_in: &SignedIn, codes: &[AccessCode], is_new: bool) -> Result<Reply, Failure> {
    let page = Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room());
    html(StatusCode::OK, &CodesPage { page, codes: codes.iter().map(AccessCode::grouped).collect(), is_new })
}
