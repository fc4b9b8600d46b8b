//! Signs that are not what they should be: curly quotes, full-width brackets, `=`, `#` … Each is reported once and read as
//! what was meant, so that the rest of the file can be read.

use super::{
    token::{Token, TokenKind},
    tree::{GrammarError, GrammarErrorKind},
};

/// How far full-width signs, as ， and （, stand from their plain forms in Unicode.
const FULL_WIDTH: u32 = 0xFEE0;

/// Signs that stand for quotes.
pub const QUOTES: [char; 10] = ['“', '”', '„', '«', '»', '‘', '’', '\'', '`', '＂'];

/// The plain form of a full-width character; any other as it is.
pub fn plain(c: char) -> char {
    let plain = u32::from(c).checked_sub(FULL_WIDTH).and_then(char::from_u32);
    plain.filter(char::is_ascii_punctuation).unwrap_or(c)
}

/// What kind of sign it is, if it cannot be seen: it comes along with text from web pages and word processors.
pub fn unseen(c: char) -> Option<&'static str> {
    match c {
        '\u{A0}' | '\u{202F}' => Some("no-break"),
        '\u{AD}' => Some("soft-hyphen"),
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => Some("zero-width"),
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("direction"),
        c if c.is_whitespace() => Some("blank"),
        c if c.is_control() => Some("control"),
        _ => None,
    }
}

/// The sign that stands for a pair of brackets or quotes: a pair is reported once.
fn pair(character: char) -> char {
    match plain(character) {
        c if QUOTES.contains(&c) => QUOTES[0],
        ')' => '(',
        ']' => '[',
        '}' => '{',
        c => c,
    }
}

/// The tokens with stray signs read as what was meant.
pub fn replace_stray(text: &str, tokens: Vec<Token>, grammar_errors: &mut Vec<GrammarError>) -> Vec<Token> {
    if tokens.iter().all(|token| token.kind != TokenKind::Stray) {
        return tokens;
    }
    let mut replaced = Vec::with_capacity(tokens.len());
    let mut seen = Vec::new();
    let (mut n, mut line_end) = (0, 0);
    while let Some(token) = tokens.get(n) {
        n += 1;
        let character = text[token.span.clone()].chars().next().filter(|_| token.kind == TokenKind::Stray);
        let Some(character) = character else {
            replaced.push(token.clone());
            continue;
        };
        if !seen.contains(&pair(character)) {
            seen.push(pair(character));
            grammar_errors.push(GrammarError {
                kind: GrammarErrorKind::Stray(character),
                span: token.span.clone(),
                at: token.span.start,
            });
        }
        // Found once for each line: a line may be as long as the file.
        if token.span.start >= line_end {
            let rest = text[token.span.start..].find('\n');
            line_end = rest.map_or(text.len(), |length| token.span.start + length);
        }
        n += push_intended(text, &tokens[n - 1..], character, line_end, &mut replaced);
    }
    replaced
}

/// Adds what was meant by the stray sign that comes first, and says how many tokens after it that takes up.
fn push_intended(
    text: &str,
    tokens: &[Token],
    character: char,
    line_end: usize,
    replaced: &mut Vec<Token>,
) -> usize {
    let sign = &tokens[0];
    let in_line = tokens[1..].iter().take_while(|token| token.span.start < line_end);
    let kind = match plain(character) {
        // As in other languages, the rest of the line is a comment.
        '#' => return in_line.count(),
        // 9/10: a number that is not one.
        '/' => return in_line.take(1).filter(|next| next.span.start == sign.span.end).count(),
        ',' | ';' | '、' | '،' | '؛' => TokenKind::Comma,
        ':' | '=' => TokenKind::Colon,
        '(' | '[' | '{' => TokenKind::Open,
        ')' | ']' | '}' => TokenKind::Close,
        _ if QUOTES.contains(&character) => {
            let is_quote = |token: &Token| {
                text[token.span.clone()].starts_with(QUOTES) && token.kind == TokenKind::Stray
            };
            let Some(length) = in_line.map(is_quote).position(|quote| quote) else { return 0 };
            let span = sign.span.start..tokens[length + 1].span.end;
            replaced.push(Token { kind: TokenKind::Quoted, span });
            return length + 1;
        }
        _ => return 0,
    };
    replaced.push(Token { kind, span: sign.span.clone() });
    0
}
