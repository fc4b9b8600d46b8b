//! How far a command is: a bar on a terminal, a line now and then elsewhere.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

use plenary::report::number::count;

/// The first line comes after this long, the next ones ever more rarely.
const FIRST_LINE: Duration = Duration::from_secs(20);

/// How many negotiations are done of how many.
pub struct Progress {
    bar: ProgressBar,
    total: u64,
    done: u64,
    started: Instant,
    next_line: Option<Duration>,
}

impl Progress {
    /// Progress through so many negotiations.
    pub fn new(total: u64) -> Self {
        let bar = ProgressBar::new(total);
        let template = "{wide_bar} {human_pos} of {human_len} ({per_sec}, {eta} left)";
        let bar = match ProgressStyle::with_template(template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        let next_line = (!io::stderr().is_terminal()).then_some(FIRST_LINE);
        Self { bar, total, done: 0, started: Instant::now(), next_line }
    }

    /// So many more are done.
    pub fn add(&mut self, negotiations: u64) {
        self.done += negotiations;
        if self.done > self.total {
            self.total = self.done;
            self.bar.set_length(self.total);
        }
        self.bar.inc(negotiations);
        let spent = self.started.elapsed();
        if self.next_line.is_some_and(|due| spent >= due) {
            self.next_line = Some(spent + (spent / 2).clamp(FIRST_LINE, Duration::from_secs(600)));
            super::remark(&self.line(spent));
        }
    }

    /// Takes the bar away.
    pub fn finish(self) {
        self.bar.finish_and_clear();
    }

    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // for people
    fn line(&self, spent: Duration) -> String {
        let rate = self.done as f64 / spent.as_secs_f64().max(1e-9);
        let left = ((self.total - self.done) as f64 / rate.max(1e-9)) as u64;
        format!(
            "{} of {} negotiations ({} %), {:.0} a second, about {} left",
            count(self.done),
            count(self.total),
            100 * self.done / self.total.max(1),
            rate,
            indicatif::HumanDuration(Duration::from_secs(left)),
        )
    }
}
