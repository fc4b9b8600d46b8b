//! Breadth against depth of a coalition of the willing.

use super::{paragraph, section};
use crate::{
    analysis::{Breadth, Willing},
    report::number::{of, point},
    scenario::Scenario,
};

/// The section on texts that bind only their signatories.
pub fn render(scenario: &Scenario, breadth: &Breadth) -> String {
    let signs =
        |w: &Willing| format!("{} at depth {}", of(w.signatories, "signature", "signatures"), point(w.depth));
    let mut out = section("Breadth against depth, if a text bound its signatories only");
    out.push_str(&paragraph(&format!(
        "The most ambitious sign what the least ambitious of them wants: {} if only the first does; {}, up to {}, come to \
         most, {:.1} in all; everybody together, {}, comes to {:.1}. With everybody at its own wish it would be {:.1}.",
        point(breadth.depths[0]),
        signs(&breadth.best),
        scenario.title_of(&breadth.best.last),
        breadth.best.total,
        signs(&breadth.all),
        breadth.all.total,
        breadth.differentiated
    )));
    out.push_str(&paragraph(&format!(
        "Weighed by materiality: {} for the coalition, {} for everybody.",
        point(breadth.best.by_materiality),
        point(breadth.all.by_materiality)
    )));
    out
}
