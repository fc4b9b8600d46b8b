//! Counting by halves (meet in the middle): winning coalitions as pairs of coalitions, one from each half of the members.
//!
//! For games with too many distinct sums to tabulate and too many members to enumerate, such as the EU's double majority with
//! real populations. The coalitions of each half are grouped by size and by all sums except the finest column, and sorted by
//! that column within a group. For two groups there is a smallest winning total T in the finest column, and the pairs with
//! a + b ≥ T are counted in one sweep. Swings follow from monotonicity: the number of coalitions of size s that member i
//! swings is the number of winning coalitions of size s + 1 with i, minus those of size s without i. This takes about 2^(n/2)
//! steps per pair of groups instead of 2ⁿ (Horowitz & Sahni 1974, for knapsacks).

use std::collections::BTreeMap;

use num_bigint::BigUint;

use super::{error::PowerError, index::PowerIndices, wins::Wins};

/// The maximum number of members for counting by halves.
pub(super) const MOST_HALVED: usize = 36;

/// A coalition of one half: its sum in the finest column, and its members as a bit set.
type HalfCoalition = (u64, u32);

/// The coalitions of one half with equal size and equal sums in every column but the finest.
struct HalfGroup {
    size: usize,
    /// The common sums; 0 in the finest column.
    sums: Vec<u64>,
    /// In ascending order of the finest sum.
    coalitions: Vec<HalfCoalition>,
    /// The number of coalitions from each index on that contain each member of the half: by index, then by member.
    containing: Vec<Vec<u64>>,
}

/// The number of winning coalitions by size, and of those with each member.
struct WinningCounts {
    by_size: Vec<u64>,
    with: Vec<Vec<u64>>,
}

/// Counts swings of a monotone game of at most [`MOST_HALVED`] members by halves.
pub(super) fn by_halves(rows: &[Vec<u64>], wins: &Wins) -> Result<PowerIndices, PowerError> {
    let n = rows.len();
    let finest = finest(rows);
    let (left, right) = rows.split_at(n / 2);
    let width = rows[0].len();
    let (a, b) = (groups(left, width, finest), groups(right, width, finest));
    let mut winning = WinningCounts { by_size: vec![0; n + 1], with: vec![vec![0; n + 1]; n] };
    for (first, second) in a.iter().flat_map(|first| b.iter().map(move |second| (first, second))) {
        winning.add(first, second, left.len(), winning_total(first, second, finest, wins));
    }
    let swings = |with: &Vec<u64>| -> Option<Vec<BigUint>> {
        let of_size = |s: usize| with[s + 1].checked_sub(winning.by_size[s] - with[s]).map(BigUint::from);
        (0..n).map(of_size).collect()
    };
    let swings: Option<Vec<_>> = winning.with.iter().map(swings).collect();
    let by_size = winning.by_size.iter().copied().map(BigUint::from).collect();
    Ok(PowerIndices::new(by_size, swings.ok_or(PowerError::NotMonotone)?, (0..n).collect()))
}

/// The column with the most distinct values.
fn finest(rows: &[Vec<u64>]) -> usize {
    let distinct = |column: usize| {
        let mut values: Vec<u64> = rows.iter().map(|row| row[column]).collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    };
    (0..rows[0].len()).max_by_key(|&column| distinct(column)).unwrap_or(0)
}

/// All coalitions of a half, grouped.
fn groups(rows: &[Vec<u64>], width: usize, finest: usize) -> Vec<HalfGroup> {
    let mut grouped: BTreeMap<(usize, Vec<u64>), Vec<HalfCoalition>> = BTreeMap::new();
    for coalition in 0..1_u32 << rows.len() {
        let mut sums = vec![0; width];
        for row in (0..rows.len()).filter(|i| coalition >> i & 1 == 1).map(|i| &rows[i]) {
            sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
        let fine = std::mem::take(&mut sums[finest]);
        grouped.entry((coalition.count_ones() as usize, sums)).or_default().push((fine, coalition));
    }
    let group = |((size, sums), mut coalitions): ((usize, Vec<u64>), Vec<HalfCoalition>)| {
        coalitions.sort_unstable();
        let mut containing = vec![vec![0; rows.len()]; coalitions.len() + 1];
        for (k, (_, coalition)) in coalitions.iter().enumerate().rev() {
            let count = |i: usize| containing[k + 1][i] + u64::from(coalition >> i & 1);
            containing[k] = (0..rows.len()).map(count).collect();
        }
        HalfGroup { size, sums, coalitions, containing }
    };
    grouped.into_iter().map(group).collect()
}

/// The smallest total of the finest column with which a pair from these groups wins; `None` if no pair wins.
fn winning_total(a: &HalfGroup, b: &HalfGroup, finest: usize, wins: &Wins) -> Option<u64> {
    let mut sums: Vec<u64> = a.sums.iter().zip(&b.sums).map(|(x, y)| x + y).collect();
    let mut carries = |fine: u64| {
        sums[finest] = fine;
        wins(&sums)
    };
    let (mut below, mut above) =
        (a.coalitions[0].0 + b.coalitions[0].0, a.coalitions.last()?.0 + b.coalitions.last()?.0);
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

impl WinningCounts {
    /// Adds the pairs of these groups with a total of at least `required`; the second half starts at member `half`.
    fn add(&mut self, a: &HalfGroup, b: &HalfGroup, half: usize, required: Option<u64>) {
        let Some(required) = required else { return };
        let size = a.size + b.size;
        // As the sum from the first group grows, more coalitions of the second suffice.
        let mut from = b.coalitions.len();
        for (k, &(fine, coalition)) in a.coalitions.iter().enumerate() {
            while from > 0 && fine + b.coalitions[from - 1].0 >= required {
                from -= 1;
            }
            if from == 0 {
                return self.add_all(a, k, b, half);
            }
            let partners = (b.coalitions.len() - from) as u64;
            if partners == 0 {
                continue;
            }
            self.by_size[size] += partners;
            for i in (0..half).filter(|i| coalition >> i & 1 == 1) {
                self.with[i][size] += partners;
            }
            for (i, count) in b.containing[from].iter().enumerate() {
                self.with[half + i][size] += count;
            }
        }
    }

    /// Adds all pairs of the first group's coalitions from index `from` on with all of the second group.
    fn add_all(&mut self, a: &HalfGroup, from: usize, b: &HalfGroup, half: usize) {
        let size = a.size + b.size;
        let (firsts, seconds) = ((a.coalitions.len() - from) as u64, b.coalitions.len() as u64);
        self.by_size[size] += firsts * seconds;
        for (i, count) in a.containing[from].iter().enumerate() {
            self.with[i][size] += count * seconds;
        }
        for (i, count) in b.containing[0].iter().enumerate() {
            self.with[half + i][size] += count * firsts;
        }
    }
}
