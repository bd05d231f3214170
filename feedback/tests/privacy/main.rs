//! The privacy rules on trial: every row of the method's table, a synthetic corpus with known answers, any text at all.

mod chance;
mod corpus;
mod figures;
mod properties;
mod speed;
mod table;
mod values;
