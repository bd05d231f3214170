//! Whoever is in danger, or thinks of ending their life: whom to call, above what they write, where a phone's keyboard
//! does not cover it. The numbers can be pressed.

use yew::{Html, html};

use crate::Words;

/// What always stands there.
pub(crate) fn always(words: &Words) -> Html {
    html! { <p class="danger">{ with_numbers(&words.text("card-danger")) }</p> }
}

/// What stands there once somebody writes of danger.
pub(crate) fn now(words: &Words) -> Html {
    html! { <p class="danger now">{ with_numbers(&words.text("card-danger-now")) }</p> }
}

/// The sentence, with a link at each number that can be called.
fn with_numbers(sentence: &str) -> Html {
    parts(sentence)
        .map(|part| {
            if part.starts_with(is_of_a_number) {
                let digits: String = part.chars().filter(char::is_ascii_digit).collect();
                html! { <a href={["tel:", &digits].concat()}>{ part }</a> }
            } else {
                html! { { part } }
            }
        })
        .collect()
}

/// What is a number and what is not, in turn.
fn parts(sentence: &str) -> impl Iterator<Item = &str> {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        let is_number = rest.chars().next().map(is_of_a_number)?;
        let end = rest.find(|character| is_of_a_number(character) != is_number).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

/// Numbers are written with hyphens at which no line breaks.
fn is_of_a_number(character: char) -> bool {
    character.is_ascii_digit() || character == '\u{2011}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_apart_and_nothing_is_lost() {
        let sentence = "Call 9\u{2011}1\u{2011}1. Or 9\u{2011}8\u{2011}8";
        let found: Vec<&str> = parts(sentence).collect();
        assert_eq!(found, ["Call ", "9\u{2011}1\u{2011}1", ". Or ", "9\u{2011}8\u{2011}8"]);
        assert_eq!(parts("").count(), 0);
    }
}
