//! What moves on the card in a browser. The questions stay the server's markup: whatever was typed, chosen or focused
//! before this arrived is untouched, because it never owns a control. It fills the places that the form leaves for it:
//! what is wrong, what looks personal, what is left to write, how sending stands, and at the end the receipt.

use feedback::{Fields, danger};
use yew::{Component, Context, Html, Properties, html};

use crate::Words;
use crate::browser::{self, Submission};
use crate::emergency;
use crate::guard::{self, Found};
use crate::receipt::receipt;
use crate::send::{Accepted, Answer, FieldFault, Outcome, faults_of, outcome};
use crate::summary::summary;

/// What the page brings to the browser.
#[derive(Properties, Debug, Clone, PartialEq)]
pub struct LiveProps {
    /// The card's language, as its wire name.
    pub language: String,
    /// Where the form posts, and where a fresh card is.
    pub action: String,
    /// The tracking page.
    pub track: String,
    /// The sentences that may appear.
    pub words: Words,
}

/// Before an id, in what the page brings: this is a sentence.
const WORD: &str = "word.";

impl LiveProps {
    /// What the page brings, as names with values.
    pub fn brought(&self) -> impl Iterator<Item = (String, &str)> {
        let own = [("language", &self.language), ("action", &self.action), ("track", &self.track)];
        let own = own.into_iter().map(|(name, value)| (name.to_owned(), value.as_str()));
        own.chain(self.words.iter().map(|(id, sentence)| ([WORD, id].concat(), sentence)))
    }

    /// What the page brought, read back; `None` if something is missing.
    #[must_use]
    pub fn read(brought: Vec<(String, String)>) -> Option<Self> {
        let (words, own): (Vec<_>, Vec<_>) = brought.into_iter().partition(|(name, _)| name.starts_with(WORD));
        let value = |name: &str| own.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
        Some(Self {
            words: words.into_iter().map(|(id, sentence)| (id[WORD.len()..].to_owned(), sentence)).collect(),
            language: value("language")?,
            action: value("action")?,
            track: value("track")?,
        })
    }
}

enum Phase {
    Writing,
    /// On its way; `by_itself` when a card that waits is tried again, `is_checked` after what was asked for.
    Sending {
        by_itself: bool,
        is_checked: bool,
    },
    /// Many come from there: the page's script (`page/proof.js`) computes what this asks for, and sends the card.
    Checking(String),
    /// Not sent: the page's script (`page/draft.js`) tries again until the person changes the card.
    Waiting,
    /// Not sent, and changed since.
    Withdrawn,
    /// Not sent: what must be changed first, and what looks personal, of which the person is asked.
    Stopped(Vec<FieldFault>, Vec<Found>),
    /// The server will not have it as it is.
    Refused(Vec<FieldFault>),
    Kept(Accepted),
}

impl Phase {
    /// What is said of a card that is not sent yet: the id of its sentence and of its place.
    fn status(&self) -> Option<&'static str> {
        match self {
            Self::Checking(_) | Self::Sending { is_checked: true, .. } => Some("card-checking"),
            Self::Waiting | Self::Sending { by_itself: true, .. } if browser::form::is_kept_in_tab() => {
                Some("card-waiting")
            }
            Self::Waiting | Self::Sending { by_itself: true, .. } => Some("card-waiting-here"),
            Self::Withdrawn => Some("card-changed"),
            Self::Sending { .. } => Some("card-sending"),
            _ => None,
        }
    }

    /// Where the person should be taken when an attempt has ended so.
    fn place(&self) -> Option<&'static str> {
        match self {
            Self::Stopped(faults, _) if faults.is_empty() => Some("card-guard"),
            Self::Stopped(..) | Self::Refused(_) => Some("card-summary"),
            Self::Kept(_) => Some("card-receipt"),
            // On a small screen the sentence would otherwise appear where nobody looks.
            _ => self.status(),
        }
    }

    fn faults(&self) -> &[FieldFault] {
        if let Self::Stopped(faults, _) | Self::Refused(faults) = self { faults } else { &[] }
    }

    fn found(&self) -> &[Found] {
        if let Self::Stopped(_, found) = self { found } else { &[] }
    }
}

/// What happens to the card.
pub enum LiveEvent {
    /// A control of this name was changed; its text, where a person writes freely in it.
    Changed(String, Option<String>),
    /// The person has paused after writing.
    Paused,
    /// The form is to be sent.
    Submitted(Submission),
    /// The server answered, or did not.
    Answered(Answer),
}

/// The moving parts of the card.
pub struct Live {
    phase: Phase,
    /// Where the person is taken once it is there.
    place: Option<&'static str>,
    /// Whether the card was changed since it was last sent.
    is_changed: bool,
    /// Whether each of the texts says that somebody is in danger.
    in_danger: [bool; guard::TEXTS.len()],
    /// The characters left, in words, once the person has begun to write.
    left: String,
    /// The same, for a screen reader, once they pause: one that spoke at every key would drown the words.
    left_aloud: String,
    pause: Option<browser::Pause>,
}

impl Component for Live {
    type Message = LiveEvent;
    type Properties = LiveProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (changed, submitted) = (ctx.link().clone(), ctx.link().clone());
        browser::form::listen(
            move |name, text| changed.send_message(LiveEvent::Changed(name, text)),
            move |submission| submitted.send_message(LiveEvent::Submitted(submission)),
        );
        Self {
            phase: if browser::form::is_withdrawn() { Phase::Withdrawn } else { Phase::Writing },
            place: None,
            is_changed: false,
            in_danger: Default::default(),
            left: String::new(),
            left_aloud: String::new(),
            pause: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, event: LiveEvent) -> bool {
        match event {
            LiveEvent::Changed(name, text) => {
                self.change(&name, ctx.props());
                if let Some(text) = text {
                    // Said at once, where they write.
                    for (field, in_danger) in guard::TEXTS.iter().zip(&mut self.in_danger) {
                        *in_danger = if *field == name { danger::names_danger(&text) } else { *in_danger };
                    }
                    if name == "comment" {
                        self.count(&text, ctx);
                    }
                }
            }
            LiveEvent::Paused => self.left_aloud.clone_from(&self.left),
            LiveEvent::Submitted(submission) => self.submit(submission, ctx),
            LiveEvent::Answered(answer) => {
                let by_itself = matches!(self.phase, Phase::Sending { by_itself: true, .. });
                let ended = match outcome(answer) {
                    Outcome::Accepted(accepted) => Phase::Kept(accepted),
                    Outcome::Refused(faults) => Phase::Refused(faults),
                    Outcome::Asked(_) | Outcome::NotSent if self.is_changed => Phase::Withdrawn,
                    Outcome::Asked(asked) => Phase::Checking(asked),
                    Outcome::NotSent => Phase::Waiting,
                };
                self.end(ended, by_itself);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let LiveProps { words, action, track, .. } = ctx.props();
        if let Phase::Kept(accepted) = &self.phase {
            return browser::form::within("card", receipt(accepted, action, track, words));
        }
        let (faults, found) = (self.phase.faults(), self.phase.found());
        // What looks personal takes the focus itself where nothing else is wrong.
        let is_held = !faults.is_empty() && !found.is_empty();
        let line =
            |fault: &FieldFault| browser::form::within(&["fault-", &fault.field].concat(), html! { { &fault.detail } });
        let danger = |(field, in_danger): (&&str, &bool)| {
            let numbers = if *in_danger { emergency::now(words) } else { Html::default() };
            browser::form::within(&["danger-", field].concat(), numbers)
        };
        let asked = if let Phase::Checking(asked) = &self.phase { Some(asked.clone()) } else { None };
        let status = self.phase.status().map(|id| {
            // What goes on by itself is no fault, and what the button shows is only said aloud.
            let class = match id {
                "card-checking" => "doors",
                "card-sending" => "aloud",
                _ => "summary",
            };
            html! { <p {class} {id} tabindex="-1" data-asked={asked.clone()}>{ words.text(id) }</p> }
        });
        html! {
            <>
                { browser::form::within("live-summary", summary(faults, is_held, words)) }
                { for faults.iter().map(line) }
                { browser::form::within("live-left", html! { { &self.left } }) }
                { browser::form::within("live-aloud", html! { { &self.left_aloud } }) }
                { for guard::TEXTS.iter().zip(&self.in_danger).map(danger) }
                { browser::form::within("live-guard", guard::guard(found, words)) }
                { browser::form::within("live-status", status.unwrap_or_default()) }
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, is_first: bool) {
        if is_first {
            browser::form::mark_taken_over();
        }
        let is_sending = matches!(self.phase, Phase::Sending { .. } | Phase::Checking(_));
        browser::form::show(is_sending, matches!(self.phase, Phase::Kept(_)), self.phase.faults());
        if let Some(place) = self.place.take() {
            browser::form::focus(place);
        }
    }
}

impl Live {
    /// Ends an attempt. One that nobody asked for moves nobody, unless the form is gone or must be seen to.
    fn end(&mut self, phase: Phase, by_itself: bool) {
        if !by_itself || matches!(phase, Phase::Kept(_) | Phase::Stopped(..) | Phase::Refused(_)) {
            self.place = phase.place();
        }
        self.phase = phase;
    }

    /// Follows what the person changes: what was wrong with a field is no longer said of it, and a card that waits waits
    /// no longer, or it would leave half written.
    fn change(&mut self, name: &str, props: &LiveProps) {
        self.is_changed = true;
        // All of it was cleared: nothing is left to be said.
        if name.is_empty() && !matches!(self.phase, Phase::Sending { .. }) {
            self.phase = Phase::Writing;
        }
        match &mut self.phase {
            Phase::Waiting | Phase::Checking(_) => self.phase = Phase::Withdrawn,
            Phase::Stopped(faults, found) => {
                let still = browser::form::fields().map(|fields| early(&fields.as_shown(), &props.words));
                faults.retain(|fault| still.iter().flatten().any(|other| other.field == fault.field));
                // What a text says, and whom it may name, is looked at anew when it is sent.
                found.retain(|found| name != "intent" && name != found.field);
                if faults.is_empty() && found.is_empty() {
                    self.phase = Phase::Writing;
                }
            }
            Phase::Refused(faults) => {
                faults.retain(|fault| fault.field != name);
                if faults.is_empty() {
                    self.phase = Phase::Writing;
                }
            }
            _ => {}
        }
    }

    /// Says how many characters are left.
    fn count(&mut self, text: &str, ctx: &Context<Self>) {
        let LiveProps { words, language, .. } = ctx.props();
        let used = browser::characters(text.trim());
        let id = if used > feedback::COMMENT_LIMIT { "card-comment-over" } else { "card-comment-left" };
        self.left = words.with(id, "count", &browser::number(used.abs_diff(feedback::COMMENT_LIMIT), language));
        let link = ctx.link().clone();
        self.pause = Some(browser::after_a_second(move || link.send_message(LiveEvent::Paused)));
    }

    /// Sends the card in place of the form's own post. A second press while the first is on its way does nothing. The
    /// card goes under the id that its page's script has put into the form: the same for the same card, so that it
    /// counts once.
    fn submit(&mut self, submission: Submission, ctx: &Context<Self>) {
        let Submission { fields, by_itself, replaces } = submission;
        let is_checked = matches!(self.phase, Phase::Checking(_));
        if matches!(self.phase, Phase::Sending { .. }) || is_checked && !by_itself {
            return;
        }
        let mut fields = fields.as_shown();
        if replaces {
            // Replaced where the person sees it; then it is sent like any other.
            let intent = fields.get("intent");
            let words = &ctx.props().words;
            browser::form::replace_texts(&guard::TEXTS, |text| guard::without_personal(text, intent, words));
            return;
        }
        let words = &ctx.props().words;
        let faults = early(&fields, words);
        let found =
            if guard::is_answered(&mut fields, || words.clone()) { Vec::new() } else { guard::found_in(&fields) };
        if !faults.is_empty() || !found.is_empty() {
            return self.end(Phase::Stopped(faults, found), by_itself);
        }
        self.is_changed = false;
        self.phase = Phase::Sending { by_itself, is_checked };
        let (address, link) = (ctx.props().action.clone(), ctx.link().clone());
        browser::spawn(async move { link.send_message(LiveEvent::Answered(browser::post(&address, &fields).await)) });
    }
}

/// What is wrong with the form, as far as can be told here.
fn early(fields: &Fields, words: &Words) -> Vec<FieldFault> {
    let lengths = guard::TEXTS.map(|name| browser::characters(fields.get(name).unwrap_or("").trim()));
    faults_of(fields, lengths, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_brings_is_read_back_whole() {
        let text = |value: &str| value.to_owned();
        let props = LiveProps {
            language: text("en"),
            action: text("/card/s"),
            track: text("/track"),
            words: [(text("card-send"), text("Send"))].into_iter().collect(),
        };
        let brought = props.brought().map(|(name, value)| (name, value.to_owned())).collect();
        assert_eq!(LiveProps::read(brought), Some(props));
    }
}
