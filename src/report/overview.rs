//! The output of `check`: how a scenario was understood, for its author.

use super::{
    identity, matrix,
    number::{list, of, percent, point},
    outside, protocol,
    table::{Table, WIDTH, clip, wrap},
};
use crate::{
    benchmark::{IdealDepths, Lcd, agreement::tolerance_frontier},
    language::Language,
    model::{CommonModel, Model},
    negotiation::Realisation,
    preference::Loss,
    scenario::{Scenario, Spread},
    text::{Clause, Value},
};

/// More of the least ambitious are counted, not named.
const MOST_LAGGARDS: usize = 12;

/// The complete overview of a scenario; `whole` shows the positions of every party.
pub fn render(scenario: &Scenario, model: &Model, whole: bool) -> String {
    let mut out = wrap(&identity::title(Language::default(), scenario), WIDTH, "");
    if !scenario.about.is_empty() {
        out.push_str(&wrap(&scenario.about, WIDTH, "  "));
    }
    out.push_str("\nClauses\n");
    out.push_str(&clauses(model, clip).render());
    out.push_str("\nParties\n");
    out.push_str(&countries(scenario, model));
    let lines = [outside::sentences(scenario), blocs(scenario, model), firms(scenario, model)];
    for line in lines.iter().flatten() {
        out.push_str(&wrap(line, WIDTH, "  "));
    }
    out.push_str("\nPositions\n");
    out.push_str(&matrix::render(scenario, whole));
    out.push_str("\nRules of the game\n");
    out.push_str(&rules(scenario));
    out.push_str("\nWhat preferences alone say (as stated, nothing drawn)\n");
    out.push_str(&benchmarks(model));
    if !scenario.switches.is_empty() {
        out.push_str(&format!("\nSwitches (plenary run … --switch NAME)\n{}", switches(scenario)));
    }
    for caution in outside::unsatisfied_parties(scenario, model) {
        out.push_str(&wrap(&format!("Note: {caution}"), WIDTH, ""));
    }
    out
}

/// The clauses with both ends of their scales; `clip` cuts words to a width.
pub(super) fn clauses(model: &Model, clip: impl Fn(&str, usize) -> String) -> Table {
    let mut table = Table::headed("clause | kind | depth > | without a text | from | to");
    for (id, clause) in model.clause_ids().zip(&model.clauses) {
        let weight = model.depth.weight(id);
        let source = &clause.source;
        let (from, to) = match source {
            Clause::Options(c) => (of(c.options.len(), "option", "options"), String::new()),
            _ => (source.level(0.0), source.level(1.0)),
        };
        let at = match clause.status_quo {
            Value::Option(_) => String::new(),
            point_at @ Value::Interval { .. } => format!("{} ", point(point_at.middle())),
        };
        table.row([
            clip(source.title().unwrap_or(&clause.name), 22),
            source.kind().to_owned(),
            if weight > 0.0 { percent(weight) } else { String::new() },
            clip(&format!("{at}{}", source.in_words(clause.status_quo)), 26),
            clip(&from, 20),
            clip(&to, 20),
        ]);
    }
    table
}

fn countries(scenario: &Scenario, model: &Model) -> String {
    let room = Realisation::as_stated(model);
    let mut table = Table::headed(
        "country | blocs | weight > | patience β > | isolation > | failure > | without text > | settles for > | taken over",
    );
    for (i, c) in model.countries.iter().enumerate() {
        let blocs: Vec<&str> = c.memberships.iter().map(|(b, _)| model.blocs[*b].name.as_str()).collect();
        table.row([
            clip(scenario.title_of(&c.name), 22),
            clip(&blocs.join(", "), 20),
            percent(c.materiality),
            point(c.tactic.beta),
            point(c.isolation_cost),
            point(c.cost_of_failure),
            point(room.at_status_quo[i]),
            point(room.reservations[i]),
            match (c.stays_away, c.derived.len()) {
                _ if c.observes() => "looks on".to_owned(),
                (true, _) if c.voting_weight.opted_out => "opts out".to_owned(),
                (true, _) => "boycotts".to_owned(),
                (false, 0) => String::new(),
                (false, n) => of(n, "clause", "clauses"),
            },
        ]);
    }
    table.render()
        + "  weight: its share of materiality. isolation, failure: what they cost it. without text: its utility of the\n\
         \x20 status quo. settles for: the least utility it accepts at the deadline. taken over: from its bloc.\n"
}

/// One sentence per bloc: for whom it speaks.
pub(super) fn blocs(scenario: &Scenario, model: &Model) -> Vec<String> {
    let mut out = Vec::new();
    for bloc in &model.blocs {
        let how = match bloc.common {
            CommonModel::Median => "its members' median".to_owned(),
            CommonModel::Mean => "its members' mean".to_owned(),
            CommonModel::Leader(i) => {
                format!("the wishes of {}", scenario.title_of(&model.countries[i].name))
            }
            CommonModel::InternalVeto => "its least ambitious member".to_owned(),
            CommonModel::Stated => "its published position".to_owned(),
        };
        let voice = if bloc.cohesion > 0.0 { "speaks for" } else { "does not speak; would stand for" };
        out.push(format!(
            "{} ({}) {voice} {how}, cohesion {}.",
            scenario.title_of(&bloc.name),
            of(bloc.members.len(), "member", "members"),
            point(bloc.cohesion)
        ));
    }
    out
}

/// One sentence per firm: whom it lobbies.
pub(super) fn firms(scenario: &Scenario, model: &Model) -> Vec<String> {
    let mut out = Vec::new();
    for firm in &model.firms {
        let hosts: Vec<String> = firm
            .lobbies
            .iter()
            .map(|(i, effort)| {
                format!("{} ({})", scenario.title_of(&model.countries[*i].name), point(*effort))
            })
            .collect();
        let drafting = if firm.drafting > 0.0 {
            format!(" and offers the chair language (effort {})", point(firm.drafting))
        } else {
            String::new()
        };
        out.push(format!("{} lobbies {}{drafting}.", scenario.title_of(&firm.name), hosts.join(", ")));
    }
    out
}

fn rules(scenario: &Scenario) -> String {
    how_it_is_decided(scenario).iter().map(|line| wrap(line, WIDTH, "  ")).collect()
}

/// Sentences on the rule, the protocol, the first draft, the loss and what is random.
pub(super) fn how_it_is_decided(scenario: &Scenario) -> Vec<String> {
    let loss = match scenario.defaults.loss {
        Loss::CityBlock => "distance".to_owned(),
        Loss::Quadratic => "squared distance".to_owned(),
        Loss::Euclidean => "Euclidean distance".to_owned(),
        Loss::Gaussian(sigma) => format!("a Gaussian of distance, σ {}", point(sigma)),
        Loss::Asymmetric { over, under } => {
            format!("distance, {} above the ideal for {} below", point(over), point(under))
        }
    };
    let drawn = uncertain_quantities(scenario);
    let [how, draft] = protocol::sentences(scenario);
    vec![
        format!("A text is {}.", scenario.rule),
        how,
        format!("{draft} Parties mind {loss}."),
        format!("Drawn for each replicate: {drawn}."),
    ]
}

/// The uncertain quantities with their distributions.
fn uncertain_quantities(scenario: &Scenario) -> String {
    let u = &scenario.uncertainty;
    let drawn: Vec<String> = [
        ("well-documented ideals", u.ideals.high),
        ("ideals", u.ideals.medium),
        ("guessed ideals", u.ideals.low),
        ("ideals taken over", u.ideals.derived),
        ("saliences", u.saliences),
        ("costs of failure", u.cost_of_failure),
        ("outside options", u.outside_option),
        ("the reach of clubs", u.reach),
        ("isolation costs", u.isolation_cost),
        ("patience", u.patience),
    ]
    .into_iter()
    .filter(|(_, spread)| *spread != Spread::Exact)
    .map(|(what, spread)| format!("{what} {}", spread_in_words(spread)))
    .collect();
    if drawn.is_empty() { "nothing".to_owned() } else { drawn.join(", ") }
}

fn spread_in_words(spread: Spread) -> String {
    match spread {
        Spread::Exact => "as stated".to_owned(),
        Spread::Normal(sd) => format!("± {} (normal)", point(sd)),
        Spread::Censored(sd) => format!("± {} (normal, cut at the ends)", point(sd)),
        Spread::Uniform(half) => format!("within {} (uniform)", point(half)),
        Spread::LogNormal(sd) => format!("× e^(± {})", point(sd)),
    }
}

fn benchmarks(model: &Model) -> String {
    let room = Realisation::as_stated(model);
    let lcd = Lcd::of(&model.depth, &room.national, &room.present);
    let ambitions = IdealDepths::over(&model.depth, &room.national, &room.present, &lcd);
    let laggards: Vec<&str> = ambitions
        .laggards(model.thresholds.laggard_share)
        .iter()
        .map(|&i| model.countries[i].name.as_str())
        .collect();
    let mut text = format!(
        "Depth of the status quo {}, of the LCD (each clause at its least ambitious wish, never below the status quo) {}, the most that nobody likes less than the status quo clause by clause {}",
        point(model.depth.of_status_quo()),
        point(lcd.depth_strong),
        point(lcd.depth_weak)
    );
    if let Some(frontier) = tolerance_frontier(model, &room.national, &room.present) {
        let gain = point(frontier - lcd.depth_weak);
        text.push_str(&format!(", as a package {} (linkage gain {gain})", point(frontier)));
    }
    text.push_str(&format!(
        ", what the median party wants {}. The least ambitious: {}.",
        point(lcd.depth_reference),
        if laggards.len() > MOST_LAGGARDS { list(&laggards, MOST_LAGGARDS) } else { laggards.join(", ") }
    ));
    wrap(&text, WIDTH, "  ")
}

fn switches(scenario: &Scenario) -> String {
    let mut table = Table::headed("switch | asks");
    for (name, switch) in scenario.switches.iter() {
        table.row([name.to_owned(), clip(&switch.asks, 74)]);
    }
    table.body()
}
