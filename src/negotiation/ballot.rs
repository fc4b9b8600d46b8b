//! Putting a text to the rule: stances, votes, defections (specification §3).

use super::{
    realisation::Realisation,
    seats::{Answer, Said},
    view::View,
    voices::{Voice, company_weight},
};
use crate::{
    model::{Appraisal, Model},
    stance::{Bench, EXPLAINS, Game, Price, SPONSORS, Seat, Stance, Start, TOLERANCE},
    text::ClauseId,
    voting::{Asks, Binds, DecisionRule, Tally, Vote},
};

/// One attempt, as every delegation sees it. Countries are listed as in the scenario; those not seated are absent.
#[derive(Clone, Debug)]
pub struct Ballot {
    /// What was asked.
    pub asks: Asks,
    /// Whom the text would bind.
    pub binds: Binds,
    /// The votes, counted; objections count as No.
    pub tally: Tally,
    /// s_i: what each country gets less its aspiration level.
    pub margins: Vec<f64>,
    /// g_i: what each country gets less its reservation value, which is what counts in a vote.
    pub surpluses: Vec<f64>,
    /// Who said no.
    pub says_no: Vec<bool>,
    /// What each country did.
    pub stances: Vec<Stance>,
    /// How each country voted.
    pub votes: Vec<Vote>,
    /// Who broke its bloc's line.
    pub defects: Vec<bool>,
    /// Utilities at effective ideals.
    hall: Appraisal,
    /// How far margins are lowered before the rule decides.
    slack: f64,
    seats: Vec<Seat>,
    /// The country in each seat.
    seated: Vec<usize>,
    /// Who has a stake in some clause that differs from the status quo; looked at only where |g_i| is 0.
    at_stake: Vec<bool>,
    benches: Vec<Bench>,
    /// What each bench's bloc gets less its aspiration level, and less its reservation value.
    bench_margins: Vec<[f64; 2]>,
    /// The voice and the bloc of each bench.
    bench_voices: Vec<usize>,
    bench_blocs: Vec<usize>,
    /// How seats that are taken from outside answer, and the lines of blocs so taken.
    answers: Vec<(Voice, Answer)>,
    no: Vec<bool>,
    lines: Vec<bool>,
    /// Buffer for the objection game.
    queue: Vec<(f64, usize)>,
}

impl Ballot {
    pub(super) fn new(model: &Model) -> Self {
        let (n, blocs) = (model.countries.len(), model.blocs.len());
        Self {
            asks: Asks::Objections,
            binds: Binds::Everyone,
            tally: Tally::default(),
            margins: vec![0.0; n],
            surpluses: vec![0.0; n],
            says_no: vec![false; n],
            stances: vec![Stance::Absent; n],
            votes: vec![Vote::Absent; n],
            defects: vec![false; n],
            hall: Appraisal::with_capacity(n, model.clauses.len()),
            slack: 0.0,
            seats: Vec::with_capacity(n),
            seated: Vec::with_capacity(n),
            at_stake: vec![true; n],
            benches: Vec::with_capacity(blocs),
            bench_margins: Vec::with_capacity(blocs),
            bench_voices: Vec::with_capacity(blocs),
            bench_blocs: Vec::with_capacity(blocs),
            answers: Vec::new(),
            no: vec![false; n],
            lines: vec![false; blocs],
            queue: Vec::with_capacity(n),
        }
    }

    /// Everyone judges the text: against its aspiration level of the round, and against failure.
    pub(super) fn judge(&mut self, view: &View<'_>) {
        self.slack = 0.0;
        self.hall.judge(&view.parties.effective, view.text);
        for (i, utility) in self.hall.utilities().iter().enumerate() {
            self.margins[i] = utility - view.country_aspirations[i];
            self.surpluses[i] = utility - view.parties.reservations[i];
            self.at_stake[i] = self.surpluses[i].abs() > TOLERANCE || has_stake(view, i);
        }
        self.seat_blocs(view);
        self.seat_countries(view);
    }

    fn seat_blocs(&mut self, view: &View<'_>) {
        self.benches.clear();
        self.bench_margins.clear();
        self.bench_voices.clear();
        self.bench_blocs.clear();
        for (b, voice) in view.voices.of_bloc.iter().enumerate() {
            if let Some(v) = *voice {
                let utility = view.utilities[v];
                self.bench_margins
                    .push([utility - view.aspirations[v], utility - view.voices.reservations[v]]);
                self.benches.push(view.voices.bench(view.model, view.seated, b, 0.0));
                self.bench_voices.push(v);
                self.bench_blocs.push(b);
            }
        }
    }

    fn seat_countries(&mut self, view: &View<'_>) {
        self.seats.clear();
        self.seated.clear();
        for i in (0..view.seated.len()).filter(|&i| view.seated[i]) {
            let lead = view.voices.lead(view.model, i);
            #[allow(clippy::cast_possible_truncation)] // validation admits far fewer than 65,536 blocs
            let bench = lead.and_then(|v| self.bench_voices.iter().position(|&x| x == v)).map(|b| b as u16);
            self.seats.push(Seat {
                margin: self.margins[i],
                isolation: view.parties.isolation_cost[i],
                weight: company_weight(view.model, i),
                bench,
                has_say: true,
            });
            self.seated.push(i);
        }
    }

    /// Takes to each seat what the question is about: the margin where objections are asked for, the surplus in a vote.
    fn ask(&mut self, rule: &DecisionRule) {
        (self.asks, self.binds) = (rule.asks, rule.binds);
        self.set_margins();
        self.heed_answers();
    }

    fn set_margins(&mut self) {
        let voting = !self.asks.for_objections();
        let of_country = if voting { &self.surpluses } else { &self.margins };
        for (seat, &i) in self.seats.iter_mut().zip(&self.seated) {
            seat.margin = of_country[i] - self.slack;
        }
        for (bench, margins) in self.benches.iter_mut().zip(&self.bench_margins) {
            bench.margin = margins[usize::from(voting)] - self.slack;
        }
    }

    /// Takes note of how seats answer that are taken from outside.
    pub(super) fn hear(&mut self, said: &Said) {
        self.answers.clear();
        self.answers.extend(said.sayings().filter_map(|(seat, saying)| Some((seat, saying.answer?))));
    }

    /// Whoever has said how it answers does so, whatever the text gives it.
    fn heed_answers(&mut self) {
        for &(seat, answer) in &self.answers {
            let margin = if answer == Answer::Object { f64::NEG_INFINITY } else { f64::INFINITY };
            match seat {
                Voice::Country(i) => {
                    if let Some(k) = self.seated.iter().position(|&seated| seated == i) {
                        self.seats[k].margin = margin;
                    }
                }
                Voice::Bloc(b) => {
                    if let Some(k) = self.bench_blocs.iter().position(|&bloc| bloc == b) {
                        self.benches[k].margin = margin;
                    }
                }
            }
        }
    }

    /// How a country's seat answers, where it is taken from outside and has said so.
    fn answer_of(&self, country: usize) -> Option<Answer> {
        let of = |(seat, answer): &(Voice, Answer)| (*seat == Voice::Country(country)).then_some(*answer);
        self.answers.iter().find_map(of)
    }

    /// Lowers every margin by `slack` when the rule next decides, so that what would be accepted only within the tolerance is
    /// not.
    pub(super) fn lower_margins(&mut self, slack: f64) {
        self.slack = slack;
    }

    /// u_i of the text last judged, at effective ideals.
    pub fn utilities(&self) -> &[f64] {
        self.hall.utilities()
    }

    /// The clause of the text last judged that costs a country most.
    pub fn costliest(&self, country: usize) -> Option<ClauseId> {
        self.hall.costliest_clause(country)
    }

    /// Has the text last judged decided by the rule; whether it is carried.
    pub(super) fn decide(&mut self, model: &Model, room: &Realisation, rule: &DecisionRule) -> bool {
        self.ask(rule);
        self.solve(model, Start::NobodyObjects);
        self.record(model, room);
        rule.carries(&self.tally)
    }

    /// Whether the least and the greatest equilibrium of the objection game differ, where everybody answers for itself. What
    /// was recorded of the last decision stays.
    pub(super) fn equilibria_differ(&mut self, model: &Model) -> bool {
        let least = (!self.answers.is_empty()).then(|| {
            self.set_margins();
            self.solve(model, Start::NobodyObjects);
            self.no.clone()
        });
        self.solve(model, Start::EverybodyObjects);
        let differs =
            |(k, &i): (usize, &usize)| self.no[k] != least.as_ref().map_or(self.says_no[i], |least| least[k]);
        self.seated.iter().enumerate().any(differs)
    }

    /// Whether some delegation sponsors the text.
    pub(super) fn has_sponsor(&self) -> bool {
        self.seated.iter().any(|&i| {
            self.margins[i] >= SPONSORS && self.answer_of(i).is_none_or(|answer| answer == Answer::Support)
        })
    }

    /// Whether the rule would carry the text if those who get what they ask for said yes, and everyone else present no.
    pub(super) fn meets_enough_claims(&self, model: &Model, room: &Realisation, rule: &DecisionRule) -> bool {
        let mut tally = Tally::default();
        let mut seated = self.seated.iter().peekable();
        for i in 0..model.countries.len() {
            let vote = match seated.next_if(|&&next| next == i) {
                None => Vote::Absent,
                Some(_) if self.answer_of(i) == Some(Answer::Object) => Vote::No,
                Some(_) if self.answer_of(i) == Some(Answer::Support) => Vote::Yes,
                Some(_) if self.margins[i] >= -TOLERANCE => Vote::Yes,
                Some(_) => Vote::No,
            };
            tally.cast(vote, &room.voting_weight(model, i));
        }
        rule.carries(&tally)
    }

    fn solve(&mut self, model: &Model, start: Start) {
        for (seat, &i) in self.seats.iter_mut().zip(&self.seated) {
            seat.has_say = model.countries[i].has_say(self.asks);
            seat.weight = if seat.has_say { company_weight(model, i) } else { 0.0 };
        }
        let price = if self.asks.for_objections() { Price::OBJECTION } else { Price::NO_VOTE };
        let game = Game { seats: &self.seats, benches: &self.benches, decay: model.isolation_decay, price };
        game.solve(start, &mut self.no, &mut self.lines, &mut self.queue);
    }

    fn record(&mut self, model: &Model, room: &Realisation) {
        self.says_no.fill(false);
        self.defects.fill(false);
        self.stances.fill(Stance::Absent);
        self.votes.fill(Vote::Absent);
        for (k, &i) in self.seated.iter().enumerate() {
            let no = self.no[k];
            self.says_no[i] = no;
            self.stances[i] = stance(&self.seats[k], no, self.asks);
            self.votes[i] = self.vote(k);
            self.defects[i] = self.seats[k].bench.is_some_and(|b| self.breaks_line(k, b.into()));
        }
        self.record_answers();
        self.count(model, room);
    }

    /// Whoever has said how it answers counts so; how warmly it lets a text pass follows from what that gives it.
    fn record_answers(&mut self) {
        for (k, &i) in self.seated.iter().enumerate().filter(|_| !self.answers.is_empty()) {
            let Some(answer) = self.answer_of(i).filter(|answer| *answer != Answer::Object) else { continue };
            let seat = &self.seats[k];
            let objections = self.asks.for_objections();
            let of_country = if objections { &self.margins } else { &self.surpluses };
            self.stances[i] = stance(&Seat { margin: of_country[i] - self.slack, ..*seat }, false, self.asks);
            if seat.has_say || objections {
                let abstains = answer == Answer::Abstain && !objections;
                self.votes[i] = if abstains { Vote::Abstain } else { Vote::Yes };
            }
        }
    }

    /// Counts the votes.
    pub(super) fn count(&mut self, model: &Model, room: &Realisation) {
        self.tally = Tally::default();
        for (i, vote) in self.votes.iter().enumerate() {
            self.tally.cast(*vote, &room.voting_weight(model, i));
        }
    }

    /// Yes if g ≥ 0, a little less or more where the bloc's line pulls; silence is a Yes where only objections are asked
    /// for. Whoever has nothing at stake abstains.
    fn vote(&self, k: usize) -> Vote {
        let seat = &self.seats[k];
        match (self.no[k], seat.has_say) {
            (true, _) => return Vote::No,
            (false, false) if !self.asks.for_objections() => return Vote::Absent,
            (false, true) if !self.asks.for_objections() && !self.at_stake[self.seated[k]] => {
                return Vote::Abstain;
            }
            _ => {}
        }
        let pull = seat.bench.map_or(0.0, |b| {
            let bench = &self.benches[usize::from(b)];
            if bench.margin >= -TOLERANCE { bench.discipline } else { -bench.discipline }
        });
        if self.asks.for_objections() || seat.margin + pull >= -TOLERANCE { Vote::Yes } else { Vote::Abstain }
    }

    /// Whether a member said no where its bloc did not, or the other way round.
    fn breaks_line(&self, k: usize, bench: usize) -> bool {
        self.no[k] != self.lines[bench]
    }
}

/// Whether a country cares about some clause that differs from the status quo; a text that changes none is everyone's.
fn has_stake(view: &View<'_>, country: usize) -> bool {
    let is_changed = |clause: &ClauseId| view.text[*clause] != view.parties.status_quo()[*clause];
    let mut changed = view.model.clause_ids().filter(is_changed).peekable();
    changed.peek().is_none() || changed.any(|clause| view.parties.effective.salience(country, clause) > 0.0)
}

/// What a party does with a text it is asked to let pass, or to vote on.
fn stance(seat: &Seat, says_no: bool, asks: Asks) -> Stance {
    match seat.margin {
        _ if says_no && asks.for_objections() => Stance::Object,
        _ if says_no => Stance::Against,
        _ if !seat.has_say && !asks.for_objections() => Stance::Observe,
        s if s >= SPONSORS => Stance::Sponsor,
        s if s >= -TOLERANCE => Stance::Support,
        s if s >= EXPLAINS => Stance::Acquiesce,
        _ => Stance::Explain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    /// The ballot of one country on a text that gives it this much more than it asks for; its bloc has a margin of its own,
    /// and a line worth `discipline`.
    fn ballot(margin: f64, of_bloc: f64, discipline: f64) -> (Model, Ballot) {
        let file = "(format: 1, title: \"one\", clauses: {\"c\": Ambition(status_quo: 0)},
            countries: {\"A\": (positions: {\"c\": 1})})";
        let model = Model::compile(&Scenario::parse("one", file).expect("a case")).expect("sound");
        let seat = Seat { margin, isolation: 0.0, weight: 1.0, bench: Some(0), has_say: true };
        let bench = Bench { margin: of_bloc, isolation: 0.0, weight: 1.0, seat: 1.0, discipline };
        let ballot = Ballot {
            asks: Asks::Votes,
            margins: vec![margin],
            seats: vec![seat],
            seated: vec![0],
            benches: vec![bench],
            ..Ballot::new(&model)
        };
        (model, ballot)
    }

    /// −1e−9 and more counts as acceptance (specification, Notation): the threshold itself does, the next number below does not.
    #[test]
    fn a_margin_at_the_threshold_counts_as_acceptance() {
        let below = (-1e-9_f64).next_down();
        let vote = |margin, of_bloc, discipline| ballot(margin, of_bloc, discipline).1.vote(0);
        assert_eq!([vote(-1e-9, 0.0, 0.0), vote(below, 0.0, 0.0)], [Vote::Yes, Vote::Abstain]);
        // The bloc's own margin decides which way its line pulls: ¼ takes −¼ to a tie, or leaves ¼ at one.
        assert_eq!([vote(-0.25, -1e-9, 0.25), vote(-0.25, below, 0.25)], [Vote::Yes, Vote::Abstain]);
        assert_eq!([vote(0.25, below, 0.25), vote(0.25_f64.next_down(), below, 0.25)], [Vote::Yes; 2]);
        assert_eq!(vote(0.125, below, 0.25), Vote::Abstain);
        // A vote is called over a text that just meets what is asked.
        let is_met = |margin| {
            let (model, ballot) = ballot(margin, 0.0, 0.0);
            ballot.meets_enough_claims(
                &model,
                &Realisation::as_stated(&model),
                &DecisionRule::simple_majority(),
            )
        };
        assert_eq!([is_met(-1e-9), is_met(below)], [true, false]);
    }

    /// A party sponsors from .15 on, supports from 0 less the slack, and acquiesces down to −.02 (specification §3.4).
    #[test]
    fn each_stance_includes_its_threshold() {
        assert!(ballot(0.15, 0.0, 0.0).1.has_sponsor());
        assert!(!ballot(0.15_f64.next_down(), 0.0, 0.0).1.has_sponsor());
        let taken = |margin| {
            let (_, ballot) = ballot(margin, 0.0, 0.0);
            stance(&ballot.seats[0], false, Asks::Objections)
        };
        for (threshold, at, below) in [
            (0.15, Stance::Sponsor, Stance::Support),
            (-1e-9, Stance::Support, Stance::Acquiesce),
            (-0.02, Stance::Acquiesce, Stance::Explain),
        ] {
            assert_eq!([taken(threshold), taken(f64::next_down(threshold))], [at, below]);
        }
    }
}
