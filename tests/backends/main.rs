//! The queue's promises, told as one story to all of its homes: a table in a file and one in `PostgreSQL`, one Redis and a
//! cluster; and what is true of one of them only.

/// Tells each promise to every home.
macro_rules! kept_by_all {
    ($($promise:ident),+ $(,)?) => {
        mod in_a_table {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::ground::Ground::table().await).await;
            })+
        }
        mod in_a_table_of_postgresql {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::ground::Ground::table_in_postgres().await).await;
            })+
        }
        mod in_a_stream {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::ground::Ground::stream().await).await;
            })+
        }
        mod in_a_cluster {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::ground::Ground::cluster().await).await;
            })+
        }
    };
}

mod failover;
mod ground;
mod partitions;
mod promises;
mod put_off;
mod redis_only;
mod set_aside;
mod statements;
mod table_only;
mod two_engines;
