//! The tokens of a scenario file, to say what stands where its grammar is broken. RON reads the file; this only
//! looks at it again when RON has refused it.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text in straight double quotes; runs to the end of the file where the second quote is missing.
    Quoted,
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
    /// What has no place in a scenario, as `#` or `“`.
    Stray,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// The bytes it takes.
    pub span: Range<usize>,
}

/// The tokens of a text, comments left out.
pub struct Tokens<'a> {
    text: &'a str,
    all: Vec<Token>,
}

impl<'a> Tokens<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(next) = text[at..].chars().next() {
            let rest = &text[at..];
            let (kind, length) = if next.is_whitespace() || matches!(next, '\u{200E}' | '\u{200F}') {
                (None, next.len_utf8())
            } else if rest.starts_with("//") || rest.starts_with("/*") {
                (None, comment(rest))
            } else {
                let (kind, length) = token(rest, next);
                (Some(kind), length)
            };
            if let Some(kind) = kind {
                all.push(Token { kind, span: at..at + length });
            }
            at += length;
        }
        Self { text, all }
    }

    /// The place in the list of the token that holds this byte, or of the first one after it.
    pub fn at(&self, byte: usize) -> usize {
        self.all.partition_point(|t| t.span.end <= byte)
    }

    pub fn get(&self, n: usize) -> Option<&Token> {
        self.all.get(n)
    }

    /// The token before the nth.
    pub fn before(&self, n: usize) -> Option<&Token> {
        self.all.get(n.checked_sub(1)?)
    }

    pub fn kind(&self, n: usize) -> Option<Kind> {
        self.get(n).map(|t| t.kind)
    }

    pub fn text(&self, token: &Token) -> &'a str {
        &self.text[token.span.clone()]
    }

    /// The innermost bracket that is open before the nth token.
    pub fn open_before(&self, n: usize) -> Option<&Token> {
        let mut open = Vec::new();
        for token in self.all.iter().take(n) {
            match token.kind {
                Kind::Open => open.push(token),
                Kind::Close => _ = open.pop(),
                _ => {}
            }
        }
        open.pop()
    }
}

/// The bracket that closes this one.
pub fn closing(open: &str) -> &'static str {
    match open {
        "(" => ")",
        "[" => "]",
        _ => "}",
    }
}

/// The length of the comment that begins here.
fn comment(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// The token that begins with this character, and its length.
fn token(rest: &str, first: char) -> (Kind, usize) {
    let run = |belongs: &dyn Fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    let one = |kind| (kind, first.len_utf8());
    let signed = matches!(first, '+' | '-' | '.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    match first {
        '"' => (Kind::Quoted, quoted(rest)),
        '(' | '[' | '{' => one(Kind::Open),
        ')' | ']' | '}' => one(Kind::Close),
        ',' => one(Kind::Comma),
        ':' => one(Kind::Colon),
        c if c.is_ascii_digit() || signed => {
            (Kind::Number, run(&|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')))
        }
        c if c.is_alphabetic() || c == '_' => {
            let word = run(&|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
            (Kind::Word, word)
        }
        _ => one(Kind::Stray),
    }
}

/// The length of the quoted text that begins here.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}
