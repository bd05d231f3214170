//! What a web team sees: the services, whether they take cards now, the lines that embed a card, the sites that may, how
//! it fares there, and the desks that answer; what an administrator sees besides: the staff; what a publisher sees: the editions of the
//! results, the service standards and the surveys.

mod desks;
mod editions;
mod members;
mod page;
mod populations;
pub mod routes;
mod standards;
