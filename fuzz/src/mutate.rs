//! Inputs changed a little, at random, the same for the same seed.

/// A sequence of numbers: splitmix64.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 where there is none.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }

    /// A short range of positions in so many bytes.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = if self.below(8) == 0 { 4_000 } else { 24 };
        start..(start + self.below(most)).min(length)
    }
}

/// Numbers that a reader may stumble over.
const NUMBERS: [&str; 24] = [
    "0",
    "-0.0",
    "1",
    "1.0",
    "-1",
    "0.5",
    "2",
    "1e308",
    "-1e308",
    "1e-308",
    "5e-324",
    "NaN",
    "inf",
    "-inf",
    "1e400",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775809",
    "4294967296",
    "0x10",
    "1_000",
    "0b1",
    "1.",
    ".5",
];

/// The longest input.
pub const LONGEST: usize = 1 << 20;

/// Seeds and a dictionary to make inputs of.
pub struct Mutator {
    /// What is changed.
    pub seeds: Vec<Vec<u8>>,
    /// Words that are put in.
    pub words: Vec<Vec<u8>>,
}

impl Mutator {
    /// An input: a seed with a few changes, small seeds and few changes more often; now and then bytes at random.
    pub fn input(&self, dice: &mut Dice) -> Vec<u8> {
        let (a, b) = (dice.below(self.seeds.len()), dice.below(self.seeds.len()));
        let mut input = match dice.below(40) {
            0 => (0..dice.below(300)).map(|_| dice.next() as u8).collect(),
            1 => (0..dice.below(60)).filter_map(|_| dice.of(&self.words)).flatten().copied().collect(),
            _ => self.seeds.get(a.min(b)).cloned().unwrap_or_default(),
        };
        for _ in 0..=dice.below(4) + dice.below(2) * dice.below(12) {
            self.change(&mut input, dice);
        }
        if dice.below(4_000) == 0 {
            self.enlarge(&mut input, dice);
        }
        input.truncate(LONGEST);
        input
    }

    /// Changes one thing.
    fn change(&self, input: &mut Vec<u8>, dice: &mut Dice) {
        let range = dice.range(input.len());
        match dice.below(10) {
            0 => drop(input.drain(range)),
            1 => {
                let copied = input[range].to_vec();
                let at = dice.below(input.len() + 1);
                input.splice(at..at, copied);
            }
            2 | 3 => {
                let word = dice.of(&self.words).cloned().unwrap_or_default();
                let over = if dice.below(2) == 0 { range.start..range.start } else { range };
                input.splice(over, word);
            }
            4 | 5 => {
                if let Some(found) = dice.of(&runs(input, |b| b.is_ascii_digit() || b == b'.')) {
                    let number = dice.of(&NUMBERS).copied().unwrap_or_default();
                    input.splice(found.clone(), number.bytes());
                }
            }
            6 => {
                let found = runs(input, |b| b.is_ascii_alphabetic() || b == b'_');
                if let (Some(from), Some(to)) = (dice.of(&found).cloned(), dice.of(&found).cloned()) {
                    let word = input[from].to_vec();
                    input.splice(to, word);
                }
            }
            7 => {
                if let Some(line) = dice.of(&self.seeds).and_then(|other| {
                    dice.of(&other.split(|b| *b == b'\n').collect::<Vec<_>>()).map(|line| line.to_vec())
                }) {
                    let at = range.start;
                    input.splice(at..at, [line, b"\n".to_vec()].concat());
                }
            }
            8 => {
                if let Some(byte) = input.get_mut(range.start) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            _ => {
                let mut lines: Vec<Vec<u8>> = input.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
                let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
                lines.swap(a, b);
                *input = lines.join(&b'\n');
            }
        }
    }

    /// Repeats a part until the input is about a megabyte.
    fn enlarge(&self, input: &mut Vec<u8>, dice: &mut Dice) {
        let range = dice.range(input.len());
        let part = input[range.clone()].to_vec();
        if !part.is_empty() {
            input.splice(range.end..range.end, part.repeat(LONGEST / part.len()));
        }
    }
}

/// Where runs of such bytes stand.
fn runs(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| belongs(**byte)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}
