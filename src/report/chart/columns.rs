//! What the columns of a picture's figures mean. It goes into the picture's own metadata, with the results that it shows.

use serde::Serialize;

use super::{PROVENANCE, Picture};
use crate::{report::identity, study::identity::CaseIdentity};

/// Name and meaning of each column, whatever the picture.
#[rustfmt::skip] // a table: one row a line
const COLUMNS: &[(&str, &str)] = &[
    ("a", "level in A"),
    ("b", "level in B"),
    ("across", "place along the foot of the picture"),
    ("across_axis", "what the foot of the picture shows"),
    ("adopted", "share of runs that are adopted in this round"),
    ("agreed", "share of runs in which the clause is agreed by then"),
    ("alike", "how many members have exactly these figures"),
    ("asked", "what was asked of the parties"),
    ("asks", "the question that the lever puts"),
    ("banzhaf", "absolute Banzhaf index of voting power, 0 to 1"),
    ("bloc", "the bloc it belongs to; empty for none"),
    ("carried", "whether the ballot carried"),
    ("carved_out", "share of runs in which the clause is carved out by then"),
    ("change", "change against the case as it is, paired by replicate"),
    ("change_high", "upper end of its 95 % interval"),
    ("change_low", "lower end of its 95 % interval"),
    ("clause", "the clause"),
    ("count", "how many runs"),
    ("countries", "how many countries the party stands for"),
    ("decisive", "share of ballots that its vote decided"),
    ("decisive_high", "upper end of its 95 % interval"),
    ("decisive_low", "lower end of its 95 % interval"),
    ("deleted", "share of runs in which the clause is deleted by then"),
    ("demand", "utility that the party asks for, 0 to 1"),
    ("difference", "B − A, paired by replicate"),
    ("estimate", "share or mean over the runs"),
    ("factor", "the parameter that is varied"),
    ("from", "where the step begins"),
    ("gain", "mean utility gained over the status quo, by the party's own wishes"),
    ("gain_high", "upper end of its 95 % interval"),
    ("gain_low", "lower end of its 95 % interval"),
    ("guaranteed_depth", "depth on the least demanding reading, 0 to 1"),
    ("half_width", "half of the interval's width"),
    ("high", "upper end of the 95 % interval"),
    ("index", "which index"),
    ("left_in_round", "the round in which the party walked out; empty if it stayed"),
    ("lever", "the switch or treatment"),
    ("low", "lower end of the 95 % interval"),
    ("materiality", "the party's weight as the case states it"),
    ("measure", "what is measured"),
    ("median", "half of the runs are no higher"),
    ("member", "the member of the body"),
    ("model", "the model that predicts"),
    ("n", "how many runs the estimate rests on; in a backtest, issues"),
    ("name", "the party, clause or run"),
    ("observed", "share of outcomes at or below the quantile"),
    ("of", "of which runs the share is taken"),
    ("open_before", "runs in which the clause is open before this round"),
    ("open_brackets", "mean number of clauses in brackets"),
    ("option", "the option of the clause"),
    ("outcome", "how the negotiation ended"),
    ("p10", "one run in ten is no higher"),
    ("p90", "nine runs in ten are no higher"),
    ("participation", "share of materiality that takes part"),
    ("party", "the country, bloc or firm"),
    ("point", "number of the point in the design, from 0"),
    ("product", "guaranteed depth times participation"),
    ("quantile", "quantile of the prediction"),
    ("replicate", "number of the run"),
    ("reservation", "least utility that the party accepts"),
    ("responsibility", "depth that the party takes from the draft; negative: that it adds"),
    ("round", "the round"),
    ("row", "the case or point that the row stands for"),
    ("shapley_shubik", "Shapley–Shubik index of voting power; the sum is 1"),
    ("shapley_shubik_high", "upper end of its 95 % interval, where it is sampled"),
    ("shapley_shubik_low", "lower end of its 95 % interval, where it is sampled"),
    ("share", "share of the runs"),
    ("stage", "member, bloc or plenary"),
    ("step", "the order of the steps"),
    ("still_open", "share of runs in which the clause is still open"),
    ("to", "where the step ends"),
    ("told", "whether the interval leaves out 0"),
    ("up", "place upwards"),
    ("up_axis", "what the picture shows upwards"),
    ("utility", "utility of the text to the party, 0 to 1"),
    ("value", "the value that is drawn"),
    ("verdict", "what is said of it"),
    ("vote", "how the party voted"),
    ("votes", "how many votes it has"),
    ("weight", "how much it weighs"),
    ("what", "what the row stands for"),
    ("who", "of whom"),
    ("words", "the same in the words of the case"),
    ("scenario", "title of the case, with what was changed in it"),
    ("scenario_hash", "hash of the scenario as run; of A and B where two are compared"),
    ("seed", "master seed"),
    ("plenary", "version of the program"),
];

/// What a picture says of itself, as one document.
#[derive(Serialize)]
struct Manifest<'a> {
    scenario: String,
    case: &'a CaseIdentity,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<&'a CaseIdentity>,
    seed: u64,
    plenary: &'a str,
    columns: Vec<Explained<'a>>,
}

#[derive(Serialize)]
struct Explained<'a> {
    name: &'a str,
    about: &'a str,
}

impl Picture {
    /// Which results the picture shows, and what the columns of its figures mean, as JSON.
    pub fn manifest(&self) -> String {
        let columns = self.data.columns.iter().chain(&PROVENANCE);
        let manifest = Manifest {
            scenario: identity::of(self.language, &self.identity),
            case: &self.identity.case,
            against: self.identity.against.as_ref(),
            seed: self.identity.seed,
            plenary: &self.identity.version,
            columns: columns.map(|name| Explained { name, about: about(name) }).collect(),
        };
        // Plain data always serialises.
        crate::printable::json(&manifest).unwrap_or_default()
    }

    /// The picture with what it says of itself in its metadata.
    pub fn documented(&self) -> String {
        let manifest = self.manifest().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.svg.replacen("</desc>", &format!("</desc>\n<metadata>{manifest}</metadata>"), 1)
    }
}

/// What a column means; empty where that is not said.
fn about(name: &str) -> &'static str {
    COLUMNS.iter().find(|(known, _)| *known == name).map_or("", |(_, about)| about)
}
