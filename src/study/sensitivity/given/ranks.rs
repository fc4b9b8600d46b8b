//! Partial rank correlation.

use nalgebra::DMatrix;

use super::sample::{FactorValues, Sample};

/// The columns of the correlation: numbers by rank, one for each word but the first, and last the result.
pub struct RankColumns {
    columns: Vec<RankColumn>,
    /// The column of each factor; none of words.
    of_factor: Vec<Option<usize>>,
}

/// A column.
enum RankColumn {
    /// Values, and their order.
    Ranked { values: Vec<f64>, order: Vec<usize> },
    /// Whether a point has this word.
    Word(Vec<bool>),
}

impl RankColumns {
    /// The columns of a sample.
    pub fn new(sample: &Sample) -> Self {
        let (mut columns, mut of_factor) = (Vec::new(), Vec::new());
        for factor in &sample.factors {
            match factor {
                FactorValues::Numbers(values) => {
                    of_factor.push(Some(columns.len()));
                    columns.push(ranked(values));
                }
                FactorValues::Words(words, count) => {
                    of_factor.push(None);
                    columns.extend(
                        (1..*count).map(|k| RankColumn::Word(words.iter().map(|w| *w == k).collect())),
                    );
                }
            }
        }
        columns.push(ranked(&sample.results));
        Self { columns, of_factor }
    }

    /// PRCC of each factor, in a sample in which each point counts so often.
    pub fn partial(&self, times: &[u32]) -> Vec<Option<f64>> {
        let none = || vec![None; self.of_factor.len()];
        let columns: Vec<Vec<f64>> = self.columns.iter().map(|c| c.centred(times)).collect();
        let squares = |c: &[f64]| c.iter().zip(times).map(|(x, t)| f64::from(*t) * x * x).sum::<f64>();
        let varying: Vec<usize> = (0..columns.len()).filter(|k| squares(&columns[*k]) > 1e-9).collect();
        let n: usize = times.iter().map(|t| *t as usize).sum();
        let last = columns.len() - 1;
        // Two degrees of freedom, at least, beside those of the factors held.
        if varying.last() != Some(&last) || n < varying.len() + 3 {
            return none();
        }
        let Some(inverse) = inverse_correlation(&columns, &varying, times) else { return none() };
        let result = varying.len() - 1;
        let of = |column: &Option<usize>| {
            let k = varying.iter().position(|v| Some(*v) == *column)?;
            let scale = libm::sqrt(inverse[(k, k)] * inverse[(result, result)]);
            Some((-inverse[(k, result)] / scale).clamp(-1.0, 1.0))
        };
        self.of_factor.iter().map(of).collect()
    }
}

/// The inverse of the matrix of correlations; none where columns are collinear.
fn inverse_correlation(columns: &[Vec<f64>], varying: &[usize], times: &[u32]) -> Option<DMatrix<f64>> {
    let cross = |i: usize, j: usize| -> f64 {
        let (a, b) = (&columns[varying[i]], &columns[varying[j]]);
        a.iter().zip(b).zip(times).map(|((a, b), t)| f64::from(*t) * a * b).sum()
    };
    let k = varying.len();
    let scale: Vec<f64> = (0..k).map(|i| libm::sqrt(cross(i, i))).collect();
    let mut matrix = DMatrix::identity(k, k);
    for i in 0..k {
        for j in 0..i {
            let r = cross(i, j) / (scale[i] * scale[j]);
            (matrix[(i, j)], matrix[(j, i)]) = (r, r);
        }
    }
    // Factors that determine one another leave nothing to hold; the result may be determined by them.
    let factors = matrix.view((0, 0), (k - 1, k - 1)).into_owned().cholesky()?;
    if factors.l().diagonal().iter().any(|d| *d < 1e-5) {
        return None;
    }
    // A result that factors determine exactly would have no inverse: a ridge far below any rounding of figures.
    matrix[(k - 1, k - 1)] += 1e-12;
    Some(matrix.cholesky()?.inverse())
}

fn ranked(values: &[f64]) -> RankColumn {
    RankColumn::Ranked { values: values.to_vec(), order: order(values) }
}

fn order(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    order
}

/// The rank of each value, from 1; equal values share the mean of theirs.
pub fn average_ranks(values: &[f64]) -> Vec<f64> {
    ranks(values, &order(values), &vec![1; values.len()])
}

fn ranks(values: &[f64], order: &[usize], times: &[u32]) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0.0;
    for equal in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let count: f64 = equal.iter().map(|k| f64::from(times[*k])).sum();
        equal.iter().for_each(|k| ranks[*k] = before + (count + 1.0) / 2.0);
        before += count;
    }
    ranks
}

impl RankColumn {
    /// Less its mean.
    fn centred(&self, times: &[u32]) -> Vec<f64> {
        let mut column = match self {
            Self::Ranked { values, order } => ranks(values, order, times),
            Self::Word(is) => is.iter().map(|is| f64::from(u8::from(*is))).collect(),
        };
        let n: f64 = times.iter().map(|t| f64::from(*t)).sum();
        let mean = column.iter().zip(times).map(|(x, t)| x * f64::from(*t)).sum::<f64>() / n;
        column.iter_mut().for_each(|x| *x -= mean);
        column
    }
}
