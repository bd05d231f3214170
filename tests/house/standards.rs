//! Service standards, in a house: the sample of the product, imported and published.

use reqwest::StatusCode;

use crate::reading::hidden;
use crate::{Desk, House, PUBLISHER};

/// Made by us: every kind of row that is taken, and every reason why one is not.
pub const STANDARDS: &str = include_str!("../../ombudsman-server/src/registry/standards/sample.csv");

impl House {
    /// Imports a file of service standards with more arguments; what was printed. The rows are the sample's, of which some
    /// are left out.
    #[must_use]
    pub fn import_standards(&self, name: &str, text: &str, more: &[&str]) -> String {
        let path = self.write(name, text);
        let path = path.to_str().expect("a path");
        let arguments: Vec<&str> = ["import", "standards", path].into_iter().chain(more.iter().copied()).collect();
        let (printed, said) = self.command_done_in_part(&arguments);
        assert!(said.starts_with("Some rows were left out (22)"), "{said}");
        printed
    }

    /// Makes the sample public. The publisher is hired already, and is back at their desk then.
    pub async fn publish_standards(&self) -> Desk {
        drop(self.import_standards("sample.csv", STANDARDS, &[]));
        let publisher = self.sign_in(PUBLISHER).await;
        let page = publisher.page("/publish/standards?lang=en").await;
        assert_eq!(publisher.publish_standards(&page).await, StatusCode::SEE_OTHER);
        publisher
    }
}

impl Desk {
    /// Presses the button of the standards that wait on this page; how it was answered.
    pub async fn publish_standards(&self, page: &str) -> StatusCode {
        let form = ["form_token", "import", "sha256"].map(|name| (name, hidden(page, name)));
        self.post("/publish/standards").form(&form).send().await.expect("an answer").status()
    }
}
