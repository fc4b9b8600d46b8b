//! What breaks RON's grammar or the shape of a scenario, in the words of whoever wrote it.

mod example;
mod misfit;
mod sign;
mod token;

use std::ops::Range;

use ron::Error;

use self::{
    misfit::DECIMAL_POINT,
    token::{Kind, Token, Tokens},
};
use super::{
    problem::nearest_word,
    trace::{Misreading, Wanted},
};

/// Where a file could not be read further, and what to do about it.
#[derive(Debug, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// What was expected there.
    pub expected: String,
    /// Where, in bytes.
    pub span: Range<usize>,
    /// What to do.
    pub help: Option<String>,
}

/// Says what a misreading means.
pub fn explain(text: &str, misreading: &Misreading<'_>, what: &str) -> Fault {
    let tokens = Tokens::of(text);
    let n = tokens.at(misreading.at);
    let scene = Scene { text, tokens, n, misreading, what };
    scene.sign().unwrap_or_else(|| scene.by_error())
}

/// The place where reading stopped: the nth token.
struct Scene<'a> {
    text: &'a str,
    tokens: Tokens<'a>,
    n: usize,
    misreading: &'a Misreading<'a>,
    /// What the file is.
    what: &'a str,
}

impl Scene<'_> {
    /// What RON found wrong, put plainly.
    fn by_error(&self) -> Fault {
        let trace = &self.misreading.trace;
        match &self.misreading.error {
            Error::NoSuchStructField { expected, found, .. } => self.unknown("field", found, expected),
            Error::NoSuchEnumVariant { expected, found, .. } => self.unknown("word", found, expected),
            Error::MissingStructField { field, .. } => self.missing(field),
            Error::DuplicateStructField { field, .. } => Fault {
                message: format!("`{field}` is given twice in {}", self.owner(&trace.way)),
                expected: "each field once".to_owned(),
                span: trace.last.clone(),
                help: None,
            },
            Error::ExpectedComma
            | Error::ExpectedMapColon
            | Error::ExpectedArrayEnd
            | Error::ExpectedMapEnd
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedOptionEnd => self.punctuation(),
            Error::TrailingCharacters => Fault {
                message: format!("something follows the end of the {}", self.what),
                expected: format!("the {} ends here", self.what),
                span: self.tokens.before(self.n).map_or(0..0, |t| t.span.clone()),
                help: Some(
                    "everything stands within one pair of ( and ): is this bracket one too many?".to_owned(),
                ),
            },
            Error::ExpectedStructLike => match self.tokens.before(self.n) {
                Some(word) if word.kind == Kind::Word => self.bare(word),
                _ => self.misfit(self.tokens.get(self.n), &trace.wanted),
            },
            Error::IntegerOutOfBounds => self.out_of_range(),
            Error::ExceededRecursionLimit => {
                self.plain("brackets are nested too deeply", "no file of this kind goes so deep", None)
            }
            Error::InvalidEscape(_) => self.plain(
                "a backslash cannot stand here",
                "within quotes, a backslash begins a special character",
                Some("write \\\\ for a backslash and \\\" for a quote"),
            ),
            Error::InvalidValueForType { .. }
            | Error::ExpectedDifferentLength { .. }
            | Error::ExpectedDifferentStructName { .. }
            | Error::Message(_) => self.misfit(self.tokens.before(self.n), &trace.wanted),
            _ => self.misfit(self.tokens.get(self.n), &trace.wanted),
        }
    }
}

impl Scene<'_> {
    /// A word or field that nobody knows.
    fn unknown(&self, kind: &str, found: &str, known: &[&str]) -> Fault {
        let trace = &self.misreading.trace;
        Fault {
            message: format!("unknown {kind} `{found}` in {}", self.owner(&trace.way)),
            expected: format!("not a {kind} that can stand here"),
            span: trace.last.clone(),
            help: Some(nearest_word(found, known.iter().copied())),
        }
    }

    /// A field that cannot be left out.
    fn missing(&self, field: &str) -> Fault {
        let trace = &self.misreading.trace;
        let start = self.tokens.get(0).map_or(0..0, |t| t.span.clone());
        let help = match field {
            "status_quo" => {
                Some("say what holds without agreement, from 0 to 1: it is never assumed to be 0".to_owned())
            }
            _ => example::of(field).map(|e| format!("write it as {e}")),
        };
        Fault {
            message: format!("`{field}` is missing in {}", self.owner(&trace.way)),
            expected: format!("needs `{field}`"),
            span: trace.way.last().filter(|w| !w.is_empty()).cloned().unwrap_or(start),
            help,
        }
    }

    /// A word that lacks the brackets that belong to it.
    fn bare(&self, word: &Token) -> Fault {
        Fault {
            message: format!("`{}` needs something in brackets", self.token(word)),
            expected: "something in brackets after it".to_owned(),
            span: word.span.clone(),
            help: example::of(self.token(word))
                .map(|e| format!("as in {e}"))
                .or_else(|| self.example(&self.misreading.trace.wanted)),
        }
    }

    /// A number too large or too small to count with.
    fn out_of_range(&self) -> Fault {
        let wanted = &self.misreading.trace.wanted;
        let number = self.tokens.before(self.n);
        let fault = self.misfit(number, wanted);
        match (number, wanted) {
            (Some(t), Wanted::Whole(_, most)) if !self.token(t).starts_with('-') => Fault {
                message: format!("{} is too large", self.token(t)),
                expected: format!("at most {most}"),
                ..fault
            },
            (Some(t), _) => Fault { message: format!("{} is too small", self.token(t)), ..fault },
            _ => fault,
        }
    }

    /// A separator or closing bracket that is not where it should be.
    fn punctuation(&self) -> Fault {
        let trace = &self.misreading.trace;
        let (before, found) = (self.tokens.before(self.n), self.tokens.get(self.n));
        if found.is_some_and(|t| t.span.start < self.misreading.at) {
            return self.misfit(found, &trace.before);
        }
        match before {
            Some(t) if t.kind == Kind::Comma => {
                let decimal = found.is_some_and(|t| t.kind == Kind::Number && self.decimal_comma(t));
                let help = decimal.then(|| DECIMAL_POINT.to_owned());
                let help = help.or_else(|| self.example(&trace.wanted));
                self.plain("nothing more may stand here", "a value too many", help.as_deref())
            }
            Some(t) if t.kind == Kind::Word && self.tokens.kind(self.n) == Some(Kind::Open) => self.plain(
                &format!("nothing in brackets belongs to `{}`", self.token(t)),
                "the word alone",
                None,
            ),
            _ => {
                let sign = match self.misreading.error {
                    Error::ExpectedMapColon => "colon",
                    _ => "comma",
                };
                let end = before.map_or(0, |t| t.span.end);
                Fault {
                    message: format!("a {sign} is missing"),
                    expected: format!("a {sign} is missing here"),
                    span: end..end,
                    help: None,
                }
            }
        }
    }

    /// A fault of the token where reading stopped.
    fn plain(&self, message: &str, expected: &str, help: Option<&str>) -> Fault {
        let end = self.text.len();
        Fault {
            message: message.to_owned(),
            expected: expected.to_owned(),
            span: self.tokens.get(self.n).map_or(end..end, |t| t.span.clone()),
            help: help.map(str::to_owned),
        }
    }

    /// Whose entry this is, as in `tactic` of the country "Norway".
    fn owner(&self, way: &[Range<usize>]) -> String {
        let Some((last, rest)) = way.split_last() else {
            return format!("the {}", self.what);
        };
        let name = &self.text[last.clone()];
        let group = rest.last().map_or("", |w| &self.text[w.clone()]);
        let kind = match group {
            "clauses" => "the clause",
            "countries" => "the country",
            "blocs" => "the bloc",
            "firms" => "the firm",
            "switches" => "the switch",
            "options" => "the option",
            "positions" => "the position on",
            _ => "the entry",
        };
        match (self.quoted(last), rest) {
            (true, _) => format!("{kind} \"{name}\""),
            (false, []) => format!("`{name}`"),
            (false, _) => format!("`{name}` of {}", self.owner(rest)),
        }
    }

    /// Whether this is a name in quotes rather than a field.
    fn quoted(&self, word: &Range<usize>) -> bool {
        self.text[..word.start].ends_with('"')
    }

    fn token(&self, token: &Token) -> &str {
        self.tokens.text(token)
    }
}
