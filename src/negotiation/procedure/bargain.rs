//! A sponsor's search for its best offer: it concedes, draws back, takes back and exchanges (see `sponsor`).

use super::{
    super::{ballot::Ballot, table::NegotiationTable, view::View},
    moves::halved,
    path::{between, least},
    shortfall::WeightedShortfall,
};
use crate::{
    model::{Appraisal, Model},
    stance::{Price, TOLERANCE},
    text::{ClauseId, Text, Value},
    voting::Asks,
};

/// δ: the longest step of a concession.
const STEP: f64 = 0.05;
/// How often it is halved where nothing coarser helps: down to δ/64.
const HALVINGS: usize = 6;
/// A concession must relieve more than this; a weighted shortfall below it is nothing but rounding.
const RELIEVES: f64 = 1e-12;
/// What a concession costs at least, so that those that cost nothing can be compared.
const FREE: f64 = 1e-9;
/// How far below 0 a margin may lie by rounding, where a text is to be accepted without any slack.
const ROUNDING: f64 = 1e-13;
/// How often every clause is gone through to take back what was not needed.
const SWEEPS: u32 = 4;
/// What an exchange of two clauses must bring the sponsor, in utility.
const WORTH: f64 = 1e-5;
/// How much of one clause is taken for a step on another.
const RATES: [f64; 5] = [4.0, 2.0, 1.0, 0.5, 0.25];
/// How many exchanges are put to the rule at most.
const MAX_EXCHANGES: u32 = 2_000;

/// The offer under way, and what the parties make of it.
#[derive(Clone, Debug)]
pub struct Bargain {
    offer: Text,
    /// What the voices make of the offer.
    appraisal: Appraisal,
    /// What the sponsor makes of it.
    own: Appraisal,
    shortfall: WeightedShortfall,
    /// How the rule would decide on it.
    ballot: Ballot,
}

impl Bargain {
    pub fn new(model: &Model) -> Self {
        let (most, clauses) = (model.countries.len() + model.blocs.len(), model.clauses.len());
        Self {
            offer: Text(model.status_quo().collect()),
            appraisal: Appraisal::with_capacity(most, clauses),
            own: Appraisal::with_capacity(1, clauses),
            shortfall: WeightedShortfall::with_capacity(most),
            ballot: Ballot::new(model),
        }
    }

    /// The best offer that would be carried, if there is one that the sponsor would make; else the text on the table.
    pub fn best_offer(&mut self, table: &NegotiationTable<'_>) -> &Text {
        self.set_needs(table);
        self.offer.0.copy_from_slice(&table.text.0);
        self.search(table);
        &self.offer
    }

    /// What each voice needs at reservation level, given its threshold where as many object as the rule lets pass.
    fn set_needs(&mut self, table: &NegotiationTable<'_>) {
        let (model, voices, seated) = (table.model, &table.voices, &table.seated);
        let rule = table.last_word();
        let others = seated.iter().filter(|s| **s).count().saturating_sub(1);
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 countries
        let dissent = (rule.no_at_most.unwrap_or(0) as f64 / others.max(1) as f64).min(1.0);
        let threshold = |v: usize| match (rule.asks, rule.needs_yes()) {
            (Asks::Objections | Asks::Silence, _) => {
                voices.threshold(model, seated, v, Price::OBJECTION, dissent)
            }
            (Asks::Votes, false) => voices.threshold(model, seated, v, Price::NO_VOTE, dissent),
            (Asks::Votes, true) => 0.0,
        };
        self.shortfall.set_needs(voices, rule, &table.aspirations.voices, threshold);
    }

    fn search(&mut self, table: &NegotiationTable<'_>) {
        let tabled = self.offer.clone();
        let conceded = self.concede(table).then(|| self.offer.clone());
        let liked = self.utility(table);
        self.offer.0.copy_from_slice(&tabled.0);
        let drawn_back = self.draw_back(table);
        let better = drawn_back && self.utility(table) > liked + TOLERANCE;
        match conceded {
            Some(offer) if !better => self.offer.0.copy_from_slice(&offer.0),
            None if !drawn_back => return self.offer.0.copy_from_slice(&tabled.0),
            _ => {}
        }
        self.exchange(table);
    }

    /// Concedes, the cheapest relief first, then draws back as far as it must and takes back what it can; whether the
    /// offer would be carried and the sponsor would make it.
    fn concede(&mut self, table: &NegotiationTable<'_>) -> bool {
        let (voices, rule) = (&table.voices, table.last_word());
        self.appraisal.judge(&voices.preferences, &self.offer);
        loop {
            let now = self.shortfall.of(voices, &self.appraisal, rule);
            if now <= RELIEVES {
                break;
            }
            let cheapest =
                (0..=HALVINGS).find_map(|k| self.cheapest_concession(table, now, halved(STEP, k), k == 0));
            let Some((clause, value)) = cheapest else { break };
            self.offer[clause] = value;
            self.appraisal.rejudge(&voices.preferences, clause, value);
        }
        self.draw_back(table)
    }

    /// The concession on one clause that relieves most for what it costs the sponsor.
    fn cheapest_concession(
        &mut self,
        table: &NegotiationTable<'_>,
        now: f64,
        step: f64,
        coarsest: bool,
    ) -> Option<(ClauseId, Value)> {
        let own = self.utility(table);
        let mut best: Option<(f64, (ClauseId, Value))> = None;
        for clause in table.model.clause_ids() {
            let options = table.model.clauses[clause.index()].options;
            for which in 0..if options > 0 { options } else { 2 } {
                let Some(changed) = conceded(self.offer[clause], which, step, coarsest) else { continue };
                let rule = table.last_word();
                let left = self.shortfall.with_change(&table.voices, &self.appraisal, rule, clause, changed);
                let then = table.sponsor.utility_with(&self.own, clause, changed);
                if now - left <= RELIEVES || then < table.sponsor.reservation - TOLERANCE {
                    continue;
                }
                let bought = (now - left) / (own - then).max(FREE);
                if best.is_none_or(|(most, _)| bought > most * (1.0 + RELIEVES)) {
                    best = Some((bought, (clause, changed)));
                }
            }
        }
        best.map(|(_, edit)| edit)
    }

    /// Draws back straight towards the status quo, as little as it must, and takes back what it can; whether the offer
    /// would be carried and the sponsor would make it.
    fn draw_back(&mut self, table: &NegotiationTable<'_>) -> bool {
        let (model, from) = (table.model, self.offer.clone());
        let status_quo = table.parties.status_quo();
        let found = least(|share| {
            between(model, &from, status_quo, share, &mut self.offer);
            self.passes(table)
        });
        between(model, &from, status_quo, found.unwrap_or(0.0), &mut self.offer);
        if found.is_none() {
            return false;
        }
        self.take_back(table);
        self.utility(table) >= table.sponsor.reservation - TOLERANCE
    }

    /// Takes back what was not needed, the clauses that matter most to the sponsor first.
    fn take_back(&mut self, table: &NegotiationTable<'_>) {
        let order = by_salience(table);
        for _ in 0..SWEEPS {
            let before = self.offer.clone();
            for &clause in &order {
                match self.offer[clause] {
                    Value::Interval { .. } => self.take_back_interval(table, clause),
                    Value::Option(_) => self.take_back_option(table, clause),
                }
            }
            if self.offer == before {
                break;
            }
        }
    }

    /// Moves a clause back towards the draft, as far as the rule allows.
    fn take_back_interval(&mut self, table: &NegotiationTable<'_>, clause: ClauseId) {
        let (at, wanted) = (self.offer[clause].middle(), table.draft[clause].middle());
        if at == wanted {
            return;
        }
        let on_the_way = |share: f64| Value::point((1.0 - share) * wanted + share * at);
        let found = least(|share| {
            self.offer[clause] = on_the_way(share);
            self.passes(table)
        });
        self.offer[clause] = on_the_way(found.unwrap_or(1.0));
    }

    /// Turns to the option that the sponsor likes best of those that the rule allows.
    fn take_back_option(&mut self, table: &NegotiationTable<'_>, clause: ClauseId) {
        let mut best = (self.utility(table), self.offer[clause]);
        for option in (0..table.model.clauses[clause.index()].options).map(Value::option) {
            self.offer[clause] = option;
            let own = self.utility(table);
            if own > best.0 + TOLERANCE && self.passes(table) {
                best = (own, option);
            }
        }
        self.offer[clause] = best.1;
    }

    /// Gives a step on one clause to take back some on another, as long as that pays, up to a limit.
    fn exchange(&mut self, table: &NegotiationTable<'_>) {
        let (order, mut tried) = (by_salience(table), 0);
        for step in (0..=HALVINGS).map(|k| halved(STEP, k)) {
            let mut again = true;
            while again && tried < MAX_EXCHANGES {
                again = false;
                for &taken in &order {
                    for given in table.model.clause_ids().filter(|&given| given != taken) {
                        again |= self.try_exchange(table, taken, given, step, &mut tried);
                    }
                }
            }
        }
        self.take_back(table);
    }

    /// Makes the first exchange of these clauses that the sponsor gains from and the rule allows; whether there is one.
    /// Counts those put to the rule in `tried`.
    fn try_exchange(
        &mut self,
        table: &NegotiationTable<'_>,
        taken: ClauseId,
        given: ClauseId,
        step: f64,
        tried: &mut u32,
    ) -> bool {
        let (a, b) = (self.offer[taken], self.offer[given]);
        let (Value::Interval { lo: x, .. }, Value::Interval { lo: y, .. }) = (a, b) else { return false };
        let wanted = table.draft[taken].middle();
        let own = self.utility(table);
        for gives in [-step, step] {
            for rate in RATES {
                let back = (wanted - x).clamp(-step * rate, step * rate);
                self.offer[taken] = Value::point(x + back);
                self.offer[given] = Value::point((y + gives).clamp(0.0, 1.0));
                if self.utility(table) > own + WORTH {
                    *tried += 1;
                    if self.passes(table) {
                        return true;
                    }
                }
            }
        }
        (self.offer[taken], self.offer[given]) = (a, b);
        false
    }

    /// What the sponsor makes of the offer.
    fn utility(&mut self, table: &NegotiationTable<'_>) -> f64 {
        table.sponsor.utility(&self.offer, &mut self.own)
    }

    /// Whether the rule would carry the offer, the objection game included, without any slack.
    fn passes(&mut self, table: &NegotiationTable<'_>) -> bool {
        // Only blocs answer as voices; countries answer for themselves.
        if table.voices.of_bloc.iter().any(Option::is_some) {
            self.appraisal.judge(&table.voices.preferences, &self.offer);
        }
        let utilities = self.appraisal.utilities();
        self.ballot.judge(&View { text: &self.offer, utilities, ..table.view() });
        self.ballot.lower_margins(TOLERANCE - ROUNDING);
        self.ballot.decide(table.model, &table.parties, table.last_word())
    }
}

/// The clauses that the sponsor cares about, those that matter most to it first.
fn by_salience(table: &NegotiationTable<'_>) -> Vec<ClauseId> {
    let salience = |c: ClauseId| table.sponsor.salience(c);
    let mut order: Vec<ClauseId> = table.model.clause_ids().filter(|&c| salience(c) > 0.0).collect();
    order.sort_by(|&a, &b| salience(b).total_cmp(&salience(a)));
    order
}

/// What a clause says after a concession: a step down or up, or another option; none where nothing changes.
fn conceded(value: Value, which: usize, step: f64, coarsest: bool) -> Option<Value> {
    let changed = match value {
        Value::Interval { lo, .. } if which == 0 => Value::point((lo - step).max(0.0)),
        Value::Interval { lo, .. } => Value::point((lo + step).min(1.0)),
        Value::Option(_) if coarsest => Value::option(which),
        Value::Option(_) => return None,
    };
    (changed != value).then_some(changed)
}
