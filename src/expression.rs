//! Expressions over named numbers, as `realised_depth - 0.5 * (high - low)` or `adopted and realised_depth >= 0.4`.
//!
//! From weakest to strongest: `or`, `and`, `not`, comparisons (`<`, `<=`, `>`, `>=`, `=`, `!=`; one at a time), `+` and `-`,
//! `*` and `/`, the minus of a number, `^` (−2^2 is −4, 2^3^2 is 2^9). Functions: `abs`, `sqrt`, `ln`, `exp`, `min`, `max` of any
//! number, `if(condition, one, other)`. A truth is 1 or 0, and any number but 0 is true. A name may hold colons, as `gain:USA`; one
//! with other characters stands in braces, `{gain:Costa Rica}`.
//!
//! What is not a finite number is undefined, and so is what is made of it; of `if`, only the branch that is taken counts. An
//! expression has at most [`MOST_CHARACTERS`] characters and [`MOST_DEPTH`] levels, does nothing but arithmetic, and gives
//! the same bits on every platform.
//!
//! Written for this: of the libraries that are kept, evalexpr is under the AGPL, and exmex does not say where an error is.
//!
//! ```
//! use plenary::expression::Expression;
//!
//! let gap: Expression = "abs(a - b) / 2".parse()?;
//! assert_eq!(gap.names(), ["a", "b"]);
//! assert_eq!(gap.value(&[Some(0.25), Some(0.75)]), Some(0.25));
//! assert_eq!(gap.value(&[Some(0.2), None]), None);
//! assert_eq!("1 / (a - a)".parse::<Expression>()?.value(&[Some(0.5)]), None);
//! # Ok::<(), plenary::expression::ExpressionError>(())
//! ```

mod parse;

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::diagnostic::{Excerpt, SourceFile};

/// An expression of more characters is refused.
pub const MOST_CHARACTERS: usize = 500;
/// An expression of more levels, one within another, is refused.
pub const MOST_DEPTH: usize = 50;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    text: String,
    tree: Node,
    /// Each name once, and where it first stands.
    names: Vec<String>,
    places: Vec<[usize; 2]>,
}

/// What is wrong with an expression, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct ExpressionError {
    /// What is wrong.
    pub message: String,
    /// The expression.
    pub text: String,
    /// Where: from this character up to that.
    pub at: [usize; 2],
}

/// The message, and from which character on it is wrong.
impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (character {})", self.message, self.at[0] + 1)
    }
}

impl ExpressionError {
    /// The place in the expression, under this name, for an error that is shown with it.
    pub fn excerpt(&self, name: &str) -> Excerpt {
        let byte = |n: usize| self.text.char_indices().nth(n).map_or(self.text.len(), |(at, _)| at);
        let [from, to] = self.at.map(byte);
        Excerpt {
            file: SourceFile::new(name, &self.text),
            span: from..to,
            expected: self.message.clone().into(),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Node {
    Number(f64),
    Name(usize),
    Minus(Box<Self>),
    Not(Box<Self>),
    Pair(Operator, Box<[Self; 2]>),
    Call(Function, Vec<Self>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Or,
    And,
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
    Unequal,
    Plus,
    Minus,
    Times,
    Over,
    Power,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Function {
    Abs,
    Sqrt,
    Ln,
    Exp,
    Min,
    Max,
    If,
}

impl Expression {
    /// The names that it is made of, each once.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is a truth: a comparison, or made of truths by `and`, `or` and `not`.
    pub fn is_truth(&self) -> bool {
        match &self.tree {
            Node::Not(_) => true,
            Node::Pair(operator, _) => operator.is_truth(),
            _ => false,
        }
    }

    /// Its value where its names have these, in their order; none where it is undefined.
    pub fn value(&self, values: &[Option<f64>]) -> Option<f64> {
        self.tree.value(values)
    }

    /// An error about one of its names.
    pub fn error_at(&self, name: usize, message: String) -> ExpressionError {
        ExpressionError {
            message,
            text: self.text.clone(),
            at: self.places.get(name).copied().unwrap_or_default(),
        }
    }
}

impl FromStr for Expression {
    type Err = ExpressionError;

    fn from_str(text: &str) -> Result<Self, ExpressionError> {
        parse::expression(text)
    }
}

impl Node {
    fn value(&self, values: &[Option<f64>]) -> Option<f64> {
        let value = match self {
            Self::Number(x) => *x,
            Self::Name(n) => values.get(*n).copied().flatten()?,
            Self::Minus(of) => -of.value(values)?,
            Self::Not(of) => truth(of.value(values)? == 0.0),
            Self::Pair(operator, of) => operator.of(of[0].value(values)?, of[1].value(values)?),
            Self::Call(Function::If, of) => {
                of[if of[0].value(values)? == 0.0 { 2 } else { 1 }].value(values)?
            }
            Self::Call(function, of) => {
                let of: Vec<f64> = of.iter().map(|node| node.value(values)).collect::<Option<_>>()?;
                function.of(&of)
            }
        };
        value.is_finite().then_some(value)
    }
}

fn truth(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

impl Operator {
    fn is_truth(self) -> bool {
        !matches!(self, Self::Plus | Self::Minus | Self::Times | Self::Over | Self::Power)
    }

    fn of(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Or => truth(a != 0.0 || b != 0.0),
            Self::And => truth(a != 0.0 && b != 0.0),
            Self::Less => truth(a < b),
            Self::AtMost => truth(a <= b),
            Self::More => truth(a > b),
            Self::AtLeast => truth(a >= b),
            Self::Equal => truth(a == b),
            Self::Unequal => truth(a != b),
            Self::Plus => a + b,
            Self::Minus => a - b,
            Self::Times => a * b,
            Self::Over => a / b,
            Self::Power => libm::pow(a, b),
        }
    }
}

impl Function {
    const ALL: [(&'static str, Self, [usize; 2]); 7] = [
        ("abs", Self::Abs, [1, 1]),
        ("sqrt", Self::Sqrt, [1, 1]),
        ("ln", Self::Ln, [1, 1]),
        ("exp", Self::Exp, [1, 1]),
        ("min", Self::Min, [1, usize::MAX]),
        ("max", Self::Max, [1, usize::MAX]),
        ("if", Self::If, [3, 3]),
    ];

    /// Of defined numbers, of the right count.
    fn of(self, of: &[f64]) -> f64 {
        let first = of.first().copied().unwrap_or(f64::NAN);
        match self {
            Self::Abs => first.abs(),
            Self::Sqrt => libm::sqrt(first),
            Self::Ln => libm::log(first),
            Self::Exp => libm::exp(first),
            Self::Min => of.iter().copied().fold(first, f64::min),
            Self::Max => of.iter().copied().fold(first, f64::max),
            Self::If => f64::NAN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        let expression: Expression = text.parse().unwrap_or_else(|e| panic!("{e}"));
        let known = |name: &String| match name.as_str() {
            "a" => Some(0.25),
            "b" => Some(4.0),
            "gain:USA" => Some(-1.0),
            "gain:Costa Rica" => Some(7.0),
            _ => None,
        };
        expression.value(&expression.names().iter().map(known).collect::<Vec<_>>())
    }

    #[test]
    fn arithmetic_as_written_on_paper() {
        for (text, expected) in [
            ("1 + 2 * 3", 7.0),
            ("(1 + 2) * 3", 9.0),
            ("8 - 4 - 2", 2.0),
            ("8 / 4 / 2", 1.0),
            ("1 / 2", 0.5),
            ("-2^2", -4.0),
            ("2^-1", 0.5),
            ("2^3^2", 512.0),
            ("--3", 3.0),
            ("2 - -3", 5.0),
            (".5 + 1e-1", 0.6),
            ("a * b", 1.0),
            ("gain:USA + {gain:Costa Rica}", 6.0),
            ("min(3, max(1, 2), 5)", 2.0),
            ("sqrt(b) + abs(-a)", 2.25),
            ("ln(exp(2))", 2.0),
            ("if(a < b, 10, 20)", 10.0),
            ("if(a > b, 1 / 0, 20)", 20.0),
            ("a < b and not b < a", 1.0),
            ("1 > 2 or 2 >= 2", 1.0),
            ("1 = 1 and 1 != 1", 0.0),
            ("not 0", 1.0),
            ("1 + 1 = 2", 1.0),
        ] {
            let found = value(text).unwrap_or_else(|| panic!("{text} is undefined"));
            assert!((found - expected).abs() < 1e-12, "{text}: {found}");
        }
    }

    #[test]
    fn what_is_undefined_stays_so() {
        for text in [
            "1 / 0",
            "0 / 0",
            "sqrt(-1)",
            "ln(0)",
            "exp(1000)",
            "c + 1",
            "c > 0",
            "0 * (1 / 0)",
            "min(1, c)",
            "(-1)^0.5",
            "1 / 0 > 0",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn truths_are_told_from_numbers() {
        for (text, is_truth) in [
            ("a < b", true),
            ("not a", true),
            ("a and b", true),
            ("a + b", false),
            ("a", false),
            ("(a < b)", true),
            ("if(a, 1, 0)", false),
        ] {
            assert_eq!(text.parse::<Expression>().map(|e| e.is_truth()), Ok(is_truth), "{text}");
        }
    }

    #[test]
    fn errors_say_where() {
        for (text, message, at) in [
            ("", "nothing is written", [0, 0]),
            ("1 +", "ends where a number", [3, 3]),
            ("1 2", "expected an operator", [2, 3]),
            ("a b", "expected an operator", [2, 3]),
            ("(1 + 2", "is never closed", [0, 1]),
            ("1 + 2)", "closes nothing", [5, 6]),
            ("* 3", "expected a number", [0, 1]),
            ("1 < 2 < 3", "one comparison at a time", [6, 7]),
            ("foo(1)", "no function \"foo\"", [0, 3]),
            ("mim(1)", "did you mean \"min\"?", [0, 3]),
            ("abs(1, 2)", "takes 1", [0, 3]),
            ("if(1, 2)", "takes 3", [0, 2]),
            ("a # b", "\"#\" means nothing", [2, 3]),
            ("{gain", "is never closed", [0, 1]),
            ("1.2.3", "is no number", [0, 5]),
            ("1e999", "is no number", [0, 5]),
            ("深度 +", "ends where", [4, 4]),
        ] {
            let error = text.parse::<Expression>().expect_err(text);
            assert!(error.message.contains(message), "{text}: {error}");
            assert_eq!(error.at, at, "{text}: {error}");
        }
        let error = "深 + $".parse::<Expression>().expect_err("an error");
        assert!(error.to_string().ends_with("(character 5)"), "{error}");
        assert_eq!(error.excerpt("mine").span, 6..7, "in bytes");
    }

    #[test]
    fn long_and_deep_ones_are_refused() {
        assert!("1+".repeat(300).parse::<Expression>().is_err());
        assert!(format!("{}1{}", "(".repeat(60), ")".repeat(60)).parse::<Expression>().is_err());
        assert!(format!("{}1", "-".repeat(400)).parse::<Expression>().is_err());
        assert!(format!("1{}", "^1".repeat(240)).parse::<Expression>().is_err());
        assert!(format!("1{}", "+1".repeat(249)).parse::<Expression>().is_ok());
    }

    /// Whatever is written, it is read or refused.
    #[test]
    fn no_text_is_too_much() {
        let mut number = crate::random::endless("expressions");
        let words = [
            "1", "a", "(", ")", "+", "-", "*", "/", "^", "<", "=", ",", "min", "if", "{", "}", "not", "and",
            " ", ".", "é", "\u{1b}", "e",
        ];
        for _ in 0..20_000 {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a place in the list
            let text: String = (0..12).map(|_| words[(number() * words.len() as f64) as usize]).collect();
            match text.parse::<Expression>() {
                Ok(found) => _ = found.value(&vec![Some(0.5); found.names().len()]),
                Err(error) => {
                    assert!(error.at[0] <= error.at[1] && error.at[1] <= text.chars().count(), "{text}")
                }
            }
        }
    }
}
