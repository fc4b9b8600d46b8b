//! The members of a bloc that are at the table or silent, and what they want together (specification §3).

use crate::{
    model::{Model, Preferences},
    text::ClauseId,
};

/// Who is there, and what each wants.
#[derive(Clone, Copy)]
pub struct Attendance<'a> {
    /// What each country wants, its bloc considered.
    pub effective: &'a Preferences,
    /// Who has not left.
    pub present: &'a [bool],
    /// Who is present, but says nothing.
    pub silent: &'a [bool],
}

/// The members of a bloc that are seated, or silent: what they want together does not depend on who must be brought along.
#[derive(Clone, Copy)]
pub struct Ranks<'a> {
    model: &'a Model,
    room: Attendance<'a>,
    seated: &'a [bool],
    pub bloc: usize,
    /// Their summed materiality.
    pub materiality: f64,
}

impl<'a> Ranks<'a> {
    pub fn of(model: &'a Model, room: Attendance<'a>, seated: &'a [bool], bloc: usize) -> Self {
        let mut ranks = Self { model, room, seated, bloc, materiality: 0.0 };
        ranks.materiality = ranks.members().map(|(_, m)| m).sum();
        ranks
    }

    /// Each member, with the strength of its membership.
    pub fn memberships(self) -> impl Iterator<Item = (usize, f64)> + 'a {
        let silent = move |i: usize| self.room.silent[i] && self.room.present[i];
        let members = self.model.blocs[self.bloc].members.iter().copied();
        members.filter(move |&(i, _)| self.seated[i] || silent(i))
    }

    /// Each member, with its materiality by the strength of its membership.
    pub fn members(self) -> impl Iterator<Item = (usize, f64)> + 'a {
        self.memberships().map(move |(i, strength)| (i, strength * self.model.countries[i].materiality))
    }

    /// A weighted mean; members of no materiality still count, alike.
    pub fn mean(self, of: impl Fn(usize) -> f64) -> f64 {
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 members
        let alike = || 1.0 / self.members().count() as f64;
        let weight = |m: f64| if self.materiality > 0.0 { m / self.materiality } else { alike() };
        self.members().map(|(i, m)| weight(m) * of(i)).sum()
    }

    /// The members' mean loss by an option, each by its salience: times their mean salience, what it costs them on average.
    pub fn option_loss(self, clause: ClauseId, option: usize) -> f64 {
        let wants = self.room.effective;
        let salience = self.mean(|i| wants.salience(i, clause));
        let cost = self.mean(|i| wants.salience(i, clause) * wants.option_loss(i, clause, option));
        if salience > 0.0 { cost / salience } else { 0.0 }
    }
}
