//! What a careful colleague would ask about a study that is valid.

use super::{
    Definition, SWITCH, Study, base,
    overlap::{Overlap, overlaps, without_setting},
};
use crate::{
    party::Country,
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
            let message = format!("\"{name}\" has the value {} twice: its points are run twice", values[k]);
            notes.push(Note::new(Place::top("factors").nth(n), message, "each value once"));
        }
    }
}

/// Factors that overwrite a part of what another varies.
fn meetings(study: &Study, scenario: &Scenario, notes: &mut Vec<Note>) {
    let name = |n: usize| study.factors.names().nth(n).unwrap_or_default();
    for (earlier, later, overlap) in overlaps(study, scenario) {
        if overlap == Overlap::Meets {
            let (first, second) = (name(earlier), name(later));
            let message = format!(
                "\"{second}\" overwrites a part of what \"{first}\" sets: \"{first}\" varies only the rest"
            );
            let at = |n| Place::top("factors").nth(n).name();
            notes.push(Note::new(at(later), message, "set after the other").also(at(earlier)));
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
                let message =
                    format!("`set` overwrites {}, which the switch \"{switch}\" sets", settings[k].0);
                notes.push(Note::grave(Place::top("set").nth(n).name(), message, "set after the switches"));
            }
        }
    }
}

/// Sobol' points are balanced at powers of 2 only.
fn design(study: &Study, notes: &mut Vec<Note>) {
    let (points, what) = match &study.design {
        Design::Sobol(sobol) => (sobol.points, "points"),
        Design::Saltelli(s) if s.sampling == Sampling::Sobol => (s.points, "a base sample"),
        _ => return,
    };
    if points.is_power_of_two() {
        return;
    }
    let message = format!("{what} of {points}: Sobol' points are balanced only at powers of 2");
    let message = message.replacen("points of ", "a number of points of ", usize::from(what == "points"));
    let (down, up) = (points.next_power_of_two() / 2, points.next_power_of_two());
    let note = Note::grave(Place::top("design"), message, "no power of 2");
    notes.push(note.help(format!("take {down} or {up}: the indices err less for it")));
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
        let why = match (country, bloc) {
            (Some((party, c)), _) if c.observes() => format!("{party} only looks on"),
            (Some((party, _)), _) => format!("{party} stays away"),
            (_, Some((party, _))) => format!("{party} does not speak (cohesion 0)"),
            _ => continue,
        };
        let message = format!("\"{name}\" can hardly change anything: {why}");
        notes.push(Note::grave(Place::top("factors").nth(n).name(), message, "not in play"));
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
        let message = format!(
            "nothing is drawn in this scenario: each point is negotiated {} times, always with the same result",
            study.replicates
        );
        notes.push(Note::grave(Place::top("replicates"), message, "1 is enough").help("replicates: 1"));
    }
    for note in base.notes().into_iter().filter(|note| note.is_grave) {
        let message = format!("in the scenario: {}", note.problem.message);
        let mut told = Note::grave(Place::top("scenario"), message, "plenary check says where");
        told.problem.help = note.problem.help;
        notes.push(told);
    }
}
