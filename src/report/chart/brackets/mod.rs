//! The text of one negotiation in brackets: clauses × rounds, who keeps what open, when each clause closes and how.
//!
//! The picture is a map of the whole negotiation. In a browser it also steps through its turning points, without a script:
//! each is a sheet of its own ([`sheet`]), shown by a link to it ([`stepping`]). Elsewhere the map stands alone.

mod course;
mod map;
mod sheet;
mod stepping;

use super::{
    ChartCase, ChartOptions, ChartResult, Data, Frame, NothingToDraw, figure, frame::canvas::Rect, sourced,
};
use crate::{
    language::Language,
    outcome::Conclusion,
    say,
    study::{DraftLook, Drafting, Settled},
    text::Value,
};

use course::{BracketCourse, turning_points};

/// Turning points that a browser can step through where no number is asked for.
const USUAL_FRAMES: usize = 8;

/// Draws the picture, with as many frames as are wanted.
pub fn draw(case: &ChartCase<'_>, drafting: &Drafting, wanted: &ChartOptions) -> ChartResult {
    if drafting.rounds() == 0 {
        return Err(NothingToDraw::because("no-round"));
    }
    let language = wanted.language;
    let course = BracketCourse { case, drafting, language };
    let keys = turning_points(drafting, wanted.frames.unwrap_or(USUAL_FRAMES));
    let sheets: Vec<(super::Picture, Vec<Rect>)> =
        (0..keys.len()).map(|k| sheet::draw(&course, &keys, k, wanted)).collect();
    let caption = caption(&course);
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&map::legend(&course));
    let flags = map::draw(&frame, &course, &keys);
    let mut picture = frame.finish(&course.alt(), data(&course));
    if wanted.is_still {
        return Ok(picture);
    }
    // What holds links is no single image to a screen reader.
    picture.svg = picture.svg.replacen("role=\"img\"", "role=\"group\"", 1);
    picture.svg = stepping::compose(&picture.svg, &flags, &sheets, wanted.size, language);
    for (sheet, _) in &sheets {
        for label in &sheet.unprintable {
            if !picture.unprintable.contains(label) {
                picture.unprintable.push(label.clone());
            }
        }
    }
    if wanted.frames.is_some() {
        picture.frames = sheets.into_iter().map(|(sheet, _)| sheet).collect();
    }
    Ok(picture)
}

fn caption(course: &BracketCourse<'_>) -> super::Caption {
    let BracketCourse { case, drafting, language } = *course;
    let (kind, clauses, who, round) = course.last_closed();
    let title = say!(
        language,
        "pictures-brackets-title",
        kind = kind,
        clauses = clauses,
        several = if who.is_empty() { "yes" } else { "no" },
        who = who,
        round = round,
        end = end(language, drafting),
    );
    let reading = say!(language, "pictures-brackets-reading");
    sourced::of_one(case, drafting.replicate, title, reading)
}

/// How the negotiation ended, in a few words.
fn end(language: Language, drafting: &Drafting) -> String {
    let kind = match drafting.outcome.conclusion {
        Conclusion::Consensus => "consensus",
        Conclusion::Vote { .. } | Conclusion::FallbackVote { .. } => "vote",
        Conclusion::Signed { .. } => "signed",
        Conclusion::Deadlock => "none",
        Conclusion::WalkOut => "walk-out",
    };
    say!(language, "pictures-brackets-end", kind = kind, round = drafting.outcome.round)
}

fn settled_word(way: Option<Settled>) -> &'static str {
    match way {
        Some(Settled::Agreed) => "agreed",
        Some(Settled::Deleted) => "deleted",
        Some(Settled::CarvedOut) => "carved-out",
        None => "open",
    }
}

fn data(course: &BracketCourse<'_>) -> Data {
    let BracketCourse { case, drafting, .. } = *course;
    let mut data = Data::new(["round", "what", "clause", "low", "high", "words", "party"]);
    let mut row = |look: &DraftLook, what: &str, clause: Option<usize>, value: Option<Value>, party: &str| {
        let (low, high) = match value {
            Some(Value::Interval { lo, hi }) => (Some(lo), Some(hi)),
            _ => (None, None),
        };
        let name = clause.map_or("", |c| case.model.clauses[c].name.as_str());
        let words =
            clause.zip(value).map_or_else(String::new, |(c, v)| case.model.clauses[c].source.in_words(v));
        let start = [look.round.to_string(), what.to_owned(), name.to_owned()];
        data.row(start.into_iter().chain([figure(low), figure(high), words, party.to_owned()]));
    };
    for look in &drafting.looks {
        for clause in case.model.clause_ids() {
            row(look, "text", Some(clause.index()), Some(look.text[clause]), "");
        }
        for (voice, clause, wants) in &look.brackets {
            row(look, "bracket", Some(clause.index()), Some(*wants), &drafting.voices[*voice]);
        }
        if let Some(attempt) = &look.attempt {
            row(look, if attempt.carried { "carried" } else { "not carried" }, None, None, "");
            for (country, clause) in &attempt.against {
                let name = &case.model.countries[*country].name;
                row(look, "against", clause.map(|c| c.index()), None, name);
            }
        }
        for division in drafting.divisions.iter().filter(|d| d.round == look.round) {
            let what = match (division.is_amendment, division.carried) {
                (true, true) => "amendment carried",
                (true, false) => "amendment rejected",
                (false, true) => "clause kept",
                (false, false) => "clause struck",
            };
            row(look, what, Some(division.clause.index()), None, "");
        }
    }
    if let (Some(ways), Some(last)) = (&drafting.settled, drafting.looks.last()) {
        for clause in case.model.clause_ids() {
            row(last, ways[clause.index()].words(), Some(clause.index()), Some(last.text[clause]), "");
        }
    }
    data
}
