//! Handling of Ctrl-C and of termination by a batch system: the first signal asks the command to finish its current work
//! and stop, the second one exits at once.

use std::{
    ops::ControlFlow,
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// The exit code of an interrupted command, by the convention of shells (128 + SIGINT).
pub const EXIT_CODE: u8 = 130;

/// Signals within this time count as one: `timeout` and shells signal a program and then its process group.
const DEBOUNCE: Duration = Duration::from_millis(300);

/// Installs the signal handler.
pub fn listen() {
    let first = OnceLock::new();
    // If the handler cannot be set, Ctrl-C ends the program as usual; rows already written are kept.
    let _ = ctrlc::set_handler(move || {
        REQUESTED.store(true, Ordering::Relaxed);
        if first.get_or_init(Instant::now).elapsed() > DEBOUNCE {
            std::process::exit(EXIT_CODE.into());
        }
    });
}

/// Whether an interrupt was requested.
pub fn requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}

/// Whether work goes on.
pub fn poll() -> ControlFlow<()> {
    if requested() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}
