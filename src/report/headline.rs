//! The sentences that come first: what comes out, how often it is called a lowest common denominator, and why.

use super::{
    figures::{self, Spelling},
    names, responsibility, standstill,
    statement::{Adoption, DependsOn, Endings, LcdShare, Reach, Sample, Way},
};
use crate::{language::Language, outcome::Label, say, scenario::Scenario, study::Summary};

/// What comes out, and why: the first paragraph of an answer.
pub fn sentences(language: Language, scenario: &Scenario, s: &Summary) -> Vec<String> {
    let mut out = vec![outcome(language, s)];
    out.extend(nothing_changes(language, s));
    out.extend(standstill::sentences(language, scenario, s));
    out.extend(s.responsibility.as_ref().map(|r| responsibility::sentence(language, scenario, r)));
    out
}

/// What comes out, in one sentence.
fn outcome(language: Language, s: &Summary) -> String {
    let Some(endings) = Endings::of(s) else { return String::new() };
    let adoption = adoption(&endings, Sample::of(s));
    let reach = Reach::of(s);
    let share = figures::share(language, &endings.adopted, Spelling::Named);
    // The uncertainties are named once, at the first figure.
    let spelling = if matches!(adoption, "some" | "allbut") { Spelling::Bare } else { Spelling::Named };
    let mean = |figure, spelling| figures::mean(language, figure, spelling);
    match &reach {
        _ if endings.adoption == Adoption::Never => {
            let depth = match &reach {
                Reach::NoText(Some(depth)) => language.point(*depth),
                _ => "none".to_owned(),
            };
            say!(language, "answer-outcome-none", adoption = adoption, share = share, depth = depth)
        }
        Reach::NoAmbition | Reach::NoText(_) => {
            say!(language, "answer-outcome-no-ambition", adoption = adoption, share = share)
        }
        Reach::NoConflict(depth) => say!(
            language,
            "answer-outcome-no-conflict",
            adoption = adoption,
            share = share,
            depth = mean(depth, spelling)
        ),
        Reach::Text { depth, index, way } => {
            let (way, hundredths) = match way {
                Way::AtLcd => ("lcd", 0),
                Way::Between(hundredths) => ("between", *hundredths),
                Way::AtMedian => ("median", 0),
                Way::BeyondMedian => ("beyond", 0),
            };
            say!(
                language,
                "answer-outcome-text",
                adoption = adoption,
                share = share,
                way = way,
                hundredths = hundredths.to_string(),
                index = mean(index, spelling),
                depth = mean(depth, Spelling::Bare)
            )
        }
    }
}

/// How often a text is adopted, as the messages tell it apart.
fn adoption(endings: &Endings, sample: Sample) -> &'static str {
    match (endings.adoption, sample) {
        (_, Sample::Exact) if endings.adopted.choices.is_none_or(|r| r.low == r.high) => "exact",
        (_, Sample::OneRun) if endings.adopted.choices.is_none_or(|r| r.low == r.high) => "one",
        (Adoption::Never, _) => "none",
        (Adoption::Sometimes, _) => "some",
        (Adoption::Always, _) if endings.adopted.choices.is_some_and(|r| r.low < 1.0) => "allbut",
        (Adoption::Always, _) => "all",
    }
}

/// Where no clause is a matter of ambition, how often the text changes nothing.
fn nothing_changes(language: Language, s: &Summary) -> Option<String> {
    let endings = Endings::of(s)?;
    let share = endings.share_of(Label::Deferral).filter(|_| Reach::of(s) == Reach::NoAmbition)?;
    let share =
        if share.value >= 1.0 { "every".to_owned() } else { figures::share(language, share, Spelling::Bare) };
    Some(say!(language, "answer-nothing-changes", share = share))
}

/// That agreement is a premise, where every run has a text and none could do without.
pub fn premise(language: Language, s: &Summary) -> Option<String> {
    let endings = Endings::of(s)?;
    let is_premise = endings.adoption == Adoption::Always && endings.is_premise;
    is_premise.then(|| say!(language, "answer-premise"))
}

/// How often texts are called LCD, and on what that depends; nothing where LCD is undefined.
pub fn called(language: Language, s: &Summary) -> Option<String> {
    let lcd = LcdShare::of(s)?;
    let one_run = Sample::of(s).is_one_run() && lcd.called.choices.is_none_or(|r| r.low == r.high);
    let yes = |value: f64| if value >= 1.0 { "yes" } else { "no" };
    let share = |figure| figures::share(language, figure, Spelling::Bare);
    let mut out = say!(
        language,
        "answer-called",
        depends = match lcd.depends_on {
            _ if one_run => "one",
            DependsOn::TheLine => "line",
            DependsOn::Modelling => "modelling",
            DependsOn::Nothing => "nothing",
        },
        share = share(&lcd.called),
        called = yes(lcd.called.value),
        substance = match () {
            () if lcd.in_substance == lcd.called => "same".to_owned(),
            () if one_run => yes(lcd.in_substance.value).to_owned(),
            () => share(&lcd.in_substance),
        },
    );
    if lcd.undefined_in > 0 {
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 runs
        let undefined = lcd.undefined_in as f64 / s.replicates.max(1) as f64;
        let undefined = language.percent(undefined);
        out = [out, say!(language, "answer-partly-undefined", share = undefined)].join(&names::gap(language));
    }
    Some(out)
}
