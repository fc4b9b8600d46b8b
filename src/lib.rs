//! plenary: multilateral negotiation of a text, simulated.
//!
//! **The question.** When does a *lowest-common-denominator* (LCD) text emerge, why, and what would have lifted it?
//! Countries, blocs and firms with preferences over the clauses of a text negotiate under consensus or another
//! rule; many seeded replicates run in parallel; the answer comes with intervals and with what it is compared to.
//!
//! ```
//! use plenary::Case;
//!
//! let case = Case::parse("two camps", r#"(
//!     format: 1,
//!     title: "Two camps",
//!     clauses: {"cuts": Ambition(status_quo: 0.0)},
//!     countries: {
//!         "Asteria": (positions: {"cuts": 0.2}),
//!         "Borealia": (positions: {"cuts": 0.7}),
//!         "Cordova": (positions: {"cuts": 0.9}),
//!     },
//!     uncertainty: (ideals: (medium: Normal(0.05))),
//! )"#)?;
//! let answer = case.run(200, 1)?;
//! let summary = answer.summary();
//! assert_eq!(summary.adopted.of, 200);
//! assert!(summary.lcd.low <= summary.lcd.high);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **The model on a page.**
//!
//! - A text x has one value per clause, an interval [lo, hi]; its width is constructive ambiguity. Depth D(x) =
//!   Σ a_d x_d over ambition clauses, at the middle reading; guaranteed depth G(x) at the least demanding one.
//! - A party has ideals p_d and saliences ω_d; u(x) = 1 − Σ ω_d |x_d − p_d| by default. It would rather have no text
//!   than fall below r = max(u(q) − c, u(q) + g): the status quo q less the cost of failure, or what its outside option gains.
//! - It asks for a(t) = r + (1 − F(t)) max(0, 1 − r), F(t) = (t/T)^{1/β}: all of it at first, its reservation at the
//!   deadline T (Faratin, Sierra & Jennings 1998).
//! - It objects iff its margin u(x) − a(t) is below −χ(1 − o)^γ, the cost of standing alone, where o is the share
//!   of others objecting; silence is the default, so the least equilibrium of that game decides.
//! - The chair revises the text by moves that lower the weighted sum of shortfalls of those it must bring along.
//! - LCD: clause by clause max(q, min p), the least ambitious party's wish, never below the status quo; from preferences
//!   alone. Λ(x) = 1 at the LCD, 0 where the median party would have it. An LCD text is adopted, has Λ ≥ .8, and a laggard binds it.
//!
//! **Modules**, each importing only from those above it:
//! [`language`] [`printable`] [`shell`] [`diagnostic`] [`document`] [`named`] [`output`] `field` [`text`] [`preference`] [`tactic`] [`voting`] [`party`] [`stance`] [`protocol`] [`null`]: vocabulary and rules ·
//! [`scenario`]: the case as its author wrote it · [`sheet`], [`import`]: tables from files, turned into scenarios · [`random`], [`model`], [`benchmark`], [`outcome`],
//! [`negotiation`]: the engine · [`seat`]: delegates from outside · [`analysis`]: what can be said without negotiating · [`Case`]: a scenario with its model, ready to run · [`study`]: many runs and what they say · [`backtest`]: against real outcomes · [`report`]: for people and scripts.
//!
//! **Chapters.** [`guide`] is for those who use the program: [`guide::scenarios`], [`guide::studies`], [`guide::pictures`],
//! [`guide::commands`], [`guide::seats`], [`guide::flagship`], [`guide::evidence`]. [`specification`] has every equation with its source, section by
//! section, as the code cites them.
//!
//! **Literature.** Underdal (1980), *The Politics of International Fisheries Management*: the law of the least
//! ambitious programme. Faratin, Sierra & Jennings (1998), Robotics and Autonomous Systems 24: time-dependent
//! concession. Shapley & Shubik (1954), Banzhaf (1965), Coleman (1971), Nakamura (1979): voting power. Wilson
//! (1927), JASA 22: intervals for rates. Wichura (1988), Applied Statistics 37: AS 241.
#![deny(missing_docs)]

pub mod guide;
#[doc = include_str!("specification.md")]
pub mod specification {}

pub mod language;
pub mod printable;
pub mod shell;

pub mod diagnostic;
pub mod document;
pub mod expression;
pub mod named;
pub mod output;

pub(crate) mod field;
pub mod text;

pub mod preference;
pub mod tactic;
pub mod voting;

pub mod null;
pub mod party;
pub mod protocol;
pub mod stance;

pub mod scenario;
pub mod sheet;

pub mod import;

pub mod analysis;
pub mod backtest;
pub mod benchmark;
pub(crate) mod case;
pub mod model;
pub mod negotiation;
pub mod outcome;
pub mod random;
pub mod report;
pub mod seat;
pub mod study;

pub use case::{Case, CaseError};
