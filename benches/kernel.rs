//! Judging a text: the whole of it, and after a change of one clause, by rooms of all sizes.

mod rooms;

use divan::{Bencher, counter::ItemsCount};
use plenary::{
    model::{Appraisal, Judgement, Preferences},
    text::Text,
};

/// Parties and clauses.
const SIZES: [(usize, usize); 15] = [
    (10, 8),
    (50, 8),
    (193, 8),
    (1_000, 8),
    (10_000, 8),
    (10, 10),
    (50, 10),
    (193, 10),
    (1_000, 10),
    (10_000, 10),
    (10, 40),
    (50, 40),
    (193, 40),
    (1_000, 40),
    (10_000, 40),
];
/// Texts in turn, so that nothing is learnt by heart.
const TEXTS: usize = 64;

fn main() {
    divan::main();
}

/// A text that is new on every clause. Items: parties × clauses.
#[divan::bench(args = SIZES)]
fn whole(bencher: Bencher, size: (usize, usize)) {
    let mut judgement = Judgement::default();
    judged(bencher, size, |preferences, text| {
        judgement.judge(preferences, text);
        judgement.utilities()[0]
    });
}

/// The same, and what each clause costs each party is kept. Items: parties × clauses.
#[divan::bench(args = SIZES)]
fn kept(bencher: Bencher, size: (usize, usize)) {
    let mut appraisal = Appraisal::default();
    judged(bencher, size, |preferences, text| {
        appraisal.judge(preferences, text);
        appraisal.utilities()[0]
    });
}

fn judged(
    bencher: Bencher,
    (parties, clauses): (usize, usize),
    mut judge: impl FnMut(&Preferences, &Text) -> f64,
) {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(TEXTS, clauses));
    let mut k = 0;
    bencher.counter(ItemsCount::new(parties * clauses)).bench_local(|| {
        k = (k + 1) % TEXTS;
        judge(&preferences, divan::black_box(&texts[k]))
    });
}

/// What everybody would lose altogether, were one clause to change, and whether all could bear it. Items: parties.
#[divan::bench(args = SIZES)]
fn one_clause_tried(bencher: Bencher, (parties, clauses): (usize, usize)) {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(1, clauses));
    let changes = rooms::changes(TEXTS, clauses);
    let (mut appraisal, mut k) = (Appraisal::default(), 0);
    appraisal.judge(&preferences, &texts[0]);
    bencher.counter(ItemsCount::new(parties)).bench_local(|| {
        k = (k + 1) % TEXTS;
        let (clause, value) = divan::black_box(changes[k]);
        rooms::bearable(&preferences, &appraisal, clause, value)
    });
}

/// One clause changed for good: its column anew, and all columns summed in the order of the clauses. Items: parties.
#[divan::bench(args = SIZES)]
fn one_clause_changed(bencher: Bencher, (parties, clauses): (usize, usize)) {
    let (preferences, texts) = (rooms::preferences(parties, clauses), rooms::texts(1, clauses));
    let changes = rooms::changes(TEXTS, clauses);
    let (mut appraisal, mut k) = (Appraisal::default(), 0);
    appraisal.judge(&preferences, &texts[0]);
    bencher.counter(ItemsCount::new(parties)).bench_local(|| {
        k = (k + 1) % TEXTS;
        let (clause, value) = divan::black_box(changes[k]);
        appraisal.rejudge(&preferences, clause, value);
        appraisal.utilities()[0]
    });
}
