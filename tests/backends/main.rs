//! The queue's promises, told as one story to both of its homes, and what is true of Redis only.

mod ground;
mod promises;
mod redis_only;
