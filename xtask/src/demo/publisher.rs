//! A sample publisher at their pages: signs in, and presses the button under what waits to be published.

use std::time::Duration;

use anyhow::Result;
use reqwest::header::{ACCEPT, ORIGIN};
use reqwest::{Client, StatusCode};

use super::Addresses;
use super::office::SampleStaff;
use crate::steps::Trouble;

/// A browser in which this person has signed in.
pub async fn sign_in(person: &SampleStaff, addresses: Addresses) -> Result<Client> {
    let client = Client::builder().cookie_store(true).redirect(reqwest::redirect::Policy::none());
    let client = client.timeout(Duration::from_secs(30)).build()?;
    let form = [("name", person.name), ("password", person.password)];
    sent(&client, addresses, "/sign-in", &form).await?;
    Ok(client)
}

/// Presses the button of the page at this path: its form has these fields, as the page fills them in.
pub async fn press(client: &Client, addresses: Addresses, path: &str, fields: &[&str]) -> Result<()> {
    let page = client.get(format!("{}{path}", addresses.server())).header(ACCEPT, "text/html");
    let page = page.send().await?.error_for_status()?.text().await?;
    let form: Vec<(&str, &str)> = fields.iter().map(|name| (*name, hidden(&page, name))).collect();
    sent(client, addresses, path, &form).await
}

/// Sends a form of the office; it leads on where it was taken.
async fn sent(client: &Client, addresses: Addresses, path: &str, form: &[(&str, &str)]) -> Result<()> {
    let server = addresses.server();
    let request = client.post(format!("{server}{path}")).header(ORIGIN, &server).header(ACCEPT, "text/html");
    let status = request.form(form).send().await?.status();
    if status == StatusCode::SEE_OTHER {
        return Ok(());
    }
    let what = format!("the office answered a form to {path} with {status}");
    Err(Trouble::new(what, "compare xtask/src/demo/publisher.rs with what the page sends").into())
}

/// What a page sends along with a form; empty where it leaves that to a person.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.split_once(&start).map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_carries_what_its_page_gave_it() {
        let page =
            "<input type=\"hidden\" name=\"form_token\" value=\"00ff\"><input name=\"edition\" value=\"2026-Q3.1\">";
        assert_eq!(
            [hidden(page, "form_token"), hidden(page, "edition"), hidden(page, "none")],
            ["00ff", "2026-Q3.1", ""]
        );
    }
}
