//! The closed lists of the card: each choice has one wire name and no other spelling.

use serde::{Serialize, Serializer};

/// Declares an enum whose variants are the choices of one field, with their wire names.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $wire:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every choice, in the order in which people are shown them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The choice's wire name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }

            /// The choice of this wire name, or `None` if there is none.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.as_str() == text)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

choice! {
    /// What a person wants their words to be taken as.
    Intent {
        /// Something went well.
        Compliment = "compliment",
        /// Something could be better.
        Suggestion = "suggestion",
        /// An expression of dissatisfaction to which an answer is owed (ISO 10002).
        Complaint = "complaint",
        /// Something the person needs to know.
        Question = "question",
    }
}

impl Intent {
    /// Whether the office owes the person an answer, and so opens a case.
    #[must_use]
    pub const fn is_owed_an_answer(self) -> bool {
        matches!(self, Self::Complaint | Self::Question)
    }
}

choice! {
    /// The language of the card that the person was shown.
    Language {
        /// English.
        English = "en",
        /// French.
        French = "fr",
        /// Spanish.
        Spanish = "es",
        /// Portuguese.
        Portuguese = "pt",
        /// Arabic.
        Arabic = "ar",
    }
}

impl Language {
    /// The languages in which everything is there. The others have the card and what a person sees of it afterwards.
    pub const OFFICIAL: &[Self] = &[Self::English, Self::French];

    /// The direction of its script, as HTML names it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            Self::English | Self::French | Self::Spanish | Self::Portuguese => "ltr",
        }
    }
}

choice! {
    /// The way by which the card came.
    Channel {
        /// A page of the service.
        Web = "web",
        /// A device in an office.
        Kiosk = "kiosk",
        /// Keyed in by an officer during a call.
        Phone = "phone",
        /// Keyed in by an officer from a paper card.
        Paper = "paper",
        /// Keyed in by an officer from a letter.
        Letter = "letter",
        /// Keyed in by an officer while the person is there.
        InPerson = "in-person",
    }
}

impl Channel {
    /// Whether somebody else fills the card in for the person.
    #[must_use]
    pub const fn is_keyed_in(self) -> bool {
        matches!(self, Self::Phone | Self::Paper | Self::Letter | Self::InPerson)
    }

    /// Whether the person hears what is read aloud to them meanwhile.
    #[must_use]
    pub const fn is_spoken(self) -> bool {
        matches!(self, Self::Phone | Self::InPerson)
    }
}

choice! {
    /// Whether the person got what they needed.
    Achieved {
        /// All of it.
        Yes = "yes",
        /// Some of it.
        Partly = "partly",
        /// None of it.
        No = "no",
    }
}

choice! {
    /// What a person allows the office to do. Each is asked for by itself, and none is taken for granted.
    Consent {
        /// Use the address that was given to answer.
        Contact = "contact",
        /// Tell the program who they are, so that it can put things right.
        ShareIdentity = "share-identity",
        /// Ask later how the complaint was handled.
        FollowUp = "follow-up",
        /// Publish a sentence of what they wrote, without anything personal.
        PublishQuote = "publish-quote",
    }
}

choice! {
    /// How a person wants to hear from the office.
    ReplyBy {
        /// Not at all: they stay anonymous, and follow the card with its reference and code.
        Code = "code",
        /// By e-mail.
        Email = "email",
        /// By phone.
        Phone = "phone",
        /// By post.
        Post = "post",
    }
}

choice! {
    /// The version of the questions: which items a card asks, in which words and on which scale.
    Instrument {
        /// Overall and the five drivers.
        Card1 = "card-1",
        /// What was achieved, two items of the Client Satisfaction Index and trust are asked too.
        Card2 = "card-2",
    }
}

choice! {
    /// The version of the privacy notice that was shown before an address was asked for.
    Notice {
        /// The seven elements of the Privacy Act.
        Privacy1 = "privacy-1",
        /// The second: it says that other uses take the person's leave.
        Privacy2 = "privacy-2",
    }
}
