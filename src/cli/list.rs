//! `plenary list`: lists the scenarios that come with the program.

use crate::cli::failure::Result;
use clap::Args;

use super::{screen, shipped};
use plenary::{
    report::table::{Align, pad},
    say,
};

/// List the scenarios that come with the program.
#[derive(Args)]
pub struct ListArgs {}

impl ListArgs {
    pub fn execute(self) -> Result<u8> {
        let screen = screen::plain();
        let groups = shipped::groups();
        let widest = groups.iter().flat_map(|g| &g.entries).map(|(name, _)| name.len()).max().unwrap_or(0);
        let indent = " ".repeat(widest + 4);
        let mut out = String::new();
        for group in &groups {
            let folder = if group.folder.is_empty() { "cases" } else { group.folder.as_str() };
            let title = say!(screen.language, "terminal-list-group", folder = folder);
            out.push_str(&screen.wrap(&title, ""));
            for (name, about) in &group.entries {
                let question = screen.wrap(about, &indent);
                out.push_str(&format!("  {}  {}", pad(name, widest, Align::Left), question.trim_start()));
            }
            out.push('\n');
        }
        out.push_str(&screen.wrap(&say!(screen.language, "terminal-list-names"), ""));
        out.push_str(&screen.wrap(&say!(screen.language, "terminal-list-new"), ""));
        super::print_stdout(&out)
    }
}
