//! The guide: what the program answers, how to write a case and study it, and what the results are worth.
//!
//! The equations are in [`crate::specification`]; how to add to the program is in `CONTRIBUTING.md`.

#[doc = include_str!("guide/commands.md")]
pub mod commands {}

#[doc = include_str!("guide/evidence.md")]
pub mod evidence {}

#[doc = include_str!("guide/flagship.md")]
pub mod flagship {}

#[doc = include_str!("guide/pictures.md")]
pub mod pictures {}

#[doc = include_str!("guide/scenarios.md")]
pub mod scenarios {}

#[doc = include_str!("guide/seats.md")]
pub mod seats {}

#[doc = include_str!("guide/studies.md")]
pub mod studies {}
