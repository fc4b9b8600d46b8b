//! Counts of swings, by generating functions or by enumeration.
//!
//! P = Π (1 + z·y^row) over members is a polynomial whose coefficient at z^s y^v is the number of coalitions of s members
//! with sums v. Coalitions without one member of class c have P_c = P/(1 + z·y^row), an exact division. A swing of c is a
//! coalition in P_c that loses at v and wins at v + row.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::{error::PowerError, index::PowerIndices, wins::Wins};

/// The number of coalitions by size and sums.
type Coalitions = Vec<BTreeMap<Vec<u64>, BigUint>>;

/// The maximum number of distinct (size, sums) times classes, which takes a few seconds.
const MAX_STEPS: usize = 1 << 22;

/// Counts swings by dynamic programming over sizes and sums.
pub(super) fn by_sums(rows: &[Vec<u64>], wins: &Wins) -> Result<PowerIndices, PowerError> {
    let (classes, class_of) = classes(rows);
    let all = coalitions(&classes, rows.len(), rows[0].len())?;
    let winning = all.iter().map(|of_size| {
        let winners = of_size.iter().filter(|(sums, _)| wins(sums));
        winners.map(|(_, count)| count).sum()
    });
    let swings = classes
        .iter()
        .map(|(row, _)| swings(&remove_member(&all, row), row, wins))
        .collect::<Result<_, _>>()?;
    Ok(PowerIndices::new(winning.collect(), swings, class_of))
}

/// The distinct rows with the number of members of each, and the class of each member.
fn classes(rows: &[Vec<u64>]) -> (Vec<(&[u64], usize)>, Vec<usize>) {
    let mut known = BTreeMap::new();
    let mut classes: Vec<(&[u64], usize)> = Vec::new();
    let class_of = rows
        .iter()
        .map(|row| {
            let class = *known.entry(row).or_insert(classes.len());
            match classes.get_mut(class) {
                Some((_, size)) => *size += 1,
                None => classes.push((row, 1)),
            }
            class
        })
        .collect();
    (classes, class_of)
}

/// P, built class by class: (1 + z·y^row)^m by binomial coefficients.
fn coalitions(classes: &[(&[u64], usize)], members: usize, width: usize) -> Result<Coalitions, PowerError> {
    let mut all: Coalitions = vec![BTreeMap::new(); members + 1];
    all[0].insert(vec![0; width], BigUint::one());
    let mut members_added = 0;
    for (row, size) in classes {
        let binomials = binomials(*size);
        let mut next: Coalitions = vec![BTreeMap::new(); members + 1];
        let mut states = 0;
        for (s, of_size) in all[..=members_added].iter().enumerate() {
            for (sums, count) in of_size {
                for (j, ways) in (0_u64..).zip(&binomials) {
                    let sums = sums.iter().zip(*row).map(|(sum, x)| sum + j * x).collect();
                    let with = &mut next[s + usize::try_from(j).expect("at most the members")];
                    let entry = with.entry(sums).or_insert_with(|| {
                        states += 1;
                        BigUint::zero()
                    });
                    *entry += count * ways;
                }
                if states * classes.len() > MAX_STEPS {
                    return Err(PowerError::TooLarge);
                }
            }
        }
        members_added += size;
        all = next;
    }
    Ok(all)
}

/// C(n, 0), …, C(n, n).
fn binomials(n: usize) -> Vec<BigUint> {
    let mut row = vec![BigUint::one()];
    for k in 0..n {
        row.push(&row[k] * (n - k) / (k + 1));
    }
    row
}

/// P/(1 + z·y^row): coalitions without one member of this row, in ascending order of size.
fn remove_member(all: &Coalitions, row: &[u64]) -> Coalitions {
    let mut others: Coalitions = Vec::with_capacity(all.len() - 1);
    for of_size in &all[..all.len() - 1] {
        let with_it = |sums: &[u64]| {
            let before: Option<Vec<u64>> = sums.iter().zip(row).map(|(sum, x)| sum.checked_sub(*x)).collect();
            others.last()?.get(&before?)
        };
        let without = of_size.iter().filter_map(|(sums, count)| {
            let count = match with_it(sums) {
                Some(with_it) => count - with_it,
                None => count.clone(),
            };
            (!count.is_zero()).then(|| (sums.clone(), count))
        });
        let without = without.collect();
        others.push(without);
    }
    others
}

/// The number of coalitions of other members, by size, that lose without a member of this row and win with it.
fn swings(others: &Coalitions, row: &[u64], wins: &Wins) -> Result<Vec<BigUint>, PowerError> {
    let of_size = |coalitions: &BTreeMap<Vec<u64>, BigUint>| {
        let mut swings = BigUint::zero();
        let mut joined = vec![0; row.len()];
        for (sums, count) in coalitions {
            for ((with, sum), x) in joined.iter_mut().zip(sums).zip(row) {
                *with = sum + x;
            }
            match (wins(sums), wins(&joined)) {
                (false, true) => swings += count,
                (true, false) => return Err(PowerError::NotMonotone),
                _ => {}
            }
        }
        Ok(swings)
    };
    others.iter().map(of_size).collect()
}

/// Whether each coalition, as a bit set, carries; for at most 20 members.
pub(super) fn verdicts(rows: &[Vec<u64>], wins: &Wins) -> Vec<bool> {
    let carries = |coalition: usize| {
        let mut sums = vec![0; rows[0].len()];
        for (i, row) in rows.iter().enumerate() {
            if coalition >> i & 1 == 1 {
                sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
            }
        }
        wins(&sums)
    };
    (0..1_usize << rows.len()).map(carries).collect()
}

/// Counts swings by evaluating every coalition; for at most 20 members.
pub(super) fn by_enumeration(rows: &[Vec<u64>], wins: &Wins) -> Result<PowerIndices, PowerError> {
    let n = rows.len();
    let carries = verdicts(rows, wins);
    let mut winning = vec![0_u64; n + 1];
    let mut swings = vec![vec![0_u64; n]; n];
    for coalition in 0..carries.len() {
        let size = coalition.count_ones() as usize;
        winning[size] += u64::from(carries[coalition]);
        for (i, of_size) in swings.iter_mut().enumerate() {
            let joined = coalition | 1 << i;
            if joined == coalition {
                continue;
            }
            match (carries[coalition], carries[joined]) {
                (false, true) => of_size[size] += 1,
                (true, false) => return Err(PowerError::NotMonotone),
                _ => {}
            }
        }
    }
    let large = |counts: Vec<u64>| counts.into_iter().map(BigUint::from).collect();
    Ok(PowerIndices::new(large(winning), swings.into_iter().map(large).collect(), (0..n).collect()))
}
