//! The Nakamura number as a bin packing problem: k winning coalitions have no common member iff every member is outside one
//! of them, that is, iff the members fit into k bins, where a bin is feasible if the coalition of all other members wins. For
//! at most 20 members it is also computed from the unions of k feasible bins.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{error::PowerError, wins::Wins};

/// The maximum number of failed states that the search stores.
const MOST_STATES: usize = 1 << 16;

/// The number of bins by their sums.
type Bins = BTreeMap<Vec<u64>, usize>;

/// The smallest feasible number of bins, known to be at least `least`; `None` if some member fits into no bin.
pub(super) fn by_packing(
    rows: &[Vec<u64>],
    totals: &[u64],
    wins: &Wins,
    least: usize,
) -> Result<Option<usize>, PowerError> {
    let mut rows: Vec<&[u64]> = rows.iter().map(Vec::as_slice).collect();
    rows.sort_unstable_by_key(|row| Reverse(*row));
    let mut packing = Packing { rows, totals, wins, failed: BTreeSet::new() };
    if !packing.rows.iter().all(|row| packing.feasible(row)) {
        return Ok(None);
    }
    for k in least.max(2)..packing.rows.len() {
        packing.failed.clear();
        let empty = vec![0; totals.len()];
        if packing.fits(0, &mut Bins::from([(empty, k)]))? {
            return Ok(Some(k));
        }
    }
    Ok(Some(packing.rows.len())) // one bin per member
}

/// The search for a packing, the largest members first.
struct Packing<'a> {
    rows: Vec<&'a [u64]>,
    totals: &'a [u64],
    wins: &'a Wins,
    /// States from which the search has failed.
    failed: BTreeSet<(usize, Bins)>,
}

impl Packing<'_> {
    /// Whether the coalition of all members outside the bin wins.
    fn feasible(&self, bin: &[u64]) -> bool {
        let others: Vec<u64> = self.totals.iter().zip(bin).map(|(total, x)| total - x).collect();
        (self.wins)(&others)
    }

    /// Whether the members from index `i` on fit into these bins. Equal bins are tried once, the fullest first.
    fn fits(&mut self, i: usize, bins: &mut Bins) -> Result<bool, PowerError> {
        let Some(&row) = self.rows.get(i) else {
            return Ok(true);
        };
        if self.failed.contains(&(i, bins.clone())) {
            return Ok(false);
        }
        let distinct: Vec<Vec<u64>> = bins.keys().rev().cloned().collect();
        for bin in distinct {
            let filled: Vec<u64> = bin.iter().zip(row).map(|(sum, x)| sum + x).collect();
            if !self.feasible(&filled) {
                continue;
            }
            replace(bins, &bin, &filled);
            if self.fits(i + 1, bins)? {
                return Ok(true);
            }
            replace(bins, &filled, &bin);
        }
        self.failed.insert((i, bins.clone()));
        if self.failed.len() > MOST_STATES {
            return Err(PowerError::TooLarge);
        }
        Ok(false)
    }
}

/// Replaces one bin by another.
fn replace(bins: &mut Bins, from: &[u64], to: &[u64]) {
    if let Some(count) = bins.get_mut(from) {
        *count -= 1;
        if *count == 0 {
            bins.remove(from);
        }
    }
    *bins.entry(to.to_vec()).or_insert(0) += 1;
}

/// The same from the verdict on every coalition, for at most 20 members. Let f mark the feasible bins and r_k the unions of
/// k of them. With ζ the sum over subsets, ζf·ζr_k counts the pairs whose union is contained in a coalition, and its Möbius
/// inverse those whose union equals it: r_{k+1} marks where that is above 0 (at most 2⁴⁰, so exact).
pub(super) fn by_enumeration(carries: &[bool]) -> Option<usize> {
    let everybody = carries.len() - 1;
    let feasible: Vec<u64> = carries.iter().rev().map(|&rest| u64::from(rest)).collect();
    let single = |i: u32| feasible[1 << i] == 1;
    if !(0..carries.len().ilog2()).all(single) {
        return None;
    }
    let mut within = feasible.clone();
    transform_subsets(&mut within, |sum, part| sum + part);
    let (mut unions, mut k) = (feasible, 1);
    while unions[everybody] == 0 {
        transform_subsets(&mut unions, |sum, part| sum + part);
        unions.iter_mut().zip(&within).for_each(|(a, b)| *a *= b);
        transform_subsets(&mut unions, |sum, part| sum - part);
        unions.iter_mut().for_each(|pairs| *pairs = (*pairs).min(1));
        k += 1;
    }
    Some(k)
}

/// The subset-sum transform or, with subtraction, its inverse, in place.
fn transform_subsets(counts: &mut [u64], change: impl Fn(u64, u64) -> u64) {
    for i in 0..counts.len().ilog2() {
        for with in (0..counts.len()).filter(|c| c >> i & 1 == 1) {
            counts[with] = change(counts[with], counts[with ^ 1 << i]);
        }
    }
}
