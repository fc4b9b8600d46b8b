//! Small studies of the default scenario, so that the gallery can show the charts of studies. Their results are rough.

use std::ops::ControlFlow;

use crate::cli::failure::{Result, failure};
use rayon::prelude::*;

use super::super::shipped;
use plenary::{
    language::Language,
    report::{chart::ResultTable, discovery, sensitivity as words, study::labels},
    study::{
        comparison::{compare, compared},
        definition::Definition,
        design::Design,
        discovery::findings::Sightings,
        identity::{CaseIdentity, Identity, Runs},
        plan::Run,
        record::IDENTITY,
        sensitivity::{analyse_all, measures},
        store::record::Yield,
        sweep::Sweep,
        table::{DataTable, select::select_numeric},
    },
};

/// The base case of all studies.
pub const CASE: &str = "un-ai-dialogue-2025";

/// The studies: title, factors and design of each.
const STUDIES: [(&str, &str, &str); 3] = [
    (
        "The laggard's outside option, and objectors left behind",
        r#""countries.USA.outside_option": Steps(-0.1, 0.3, 9), "rule.objections": Whole(0, 2)"#,
        "Grid",
    ),
    ("The laggard's outside option", r#""countries.USA.outside_option": Steps(-0.1, 0.3, 9)"#, "Grid"),
    (
        "Which guesses matter?",
        r#""countries.*.isolation_cost": Times(Range(0.0, 4.0)), "countries.*.cost_of_failure": Times(Range(0.0, 4.0)),
           "countries.USA.tactic.beta": Range(0.1, 1.0), "countries.USA.outside_option": Range(-0.1, 0.2),
           "defaults.theta": Range(0.0, 0.45), "firms.*.effort": Times(Range(0.0, 10.0))"#,
        "Morris(trajectories: 6)",
    ),
];

/// A result table of a study, with its provenance.
pub struct StudyTable {
    /// The name of the table in a result folder.
    pub name: &'static str,
    identity: Identity,
    factors: Vec<String>,
    table: DataTable,
}

impl StudyTable {
    /// The table in the form that charts are drawn from.
    pub fn found(&self) -> ResultTable<'_> {
        ResultTable { identity: &self.identity, factors: &self.factors, table: &self.table }
    }
}

/// Runs all studies with this number of replicates at each point.
pub fn all(replicates: u64) -> Result<Vec<StudyTable>> {
    let mut studied = Vec::new();
    for (title, factors, design) in STUDIES {
        let text = format!(
            r#"(format: 1, title: "{title}", about: "What does it do?", scenario: "{CASE}", factors: {{{factors}}},
                design: {design}, replicates: {replicates})"#
        );
        let definition = Definition::parse(title, &text, None, shipped::find)?;
        studied.extend(sweep(&definition, replicates)?);
    }
    studied.push(comparison(replicates)?);
    Ok(studied)
}

/// Runs a sweep; returns the table of points of a grid, with how a box of it was peeled where two factors vary, or the table of
/// effects of a Morris screening.
fn sweep(definition: &Definition, replicates: u64) -> Result<Vec<StudyTable>> {
    let study = Sweep::new(definition).map_err(|e| failure!("{e}"))?;
    let (design, factors) = (&definition.study.design, &definition.study.factors);
    let estimates = study.estimates();
    let count = study.points().len();
    let entries: Vec<_> = (0..count)
        .into_par_iter()
        .map(|point| study.negotiate(Run { first: 0, point, count: replicates }))
        .collect();
    let mut rows = Vec::new();
    let columns = &study.layout().replicates;
    let measured = 1 + factors.len() + IDENTITY;
    let of = select_numeric(&columns[measured..], "lcd_in_substance").map_err(|e| failure!("{e}"))?;
    let mut sightings = Sightings::new(&columns[1..=factors.len()]);
    for entry in entries {
        let Yield::Rows { replicates, .. } = &entry.result else { continue };
        let mut tally = estimates.tally(study.point_cells(entry.run.point));
        for row in replicates {
            estimates.add(&mut tally, row);
            sightings.add(row, of.of_row(&row[measured..]).is_true());
        }
        rows.push(estimates.row(&tally));
    }
    let points = DataTable { columns: estimates.columns(), rows };
    let names: Vec<String> = factors.names().map(str::to_owned).collect();
    let peeling =
        discovery::tables(&sightings.findings(1, None)).into_iter().filter(|(name, _)| *name == "peeling");
    let peeling = peeling.filter(|_| matches!(design, Design::Grid) && factors.len() > 1);
    let (name, table) = if matches!(design, Design::Morris(_)) {
        let measured = measures(&points, &[]).map_err(|e| failure!("{e}"))?;
        let all = analyse_all(&definition.study, &points, measured, &[]).map_err(|e| failure!("{e}"))?;
        let effects =
            words::tables(&names, &labels(Language::English, &definition.study), &all).into_iter().next();
        effects.ok_or_else(|| failure!("no effects"))?
    } else {
        ("points", points)
    };
    let scenario = definition.base().map_err(|e| failure!("{e}"))?;
    let title = definition.study.title.clone();
    let identity =
        Identity::new(CaseIdentity { title, ..CaseIdentity::of(&scenario) }, 1, Runs::Each(replicates));
    let studied =
        |(name, table)| StudyTable { name, identity: identity.clone(), factors: names.clone(), table };
    Ok(std::iter::once((name, table)).chain(peeling).map(studied).collect())
}

/// Compares the case with the same case without the United States.
fn comparison(replicates: u64) -> Result<StudyTable> {
    let scenario = shipped::load(CASE)?;
    let case =
        |switches: &[&str]| scenario.with_switches(switches.iter().copied()).map_err(|e| failure!("{e}"));
    let (a, b) = (case(&[])?, case(&["us-absent"])?);
    let models = [super::super::compile(&a)?, super::super::compile(&b)?];
    let measures = compared(&models[0], &models[1], &[]).map_err(|e| failure!("{e}"))?;
    let table = compare(models.each_ref(), &measures, 1, replicates, |_| ControlFlow::Continue(())).table();
    let against = Some(CaseIdentity::of(&a));
    let identity = Identity { against, ..Identity::of(&b, 1, Runs::Each(replicates)) };
    Ok(StudyTable { name: "differences", identity, factors: Vec::new(), table })
}
