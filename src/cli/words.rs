//! What people type where a command or a number is wanted, and what they may have meant.

use std::path::Path;

use clap::{
    CommandFactory, Parser,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{Cli, shipped};

/// Parses the command line.
///
/// # Errors
/// What is not understood, with the command that was probably meant; or what is asked about the program itself.
pub fn parse() -> Result<Cli, clap::Error> {
    Cli::try_parse().map_err(with_suggestion)
}

/// Names the command that was probably meant.
fn with_suggestion(mut error: clap::Error) -> clap::Error {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else { return error };
    if error.kind() != ErrorKind::InvalidSubcommand {
        return error;
    }
    let word = word.clone();
    if Path::new(&word).is_file() || shipped::find(&word).is_some() {
        let message = format!(
            "\"{word}\" is no command. To simulate it: plenary run {}\n",
            plenary::shell::path(&word)
        );
        return Cli::command().error(ErrorKind::InvalidSubcommand, message);
    }
    let command = Cli::command();
    let near = command
        .get_subcommands()
        .map(|known| (strsim::damerau_levenshtein(&word.to_lowercase(), known.get_name()), known.get_name()))
        .min()
        .filter(|(distance, known)| *distance <= known.len().div_ceil(3));
    if let Some((_, known)) = near {
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(vec![known.to_owned()]));
    }
    error
}

/// A whole number from 0 on.
pub fn whole(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| {
        let number = text.replace(['_', ',', ' ', '\u{a0}', '\u{202f}', '\''], "").parse::<f64>().ok();
        match number.filter(|x| x.fract() == 0.0 && (0.0..1e15).contains(x)) {
            Some(x) => format!("write it as {x}"),
            None => "expected a whole number, 0 or more".to_owned(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_nearly_right() {
        assert_eq!(whole("1000"), Ok(1000));
        for text in ["1e3", "1,000", "1_000", "1000.0", "1 000"] {
            assert_eq!(whole(text), Err("write it as 1000".to_owned()), "{text}");
        }
        for text in ["-1", "ten", "0.5", "", "nan", "1e300"] {
            assert_eq!(whole(text), Err("expected a whole number, 0 or more".to_owned()), "{text}");
        }
    }
}
