//! What a study says of each point: rates and means with their intervals, from the rows of its replicates.

use super::{
    sequential::{Evidence, Until},
    statistics::{Mean, Moments, Rate},
    table::{Cell, Column, Kind, Row},
};
use crate::outcome::Label;

/// Rates that are given with Wilson's interval: column, and what it is the probability of.
const RATES: [(&str, &str); 5] = [
    ("adopted", "that a text is adopted"),
    ("lcd", "of a lowest-common-denominator (LCD) text"),
    ("lcd_in_substance", "of a text that commits to no more than the LCD"),
    ("laggard_bound", "that a laggard binds the text"),
    ("fixed_points_differ", "that silence and uproar would have ended differently"),
];

/// Means that are given with Student's interval: name, column they are taken from, and what they are.
const MEANS: [(&str, &str, &str); 11] = [
    ("depth", "realised_depth", "depth of what holds afterwards; 0 to 1"),
    ("guaranteed_depth", "", "depth of what holds afterwards on its least demanding reading; 0 to 1"),
    ("depth_by_participation", "", "that guaranteed depth × share of materiality in the room; 0 to 1"),
    ("draft_depth", "draft_depth", "depth of the first draft; 0 to 1"),
    ("depth_lcd", "depth_lcd", "D^L; 0 to 1"),
    ("depth_tolerated", "depth_tolerated", "D^T; 0 to 1"),
    ("depth_reference", "depth_reference", "D^R; 0 to 1"),
    ("lcd_index", "lcd_index", "Λ, where it is defined; 0 to 1"),
    ("participation", "participation", "share of materiality in the room at the end; 0 to 1"),
    ("rounds", "", "round of adoption, of texts adopted"),
    ("rise_without_laggards", "", "rise in depth without the laggards' veto, on the same draws"),
];

/// How the rows of a study are read into points.
#[derive(Clone, Debug)]
pub struct Reading {
    /// How many cells begin a row: the point, and what is varied.
    start: usize,
    columns: Vec<Column>,
    /// Where each column is that is asked for by name.
    places: Places,
    /// Clauses (low and high end) and gains that are kept.
    texts: Vec<(String, usize, usize)>,
    gains: Vec<(String, usize)>,
    until: Option<(Until, usize)>,
}

#[derive(Clone, Debug)]
struct Places {
    rates: [usize; RATES.len()],
    adopted: usize,
    outcome: usize,
    realised: usize,
    guaranteed: usize,
    participation: usize,
    round: usize,
    without: Option<usize>,
    means: [Option<usize>; MEANS.len()],
}

/// What one point has shown.
#[derive(Clone, Debug)]
pub struct Tally {
    start: Row,
    replicates: u64,
    rates: [u64; RATES.len()],
    labels: [u64; Label::ALL.len()],
    means: [Moments; MEANS.len()],
    texts: Vec<Moments>,
    gains: Vec<Moments>,
    evidence: Evidence,
}

impl Reading {
    /// A reading of rows with these columns, of which the first `start` are the point's; `until` with the number of
    /// looks. None where the columns are not a study's.
    pub fn new(columns: &[Column], start: usize, until: Option<(Until, usize)>) -> Option<Self> {
        let place = |name: &str| columns[start..].iter().position(|c| c.name == name).map(|n| n + start);
        let mut rates = [0; RATES.len()];
        for (slot, (name, _)) in rates.iter_mut().zip(RATES) {
            *slot = place(name)?;
        }
        let places = Places {
            rates,
            adopted: place("adopted")?,
            outcome: place("outcome")?,
            realised: place("realised_depth")?,
            guaranteed: place("guaranteed_depth")?,
            participation: place("participation")?,
            round: place("round")?,
            without: place("depth_without_laggards"),
            means: MEANS.map(|(_, column, _)| place(column)),
        };
        let named = |prefix: &'static str| {
            let named = columns.iter().enumerate().skip(start);
            named.filter_map(move |(n, c)| Some((c.name.strip_prefix(prefix)?.to_owned(), n)))
        };
        let texts = named("low:").map(|(name, low)| (name, low, low + 1)).collect();
        Some(Self { start, columns: columns.to_vec(), places, texts, gains: named("gain:").collect(), until })
    }

    /// Nothing yet, of a point that begins with these cells.
    pub fn tally(&self, start: Row) -> Tally {
        Tally {
            start,
            replicates: 0,
            rates: [0; RATES.len()],
            labels: [0; Label::ALL.len()],
            means: [Moments::default(); MEANS.len()],
            texts: vec![Moments::default(); self.texts.len()],
            gains: vec![Moments::default(); self.gains.len()],
            evidence: Evidence::default(),
        }
    }

    /// Takes in a row.
    pub fn add(&self, tally: &mut Tally, row: &Row) {
        let (at, cell) = (&self.places, |n: usize| row.get(n).unwrap_or(&Cell::Empty));
        let number = |n: usize| cell(n).number();
        tally.replicates += 1;
        for (count, place) in tally.rates.iter_mut().zip(at.rates) {
            *count += u64::from(cell(place).is_true());
        }
        let label = Label::ALL.iter().position(|l| cell(at.outcome).word() == Some(&format!("{l:?}")));
        if let Some(label) = label {
            tally.labels[label] += 1;
        }
        let adopted = cell(at.adopted).is_true();
        let realised = number(at.realised);
        let committed = if adopted { number(at.guaranteed) } else { realised };
        for (n, (name, ..)) in MEANS.iter().enumerate() {
            let x = match *name {
                "guaranteed_depth" => committed,
                "depth_by_participation" => committed.zip(number(at.participation)).map(|(g, m)| g * m),
                "rounds" => number(at.round).filter(|_| adopted),
                "rise_without_laggards" => at.without.and_then(number).zip(realised).map(|(w, d)| w - d),
                _ => at.means[n].and_then(number),
            };
            x.into_iter().for_each(|x| tally.means[n].add(x));
        }
        for (moments, (_, low, high)) in tally.texts.iter_mut().zip(&self.texts) {
            let middle = number(*low).zip(number(*high)).map(|(low, high)| f64::midpoint(low, high));
            middle.filter(|_| adopted).into_iter().for_each(|x| moments.add(x));
        }
        for (moments, (_, place)) in tally.gains.iter_mut().zip(&self.gains) {
            number(*place).into_iter().for_each(|x| moments.add(x));
        }
        if let Some((until, _)) = &self.until {
            tally.evidence.add(until.of.read(&self.columns, row));
        }
    }

    /// The columns of the table of points.
    pub fn columns(&self) -> Vec<Column> {
        let mut columns = self.columns[..self.start].to_vec();
        columns.push(Column::new("replicates", Kind::Whole, "How many replicates were negotiated"));
        let with_interval = |columns: &mut Vec<Column>, name: &str, about: String, interval: &str| {
            columns.push(Column::new(name, Kind::Number, about));
            columns.push(Column::new(
                format!("{name}_low"),
                Kind::Number,
                format!("Lower end of its {interval}"),
            ));
            columns.push(Column::new(
                format!("{name}_high"),
                Kind::Number,
                format!("Upper end of its {interval}"),
            ));
        };
        for (name, what) in RATES {
            columns.push(Column::new(format!("{name}_count"), Kind::Whole, format!("Replicates: {what}")));
            with_interval(&mut columns, name, format!("Probability {what}"), "95 % interval (Wilson)");
        }
        let given = "Probability of an LCD text, of texts adopted; empty where none is".to_owned();
        with_interval(&mut columns, "lcd_given_adopted", given, "95 % interval (Wilson)");
        for label in Label::ALL {
            let about = format!("Share of the outcome: {}", label.words());
            let interval = "interval; those of all outcomes hold together at 95 % (Bonferroni–Wilson)";
            with_interval(&mut columns, &format!("share:{label:?}"), about, interval);
        }
        for (name, _, what) in self.means() {
            with_interval(&mut columns, name, format!("Mean {what}"), "95 % interval (Student)");
        }
        for (name, ..) in &self.texts {
            let about = format!("Mean of \"{name}\" in texts adopted, at the middle reading; 0 to 1");
            with_interval(&mut columns, &format!("text:{name}"), about, "95 % interval (Student)");
        }
        for (name, _) in &self.gains {
            let about = format!("Mean gain of \"{name}\" over the status quo, in utility");
            with_interval(&mut columns, &format!("gain:{name}"), about, "95 % interval (Student)");
        }
        if let Some((until, _)) = self.until {
            let about = format!("Half-width of {}'s interval, α split over the looks", until.of.column());
            columns.push(Column::new("half_width", Kind::Number, about));
            columns.push(Column::new(
                "sure",
                Kind::Truth,
                format!("Whether that is at most {}", until.half_width),
            ));
        }
        columns
    }

    /// A point as a row of that table.
    pub fn row(&self, tally: &Tally) -> Row {
        let mut row = tally.start.clone();
        row.push(tally.replicates.into());
        let rate = |row: &mut Row, rate: Rate| {
            let known = rate.rate.is_some();
            let end = |x: f64| Cell::from(known.then_some(x));
            row.extend([rate.rate.into(), end(rate.low), end(rate.high)]);
        };
        for count in tally.rates {
            row.push(count.into());
            rate(&mut row, Rate::new(count, tally.replicates));
        }
        rate(&mut row, Rate::new(tally.rates[1], tally.rates[0]));
        for count in tally.labels {
            rate(&mut row, Rate::simultaneous(count, tally.replicates, Label::ALL.len()));
        }
        let kept = MEANS.iter().zip(&tally.means).filter(|((name, ..), _)| self.keeps(name)).map(|(_, m)| m);
        for moments in kept.chain(&tally.texts).chain(&tally.gains) {
            let Mean { mean, low, high, .. } = moments.mean();
            row.extend([mean.into(), low.into(), high.into()]);
        }
        if let Some((until, looks)) = &self.until {
            row.push(tally.evidence.half_width(until.of, *looks).into());
            row.push(tally.evidence.suffices(until, *looks).into());
        }
        row
    }

    fn means(&self) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        MEANS.into_iter().filter(|(name, ..)| self.keeps(name))
    }

    fn keeps(&self, mean: &str) -> bool {
        mean != "rise_without_laggards" || self.places.without.is_some()
    }
}
