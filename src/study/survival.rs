//! How long something lasts, where it may end in several ways or outlast the watch.
//!
//! S(t) = Π_{s ≤ t} (1 − d_s/n_s), n at risk, d ended (Kaplan & Meier 1958, JASA 53). Var ln S = Σ d/(n(n − d))
//! (Greenwood 1926); the 95 % interval is S^exp(±z·√Var ln S / ln S), which stays within [0, 1] (Kalbfleisch &
//! Prentice 1980). The share that ended in way k: I_k(t) = Σ_{s ≤ t} S(s−) d_ks/n_s (Aalen & Johansen 1978), so that
//! S + Σ I_k = 1.

use super::statistics::Z95;

/// The estimate after one unit of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalStep<const K: usize> {
    /// n: how many had neither ended nor been lost sight of just before.
    pub at_risk: u64,
    /// S: the share that lasts longer.
    pub survival: f64,
    /// Lower end of the 95 % interval of S.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// I_k: the share that has ended in each way.
    pub incidence: [f64; K],
}

/// The estimate at each time 0, 1, 2 …, from how many ended then in each way and how many were lost sight of after.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53
pub fn kaplan_meier<const K: usize>(times: &[([u64; K], u64)]) -> Vec<SurvivalStep<K>> {
    let mut at_risk: u64 = times.iter().map(|(ended, lost)| ended.iter().sum::<u64>() + lost).sum();
    let (mut survival, mut variance, mut incidence) = (1.0, 0.0, [0.0; K]);
    let mut steps = Vec::with_capacity(times.len());
    for (ended, lost) in times {
        let (n, d) = (at_risk as f64, ended.iter().sum::<u64>() as f64);
        if n > 0.0 {
            for (share, ended) in incidence.iter_mut().zip(ended) {
                *share += survival * *ended as f64 / n;
            }
            survival *= 1.0 - d / n;
            variance += if d < n { d / (n * (n - d)) } else { 0.0 };
        }
        let (low, high) = interval(survival, variance);
        steps.push(SurvivalStep { at_risk, survival, low, high, incidence });
        at_risk -= ended.iter().sum::<u64>() + lost;
    }
    steps
}

fn interval(survival: f64, variance: f64) -> (f64, f64) {
    if survival <= 0.0 || survival >= 1.0 {
        return (survival, survival);
    }
    let reach = Z95 * libm::sqrt(variance) / libm::log(survival);
    // ln S < 0: the factor below 1 gives the upper end.
    (libm::pow(survival, libm::exp(-reach)), libm::pow(survival, libm::exp(reach)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Freireich et al. (1963), 6-mercaptopurine: weeks of remission of 21 patients, + where still in remission; the
    /// estimates as in Kalbfleisch & Prentice (1980) and every textbook since.
    #[test]
    fn remission_as_published() {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let lost = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let mut times = vec![([0u64; 1], 0u64); 36];
        ended.iter().for_each(|&t: &usize| times[t].0[0] += 1);
        lost.iter().for_each(|&t: &usize| times[t].1 += 1);
        let steps = kaplan_meier(&times);
        for (t, at_risk, survival) in [
            (6, 21, 0.857),
            (7, 17, 0.807),
            (10, 15, 0.753),
            (13, 12, 0.690),
            (16, 11, 0.627),
            (22, 7, 0.538),
            (23, 6, 0.448),
        ] {
            assert_eq!(steps[t].at_risk, at_risk);
            assert!((steps[t].survival - survival).abs() < 5e-4, "{t}: {:?}", steps[t]);
            assert!((steps[t].survival + steps[t].incidence[0] - 1.0).abs() < 1e-12);
        }
        // Greenwood's standard error of S(10) is .0963; the log-log interval of S(22): .268 to .747 (R's survival).
        assert!(
            (steps[22].low - 0.268).abs() < 1e-3 && (steps[22].high - 0.747).abs() < 1e-3,
            "{:?}",
            steps[22]
        );
    }

    #[test]
    fn two_ways_to_end_share_what_is_lost() {
        let steps = kaplan_meier(&[([1, 0], 0), ([0, 1], 1), ([1, 0], 0)]);
        // 4 at risk: one ends in way 0; of 3, one in way 1 and one is lost; the last in way 0.
        assert_eq!(steps[0].incidence, [0.25, 0.0]);
        assert!((steps[1].incidence[1] - 0.25).abs() < 1e-12);
        assert_eq!(steps[2].at_risk, 1);
        assert!((steps[2].incidence[0] - 0.75).abs() < 1e-12 && steps[2].survival.abs() < 1e-12);
    }

    #[test]
    fn nothing_lasts_and_nothing_is_counted() {
        assert_eq!(kaplan_meier::<1>(&[]), []);
        let one = kaplan_meier(&[([0], 1)]);
        assert_eq!((one[0].survival, one[0].low, one[0].high), (1.0, 1.0, 1.0));
    }
}
