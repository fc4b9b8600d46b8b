//! A study before it is run: what it varies, how many of its points make sense, and what it will cost.

use std::time::Duration;

use super::{
    number::{count, of, percent},
    screen::Screen,
    study::{design, stopping},
    table::{Table, clip, wrap},
};
use crate::language::Language;
use crate::study::{
    definition::Soundness,
    design::{Factor, Level},
    sweep::Sweep,
    trial::{COMPARED, Idle, Trial},
};

/// Reasons that are shown.
const REASONS: usize = 3;

/// What a study is about to do; `threads` is how many will do it.
pub fn render(
    sweep: &Sweep<'_>,
    sound: &Soundness,
    trial: Option<&Trial>,
    idle: &Idle,
    threads: usize,
    screen: Screen,
) -> String {
    let study = &sweep.definition().study;
    let mut out = screen.wrap(&study.title, "");
    if !study.about.is_empty() {
        out.push_str(&screen.paragraph(&study.about));
    }
    out.push_str(&format!("\nWhat it varies in {}\n", study.scenario));
    out.push_str(&fixed(sweep, screen));
    if !study.factors.is_empty() {
        out.push_str(&factors(sweep, screen));
    }
    out.push_str("\nWhat it runs\n");
    let how = stopping(Language::default(), study)
        .unwrap_or_else(|| of(study.replicates as usize, "negotiation at each", "negotiations at each"));
    let points = of(sound.points as usize, "point", "points");
    let line = format!("{points} ({}); {how}; seed {}.", design(Language::default(), study), study.seed);
    out.push_str(&screen.paragraph(&line));
    out.push_str(&soundness(sound, screen.width()));
    out.push_str(&screen.paragraph(&costs(sweep, sound, trial, threads)));
    if !idle.names.is_empty() {
        let names: Vec<String> = idle.names.iter().map(|name| format!("\"{name}\"")).collect();
        let text = format!(
            "Without effect in {COMPARED} trial negotiations, between the farthest of its values and all else as it is: {}. An \
             index of it would be 0, or nearly so.",
            names.join(", ")
        );
        out.push_str(&screen.paragraph(&text));
    }
    out
}

fn fixed(sweep: &Sweep<'_>, screen: Screen) -> String {
    let study = &sweep.definition().study;
    let switches = study.switches.iter().map(|name| format!("the switch \"{name}\" is flipped"));
    let settings = study.set.iter().map(|(path, value)| format!("{path} is {value}"));
    let fixed: Vec<String> = switches.chain(settings).collect();
    if fixed.is_empty() {
        String::new()
    } else {
        screen.paragraph(&format!("Throughout: {}.", fixed.join(", ")))
    }
}

fn factors(sweep: &Sweep<'_>, screen: Screen) -> String {
    let mut table = Table::headed("parameter | values | how many >");
    let study = &sweep.definition().study;
    for (name, factor) in study.factors.iter() {
        let many = factor.levels().map_or_else(|| "a range".to_owned(), count);
        let name = match study.labels.get(name) {
            Some(label) => format!("{}: {name}", label.words()),
            None => clip(name, 40),
        };
        table.row([clip(&name, 60), clip(&values(factor), 44), many]);
    }
    screen.table(&table)
}

/// A factor's values in words.
fn values(factor: &Factor) -> String {
    match factor {
        Factor::Values(values) => values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Factor::Steps(from, to, _) | Factor::Range(from, to) => format!("{from} to {to}"),
        Factor::Whole(from, to) => format!("{from} to {to}"),
        Factor::Log(from, to) => format!("{from} to {to}, by its logarithm"),
        Factor::Normal(mean, sd) => format!("normal, mean {mean}, standard deviation {sd}"),
        Factor::TruncatedNormal(mean, sd, low, high) => {
            format!("{low} to {high}, normal around {mean} (standard deviation {sd})")
        }
        Factor::Triangular(low, mode, high) => format!("{low} to {high}, likeliest {mode}"),
        Factor::Discrete(values) => {
            let all: f64 = values.iter().map(|(_, weight)| weight).sum();
            let one = |(level, weight): &(Level, f64)| format!("{level} ({})", percent(weight / all));
            values.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        Factor::Times(inner) => format!("× {}", values(inner)),
    }
}

/// How many points make sense, and why the others do not.
pub fn soundness(sound: &Soundness, width: usize) -> String {
    if sound.is_full() {
        return String::new();
    }
    let among = if sound.tried < sound.points { " points tried" } else { " points" };
    let head = match sound.sound {
        0 => format!("None of {} points makes sense as a scenario", count(sound.points)),
        n => format!(
            "{} of {}{among} make sense as a scenario ({}); the others fail",
            count(n),
            count(sound.tried),
            percent(n as f64 / sound.tried as f64)
        ),
    };
    let mut out = wrap(&format!("{head}:"), width, "  ");
    for (why, many, first) in sound.reasons.iter().take(REASONS) {
        let at = if *many == 1 {
            format!("point {first}")
        } else {
            format!("{} points, as {first}", count(*many))
        };
        out.push_str(&wrap(&format!("{at}: {}", clip(why, 240)), width, "    "));
    }
    let more = sound.reasons.len().saturating_sub(REASONS);
    if more > 0 {
        out.push_str(&format!("    and {}\n", of(more, "other reason", "other reasons")));
    }
    out
}

/// How many negotiations there are, how long they will take and how much room.
fn costs(sweep: &Sweep<'_>, sound: &Soundness, trial: Option<&Trial>, threads: usize) -> String {
    let planned = sweep.plan().replicates();
    #[allow(clippy::cast_precision_loss)] // an estimate
    let share = if sound.tried == 0 { 0.0 } else { sound.sound as f64 / sound.tried as f64 };
    #[allow(clippy::cast_precision_loss)]
    let negotiations = planned as f64 * share;
    let most = if sweep.plan().stopping().is_some() { " at most" } else { "" };
    let start = match sound.is_full() {
        true => format!("{} negotiations{most}", count(planned)),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // an estimate
        false => format!("About {} negotiations{most}", count(negotiations.round() as u64)),
    };
    let Some(trial) = trial else { return format!("{start}.") };
    #[allow(clippy::cast_precision_loss)]
    let per = |total: f64| total / trial.negotiations as f64 * negotiations;
    let seconds = per(trial.took.as_secs_f64()) / threads as f64;
    // The journal, and tables of about its size.
    #[allow(clippy::cast_precision_loss)]
    let bytes = 2.0 * per(trial.bytes as f64);
    format!(
        "{start}: about {} on {}, and {} on disk (from {} trial negotiations).",
        duration(Duration::from_secs_f64(seconds.min(1e12))),
        of(threads, "thread", "threads"),
        size(bytes),
        count(trial.negotiations)
    )
}

/// A length of time as people say it.
fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match seconds {
        s if s < 1.0 => "a second".to_owned(),
        s if s < 90.0 => format!("{s:.0} s"),
        s if s < 5400.0 => format!("{:.0} min", s / 60.0),
        s if s < 172_800.0 => format!("{:.0} h", s / 3600.0),
        s => format!("{:.0} days", s / 86_400.0),
    }
}

/// A number of bytes as people say it.
fn size(bytes: f64) -> String {
    match bytes {
        b if b < 1e6 => format!("{:.0} kB", (b / 1e3).max(1.0)),
        b if b < 1e9 => format!("{:.0} MB", b / 1e6),
        b => format!("{:.1} GB", b / 1e9),
    }
}
