//! A study before it is run: what it varies, how many of its points make sense, and what it will cost.

use std::time::Duration;

use super::{
    screen::Screen,
    study::{design, stopping},
    table::{Table, clip, wrap},
};
use crate::{
    language::Language,
    say,
    study::{
        definition::Soundness,
        design::{Factor, Level},
        sweep::Sweep,
        trial::{COMPARED, Idle, Trial},
    },
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
    let (study, language) = (&sweep.definition().study, screen.language);
    let mut out = screen.wrap(&study.title, "");
    if !study.about.is_empty() {
        out.push_str(&screen.paragraph(&study.about));
    }
    out.push_str(&screen.section(&say!(language, "plan-varies", scenario = study.scenario.as_str())));
    out.push_str(&fixed(sweep, screen));
    if !study.factors.is_empty() {
        out.push_str(&factors(sweep, screen));
    }
    out.push_str(&screen.section(&say!(language, "plan-runs")));
    out.push_str(&screen.paragraph(&runs(sweep, sound, language)));
    out.push_str(&soundness(sound, screen));
    out.push_str(&screen.paragraph(&costs(sweep, sound, trial, threads, language)));
    if !idle.names.is_empty() {
        let names: Vec<String> =
            idle.names.iter().map(|name| say!(language, "errors-quoted", name = name.as_str())).collect();
        let names = names.join(&say!(language, "list-comma"));
        out.push_str(&screen.paragraph(&say!(language, "plan-idle", trials = COMPARED, names = names)));
    }
    out
}

/// The design, its points, and how often each is negotiated.
fn runs(sweep: &Sweep<'_>, sound: &Soundness, language: Language) -> String {
    let study = &sweep.definition().study;
    let how = stopping(language, study).unwrap_or_else(|| say!(language, "plan-each", n = study.replicates));
    say!(
        language,
        "plan-points",
        points = sound.points,
        design = design(language, study),
        how = how,
        seed = study.seed.to_string()
    )
}

fn fixed(sweep: &Sweep<'_>, screen: Screen) -> String {
    let (study, language) = (&sweep.definition().study, screen.language);
    let switches = study.switches.iter().map(|name| say!(language, "plan-switch", name = name.as_str()));
    let settings = study
        .set
        .iter()
        .map(|(path, value)| say!(language, "plan-setting", path = path, value = value.as_str()));
    let fixed: Vec<String> = switches.chain(settings).collect();
    if fixed.is_empty() {
        String::new()
    } else {
        let settings = fixed.join(&say!(language, "list-comma"));
        screen.paragraph(&say!(language, "plan-throughout", settings = settings))
    }
}

fn factors(sweep: &Sweep<'_>, screen: Screen) -> String {
    let language = screen.language;
    let mut table = Table::headed(&say!(language, "plan-columns"));
    let study = &sweep.definition().study;
    for (name, factor) in study.factors.iter() {
        let many = factor.levels().map_or_else(|| say!(language, "plan-range"), |n| language.count(n));
        let name = match study.labels.get(name) {
            Some(label) => say!(language, "plan-named", label = label.words(), name = name),
            None => clip(name, 40),
        };
        table.row([clip(&name, 60), clip(&values(factor, language), 44), many]);
    }
    screen.table(&table)
}

/// A factor's values in words.
fn values(factor: &Factor, language: Language) -> String {
    match factor {
        Factor::Values(values) => {
            let values: Vec<String> = values.iter().map(ToString::to_string).collect();
            values.join(&say!(language, "list-comma"))
        }
        Factor::Steps(from, to, _) | Factor::Range(from, to) => {
            say!(language, "plan-from-to", from = from.to_string(), to = to.to_string())
        }
        Factor::Whole(from, to) => {
            say!(language, "plan-from-to", from = from.to_string(), to = to.to_string())
        }
        Factor::Log(from, to) => {
            say!(language, "plan-logarithm", from = from.to_string(), to = to.to_string())
        }
        Factor::Normal(mean, sd) => {
            say!(language, "plan-normal", mean = mean.to_string(), sd = sd.to_string())
        }
        Factor::TruncatedNormal(mean, sd, low, high) => say!(
            language,
            "plan-truncated-normal",
            mean = mean.to_string(),
            sd = sd.to_string(),
            low = low.to_string(),
            high = high.to_string()
        ),
        Factor::Triangular(low, mode, high) => say!(
            language,
            "plan-triangular",
            low = low.to_string(),
            mode = mode.to_string(),
            high = high.to_string()
        ),
        Factor::Discrete(values) => {
            let all: f64 = values.iter().map(|(_, weight)| weight).sum();
            let one =
                |(level, weight): &(Level, f64)| format!("{level} ({})", language.percent(weight / all));
            values.iter().map(one).collect::<Vec<_>>().join(&say!(language, "list-comma"))
        }
        Factor::Times(inner) => format!("× {}", values(inner, language)),
    }
}

/// How many points make sense, and why the others do not.
pub fn soundness(sound: &Soundness, screen: Screen) -> String {
    if sound.is_full() {
        return String::new();
    }
    let (language, width) = (screen.language, screen.width());
    #[allow(clippy::cast_precision_loss)] // a share
    let share = sound.sound as f64 / sound.tried as f64;
    let head = say!(
        language,
        "plan-sound",
        sound = sound.sound,
        points = sound.points,
        tried = sound.tried,
        among = if sound.tried < sound.points { "tried" } else { "all" },
        share = language.percent(share)
    );
    let mut out = wrap(&head, width, "  ");
    for (why, many, first) in sound.reasons.iter().take(REASONS) {
        let reason =
            say!(language, "plan-reason", many = *many, first = first.to_string(), why = clip(why, 240));
        out.push_str(&wrap(&reason, width, "    "));
    }
    let more = sound.reasons.len().saturating_sub(REASONS);
    if more > 0 {
        out.push_str(&format!("    {}\n", say!(language, "plan-more-reasons", n = more)));
    }
    out
}

/// How many negotiations there are, how long they will take and how much room.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // an estimate
fn costs(
    sweep: &Sweep<'_>,
    sound: &Soundness,
    trial: Option<&Trial>,
    threads: usize,
    language: Language,
) -> String {
    let planned = sweep.plan().replicates();
    let share = if sound.tried == 0 { 0.0 } else { sound.sound as f64 / sound.tried as f64 };
    let negotiations = planned as f64 * share;
    let per = |total: f64| trial.map_or(0.0, |trial| total / trial.negotiations as f64 * negotiations);
    let seconds = per(trial.map_or(0.0, |trial| trial.took.as_secs_f64())) / threads as f64;
    // The journal, and tables of about its size.
    let bytes = 2.0 * per(trial.map_or(0.0, |trial| trial.bytes as f64));
    say!(
        language,
        "plan-costs",
        about = if sound.is_full() { "no" } else { "yes" },
        n = if sound.is_full() { planned } else { negotiations.round() as u64 },
        most = if sweep.plan().stopping().is_some() { "yes" } else { "no" },
        tried = if trial.is_some() { "yes" } else { "no" },
        duration = duration(Duration::from_secs_f64(seconds.min(1e12)), language),
        threads = threads,
        size = size(bytes),
        trials = trial.map_or(0, |trial| trial.negotiations)
    )
}

/// A length of time as people say it.
fn duration(time: Duration, language: Language) -> String {
    let seconds = time.as_secs_f64();
    let (unit, n) = match seconds {
        s if s < 1.0 => ("second", 1.0),
        s if s < 90.0 => ("seconds", s),
        s if s < 5400.0 => ("minutes", s / 60.0),
        s if s < 172_800.0 => ("hours", s / 3600.0),
        s => ("days", s / 86_400.0),
    };
    say!(language, "plan-duration", unit = unit, n = format!("{n:.0}"))
}

/// A number of bytes as people say it.
fn size(bytes: f64) -> String {
    match bytes {
        b if b < 1e6 => format!("{:.0} kB", (b / 1e3).max(1.0)),
        b if b < 1e9 => format!("{:.0} MB", b / 1e6),
        b => format!("{:.1} GB", b / 1e9),
    }
}
