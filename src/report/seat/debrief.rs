//! What a seat got: against what the model would have got for it, and who held the text down.

use super::{Brief, short, title};
use crate::{
    language::Language,
    outcome::Outcome,
    report::{
        names,
        screen::Screen,
        table::{Align, Table},
    },
    say,
    study::{
        responsibility::{PlayerShare, Verdict},
        seat::{self, AutomaticDelegate},
    },
};

/// Gains that differ by less than this are the same.
const SAME: f64 = 0.005;

/// What is told at the end.
pub struct Debrief<'a> {
    /// What the seat wanted.
    pub brief: &'a Brief<'a>,
    /// How the negotiation ended.
    pub outcome: &'a Outcome,
    /// What the model gets for the seat.
    pub automatic: &'a AutomaticDelegate,
    /// The seat's responsibility where the model plays all seats, and the threshold; none where no clause is a matter of
    /// ambition, or the seat speaks for nobody else.
    pub responsibility: Option<&'a (PlayerShare, f64)>,
    /// The command that looks for what would have lifted the text.
    pub levers: &'a str,
}

/// What a seat got, as text for a screen.
pub fn debrief(screen: Screen, d: &Debrief<'_>) -> String {
    let language = screen.language;
    let mut out = format!("\n{}", screen.wrap(&ending(language, d), ""));
    for sentence in gains(language, d) {
        out.push_str(&screen.paragraph(&sentence));
    }
    out.push('\n');
    out.push_str(&screen.table(&clauses(language, d)));
    out.push('\n');
    for sentence in causes(language, d) {
        out.push_str(&screen.paragraph(&sentence));
    }
    if d.brief.model.depth.ambition_clauses().next().is_some() {
        out.push_str(&screen.paragraph(&say!(language, "play-levers", command = d.levers)));
    }
    out
}

/// How it ended.
fn ending(language: Language, d: &Debrief<'_>) -> String {
    say!(
        language,
        "play-ending",
        round = u64::from(d.outcome.round),
        label = names::label(language, d.outcome.label),
        meaning = names::meaning(language, d.outcome.label, &d.brief.model.thresholds)
    )
}

/// What it got, beside the automatic delegate.
fn gains(language: Language, d: &Debrief<'_>) -> Vec<String> {
    let (model, seat) = (d.brief.model, d.brief.seat);
    let [own, automatic] = [d.outcome, &d.automatic.same_draws].map(|o| seat::gain(model, seat, o));
    let got = say!(
        language,
        "play-got",
        text = if d.outcome.conclusion.adopted() { "yes" } else { "no" },
        bloc = if matches!(seat, crate::negotiation::Voice::Bloc(_)) { "yes" } else { "no" },
        gain = language.change(own)
    );
    let beside = say!(
        language,
        "play-automatic",
        kind = match own - automatic {
            // What is printed alike is the same.
            _ if language.change(own) == language.change(automatic) => "same",
            difference if difference > SAME => "more",
            difference if difference < -SAME => "less",
            _ => "same",
        },
        gain = language.change(automatic),
        difference = language.point((own - automatic).abs()),
        label = names::label(language, d.automatic.same_draws.label)
    );
    let Estimate { mean, low, high } = Estimate::of(language, &d.automatic.gain);
    let [least, most] = d.automatic.range.map(|x| language.change(x));
    let over = match d.automatic.is_certain {
        true => say!(language, "play-automatic-certain"),
        false => say!(
            language,
            "play-automatic-draws",
            n = d.automatic.adopted.of,
            mean = mean,
            low = low,
            high = high,
            least = least,
            most = most,
            adopted = language.count(d.automatic.adopted.count)
        ),
    };
    vec![got, beside, over]
}

/// An estimate with the ends of its interval, as text.
struct Estimate {
    mean: String,
    low: String,
    high: String,
}

impl Estimate {
    fn of(language: Language, mean: &crate::study::statistics::Mean) -> Self {
        let [mean, low, high] = [mean.mean, mean.low, mean.high].map(|x| language.change_to(3, x));
        Self { mean, low, high }
    }
}

/// Clause by clause: what was wanted, what the text says, what the automatic delegate's text says.
fn clauses(language: Language, d: &Debrief<'_>) -> Table {
    let headings = [
        say!(language, "play-column-clause"),
        say!(language, "play-column-matters"),
        say!(language, "play-column-wanted"),
        say!(language, "play-column-got"),
        say!(language, "play-column-automatic"),
    ];
    let mut table = Table::new(
        headings
            .iter()
            .enumerate()
            .map(|(k, name)| (name.as_str(), if k == 0 { Align::Left } else { Align::Right })),
    );
    let holds = |outcome: &Outcome, want: &super::Want| match outcome.conclusion.adopted() {
        true => outcome.text[want.clause],
        false => want.status_quo,
    };
    for want in &d.brief.wants {
        let clause = &d.brief.model.clauses[want.clause.index()].source;
        let said = |x| short(language, clause, x);
        let wanted = if want.share > 0.0 { said(want.own) } else { language.point(None) };
        table.row([
            title(d.brief.model, want.clause).to_owned(),
            language.percent(want.share),
            wanted,
            said(holds(d.outcome, want)),
            said(holds(&d.automatic.same_draws, want)),
        ]);
    }
    table
}

/// Whether the seat held the text down: in this negotiation, and where the model plays all seats.
fn causes(language: Language, d: &Debrief<'_>) -> Vec<String> {
    if d.brief.model.depth.ambition_clauses().next().is_none() {
        return vec![say!(language, "play-no-depth")];
    }
    let (own, automatic) = (d.outcome.realised_depth, d.automatic.same_draws.realised_depth);
    let here = say!(
        language,
        "play-depth",
        kind = match own - automatic {
            difference if difference > SAME => "deeper",
            difference if difference < -SAME => "shallower",
            _ => "same",
        },
        own = language.point(own),
        automatic = language.point(automatic)
    );
    let Some((share, threshold)) = d.responsibility else { return vec![here] };
    let r = &share.responsibility;
    let pulls = r.high.is_some_and(|high| high < 0.0);
    let figure = |x: Option<f64>| language.point_to(3, x);
    let there = say!(
        language,
        "play-held",
        kind = match share.verdict {
            Verdict::HoldsDown => "down",
            Verdict::DoesNot if pulls => "up",
            Verdict::DoesNot => "not",
            Verdict::CannotTell => "unclear",
        },
        share = figure(r.mean),
        low = figure(r.low),
        high = figure(r.high),
        threshold = language.point(*threshold),
        interval = if r.low == r.high { "no" } else { "yes" },
        n = r.n
    );
    vec![here, there]
}
