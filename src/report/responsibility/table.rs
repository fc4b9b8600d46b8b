//! The output of `responsibility`: who holds depth down and who pulls it up, then everybody's share, so that they add up.

use std::collections::BTreeMap;

use crate::{
    language::Language,
    report::{
        identity,
        screen::Screen,
        statement::{Cause, Causes, Part},
        table::{Align, Table, clip},
    },
    say,
    scenario::Scenario,
    study::{
        responsibility::{ClauseShare, Responsibility},
        statistics::Mean,
    },
};

/// So many whose share is small are shown one by one on a screen.
const SMALL: usize = 12;
/// So many are named in a cell.
const NAMED: usize = 2;
/// The longest title of a clause.
const LONGEST: usize = 34;

/// The answer, a table of all shares or of clauses, and how to read them.
pub fn render(scenario: &Scenario, found: Option<&Responsibility>, seed: u64, screen: Screen) -> String {
    let language = screen.language;
    let mut out = screen.wrap(&identity::title(language, scenario), "");
    let Some(found) = found else {
        return out + &screen.paragraph(&say!(language, "responsibility-no-ambition"));
    };
    out.push_str(&screen.paragraph(&super::sentence(language, scenario, found)));
    for text in super::details(language, scenario, found) {
        out.push_str(&screen.paragraph(&text));
    }
    out.push('\n');
    out.push_str(&if found.clauses.is_empty() {
        screen.table(&shares(scenario, found, screen))
    } else {
        screen.table(&clauses(scenario, found, language))
    });
    out.push('\n');
    for text in legend(found, language) {
        out.push_str(&screen.paragraph(&text));
    }
    let seed = seed.to_string();
    let (hash, version) = (scenario.hash(), env!("CARGO_PKG_VERSION"));
    out + &screen.paragraph(&say!(
        language,
        "responsibility-design",
        n = found.draft.n,
        seed = seed,
        hash = hash,
        version = version
    ))
}

/// Everybody's share, from the draft to what holds afterwards.
fn shares(scenario: &Scenario, found: &Responsibility, screen: Screen) -> Table {
    let language = screen.language;
    let by_party = found.players.iter().any(|p| p.bloc.is_some());
    let head = |what: &str| say!(language, "responsibility-column", what = what);
    let (who, bloc) = (head("who"), head("bloc"));
    let (share, interval, told) = (head("share"), head("interval"), head("told"));
    let mut columns = vec![(who.as_str(), Align::Left)];
    if by_party {
        columns.push((bloc.as_str(), Align::Left));
    }
    columns.extend([(&*share, Align::Right), (&*interval, Align::Right), (&*told, Align::Left)]);
    let mut table = Table::new(columns);
    let mut row = |who: String, bloc: String, rest: [String; 3]| {
        let bloc = by_party.then_some(bloc);
        table.row(std::iter::once(who).chain(bloc).chain(rest));
    };
    let depth = |mean: &Mean| [language.point_to(3, mean.mean), String::new(), String::new()];
    row(head("draft"), String::new(), depth(&found.draft));
    let causes = Causes::of(found);
    let mut small = 0;
    let (shown, rest): (Vec<&Cause<'_>>, Vec<&Cause<'_>>) = causes.all.iter().partition(|cause| {
        let is_small = cause.part == Part::Hardly;
        small += usize::from(is_small);
        !is_small || small <= SMALL || screen.is_whole()
    });
    for cause in shown {
        let bloc = cause.player.bloc.as_deref().map(|bloc| scenario.title_of(bloc).to_owned());
        let told = say!(
            language,
            "responsibility-told",
            part = part(cause.part),
            threshold = language.point(found.threshold)
        );
        let cells = [taken(language, cause.player.responsibility.mean), interval_of(language, cause), told];
        row(super::name(language, scenario, cause), bloc.unwrap_or_default(), cells);
    }
    if !rest.is_empty() {
        let sum: f64 = rest.iter().map(|cause| cause.share.value).sum();
        let label = say!(
            language,
            "responsibility-rest",
            n = rest.len(),
            threshold = language.point(found.threshold)
        );
        row(label, String::new(), [taken(language, Some(sum)), String::new(), String::new()]);
    }
    row(head("holds"), String::new(), depth(&found.realised));
    table
}

/// What a share does to depth: the change from the draft on.
fn taken(language: Language, share: Option<f64>) -> String {
    language.change_to(3, share.map(|x| -x))
}

fn interval_of(language: Language, cause: &Cause<'_>) -> String {
    match cause.share.interval {
        Some([low, high]) if low < high => {
            let [low, high] = [-high, -low].map(|x| language.change_to(3, x));
            say!(language, "responsibility-interval", low = low, high = high)
        }
        _ => String::new(),
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::HoldsDown => "down",
        Part::PullsUp => "up",
        Part::HoldsDownALittle => "little",
        Part::CannotTell => "open",
        Part::Hardly => "hardly",
    }
}

/// Each clause: what it adds to depth in the draft and in the end, and who takes and who gives most of the difference.
fn clauses(scenario: &Scenario, found: &Responsibility, language: Language) -> Table {
    let heads = ["clause", "draft", "holds", "down", "up"];
    let heads = heads.map(|what| say!(language, "responsibility-column", what = what));
    let align = [Align::Left, Align::Right, Align::Right, Align::Left, Align::Left];
    let mut table = Table::new(heads.iter().map(String::as_str).zip(align));
    let titles: BTreeMap<Option<&str>, &str> =
        found.players.iter().map(|p| (p.name.as_deref(), p.title.as_str())).collect();
    for clause in &found.clauses {
        let who = |is_down: bool| named(language, clause, &titles, is_down);
        let depth = |mean: &Mean| language.point_to(3, mean.mean);
        table.row([
            clip(scenario.title_of(&clause.clause), LONGEST),
            depth(&clause.draft),
            depth(&clause.realised),
            who(true),
            who(false),
        ]);
    }
    let all = |mean: &Mean| language.point_to(3, mean.mean);
    let total = say!(language, "responsibility-column", what = "all");
    table.row([total, all(&found.draft), all(&found.realised), String::new(), String::new()]);
    table
}

/// Those whose interval lies on this side of 0, the greatest shares first.
fn named(
    language: Language,
    clause: &ClauseShare,
    titles: &BTreeMap<Option<&str>, &str>,
    is_down: bool,
) -> String {
    let is_told = |m: &Mean| match is_down {
        true => m.low.is_some_and(|low| low > 1e-9),
        false => m.high.is_some_and(|high| high < -1e-9),
    };
    let mut told: Vec<_> = clause.players.iter().filter(|p| is_told(&p.responsibility)).collect();
    if !is_down {
        told.reverse();
    }
    let name = |p: &&crate::study::responsibility::ClausePlayer| {
        let title = titles.get(&p.name.as_deref()).copied().unwrap_or_default();
        format!("{title} {}", taken(language, p.responsibility.mean))
    };
    language.list(&told.iter().map(name).collect::<Vec<_>>(), NAMED)
}

/// How to read the shares.
fn legend(found: &Responsibility, language: Language) -> Vec<String> {
    let kind = match (found.clauses.is_empty(), found.players.iter().any(|p| p.bloc.is_some())) {
        (false, _) => "clauses",
        (true, true) => "parties",
        (true, false) => "blocs",
    };
    let is_exact = found.players.iter().all(|p| p.responsibility.low == p.responsibility.high);
    let exact = if is_exact { "yes" } else { "no" };
    vec![
        say!(language, "responsibility-legend", kind = kind),
        say!(language, "responsibility-intervals", kind = kind, exact = exact),
    ]
}
