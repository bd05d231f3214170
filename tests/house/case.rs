//! An officer at work on a complaint: the forms of its page, filled in.

use reqwest::{Response, StatusCode};

use crate::public::{Public, Receipt};
use crate::reading::hidden;
use crate::staff::{Desk, case_path};

/// What makes a complaint justified, in a finding.
pub const UPHELD: [(&str, &str); 6] = [
    ("outcome0", "upheld"),
    ("evidence0", "The file of the program."),
    ("reasons0", "It lay in a tray for nine weeks."),
    ("cause0", "capacity"),
    ("words", "We are sorry."),
    ("put_right", "yes"),
];

/// Something promised.
pub const REMEDY: [(&str, &str); 4] =
    [("kind0", "apology"), ("promise0", "A letter of apology."), ("owner0", "Passport office"), ("due0", "2031-01-15")];

impl Desk {
    /// Sends a form of the case's page, loaded for it.
    pub async fn send(&self, receipt: &Receipt, step: &str, fields: &[(&str, &str)]) -> Response {
        let page = self.case(receipt).await;
        self.send_from(receipt, &page, step, fields).await
    }

    /// Sends a form of the case's page that was loaded before.
    pub async fn send_from(&self, receipt: &Receipt, page: &str, step: &str, fields: &[(&str, &str)]) -> Response {
        let [token, version, known] = ["form_token", "version", "known"].map(|name| hidden(page, name));
        let all = [("form_token", token.as_str()), ("version", &version), ("known", &known), ("step", step)];
        let form: Vec<(&str, &str)> = all.into_iter().chain(fields.iter().copied()).collect();
        self.post(&case_path(receipt)).form(&form).send().await.expect("an answer")
    }

    /// Sends a form that is taken.
    pub async fn does(&self, receipt: &Receipt, step: &str, fields: &[(&str, &str)]) {
        let answer = self.send(receipt, step, fields).await;
        let (status, page) = (answer.status(), answer.text().await.expect("a page"));
        assert_eq!(status, StatusCode::SEE_OTHER, "{step}: {page}");
    }

    /// Sends a form that is refused; what the page says.
    pub async fn may_not(&self, receipt: &Receipt, step: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(receipt, step, fields).await;
        let status = answer.status();
        assert!(status.is_client_error(), "{step}: {status}");
        answer.text().await.expect("a page")
    }

    /// Takes a complaint up, assesses it and takes it on.
    pub async fn takes_on(&self, anyone: &Public, card: &serde_json::Value) -> Receipt {
        let receipt = anyone.leave(card).await;
        anyone.recorded(&receipt).await;
        self.does(&receipt, "acknowledge", &[]).await;
        self.assesses(&receipt).await;
        self.does(&receipt, "assign", &[("attested", "yes")]).await;
        receipt
    }

    /// Assesses a complaint that was taken up.
    pub async fn assesses(&self, receipt: &Receipt) {
        let point = [("subject0", "delay"), ("what0", "The passport took nine weeks."), ("severity", "standard")];
        let fields: Vec<(&str, &str)> = point.into_iter().chain([("wanted", "An apology.")]).collect();
        self.does(receipt, "assess", &fields).await;
    }

    /// Writes a finding, has somebody else approve it, and sends it.
    pub async fn decides(&self, receipt: &Receipt, approver: &Self, fields: &[(&str, &str)]) {
        self.does(receipt, "draft", fields).await;
        approver.does(receipt, "approve", &[]).await;
        self.does(receipt, "send", &[]).await;
    }
}
