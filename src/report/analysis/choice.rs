//! What the decision rule would choose between texts.

use super::{names, paragraph, paragraphs, section};
use crate::{
    analysis::{ClauseChoice, RuleChoice, SampledChoice},
    benchmark::Sampled,
    report::{
        number::{count, percent, point, rate},
        table::{Table, clip},
    },
    scenario::Scenario,
    study::statistics::Rate,
};

/// The section on core and winset, clause by clause and for whole texts.
pub fn render(scenario: &Scenario, title: &str, choice: Option<&RuleChoice>) -> String {
    let Some(choice) = choice else { return String::new() };
    let mut out = section(title);
    out.push_str(&clauses(scenario, choice));
    out.push_str(&paragraph(
        "Core: values that nothing beats, everything else as it is. Beats q: values the rule would put in the place of what \
         holds. Carried: the most it carries if everybody says yes to what is no worse; whose refusal of more decides.",
    ));
    if let Some(sampled) = &choice.sampled {
        out.push_str(&paragraphs(&whole_texts(sampled)));
    }
    out
}

fn clauses(scenario: &Scenario, choice: &RuleChoice) -> String {
    let mut table = Table::headed("clause | core | beats q | carried > | decided by");
    for c in &choice.clauses {
        table.row([
            clip(scenario.title_of(&c.name), 28),
            c.core.map_or_else(|| "empty".to_owned(), interval),
            winset(c),
            c.deepest.map_or_else(String::new, point),
            if c.pivots.is_empty() { String::new() } else { clip(&names(scenario, &c.pivots, 2), 34) },
        ]);
    }
    table.render()
}

fn interval((low, high): (f64, f64)) -> String {
    if high - low < 5e-3 { point(low) } else { format!("{}–{}", point(low), point(high)) }
}

fn winset(clause: &ClauseChoice) -> String {
    match clause.winset.as_slice() {
        [] => "nothing".to_owned(),
        some => some.iter().map(|s| interval(*s)).collect::<Vec<_>>().join(", "),
    }
}

fn whole_texts(s: &SampledChoice) -> Vec<String> {
    let share = |sampled: Sampled| rate(&Rate::new(sampled.count, sampled.of));
    let mut out = vec![
        format!(
            "Whole texts, by sampling: {} of {} texts drawn evenly beat what holds, {}.",
            count(s.winset.count),
            count(s.winset.of),
            share(s.winset)
        ),
        format!(
            "Core, by sampling: {} of {} texts drawn evenly withstood {} challengers each, {}.",
            count(s.core.count),
            count(s.core.of),
            count(s.challengers),
            share(s.core)
        ),
    ];
    match s.median_beaten {
        Some(true) => out.push("The median's text is beaten by some of them.".to_owned()),
        Some(false) => out.push("Nothing was found that beats the median's text.".to_owned()),
        None => {}
    }
    out
}

/// A sentence on the majorities that rule out cycles on this number of clauses.
pub fn safe_majorities(choice: &RuleChoice) -> String {
    let clauses = match choice.dimensions {
        1 => "On one clause".to_owned(),
        d => format!("On {d} clauses"),
    };
    format!(
        "{clauses} a majority above {} of votes always leaves some text unbeaten (Greenberg), one above {} where wishes are \
         spread evenly (Caplin and Nalebuff).",
        percent(choice.always_safe_above),
        percent(choice.safe_if_even_above)
    )
}
