//! The tokens of a file.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Text in straight double quotes.
    Quoted,
    /// Text without its second quote: it runs to the end of the file.
    Endless,
    /// Digits, a point or a sign among them.
    Number,
    /// A bare word.
    Word,
    /// `(`, `[` or `{`
    Open,
    /// `)`, `]` or `}`
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// What has no place in a file, as `#` or `“`.
    Stray,
}

/// A token and the bytes it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Range<usize>,
}

/// The tokens of a text without blanks and comments, and where a comment begins that is never closed.
pub fn tokens(text: &str) -> (Vec<Token>, Option<usize>) {
    let (mut all, mut at) = (Vec::new(), header(text));
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        if is_blank(next) {
            at += next.len_utf8();
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            let Some(length) = block_comment(rest) else { return (all, Some(at)) };
            at += length;
        } else {
            let (kind, length) = token(rest, next);
            all.push(Token { kind, span: at..at + length });
            at += length;
        }
    }
    (all, None)
}

/// The length of the attributes that a RON file may begin with, as in `#![enable(implicit_some)]`.
fn header(text: &str) -> usize {
    let ron = if text.contains("#!") { ron::Deserializer::from_str(text).ok() } else { None };
    ron.map_or(0, |ron| text.len() - ron.remainder().len())
}

/// What RON takes for blanks.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

/// The bracket that closes this one.
pub fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The length of the block comment that begins here; comments nest.
fn block_comment(rest: &str) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    loop {
        at += rest[at..].find(['/', '*'])?;
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += 1;
        }
    }
}

/// The token that begins with this character, and its length.
fn token(rest: &str, first: char) -> (TokenKind, usize) {
    let run = |from: usize, belongs: &dyn Fn(char) -> bool| {
        from + rest[from..].find(|c| !belongs(c)).unwrap_or(rest.len() - from)
    };
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    let one = |kind| (kind, first.len_utf8());
    let signed = matches!(first, '+' | '-' | '.')
        && rest[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
    match first {
        '"' => quoted(rest).map_or((TokenKind::Endless, rest.len()), |length| (TokenKind::Quoted, length)),
        'r' if rest[1..].trim_start_matches('#').starts_with('"') => {
            raw(rest).map_or((TokenKind::Endless, rest.len()), |length| (TokenKind::Quoted, length))
        }
        '(' | '[' | '{' => one(TokenKind::Open),
        ')' | ']' | '}' => one(TokenKind::Close),
        ',' => one(TokenKind::Comma),
        ':' => one(TokenKind::Colon),
        c if c.is_ascii_digit() || signed => {
            (TokenKind::Number, run(1, &|c| in_word(c) || matches!(c, '.' | '+' | '-')))
        }
        'r' if rest.starts_with("r#") => {
            (TokenKind::Word, run(2, &|c| in_word(c) || matches!(c, '.' | '+' | '-')))
        }
        c if c.is_alphabetic() || c == '_' => (TokenKind::Word, run(0, &in_word)),
        _ => one(TokenKind::Stray),
    }
}

/// The length of the quoted text that begins here.
fn quoted(rest: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return Some(at + 1),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}

/// The length of the raw text, r"…" or r#"…"#, that begins here.
fn raw(rest: &str) -> Option<usize> {
    let hashes = rest[1..].find('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let from = 1 + hashes + 1;
    Some(from + rest[from..].find(&end)? + end.len())
}
