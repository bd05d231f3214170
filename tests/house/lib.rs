//! A whole house for a test: the real programs in a folder and on ports of their own, spoken to through their public
//! doors only. It ends with the test, and shows what its programs said when the test fails.
#![expect(clippy::missing_panics_doc, reason = "a house for tests fails by panicking with the sentence that says why")]

mod addresses;
mod bare;
mod beside;
mod caller;
mod card;
mod case;
mod counts;
mod edition;
mod ground;
mod house;
mod ledger;
mod load;
mod office;
mod ports;
mod post_office;
mod postgres;
mod process;
mod programs;
mod proxy;
mod public;
pub mod raw;
pub mod reading;
mod record;
mod redis_company;
mod redis_server;
mod schema;
mod staff;
mod standards;
mod surveys;
mod until;
mod writer;

pub use addresses::{ADDRESSES, Address, OpenTo};
pub use bare::Bare;
pub use card::{card, card_id, complaint, question};
pub use case::{REMEDY, UPHELD};
pub use edition::{Cards, SECOND_PUBLISHER, last_quarter, quarter_of};
pub use ground::SmallDisk;
pub use house::{Backend, House};
pub use ledger::{Ledger, Owed, Promise, Said};
pub use load::{Load, Plan};
pub use office::{ADMIN, AUDITOR, CONTACT, CUSTODIAN, DIRECTOR, Member, OFFICER, OTHERS, PUBLISHER, SENIOR};
pub use post_office::{Manner, Parcel, PostOffice};
pub use postgres::{Database, PostgresServer, on_postgres};
pub use process::Process;
pub use programs::office_build;
pub use proxy::{Line, Proxy};
pub use public::{Public, Receipt};
pub use record::{Balance, Record};
pub use redis_company::{RedisCluster, RedisWatched};
pub use redis_server::{Keeping, RedisServer};
pub use schema::not_as_in_schema;
pub use staff::Desk;
pub use standards::STANDARDS;
pub use surveys::Survey;
pub use until::{until, within};
pub use writer::Writer;

/// Makes a test of each of these journeys for each home of the queue.
#[macro_export]
macro_rules! on_both_queues {
    ($($journey:ident),+ $(,)?) => {
        mod on_a_table {
            $(#[tokio::test]
            async fn $journey() {
                super::$journey($crate::Backend::Embedded).await;
            })+
        }
        mod on_redis {
            $(#[tokio::test]
            async fn $journey() {
                super::$journey($crate::Backend::Redis).await;
            })+
        }
    };
}

/// The same, and once more with the record and the queue in `PostgreSQL`.
#[macro_export]
macro_rules! wherever_they_are_kept {
    ($($journey:ident),+ $(,)?) => {
        $crate::on_both_queues!($($journey),+);
        mod on_postgresql {
            $(#[tokio::test]
            async fn $journey() {
                super::$journey($crate::Backend::Postgres).await;
            })+
        }
    };
}
