//! Who is least ambitious, says no, goes along, abstains, walks out, gains: a sentence each.

use super::{
    figures::{self, Spelling},
    statement::{Conduct, Doers, Figure, Gain, Gains, Ranking, Sample},
};
use crate::{language::Language, say, scenario::Scenario, study::Summary};

/// At most so many are named in a sentence.
const NAMED: usize = 3;

/// One sentence each.
pub fn sentences(language: Language, scenario: &Scenario, s: &Summary) -> Vec<String> {
    let one_run = Sample::of(s).is_one_run();
    let conduct = Conduct::ALL.into_iter().filter_map(|conduct| {
        let who = match Doers::of(s, conduct) {
            Doers::Undefined => return None,
            Doers::Nobody if conduct != Conduct::HoldsOut => return None,
            Doers::Nobody => say!(language, "answer-nobody"),
            Doers::Everybody if conduct == Conduct::LeastAmbitious => {
                return Some(say!(language, "answer-least-ambitious-all"));
            }
            Doers::Everybody => say!(language, "answer-everybody"),
            Doers::Some(who) => {
                let doer = |(name, share): &(&str, Figure)| doer(language, scenario, name, share, one_run);
                let who: Vec<String> = who.iter().map(doer).collect();
                language.list(&who, NAMED)
            }
        };
        Some(says(language, conduct, who))
    });
    conduct.chain([gains(language, scenario, s)]).filter(|sentence| !sentence.is_empty()).collect()
}

fn says(language: Language, conduct: Conduct, who: String) -> String {
    match conduct {
        Conduct::LeastAmbitious => say!(language, "answer-least-ambitious", who = who),
        Conduct::HoldsOut => say!(language, "answer-holds-out", who = who),
        Conduct::GoesAlong => say!(language, "answer-goes-along", who = who),
        Conduct::Abstains => say!(language, "answer-abstains", who = who),
        Conduct::WalksOut => say!(language, "answer-walks-out", who = who),
        Conduct::Defects => say!(language, "answer-defects", who = who),
    }
}

/// "China 84 %"; of one run, the name alone.
fn doer(language: Language, scenario: &Scenario, name: &str, share: &Figure, one_run: bool) -> String {
    let who = scenario.title_of(name);
    if one_run {
        return who.to_owned();
    }
    let share = Figure { interval: None, ..*share };
    say!(language, "answer-doer", who = who, share = figures::share(language, &share, Spelling::Bare))
}

/// Who gains, and who loses.
fn gains(language: Language, scenario: &Scenario, s: &Summary) -> String {
    let named = |g: &Gain<'_>| {
        say!(
            language,
            "answer-doer",
            who = scenario.title_of(g.name),
            share = figures::change(language, &g.gain)
        )
    };
    match Gains::of(s) {
        Gains::Nobody => String::new(),
        Gains::Nothing => say!(language, "answer-gains-nothing"),
        Gains::Alone(gain) => say!(language, "answer-gains-alone", who = named(&gain)),
        Gains::Alike(gain) => {
            say!(language, "answer-gains-alike", gain = figures::change(language, &gain))
        }
        Gains::Ranked(ranking) => ranked(language, &ranking, Sample::of(s), &named),
    }
}

fn ranked(
    language: Language,
    ranking: &Ranking<'_>,
    sample: Sample,
    named: &dyn Fn(&Gain<'_>) -> String,
) -> String {
    let Ranking { most, least, losers, .. } = ranking;
    if !ranking.is_told {
        let values = most.iter().map(|g| g.gain.value);
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), x| (l.min(x), h.max(x)));
        let [low, high] = [low, high].map(|x| language.change(x));
        let spread = if low == high { "no" } else { "yes" };
        return say!(language, "answer-gains-unclear", spread = spread, low = low, high = high);
    }
    let list = |of: &[Gain<'_>]| {
        match of {
            [only] => named(only),
            // Of several that are not told apart the intervals say nothing more.
            several => {
                let bare = several.iter().map(|g| (g, Figure { interval: None, ..g.gain }));
                let names: Vec<String> = bare.map(|(g, gain)| named(&Gain { gain, ..*g })).collect();
                language.list(&names, 2)
            }
        }
    };
    let tied = |of: &[Gain<'_>]| if of.len() > 1 && matches!(sample, Sample::Runs(_)) { "yes" } else { "no" };
    // Whoever gains least is among those that lose, if any does: it is not said twice.
    let said = |l: &Gain<'_>| least.iter().any(|g| g.name == l.name);
    let others: Vec<Gain<'_>> = losers.iter().filter(|l| !said(l)).copied().collect();
    say!(
        language,
        "answer-gains",
        kind = if sample == Sample::OneRun { "run" } else { "all" },
        most = list(most),
        tied = tied(most),
        least = list(least),
        tiedleast = tied(least),
        losers = if others.is_empty() { "none".to_owned() } else { list(&others) }
    )
}
