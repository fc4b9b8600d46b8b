//! Ctrl-C, and a batch system's wish that a task end: finish what is at hand, then stop; asked again, stop at once.

use std::{
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// The exit code of an interrupted command, as shells have it.
pub const EXIT_CODE: u8 = 130;

/// Signals this near to each other are one wish: `timeout` and shells signal a program and then its group.
const ONE_WISH: Duration = Duration::from_millis(300);

/// Listens from now on.
pub fn listen() {
    let first = OnceLock::new();
    // Where a second handler cannot be set, Ctrl-C ends the program as usual; what is written stays.
    let _ = ctrlc::set_handler(move || {
        REQUESTED.store(true, Ordering::Relaxed);
        if first.get_or_init(Instant::now).elapsed() > ONE_WISH {
            std::process::exit(EXIT_CODE.into());
        }
    });
}

/// Whether somebody wants an end.
pub fn requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}
