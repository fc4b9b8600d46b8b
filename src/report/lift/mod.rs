//! The output of `lift`: the answer in two sentences, the doses of levers by themselves, and the cheapest ways.

mod answer;
mod legend;
mod name;
mod tables;

use super::{identity, screen::Screen};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::lift::{Level, Lifted, Side},
};

/// Commands that are printed below the answer.
#[derive(Clone, Debug)]
pub struct Commands {
    /// What finds the same once more.
    pub again: String,
    /// What runs the case; settings are added to it.
    pub run: String,
}

/// The answer in two sentences, the tables, and how to read them.
pub fn render(scenario: &Scenario, lifted: &Lifted, commands: &Commands, screen: Screen) -> String {
    let language = screen.language;
    let mut out = screen.wrap(&identity::title(language, scenario), "");
    out.push_str(&screen.paragraph(&answer::sentences(scenario, lifted, language)));
    if is_sought(lifted) {
        out.push_str(&tables::doses(scenario, lifted, screen));
        out.push_str(&tables::ways(scenario, lifted, screen));
        out.push('\n');
        for text in legend::paragraphs(scenario, lifted, commands, screen) {
            out.push_str(&screen.paragraph(&text));
        }
    }
    out + &screen.paragraph(&legend::design(scenario, lifted, commands, language))
}

/// Whether levers were tried: not where the case reaches the target already, or the measure is undefined in it.
fn is_sought(lifted: &Lifted) -> bool {
    lifted.side() != Side::Reaches && lifted.base.is_some_and(|base| base.defined > 0)
}

/// The target: "depth ≥ .40", "the share of LCD texts < 10 %".
fn target(lifted: &Lifted, language: Language) -> String {
    let sign = match lifted.target.sign() {
        "<=" => "≤",
        ">=" => "≥",
        sign => sign,
    };
    let bound = bound(lifted, language);
    say!(language, "lift-target", measure = measure(lifted, language), sign = sign, bound = bound)
}

/// The bound as it was asked for, no digit lost.
fn bound(lifted: &Lifted, language: Language) -> String {
    let bound = lifted.target.bound;
    if lifted.is_rate { language.percent(bound) } else { language.decimal(&bound.to_string()) }
}

/// What the measure is called in a sentence.
fn measure(lifted: &Lifted, language: Language) -> String {
    let name = lifted.measure.as_str();
    if lifted.is_rate && !["lcd", "lcd_in_substance", "adopted"].contains(&name) {
        return say!(language, "lift-share", measure = name);
    }
    say!(language, "terminal-measure", name = name)
}

/// A number of the measure.
fn number(lifted: &Lifted, x: f64, language: Language) -> String {
    if lifted.is_rate { language.percent(x) } else { decimal(x, language) }
}

/// A number of any size.
fn decimal(x: f64, language: Language) -> String {
    match x.abs() {
        size if size < 1.0 => language.point_to(3, x),
        size if size < 10.0 => language.point_to(2, x),
        _ => language.point_to(1, x),
    }
}

/// A level with its interval: ".42 (.40 to .44)"; of a case in which nothing is drawn the number alone.
fn level(lifted: &Lifted, level: &Level, language: Language) -> String {
    let number = |x| number(lifted, x, language);
    match (level.mean, level.low, level.high) {
        (Some(mean), Some(low), Some(high)) if low < high => {
            say!(
                language,
                "terminal-change-with-interval",
                change = number(mean),
                low = number(low),
                high = number(high)
            )
        }
        (Some(mean), ..) => number(mean),
        _ => say!(language, "lift-undefined"),
    }
}
