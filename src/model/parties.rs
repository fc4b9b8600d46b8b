//! Compilation of countries, blocs, firms and the first draft.

use super::{
    Author, BlocModel, ClauseModel, ClubTextModel, CommonModel, CountryModel, DraftModel, FirmModel,
    OutsideModel, Preferences, Quantity,
    compile::{Compiler, utility_params},
    position::{ResolvedPosition, ideals, positions, salience, write_position},
};
use crate::{
    party::{ClubText, Common, Country, OutsideOption, Term},
    preference::Confidence,
    protocol::Draft,
    random::Sampler,
    scenario::{Saliences, Scenario},
    text::{Clause, ClauseId, Text, Value},
    voting::VotingWeight,
};

impl Compiler<'_> {
    pub(super) fn country(
        &mut self,
        i: usize,
        name: &str,
        c: &Country,
        total: f64,
        voting_weight: VotingWeight,
    ) -> CountryModel {
        let s = self.scenario;
        let d = &s.defaults;
        let u = &s.uncertainty;
        let cost_of_failure = c.cost_of_failure.unwrap_or(d.cost_of_failure);
        let isolation_cost = c.isolation_cost.unwrap_or(d.isolation_cost.of(c.power));
        let tactic = c.tactic.unwrap_or(d.tactic.of(c.power));
        self.draw(name, Quantity::CostOfFailure(i), cost_of_failure, u.cost_of_failure);
        self.draw(name, Quantity::IsolationCost(i), isolation_cost, u.isolation_cost);
        self.draw(name, Quantity::Patience(i), tactic.beta, u.patience);
        if c.attendance < 1.0 {
            self.add_draw(name, Quantity::Attendance(i), Sampler::Bernoulli(c.attendance));
        }
        let strength: f64 = c.member_of.values().sum::<f64>().max(1.0);
        let memberships = Scenario::blocs_of(c)
            .into_iter()
            .filter_map(|(bloc, weight)| Some((s.blocs.position(bloc)?, weight / strength)))
            .collect();
        let positions = positions(s, c);
        let best_points: f64 = positions.iter().map(|p| salience(p.position)).sum();
        CountryModel {
            name: name.to_owned(),
            materiality: if c.observes() { 0.0 } else { c.materiality / total },
            cost_of_failure,
            outside_option: c.outside_option.as_ref().map(|outside| self.outside_option(i, name, outside)),
            loss_at_minimum: c.minimum_points.map(|points| match s.saliences {
                Saliences::Relative => 1.0 - points / best_points,
                Saliences::Absolute => best_points - points,
            }),
            best_points,
            isolation_cost,
            tactic,
            stays_away: c.stays_away(),
            has_votes: c.votes > 0,
            may_object: c.may_object(),
            lobbying_resistance: c.lobbying_resistance,
            memberships,
            voting_weight,
            derived: positions
                .iter()
                .filter(|p| p.confidence == Confidence::Derived)
                .map(|p| p.clause)
                .collect(),
        }
    }

    fn outside_option(&mut self, i: usize, name: &str, outside: &OutsideOption) -> OutsideModel {
        let u = &self.scenario.uncertainty;
        match outside {
            OutsideOption::Gain(b) => {
                self.draw(name, Quantity::OutsideOption(i), *b, u.outside_option);
                OutsideModel::Gain(*b)
            }
            OutsideOption::Club(club) => {
                self.draw(name, Quantity::Reach(i), club.reach, u.reach);
                OutsideModel::Club { text: self.club_text(&club.text), reach: club.reach }
            }
        }
    }

    fn club_text(&self, text: &ClubText) -> ClubTextModel {
        let s = self.scenario;
        let values = match text {
            ClubText::Given(values) => values,
            ClubText::WantedBy(party) => {
                let country = s.countries.position(party).map(ClubTextModel::OfCountry);
                let bloc = s.blocs.position(party).map(ClubTextModel::OfBloc);
                return country.or(bloc).unwrap_or(ClubTextModel::OfCountry(0)); // names are known
            }
        };
        let value = |(name, clause): (&str, &Clause)| match (values.get(name), clause) {
            (Some(Term::Point(x)), _) => Value::point(*x),
            (Some(Term::Option(option)), Clause::Options(c)) => {
                c.options.position(option).map_or(clause.status_quo(), Value::option)
            }
            _ => clause.status_quo(),
        };
        ClubTextModel::Given(Text(s.clauses.iter().map(value).collect()))
    }

    pub(super) fn bloc(&mut self, b: usize, name: &str) -> BlocModel {
        let s = self.scenario;
        let bloc = &s.blocs.values().collect::<Vec<_>>()[b];
        let common = match &bloc.common {
            Common::Median => CommonModel::Median,
            Common::Mean => CommonModel::Mean,
            Common::InternalVeto => CommonModel::InternalVeto,
            Common::Stated => CommonModel::Stated,
            Common::Leader(leader) => CommonModel::Leader(s.countries.position(leader).unwrap_or(0)),
        };
        let stated = ideals(s, &bloc.positions);
        if common == CommonModel::Stated {
            self.draw_ideals(name, &bloc.positions, |clause| Quantity::BlocIdeal(b, clause));
        }
        let members = s
            .countries
            .values()
            .enumerate()
            .filter_map(|(i, c)| {
                let strength: f64 = c.member_of.values().sum::<f64>().max(1.0);
                Some((i, c.member_of.get(name)? / strength))
            })
            .collect();
        BlocModel {
            name: name.to_owned(),
            common,
            cohesion: bloc.cohesion,
            discipline: bloc.cohesion * bloc.discipline,
            members,
            stated,
        }
    }

    pub(super) fn firm(&mut self, f: usize, name: &str, clauses: &[ClauseModel]) -> FirmModel {
        let s = self.scenario;
        let firm = &s.firms.values().collect::<Vec<_>>()[f];
        self.draw_ideals(name, &firm.positions, |clause| Quantity::FirmIdeal(f, clause));
        let options: Vec<usize> = clauses.iter().map(|c| c.options).collect();
        let mut preferences = Preferences::new(1, &options, utility_params(s, &Country::default()));
        for (clause, position) in firm.positions.iter() {
            if let Some(clause) = s.clauses.position(clause).map(ClauseId::new) {
                let position = ResolvedPosition { clause, position, confidence: Confidence::High };
                write_position(&mut preferences, 0, &position, &s.clauses);
            }
        }
        if s.saliences == Saliences::Relative {
            preferences.normalise_saliences();
        }
        FirmModel {
            name: name.to_owned(),
            ideals: ideals(s, &firm.positions),
            preferences,
            lobbies: firm
                .lobbies
                .iter()
                .filter_map(|(host, effort)| Some((s.countries.position(host)?, *effort)))
                .collect(),
            drafting: firm.drafting,
        }
    }

    pub(super) fn draft(&mut self, draft: &Draft) -> DraftModel {
        let s = self.scenario;
        match draft {
            Draft::Mean => DraftModel::Mean,
            Draft::StatusQuo => DraftModel::StatusQuo,
            Draft::AgreedLanguage => DraftModel::AgreedLanguage,
            Draft::Recognised => {
                self.add_draw("", Quantity::Recognition, Sampler::Uniform { low: 0.0, high: 1.0 });
                DraftModel::Recognised
            }
            Draft::Given(values) => DraftModel::Given(
                s.clauses.names().map(|name| values.get(name).map(|x| Value::point(*x))).collect(),
            ),
            Draft::Sponsor(name) => {
                let country = s.countries.position(name).map(Author::Country);
                let bloc = || s.blocs.position(name).map(Author::Bloc);
                let firm = || s.firms.position(name).map(Author::Firm);
                country.or_else(bloc).or_else(firm).map_or(DraftModel::Mean, DraftModel::Sponsor)
            }
        }
    }
}
