//! The headline: how deep the text is, how sure that is, and of what (model, second edition §5).
//!
//! Two uncertainties stand beside each figure: its 95 % interval over the replicates, and the least and the greatest under
//! the declared choices of modelling, which are no interval.

use super::{
    number::{list, of, percent, point, point_to, rate},
    table::Table,
};
use crate::{
    scenario::Thresholds,
    study::{
        Summary,
        choices::{ChoiceSet, ChoiceSummary, LINE, Range},
        statistics::{Mean, Rate},
    },
};

/// The sentences that come first: at most three lines of a screen.
pub fn sentences(s: &Summary) -> String {
    let (sampling, choices) = (sampled(&s.adopted), range(s, "adopted").map(shares));
    let share = percent(s.adopted.rate.unwrap_or(0.0));
    let adopted = format!("A text is adopted in {share} of runs{}", bracket(sampling, choices, true));
    if !s.has_ambition() {
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
        0.0 => "stays at the least ambitious wish, or below".to_owned(),
        100.0 => "goes as far as the median wish, or further".to_owned(),
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
    let share = percent(rate.rate.unwrap_or(0.0));
    let spread = |of: Option<Range>| of.is_some_and(|r| whole(r.low) != whole(r.high));
    let lines = s.choices.as_ref().and_then(|c| spanned(c, name, |variant| variant.starts_with(LINE)));
    let depends = match (spread(lines), spread(range(s, name))) {
        (true, _) => "the line drawn",
        (false, true) => "the modelling",
        (false, false) => {
            let of = if spelled { "runs" } else { "texts" };
            return format!("It is called {lcd} in {share} of {of}{sides}.");
        }
    };
    format!("How often it is called {lcd} depends on {depends}: {share}{sides}.")
}

/// From the least to the greatest of a figure under some variants and in the case as it is.
fn spanned(choices: &ChoiceSummary, name: &str, which: impl Fn(&str) -> bool) -> Option<Range> {
    let all = choices.of(name).enumerate();
    let mut values = all.filter(|(n, (variant, _))| *n == 0 || which(variant)).filter_map(|(_, (_, x))| x);
    let first = Range::at(values.next()?);
    Some(values.fold(first, Range::with))
}

/// What the words of the headline stand for, and where the line is drawn.
pub fn terms(t: &Thresholds, s: &Summary) -> String {
    let mut text = "Depth: how far the clauses of ambition go, from 0 to 1.".to_owned();
    if s.lcd_index.mean.is_some() {
        text.push_str(&format!(
            " Λ: 1 at the least ambitious wish, clause by clause and never below what holds already, 0 at the median wish. \
             LCD: Λ ≥ {}, and one of the least ambitious gains at most {gain} by the text or wants a depth within {gain}; \
             in substance: on the least demanding reading.",
            point(t.lcd_index),
            gain = point(t.laggard_gain),
        ));
    }
    text
}

/// What the ranges of modelling choices are, and what was not tried: a note below the figures.
pub fn note(s: &Summary) -> Option<String> {
    let choices = s.choices.as_ref()?;
    if choices.variants == 1 {
        return Some("None of the declared modelling choices applies to this case.".to_owned());
    }
    let mixes = if choices.set == ChoiceSet::All { " and 44 mixes of them" } else { "" };
    let ends = match choices.replicates_at_ends {
        most if most > choices.replicates => format!(", {most} of those at an end"),
        _ => String::new(),
    };
    let mut text = format!(
        "Modelling choices: from the least to the greatest of {} variants (the case as it is, each declared choice \
         alone{mixes}; {} of each{ends}, on the same draws), which is no interval.",
        choices.variants,
        of(choices.replicates as usize, "run", "runs")
    );
    let left_out: Vec<&str> = choices.left_out.iter().map(|l| l.choice.as_str()).collect();
    if !left_out.is_empty() {
        text.push_str(&format!(" Without effect here: {}.", list(&left_out, 9)));
    }
    Some(text)
}

/// How often a text is adopted, and of which kind: name, of all runs, of texts adopted, under other choices.
pub fn rates(s: &Summary) -> Table {
    let choices = |name| range(s, name).map(shares).unwrap_or_default();
    let mut table = Table::headed(match s.choices {
        Some(_) => " | of all runs | of texts adopted | of all runs, modelling choices",
        None => " | of all runs | of texts adopted",
    });
    let mut row =
        |what: &str, all, adopted, name| table.row([what.to_owned(), rate(all), adopted, choices(name)]);
    row("A text is adopted", &s.adopted, String::new(), "adopted");
    row("… a lowest-common-denominator (LCD) text", &s.lcd, rate(&s.lcd_given_adopted), "lcd");
    let (all, adopted) = (&s.lcd_in_substance, &s.lcd_in_substance_given_adopted);
    row("… LCD in substance, whatever its words", all, rate(adopted), "lcd_in_substance");
    table
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::Case,
        report::table::{WIDTH, wrap},
        study::choices::{Figures, VariantFigures},
    };

    /// A case of which every figure is set below.
    fn summary(of: u64, adopted: u64, lcd: u64) -> Summary {
        let text = r#"(format: 1, title: "T", clauses: {"c": Ambition(status_quo: 0.1)},
            countries: {"A": (positions: {"c": 0.2}), "B": (positions: {"c": 0.9})})"#;
        let case = Case::parse("t.ron", text).expect("a sound case");
        let answer = case.run(1, 1).expect("a number that is allowed");
        let mut s = answer.summary().clone();
        s.adopted = Rate::new(adopted, of);
        s.lcd_given_adopted = Rate::new(lcd, adopted);
        s
    }

    fn mean(mean: f64, half: Option<f64>) -> Mean {
        Mean { n: 2, mean: Some(mean), low: half.map(|h| mean - h), high: half.map(|h| mean + h) }
    }

    /// Adopted, LCD of texts adopted, Λ and depth: in the case as it is, under another line, and under another choice.
    fn with_choices(mut s: Summary, other_line: [f64; 4], other: [f64; 4]) -> Summary {
        let figures = |[adopted, lcd, index, depth]: [f64; 4]| -> Figures {
            [Some(adopted), None, Some(lcd), None, None, Some(index), Some(depth), None]
        };
        let own = [
            s.adopted.rate.unwrap_or(0.0),
            s.lcd_given_adopted.rate.unwrap_or(0.0),
            s.lcd_index.mean.unwrap_or(0.0),
            s.depth.adopted.mean.unwrap_or(0.0),
        ];
        let of = |name: String, from| VariantFigures { name, replicates: 66, figures: figures(from) };
        let each = vec![
            of("as it is".to_owned(), own),
            of(format!("{LINE}: Λ ≥ .75"), other_line),
            of("loss: squared".to_owned(), other),
        ];
        s.choices = Some(ChoiceSummary::new(ChoiceSet::Alone, [16, 66], each, Vec::new()));
        s
    }

    fn with(mut s: Summary, index: Mean, depth: Mean) -> Summary {
        (s.lcd_index, s.depth.adopted) = (index, depth);
        s
    }

    /// Each headline as it reads: read them aloud.
    #[test]
    fn headlines_read_well() {
        let usual = || with(summary(1000, 1000, 317), mean(0.75, Some(0.011)), mean(0.29, Some(0.003)));
        let undefined = Mean { n: 0, mean: None, low: None, high: None };
        let cases = [
            (
                "sampling and choices",
                with_choices(usual(), [1.0, 0.6, 0.75, 0.29], [1.0, 0.02, 0.66, 0.34]),
                "The text goes 25 % of the way from the least ambitious wish to the median wish: Λ .75 (sampling ± .01; \
                 modelling choices .66–.75). Depth .29 (± .003; .29–.34). How often it is called a lowest common \
                 denominator depends on the line drawn: 32 % (sampling 29–35; modelling choices 2–60).",
            ),
            (
                "no choices run",
                usual(),
                "The text goes 25 % of the way from the least ambitious wish to the median wish: Λ .75 (sampling ± .01). \
                 Depth .29 (sampling ± .003). It is called a lowest common denominator in 32 % of runs (sampling 29–35).",
            ),
            (
                "the line does not matter, another choice does",
                with_choices(usual(), [1.0, 0.317, 0.75, 0.29], [1.0, 0.6, 0.75, 0.29]),
                "The text goes 25 % of the way from the least ambitious wish to the median wish: Λ .75 (sampling ± .01; \
                 modelling choices .75). Depth .29 (± .003; .29). How often it is called a lowest common denominator \
                 depends on the modelling: 32 % (sampling 29–35; modelling choices 32–60).",
            ),
            (
                "some fail",
                with_choices(
                    with(summary(1000, 850, 270), mean(0.75, Some(0.011)), mean(0.29, Some(0.003))),
                    [0.85, 0.6, 0.75, 0.29],
                    [0.4, 0.02, 0.66, 0.34],
                ),
                "A text is adopted in 85 % of runs (sampling 83–87; modelling choices 40–85). It goes 25 % of the way from \
                 the least ambitious wish to the median wish: Λ .75 (± .01; .66–.75). Depth .29 (± .003; .29–.34). How \
                 often it is called LCD depends on the line drawn: 32 % (29–35; 2–60).",
            ),
            (
                "all succeed, but not under every choice",
                with_choices(usual(), [1.0, 0.6, 0.75, 0.29], [0.996, 0.02, 0.66, 0.34]),
                "A text is adopted in 100 % of runs (sampling 99.6–100; modelling choices 99.6–100). It goes 25 % of the \
                 way from the least ambitious wish to the median wish: Λ .75 (± .01; .66–.75). Depth .29 (± .003; \
                 .29–.34). How often it is called LCD depends on the line drawn: 32 % (29–35; 2–60).",
            ),
            (
                "nothing adopted",
                {
                    let mut s = with(summary(1000, 0, 0), undefined, undefined);
                    s.depth.realised = mean(0.1, Some(0.0));
                    with_choices(s, [0.0, 0.0, 0.0, 0.0], [0.12, 0.0, 0.0, 0.0])
                },
                "A text is adopted in 0 % of runs (sampling 0–0.4; modelling choices 0–12): what holds without one \
                 remains, at depth .10.",
            ),
            (
                "no conflict of ambition",
                with(summary(1000, 1000, 0), undefined, mean(0.29, Some(0.003))),
                "Depth .29 (sampling ± .003). Ambitions hardly differ: nothing can be called a lowest common denominator \
                 (LCD).",
            ),
            (
                "no clause of ambition",
                {
                    let mut s = summary(1000, 850, 0);
                    s.clauses.clear();
                    s
                },
                "A text is adopted in 85 % of runs (sampling 83–87). No clause is a matter of ambition: there is no depth, \
                 and LCD is undefined.",
            ),
            (
                "one run",
                with(summary(1, 1, 0), mean(0.75, None), mean(0.29, None)),
                "The text goes 25 % of the way from the least ambitious wish to the median wish: Λ .75. Depth .29. It is \
                 called a lowest common denominator in 0 % of runs (sampling 0–79).",
            ),
            (
                "ten runs",
                with_choices(
                    with(summary(10, 10, 3), mean(0.75, Some(0.12)), mean(0.29, Some(0.04))),
                    [1.0, 0.6, 0.75, 0.29],
                    [1.0, 0.0, 0.66, 0.34],
                ),
                "The text goes 25 % of the way from the least ambitious wish to the median wish: Λ .75 (sampling ± .12; \
                 modelling choices .66–.75). Depth .29 (± .04; .29–.34). How often it is called a lowest common \
                 denominator depends on the line drawn: 30 % (sampling 11–60; modelling choices 0–60).",
            ),
            (
                "a majority carries what the median wants",
                with_choices(
                    with(summary(1000, 1000, 0), mean(0.0, Some(0.0)), mean(0.6, Some(0.003))),
                    [1.0, 0.0, 0.0, 0.6],
                    [1.0, 0.0, 0.0, 0.58],
                ),
                "The text goes as far as the median wish, or further: Λ .00 (sampling ± 0; modelling choices .00). Depth \
                 .60 (± .003; .58–.60). It is called a lowest common denominator in 0 % of runs (sampling 0–0.4; modelling \
                 choices 0).",
            ),
            (
                "at the least wish",
                with(summary(1000, 1000, 1000), mean(0.998, Some(0.001)), mean(0.2, Some(0.003))),
                "The text stays at the least ambitious wish, or below: Λ 1.00 (sampling ± .001). \
                 Depth .20 (sampling ± .003). It is called a lowest common denominator in 100 % of runs (sampling 99.6–100).",
            ),
        ];
        for (what, s, expected) in cases {
            let said = sentences(&s).replace('\u{a0}', " ");
            assert_eq!(said, expected, "{what}");
        }
    }

    /// Three lines at most, however wide the ranges are; and Λ with the way that is left make 100.
    #[test]
    fn headlines_are_short() {
        for adopted in [1_u64, 47, 999, 1000] {
            for hundredth in 0..=200 {
                let index = f64::from(hundredth) / 200.0;
                let lcd = adopted * 2 / 3;
                let s = with(summary(1000, adopted, lcd), mean(index, Some(0.12)), mean(0.295, Some(0.003)));
                let (line, other) = ([0.003, 0.004, 1.0, 0.1], [0.996, 0.997, 0.1, 0.9]);
                let said = sentences(&with_choices(s, line, other));
                assert!(wrap(&said, WIDTH, "  ").lines().count() <= 3, "{said}");
                if let Some((way, _)) = said.split_once("\u{a0}% of the way") {
                    let way: f64 = way.rsplit(' ').next().unwrap().parse().expect("a number");
                    let printed = format!("Λ {}", point(1.0 - way / 100.0));
                    assert!(said.contains(&printed), "{said}");
                }
            }
        }
    }

    /// With the thresholds of the case; nothing of an index that is undefined.
    #[test]
    fn terms_say_where_the_line_is_drawn() {
        let drawn = Thresholds { lcd_index: 0.9, laggard_gain: 0.04, ..Thresholds::default() };
        let s = with(summary(10, 10, 3), mean(0.75, None), mean(0.29, None));
        let said = terms(&drawn, &s);
        assert!(said.contains("LCD: Λ ≥ .90") && said.contains("gains at most .04 by the text"), "{said}");
        let none = Mean { n: 0, mean: None, low: None, high: None };
        let said = terms(&drawn, &with(s, none, mean(0.29, None)));
        assert_eq!(said, "Depth: how far the clauses of ambition go, from 0 to 1.");
    }

    #[test]
    fn the_note_says_what_was_run() {
        let mut s = with_choices(summary(1000, 1000, 300), [1.0; 4], [1.0; 4]);
        assert!(note(&s).is_some_and(
            |n| n.contains("3 variants") && n.contains("16 runs of each, 66 of those at an end")
        ));
        s.choices = None;
        assert_eq!(note(&s), None);
    }
}
