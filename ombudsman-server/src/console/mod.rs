//! What a web team sees: the services, whether they take cards now, the lines that embed a card, the sites that may, how
//! it fares there, and the desks that answer.

mod desks;
mod page;
pub mod routes;
