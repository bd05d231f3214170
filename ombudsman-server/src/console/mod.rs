//! What a web team sees: the services, whether they take cards now, the lines that embed a card, the sites that may, how
//! it fares there, the desks that answer, and the imports of service standards; what an administrator sees besides: the staff; what a publisher sees: the editions of the
//! results, the service standards and the surveys.

mod desks;
mod editions;
mod imports;
mod members;
mod page;
mod populations;
mod remarks;
pub mod routes;
mod standards;
