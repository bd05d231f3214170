//! What the office does with a compliment: it passes it on, and nominates.

use bytes::Bytes;
use feedback::Reference;
use jiff::civil::Date;

use super::store::{self, Refused};
use crate::casework::suggestions::address;
use crate::house::House;
use crate::http::{Failure, Reply, Visit, body, see_other};
use crate::staff::{Action, check_form, enter};
use crate::standard::Standard;

/// The longest name of a unit or an employee, in characters.
const NAME_LIMIT: usize = 100;

/// `POST /desk/compliments`.
pub(super) async fn act(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::PassOnPraise).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let reference = Reference::parse(body::value(&form, "reference")).map_err(|_| Failure::NotFound)?;
    let now = house.clock.millis();
    let done = match body::value(&form, "do") {
        "pass" => store::pass_on(&house.db, &reference, &signed_in, now).await,
        "nominate" => {
            let text = |name| body::value(&form, name).trim();
            let today = Standard::default().office_date(house.clock.now());
            let Some(nominee) = nominee(text("unit"), text("employee"), text("agreed_on"), today) else {
                return super::page(house, visit, &signed_in, Some("compliments-incomplete")).await;
            };
            store::nominate(&house.db, &reference, &nominee, &signed_in, now).await
        }
        _ => return Err(Failure::Malformed),
    };
    match done.map_err(Failure::unavailable)? {
        Ok(()) => see_other(&address(visit, "/desk/compliments", None)),
        Err(Refused::Unknown) => Err(Failure::NotFound),
        Err(Refused::NotTheirs) => Err(Failure::Forbidden),
        Err(Refused::Changed) => Err(Failure::Conflict),
    }
}

/// Who is nominated.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Nominee<'a> {
    /// The unit.
    pub unit: &'a str,
    /// The employee, with the day on which they agreed to be named.
    pub employee: Option<(&'a str, Date)>,
}

/// A nomination names the unit; an employee only with the day, not after today, on which they agreed.
fn nominee<'a>(unit: &'a str, employee: &'a str, agreed_on: &str, today: Date) -> Option<Nominee<'a>> {
    let is_short = |name: &str| name.chars().count() <= NAME_LIMIT;
    if unit.is_empty() || !is_short(unit) || !is_short(employee) {
        return None;
    }
    let agreed_on = agreed_on.parse::<Date>().ok().filter(|day| *day <= today);
    match (employee, agreed_on) {
        ("", _) => Some(Nominee { unit, employee: None }),
        (employee, Some(day)) => Some(Nominee { unit, employee: Some((employee, day)) }),
        (_, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn nobody_is_named_who_did_not_agree() {
        let today = date(2026, 11, 27);
        let named = |employee, agreed_on| nominee("Counter 4", employee, agreed_on, today);
        assert_eq!(named("", ""), Some(Nominee { unit: "Counter 4", employee: None }));
        assert_eq!(named("A clerk", ""), None);
        assert_eq!(named("A clerk", "2026-11-28"), None, "nobody agrees tomorrow");
        let agreed = Some(("A clerk", date(2026, 11, 20)));
        assert_eq!(named("A clerk", "2026-11-20"), Some(Nominee { unit: "Counter 4", employee: agreed }));
        assert_eq!(nominee("", "", "", today), None);
    }
}
