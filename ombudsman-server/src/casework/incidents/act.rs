//! `POST /desk/incidents`: an incident is opened; cases are put under it or taken out; what everyone is told is written and
//! sent.

use bytes::Bytes;

use super::store::{self, Counted, Incident, Texts};
use super::{TEXT_LIMIT, TITLE_LIMIT, Typed, list, one, sending};
use crate::audit::{self, Entry};
use crate::casework::StoreError;
use crate::casework::moving::{self, About, IncidentDeed as Deed};
use crate::casework::ticked::{self, Outcome};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, see_other};
use crate::registry;
use crate::secrets::hex;
use crate::staff::{Action, SignedIn, check_form, enter};

type Form = [(String, String)];

pub(super) async fn act(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::AnswerForAll).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let wish = body::value(&form, "do");
    if wish == "open" {
        return open(house, visit, &signed_in, &form).await;
    }
    let found = store::find(&house.db, body::value(&form, "incident")).await.map_err(Failure::unavailable)?;
    let Counted { incident, .. } = found.ok_or(Failure::NotFound)?;
    let (outcome, typed) = match wish {
        "put" => (put(house, visit, &signed_in, &form, &incident).await?, None),
        "take" => (take(house, visit, &signed_in, &form, &incident).await?, None),
        "write" => write(house, visit, &signed_in, &form, &incident).await?,
        "send" => (sending::send(house, visit, &signed_in, version(&form)?, &incident).await?, None),
        _ => return Err(Failure::Malformed),
    };
    one::page(house, visit, &signed_in, &incident.id, Some(outcome), typed).await
}

fn version(form: &Form) -> Result<i64, Failure> {
    body::value(form, "version").parse().map_err(|_| Failure::Malformed)
}

/// Whether something is said, and not more than this.
fn is_said(text: &str, most: usize) -> bool {
    !text.is_empty() && text.chars().count() <= most
}

async fn open(house: &House, visit: &Visit, signed_in: &SignedIn, form: &Form) -> Result<Reply, Failure> {
    let text = |name| body::value(form, name).trim().to_owned();
    let typed = Typed { service: text("service"), title: text("title"), known: text("known") };
    let service = registry::find(&house.db, &typed.service).await.map_err(Failure::unavailable)?;
    let is_whole = service.is_some() && is_said(&typed.title, TITLE_LIMIT) && is_said(&typed.known, TEXT_LIMIT);
    if !is_whole {
        return list(house, visit, signed_in, typed, Some("incidents-incomplete")).await;
    }
    if !moving::may_write_about(house, signed_in, &typed.service).await.map_err(Failure::unavailable)? {
        return list(house, visit, signed_in, typed, Some("interest-program")).await;
    }
    let id = hex(&house.secrets.bytes::<8>().map_err(Failure::internal)?);
    let now = house.clock.millis();
    let entry = Entry::of_office(now, signed_in.actor(), audit::Action::IncidentOpen).about(&id);
    let entry = entry.deciding(&format!("{}\n{}\n{}", typed.service, typed.title, typed.known));
    let incident = Incident {
        id,
        service: typed.service,
        title: typed.title,
        known: typed.known,
        opened_by: signed_in.name.clone(),
        opened_at: now,
        version: 1,
        texts: Texts::default(),
        author: None,
        is_sent: false,
    };
    store::add(&house.db, &incident, &entry).await.map_err(Failure::unavailable)?;
    see_other(&Page::new(visit).link(&format!("/desk/incidents/{}", incident.id)))
}

/// Puts what was ticked under the incident.
async fn put(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    form: &Form,
    incident: &Incident,
) -> Result<Outcome, Failure> {
    let ticked = ticked::read(form);
    if ticked.is_empty() {
        return Ok(Outcome::fault("load-nothing-ticked"));
    }
    if incident.is_sent {
        return Ok(Outcome::fault("incident-is-sent"));
    }
    let (mut number, mut outcome) = (0_u64, Outcome { done: None, kept: Vec::new(), fault: None });
    let about = About::of(incident);
    for (reference, version) in ticked {
        let case = (reference, Some(version));
        match moving::under_incident(house, (signed_in, visit.words()), case, &about, &Deed::Put).await {
            Ok(_) => number += 1,
            Err(StoreError::Db(error)) => return Err(Failure::unavailable(error)),
            Err(error) => outcome.refuse(reference, &error, visit.words()),
        }
    }
    outcome.done = (number > 0).then(|| visit.words().with("incident-put-done", "count", number));
    Ok(outcome)
}

/// Takes one case out, which nobody has answered yet.
async fn take(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    form: &Form,
    incident: &Incident,
) -> Result<Outcome, Failure> {
    let reference = body::value(form, "case");
    let about = About::of(incident);
    let mut outcome = Outcome { done: None, kept: Vec::new(), fault: None };
    match moving::under_incident(house, (signed_in, visit.words()), (reference, None), &about, &Deed::Take).await {
        Ok(_) => outcome.done = Some(visit.words().text("incident-take-done")),
        Err(StoreError::Db(error)) => return Err(Failure::unavailable(error)),
        Err(error) => outcome.refuse(reference, &error, visit.words()),
    }
    Ok(outcome)
}

/// Keeps what everyone is to be told; what could not be kept comes back.
async fn write(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    form: &Form,
    incident: &Incident,
) -> Result<(Outcome, Option<Texts>), Failure> {
    let text = |name| body::value(form, name).trim().to_owned();
    let texts = Texts {
        fix_en: text("fix_en"),
        fix_fr: text("fix_fr"),
        answer_en: text("answer_en"),
        answer_fr: text("answer_fr"),
    };
    let all = [&texts.fix_en, &texts.fix_fr, &texts.answer_en, &texts.answer_fr];
    if !all.iter().all(|text| is_said(text, TEXT_LIMIT)) {
        return Ok((Outcome::fault("incident-incomplete"), Some(texts)));
    }
    if !moving::may_write_about(house, signed_in, &incident.service).await.map_err(Failure::unavailable)? {
        return Ok((Outcome::fault("interest-program"), Some(texts)));
    }
    let entry = Entry::of_office(house.clock.millis(), signed_in.actor(), audit::Action::IncidentWrite);
    let entry = entry.about(&incident.id).deciding(&all.map(String::as_str).join("\n"));
    let place = (incident.id.as_str(), version(form)?);
    let is_kept = store::write(&house.db, place, &texts, &signed_in.name, &entry).await;
    if !is_kept.map_err(Failure::unavailable)? {
        return Ok((Outcome::fault("incident-changed"), Some(texts)));
    }
    Ok((Outcome { done: Some(visit.words().text("incident-write-done")), kept: Vec::new(), fault: None }, None))
}
