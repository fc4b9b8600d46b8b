//! `plenary glossary`: what the words of an answer mean.

use crate::cli::failure::Result;
use clap::Args;

use super::{language, usage::UsageError};
use plenary::report::{glossary, table::WIDTH};

/// Say what a word of the answers means, or all of them
#[derive(Args)]
pub struct GlossaryArgs {
    /// The word, in English or Chinese; all where none is given
    word: Option<String>,
}

impl GlossaryArgs {
    pub fn execute(self) -> Result<u8> {
        let language = language::asked().unwrap_or_default();
        match glossary::render(language, self.word.as_deref(), WIDTH) {
            Ok(text) => super::print_stdout(&text),
            Err(help) => Err(UsageError::NoSuchWord { word: self.word.unwrap_or_default(), help }.into()),
        }
    }
}
