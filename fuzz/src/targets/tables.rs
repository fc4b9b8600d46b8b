//! Tables from spreadsheets: surveys of positions, scorable games, real cases.

use plenary::{
    backtest::{Evaluation, ModelPredictions, Rival, cases},
    diagnostic::Diagnose,
    import::{self, SurveyReading},
    random::Seed,
    scenario::{LoadError, Scenario},
};

use crate::harness;

/// Where one table of an input ends and the next begins.
const BREAK: &str = "\n---\n";

fn two(text: &str) -> (&str, Option<&str>) {
    text.split_once(BREAK).map_or((text, None), |(first, second)| (first, Some(second)))
}

/// A table becomes a scenario that is read, or is explained. What it says may still make no sense, as equal names do.
fn imported(written: Result<String, impl Diagnose>) -> bool {
    let written = match written {
        Ok(written) => written,
        Err(error) => {
            assert!(!crate::support::explained(&error).trim().is_empty());
            return false;
        }
    };
    match Scenario::parse("written.ron", &written) {
        Ok(_) => harness::negotiate(&harness::read(&written).expect("it was read")),
        Err(error @ LoadError::Meaning { .. }) => _ = crate::support::explained(&error),
        Err(error) => panic!("{}\n{written}", crate::support::explained(&error)),
    }
    true
}

/// A survey of positions, with the words of its scales or without.
pub fn positions(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let (text, scales) = two(text);
    let reading =
        SurveyReading { scales: scales.map(|text| ("scales.csv", text)), ..SurveyReading::default() };
    imported(import::positions("positions.csv", "A survey", text, &reading))
}

/// A scorable game.
pub fn scorable(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    imported(import::scorable("game.csv", "A game", text))
}

/// Issues and positions of real cases: read and scored, or explained.
pub fn backtest(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let (issues, positions) = two(text);
    match cases::read(("issues.csv", issues), ("positions.csv", positions.unwrap_or_default())) {
        Ok((dossiers, _)) => {
            let predictions = |rival: Rival| {
                dossiers.iter().flat_map(|d| &d.issues).map(|issue| rival.predict(issue)).collect()
            };
            let models: Vec<ModelPredictions> = Rival::ALL
                .into_iter()
                .map(|rival| ModelPredictions {
                    name: rival.name().to_owned(),
                    words: rival.words().into(),
                    predictions: predictions(rival),
                    null_of: None,
                })
                .collect();
            let seed: Seed = 1;
            let evaluation = Evaluation::of(&dossiers, &models, &[], seed);
            assert!(!evaluation.rows.is_empty());
            true
        }
        Err(error) => {
            assert!(!crate::support::explained(&error).trim().is_empty());
            false
        }
    }
}
