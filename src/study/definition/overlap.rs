//! What one factor does to another, and to what the study sets throughout.
//!
//! Paths may be called differently and mean the same (`countries.*.x`, `countries.Delta.x`, `defaults.x`, a switch that sets
//! either), so factors are told apart by what they do to the scenario, not by their names.

use serde_json::Value as Json;

use super::{SWITCH, Study, set, switches_in};
use crate::{
    named::Named,
    scenario::{Parameter, Scenario},
    study::design::{Design, Factor, Level},
};

/// Values of a factor that are tried, at most.
const MOST_TRIED: usize = 4;

/// What a factor does to one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// It overwrites all that the other varies.
    Erases,
    /// It overwrites a part of it.
    Meets,
}

/// Some of a factor's values: all of a few, else the first, the last and what lies between; the ends of a range.
pub fn tried(factor: &Factor) -> Vec<Level> {
    let ends = |n: u64| {
        let most = MOST_TRIED as u64;
        let nth = move |k: u64| if n <= most { k } else { k * (n - 1) / (most - 1) };
        (0..n.min(most)).map(nth).collect::<Vec<_>>()
    };
    match factor.levels() {
        Some(n) => ends(n).into_iter().filter_map(|k| factor.level(k)).collect(),
        None => vec![factor.at(0.0, true), factor.at(1.0, true)],
    }
}

/// Factors of which a later one overwrites an earlier, by their places.
pub fn overlaps(study: &Study, scenario: &Scenario) -> Vec<(usize, usize, Overlap)> {
    let factors: Vec<(&str, &Factor)> = study.factors.iter().collect();
    let mut found = Vec::new();
    for later in 0..factors.len() {
        for earlier in 0..factors.len() {
            // Switches are flipped before anything is set, wherever they stand.
            let precedes = match (factors[earlier].0 == SWITCH, factors[later].0 == SWITCH) {
                (true, false) => true,
                (false, true) => false,
                _ => earlier < later,
            };
            if precedes
                && may_meet(factors[earlier].0, factors[later].0)
                && let Some(overlap) = overlap(study, scenario, factors[earlier], factors[later])
            {
                found.push((earlier, later, overlap));
            }
        }
    }
    found
}

fn overlap(
    study: &Study,
    scenario: &Scenario,
    (first, f): (&str, &Factor),
    (second, g): (&str, &Factor),
) -> Option<Overlap> {
    let at = |settings: &[(&str, String)]| set(study, scenario, settings).ok();
    let (us, vs) = (tried(f), tried(g));
    let pairs =
        || vs.iter().map(|v| us.iter().map(move |u| (f.setting(u), g.setting(v))).collect::<Vec<_>>());
    let varies = differ(us.iter().filter_map(|u| at(&[(first, f.setting(u))])));
    if !varies {
        return None;
    }
    let both = |(u, v): &(String, String)| at(&[(first, u.clone()), (second, v.clone())]);
    let mut computed = 0;
    let erased = pairs().all(|row| {
        let made: Vec<Scenario> = row.iter().filter_map(both).collect();
        computed += usize::from(made.len() > 1);
        !differ(made.into_iter())
    });
    if erased && computed > 0 {
        return Some(Overlap::Erases);
    }
    let reversed = |(u, v): &(String, String)| {
        if first != SWITCH {
            return at(&[(second, v.clone()), (first, u.clone())]);
        }
        let mut changed = at(&[(second, v.clone())])?;
        let switches = switches_in(scenario, u).into_iter().filter_map(|name| scenario.switches.get(name));
        for (path, value) in switches.flat_map(|switch| switch.set.iter()) {
            path.parse::<Parameter>().and_then(|p| p.set(&mut changed, value)).ok()?;
        }
        Some(changed)
    };
    let meets = pairs().flatten().any(|pair| match (both(&pair), reversed(&pair)) {
        (Some(a), Some(b)) => a != b && !alike(&json(&a), &json(&b)),
        _ => false,
    });
    meets.then_some(Overlap::Meets)
}

/// Whether not all of them are the same.
fn differ(mut made: impl Iterator<Item = Scenario>) -> bool {
    made.next().is_some_and(|first| made.any(|other| other != first))
}

/// Whether two paths can lead to the same value, as far as that shows in them: what is sure to be apart is not tried.
fn may_meet(a: &str, b: &str) -> bool {
    if a == SWITCH || b == SWITCH {
        return true;
    }
    let split = |path: &str| {
        let (group, rest) = path.split_once('.').unwrap_or((path, ""));
        let name = rest.split('.').next().unwrap_or_default();
        // Defaults are the traits of countries without their own.
        let group = if group == "defaults" { "countries" } else { group };
        (group.to_owned(), name.to_owned(), path.starts_with("defaults."))
    };
    let ((group, name, everyone), (other_group, other_name, everyone_else)) = (split(a), split(b));
    let named = matches!(&group[..], "countries" | "blocs" | "firms" | "clauses");
    let is_set = |name: &str| name.starts_with('{');
    let apart = !is_set(&name)
        && !is_set(&other_name)
        && named
        && name != other_name
        && name != "*"
        && other_name != "*"
        && !everyone
        && !everyone_else;
    group == other_group && !apart
}

fn json(scenario: &Scenario) -> Json {
    serde_json::to_value(scenario).unwrap_or_default()
}

/// Whether two trees are the same but for the rounding of numbers: multiples in either order are.
fn alike(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => match (a.as_f64(), b.as_f64()) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-12 * a.abs().max(b.abs()),
            _ => a == b,
        },
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((k, a), (l, b))| k == l && alike(a, b))
        }
        (a, b) => a == b,
    }
}

/// Whether every point of the design gives every factor a value.
fn sets_all(study: &Study) -> bool {
    match &study.design {
        Design::OneAtATime | Design::Mixes(_) => false,
        Design::List(list) => list.rows.iter().flatten().all(Option::is_some),
        _ => true,
    }
}

/// The factor that overwrites, at every point, all that this part of the study (its settings and switches without one)
/// leaves out of the study; none where the part has an effect somewhere.
pub fn erased_by<'s>(study: &'s Study, without: &Study, scenario: &Scenario) -> Option<&'s str> {
    let at = |study: &Study, settings: &[(&str, String)]| set(study, scenario, settings).ok();
    if !sets_all(study) || at(study, &[])? == at(without, &[])? {
        return None;
    }
    let erases = |(name, factor): &(&str, &Factor)| {
        let levels = tried(factor);
        let same = |level: &Level| {
            let settings = [(*name, factor.setting(level))];
            match (at(study, &settings), at(without, &settings)) {
                (Some(with), Some(without)) => with == without,
                _ => false,
            }
        };
        !levels.is_empty() && levels.iter().all(same)
    };
    study.factors.iter().find(erases).map(|(name, _)| name)
}

/// The study without its nth setting.
pub fn without_setting(study: &Study, n: usize) -> Study {
    let set = study.set.iter().enumerate().filter(|(k, _)| *k != n);
    let set: Named<String> = set.map(|(_, (path, value))| (path.to_owned(), value.clone())).collect();
    Study { set, ..study.clone() }
}

/// The study without its nth switch.
pub fn without_switch(study: &Study, n: usize) -> Study {
    let mut switches = study.switches.clone();
    switches.remove(n);
    Study { switches, ..study.clone() }
}
