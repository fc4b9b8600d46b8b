//! Element 2: entities, state variables and scales.

use super::{heading, row};
use crate::{
    language::Language,
    model::{CommonModel, Model},
    printable::markdown,
    report::names,
    say,
    scenario::Scenario,
    text::Value,
};

pub fn render(scenario: &Scenario, model: &Model, language: Language) -> String {
    let count = say!(
        language,
        "odd-entities-count",
        countries = model.countries.len(),
        blocs = model.blocs.len(),
        firms = model.firms.len(),
        clauses = model.clauses.len()
    );
    let kinds = [
        say!(language, "odd-entity-clause"),
        say!(language, "odd-entity-country"),
        say!(language, "odd-entity-bloc"),
        say!(language, "odd-entity-firm"),
        say!(language, "odd-entity-chair"),
    ];
    let kinds: String = kinds.iter().map(|kind| row(kind)).collect();
    let mut out = format!("{count}\n\n{}{kinds}\n", heading(&say!(language, "odd-entities-columns")));
    out.push_str(&clauses(model, language));
    out.push_str(&blocs(scenario, model, language));
    out + "\n" + &say!(language, "odd-scales", rounds = scenario.protocol.rounds())
}

fn clauses(model: &Model, language: Language) -> String {
    let mut out = heading(&say!(language, "odd-clauses-columns"));
    for (id, clause) in model.clause_ids().zip(&model.clauses) {
        let source = &clause.source;
        let end = |x: f64| markdown(&names::point(language, source, x));
        let (from, to) = match clause.status_quo {
            Value::Option(_) => (say!(language, "odd-options", n = clause.options), String::new()),
            Value::Interval { .. } => (end(0.0), end(1.0)),
        };
        let at = match clause.status_quo {
            Value::Option(_) => markdown(&names::value(language, source, clause.status_quo)),
            value @ Value::Interval { .. } => format!("{}", value.middle()),
        };
        let title = markdown(source.title().unwrap_or(&clause.name));
        let kind = say!(language, "odd-kind", kind = source.kind());
        let weight = model.depth.weight(id);
        out.push_str(&row(&format!("{title} | {kind} | {at} | {weight:.2} | {from} | {to}")));
    }
    out
}

fn blocs(scenario: &Scenario, model: &Model, language: Language) -> String {
    if model.blocs.is_empty() {
        return String::new();
    }
    let mut out = "\n".to_owned() + &heading(&say!(language, "odd-blocs-columns"));
    for bloc in &model.blocs {
        let (how, leader) = match bloc.common {
            CommonModel::Median => ("median", ""),
            CommonModel::Mean => ("mean", ""),
            CommonModel::Leader(i) => ("leader", scenario.title_of(&model.countries[i].name)),
            CommonModel::InternalVeto => ("veto", ""),
            CommonModel::Stated => ("stated", ""),
        };
        let common = say!(language, "odd-common", how = how, leader = markdown(leader));
        let discipline = scenario.blocs.get(&bloc.name).map_or(0.0, |b| b.discipline);
        out.push_str(&row(&format!(
            "{} | {} | {common} | {} | {discipline}",
            markdown(scenario.title_of(&bloc.name)),
            bloc.members.len(),
            bloc.cohesion
        )));
    }
    out
}
