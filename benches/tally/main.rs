//! One piece of work, as often as asked: for an instruction count, or beside another program's.
//!
//! `tally WORK TIMES [BURSTS]` sets up, does the work so many times, in so many bursts (one, unless said), and prints the
//! nanoseconds that each took, a line for each burst. `tally show:WORK TIMES` prints what is computed, as JSON, for others
//! to compute too; `tally show:solutions FILE`, what could be agreed in a scenario. `tally` alone names the works.

#[path = "../rooms/mod.rs"]
mod rooms;
mod shown;

use std::{
    hint::black_box,
    ops::ControlFlow,
    time::{Duration, Instant},
};

use plenary::{
    model::{Appraisal, Judgement, Model, Preferences},
    negotiation::Negotiator,
    study::Ensemble,
    text::Text,
};

/// Texts in turn, so that nothing is learnt by heart.
const TEXTS: usize = 64;
const WORKS: &str = "whole:P:D  kept:P:D  tried:P:D  trial:P:D  changed:P:D  single-text:P  shifts:P:D  revisions:P:D  flagship  \
    ensemble:THREADS  show:judged:P:D  show:single-text:P  show:shifts:P:D";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let (work, numbers) = match arguments.as_slice() {
        [work, file] if work == "show:solutions" => return println!("{}", shown::solutions(file)),
        [work, numbers @ ..] if matches!(numbers.len(), 1 | 2) => (work, numbers),
        _ => {
            println!("tally WORK TIMES [BURSTS], where WORK is one of\n{WORKS}");
            return;
        }
    };
    let mut parts = work.split(':').peekable();
    let shows = parts.next_if_eq(&"show").is_some();
    let name = parts.next().unwrap_or_default();
    let sizes: Vec<usize> = parts.map(|n| n.parse().expect("a number")).collect();
    let times = numbers[0].parse().expect("a number of times");
    let bursts = numbers.get(1).map_or(1, |n| n.parse().expect("a number of bursts"));
    if shows {
        println!("{}", shown::show(name, &sizes, times));
    } else {
        do_work(name, &sizes, Pace { times, bursts });
    }
}

fn do_work(name: &str, sizes: &[usize], pace: Pace) {
    match (name, sizes) {
        ("whole", &[parties, clauses]) => whole(parties, clauses, pace),
        ("kept", &[parties, clauses]) => kept(parties, clauses, pace),
        ("tried", &[parties, clauses]) => tried(parties, clauses, pace),
        ("trial", &[parties, clauses]) => trial(parties, clauses, pace),
        ("changed", &[parties, clauses]) => changed(parties, clauses, pace),
        ("single-text", &[parties]) => negotiate(&rooms::room(parties, 8, rooms::HUNDRED_CHANGES), pace),
        ("shifts", &[parties, clauses]) => negotiate(&rooms::room(parties, clauses, rooms::SHIFTS), pace),
        ("revisions", &[parties, clauses]) => {
            negotiate(&rooms::room(parties, clauses, rooms::REVISIONS), pace);
        }
        ("flagship", &[]) => negotiate(rooms::flagship().model(), pace),
        ("ensemble", &[threads]) => ensemble(threads, pace),
        _ => panic!("no such work: {name}; there are {WORKS}"),
    }
}

/// How often a work is done in a burst, and how many bursts there are.
#[derive(Clone, Copy)]
struct Pace {
    times: usize,
    bursts: usize,
}

impl Pace {
    /// Does a work, and prints the nanoseconds that each time took.
    fn clock(self, work: impl FnMut(usize)) {
        self.clock_together(1, work);
    }

    /// The same of a work that is so many times at once.
    fn clock_together(self, together: usize, mut work: impl FnMut(usize)) {
        let calls = self.times / together;
        for burst in 0..self.bursts {
            let start = Instant::now();
            for k in burst * calls..(burst + 1) * calls {
                work(k);
            }
            self.print(start.elapsed());
        }
    }

    fn print(self, burst: Duration) {
        println!("{:.2}", burst.as_nanos() as f64 / self.times as f64);
    }
}

/// Judges a text that is new on every clause, and asks whether everybody can bear it.
fn whole(parties: usize, clauses: usize, pace: Pace) {
    let mut judgement = Judgement::default();
    judged(parties, clauses, pace, |preferences, text| {
        judgement.judge(preferences, text);
        bear(judgement.utilities())
    });
}

/// The same, and keeps what each clause costs each party.
fn kept(parties: usize, clauses: usize, pace: Pace) {
    let mut appraisal = Appraisal::default();
    judged(parties, clauses, pace, |preferences, text| {
        appraisal.judge(preferences, text);
        bear(appraisal.utilities())
    });
}

fn judged(parties: usize, clauses: usize, pace: Pace, mut judge: impl FnMut(&Preferences, &Text) -> bool) {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(TEXTS, clauses));
    pace.clock(|k| {
        black_box(judge(&preferences, &texts[k % TEXTS]));
    });
}

/// Whether everybody can bear it, asked of all, as NumPy asks.
fn bear(utilities: &[f64]) -> bool {
    utilities.iter().fold(true, |all, u| all & (*u >= 0.0))
}

/// Judges a text in which one clause has changed, and asks whether everybody can bear it.
fn tried(parties: usize, clauses: usize, pace: Pace) {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(1, clauses));
    let changes = rooms::changes(TEXTS, clauses);
    let mut appraisal = Appraisal::default();
    appraisal.judge(&preferences, &texts[0]);
    pace.clock(|k| {
        let (clause, value) = changes[k % TEXTS];
        black_box(rooms::bearable(&preferences, &appraisal, clause, value));
    });
}

/// A trial of the chair's: the weighted shortfall with one clause changed, where it is kept what that adds to each loss.
fn trial(parties: usize, clauses: usize, pace: Pace) {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(1, clauses));
    let mut appraisal = Appraisal::default();
    appraisal.judge(&preferences, &texts[0]);
    let (hinges, changes) = rooms::trials(&preferences, &appraisal, &rooms::changes(TEXTS, clauses));
    let pace = Pace { times: pace.times.div_ceil(TEXTS) * TEXTS, ..pace };
    pace.clock_together(TEXTS, |_| {
        let changes = changes.iter().map(|change| [change.as_slice()]);
        hinges.sums(preferences.width(), changes, |shortfall| {
            black_box(shortfall);
        });
    });
}

/// Changes one clause for good.
fn changed(parties: usize, clauses: usize, pace: Pace) {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(1, clauses));
    let changes = rooms::changes(TEXTS, clauses);
    let mut appraisal = Appraisal::default();
    appraisal.judge(&preferences, &texts[0]);
    pace.clock(|k| {
        let (clause, value) = changes[k % TEXTS];
        appraisal.rejudge(&preferences, clause, value);
        black_box(bear(appraisal.utilities()));
    });
}

/// Negotiates one replicate after another.
fn negotiate(model: &Model, pace: Pace) {
    let mut negotiator = Negotiator::new(model, 1);
    negotiator.negotiate(0, &mut ());
    pace.clock(|k| {
        black_box(negotiator.negotiate(k as u64 + 1, &mut ()));
    });
}

/// Runs an ensemble of the flagship.
fn ensemble(threads: usize, pace: Pace) {
    let (case, replicates) = (rooms::flagship(), pace.times as u64);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    for _ in 0..pace.bursts {
        let start = Instant::now();
        let _ = pool.install(|| {
            Ensemble::new(case.model(), 1).run(0..replicates, |outcome| {
                black_box(outcome);
                ControlFlow::<()>::Continue(())
            })
        });
        pace.print(start.elapsed());
    }
}
