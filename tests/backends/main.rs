//! The queue's promises, told as one story to both of its homes, and what is true of Redis only.

/// Tells each promise to both homes.
macro_rules! kept_by_both {
    ($($promise:ident),+ $(,)?) => {
        mod in_a_table {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::ground::Ground::table().await).await;
            })+
        }
        mod in_a_stream {
            $(#[tokio::test]
            async fn $promise() {
                super::$promise(crate::ground::Ground::stream().await).await;
            })+
        }
    };
}

mod ground;
mod promises;
mod redis_only;
mod set_aside;
mod table_only;
