//! Text that comes from files and arguments, made safe to print.
//!
//! A name can hold anything: an escape sequence that clears the terminal, a mark that turns the direction of writing
//! around, a line break that forges a sentence. Such characters are *hidden*: they act on what is around them without being
//! seen. They are shown as they are written in a scenario file, `\u{1b}`, and nowhere put out as they are.
//!
//! ```
//! use plenary::printable;
//!
//! assert_eq!(printable::line("\u{1b}[2JRed\n"), r"\u{1b}[2JRed\u{a}");
//! assert_eq!(printable::lines("one\ntwo\u{202e}"), "one\ntwo\\u{202e}");
//! assert_eq!(printable::markdown("a | <b>"), r"a \| \<b\>");
//! ```

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

/// Whether a character acts without being seen: controls, direction marks, characters without width, separators of lines,
/// tags, and what stands for no character at all.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a hidden character belongs to the spelling where it stands: a joiner between letters of the scripts from Arabic to
/// Sinhala, and the mark that makes a picture of a symbol.
fn is_spelling(c: char, before: Option<char>, after: Option<char>) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{600}'..='\u{dff}') && !is_hidden(c));
    let symbol = |c: char| !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !is_hidden(c);
    match c {
        '\u{200c}' | '\u{200d}' => joined(before) && joined(after),
        '\u{fe0e}' | '\u{fe0f}' => before.is_some_and(symbol),
        _ => false,
    }
}

/// Each character, and whether it is hidden and no part of the spelling.
pub(crate) fn marked(text: &str) -> impl Iterator<Item = (char, bool)> {
    let (mut before, mut rest) = (None, text.chars().peekable());
    std::iter::from_fn(move || {
        let c = rest.next()?;
        let marked = is_hidden(c) && !is_spelling(c, before, rest.peek().copied());
        before = Some(c);
        Some((c, marked))
    })
}

/// The text with every hidden character replaced, but for those that are kept.
fn replaced<'t>(
    text: &'t str,
    keep: impl Fn(char) -> bool,
    mut write: impl FnMut(char, &mut String),
) -> Cow<'t, str> {
    if !text.chars().any(|c| is_hidden(c) && !keep(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (c, marked) in marked(text) {
        if marked && !keep(c) {
            write(c, &mut out);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// A hidden character as it is shown.
fn shown(c: char, out: &mut String) {
    out.extend(c.escape_unicode());
}

/// The text on one line, as a name or a cell.
pub fn line(text: &str) -> Cow<'_, str> {
    replaced(text, |_| false, shown)
}

/// The text with its line breaks, as it goes to a terminal or into a page.
pub fn lines(text: &str) -> Cow<'_, str> {
    replaced(text, |c| c == '\n', shown)
}

/// A document as JSON that reads back to the same; hidden characters as JSON writes them, `\u202e`.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn json(document: &impl Serialize) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string_pretty(document)? + "\n";
    let escape = |c: char, out: &mut String| {
        c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
    };
    Ok(replaced(&text, |c| c == '\n', escape).into_owned())
}

/// The text within a line of Markdown, none of it taken for mark-up: blanks and line breaks become single blanks.
pub fn markdown(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::with_capacity(text.len());
    for c in line(&words.join(" ")).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The text as code in a line of Markdown, between marks that it does not hold itself.
pub fn markdown_code(text: &str) -> String {
    let text = line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let marks = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{marks}{blank}{text}{blank}{marks}")
}

/// Reads a text of several lines, as an explanation; everywhere else a line break is shown as `\u{a}` from the start.
pub(crate) fn prose<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(String::deserialize(from)?.replace(LINE_BREAK, "\n"))
}

/// As the line breaks in names are read.
pub(crate) const LINE_BREAK: &str = "\\u{a}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_shown() {
        for c in [
            '\0',
            '\u{7}',
            '\t',
            '\r',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9b}',
            '\u{200b}',
            '\u{202e}',
            '\u{2066}',
            '\u{2028}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            let text = format!("a{c}b");
            assert_eq!(line(&text), format!("a\\u{{{:x}}}b", u32::from(c)));
            assert_eq!(lines(&text), line(&text));
            assert_eq!(json(&text).expect("JSON").matches("\\").count(), c.len_utf16().max(1), "{c:?}");
            assert_eq!(serde_json::from_str::<String>(&json(&text).expect("JSON")).expect("the same"), text);
        }
    }

    #[test]
    fn spelling_is_left_alone() {
        // Persian "I want", Hindi with a joiner, a heart as a picture, names in several scripts.
        for text in ["می\u{200c}خواهم", "क्\u{200d}ष", "❤\u{fe0f}", "Côte d’Ivoire", "中国", "São Tomé\u{a0}"]
        {
            assert_eq!(line(text), text);
        }
        for text in ["A\u{200d}B", "a\u{fe0f}", "\u{200c}می"] {
            assert_ne!(line(text), text);
        }
    }

    #[test]
    fn code_keeps_its_marks() {
        assert_eq!(markdown_code("a"), "`a`");
        assert_eq!(markdown_code("a`b``"), "``` a`b`` ```");
    }
}
