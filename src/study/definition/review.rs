//! What a careful colleague would ask about a study that is valid.

use super::{
    Definition, SWITCH, Study, base,
    overlap::{Overlap, overlaps, without_setting},
};
use crate::{
    language::Message,
    party::Country,
    say,
    scenario::{Note, Place, Scenario},
    study::design::{Design, Factor, Sampling},
};

impl Definition {
    /// What is probably not meant although the study is valid; what is said of its scenario among it.
    pub fn notes(&self) -> Vec<Note> {
        let (study, scenario) = (&self.study, &self.scenario);
        let mut notes = Vec::new();
        factors(study, &mut notes);
        meetings(study, scenario, &mut notes);
        overridden_switches(study, scenario, &mut notes);
        design(study, &mut notes);
        if let Ok(base) = base(study, scenario) {
            not_in_play(study, &base, &mut notes);
            of_base(study, &base, &mut notes);
        }
        notes
    }
}

/// Values that come twice.
fn factors(study: &Study, notes: &mut Vec<Note>) {
    for (n, (name, factor)) in study.factors.iter().enumerate() {
        let Factor::Values(values) = factor else { continue };
        let twice = (0..values.len()).find(|&k| values[..k].contains(&values[k]));
        // The factors of a list are its columns.
        if let Some(k) = twice.filter(|_| !matches!(study.design, Design::List(_))) {
            let value = values[k].to_string();
            let message = Message::new(|language| {
                say!(language, "review-value-twice", factor = name, value = value.as_str())
            });
            let underlined = Message::new(|language| say!(language, "review-value-twice-mark"));
            notes.push(Note::new(Place::top("factors").nth(n), message, underlined));
        }
    }
}

/// Factors that overwrite a part of what another varies.
fn meetings(study: &Study, scenario: &Scenario, notes: &mut Vec<Note>) {
    let name = |n: usize| study.factors.names().nth(n).unwrap_or_default();
    for (earlier, later, overlap) in overlaps(study, scenario) {
        if overlap == Overlap::Meets {
            let (first, second) = (name(earlier), name(later));
            let message =
                Message::new(|language| say!(language, "review-meets", first = first, second = second));
            let underlined = Message::new(|language| say!(language, "review-meets-mark"));
            let at = |n| Place::top("factors").nth(n).name();
            notes.push(Note::new(at(later), message, underlined).also(at(earlier)));
        }
    }
}

/// Settings that overwrite what one of the study's switches sets.
fn overridden_switches(study: &Study, scenario: &Scenario, notes: &mut Vec<Note>) {
    for (n, (path, _)) in study.set.iter().enumerate() {
        let without = without_setting(study, n);
        for switch in &study.switches {
            let Some(sets) = scenario.switches.get(switch) else { continue };
            let mut settings: Vec<(&str, &str)> = sets.set.iter().map(|(p, v)| (p, v.as_str())).collect();
            settings.extend(study.set.iter().filter(|(p, _)| *p == path).map(|(p, v)| (p, v.as_str())));
            let Ok(bare) = base(&Study { switches: Vec::new(), ..without.clone() }, scenario) else {
                continue;
            };
            if let Some((k, _)) = crate::scenario::shadowed(&bare, &settings) {
                let (what, switch) = (settings[k].0, switch.as_str());
                let message = Message::new(|language| {
                    say!(language, "review-set-overwrites", what = what, switch = switch)
                });
                let underlined = Message::new(|language| say!(language, "review-set-overwrites-mark"));
                notes.push(Note::grave(Place::top("set").nth(n).name(), message, underlined));
            }
        }
    }
}

/// Sobol' points are balanced at powers of 2 only.
fn design(study: &Study, notes: &mut Vec<Note>) {
    let (points, what) = match &study.design {
        Design::Sobol(sobol) => (sobol.points, "points"),
        Design::Saltelli(s) if s.sampling == Sampling::Sobol => (s.points, "sample"),
        _ => return,
    };
    if points.is_power_of_two() {
        return;
    }
    let message =
        Message::new(|language| say!(language, "review-balance", of = what, n = points.to_string()));
    let (down, up) = (points.next_power_of_two() / 2, points.next_power_of_two());
    let underlined = Message::new(|language| say!(language, "review-balance-mark"));
    let help = Message::new(|language| {
        say!(language, "review-balance-help", down = down.to_string(), up = up.to_string())
    });
    notes.push(Note::grave(Place::top("design"), message, underlined).help(help));
}

/// Factors of parties that take no part: they change the scenario, and no outcome.
fn not_in_play(study: &Study, base: &Scenario, notes: &mut Vec<Note>) {
    // Who is away may be there at other points.
    let may_return = |name: &str| {
        name == SWITCH
            || name == "countries"
            || [".boycotts", ".opts_out", ".attendance", ".votes", ".may_object"]
                .iter()
                .any(|f| name.ends_with(f))
    };
    if study.factors.names().any(may_return) {
        return;
    }
    let away = |c: &Country| c.observes() || c.stays_away();
    for (n, name) in study.factors.names().enumerate() {
        let in_group = |group: &str| name.strip_prefix(group).and_then(|rest| rest.strip_prefix('.'));
        let of = |rest: &str, party: &str| rest.strip_prefix(party).is_some_and(|rest| rest.starts_with('.'));
        let country = in_group("countries")
            .and_then(|rest| base.countries.iter().find(|(party, c)| of(rest, party) && away(c)));
        let bloc = in_group("blocs").and_then(|rest| {
            base.blocs
                .iter()
                .find(|(party, b)| of(rest, party) && b.cohesion == 0.0 && !rest.ends_with(".cohesion"))
        });
        let (why, party) = match (country, bloc) {
            (Some((party, c)), _) if c.observes() => ("looks-on", party),
            (Some((party, _)), _) => ("away", party),
            (_, Some((party, _))) => ("silent", party),
            _ => continue,
        };
        let message = Message::new(|language| {
            say!(language, "review-not-in-play", factor = name, why = why, party = party)
        });
        let underlined = Message::new(|language| say!(language, "review-not-in-play-mark"));
        notes.push(Note::grave(Place::top("factors").nth(n).name(), message, underlined));
    }
}

/// What is said of the case at the base of the study.
fn of_base(study: &Study, base: &Scenario, notes: &mut Vec<Note>) {
    let drawn =
        |name: &str| name == SWITCH || name.starts_with("uncertainty") || name.ends_with("attendance");
    if base.is_certain()
        && study.replicates > 1
        && !study.factors.names().any(|n| drawn(n) || n.starts_with("protocol"))
    {
        let n = study.replicates.to_string();
        let message = Message::new(|language| say!(language, "review-alike-replicates", n = n.as_str()));
        let underlined = Message::new(|language| say!(language, "review-alike-replicates-mark"));
        let help = Message::new(|language| say!(language, "review-alike-replicates-help"));
        notes.push(Note::grave(Place::top("replicates"), message, underlined).help(help));
    }
    for note in base.notes().into_iter().filter(|note| note.is_grave) {
        let message = Message::new(|language| {
            say!(language, "review-in-scenario", told = note.problem.message.text(language))
        });
        let underlined = Message::new(|language| say!(language, "review-in-scenario-mark"));
        let mut told = Note::grave(Place::top("scenario"), message, underlined);
        told.problem.help = note.problem.help;
        notes.push(told);
    }
}
