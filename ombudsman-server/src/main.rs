//! The command line: everything else is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Much of a card's time at the door is memory, and this gives and takes it faster than the system's.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ombudsman_server::cli::main()
}
