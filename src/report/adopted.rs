//! The output of `adopted`: the text that was adopted in fact beside the runs, and where the model is wrong.

use super::{
    identity,
    number::{count, list, of, percent, point, rate},
    table::{Table, WIDTH, clip, wrap},
};
use crate::{
    backtest::{Beside, ClauseBeside, MeanErrors, Tabled, TabledParty},
    language::Language,
    random::Seed,
    scenario::{AdoptedText, Scenario},
    study::statistics::Rate,
};

/// Parties named in a sentence.
const NAMED: usize = 8;

/// The complete comparison.
pub fn render(
    scenario: &Scenario,
    adopted: &AdoptedText,
    beside: &[Beside],
    replicates: u64,
    seed: Seed,
) -> String {
    let heading = format!(
        "{}: what was adopted in fact, as coded in the scenario, beside {} negotiations (seed {seed}, scenario {}, version {}). \
         No setting uses the coding.",
        adopted.title,
        count(replicates),
        scenario.hash(),
        env!("CARGO_PKG_VERSION")
    );
    let mut out =
        wrap(&identity::title(Language::default(), scenario), WIDTH, "") + &wrap(&heading, WIDTH, "  ");
    for one in beside {
        out.push_str(&format!("\n{}\n", title(one.left_out, beside.len())));
        out.push_str(&clauses(one));
        out.push_str(&wrap(&verdict(one), WIDTH, "  "));
        out.push_str(&wrap(
            &tabled("As adopted, tabled at the deadline", scenario, &one.tabled),
            WIDTH,
            "  ",
        ));
        out.push_str(&wrap(&tabled("Put to a simple majority", scenario, &one.by_majority), WIDTH, "  "));
    }
    out.push_str(LEGEND);
    out
}

const LEGEND: &str = "
  text: the median of the texts that runs adopt; 10–90: eight in ten lie between. off: distance from
  the adopted value, of that median, of the least ambitious party's wish (LCD), of the status quo (q)
  and of the mean wish by weight and salience (mean), wishes as stated. in reach: the adopted value
  lies outside, but not all that its coder would defend.
";

fn title(left_out: usize, of_how_many: usize) -> String {
    match (left_out, of_how_many) {
        (0, 1) => "Clause by clause".to_owned(),
        (0, _) => "With every position of the scenario (some may be an effect of the text)".to_owned(),
        (n, _) => {
            format!("Without the {} that rest only on later statements", of(n, "position", "positions"))
        }
    }
}

fn clauses(one: &Beside) -> String {
    let mut table = Table::headed(
        "clause | adopted > | coded > | text > | 10–90 > |  | off: text > | LCD > | q > | mean >",
    );
    for c in &one.clauses {
        let off = |x: Option<f64>| point(x.map(|x| (x - c.coded.value).abs()));
        table.row([
            clip(&c.title, 24),
            point(c.coded.value),
            range(Some(c.coded.low), Some(c.coded.high)),
            point(c.median),
            range(c.p10, c.p90),
            place(c).to_owned(),
            off(c.median),
            off(c.lcd),
            off(Some(c.status_quo)),
            off(c.compromise),
        ]);
    }
    for errors in &one.errors {
        let MeanErrors { median, lcd, status_quo, compromise, .. } = *errors;
        let mut row = vec![format!("mean of {}", of(errors.clauses, "clause", "clauses"))];
        row.extend(std::iter::repeat_n(String::new(), 5));
        row.extend([median, lcd, status_quo, compromise].map(point));
        table.row(row);
    }
    table.render()
}

fn range(low: Option<f64>, high: Option<f64>) -> String {
    low.zip(high).map_or_else(|| point(None), |(low, high)| format!("{}–{}", point(low), point(high)))
}

fn place(c: &ClauseBeside) -> &'static str {
    match (c.inside, c.in_reach) {
        (Some(true), _) => "inside",
        (Some(false), Some(true)) => "in reach",
        (Some(false), _) => "outside",
        (None, _) => "",
    }
}

/// How many clauses lie inside, and where the model is wrong.
fn verdict(one: &Beside) -> String {
    let mut text = format!("A text is adopted in {} of runs.", rate(&one.adopted));
    let judged: Vec<&ClauseBeside> = one.clauses.iter().filter(|c| c.inside.is_some()).collect();
    if judged.is_empty() {
        return text;
    }
    let inside = judged.iter().filter(|c| c.inside == Some(true)).count();
    text.push_str(&format!(" {inside} of {} lie inside.", of(judged.len(), "clause", "clauses")));
    let wrong = judged.iter().filter(|c| c.in_reach == Some(false));
    let wrong: Vec<String> = wrong
        .map(|c| {
            let (way, end) =
                if Some(c.coded.value) > c.p90 { ("at most", c.p90) } else { ("at least", c.p10) };
            format!(
                "{} (adopted {}, nine texts in ten say {way} {})",
                c.title,
                point(c.coded.value),
                point(end)
            )
        })
        .collect();
    if !wrong.is_empty() {
        text.push_str(&format!(" The model is wrong on {}.", list(&wrong, wrong.len())));
    }
    text
}

fn tabled(how: &str, scenario: &Scenario, tabled: &Tabled) -> String {
    let [against, along] =
        if tabled.for_objections { ["Objecting", "Going along"] } else { ["Voting no", "Abstaining"] };
    let who = |what: &str, of: fn(&TabledParty) -> &Rate| -> String {
        let mut parties: Vec<(f64, &str)> = tabled
            .parties
            .iter()
            .filter_map(|p| Some((of(p).rate?, scenario.title_of(&p.name))))
            .filter(|(share, _)| *share > 0.0)
            .collect();
        parties.sort_by(|a, b| b.0.total_cmp(&a.0));
        let named: Vec<String> =
            parties.iter().map(|(share, name)| format!("{name} {}", percent(*share))).collect();
        format!("{what}: {}.", if named.is_empty() { "nobody".to_owned() } else { list(&named, NAMED) })
    };
    format!(
        "{how} ({}), it is carried in {} of runs. {} {}",
        tabled.rule,
        rate(&tabled.carried),
        who(against, |p| &p.against),
        who(along, |p| &p.goes_along)
    )
}
