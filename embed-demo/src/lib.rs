//! Pages of an imaginary government site that embed the comment card, one page per situation: an example to copy from,
//! a fixture for browser tests, and the other origin of the demo.
//!
//! - `origin`: where the cards come from, checked once so that it is safe in a page and in a header;
//! - `pages`: the situations, each a whole HTML file under `pages/`;
//! - `routes`: the pages over HTTP.

mod origin;
mod pages;
mod routes;

pub use origin::{NotAnOrigin, Origin};
pub use routes::{routes, serve};
