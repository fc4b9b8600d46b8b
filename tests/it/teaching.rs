//! Each teaching case makes its one point, and theory says it beforehand: the prediction in the case's opening comment,
//! computed here from each replicate's own parties.
//!
//! 400 replicates each. Means are compared within 4 standard errors (a false alarm in one of 16,000) plus what the model's
//! grain may move them: a round of concession in 60 and the chair's finest step, .01 together. What theory says of
//! every run is asked of every run; a share of 400 of 400 has the Wilson interval 99.0–100 %.

use plenary::{
    model::Model,
    negotiation::{Negotiator, Observer, View},
    outcome::{Conclusion, Label, Outcome},
    scenario::Scenario,
    stance::Stance,
    study::{
        statistics::{Mean, Moments, Rate, Z95},
        unsatisfied::{DRAWS, unsatisfied},
    },
    text::ClauseId,
};

use crate::support::teaching;

const REPLICATES: u64 = 400;
/// What a round of concession and the chair's finest step may move a text.
const GRAIN: f64 = 0.01;

/// One run: how it ended, what each party wanted on the first clause, and what it cared for it.
struct Run {
    outcome: Outcome,
    ideals: Vec<f64>,
    saliences: Vec<f64>,
}

impl Run {
    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.ideals.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }

    /// The wish in the middle.
    fn median(&self) -> f64 {
        self.sorted()[self.ideals.len() / 2]
    }

    fn extremes(&self) -> (f64, f64) {
        let sorted = self.sorted();
        (sorted[0], sorted[sorted.len() - 1])
    }

    fn text(&self) -> f64 {
        self.outcome.text.0[0].middle()
    }
}

#[derive(Default)]
struct Wishes {
    ideals: Vec<f64>,
    saliences: Vec<f64>,
}

impl Observer for Wishes {
    fn draft(&mut self, view: &View<'_>) {
        let wishes = &view.parties.national;
        let parties = (0..wishes.parties()).filter(|&i| view.parties.present[i]);
        self.ideals = parties.clone().map(|i| wishes.ideal(i, ClauseId(0))).collect();
        self.saliences = parties.map(|i| wishes.salience(i, ClauseId(0))).collect();
    }
}

/// The replicates of a case, as it is or with a switch flipped.
fn runs(case: &str, switch: &str) -> Vec<Run> {
    let scenario =
        Scenario::load(teaching(case)).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
    let flipped = Some(switch).filter(|s| !s.is_empty());
    let scenario = scenario.with_switches(flipped).expect("a switch of the case");
    let model = Model::compile(&scenario).expect("sound");
    let mut negotiator = Negotiator::new(&model, 1);
    let run = |replicate| {
        let mut wishes = Wishes::default();
        let outcome = negotiator.negotiate(replicate, &mut wishes);
        Run { outcome, ideals: wishes.ideals, saliences: wishes.saliences }
    };
    (0..REPLICATES).map(run).collect()
}

/// 2mM/(m + M): where consensus ends between extreme wishes, everybody equally patient (oracles.md, row 44).
fn harmonic((m, big): (f64, f64)) -> f64 {
    2.0 * m * big / (m + big)
}

/// A mean and its standard error.
fn mean(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let mut moments = Moments::default();
    values.into_iter().for_each(|x| moments.add(x));
    let Mean { mean: Some(mean), high: Some(high), .. } = moments.mean() else { panic!("many values") };
    (mean, (high - mean) / Z95)
}

/// The texts end on average where theory says, run by run; and where the case's comment says, to two decimals.
fn ends_at(runs: &[Run], predicted: impl Fn(&Run) -> f64, stated: f64) {
    let (miss, error) = mean(runs.iter().map(|run| run.text() - predicted(run)));
    assert!(miss.abs() < 4.0 * error + GRAIN, "off by {miss} ± {error}");
    let (text, error) = mean(runs.iter().map(Run::text));
    assert!((text - stated).abs() < 4.0 * error + GRAIN, "{text} ± {error} instead of {stated}");
    assert!(runs.iter().all(|run| run.outcome.conclusion.adopted()));
}

/// Every text ends where theory says, to the last digit; on average where the comment says.
fn ends_exactly_at(runs: &[Run], predicted: impl Fn(&Run) -> f64, stated: f64) {
    for run in runs {
        let (x, p) = (run.text(), predicted(run));
        assert!((x - p).abs() < 1e-9, "{x} instead of {p}");
    }
    ends_at(runs, predicted, stated);
}

/// The interval of the share of runs in which something holds.
fn share(runs: &[Run], holds: impl Fn(&Run) -> bool) -> Rate {
    Rate::new(runs.iter().filter(|run| holds(run)).count() as u64, REPLICATES)
}

#[test]
fn the_least_ambitious_law() {
    let law = runs("least-ambitious-law", "");
    ends_at(&law, |run| harmonic(run.extremes()), 0.33);
    // Never beyond what the least enthusiastic accepts, twice its wish.
    assert!(law.iter().all(|run| run.text() <= 2.0 * run.extremes().0 + 1e-9));
}

#[test]
fn the_median_voter() {
    for switch in ["", "draft-from-below", "draft-from-above"] {
        ends_exactly_at(&runs("median-voter", switch), Run::median, 0.4);
    }
    assert_eq!(share(&runs("median-voter", ""), |run| run.outcome.lcd).count, 0);
    // Take it or leave it: the author's best that the middle party still accepts (Romer & Rosenthal).
    ends_exactly_at(&runs("median-voter", "no-amendments"), |run| run.ideals[4].min(2.0 * run.median()), 0.8);
    let consensus = runs("median-voter", "consensus");
    ends_at(
        &consensus,
        |run| harmonic(run.extremes()),
        mean(consensus.iter().map(|r| harmonic(r.extremes()))).0,
    );
}

#[test]
fn logrolling() {
    let package = runs("logrolling", "");
    assert!(package.iter().all(|run| run.outcome.depth > 0.9), "both clauses in full");
    for party in 0..2 {
        let (gain, error) = mean(package.iter().map(|run| run.outcome.parties[party].gain));
        assert!((gain - 0.6).abs() < 4.0 * error + 2.0 * GRAIN, "party {party} gains {gain} ± {error}");
    }
    // What each gains is its salience on the one clause less that on the other.
    let (miss, error) =
        mean(package.iter().map(|run| run.outcome.parties[0].gain - (2.0 * run.saliences[0] - 1.0)));
    assert!(miss.abs() < 4.0 * error + 2.0 * GRAIN, "{miss}");
    for switch in ["clause-by-clause", "hill-climbing"] {
        assert!(runs("logrolling", switch).iter().all(|run| run.outcome.depth == 0.0), "{switch}");
    }
    assert!(share(&runs("logrolling", "annealing"), |run| run.outcome.depth > 0.5).low > 0.9);
}

#[test]
fn the_shadow_of_the_vote() {
    let case = "shadow-of-the-vote";
    ends_exactly_at(&runs(case, ""), |run| 2.0 * run.sorted()[0], 0.3);
    let shadow = runs(case, "a-vote-may-follow");
    ends_exactly_at(&shadow, |run| 2.0 * run.sorted()[2], 0.6);
    let contested = Conclusion::FallbackVote { no: 2, called: false };
    assert!(shadow.iter().all(|run| run.outcome.conclusion == contested));
    ends_exactly_at(&runs(case, "one-objection-allowed"), |run| 2.0 * run.sorted()[1], 0.4);
    ends_exactly_at(&runs(case, "isolation-costs"), |run| 2.0 * run.sorted()[0] + 0.1, 0.4);
}

/// Where a room of voices ends that may leave k heads behind: at the harmonic mean of the extremes of those that agree
/// first, F* = (M − m)/(M + m).
fn first_to_agree(voices: &[(f64, usize)], k: usize) -> f64 {
    let windows = (0..voices.len()).flat_map(|a| (a..voices.len()).map(move |b| (a, b)));
    let mut sorted = voices.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let outside = |a: usize, b: usize| -> usize {
        sorted[..a].iter().chain(&sorted[b + 1..]).map(|(_, heads)| heads).sum()
    };
    let allowed = windows.filter(|&(a, b)| outside(a, b) <= k).map(|(a, b)| (sorted[a].0, sorted[b].0));
    let first = allowed.min_by(|x, y| ((x.1 - x.0) / (x.1 + x.0)).total_cmp(&((y.1 - y.0) / (y.1 + y.0))));
    harmonic(first.expect("everybody is a window"))
}

#[test]
fn the_double_lcd() {
    let case = "double-lcd";
    let in_bloc = |run: &Run| {
        let mut members = run.ideals[..5].to_vec();
        members.sort_by(f64::total_cmp);
        members
    };
    let with_bloc = |run: &Run, position: f64| {
        first_to_agree(&[(position, 5), (run.ideals[5], 1), (run.ideals[6], 1)], 1)
    };
    let double = runs(case, "");
    ends_at(&double, |run| with_bloc(run, in_bloc(run)[0]), 0.18);
    ends_at(&runs(case, "bloc-by-median"), |run| with_bloc(run, in_bloc(run)[2]), 0.62);
    let apart = |run: &Run| {
        let voices: Vec<(f64, usize)> = run.ideals.iter().map(|p| (*p, 1)).collect();
        first_to_agree(&voices, 1)
    };
    ends_at(&runs(case, "no-bloc"), apart, 0.55);
    assert!(share(&double, |run| run.outcome.lcd).low > 0.8, "an LCD text of a room that could do better");
}

#[test]
fn the_objection_cascade() {
    let case = "objection-cascade";
    let silence = runs(case, "");
    for run in &silence {
        assert_eq!(run.outcome.conclusion, Conclusion::Consensus);
        assert!(run.outcome.fixed_points_differ, "silence and uproar end differently");
        let stances: Vec<Stance> = run.outcome.parties.iter().map(|p| p.stance).collect();
        assert_eq!(stances, [Stance::Explain, Stance::Explain, Stance::Explain, Stance::Support]);
        assert!(run.outcome.parties[..3].iter().all(|p| p.gain < 0.0), "three of four are worse off");
    }
    let objecting = |switch: &str| {
        let runs = runs(case, switch);
        assert!(runs.iter().all(|run| run.outcome.conclusion == Conclusion::Deadlock), "{switch}");
        let who =
            |run: &Run| run.outcome.parties.iter().map(|p| p.stance == Stance::Object).collect::<Vec<_>>();
        let first = who(&runs[0]);
        assert!(runs.iter().all(|run| who(run) == first), "{switch}");
        first
    };
    assert_eq!(objecting("isolation-cheaper"), [true, true, true, false], "a cascade");
    assert_eq!(objecting("one-friend-less"), [true, true, false, false]);
}

#[test]
fn cheap_failure_and_dear_failure() {
    let (case, c) = ("cheap-failure", 0.5);
    ends_at(&runs(case, ""), |run| harmonic(run.extremes()), 0.33);
    // Row 45.
    let all = |run: &Run| {
        let (m, big) = run.extremes();
        m + (m + c) * (big - m) / (big + m + 2.0 * c)
    };
    ends_at(&runs(case, "dear-to-all"), all, 0.43);
    // The laggard accepts up to m(1 + F), the keenest asks for M − F(M + c): F* = (M − m)/(M + m + c).
    let all_but_one = |run: &Run| {
        let (m, big) = run.extremes();
        m + m * (big - m) / (big + m + c)
    };
    ends_at(&runs(case, "dear-to-all-but-lagland"), all_but_one, 0.29);
    // The laggard accepts up to m + F(m + c), the keenest asks for M(1 − F).
    let one = |run: &Run| {
        let (m, big) = run.extremes();
        m + (m + c) * (big - m) / (big + m + c)
    };
    ends_at(&runs(case, "dear-to-lagland"), one, 0.51);
}

#[test]
fn the_hollow_text() {
    let case = "hollow-text";
    let (vague, plain) = (runs(case, ""), runs(case, "plain-words"));
    assert!(share(&vague, |run| run.outcome.label == Label::Hollow).low > 0.95);
    assert!(share(&vague, |run| run.outcome.lcd_in_substance).low > 0.95);
    // What it commits to: the least wish. What it says: more than plain words would.
    let (commits, error) = mean(vague.iter().map(|run| run.outcome.guaranteed_depth - run.extremes().0));
    assert!(commits.abs() < 4.0 * error + GRAIN, "{commits}");
    let pairs = || vague.iter().zip(&plain);
    let (deeper, error) = mean(pairs().map(|(v, p)| v.outcome.depth - p.outcome.depth));
    assert!(deeper > 4.0 * error, "{deeper} ± {error}");
    let (hollower, error) =
        mean(pairs().map(|(v, p)| p.outcome.guaranteed_depth - v.outcome.guaranteed_depth));
    assert!(hollower > 4.0 * error && hollower > 0.1, "{hollower} ± {error}");
    ends_at(&plain, |run| harmonic(run.extremes()), 0.33);
    assert_eq!(share(&plain, |run| run.outcome.label == Label::Hollow).count, 0);
    // Averages cost as much as their middle, and vagueness costs on top: next to nothing is left open.
    let averaged = runs(case, "nobody-trusts-its-reading");
    assert!(mean(averaged.iter().map(|run| run.outcome.depth - run.outcome.guaranteed_depth)).0 < GRAIN);
}

#[test]
fn experts_or_states() {
    let case = "experts-or-states";
    let consensus = runs(case, "");
    assert!(consensus.iter().all(|run| run.text() == 0.5 && run.outcome.label == Label::Deferral));
    assert!(consensus.iter().all(|run| run.outcome.index.is_none()), "no LCD without ambition");
    ends_exactly_at(&runs(case, "majority"), Run::median, 0.8);
    let pole = runs(case, "status-quo-at-a-pole");
    ends_at(&pole, |run| harmonic(run.extremes()), 0.18);
}

#[test]
fn the_absent_great_power() {
    let case = "absent-power";
    let (present, absent) = (runs(case, ""), runs(case, "power-absent"));
    let club = |run: &Run| {
        let (m, big) = run.extremes();
        // Half of what its wish is worth: it settles for a loss of m/2, and Dova of M; F is the way they have gone.
        m + m / 2.0 * (big - m) / (m / 2.0 + big)
    };
    ends_at(&runs(case, "power-has-a-club"), club, 0.39);
    ends_at(&present, |run| harmonic(run.extremes()), 0.45);
    ends_at(&absent, |run| harmonic(run.extremes()), 0.72);
    let bound = |run: &Run| run.outcome.guaranteed_depth * run.outcome.participation;
    let (change, error) = mean(absent.iter().zip(&present).map(|(a, p)| bound(a) - bound(p)));
    assert!(change < -4.0 * error, "deeper, and binds less: {change} ± {error}");
    let (commits, error) = mean(absent.iter().map(bound));
    assert!((commits - 0.36).abs() < 4.0 * error + GRAIN, "{commits}");
}

/// Each reason for failure, in every run; the equations are in the case's opening comment.
#[test]
fn deadlock() {
    let case = "deadlock";
    let all = |runs: &[Run], label: Label| runs.iter().all(|run| run.outcome.label == label);
    let agreed = runs(case, "");
    ends_at(&agreed, |run| harmonic((run.ideals[0], run.ideals[2])), 0.32);
    // Clubs of little reach: the same text, but later.
    let later = runs(case, "clubs-that-reach-little");
    ends_at(&later, |run| harmonic((run.ideals[0], run.ideals[2])), 0.32);
    assert!(agreed.iter().zip(&later).all(|(a, b)| a.outcome.round < b.outcome.round));
    for switch in ["interior-status-quo", "two-poles", "clubs-that-pull-apart", "better-than-any-text"] {
        assert!(all(&runs(case, switch), Label::Deadlock), "{switch}");
    }
    assert!(all(&runs(case, "may-strike-out"), Label::Deferral));
    // Only the number is above every text, and check says so.
    for (switch, draws) in [("clubs-that-pull-apart", None), ("better-than-any-text", Some(DRAWS))] {
        let scenario =
            Scenario::load(teaching(case)).expect("sound").with_switches([switch]).expect("a switch");
        let found = unsatisfied(&Model::compile(&scenario).expect("sound"));
        assert_eq!(found.first().map(|party| party.draws), draws, "{switch}");
    }
}

/// Under a screen: a class reads it before it runs it.
#[test]
fn each_fits_a_screen() {
    let folder = teaching("x").parent().expect("the folder").to_owned();
    let mut cases = 0;
    for entry in std::fs::read_dir(folder).expect("teaching cases") {
        let path = entry.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("text");
        assert!(text.lines().count() <= 45, "{}: {} lines", path.display(), text.lines().count());
        assert!(text.contains("Expect"), "{} predicts", path.display());
        cases += 1;
    }
    assert_eq!(cases, 11, "each has a test here");
}
