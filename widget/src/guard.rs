//! The privacy guard: before a card leaves, what looks personal in it is shown beside its text, and the person may have
//! it replaced, change it or send it as it is. With script this happens in place; without, the server shows the same.

use feedback::Fields;
use feedback::privacy::{self, Finding, Kind};
use yew::{Html, html};

use crate::Words;

/// The texts that people write freely, by the names of their fields.
pub(crate) const TEXTS: [&str; 2] = ["comment", "put_right"];

/// The name of the buttons that answer the guard.
pub(crate) const GUARD: &str = "guard";

/// Something that looks personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub(crate) field: &'static str,
    text: String,
    kind: Kind,
}

/// What looks personal in a text of this intent. A compliment may name whom it praises.
fn personal(text: &str, intent: Option<&str>) -> Vec<Finding> {
    let may_name = intent == Some("compliment");
    privacy::find(text).into_iter().filter(|finding| !(may_name && finding.kind == Kind::PersonName)).collect()
}

/// What looks personal in a form, of which the person is asked unless they have answered.
#[must_use]
pub fn found_in(fields: &Fields) -> Vec<Found> {
    let intent = fields.get("intent");
    let texts = TEXTS.iter().filter_map(|field| Some((*field, fields.get(field)?)));
    let found = texts.flat_map(|(field, text)| {
        let findings = personal(text, intent).into_iter();
        findings.map(move |finding| Found {
            field,
            text: text[finding.start..finding.end].to_owned(),
            kind: finding.kind,
        })
    });
    found.collect()
}

/// Takes the person's answer to the guard out of a form, and whether they gave one. Where they want what looks personal
/// replaced, it is, in these words, which are made only then. Who has answered is not asked again, also where the form comes back for something
/// else.
#[must_use]
pub fn is_answered(fields: &mut Fields, words: impl FnOnce() -> Words) -> bool {
    let answer = fields.take_answer(GUARD);
    if answer.as_deref() == Some("replace") {
        let words = words();
        for name in TEXTS {
            if let Some(text) = fields.get(name).map(|text| without_personal(text, fields.get("intent"), &words)) {
                fields.set(name, &text);
            }
        }
    }
    answer.is_some()
}

/// The text with a word of the card's language in place of what looks personal in it.
pub(crate) fn without_personal(text: &str, intent: Option<&str>, words: &Words) -> String {
    privacy::replaced(text, &personal(text, intent), |kind| ["[", &name(kind, words), "]"].concat())
}

fn name(kind: Kind, words: &Words) -> String {
    words.text(&["card-guard-kind-", kind.as_str()].concat())
}

/// What was found, and the ways on.
pub(crate) fn guard(found: &[Found], words: &Words) -> Html {
    let Some(first) = found.first() else {
        return Html::default();
    };
    let button = |value: &'static str, class: &'static str| {
        let words = words.text(&["card-guard-", value].concat());
        html! { <button type="submit" name={GUARD} {value} {class}>{ words }</button> }
    };
    // Whoever leaves a number to be called at has a better place for it, where the card asks for an address.
    let is_address = |found: &Found| matches!(found.kind, Kind::Phone | Kind::Email | Kind::Address | Kind::PostalCode);
    let instead = words.find("card-reply-instead").filter(|_| found.iter().any(is_address));
    html! {
        <div class="guard" id="card-guard" tabindex="-1" role="group" aria-labelledby="guard-heading">
            <h2 id="guard-heading">{ words.text("card-guard-heading") }</h2>
            <ul>
                { for found.iter().map(|found| html! {
                    <li>
                        <a href={["#field-", found.field].concat()}><mark dir="auto">{ &found.text }</mark></a>{ " " }
                        { name(found.kind, words) }
                    </li>
                }) }
            </ul>
            <p>{ words.text("card-guard-why") }</p>
            if let Some(instead) = instead {
                <p class="if if-complaint if-question instead">{ instead }</p>
            }
            <p class="ways">
                { button("replace", "primary") }
                { button("anyway", "") }
                <a href={["#field-", first.field].concat()}>{ words.text("card-guard-change") }</a>
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the person is asked before this form is sent.
    fn holds(fields: &mut Fields) -> bool {
        let words = || [("card-guard-kind-phone".to_owned(), "telefone".to_owned())].into_iter().collect();
        !is_answered(fields, words) && !found_in(fields).is_empty()
    }

    fn form(intent: &str, comment: &str, answer: &str) -> Fields {
        Fields::from_form([("intent", intent), ("comment", comment), (GUARD, answer)])
    }

    #[test]
    fn a_personal_number_holds_a_card_until_the_person_answers() {
        let comment = "My number is 613-555-0123.";
        assert!(holds(&mut form("complaint", comment, "")));
        let mut anyway = form("complaint", comment, "anyway");
        assert!(!holds(&mut anyway));
        assert!(anyway == form("complaint", comment, ""));
        let mut replaced = form("complaint", comment, "replace");
        assert!(!holds(&mut replaced));
        assert_eq!(replaced.get("comment"), Some("My number is [telefone]."));
        assert!(!holds(&mut form("complaint", "You are slow.", "")));
    }

    #[test]
    fn a_compliment_may_name_whom_it_praises_and_a_complaint_is_asked() {
        assert!(!holds(&mut form("compliment", "My officer Jane Tremblay was very kind.", "")));
        let mut praise = form("compliment", "My officer Jane Tremblay was kind. Call 613-555-0123.", "replace");
        assert!(!holds(&mut praise));
        assert_eq!(praise.get("comment"), Some("My officer Jane Tremblay was kind. Call [telefone]."));
        assert!(holds(&mut form("complaint", "My officer Jane Tremblay was rude.", "")));
    }
}
