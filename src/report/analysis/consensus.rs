//! What consensus converges to, whatever the chair.

use super::{paragraph, section};
use crate::{
    analysis::Consensus,
    report::{
        number::point,
        table::{Table, clip},
    },
    scenario::Scenario,
};

/// The section on the limit of consensus.
pub fn render(scenario: &Scenario, consensus: &Consensus) -> String {
    let mut out = section("What consensus converges to, whatever the chair (wishes as stated, clear texts)");
    let (Some(moment), Some(round)) = (consensus.moment, consensus.round) else {
        out.push_str(&paragraph(
            "Nothing: even at the deadline no clear text leaves everybody with what it asks for at the least.",
        ));
        return out;
    };
    let mut table = Table::headed("clause | x* >");
    for (name, x) in scenario.clauses.names().zip(&consensus.text) {
        table.row([clip(scenario.title_of(name), 28), point(*x)]);
    }
    if let Some(depth) = consensus.depth {
        table.row(["depth".to_owned(), point(depth)]);
    }
    out.push_str(&table.render());
    out.push_str(&paragraph(&format!(
        "t* {}, round {round} of {}: the first moment at which one text meets everybody's claim. x* is such a text; where \
         several are left, the one that costs least, weighed. A chair that goes on until nothing helps comes near both; vague \
         words can bring consensus earlier, a chair with few moves a round later.",
        point(moment),
        consensus.deadline
    )));
    out
}
