//! How a negotiation ended, and what to call it: the outcome tree (specification §2).

use serde::{Deserialize, Serialize};

use crate::{null::Null, scenario::Thresholds, stance::Stance, text::Text, voting::Vote};

/// How a negotiation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Conclusion {
    /// Adopted without a vote.
    Consensus,
    /// Adopted by the rule's own vote.
    Vote {
        /// Votes against.
        no: u64,
    },
    /// Signed: the text binds its signatories only.
    Signed {
        /// How many signed.
        signatories: u64,
    },
    /// Adopted by a vote after consensus had failed.
    FallbackVote {
        /// Votes against.
        no: u64,
        /// Whether a delegation called it early.
        called: bool,
    },
    /// The deadline passed without a text.
    Deadlock,
    /// Not adopted, because of somebody who left.
    WalkOut,
}

impl Conclusion {
    /// Whether there is a text.
    pub fn adopted(self) -> bool {
        !matches!(self, Self::Deadlock | Self::WalkOut)
    }
}

/// How many members voted which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct VotesCast {
    /// In favour; of a text that binds its signatories only, those who signed.
    pub yes: u64,
    /// Against.
    pub no: u64,
    /// Neither.
    pub abstain: u64,
}

/// The name of an outcome; exclusive, in the order of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Label {
    /// No text: an exit broke the quorum, or the leaver was pivotal.
    WalkOut,
    /// No text.
    Deadlock,
    /// A text that decides nothing.
    Deferral,
    /// A text that binds its signatories only, with many outside.
    CoalitionOfTheWilling,
    /// A text voted through against somebody after consensus failed.
    ContestedVote,
    /// The commitments are the LCD, the words are not.
    Hollow,
    /// What hurt was taken out, what is left is deep.
    CarveOut,
    /// A text at the lowest common denominator: on each clause the least ambitious wish, never below the status quo.
    LowestCommonDenominator,
    /// About as deep as the median party wants.
    Substantive,
    /// Anything in between.
    Compromise,
}

impl Label {
    /// Every label, in the order of the tree.
    pub const ALL: [Self; 10] = [
        Self::WalkOut,
        Self::Deadlock,
        Self::Deferral,
        Self::CoalitionOfTheWilling,
        Self::ContestedVote,
        Self::Hollow,
        Self::CarveOut,
        Self::LowestCommonDenominator,
        Self::Substantive,
        Self::Compromise,
    ];

    /// The label in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::WalkOut => "walk-out",
            Self::Deadlock => "deadlock",
            Self::Deferral => "deferral",
            Self::CoalitionOfTheWilling => "coalition of the willing",
            Self::ContestedVote => "contested vote",
            Self::Hollow => "hollow text",
            Self::CarveOut => "carve-out",
            Self::LowestCommonDenominator => "lowest common denominator",
            Self::Substantive => "substantive",
            Self::Compromise => "compromise",
        }
    }

    /// The place in [`Label::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// What the outcome tree looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facts {
    /// How it ended.
    pub conclusion: Conclusion,
    /// max_d |x_d − q_d|.
    pub departure: f64,
    /// Share of members or of materiality that the text does not bind, whichever is larger.
    pub outside: f64,
    /// Λ of nominal depth; none without a conflict of ambition.
    pub index: Option<f64>,
    /// Λ of guaranteed depth.
    pub guaranteed_index: Option<f64>,
    /// Whether a laggard binds the text.
    pub laggard_bound: bool,
    /// Materiality-weighted salience of clauses deleted or taken out of scope.
    pub carved_salience: f64,
    /// Whether any clause is a matter of ambition: without one no text is deep.
    pub ambition: bool,
    /// Depth of the clauses that are left.
    pub depth_left: f64,
    /// D.
    pub depth: f64,
    /// D^R.
    pub reference: f64,
}

impl Facts {
    /// Whether a text is adopted that decides nothing: what holds without it holds with it.
    pub(crate) fn is_deferral(&self, t: &Thresholds) -> bool {
        self.conclusion.adopted() && self.departure <= t.procedural
    }

    /// Whether a text is adopted at the lowest common denominator, max(q, min p) on each clause. A deferral is none,
    /// though its depth may be the same: nobody's wish holds it down.
    pub fn is_lcd(&self, t: &Thresholds) -> bool {
        self.is_at_lcd(self.index, t)
    }

    /// Whether a text is adopted that commits to no more than the lowest common denominator, whatever its words.
    pub fn is_lcd_in_substance(&self, t: &Thresholds) -> bool {
        self.is_at_lcd(self.guaranteed_index, t)
    }

    fn is_at_lcd(&self, index: Option<f64>, t: &Thresholds) -> bool {
        self.conclusion.adopted()
            && !self.is_deferral(t)
            && self.laggard_bound
            && index.is_some_and(|x| x >= t.lcd_index)
    }

    /// The first branch of the tree that holds.
    pub fn label(&self, t: &Thresholds) -> Label {
        let at_lcd = |index: Option<f64>| index.is_some_and(|x| x >= t.lcd_index);
        match self.conclusion {
            Conclusion::WalkOut => Label::WalkOut,
            Conclusion::Deadlock => Label::Deadlock,
            _ if self.is_deferral(t) => Label::Deferral,
            Conclusion::Signed { .. } if self.outside >= t.outside => Label::CoalitionOfTheWilling,
            Conclusion::FallbackVote { no, .. } if no > 0 => Label::ContestedVote,
            _ if at_lcd(self.guaranteed_index) && !at_lcd(self.index) => Label::Hollow,
            _ if self.carved_salience >= t.carved_salience
                && self.depth_left >= self.reference - t.carved_depth =>
            {
                Label::CarveOut
            }
            _ if self.is_lcd(t) => Label::LowestCommonDenominator,
            _ if self.ambition && self.depth >= self.reference - t.substantive => Label::Substantive,
            _ => Label::Compromise,
        }
    }
}

/// When a run fell to the lowest common denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Emergence {
    /// It was not there when the text was adopted, or nothing was adopted.
    None,
    /// It started there, or lost too little on the way to speak of dilution.
    ByDesign,
    /// It was diluted: there from this round on.
    Round(u32),
}

/// One negotiation, as it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The replicate.
    pub replicate: u64,
    /// How it ended.
    pub conclusion: Conclusion,
    /// The vote that decided; none where none was taken.
    pub votes: Option<VotesCast>,
    /// What to call it.
    pub label: Label,
    /// The round in which it ended.
    pub round: u32,
    /// The text adopted, or the last one tabled.
    pub text: Text,
    /// D of that text.
    pub depth: f64,
    /// G of that text.
    pub guaranteed_depth: f64,
    /// D of what holds afterwards: the text where adopted, else the status quo.
    pub realised_depth: f64,
    /// D of the first draft.
    pub draft_depth: f64,
    /// D^L, D^T and D^R over those with a voice.
    pub benchmarks: [f64; 3],
    /// The same over all members.
    pub benchmarks_of_all: [f64; 3],
    /// Λ.
    pub index: Option<f64>,
    /// Λ_G.
    pub guaranteed_index: Option<f64>,
    /// An LCD text.
    pub lcd: bool,
    /// LCD in substance.
    pub lcd_in_substance: bool,
    /// Whether a laggard binds the text.
    pub laggard_bound: bool,
    /// When it fell there.
    pub emergence: Emergence,
    /// Realised depth with the laggards' veto removed, on the same draws; none where that was not asked for.
    pub without_laggards: Option<f64>,
    /// What null models make of the same replicate; none where none was asked for.
    pub nulls: Vec<NullOutcome>,
    /// Σ m of those in the room at the end.
    pub participation: f64,
    /// Whether the least and the greatest equilibrium of the last objection game differ.
    pub fixed_points_differ: bool,
    /// Each country at the end.
    pub parties: Vec<PartyOutcome>,
}

/// What a null model makes of a replicate, by the benchmarks of its own parties.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NullOutcome {
    /// The null model.
    pub null: Null,
    /// Whether there is a text; always, where the text follows from wishes alone.
    pub adopted: bool,
    /// An LCD text.
    pub lcd: bool,
    /// LCD in substance.
    pub lcd_in_substance: bool,
    /// D of what holds afterwards.
    pub realised_depth: f64,
}

/// A country at the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartyOutcome {
    /// What it did with the last text put to the room.
    pub stance: Stance,
    /// How it counted in the vote on that text.
    pub vote: Vote,
    /// Its gain over the status quo from what holds afterwards, in utility by its own ideals.
    pub gain: f64,
    /// Whether it is one of the least ambitious, as many as the thresholds say: of equals the first in the scenario.
    pub laggard: bool,
    /// Whether it is no more ambitious than the last of those: equals count, wherever they stand in the scenario.
    pub least_ambitious: bool,
    /// Whether it said no at the last attempt that failed.
    pub held_out: bool,
    /// Whether it left during the negotiation.
    pub left: bool,
    /// Whether it broke its bloc's line at the end.
    pub defected: bool,
}
