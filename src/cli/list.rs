//! `plenary list`: the scenarios that come with the program.

use clap::Args;
use miette::Result;

use super::shipped;
use plenary::report::table::{Align, Table, WIDTH, clip};

/// List the scenarios that come with the program.
#[derive(Args)]
pub struct List {}

impl List {
    pub fn execute(self) -> Result<u8> {
        let groups = shipped::groups();
        let widest = groups.iter().flat_map(|g| &g.entries).map(|(name, _)| name.len()).max().unwrap_or(0);
        let mut out = String::new();
        for group in &groups {
            let mut table = Table::new([("", Align::Left), ("", Align::Left)]);
            for (name, about) in &group.entries {
                table.row([format!("{name:widest$}"), clip(about, WIDTH.saturating_sub(widest + 4))]);
            }
            out.push_str(&format!("{}\n{}\n", group.title, table.body()));
        }
        out.push_str("Any of these names stands for its file: plenary run NAME, explain NAME, check NAME …\nTo write your own: plenary new my-case, or plenary new my-case --from NAME\n");
        super::say(&out)
    }
}
