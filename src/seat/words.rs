//! Seats, clauses and values by the words that people write.

use crate::{
    document::nearest,
    model::Model,
    negotiation::{Refusal, Voice},
    scenario::Scenario,
    text::{Clause, ClauseId, Value},
};

/// The seat of this name: the key or the title of a country or bloc, in whatever case.
///
/// # Errors
/// The nearest names, where there is none.
pub fn seat(scenario: &Scenario, model: &Model, name: &str) -> Result<Voice, String> {
    let countries = (0..model.countries().len()).map(Voice::Country);
    let all: Vec<Voice> = countries.chain((0..model.blocs().len()).map(Voice::Bloc)).collect();
    let is_called = |seat: &Voice, called: &str| {
        let key = seat.name(model);
        same(key, called) || same(scenario.title_of(key), called)
    };
    let found = all.iter().find(|seat| seat.name(model) == name);
    found.or_else(|| all.iter().find(|seat| is_called(seat, name))).copied().ok_or_else(|| {
        let names = all.iter().map(|seat| scenario.title_of(seat.name(model)));
        format!("there is no seat called \"{name}\": {}", nearest(name, names))
    })
}

/// The clause of this name: its key, its title or its number in the text, in whatever case.
///
/// # Errors
/// The nearest names, where there is none.
pub fn clause(model: &Model, name: &str) -> Result<ClauseId, Refusal> {
    let name = name.trim();
    let find = |fits: &dyn Fn(ClauseId) -> bool| model.clause_ids().find(|id| fits(*id));
    let found = find(&|id| model.clauses()[id.index()].name == name);
    let found = found.or_else(|| find(&|id| names(model, id).any(|known| same(&known, name))));
    found.ok_or_else(|| {
        let known = model.clause_ids().map(|id| model.clauses()[id.index()].name.as_str());
        Refusal::UnknownClause(format!("\"{name}\": {}", nearest(name, known)))
    })
}

/// A clause and the rest of the words, which say a value.
///
/// # Errors
/// If they begin with no clause, or the clause cannot say that.
pub fn clause_and_value(model: &Model, words: &str) -> Result<(ClauseId, Value), Refusal> {
    let words = words.trim();
    let starts =
        |id: ClauseId| names(model, id).filter_map(move |name| Some((after(words, &name)?, name.len(), id)));
    // The longest name that fits is meant.
    let longest = model.clause_ids().flat_map(starts).max_by_key(|(_, length, _)| *length);
    let Some((rest, _, id)) = longest else {
        let first = words.split_whitespace().next().unwrap_or("");
        return Err(clause(model, first).err().unwrap_or(Refusal::UnknownClause(first.to_owned())));
    };
    Ok((id, value(&model.clauses()[id.index()].source, rest)?))
}

/// A value of a clause in words: a number, a range of numbers, an option or one of the clause's own words; a part of those is
/// enough if it fits only one.
///
/// # Errors
/// What would fit.
pub fn value(clause: &Clause, said: &str) -> Result<Value, Refusal> {
    let said = said.trim().trim_matches('"').trim();
    let known = known(clause);
    let exact = known.iter().find(|(word, _)| word == said);
    let exact = exact.or_else(|| known.iter().find(|(word, _)| same(word, said)));
    if let Some((_, value)) = exact {
        return Ok(*value);
    }
    if !matches!(clause, Clause::Options(_))
        && let Some(value) = number(said)
    {
        return Ok(value);
    }
    let lower = said.to_lowercase();
    let mut parts =
        known.iter().filter(|(word, _)| !lower.is_empty() && word.to_lowercase().contains(&lower));
    if let (Some((_, value)), None) = (parts.next(), parts.next()) {
        return Ok(*value);
    }
    let words = known.iter().map(|(word, _)| word.as_str());
    let or_number = if matches!(clause, Clause::Options(_)) { "" } else { "a number from 0 to 1, or " };
    let expected = match known.is_empty() {
        true => "expected a number from 0 to 1".to_owned(),
        false => format!("expected {or_number}one of its words ({})", nearest(said, words)),
    };
    Err(Refusal::Unreadable(format!("\"{said}\" is nothing that this clause can say: {expected}")))
}

/// A point or a range, as in `.3`, `30%` and `.2-.4`.
fn number(said: &str) -> Option<Value> {
    let one = |part: &str| {
        let part = part.trim();
        let (digits, scale) = part.strip_suffix('%').map_or((part, 1.0), |digits| (digits.trim(), 100.0));
        digits.parse::<f64>().ok().map(|x| x / scale).filter(|x| (0.0..=1.0).contains(x))
    };
    if let Some(x) = one(said) {
        return Some(Value::point(x));
    }
    let ends = said.split_once('–').or_else(|| said.split_once("..")).or_else(|| said.split_once('-'));
    let (lo, hi) = ends?;
    let (lo, hi) = (one(lo)?, one(hi)?);
    (lo <= hi).then_some(Value::Interval { lo, hi })
}

/// The words of a clause with the values they stand for.
fn known(clause: &Clause) -> Vec<(String, Value)> {
    if let Clause::Options(options) = clause {
        return options
            .options
            .names()
            .enumerate()
            .map(|(o, name)| (name.to_owned(), Value::option(o)))
            .collect();
    }
    clause.levels().into_iter().map(|(x, word)| (word.to_owned(), Value::point(x))).collect()
}

/// What a clause is called.
fn names(model: &Model, id: ClauseId) -> impl Iterator<Item = String> {
    let compiled = &model.clauses()[id.index()];
    let title = compiled.source.title().map(str::to_owned);
    [compiled.name.clone(), (id.index() + 1).to_string()].into_iter().chain(title)
}

/// What follows a name at the beginning of words.
fn after<'w>(words: &'w str, name: &str) -> Option<&'w str> {
    let (head, rest) = words.split_at_checked(name.len())?;
    let ends = rest.is_empty() || rest.starts_with([' ', '\t', ':', '=', ',']);
    (same(head, name) && ends).then(|| rest.trim_start_matches([' ', '\t', ':', '=', ',']))
}

/// Whether two names differ in nothing but case.
fn same(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.trim().to_lowercase()
}
