//! What delegates see and say, as lines of JSON.

use serde_json::{Map, Value as Json, json};

use super::words;
use crate::{
    document::nearest,
    model::Model,
    negotiation::{Answer, LastRound, Refusal, Saying, Situation},
    stance::Stance,
    text::{ClauseId, Value},
    voting::Vote,
};

/// What can be said.
const FIELDS: [&str; 6] = ["demand", "ask", "answer", "propose", "call_vote", "walk_out"];

/// A situation as one line of JSON, without its end.
pub fn situation(situation: &Situation<'_>) -> String {
    let model = situation.model;
    let key = |clause: ClauseId| model.clauses()[clause.index()].name.clone();
    let text = model.clause_ids().map(|c| (key(c), value(model, c, situation.text[c])));
    let words = model.clause_ids().map(|c| {
        let said = model.clauses()[c.index()].source.in_words(situation.text[c]);
        (key(c), Json::from(said))
    });
    let wants = model
        .clause_ids()
        .zip(&situation.wants)
        .map(|(c, (wish, matters))| (key(c), json!({"value": value(model, c, *wish), "matters": matters})));
    let brackets = situation.brackets.iter().map(|b| {
        json!({"who": b.who.name(model), "clause": key(b.clause), "wants": value(model, b.clause, b.wants)})
    });
    json!({
        "round": situation.round,
        "rounds_left": situation.rounds_left,
        "seat": situation.seat.name(model),
        "clause": situation.clause.map(key),
        "text": text.collect::<Map<_, _>>(),
        "words": words.collect::<Map<_, _>>(),
        "brackets": brackets.collect::<Vec<_>>(),
        "utility": situation.utility,
        "demand": situation.demand,
        "reservation": situation.reservation,
        "wants": wants.collect::<Map<_, _>>(),
        "last": last(model, situation.last),
        "may": {
            "answer": situation.may.answer,
            "propose": situation.may.propose,
            "call_vote": situation.may.call_vote,
            "walk_out": situation.may.walk_out,
        },
    })
    .to_string()
}

/// What happened in the round before.
fn last(model: &Model, last: &LastRound) -> Json {
    let key = |clause: ClauseId| model.clauses()[clause.index()].name.clone();
    let country = |i: usize| model.countries()[i].name.clone();
    let changes = last.changes.iter().map(|change| {
        let of = |sign: f64| {
            let gains = change.gains.iter().filter(|(_, gain)| gain * sign > 1e-9);
            gains.map(|(who, _)| who.name(model)).collect::<Vec<_>>()
        };
        json!({
            "clause": key(change.clause),
            "from": value(model, change.clause, change.from),
            "to": value(model, change.clause, change.to),
            "for": of(1.0),
            "against": of(-1.0),
        })
    });
    let put = last.put.as_ref().map(|put| {
        let no = put.stances.iter().zip(&put.about).enumerate();
        let no = no.filter(|(_, (stance, _))| matches!(stance, Stance::Object | Stance::Against));
        let no = no.map(|(i, (_, about))| json!({"who": country(i), "about": about.map(key)}));
        let votes = put.votes.iter().enumerate().map(|(i, vote)| {
            let vote = match vote {
                Vote::Yes => "yes",
                Vote::No => "no",
                Vote::Abstain => "abstain",
                Vote::Absent => "absent",
            };
            (country(i), Json::from(vote))
        });
        json!({
            "carried": put.carried,
            "votes_counted": put.votes_counted,
            "no": no.collect::<Vec<_>>(),
            "votes": votes.collect::<Map<_, _>>(),
        })
    });
    json!({
        "round": last.round,
        "changes": changes.collect::<Vec<_>>(),
        "put": put,
        "left": last.left.iter().map(|&i| country(i)).collect::<Vec<_>>(),
        "taken_up": last.taken_up.iter().map(|&(who, c, v)| json!({"who": who.name(model), "clause": key(c), "value": value(model, c, v)})).collect::<Vec<_>>(),
    })
}

/// A value: a point, the two ends of a range, or an option's name; nothing where no option is agreed.
fn value(model: &Model, clause: ClauseId, value: Value) -> Json {
    match value {
        Value::Interval { lo, hi } if lo == hi => json!(lo),
        Value::Interval { lo, hi } => json!([lo, hi]),
        Value::Option(o) => {
            let compiled = &model.clauses()[clause.index()];
            if compiled.offers(Value::Option(o)) {
                json!(compiled.source.in_words(Value::Option(o)))
            } else {
                Json::Null
            }
        }
    }
}

/// What counts of a saying, as it is read again by [`read`].
pub fn saying(model: &Model, saying: &Saying) -> Json {
    let values = |list: &[(ClauseId, Value)]| -> Map<String, Json> {
        let key = |c: ClauseId| model.clauses()[c.index()].name.clone();
        list.iter().map(|&(c, v)| (key(c), value(model, c, v))).collect()
    };
    let mut said = Map::new();
    if let Some(demand) = saying.demand {
        said.insert("demand".to_owned(), json!(demand));
    }
    if !saying.wishes.is_empty() {
        said.insert("ask".to_owned(), Json::Object(values(&saying.wishes)));
    }
    if let Some(answer) = saying.answer {
        said.insert("answer".to_owned(), json!(word(answer)));
    }
    if !saying.proposals.is_empty() {
        said.insert("propose".to_owned(), Json::Object(values(&saying.proposals)));
    }
    if saying.calls_vote {
        said.insert("call_vote".to_owned(), json!(true));
    }
    if let Some(leaves) = saying.walks_out {
        said.insert("walk_out".to_owned(), json!(leaves));
    }
    Json::Object(said)
}

/// An answer in a word.
fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Object => "object",
        Answer::Support => "support",
        Answer::Abstain => "abstain",
    }
}

/// What a line of JSON says; what cannot be understood of it is noted in it.
///
/// # Errors
/// If it is no JSON object.
pub fn read_line(model: &Model, line: &str) -> Result<Saying, Refusal> {
    match serde_json::from_str(line) {
        Ok(Json::Object(said)) => Ok(read(model, &said)),
        Ok(_) => Err(Refusal::Unreadable("what it says is no JSON object".to_owned())),
        Err(error) => Err(Refusal::Unreadable(format!("what it says is no JSON: {error}"))),
    }
}

/// What an object says; what cannot be understood of it is noted in it.
pub fn read(model: &Model, said: &Map<String, Json>) -> Saying {
    let mut saying = Saying::default();
    let mut refused = Vec::new();
    for (field, given) in said {
        if let Err(refusal) = read_field(model, &mut saying, &mut refused, field, given) {
            refused.push(refusal);
        }
    }
    Saying { unreadable: refused, ..saying }
}

fn read_field(
    model: &Model,
    saying: &mut Saying,
    refused: &mut Vec<Refusal>,
    field: &str,
    given: &Json,
) -> Result<(), Refusal> {
    let wrong =
        |expected: &str| Refusal::Unreadable(format!("{field} is {}: expected {expected}", short(given)));
    if given.is_null() {
        return Ok(());
    }
    match field {
        "demand" => saying.demand = Some(given.as_f64().ok_or_else(|| wrong("a number from 0 to 1"))?),
        "ask" => {
            saying.wishes = read_values(model, refused, given).ok_or_else(|| wrong("values by clause"))?
        }
        "propose" => {
            saying.proposals = read_values(model, refused, given).ok_or_else(|| wrong("values by clause"))?;
        }
        "answer" => {
            saying.answer = Some(match given.as_str() {
                Some("object" | "no") => Answer::Object,
                Some("support" | "yes") => Answer::Support,
                Some("abstain") => Answer::Abstain,
                _ => return Err(wrong("\"object\", \"support\" or \"abstain\"")),
            });
        }
        "call_vote" => saying.calls_vote = given.as_bool().ok_or_else(|| wrong("true or false"))?,
        "walk_out" => saying.walks_out = Some(given.as_bool().ok_or_else(|| wrong("true or false"))?),
        _ => {
            let known = nearest(field, FIELDS);
            return Err(Refusal::Unreadable(format!("there is no field \"{field}\": {known}")));
        }
    }
    Ok(())
}

/// Values by clause; those that cannot be understood are refused.
fn read_values(model: &Model, refused: &mut Vec<Refusal>, given: &Json) -> Option<Vec<(ClauseId, Value)>> {
    let read = |(name, given): (&String, &Json)| {
        let clause = words::clause(model, name)?;
        Ok((clause, read_value(model, clause, given)?))
    };
    let values = given.as_object()?.iter().map(read);
    Some(values.filter_map(|found| found.map_err(|refusal| refused.push(refusal)).ok()).collect())
}

fn read_value(model: &Model, clause: ClauseId, given: &Json) -> Result<Value, Refusal> {
    let compiled = &model.clauses()[clause.index()];
    let number = |x: &Json| x.as_f64();
    match given {
        Json::String(word) => words::value(&compiled.source, word),
        Json::Array(ends) if ends.len() == 2 => {
            let [lo, hi] = [&ends[0], &ends[1]].map(|end| number(end).unwrap_or(f64::NAN));
            Ok(Value::Interval { lo, hi })
        }
        given => number(given)
            .map(Value::point)
            .ok_or_else(|| Refusal::NoSuchValue { clause: compiled.name.clone(), value: short(given) }),
    }
}

/// JSON, cut to a readable length.
fn short(given: &Json) -> String {
    const MOST: usize = 60;
    let text = given.to_string();
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST).chain(['…']).collect() }
}
