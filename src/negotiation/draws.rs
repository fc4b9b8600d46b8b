//! The numbers a study draws, a block of replicates at a time.

use crate::{
    model::Model,
    random::{BLOCK, Seed, Stream},
};

/// The numbers of a study, a block of replicates at a time.
#[derive(Clone, Debug)]
pub struct Draws {
    streams: Vec<Stream>,
    numbers: Vec<[f64; BLOCK]>,
    block: Option<u64>,
    place: usize,
}

impl Draws {
    pub fn new(model: &Model, seed: Seed) -> Self {
        let streams: Vec<Stream> = model.draws.iter().map(|d| Stream::new(seed, &d.stream)).collect();
        Self { numbers: vec![[0.0; BLOCK]; streams.len()], streams, block: None, place: 0 }
    }

    /// Turns to a replicate's numbers.
    pub fn seek(&mut self, replicate: u64) {
        let block = replicate / BLOCK as u64;
        if self.block != Some(block) {
            for (stream, numbers) in self.streams.iter_mut().zip(&mut self.numbers) {
                stream.fill(block, numbers);
            }
            self.block = Some(block);
        }
        self.place = (replicate % BLOCK as u64) as usize;
    }

    /// The replicate's number in the nth stream.
    pub fn number(&self, n: usize) -> f64 {
        self.numbers[n][self.place]
    }
}
