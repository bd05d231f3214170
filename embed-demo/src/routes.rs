//! The pages over HTTP. A table looked up by path, rather than a filter per page: there is nothing else to decide.

use std::{future::Future, path::Path, sync::Arc, time::Duration};

use tokio::{net::TcpListener, sync::oneshot};
use warp::{
    Filter, Reply,
    filters::BoxedFilter,
    http::{Response, StatusCode, header},
    path::FullPath,
    reply,
};

use crate::{
    Origin,
    pages::{self, Page},
};

/// How long requests that are under way may still take once the site was asked to stop.
const DRAIN: Duration = Duration::from_secs(5);

/// The whole site, with the cards coming from `server`, and the design systems' own files from a folder of npm packages.
/// Unknown paths answer 404 with a page, other methods than `GET` and `HEAD` answer 405.
#[must_use]
pub fn routes(server: &Origin, packages: &Path) -> BoxedFilter<(reply::Response,)> {
    let site = Arc::new(pages::site(server, packages));
    let files = warp::path("systems").and(warp::fs::dir(packages.to_owned()));
    // The style sheet of GOV.UK names its fonts by this path, as its own pages have it.
    let assets = warp::path("assets").and(warp::fs::dir(packages.join("govuk-frontend/dist/govuk/assets")));
    let pages = warp::path::full()
        .and(warp::get().or(warp::head()).unify())
        .map(move |path: FullPath| answer(&site, path.as_str()).into_response());
    let files = files.or(assets).unify().map(Reply::into_response);
    files.or(pages).unify().boxed()
}

/// Serves the site on `listener` until `stop` resolves, then finishes what is under way, within five seconds.
pub async fn serve(listener: TcpListener, server: &Origin, packages: &Path, stop: impl Future<Output = ()>) {
    let (ask, asked) = oneshot::channel::<()>();
    let site = warp::serve(routes(server, packages)).incoming(listener).graceful(async {
        // A dropped sender means stop as well.
        let _ = asked.await;
    });
    let mut running = tokio::spawn(site.run());
    tokio::select! {
        () = stop => {}
        _ = &mut running => return,
    }
    let _ = ask.send(());
    if tokio::time::timeout(DRAIN, &mut running).await.is_err() {
        running.abort();
    }
}

fn answer(site: &[Page], path: &str) -> Response<String> {
    match site.iter().find(|page| page.path == path) {
        Some(page) => respond(StatusCode::OK, page.media_type, page.body.clone(), page.policy.as_deref()),
        None => respond(StatusCode::NOT_FOUND, "text/html; charset=utf-8", pages::missing().to_owned(), None),
    }
}

fn respond(status: StatusCode, media_type: &str, body: String, policy: Option<&str>) -> Response<String> {
    let mut response = Response::builder().status(status).header(header::CONTENT_TYPE, media_type);
    if let Some(policy) = policy {
        response = response.header(header::CONTENT_SECURITY_POLICY, policy);
    }
    response.body(body).expect("an `Origin` holds nothing that a header refuses")
}
