//! The rounds (specification §5.1, §3.6).

use plenary::{
    protocol::{ChairRevisions, Protocol},
    scenario::Scenario,
    voting::Rule,
};

use super::{
    ballot::{Margins, WEAK, objections, votes},
    chair::{Chair, borne_before_a_no, borne_before_objecting},
    core::{Core, cores},
    draft::{first_draft, lobbied_draft, offers},
    floor::open_floor,
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

/// The chair's revisions, of the whole text or of one clause after another.
pub fn negotiate(scenario: &Scenario) -> Ending {
    let present: Vec<bool> =
        scenario.countries.values().map(|c| !c.boycotts && !c.opts_out && c.attendance > 0.0).collect();
    let n = present.len();
    let room = Room::new(scenario, &present, present.clone(), vec![false; n], None);
    let chair = scenario.protocol.chair().expect("a chair");
    let text = lobbied_draft(scenario, first_draft(scenario, &room, &chair.draft));
    let mut ending = Ending {
        adopted: false,
        round: 0,
        text: text.clone(),
        left: vec![false; n],
        near_ties: 0,
        texts: vec![text],
    };
    match &scenario.protocol {
        Protocol::ClauseByClause(_) => clause_by_clause(scenario, chair, &present, &room, &mut ending),
        _ => ending.adopted = rounds(scenario, chair, &present, None, &mut ending).is_some(),
    }
    ending
}

/// Each clause on its own, and at the end the package (specification §5.4).
fn clause_by_clause(
    scenario: &Scenario,
    chair: &ChairRevisions,
    came: &[bool],
    room: &Room,
    ending: &mut Ending,
) {
    let (mut some, mut by_fallback) = (false, false);
    for (d, clause) in scenario.clauses.values().enumerate() {
        match rounds(scenario, chair, came, Some(d), ending) {
            Some(fallback) => (some, by_fallback) = (true, by_fallback || fallback),
            None if offers(clause, room.status_quo[d]) => ending.text[d] = room.status_quo[d],
            None => return,
        }
    }
    if !some {
        return;
    }
    let table = Table { scenario, chair, room, t: chair.rounds, only: None };
    let text = ending.text.clone();
    let put = |rule: &Rule| {
        if asks_for_objections(rule) {
            table.put(rule, &text).carried
        } else {
            table.vote(rule, &text).carried
        }
    };
    ending.adopted = match &scenario.rule {
        Rule::ConsensusThenVote(c) => (!by_fallback && put(&Rule::Consensus)) || put(&c.vote),
        rule => put(rule),
    };
}

/// Up to T rounds on the whole text or on one clause; where a text is carried, whether by the vote that may follow
/// consensus.
fn rounds(
    scenario: &Scenario,
    chair: &ChairRevisions,
    came: &[bool],
    only: Option<usize>,
    ending: &mut Ending,
) -> Option<bool> {
    let n = came.len();
    let mut room = Room::new(scenario, came, came.to_vec(), vec![false; n], only);
    let mut impatience = vec![0_u32; n];
    let before = ending.round;
    for t in 1..=chair.rounds {
        ending.round = before + t;
        let table = Table { scenario, chair, room: &room, t, only };
        table.revise(ending);
        if t % chair.attempt_every != 0 && t != chair.rounds {
            continue;
        }
        let attempts = table.attempt(ending);
        let Some(attempt) = attempts.last() else { continue };
        if attempt.carried {
            return Some(attempt.by_fallback);
        }
        let mut outspoken = room.outspoken.clone();
        for (i, speaks) in outspoken.iter_mut().enumerate() {
            let defects = attempt.said[i] == Say::No && room.led_by[i].is_some_and(|b| !attempt.lines[b]);
            *speaks |= defects && chair.defectors_speak;
        }
        let mut present = room.present.clone();
        if only.is_none() {
            let leaving =
                who_leaves(scenario, &room, table.rule(), &ending.text, &attempt.said, &mut impatience);
            leaving.iter().for_each(|&i| (present[i], ending.left[i]) = (false, true));
        }
        room = Room::new(scenario, came, present, outspoken, only);
    }
    None
}

/// A text that was put to the rule.
struct Attempt {
    carried: bool,
    by_fallback: bool,
    said: Vec<Say>,
    lines: Vec<bool>,
}

/// One round.
struct Table<'a> {
    scenario: &'a Scenario,
    chair: &'a ChairRevisions,
    room: &'a Room,
    t: u32,
    /// The clause under negotiation, where there is one at a time.
    only: Option<usize>,
}

impl<'a> Table<'a> {
    fn clauses(&self) -> Vec<usize> {
        self.only.map_or_else(|| (0..self.scenario.clauses.len()).collect(), |d| vec![d])
    }

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
            clauses: self.clauses(),
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

    /// What was put to a rule in this round, the last being what counts: nothing where no vote is called.
    fn attempt(&self, ending: &mut Ending) -> Vec<Attempt> {
        let rule = self.rule();
        if self.says_nothing_somewhere(&ending.text) && !self.last() {
            return Vec::new();
        }
        if !asks_for_objections(rule) {
            return self.vote_if_called(rule, ending).into_iter().collect();
        }
        let attempt = self.put(rule, &ending.text);
        let (Rule::ConsensusThenVote(c), false) = (&self.scenario.rule, attempt.carried) else {
            return vec![attempt];
        };
        let sponsors = |i: usize| {
            let party = &self.room.countries[i];
            self.room.present[i] && party.utility(&ending.text) - self.aspiration(party) >= 0.15 - WEAK
        };
        if self.last() || (c.callable && (0..attempt.said.len()).any(sponsors)) {
            let vote = self.vote_if_called(&c.vote, ending);
            return std::iter::once(attempt).chain(vote).collect();
        }
        vec![attempt]
    }

    /// Asks for objections at this round's aspiration levels.
    fn put(&self, rule: &Rule, text: &[Value]) -> Attempt {
        let margins = self.over(text, &|p| self.aspiration(p));
        let (said, lines) = objections(self.scenario, self.room, &margins);
        Attempt { carried: self.is_carried(rule, &said, text), by_fallback: false, said, lines }
    }

    /// A text waits until it says something on every clause; at T it is put, and fails.
    fn says_nothing_somewhere(&self, text: &[Value]) -> bool {
        let clause = |d: usize| self.scenario.clauses.values().nth(d).expect("a clause");
        self.clauses().iter().any(|&d| !offers(clause(d), text[d]))
    }

    /// The vote, once the floor has had its say, if one is called; at T in any case, and where it fails once more.
    fn vote_if_called(&self, rule: &Rule, ending: &mut Ending) -> Option<Attempt> {
        if !self.last() && !self.is_called(rule, &ending.text) {
            return None;
        }
        let tabled = ending.text.clone();
        // Where only those who sign are bound, there is nothing for a floor to decide.
        let signed = matches!(rule, Rule::CoalitionOfTheWilling(_));
        if !signed {
            open_floor(self.scenario, self.chair, rule, self.room, &self.clauses(), &mut ending.text);
        }
        let first = self.vote(rule, &ending.text);
        if first.carried {
            return Some(first);
        }
        if !self.last() {
            ending.text = tabled;
            return Some(first);
        }
        // Where only those who sign are bound there is no core to lift.
        if signed {
            return Some(first);
        }
        let amended = ending.text.clone();
        self.last_resort(ending, rule);
        let second = self.vote(rule, &ending.text);
        if second.carried {
            return Some(second);
        }
        ending.text = amended;
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
        Attempt {
            carried: self.is_carried(rule, &said, text),
            by_fallback: matches!(self.scenario.rule, Rule::ConsensusThenVote(_)),
            said,
            lines,
        }
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
