//! `plenary discover`: where in the space of factors does something happen?

use std::path::PathBuf;

use crate::cli::failure::{IntoFailure, Result, failure};
use clap::{Args, ValueEnum};

use super::{
    out,
    sensitivity::{derived, swept},
};
use plenary::{
    report::discovery as words,
    study::{discovery::findings::Sightings, table::Row},
};

/// Find where something happens: boxes, the value of each factor at which it becomes likely, and the ½ line.
#[derive(Args)]
pub struct Discover {
    /// The folder that `plenary sweep STUDY --out` has written
    study: PathBuf,
    /// What is looked for
    #[arg(long, value_enum, default_value_t = What::LcdInSubstance)]
    of: What,
    /// Print one JSON document instead of words
    #[arg(long)]
    json: bool,
    /// Write the tables and a manifest to this new folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// A lowest-common-denominator (LCD) text
    Lcd,
    /// A text that is an LCD in substance, whatever its words
    LcdInSubstance,
    /// A text is adopted
    Adopted,
    /// No text is adopted
    NotAdopted,
}

impl What {
    fn column(self) -> &'static str {
        match self {
            Self::Lcd => "lcd",
            Self::LcdInSubstance => "lcd_in_substance",
            Self::Adopted | Self::NotAdopted => "adopted",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Lcd => "an LCD text",
            Self::LcdInSubstance => "a text that is an LCD in substance",
            Self::Adopted => "a text",
            Self::NotAdopted => "no text",
        }
    }
}

impl Discover {
    pub fn execute(self) -> Result<u8> {
        let (definition, results) = swept(&self.study)?;
        let columns = results.columns("replicates")?.to_vec();
        let factors = definition.study.factors.len();
        if factors == 0 {
            return Err(failure!("the study varies nothing: there is nowhere to look"));
        }
        let place = columns.iter().position(|c| c.name == self.of.column());
        let place = place.ok_or_else(|| failure!("the study has no column \"{}\"", self.of.column()))?;
        let wanted = !matches!(self.of, What::NotAdopted);
        let mut sightings = Sightings::new(&columns[1..=factors]);
        results.each("replicates", |row: Row| {
            let happened = row.get(place).is_some_and(plenary::study::table::Cell::is_true) == wanted;
            sightings.add(&row, happened);
        })?;
        let found = sightings.findings(definition.study.seed);
        let tables = words::tables(&found);
        if let Some(dir) = &self.out {
            out::create(dir)?;
            let entries: Result<Vec<_>> = tables.iter().map(|(name, t)| out::table(dir, name, t)).collect();
            derived(&results.manifest, "discover", entries?).write(dir)?;
        }
        if self.json {
            let json = out::json(&tables);
            return super::say(&(serde_json::to_string_pretty(&json).into_failure()? + "\n"));
        }
        super::say(&words::render(&definition.study.title, self.of.words(), &found))
    }
}
