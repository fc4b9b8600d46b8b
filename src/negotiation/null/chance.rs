//! Random texts, and votes that know or do not know what is in them.
//!
//! At every attempt of the protocol a text is drawn, each clause uniform on [0, 1] or on its options, and put to the rule in
//! force. *Sincere votes*: yes iff u_i(x) ≥ r_i, else no, nobody minding what others do; so the share of single texts
//! accepted by all is the volume of the set of texts that everybody accepts. *Zero intelligence* (after Gode & Sunder
//! 1993): yes with probability ½ whatever the text; a rule that asks for n of n then carries one in 2^n, an η-rule a
//! binomial tail. The first text that is carried is adopted.

use crate::{
    model::{Judgement, Model},
    negotiation::session::Session,
    null::Null,
    outcome::Conclusion,
    random::{Purpose, Seed, Sequence, StreamName},
    stance::acceptance_vote,
    text::{ClauseId, Value},
    voting::Vote,
};

/// With this probability a party without intelligence accepts.
const ACCEPTS: f64 = 0.5;

/// What null models take from chance, from sequences that go by the names of clause and country.
#[derive(Clone, Debug)]
pub struct Chance {
    /// What a random text says on each clause.
    texts: Vec<Sequence>,
    /// How each country votes that looks at nothing.
    coins: Vec<Sequence>,
    /// The card of each country for each clause, at [i·D + d].
    cards: Vec<Sequence>,
}

impl Chance {
    pub fn new(model: &Model, seed: Seed) -> Self {
        let sequence = |purpose, party: &str, clause: &str| {
            Sequence::new(seed, &StreamName { purpose, party: party.to_owned(), clause: clause.to_owned() })
        };
        let (clauses, countries) = (&model.clauses, &model.countries);
        Self {
            texts: clauses.iter().map(|c| sequence(Purpose::RandomText, "", &c.name)).collect(),
            coins: countries.iter().map(|c| sequence(Purpose::Coin, &c.name, "")).collect(),
            cards: countries
                .iter()
                .flat_map(|i| clauses.iter().map(|c| sequence(Purpose::Card, &i.name, &c.name)))
                .collect(),
        }
    }

    /// Turns to a replicate's numbers.
    pub fn turn_to(&mut self, replicate: u64) {
        let sequences = self.texts.iter_mut().chain(&mut self.coins).chain(&mut self.cards);
        sequences.for_each(|sequence| sequence.turn_to(replicate));
    }

    /// The card of a country for a clause.
    pub fn card(&mut self, country: usize, clause: ClauseId) -> f64 {
        let clauses = self.texts.len();
        self.cards[country * clauses + clause.index()].number()
    }
}

impl Session<'_> {
    /// Puts random texts to the rule, one at each attempt, until one is carried.
    pub(super) fn try_random_texts(&mut self, null: Null, chance: &mut Chance) -> Conclusion {
        let (table, decision) = (&mut self.table, &mut self.decision);
        table.seated.copy_from_slice(&table.parties.present);
        let mut judged = Judgement::default();
        for round in 1..=table.deadline() {
            table.round = round;
            if !table.is_attempt_due() {
                continue;
            }
            for clause in table.model.clause_ids() {
                let number = chance.texts[clause.index()].number();
                table.text[clause] = random_value(table.model, clause, number);
            }
            judged.judge(&table.parties.effective, &table.text);
            for (i, coin) in chance.coins.iter_mut().enumerate() {
                let gain = judged.utilities()[i] - table.parties.reservations[i];
                let concerned = |clause| table.parties.effective.salience(i, clause) > 0.0;
                let vote = match null {
                    Null::RandomText => acceptance_vote(gain, table.model.clause_ids().any(concerned)),
                    _ if coin.number() < ACCEPTS => Vote::Yes,
                    _ => Vote::No,
                };
                decision.ballot.votes[i] = if table.seated[i] { vote } else { Vote::Absent };
            }
            decision.ballot.count(table.model, &table.parties);
            let rule = table.rule_in_force();
            if rule.carries(&decision.ballot.tally) {
                return decision.adopted(rule, None);
            }
        }
        Conclusion::Deadlock
    }
}

/// What a random text says on a clause, by a number in (0, 1).
fn random_value(model: &Model, clause: ClauseId, number: f64) -> Value {
    match model.clauses[clause.index()].options {
        0 => Value::point(number),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        options => Value::option(((number * options as f64) as usize).min(options - 1)),
    }
}
