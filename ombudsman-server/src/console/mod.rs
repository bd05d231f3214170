//! What a web team sees: the services, whether they take cards now, the lines that embed a card, the sites that may, and
//! how it fares there.

mod page;
pub mod routes;
