//! The instructions of a seat: who it is, what it wants in the clauses' own words, what failure costs it, what it may do.

use super::{Brief, Want, name, title, value};
use crate::{
    language::Language,
    negotiation::Voice,
    report::{names, screen::Screen},
    say,
    text::Clause,
};

/// A difference of utility that is shown.
const SHOWN: f64 = 0.005;

/// The instructions of a seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Instructions {
    /// Whose they are.
    pub heading: String,
    /// Who it is, under which rule.
    pub who: Vec<String>,
    /// What it wants, the clauses that matter most first.
    pub items: Vec<Item>,
    /// Clauses that do not concern it; empty where all do.
    pub others: String,
    /// What failure costs it, and what it may do.
    pub stakes: Vec<String>,
}

/// What is wanted of a clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The clause by its number and title, with how much it matters.
    pub clause: String,
    /// What is wanted, what holds without a text, and what the clause could say.
    pub lines: Vec<String>,
}

impl Instructions {
    /// The instructions that follow from a brief.
    pub fn of(language: Language, brief: &Brief<'_>) -> Self {
        let Brief { scenario, model, seat, .. } = brief;
        let mut wants: Vec<&Want> = brief.wants.iter().filter(|want| want.share > 0.0).collect();
        wants.sort_by(|a, b| b.share.total_cmp(&a.share));
        let others: Vec<&str> = brief
            .wants
            .iter()
            .filter(|want| want.share == 0.0)
            .map(|want| title(model, want.clause))
            .collect();
        Self {
            heading: say!(language, "play-instructions", seat = name(scenario, model, *seat)),
            who: who(language, brief),
            items: wants.into_iter().map(|want| item(language, brief, want)).collect(),
            others: match others.is_empty() {
                true => String::new(),
                false => say!(language, "play-no-stake", clauses = language.list(&others, others.len())),
            },
            stakes: stakes(language, brief),
        }
    }

    /// As text for a screen.
    pub fn render(&self, screen: Screen) -> String {
        let mut out = screen.wrap(&self.heading, "");
        self.who.iter().for_each(|sentence| out.push_str(&screen.paragraph(sentence)));
        out.push('\n');
        for item in &self.items {
            out.push_str(&screen.wrap(&item.clause, "  "));
            item.lines.iter().for_each(|line| out.push_str(&screen.wrap(line, "      ")));
        }
        if !self.others.is_empty() {
            out.push_str(&screen.paragraph(&self.others));
        }
        out.push('\n');
        self.stakes.iter().for_each(|sentence| out.push_str(&screen.paragraph(sentence)));
        out
    }
}

/// Who speaks for whom, and when there is a text.
fn who(language: Language, brief: &Brief<'_>) -> Vec<String> {
    let Brief { scenario, model, seat, .. } = *brief;
    let title = |b: usize| scenario.title_of(&model.blocs[b].name).to_owned();
    let who = match seat {
        Voice::Bloc(b) => {
            let members = model.blocs[b].members.iter();
            let members: Vec<&str> =
                members.map(|&(i, _)| scenario.title_of(&model.countries[i].name)).collect();
            say!(
                language,
                "play-who-bloc",
                seat = title(b),
                n = members.len(),
                members = language.list(&members, 12)
            )
        }
        Voice::Country(i) => {
            let memberships = &model.countries[i].memberships;
            let led = memberships.iter().map(|&(b, _)| b).find(|&b| model.blocs[b].cohesion > 0.0);
            let blocs: Vec<String> = memberships.iter().map(|&(b, _)| title(b)).collect();
            say!(
                language,
                "play-who-country",
                kind = match (led, blocs.is_empty()) {
                    (Some(_), _) => "led",
                    (None, false) => "member",
                    (None, true) => "alone",
                },
                seat = name(scenario, model, seat),
                blocs = language.list(&blocs, blocs.len().max(1)),
                lead = led.map(title).unwrap_or_default()
            )
        }
    };
    let adopted = scenario.rule.in_words(language, &|name| scenario.title_of(name).to_owned());
    let rounds = u64::from(model.proceedings.rounds);
    vec![who, say!(language, "play-rule", rule = adopted, rounds = rounds)]
}

/// What is wanted of a clause.
fn item(language: Language, brief: &Brief<'_>, want: &Want) -> Item {
    let clause = &brief.model.clauses[want.clause.index()].source;
    let said = |x| value(language, clause, x);
    let differs = said(want.own) != said(want.stands_for);
    let mut lines = vec![
        say!(language, "play-you-want", value = said(want.own)),
        say!(language, "play-without-a-text", value = said(want.status_quo)),
    ];
    if differs {
        lines.insert(1, say!(language, "play-you-stand-for", value = said(want.stands_for)));
    }
    lines.extend(ladder(language, clause).map(|words| say!(language, "play-ladder", words = words)));
    Item {
        clause: say!(
            language,
            "play-clause-matters",
            n = (want.clause.index() + 1).to_string(),
            clause = title(brief.model, want.clause),
            share = language.percent(want.share)
        ),
        lines,
    }
}

/// What a clause could say, from the least on; none where nobody has put it into words.
pub(in crate::report) fn ladder(language: Language, clause: &Clause) -> Option<String> {
    let step =
        |x: f64| names::level(language, clause, x).map(|words| format!("{} {words}", language.point(x)));
    let words: Vec<String> = match clause {
        Clause::Options(options) => options.options.names().map(str::to_owned).collect(),
        clause => clause.levels().into_iter().filter_map(|(x, _)| step(x)).collect(),
    };
    (!words.is_empty()).then(|| words.join(" · "))
}

/// What failure costs, and how the delegate bargains.
fn stakes(language: Language, brief: &Brief<'_>) -> Vec<String> {
    let (quo, least) = (brief.at_status_quo, brief.reservation);
    let kind = match least - quo {
        difference if difference < -SHOWN => "cost",
        difference if difference > SHOWN => "option",
        _ => "none",
    };
    let scale = say!(language, "play-scale");
    let failing = say!(
        language,
        "play-failing",
        kind = kind,
        quo = language.point(quo),
        difference = language.point((least - quo).abs()),
        least = language.point(least)
    );
    vec![scale, failing, say!(language, "play-concedes", least = language.point(least))]
}
