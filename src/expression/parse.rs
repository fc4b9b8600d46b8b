//! Reading an expression: words, then operators by their strength (Pratt 1973).

use super::{Expression, ExpressionError, Function, MOST_CHARACTERS, MOST_DEPTH, Node, Operator};
use crate::document::closest;

/// A word of an expression, and where it stands: from this character up to that.
#[derive(Clone, Debug, PartialEq)]
struct Word {
    is: Token,
    at: [usize; 2],
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Name(String),
    /// A sign, or `and`, `or`, `not`.
    Sign(&'static str),
}

/// Longer signs first.
const SIGNS: [&str; 15] = ["<=", ">=", "!=", "==", "<", ">", "=", "+", "-", "*", "/", "^", "(", ")", ","];
const WORDS: [&str; 3] = ["and", "or", "not"];

/// The strength of `not` and of the minus of a number: they take in what binds as strongly or more so.
const NOT: u8 = 3;
const MINUS: u8 = 7;

/// How strongly an operator binds; of equals the left one first, but for powers.
const STRENGTHS: [(&str, Operator, u8); 14] = [
    ("or", Operator::Or, 1),
    ("and", Operator::And, 2),
    ("<", Operator::Less, 4),
    ("<=", Operator::AtMost, 4),
    (">", Operator::More, 4),
    (">=", Operator::AtLeast, 4),
    ("=", Operator::Equal, 4),
    ("==", Operator::Equal, 4),
    ("!=", Operator::Unequal, 4),
    ("+", Operator::Plus, 5),
    ("-", Operator::Minus, 5),
    ("*", Operator::Times, 6),
    ("/", Operator::Over, 6),
    ("^", Operator::Power, 8),
];
const COMPARISON: u8 = 4;

pub(super) fn expression(text: &str) -> Result<Expression, ExpressionError> {
    let characters: Vec<char> = text.chars().collect();
    let error =
        |message: &str, at| ExpressionError { message: message.to_owned(), text: text.to_owned(), at };
    if characters.len() > MOST_CHARACTERS {
        let text: String = characters[..60].iter().chain(&['…']).collect();
        let message = format!("an expression has at most {MOST_CHARACTERS} characters");
        return Err(ExpressionError { message, text, at: [60, 61] });
    }
    let words = words(text, &characters)?;
    if words.is_empty() {
        return Err(error("nothing is written here", [0, 0]));
    }
    let mut parser = Parser {
        text,
        end: characters.len(),
        words,
        next: 0,
        depth: 0,
        names: Vec::new(),
        places: Vec::new(),
    };
    let tree = parser.read(0)?;
    match parser.words.get(parser.next) {
        None => Ok(Expression { text: text.to_owned(), tree, names: parser.names, places: parser.places }),
        Some(Word { is: Token::Sign(")"), at }) => Err(error("this bracket closes nothing", *at)),
        Some(Word { is: Token::Sign(","), at }) => Err(error("a comma separates what a function is of", *at)),
        Some(Word { at, .. }) => Err(error("expected an operator, as +", *at)),
    }
}

/// Splits a text into words.
fn words(text: &str, characters: &[char]) -> Result<Vec<Word>, ExpressionError> {
    let error = |message: String, at| ExpressionError { message, text: text.to_owned(), at };
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(&c) = characters.get(at) {
        let rest = &characters[at..];
        let (is, length) = if c.is_whitespace() {
            at += 1;
            continue;
        } else if c.is_ascii_digit() || c == '.' {
            let length = number_length(rest);
            let number: String = rest[..length].iter().collect();
            let value = number.parse().ok().filter(|x: &f64| x.is_finite());
            let value =
                value.ok_or_else(|| error(format!("\"{number}\" is no number"), [at, at + length]))?;
            (Token::Number(value), length)
        } else if c == '{' {
            let length = rest.iter().position(|c| *c == '}');
            let length =
                length.ok_or_else(|| error("this brace is never closed".to_owned(), [at, at + 1]))?;
            (Token::Name(rest[1..length].iter().collect()), length + 1)
        } else if c.is_alphabetic() || c == '_' {
            let length = name_length(rest);
            let name: String = rest[..length].iter().collect();
            let word = WORDS.iter().find(|word| **word == name);
            (word.map_or_else(|| Token::Name(name.clone()), |word| Token::Sign(word)), length)
        } else {
            let is_here = |sign: &&&str| sign.chars().eq(rest.iter().take(sign.len()).copied());
            let sign = SIGNS.iter().find(is_here);
            let unknown = || error(format!("\"{}\" means nothing here", c.escape_debug()), [at, at + 1]);
            let sign = sign.ok_or_else(unknown)?;
            (Token::Sign(sign), sign.len())
        };
        words.push(Word { is, at: [at, at + length] });
        at += length;
    }
    Ok(words)
}

/// Digits, points, and an exponent with its sign.
fn number_length(rest: &[char]) -> usize {
    let mut length = 0;
    while let Some(&c) = rest.get(length) {
        let follows_e = length > 0 && matches!(rest[length - 1], 'e' | 'E');
        let begins = |k: usize| rest.get(k).is_some_and(char::is_ascii_digit);
        let is_exponent = matches!(c, 'e' | 'E')
            && (begins(length + 1)
                || (matches!(rest.get(length + 1), Some('+' | '-')) && begins(length + 2)));
        if !(c.is_ascii_digit() || c == '.' || is_exponent || (follows_e && matches!(c, '+' | '-'))) {
            break;
        }
        length += 1;
    }
    length
}

/// Letters, digits, underscores, and colons with more of them behind.
fn name_length(rest: &[char]) -> usize {
    let is_letter = |c: &char| c.is_alphanumeric() || *c == '_';
    let mut length = 0;
    while let Some(c) = rest.get(length) {
        if !(is_letter(c) || (*c == ':' && rest.get(length + 1).is_some_and(is_letter))) {
            break;
        }
        length += 1;
    }
    length
}

struct Parser<'t> {
    text: &'t str,
    /// How many characters there are.
    end: usize,
    words: Vec<Word>,
    next: usize,
    depth: usize,
    names: Vec<String>,
    places: Vec<[usize; 2]>,
}

impl Parser<'_> {
    fn error<T>(&self, message: impl Into<String>, at: [usize; 2]) -> Result<T, ExpressionError> {
        Err(ExpressionError { message: message.into(), text: self.text.to_owned(), at })
    }

    fn is_next(&self, sign: &str) -> bool {
        matches!(self.words.get(self.next), Some(Word { is: Token::Sign(found), .. }) if *found == sign)
    }

    /// Takes the next word if it is this sign.
    fn take(&mut self, sign: &str) -> bool {
        let is_next = self.is_next(sign);
        self.next += usize::from(is_next);
        is_next
    }

    /// What binds at least so strongly.
    fn read(&mut self, strength: u8) -> Result<Node, ExpressionError> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            let at = self.words.get(self.next).map_or([self.end; 2], |word| word.at);
            return self.error(format!("an expression has at most {MOST_DEPTH} levels"), at);
        }
        let mut left = self.operand()?;
        let mut compared = false;
        while let Some((operator, binds, at)) = self.operator().filter(|(_, binds, _)| *binds >= strength) {
            if binds == COMPARISON && std::mem::replace(&mut compared, true) {
                return self.error("one comparison at a time: join two by and", at);
            }
            self.next += 1;
            let right = self.read(if operator == Operator::Power { binds } else { binds + 1 })?;
            left = Node::Pair(operator, Box::new([left, right]));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operator(&self) -> Option<(Operator, u8, [usize; 2])> {
        let word = self.words.get(self.next)?;
        let Token::Sign(sign) = word.is else { return None };
        STRENGTHS
            .iter()
            .find(|(known, ..)| *known == sign)
            .map(|(_, operator, binds)| (*operator, *binds, word.at))
    }

    fn operand(&mut self) -> Result<Node, ExpressionError> {
        let Some(Word { is, at }) = self.words.get(self.next).cloned() else {
            return self.error("it ends where a number or a name is expected", [self.end; 2]);
        };
        self.next += 1;
        match is {
            Token::Number(x) => Ok(Node::Number(x)),
            Token::Name(name) if self.is_next("(") => self.call(&name, at),
            Token::Name(name) => Ok(Node::Name(self.name(name, at))),
            Token::Sign("-") => Ok(Node::Minus(Box::new(self.read(MINUS)?))),
            Token::Sign("+") => self.read(MINUS),
            Token::Sign("not") => Ok(Node::Not(Box::new(self.read(NOT)?))),
            Token::Sign("(") => {
                let inner = self.read(0)?;
                self.close(at)?;
                Ok(inner)
            }
            Token::Sign(_) => self.error("expected a number, a name or a bracket", at),
        }
    }

    /// The bracket that closes the one there.
    fn close(&mut self, open: [usize; 2]) -> Result<(), ExpressionError> {
        match self.words.get(self.next).cloned() {
            _ if self.take(")") => Ok(()),
            None => self.error("this bracket is never closed", open),
            Some(Word { is: Token::Sign(","), at }) => {
                self.error("a comma separates what a function is of", at)
            }
            Some(Word { at, .. }) => self.error("expected an operator, as +", at),
        }
    }

    fn call(&mut self, name: &str, at: [usize; 2]) -> Result<Node, ExpressionError> {
        let Some((_, function, [least, most])) = Function::ALL.into_iter().find(|(known, ..)| *known == name)
        else {
            let known = Function::ALL.map(|(known, ..)| known);
            let near = closest(name, known).map_or_else(
                || format!("known: {}", known.join(", ")),
                |near| format!("did you mean \"{near}\"?"),
            );
            return self.error(format!("there is no function \"{name}\": {near}"), at);
        };
        let open = self.words[self.next].at;
        self.next += 1;
        let mut of = vec![self.read(0)?];
        while self.take(",") {
            of.push(self.read(0)?);
        }
        self.close(open)?;
        if !(least..=most).contains(&of.len()) {
            return self.error(format!("{name} takes {least}, and here it is given {}", of.len()), at);
        }
        Ok(Node::Call(function, of))
    }

    fn name(&mut self, name: String, at: [usize; 2]) -> usize {
        self.names.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.names.push(name);
            self.places.push(at);
            self.names.len() - 1
        })
    }
}
