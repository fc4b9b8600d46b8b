//! `plenary glossary`: what the words of an answer mean.

use crate::cli::failure::Result;
use clap::Args;

use super::{screen, usage::UsageError};
use plenary::report::glossary;

/// Say what a word of the answers means, or all of them
#[derive(Args)]
pub struct GlossaryArgs {
    /// The word, in English or Chinese; all where none is given
    word: Option<String>,
}

impl GlossaryArgs {
    pub fn execute(self) -> Result<u8> {
        let screen = screen::plain();
        match glossary::render(screen.language, self.word.as_deref(), screen.width()) {
            Ok(text) => super::print_stdout(&text),
            Err(help) => Err(UsageError::NoSuchWord { word: self.word.unwrap_or_default(), help }.into()),
        }
    }
}
