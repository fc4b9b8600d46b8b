//! Signs that are not what they should be: quotes, brackets, comments, characters from elsewhere. RON notices
//! such a slip only where it stops making sense, so these look at the text itself.

use ron::Error;

use super::{
    Fault, Scene,
    token::{Kind, Token, closing},
};

/// How far full-width signs, as ， and （, stand from their plain forms in Unicode.
const FULL_WIDTH: u32 = 0xFEE0;

impl Scene<'_> {
    /// The slip of the pen that stopped the reading, if it was one.
    pub fn sign(&self) -> Option<Fault> {
        self.comment().or_else(|| self.quote()).or_else(|| self.stray()).or_else(|| self.bracket())
    }

    /// A comment that is never closed hides the rest of the file.
    fn comment(&self) -> Option<Fault> {
        let start = self.text.rfind("/*")?;
        (self.misreading.error == Error::UnclosedBlockComment).then(|| Fault {
            message: "a comment is never closed".to_owned(),
            expected: "the comment that opens here ends with */".to_owned(),
            span: start..start + 2,
            help: Some("a comment of one line begins with // and needs no end".to_owned()),
        })
    }

    /// A quote without its partner turns text and what is not text upside down from there on: either the rest
    /// of the file is text, or the quote that opens the next text closes this one, and touches its first word.
    fn quote(&self) -> Option<Fault> {
        let endless =
            |t: &&Token| t.kind == Kind::Quoted && (t.span.len() == 1 || !self.token(t).ends_with('"'));
        let touching = |t: &&Token| {
            let next = self.tokens.get(self.n).filter(|next| next.span.start == t.span.end);
            t.kind == Kind::Quoted && next.is_some_and(|n| matches!(n.kind, Kind::Word | Kind::Number))
        };
        let here = self.tokens.get(self.n).filter(endless);
        let token = here.or_else(|| self.tokens.before(self.n).filter(touching))?;
        let line = self.token(token).lines().next().map_or(1, str::len);
        Some(Fault {
            message: "a quoted text does not end where it should".to_owned(),
            expected: "the quote that opens here may not be closed".to_owned(),
            span: token.span.start..token.span.start + line,
            help: Some("text stands between two straight double quotes, as in \"Norway\"".to_owned()),
        })
    }

    /// A character that has no place in a scenario.
    fn stray(&self) -> Option<Fault> {
        // After a slash, RON stops behind it: it might have begun a comment.
        let slash =
            matches!(self.misreading.error, Error::UnexpectedChar(_)).then(|| self.tokens.before(self.n));
        let mut near = self.tokens.get(self.n).into_iter().chain(slash.flatten());
        let token = near.find(|t| t.kind == Kind::Stray)?;
        let character = self.token(token).chars().next()?;
        let full_width = u32::from(character).checked_sub(FULL_WIDTH).and_then(char::from_u32);
        let (expected, help) = match (character, full_width) {
            ('#', _) => ("no comment begins so", "comments begin with //".to_owned()),
            ('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`' | '＂', _) => {
                ("not a straight double quote", "names and text stand in straight double quotes, as \"Norway\"; a word processor may bend them".to_owned())
            }
            ('=', _) => ("a colon is needed here", "a field and its value are written as rounds: 60".to_owned()),
            ('/', _) => (
                "neither a fraction nor a comment",
                "write 0.5 for a half; comments begin with //".to_owned(),
            ),
            ('%', _) => ("not part of a number", "scales and shares run from 0 to 1: write 0.5 for 50 %".to_owned()),
            (';' | '、' | '،' | '؛', _) => ("a comma is needed here", "entries are separated by plain commas".to_owned()),
            (_, Some(plain)) if plain.is_ascii_punctuation() => ("a full-width character", format!("write the plain {plain}")),
            _ => ("not part of a scenario", "comments begin with //, text stands in \"quotes\"".to_owned()),
        };
        Some(Fault {
            message: format!("`{character}` has no meaning here"),
            expected: expected.to_owned(),
            span: token.span.clone(),
            help: Some(help),
        })
    }

    /// A bracket that is never closed, or closed by one of another kind.
    fn bracket(&self) -> Option<Fault> {
        let open = self.tokens.open_before(self.n);
        let found = self.tokens.get(self.n);
        match (open, found) {
            (None, None) => Some(Fault {
                message: format!("the file holds no {}", self.what),
                expected: "nothing here".to_owned(),
                span: 0..self.text.chars().next().map_or(0, char::len_utf8),
                help: super::example::whole(self.what).map(str::to_owned),
            }),
            (Some(open), None) => Some(Fault {
                message: "the file ends too early".to_owned(),
                expected: format!("this bracket is never closed by `{}`", closing(self.token(open))),
                span: open.span.clone(),
                help: None,
            }),
            (Some(open), Some(found))
                if found.kind == Kind::Close && self.token(found) != closing(self.token(open)) =>
            {
                let (opener, line) = (self.token(open), self.line(open.span.start));
                let right = closing(opener);
                Some(Fault {
                    message: format!("`{}` closes what `{opener}` opened in line {line}", self.token(found)),
                    expected: format!("`{right}`"),
                    span: found.span.clone(),
                    help: Some(format!("is a `{right}` missing before this, or a bracket too many?")),
                })
            }
            _ => None,
        }
    }

    fn line(&self, byte: usize) -> usize {
        1 + self.text[..byte].matches('\n').count()
    }
}
