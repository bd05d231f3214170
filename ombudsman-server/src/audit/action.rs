//! What can be done, by the names that stand in the log. A name that was used once stays: the log is not rewritten.

macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident = $name:literal,)*) => {
        /// Something that was done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Action {
            $($(#[$doc])* $action,)*
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$action),*];

            /// The action's name, in the log and in the words' ids.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$action => $name,)*
                }
            }
        }
    };
}

actions! {
    /// A card came in: it opened a case, an officer keyed it in, its person allowed something, or something in it was masked.
    Submit = "submit",
    /// A person took that back.
    ConsentWithdrawn = "consent_withdrawn",
    /// The office told a person by itself that it has their card.
    AutoReceipt = "auto_receipt",
    /// An officer took a case up.
    Acknowledge = "acknowledge",
    /// Somebody had an address shown.
    ViewIdentity = "view_identity",
    /// Somebody had what a person wrote shown as it was before it was masked.
    ViewOriginal = "view_original",
    /// Somebody opened a file that a person sent.
    ViewAttachment = "view_attachment",
    /// An officer said what is alleged in a case.
    Classify = "classify",
    /// A label was given or taken away.
    Reclassify = "reclassify",
    /// A case was given to an officer.
    Assign = "assign",
    /// An officer said that they have no interest in a case.
    CoiAttest = "coi_attest",
    /// An officer was kept from a case because of an interest.
    CoiBlock = "coi_block",
    /// An interest that was declared was taken back.
    CoiLift = "coi_lift",
    /// The office asked the person something.
    RequestInfo = "request_info",
    /// The person replied.
    ReplyIn = "reply_in",
    /// The clock was stopped.
    Pause = "pause",
    /// The clock goes on.
    Resume = "resume",
    /// The answer was put off.
    Extend = "extend",
    /// A finding was drafted.
    FindingDraft = "finding_draft",
    /// Somebody commented on a draft.
    CommentReceived = "comment_received",
    /// A decision was approved.
    Approve = "approve",
    /// A decision was sent.
    DecisionSent = "decision_sent",
    /// A remedy was promised.
    RemedyAdd = "remedy_add",
    /// The office saw that a remedy was done.
    RemedyVerify = "remedy_verify",
    /// The person asked for a review.
    ReviewRequest = "review_request",
    /// A review was decided.
    ReviewDecision = "review_decision",
    /// A case was handed on to somebody outside.
    ExternalReferral = "external_referral",
    /// The person withdrew.
    Withdraw = "withdraw",
    /// Two cases were made one.
    Merge = "merge",
    /// A case that was put together with another stands by itself again.
    Separate = "separate",
    /// A case goes on: the answer that everyone got does not fit.
    GoOn = "go_on",
    /// An incident was opened.
    IncidentOpen = "incident_open",
    /// A case was put under an incident.
    IncidentPut = "incident_put",
    /// A case was taken out of an incident.
    IncidentTake = "incident_take",
    /// What everyone under an incident is told was written.
    IncidentWrite = "incident_write",
    /// It was sent to everyone.
    IncidentSend = "incident_send",
    /// The custodian released something sealed to an officer.
    Unredact = "unredact",
    /// Something left the office in a file.
    Export = "export",
    /// A person asked what is kept about them.
    AccessRequest = "access_request",
    /// A person asked to have something put right.
    CorrectionRequest = "correction_request",
    /// A person asked to have what leads to them removed.
    ErasureRequest = "erasure_request",
    /// A case must not be removed.
    LegalHold = "legal_hold",
    /// The time for which a case is kept is over.
    RetentionDue = "retention_due",
    /// What leads to a person was removed.
    Anonymise = "anonymise",
    /// Somebody tried a step that does not exist from where the case is.
    IllegalTransition = "illegal_transition",
    /// An edition was prepared for somebody else to approve.
    EditionPrepare = "edition_prepare",
    /// The approval of an edition that was not public yet was taken back.
    EditionTakeBack = "edition_take_back",
    /// What a survey found was imported, for somebody else to approve.
    ResultsImport = "results_import",
    /// Service standards were imported for somebody to publish.
    StandardsImport = "standards_import",
    /// Figures were published.
    ReleasePublish = "release_publish",
    /// Published figures were corrected.
    ReleaseRevise = "release_revise",
    /// Somebody asked to have published figures withdrawn.
    WithdrawalAsk = "withdrawal_ask",
    /// Published figures were withdrawn.
    ReleaseWithdraw = "release_withdraw",
    /// An officer answered a case.
    Answer = "answer",
    /// A case was closed.
    Close = "close",
    /// The program was asked something, or to settle it.
    RequestProgram = "request_program",
    /// The program answered, or declined.
    ProgramReply = "program_reply",
    /// The program did not answer in time.
    ProgramSilent = "program_silent",
    /// A draft went back to its author.
    GiveBack = "give_back",
    /// Something was said that moved nothing.
    Message = "message",
    /// A letter to the person was written.
    LetterWrite = "letter_write",
    /// A mail server took it.
    LetterSend = "letter_send",
    /// An officer says that the person was told what it says.
    LetterTold = "letter_told",
    /// It cannot be delivered.
    LetterFail = "letter_fail",
    /// It is sent once more.
    LetterAgain = "letter_again",
    /// It was stopped before it left.
    LetterStop = "letter_stop",
    /// The person rated how their complaint was handled.
    HandlingRated = "handling_rated",
    /// A card was let out of quarantine.
    QuarantineRestore = "quarantine_restore",
    /// A card in quarantine was confirmed as spam.
    QuarantineConfirm = "quarantine_confirm",
    /// Something was said to a suggestion.
    SuggestionAnswer = "suggestion_answer",
    /// What was done was drafted for everyone to read.
    YouSaidDraft = "you_said_draft",
    /// It was published.
    YouSaidPublish = "you_said_publish",
    /// It was withdrawn.
    YouSaidWithdraw = "you_said_withdraw",
    /// A compliment was passed on to the team.
    ComplimentPass = "compliment_pass",
    /// A nomination was made of a compliment.
    ComplimentNominate = "compliment_nominate",
    /// A member signed in.
    SignIn = "sign_in",
    /// Somebody tried to sign in, and was not let in.
    SignInRefused = "sign_in_refused",
    /// A session ended.
    SessionEnd = "session_end",
    /// A member of staff was added.
    StaffAdd = "staff_add",
    /// A member may sign in no more.
    StaffDisable = "staff_disable",
    /// A member may sign in again.
    StaffEnable = "staff_enable",
    /// A member was put at desks.
    StaffDesks = "staff_desks",
    /// A member was given another role.
    StaffRole = "staff_role",
    /// A member was given another password, or chose one.
    StaffPassword = "staff_password",
    /// A member set up a second factor.
    StaffFactorSet = "staff_factor_set",
    /// A member made other recovery codes.
    StaffCodes = "staff_codes",
    /// A member's second factor was taken away.
    StaffFactorReset = "staff_factor_reset",
    /// A service takes cards.
    ServiceOpen = "service_open",
    /// A service takes no cards.
    ServiceClose = "service_close",
    /// A service's card asks more, or less.
    ServiceAsk = "service_ask",
    /// A service was given another desk.
    ServiceDesk = "service_desk",
    /// Somebody said what kind of service it is.
    ServiceKind = "service_kind",
    /// A site may show a service's card.
    SiteAdd = "site_add",
    /// A site may show it no more.
    SiteRemove = "site_remove",
    /// An officer said where they work or worked.
    PastWork = "past_work",
    /// A member kept a view of the desk at hand.
    ViewKeep = "view_keep",
    /// A member put one away.
    ViewRemove = "view_remove",
    /// A desk was made.
    DeskAdd = "desk_add",
    /// A desk was changed.
    DeskChange = "desk_change",
    /// A generation of keys was added.
    KeysRotate = "keys_rotate",
    /// What older keys had sealed was sealed anew.
    KeysReseal = "keys_reseal",
    /// A generation of keys was retired.
    KeysRetire = "keys_retire",
    /// New keys were made in place of lost ones.
    KeysBeginAnew = "keys_begin_anew",
    /// Services were imported from a file.
    ImportServices = "import_services",
    /// Cards were imported from a file.
    ImportCards = "import_cards",
    /// Letters that were set aside wait again.
    QueueReplay = "queue_replay",
    /// The whole record was brought from its file into `PostgreSQL`.
    RecordMove = "record_move",
}
