//! The exercises of a class, and their key, computed from the case.

use maud::{Markup, html};

use super::Kit;
use crate::{
    benchmark::Lcd,
    language::Language,
    negotiation::Realisation,
    report::{identity, responsibility},
    say,
    study::statistics::{Mean, Rate},
    text::ClauseId,
};

/// Lines to write on under a question.
const LINES: usize = 3;

/// An exercise: what is asked, and the key.
struct Exercise {
    question: String,
    key: Markup,
}

/// The exercises, with room to write.
pub fn questions(kit: &Kit<'_>) -> Markup {
    let language = kit.language;
    html! {
        h1 { (say!(language, "class-exercises")) }
        p.quiet { (identity::title(language, kit.case.scenario())) }
        p { (say!(language, "class-guess-first")) }
        ol {
            @for exercise in all(kit) {
                li { (exercise.question) @for _ in 0..LINES { div.lines {} } }
            }
        }
    }
}

/// The same with what the case says.
pub fn key(kit: &Kit<'_>) -> Markup {
    let language = kit.language;
    let seed = if kit.seed == 1 { String::new() } else { format!(" --seed {}", kit.seed) };
    let command = format!("plenary run{}{seed} -n {}", kit.arguments, kit.lesson.replicates);
    html! {
        h1 { (say!(language, "class-key")) }
        p.quiet { (identity::title(language, kit.case.scenario())) }
        p {
            (say!(
                language, "class-key-basis",
                n = kit.lesson.replicates, command = command, switches = levers(kit).unwrap_or("none".to_owned())
            ))
        }
        ol { @for exercise in all(kit) { li { (exercise.question) (exercise.key) } } }
        p { (say!(language, "class-key-caution")) }
    }
}

/// The command that gives the figures of the switches again; none where there are none.
fn levers(kit: &Kit<'_>) -> Option<String> {
    let (seed, n) = (kit.seed, kit.lesson.replicates);
    let seed = if seed == 1 { String::new() } else { format!(" --seed {seed}") };
    let is_shown = !kit.lesson.switches.is_empty() && kit.lesson.responsibility.is_some();
    is_shown.then(|| format!("plenary levers{}{seed} -n {n} --exhaustive --only switches", kit.arguments))
}

fn all(kit: &Kit<'_>) -> Vec<Exercise> {
    let exercises = [wishes(kit), Some(outcome(kit)), held_down(kit), other_rule(kit), switches(kit)];
    exercises.into_iter().flatten().collect()
}

/// The least ambitious wish and the median one of each clause; none where no clause is a matter of ambition.
fn wishes(kit: &Kit<'_>) -> Option<Exercise> {
    let (language, model) = (kit.language, kit.case.model());
    let stated = Realisation::as_stated(model);
    let lcd = Lcd::of(model.depth(), &stated.national, &stated.present);
    let clauses: Vec<ClauseId> = model.depth().ambition_clauses().collect();
    let name = |i: &usize| kit.case.scenario().title_of(&model.countries()[*i].name);
    let row = |clause: &ClauseId| {
        let compiled = &model.clauses()[clause.index()];
        let (least, _) = Lcd::least(model.depth(), &stated.national, &stated.present, *clause);
        let least: Vec<&str> = least.iter().map(name).collect();
        [
            compiled.source.title().unwrap_or(&compiled.name).to_owned(),
            language.list(&least, 3),
            language.point(lcd.strong[clause.index()]),
            language.point(lcd.reference[clause.index()]),
        ]
    };
    let headings = [
        say!(language, "class-column-clause"),
        say!(language, "class-column-least"),
        say!(language, "class-column-lcd"),
        say!(language, "class-column-median"),
    ];
    (!clauses.is_empty()).then(|| Exercise {
        question: say!(language, "class-ask-wishes"),
        key: html! {
            table {
                tr { @for heading in &headings { th { (heading) } } }
                @for clause in &clauses { tr { @for cell in row(clause) { td { (cell) } } } }
            }
            p {
                (say!(
                    language, "class-key-wishes",
                    lcd = language.point(lcd.depth_strong), median = language.point(lcd.depth_reference)
                ))
            }
        },
    })
}

/// How often there is a text, and how deep what holds is.
fn outcome(kit: &Kit<'_>) -> Exercise {
    let (language, lesson) = (kit.language, kit.lesson);
    let depth = kit.case.model().depth().ambition_clauses().next().is_some();
    let key = say!(
        language,
        "class-key-outcome",
        ambition = if depth { "yes" } else { "no" },
        adopted = share(language, &lesson.adopted),
        substance = share(language, &lesson.in_substance),
        line = language.point(kit.case.scenario().thresholds.lcd_index),
        depth = mean(language, &lesson.depth, Language::point_to)
    );
    let question = say!(language, "class-ask-outcome", ambition = if depth { "yes" } else { "no" });
    Exercise { question, key: html! { p { (key) } } }
}

/// Who holds the text down.
fn held_down(kit: &Kit<'_>) -> Option<Exercise> {
    let found = kit.lesson.responsibility.as_ref()?;
    let said = responsibility::sentence(kit.language, kit.case.scenario(), found);
    let more = responsibility::details(kit.language, kit.case.scenario(), found);
    Some(Exercise {
        question: say!(kit.language, "class-ask-held-down"),
        key: html! { p { (said) } @for sentence in more { p { (sentence) } } },
    })
}

/// What another rule would do.
fn other_rule(kit: &Kit<'_>) -> Option<Exercise> {
    let (language, (other, difference)) = (kit.language, kit.lesson.rule.as_ref()?);
    kit.lesson.responsibility.as_ref()?;
    let key = say!(language, "class-key-change", change = mean(language, difference, Language::change_to));
    Some(Exercise {
        question: say!(
            language,
            "class-ask-rule",
            rule = other.in_words(language, &|name| kit.case.scenario().title_of(name).to_owned())
        ),
        key: html! { p { (key) } },
    })
}

/// What each switch would do.
fn switches(kit: &Kit<'_>) -> Option<Exercise> {
    let language = kit.language;
    let switches = &kit.lesson.switches;
    if switches.is_empty() || kit.lesson.responsibility.is_none() {
        return None;
    }
    let names: Vec<&str> = switches.iter().map(|(name, ..)| name.as_str()).collect();
    Some(Exercise {
        question: say!(language, "class-ask-switches", names = language.list(&names, names.len())),
        key: html! {
            table {
                tr {
                    th { (say!(language, "class-column-switch")) }
                    th { (say!(language, "class-column-asks")) }
                    th { (say!(language, "class-column-change")) }
                }
                @for (name, asks, difference) in switches {
                    tr { td { (name) } td { (asks) } td { (mean(language, difference, Language::change_to)) } }
                }
            }
            @if let Some(command) = levers(kit) {
                p { (say!(language, "class-key-switches", command = command)) }
            }
        },
    })
}

/// A share with its interval.
fn share(language: Language, rate: &Rate) -> String {
    let is_exact = rate.low == rate.high;
    say!(
        language,
        "class-figure",
        exact = if is_exact { "yes" } else { "no" },
        value = rate.rate.map_or_else(|| language.point(None), |rate| language.percent(rate)),
        low = language.percent(rate.low),
        high = language.percent(rate.high)
    )
}

/// A mean with its interval.
fn mean(language: Language, mean: &Mean, write: impl Fn(Language, usize, Option<f64>) -> String) -> String {
    let [value, low, high] = [mean.mean, mean.low, mean.high].map(|x| write(language, 3, x));
    let is_exact = mean.low == mean.high;
    say!(
        language,
        "class-figure",
        exact = if is_exact { "yes" } else { "no" },
        value = value,
        low = low,
        high = high
    )
}
