//! Votes between the options of one clause.

use crate::{
    model::{Model, Preferences},
    stance::preference_vote,
    text::ClauseId,
    voting::{DecisionRule, Tally, Vote, VotingWeight},
};

/// Which options of a clause no other option beats; all of them where each is beaten by another. One beats another iff the
/// rule carries it when those to whom it costs less vote yes, those to whom it costs more vote no, and the others abstain;
/// countries not marked in `voices` are absent.
pub(crate) fn unbeaten_options(
    model: &Model,
    preferences: &Preferences,
    voices: &[bool],
    voting_weight: impl Fn(usize) -> VotingWeight,
    rule: &DecisionRule,
    clause: ClauseId,
) -> Vec<bool> {
    let options = model.clauses[clause.index()].options;
    let loss = |i: usize, option: usize| match preferences.salience(i, clause) {
        salience if salience > 0.0 => preferences.option_loss(i, clause, option),
        _ => 0.0,
    };
    let beats = |y: usize, x: usize| {
        let mut tally = Tally::default();
        for (i, is_present) in voices.iter().enumerate() {
            let vote = if *is_present { preference_vote(loss(i, x) - loss(i, y)) } else { Vote::Absent };
            tally.cast(vote, &voting_weight(i));
        }
        rule.carries(&tally)
    };
    let unbeaten: Vec<bool> = (0..options).map(|x| !(0..options).any(|y| y != x && beats(y, x))).collect();
    if unbeaten.contains(&true) { unbeaten } else { vec![true; options] }
}
