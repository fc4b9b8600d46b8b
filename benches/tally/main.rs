//! One piece of work, as often as asked: for an instruction count, or beside another program's.
//!
//! `tally WORK TIMES` sets up, does the work so many times and prints the nanoseconds that each took. `tally` alone names
//! the works.

#[path = "../rooms/mod.rs"]
mod rooms;

use std::{hint::black_box, ops::ControlFlow, time::Instant};

use plenary::{
    model::{Appraisal, Judgement, Model, Preferences},
    negotiation::Negotiator,
    study::Ensemble,
    text::Text,
};

/// Texts in turn, so that nothing is learnt by heart.
const TEXTS: usize = 64;
const WORKS: &str =
    "whole:P:D  kept:P:D  tried:P:D  changed:P:D  single-text:P  revisions:P:D  flagship  ensemble:THREADS";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let [work, times] = arguments.as_slice() else {
        println!("tally WORK TIMES, where WORK is one of\n{WORKS}");
        return;
    };
    let mut parts = work.split(':');
    let name = parts.next().unwrap_or_default();
    let numbers: Vec<usize> = parts.map(|n| n.parse().expect("a number")).collect();
    let times = times.parse().expect("a number of times");
    let nanoseconds = match (name, numbers.as_slice()) {
        ("whole", &[parties, clauses]) => whole(parties, clauses, times),
        ("kept", &[parties, clauses]) => kept(parties, clauses, times),
        ("tried", &[parties, clauses]) => tried(parties, clauses, times),
        ("changed", &[parties, clauses]) => changed(parties, clauses, times),
        ("single-text", &[parties]) => negotiate(&rooms::room(parties, 8, rooms::HUNDRED_CHANGES), times),
        ("revisions", &[parties, clauses]) => {
            negotiate(&rooms::room(parties, clauses, rooms::REVISIONS), times)
        }
        ("flagship", &[]) => negotiate(rooms::flagship().model(), times),
        ("ensemble", &[threads]) => ensemble(threads, times),
        _ => panic!("no such work: {work}; there are {WORKS}"),
    };
    println!("{nanoseconds:.2}");
}

/// Nanoseconds for each of so many times.
fn clocked(times: usize, mut work: impl FnMut(usize)) -> f64 {
    let start = Instant::now();
    for k in 0..times {
        work(k);
    }
    start.elapsed().as_nanos() as f64 / times as f64
}

/// Judges a text that is new on every clause, and asks whether everybody can bear it.
fn whole(parties: usize, clauses: usize, times: usize) -> f64 {
    let mut judgement = Judgement::default();
    judged(parties, clauses, times, |preferences, text| {
        judgement.judge(preferences, text);
        bear(judgement.utilities())
    })
}

/// The same, and keeps what each clause costs each party.
fn kept(parties: usize, clauses: usize, times: usize) -> f64 {
    let mut appraisal = Appraisal::default();
    judged(parties, clauses, times, |preferences, text| {
        appraisal.judge(preferences, text);
        bear(appraisal.utilities())
    })
}

fn judged(
    parties: usize,
    clauses: usize,
    times: usize,
    mut judge: impl FnMut(&Preferences, &Text) -> bool,
) -> f64 {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(TEXTS, clauses));
    clocked(times, |k| {
        black_box(judge(&preferences, &texts[k % TEXTS]));
    })
}

/// Whether everybody can bear it, asked of all, as NumPy asks.
fn bear(utilities: &[f64]) -> bool {
    utilities.iter().fold(true, |all, u| all & (*u >= 0.0))
}

/// Judges a text in which one clause has changed, and asks whether everybody can bear it.
fn tried(parties: usize, clauses: usize, times: usize) -> f64 {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(1, clauses));
    let changes = rooms::changes(TEXTS, clauses);
    let mut appraisal = Appraisal::default();
    appraisal.judge(&preferences, &texts[0]);
    clocked(times, |k| {
        let (clause, value) = changes[k % TEXTS];
        black_box(rooms::bearable(&preferences, &appraisal, clause, value));
    })
}

/// Changes one clause for good.
fn changed(parties: usize, clauses: usize, times: usize) -> f64 {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(1, clauses));
    let changes = rooms::changes(TEXTS, clauses);
    let mut appraisal = Appraisal::default();
    appraisal.judge(&preferences, &texts[0]);
    clocked(times, |k| {
        let (clause, value) = changes[k % TEXTS];
        appraisal.rejudge(&preferences, clause, value);
        black_box(bear(appraisal.utilities()));
    })
}

/// Negotiates one replicate after another.
fn negotiate(model: &Model, times: usize) -> f64 {
    let mut negotiator = Negotiator::new(model, 1);
    negotiator.negotiate(0, &mut ());
    clocked(times, |k| {
        black_box(negotiator.negotiate(k as u64 + 1, &mut ()));
    })
}

/// Runs an ensemble of the flagship.
fn ensemble(threads: usize, times: usize) -> f64 {
    let (case, replicates) = (rooms::flagship(), times as u64);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let start = Instant::now();
    let _ = pool.install(|| {
        Ensemble::new(case.model(), 1).run(0..replicates, |outcome| {
            black_box(outcome);
            ControlFlow::<()>::Continue(())
        })
    });
    start.elapsed().as_nanos() as f64 / times as f64
}
