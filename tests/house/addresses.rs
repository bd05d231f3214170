//! Every address of the office: what it takes, and who may use it. A route that is not here fails a rule, so that nobody can
//! add one without saying who may use it.

use self::OpenTo::{Anyone, Roles, Staff};

/// An address, as an example of its pattern.
#[derive(Debug, Clone, Copy)]
pub struct Address {
    /// The path. `{case}` stands for the reference of a case at the desk of a program.
    pub path: &'static str,
    /// The methods, as `Allow` names them.
    pub takes: &'static str,
    /// Who may use it.
    pub open_to: OpenTo,
}

/// Who may use an address.
#[derive(Debug, Clone, Copy)]
pub enum OpenTo {
    /// Everybody.
    Anyone,
    /// Everybody who is signed in: it is about themselves.
    Staff,
    /// Members of these roles.
    Roles(&'static [&'static str]),
}

const READ: &str = "GET, HEAD";
const SEND: &str = "POST";
const BOTH: &str = "GET, HEAD, POST";

const OFFICERS: OpenTo = Roles(&["officer", "senior", "director"]);
const SUPERIORS: OpenTo = Roles(&["senior", "director"]);
const CASES: OpenTo = Roles(&["officer", "senior", "director", "program-contact"]);
/// In a house of all roles only the contact is at a program's desk.
const PROGRAM: OpenTo = Roles(&["program-contact"]);
const SERVICES: OpenTo = Roles(&["administrator", "web-team"]);
const AUDITORS: OpenTo = Roles(&["auditor"]);
const ADMINISTRATORS: OpenTo = Roles(&["administrator"]);

const fn at(path: &'static str, takes: &'static str, open_to: OpenTo) -> Address {
    Address { path, takes, open_to }
}

/// Every address.
pub const ADDRESSES: [Address; 92] = [
    at("/", READ, Anyone),
    at("/health/live", READ, Anyone),
    at("/health/ready", READ, Anyone),
    at("/api/v1/cards", SEND, Anyone),
    at("/api/openapi.json", READ, Anyone),
    at("/card/passport", BOTH, Anyone),
    at("/card/passport/poster", READ, Anyone),
    at("/card/passport/paper", READ, Anyone),
    at("/receipt", BOTH, Anyone),
    at("/receipt/key", READ, Anyone),
    at("/embed/feedback.js", READ, Anyone),
    at("/embed/v/0/card.js", READ, Anyone),
    at("/embed/v/0/feedback.js", READ, Anyone),
    at("/embed/health/passport", SEND, Anyone),
    at("/assets/0/pages.css", READ, Anyone),
    at("/results", READ, Anyone),
    at("/results/esdc-edsc/passport", READ, Anyone),
    at("/results/you-said", READ, Anyone),
    at("/results/complaints", READ, Anyone),
    at("/results/esdc-edsc", READ, Anyone),
    at("/results/compare", READ, Anyone),
    at("/results/compare/esdc-edsc", READ, Anyone),
    at("/results/compare/kinds/benefits", READ, Anyone),
    at("/results/benchmarks", READ, Anyone),
    at("/data/benchmarks.csv", READ, Anyone),
    at("/data/benchmarks.json", READ, Anyone),
    at("/results/standards", READ, Anyone),
    at("/results/standards/esdc-edsc", READ, Anyone),
    at("/results/editions", READ, Anyone),
    at("/results/editions/2026-Q3", READ, Anyone),
    at("/data/2026-Q3.1/results.json", READ, Anyone),
    at("/results/populations", READ, Anyone),
    at("/results/populations/nothing", READ, Anyone),
    at("/data/populations/nothing/survey.json", READ, Anyone),
    at("/data/dcat.jsonld", READ, Anyone),
    at("/results/editions.atom", READ, Anyone),
    at("/results/esdc-edsc/passport/badge.svg", READ, Anyone),
    at("/track", BOTH, Anyone),
    at("/sign-in", BOTH, Anyone),
    at("/sign-in/organization", READ, Anyone),
    at("/sign-in/organization/return", READ, Anyone),
    at("/sign-out", SEND, Anyone),
    at("/card/nowhere", BOTH, Anyone),
    at("/account", READ, Staff),
    at("/account/password", SEND, Staff),
    at("/account/sessions", SEND, Staff),
    at("/account/second-factor", BOTH, Staff),
    at("/desk", READ, CASES),
    at("/desk/team", READ, CASES),
    at("/desk/second", READ, CASES),
    at("/desk/open", READ, CASES),
    at("/desk/closed", READ, CASES),
    at("/desk/cases/{case}", BOTH, CASES),
    at("/desk/cases/{case}/labels", SEND, CASES),
    at("/desk/search", BOTH, CASES),
    at("/desk/views", BOTH, CASES),
    at("/desk/events", READ, CASES),
    at("/desk/load", READ, SUPERIORS),
    at("/desk/load/cases", BOTH, SUPERIORS),
    at("/desk/incidents", BOTH, OFFICERS),
    at("/desk/incidents/0123456789abcdef", READ, OFFICERS),
    at("/desk/referrals", READ, PROGRAM),
    at("/desk/referrals/{case}", BOTH, PROGRAM),
    at("/desk/quarantine", BOTH, OFFICERS),
    at("/desk/enter", BOTH, OFFICERS),
    at("/desk/suggestions", BOTH, CASES),
    at("/desk/you-said", BOTH, OFFICERS),
    at("/desk/compliments", READ, CASES),
    at("/desk/compliments", SEND, OFFICERS),
    at("/publish", BOTH, Roles(&["publisher"])),
    at("/publish/editions", BOTH, Roles(&["publisher"])),
    at("/publish/editions/2026-Q3.1", READ, Roles(&["publisher"])),
    at("/publish/editions/2026-Q3.1/results.json", READ, Roles(&["publisher"])),
    at("/publish/populations", BOTH, Roles(&["publisher"])),
    at("/publish/populations/nothing", READ, Roles(&["publisher"])),
    at("/publish/populations/nothing/survey.json", READ, Roles(&["publisher"])),
    at("/publish/standards", BOTH, Roles(&["publisher"])),
    at("/publish/standards/2023-2024.1/standards.json", READ, Roles(&["publisher"])),
    at("/desk/past-work", BOTH, OFFICERS),
    at("/desk/audit", READ, AUDITORS),
    at("/desk/audit/{case}", READ, AUDITORS),
    at("/releases", READ, Roles(&["custodian", "auditor"])),
    at("/releases", SEND, Roles(&["custodian"])),
    at("/holds", BOTH, Roles(&["custodian", "director"])),
    at("/console", READ, SERVICES),
    at("/console/passport", BOTH, SERVICES),
    at("/console/desks", BOTH, ADMINISTRATORS),
    at("/console/staff", BOTH, ADMINISTRATORS),
    at("/console/staff/0123456789abcdef", BOTH, ADMINISTRATORS),
    at("/console/imports/standards", READ, SERVICES),
    at("/console/imports/standards/2023-2024.1", READ, SERVICES),
    at("/console/nowhere", BOTH, SERVICES),
];

impl Address {
    /// Everything that the path takes: two entries may share one.
    #[must_use]
    pub fn allowed(&self) -> &'static str {
        let same = ADDRESSES.iter().filter(|other| other.path == self.path);
        if same.count() > 1 { BOTH } else { self.takes }
    }

    /// Whether this role may use it.
    #[must_use]
    pub fn is_open_to(&self, role: &str) -> bool {
        match self.open_to {
            Anyone | Staff => true,
            Roles(roles) => roles.contains(&role),
        }
    }

    /// Whether somebody must be signed in for it.
    #[must_use]
    pub const fn is_guarded(&self) -> bool {
        !matches!(self.open_to, Anyone)
    }

    /// The methods that are not asked beside another: those of pages and forms.
    pub fn methods(&self) -> impl Iterator<Item = &'static str> {
        self.takes.split(", ").filter(|method| *method != "HEAD")
    }
}
