//! Names in a table that others open: hidden characters are shown, and a spreadsheet takes none for a formula.
//!
//! A hidden character is written as `\u{1b}`, and what merely looks like one with `\u{5c}` for its backslash. Before a text by
//! which a formula could begin stands an apostrophe, which spreadsheets hide. Both are undone when the table is read back.

use std::borrow::Cow;

use crate::printable::{self, LINE_BREAK};

/// Signs by which spreadsheets begin a formula, the wide ones of East Asian keyboards with them.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet could take the text for a formula, once the apostrophes before it are gone.
fn is_formula(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    bare.trim_start().starts_with(SIGNS) && bare.parse::<f64>().is_err()
}

/// The text as a cell.
pub fn safe(text: &str) -> Cow<'_, str> {
    let shown = if text.contains("\\u{") || text.contains('\n') {
        Cow::Owned(told_apart(text))
    } else {
        Cow::Borrowed(text)
    };
    let shown = match printable::line(&shown) {
        Cow::Owned(shown) => Cow::Owned(shown),
        Cow::Borrowed(_) => shown,
    };
    if is_formula(&shown) { Cow::Owned(format!("'{shown}")) } else { shown }
}

/// The text whose backslashes do not begin a hidden character. The line break in a name has been read as text, and stays it.
fn told_apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        match c {
            '\n' => out.push_str("\\u{A}"),
            '\\' if rest.starts_with("\\u{") && !rest.starts_with(LINE_BREAK) => out.push_str("\\u{5c}"),
            c => out.push(c),
        }
    }
    out
}

/// The text of a cell.
pub fn original(cell: &str) -> Cow<'_, str> {
    let cell = if is_formula(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell };
    let mut parts = cell.split("\\u{");
    let first = parts.next().unwrap_or_default();
    if first.len() == cell.len() {
        return Cow::Borrowed(cell);
    }
    let mut out = first.to_owned();
    for part in parts {
        match part.split_once('}').and_then(|(code, rest)| Some((character(code)?, rest))) {
            Some((c, rest)) => {
                out.push(c);
                out.push_str(rest);
            }
            None => {
                out.push_str("\\u{");
                out.push_str(part);
            }
        }
    }
    Cow::Owned(out)
}

/// The character that is written with this number; none where the text says so itself.
fn character(code: &str) -> Option<char> {
    let number = u32::from_str_radix(code, 16).ok().filter(|_| code != "a")?;
    char::from_u32(number)
}
