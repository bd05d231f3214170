//! Every role, everything that it may do, and every kind of thing that it may do it to.

use super::*;

/// A member of this role; of the office, at a team of it, at a program's desk, or at another office's.
fn member(role: Role, place: &str) -> SignedIn {
    let desks = if place == "office" { Vec::new() } else { vec![place.to_owned()] };
    SignedIn {
        name: "someone".to_owned(),
        shown_as: "Someone".to_owned(),
        role,
        desks,
        is_of_program: place == "program",
        is_from_outside: place == "outside",
        form_token: String::new(),
        owes: None,
    }
}

const fn identity(desk: &str, sealed: Sealed, given: (bool, bool, bool)) -> Resource<'_> {
    let (is_theirs, is_shared, is_released) = given;
    Resource::Identity(Identity { desk, sealed, is_theirs, is_shared, is_released })
}

/// Every kind of thing, by a name.
const RESOURCES: [(&str, Resource<'_>); 14] = [
    ("room", Resource::Room),
    ("case", Resource::Case { desk: "program" }),
    ("another case", Resource::Case { desk: "elsewhere" }),
    ("case from outside", Resource::Case { desk: "outside" }),
    ("referral", Resource::Referral { desk: "program" }),
    ("another referral", Resource::Referral { desk: "elsewhere" }),
    ("address", identity("program", Sealed::Address, (true, true, false))),
    ("unshared", identity("program", Sealed::Address, (true, false, false))),
    ("original", identity("program", Sealed::Original, (true, true, false))),
    ("released", identity("program", Sealed::Original, (false, false, true))),
    ("first extension", Resource::Extension { earlier: 0 }),
    ("second extension", Resource::Extension { earlier: 1 }),
    ("self", Resource::Member { name: "someone" }),
    ("colleague", Resource::Member { name: "somebody else" }),
];

const ACTIONS: [Action; 23] = [
    Action::WorkOnCases,
    Action::DoJustice,
    Action::AnswerReferrals,
    Action::ShareWork,
    Action::HandOver,
    Action::TakeBackInterest,
    Action::AnswerForAll,
    Action::PutOff,
    Action::EnterCards,
    Action::SortQuarantine,
    Action::PassOnPraise,
    Action::WriteYouSaid,
    Action::PublishYouSaid,
    Action::PublishEditions,
    Action::OpenIdentity,
    Action::ReleaseIdentity,
    Action::HoldRecords,
    Action::ReadReleases,
    Action::ReadLog,
    Action::ManageServices,
    Action::ReadImports,
    Action::ManageDesks,
    Action::ManageStaff,
];

/// Everything that a member may do, as `action: thing, thing`.
fn allowed(role: Role, place: &str) -> Vec<String> {
    let actor = member(role, place);
    let of = |action: Action| {
        let things = RESOURCES.iter().filter(|(_, resource)| can(&actor, action, *resource)).map(|(name, _)| *name);
        (format!("{action:?}"), things.collect::<Vec<_>>())
    };
    let all = ACTIONS.into_iter().map(of).filter(|(_, things)| !things.is_empty());
    all.map(|(action, things)| format!("{action}: {}", things.join(", "))).collect()
}

#[test]
fn each_role_may_do_exactly_this_and_nothing_else() {
    let of_standing = |put_off: &'static [&'static str]| {
        let first = ["WorkOnCases: room, case, another case, case from outside", "DoJustice: room"];
        let last = [
            "EnterCards: room",
            "SortQuarantine: room",
            "PassOnPraise: room",
            "WriteYouSaid: room",
            "OpenIdentity: address, unshared, released",
        ];
        [first.as_slice(), put_off, &last].concat()
    };
    let officer = of_standing(&["AnswerForAll: room"]);
    let senior = of_standing(&[
        "ShareWork: room, case, another case, case from outside",
        "TakeBackInterest: case, another case, case from outside",
        "AnswerForAll: room",
        "PutOff: first extension",
    ]);
    let mut director = of_standing(&[
        "ShareWork: room, case, another case, case from outside",
        "HandOver: case, another case, case from outside",
        "TakeBackInterest: case, another case, case from outside",
        "AnswerForAll: room",
        "PutOff: first extension, second extension",
    ]);
    director.push("HoldRecords: room");
    for (role, may) in [
        (Role::Officer, officer.as_slice()),
        (Role::Senior, &senior),
        (Role::Director, &director),
        (Role::ProgramContact, &[]),
        (Role::Custodian, &["ReleaseIdentity: room", "HoldRecords: room", "ReadReleases: room"]),
        (Role::Publisher, &["PublishYouSaid: room", "PublishEditions: room"]),
        (Role::WebTeam, &["ManageServices: room", "ReadImports: room"]),
        (Role::Auditor, &["ReadReleases: room", "ReadLog: room"]),
        (
            Role::Administrator,
            &["ManageServices: room", "ReadImports: room", "ManageDesks: room", "ManageStaff: room, colleague"],
        ),
    ] {
        assert_eq!(allowed(role, "office"), may, "{role:?}");
    }
}

#[test]
fn at_a_programs_desk_its_cases_are_seen_and_nobody_learns_more_than_the_person_allowed() {
    let answers = "AnswerReferrals: room, referral";
    let of_program = ["WorkOnCases: room, case", answers, "EnterCards: room", "OpenIdentity: address, released"];
    for (role, may) in [
        (Role::Officer, of_program.as_slice()),
        (Role::Senior, &of_program),
        (Role::Director, &of_program),
        (Role::ProgramContact, &["WorkOnCases: room, case", answers]),
    ] {
        assert_eq!(allowed(role, "program"), may, "{role:?}");
    }
    for role in Role::ALL.into_iter().filter(|role| !role.is_of_officers() && *role != Role::ProgramContact) {
        assert_eq!(allowed(role, "program"), allowed(role, "office"), "a desk gives {role:?} nothing");
    }
    assert_eq!(allowed(Role::ProgramContact, "elsewhere"), [""; 0], "a team of the office is no program");
}

#[test]
fn who_is_of_another_office_does_justice_to_what_was_given_to_it_and_does_nothing_else_here() {
    // The desk of the address that they may open is another's: they have it where it was released to them alone.
    let of = |put_off: &'static [&'static str]| {
        let first = ["WorkOnCases: room, case from outside", "DoJustice: room"];
        [first.as_slice(), put_off].concat()
    };
    for (role, may) in [
        (Role::Officer, of(&[])),
        (Role::Senior, of(&["PutOff: first extension"])),
        (Role::Director, of(&["PutOff: first extension, second extension"])),
        (Role::ProgramContact, Vec::new()),
    ] {
        assert_eq!(allowed(role, "outside"), may, "{role:?}");
    }
    let theirs = identity("outside", Sealed::Address, (true, false, false));
    assert!(can(&member(Role::Officer, "outside"), Action::OpenIdentity, theirs), "with identities, as an officer");
}

#[test]
fn a_role_has_one_name_and_what_has_none_is_no_role() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.as_str()), Some(role));
    }
    assert_eq!((Role::parse("admin"), Role::parse("")), (None, None));
}
