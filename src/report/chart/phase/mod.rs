//! Where a lowest-common-denominator text emerges, over two parameters: a cell for each pair of values.
//!
//! The colour is the estimated probability; the line is where it crosses ½, by linear interpolation between the middles
//! of neighbouring cells (marching squares); a cell is hatched where its 95 % interval is wider than .1.

mod contour;
mod scale;

use contour::half;
use scale::Scale;

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::Plot,
        canvas::{Canvas, Point, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey, hatch},
        palette::{INK, MUTED, PAPER, VERMILION, ink_on, magnitude},
    },
    result_table::measure,
};
use crate::{
    report::number::{count, point, short},
    study::measure::axis_label,
};

/// An interval wider than this is hatched.
const WIDE: f64 = 0.1;
/// How much larger than its share a cell is drawn, so that no seam shows.
const SEAM: f64 = 0.6;

/// One cell.
#[derive(Clone, Copy, Debug)]
struct Cell {
    n: f64,
    value: f64,
    low: f64,
    high: f64,
}

/// The cells of a grid: values along the foot, values up, and what was found there, row by row from below.
struct Grid {
    across: Vec<String>,
    up: Vec<String>,
    cells: Vec<Option<Cell>>,
    scale: Scale,
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let [first, second] = found.factors else {
        return Err(NothingToDraw::because(format!(
            "a phase map needs two factors, this study varies {}: plenary chart response draws one, plenary discover reads any \
             number",
            found.factors.len()
        )));
    };
    let measure = measure(wanted, "lcd", &found.measures())?;
    let grid = grid(found, first, second, &measure)?;
    let known: Vec<Cell> = grid.cells.iter().copied().flatten().collect();
    let (least, most) = known.iter().fold((f64::MAX, 0.0f64), |(l, h), c| (l.min(c.n), h.max(c.n)));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole numbers
    let whole = |x: f64| count(x as u64);
    let n = if least < most { format!("{} to {}", whole(least), whole(most)) } else { whole(most) };
    let name = axis_label(&measure);
    let half = if grid.scale == Scale::SHARE { "½".to_owned() } else { short(grid.scale.at(0.5)) };
    let reading = format!(
        "{name} over two parameters; n = {n} in each cell. The line: where it crosses {half}. Hatched: 95\u{a0}% interval wider than \
         .1."
    );
    let mut frame = Frame::new(wanted, found.caption(title(&measure), reading));
    frame.legend(&[
        LegendEntry::new(LegendKey::Line, VERMILION, half.as_str()),
        LegendEntry::new(LegendKey::Hatched, INK, "wide interval"),
    ]);
    frame.colour_bar(&name, |share| figures(grid.scale.at(share)));
    map(&frame, &grid, &found.label(wanted.language, first), &found.label(wanted.language, second));
    let high = known.iter().filter(|c| grid.scale.share(c.value) >= 0.5).count();
    let alt = format!("{high} of {} cells are at {half} or above.", known.len());
    Ok(frame.finish(&alt, data(&grid, &measure)))
}

/// A value of a factor, numbers with no more decimals than they need.
fn written(value: &str) -> String {
    let number = value.parse::<f64>().ok().filter(|x| *x == 0.0 || x.abs() >= 1e-3);
    number.map_or_else(|| value.to_owned(), short)
}

/// A value as figures show it: two decimals of shares, what it takes of others.
fn figures(x: f64) -> String {
    if (-1.0..=1.0).contains(&x) { point(x) } else { short(x) }
}

fn title(measure: &str) -> String {
    match measure {
        "adopted" => "Where a text is adopted".to_owned(),
        "lcd" => "Where a lowest-common-denominator text emerges".to_owned(),
        "lcd_in_substance" => "Where the text is an LCD in substance".to_owned(),
        _ => format!("{} over two parameters", axis_label(measure)),
    }
}

fn grid(found: &ResultTable<'_>, first: &str, second: &str, measure: &str) -> Result<Grid, NothingToDraw> {
    let axis = |factor: &str| {
        let mut values: Vec<String> = Vec::new();
        for value in found.strings(factor) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        if values.iter().all(|v| v.parse::<f64>().is_ok()) {
            let number = |v: &String| v.parse::<f64>().unwrap_or(0.0);
            values.sort_by(|a, b| number(a).total_cmp(&number(b)));
        }
        values
    };
    let (across, up) = (axis(first), axis(second));
    let n = found.table.rows.len();
    if across.len() < 2 || up.len() < 2 || across.len() * up.len() > 4 * n.max(1) {
        return Err(NothingToDraw::because(
            "a phase map needs a grid: sweep two factors with the design Grid, two values each at least",
        ));
    }
    let mut cells = vec![None; across.len() * up.len()];
    let (ns, estimates) = (found.numbers("replicates"), found.estimates(measure));
    for (k, (a, b)) in found.strings(first).into_iter().zip(found.strings(second)).enumerate() {
        let place = across.iter().position(|v| *v == a).zip(up.iter().position(|v| *v == b));
        let [value, low, high] = estimates[k];
        if let (Some((x, y)), Some(value)) = (place, value) {
            let (low, high) = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
            let cell = Cell { n: ns[k].unwrap_or(0.0), value, low, high };
            cells[y * across.len() + x] = Some(cell);
        }
    }
    Ok(Grid { scale: Scale::of(cells.iter().flatten().map(|c: &Cell| c.value)), across, up, cells })
}

#[allow(clippy::cast_precision_loss)] // cells are few
fn map(frame: &Frame, grid: &Grid, first: &str, second: &str) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let widest =
        grid.up.iter().map(|v| font::width(&written(v), size)).fold(0.0, f64::max).min(frame.body.w * 0.25);
    let inner = frame.body.inset(widest + size * 0.6, size * 1.5, size, Plot::foot(canvas, true));
    let (w, h) = (inner.w / grid.across.len() as f64, inner.h / grid.up.len() as f64);
    let middle = |x: f64, y: f64| -> Point { (inner.x + (x + 0.5) * w, inner.bottom() - (y + 0.5) * h) };
    for (k, cell) in grid.cells.iter().enumerate() {
        let Some(cell) = cell else { continue };
        let (x, y) = ((k % grid.across.len()) as f64, (k / grid.across.len()) as f64);
        let centre = middle(x, y);
        let area = Rect { x: centre.0 - w / 2.0, y: centre.1 - h / 2.0, w: w + SEAM, h: h + SEAM };
        let colour = magnitude(grid.scale.share(cell.value));
        let tip = format!(
            "{}, {}: {} ({}–{})",
            written(&grid.across[k % grid.across.len()]),
            written(&grid.up[k / grid.across.len()]),
            figures(cell.value),
            figures(cell.low),
            figures(cell.high)
        );
        canvas.with_tooltip(&tip, || canvas.group("cell", || canvas.fill(area, colour)));
        if grid.scale.share(cell.high) - grid.scale.share(cell.low) > WIDE {
            canvas.group("hatched", || hatch(canvas, Rect { w, h, ..area }, ink_on(colour)));
        }
    }
    numerals(canvas, grid, (w, h), middle);
    canvas.group("contour", || {
        for [from, to] in half(grid) {
            let line = [middle(from.0, from.1), middle(to.0, to.1)];
            canvas.line(&line, canvas.em / 4.0, PAPER);
            canvas.line(&line, canvas.em / 7.0, VERMILION);
        }
    });
    ticks(frame, grid, inner, (w, h), (first, second));
}

/// Figures where they fit, on a patch of their ground so that hatching leaves them alone.
#[allow(clippy::cast_precision_loss)] // cells are few
fn numerals(canvas: &Canvas, grid: &Grid, (w, h): (f64, f64), middle: impl Fn(f64, f64) -> Point) {
    let size = canvas.small();
    for (k, cell) in grid.cells.iter().enumerate() {
        let Some(cell) = cell else { continue };
        let text = figures(cell.value);
        let wide = font::width(&text, size);
        if wide + size * 0.8 < w && size * 1.5 < h {
            let centre = middle((k % grid.across.len()) as f64, (k / grid.across.len()) as f64);
            let patch = Rect {
                x: centre.0 - wide / 2.0 - size * 0.2,
                y: centre.1 - size * 0.6,
                w: wide + size * 0.4,
                h: size * 1.2,
            };
            let colour = magnitude(grid.scale.share(cell.value));
            canvas.fill(patch, colour);
            canvas.text(&text, centre, Side::Middle, size, ink_on(colour));
        }
    }
}

#[allow(clippy::cast_precision_loss)] // cells are few
fn ticks(frame: &Frame, grid: &Grid, inner: Rect, (w, h): (f64, f64), (first, second): (&str, &str)) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    canvas.group("axes", || {
        let every = (size * 1.2 / h).ceil().max(1.0);
        for (k, value) in grid.up.iter().enumerate().filter(|(k, _)| (*k as f64 % every) == 0.0) {
            let text = font::clip(&written(value), size, inner.x - frame.body.x - size * 0.5);
            canvas.text(
                &text,
                (inner.x - size * 0.4, inner.bottom() - (k as f64 + 0.5) * h),
                Side::End,
                size,
                INK,
            );
        }
        let mut free = f64::NEG_INFINITY;
        for (k, value) in grid.across.iter().enumerate() {
            let text = font::clip(&written(value), size, w.max(size * 4.0));
            let (x, half) = (inner.x + (k as f64 + 0.5) * w, font::width(&text, size) / 2.0);
            if x - half > free {
                canvas.text(&text, (x, inner.bottom() + size * 1.05), Side::Middle, size, INK);
                free = x + half + size * 0.5;
            }
        }
        let name = font::clip(second, size, frame.body.w);
        canvas.text(&name, (frame.body.x, frame.body.y + size * 0.5), Side::Start, size, MUTED);
        let name = font::clip(first, size, inner.w);
        let at = (inner.x + inner.w / 2.0, inner.bottom() + size * 2.35);
        canvas.text(&name, at, Side::Middle, size, MUTED);
    });
}

fn data(grid: &Grid, measure: &str) -> Data {
    let mut data = Data::new(["across", "up", "measure", "n", "value", "low", "high"]);
    for (k, cell) in grid.cells.iter().enumerate() {
        let numbers = cell.map_or([None; 4], |c| [c.n, c.value, c.low, c.high].map(Some));
        let start = [
            grid.across[k % grid.across.len()].clone(),
            grid.up[k / grid.across.len()].clone(),
            measure.to_owned(),
        ];
        data.row(start.into_iter().chain(numbers.map(figure)));
    }
    data
}
