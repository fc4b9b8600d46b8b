//! `plenary report`: one page with everything in it.

use std::path::PathBuf;

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    Case,
    drawing::{self, Drawing},
    input::{Input, Sample},
    output,
    progress::Progress,
};
use plenary::{
    model::Model,
    negotiation::Negotiator,
    null::Null,
    report::{
        chart::{Draws, KINDS, Kind, Picture, Size, Wanted},
        narration::{Epilogue, Narration},
        page::{self, Page},
    },
    scenario::Scenario,
    study::Chronicle,
};

/// Negotiations for each switch: enough to see what matters.
const PULLS: u64 = 200;
/// Pictures for wide windows and for paper.
const WIDE: Size = Size { width: 960, height: 600 };

/// Write one page for a class or an appendix: the answer, pictures, tables, a negotiation told, and method.
#[derive(Args)]
pub struct Report {
    #[command(flatten)]
    case: Case,
    /// Where to write
    #[arg(short, long, value_name = "FILE", default_value = "report.html")]
    out: PathBuf,
    #[command(flatten)]
    sample: Sample,
}

impl Report {
    pub fn execute(self) -> Result<u8> {
        output::check_folder(&self.out)?;
        let input = Input::of(&self.case, &self.sample)?;
        let model = Model::compile(input.scenario()?).map_err(|e| failure!("{e}"))?;
        let page = super::on_threads(self.sample.threads, || self.compose(&input, &model))??;
        output::write_whole(&[(self.out.clone(), page.into_bytes())])?;
        super::remark(&format!("Wrote {}.", self.out.display()));
        Ok(0)
    }

    fn compose(&self, input: &Input, model: &Model) -> Result<String> {
        let (scenario, Input { replicates, seed, .. }) = (input.scenario()?, input);
        let mut progress = Progress::new(*replicates);
        let chronicle = Chronicle::of(scenario, model, *seed, *replicates, &Null::USUAL, || progress.add(1));
        progress.finish();
        let commonest = chronicle.summary.outcomes.iter().max_by_key(|o| o.share.count);
        let replicate = commonest.and_then(|o| o.example).unwrap_or(0);
        let drawing = Drawing::of(chronicle, replicate).with_pulls(PULLS);
        let pictures = pictures(&drawing, input)?;
        pictures.iter().for_each(|(wide, _)| super::chart::remark_unprintable(wide));
        let source = scenario.as_file();
        Ok(page::render(&Page {
            chronicle: drawing.chronicle(),
            pictures: &pictures,
            told: (replicate, &story(scenario, model, *seed, replicate)),
            source: &source,
            case: &self.case.as_words(),
        }))
    }
}

/// Every picture that this case, and the study that was named, can give, for wide and for narrow windows.
fn pictures(drawing: &Drawing<'_>, input: &Input) -> Result<Vec<(Picture, Picture)>> {
    let mut pictures = Vec::new();
    for kind in KINDS {
        let of = |size| {
            let wanted = Wanted::at(size);
            let found = input.results().filter(|_| is_of_a_study(kind));
            match found.map(|(folder, results)| drawing::draw_found(folder, results, kind, &wanted)) {
                Some(Ok(Some(drawn))) => Ok(drawn),
                _ => drawing.draw(kind, &wanted),
            }
        };
        // What there is nothing to draw of is left out: the tables say why.
        if let (Ok(wide), Ok(narrow)) = (of(WIDE)?, of(Size::COLUMN)?) {
            pictures.push((wide, narrow));
        }
    }
    Ok(pictures)
}

/// Whether a picture is drawn from a study's tables first of all.
fn is_of_a_study(kind: &Kind) -> bool {
    matches!(kind.draws.first(), Some(Draws::Table(..)))
}

fn story(scenario: &Scenario, model: &Model, seed: u64, replicate: u64) -> String {
    let mut negotiator = Negotiator::new(model, seed);
    let mut narration = Narration::new(scenario);
    let mut outcome = negotiator.negotiate(replicate, &mut narration);
    outcome.without_laggards = negotiator.without_laggards();
    narration.finish(&Epilogue { model, outcome: &outcome })
}
