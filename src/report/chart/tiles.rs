//! The last ballot of one negotiation: a tile for each country, by bloc, those who voted alike together, with the totals.
//!
//! Tiles bear names where all fit, else the mark of the vote alone: shape and colour say the same.

use super::{
    ChartCase, ChartOptions, ChartResult, Data, Frame, NothingToDraw,
    frame::{
        canvas::{Canvas, Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, MUTED, ORANGE, VERMILION, faint},
    },
    roll_call::blocs,
    sourced,
};
use crate::{
    language::Language,
    say,
    study::{Minutes, RollCall},
    voting::Vote,
};
use plotters::style::RGBColor;

/// Every vote, in the order in which they are laid out.
const VOTES: [Vote; 4] = [Vote::Yes, Vote::No, Vote::Abstain, Vote::Absent];

/// How much of its place a tile fills, across and down.
const FILLED: (f64, f64) = (0.94, 0.9);

/// The tiles of a bloc, sorted by vote.
struct TileBlock {
    title: String,
    tiles: Vec<(usize, Vote)>,
}

/// Draws the picture.
pub fn draw(case: &ChartCase<'_>, minutes: &Minutes, wanted: &ChartOptions) -> ChartResult {
    let Some(call) = minutes.roll_calls.last() else {
        return Err(NothingToDraw::because("no-ballot"));
    };
    let language = wanted.language;
    let title = say!(
        language,
        "pictures-tiles-title",
        asked = asked(call),
        carried = if call.carried { "yes" } else { "no" },
        yes = total(call, Vote::Yes),
        no = total(call, Vote::No),
        abstain = total(call, Vote::Abstain),
    );
    let reading = say!(language, "pictures-tiles-reading", round = call.round);
    let caption = sourced::of_one(case, minutes.replicate, title, reading);
    let mut frame = Frame::new(wanted, caption);
    let entries: Vec<LegendEntry> = VOTES
        .into_iter()
        .filter(|vote| total(call, *vote) > 0)
        .map(|vote| {
            let (mark, colour) = look(vote);
            LegendEntry::new(LegendKey::Mark(mark), colour, counted(language, call, vote, total(call, vote)))
        })
        .collect();
    frame.legend(&entries);
    let blocks = blocks(case, call, language);
    totals(&frame, call);
    let size = frame.canvas.small();
    let body = frame.body.inset(0.0, size * 2.0, 0.0, 0.0);
    draw_blocks(&frame.canvas, body, case, &blocks);
    let alt: Vec<String> = blocks.iter().map(|block| block.title.clone()).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(case, call)))
}

fn asked(call: &RollCall) -> &'static str {
    if call.votes_counted { "votes" } else { "objections" }
}

fn total(call: &RollCall, vote: Vote) -> usize {
    call.votes.iter().filter(|v| **v == vote).count()
}

fn look(vote: Vote) -> (Mark, RGBColor) {
    match vote {
        Vote::Yes => (Mark::Disc, BLUE),
        Vote::No => (Mark::Cross, VERMILION),
        Vote::Abstain => (Mark::Diamond, ORANGE),
        Vote::Absent => (Mark::Tick, GREY),
    }
}

fn name(vote: Vote) -> &'static str {
    match vote {
        Vote::Yes => "yes",
        Vote::No => "no",
        Vote::Abstain => "abstain",
        Vote::Absent => "absent",
    }
}

/// "117 yes", "2 object".
fn counted(language: Language, call: &RollCall, vote: Vote, n: usize) -> String {
    say!(language, "pictures-tiles-counted", asked = asked(call), vote = name(vote), n = n)
}

/// The blocs with their totals; one block without a name where there are none.
fn blocks(case: &ChartCase<'_>, call: &RollCall, language: Language) -> Vec<TileBlock> {
    let by_bloc = blocs(case);
    let alone = by_bloc.len() == 1;
    let block = |(bloc, members): (Option<usize>, Vec<usize>)| {
        let mut tiles: Vec<(usize, Vote)> = members.iter().map(|&i| (i, call.votes[i])).collect();
        tiles.sort_by_key(|(_, vote)| VOTES.iter().position(|v| v == vote));
        let counts = VOTES.into_iter().map(|vote| (vote, tiles.iter().filter(|(_, v)| *v == vote).count()));
        let counts: Vec<String> =
            counts.filter(|(_, n)| *n > 0).map(|(vote, n)| counted(language, call, vote, n)).collect();
        let (kind, name) = match bloc {
            Some(b) => ("bloc", case.scenario.title_of(&case.model.blocs[b].name)),
            None if alone => ("all", ""),
            None => ("outside", ""),
        };
        let title = say!(
            language,
            "pictures-tiles-bloc",
            kind = kind,
            name = name,
            members = tiles.len(),
            counts = counts.join(&say!(language, "list-comma"))
        );
        TileBlock { title, tiles }
    };
    by_bloc.into_iter().map(block).collect()
}

/// A bar of all countries, divided by vote.
#[allow(clippy::cast_precision_loss)] // a few hundred countries
fn totals(frame: &Frame, call: &RollCall) {
    let (canvas, size, body) = (&frame.canvas, frame.canvas.small(), frame.body);
    let mut x = body.x;
    for vote in VOTES {
        let n = total(call, vote);
        let (mark, colour) = look(vote);
        let w = body.w * n as f64 / call.votes.len().max(1) as f64;
        if n > 0 {
            let part = Rect { x, y: body.y, w, h: size * 1.3 };
            canvas.group("total", || canvas.fill(part, faint(colour, 0.3)));
            let number = n.to_string();
            let needed = font::width(&number, size) + size * 1.6;
            if needed < w {
                canvas.mark(mark, (x + size * 0.7, part.centre().1), canvas.em * 0.26, colour);
                canvas.text(&number, (x + size * 1.3, part.centre().1), Side::Start, size, INK);
            }
        }
        x += w;
    }
}

/// How tiles are laid out: their size, whether they bear names, whether blocks have headings, and the columns of blocks.
#[derive(Clone, Copy, Debug)]
struct Tiling {
    tile: (f64, f64),
    named: bool,
    headed: bool,
    columns: usize,
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
impl Tiling {
    fn width(self, body: Rect, gap: f64) -> f64 {
        (body.w - gap * (self.columns as f64 - 1.0)) / self.columns as f64
    }

    fn per_row(self, body: Rect, gap: f64) -> usize {
        (self.width(body, gap) / self.tile.0).max(1.0) as usize
    }

    /// The column and the top of each block; none where they do not all fit.
    fn places(self, body: Rect, size: f64, blocks: &[TileBlock]) -> Option<Vec<(usize, f64)>> {
        let gap = size;
        let (mut column, mut y) = (0, 0.0);
        let mut places = Vec::new();
        for block in blocks {
            let rows = block.tiles.len().div_ceil(self.per_row(body, gap));
            let head = if self.headed { size * 1.5 } else { 0.0 };
            let height = head + rows as f64 * self.tile.1;
            if y > 0.0 && y + height > body.h {
                (column, y) = (column + 1, 0.0);
            }
            if column >= self.columns || y + height > body.h + 0.5 {
                return None;
            }
            places.push((column, y));
            y += height + gap * 0.5;
        }
        Some(places)
    }

    /// The largest tiles that fit, with names if possible.
    fn of(canvas: &Canvas, body: Rect, widest: f64, blocks: &[TileBlock]) -> (Self, Vec<(usize, f64)>) {
        let size = canvas.small();
        let columns = 1..=blocks.len().min(4);
        let tilings = |tile: (f64, f64), named: bool, headed: bool| {
            columns.clone().map(move |columns| Self { tile, named, headed, columns })
        };
        let label = (size * 1.6 + widest) / FILLED.0;
        let heights = [2.8, 2.2, 1.8, 1.6, 1.45, 1.3];
        let named = heights.into_iter().flat_map(|h| tilings((label, size * h), true, true));
        let sides = |least: f64| {
            let steps = (0..90).map(|k| canvas.em * 2.4 * libm::pow(0.95, f64::from(k)));
            steps.take_while(move |side| *side >= least)
        };
        // Headings go only where marks would be too small to tell apart.
        let headed = sides(canvas.em * 0.5).flat_map(|side| tilings((side, side), false, true));
        let bare = sides(0.0).flat_map(|side| tilings((side, side), false, false));
        let fits = |tiling: Self| {
            let holds = !tiling.named || tiling.width(body, size) >= label;
            tiling.places(body, size, blocks).filter(|_| holds).map(|places| (tiling, places))
        };
        let smallest = Self { tile: (1.0, 1.0), named: false, headed: false, columns: 1 };
        named.chain(headed).chain(bare).find_map(fits).unwrap_or((smallest, vec![(0, 0.0); blocks.len()]))
    }
}

#[allow(clippy::cast_precision_loss)] // as many as fit on a page
fn draw_blocks(canvas: &Canvas, body: Rect, case: &ChartCase<'_>, blocks: &[TileBlock]) {
    let size = canvas.small();
    let title = |i: usize| case.scenario.title_of(&case.model.countries[i].name);
    let names = blocks.iter().flat_map(|b| &b.tiles).map(|(i, _)| font::width(title(*i), size));
    let widest = names.fold(0.0, f64::max).min(size * 13.0);
    let (tiling, places) = Tiling::of(canvas, body, widest, blocks);
    let (width, per_row) = (tiling.width(body, size), tiling.per_row(body, size));
    for (block, (column, top)) in blocks.iter().zip(places) {
        let (x, mut y) = (body.x + column as f64 * (width + size), body.y + top);
        if tiling.headed {
            canvas.text(
                &font::clip(&block.title, size, width),
                (x, y + size * 0.7),
                Side::Start,
                size,
                MUTED,
            );
            y += size * 1.5;
        }
        for (k, &(country, vote)) in block.tiles.iter().enumerate() {
            let (w, h) = tiling.tile;
            let (across, down) = ((k % per_row) as f64, (k / per_row) as f64);
            let area = Rect { x: x + across * w, y: y + down * h, w: w * FILLED.0, h: h * FILLED.1 };
            canvas.with_tooltip(title(country), || {
                tile(canvas, area, vote, tiling.named.then(|| title(country)))
            });
        }
    }
}

fn tile(canvas: &Canvas, area: Rect, vote: Vote, title: Option<&str>) {
    let (size, (mark, colour)) = (canvas.small(), look(vote));
    canvas.group(name(vote), || canvas.fill(area, faint(colour, 0.22)));
    let middle = area.centre().1;
    match title {
        Some(title) => {
            canvas.mark(mark, (area.x + size * 0.7, middle), canvas.em * 0.26, colour);
            let title = font::clip(title, size, area.w - size * 1.4);
            canvas.text(&title, (area.x + size * 1.3, middle), Side::Start, size, INK);
        }
        None => canvas.mark(mark, area.centre(), area.h * 0.3, colour),
    }
}

fn data(case: &ChartCase<'_>, call: &RollCall) -> Data {
    let mut data = Data::new(["round", "asked", "carried", "party", "bloc", "votes", "vote"]);
    for (country, vote) in case.model.countries.iter().zip(&call.votes) {
        let bloc = country.memberships.first().map_or("", |(b, _)| &case.model.blocs[*b].name);
        data.row([
            call.round.to_string(),
            asked(call).to_owned(),
            call.carried.to_string(),
            country.name.clone(),
            bloc.to_owned(),
            country.voting_weight.weight.to_string(),
            name(*vote).to_owned(),
        ]);
    }
    data
}
