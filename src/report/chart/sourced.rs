//! Captions of pictures of a case, and estimates as captions write them.

use super::{Caption, ChartCase, frame::font};
use crate::{
    language::Language,
    random::Seed,
    say,
    scenario::Scenario,
    study::{
        identity::{Identity, Runs},
        statistics::Mean,
    },
};

impl ChartCase<'_> {
    /// A caption of a picture made of `n` negotiations of this case.
    pub(super) fn caption_of(&self, n: u64, title: String, reading: String) -> Caption {
        captioned(self.scenario, self.seed, Runs::All(n), title, reading)
    }
}

/// A change with its interval: "+.31 (+.29 to +.32)".
pub fn change(language: Language, estimate: &Mean) -> String {
    let Mean { mean: Some(mean), low, high, .. } = *estimate else { return language.point(None) };
    match (low, high) {
        (Some(low), Some(high)) if low < high => {
            let [at, low, high] = [mean, low, high].map(|x| language.change(x));
            say!(language, "pictures-estimate", at = at, low = low, high = high, signed = "yes")
        }
        _ => language.change(mean),
    }
}

/// A number with its interval, without one where it is known exactly or there is none: ".31 (.29–.32)", "−.02 (−.03 to .01)".
pub fn estimate(language: Language, estimate: &Mean) -> String {
    let Mean { mean: Some(mean), low, high, .. } = *estimate else { return language.point(None) };
    let at = language.point(mean);
    match (low, high) {
        (Some(low), Some(high)) if low < high => {
            let signed = if low < 0.0 { "yes" } else { "no" };
            let (low, high) = (language.point(low), language.point(high));
            say!(language, "pictures-estimate", at = at, low = low, high = high, signed = signed)
        }
        _ => at,
    }
}

/// The same with the other sign.
pub fn negated(estimate: &Mean) -> Mean {
    let minus = |x: Option<f64>| x.map(|x| -x);
    Mean { mean: minus(estimate.mean), low: minus(estimate.high), high: minus(estimate.low), n: estimate.n }
}

/// A caption of a picture of one negotiation.
pub fn of_one(case: &ChartCase<'_>, replicate: u64, title: String, reading: String) -> Caption {
    captioned(case.scenario, case.seed, Runs::One(replicate), title, reading)
}

/// A caption of a picture of a rule and its members: nothing is negotiated.
pub fn of_rule(scenario: &Scenario, title: String, reading: String) -> Caption {
    captioned(scenario, Seed::default(), Runs::None, title, reading)
}

fn captioned(scenario: &Scenario, seed: Seed, runs: Runs, title: String, reading: String) -> Caption {
    let key = font::foreign(&scenario.as_file());
    Caption { title, reading, identity: Identity::of(scenario, seed, runs), key }
}
