//! The rounds (specification §5.1, §3.6).

use plenary::{protocol::ChairRevisions, scenario::Scenario, voting::Rule};

use super::{
    ballot::{Margins, WEAK, objections, votes},
    chair::{Chair, borne_before_a_no, borne_before_objecting},
    core::{Core, cores},
    draft::{first_draft, lobbied_draft, offers},
    room::{Room, Voice},
    rules::{Say, asks_for_objections, carries},
    worth::{Party, Value},
};

/// How it ended.
#[derive(Clone, Debug)]
pub struct Ending {
    pub adopted: bool,
    pub round: u32,
    pub text: Vec<Value>,
    /// Who left.
    pub left: Vec<bool>,
    pub near_ties: usize,
    /// The text after each round, the draft first.
    pub texts: Vec<Vec<Value>>,
}

/// The chair's revisions of the whole text.
pub fn negotiate(scenario: &Scenario) -> Ending {
    let chair = scenario.protocol.chair().expect("a chair");
    let present: Vec<bool> =
        scenario.countries.values().map(|c| !c.boycotts && !c.opts_out && c.attendance > 0.0).collect();
    let n = present.len();
    let came = present;
    let mut room = Room::new(scenario, &came, came.clone(), vec![false; n]);
    let text = lobbied_draft(scenario, first_draft(scenario, &room, &chair.draft));
    let mut impatience = vec![0_u32; n];
    let mut ending = Ending {
        adopted: false,
        round: chair.rounds,
        text: text.clone(),
        left: vec![false; n],
        near_ties: 0,
        texts: vec![text],
    };
    for t in 1..=chair.rounds {
        let table = Table { scenario, chair, room: &room, t };
        table.revise(&mut ending);
        if t % chair.attempt_every != 0 && t != chair.rounds {
            continue;
        }
        let Some(attempt) = table.attempt(&mut ending) else { continue };
        if attempt.carried {
            ending.adopted = true;
            ending.round = t;
            return ending;
        }
        let mut outspoken = room.outspoken.clone();
        for (i, speaks) in outspoken.iter_mut().enumerate() {
            let defects = attempt.said[i] == Say::No && room.led_by[i].is_some_and(|b| !attempt.lines[b]);
            *speaks |= defects && chair.defectors_speak;
        }
        let leaving = who_leaves(scenario, &room, table.rule(), &ending.text, &attempt.said, &mut impatience);
        let mut present = room.present.clone();
        leaving.iter().for_each(|&i| (present[i], ending.left[i]) = (false, true));
        room = Room::new(scenario, &came, present, outspoken);
    }
    ending
}

/// A text that was put to the rule.
struct Attempt {
    carried: bool,
    said: Vec<Say>,
    lines: Vec<bool>,
}

/// One round.
struct Table<'a> {
    scenario: &'a Scenario,
    chair: &'a ChairRevisions,
    room: &'a Room,
    t: u32,
}

impl<'a> Table<'a> {
    fn last(&self) -> bool {
        self.t == self.chair.rounds
    }

    /// The rule that decides in this round.
    fn rule(&self) -> &'a Rule {
        match &self.scenario.rule {
            Rule::ConsensusThenVote(c) if self.t >= c.attempts.saturating_mul(c.every) => &c.vote,
            Rule::ConsensusThenVote(_) => &Rule::Consensus,
            rule => rule,
        }
    }

    fn reservation(&self, party: &Party) -> f64 {
        party.reservation(party.utility(&self.room.status_quo))
    }

    fn aspiration(&self, party: &Party) -> f64 {
        party.aspiration(self.t, self.chair.rounds, self.reservation(party))
    }

    fn revise(&self, ending: &mut Ending) {
        let rule = self.rule();
        let objections = asks_for_objections(rule);
        let signed = matches!(rule, Rule::CoalitionOfTheWilling(_));
        let ask = |v: Voice| {
            let borne = if objections { borne_before_objecting(self.scenario, self.room, v) } else { 0.0 };
            self.aspiration(self.room.party(v)) - borne
        };
        let cores = (!objections && !signed).then(|| cores(self.scenario, rule, self.room));
        let most = self.chair.moves_per_round.unwrap_or(if self.t == 1 { 100 } else { 12 });
        self.work(ending, rule, &ask, cores, objections || signed, most);
    }

    /// The last resort: the core is lifted, and the chair goes for whoever suffices.
    fn last_resort(&self, ending: &mut Ending, rule: &Rule) {
        let ask = |v: Voice| {
            let only_a_no_counts = matches!(rule, Rule::UnanimityWithAbstention);
            let borne = if only_a_no_counts { borne_before_a_no(self.scenario, self.room, v) } else { 0.0 };
            self.reservation(self.room.party(v)) - borne
        };
        self.work(ending, rule, &ask, None, true, 100);
    }

    fn work(
        &self,
        ending: &mut Ending,
        rule: &Rule,
        ask: &dyn Fn(Voice) -> f64,
        cores: Option<Vec<Core>>,
        coalition: bool,
        most: u32,
    ) {
        let voices = self.room.voices();
        let mut at_work = Chair {
            scenario: self.scenario,
            settings: self.chair,
            rule,
            room: self.room,
            asked: voices.iter().map(|v| ask(*v)).collect(),
            voices,
            utility: &|party, text| party.utility(text),
            clauses: (0..self.scenario.clauses.len()).collect(),
            cores,
            coalition,
            near_ties: 0,
            trace: Vec::new(),
        };
        at_work.revise(&mut ending.text, most);
        ending.near_ties += at_work.near_ties;
        ending.texts.append(&mut at_work.trace);
    }

    /// What everybody gets from the text over what they compare it with.
    fn over(&self, text: &[Value], asked: &dyn Fn(&Party) -> f64) -> Margins {
        let over = |party: &Party| party.utility(text) - asked(party);
        Margins {
            countries: self.room.countries.iter().map(over).collect(),
            blocs: self.room.blocs.iter().map(|b| b.voice.as_ref().map_or(0.0, over)).collect(),
        }
    }

    /// Puts the text to the rule; none where no vote is called.
    fn attempt(&self, ending: &mut Ending) -> Option<Attempt> {
        let rule = self.rule();
        if self.says_nothing_somewhere(&ending.text) && !self.last() {
            return None;
        }
        if !asks_for_objections(rule) {
            return self.vote_if_called(rule, ending);
        }
        let margins = self.over(&ending.text, &|p| self.aspiration(p));
        let (said, lines) = objections(self.scenario, self.room, &margins);
        let carried = self.is_carried(rule, &said, &ending.text);
        if let (Rule::ConsensusThenVote(c), false) = (&self.scenario.rule, carried) {
            let sponsored =
                (0..said.len()).any(|i| self.room.present[i] && margins.countries[i] >= 0.15 - WEAK);
            if self.last() {
                return self.vote_if_called(&c.vote, ending);
            }
            if c.callable && sponsored && self.is_called(&c.vote, &ending.text) {
                return Some(self.vote(&c.vote, &ending.text));
            }
        }
        Some(Attempt { carried, said, lines })
    }

    /// A text waits until it says something on every clause; at T it is put, and fails.
    fn says_nothing_somewhere(&self, text: &[Value]) -> bool {
        let mut clauses = self.scenario.clauses.values().zip(text);
        clauses.any(|(clause, value)| !offers(clause, *value))
    }

    fn vote_if_called(&self, rule: &Rule, ending: &mut Ending) -> Option<Attempt> {
        if !self.last() {
            return self.is_called(rule, &ending.text).then(|| self.vote(rule, &ending.text));
        }
        let first = self.vote(rule, &ending.text);
        if first.carried {
            return Some(first);
        }
        let tabled = ending.text.clone();
        self.last_resort(ending, rule);
        let second = self.vote(rule, &ending.text);
        if second.carried {
            return Some(second);
        }
        ending.text = tabled;
        Some(first)
    }

    /// Whether those content at their aspirations could carry the text, and the vote would.
    fn is_called(&self, rule: &Rule, text: &[Value]) -> bool {
        let margins = self.over(text, &|p| self.aspiration(p));
        let say = |i: usize| match (self.room.present[i], margins.countries[i] >= -WEAK) {
            (false, _) => Say::Absent,
            (true, true) => Say::Yes,
            (true, false) => Say::No,
        };
        let content: Vec<Say> = (0..margins.countries.len()).map(say).collect();
        carries(self.scenario, rule, &content) && self.vote(rule, text).carried
    }

    fn is_carried(&self, rule: &Rule, said: &[Say], text: &[Value]) -> bool {
        carries(self.scenario, rule, said) && !self.says_nothing_somewhere(text)
    }

    fn vote(&self, rule: &Rule, text: &[Value]) -> Attempt {
        let surplus = self.over(text, &|p| self.reservation(p));
        let (said, lines) = votes(self.scenario, self.room, &surplus, text);
        Attempt { carried: self.is_carried(rule, &said, text), said, lines }
    }
}

/// Countries that have seen enough texts in a row that they cannot live with.
fn who_leaves(
    scenario: &Scenario,
    room: &Room,
    rule: &Rule,
    text: &[Value],
    said: &[Say],
    impatience: &mut [u32],
) -> Vec<usize> {
    let noes = said.iter().filter(|s| **s == Say::No).count();
    let mut leaving = Vec::new();
    for i in (0..said.len()).filter(|&i| room.present[i]) {
        let party = &room.countries[i];
        let bad = party.utility(text)
            < party.reservation(party.utility(&room.status_quo)) - scenario.defaults.exit_margin - WEAK;
        let mut alone: Vec<Say> =
            room.present.iter().map(|p| if *p { Say::Yes } else { Say::Absent }).collect();
        alone[i] = Say::No;
        let counts = bad && 2 * noes <= room.heads() && carries(scenario, rule, &alone);
        impatience[i] = if counts { impatience[i] + 1 } else { 0 };
        if impatience[i] >= scenario.defaults.exit_after {
            leaving.push(i);
        }
    }
    leaving
}
