//! A member of staff at work in a browser: a cookie, and forms that carry what the page gave them.

use reqwest::header::{ACCEPT, ORIGIN};
use reqwest::{Client, RequestBuilder, Response, StatusCode};

use crate::office::Member;
use crate::public::Receipt;
use crate::reading::hidden;

/// A signed-in member.
pub struct Desk {
    server: String,
    client: Client,
}

impl Desk {
    pub(crate) async fn sign_in(server: &str, member: Member) -> Self {
        let builder = Client::builder().cookie_store(true).redirect(reqwest::redirect::Policy::none());
        let desk = Self { server: server.to_owned(), client: builder.build().expect("a client") };
        let form = [("name", member.name), ("password", member.password)];
        let answer = desk.post("/sign-in").form(&form).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{} signs in", member.name);
        desk
    }

    /// A GET as this member's browser sends it.
    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.server)).header(ACCEPT, "text/html").header("accept-language", "en")
    }

    /// A POST from a page of the office.
    pub fn post(&self, path: &str) -> RequestBuilder {
        self.post_from(path, &self.server)
    }

    /// A POST from a page of this origin.
    pub fn post_from(&self, path: &str, origin: &str) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.server)).header(ACCEPT, "text/html").header(ORIGIN, origin)
    }

    /// A page that this member may see.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).send().await.expect("an answer");
        let (status, text) = (answer.status(), answer.text().await.expect("a page"));
        assert_eq!(status, StatusCode::OK, "{path}: {text}");
        text
    }

    /// The case's page.
    pub async fn case(&self, receipt: &Receipt) -> String {
        self.page(&case_path(receipt)).await
    }

    /// Presses the button `step` on a case's page that was loaded before.
    pub async fn press(&self, receipt: &Receipt, page: &str, step: &str, answer: &str) -> Response {
        let (token, version) = (hidden(page, "form_token"), hidden(page, "version"));
        let form = [("form_token", token.as_str()), ("version", &version), ("step", step), ("answer", answer)];
        self.post(&case_path(receipt)).form(&form).send().await.expect("an answer")
    }

    /// Loads the case's page and takes the step.
    pub async fn step(&self, receipt: &Receipt, step: &str, answer: &str) {
        let page = self.case(receipt).await;
        let status = self.press(receipt, &page, step, answer).await.status();
        assert_eq!(status, StatusCode::SEE_OTHER, "{step}");
    }

    /// Presses a button of the case's page that shows something sealed; the page that comes.
    pub async fn opened(&self, receipt: &Receipt, step: &str) -> String {
        let page = self.case(receipt).await;
        let answer = self.press(receipt, &page, step, "").await;
        assert_eq!(answer.status(), StatusCode::OK, "{step}");
        answer.text().await.expect("a page")
    }

    /// Releases something sealed about a case to a member, as the custodian does.
    pub async fn release(&self, receipt: &Receipt, sealed: &str, to: Member) {
        let token = hidden(&self.page("/releases").await, "form_token");
        let named = [("reference", receipt.reference.as_str()), ("sealed", sealed), ("to", to.name)];
        let form: Vec<(&str, &str)> = named
            .into_iter()
            .chain([("form_token", token.as_str()), ("reason", "To answer what was asked.")])
            .collect();
        let answer = self.post("/releases").form(&form).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{sealed} is released");
    }

    /// Lets a card out of quarantine.
    pub async fn let_in(&self, receipt: &Receipt) {
        let token = hidden(&self.page("/desk/quarantine").await, "form_token");
        let form = [("form_token", token.as_str()), ("decision", "restored"), ("reference", &receipt.reference)];
        let answer = self.post("/desk/quarantine").form(&form).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "it is let in");
    }

    /// Opens a program's desk, `help`, and gives it the passport.
    pub async fn open_program_desk(&self) {
        let token = hidden(&self.page("/console/desks").await, "form_token");
        let desk =
            [("name_en", "Passport help"), ("name_fr", "Aide passeport"), ("kind", "program"), ("language", "en")];
        let desk: Vec<(&str, &str)> =
            desk.into_iter().chain([("form_token", token.as_str()), ("slug", "help")]).collect();
        for (path, form) in
            [("/console/desks", desk), ("/console/passport", vec![("form_token", &token), ("desk", "help")])]
        {
            let made = self.post(path).form(&form).send().await.expect("an answer");
            assert_eq!(made.status(), StatusCode::SEE_OTHER, "{path}");
        }
    }

    /// Opens or closes a service's card in the console.
    pub async fn set_service(&self, service: &str, state: &str) {
        let token = hidden(&self.page("/console").await, "form_token");
        let form = [("form_token", token.as_str()), ("state", state)];
        let answer = self.post(&format!("/console/{service}")).form(&form).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{state}");
    }
}

pub(crate) fn case_path(receipt: &Receipt) -> String {
    format!("/desk/cases/{}", receipt.reference.replace('-', ""))
}
