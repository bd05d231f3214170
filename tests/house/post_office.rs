//! A mail server of the test's own, on a real line: it takes letters, puts them off, refuses them, or hangs up, as the test says.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{
    AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader, Lines, ReadHalf, WriteHalf, split,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

use crate::house::House;
use crate::until::until;

/// How a mail server treats who comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes every letter.
    Takes,
    /// Puts this many letters off, and takes the next.
    PutsOff(usize),
    /// Refuses every recipient, and names them while it does.
    Refuses,
    /// Hangs up in the middle of a letter.
    HangsUp,
    /// Takes a letter and hangs up before it says so.
    TakesInSilence,
    /// Says nothing at all.
    Waits,
}

/// A letter as it arrived.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// To whom.
    pub to: Vec<String>,
    /// What it is, byte for byte.
    pub bytes: Vec<u8>,
}

#[derive(Default)]
struct Counter {
    manner: Option<Manner>,
    came: usize,
    parcels: Vec<Parcel>,
    commands: Vec<String>,
    logins: Vec<String>,
}

/// The mail server. Dropping it closes it.
pub struct PostOffice {
    port: u16,
    /// The certificate by which it is known, where it speaks encrypted.
    certificate: Option<String>,
    counter: Arc<Mutex<Counter>>,
    accepting: JoinHandle<()>,
}

impl PostOffice {
    /// Opens one on a port of its own.
    pub async fn open(manner: Manner) -> Self {
        Self::open_with(manner, None).await
    }

    /// Opens one that speaks encrypted only, and asks who comes to sign in.
    pub async fn open_encrypted(manner: Manner) -> Self {
        let own = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("a certificate");
        let key = PrivatePkcs8KeyDer::from(own.signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions of TLS")
            .with_no_client_auth()
            .with_single_cert(vec![own.cert.der().clone()], key.into())
            .expect("a certificate with its key");
        Self::open_with(manner, Some((TlsAcceptor::from(Arc::new(config)), own.cert.pem()))).await
    }

    async fn open_with(manner: Manner, tls: Option<(TlsAcceptor, String)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("a bound port").port();
        let counter = Arc::new(Mutex::new(Counter { manner: Some(manner), ..Counter::default() }));
        let kept = Arc::clone(&counter);
        let (acceptor, certificate) = tls.unzip();
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(greet(stream, acceptor.clone(), Arc::clone(&kept)));
            }
        });
        Self { port, certificate, counter, accepting }
    }

    fn look<T>(&self, what: impl FnOnce(&mut Counter) -> T) -> T {
        look(&self.counter, what)
    }

    /// Treats who comes from now on so.
    pub fn set(&self, manner: Manner) {
        self.look(|counter| counter.manner = Some(manner));
    }

    /// Everything that has arrived.
    #[must_use]
    pub fn parcels(&self) -> Vec<Parcel> {
        self.look(|counter| counter.parcels.clone())
    }

    /// Every command that was said to it, without what follows its first word.
    #[must_use]
    pub fn commands(&self) -> Vec<String> {
        self.look(|counter| counter.commands.clone())
    }

    /// With what everybody who signed in did so.
    #[must_use]
    pub fn logins(&self) -> Vec<String> {
        self.look(|counter| counter.logins.clone())
    }

    /// Waits until this many letters have arrived; the last of them.
    pub async fn parcel(&self, number: usize) -> Parcel {
        let what = format!("letter {number} arrives");
        until(&what, async || self.parcels().get(number - 1).cloned()).await
    }

    /// Waits until somebody came this many times.
    pub async fn came(&self, times: usize) {
        until("somebody comes to the mail server", async || self.look(|counter| (counter.came >= times).then_some(())))
            .await;
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl House {
    /// Has letters leave by this mail server from the office's next start on: tried again soon, twice.
    pub fn mail_by(&self, post: &PostOffice) {
        self.set("mail_url", &format!("\"smtp+plain://127.0.0.1:{}\"", post.port));
        self.mail_as("[1, 1]");
    }

    /// The same with a connection that must be encrypted.
    pub fn mail_encrypted_by(&self, post: &PostOffice) {
        self.set("mail_url", &format!("\"smtp://127.0.0.1:{}\"", post.port));
        self.mail_as("[]");
    }

    /// Has letters leave by this mail server, which speaks encrypted, with this user and the password in this file. `knows` says
    /// whether the office knows the authority that certifies it.
    pub fn mail_signed_in_by(&self, post: &PostOffice, user: &str, password_file: &str, knows: bool) {
        self.set("mail_url", &format!("\"smtps://localhost:{}\"", post.port));
        self.mail_as("[]");
        self.set("mail_user", &format!("\"{user}\""));
        self.set("mail_password_file", &format!("\"{password_file}\""));
        if let Some(certificate) = post.certificate.as_ref().filter(|_| knows) {
            let file = self.write("authority.pem", certificate);
            self.set("mail_authority_file", &format!("\"{}\"", file.display()));
        }
    }

    /// Has letters become files in this folder.
    pub fn mail_into(&self, folder: &str) {
        self.set("mail_url", &format!("\"file:{}\"", self.folder.path().join(folder).display()));
        self.mail_as("[]");
    }

    fn mail_as(&self, waits: &str) {
        self.set("mail_from", "\"Bureau de la satisfaction à Québec <bureau@office.example.ca>\"");
        self.set("mail_try_seconds", "2");
        self.set("mail_retry_seconds", waits);
    }
}

fn look<T>(counter: &Mutex<Counter>, what: impl FnOnce(&mut Counter) -> T) -> T {
    what(&mut counter.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Meets one who came, encrypted where that is asked for.
async fn greet(stream: TcpStream, acceptor: Option<TlsAcceptor>, counter: Arc<Mutex<Counter>>) {
    match acceptor {
        None => serve(stream, counter).await,
        Some(acceptor) => {
            if let Ok(stream) = acceptor.accept(stream).await {
                serve(stream, counter).await;
            }
        }
    }
}

/// Speaks with one who came, until they go or the manner ends it.
async fn serve<S: AsyncRead + AsyncWrite>(stream: S, counter: Arc<Mutex<Counter>>) {
    let (reader, mut writer) = split(stream);
    let mut lines = BufReader::new(reader).lines();
    let manner = look(&counter, |counter| {
        counter.came += 1;
        counter.manner.unwrap_or(Manner::Takes)
    });
    if manner == Manner::Waits {
        // Held open until the other side gives up.
        while let Ok(Some(_)) = lines.next_line().await {}
        return;
    }
    let mut to = Vec::new();
    let mut answer = "220 post.example.ca ESMTP".to_owned();
    loop {
        if writer.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
        let Ok(Some(line)) = lines.next_line().await else { return };
        let command = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        look(&counter, |counter| counter.commands.push(command.clone()));
        answer = match command.as_str() {
            "EHLO" | "HELO" => "250-post.example.ca\r\n250-AUTH PLAIN\r\n250 8BITMIME".to_owned(),
            "AUTH" => {
                look(&counter, |counter| counter.logins.push(line.clone()));
                "235 2.7.0 ok".to_owned()
            }
            "RCPT" => recipient(&line, &counter, &mut to),
            "DATA" => match data(&mut lines, &mut writer, manner).await {
                Some(bytes) => {
                    let parcel = Parcel { to: std::mem::take(&mut to), bytes };
                    look(&counter, |counter| counter.parcels.push(parcel));
                    if manner == Manner::TakesInSilence {
                        return;
                    }
                    "250 2.0.0 kept".to_owned()
                }
                None => return,
            },
            "QUIT" => "221 2.0.0 bye".to_owned(),
            _ => "250 2.0.0 ok".to_owned(),
        };
    }
}

fn recipient(line: &str, counter: &Mutex<Counter>, to: &mut Vec<String>) -> String {
    let address = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
    look(counter, |counter| match counter.manner {
        Some(Manner::Refuses) => format!("550 5.1.1 <{address}>: there is no such person here"),
        Some(Manner::PutsOff(times)) if times > 0 => {
            counter.manner = Some(Manner::PutsOff(times - 1));
            format!("451 4.7.1 <{address}>: come back later")
        }
        _ => {
            to.push(address);
            "250 2.1.5 ok".to_owned()
        }
    })
}

/// The letter that follows; `None` where the line ends before it does.
async fn data<S: AsyncRead + AsyncWrite>(
    lines: &mut Lines<BufReader<ReadHalf<S>>>,
    writer: &mut WriteHalf<S>,
    manner: Manner,
) -> Option<Vec<u8>> {
    writer.write_all(b"354 go on\r\n").await.ok()?;
    let mut bytes = Vec::new();
    loop {
        let line = lines.next_line().await.ok()??;
        if manner == Manner::HangsUp {
            return None;
        }
        if line == "." {
            return Some(bytes);
        }
        bytes.extend_from_slice(line.strip_prefix('.').unwrap_or(&line).as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
}
