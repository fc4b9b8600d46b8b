//! `plenary licenses`: the notices of what is in the program.

use crate::cli::failure::Result;
use clap::Args;

/// Written by `.ci/notices` from the packages of Cargo.lock and the fonts.
const NOTICES: &str = include_str!("notices.txt");

/// Print the licences of the packages and fonts that are in this program.
#[derive(Args)]
pub struct LicensesArgs {}

impl LicensesArgs {
    pub fn execute(self) -> Result<u8> {
        super::print_stdout(NOTICES)
    }
}
