//! Words with one place: what touches SQL, the queue's server, the network, the clock, chance and the browser is found
//! where a reader expects it, and nowhere else.

use crate::breach::{Breach, hold};
use crate::paths::{Mention, mentions};
use crate::tree;

const RULE: &str = "Rule 2, words in their place: `sqlx` in `db/`, `store.rs` and `queue/sql.rs`; `redis` in \
    `line`, `queue/redis` and `http/limits`; `lettre` in `mail/` and `config/mail`; `warp` in `routes.rs`, `http/` and `server.rs`, its methods by way of `http`; \
    `std::env` in `config.rs`; the current time in `clock.rs`; randomness in `secrets.rs`; `web_sys`, `js_sys` and \
    `gloo` in `widget/src/browser/`.";

struct Word {
    name: &'static str,
    is_named_by: fn(&Mention) -> bool,
    /// Modules (a file or its folder) where the word is at home.
    homes: &'static [&'static str],
    /// Names that a file or folder of any room may have to be a home too.
    kinds: &'static [&'static str],
}

const WORDS: [Word; 10] = [
    Word {
        name: "`sqlx`",
        is_named_by: |mention| mention.starts_with(&["sqlx"]),
        homes: &["ombudsman-server/src/db", "ombudsman-server/src/queue/sql"],
        kinds: &["store"],
    },
    Word {
        name: "`redis`",
        is_named_by: |mention| mention.starts_with(&["redis"]),
        homes: &["ombudsman-server/src/line", "ombudsman-server/src/queue/redis", "ombudsman-server/src/http/limits"],
        kinds: &[],
    },
    Word {
        name: "`lettre`",
        is_named_by: |mention| mention.starts_with(&["lettre"]),
        homes: &["ombudsman-server/src/mail", "ombudsman-server/src/config/mail"],
        kinds: &[],
    },
    Word {
        name: "`warp`",
        is_named_by: |mention| mention.starts_with(&["warp"]),
        homes: &["ombudsman-server/src/http", "ombudsman-server/src/server"],
        kinds: &["routes"],
    },
    Word {
        // They refuse another method without saying what the address takes, so the answer has no `Allow`.
        name: "the router's own filter of a method (`warp::get`, where `http::get` is meant)",
        is_named_by: |mention| {
            ["get", "post", "put", "delete", "patch"].iter().any(|m| mention.ends_with(&["warp", m]))
        },
        homes: &[],
        kinds: &[],
    },
    Word {
        name: "the environment (`std::env`)",
        is_named_by: |mention| mention.starts_with(&["std", "env"]),
        homes: &["ombudsman-server/src/config"],
        kinds: &[],
    },
    Word {
        name: "the current time",
        is_named_by: |mention| {
            ["Timestamp", "Zoned", "SystemTime"].iter().any(|clock| mention.ends_with(&[clock, "now"]))
        },
        homes: &["ombudsman-server/src/clock"],
        kinds: &[],
    },
    Word {
        name: "the running time (`Instant::now`)",
        is_named_by: |mention| mention.ends_with(&["Instant", "now"]),
        homes: &["ombudsman-server/src/clock", "ombudsman-server/src/http"],
        kinds: &[],
    },
    Word {
        name: "randomness",
        is_named_by: |mention| {
            ["rand", "getrandom"].iter().any(|library| mention.starts_with(&[library]))
                || mention.path.iter().any(|step| step == "SystemRandom" || step == "OsRng")
                || ["new_v4", "now_v7"].iter().any(|maker| mention.ends_with(&["Uuid", maker]))
        },
        homes: &["ombudsman-server/src/secrets"],
        kinds: &[],
    },
    Word {
        name: "the browser (`web_sys`, `js_sys`, `gloo`)",
        is_named_by: |mention| {
            let first = mention.path.first().map_or("", String::as_str);
            ["web_sys", "js_sys", "gloo"].contains(&first) || first.starts_with("gloo_")
        },
        homes: &["widget/src/browser"],
        kinds: &[],
    },
];

impl Word {
    fn is_at_home_in(&self, path: &str) -> bool {
        let module = path.trim_end_matches(".rs");
        let at = |home: &str| module.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.homes.iter().any(|home| at(home)) || module.split('/').any(|step| self.kinds.contains(&step))
    }
}

/// The words of one product file that are out of their place.
fn breaches(path: &str, text: &str) -> Vec<Breach> {
    let file = match tree::parsed(path, text) {
        Ok(file) => file,
        Err(breach) => return vec![breach],
    };
    let strangers: Vec<&Word> = WORDS.iter().filter(|word| !word.is_at_home_in(path)).collect();
    let found = mentions(path, &file);
    let out_of_place = |mention: &Mention| strangers.iter().find(|word| (word.is_named_by)(mention)).copied();
    let told = found.iter().filter_map(|mention| {
        out_of_place(mention).map(|word| Breach::new(path, mention.line, format!("{} is out of its place", word.name)))
    });
    told.collect()
}

#[test]
fn words_of_one_place_stay_in_their_place() {
    hold(RULE, tree::product_files().flat_map(|file| breaches(&file.path, &file.text)));
}

#[test]
fn each_word_out_of_its_place_is_caught() {
    let samples = [
        "use sqlx::Row;",
        "fn go() { redis::cmd(1); }",
        "use lettre::Message;",
        "use warp::Filter;",
        "use std::env; fn go() { env::var(1); }",
        "fn go() { jiff::Timestamp::now(); }",
        "use std::time::Instant as I; fn go() { I::now(); }",
        "use ring::rand::SystemRandom;",
        "fn go() { uuid::Uuid::now_v7(); }",
        "use gloo::timers;",
    ];
    for sample in samples {
        assert!(!breaches("ombudsman-server/src/casework/stage.rs", sample).is_empty(), "not caught: {sample}");
    }
}

#[test]
fn a_method_that_an_answer_405_would_not_name_is_caught_where_the_router_is_at_home() {
    let sample = "fn go() { warp::any().and(warp::get()); }";
    assert_eq!(breaches("ombudsman-server/src/casework/routes.rs", sample).len(), 1);
    assert_eq!(breaches("ombudsman-server/src/casework/routes.rs", "fn go() { warp::any().and(get()); }"), []);
}

#[test]
fn each_word_is_free_in_its_place() {
    let samples = [
        ("ombudsman-server/src/casework/store.rs", "use sqlx::Row;"),
        ("ombudsman-server/src/queue/redis.rs", "use redis::Cmd;"),
        ("ombudsman-server/src/queue/mod.rs", "mod redis; fn go() { redis::open(); }"),
        ("ombudsman-server/src/results/routes/csv.rs", "use warp::Filter;"),
        ("ombudsman-server/src/config.rs", "use std::env;"),
        ("ombudsman-server/src/clock.rs", "fn go() { jiff::Timestamp::now(); std::time::Instant::now(); }"),
        ("ombudsman-server/src/secrets.rs", "use ring::rand::SystemRandom;"),
        ("widget/src/browser/draft.rs", "use web_sys::Storage;"),
    ];
    for (path, sample) in samples {
        assert_eq!(breaches(path, sample), [], "{path}");
    }
}
