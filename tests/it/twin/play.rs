//! The rounds (specification §5.1, §3.6).

use plenary::{protocol::ChairRevisions, scenario::Scenario, voting::Rule};

use super::{
    ballot::{Margins, WEAK, says},
    chair::{Chair, borne},
    draft::{first_draft, lobbied_draft},
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
    let mut room = Room::new(scenario, present, vec![false; n]);
    let text = lobbied_draft(scenario, first_draft(scenario, &room, &chair.draft));
    let mut impatience = vec![0_u32; n];
    let mut ending = Ending { adopted: false, round: chair.rounds, text: text.clone(), left: vec![false; n], near_ties: 0, texts: vec![text] };
    for t in 1..=chair.rounds {
        let attempt = t % chair.attempt_every == 0 || t == chair.rounds;
        revise(scenario, chair, &room, t, &mut ending);
        ending.texts.push(ending.text.clone());
        if !attempt {
            continue;
        }
        let (carried, said, lines) = put(scenario, chair, &room, t, &ending.text);
        if carried {
            ending.adopted = true;
            ending.round = t;
            return ending;
        }
        let mut outspoken = room.outspoken.clone();
        for i in 0..n {
            let defects = said[i] == Say::No && room.led_by[i].is_some_and(|b| !lines[b]);
            outspoken[i] |= defects && chair.defectors_speak;
        }
        let leaving = who_leaves(scenario, &room, rule_at(scenario, chair, t), &ending.text, &said, &mut impatience);
        let mut present = room.present.clone();
        leaving.iter().for_each(|&i| (present[i], ending.left[i]) = (false, true));
        room = Room::new(scenario, present, outspoken);
    }
    ending
}

/// The rule that the chair has in view.
fn rule_at<'a>(scenario: &'a Scenario, chair: &ChairRevisions, t: u32) -> &'a Rule {
    match &scenario.rule {
        Rule::ConsensusThenVote(c) if t >= c.attempts.saturating_mul(c.every) || t == chair.rounds => &c.vote,
        Rule::ConsensusThenVote(_) => &Rule::Consensus,
        rule => rule,
    }
}

fn reservation(room: &Room, party: &Party) -> f64 {
    party.reservation(party.utility(&room.status_quo))
}

fn revise(scenario: &Scenario, chair: &ChairRevisions, room: &Room, t: u32, ending: &mut Ending) {
    let rule = rule_at(scenario, chair, t);
    let voices = room.voices();
    let asks = |v: &Voice| {
        let party = room.party(*v);
        party.aspiration(t, chair.rounds, reservation(room, party)) - borne(scenario, room, rule, *v)
    };
    let mut at_work = Chair {
        scenario,
        settings: chair,
        rule,
        room,
        asked: voices.iter().map(asks).collect(),
        voices,
        utility: &|party, text| party.utility(text),
        clauses: (0..scenario.clauses.len()).collect(),
        near_ties: 0,
    };
    at_work.revise(&mut ending.text);
    ending.near_ties += at_work.near_ties;
}

fn margins(room: &Room, t: u32, rounds: u32, text: &[Value]) -> Margins {
    let margin = |party: &Party| party.utility(text) - party.aspiration(t, rounds, reservation(room, party));
    Margins {
        countries: room.countries.iter().map(margin).collect(),
        blocs: room.blocs.iter().map(|b| b.voice.as_ref().map_or(0.0, margin)).collect(),
    }
}

/// Puts the text to the rule: whether it is carried, what everybody said, and the blocs' lines.
fn put(
    scenario: &Scenario,
    chair: &ChairRevisions,
    room: &Room,
    t: u32,
    text: &[Value],
) -> (bool, Vec<Say>, Vec<bool>) {
    let margins = margins(room, t, chair.rounds, text);
    let ask = |rule: &Rule| {
        let (said, lines) = says(scenario, room, &margins, !asks_for_objections(rule));
        (carries(scenario, rule, &said), said, lines)
    };
    let Rule::ConsensusThenVote(c) = &scenario.rule else {
        return ask(&scenario.rule);
    };
    let by_consensus = ask(&Rule::Consensus);
    let due = t >= c.attempts.saturating_mul(c.every) || t == chair.rounds;
    let sponsored = (0..room.countries.len()).any(|i| room.present[i] && margins.countries[i] >= 0.15 - WEAK);
    if by_consensus.0 || !(due || (c.callable && sponsored)) {
        return by_consensus;
    }
    let by_vote = ask(&c.vote);
    if due || by_vote.0 { by_vote } else { by_consensus }
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
        let bad = party.utility(text) < reservation(room, party) - scenario.defaults.exit_margin - WEAK;
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
