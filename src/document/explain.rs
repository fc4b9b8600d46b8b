//! What is wrong with grammar and shape, in the words of whoever wrote the text.

use std::ops::Range;

use super::{
    Document, MOST_FAULTS, example,
    fault::{Explainer, Fault, fault, is_quoted},
    misfit::{DECIMAL_POINT, in_full},
    nearest_word,
    read::{ReadError, ReadErrorKind, Wanted},
    token::{Token, TokenKind},
    tree::{Entry, GrammarError},
};

impl Explainer<'_> {
    /// Everything that is wrong, in the order of the text, up to where its structure is lost.
    pub fn faults(&self, read_errors: &[ReadError]) -> Vec<Fault> {
        let lost = self.document.grammar_errors.iter().find(|error| error.is_structural());
        // A name where none may stand tells where a bracket is missing; the grammar shows it only later.
        let misplaced = |lost: &GrammarError| {
            let before = read_errors.iter().filter(|m| is_misplaced_name(m) && start(m) < lost.at);
            before.map(start).min()
        };
        let end = match lost.map(|lost| (lost.at, misplaced(lost))) {
            None => usize::MAX,
            Some((_, Some(name))) => name + 1,
            Some((at, None)) => at,
        };
        let is_told = |error: &&GrammarError| error.at < end || (error.at == end && Some(*error) == lost);
        let of_grammar = self.document.grammar_errors.iter().filter(is_told);
        let of_shape = read_errors.iter().filter(|m| start(m) < end);
        let mut faults: Vec<(usize, Fault)> =
            of_grammar.take(MOST_FAULTS).map(|error| (error.at, self.explain_grammar(error))).collect();
        faults.extend(of_shape.map(|m| (start(m), self.explain_read(m))));
        faults.sort_by_key(|(at, _)| *at);
        faults.truncate(MOST_FAULTS);
        faults.into_iter().map(|(_, fault)| fault).collect()
    }

    // One arm for each kind of error.
    fn explain_read(&self, error: &ReadError) -> Fault {
        let at = start(error);
        let span = error.span.clone().unwrap_or(0..0);
        let way = self.document.way(at);
        let token = self.document.token(at);
        match &error.kind {
            ReadErrorKind::Wanted(wanted) => self.misfit(token, wanted, &way),
            ReadErrorKind::UnknownWord(word, words) => self.unknown("word", word, words, span, &way),
            ReadErrorKind::UnknownField(field, fields) => {
                self.unknown("field", field, fields, span, &way[..way.len().saturating_sub(1)])
            }
            ReadErrorKind::Missing(field) => self.missing(field, &way),
            ReadErrorKind::Twice(field) => fault(
                format!("`{field}` is given twice in {}", self.owner(&way[..way.len().saturating_sub(1)])),
                "each field once",
                span,
                None,
            ),
            ReadErrorKind::TooMany(wanted) => {
                let decimal = token.is_some_and(|t| t.kind == TokenKind::Number && self.decimal_comma(t));
                let help = decimal.then(|| DECIMAL_POINT.to_owned()).or_else(|| self.example(wanted, &way));
                fault("nothing more may stand here".to_owned(), "a value too many", span, help)
            }
            ReadErrorKind::TooFew(wanted) => {
                fault("a value is missing".to_owned(), &in_full(wanted), span, self.example(wanted, &way))
            }
            ReadErrorKind::NoBrackets(wanted) => {
                let word = &self.document.text[span.clone()];
                let help =
                    example::of(word).map(|e| format!("as in {e}")).or_else(|| self.example(wanted, &way));
                let message = format!("`{word}` needs something in brackets");
                fault(message, "something in brackets after it", span, help)
            }
            ReadErrorKind::Brackets => {
                let word =
                    self.document.tokens.iter().rfind(|t| t.span.end <= at).map_or("", |t| self.text(t));
                fault(format!("nothing in brackets belongs to `{word}`"), "the word alone", span, None)
            }
            ReadErrorKind::Colon => {
                fault("a colon is missing".to_owned(), "a colon is missing here", span, None)
            }
            ReadErrorKind::Named => {
                fault("names have no place here".to_owned(), "values alone, without names", span, None)
            }
            ReadErrorKind::Range(wanted) => self.out_of_range(span, wanted, &way),
            ReadErrorKind::Escape => fault(
                "a backslash cannot stand here".to_owned(),
                "within quotes, a backslash begins a special character",
                span,
                Some("write \\\\ for a backslash and \\\" for a quote".to_owned()),
            ),
        }
    }

    /// A word or field that nobody knows.
    fn unknown(&self, kind: &str, found: &str, known: &[&str], span: Range<usize>, way: &[&Entry]) -> Fault {
        let message = format!("unknown {kind} `{found}` in {}", self.owner(way));
        let help = nearest_word(found, known.iter().copied());
        fault(message, &format!("not a {kind} that can stand here"), span, Some(help))
    }

    /// A field that cannot be left out.
    fn missing(&self, field: &str, way: &[&Entry]) -> Fault {
        let help = match field {
            "status_quo" => {
                Some("say what holds without agreement, from 0 to 1: it is never assumed to be 0".to_owned())
            }
            _ => example::of(field).map(|e| format!("write it as {e}")),
        };
        let name = way.iter().rev().find_map(|entry| entry.name.as_ref());
        let first = self.document.tokens.first().map_or(0..0, |token| token.span.clone());
        let span = name.map_or(first, |name| self.document.unquoted(name));
        fault(format!("`{field}` is missing in {}", self.owner(way)), &format!("needs `{field}`"), span, help)
    }

    /// A number too large or too small to count with.
    fn out_of_range(&self, span: Range<usize>, wanted: &Wanted, way: &[&Entry]) -> Fault {
        let number = &self.document.text[span.clone()];
        match wanted {
            Wanted::Whole(_, most) if !number.starts_with('-') => fault(
                format!("{number} is too large"),
                &format!("at most {most}"),
                span,
                self.example(wanted, way),
            ),
            _ => Fault {
                message: format!("{number} is too small"),
                ..self.misfit(self.document.token(span.start), wanted, way)
            },
        }
    }

    /// Whose entry this is, as in `tactic` of the country "Norway".
    fn owner(&self, way: &[&Entry]) -> String {
        let named: Vec<&Entry> = way.iter().copied().filter(|entry| entry.name.is_some()).collect();
        let Some((last, rest)) = named.split_last() else {
            return format!("the {}", self.what);
        };
        let name = self.document.name_of(last).unwrap_or_default();
        let group = rest.last().and_then(|entry| self.document.name_of(entry));
        let kind = match group.unwrap_or_default() {
            "clauses" => "the clause",
            "countries" => "the country",
            "blocs" => "the bloc",
            "firms" => "the firm",
            "switches" => "the switch",
            "choices" => "the choice",
            "options" => "the option",
            "positions" => "the position on",
            _ => "the entry",
        };
        match (is_quoted(last), rest) {
            (true, _) => format!("{kind} \"{name}\""),
            (false, []) => format!("`{name}`"),
            (false, _) => format!("`{name}` of {}", self.owner(rest)),
        }
    }
}

fn is_misplaced_name(error: &ReadError) -> bool {
    matches!(error.kind, ReadErrorKind::Wanted(Wanted::Name | Wanted::Field(_)))
}

fn start(error: &ReadError) -> usize {
    error.span.as_ref().map_or(0, |span| span.start)
}

impl Document {
    /// The token at this byte.
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(self.tokens.partition_point(|token| token.span.end <= at))
    }
}
