//! A value that is not what its place wants.

use super::{
    closest, example,
    fault::{Explainer, Fault, is_quoted},
    read::Wanted,
    token::{Token, TokenKind},
    tree::Entry,
    words::one_of,
};

/// What to say of 0,5.
pub const DECIMAL_POINT: &str = "decimals are written with a point, as 0.5: a comma begins the next value";

impl Explainer<'_> {
    /// A token, or the end of the file, that is not what is wanted.
    pub fn misfit(&self, token: Option<&Token>, wanted: &Wanted, way: &[&Entry]) -> Fault {
        let (needed, expected) = needed(wanted);
        let found = token.map_or_else(|| "the end of the file".to_owned(), |t| self.describe(t));
        let message = match (token, wanted) {
            (Some(t), Wanted::Number | Wanted::Whole(..)) if t.kind == TokenKind::Number => {
                format!("{} is not {needed}", self.text(t))
            }
            _ => format!("{found} stands where {needed} is needed"),
        };
        let end = self.document.text.len();
        Fault {
            message,
            expected,
            span: token.map_or(end..end, |t| t.span.clone()),
            help: token.and_then(|t| self.advice(t, wanted)).or_else(|| self.example(wanted, way)),
        }
    }

    /// What to do about a token that is not what is wanted.
    fn advice(&self, token: &Token, wanted: &Wanted) -> Option<String> {
        let text = self.text(token);
        let inner = text.trim_matches('"');
        let advice = match (token.kind, wanted) {
            (TokenKind::Number, _) if self.decimal_comma(token) => DECIMAL_POINT.to_owned(),
            (TokenKind::Quoted, Wanted::Word(_, words)) => {
                format!("write {} without quotes", closest(inner, words.iter().copied())?)
            }
            (TokenKind::Quoted, Wanted::Field(fields)) if fields.contains(&inner) => {
                format!("write {inner} without quotes")
            }
            (TokenKind::Quoted, Wanted::Field(_)) => "is a `)` missing before this?".to_owned(),
            // A name in quotes is no number: the forms there are say more.
            (TokenKind::Quoted, Wanted::Form(_)) if inner.parse::<f64>().is_err() => return None,
            (TokenKind::Quoted, Wanted::Number | Wanted::Whole(..) | Wanted::Truth | Wanted::Form(_)) => {
                "numbers, true and false are written without quotes".to_owned()
            }
            (TokenKind::Word, Wanted::Text) => format!("write \"{text}\", in straight double quotes"),
            (TokenKind::Word, Wanted::Name) => {
                format!("write \"{text}\", in straight double quotes; or is a `}}` missing before this?")
            }
            _ => return None,
        };
        Some(advice)
    }

    /// Whether the number is a half of one written with a comma, as in 0,5.
    pub fn decimal_comma(&self, number: &Token) -> bool {
        let before = self.document.text[..number.span.start].strip_suffix(',');
        let after = self.document.text[number.span.end..].strip_prefix(',');
        before.is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit()))
            || after.is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// How what is wanted is written, by its type or by the field it belongs to.
    pub fn example(&self, wanted: &Wanted, way: &[&Entry]) -> Option<String> {
        let of = match wanted {
            Wanted::Form(form) => return Some(format!("write {form}")),
            Wanted::Field([]) => return None,
            Wanted::Field(fields) => return Some(format!("fields: {}", fields.join(", "))),
            Wanted::Word(of, _) | Wanted::Record(of) | Wanted::Row(of, _) => *of,
            _ => "",
        };
        let fields =
            way.iter().rev().filter(|entry| entry.name.is_some()).take_while(|entry| !is_quoted(entry));
        let of_field = || fields.filter_map(|entry| self.document.name_of(entry)).find_map(example::of);
        let example = example::of(of).or_else(of_field);
        example.map(|e| format!("as in {e}"))
    }

    fn describe(&self, token: &Token) -> String {
        let text = self.text(token);
        match token.kind {
            TokenKind::Quoted | TokenKind::Endless => "quoted text".to_owned(),
            TokenKind::Number => "a number".to_owned(),
            TokenKind::Word => format!("the word `{text}`"),
            TokenKind::Open | TokenKind::Close => format!("a bracket `{text}`"),
            TokenKind::Comma => "a comma".to_owned(),
            TokenKind::Colon => "a colon".to_owned(),
            TokenKind::Stray => format!("`{text}`"),
        }
    }
}

/// What is needed, in a word and in full.
fn needed(wanted: &Wanted) -> (&'static str, String) {
    let (word, full) = match wanted {
        Wanted::Word(_, [word]) => ("a word", format!("the word {word}")),
        Wanted::Word(_, words) => ("a word", one_of(words)),
        Wanted::Whole(least, most) if *least < 0 => ("a whole number", format!("from {least} to {most}")),
        Wanted::Row(_, n) => ("`(`", format!("{n} values in round brackets")),
        Wanted::Whole(..) => ("a whole number", "a whole number, 0 or more".to_owned()),
        Wanted::Field(_) => ("a field", "a field, written without quotes".to_owned()),
        Wanted::Record(_) => ("`(`", "fields in round brackets, as in (field: value)".to_owned()),
        Wanted::Name => ("a name", "a name in straight double quotes".to_owned()),
        Wanted::Map => ("`{`", "names and values in curly brackets".to_owned()),
        Wanted::List => ("`[`", "a list in square brackets".to_owned()),
        Wanted::Number => ("a number", "a number, as 0.5".to_owned()),
        Wanted::Truth => ("true or false", "true or false".to_owned()),
        Wanted::Text => ("text", "text in straight double quotes".to_owned()),
        Wanted::Form(_) => ("another value", "another form of value".to_owned()),
    };
    (word, full)
}

/// What is needed, in full.
pub fn in_full(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Form(form) => form.clone(),
        wanted => needed(wanted).1,
    }
}
