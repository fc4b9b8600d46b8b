//! The end of a narration: the outcome, the final text in words, and the stance of each party.

use super::{Narration, attempts::yes_no, value_and_words};
use crate::{
    language::Language,
    model::Model,
    outcome::{Conclusion, Emergence, Label, Outcome, PartyOutcome},
    say,
    stance::Stance,
    voting::Vote,
};

/// The input of the epilogue.
pub struct Epilogue<'a> {
    /// The model negotiated.
    pub model: &'a Model,
    /// The outcome of the negotiation.
    pub outcome: &'a Outcome,
}

/// The name of an outcome.
pub(super) fn outcome(label: Label, language: Language) -> String {
    say!(language, "account-outcome", label = format!("{label:?}"))
}

impl Narration<'_> {
    /// The outcome, the text, and where everybody stands.
    pub(super) fn epilogue(&self, e: &Epilogue<'_>) -> String {
        let (o, language) = (e.outcome, self.screen.language);
        let ambition = e.model.depth.ambition_clauses().next().is_some();
        let depths = if ambition { depths(o, language) } else { String::new() };
        let mut out = format!("\n{}\n", outcome(o.label, language).to_uppercase());
        out.push_str(&self.screen.wrap(&format!("{}{depths}", ending(o, language)), ""));
        if ambition {
            out.push_str(&self.without_laggards(e));
        }
        out.push_str(&self.final_text(e));
        out.push_str(&self.stances(e));
        out
    }

    fn without_laggards(&self, e: &Epilogue<'_>) -> String {
        let Some(depth) = e.outcome.without_laggards else {
            return String::new();
        };
        let language = self.screen.language;
        let laggards = self.parties_with(e, |i| e.outcome.parties[i].laggard);
        let line = say!(
            language,
            "account-without-laggards",
            laggards = language.list(&laggards, 6),
            depth = language.point(depth)
        );
        self.screen.wrap(&line, "")
    }

    fn final_text(&self, e: &Epilogue<'_>) -> String {
        let language = self.screen.language;
        let mut out = format!("{}\n", say!(language, "account-the-text"));
        for (clause, value) in e.model.clauses.iter().zip(&e.outcome.text.0) {
            let words = clause.source.in_words(*value);
            let title = clause.source.title().unwrap_or(&clause.name);
            let value = value_and_words(*value, &words, language);
            let line = say!(language, "account-clause-says", clause = title, value = value);
            out.push_str(&self.screen.wrap(&line, "    "));
        }
        out
    }

    fn stances(&self, e: &Epilogue<'_>) -> String {
        let (o, language) = (e.outcome, self.screen.language);
        let signed = matches!(o.conclusion, Conclusion::Signed { .. });
        let mut out = String::new();
        let mut group = |kind: &str, most: usize, is_in: &dyn Fn(&PartyOutcome) -> bool| {
            let names = self.parties_with(e, |i| is_in(&o.parties[i]));
            if !names.is_empty() {
                let names = language.list(&names, most);
                let line = say!(language, "account-group", kind = kind, names = names);
                out.push_str(&self.screen.wrap(&line, ""));
            }
        };
        // In a vote its bloc's line makes a party's silence a Yes.
        let by_line = o.votes.is_some();
        for (kind, stance) in [
            ("sponsors", Stance::Sponsor),
            ("supports", Stance::Support),
            (if by_line { "yes-with-bloc" } else { "in-silence" }, Stance::Acquiesce),
            (if by_line { "yes-under-protest" } else { "under-protest" }, Stance::Explain),
        ] {
            group(kind, 40, &|party| party.stance == stance && party.vote != Vote::Abstain);
        }
        group(if signed { "stays-out" } else { "abstains" }, 40, &|party| party.vote == Vote::Abstain);
        for (kind, stance) in [
            ("objects", Stance::Object),
            (if signed { "stays-out-against" } else { "votes-no" }, Stance::Against),
            ("looks-on", Stance::Observe),
            ("absent", Stance::Absent),
        ] {
            group(kind, 40, &|party| party.stance == stance);
        }
        group("broke-line", 20, &|party| party.defected);
        if o.fixed_points_differ {
            out.push_str(&self.screen.wrap(&say!(language, "account-two-fixed-points"), ""));
        }
        out
    }

    /// The titles of the parties for which a condition holds.
    pub(super) fn parties_with<'n>(
        &'n self,
        e: &'n Epilogue<'_>,
        holds: impl Fn(usize) -> bool,
    ) -> Vec<&'n str> {
        (0..e.outcome.parties.len())
            .filter(|&i| holds(i))
            .map(|i| self.titles.get(&e.model.countries[i].name))
            .collect()
    }
}

/// How it ended, in a sentence.
pub(super) fn ending(o: &Outcome, language: Language) -> String {
    let members = o.parties.iter().filter(|p| p.stance != Stance::Observe).count();
    let (kind, no, signatories) = match o.conclusion {
        Conclusion::Consensus if o.parties.iter().any(|p| p.stance == Stance::Object) => {
            ("over-objections", 0, 0)
        }
        Conclusion::Consensus => ("consensus", 0, 0),
        Conclusion::Signed { signatories } => ("signed", 0, signatories),
        Conclusion::Vote { no } => ("vote", no, 0),
        Conclusion::FallbackVote { no, called: true } => ("called-vote", no, 0),
        Conclusion::FallbackVote { no, called: false } => ("fallback-vote", no, 0),
        Conclusion::Deadlock => ("deadlock", 0, 0),
        Conclusion::WalkOut => ("walk-out", 0, 0),
    };
    say!(
        language,
        "account-ending",
        kind = kind,
        round = o.round,
        no = no,
        signatories = signatories,
        members = members
    )
}

fn depths(o: &Outcome, language: Language) -> String {
    let index = o.index.map_or_else(|| say!(language, "account-index-undefined"), |x| language.point(x));
    let (emergence, round) = match o.emergence {
        Emergence::Round(round) => ("diluted", round),
        Emergence::ByDesign => ("drafted", 0),
        Emergence::None => ("none", 0),
    };
    // Where ambitions hardly differ, no text can be an LCD text or not.
    let label = |is_so: bool| if o.index.is_none() { "undefined" } else { yes_no(is_so) };
    say!(
        language,
        "account-depths",
        depth = language.point(o.depth),
        guaranteed = language.point(o.guaranteed_depth),
        index = index,
        guaranteed_index = language.point(o.guaranteed_index),
        lcd = label(o.lcd),
        substance = label(o.lcd_in_substance),
        emergence = emergence,
        round = round
    )
}
