//! Sending the card: as the form itself would, to the same address, but asking for data instead of a page.

use feedback::Fields;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, Request, RequestInit, Response, UrlSearchParams};

use crate::send::{Accepted, Answer, FieldFault};

/// A network that gives no answer for so long gives none: a little longer than the server takes at most.
const ANSWER_WITHIN_MILLIS: u32 = 35_000;

/// Posts the fields. Where no answer comes, or none that can be read, the answer is empty.
pub(crate) async fn post(address: &str, fields: &Fields) -> Answer {
    match fetch(address, fields).await {
        Ok((status, document)) => read(status, &document),
        Err(_) => Answer::default(),
    }
}

async fn fetch(address: &str, fields: &Fields) -> Result<(u16, JsValue), JsValue> {
    let body = UrlSearchParams::new()?;
    fields.iter().for_each(|(name, value)| body.append(name, value));
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&body);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(ANSWER_WITHIN_MILLIS)));
    let request = Request::new_with_str_and_init(address, &init)?;
    let response: Response = JsFuture::from(gloo::utils::window().fetch_with_request(&request)).await?.dyn_into()?;
    Ok((response.status(), JsFuture::from(response.json()?).await?))
}

fn read(status: u16, document: &JsValue) -> Answer {
    let text = |name| member(document, name).as_string();
    let accepted = text("reference").zip(text("access_code")).map(|(reference, access_code)| {
        let next = list(document, "next").filter_map(|step| step.as_string()).collect();
        let (keep, file) = (text("keep").unwrap_or_default(), text("file").unwrap_or_default());
        Accepted { reference, access_code, keep, file, next }
    });
    let errors = list(document, "errors").filter_map(|error| {
        let (field, detail) = (member(&error, "field").as_string()?, member(&error, "detail").as_string()?);
        Some(FieldFault { field, detail })
    });
    let asks = member(document, "challenge").is_object();
    let asked = asks.then(|| js_sys::JSON::stringify(document).ok()).flatten().map(String::from);
    Answer { status, accepted, detail: text("detail"), errors: errors.collect(), asked }
}

fn member(document: &JsValue, name: &str) -> JsValue {
    Reflect::get(document, &JsValue::from_str(name)).unwrap_or_default()
}

fn list(document: &JsValue, name: &str) -> impl Iterator<Item = JsValue> + use<> {
    let items = member(document, name).dyn_into::<Array>().unwrap_or_default();
    (0..items.length()).map(move |place| items.get(place))
}
