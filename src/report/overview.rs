//! The output of `check`: how a scenario was understood, for its author.

use super::{
    identity, matrix, outside, protocol, rule,
    screen::Screen,
    table::{Table, clip},
};
use crate::{
    benchmark::{IdealDepths, Lcd, agreement::tolerance_frontier},
    language::Language,
    model::{CommonModel, Model},
    negotiation::Realisation,
    preference::Loss,
    say,
    scenario::{Scenario, Spread},
    text::{Clause, Value},
};

/// More of the least ambitious are counted, not named.
const MOST_LAGGARDS: usize = 12;

/// The complete overview of a scenario; `whole` shows the positions of every party.
pub fn render(scenario: &Scenario, model: &Model, whole: bool, screen: Screen) -> String {
    let language = screen.language;
    let mut out = screen.wrap(&identity::title(language, scenario), "");
    if !scenario.about.is_empty() {
        out.push_str(&screen.paragraph(&scenario.about));
    }
    out.push_str(&screen.section(&say!(language, "terminal-clauses-heading")));
    out.push_str(&screen.table(&clauses(model, language, clip)));
    out.push_str(&screen.section(&say!(language, "terminal-parties-heading")));
    out.push_str(&countries(scenario, model, screen));
    let lines =
        [outside::sentences(scenario), blocs(scenario, model, language), firms(scenario, model, language)];
    for line in lines.iter().flatten() {
        out.push_str(&screen.paragraph(line));
    }
    out.push_str(&screen.section(&say!(language, "terminal-positions-heading")));
    out.push_str(&matrix::render(scenario, whole, screen));
    out.push_str(&screen.section(&say!(language, "terminal-rules-heading")));
    how_it_is_decided(scenario, language).iter().for_each(|line| out.push_str(&screen.paragraph(line)));
    out.push_str(&screen.section(&say!(language, "terminal-preferences-heading")));
    out.push_str(&screen.paragraph(&benchmarks(model, language)));
    if !scenario.switches.is_empty() {
        out.push_str(&screen.section(&say!(language, "terminal-switches-heading")));
        out.push_str(&screen.rows(&switches(scenario)));
    }
    for caution in outside::unsatisfied_parties(scenario, model) {
        out.push_str(&screen.wrap(&say!(language, "terminal-note", note = caution), ""));
    }
    out
}

/// The clauses with both ends of their scales; `clip` cuts words to a width.
pub(super) fn clauses(model: &Model, language: Language, clip: impl Fn(&str, usize) -> String) -> Table {
    let mut table = Table::headed(&say!(language, "terminal-clauses-columns")).giving_up([1, 2]);
    for (id, clause) in model.clause_ids().zip(&model.clauses) {
        let weight = model.depth.weight(id);
        let source = &clause.source;
        let (from, to) = match source {
            Clause::Options(c) => (say!(language, "terminal-options", n = c.options.len()), String::new()),
            _ => (source.level(0.0), source.level(1.0)),
        };
        let at = match clause.status_quo {
            Value::Option(_) => String::new(),
            point_at @ Value::Interval { .. } => format!("{} ", language.point(point_at.middle())),
        };
        table.row([
            clip(source.title().unwrap_or(&clause.name), 22),
            say!(language, "terminal-kind", kind = source.kind()),
            if weight > 0.0 { language.percent(weight) } else { String::new() },
            clip(&format!("{at}{}", source.in_words(clause.status_quo)), 26),
            clip(&from, 20),
            clip(&to, 20),
        ]);
    }
    table
}

fn countries(scenario: &Scenario, model: &Model, screen: Screen) -> String {
    let language = screen.language;
    let room = Realisation::as_stated(model);
    let mut table =
        Table::headed(&say!(language, "terminal-countries-columns")).giving_up([8, 1, 4, 3, 6, 5, 7, 2]);
    for (i, c) in model.countries.iter().enumerate() {
        let blocs: Vec<&str> = c.memberships.iter().map(|(b, _)| model.blocs[*b].name.as_str()).collect();
        let (kind, n) = match (c.stays_away, c.derived.len()) {
            _ if c.observes() => ("looks-on", 0),
            (true, _) if c.voting_weight.opted_out => ("opts-out", 0),
            (true, _) => ("boycotts", 0),
            (false, 0) => ("none", 0),
            (false, n) => ("clauses", n),
        };
        table.row([
            clip(scenario.title_of(&c.name), 22),
            clip(&blocs.join(", "), 20),
            language.percent(c.materiality),
            language.point(c.tactic.beta),
            language.point(c.isolation_cost),
            language.point(c.cost_of_failure),
            language.point(room.at_status_quo[i]),
            language.point(room.reservations[i]),
            say!(language, "terminal-taken-over", kind = kind, n = n),
        ]);
    }
    screen.table(&table) + &screen.paragraph(&say!(language, "terminal-countries-legend"))
}

/// One sentence per bloc: for whom it speaks.
pub(super) fn blocs(scenario: &Scenario, model: &Model, language: Language) -> Vec<String> {
    let sentence = |bloc: &crate::model::BlocModel| {
        let (how, leader) = match bloc.common {
            CommonModel::Median => ("median", ""),
            CommonModel::Mean => ("mean", ""),
            CommonModel::Leader(i) => ("leader", scenario.title_of(&model.countries[i].name)),
            CommonModel::InternalVeto => ("veto", ""),
            CommonModel::Stated => ("stated", ""),
        };
        say!(
            language,
            "terminal-bloc",
            bloc = scenario.title_of(&bloc.name),
            members = bloc.members.len(),
            speaks = if bloc.cohesion > 0.0 { "yes" } else { "no" },
            how = how,
            leader = leader,
            cohesion = language.point(bloc.cohesion)
        )
    };
    model.blocs.iter().map(sentence).collect()
}

/// One sentence per firm: whom it lobbies.
pub(super) fn firms(scenario: &Scenario, model: &Model, language: Language) -> Vec<String> {
    let host = |(i, effort): &(usize, f64)| {
        let (country, effort) = (scenario.title_of(&model.countries[*i].name), language.point(*effort));
        say!(language, "terminal-firm-host", country = country, effort = effort)
    };
    let sentence = |firm: &crate::model::FirmModel| {
        let hosts: Vec<String> = firm.lobbies.iter().map(host).collect();
        say!(
            language,
            "terminal-firm",
            firm = scenario.title_of(&firm.name),
            hosts = language.list(&hosts, hosts.len()),
            drafts = if firm.drafting > 0.0 { "yes" } else { "no" },
            effort = language.point(firm.drafting)
        )
    };
    model.firms.iter().map(sentence).collect()
}

/// Sentences on the rule, the protocol, the first draft, the loss and what is random.
pub(super) fn how_it_is_decided(scenario: &Scenario, language: Language) -> Vec<String> {
    let point = |x: f64| language.point(x);
    let (kind, first, second) = match scenario.defaults.loss {
        Loss::CityBlock => ("distance", String::new(), String::new()),
        Loss::Quadratic => ("squared", String::new(), String::new()),
        Loss::Euclidean => ("euclidean", String::new(), String::new()),
        Loss::Gaussian(sigma) => ("gaussian", point(sigma), String::new()),
        Loss::Asymmetric { over, under } => ("asymmetric", point(over), point(under)),
    };
    let [how, draft] = protocol::sentences(scenario);
    let minds = say!(language, "terminal-loss", kind = kind, first = first, second = second);
    let space = say!(language, "terminal-between-sentences");
    vec![
        say!(language, "terminal-rule", rule = rule::sentence(language, &scenario.rule, scenario)),
        how,
        format!("{draft}{space}{minds}"),
        say!(language, "terminal-drawn", what = uncertain_quantities(scenario, language)),
    ]
}

/// The uncertain quantities with their distributions.
fn uncertain_quantities(scenario: &Scenario, language: Language) -> String {
    let u = &scenario.uncertainty;
    let drawn: Vec<String> = [
        ("high", u.ideals.high),
        ("medium", u.ideals.medium),
        ("low", u.ideals.low),
        ("derived", u.ideals.derived),
        ("saliences", u.saliences),
        ("failure", u.cost_of_failure),
        ("outside", u.outside_option),
        ("reach", u.reach),
        ("isolation", u.isolation_cost),
        ("patience", u.patience),
    ]
    .into_iter()
    .filter_map(|(what, spread)| {
        let (kind, x) = match spread {
            Spread::Exact => return None,
            Spread::Normal(sd) => ("normal", sd),
            Spread::Censored(sd) => ("censored", sd),
            Spread::Uniform(half) => ("uniform", half),
            Spread::LogNormal(sd) => ("lognormal", sd),
        };
        Some(say!(language, "terminal-spread", what = what, kind = kind, x = language.point(x)))
    })
    .collect();
    match drawn.as_slice() {
        [] => say!(language, "terminal-nothing"),
        drawn => drawn.join(&say!(language, "list-comma")),
    }
}

fn benchmarks(model: &Model, language: Language) -> String {
    let point = |x: f64| language.point(x);
    let room = Realisation::as_stated(model);
    let lcd = Lcd::of(&model.depth, &room.national, &room.present);
    let ambitions = IdealDepths::over(&model.depth, &room.national, &room.present, &lcd);
    let laggards: Vec<&str> = ambitions
        .laggards(model.thresholds.laggard_share)
        .iter()
        .map(|&i| model.countries[i].name.as_str())
        .collect();
    let frontier = tolerance_frontier(model, &room.national, &room.present);
    let laggards = match laggards.len() > MOST_LAGGARDS {
        true => language.list(&laggards, MOST_LAGGARDS),
        false => laggards.join(&say!(language, "list-comma")),
    };
    say!(
        language,
        "terminal-preferences",
        status_quo = point(model.depth.of_status_quo()),
        lcd = point(lcd.depth_strong),
        bound = point(lcd.depth_weak),
        package = if frontier.is_some() { "yes" } else { "no" },
        frontier = language.point(frontier),
        gain = language.point(frontier.map(|frontier| frontier - lcd.depth_weak)),
        median = point(lcd.depth_reference),
        laggards = laggards
    )
}

fn switches(scenario: &Scenario) -> Table {
    let mut table = Table::headed("switch | asks");
    for (name, switch) in scenario.switches.iter() {
        table.row([name.to_owned(), switch.asks.clone()]);
    }
    table
}
