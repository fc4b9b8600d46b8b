//! What a journal is made of: a heading that names the study, then a record for each run (see [`super::journal`]).

use sha2::{Digest, Sha256};

use super::Layout;
use crate::{
    output::hexadecimal,
    study::{
        plan::{Run, Shard},
        table::{
            Row,
            csv::{decode, encode},
        },
    },
};

const MAGIC: &str = "plenary-journal-2";
/// A record longer than this is not ours.
const LONGEST: u64 = 1 << 30;

/// What a run yielded.
#[derive(Clone, Debug, PartialEq)]
pub enum Yield {
    /// Rows of replicates, and of their trajectories.
    Rows {
        /// A row for each replicate.
        replicates: Vec<Row>,
        /// A row for each round, where that is kept.
        trajectory: Vec<Row>,
    },
    /// The scenario at this point makes no sense: why.
    Failed(String),
}

/// A run that is done.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// The run.
    pub run: Run,
    /// What it yielded.
    pub result: Yield,
}

impl JournalEntry {
    /// The record of it in the journal of a study with this fingerprint: its line, and what follows.
    pub fn record(&self, fingerprint: &str) -> Vec<u8> {
        let (kind, first, second) = match &self.result {
            Yield::Rows { replicates, trajectory } => ("run", encode(replicates), encode(trajectory)),
            Yield::Failed(why) => ("failed", why.clone().into_bytes(), b"\n".to_vec()),
        };
        let Run { first: replicate, point, count } = self.run;
        let line = format!("{kind} {replicate} {point} {count} {} {}", first.len(), second.len());
        let digest = digest(&[fingerprint.as_bytes(), line.as_bytes(), &first, &second]);
        let mut record = format!("{line} {digest}\n").into_bytes();
        record.extend(first);
        record.extend(second);
        record
    }
}

fn digest(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    parts.iter().for_each(|part| hash.update(part));
    hexadecimal(&hash.finalize()[..8])
}

/// A line as it stands before a record: kind, run, lengths, digest.
pub(super) struct JournalLine<'t> {
    text: &'t str,
    failed: bool,
    run: Run,
    pub lengths: [u64; 2],
    digest: &'t str,
}

impl<'t> JournalLine<'t> {
    pub fn read(line: &'t [u8]) -> Option<Self> {
        let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
        let (text, digest) = line.rsplit_once(' ')?;
        let mut words = text.split(' ');
        let failed = match words.next()? {
            "run" => false,
            "failed" => true,
            _ => return None,
        };
        let mut number = || words.next()?.parse::<u64>().ok();
        let run = Run { first: number()?, point: number()?, count: number()? };
        let lengths = [number()?, number()?];
        let sound = words.next().is_none() && lengths.iter().all(|n| *n <= LONGEST);
        sound.then_some(Self { text, failed, run, lengths, digest })
    }

    /// The entry of this line with what follows it; none where they do not match.
    pub fn entry(&self, [first, second]: [&[u8]; 2], kept: &Kept<'_>) -> Option<JournalEntry> {
        if digest(&[kept.fingerprint.as_bytes(), self.text.as_bytes(), first, second]) != self.digest {
            return None;
        }
        let result = if self.failed {
            Yield::Failed(String::from_utf8_lossy(first).into_owned())
        } else {
            let replicates = decode(first, &kept.layout.replicates).ok()?;
            let trajectory = decode(second, kept.layout.trajectory.as_deref().unwrap_or_default()).ok()?;
            Yield::Rows { replicates, trajectory }
        };
        Some(JournalEntry { run: self.run, result })
    }
}

/// What a journal says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The study's fingerprint.
    pub fingerprint: String,
    /// Which shard it is.
    pub shard: Shard,
}

impl Heading {
    /// The line that says so.
    pub(super) fn line(&self) -> String {
        let words = format!("{MAGIC} {} {}", self.fingerprint, self.shard);
        format!("{words} {}\n", digest(&[words.as_bytes()]))
    }

    /// The heading of this line; none where it is damaged.
    pub(super) fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.strip_suffix('\n')?.split(' ').collect();
        let [magic, fingerprint, shard, rest @ ..] = &words[..] else { return None };
        let heading = Self { fingerprint: (*fingerprint).to_owned(), shard: shard.parse().ok()? };
        // Earlier versions had no digest; their fingerprints are others, so nothing of theirs is taken for ours.
        let of_old = *magic == "plenary-journal-1" && rest.is_empty();
        (of_old || heading.line() == line).then_some(heading)
    }
}

/// What a study keeps, and by which fingerprint its records are known.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'l> {
    /// The columns.
    pub layout: &'l Layout,
    /// The study's fingerprint.
    pub fingerprint: &'l str,
}
