//! Anyone: leaves cards, asks where they are, reads the results.

use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::Value;

/// What a person keeps of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The reference, grouped.
    pub reference: String,
    /// The access code, grouped.
    pub access_code: String,
}

impl Receipt {
    /// The receipt in the answer to a program.
    #[must_use]
    pub fn of_document(document: &Value) -> Self {
        let part = |name: &str| document[name].as_str().unwrap_or_else(|| panic!("no {name}: {document}")).to_owned();
        Self { reference: part("reference"), access_code: part("access_code") }
    }

    /// The receipt on the page that a person sees.
    #[must_use]
    pub fn of_page(page: &str) -> Self {
        let mut codes = page.split("<code>").skip(1).filter_map(|rest| rest.split_once("</code>"));
        let mut next = || codes.next().unwrap_or_else(|| panic!("no receipt: {page}")).0.to_owned();
        Self { reference: next(), access_code: next() }
    }
}

/// Anyone with a browser or a program. They have no cookie and follow no redirect.
pub struct Public {
    server: String,
    client: Client,
}

impl Public {
    pub(crate) fn new(server: &str) -> Self {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        Self { server: server.to_owned(), client }
    }

    /// A GET as a browser sends it.
    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.server)).header(ACCEPT, "text/html")
    }

    /// A POST without anything; an API's client adds what it sends.
    pub fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.server))
    }

    /// Any other method.
    pub fn ask(&self, method: &str, path: &str) -> RequestBuilder {
        let method = method.parse().expect("a method");
        self.client.request(method, format!("{}{path}", self.server))
    }

    /// Sends a card to the door for programs.
    pub async fn send(&self, card: &Value) -> Response {
        self.post("/api/v1/cards").json(card).send().await.expect("an answer")
    }

    /// Leaves a card that is accepted.
    pub async fn leave(&self, card: &Value) -> Receipt {
        let answer = self.send(card).await;
        let (status, document) = (answer.status(), answer.json::<Value>().await.expect("a document"));
        assert_eq!(status, StatusCode::ACCEPTED, "{document}");
        Receipt::of_document(&document)
    }

    /// A page that is there, in English.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).header(ACCEPT_LANGUAGE, "en").send().await.expect("an answer");
        let (status, text) = (answer.status(), answer.text().await.expect("a page"));
        assert_eq!(status, StatusCode::OK, "{path}: {text}");
        text
    }

    /// What the tracking page says for this receipt, in English.
    pub async fn track(&self, receipt: &Receipt) -> (StatusCode, String) {
        let form = [("reference", &receipt.reference), ("access_code", &receipt.access_code)];
        let answer = self.post("/track?lang=en").header(ACCEPT, "text/html").form(&form).send().await;
        let answer = answer.expect("an answer");
        (answer.status(), answer.text().await.expect("a page"))
    }

    /// Does something about the case on the tracking page, as its page of now has it; what the page says then.
    pub async fn act(&self, receipt: &Receipt, wish: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let version = crate::reading::hidden(&self.track(receipt).await.1, "version");
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("version", version.as_str())]).collect();
        self.says(receipt, wish, &fields).await
    }

    /// Sends a form of the tracking page that was loaded before: the version is among the fields.
    pub async fn says(&self, receipt: &Receipt, wish: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let codes = [("reference", receipt.reference.as_str()), ("access_code", &receipt.access_code)];
        let form: Vec<(&str, &str)> = codes.into_iter().chain([("do", wish)]).chain(fields.iter().copied()).collect();
        let answer = self.post("/track?lang=en").header(ACCEPT, "text/html").form(&form).send().await;
        let answer = answer.expect("an answer");
        (answer.status(), answer.text().await.expect("a page"))
    }

    /// Waits until the card is in the record; what the tracking page says then.
    pub async fn recorded(&self, receipt: &Receipt) -> String {
        crate::until("the card is recorded", async || {
            let (status, page) = self.track(receipt).await;
            assert_eq!(status, StatusCode::OK, "the code opens its card: {page}");
            (!page.contains("It is being sorted")).then_some(page)
        })
        .await
    }
}
