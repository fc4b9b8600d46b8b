//! The headline: how deep the text is, how sure that is, and of what (model, second edition §5).
//!
//! Two uncertainties stand beside each figure: its 95 % interval over the replicates, and the least and the greatest under
//! the declared choices of modelling, which are no interval.

use super::number::{count, list, percent, point, point_to};
use crate::study::{
    Summary,
    choices::{ChoiceSummary, LINE, Range, Which},
    statistics::{Mean, Rate},
};

/// The sentences that come first: at most three lines of a screen.
pub fn sentences(s: &Summary) -> String {
    let (sampling, choices) = (sampled(&s.adopted), range(s, "adopted").map(shares));
    let share = percent(s.adopted.rate.unwrap_or(0.0));
    let adopted = format!("A text is adopted in {share} of runs{}", bracket(sampling, choices, true));
    if !super::answer::has_ambition(s) {
        return format!(
            "{adopted}. No clause is a matter of ambition: there is no depth, and LCD is undefined."
        );
    }
    if s.adopted.count == 0 {
        let depth = point(s.depth.realised.mean);
        return format!("{adopted}: what holds without one remains, at depth {depth}.");
    }
    let is_certain = s.adopted.count == s.adopted.of && range(s, "adopted").is_none_or(|r| r.low >= 1.0);
    let (start, text) = if is_certain { (String::new(), "The text") } else { (format!("{adopted}. "), "It") };
    let depth =
        format!("Depth {}{}.", point(s.depth.adopted.mean), ends(s, &s.depth.adopted, "depth", false));
    match s.lcd_index.mean {
        None => {
            let alike = "Ambitions hardly differ: nothing can be called a lowest common denominator (LCD).";
            format!("{start}{depth} {alike}")
        }
        Some(index) => {
            let way = way(index);
            let index = format!("Λ {}{}", point(index), ends(s, &s.lcd_index, "lcd_index", is_certain));
            format!("{start}{text} {way}: {index}. {depth} {}", label(s, is_certain))
        }
    }
}

/// How far a text of this Λ goes; Λ is cut to [0, 1], so it cannot tell the ends from what lies beyond.
fn way(index: f64) -> String {
    match (100.0 * (1.0 - index)).round() {
        0.0 => "does not go beyond the least ambitious wish towards the median wish".to_owned(),
        100.0 => "goes all the way from the least ambitious wish to the median wish, or further".to_owned(),
        // As many hundredths as the Λ that is printed leaves over.
        _ => format!(
            "goes {:.0}\u{a0}% of the way from the least ambitious wish to the median wish",
            100.0 - rounded(index)
        ),
    }
}

/// Hundredths, as [`point`] prints them.
fn rounded(x: f64) -> f64 {
    let digits: String = format!("{x:.2}").chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0.0)
}

/// How often it is called an LCD text, and on what that depends.
fn label(s: &Summary, spelled: bool) -> String {
    let name = "lcd_given_adopted";
    let lcd = if spelled { "a lowest common denominator" } else { "LCD" };
    let rate = &s.lcd_given_adopted;
    let sides = bracket(sampled(rate), range(s, name).map(shares), spelled);
    let share = format!("{}{sides}", percent(rate.rate.unwrap_or(0.0)));
    let spread = |of: Option<Range>| of.is_some_and(|r| whole(r.low) != whole(r.high));
    let lines = s.choices.as_ref().and_then(|c| spanned(c, name, |variant| variant.starts_with(LINE)));
    let depends = match (spread(lines), spread(range(s, name))) {
        (true, _) => "the line drawn",
        (false, true) => "the modelling",
        (false, false) => return format!("It is called {lcd} in {share}."),
    };
    format!("How often it is called {lcd} depends on {depends}: {share}.")
}

/// From the least to the greatest of a figure under some variants and in the case as it is.
fn spanned(choices: &ChoiceSummary, name: &str, which: impl Fn(&str) -> bool) -> Option<Range> {
    let all = choices.of(name).enumerate();
    let mut values = all.filter(|(n, (variant, _))| *n == 0 || which(variant)).filter_map(|(_, (_, x))| x);
    let first = Range::at(values.next()?);
    Some(values.fold(first, Range::with))
}

/// What the two ranges are, and what was not tried: a note below the figures.
pub fn note(s: &Summary) -> Option<String> {
    let choices = s.choices.as_ref()?;
    let mut text =
        "Least ambitious wish: clause by clause, and never less than what holds already. ".to_owned();
    if !super::answer::has_ambition(s) {
        text.clear();
    }
    if choices.variants == 1 {
        return Some(text + "None of the declared modelling choices applies to this case.");
    }
    let mixes = if choices.set == Which::All { " and 44 mixes of them" } else { "" };
    text.push_str(&format!(
        "Modelling choices: from the least to the greatest of {} variants (the case as it is, each declared choice \
         alone{mixes}; {} runs of each, on the same draws), which is no interval.",
        choices.variants,
        count(choices.replicates)
    ));
    let left_out: Vec<&str> = choices.left_out.iter().map(|l| l.choice.as_str()).collect();
    if !left_out.is_empty() {
        text.push_str(&format!(" Without effect here: {}.", list(&left_out, 9)));
    }
    Some(text)
}

/// The range of a figure, where the choices were run.
pub fn range(s: &Summary, name: &str) -> Option<Range> {
    s.choices.as_ref()?.range(name)
}

/// The interval of a rate, in per cent without the sign: "29–34".
fn sampled(rate: &Rate) -> Option<String> {
    rate.rate.map(|_| between(&bare(rate.low), &bare(rate.high)))
}

/// " (sampling ± .01; modelling choices .66–.79)".
fn ends(s: &Summary, mean: &Mean, name: &str, spelled: bool) -> String {
    bracket(half_width(mean), range(s, name).map(|r| between(&point(r.low), &point(r.high))), spelled)
}

fn bracket(sampling: Option<String>, choices: Option<String>, spelled: bool) -> String {
    match (sampling, choices) {
        (Some(sampling), Some(choices)) if spelled => {
            format!(" (sampling {sampling}; modelling choices {choices})")
        }
        (Some(sampling), Some(choices)) => format!(" ({sampling}; {choices})"),
        (Some(sampling), None) => format!(" (sampling {sampling})"),
        (None, Some(choices)) => format!(" (modelling choices {choices})"),
        (None, None) => String::new(),
    }
}

/// "± .01", to three decimals where two would say nothing; none of fewer than two values.
fn half_width(mean: &Mean) -> Option<String> {
    let half = (mean.high? - mean.low?) / 2.0;
    Some(match half {
        half if half < 1e-9 => "± 0".to_owned(),
        half if half < 0.005 => format!("± {}", point_to(3, half.max(0.001))),
        half => format!("± {}", point(half)),
    })
}

/// From the least to the greatest share, in whole per cent without the sign: "2–60".
pub fn shares(range: Range) -> String {
    between(&whole(range.low), &whole(range.high))
}

/// A share in whole per cent, with a decimal only where it would else be taken for none or all.
fn whole(x: f64) -> String {
    match (100.0 * x).round() {
        near if (near == 0.0 && x > 0.0) || (near == 100.0 && x < 1.0) => bare(x),
        near => format!("{near:.0}"),
    }
}

fn bare(x: f64) -> String {
    percent(x).trim_end_matches("\u{a0}%").to_owned()
}

fn between(low: &str, high: &str) -> String {
    if low == high { low.to_owned() } else { format!("{low}–{high}") }
}
