//! What an observed ending says of numbers that nobody knows.

use super::{FolderPage, Told, markup};
use crate::{
    report::calibration::{self as words, Found},
    say,
    study::calibration::Findings,
};

pub fn tell(page: &FolderPage<'_>) -> Told {
    let language = page.language;
    let findings = page.findings.and_then(|found| serde_json::from_value::<Findings>(found.clone()).ok());
    let Some(findings) = findings else { return Told::default() };
    let cases: Vec<_> = page.scenario.into_iter().collect();
    let found = Found { cases: &cases, findings: &findings };
    let answer = words::answer(language, &found);
    let mut caveats = words::warnings(language, &found);
    caveats.push(words::legend(language, &findings));
    let tables = vec![
        markup(&say!(language, "calibration-section-numbers"), &words::numbers(language, &findings)),
        markup(&say!(language, "calibration-section-predictive"), &words::predictive(language, &found)),
        markup(&say!(language, "calibration-section-generations"), &words::generations(language, &findings)),
    ];
    Told { answer, caveats, tables }
}
