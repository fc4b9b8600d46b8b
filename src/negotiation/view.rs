//! What can be seen of a negotiation from outside.

use super::{realisation::Realisation, voices::Voices};
use crate::{
    benchmark::Lcd,
    model::{Author, Model},
    text::Text,
};

/// A negotiation as it stands.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The case.
    pub model: &'a Model,
    /// This replicate's parties.
    pub parties: &'a Realisation,
    /// Which countries are at the table: present, not left, not silenced.
    pub seated: &'a [bool],
    /// Those who speak.
    pub voices: &'a Voices,
    /// The text as it stands.
    pub text: &'a Text,
    /// The benchmarks over the countries present.
    pub lcd: &'a Lcd,
    /// Who tabled the draft, where it is somebody's own.
    pub sponsor: Option<Author>,
    /// The round; 0 = the first draft.
    pub round: u32,
    /// The aspiration level of each voice this round, in utility.
    pub aspirations: &'a [f64],
    /// The aspiration level of each country this round, in utility.
    pub country_aspirations: &'a [f64],
    /// What each voice gets from the text, in utility.
    pub utilities: &'a [f64],
}
