//! TerminalProgress output: a bar on a terminal, an occasional line elsewhere.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

use plenary::{language::Language, say};

/// Time before the first line; the intervals after it grow.
const FIRST_LINE: Duration = Duration::from_secs(20);

/// TerminalProgress through a number of negotiations.
pub struct TerminalProgress {
    bar: ProgressBar,
    total: u64,
    done: u64,
    started: Instant,
    next_line: Option<Duration>,
    language: Language,
    /// Which look this is, where points decide for themselves when they are sure enough.
    look: String,
}

impl TerminalProgress {
    /// Starts at zero of `total` negotiations.
    pub fn new(total: u64, language: Language) -> Self {
        let next_line = (!io::stderr().is_terminal() || is_plain()).then_some(FIRST_LINE);
        let (bar, look) = (bar(total, language), String::new());
        Self { bar, total, done: 0, started: Instant::now(), next_line, language, look }
    }

    /// Adds finished negotiations.
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
            super::print_stderr(&self.line(spent));
        }
    }

    /// Adds finished negotiations, so many of which are surely still to come.
    pub fn add_before(&mut self, negotiations: u64, left: u64) {
        self.total = self.done + negotiations + left;
        self.bar.set_length(self.total);
        self.add(negotiations);
    }

    /// A look begins, with so many negotiations to do.
    pub fn look(&mut self, words: String, left: u64) {
        self.total = self.done + left;
        self.bar.set_length(self.total);
        self.look = format!(" · {words}");
        self.bar.set_message(self.look.clone());
    }

    /// Removes the bar.
    pub fn finish(self) {
        self.bar.finish_and_clear();
    }

    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // an estimate
    fn line(&self, spent: Duration) -> String {
        let rate = self.done as f64 / spent.as_secs_f64().max(1e-9);
        let left = ((self.total - self.done) as f64 / rate.max(1e-9)) as u64;
        let line = say!(
            self.language,
            "commands-progress",
            done = self.language.count(self.done),
            total = self.language.count(self.total),
            percent = (100 * self.done / self.total.max(1)).to_string(),
            rate = format!("{rate:.0}"),
            left = left_in_words(left, self.language)
        );
        line + &self.look
    }
}

/// So many seconds as people say them.
fn left_in_words(seconds: u64, language: Language) -> String {
    let (unit, n) = match seconds {
        0..90 => ("seconds", seconds),
        90..5400 => ("minutes", seconds / 60),
        5400..172_800 => ("hours", seconds / 3600),
        _ => ("days", seconds / 86_400),
    };
    say!(language, "plan-duration", unit = unit, n = n.to_string())
}

/// Whether nothing may be drawn that takes control sequences: the terminal knows none, or the user wants none.
fn is_plain() -> bool {
    is_plain_by(std::env::var("TERM").ok().as_deref(), std::env::var("NO_COLOR").ok().as_deref())
}

/// The same, by TERM and NO_COLOR, which counts where it is not empty (no-color.org).
fn is_plain_by(term: Option<&str>, no_color: Option<&str>) -> bool {
    term == Some("dumb") || no_color.is_some_and(|value| !value.is_empty())
}

/// A progress bar, visible on a terminal only, and not on one that is to be left alone.
pub fn bar(total: u64, language: Language) -> ProgressBar {
    if is_plain() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(total);
    match ProgressStyle::with_template(&say!(language, "commands-bar")) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

#[cfg(test)]
mod tests {
    use super::is_plain_by;

    #[test]
    fn nothing_is_drawn_on_a_terminal_that_is_to_be_left_alone() {
        assert!(is_plain_by(Some("dumb"), None) && is_plain_by(Some("xterm"), Some("1")));
        assert!(!is_plain_by(Some("xterm-256color"), None) && !is_plain_by(None, Some("")));
    }
}
