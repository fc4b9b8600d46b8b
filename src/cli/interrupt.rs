//! Ctrl-C, and a batch system's wish that a task end: finish what is at hand, then stop.

use std::sync::atomic::{AtomicBool, Ordering};

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// The exit code of an interrupted command, as shells have it.
pub const EXIT_CODE: u8 = 130;

/// Listens from now on.
pub fn listen() {
    // Where a second handler cannot be set, Ctrl-C ends the program as usual; what is written stays.
    let _ = ctrlc::set_handler(|| REQUESTED.store(true, Ordering::Relaxed));
}

/// Whether somebody wants an end.
pub fn requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}
