//! `bare PORT`: the least that a server of the same make can do with a card: read its body and say 202. What the office
//! does beyond that is what the bench measures.

use bytes::Bytes;
use warp::Filter as _;
use warp::http::StatusCode;

#[tokio::main]
async fn main() {
    let Some(port) = std::env::args().nth(1).and_then(|port| port.parse::<u16>().ok()) else {
        eprintln!("usage: bare PORT");
        std::process::exit(2);
    };
    let route = warp::path!("api" / "v1" / "cards")
        .and(warp::post())
        .and(warp::body::bytes())
        .map(|_: Bytes| warp::reply::with_status("", StatusCode::ACCEPTED));
    warp::serve(route).run(([127, 0, 0, 1], port)).await;
}
