//! What a web team sees: the services, how to embed their cards, and whether they take cards now.

pub mod routes;
