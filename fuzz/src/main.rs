//! Runs fuzz targets on a stable toolchain: `drive [TARGET…] [--runs N | --seconds S] [--seed S] [--input FILE]`.
//!
//! Inputs follow from the seed alone. One at which a target panics, or takes longer than ten seconds, is kept in
//! `fuzz/artifacts/`, and the exit status is 1.

use std::{
    fs, panic,
    path::Path,
    process::ExitCode,
    time::{Duration, Instant},
};

use plenary_fuzz::{
    TARGETS, Target,
    mutate::{Dice, Mutator},
    seeds,
};

/// Longer than this on one input counts as a hang.
const HANG: Duration = Duration::from_secs(10);
/// Findings after which a target is given up.
const MOST_FINDINGS: usize = 5;

struct Settings {
    targets: Vec<&'static Target>,
    runs: u64,
    time: Duration,
    seed: u64,
    input: Option<String>,
}

impl Settings {
    fn read() -> Result<Self, String> {
        let mut settings =
            Self { targets: Vec::new(), runs: u64::MAX, time: Duration::MAX, seed: 1, input: None };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} has no value"));
            let number = |text: String| text.parse::<u64>().map_err(|e| format!("{text}: {e}"));
            match argument.as_str() {
                "--runs" => settings.runs = number(value()?)?,
                "--seconds" => settings.time = Duration::from_secs(number(value()?)?),
                "--seed" => settings.seed = number(value()?)?,
                "--input" => settings.input = Some(value()?),
                name => {
                    let known = || TARGETS.iter().map(|target| target.name).collect::<Vec<_>>().join(", ");
                    let found = TARGETS.iter().find(|target| target.name == name);
                    settings
                        .targets
                        .push(found.ok_or_else(|| format!("no target {name}; there are {}", known()))?);
                }
            }
        }
        if settings.targets.is_empty() {
            settings.targets.extend(TARGETS);
        }
        if settings.runs == u64::MAX && settings.time == Duration::MAX {
            settings.runs = 1_000;
        }
        Ok(settings)
    }
}

fn main() -> ExitCode {
    let settings = match Settings::read() {
        Ok(settings) => settings,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::from(2);
        }
    };
    let mut findings = 0;
    for target in &settings.targets {
        findings += match &settings.input {
            Some(file) => usize::from(put(target, &fs::read(file).expect("the input can be read")).is_none()),
            None => drive(target, &settings),
        };
    }
    if findings == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a target over its seeds and inputs made of them; how many were found at fault.
fn drive(target: &Target, settings: &Settings) -> usize {
    let begun = Instant::now();
    let mutator = Mutator { seeds: seeds::of(target.name), words: seeds::dictionary() };
    let mut dice = Dice::new(settings.seed ^ target.name.bytes().fold(0, |k, b| k * 31 + u64::from(b)));
    let (mut runs, mut sound, mut findings, mut slowest, mut bytes) = (0, 0, 0, Duration::ZERO, 0);
    let mut seeds = mutator.seeds.iter();
    while runs < settings.runs && begun.elapsed() < settings.time && findings < MOST_FINDINGS {
        let input = seeds.next().cloned().unwrap_or_else(|| mutator.input(&mut dice));
        let start = Instant::now();
        match put(target, &input) {
            Some(is_sound) => sound += u64::from(is_sound),
            None => findings += 1,
        }
        slowest = slowest.max(start.elapsed());
        runs += 1;
        bytes += input.len() as u64;
    }
    println!(
        "{:12} {runs:8} executions, {sound} sound, {} seeds, {} MB, {:.0} s, slowest {:.2} s, {findings} findings",
        target.name,
        mutator.seeds.len(),
        bytes >> 20,
        begun.elapsed().as_secs_f64(),
        slowest.as_secs_f64()
    );
    findings
}

/// Runs a target on one input: whether it is sound; none where the target is at fault, and the input is kept.
fn put(target: &Target, input: &[u8]) -> Option<bool> {
    let start = Instant::now();
    let fault = match panic::catch_unwind(|| (target.run)(input)) {
        Ok(sound) if start.elapsed() < HANG => return Some(sound),
        Ok(_) => format!("took {:?}", start.elapsed()),
        Err(_) => "panicked".to_owned(),
    };
    let name = input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |k, b| (k ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts");
    let path = folder.join(format!("{}-{name:016x}", target.name));
    let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, input));
    eprintln!("{}: {fault}; the input is in {} ({kept:?})", target.name, path.display());
    None
}
