//! The scenarios and studies that come with the program, so that it runs without a file.

use miette::Result;

use plenary::scenario::{LoadError, Scenario};

const SHIPPED: [(&str, &str); 14] = [
    ("un-ai-dialogue-2025", include_str!("../../scenarios/un-ai-dialogue-2025.ron")),
    ("least-ambitious-law", include_str!("../../scenarios/least-ambitious-law.ron")),
    ("three-parties", include_str!("../../scenarios/theory/three-parties.ron")),
    ("uniform-room", include_str!("../../scenarios/theory/uniform-room.ron")),
    ("eec-council-1958", include_str!("../../scenarios/bodies/eec-council-1958.ron")),
    ("eec-council-1973", include_str!("../../scenarios/bodies/eec-council-1973.ron")),
    ("eu-council-lisbon", include_str!("../../scenarios/bodies/eu-council-lisbon.ron")),
    ("eu-council-nice-15", include_str!("../../scenarios/bodies/eu-council-nice-15.ron")),
    ("eu-council-nice-27", include_str!("../../scenarios/bodies/eu-council-nice-27.ron")),
    ("osce", include_str!("../../scenarios/bodies/osce.ron")),
    ("un-general-assembly", include_str!("../../scenarios/bodies/un-general-assembly.ron")),
    ("un-security-council", include_str!("../../scenarios/bodies/un-security-council.ron")),
    ("un-security-council-1946", include_str!("../../scenarios/bodies/un-security-council-1946.ron")),
    ("wto", include_str!("../../scenarios/bodies/wto.ron")),
];

const STUDIES: [(&str, &str); 9] = [
    ("isolation-failure-theta", include_str!("../../scenarios/studies/isolation-failure-theta.ron")),
    ("isolation-and-objections", include_str!("../../scenarios/studies/isolation-and-objections.ron")),
    ("laggard-outside-option", include_str!("../../scenarios/studies/laggard-outside-option.ron")),
    ("flagship-screening", include_str!("../../scenarios/studies/flagship-screening.ron")),
    ("flagship-variance", include_str!("../../scenarios/studies/flagship-variance.ron")),
    ("law-of-numbers", include_str!("../../scenarios/studies/law-of-numbers.ron")),
    ("harmonic-mean-failure", include_str!("../../scenarios/studies/harmonic-mean-failure.ron")),
    ("harmonic-mean-isolation", include_str!("../../scenarios/studies/harmonic-mean-isolation.ron")),
    ("boulware-laggard", include_str!("../../scenarios/studies/boulware-laggard.ron")),
];

/// Templates for real cases, by name.
pub const TEMPLATES: [(&str, &str); 1] = [("demands", include_str!("../../scenarios/templates/demands.ron"))];

/// The source of a shipped study.
pub fn study(name: &str) -> Option<&'static str> {
    STUDIES.iter().find(|(n, _)| *n == name).map(|(_, text)| *text)
}

/// The source of a shipped scenario.
pub fn find(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(n, _)| *n == name).map(|(_, text)| *text)
}

/// A shipped scenario by name; an unknown name is read as a file that is not there.
pub fn load(name: &str) -> Result<Scenario, LoadError> {
    find(name).map_or_else(|| Scenario::load(name), |text| Scenario::parse(name, text))
}

/// The UN's AI panel and dialogue, 2025.
pub fn flagship() -> Result<Scenario, LoadError> {
    load(SHIPPED[0].0)
}
