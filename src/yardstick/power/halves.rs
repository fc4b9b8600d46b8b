//! Counting by halves: winning coalitions as pairs, one from each half of the members.
//!
//! For games with too many different sums to tabulate and too many members to ask about every coalition, such as the
//! EU's double majority over real populations. Each half's coalitions are grouped by their size and all sums but the
//! finest; within a group they are sorted by that one. For two groups there is one least fine sum T that wins, so that
//! the pairs with a + b ≥ T are counted in one sweep. Swings follow from monotony: of the coalitions of size s without
//! i, those that i turns are the winning ones of size s + 1 with i less the winning ones of size s without i. About
//! 2^(n/2) steps for each pair of groups instead of 2ⁿ. (Horowitz & Sahni 1974, for knapsacks.)

use std::collections::BTreeMap;

use num_bigint::BigUint;

use super::{error::PowerError, index::Power, wins::Wins};

/// The most members whose halves are listed.
pub(super) const MOST_HALVED: usize = 36;

/// A coalition of one half: its sum in the finest column, and its members as bits.
type Part = (u64, u32);

/// The coalitions of one half that agree in size and in every column but the finest.
struct Group {
    size: usize,
    /// Sums; 0 in the finest column.
    sums: Vec<u64>,
    /// In the order of their finest sum.
    parts: Vec<Part>,
    /// How many of the parts from each place on hold each member of the half: by place, then by member.
    holders: Vec<Vec<u64>>,
}

/// Winning coalitions by size, and those of them that hold each member.
struct Winning {
    by_size: Vec<u64>,
    with: Vec<Vec<u64>>,
}

/// Swings of a monotone game of at most [`MOST_HALVED`] members, by halves.
pub(super) fn by_halves(rows: &[Vec<u64>], wins: &Wins) -> Result<Power, PowerError> {
    let n = rows.len();
    let finest = finest(rows);
    let (left, right) = rows.split_at(n / 2);
    let width = rows[0].len();
    let (a, b) = (groups(left, width, finest), groups(right, width, finest));
    let mut winning = Winning { by_size: vec![0; n + 1], with: vec![vec![0; n + 1]; n] };
    for (first, second) in a.iter().flat_map(|first| b.iter().map(move |second| (first, second))) {
        winning.add(first, second, left.len(), least(first, second, finest, wins));
    }
    let swings = |with: &Vec<u64>| -> Option<Vec<BigUint>> {
        let of_size = |s: usize| with[s + 1].checked_sub(winning.by_size[s] - with[s]).map(BigUint::from);
        (0..n).map(of_size).collect()
    };
    let swings: Option<Vec<_>> = winning.with.iter().map(swings).collect();
    let by_size = winning.by_size.iter().copied().map(BigUint::from).collect();
    Ok(Power::new(by_size, swings.ok_or(PowerError::NotMonotone)?, (0..n).collect()))
}

/// The column with the most different values.
fn finest(rows: &[Vec<u64>]) -> usize {
    let different = |column: usize| {
        let mut values: Vec<u64> = rows.iter().map(|row| row[column]).collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    };
    (0..rows[0].len()).max_by_key(|&column| different(column)).unwrap_or(0)
}

/// Every coalition of a half, grouped.
fn groups(rows: &[Vec<u64>], width: usize, finest: usize) -> Vec<Group> {
    let mut grouped: BTreeMap<(usize, Vec<u64>), Vec<Part>> = BTreeMap::new();
    for coalition in 0..1_u32 << rows.len() {
        let mut sums = vec![0; width];
        for row in (0..rows.len()).filter(|i| coalition >> i & 1 == 1).map(|i| &rows[i]) {
            sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
        let fine = std::mem::take(&mut sums[finest]);
        grouped.entry((coalition.count_ones() as usize, sums)).or_default().push((fine, coalition));
    }
    let group = |((size, sums), mut parts): ((usize, Vec<u64>), Vec<Part>)| {
        parts.sort_unstable();
        let mut holders = vec![vec![0; rows.len()]; parts.len() + 1];
        for (place, (_, coalition)) in parts.iter().enumerate().rev() {
            let held = |i: usize| holders[place + 1][i] + u64::from(coalition >> i & 1);
            holders[place] = (0..rows.len()).map(held).collect();
        }
        Group { size, sums, parts, holders }
    };
    grouped.into_iter().map(group).collect()
}

/// The least fine sum with which a pair from these groups wins; none where no pair does.
fn least(a: &Group, b: &Group, finest: usize, wins: &Wins) -> Option<u64> {
    let mut sums: Vec<u64> = a.sums.iter().zip(&b.sums).map(|(x, y)| x + y).collect();
    let mut carries = |fine: u64| {
        sums[finest] = fine;
        wins(&sums)
    };
    let (mut below, mut above) = (a.parts[0].0 + b.parts[0].0, a.parts.last()?.0 + b.parts.last()?.0);
    if carries(below) {
        return Some(0);
    }
    if !carries(above) {
        return None;
    }
    while above - below > 1 {
        let middle = below + (above - below) / 2;
        if carries(middle) {
            above = middle;
        } else {
            below = middle;
        }
    }
    Some(above)
}

impl Winning {
    /// Adds the pairs of these groups whose fine sums come to `least`; the second half begins at member `half`.
    fn add(&mut self, a: &Group, b: &Group, half: usize, least: Option<u64>) {
        let Some(least) = least else { return };
        let size = a.size + b.size;
        // As the first part grows, more of the second group suffices.
        let mut from = b.parts.len();
        for (place, &(fine, coalition)) in a.parts.iter().enumerate() {
            while from > 0 && fine + b.parts[from - 1].0 >= least {
                from -= 1;
            }
            if from == 0 {
                return self.add_all(a, place, b, half);
            }
            let partners = (b.parts.len() - from) as u64;
            if partners == 0 {
                continue;
            }
            self.by_size[size] += partners;
            for i in (0..half).filter(|i| coalition >> i & 1 == 1) {
                self.with[i][size] += partners;
            }
            for (i, holders) in b.holders[from].iter().enumerate() {
                self.with[half + i][size] += holders;
            }
        }
    }

    /// Adds every pair of the first group from this place on with all of the second.
    fn add_all(&mut self, a: &Group, place: usize, b: &Group, half: usize) {
        let size = a.size + b.size;
        let (firsts, seconds) = ((a.parts.len() - place) as u64, b.parts.len() as u64);
        self.by_size[size] += firsts * seconds;
        for (i, holders) in a.holders[place].iter().enumerate() {
            self.with[i][size] += holders * seconds;
        }
        for (i, holders) in b.holders[0].iter().enumerate() {
            self.with[half + i][size] += holders * firsts;
        }
    }
}
