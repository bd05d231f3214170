//! `embed-demo`: serves the sample pages on this machine until it is told to stop.

use std::{
    env,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::ExitCode,
};

use embed_demo::{Origin, serve};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

const USAGE: &str =
    "usage: embed-demo [--port 8081] [--server http://127.0.0.1:8080] [--packages embed-demo/systems/node_modules]
  --port      where the sample pages answer on 127.0.0.1; 0 takes any free port
  --server    the comment card server that the pages embed
  --packages  the npm packages of the design systems; a page whose package is not there says so";

struct Settings {
    port: u16,
    server: Origin,
    packages: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match settings(env::args().skip(1)) {
        Ok(settings) => run(settings).await,
        Err(sentence) => Err(format!("{sentence}\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("embed-demo: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Every setting has a default; an argument that is not known is refused rather than ignored.
fn settings(mut arguments: impl Iterator<Item = String>) -> Result<Settings, String> {
    let mut port = 8081;
    let mut server = "http://127.0.0.1:8080".to_owned();
    let mut packages = PathBuf::from("embed-demo/systems/node_modules");
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--port" => {
                let text = value()?;
                port = text.parse().map_err(|_| format!("“{text}” is not a port; it is a number from 0 to 65535"))?;
            }
            "--server" => server = value()?,
            "--packages" => packages = value()?.into(),
            _ => return Err(format!("there is no argument “{name}”")),
        }
    }
    let server = server.parse::<Origin>().map_err(|error| error.to_string())?;
    Ok(Settings { port, server, packages })
}

async fn run(Settings { port, server, packages }: Settings) -> Result<(), String> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).await.map_err(|error| {
        format!("cannot listen on {address} ({error}); nothing was started. Choose another port with --port")
    })?;
    let address = listener.local_addr().map_err(|error| format!("cannot tell the address in use: {error}"))?;
    let mut interrupted = signal(SignalKind::interrupt()).map_err(|error| format!("cannot await Ctrl-C: {error}"))?;
    let mut terminated = signal(SignalKind::terminate()).map_err(|error| format!("cannot await SIGTERM: {error}"))?;
    println!("sample pages: http://{address}/ with cards from {server}");
    println!("ready");
    serve(listener, &server, &packages, async {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
    .await;
    println!("stopped");
    Ok(())
}
