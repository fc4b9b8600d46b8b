//! Element 2: entities, state variables and scales.

use crate::{
    model::{CommonModel, Model},
    printable::markdown,
    report::number::of,
    scenario::Scenario,
    text::Value,
};

pub fn render(scenario: &Scenario, model: &Model) -> String {
    let mut out = format!(
        "## 2. Entities, state variables and scales\n\n\
         {}, {}, {} and {} negotiate one text.\n\n\
         | entity | attributes, fixed in a replicate | state, changing |\n|---|---|---|\n\
         | clause (`text::Clause`) | kind, status quo q, share of depth a, words | value: an interval [lo, hi] in [0, 1], or an option |\n\
         | country (`party::Country`) | ideals p, saliences ω, materiality m, β, χ, c, outside option, blocs | aspiration level a(t), stance, presence |\n\
         | bloc (`party::Bloc`) | members, common position, cohesion δ, discipline c_B | its voice's aspiration level |\n\
         | firm (`party::Firm`) | ideals, efforts on hosts and on the draft | none |\n\
         | chair (`negotiation`) | moves it may use, what weighs a shortfall | none |\n\n",
        of(model.countries.len(), "country", "countries"),
        of(model.blocs.len(), "bloc", "blocs"),
        of(model.firms.len(), "firm", "firms"),
        of(model.clauses.len(), "clause", "clauses"),
    );
    out.push_str(&clauses(model));
    out.push_str(&blocs(scenario, model));
    out.push_str(&format!(
        "\nScales: values of clauses, utilities, depths and indices lie in [0, 1]. A time step is one round; {} to the deadline. \
         There is no space but that of the text.\n",
        of(scenario.protocol.rounds() as usize, "round", "rounds")
    ));
    out
}

fn clauses(model: &Model) -> String {
    let mut out =
        "| clause | kind | status quo | share of depth | from | to |\n|---|---|---|---|---|---|\n".to_owned();
    for (id, clause) in model.clause_ids().zip(&model.clauses) {
        let source = &clause.source;
        let (from, to) = match clause.status_quo {
            Value::Option(_) => (of(clause.options, "option", "options"), String::new()),
            Value::Interval { .. } => (markdown(&source.level(0.0)), markdown(&source.level(1.0))),
        };
        let at = match clause.status_quo {
            Value::Option(_) => markdown(&source.in_words(clause.status_quo)),
            value @ Value::Interval { .. } => format!("{}", value.middle()),
        };
        out.push_str(&format!(
            "| {} | {} | {at} | {:.2} | {from} | {to} |\n",
            markdown(source.title().unwrap_or(&clause.name)),
            source.kind(),
            model.depth.weight(id)
        ));
    }
    out
}

fn blocs(scenario: &Scenario, model: &Model) -> String {
    if model.blocs.is_empty() {
        return String::new();
    }
    let mut out = "\n| bloc | members | common position | δ | c_B |\n|---|---|---|---|---|\n".to_owned();
    for bloc in &model.blocs {
        let common = match bloc.common {
            CommonModel::Median => "weighted median".to_owned(),
            CommonModel::Mean => "weighted mean".to_owned(),
            CommonModel::Leader(i) => {
                format!("what {} wants", markdown(scenario.title_of(&model.countries[i].name)))
            }
            CommonModel::InternalVeto => "the least ambitious member's".to_owned(),
            CommonModel::Stated => "as published".to_owned(),
        };
        let discipline = scenario.blocs.get(&bloc.name).map_or(0.0, |b| b.discipline);
        out.push_str(&format!(
            "| {} | {} | {common} | {} | {discipline} |\n",
            markdown(scenario.title_of(&bloc.name)),
            bloc.members.len(),
            bloc.cohesion
        ));
    }
    out
}
