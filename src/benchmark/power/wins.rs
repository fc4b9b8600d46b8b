//! The function that decides a game.

/// Whether a coalition with these sums carries.
pub type Wins = dyn Fn(&[u64]) -> bool + Send + Sync;
