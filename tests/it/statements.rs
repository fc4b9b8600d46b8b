//! What is said of runs, held against the runs themselves: rooms in which much is equal, zero, alone or undefined.

use std::collections::BTreeMap;

use plenary::{
    Case,
    language::Language,
    model::{Model, OutsideModel},
    negotiation::{Negotiator, Observer, Realisation, View},
    outcome::{Label, Outcome},
    report::{
        answer,
        statement::{
            Acceptable, Adoption, ClauseFact, Columns, Conduct, Doers, Endings, Floor, Gains, LcdShare,
            Ranking, Reach, Sample, Standstill, Way,
        },
    },
    stance::Stance,
    study::{Summary, statistics::Rate},
    text::{Text, Value},
};
use proptest::{collection::vec, prelude::*, sample::select};
use unicode_width::UnicodeWidthStr;

use crate::support::thousand_cases;

const WIDTHS: [usize; 4] = [60, 80, 100, 140];

/// A case in which things coincide, and how many runs of it.
#[derive(Clone, Debug)]
struct Degenerate {
    file: String,
    runs: u64,
}

/// Values that meet: ends, middles and one another.
fn value() -> impl Strategy<Value = f64> {
    select(vec![0.0, 0.0, 0.2, 0.5, 0.5, 1.0])
}

fn degenerate() -> impl Strategy<Value = Degenerate> {
    (1..=4_usize, 1..=3_usize).prop_flat_map(|(parties, clauses)| {
        let clause = (select(vec!["Ambition", "Ambition", "Positional"]), value());
        let wishes = vec(value(), clauses);
        let party =
            (wishes, select(vec![0.0, 0.0, 0.0, 0.3, 0.6]), select(vec![0.0, 0.0, 0.2]), any::<bool>());
        let rule = select(vec!["Consensus", "Consensus", "Unanimity", "SimpleMajority", "ConsensusMinus(1)"]);
        let spread = select(vec![
            "",
            "",
            "uncertainty: (ideals: (medium: Normal(0.1)))",
            "uncertainty: (ideals: (medium: Censored(0.3)), outside_option: Normal(0.1))",
            "uncertainty: (saliences: LogNormal(0.2))",
        ]);
        let room = (vec(clause, clauses), vec(party, parties), rule, spread, any::<bool>());
        (room, select(vec![1_u64, 2, 3, 7])).prop_map(|(room, runs)| Degenerate { file: file(&room), runs })
    })
}

type Room = (Vec<(&'static str, f64)>, Vec<(Vec<f64>, f64, f64, bool)>, &'static str, &'static str, bool);

/// The scenario; where all are alike, everybody wants what the first wants.
fn file((clauses, parties, rule, spread, alike): &Room) -> String {
    let clause = |(d, (kind, q)): (usize, &(&str, f64))| format!("\"c{d}\": {kind}(status_quo: {q:?}),");
    let party = |(i, (wishes, outside, failure, major)): (usize, &(Vec<f64>, f64, f64, bool))| {
        let wishes = if *alike { &parties[0].0 } else { wishes };
        let positions: String = wishes.iter().enumerate().map(|(d, p)| format!("\"c{d}\": {p:?},")).collect();
        let power = if *major { "Major" } else { "Small" };
        let outside = if *outside > 0.0 { format!("outside_option: {outside:?},") } else { String::new() };
        format!(
            "\"P{i}\": (power: {power}, cost_of_failure: {failure:?}, {outside} positions: {{{positions}}}),"
        )
    };
    // Of one alone it could not be said that all but one agree.
    let rule = if parties.len() == 1 { "Consensus" } else { rule };
    let clauses: String = clauses.iter().enumerate().map(clause).collect();
    let parties: String = parties.iter().enumerate().map(party).collect();
    format!(
        "(format: 1, title: \"T\", clauses: {{{clauses}}}, countries: {{{parties}}}, rule: {rule},
          protocol: ChairRevisions(rounds: 6), {spread})"
    )
}

/// A run, with who came and what they wanted.
struct Row {
    outcome: Outcome,
    room: Realisation,
}

#[derive(Default)]
struct Note(Option<Realisation>);

impl Observer for Note {
    fn draft(&mut self, view: &View<'_>) {
        self.0 = Some(view.parties.clone());
    }
}

fn rows(model: &Model, runs: u64) -> Vec<Row> {
    let mut negotiator = Negotiator::new(model, 1);
    let row = |replicate| {
        let mut note = Note::default();
        let outcome = negotiator.negotiate(replicate, &mut note);
        Row { outcome, room: note.0.expect("a draft is shown") }
    };
    (0..runs).map(row).collect()
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// Each fact is what the rows say, counted and averaged anew.
    #[test]
    fn facts_are_what_the_rows_say(case in degenerate()) {
        let Degenerate { file, runs } = &case;
        let compiled = Case::parse("case", file).expect("a sound case");
        let answer = compiled.run(*runs, 1).expect("a number in range");
        let (s, model) = (answer.summary(), compiled.model());
        let rows = rows(model, *runs);
        endings(s, &rows)?;
        reach(s, &rows)?;
        gains(s, &rows)?;
        conduct(s, &rows, model)?;
        clauses(s, &rows, model)?;
        standstill(s, &rows, model)?;
        for (language, ..) in Language::ALL {
            let width = WIDTHS[(file.len() + *runs as usize) % WIDTHS.len()];
            let screen = answer::render(language, compiled.scenario(), s, "", width);
            reads_well(&screen, s, language, width)?;
        }
    }
}

/// How runs end, by counting.
fn endings(s: &Summary, rows: &[Row]) -> Result<(), TestCaseError> {
    let found = Endings::of(s).expect("there are runs");
    let adopted = rows.iter().filter(|r| r.outcome.conclusion.adopted()).count();
    let adoption = match adopted {
        0 => Adoption::Never,
        n if n == rows.len() => Adoption::Always,
        _ => Adoption::Sometimes,
    };
    prop_assert_eq!(found.adoption, adoption);
    let mut counts: BTreeMap<Label, u64> = BTreeMap::new();
    rows.iter().for_each(|r| *counts.entry(r.outcome.label).or_default() += 1);
    let named: BTreeMap<Label, u64> = found.names.iter().map(|n| (n.label, n.runs)).collect();
    prop_assert_eq!(named, counts);
    prop_assert!(found.names.windows(2).all(|pair| pair[0].runs >= pair[1].runs));
    let elsewhere =
        rows.iter().filter(|r| r.outcome.lcd && r.outcome.label != Label::LowestCommonDenominator);
    prop_assert_eq!(found.lcd_by_other_names, elsewhere.count() as u64);
    if found.is_premise {
        // Then the status quo does for everybody, by the wishes of that run.
        for row in rows {
            for (i, present) in row.room.present.iter().enumerate().filter(|(_, present)| **present) {
                prop_assert!(*present && row.room.reservations[i] <= at_status_quo(row, i) + 1e-9);
            }
        }
    }
    Ok(())
}

/// The utility of the status quo by the wishes that a country stands for.
fn at_status_quo(row: &Row, country: usize) -> f64 {
    row.room.effective.utility_of(country, row.room.status_quo())
}

/// Depth, Λ and LCD, by plain means.
fn reach(s: &Summary, rows: &[Row]) -> Result<(), TestCaseError> {
    let adopted: Vec<&Outcome> = rows.iter().map(|r| &r.outcome).filter(|o| o.conclusion.adopted()).collect();
    let indices: Vec<f64> = adopted.iter().filter_map(|o| o.index).collect();
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let depth = mean(&adopted.iter().map(|o| o.depth).collect::<Vec<_>>());
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    match Reach::of(s) {
        Reach::NoAmbition => prop_assert!(s.clauses.iter().all(|c| c.kind != "ambition")),
        Reach::NoText(_) => prop_assert!(adopted.is_empty()),
        Reach::NoConflict(found) => prop_assert!(indices.is_empty() && near(found.value, depth)),
        Reach::Text { depth: found, index, way } => {
            let left = 1.0 - mean(&indices);
            prop_assert!(near(found.value, depth) && near(index.value, 1.0 - left));
            prop_assert_eq!(index.of, indices.len() as u64);
            match way {
                Way::AtLcd => prop_assert!(left < 0.005 + 1e-9),
                Way::Between(hundredths) => {
                    prop_assert!((100.0 * left - f64::from(hundredths)).abs() <= 0.5 + 1e-6);
                }
                Way::AtMedian => prop_assert!(left > 0.995 - 1e-9),
                Way::BeyondMedian => {
                    let median = mean(&rows.iter().map(|r| r.outcome.benchmarks[2]).collect::<Vec<_>>());
                    prop_assert!(left > 0.995 - 1e-9 && depth > median);
                }
            }
        }
    }
    let lcd = adopted.iter().filter(|o| o.lcd).count() as f64 / adopted.len() as f64;
    match LcdShare::of(s) {
        None => prop_assert!(indices.is_empty() || s.clauses.iter().all(|c| c.kind != "ambition")),
        Some(found) => {
            prop_assert!(!indices.is_empty() && near(found.called.value, lcd));
            let undefined = rows.iter().filter(|r| r.outcome.index.is_none()).count();
            prop_assert_eq!(found.undefined_in, undefined as u64);
        }
    }
    Ok(())
}

/// The half-width of Student's interval at level 1 − α, by integrating its density.
fn student_half_width(values: &[f64], alpha: f64) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    // With t = tan θ·√ν the density is proportional to cos^(ν−1) θ on (−π/2, π/2).
    let nu = n - 1.0;
    let steps = 20_000;
    let width = std::f64::consts::FRAC_PI_2 / f64::from(steps);
    let density: Vec<f64> =
        (0..steps).map(|k| libm::pow(libm::cos((f64::from(k) + 0.5) * width), nu - 1.0)).collect();
    let total: f64 = density.iter().sum();
    let (mut sum, mut theta) = (0.0, 0.0);
    for (k, p) in density.iter().enumerate() {
        sum += p / total;
        if sum >= 1.0 - alpha {
            theta = (k as f64 + 1.0) * width;
            break;
        }
    }
    nu.sqrt() * libm::tan(theta) * (variance / n).sqrt()
}

/// Who gains: the greatest and the least mean, and nobody named as winner or loser whose interval does not say so.
fn gains(s: &Summary, rows: &[Row]) -> Result<(), TestCaseError> {
    let of = |i: usize| -> Vec<f64> { rows.iter().map(|r| r.outcome.parties[i].gain).collect() };
    let means: BTreeMap<&str, f64> = (s.parties.iter().enumerate())
        .map(|(i, p)| (p.name.as_str(), of(i).iter().sum::<f64>() / rows.len() as f64))
        .collect();
    let all_zero = (0..s.parties.len()).all(|i| of(i).iter().all(|g| g.abs() < 1e-9));
    let [least, most] = [f64::min, f64::max].map(|pick| means.values().copied().reduce(pick).unwrap_or(0.0));
    match Gains::of(s) {
        Gains::Nobody => prop_assert!(means.is_empty()),
        Gains::Nothing => prop_assert!(all_zero),
        Gains::Alone(_) => prop_assert!(means.len() == 1 && !all_zero),
        Gains::Alike(gain) => {
            prop_assert!(means.values().all(|mean| (mean - gain.value).abs() < 1e-9) && !all_zero);
        }
        Gains::Ranked(ranking) => ranked(s, rows, &ranking, &means, [least, most])?,
    }
    Ok(())
}

fn ranked(
    s: &Summary,
    rows: &[Row],
    ranking: &Ranking<'_>,
    means: &BTreeMap<&str, f64>,
    [least, most]: [f64; 2],
) -> Result<(), TestCaseError> {
    // Whoever has the greatest or the least mean is named, equals too.
    for (name, mean) in means {
        let among = |of: &[plenary::report::statement::Gain<'_>]| of.iter().any(|g| g.name == *name);
        prop_assert!(mean + 1e-9 < most || among(&ranking.most), "{} {:?}", name, ranking);
        prop_assert!(mean - 1e-9 > least || among(&ranking.least), "{} {:?}", name, ranking);
    }
    prop_assert!(!ranking.is_told || most > least + 1e-9);
    for loser in &ranking.losers {
        let i = s.parties.iter().position(|p| p.name == loser.name).expect("a party");
        let gains: Vec<f64> = rows.iter().map(|r| r.outcome.parties[i].gain).collect();
        let mean = means[loser.name];
        prop_assert!(mean < 0.0, "{:?}", loser);
        // Where runs differ the whole interval is below 0, though all parties are read together.
        if matches!(Sample::of(s), Sample::Runs(_)) {
            let half = student_half_width(&gains, 0.05 / means.len() as f64);
            prop_assert!(mean + 0.99 * half < 1e-9, "{:?}: {} ± {}", loser, mean, half);
        }
    }
    Ok(())
}

/// Shares of what parties are and do, by counting; ambition by adding up the wishes of each run.
fn conduct(s: &Summary, rows: &[Row], model: &Model) -> Result<(), TestCaseError> {
    for conduct in Conduct::ALL {
        let count = |i: usize| rows.iter().filter(|row| does(conduct, row, i, model)).count();
        let came = |i: usize| rows.iter().any(|row| row.room.present[i]);
        let counts: Vec<usize> = (0..s.parties.len()).map(count).collect();
        match Doers::of(s, conduct) {
            Doers::Undefined => prop_assert!(s.clauses.iter().all(|c| c.kind != "ambition")),
            Doers::Nobody => prop_assert!(counts.iter().all(|n| *n == 0)),
            Doers::Everybody => {
                let all = (0..counts.len()).filter(|&i| came(i)).all(|i| counts[i] == rows.len());
                prop_assert!(all, "{:?}: {:?}", conduct, counts);
            }
            Doers::Some(some) => {
                for (i, party) in s.parties.iter().enumerate() {
                    let said = some.iter().find(|(name, _)| *name == party.name);
                    let share = said.map_or(0.0, |(_, figure)| figure.value);
                    prop_assert!(
                        (share - counts[i] as f64 / rows.len() as f64).abs() < 1e-12,
                        "{:?}",
                        conduct
                    );
                }
                prop_assert!(some.windows(2).all(|pair| pair[0].1.value >= pair[1].1.value));
            }
        }
    }
    Ok(())
}

fn does(conduct: Conduct, row: &Row, i: usize, model: &Model) -> bool {
    let party = &row.outcome.parties[i];
    match conduct {
        Conduct::LeastAmbitious => {
            let ambition = |i: usize| -> f64 {
                let depth = |clause| model.depth().weight(clause) * row.room.national.ideal(i, clause);
                model.clause_ids().map(depth).sum()
            };
            let least = (0..row.room.present.len()).filter(|&k| row.room.present[k]).map(ambition);
            row.room.present[i] && ambition(i) <= least.fold(f64::INFINITY, f64::min) + 1e-9
        }
        Conduct::HoldsOut => party.held_out,
        Conduct::GoesAlong => party.stance == Stance::Explain && party.vote != plenary::voting::Vote::Abstain,
        Conduct::Abstains => party.vote == plenary::voting::Vote::Abstain,
        Conduct::WalksOut => party.left,
        Conduct::Defects => party.defected,
    }
}

/// The floor of each clause, by the wishes as stated; and no column of a spread where nothing is spread.
fn clauses(s: &Summary, rows: &[Row], model: &Model) -> Result<(), TestCaseError> {
    let texts: Vec<&Text> =
        rows.iter().filter(|r| r.outcome.conclusion.adopted()).map(|r| &r.outcome.text).collect();
    let columns = Columns::of(s);
    prop_assert_eq!(columns.text, !texts.is_empty());
    if columns.spread {
        prop_assert!(texts.windows(2).any(|pair| pair[0] != pair[1]));
    }
    for (c, id) in s.clauses.iter().zip(model.clause_ids()) {
        let Some(fact) = ClauseFact::of(c) else { continue };
        let least = (0..s.parties.len()).map(|i| model.stated().ideal(i, id)).fold(f64::INFINITY, f64::min);
        let floor = match c.kind {
            "ambition" if least <= c.status_quo_at + 1e-9 => Floor::StatusQuo,
            "ambition" => Floor::LeastWish,
            _ => Floor::None,
        };
        prop_assert_eq!(fact.floor, floor, "{:?}", c);
        if fact.is_below_status_quo {
            let mut middles: Vec<f64> = texts.iter().map(|t| t.0[id.index()].middle()).collect();
            middles.sort_by(f64::total_cmp);
            prop_assert!(middles[(middles.len() - 1) / 2] < c.status_quo_at, "{:?}", middles);
        }
    }
    Ok(())
}

/// Who stopped runs without a text, by counting; whether another text would have passed, by trying a grid of them.
fn standstill(s: &Summary, rows: &[Row], model: &Model) -> Result<(), TestCaseError> {
    let failed: Vec<&Row> = rows.iter().filter(|r| !r.outcome.conclusion.adopted()).take(20).collect();
    let Some(found) = Standstill::of(s) else {
        prop_assert!(failed.is_empty());
        return Ok(());
    };
    prop_assert_eq!(found.looked_at, failed.len() as u64);
    for (i, party) in s.parties.iter().enumerate() {
        let against = failed.iter().filter(|r| r.outcome.parties[i].held_out || r.outcome.parties[i].left);
        let said = found.blockers.iter().find(|b| b.name == party.name).map_or(0, |b| b.runs);
        prop_assert_eq!(said, against.count() as u64);
    }
    let by_trying = failed.iter().filter(|row| passes_on_a_grid(row, model)).count() as u64;
    let said = match found.acceptable {
        Acceptable::Unknown => return Ok(()),
        Acceptable::Always => failed.len() as u64,
        Acceptable::Never => 0,
        Acceptable::Sometimes(some, of) => {
            prop_assert!(0 < some && some < of);
            some
        }
    };
    prop_assert!(said >= by_trying, "{} said, {} by trying", said, by_trying);
    let any_outside =
        model.countries().iter().any(|c| matches!(c.outside_option, Some(OutsideModel::Gain(_))));
    prop_assert!(any_outside || said == failed.len() as u64);
    Ok(())
}

/// Whether some text of a coarse grid gives everybody in the room what it would settle for.
fn passes_on_a_grid(row: &Row, model: &Model) -> bool {
    let clauses = model.clauses().len();
    (0..6_usize.pow(clauses as u32)).any(|mut k| {
        let mut text = Vec::with_capacity(clauses);
        for _ in 0..clauses {
            text.push(Value::point((k % 6) as f64 / 5.0));
            k /= 6;
        }
        let text = Text(text);
        let content = |i: usize| row.room.effective.utility_of(i, &text) >= row.room.reservations[i] - 1e-9;
        (0..row.room.present.len()).filter(|&i| row.room.present[i]).all(content)
    })
}

/// No line is wider than the screen, no number is impossible, and nothing is on average where there is one run.
fn reads_well(screen: &str, s: &Summary, language: Language, width: usize) -> Result<(), TestCaseError> {
    for line in screen.lines().filter(|line| !line.contains("plenary ")) {
        prop_assert!(line.width() <= width, "{} of {}: {}", line.width(), width, line);
    }
    for wrong in ["NaN", "inf", "(100–100", "(0–0)", "None", "Some("] {
        prop_assert!(!screen.contains(wrong), "{}:\n{}", wrong, screen);
    }
    let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let english = language == Language::English;
    if Sample::of(s).is_one_run() {
        prop_assert!(!flat.contains("on average") && !flat.contains("平均而言"), "{}", flat);
        prop_assert!(!flat.contains("10–90"), "{}", flat);
    }
    if LcdShare::of(s).is_none() {
        prop_assert!(!flat.contains("called LCD") && !flat.contains("Called LCD"), "{}", flat);
    }
    if english && Gains::of(s) == Gains::Nothing {
        prop_assert!(flat.contains("Nobody gains or loses"), "{}", flat);
    }
    Ok(())
}

/// Counts of thousands and millions near the ends: a share of some is never written as none or as all, nor an interval as
/// if it had no width.
#[test]
fn small_counts_of_many_are_not_rounded_away() {
    let case = Case::parse("case", TWO).expect("a sound case");
    let run = case.run(3, 1).expect("a number in range");
    for of in [1_u64, 2, 13, 1_000, 10_000, 1_000_000, 1_000_000_000] {
        for few in [1, 13, of / 2, of - 1, of].into_iter().filter(|few| (1..=of).contains(few)) {
            for count in [few, of - few] {
                let mut s = run.summary().clone();
                s.replicates = of;
                (s.adopted, s.failed) = (Rate::new(count, of), Vec::new());
                let shares = [(Label::Compromise, count), (Label::Deadlock, of - count)];
                for outcome in &mut s.outcomes {
                    let share =
                        shares.iter().find(|(label, _)| *label == outcome.label).map_or(0, |(_, n)| *n);
                    outcome.share = Rate::simultaneous(share, of, 10);
                }
                for (language, ..) in Language::ALL {
                    let screen = answer::render(language, case.scenario(), &s, "", 100);
                    for name in ["compromise", "deadlock", "折中案文", "僵局"] {
                        let row = screen.lines().filter(|line| line.trim_start().starts_with(name));
                        let row: String = row.take(1).collect();
                        let some = 0 < count && count < of && of > 1;
                        let written = row.replace('\u{a0}', "").replace("（", " (");
                        for whole in [" 100%", " 0%", "(100–100)", "(0–0)"] {
                            assert!(!some || !written.contains(whole), "{count} of {of}: {row}");
                        }
                    }
                }
            }
        }
    }
}

const TWO: &str = r#"(format: 1, title: "T", clauses: {"a": Ambition(status_quo: 0.1)},
    countries: {"A": (positions: {"a": 0.2}), "B": (positions: {"a": 0.9})},
    uncertainty: (saliences: LogNormal(0.1), ideals: (medium: Normal(0.05))))"#;

/// The answer to some runs, on one line.
fn said(file: &str, runs: u64) -> String {
    let case = Case::parse("case", file).expect("sound");
    let run = case.run(runs, 1).expect("a number in range");
    let screen = answer::render(Language::English, case.scenario(), run.summary(), "", 100);
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Two mirror images under drawn saliences: both are least ambitious in every run.
#[test]
fn mirror_images_are_equally_ambitious() {
    let mirror = r#"(format: 1, title: "T", clauses: {"a": Ambition(status_quo: 0.0), "b": Ambition(status_quo: 0.0)},
        countries: {"A": (positions: {"a": 0.2, "b": 0.8}), "B": (positions: {"a": 0.8, "b": 0.2})},
        uncertainty: (saliences: LogNormal(0.2)))"#;
    let answer = said(mirror, 40);
    assert!(answer.contains("All are equally ambitious."), "{answer}");
    let third =
        mirror.replace("\"b\": 0.2})}", "\"b\": 0.2}), \"C\": (positions: {\"a\": 1.0, \"b\": 1.0})}");
    let answer = said(&third, 40);
    assert!(answer.contains("Among the least ambitious: A 100 % and B 100 %."), "{answer}");
}

/// Where everybody wants the same, nothing is called LCD or not, and nobody gains most.
#[test]
fn nothing_is_called_lcd_where_lcd_is_undefined() {
    let same = r#"(format: 1, title: "T", clauses: {"a": Ambition(status_quo: 0.2)},
        countries: {"A": (positions: {"a": 0.6}), "B": (positions: {"a": 0.6})}, uncertainty: (saliences: LogNormal(0.2)))"#;
    let answer = said(same, 20);
    assert!(answer.contains("nothing can be called a lowest common denominator"), "{answer}");
    assert!(!answer.contains("LCD texts") && !answer.contains("Called LCD"), "{answer}");
    assert!(answer.contains("Everybody gains the same over what holds already: +.40."), "{answer}");
}

/// A text below what holds already is marked, and so is an LCD that the status quo holds up.
#[test]
fn the_floor_is_told() {
    let floor = r#"(format: 1, title: "T", clauses: {"rights": Ambition(status_quo: 0.5), "money": Ambition(status_quo: 0.0)},
        countries: {"A": (positions: {"rights": (0.0, 0.9), "money": (1.0, 0.9)}),
                    "B": (positions: {"rights": (0.1, 0.9), "money": (0.9, 0.9)})})"#;
    let answer = said(floor, 1);
    assert!(
        answer.contains("*.50")
            && answer
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .contains("*: q itself, since somebody wants no more."),
        "{answer}"
    );
    assert!(answer.contains("↓.0") && answer.contains("↓: below q."), "{answer}");
}

/// Talks that nobody could leave better off end in agreement, and it is said that this is no finding; with an outside option it is not said.
#[test]
fn agreement_that_is_a_premise_is_called_one() {
    let plain = TWO.replace("uncertainty: (saliences: LogNormal(0.1), ideals: (medium: Normal(0.05)))", "");
    assert!(said(&plain, 5).contains("is a premise, no finding"), "{}", said(&plain, 5));
    let outside = plain.replace("\"B\": (", "\"B\": (outside_option: 0.01, ");
    assert!(!said(&outside, 5).contains("premise"), "{}", said(&outside, 5));
}

/// Two of whom each has more without a text than any text gives both: who stopped it, over what, and that no text would do.
#[test]
fn who_stood_in_the_way_is_said() {
    let apart = r#"(format: 1, title: "T", clauses: {"a": Ambition(status_quo: 0.5)},
        countries: {"A": (outside_option: 0.3, positions: {"a": 0.0}), "B": (outside_option: 0.3, positions: {"a": 1.0})},
        defaults: (isolation_cost: (major: 0.0, middle: 0.0, small: 0.0)))"#;
    let answer = said(apart, 1);
    assert!(
        answer.contains("The run without a text is stopped by") && answer.contains("over a, which costs it"),
        "{answer}"
    );
    assert!(answer.contains("No text existed that nobody would have stopped."), "{answer}");
    assert!(answer.contains("No text is adopted: what holds already remains, at depth .50."), "{answer}");
}
