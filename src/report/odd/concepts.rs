//! Element 4: the eleven design concepts.

use std::collections::BTreeMap;

use crate::{model::Model, printable::markdown_code, report::number::of, scenario::Scenario};

pub fn render(scenario: &Scenario, model: &Model) -> String {
    let collectives = if model.blocs.is_empty() {
        "None in this case: every country speaks for itself.".to_owned()
    } else {
        format!(
            "{} form a common position first and speak once while the text is revised; when the rule is tested their members \
             act one by one and may break the line at a cost (`party::Bloc`).",
            of(model.blocs.len(), "bloc", "blocs")
        )
    };
    format!(
        "## 4. Design concepts\n\n\
         - **Basic principles.** Spatial preferences over a text; consensus as the absence of objection, which is an act with \
         a price; time-dependent concession (Faratin, Sierra & Jennings 1998); the law of the least ambitious programme \
         (Underdal 1980) as a benchmark, not as an assumption.\n\
         - **Emergence.** The text, its depth and whether it is an LCD text emerge from aspiration levels, moves and stances. The LCD \
         itself is computed from preferences alone, before anybody negotiates.\n\
         - **Adaptation.** Voices lower their aspiration levels with time; the chair revises towards the least weighted shortfall; countries \
         object, acquiesce, explain or leave as the text and the crowd make it worth their while.\n\
         - **Objectives.** Utility u ∈ [0, 1] of the text against the reservation r = u(q) + max(−c, g), g what the outside option gains over the status quo.\n\
         - **Learning.** None: replicates are independent of each other.\n\
         - **Prediction.** Parties know the deadline; they predict nothing else.\n\
         - **Sensing.** Each country knows its own preferences and sees the text and who else objects. The chair knows every \
         voice's aspiration level.\n\
         - **Interaction.** Through the text, and through the cost of objecting alone, which falls as others object.\n\
         - **Stochasticity.** {}\n\
         - **Collectives.** {collectives}\n\
         - **Observation.** One row for each replicate, with outcome, depths, benchmarks, text, stances and gains; rates with \
         Wilson's intervals, means with Student's. {}\n",
        stochasticity(scenario, model),
        thresholds(scenario),
    )
}

fn stochasticity(scenario: &Scenario, model: &Model) -> String {
    if model.draws.is_empty() {
        return "None in this case: all replicates are alike.".to_owned();
    }
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for draw in model.draws.iter().filter(|draw| !draw.sampler.is_exact()) {
        *kinds.entry(format!("{:?}", draw.stream.purpose)).or_default() += 1;
    }
    let drawn: Vec<String> = kinds.iter().map(|(kind, n)| format!("{kind} ({n})")).collect();
    format!(
        "Only what is not known about the parties is drawn, once for each replicate: {}. Distributions: {}. Each quantity \
         has a stream of its own (ChaCha8, keyed by master seed, purpose, party and clause; number r belongs to replicate r), so \
         that every case sees the same draws. Nothing in the procedure is random.",
        drawn.join(", "),
        markdown_code(&crate::scenario::written(&scenario.uncertainty).unwrap_or_default())
    )
}

fn thresholds(scenario: &Scenario) -> String {
    let t = &scenario.thresholds;
    format!(
        "A text is an LCD text if Λ ≥ {} where the ambition gap is at least {}, and a laggard binds it (gains at most {} or \
         has its ideal depth as near).",
        t.lcd_index, t.ambition_gap, t.laggard_gain
    )
}
