//! Who is signed in and what they may do.

mod account;
mod brake;
mod can;
mod first;
#[cfg(feature = "oidc")]
mod organization;
mod password;
mod role;
pub mod routes;
mod sealed;
mod second_factor;
mod session;
mod sign_in;
mod store;

pub use can::{Action, Identity, Resource, can};
pub use first::{First, first_password};
#[cfg(feature = "oidc")]
pub use organization::{NoSuchRole, check as check_organization};
pub use password::{Password, PasswordError};
pub use role::Role;
pub use sealed::Sealed;
pub use second_factor::reset as reset_second_factor;
pub use session::{Owed, SignedIn, check_form, enter, listen};
pub use store::{Member, SignsInBy, add, find, list, list_in, set_active, set_desks, set_password, set_role};
