//! Element 4: the eleven design concepts.

use std::collections::BTreeMap;

use crate::{language::Language, model::Model, printable::markdown_code, say, scenario::Scenario};

pub fn render(scenario: &Scenario, model: &Model, language: Language) -> String {
    let t = &scenario.thresholds;
    let concepts = [
        say!(language, "odd-basic"),
        say!(language, "odd-emergence"),
        say!(language, "odd-adaptation"),
        say!(language, "odd-objectives"),
        say!(language, "odd-learning"),
        say!(language, "odd-prediction"),
        say!(language, "odd-sensing"),
        say!(language, "odd-interaction"),
        stochasticity(scenario, model, language),
        say!(language, "odd-collectives", blocs = model.blocs.len()),
        say!(
            language,
            "odd-observation",
            index = t.lcd_index.to_string(),
            gap = t.ambition_gap.to_string(),
            gain = t.laggard_gain.to_string()
        ),
    ];
    concepts.iter().map(|concept| format!("- {concept}\n")).collect()
}

fn stochasticity(scenario: &Scenario, model: &Model, language: Language) -> String {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for draw in model.draws.iter().filter(|draw| !draw.sampler.is_exact()) {
        *kinds.entry(format!("{:?}", draw.stream.purpose)).or_default() += 1;
    }
    let drawn = |(kind, n): (&String, &usize)| say!(language, "odd-drawn", kind = kind.as_str(), n = *n);
    let drawn: Vec<String> = kinds.iter().map(drawn).collect();
    let drawn = match model.draws.is_empty() {
        true => "none".to_owned(),
        false => drawn.join(&say!(language, "list-comma")),
    };
    let distributions = crate::scenario::written(&scenario.uncertainty).unwrap_or_default();
    say!(language, "odd-stochasticity", drawn = drawn, distributions = markdown_code(&distributions))
}
