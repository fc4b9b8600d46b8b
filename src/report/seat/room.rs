//! The room as a seat sees it at the beginning of a round.

use super::{name, short, title, value};
use crate::{
    language::Language,
    model::Model,
    negotiation::{LastRound, Put, Refusal, Saying, Situation, Voice},
    report::screen::Screen,
    say,
    scenario::Scenario,
    stance::Stance,
    text::{ClauseId, Value},
    voting::Vote,
};

/// Most names in a list.
const NAMED: usize = 4;
/// Changes of utility smaller than this are nobody's concern.
const NOTICEABLE: f64 = 0.002;

/// The round that begins: the text, what changed, who stands where, and what that is worth to the seat.
pub fn round(screen: Screen, scenario: &Scenario, situation: &Situation<'_>, asked: &Saying) -> String {
    let language = screen.language;
    let round = u64::from(situation.round);
    let last = u64::from(situation.round + situation.rounds_left.saturating_sub(1));
    let heading = match situation.clause {
        None => say!(language, "play-round", round = round, of = last),
        Some(clause) => {
            let clause = title(situation.model, clause);
            say!(language, "play-round-on-clause", round = round, of = last, clause = clause)
        }
    };
    let mut out = format!("\n{}", screen.wrap(&heading, ""));
    for sentence in news(language, scenario, situation.model, situation.last) {
        out.push_str(&screen.paragraph(&sentence));
    }
    out.push_str(&text(screen, scenario, situation, asked));
    let worth = say!(
        language,
        "play-worth",
        clause = if situation.clause.is_some() { "yes" } else { "no" },
        utility = language.point(situation.utility),
        own = if asked.demand.is_some() { "yes" } else { "no" },
        demand = language.point(asked.demand.unwrap_or(situation.demand)),
        least = language.point(situation.reservation)
    );
    out + &screen.paragraph(&worth)
}

/// The text as it stands, with its brackets; `asked` is what the seat asks for from now on.
pub fn text(screen: Screen, scenario: &Scenario, situation: &Situation<'_>, asked: &Saying) -> String {
    let (language, model) = (screen.language, situation.model);
    let open = |clause: &ClauseId| situation.clause.is_none_or(|only| only == *clause);
    let mut out = String::new();
    for clause in model.clause_ids().filter(open) {
        let compiled = &model.clauses[clause.index()];
        let asks = asked.wishes.iter().find(|(of, _)| *of == clause);
        let line = say!(
            language,
            "play-clause-says",
            n = (clause.index() + 1).to_string(),
            clause = title(model, clause),
            value = value(language, &compiled.source, situation.text[clause]),
            wish = match situation.wants[clause.index()] {
                (_, 0.0) => String::new(),
                (wish, _) => short(language, &compiled.source, wish),
            },
            cares = match (situation.wants[clause.index()].1 > 0.0, asks.is_some()) {
                (true, true) => "asks",
                (true, false) => "yes",
                (false, _) => "no",
            },
            asks = asks.map(|&(_, asks)| short(language, &compiled.source, asks)).unwrap_or_default()
        );
        out.push_str(&screen.wrap(&line, "  "));
        let tabled = situation.brackets.iter().filter(|b| b.clause == clause);
        let tabled: Vec<String> = tabled
            .map(|b| {
                format!("{} {}", name(scenario, model, b.who), short(language, &compiled.source, b.wants))
            })
            .collect();
        if !tabled.is_empty() {
            let line = say!(language, "play-brackets", who = language.list(&tabled, NAMED));
            out.push_str(&screen.wrap(&line, "      "));
        }
    }
    out
}

/// What happened in the round before.
fn news(language: Language, scenario: &Scenario, model: &Model, last: &LastRound) -> Vec<String> {
    let mut out = Vec::new();
    for (who, clause, wants) in &last.taken_up {
        let source = &model.clauses[clause.index()].source;
        out.push(say!(
            language,
            "play-taken-up",
            who = name(scenario, model, *who),
            clause = title(model, *clause),
            value = value(language, source, *wants)
        ));
    }
    out.extend(model.clause_ids().filter_map(|clause| change(language, scenario, (model, last), clause)));
    let left: Vec<&str> = last.left.iter().map(|&i| scenario.title_of(&model.countries[i].name)).collect();
    if !left.is_empty() {
        out.push(say!(language, "play-left", who = language.list(&left, NAMED)));
    }
    if let Some(put) = &last.put {
        out.push(answers(language, scenario, model, put));
    } else if last.round > 0 {
        out.push(say!(language, "play-not-put"));
    }
    out
}

/// How a clause has changed, for whom and at whose cost; none where it has not.
fn change(
    language: Language,
    scenario: &Scenario,
    (model, last): (&Model, &LastRound),
    clause: ClauseId,
) -> Option<String> {
    let mut steps = last.changes.iter().filter(|change| change.clause == clause);
    let from = steps.clone().next()?.from;
    let to = steps.clone().next_back()?.to;
    let mut gains: Vec<(Voice, f64)> = Vec::new();
    for (who, gain) in steps.by_ref().flat_map(|change| &change.gains) {
        match gains.iter_mut().find(|(known, _)| known == who) {
            Some((_, sum)) => *sum += gain,
            None => gains.push((*who, *gain)),
        }
    }
    let named = |sign: f64| {
        let mut who: Vec<&(Voice, f64)> = gains.iter().filter(|(_, gain)| gain * sign > NOTICEABLE).collect();
        who.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let names: Vec<&str> = who.into_iter().map(|(who, _)| name(scenario, model, *who)).collect();
        (!names.is_empty()).then(|| language.list(&names, NAMED))
    };
    let source = &model.clauses[clause.index()].source;
    let figures = |x: Value| match x {
        Value::Interval { lo, hi } if lo == hi => language.point_to(3, lo),
        Value::Interval { lo, hi } => format!("{}–{}", language.point_to(3, lo), language.point_to(3, hi)),
        option @ Value::Option(_) => short(language, source, option),
    };
    let (before, after) = (short(language, source, from), short(language, source, to));
    let (before, after) = if before == after { (figures(from), figures(to)) } else { (before, after) };
    let (gain, pay) = (named(1.0), named(-1.0));
    (before != after).then(|| {
        say!(
            language,
            "play-change",
            kind = match (&gain, &pay) {
                (Some(_), Some(_)) => "both",
                (Some(_), None) => "gain",
                (None, Some(_)) => "pay",
                (None, None) => "none",
            },
            clause = title(model, clause),
            before = before,
            after = after,
            gain = gain.unwrap_or_default(),
            pay = pay.unwrap_or_default()
        )
    })
}

/// How the room answered the text when it was put.
fn answers(language: Language, scenario: &Scenario, model: &Model, put: &Put) -> String {
    let no: Vec<String> = put
        .stances
        .iter()
        .zip(&put.about)
        .enumerate()
        .filter(|(_, (stance, _))| matches!(stance, Stance::Object | Stance::Against))
        .map(|(i, (_, about))| {
            let who = scenario.title_of(&model.countries[i].name).to_owned();
            match about {
                Some(clause) => say!(language, "play-over", who = who, clause = title(model, *clause)),
                None => who,
            }
        })
        .collect();
    let count = |vote| put.votes.iter().filter(|v| **v == vote).count();
    let kind = match (put.votes_counted, put.carried, no.is_empty()) {
        (true, ..) => "vote",
        (false, true, true) => "agreed",
        (false, _, false) => "objections",
        (false, false, true) => "nobody",
    };
    say!(
        language,
        "play-put",
        kind = kind,
        carried = if put.carried { "yes" } else { "no" },
        yes = count(Vote::Yes),
        no = count(Vote::No),
        abstain = count(Vote::Abstain),
        against = if no.is_empty() { "nobody" } else { "some" },
        who = language.list(&no, NAMED)
    )
}

/// What a seat may say, in plain commands.
pub fn help(screen: Screen, situation: &Situation<'_>) -> String {
    let (language, may) = (screen.language, situation.may);
    let lines = [
        (true, say!(language, "play-help-pass")),
        (true, say!(language, "play-help-ask")),
        (true, say!(language, "play-help-demand")),
        (may.propose, say!(language, "play-help-propose")),
        (may.answer, say!(language, "play-help-object")),
        (may.call_vote, say!(language, "play-help-vote")),
        (may.walk_out, say!(language, "play-help-walk-out")),
        (true, say!(language, "play-help-look")),
    ];
    let lines = lines.into_iter().filter(|(can, _)| *can);
    lines.map(|(_, line)| screen.wrap(&line, "  ")).collect()
}

/// What was said for a seat and does not count, and why; the reasons are in English, as all errors are.
pub fn refusals(screen: Screen, seat: &str, refused: &[Refusal]) -> String {
    let language = screen.language;
    let line = |refusal: &Refusal| {
        screen.paragraph(&match refusal {
            Refusal::Lost(why) => say!(language, "play-lost", seat = seat, why = why.as_str()),
            refusal => say!(language, "play-refused", seat = seat, why = refusal.to_string()),
        })
    };
    refused.iter().map(line).collect()
}
