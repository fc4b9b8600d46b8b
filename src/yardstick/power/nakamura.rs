//! Nakamura's number as packing: k winning coalitions share nobody iff everybody can be left out of one of them, that is
//! iff the members fit into k bins, where a bin is feasible while the coalition of everybody else still wins. With at most
//! 20 members, also by which coalitions are unions of k feasible bins.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{error::PowerError, wins::Wins};

/// The most places the search goes.
const MOST_STATES: usize = 1 << 16;

/// How many bins there are with each sums.
type Bins = BTreeMap<Vec<u64>, usize>;

/// The smallest feasible number of bins, known to be at least `least`; none where a member fits into no bin.
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
    Ok(Some(packing.rows.len())) // a bin for each
}

/// The search for a packing, the largest members first.
struct Packing<'a> {
    rows: Vec<&'a [u64]>,
    totals: &'a [u64],
    wins: &'a Wins,
    /// From where the search has already failed.
    failed: BTreeSet<(usize, Bins)>,
}

impl Packing<'_> {
    /// Whether everybody but these still wins.
    fn feasible(&self, bin: &[u64]) -> bool {
        let others: Vec<u64> = self.totals.iter().zip(bin).map(|(total, x)| total - x).collect();
        (self.wins)(&others)
    }

    /// Whether the members from the `i`-th on fit into these bins. Alike bins are tried once, the fullest first.
    fn fits(&mut self, i: usize, bins: &mut Bins) -> Result<bool, PowerError> {
        let Some(&row) = self.rows.get(i) else {
            return Ok(true);
        };
        if self.failed.contains(&(i, bins.clone())) {
            return Ok(false);
        }
        let different: Vec<Vec<u64>> = bins.keys().rev().cloned().collect();
        for bin in different {
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

/// Turns one bin into another.
fn replace(bins: &mut Bins, from: &[u64], to: &[u64]) {
    if let Some(count) = bins.get_mut(from) {
        *count -= 1;
        if *count == 0 {
            bins.remove(from);
        }
    }
    *bins.entry(to.to_vec()).or_insert(0) += 1;
}

/// The same from every coalition's verdict, for at most 20 members. Let f mark the feasible bins and r_k the unions
/// of k of them. With ζ the sum over subsets, ζf·ζr_k counts pairs whose union lies within a coalition, and its
/// inverse those whose union it is: r_{k+1} is where that is above 0 (at most 2⁴⁰, so exact).
pub(super) fn by_enumeration(carries: &[bool]) -> Option<usize> {
    let everybody = carries.len() - 1;
    let feasible: Vec<u64> = carries.iter().rev().map(|&rest| u64::from(rest)).collect();
    let single = |i: u32| feasible[1 << i] == 1;
    if !(0..carries.len().ilog2()).all(single) {
        return None;
    }
    let mut within = feasible.clone();
    over_subsets(&mut within, |sum, part| sum + part);
    let (mut unions, mut k) = (feasible, 1);
    while unions[everybody] == 0 {
        over_subsets(&mut unions, |sum, part| sum + part);
        unions.iter_mut().zip(&within).for_each(|(a, b)| *a *= b);
        over_subsets(&mut unions, |sum, part| sum - part);
        unions.iter_mut().for_each(|pairs| *pairs = (*pairs).min(1));
        k += 1;
    }
    Some(k)
}

/// Member by member, adds to (or takes from) each coalition with the member what stands at that without.
fn over_subsets(of: &mut [u64], change: impl Fn(u64, u64) -> u64) {
    for i in 0..of.len().ilog2() {
        for with in (0..of.len()).filter(|c| c >> i & 1 == 1) {
            of[with] = change(of[with], of[with ^ 1 << i]);
        }
    }
}
