//! Sending the card to the intake door.

use feedback::Card;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Request, RequestInit, Response};

/// The address of the door, on the card's own origin.
const DOOR: &str = "/api/v1/cards";

/// Posts the card. The answer's status and body, or `None` if no answer came.
pub(crate) async fn post_card(card: &Card) -> Option<(u16, String)> {
    let body = serde_json::to_string(card).ok()?;
    post(&body, card.language.as_str()).await.ok()
}

async fn post(body: &str, language: &str) -> Result<(u16, String), JsValue> {
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    headers.set("accept-language", language)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(body));
    let request = Request::new_with_str_and_init(DOOR, &init)?;
    let response: Response = JsFuture::from(gloo::utils::window().fetch_with_request(&request)).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    Ok((response.status(), text))
}
