//! One negotiation from the draw of its parties to its outcome.

mod rooms;

use divan::Bencher;
use plenary::{model::Model, negotiation::Negotiator};

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

fn negotiate(bencher: Bencher, model: &Model) {
    let (mut negotiator, mut replicate) = (Negotiator::new(model, 1), 0);
    bencher.bench_local(|| {
        replicate += 1;
        negotiator.negotiate(replicate, &mut ()).round
    });
}

/// A single text, a hundred random changes taken up greedily, eight clauses.
#[divan::bench(args = [10, 50, 193])]
fn single_text(bencher: Bencher, parties: usize) {
    negotiate(bencher, &rooms::room(parties, 8, rooms::HUNDRED_CHANGES));
}

/// The chair's revisions on the flagship.
#[divan::bench]
fn revisions_flagship(bencher: Bencher) {
    negotiate(bencher, rooms::flagship().model());
}

/// The chair's revisions by everybody in the United Nations, ten clauses.
#[divan::bench(sample_count = 20)]
fn revisions_193_by_10(bencher: Bencher) {
    negotiate(bencher, &rooms::room(193, 10, rooms::REVISIONS));
}
