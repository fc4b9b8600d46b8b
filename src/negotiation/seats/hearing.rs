//! The hearing at the beginning of a round: seats that are taken are asked, and what they say takes effect.

use super::{
    super::{
        Bracket, Observer, Voice, decision::Decision, session::Session, table::NegotiationTable,
        voices::Voices,
    },
    LastRound, Listening, Seats, Spoken,
    check::{is_of, powers},
    saying::Saying,
    situation::{Situation, Tabled},
};
use crate::text::{ClauseId, Value};

impl Session<'_> {
    /// Asks the seats that are taken, lets what they say take effect, and takes new minutes.
    pub(in crate::negotiation) fn hear<O: Observer>(&mut self, observer: &mut O, seats: &mut Seats<'_>) {
        self.procedure.open(&mut self.table, &mut self.decision, observer);
        self.table.said.clear();
        self.table.update_aspirations(self.table.round + 1);
        let brackets = brackets(&self.table);
        self.table.restore_wishes();
        self.table.update_aspirations(self.table.round + 1);
        let round = self.table.rounds_played() + 1;
        for (seat, delegate) in &mut seats.taken {
            let Some(situation) = situation(&self.table, *seat, (&brackets[..], &seats.last)) else {
                continue;
            };
            let (said, refused) = delegate.speak(&situation).checked(&self.table, &situation);
            let said = said.without_defaults(&situation);
            self.table.said.note(*seat, said.clone());
            seats.spoken.push(Spoken { round, seat: *seat, said, refused });
        }
        seats.last = LastRound { round, ..LastRound::default() };
        let mut listening = Listening { observer, minutes: &mut seats.last };
        self.table.walk_out(&mut self.decision, &mut listening);
        self.table.voice_wishes();
        self.decision.heed(&self.table);
    }
}

impl Saying {
    /// Without what the model would do anyway, so that saying it changes nothing.
    fn without_defaults(mut self, situation: &Situation<'_>) -> Self {
        self.demand.take_if(|demand| *demand == situation.demand);
        self.wishes.retain(|(clause, value)| *value != situation.wants[clause.index()].0);
        self
    }
}

/// What the voices would put instead of the text, as they last said what they want.
fn brackets(table: &NegotiationTable<'_>) -> Vec<Tabled> {
    let voices = &table.voices;
    let tabled = |b: Bracket| Tabled { who: voices.who[b.voice], clause: b.clause, wants: b.wants };
    let open = Bracket::open(voices, &table.appraisal, &table.aspirations.voices);
    open.into_iter().map(tabled).collect()
}

/// The situation of a seat; none where it is not at the table.
fn situation<'a>(
    table: &'a NegotiationTable<'_>,
    seat: Voice,
    (brackets, last): (&[Tabled], &'a LastRound),
) -> Option<Situation<'a>> {
    let (model, voices) = (table.model, &table.voices);
    let (preferences, party, reservation, demand) = match seat {
        Voice::Country(i) => {
            let parties = &table.parties;
            table.seated[i].then_some(())?;
            (&parties.effective, i, parties.reservations[i], table.aspirations.countries[i])
        }
        Voice::Bloc(b) => {
            let v = voices.of_bloc[b]?;
            (&voices.preferences, v, voices.reservations[v], table.aspirations.voices[v])
        }
    };
    let want = |clause| (preferences.favourite(party, clause), preferences.salience(party, clause));
    Some(Situation {
        model,
        seat,
        round: table.rounds_played() + 1,
        rounds_left: table.deadline().saturating_sub(table.round),
        clause: table.agenda,
        text: &table.text,
        brackets: brackets.to_vec(),
        utility: preferences.utility_of(party, &table.text),
        demand,
        reservation,
        wants: model.clause_ids().map(want).collect(),
        last,
        may: powers(table, seat),
    })
}

impl NegotiationTable<'_> {
    /// Lets voices say what they want again, where they said something else.
    fn restore_wishes(&mut self) {
        if std::mem::take(&mut self.said.wishes_voiced) {
            self.voices.assemble(self.model, &self.parties, &self.seated);
            self.judge_text();
        }
    }

    /// Those who said so leave, a bloc with all whom it leads.
    fn walk_out<O: Observer>(&mut self, decision: &mut Decision, observer: &mut O) {
        let leaves = |i: usize| {
            let of =
                |(seat, saying): (Voice, &Saying)| saying.walks_out == Some(true) && is_of(self, seat, i);
            self.seated[i] && self.said.sayings().any(of)
        };
        let mut leaving: Vec<usize> = (0..self.seated.len()).filter(|&i| leaves(i)).collect();
        // Two seats may each be allowed to leave, but not both where nobody else is there.
        if leaving.len() == self.seated.iter().filter(|seated| **seated).count() {
            leaving.pop();
        }
        for &i in &leaving {
            self.seated[i] = false;
            decision.exits.left[i] = true;
            observer.left(&self.view(), i);
        }
        if !leaving.is_empty() {
            self.voices.assemble(self.model, &self.parties, &self.seated);
            self.judge_text();
        }
    }

    /// Whoever asks for something of its own speaks for itself, though its bloc speaks; and voices say what they say they want.
    fn voice_wishes(&mut self) {
        let asks = |saying: &Saying| saying.demand.is_some() || !saying.wishes.is_empty();
        let wishes = self.said.sayings().any(|(_, saying)| !saying.wishes.is_empty());
        let mut speak_up = Vec::new();
        for (seat, _) in self.said.sayings().filter(|(_, saying)| asks(saying)) {
            if let Voice::Country(i) = seat
                && self.seated[i]
                && !self.voices.who.contains(&seat)
            {
                speak_up.push(i);
            }
        }
        for &i in &speak_up {
            self.voices.let_speak(i);
        }
        if !wishes && speak_up.is_empty() {
            return;
        }
        self.voices.assemble(self.model, &self.parties, &self.seated);
        for (seat, saying) in self.said.sayings() {
            if let Some(v) = self.voices.who.iter().position(|who| *who == seat) {
                saying.wishes.iter().for_each(|&(clause, value)| self.voices.claim_to_want(v, clause, value));
            }
        }
        self.said.wishes_voiced = wishes;
        self.judge_text();
    }
}

impl Voices {
    /// Has a voice say that it wants this on a clause; of options, it trades places with the one that it wants.
    fn claim_to_want(&mut self, v: usize, clause: ClauseId, value: Value) {
        match value {
            Value::Interval { .. } => self.preferences.set_ideal(v, clause, value.middle()),
            Value::Option(option) => {
                let (best, option) = (self.preferences.best_option(v, clause), usize::from(option));
                let losses = [best, option].map(|o| self.preferences.option_loss(v, clause, o));
                self.preferences.set_option_loss(v, clause, option, losses[0]);
                self.preferences.set_option_loss(v, clause, best, losses[1]);
            }
        }
    }
}
