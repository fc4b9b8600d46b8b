//! The grammar of a file. Where it is broken an error is noted, and parsing goes on with the next entry if it can.

use std::ops::Range;

use super::{
    stray::{plain, replace_stray},
    token::{Token, TokenKind, closing, tokens},
    tree::{Entry, GrammarError, GrammarErrorKind, Node, Shape},
};

/// Brackets nested deeper than this are refused.
const MAX_DEPTH: usize = 64;

/// Reads the tree of a text; the tokens come with it.
pub fn parse(text: &str) -> (Node, Vec<Token>, Vec<GrammarError>) {
    let (all, comment) = tokens(text);
    let mut grammar_errors = Vec::new();
    let all = replace_stray(text, all, &mut grammar_errors);
    let mut parser = Parser { text, tokens: all, n: 0, depth: 0, grammar_errors, comment, stopped: false };
    let root = parser.root();
    parser.grammar_errors.sort_by_key(|error| error.at);
    (root, parser.tokens, parser.grammar_errors)
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The next token.
    n: usize,
    depth: usize,
    grammar_errors: Vec<GrammarError>,
    /// Where a comment begins that is never closed: the tokens end there.
    comment: Option<usize>,
    /// Whether the structure is lost.
    stopped: bool,
}

impl Parser<'_> {
    fn root(&mut self) -> Node {
        if self.tokens.is_empty() && self.comment.is_none() {
            self.error(GrammarErrorKind::Empty, 0..self.text.chars().next().map_or(0, char::len_utf8), 0);
            return Node::leaf(Shape::Missing, 0..0);
        }
        let root = self.value();
        if !self.stopped && self.n < self.tokens.len() {
            let last = self.tokens[self.n.saturating_sub(1)].span.clone();
            self.error(GrammarErrorKind::Trailing, last, self.tokens[self.n].span.start);
        } else if !self.stopped && self.comment.is_some() {
            self.end(GrammarErrorKind::Trailing, 0..0);
        }
        root
    }

    fn error(&mut self, kind: GrammarErrorKind, span: Range<usize>, at: usize) {
        let error = GrammarError { kind, span, at };
        self.stopped |= error.is_structural();
        self.grammar_errors.push(error);
    }

    /// The file ends too early: in a comment, or with this wrong.
    fn end(&mut self, kind: GrammarErrorKind, span: Range<usize>) {
        match self.comment {
            Some(start) => self.error(GrammarErrorKind::Comment, start..start + 2, start),
            None => self.error(kind, span, self.text.len()),
        }
    }

    fn kind(&self) -> Option<TokenKind> {
        self.tokens.get(self.n).map(|token| token.kind)
    }

    fn bracket(&self, n: usize) -> char {
        self.text[self.tokens[n].span.clone()].chars().next().map_or(' ', plain)
    }

    /// The bytes of the next token, or the end.
    fn here(&self) -> Range<usize> {
        let end = self.text.len();
        self.tokens.get(self.n).map_or(end..end, |token| token.span.clone())
    }

    fn value(&mut self) -> Node {
        let span = self.here();
        let shape = match self.kind() {
            Some(TokenKind::Quoted) => Shape::Text,
            Some(TokenKind::Number) => Shape::Number,
            Some(TokenKind::Word) => Shape::Word,
            Some(TokenKind::Open) => match self.bracket(self.n) {
                '[' => Shape::List,
                '{' => Shape::Map,
                _ => Shape::Group,
            },
            Some(TokenKind::Endless) => {
                let at = span.start;
                self.error(GrammarErrorKind::Quote, first_line(self.text, span), at);
                return Node::leaf(Shape::Missing, at..at);
            }
            _ => return Node::leaf(Shape::Missing, span),
        };
        let mut node = Node::leaf(shape, span);
        if !matches!(shape, Shape::List | Shape::Map | Shape::Group) {
            self.n += 1;
        }
        match shape {
            Shape::Text if self.touches(&node) => {
                self.error(GrammarErrorKind::Quote, first_line(self.text, node.span.clone()), node.span.end);
            }
            Shape::List | Shape::Map | Shape::Group => self.entries(&mut node),
            Shape::Word if self.kind() == Some(TokenKind::Open) && self.bracket(self.n) == '(' => {
                self.entries(&mut node)
            }
            _ => {}
        }
        node
    }

    /// Whether a text touches the word after it: its quote then closes a text before.
    fn touches(&self, text: &Node) -> bool {
        let next = self.tokens.get(self.n).filter(|next| next.span.start == text.span.end);
        next.is_some_and(|next| matches!(next.kind, TokenKind::Word | TokenKind::Number))
    }

    /// Reads what stands in the brackets that open here.
    fn entries(&mut self, node: &mut Node) {
        let open = self.n;
        node.bracket = Some(self.tokens[open].span.start);
        node.closed = false;
        self.n += 1;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.error(GrammarErrorKind::Depth, self.tokens[open].span.clone(), self.tokens[open].span.start);
        }
        while !self.stopped && !node.closed {
            match self.kind() {
                None => {
                    self.end(GrammarErrorKind::Unclosed(self.bracket(open)), self.tokens[open].span.clone())
                }
                Some(TokenKind::Close) => node.closed = self.close(open),
                Some(_) => {
                    node.entries.push(self.entry(open));
                    self.separator();
                }
            }
        }
        self.depth -= 1;
        node.span.end = self.tokens[self.n.saturating_sub(1)].span.end;
    }

    fn close(&mut self, open: usize) -> bool {
        let (opener, found) = (self.bracket(open), self.bracket(self.n));
        let fits = closing(opener) == found;
        if fits {
            self.n += 1;
        } else {
            let (start, span) = (self.tokens[open].span.start, self.here());
            self.error(GrammarErrorKind::Mismatch(opener, start), span.clone(), span.start);
        }
        fits
    }

    fn entry(&mut self, open: usize) -> Entry {
        let first = self.value();
        if self.stopped {
            return Entry { name: None, value: first };
        }
        let colon = self.kind() == Some(TokenKind::Colon);
        let value_follows = matches!(
            self.kind(),
            Some(TokenKind::Quoted | TokenKind::Number | TokenKind::Word | TokenKind::Open)
        );
        let is_name = match self.bracket(open) {
            '{' => first.shape == Shape::Text,
            '(' => first.is_bare(),
            _ => false,
        };
        if colon {
            self.n += 1;
        } else if is_name && value_follows {
            self.error(GrammarErrorKind::Colon, first.span.end..first.span.end, first.span.end);
        } else {
            return Entry { name: None, value: first };
        }
        let value = self.value();
        if !self.stopped && value.is_bare() && self.kind() == Some(TokenKind::Colon) {
            return Entry { name: Some(first), value: self.bare_fields(value, open) };
        }
        Entry { name: Some(first), value }
    }

    /// Fields that no brackets surround, from the first one's name on, read as though they did. In curly brackets all
    /// fields to the next quoted name; in others the next may belong to what is around.
    fn bare_fields(&mut self, first: Node, open: usize) -> Node {
        self.error(GrammarErrorKind::Bare, first.span.clone(), first.span.start);
        let mut group = Node { closed: false, ..Node::leaf(Shape::Group, first.span.clone()) };
        let mut name = first;
        loop {
            self.n += 1;
            let value = self.value();
            group.span.end = value.span.end.max(name.span.end);
            group.entries.push(Entry { name: Some(name), value });
            let follows =
                |n: usize, kind| self.tokens.get(self.n + n).is_some_and(|token| token.kind == kind);
            let more = self.bracket(open) == '{'
                && follows(0, TokenKind::Comma)
                && follows(1, TokenKind::Word)
                && follows(2, TokenKind::Colon);
            if self.stopped || !more {
                return group;
            }
            self.n += 1;
            name = self.value();
        }
    }

    /// The comma after an entry, unless the brackets close.
    fn separator(&mut self) {
        match self.kind() {
            _ if self.stopped => {}
            Some(TokenKind::Comma) => self.n += 1,
            Some(TokenKind::Close) | None => {}
            Some(kind) => {
                let end = self.tokens[self.n.saturating_sub(1)].span.end;
                self.error(GrammarErrorKind::Comma, end..end, end);
                self.n += usize::from(kind == TokenKind::Colon);
            }
        }
    }
}

/// The part of these bytes before the end of their first line.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let length = text[span.clone()].lines().next().map_or(1, str::len);
    span.start..span.start + length
}
