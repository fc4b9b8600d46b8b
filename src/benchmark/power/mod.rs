//! A priori voting power: the power that members have from the decision rule alone, regardless of preferences.
//!
//! A simple game says which coalitions carry: never the empty one, always the coalition of all members, and a coalition that
//! carries still does when a member joins. A member *swings* a coalition of others that loses without it and
//! wins with it. With s the size of that coalition and η_i the number of i's swings,
//!
//! - Shapley–Shubik φ_i = Σ s!(n−1−s)!/n! over swings: the probability that i is pivotal in a random order of the members;
//! - Banzhaf β_i = η_i/2ⁿ⁻¹: the probability that i is decisive if all others toss a coin; normalised, η_i/Σ η;
//! - Coleman's power to act ω/2ⁿ: the probability that a proposal is carried if all members toss a coin;
//! - Nakamura number: the smallest number of winning coalitions with no common member. The core is non-empty for all
//!   preferences iff there are fewer options than that.
//!
//! All counts are integers of any size and all indices exact fractions. Identical members are counted together, so 193 equal
//! members or the 535 members of Congress take little time.
//!
//! Literature: Shapley & Shubik (1954), A method for evaluating the distribution of power in a committee system,
//! APSR 48. Banzhaf (1965), Weighted voting doesn't work, Rutgers Law Review 19. Coleman (1971), Control of
//! collectivities and the power of a collectivity to act. Nakamura (1979), The vetoers in a simple game with
//! ordinal preferences, IJGT 8. Brams & Affuso (1976), PowerIndices and size, Theory and Decision 7: counting by
//! generating functions; dividing by a member's factor removes it.
//!
//! ```
//! use plenary::benchmark::power::{Exact, WeightedGame};
//! let council = WeightedGame::new(12, &[4, 4, 4, 2, 2, 1])?; // the six of 1958
//! let power = council.power()?;
//! assert_eq!(power.shapley_shubik()[0], Exact::new(7, 30));
//! assert_eq!(power.dummies(), [5], "Luxembourg was never decisive");
//! # Ok::<(), plenary::benchmark::power::PowerError>(())
//! ```

mod counting;
mod error;
mod exact;
mod game;
mod halves;
mod index;
mod nakamura;
mod rule;
mod sampled;
mod weighted;
mod wins;

pub use error::PowerError;
pub use exact::Exact;
pub use game::{MOST_ENUMERATED, MOST_MEMBERS, SimpleGame};
pub use index::PowerIndices;
pub use sampled::SampledPower;
pub use weighted::WeightedGame;
