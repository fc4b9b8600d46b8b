//! `plenary list`: lists the scenarios that come with the program.

use crate::cli::failure::Result;
use clap::Args;

use super::shipped;
use plenary::report::table::{Align, WIDTH, pad, wrap};

/// List the scenarios that come with the program.
#[derive(Args)]
pub struct ListArgs {}

impl ListArgs {
    pub fn execute(self) -> Result<u8> {
        let groups = shipped::groups();
        let widest = groups.iter().flat_map(|g| &g.entries).map(|(name, _)| name.len()).max().unwrap_or(0);
        let indent = " ".repeat(widest + 4);
        let mut out = String::new();
        for group in &groups {
            out.push_str(&format!("{}\n", group.title));
            for (name, about) in &group.entries {
                let question = wrap(about, WIDTH, &indent);
                out.push_str(&format!("  {}  {}", pad(name, widest, Align::Left), question.trim_start()));
            }
            out.push('\n');
        }
        out.push_str(
            "Any of these names stands for its file: plenary run NAME, explain NAME, check NAME …\n\
             To write your own: plenary new my-case, or plenary new my-case --from NAME\n",
        );
        super::print_stdout(&out)
    }
}
