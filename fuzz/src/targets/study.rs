//! Studies and their lists of points.

use plenary::study::{definition::Definition, plan::Run, sweep::Sweep};

use crate::seeds;

/// Any text as a study: read or explained; what is read can be swept.
pub fn study(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    examine(Definition::parse("study.ron", text, None, seeds::shipped))
}

/// Any text as a list of points.
pub fn list(bytes: &[u8]) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("points.csv"), bytes).expect("written");
    examine(Definition::parse("study.ron", seeds::LISTED, Some(folder.path()), seeds::shipped))
}

/// Sweeps a study that was read; else makes sure that the error explains itself. Whether it was read.
fn examine(read: Result<Definition, impl plenary::diagnostic::Diagnose>) -> bool {
    match read {
        Ok(definition) => {
            sweep(&definition);
            true
        }
        Err(error) => {
            assert!(!crate::support::explained(&error).trim().is_empty());
            false
        }
    }
}

/// Negotiates the first and the last point, where they are small.
fn sweep(definition: &Definition) {
    let cells = definition.scenario.countries.len() * definition.scenario.clauses.len();
    if cells > 400 {
        return;
    }
    let study = Sweep::new(definition).expect("a sound study can be swept");
    let points = study.plan().points();
    assert!(points > 0, "a study without points");
    for point in [0, points - 1] {
        let entry = study.negotiate(Run { first: 0, point, count: 1 });
        assert!(!entry.record(&definition.fingerprint()).is_empty());
    }
}

/// Any text as a prior: its values lie between its ends, and what is written of them reads back.
pub fn prior(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let prior = match text.parse::<plenary::study::calibration::Prior>() {
        Ok(prior) => prior,
        Err(why) => {
            assert!(!why.is_empty());
            return false;
        }
    };
    let [low, high] = prior.ends();
    for u in [1e-12, 0.3, 0.5, 1.0 - 1e-12] {
        let x = prior.quantile(u);
        assert!((low..=high).contains(&x), "{text}: {x} outside {low} to {high}");
        assert!((0.0..=1.0).contains(&prior.cdf(x)), "{text}: P(X <= {x}) = {}", prior.cdf(x));
        assert!(prior.density(x).is_finite() && !prior.setting(x).is_empty(), "{text}");
        assert_eq!(prior.value(&prior.level(x)).is_some(), prior.density(x) > 0.0 || x == low || x == high, "{text}: {x}");
    }
    true
}
