//! The objection game against its definition (specification §3): a slow solver, and all equilibria by enumeration.
#![allow(clippy::disallowed_methods)] // definitions use the platform's functions: independent of libm

use plenary::stance::{Bench, Game, Price, Seat, Start};
use proptest::{collection::vec, prelude::*};

use crate::support::thousand_cases;

/// A room, as lists: seats with the bloc that leads each, and each bloc's margin, χ and discipline.
#[derive(Clone, Debug)]
pub struct Hall {
    pub seats: Vec<Seat>,
    pub benches: Vec<Bench>,
    pub decay: f64,
    pub price: Price,
}

/// Who says no, seat by seat, and which blocs do.
pub type Noes = (Vec<bool>, Vec<bool>);

impl Hall {
    pub fn settle(&self, start: Start) -> Noes {
        self.play(start).0
    }

    /// How many sweeps it takes to get there.
    fn sweeps(&self, start: Start) -> usize {
        self.play(start).1
    }

    fn play(&self, start: Start) -> (Noes, usize) {
        let game = Game { seats: &self.seats, benches: &self.benches, decay: self.decay, price: self.price };
        let (mut no, mut lines) = (vec![false; self.seats.len()], vec![false; self.benches.len()]);
        let sweeps = game.solve(start, &mut no, &mut lines, &mut Vec::new());
        ((no, lines), sweeps)
    }

    /// C = χ(1 − o)^γ, and the price of it: the whole of C to object, max(.02, ½C) to vote No.
    fn price_of(&self, chi: f64, company: f64) -> f64 {
        let cost = chi * (1.0 - company).powf(self.decay);
        if self.price == Price::OBJECTION { cost } else { (cost / 2.0).max(0.02) }
    }

    /// The share of everyone but party i that says no; 0 where it is alone in the room.
    fn company_of(&self, i: usize, no: &[bool]) -> f64 {
        let others = || self.seats.iter().enumerate().filter(|(k, _)| *k != i);
        let all: f64 = others().map(|(_, s)| s.weight).sum();
        let saying_no: f64 = others().filter(|(k, _)| no[*k]).map(|(_, s)| s.weight).sum();
        if all > 0.0 { saying_no / all } else { 0.0 }
    }

    /// A bloc weighs the step of an average member, whose fellow members all say no with it.
    fn company_of_bloc(&self, b: usize, no: &[bool]) -> f64 {
        let belongs = |s: &Seat| s.bench.map(usize::from) == Some(b);
        let sum = |of: &dyn Fn(usize, &Seat) -> bool| -> f64 {
            let seats = self.seats.iter().enumerate();
            seats.filter(|(k, s)| of(*k, s)).map(|(_, s)| s.weight).sum()
        };
        let (own, outside) = (sum(&|_, s| belongs(s)), sum(&|k, s| !belongs(s) && no[k]));
        let one = self.benches[b].seat;
        let others = sum(&|_, _| true) - one;
        if others > 0.0 { ((own - one + outside) / others).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Best responses of all at once to what all did before.
    pub fn respond(&self, (no, lines): &Noes) -> Noes {
        let said = self.seats.iter().enumerate().map(|(i, seat)| {
            let slack = seat.margin + self.price_of(seat.isolation, self.company_of(i, no));
            // In line, unless that costs more than δ·c_B.
            let kept = seat.bench.map_or(0.0, |b| {
                let discipline = self.benches[usize::from(b)].discipline;
                if lines[usize::from(b)] { discipline } else { -discipline }
            });
            slack - kept < -1e-9
        });
        let taken = self.benches.iter().enumerate().map(|(b, bench)| {
            bench.margin + self.price_of(bench.isolation, self.company_of_bloc(b, no)) < -1e-9
        });
        (said.collect(), taken.collect())
    }

    /// Iterates from nobody or from everybody until nothing changes.
    fn iterate(&self, everybody: bool) -> Noes {
        let mut now = (vec![everybody; self.seats.len()], vec![everybody; self.benches.len()]);
        for _ in 0..=self.seats.len() + self.benches.len() {
            let next = self.respond(&now);
            if next == now {
                return now;
            }
            now = next;
        }
        panic!("best responses are monotone, so that each sweep but the last turns somebody for good");
    }

    /// Every equilibrium, by trying all.
    fn equilibria(&self) -> Vec<Noes> {
        let (n, blocs) = (self.seats.len(), self.benches.len());
        let state = |bits: u32| -> Noes {
            let flag = |k: usize| bits >> k & 1 == 1;
            ((0..n).map(flag).collect(), (n..n + blocs).map(flag).collect())
        };
        (0..1_u32 << (n + blocs)).map(state).filter(|s| self.respond(s) == *s).collect()
    }
}

/// Whether all who say no in `a` do so in `b`.
pub fn within(a: &Noes, b: &Noes) -> bool {
    let each = |a: &[bool], b: &[bool]| a.iter().zip(b).all(|(a, b)| !a || *b);
    each(&a.0, &b.0) && each(&a.1, &b.1)
}

/// Numbers with and without a grid: on the grid margins meet costs exactly, and the slack of 1e−9 decides.
fn number(from: f64, to: f64) -> impl Strategy<Value = f64> {
    let on_grid = (0..=20_u8).prop_map(move |k| from + (to - from) * f64::from(k) / 20.0);
    prop_oneof![from..=to, on_grid]
}

fn seat(blocs: usize) -> impl Strategy<Value = Seat> {
    let bench = prop_oneof![
        1 => Just(None),
        2 => (0..blocs.max(1)).prop_map(move |b| (b < blocs).then_some(u16::try_from(b).unwrap())),
    ];
    let weight = prop_oneof![Just(1.0), 0.05..2.0];
    (number(-0.4, 0.2), number(0.0, 0.5), weight, bench).prop_map(|(margin, isolation, weight, bench)| Seat {
        margin,
        isolation,
        weight,
        bench,
        has_say: true,
    })
}

/// Rooms of up to eight seats and three blocs.
pub fn halls() -> impl Strategy<Value = Hall> {
    (1..=8_usize, 0..=3_usize)
        .prop_flat_map(|(n, blocs)| {
            (
                vec(seat(blocs), n),
                vec((number(-0.4, 0.2), number(0.0, 0.5), number(0.0, 0.1)), blocs),
                prop_oneof![Just(1.0), 0.3..3.0],
                prop_oneof![Just(Price::OBJECTION), Just(Price::NO_VOTE)],
            )
        })
        .prop_map(|(seats, blocs, decay, price)| {
            let bench = |(b, (margin, isolation, discipline)): (usize, (f64, f64, f64))| {
                let members = || seats.iter().filter(|s| s.bench.map(usize::from) == Some(b));
                let weight: f64 = members().map(|s| s.weight).sum();
                Bench {
                    margin,
                    isolation,
                    weight,
                    seat: weight / members().count().max(1) as f64,
                    discipline,
                }
            };
            Hall { benches: blocs.into_iter().enumerate().map(bench).collect(), seats, decay, price }
        })
}

/// A room in which each party waits for another: the k-th from the end says no as soon as more than k − ½ others do; or,
/// lifted by one, holds out until fewer than k + ½ do. A sweep from the first to the last moves one of them.
fn chain(n: usize, lifted: bool, decay: f64) -> Hall {
    let others = (n - 1) as f64;
    let seat = |i: usize| {
        let waits_for = if lifted { i as f64 + 0.5 } else { (n - 1 - i) as f64 - 0.5 };
        let alone = (1.0 - waits_for / others).max(0.0);
        Seat { margin: -0.3 * alone.powf(decay), isolation: 0.3, weight: 1.0, bench: None, has_say: true }
    };
    Hall { seats: (0..n).map(seat).collect(), benches: Vec::new(), decay, price: Price::OBJECTION }
}

/// A chain does not take a sweep for each of its links, and ends where best responses end.
#[test]
fn a_chain_of_thousands_is_followed_at_once() {
    for decay in [0.5, 1.0, 2.0] {
        for (lifted, start) in [(false, Start::NobodyObjects), (true, Start::EverybodyObjects)] {
            let hall = chain(5_000, lifted, decay);
            assert_eq!(hall.settle(start).0, vec![!lifted; 5_000], "γ = {decay}, from {start:?}");
            assert!(hall.sweeps(start) <= 20, "γ = {decay}, from {start:?}: {}", hall.sweeps(start));
        }
    }
}

/// Rooms of many in which chains are long, with blocs that change their lines on the way.
fn long_chains() -> impl Strategy<Value = Hall> {
    (12..80_usize, any::<bool>(), prop_oneof![Just(1.0), 0.3..3.0], halls()).prop_map(
        |(n, lifted, decay, hall)| {
            let mut long = chain(n, lifted, decay);
            for (i, seat) in hall.seats.iter().enumerate() {
                long.seats[i * n / hall.seats.len()].bench = seat.bench;
            }
            long.benches = hall.benches;
            for (b, bench) in long.benches.iter_mut().enumerate() {
                let members = long.seats.iter().filter(|s| s.bench.map(usize::from) == Some(b)).count();
                (bench.weight, bench.seat) = (members as f64, 1.0);
            }
            long
        },
    )
}

proptest! {
    #![proptest_config(thousand_cases())]

    #[test]
    fn long_chains_end_where_best_responses_do(hall in long_chains()) {
        prop_assert_eq!(&hall.settle(Start::NobodyObjects), &hall.iterate(false), "from nobody");
        prop_assert_eq!(&hall.settle(Start::EverybodyObjects), &hall.iterate(true), "from everybody");
    }

    #[test]
    fn the_equilibrium_is_where_best_responses_lead(hall in halls()) {
        let (least, greatest) = (hall.settle(Start::NobodyObjects), hall.settle(Start::EverybodyObjects));
        prop_assert_eq!(&least, &hall.iterate(false), "from nobody");
        prop_assert_eq!(&greatest, &hall.iterate(true), "from everybody");
    }

    /// The least equilibrium is contained in every equilibrium, and the greatest contains every one.
    #[test]
    fn the_game_settles_in_its_extreme_equilibria(hall in halls()) {
        let (least, greatest) = (hall.settle(Start::NobodyObjects), hall.settle(Start::EverybodyObjects));
        let all = hall.equilibria();
        prop_assert!(all.contains(&least), "{least:?} is no equilibrium");
        prop_assert!(all.contains(&greatest), "{greatest:?} is no equilibrium");
        for other in &all {
            prop_assert!(within(&least, other) && within(other, &greatest), "{other:?} lies outside");
        }
    }
}

/// The generated rooms have more than one equilibrium often enough for the tests above to mean something.
#[test]
fn rooms_with_two_equilibria_are_tried() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::new(thousand_cases());
    let differ = (0..1_000)
        .map(|_| halls().new_tree(&mut runner).expect("a room").current())
        .filter(|hall| hall.settle(Start::NobodyObjects) != hall.settle(Start::EverybodyObjects))
        .count();
    assert!(differ > 50, "{differ} of 1,000");
}
