//! Many replicates, on one thread and on two.

mod rooms;

use std::ops::ControlFlow;

use divan::{Bencher, counter::ItemsCount};
use plenary::{
    Case,
    study::{Accumulator, Ensemble},
};
use rayon::ThreadPoolBuilder;

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

const REPLICATES: u64 = 10_000;

fn main() {
    divan::main();
}

fn run(bencher: Bencher, case: &Case, threads: usize) {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    bencher.counter(ItemsCount::new(REPLICATES)).bench_local(|| {
        let mut accumulator = Accumulator::new(case, 1);
        let ControlFlow::Continue(()) = pool.install(|| {
            Ensemble::new(case.model(), 1).run(0..REPLICATES, |outcome| {
                accumulator.add(&outcome);
                ControlFlow::<()>::Continue(())
            })
        }) else {
            return 0;
        };
        accumulator.replicates()
    });
}

/// The chair's revisions among five, from the scenario a new user starts with.
#[divan::bench(args = [1, 2], sample_count = 10, sample_size = 1)]
fn starter(bencher: Bencher, threads: usize) {
    run(bencher, &rooms::starter(), threads);
}

/// The chair's revisions on the flagship.
#[divan::bench(args = [1, 2], sample_count = 3, sample_size = 1)]
fn flagship(bencher: Bencher, threads: usize) {
    run(bencher, &rooms::flagship(), threads);
}
