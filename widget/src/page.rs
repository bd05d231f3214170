//! The card's page as the server writes it: a plain form that posts. What moves on it in a browser is in `live.rs`.

use feedback::Fields;
use yew::{Html, Properties, component};

use crate::Words;
use crate::form::{Form, form};
use crate::guard;
use crate::send::FieldFault;

/// What the card's page is made from.
#[derive(Properties, Debug, Clone, PartialEq)]
pub struct CardPageProps {
    /// The card's id, a UUID version 7, fresh for each page.
    pub id: String,
    /// The service's name.
    pub service_name: String,
    /// The language of that name, English or French.
    pub service_language: String,
    /// The card's language, as its wire name.
    pub language: String,
    /// The channel by which the card comes.
    pub channel: String,
    /// The version of the questions.
    pub instrument: String,
    /// Whether the optional questions are asked.
    pub asks_more: bool,
    /// The version of the privacy notice; empty where the office has none, and then no address is asked for.
    pub notice: String,
    /// The page that embeds the card, if it was told.
    pub page: Option<String>,
    /// Where the form posts, and where a fresh card is.
    pub action: String,
    /// The card's sentences.
    pub words: Words,
    /// When the first page of this card was made, as the server wrote it.
    pub begun: String,
    /// What the form held when it comes back.
    pub values: Vec<(String, String)>,
    /// What was wrong with it.
    pub faults: Vec<FieldFault>,
    /// Whether it is shown once more because something in it looks personal.
    pub is_held: bool,
    /// What the person has answered to that already.
    pub guard_answer: Option<&'static str>,
    /// Why it must be sent again a little later, where that is so.
    pub delay: Option<Delay>,
}

/// Why a card that is well filled in is not taken just now, in the person's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Delay {
    /// What to do.
    pub heading: String,
    /// Why, and what is kept.
    pub detail: String,
    /// What lets the card in once it is sent again; may be empty.
    pub proof: String,
}

/// The card.
#[component]
pub fn CardPage(props: &CardPageProps) -> Html {
    let found = if props.is_held { guard::found_in(&Fields::from_form(props.values.clone())) } else { Vec::new() };
    form(&Form { page: props, found: &found })
}
