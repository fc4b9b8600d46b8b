//! Salience between parties is the stated one: who is recognised, and the compromise (specification §§3.1, 5.1, 5.7).

use plenary::{
    model::{Author, Model},
    negotiation::{Negotiator, View},
    null::Null,
    scenario::Scenario,
    text::ClauseId,
};

fn model(text: &str) -> Model {
    Model::compile(&Scenario::parse("recognition", text).expect("sound")).expect("sound")
}

/// A room in which the party recognised tables its own text.
fn room(saliences: &str, clauses: &str, countries: &str, more: &str) -> Model {
    model(&format!(
        "(format: 1, title: \"recognition\", saliences: {saliences}, clauses: {{{clauses}}}, countries: {{{countries}}},
          protocol: SponsorsText(sponsor: Recognised), {more})"
    ))
}

/// Who is recognised in each replicate must be the party into whose share of these weights the drawn number falls.
fn by_weights(model: &Model, weights: &[(Author, f64)]) -> Vec<Author> {
    let total: f64 = weights.iter().map(|(_, w)| w).sum();
    let expected = |view: &View<'_>| {
        let mut below = 0.0;
        let found = weights.iter().find(|(_, w)| {
            below += w / total;
            view.parties.recognition < below
        });
        found.expect("the shares sum to 1").0
    };
    let mut negotiator = Negotiator::new(model, 3);
    (0..4_000)
        .map(|replicate| {
            let session = negotiator.open(replicate, &mut ());
            let author = expected(&session.view());
            assert_eq!(session.view().sponsor, Some(author), "replicate {replicate}");
            author
        })
        .collect()
}

/// One issue, materiality 1 : 1 : 2 and saliences 99 : 1 : 20 (per cent of everything): 99 : 1 : 40, however saliences are
/// read. Of 4,000 draws the share of the first lies within five standard errors (a false alarm once in a million).
#[test]
fn on_one_issue_as_materiality_times_stated_salience() {
    let countries = "\"A\": (positions: {\"x\": (0, 0.99)}), \"B\": (positions: {\"x\": (1, 0.01)}),
                     \"C\": (materiality: 2, positions: {\"x\": (0.5, 0.20)})";
    for saliences in ["Relative", "Absolute"] {
        let model = room(saliences, "\"x\": Positional(status_quo: 0)", countries, "");
        let weights = [0.99, 0.01, 0.40].into_iter().enumerate();
        let weights: Vec<_> = weights.map(|(i, w)| (Author::Country(i), w)).collect();
        let recognised = by_weights(&model, &weights);
        let share = recognised.iter().filter(|a| **a == Author::Country(0)).count() as f64 / 4_000.0;
        let expected: f64 = 0.99 / 1.40;
        assert!((share - expected).abs() < 5.0 * (expected * (1.0 - expected) / 4_000.0).sqrt(), "{share}");
    }
}

/// Several issues: the sum over them; a bloc with its members' summed materiality and mean salience, so that it weighs as
/// its members do together.
#[test]
fn on_several_issues_and_for_a_bloc() {
    let clauses = "\"x\": Positional(status_quo: 0), \"y\": Positional(status_quo: 0)";
    let countries = "\"A\": (materiality: 3, positions: {\"x\": (0, 0.9), \"y\": (0.2, 0.6)}),
                     \"B\": (member_of: {\"U\": 1}, positions: {\"x\": (1, 0.1)}),
                     \"C\": (materiality: 2, member_of: {\"U\": 1}, positions: {\"x\": (0.5, 0.2), \"y\": (0.5, 0.4)})";
    let model = room("Relative", clauses, countries, "blocs: {\"U\": (cohesion: 0.5)}");
    let weights = [(Author::Bloc(0), 0.1 + 2.0 * 0.6), (Author::Country(0), 3.0 * 1.5)];
    by_weights(&model, &weights);
}

/// The compromise Σ m s p/Σ m s, as protocol and as null model, whatever saliences are relative to.
#[test]
fn the_compromise_weighs_by_stated_salience() {
    let text = |saliences: &str, protocol: &str| {
        format!(
            "(format: 1, title: \"c\", saliences: {saliences}, protocol: {protocol}, defaults: (cost_of_failure: 2),
              clauses: {{\"x\": Positional(status_quo: 0), \"y\": Positional(status_quo: 0)}},
              countries: {{\"A\": (positions: {{\"x\": (0, 0.55), \"y\": (0.1, 0.05)}}),
                           \"B\": (materiality: 2, positions: {{\"x\": (1, 0.1), \"y\": (0.9, 0.4)}}),
                           \"C\": (positions: {{\"x\": (0.4, 0.2)}})}})"
        )
    };
    let x = (0.55 * 0.0 + 0.2 * 1.0 + 0.2 * 0.4) / (0.55 + 0.2 + 0.2);
    let y = (0.05 * 0.1 + 0.8 * 0.9) / (0.05 + 0.8);
    for saliences in ["Relative", "Absolute"] {
        let compromise = model(&text(saliences, "Compromise"));
        let tabled = Negotiator::new(&compromise, 1).negotiate(0, &mut ()).text;
        let other = model(&text(saliences, "ChairRevisions()"));
        let mut negotiator = Negotiator::new(&other, 1);
        negotiator.negotiate(0, &mut ());
        let null = negotiator.text_under(Null::WeightedMean).flatten().expect("a text");
        for (k, expected) in [x, y].into_iter().enumerate() {
            let clause = ClauseId::new(k);
            assert!((tabled[clause].middle() - expected).abs() < 1e-12, "{saliences}: {tabled:?}");
            assert!((null[clause].middle() - expected).abs() < 1e-12, "{saliences}: {null:?}");
        }
    }
}
