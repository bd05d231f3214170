//! Assembles the routes of every room, starts the roles that are switched on, drains when told to stop.

mod fetch;

use std::convert::Infallible;
use std::os::unix::fs::DirBuilderExt;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use ::http::StatusCode;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use warp::Filter;
use warp::reject::Rejection;

use crate::audit;
use crate::casework::Ears;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::DbError;
use crate::house::House;
use crate::http::limits::Limits;
use crate::http::{
    self, Failure, Front, Listener, Page, Proxies, Reply, Routes, ServeError, either, get, of_type, visit,
    visit_in_any_language,
};
use crate::intake::{self, Intake, Judges, Pressure, Together};
use crate::mail::{self, MailError, Post};
use crate::metrics::Metrics;
use crate::queue::{Place, Queue, QueueError, RedisQueue, SqlQueue};
use crate::registry::Lookup;
use crate::registry::embedding::{self, Tally};
use crate::secrets::rotation::{self, RotationError};
use crate::secrets::{self, Secrets, SecretsError, hex};
use crate::worker::Worker;
use crate::{casework, console, results, staff};

/// A part of the office's work that a process does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Role {
    /// Takes cards in.
    Intake,
    /// Takes them up and records them.
    Worker,
    /// Serves the desk, the console and the tracking page.
    Desk,
    /// Serves the published results.
    Results,
}

/// Why the office cannot open.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder.
    #[error("The data folder {0} cannot be made or used: {1}. Check `data_dir` and its rights.")]
    Folder(std::path::PathBuf, std::io::Error),
    /// The record.
    #[error("The record cannot be opened: {0}. Nothing was changed. Check the data folder, or restore a backup.")]
    Db(#[from] DbError),
    /// The record is no longer in the file.
    #[error("{0}. Nothing was changed.")]
    Elsewhere(DbError),
    /// The secret.
    #[error(transparent)]
    Secrets(#[from] SecretsError),
    /// The keys and the record.
    #[error(transparent)]
    Keys(#[from] RotationError),
    /// The queue.
    #[error("The queue cannot be opened: {0}. Check `redis_url`, and that Redis is running.")]
    Queue(#[from] QueueError),
    /// Redis would not keep cards.
    #[error(
        "Redis could lose cards: {0}. Change its settings, or set `redis_may_lose_cards = true` to accept the loss."
    )]
    Persistence(&'static str),
    /// Another office keeps its cards there.
    #[error(
        "These keys of Redis belong to another office: the two would take each other's cards. Give this one a \
         `redis_prefix` of its own, or a Redis of its own."
    )]
    OthersQueue,
    /// Mail.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The address.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The worker's task ended by itself.
    #[error("The worker has failed, so the office closes. Cards that were taken in are kept; start it again.")]
    WorkerEnded,
    /// The roles of the organization's groups.
    #[cfg(feature = "oidc")]
    #[error(transparent)]
    Role(#[from] staff::NoSuchRole),
    /// The signals.
    #[error("The server cannot listen for signals: {0}.")]
    Signals(std::io::Error),
}

/// How long the worker may take to finish what it has in hand.
const DRAIN_WITHIN: Duration = Duration::from_secs(8);

/// Opens the ground of the house: data folder, keys, record.
pub async fn open_house(config: Config) -> Result<Arc<House>, StartError> {
    let folder = &config.data_dir;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|error| StartError::Folder(folder.clone(), error))?;
    let clock = Clock::system();
    let (source, today) = (config.key_source(), secrets::today(&clock));
    let home = config.record_home();
    let secrets = Secrets::open(source, !home.has_record().await?, clock.clone())?;
    let db = home.open().await.map_err(|error| match error {
        DbError::Moved => StartError::Elsewhere(error),
        error => StartError::Db(error),
    })?;
    rotation::agree(&secrets, &db, today).await?;
    let metrics = Metrics::new(Duration::from_millis(u64::try_from(clock.millis()).unwrap_or(0)).as_secs_f64());
    Ok(Arc::new(House { config, clock, secrets, db, metrics, register_changes: AtomicU64::default() }))
}

/// Opens the queue that the settings name.
pub async fn open_queue(house: &Arc<House>) -> Result<Arc<dyn Queue>, StartError> {
    let config = &house.config;
    let reclaim = Duration::from_secs(config.reclaim_after_seconds);
    let Some(address) = config.redis() else {
        return Ok(Arc::new(SqlQueue::new(Arc::clone(house), reclaim)));
    };
    let name = hex(&house.secrets.bytes::<8>()?);
    let (partitions, replicas) = (config.redis_partitions, config.redis_replicas);
    let place = Place { address, prefix: config.redis_prefix.clone(), partitions, replicas };
    let queue = RedisQueue::connect(&place, name, reclaim).await?;
    match queue.may_lose().await? {
        None => {}
        Some(reason) if config.redis_may_lose_cards => {
            tracing::warn!(reason, "Redis could lose cards; the settings accept that");
        }
        Some(reason) => return Err(StartError::Persistence(reason)),
    }
    if !queue.is_of(&house.secrets.digest("the queue of this office")).await? {
        return Err(StartError::OthersQueue);
    }
    Ok(Arc::new(queue))
}

/// Brings what waits in the table since before there was a Redis there. What cannot be brought stays, and is brought at the
/// next start.
async fn move_over(house: &Arc<House>, queue: &Arc<dyn Queue>) {
    if house.config.redis().is_none() {
        return;
    }
    match SqlQueue::new(Arc::clone(house), Duration::ZERO).move_to(queue.as_ref()).await {
        Ok(0) => {}
        Ok(letters) => tracing::info!(letters, "what waited in the table waits in Redis now"),
        Err(error) => {
            tracing::error!(%error, "what waits in the table could not be brought to Redis; it is kept there");
        }
    }
}

/// Serves these roles until the process is told to stop, and drains.
pub async fn serve(config: Config, roles: &[Role]) -> Result<(), StartError> {
    Page::announce(Front {
        sample_data: config.sample_data,
        has_results: roles.contains(&Role::Results),
        has_receipts: roles.contains(&Role::Intake),
    });
    let house = open_house(config).await?;
    if house.db.may_lose().await? {
        tracing::warn!("PostgreSQL runs with fsync off: a power cut can lose cards that people have a receipt for");
    }
    let post = Post::open(&house.config)?;
    #[cfg(feature = "oidc")]
    staff::check_organization(&house.config)?;
    let queue = open_queue(&house).await?;
    if roles.contains(&Role::Worker) {
        move_over(&house, &queue).await;
    }
    keep_loader(&house).await?;
    let listener = Listener::bind(house.config.listen, "listen").await?;
    let mut terminate = signal(SignalKind::terminate()).map_err(StartError::Signals)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(StartError::Signals)?;
    let (stop, stopped) = watch::channel(false);
    // Who listens for news is let go first: their requests would never end by themselves.
    let (close, closes) = watch::channel(false);
    fetch::listen(&house, &queue, stopped.clone()).await?;
    let tally = Arc::new(Tally::default());
    let counting = tokio::spawn(embedding::keep_writing(Arc::clone(&tally), Arc::clone(&house), stopped.clone()));
    let intake = roles.contains(&Role::Intake).then(|| open_intake(&house, &queue, &tally, stopped.clone()));
    if roles.contains(&Role::Results) {
        tokio::spawn(results::read_ahead(Arc::clone(&house), stopped.clone()));
    }
    let mut worker = tokio::spawn(work(roles.to_vec(), Arc::clone(&house), Arc::clone(&queue), post, stopped));
    let (address, queue_is) = (house.config.listen, if house.config.redis().is_some() { "redis" } else { "table" });
    tracing::info!(%address, url = house.config.public_url, ?roles, queue = queue_is, "the office is open");
    let told = async {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            // An office that takes cards in and never takes them up must not look healthy.
            _ = &mut worker => return Err(StartError::WorkerEnded),
        }
        tracing::info!("told to stop: what is under way is finished first");
        close.send_replace(true);
        Ok(())
    };
    let routes = routes(&house, &queue, &tally, roles, intake.as_ref(), &Arc::new(Ears::new(closes)));
    let ended = listener.serve(routes, Some(Arc::clone(&house)), told).await;
    if ended.is_ok() {
        // The worker waits for this at its next step. What it does not finish in time is taken up at the next start.
        let _ = stop.send(true);
        let drained = async { tokio::join!(counting, worker) };
        if tokio::time::timeout(DRAIN_WITHIN, drained).await.is_err() {
            tracing::warn!("the worker did not finish in time; its cards are taken up at the next start");
        }
    }
    house.db.close().await;
    tracing::info!("the office is closed");
    ended
}

/// The intake, which looks at the queue from now on.
fn open_intake(
    house: &Arc<House>,
    queue: &Arc<dyn Queue>,
    tally: &Arc<Tally>,
    stopped: watch::Receiver<bool>,
) -> Arc<Intake> {
    let (config, clock) = (&house.config, house.clock.clone());
    let limits = match config.redis() {
        None => Limits::here(clock.clone()),
        Some(address) => Limits::shared(clock.clone(), address, &config.redis_prefix),
    };
    let (limits, pressure) = (Arc::new(limits), Arc::new(Pressure::default()));
    let beside = (Arc::clone(&pressure), Arc::clone(&limits), Arc::clone(queue));
    tokio::spawn(intake::watch(
        beside.0,
        beside.1,
        beside.2,
        (config.queue_most, config.redis_may_lose_cards, clock),
        stopped,
    ));
    Arc::new(Intake {
        judges: Judges::default(),
        house: Arc::clone(house),
        register: Lookup::new(Arc::clone(house)),
        together: Together::new(Arc::clone(house), Arc::clone(queue), Arc::clone(&pressure)),
        tally: Arc::clone(tally),
        limits,
        pressure,
        // The settings were refused if one of them could not be read.
        proxies: Proxies::parse(&config.trusted_proxies).unwrap_or_default(),
    })
}

/// Keeps this version's loader for the pages that will go on naming it when a later version serves another.
async fn keep_loader(house: &House) -> Result<(), StartError> {
    let Some(loader) = http::assets::current_loader() else { return Ok(()) };
    let today = embedding::today(&house.clock);
    if embedding::keep_loader(&house.db, &loader.hash, loader.script, today).await? {
        tracing::info!(hash = loader.hash, "this loader is new, and kept from now on");
    }
    Ok(())
}

/// The worker's part, if it is one of these roles; else, a wait for the end.
async fn work(
    roles: Vec<Role>,
    house: Arc<House>,
    queue: Arc<dyn Queue>,
    post: Option<Post>,
    mut stopped: watch::Receiver<bool>,
) {
    if roles.contains(&Role::Worker) {
        let sending = post.map(|post| tokio::spawn(mail::keep_sending(Arc::clone(&house), post, stopped.clone())));
        tokio::spawn(audit::anchor::keep_anchoring(Arc::clone(&house), stopped.clone()));
        tokio::spawn(casework::keep_writing_for_search(Arc::clone(&house), stopped.clone()));
        tokio::spawn(casework::keep_watching_for_silence(Arc::clone(&house), stopped.clone()));
        Worker::new(house, queue).run(stopped).await;
        if let Some(sending) = sending {
            let _ = sending.await;
        }
    } else {
        // The sender going away is an end as well.
        let _ = stopped.wait_for(|stop| *stop).await;
    }
}

/// Every route of these roles: a card's first, because nothing comes more often when much comes.
fn routes(
    house: &Arc<House>,
    queue: &Arc<dyn Queue>,
    tally: &Arc<Tally>,
    roles: &[Role],
    intake: Option<&Arc<Intake>>,
    ears: &Arc<Ears>,
) -> Routes {
    let mut all = either(health(house, queue, intake), embedding::routes::routes(house, tally));
    all = either(all, http::assets::routes());
    if roles.contains(&Role::Results) {
        all = either(all, results::routes::routes(house));
    }
    if roles.contains(&Role::Desk) {
        all = either(all, casework::routes::public(house));
        all = either(all, casework::routes::desk(house, ears));
        all = either(all, casework::release_routes(house));
        all = either(all, staff::routes::routes(house));
        all = either(all, console::routes::routes(house));
    }
    all = either(all, front_door());
    if let Some(intake) = intake {
        all = either(intake::routes::routes(intake), all);
    }
    visit_in_any_language()
        .and(all.recover(unrouted).unify())
        .map(|visit, reply: Reply| match reply.extensions().get::<Unrouted>() {
            Some(Unrouted(failure)) => failure.reply(&visit),
            None => reply,
        })
        .boxed()
}

/// `GET /`: on to where the public begins.
fn front_door() -> Routes {
    get("/")
        .and(visit_in_any_language())
        .map(|visit| http::answer(&visit, http::see_other(&Page::new(&visit).home())))
        .boxed()
}

/// `GET /health/live`: the process answers. `GET /health/ready`: record and queue can be used, and the queue
/// keeps what the intake is given.
fn health(house: &Arc<House>, queue: &Arc<dyn Queue>, intake: Option<&Arc<Intake>>) -> Routes {
    let live = get("/health/live").map(|| of_type(StatusCode::OK, "text/plain", b"live\n".to_vec()));
    let (house, queue, pressure) =
        (Arc::clone(house), Arc::clone(queue), intake.map(|intake| Arc::clone(&intake.pressure)));
    let ready = get("/health/ready").and(visit()).then(move |visit| {
        let (house, queue, pressure) = (Arc::clone(&house), Arc::clone(&queue), pressure.clone());
        async move {
            if pressure.is_some_and(|pressure| pressure.is_out()) {
                return http::answer(&visit, Err(Failure::Unavailable));
            }
            let record = house.db.answers().await.map_err(Failure::unavailable);
            // Not how many wait: to count them takes the longer, the more there are, and anybody may ask.
            let first = queue.waits_since().await.map_err(Failure::unavailable);
            let ready = record.and(first).map(|_| of_type(StatusCode::OK, "text/plain", b"ready\n".to_vec()));
            http::answer(&visit, ready)
        }
    });
    either(live.boxed(), ready.boxed())
}

/// Marks an answer that no route gave, to be said in the visitor's language.
#[derive(Clone)]
struct Unrouted(Arc<Failure>);

async fn unrouted(rejection: Rejection) -> Result<Reply, Infallible> {
    let failure = if rejection.is_not_found() {
        Failure::NotFound
    } else if let Some(allowed) = http::allowed(&rejection) {
        Failure::MethodNotAllowed { allowed }
    } else {
        Failure::Malformed
    };
    let mut reply = Reply::default();
    reply.extensions_mut().insert(Unrouted(Arc::new(failure)));
    Ok(reply)
}
