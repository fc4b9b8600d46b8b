//! Who is in the room, what they want, and who speaks (specification §3.7, §3.8).

use plenary::{
    named::Named,
    party::{Country, OutsideOption, Power},
    preference::Position,
    scenario::{Saliences, Scenario},
    text::Clause,
};

use super::{
    blocs::{bloc_voice, common_position, drawn_to_blocs},
    worth::{Party, Value, Wish},
};

/// What somebody wants: a wish and a salience by clause.
pub type Wants = (Vec<Wish>, Vec<f64>);

/// The room: the parties at their effective ideals, and the voices.
#[derive(Clone, Debug)]
pub struct Room {
    pub status_quo: Vec<Value>,
    /// Every country, in the scenario's order, at its effective ideals.
    pub countries: Vec<Party>,
    pub present: Vec<bool>,
    pub blocs: Vec<Bloc>,
    /// The weight of each bloc for each country.
    pub memberships: Vec<Vec<f64>>,
    /// The bloc that leads each country's stance.
    pub led_by: Vec<Option<usize>>,
    /// Countries that speak beside their bloc.
    pub outspoken: Vec<bool>,
}

#[derive(Clone, Debug)]
pub struct Bloc {
    /// Its voice; none where it does not speak.
    pub voice: Option<Party>,
    /// What it wants as a sponsor.
    pub as_sponsor: Wants,
    /// δ·c_B.
    pub discipline: f64,
}

/// Who speaks while the text is revised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Bloc(usize),
    Country(usize),
}

impl Room {
    /// The room of those who are there now; common positions were agreed by those who came. Where `only` one clause is
    /// negotiated, whoever cares about it cares about nothing else, and a minimum of points says nothing.
    pub fn new(
        scenario: &Scenario,
        came: &[bool],
        present: Vec<bool>,
        outspoken: Vec<bool>,
        only: Option<usize>,
    ) -> Self {
        let own = lobbied(scenario);
        let weights: Vec<Vec<f64>> = scenario.countries.values().map(|c| memberships(scenario, c)).collect();
        let common = |b| common_position(scenario, &own, &weights, came, b);
        let positions: Vec<Vec<Option<f64>>> = (0..scenario.blocs.len()).map(common).collect();
        let mut countries: Vec<Party> = Vec::new();
        for (i, country) in scenario.countries.values().enumerate() {
            let (wishes, saliences) = own[i].clone();
            let drawn = drawn_to_blocs(scenario, &wishes, &weights[i], &positions);
            let mut party = party_of(scenario, country, (drawn, saliences));
            if let Some(only) = only {
                for (d, salience) in party.saliences.iter_mut().enumerate() {
                    *salience = if d == only && *salience > 0.0 { 1.0 } else { 0.0 };
                }
                party.minimum = None;
                if !party.cares(only) {
                    party.alternative = party.alternative.min(0.0);
                }
            }
            countries.push(party);
        }
        let speaks = |b: usize| {
            let members = (0..countries.len()).any(|i| present[i] && weights[i][b] > 0.0);
            scenario.blocs.values().nth(b).expect("a bloc").cohesion > 0.0 && members
        };
        let led_by =
            scenario.countries.values().map(|c| heaviest_first(scenario, c).into_iter().find(|&b| speaks(b)));
        let led_by: Vec<Option<usize>> = led_by.collect();
        let mut blocs = Vec::new();
        for (b, bloc) in scenario.blocs.values().enumerate() {
            let voice = bloc_voice(scenario, &countries, &weights, &present, b, &positions[b]);
            let as_sponsor = voice.as_ref().map_or_else(
                || (vec![Wish::Point(0.0); positions[b].len()], vec![0.0; positions[b].len()]),
                |v| (v.wishes.clone(), v.saliences.clone()),
            );
            blocs.push(Bloc {
                voice: voice.filter(|_| speaks(b)),
                as_sponsor,
                discipline: bloc.cohesion * bloc.discipline,
            });
        }
        Self {
            status_quo: scenario.clauses.values().map(status_quo).collect(),
            countries,
            present,
            blocs,
            memberships: weights,
            led_by,
            outspoken,
        }
    }

    /// The voices: blocs that speak, countries that none of them leads, and defectors.
    pub fn voices(&self) -> Vec<Voice> {
        let blocs = (0..self.blocs.len()).filter(|&b| self.blocs[b].voice.is_some()).map(Voice::Bloc);
        let alone = |i: &usize| self.present[*i] && (self.led_by[*i].is_none() || self.outspoken[*i]);
        let countries = (0..self.countries.len()).filter(alone).map(Voice::Country);
        blocs.chain(countries).collect()
    }

    /// What a voice's shortfall weighs: of a bloc only what its members bring that do not speak beside it.
    pub fn weight(&self, voice: Voice) -> f64 {
        match voice {
            Voice::Country(i) => self.countries[i].materiality,
            Voice::Bloc(b) => {
                let through = (0..self.countries.len()).filter(|&i| self.present[i] && !self.outspoken[i]);
                through.map(|i| self.memberships[i][b] * self.countries[i].materiality).sum()
            }
        }
    }

    pub fn party(&self, voice: Voice) -> &Party {
        match voice {
            Voice::Bloc(b) => self.blocs[b].voice.as_ref().expect("a bloc that speaks"),
            Voice::Country(i) => &self.countries[i],
        }
    }

    /// The countries in the room for which a voice answers.
    pub fn ranks(&self, voice: Voice) -> Vec<usize> {
        match voice {
            Voice::Country(i) => vec![i],
            Voice::Bloc(b) => self.led(b).filter(|&i| !self.outspoken[i]).collect(),
        }
    }

    /// The countries in the room whose stance this bloc leads.
    pub fn led(&self, b: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.countries.len()).filter(move |&i| self.present[i] && self.led_by[i] == Some(b))
    }

    pub fn heads(&self) -> usize {
        self.present.iter().filter(|p| **p).count()
    }
}

pub fn status_quo(clause: &Clause) -> Value {
    match clause {
        Clause::Ambition(c) => Value::Span(c.status_quo, c.status_quo),
        Clause::Positional(c) => Value::Span(c.status_quo, c.status_quo),
        Clause::Scope(c) => Value::Span(c.status_quo, c.status_quo),
        Clause::Options(c) => Value::Option(match &c.status_quo {
            Some(name) => c.options.names().position(|o| o == name).expect("an option"),
            None => c.options.len(),
        }),
    }
}

/// A country's blocs, the heaviest first.
fn heaviest_first(scenario: &Scenario, country: &Country) -> Vec<usize> {
    let mut blocs: Vec<(usize, f64)> = Vec::new();
    for (name, weight) in country.member_of.iter() {
        blocs.push((scenario.blocs.names().position(|b| b == name).expect("a bloc"), *weight));
    }
    blocs.sort_by(|a, b| b.1.partial_cmp(&a.1).expect("numbers"));
    blocs.into_iter().map(|(b, _)| b).collect()
}

/// The weight of each bloc for a country, 0 where it does not belong; scaled down where they exceed 1 in sum.
fn memberships(scenario: &Scenario, country: &Country) -> Vec<f64> {
    let sum: f64 = country.member_of.values().sum();
    let scale = if sum > 1.0 { sum } else { 1.0 };
    scenario.blocs.names().map(|b| country.member_of.get(b).map_or(0.0, |w| w / scale)).collect()
}

fn wants(scenario: &Scenario, position_on: impl Fn(&str) -> Option<Position>) -> Wants {
    let mut wishes = Vec::new();
    let mut saliences = Vec::new();
    for (name, clause) in scenario.clauses.iter() {
        let (wish, salience) = match (position_on(name), clause) {
            (None, _) => (Wish::Point(0.0), 0.0),
            (Some(Position::Ideal { ideal, salience, .. }), _) => (Wish::Point(ideal), salience),
            (Some(Position::Points(points)), Clause::Options(c)) => of_points(&points, &c.options),
            (Some(Position::Points(_)), _) => panic!("points without options"),
        };
        wishes.push(wish);
        saliences.push(salience);
    }
    let sum: f64 = saliences.iter().sum();
    let scaled = scenario.saliences == Saliences::Relative || sum > 1.0;
    if scaled && sum > 0.0 {
        saliences.iter_mut().for_each(|s| *s /= sum);
    }
    (wishes, saliences)
}

fn of_points<T>(points: &Named<f64>, options: &Named<T>) -> (Wish, f64) {
    let best = points.values().copied().fold(0.0, f64::max);
    if best == 0.0 {
        return (Wish::Losses(vec![0.0; options.len()]), 0.0);
    }
    let losses = options.names().map(|o| 1.0 - points.get(o).copied().unwrap_or(0.0) / best).collect();
    (Wish::Losses(losses), best)
}

/// A country's position: its own, else the published one of its heaviest bloc that has one.
fn position(scenario: &Scenario, country: &Country, clause: &str) -> Option<Position> {
    let own = country.positions.get(clause);
    let mut blocs = heaviest_first(scenario, country).into_iter();
    let of_bloc = |b: usize| scenario.blocs.values().nth(b).expect("a bloc").positions.get(clause);
    own.or_else(|| blocs.find_map(of_bloc)).cloned()
}

/// Every country's positions once firms have had their say with them.
pub fn lobbied(scenario: &Scenario) -> Vec<Wants> {
    let mut all = Vec::new();
    for (name, country) in scenario.countries.iter() {
        let (mut wishes, saliences) = wants(scenario, |clause| position(scenario, country, clause));
        for d in 0..wishes.len() {
            let Wish::Point(p) = wishes[d] else { continue };
            if saliences[d] == 0.0 {
                continue;
            }
            let efforts = scenario.firms.values().map(|f| f.lobbies.get(name).copied().unwrap_or(0.0));
            wishes[d] = Wish::Point(moved(scenario, d, p, efforts, country.lobbying_resistance, 1.0));
        }
        all.push((wishes, saliences));
    }
    all
}

/// Where firms with these efforts move the value p of clause d, by at most `cap` of the way.
pub fn moved(
    scenario: &Scenario,
    d: usize,
    p: f64,
    efforts: impl Iterator<Item = f64>,
    resistance: f64,
    cap: f64,
) -> f64 {
    let (mut effort, mut pull) = (0.0, 0.0);
    for (firm, e) in scenario.firms.values().zip(efforts) {
        let (wishes, saliences) = wants(scenario, |clause| firm.positions.get(clause).cloned());
        if let (Wish::Point(wish), true) = (&wishes[d], saliences[d] > 0.0) {
            effort += e;
            pull += e * wish;
        }
    }
    if effort == 0.0 {
        return p;
    }
    let share = (effort / (effort + resistance)).min(cap);
    (1.0 - share) * p + share * pull / effort
}

/// What a firm wants.
pub fn firm_wants(scenario: &Scenario, name: &str) -> Option<Wants> {
    let firm = scenario.firms.get(name)?;
    Some(wants(scenario, |clause| firm.positions.get(clause).cloned()))
}

fn party_of(scenario: &Scenario, country: &Country, (wishes, saliences): Wants) -> Party {
    let defaults = &scenario.defaults;
    let reading = country.reading.unwrap_or(defaults.reading);
    let tactic = country.tactic.unwrap_or(match country.power {
        Power::Major => defaults.tactic.major,
        Power::Middle => defaults.tactic.middle,
        Power::Small => defaults.tactic.small,
    });
    let all: f64 = scenario.countries.values().map(|c| c.materiality).sum();
    Party {
        wishes,
        saliences,
        loss: country.loss.unwrap_or(defaults.loss),
        theta: reading.theta,
        vagueness: reading.vagueness,
        risk: country.risk.unwrap_or(defaults.risk),
        materiality: country.materiality / all,
        alternative: alternative(scenario, country),
        minimum: country.minimum_points.map(|points| points / best_deal(scenario, country)),
        isolation_cost: country.isolation_cost.unwrap_or(match country.power {
            Power::Major => defaults.isolation_cost.major,
            Power::Middle => defaults.isolation_cost.middle,
            Power::Small => defaults.isolation_cost.small,
        }),
        beta: tactic.beta,
        k: tactic.k,
    }
}

/// The points of the best option on every clause.
fn best_deal(scenario: &Scenario, country: &Country) -> f64 {
    let points_of = |clause| match position(scenario, country, clause) {
        Some(Position::Points(points)) => points.values().copied().fold(0.0, f64::max),
        _ => 0.0,
    };
    scenario.clauses.names().map(points_of).sum()
}

/// The greater of −c and b.
fn alternative(scenario: &Scenario, country: &Country) -> f64 {
    let failure = -country.cost_of_failure.unwrap_or(scenario.defaults.cost_of_failure);
    match &country.outside_option {
        Some(OutsideOption::Gain(b)) => failure.max(*b),
        Some(OutsideOption::Club(_)) => panic!("no club is drawn"),
        None => failure,
    }
}
