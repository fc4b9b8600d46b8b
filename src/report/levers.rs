//! The table of `levers`: effects on depth and on the LCD, the strongest first.

use super::{
    identity,
    number::{count, fine, half_width, of, percent, short, signed},
    table::{Align, Table, WIDTH, wrap},
};
use crate::{
    language::Language,
    scenario::Scenario,
    study::{
        choices::Survival,
        comparison::COMPARED,
        estimate::Estimate,
        levers::{Effect, Lever, LeverSource, NotApplicable, Pulled, RaceTerms, SignStatus, lift},
        statistics::Mean,
    },
};

/// The measures that are shown where all of them are there: their headings, and whether their change is shown.
const SHOWN: [(&str, &str, bool); 6] = [
    ("realised_depth", "depth", true),
    ("guaranteed_depth", "guaranteed", true),
    ("depth_by_participation", "× participation", false),
    ("adopted", "adopted", true),
    ("lcd", "LCD", true),
    ("lcd_in_substance", "in substance", true),
];

/// How much a lever lifts a measure.
fn lift_of(lever: &Lever, by: &str) -> f64 {
    lift(by, lever.change(by).unwrap_or(0.0))
}

/// What a measure is called in the table.
fn heading_of(by: &str) -> &str {
    SHOWN.iter().find(|(name, ..)| *name == by).map_or(by, |(_, heading, _)| heading)
}

/// In which order levers stand.
fn order(by: &str) -> String {
    match by {
        "realised_depth" => "Deepest first".to_owned(),
        "lcd" => "Fewest LCD texts first".to_owned(),
        "lcd_in_substance" => "Fewest texts at the LCD in substance first".to_owned(),
        "adopted" => "Most texts adopted first".to_owned(),
        _ => format!("Greatest change of {by} first"),
    }
}

/// A measure that is shown.
struct Shown<'l> {
    measure: &'l str,
    heading: String,
    with_change: bool,
}

/// The measures that are shown: the usual ones in their order, then others as they were asked for.
fn shown<'l>(levers: &'l [Lever], by: &str) -> Vec<Shown<'l>> {
    let effects = levers.first().map_or(&[][..], |lever| &lever.effects);
    let is_there = |name: &str| effects.iter().any(|e| e.measure == name);
    let is_usual = SHOWN.iter().all(|(name, ..)| is_there(name));
    let usual = SHOWN.iter().filter(|_| is_usual).map(|(measure, heading, with_change)| Shown {
        measure,
        heading: (*heading).to_owned(),
        with_change: *with_change,
    });
    let other = |name: &&str| !is_usual || !COMPARED.contains(name);
    // Where the ranking measure is held against other choices, there is room for that one and for LCD.
    let is_held = effects.len() > 2 && levers.iter().any(|l| survival_of(l, by).is_some());
    let others = effects.iter().map(|e| e.measure.as_str()).filter(other);
    usual
        .chain(others.map(|measure| Shown { measure, heading: measure.to_owned(), with_change: true }))
        .filter(|s| !is_held || s.measure == by || s.measure == "lcd")
        .collect()
}

/// The tables: the scenario's switches, then what is tried on any case, each with the case as it is among them.
pub fn render(scenario: &Scenario, pulled: &Pulled, seed: u64) -> String {
    let Pulled { by, levers, race, .. } = pulled;
    let mut out = wrap(&identity::title(Language::default(), scenario), WIDTH, "");
    out.push_str(&format!(
        "  {}, the same draws throughout; seed {seed}, scenario {}, version {}.\n",
        how_many(pulled),
        scenario.hash(),
        env!("CARGO_PKG_VERSION")
    ));
    for (source, heading) in
        [(LeverSource::Switch, "Switches of the scenario"), (LeverSource::Treatment, "Tried on any case")]
    {
        if levers.iter().any(|l| l.source == source) {
            out.push_str(&format!("\n{heading}\n{}", table(pulled, source)));
        }
    }
    out.push('\n');
    let is_held = levers.iter().any(|l| survival_of(l, by).is_some());
    let legend = if !is_held && levers.iter().all(|l| SHOWN.iter().all(|(name, ..)| l.effect(name).is_some()))
    {
        " depth: of what holds afterwards. guaranteed: on the least demanding reading; × participation: times the share of \
         materiality in the room. in substance: texts that commit to no more than the LCD."
    } else {
        ""
    };
    let text = match race {
        Some(race) => format!("{}. {}{legend}", order(by), of_race(race, by)),
        None => format!(
            "{}. ± is half of the 95 % interval of the paired difference to the case as it is.{legend}",
            order(by)
        ),
    };
    let paragraphs = [text, undecided(pulled), choices(pulled), left_out(pulled)];
    paragraphs.iter().filter(|text| !text.is_empty()).for_each(|text| out.push_str(&wrap(text, 110, "  ")));
    if levers.len() <= 1 && pulled.not_applicable.is_empty() {
        out.push_str("  This scenario documents no switches: add some, or use --set with `plenary run`.\n");
    }
    out
}

/// How many replicates there are.
fn how_many(pulled: &Pulled) -> String {
    let base = pulled.levers.first().map_or(0, |base| base.replicates);
    match &pulled.race {
        Some(race) => format!(
            "{} to {} of each, {} negotiations in all",
            count(race.first),
            of_replicates(race.most),
            count(race.negotiations)
        ),
        None => format!("{} each", of_replicates(base)),
    }
}

/// What the intervals and places of a race mean, and when a lever was done.
fn of_race(race: &RaceTerms, by: &str) -> String {
    let (what, small) = (heading_of(by), short(race.small));
    format!(
        "n: replicates; a lever goes on until its change of {what} is told from 0 or lies within {small} of it, and \
         until it is told from its neighbours' or its ± is at most {small} or a tenth of it. Levels: of the case as it is, plus \
         the change. ± is half of the interval of the paired difference to the case as it is; those of a column hold \
         together, whenever each lever was done: 95 % that none of them errs ({}, {}, Bonferroni). place: those that the \
         lever may have in the table; where they meet, the levers are not told apart. --exhaustive gives all the same number.",
        of(race.cases, "case", "cases"),
        of(race.looks, "look", "looks"),
    )
}

/// Levers of a race whose change has neither a sign nor is small.
fn undecided(pulled: &Pulled) -> String {
    let Some(race) = &pulled.race else { return String::new() };
    let open =
        pulled.levers.iter().filter(|l| l.source != LeverSource::Base && l.standing == SignStatus::Open);
    let names: Vec<&str> = open.map(|l| l.name.as_str()).collect();
    if names.is_empty() {
        return String::new();
    }
    format!("Neither told from 0 nor small after {}: {}.", of_replicates(race.most), names.join(", "))
}

/// Switches that do not fit the case.
fn left_out(pulled: &Pulled) -> String {
    let one = |l: &NotApplicable| format!("{} ({})", l.name, l.why);
    let names: Vec<String> = pulled.not_applicable.iter().map(one).collect();
    if names.is_empty() { String::new() } else { format!("Not applicable: {}.", names.join("; ")) }
}

/// What is said of the declared choices, or that they were not run.
fn choices(Pulled { by, levers, race, .. }: &Pulled) -> String {
    let whose = if race.is_some() { " Held is what is told from 0." } else { "" };
    let most = levers.iter().filter_map(|l| survival_of(l, by)).map(|s| s.choices).max();
    match most {
        None => "A change is no finding before its sign is held against other choices of modelling: --choices alone, or all.".to_owned(),
        Some(most) => format!(
            "over choices: the least and the greatest change of {by} under up to {most} choices of modelling, the case as \
             it is among them (a lever counts where it changes the case), which is no interval. sign holds: in how many of \
             them the change has the sign that it has as it is; unclear: of these, how many have an interval that includes \
             0. A finding needs 95 %, and an interval of its own that leaves out 0.{whose}"
        ),
    }
}

/// Depths that change by less are told in a line, where no rate stands out.
const CALM: f64 = 0.0015;

fn table(pulled: &Pulled, source: LeverSource) -> String {
    let Pulled { by, levers, race, .. } = pulled;
    let shown = shown(levers, by);
    let headings = shown.iter().flat_map(|s| {
        let change = s.with_change.then_some(("change", Align::Right));
        std::iter::once((s.heading.as_str(), Align::Right)).chain(change)
    });
    let of_race = [("n", Align::Right), ("place", Align::Right)].into_iter().filter(|_| race.is_some());
    let choices = levers.iter().any(|l| survival_of(l, by).is_some());
    let over = [("over choices", Align::Right), ("sign holds", Align::Left)].into_iter().filter(|_| choices);
    let mut table = Table::new(std::iter::once(("", Align::Left)).chain(of_race).chain(headings).chain(over));
    let mut sorted: Vec<&Lever> =
        levers.iter().filter(|l| l.source == source || l.source == LeverSource::Base).collect();
    sorted.sort_by(|a, b| lift_of(b, by).total_cmp(&lift_of(a, by)));
    // What changes nothing that can be seen is named below the table.
    let is_quiet = |l: &&Lever| {
        let mut effects = shown.iter().filter(|s| s.with_change).filter_map(|s| l.effect(s.measure));
        let is_quiet = l.source == LeverSource::Treatment && effects.all(|e| !stands_out(e, race.is_some()));
        is_quiet && (race.is_none() || l.standing == SignStatus::Small)
    };
    let (quiet, loud): (Vec<&Lever>, Vec<&Lever>) = sorted.into_iter().partition(is_quiet);
    for l in loud {
        let name = if l.source == LeverSource::Base { "— as it is —".to_owned() } else { l.name.clone() };
        let of_race = race.map(|_| [count(l.replicates), places(l)]).into_iter().flatten();
        let over = survival_of(l, by).map(survival).into_iter().flatten();
        let cells = shown.iter().flat_map(|s| cells(l, s, levers.first().filter(|_| race.is_some())));
        table.row(std::iter::once(name).chain(of_race).chain(cells).chain(over));
    }
    let mut out = table.render();
    if !quiet.is_empty() {
        let names: Vec<&str> = quiet.iter().map(|l| l.name.as_str()).collect();
        let how = match race {
            Some(race) => {
                format!(
                    "{} within {} of 0, nothing that stands out elsewhere",
                    heading_of(by),
                    short(race.small)
                )
            }
            None => format!("depths by less than {CALM}, rates by nothing that stands out"),
        };
        out.push_str(&wrap(&format!("Hardly anything ({how}): {}.", names.join(", ")), 110, "  "));
    }
    out
}

/// "3", "3–5": the places that a lever may have.
fn places(lever: &Lever) -> String {
    match lever.places {
        None => String::new(),
        Some(places) if places.first == places.last => places.first.to_string(),
        Some(places) => format!("{}–{}", places.first, places.last),
    }
}

/// Whether an effect can be seen: a mean that changes by more than [`CALM`], or in a race one whose interval leaves out 0; a
/// rate whose interval leaves out 0.
fn stands_out(effect: &Effect, is_race: bool) -> bool {
    let change = &effect.change;
    match effect.level {
        Estimate::Mean(_) if !is_race => change.mean.unwrap_or(0.0).abs() >= CALM,
        _ => !(change.low.is_some_and(|low| low <= 0.0) && change.high.is_some_and(|high| high >= 0.0)),
    }
}

/// The level and the change of a measure; the case as it is has not changed. Beside a base of more replicates the level is the
/// base's, plus the change.
fn cells(lever: &Lever, shown: &Shown<'_>, base: Option<&Lever>) -> Vec<String> {
    let effect = lever.effect(shown.measure);
    let level = |e: &Effect| {
        let of_base = base.and_then(|base| base.effect(shown.measure)).and_then(|e| e.level.value());
        let shifted = || Some(of_base? + e.change.mean?);
        if lever.source == LeverSource::Base { e.level.value() } else { shifted().or(e.level.value()) }
    };
    let level = match effect.map(|e| (e.level, level(e))) {
        Some((Estimate::Rate(_), rate)) => percent(rate.unwrap_or(0.0).clamp(0.0, 1.0)),
        Some((Estimate::Mean(_), mean)) => fine(mean),
        None => String::new(),
    };
    let change = |m: &Mean| format!("{} ± {}", signed(m.mean), half_width(m));
    let effect = effect.filter(|_| lever.source != LeverSource::Base);
    let change = shown.with_change.then(|| effect.map_or_else(String::new, |e| change(&e.change)));
    std::iter::once(level).chain(change).collect()
}

/// What is said of the sign of a lever's effect.
fn survival_of<'l>(lever: &'l Lever, by: &str) -> Option<&'l Survival> {
    lever.effect(by)?.survival.as_ref()
}

/// The range of a change under the declared choices, and in how many of them its sign holds.
pub(super) fn survival(s: &Survival) -> [String; 2] {
    let range =
        s.range.map_or_else(String::new, |r| format!("{} to {}", signed(Some(r.low)), signed(Some(r.high))));
    let unclear = if s.unclear > 0 { format!(", {} unclear", s.unclear) } else { String::new() };
    let verdict = match (s.is_finding(), s.is_clear) {
        (true, _) => "",
        (false, true) => "  no finding",
        (false, false) => "  cannot be told from 0",
    };
    [range, format!("{}/{}{unclear}{verdict}", s.holds, s.choices)]
}

fn of_replicates(n: u64) -> String {
    if n == 1 { of(1, "replicate", "") } else { format!("{} replicates", count(n)) }
}
