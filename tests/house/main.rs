//! `house --queue sql|redis`: opens a whole house for tests that are not written in Rust. It prints one line of JSON
//! that says where everything is, and ends everything when its standard input closes or it is told to stop.
//!
//! A line on its standard input is a command, answered with a line: `kill` kills the office in the middle of what it
//! does (`killed`), `stop` lets it finish (`stopped`), `start` starts it again on the same data (`started`).

use serde_json::{Value, json};
use tests::{ADMIN, Backend, House, Member, OFFICER};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let backend = match (arguments.next().as_deref(), arguments.next().as_deref()) {
        (None, None) | (Some("--queue"), Some("sql")) => Backend::Embedded,
        (Some("--queue"), Some("redis")) => Backend::Redis,
        _ => {
            eprintln!("usage: house [--queue sql|redis]");
            std::process::exit(2);
        }
    };
    let mut terminate = signal(SignalKind::terminate()).expect("signals");
    let mut interrupt = signal(SignalKind::interrupt()).expect("signals");
    tokio::select! {
        () = keep(backend) => {}
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    // Reading standard input cannot be interrupted: a runtime that waits for it would never end.
    std::process::exit(0);
}

/// Keeps a house until there is nobody to give commands.
async fn keep(backend: Backend) {
    let mut house = House::open(backend).await;
    house.pages_answer().await;
    let (officer, admin) = (sign_in(OFFICER), sign_in(ADMIN));
    println!("{}", json!({ "server": house.server, "demo": house.demo, "officer": officer, "admin": admin }));
    let mut commands = BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(command)) = commands.next_line().await {
        match command.trim() {
            "kill" => {
                house.kill_server();
                println!("killed");
            }
            "stop" => {
                let status = house.stop().await;
                println!("stopped {}", status.code().unwrap_or(-1));
            }
            "start" => {
                house.start_all().await;
                println!("started");
            }
            other => println!("unknown command: {other}"),
        }
    }
}

fn sign_in(member: Member) -> Value {
    json!({ "name": member.name, "password": member.password })
}
