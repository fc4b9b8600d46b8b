//! Why a negotiation came out as it did, in five sentences: what came out, on which clauses it turned, who held out, what was
//! given to whom, and what would have been acceptable.

use super::{super::names, Epilogue, Narration, attempts::yes_no, record::Holdout, value_and_words};
use crate::{
    benchmark::{
        PackageScores,
        agreement::{AgreementSet, Unsolved},
    },
    model::{Appraisal, Model},
    negotiation::Realisation,
    say,
    stance::TOLERANCE,
    text::{ClauseId, Text, Value},
    voting::Asks,
};

/// Who held out, and changed clauses, that are named.
const NAMED: usize = 3;
/// Who gained and who paid that is named.
const MOVED: usize = 2;
/// Clauses of an acceptable text that are named.
const CLAUSES: usize = 4;

impl Narration<'_> {
    /// The five sentences.
    pub(super) fn why(&self, e: &Epilogue<'_>) -> String {
        let space = say!(self.screen.language, "terminal-between-sentences");
        let acceptable = if e.outcome.conclusion.adopted() { self.spare(e) } else { self.acceptable(e) };
        [self.came_out(e), self.turned(e), self.held_out(e), self.given(e), acceptable]
            .into_iter()
            .filter(|sentence| !sentence.is_empty())
            .collect::<Vec<_>>()
            .join(&space)
    }

    fn came_out(&self, e: &Epilogue<'_>) -> String {
        let (o, language) = (e.outcome, self.screen.language);
        say!(
            language,
            "account-why-came-out",
            adopted = yes_no(o.conclusion.adopted()),
            round = o.round,
            label = names::label(language, o.label),
            ambition = yes_no(e.model.depth.ambition_clauses().next().is_some()),
            depth = language.point(o.depth),
            draft = language.point(o.draft_depth)
        )
    }

    /// The clauses that those who said no at the last attempt that failed minded most.
    fn turned(&self, e: &Epilogue<'_>) -> String {
        let language = self.screen.language;
        let Some(failed) = &self.record.failed else { return say!(language, "account-why-never-failed") };
        let mut minded: Vec<(ClauseId, usize)> = Vec::new();
        for clause in failed.held_out.iter().filter_map(|held_out| held_out.minds) {
            match minded.iter_mut().find(|(known, _)| *known == clause) {
                Some((_, times)) => *times += 1,
                None => minded.push((clause, 1)),
            }
        }
        minded.sort_by_key(|(clause, times)| (std::cmp::Reverse(*times), *clause));
        let n = failed.held_out.len();
        let name = |(clause, times): &(ClauseId, usize)| match n {
            1 => self.title(e.model, *clause),
            _ => say!(
                language,
                "account-minded-by",
                clause = self.title(e.model, *clause),
                times = *times,
                n = n
            ),
        };
        let names: Vec<String> = minded.iter().map(name).collect();
        if names.is_empty() {
            return say!(language, "account-why-no-clause", round = failed.round);
        }
        let clauses = language.list(&names, NAMED);
        say!(language, "account-why-turned", clauses = clauses, n = n, round = failed.round)
    }

    /// Who said no then, and why: what the text gave it, what it asked for, and what failure was worth to it.
    fn held_out(&self, e: &Epilogue<'_>) -> String {
        let language = self.screen.language;
        let Some(failed) = &self.record.failed else { return say!(language, "account-why-none-failed") };
        if failed.held_out.is_empty() {
            return say!(language, "account-why-nobody-held-out");
        }
        let one = |held_out: &Holdout| {
            let kind = match (held_out.by_line, failed.asks) {
                (true, _) => "line",
                (false, Asks::Votes) => "vote",
                (false, Asks::Objections | Asks::Silence) => "objection",
            };
            // What was short of what counts is not to look as much.
            let bar = if failed.asks == Asks::Votes { held_out.without } else { held_out.asked };
            let same = |decimals: usize| {
                language.point_to(decimals, held_out.utility) == language.point_to(decimals, bar)
            };
            let decimals = (2..=4).find(|decimals| !same(*decimals)).unwrap_or(2);
            let number = |x: f64| language.point_to(decimals, x);
            say!(
                language,
                "account-held-out",
                kind = kind,
                party = self.titles.get(&e.model.countries[held_out.country].name),
                utility = number(held_out.utility),
                asked = number(held_out.asked),
                without = number(held_out.without)
            )
        };
        let named: Vec<String> = failed.held_out.iter().take(NAMED).map(one).collect();
        say!(
            language,
            "account-why-held-out",
            parties = named.join(&say!(language, "account-between-parts")),
            more = failed.held_out.len() - named.len(),
            about = yes_no(failed.clause.is_some()),
            clause = failed.clause.map(|clause| self.title(e.model, clause)).unwrap_or_default()
        )
    }

    /// What changed from the draft to the last text, to whose good and at whose cost, by countries' own ideals.
    fn given(&self, e: &Epilogue<'_>) -> String {
        let language = self.screen.language;
        let Some((room, draft)) = &self.record.draft else { return String::new() };
        let last = &e.outcome.text;
        let size = |clause: &ClauseId| match (draft[*clause], last[*clause]) {
            (Value::Interval { lo, hi }, Value::Interval { lo: low, hi: high }) => {
                (lo - low).abs().max((hi - high).abs())
            }
            (from, to) => f64::from(u8::from(from != to)),
        };
        let mut changed: Vec<ClauseId> = e.model.clause_ids().filter(|clause| size(clause) > 0.0).collect();
        changed.sort_by(|a, b| size(b).total_cmp(&size(a)));
        if changed.is_empty() {
            return say!(language, "account-why-unmoved");
        }
        let change = |clause: &ClauseId| self.change(e.model, *clause, draft[*clause], last[*clause]);
        let changes: Vec<String> = changed.iter().map(change).collect();
        let [gains, costs] = self.moved(e.model, room, [draft, last]);
        let giver = match (&self.record.sponsor, self.record.amended) {
            (Some(_), false) if e.model.protocol.chair().is_none() => "sponsor",
            (_, false) if e.model.protocol.chair().is_some() => "chair",
            _ => "text",
        };
        say!(
            language,
            "account-why-given",
            giver = giver,
            sponsor = self.record.sponsor.as_deref().unwrap_or_default(),
            changes = language.list(&changes, NAMED),
            gains = yes_no(!gains.is_empty()),
            gainers = language.list(&gains, MOVED),
            costs = yes_no(!costs.is_empty()),
            losers = language.list(&costs, MOVED)
        )
    }

    /// Who gained most by the way from one text to the other, and who lost most, each with how much.
    fn moved(&self, model: &Model, room: &Realisation, [from, to]: [&Text; 2]) -> [Vec<String>; 2] {
        let language = self.screen.language;
        let utilities = |text: &Text| {
            let mut appraisal = Appraisal::default();
            appraisal.judge(&room.national, text);
            appraisal.utilities().to_vec()
        };
        let mut changes: Vec<(usize, f64)> =
            utilities(to).iter().zip(utilities(from)).map(|(now, was)| now - was).enumerate().collect();
        changes.retain(|(i, _)| room.present[*i]);
        changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        [1.0, -1.0].map(|sign| {
            let side = changes.iter().filter(|(_, change)| change * sign >= 0.005).take(MOVED);
            let named = |(i, change): &(usize, f64)| {
                let party = self.titles.get(&model.countries[*i].name);
                say!(language, "account-by-how-much", party = party, change = language.change(*change))
            };
            side.map(named).collect()
        })
    }

    /// Who has least to spare over failure in the text that was adopted, or who has less than that.
    fn spare(&self, e: &Epilogue<'_>) -> String {
        let language = self.screen.language;
        let title = |i: usize| self.titles.get(&e.model.countries[i].name);
        let least = self.record.surpluses.iter().min_by(|a, b| a.1.total_cmp(&b.1));
        let Some((who, by)) = least else { return String::new() };
        if *by >= -TOLERANCE {
            let by = language.point(*by);
            return say!(language, "account-why-all-gain", who = title(*who), by = by);
        }
        let mut worse: Vec<&(usize, f64)> =
            self.record.surpluses.iter().filter(|(_, g)| *g < -TOLERANCE).collect();
        worse.sort_by(|a, b| a.1.total_cmp(&b.1));
        let names: Vec<&str> = worse.iter().map(|(i, _)| title(*i)).collect();
        say!(language, "account-why-some-lose", who = language.list(&names, NAMED), by = language.point(-by))
    }

    /// Whether some clear text gives everybody with a say at least what it has without one.
    fn acceptable(&self, e: &Epilogue<'_>) -> String {
        let language = self.screen.language;
        let (Some((room, _)), Some(failed)) = (&self.record.draft, &self.record.failed) else {
            return String::new();
        };
        match deepest_acceptable(e.model, room, failed.asks) {
            Some(Some(text)) => {
                let says = |(clause, value): (ClauseId, &Value)| {
                    let words = names::value(language, &e.model.clauses[clause.index()].source, *value);
                    let value = value_and_words(*value, &words, language);
                    say!(language, "account-clause-says", clause = self.title(e.model, clause), value = value)
                };
                let clauses: Vec<String> = e.model.clause_ids().zip(&text.0).map(says).collect();
                say!(language, "account-why-acceptable", text = language.list(&clauses, CLAUSES))
            }
            Some(None) => say!(language, "account-why-none-acceptable"),
            None => {
                let lacked = |held_out: &Holdout| {
                    let party = self.titles.get(&e.model.countries[held_out.country].name);
                    let by = language.point(held_out.lacks.max(0.0));
                    say!(language, "account-by-how-much", party = party, change = by)
                };
                let lacked: Vec<String> = failed.held_out.iter().map(lacked).collect();
                say!(language, "account-why-lacked", parties = language.list(&lacked, NAMED))
            }
        }
    }
}

/// The deepest clear text that gives everybody with a say at least what it has without one, of options the one of which the
/// worst off has most: none where there is no such text; nothing where that cannot be found out.
fn deepest_acceptable(model: &Model, room: &Realisation, asks: Asks) -> Option<Option<Text>> {
    let voices: Vec<bool> = (model.countries.iter().zip(&room.present))
        .map(|(country, present)| *present && country.has_say(asks))
        .collect();
    if let Some(scores) = PackageScores::of(model, &room.effective, &voices, &room.reservations) {
        let rule = model.rule();
        let packages = scores.examine(model, rule);
        let text = packages
            .best_least
            .map(|package| Text(package.options.iter().map(|o| Value::Option(*o)).collect()));
        return (packages.exact || text.is_some()).then_some(text);
    }
    let set = AgreementSet::new(model, &room.effective, &voices, &room.reservations).ok()?;
    match set.deepest() {
        Ok(solution) => Some(Some(solution.text)),
        Err(Unsolved::Nothing) => Some(None),
        Err(_) => None,
    }
}
