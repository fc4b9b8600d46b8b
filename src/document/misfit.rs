//! A value that is not what its place wants.

use super::{
    closest, example,
    explain::as_in,
    fault::{Explainer, Fault, is_quoted},
    read::Wanted,
    token::{Token, TokenKind},
    tree::Entry,
    words::one_of,
};
use crate::{
    language::{Language, Message},
    say,
};

/// What to say of 0,5.
pub fn decimal_point() -> Message {
    advice("decimal", "")
}

fn advice(kind: &str, text: &str) -> Message {
    Message::new(|language| say!(language, "errors-advice", kind = kind, text = text))
}

impl Explainer<'_> {
    /// A token, or the end of the file, that is not what is wanted.
    pub fn misfit(&self, token: Option<&Token>, wanted: &Wanted, way: &[&Entry]) -> Fault {
        let message = Message::new(|language| match (token, wanted) {
            (Some(t), Wanted::Number | Wanted::Whole(..)) if t.kind == TokenKind::Number => {
                let needed = needed(wanted, language);
                say!(language, "errors-misfit-number", number = self.text(t), needed = needed)
            }
            _ => {
                let found = self.describe(token, language);
                say!(language, "errors-misfit", found = found, needed = needed(wanted, language))
            }
        });
        let end = self.document.text.len();
        Fault {
            message,
            expected: in_full(wanted),
            span: token.map_or(end..end, |t| t.span.clone()),
            help: token.and_then(|t| self.advice(t, wanted)).or_else(|| self.example(wanted, way)),
        }
    }

    /// What to do about a token that is not what is wanted.
    fn advice(&self, token: &Token, wanted: &Wanted) -> Option<Message> {
        let text = self.text(token);
        let inner = text.trim_matches('"');
        Some(match (token.kind, wanted) {
            (TokenKind::Number, _) if self.decimal_comma(token) => decimal_point(),
            (TokenKind::Quoted, Wanted::Word(_, words)) => {
                advice("unquoted", closest(inner, words.iter().copied())?)
            }
            (TokenKind::Quoted, Wanted::Field(fields)) if fields.contains(&inner) => {
                advice("unquoted", inner)
            }
            (TokenKind::Quoted, Wanted::Field(_)) => advice("bracket", ""),
            // A name in quotes is no number: the forms there are say more.
            (TokenKind::Quoted, Wanted::Form(_)) if inner.parse::<f64>().is_err() => return None,
            (TokenKind::Quoted, Wanted::Number | Wanted::Whole(..) | Wanted::Truth | Wanted::Form(_)) => {
                advice("no-quotes", "")
            }
            (TokenKind::Word, Wanted::Text) => advice("quote", text),
            (TokenKind::Word, Wanted::Name) => advice("quote-or-bracket", text),
            _ => return None,
        })
    }

    /// Whether the number is a half of one written with a comma, as in 0,5.
    pub fn decimal_comma(&self, number: &Token) -> bool {
        let before = self.document.text[..number.span.start].strip_suffix(',');
        let after = self.document.text[number.span.end..].strip_prefix(',');
        before.is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit()))
            || after.is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// How what is wanted is written, by its type or by the field it belongs to.
    pub fn example(&self, wanted: &Wanted, way: &[&Entry]) -> Option<Message> {
        let of = match wanted {
            Wanted::Form(form) => {
                return Some(Message::new(|language| say!(language, "errors-write", form = form.as_str())));
            }
            Wanted::Field([]) => return None,
            Wanted::Field(fields) => {
                let fields = fields.join(", ");
                return Some(Message::new(|language| {
                    say!(language, "errors-fields", fields = fields.as_str())
                }));
            }
            Wanted::Word(of, _) | Wanted::Record(of) | Wanted::Row(of, _) => *of,
            _ => "",
        };
        let fields =
            way.iter().rev().filter(|entry| entry.name.is_some()).take_while(|entry| !is_quoted(entry));
        let of_field = || fields.filter_map(|entry| self.document.name_of(entry)).find_map(example::of);
        let example = example::of(of).or_else(of_field)?;
        Some(as_in(example))
    }

    fn describe(&self, token: Option<&Token>, language: Language) -> String {
        let kind = match token.map(|token| token.kind) {
            None => "end",
            Some(TokenKind::Quoted | TokenKind::Endless) => "quoted",
            Some(TokenKind::Number) => "number",
            Some(TokenKind::Word) => "word",
            Some(TokenKind::Open | TokenKind::Close) => "bracket",
            Some(TokenKind::Comma) => "comma",
            Some(TokenKind::Colon) => "colon",
            Some(TokenKind::Stray) => "stray",
        };
        say!(language, "errors-found", kind = kind, text = token.map_or("", |token| self.text(token)))
    }
}

/// What is needed, in a word.
fn needed(wanted: &Wanted, language: Language) -> String {
    let kind = match wanted {
        Wanted::Word(..) => "word",
        Wanted::Whole(..) => "whole",
        Wanted::Row(..) | Wanted::Record(_) => "round",
        Wanted::Field(_) => "field",
        Wanted::Name => "name",
        Wanted::Map => "map",
        Wanted::List => "list",
        Wanted::Number => "number",
        Wanted::Truth => "truth",
        Wanted::Text => "text",
        Wanted::Form(_) => "form",
    };
    say!(language, "errors-needed", kind = kind)
}

/// What is needed, in full: another form of value as its type says it.
pub fn in_full(wanted: &Wanted) -> Message {
    let (kind, words, [least, most], n) = match wanted {
        Wanted::Word(_, [word]) => ("the-word", *word, [0, 0], 0),
        Wanted::Word(_, words) => return Message::new(|language| one_of(words, language)),
        Wanted::Whole(least, most) if *least < 0 => ("range", "", [*least, *most], 0),
        Wanted::Row(_, n) => ("row", "", [0, 0], *n),
        Wanted::Whole(..) => ("whole", "", [0, 0], 0),
        Wanted::Field(_) => ("field", "", [0, 0], 0),
        Wanted::Record(_) => ("record", "", [0, 0], 0),
        Wanted::Name => ("name", "", [0, 0], 0),
        Wanted::Map => ("map", "", [0, 0], 0),
        Wanted::List => ("list", "", [0, 0], 0),
        Wanted::Number => ("number", "", [0, 0], 0),
        Wanted::Truth => ("truth", "", [0, 0], 0),
        Wanted::Text => ("text", "", [0, 0], 0),
        Wanted::Form(_) => ("form", "", [0, 0], 0),
    };
    let (least, most, n) = (least.to_string(), most.to_string(), n.to_string());
    Message::new(|language| {
        say!(
            language,
            "errors-needed-in-full",
            kind = kind,
            words = words,
            least = least.as_str(),
            most = most.as_str(),
            n = n.as_str()
        )
    })
}

/// The same, of a value that is missing: another form as its type says it.
pub fn in_its_form(wanted: &Wanted) -> Message {
    match wanted {
        Wanted::Form(form) => form.as_str().into(),
        wanted => in_full(wanted),
    }
}
