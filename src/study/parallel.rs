//! Work in parallel, results in order.
//!
//! Threads take one piece of work after another; what they yield is handed on in the order of the work, whoever was
//! first. Nobody runs further ahead than a window, so that little is in memory, and little lost if all ends.

use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

/// Who does the work.
#[derive(Clone, Copy, Debug)]
pub struct Crew {
    /// How many threads at most; one works on the calling thread.
    pub threads: usize,
    /// Pieces of work that each may be ahead of the first unfinished one.
    pub ahead: usize,
}

struct OrderedQueue<I, R> {
    work: I,
    /// Pieces taken, and pieces handed on.
    taken: usize,
    handed: usize,
    finished: BTreeMap<usize, R>,
    /// No more work, or nobody wants any.
    over: bool,
    working: usize,
}

/// Does each piece of work and hands what it yields to `sink`, on this thread and in order. When `sink` breaks, or
/// `stop` says so, work that has begun is finished and handed on still, as long as `sink` takes it.
pub fn in_order<W: Send, R: Send, B>(
    crew: Crew,
    mut work: impl Iterator<Item = W> + Send,
    stop: impl Fn() -> bool + Sync,
    yields: impl Fn(W) -> R + Sync,
    mut sink: impl FnMut(R) -> ControlFlow<B>,
) -> ControlFlow<B> {
    // No more than there are pieces.
    let working = work.size_hint().1.map_or(crew.threads, |most| crew.threads.min(most));
    if working <= 1 {
        let mut pieces = std::iter::from_fn(|| if stop() { None } else { work.next() });
        return pieces.try_for_each(|piece| sink(yields(piece)));
    }
    let line = OrderedQueue { work, taken: 0, handed: 0, finished: BTreeMap::new(), over: false, working };
    let (line, changed) = (Mutex::new(line), Condvar::new());
    let (line, changed) = (&line, &changed);
    thread::scope(|scope| {
        for _ in 0..working {
            let (stop, yields) = (&stop, &yields);
            scope.spawn(move || {
                let _leaves = Leaves { line, changed, working: 1 };
                while let Some((n, piece)) = take(line, changed, working * crew.ahead, stop) {
                    let result = yields(piece);
                    locked(line).finished.insert(n, result);
                    changed.notify_all();
                }
            });
        }
        let _leaves = Leaves { line, changed, working: 0 };
        hand_on(line, changed, &mut sink)
    })
}

/// A thread that works, or hands on. When it leaves, whatever the reason, no more work is taken and nobody waits for it.
struct Leaves<'a, I, R> {
    line: &'a Mutex<OrderedQueue<I, R>>,
    changed: &'a Condvar,
    /// How many that worked leave with it.
    working: usize,
}

impl<I, R> Drop for Leaves<'_, I, R> {
    fn drop(&mut self) {
        let mut line = locked(self.line);
        line.working -= self.working;
        line.over = true;
        self.changed.notify_all();
    }
}

fn take<I: Iterator, R>(
    line: &Mutex<OrderedQueue<I, R>>,
    changed: &Condvar,
    window: usize,
    stop: impl Fn() -> bool,
) -> Option<(usize, I::Item)> {
    let mut line = locked(line);
    while !line.over && line.taken >= line.handed + window {
        line = changed.wait(line).unwrap_or_else(PoisonError::into_inner);
    }
    if line.over || stop() {
        line.over = true;
        return None;
    }
    let piece = line.work.next();
    line.over = piece.is_none();
    let n = line.taken;
    line.taken += usize::from(piece.is_some());
    Some((n, piece?))
}

fn hand_on<I, R, B>(
    line: &Mutex<OrderedQueue<I, R>>,
    changed: &Condvar,
    sink: &mut impl FnMut(R) -> ControlFlow<B>,
) -> ControlFlow<B> {
    loop {
        let mut waiting = locked(line);
        let result = loop {
            let next = waiting.handed;
            if let Some(result) = waiting.finished.remove(&next) {
                waiting.handed += 1;
                break result;
            }
            if waiting.working == 0 {
                return ControlFlow::Continue(());
            }
            waiting = changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        };
        drop(waiting);
        changed.notify_all();
        sink(result)?;
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{convert::Infallible, time::Duration};

    #[test]
    fn results_come_in_order_whoever_is_first() {
        for threads in [1, 2, 7] {
            let mut seen = Vec::new();
            let slow_first = |n: u64| {
                thread::sleep(Duration::from_micros(if n.is_multiple_of(5) { 900 } else { 10 }));
                n * n
            };
            let ControlFlow::Continue(()) = in_order(
                Crew { threads, ahead: 16 },
                0..200,
                || false,
                slow_first,
                |square| {
                    seen.push(square);
                    ControlFlow::<Infallible>::Continue(())
                },
            );
            assert!(seen == (0..200).map(|n| n * n).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn a_break_ends_it_and_a_stop_finishes_what_has_begun() {
        let mut seen = 0;
        let ended = in_order(
            Crew { threads: 3, ahead: 16 },
            0..,
            || false,
            |n: u64| n,
            |n| {
                seen = n;
                if n == 50 { ControlFlow::Break("enough") } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!((ended, seen), (ControlFlow::Break("enough"), 50));
        let (begun, mut handed) = (std::sync::atomic::AtomicU64::new(0), 0);
        let count = |_: u64| begun.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let stop = || begun.load(std::sync::atomic::Ordering::Relaxed) >= 20;
        let _ = in_order(Crew { threads: 4, ahead: 16 }, 0.., stop, count, |_| {
            handed += 1;
            ControlFlow::<Infallible>::Continue(())
        });
        assert_eq!(handed, begun.into_inner());
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn nobody_waits_for_a_thread_that_has_died() {
        let dies = |n: u64| assert!(n != 5);
        let _ = in_order(
            Crew { threads: 2, ahead: 4 },
            0..,
            || false,
            dies,
            |()| ControlFlow::<Infallible>::Continue(()),
        );
    }

    #[test]
    #[should_panic(expected = "the sink is full")]
    fn nobody_waits_for_a_sink_that_has_died() {
        let _ = in_order(
            Crew { threads: 2, ahead: 4 },
            0..,
            || false,
            |n: u64| n,
            |n| {
                assert!(n < 5, "the sink is full");
                ControlFlow::<Infallible>::Continue(())
            },
        );
    }
}
