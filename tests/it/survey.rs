//! Surveys of positions turned into scenarios: COP21, and tables by hand.

use std::path::Path;

use plenary::{
    backtest::Template,
    import::{self, SurveyReading},
    model::Model,
    negotiation::Negotiator,
    null::Null,
    scenario::Scenario,
    text::{Clause, ClauseId},
};

use crate::support::{data, plenary, printed};

const SMALL: &str = "actor,issue,position,salience,power\r\nAnn,money,80,0.5,1\r\nBob,money,20,1,0.25\r\n\
    Bob,court,100,0.3,0.25\r\n";
const WORDS: &str = "issue,position,meaning\nmoney,0,none\nmoney,50,\"a \"\"fund\"\"\"\nmoney,100,all\n";

fn small(reading: &SurveyReading<'_>) -> Scenario {
    let written =
        import::positions("small.csv", "Small", &format!("\u{feff}{SMALL}"), reading).expect("sound");
    Scenario::parse("small.ron", &written)
        .unwrap_or_else(|e| panic!("{written}\n{}", crate::support::explained(&e)))
}

/// Everything in the table arrives: positions over 100, saliences and powers as they are, words, poles, status quo.
#[test]
fn a_survey_by_hand() {
    let reading = SurveyReading {
        scales: Some(("words.csv", WORDS)),
        positional: &["court".to_owned()],
        status_quo: &[("court".to_owned(), 40.0)],
        scale: &[],
    };
    let scenario = small(&reading);
    let clauses: Vec<(&str, &Clause)> = scenario.clauses.iter().collect();
    let (Clause::Ambition(money), Clause::Positional(court)) = (clauses[0].1, clauses[1].1) else {
        panic!("{clauses:?}")
    };
    assert_eq!((clauses[0].0, clauses[1].0), ("money", "court"));
    assert_eq!((money.status_quo, court.status_quo), (0.0, 0.4));
    let words = [(0.0, "none"), (0.5, "a \"fund\""), (1.0, "all")];
    assert_eq!(money.words, words.map(|(x, meaning)| (x, meaning.to_owned())));
    let bob = scenario.countries.get("Bob").expect("there");
    assert_eq!(bob.materiality, 0.25);
    let model = Model::compile(&scenario).expect("sound");
    assert_eq!(model.stated().ideal(1, ClauseId::new(0)), 0.2);
    assert_eq!(scenario.countries.get("Ann").expect("there").positions.len(), 1);
}

/// A conference is negotiated as the preset has it: one rule, written for people in both places.
#[test]
fn as_the_preset_negotiates() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/templates/sponsors-text.ron");
    let template =
        Template::parse("sponsors-text", &std::fs::read_to_string(path).expect("shipped")).expect("sound");
    let scenario = small(&SurveyReading::default());
    assert_eq!(Some(&scenario.rule), template.rules.get("consensus"));
    assert_eq!(
        (scenario.protocol, scenario.defaults, scenario.uncertainty, scenario.saliences),
        (template.protocol, template.defaults, template.uncertainty, template.saliences)
    );
}

#[test]
fn surveys_that_make_no_sense() {
    let table = "actor,issue,position,salience,power\nAnn,money,180,0.5,1\nAnn,money,80,-1,1\nBob,,20,1,x\n\
                 Bob,money,20,1,1\nBob,money,30,1,2\n";
    let error = import::positions("s.csv", "s", table, &SurveyReading::default()).expect_err("nonsense");
    let said: Vec<String> = error.problems.iter().map(ToString::to_string).collect();
    for expected in [
        "`position` is 180",
        "`salience` is -1",
        "`issue` is empty",
        "`power` is x",
        "the power of Bob is 2 here and 1 in line 5",
        "Bob is given twice on issue money",
    ] {
        assert!(said.iter().any(|s| s.contains(expected)), "no {expected} in {said:?}");
    }
    let words = "issue,position,meaning\nmony,0,none\nmoney,50,half\nmoney,50,half again\n";
    let reading = SurveyReading { scales: Some(("w.csv", words)), ..SurveyReading::default() };
    let error = import::positions("s.csv", "s", SMALL, &reading).expect_err("nonsense");
    let said: Vec<String> = error.problems.iter().map(ToString::to_string).collect();
    assert!(said[0].contains("nobody has a position on issue mony"), "{said:?}");
    assert!(said[1].contains("does not follow"), "{said:?}");
}

fn import(more: &[&str], table: &Path) -> std::process::Output {
    let first = ["import".into(), "positions".into(), table.as_os_str().to_owned()];
    plenary(first.into_iter().chain(more.iter().map(std::ffi::OsString::from)))
}

/// COP21 before Paris: 15 actors on 13 issues, as a scenario. Under the preset the sponsor is drawn by power × stated
/// salience: with failure dear enough that the draft stands, the mean text is the mean by that weight of what each would
/// table (400 runs, four standard errors). The compromise is Σ c s x/Σ c s of the table.
#[test]
fn cop21_as_a_package() {
    let Some((table, words)) = data("climate/cop21_positions.csv").zip(data("climate/cop21_scales.csv"))
    else {
        return;
    };
    let words = words.display().to_string();
    let more = [
        "--scales",
        &words,
        "--positional",
        "differentiation,financewho",
        "--status-quo",
        "differentiation=100",
    ];
    let written = printed(import(&more, &table));
    let mut scenario = Scenario::parse("cop21", &written).expect("sound");
    assert_eq!((scenario.countries.len(), scenario.clauses.len()), (15, 13));
    scenario.defaults.cost_of_failure = 5.0;
    scenario.uncertainty = plenary::scenario::Uncertainty::default();
    let model = Model::compile(&scenario).expect("sound");
    let mut negotiator = Negotiator::new(&model, 1);
    let texts: Vec<_> = (0..400).map(|r| negotiator.negotiate(r, &mut ()).text).collect();
    let stated = model.stated();
    let total = |i: usize| model.clause_ids().map(|c| stated.salience(i, c)).sum::<f64>();
    let power: Vec<f64> = scenario.countries.values().map(|c| c.materiality).collect();
    let weight: Vec<f64> = (0..15).map(|i| power[i] * total(i)).collect();
    negotiator.negotiate(0, &mut ());
    let compromise = negotiator.text_under(Null::WeightedMean).flatten().expect("a text");
    for clause in model.clause_ids() {
        let values: Vec<f64> = texts.iter().map(|text| text[clause].middle()).collect();
        let mean = values.iter().sum::<f64>() / 400.0;
        let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 399.0;
        let mean_by = |weight: &dyn Fn(usize) -> f64| {
            let sum: f64 = (0..15).map(weight).sum();
            (0..15).map(|i| weight(i) * stated.ideal(i, clause)).sum::<f64>() / sum
        };
        // On a clause that does not concern it, the sponsor tables the mean of those whom it does, by shares.
        let of_those = mean_by(&|i| power[i] * stated.salience(i, clause) / total(i));
        let wants =
            |i: usize| if stated.salience(i, clause) > 0.0 { stated.ideal(i, clause) } else { of_those };
        let expected =
            weight.iter().enumerate().map(|(i, w)| w * wants(i)).sum::<f64>() / weight.iter().sum::<f64>();
        assert!(
            (mean - expected).abs() <= 4.0 * (variance / 400.0).sqrt(),
            "{clause:?}: {mean} instead of {expected}"
        );
        let expected = mean_by(&|i| power[i] * stated.salience(i, clause));
        assert!((compromise[clause].middle() - expected).abs() < 1e-12, "{clause:?}");
    }
}

/// Names that the table does not have are told, with the nearest that it has.
#[test]
fn flags_that_name_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let table = dir.path().join("small.csv");
    std::fs::write(&table, SMALL).expect("writable");
    let said = |more: &[&str]| {
        let output = import(more, &table);
        assert!(!output.status.success());
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let text = said(&["--positional", "curt"]);
    assert!(text.contains("has no issue \"curt\"") && text.contains("court"), "{text}");
    let text = said(&["--status-quo", "court=140"]);
    assert!(text.contains("the value from 0 to 100"), "{text}");
    let text = said(&["--status-quo", "court"]);
    assert!(text.contains("ISSUE=VALUE"), "{text}");
}
