//! Words as a POSIX shell reads them, for commands that are printed.

use std::fmt::Write as _;

use crate::printable::is_hidden;

/// A word that a POSIX shell reads back as this one, without a hidden character in it but line breaks at its end.
///
/// ```
/// use plenary::shell::quoted;
///
/// assert_eq!(quoted("rule=TwoThirds"), "rule=TwoThirds");
/// assert_eq!(quoted("it's;x.ron"), r"'it'\''s;x.ron'");
/// assert_eq!(quoted("countries.*"), "'countries.*'");
/// assert_eq!(quoted("\u{1b}[2J"), r#""$(printf '\033[2J')""#);
/// ```
pub fn quoted(word: &str) -> String {
    // Zsh takes a word that begins with = for the path of a command.
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,@+".contains(c);
    if !word.is_empty() && word.chars().all(plain) && !word.starts_with('=') {
        return word.to_owned();
    }
    // A shell drops line breaks at the end of what a command prints.
    let (inner, end) = word.split_at(word.trim_end_matches('\n').len());
    if !inner.contains(is_hidden) {
        return single(word);
    }
    let end = if end.is_empty() { String::new() } else { single(end) };
    format!("\"$(printf {})\"{end}", single(&format_of(inner)))
}

/// An option with its value, written as one word where the value would be taken for an option.
pub fn option(flag: &str, value: &str) -> String {
    if value.starts_with('-') {
        format!("{flag}={}", quoted(value))
    } else {
        format!("{flag} {}", quoted(value))
    }
}

/// A path as an argument that cannot be taken for an option.
pub fn path(path: &str) -> String {
    if path.starts_with('-') { quoted(&format!("./{path}")) } else { quoted(path) }
}

fn single(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// The format by which `printf` prints this text: hidden characters, and a hyphen at the start, as octal numbers.
fn format_of(text: &str) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        match c {
            '\\' => out.push_str(r"\\"),
            '%' => out.push_str("%%"),
            c if is_hidden(c) || (c == '-' && at == 0) => {
                // Writing to a string cannot fail.
                c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| _ = write!(out, "\\{byte:03o}"));
            }
            c => out.push(c),
        }
    }
    out
}
