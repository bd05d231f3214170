//! Who may know whom: the flow of a card through the crates, and through the rooms of the server.

use crate::breach::{Breach, hold};
use crate::paths::{Mention, mentions};
use crate::tree;

const RULE: &str = "Rule 1, imports: `feedback` imports nothing of ours, `widget` imports `feedback` only, and a room \
    imports another only along the flow (intake → queue, registry; worker → queue, registry, casework, results; \
    casework → mail, registry, staff; results → casework, registry; console → registry, results, staff). Nothing points back.";

const SERVER: &str = "ombudsman-server/src/";

/// Each room, and the rooms it may name.
const FLOW: [(&str, &[&str]); 9] = [
    ("registry", &[]),
    ("intake", &["queue", "registry"]),
    ("queue", &[]),
    ("worker", &["queue", "registry", "casework", "results"]),
    ("casework", &["mail", "registry", "staff"]),
    ("mail", &[]),
    ("results", &["casework", "registry"]),
    ("staff", &[]),
    ("console", &["registry", "results", "staff"]),
];

/// What every room may use, and what itself knows no room.
const SHARED: [&str; 13] = [
    "audit", "http", "words", "db", "calendar", "clock", "config", "secrets", "standard", "house", "line", "metrics",
    "named",
];

/// The files that put the house together and so may name every room.
const ASSEMBLY: [&str; 4] = ["server", "cli", "main", "lib"];

/// The crates of this workspace, and which of them each of the first three may name.
const CRATES: [&str; 6] = ["feedback", "widget", "ombudsman_server", "embed_demo", "tests", "xtask"];
const CRATE_FLOW: [(&str, &[&str]); 3] = [
    ("feedback", &["feedback"]),
    ("widget", &["feedback", "widget"]),
    ("ombudsman-server", &["feedback", "widget", "ombudsman_server"]),
];

/// The imports of one product file that go against the flow.
fn breaches(path: &str, text: &str) -> Vec<Breach> {
    let file = match tree::parsed(path, text) {
        Ok(file) => file,
        Err(breach) => return vec![breach],
    };
    let found = mentions(path, &file);
    let crates = found.iter().filter_map(|mention| against_crates(path, mention));
    let rooms = found.iter().filter_map(|mention| against_rooms(path, mention));
    home(path).into_iter().chain(crates).chain(rooms).collect()
}

fn against_crates(path: &str, mention: &Mention) -> Option<Breach> {
    let ours = path.split('/').next()?;
    let first = mention.path.first()?;
    let (_, allowed) = CRATE_FLOW.iter().find(|(name, _)| *name == ours)?;
    let wrong = CRATES.contains(&first.as_str()) && mention.path.len() > 1 && !allowed.contains(&first.as_str());
    wrong.then(|| Breach::new(path, mention.line, format!("the crate `{ours}` may not name `{first}`")))
}

fn against_rooms(path: &str, mention: &Mention) -> Option<Breach> {
    let room = room_of(path)?;
    let [start, target, ..] = mention.path.as_slice() else { return None };
    let target = target.as_str();
    if start != "crate" || ASSEMBLY.contains(&room) || target == room || SHARED.contains(&target) {
        return None;
    }
    let allowed = FLOW.iter().find(|(name, _)| *name == room).map_or::<&[&str], _>(&[], |(_, allowed)| allowed);
    if allowed.contains(&target) {
        return None;
    }
    let what = if FLOW.iter().any(|(name, _)| *name == target) {
        format!("`{room}` may not name the room `{target}`")
    } else {
        format!("`{room}` names `crate::{target}`, which is neither a room nor a shared manner")
    };
    Some(Breach::new(path, mention.line, what))
}

/// A file of the server that stands in no known room escapes the table, so it is a breach itself.
fn home(path: &str) -> Option<Breach> {
    let room = room_of(path)?;
    let known = SHARED.contains(&room) || ASSEMBLY.contains(&room) || FLOW.iter().any(|(name, _)| *name == room);
    (!known).then(|| Breach::new(path, 1, format!("`{room}` is not a room of the table: say what it may import")))
}

fn room_of(path: &str) -> Option<&str> {
    path.strip_prefix(SERVER)?.split(['/', '.']).next()
}

#[test]
fn rooms_and_crates_import_along_the_flow_only() {
    hold(RULE, tree::product_files().flat_map(|file| breaches(&file.path, &file.text)));
}

#[cfg(test)]
fn told(path: &str, text: &str) -> Vec<String> {
    breaches(path, text).iter().map(ToString::to_string).collect()
}

#[test]
fn an_import_against_the_flow_is_caught_in_use_and_in_line() {
    let path = "ombudsman-server/src/queue/sql.rs";
    let wrong = [format!("{path}:1: `queue` may not name the room `worker`")];
    assert_eq!(told(path, "use crate::worker::Step;"), wrong);
    assert_eq!(told(path, "fn go() { crate::worker::go(); }"), wrong);
    assert_eq!(told(path, "use super::super::worker;"), wrong);
}

#[test]
fn a_shared_manner_that_knows_a_room_is_caught() {
    let caught = told("ombudsman-server/src/http/mod.rs", "use crate::{\n    words,\n    staff,\n};");
    assert_eq!(caught, ["ombudsman-server/src/http/mod.rs:3: `http` may not name the room `staff`"]);
}

#[test]
fn a_room_or_a_short_cut_that_the_table_does_not_know_is_caught() {
    assert_eq!(told("ombudsman-server/src/attic/mod.rs", "").len(), 1);
    assert_eq!(told("ombudsman-server/src/intake/page.rs", "use crate::Server;").len(), 1);
}

#[test]
fn a_crate_that_points_back_is_caught() {
    assert_eq!(told("feedback/src/card.rs", "use widget::Card;").len(), 1);
    assert_eq!(told("widget/src/lib.rs", "fn go() { ombudsman_server::go(); }").len(), 1);
}

#[test]
fn the_flow_itself_is_free() {
    assert_eq!(told("ombudsman-server/src/intake/page.rs", "use crate::{queue, registry, http, intake};"), [""; 0]);
    assert_eq!(told("ombudsman-server/src/server.rs", "use crate::{intake, console};"), [""; 0]);
    assert_eq!(told("widget/src/lib.rs", "use feedback::Card;"), [""; 0]);
}
