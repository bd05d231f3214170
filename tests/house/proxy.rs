//! A line between two programs that goes wrong on request: it passes, stalls, is reset, or goes dead without a word.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Every byte passes.
    Passes,
    /// Bytes wait until it passes again; none is lost.
    Stalls,
    /// Connections are reset, and new ones as well.
    Resets,
    /// What is sent on it is taken and lost, in both directions, and neither side is told. A connection that was open
    /// while it was dead stays dead.
    Dead,
}

/// A line on a port of its own. Dropping it cuts it.
pub struct Proxy {
    port: u16,
    line: watch::Sender<Line>,
    accepting: JoinHandle<()>,
}

impl Proxy {
    /// A line that passes to this port of this machine.
    pub async fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let own = listener.local_addr().expect("a bound port").port();
        let (line, state) = watch::channel(Line::Passes);
        let accepting = tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(join(near, port, state.clone()));
            }
        });
        Self { port: own, line, accepting }
    }

    /// The port on this side.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Makes the line so from now on.
    pub fn set(&self, line: Line) {
        self.line.send_replace(line);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn join(near: TcpStream, port: u16, mut state: watch::Receiver<Line>) {
    // A program that has a small thing to say says it at once.
    let _ = near.set_nodelay(true);
    if *state.borrow_and_update() == Line::Resets {
        let _ = near.set_zero_linger();
        return;
    }
    let Ok(far) = TcpStream::connect(("127.0.0.1", port)).await else { return };
    let _ = far.set_nodelay(true);
    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
    let (there, back) = (carry(near_in, far_out, state.clone()), carry(far_in, near_out, state));
    tokio::join!(there, back);
}

/// Carries bytes one way until the line or one of its ends does not let it.
async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut state: watch::Receiver<Line>) {
    let mut buffer = vec![0; 64 * 1024];
    let mut is_dead = false;
    loop {
        let line = *state.borrow_and_update();
        is_dead |= line == Line::Dead;
        match line {
            Line::Resets => {
                let _ = from.as_ref().set_zero_linger();
                let _ = to.as_ref().set_zero_linger();
                return;
            }
            Line::Stalls => {
                if state.changed().await.is_err() {
                    return;
                }
                continue;
            }
            Line::Passes | Line::Dead => {}
        }
        let read = tokio::select! {
            read = from.read(&mut buffer) => read.unwrap_or(0),
            changed = state.changed() => if changed.is_ok() { continue } else { return },
        };
        if read == 0 {
            if is_dead {
                // The other side learns nothing: the line is held until the proxy goes.
                while state.changed().await.is_ok() {}
            }
            return;
        }
        if !is_dead && to.write_all(&buffer[..read]).await.is_err() {
            return;
        }
    }
}
