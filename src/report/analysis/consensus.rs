//! What consensus converges to, whatever the chair.

use super::Page;
use crate::{analysis::Consensus, report::table::Table, say};

/// The section on the limit of consensus.
pub fn render(page: Page<'_>, consensus: &Consensus) -> String {
    let language = page.language();
    let mut out = page.section(&say!(language, "terminal-consensus-heading"));
    let (Some(moment), Some(round)) = (consensus.moment, consensus.round) else {
        out.push_str(&page.paragraph(&say!(language, "terminal-consensus-nothing")));
        return out;
    };
    let mut table = Table::headed(&say!(language, "terminal-consensus-columns"));
    for (name, x) in page.scenario.clauses.names().zip(&consensus.text) {
        table.row([page.name(name), language.point(*x)]);
    }
    if let Some(depth) = consensus.depth {
        table.row([say!(language, "terminal-depth"), language.point(depth)]);
    }
    out.push_str(&page.table(&table));
    out.push_str(&page.paragraph(&say!(
        language,
        "terminal-consensus-limit",
        moment = language.point(moment),
        round = round,
        deadline = consensus.deadline
    )));
    out
}
