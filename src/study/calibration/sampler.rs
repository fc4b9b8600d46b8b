//! Generation after generation.

use std::{
    ops::ControlFlow,
    sync::{Mutex, MutexGuard},
};

use super::{Calibration, CalibrationError, Particle, Population, Sampled, Stopped, kernel::Kernel};
use crate::{
    random::{Purpose, Sequence, StreamName},
    study::parallel::{Crew, in_order},
};

/// How often a particle that a prior excludes is drawn again before its ancestor is kept as it is.
const REDRAWS: usize = 10_000;

impl Calibration {
    /// Goes on from the generations that are complete already; `keep` is handed each new one, and `poll` is asked after each
    /// draw whether to go on.
    ///
    /// # Errors
    /// If the scenario makes no sense at values that were drawn, or `keep` fails.
    pub fn sample<E: From<CalibrationError>>(
        &self,
        mut populations: Vec<Population>,
        mut keep: impl FnMut(usize, &Population) -> Result<(), E>,
        mut poll: impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Sampled, E> {
        if populations.is_empty() {
            let Some(prior) = self.prior(&mut poll)? else {
                return Ok(Sampled { populations, stopped: Stopped::Interrupted });
            };
            keep(0, &prior)?;
            populations.push(prior);
        }
        let scales = self.scales(&populations[0]);
        if scales.iter().all(Option::is_none) {
            return Err(CalibrationError::NothingVaries.into());
        }
        let stopped = loop {
            let (done, last) = (populations.len(), &populations[populations.len() - 1]);
            let tolerance = match self.next_tolerance(done, last) {
                Ok(tolerance) => tolerance,
                Err(stopped) => break stopped,
            };
            match self.generation(done, last, tolerance, &scales, &mut poll)? {
                Ok(next) => {
                    keep(done, &next)?;
                    populations.push(next);
                }
                Err(stopped) => break stopped,
            }
        };
        Ok(Sampled { populations, stopped })
    }

    /// ε of the next generation, or why there is none.
    pub(super) fn next_tolerance(&self, done: usize, last: &Population) -> Result<f64, Stopped> {
        let target = self.settings.tolerance.unwrap_or(0.0);
        let farthest = last.distance_at(1.0);
        let before = last.tolerance.unwrap_or(f64::INFINITY).min(farthest);
        if self.settings.tolerance.is_some() && before <= target {
            return Err(Stopped::Tolerance);
        }
        if done > self.settings.generations {
            return Err(Stopped::Generations);
        }
        let next = last.distance_at(self.settings.quantile).max(target);
        // Where most are equally far, those that are nearer.
        let next = if next < before { Some(next) } else { last.farthest_below(before) };
        next.ok_or(Stopped::NoNearer)
    }

    /// Generation 0: draws from the prior. None where it was interrupted.
    fn prior(
        &self,
        poll: &mut impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<Population>, CalibrationError> {
        let draw = |number: &mut dyn FnMut() -> f64| -> Vec<f64> {
            self.priors.iter().map(|prior| prior.quantile(number())).collect()
        };
        let n = self.settings.particles as u64;
        let Ok(mut particles) = self.draw(0, n, draw, |_| true, poll)? else { return Ok(None) };
        let whole = Population { tolerance: None, particles: particles.clone() };
        let scales = self.scales(&whole);
        particles.iter_mut().for_each(|p| p.distance = self.distance(&p.statistics, &scales));
        Ok(Some(Population { tolerance: None, particles: weighted(particles, |_| 1.0) }))
    }

    /// A generation within a tolerance, or why there is none.
    fn generation(
        &self,
        number: usize,
        last: &Population,
        tolerance: f64,
        scales: &[Option<f64>],
        poll: &mut impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Result<Population, Stopped>, CalibrationError> {
        let kernel = Kernel::new(&self.priors, last);
        let draw = |number: &mut dyn FnMut() -> f64| -> Vec<f64> {
            let mut number = number;
            let moved = (0..REDRAWS).map(|_| kernel.draw(&mut number));
            let mut inside = moved.filter(|values| self.density(values) > 0.0);
            inside.next().unwrap_or_else(|| last.particles[0].values.clone())
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let most = (self.settings.particles as f64 / self.settings.acceptance).ceil() as u64;
        let near = |p: &mut Particle| {
            p.distance = self.distance(&p.statistics, scales);
            p.distance <= tolerance
        };
        let particles = match self.draw(number, most, draw, near, poll)? {
            Err(stopped) => return Ok(Err(stopped)),
            Ok(particles) => particles,
        };
        let particles = weighted(particles, |values| self.density(values) / kernel.density(values));
        Ok(Ok(Population { tolerance: Some(tolerance), particles }))
    }

    /// π, but for a constant factor.
    pub(super) fn density(&self, values: &[f64]) -> f64 {
        self.priors.iter().zip(values).map(|(prior, value)| prior.density(*value)).product()
    }

    /// Draws until there are as many particles that are `near` as declared, `most` draws at most; each is negotiated on one of
    /// the threads of the current pool.
    pub(super) fn draw(
        &self,
        generation: usize,
        most: u64,
        draw: impl Fn(&mut dyn FnMut() -> f64) -> Vec<f64> + Sync,
        mut near: impl FnMut(&mut Particle) -> bool,
        poll: &mut impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Result<Vec<Particle>, Stopped>, CalibrationError> {
        let clause = format!("generation {generation}");
        let name = StreamName { purpose: Purpose::Calibration, party: String::new(), clause };
        let numbers = Mutex::new(Vec::new());
        let attempt = |attempt: u64| {
            let waiting = numbers.lock().ok().and_then(|mut idle: MutexGuard<'_, Vec<Sequence>>| idle.pop());
            let mut sequence = waiting.unwrap_or_else(|| Sequence::new(self.settings.seed, &name));
            sequence.turn_to(attempt);
            let values = draw(&mut || sequence.number());
            if let Ok(mut idle) = numbers.lock() {
                idle.push(sequence);
            }
            let statistics = self.simulate(&values, replicate(generation, attempt))?;
            Ok(Particle { attempt, values, weight: 1.0, distance: 0.0, statistics })
        };
        let mut kept = Vec::with_capacity(self.settings.particles);
        let crew = Crew { threads: rayon::current_num_threads(), ahead: 4 };
        let ended = in_order(
            crew,
            0..most,
            || false,
            attempt,
            |drawn: Result<Particle, CalibrationError>| {
                let mut particle = match drawn {
                    Ok(particle) => particle,
                    Err(error) => return ControlFlow::Break(Err(error)),
                };
                if near(&mut particle) {
                    kept.push(particle);
                }
                match poll(self.rooms.len() as u64) {
                    _ if kept.len() == self.settings.particles => ControlFlow::Break(Ok(None)),
                    ControlFlow::Break(()) => ControlFlow::Break(Ok(Some(Stopped::Interrupted))),
                    ControlFlow::Continue(()) => ControlFlow::Continue(()),
                }
            },
        );
        match ended {
            ControlFlow::Break(Err(error)) => Err(error),
            ControlFlow::Break(Ok(None)) => Ok(Ok(kept)),
            ControlFlow::Break(Ok(Some(stopped))) => Ok(Err(stopped)),
            ControlFlow::Continue(()) => Ok(Err(Stopped::Acceptance)),
        }
    }
}

/// Particles with weights that sum to 1.
fn weighted(mut particles: Vec<Particle>, weight: impl Fn(&[f64]) -> f64) -> Vec<Particle> {
    particles.iter_mut().for_each(|p| p.weight = weight(&p.values));
    let total: f64 = particles.iter().map(|p| p.weight).sum();
    particles.iter_mut().for_each(|p| p.weight /= total);
    particles
}

/// The number of the replicate that a draw negotiates: none twice.
fn replicate(generation: usize, attempt: u64) -> u64 {
    ((generation as u64) << 32) + attempt
}
