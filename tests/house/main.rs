//! `house [--queue sql|redis] [--set KEY=VALUE]…`: opens a whole house for tests that are not written in Rust, with these
//! settings of the office, each value as its file writes it. It prints one line of JSON
//! that says where everything is, and ends everything when its standard input closes or it is told to stop.
//!
//! A line on its standard input is a command, answered with a line: `kill` kills the office in the middle of what it
//! does (`killed`), `stop` lets it finish (`stopped`), `start` starts it again on the same data (`started`), `publish`
//! publishes an edition of the quarter before this one (`published` and its name), `edition` has one with complaints wait for a
//! publisher (`prepared`), `surveys` has three surveys wait for one (`imported`).

use serde_json::{Value, json};
use tests::{ADMIN, AUDITOR, Backend, CONTACT, CUSTODIAN, DIRECTOR, House, Member, OFFICER, PUBLISHER, SENIOR};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((backend, settings)) = understood(&arguments) else {
        eprintln!("usage: house [--queue sql|redis] [--set KEY=VALUE]…");
        std::process::exit(2);
    };
    let mut terminate = signal(SignalKind::terminate()).expect("signals");
    let mut interrupt = signal(SignalKind::interrupt()).expect("signals");
    tokio::select! {
        () = keep(backend, &settings) => {}
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    // Reading standard input cannot be interrupted: a runtime that waits for it would never end.
    std::process::exit(0);
}

/// The queue's home and the office's settings.
fn understood(arguments: &[String]) -> Option<(Backend, Vec<(&str, &str)>)> {
    let (mut backend, mut settings) = (Backend::Embedded, Vec::new());
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { return None };
        match (name.as_str(), value.as_str()) {
            ("--queue", "sql") => backend = Backend::Embedded,
            ("--queue", "redis") => backend = Backend::Redis,
            ("--set", setting) => settings.push(setting.split_once('=')?),
            _ => return None,
        }
    }
    Some((backend, settings))
}

/// Keeps a house until there is nobody to give commands.
async fn keep(backend: Backend, settings: &[(&str, &str)]) {
    let mut house = House::prepare(backend, 60).await;
    for (key, value) in settings {
        house.set(key, value);
    }
    for member in [AUDITOR, SENIOR, PUBLISHER, DIRECTOR, CONTACT] {
        house.hire(member);
    }
    house.start_all().await;
    house.pages_answer().await;
    let (officer, admin) = (sign_in(OFFICER), sign_in(ADMIN));
    let (custodian, auditor) = (sign_in(CUSTODIAN), sign_in(AUDITOR));
    let (senior, publisher) = (sign_in(SENIOR), sign_in(PUBLISHER));
    let (director, contact) = (sign_in(DIRECTOR), sign_in(CONTACT));
    let (server, demo) = (&house.server, &house.demo);
    println!(
        "{}",
        json!({ "server": server, "demo": demo, "officer": officer, "admin": admin, "custodian": custodian,
            "auditor": auditor, "senior": senior, "publisher": publisher, "director": director, "contact": contact,
            "settings": house.settings_file() })
    );
    let mut commands = BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(command)) = commands.next_line().await {
        match command.trim() {
            "kill" => {
                house.kill_server();
                println!("killed");
            }
            "publish" => println!("published {}", house.publish_edition().await),
            "stop" => {
                let status = house.stop().await;
                println!("stopped {}", status.code().unwrap_or(-1));
            }
            "start" => {
                house.start_all().await;
                println!("started");
            }
            "edition" => {
                house.prepare_an_edition().await;
                println!("prepared");
            }
            "surveys" => {
                house.import_surveys().await;
                println!("imported");
            }
            other => println!("unknown command: {other}"),
        }
    }
}

fn sign_in(member: Member) -> Value {
    json!({ "name": member.name, "password": member.password })
}
