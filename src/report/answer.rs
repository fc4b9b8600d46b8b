//! The output of `run`: one screen of text, the headline first.

use super::{
    headline, identity, nulls,
    number::{count, of, percent, point, rate},
    responsibility,
    table::{Table, WIDTH, clip, wrap},
    who,
};
use crate::{
    language::Language,
    outcome::Label,
    scenario::Scenario,
    study::{ClauseSummary, DealSummary, OutcomeShare, Summary},
};

/// Length of the longest bar in characters.
const BAR_LENGTH: f64 = 30.0;

/// The complete answer.
pub fn render(scenario: &Scenario, summary: &Summary, command: &str) -> String {
    let mut out = wrap(&identity::title(Language::default(), scenario), WIDTH, "");
    out.push_str(&case(scenario, summary));
    out.push('\n');
    out.push_str(&headline(scenario, summary));
    if let Some(deals) = &summary.deals {
        out.push_str(&wrap(&self::deals(deals), WIDTH, "  "));
    }
    out.push_str("\nHow it ends\n");
    out.push_str(&outcomes(&summary.outcomes));
    out.push_str(
        "\nWhat adopted texts say (each clause from 0 to 1; 10–90: eight texts in ten lie between)\n",
    );
    out.push_str(&clauses(&summary.clauses, clip).render());
    out.push_str(CLAUSES);
    out.push_str("\nWho holds it down\n");
    out.push_str(&parties(scenario, summary));
    out.push_str("\nNext\n");
    out.push_str(&next(summary, command));
    out
}

fn case(scenario: &Scenario, summary: &Summary) -> String {
    let ranges = match summary.choices {
        _ if scenario.is_certain() => {
            "Nothing in it is drawn: one negotiation says all, and there is no sampling error."
        }
        Some(_) => "Ranges: 95 % unless said.",
        None => "Ranges are 95 % intervals.",
    };
    let second = format!(
        "{} {}, seed {}, scenario {}, version {}. {ranges}",
        count(summary.replicates),
        if summary.replicates == 1 { "replicate" } else { "replicates" },
        summary.seed,
        summary.hash,
        summary.version,
    );
    wrap(&who_decides(scenario, summary), WIDTH, "  ") + &wrap(&second, WIDTH, "  ")
}

/// One sentence: how many parties and clauses there are, and when a text is adopted.
pub(super) fn who_decides(s: &Scenario, summary: &Summary) -> String {
    let mut parts = vec![of(s.countries.len(), "country", "countries")];
    if !s.blocs.is_empty() {
        parts.push(of(s.blocs.len(), "bloc", "blocs"));
    }
    if !s.firms.is_empty() {
        parts.push(of(s.firms.len(), "firm", "firms"));
    }
    parts.push(of(s.clauses.len(), "clause", "clauses"));
    format!("{}; {}.", parts.join(", "), summary.rule)
}

fn headline(scenario: &Scenario, s: &Summary) -> String {
    let mut out = wrap(&headline::sentences(s), WIDTH, "  ");
    if s.has_ambition() {
        out.push('\n');
        out.push_str(&headline::rates(s).render());
        out.push_str(&wrap(&depth(s), WIDTH, "  "));
        out.push_str(&wrap(&cause(s), WIDTH, "  "));
        out.push_str(&wrap(&headline::terms(&scenario.thresholds, s), WIDTH, "  "));
    }
    if let Some(note) = headline::note(s) {
        out.push_str(&wrap(&note, WIDTH, "  "));
    }
    if s.has_ambition() {
        out.push_str(&nulls::render(&s.nulls));
    }
    out
}

/// How the deals agreed rank among all possible deals.
pub(super) fn deals(d: &DealSummary) -> String {
    let whole = |x: Option<f64>| x.map_or_else(|| "–".to_owned(), |x| format!("{x:.1}"));
    let possible = u64::try_from(d.possible).map_or_else(|_| "very many".to_owned(), count);
    let acceptable = format!("Everybody would accept {} of {possible} possible deals.", count(d.acceptable));
    if d.agreed_acceptable.of == 0 {
        return acceptable + " None was agreed.";
    }
    format!(
        "{acceptable} Of those agreed {} are such deals; by the sum of points \
         they rank {} of {} on average, {} have the largest. They give {} points in all; the best acceptable deal {}.",
        rate(&d.agreed_acceptable),
        whole(d.rank.mean),
        count(d.acceptable),
        rate(&d.agreed_best),
        whole(d.sum.mean),
        whole(d.best_sum)
    )
}

pub(super) fn depth(s: &Summary) -> String {
    let d = &s.depth;
    let mut text = format!("The draft has depth {} on average", point(d.draft.mean));
    text.push_str(&match d.guaranteed.mean {
        None => ".".to_owned(),
        guaranteed => {
            let choices = headline::range(s, "guaranteed");
            let choices = choices.map_or_else(String::new, |r| {
                format!(" (modelling choices {}–{})", point(r.low), point(r.high))
            });
            format!(
                "; of the text's, {}{choices} is guaranteed on the least demanding reading.",
                point(guaranteed)
            )
        }
    });
    let coalition = |o: &&OutcomeShare| o.label == Label::CoalitionOfTheWilling && o.share.count > 0;
    if let (Some(_), Some(held)) = (s.outcomes.iter().find(coalition), d.participation.mean) {
        text.push_str(&format!(
            " The text binds its signatories only: they hold {} of all materiality on average.",
            percent(held)
        ));
    }
    let stated = &d.as_stated;
    text.push_str(&format!(
        " For comparison, with wishes as stated: the LCD {}; the deepest that nobody likes less than what holds already, \
         {} clause by clause",
        point(stated.strong_lcd),
        point(stated.weak_lcd)
    ));
    if let Some(frontier) = stated.tolerance_frontier {
        text.push_str(&format!(", {} as a package", point(frontier)));
    }
    text.push_str(&format!("; what the median party wants {}.", point(stated.reference)));
    if s.emerged.count > 0 {
        let round = s.emergence_round.mean.unwrap_or(0.0);
        text.push_str(&format!(
            " Of LCD texts {} were diluted, not drafted; they fell there in round {round:.0} on average.",
            percent(s.emerged.count as f64 / s.lcd.count.max(1) as f64)
        ));
    }
    if s.no_conflict.count > 0 {
        let share = percent(s.no_conflict.rate.unwrap_or(0.0));
        text.push_str(&format!(" In {share} of runs ambitions hardly differ, and LCD is undefined."));
    }
    text
}

pub(super) fn cause(s: &Summary) -> String {
    s.responsibility.as_ref().map_or_else(String::new, responsibility::sentences)
}

/// The ways in which runs ended, the commonest first.
pub(super) fn by_share(rows: &[OutcomeShare]) -> Vec<&OutcomeShare> {
    let mut sorted: Vec<&OutcomeShare> = rows.iter().filter(|r| r.share.count > 0).collect();
    sorted.sort_by_key(|row| std::cmp::Reverse(row.share.count));
    sorted
}

fn outcomes(rows: &[OutcomeShare]) -> String {
    let mut table = Table::headed(" |  | ");
    for row in by_share(rows) {
        let share = row.share.rate.unwrap_or(0.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most BAR_LENGTH
        let bar = "█".repeat((share * BAR_LENGTH).round().max(1.0) as usize);
        table.row([row.label.words().to_owned(), rate(&row.share), bar]);
    }
    table.body()
}

/// What the columns of the table of clauses say.
const CLAUSES: &str = "  q: what holds without a text. LCD: the least ambitious party's wish, never below q. bound: the most\n\
    \x20 that nobody likes less than q. median: the median party's wish. open: how wide vague words are.\n";

/// Benchmarks and adopted texts by clause; `clip` cuts words to a width.
pub(super) fn clauses(rows: &[ClauseSummary], clip: impl Fn(&str, usize) -> String) -> Table {
    let mut table =
        Table::headed("clause | q > | LCD > | bound > | median > | text > | 10–90 > | open > | in words");
    for c in rows {
        let benchmarks = [c.lcd_point, c.tolerance_bound, c.median_ideal].map(point);
        let (status_quo, text, words) = match &c.text {
            Some(t) => {
                let between = format!("{}–{}", point(t.p10), point(t.p90));
                let text = [point(t.median), between, point(t.width.mean)];
                (point(c.status_quo_at), text, clip(t.words.as_deref().unwrap_or("–"), 31))
            }
            None => (String::new(), Default::default(), clip(&options(c), 45)),
        };
        let start = [clip(&c.title, 24), status_quo];
        table.row(start.into_iter().chain(benchmarks).chain(text).chain([words]));
    }
    table
}

fn options(c: &ClauseSummary) -> String {
    let mut sorted: Vec<_> = c.options.iter().filter(|(_, r)| r.count > 0).collect();
    sorted.sort_by_key(|(_, rate)| std::cmp::Reverse(rate.count));
    let share = |r: &crate::study::statistics::Rate| percent(r.rate.unwrap_or(0.0));
    sorted.iter().map(|(name, r)| format!("{name} {}", share(r))).collect::<Vec<_>>().join(", ")
}

fn parties(scenario: &Scenario, s: &Summary) -> String {
    who::sentences(scenario, s).iter().map(|line| wrap(line, WIDTH, "  ")).collect()
}

fn next(s: &Summary, command: &str) -> String {
    let commonest = s.outcomes.iter().max_by_key(|r| (r.share.count, std::cmp::Reverse(r.label)));
    let example = commonest.and_then(|r| Some((r.label, r.example?)));
    let mut out = String::new();
    if let Some((label, replicate)) = example {
        let seed = if s.seed == 1 { String::new() } else { format!(" --seed {}", s.seed) };
        out.push_str(&format!(
            "  plenary explain{command}{seed} --replicate {replicate}   one run told round by round ({})\n",
            label.words()
        ));
    }
    out.push_str(&format!("  plenary levers{command}   what would have lifted the text?\n"));
    out
}
