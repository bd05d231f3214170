//! One row of the inventory: what it must hold, and what becomes of it.

use feedback::ServiceSlug;
use serde::Deserialize;

use super::slug::fold;
use super::{Matter, Organisation, Reason, Service};
use crate::registry::ServiceKind;

/// The longest code that may become part of an address, in characters.
const CODE_LIMIT: usize = 30;

/// The columns that are read, by the inventory's names; an empty field is `None`. Others are passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Row {
    pub fiscal_yr: Option<String>,
    service_id: String,
    service_name_en: String,
    service_name_fr: String,
    owner_org: String,
    owner_org_title: String,
    service_description_en: Option<String>,
    service_description_fr: Option<String>,
    program_name_en: Option<String>,
    program_name_fr: Option<String>,
    service_uri_en: Option<String>,
    service_uri_fr: Option<String>,
    /// Not of the inventory: the slug that the office wants for the service.
    service_slug: Option<String>,
    /// Nor this: what kind of service the office says it is.
    service_kind: Option<String>,
}

/// A row that holds what a service needs, but for a slug that no other row has.
#[derive(Debug)]
pub(super) struct Draft {
    pub line: u64,
    /// The `service_id` as part of an address: two rows with the same code are the same service.
    pub code: String,
    pub organisation_code: String,
    /// The slug that the file asks for.
    pub wanted: Option<ServiceSlug>,
    pub row: Row,
}

impl Row {
    /// The columns without which there is no service.
    pub const REQUIRED: [&str; 5] =
        ["service_id", "service_name_en", "service_name_fr", "owner_org", "owner_org_title"];

    pub fn check(mut self, line: u64) -> Result<Draft, Reason> {
        let [id, name_en, name_fr, owner, title] = Self::REQUIRED;
        for (column, value) in [
            (id, &mut self.service_id),
            (name_en, &mut self.service_name_en),
            (name_fr, &mut self.service_name_fr),
            (owner, &mut self.owner_org),
            (title, &mut self.owner_org_title),
        ] {
            *value = one_line(value);
            if value.is_empty() {
                return Err(Reason::Empty(column));
            }
        }
        let wanted = match self.service_slug.take() {
            None => None,
            Some(text) => Some(ServiceSlug::parse(&text).ok_or(Reason::UnusableSlug(text))?),
        };
        Ok(Draft {
            line,
            code: code(id, &self.service_id)?,
            organisation_code: code(owner, &self.owner_org)?,
            wanted,
            row: self,
        })
    }
}

impl Draft {
    /// The English name, from which a slug is made.
    pub fn name(&self) -> &str {
        &self.row.service_name_en
    }

    pub fn into_service(self, slug: ServiceSlug) -> (Service, Vec<Matter>) {
        let mut matters = Vec::new();
        let row = self.row;
        if row.service_name_en.to_lowercase() == row.service_name_fr.to_lowercase() {
            matters.push(Matter::SameName);
        }
        let (org_en, org_fr) = both_languages(&row.owner_org_title).unwrap_or_else(|| {
            matters.push(Matter::OrganisationInOneLanguage);
            (row.owner_org_title.clone(), row.owner_org_title.clone())
        });
        let service = Service {
            slug,
            inventory_id: row.service_id,
            name_en: row.service_name_en,
            name_fr: row.service_name_fr,
            organisation: Organisation { slug: self.organisation_code, name_en: org_en, name_fr: org_fr },
            kind: kind(row.service_kind, &mut matters),
            description_en: text(row.service_description_en),
            description_fr: text(row.service_description_fr),
            program_en: text(row.program_name_en),
            program_fr: text(row.program_name_fr),
            page_en: page("service_uri_en", row.service_uri_en, &mut matters),
            page_fr: page("service_uri_fr", row.service_uri_fr, &mut matters),
        };
        (service, matters)
    }
}

fn code(column: &'static str, value: &str) -> Result<String, Reason> {
    let code = fold(value);
    if code.is_empty() || code.len() > CODE_LIMIT {
        return Err(Reason::UnusableCode { column, value: value.to_owned() });
    }
    Ok(code)
}

/// The names on either side of the bar in `English | French`.
fn both_languages(title: &str) -> Option<(String, String)> {
    let (en, fr) = title.split_once('|')?;
    let (en, fr) = (en.trim(), fr.trim());
    (!en.is_empty() && !fr.is_empty()).then(|| (en.to_owned(), fr.to_owned()))
}

/// The text on one line: a name must not be able to break out of a line of a report, a heading or a mail header.
///
/// No-break spaces stay, for French wants them before a colon.
pub(in crate::registry) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_ascii_whitespace() || c.is_control() || c == '\u{200b}');
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").trim().to_owned()
}

fn text(given: Option<String>) -> Option<String> {
    given.map(|text| one_line(&text)).filter(|text| !text.is_empty())
}

/// The kind, if the list has it.
fn kind(given: Option<String>, matters: &mut Vec<Matter>) -> Option<ServiceKind> {
    let found = ServiceKind::parse(&given?);
    if found.is_none() {
        matters.push(Matter::UnknownKind);
    }
    found
}

/// The address, if a browser may be sent there: the inventory also has `N/A` and titles in these columns, and a file made
/// by others could have a script.
fn page(column: &'static str, given: Option<String>, matters: &mut Vec<Matter>) -> Option<String> {
    let given = given?;
    let is_address = is_address(&given);
    if !is_address {
        matters.push(Matter::NotAnAddress(column));
    }
    is_address.then_some(given)
}

/// Whether a text is an http(s) address.
pub(in crate::registry) fn is_address(text: &str) -> bool {
    text.strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}
