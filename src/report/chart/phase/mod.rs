//! A measure over two parameters: a cell for each pair of values.
//!
//! The colour is the estimate; a cell is hatched where its 95 % interval leaves open on which side of ½ it lies. Where both
//! parameters are numbers with values between those tried, a line stands where the estimate crosses ½, by linear
//! interpolation between the middles of neighbouring cells (marching squares), and thin lines where the ends of the
//! intervals do. Where one is a whole number or a word, nothing lies between, and the line follows the edges of cells.

mod contour;
mod scale;

use contour::{half, steps};
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
    result_table::{has_between, measure},
    words,
};
use crate::{language::Language, say};

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

/// On which side of the middle of the colours a cell lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellSide {
    Above,
    Below,
    /// Its interval leaves that open.
    Undecided,
}

/// The cells of a grid: values along the foot, values up, and what was found there, row by row from below.
struct Grid {
    across: Vec<String>,
    up: Vec<String>,
    cells: Vec<Option<Cell>>,
    scale: Scale,
}

impl Grid {
    fn side(&self, cell: &Cell) -> CellSide {
        let share = |x: f64| self.scale.share(x);
        match () {
            () if share(cell.low) >= 0.5 => CellSide::Above,
            () if share(cell.high) < 0.5 => CellSide::Below,
            () => CellSide::Undecided,
        }
    }

    fn known(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().flatten()
    }

    /// How many cells lie on this side.
    fn on(&self, side: CellSide) -> usize {
        self.known().filter(|cell| self.side(cell) == side).count()
    }

    /// Whether there are values between those tried on both axes.
    fn is_smooth(&self) -> bool {
        let between = |values: &[String]| {
            let numbers: Option<Vec<f64>> = values.iter().map(|v| v.parse().ok()).collect();
            numbers.is_some_and(|numbers| has_between(&numbers))
        };
        between(&self.across) && between(&self.up)
    }
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let [first, second] = found.factors else {
        return Err(NothingToDraw::counted("two-factors", found.factors.len()));
    };
    let measure = measure(wanted, "lcd", &found.measures())?;
    let grid = grid(found, first, second, &measure)?;
    let language = wanted.language;
    let name = wanted.titles.measure(language, &measure);
    let half = if grid.scale == Scale::SHARE { "½".to_owned() } else { language.short(grid.scale.at(0.5)) };
    let mut frame = Frame::new(
        wanted,
        found.caption(
            title(language, &grid, &words::sentence(&name), &half),
            reading(language, &grid, &words::sentence(&name), &half),
        ),
    );
    let mut legend = vec![LegendEntry::new(LegendKey::Line, VERMILION, half.as_str())];
    if grid.is_smooth() {
        legend.push(LegendEntry::new(LegendKey::Dashes, VERMILION, say!(language, "charts-phase-ends")));
    }
    legend.push(LegendEntry::new(
        LegendKey::Hatched,
        INK,
        say!(language, "charts-phase-undecided", half = half.as_str()),
    ));
    frame.legend(&legend);
    frame.colour_bar(&name, |share| figures(language, grid.scale.at(share)));
    let names = [first, second].map(|factor| found.label(wanted, factor));
    map(&frame, &grid, &names);
    let alt = say!(
        language,
        "charts-phase-alt",
        n = grid.on(CellSide::Above),
        of = grid.known().count(),
        half = half.as_str()
    );
    Ok(frame.finish(&alt, data(&grid, &measure)))
}

/// How many cells are told to lie above or below the middle, and how many are not.
fn title(language: Language, grid: &Grid, name: &str, half: &str) -> String {
    let [above, below, undecided] =
        [CellSide::Above, CellSide::Below, CellSide::Undecided].map(|side| grid.on(side));
    let kind = match (above, below, undecided) {
        (_, 0, 0) => "above",
        (0, _, 0) => "below",
        (0, 0, _) => "undecided",
        _ => "mixed",
    };
    say!(
        language,
        "charts-phase-title",
        kind = kind,
        name = name,
        half = half,
        above = above,
        undecided = undecided,
        of = grid.known().count()
    )
}

fn reading(language: Language, grid: &Grid, name: &str, half: &str) -> String {
    let (least, most) = grid.known().fold((f64::MAX, 0.0f64), |(l, h), c| (l.min(c.n), h.max(c.n)));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole numbers
    let whole = |x: f64| language.count(x as u64);
    let n = if least < most { format!("{}–{}", whole(least), whole(most)) } else { whole(most) };
    let kind = if grid.is_smooth() { "smooth" } else { "stepped" };
    say!(language, "charts-phase-reading", kind = kind, name = name, half = half, n = n)
}

/// A value of a factor, numbers with no more decimals than they need.
fn written(language: Language, value: &str) -> String {
    let number = value.parse::<f64>().ok().filter(|x| *x == 0.0 || x.abs() >= 1e-3);
    number.map_or_else(|| value.to_owned(), |x| language.short(x))
}

/// A value as figures show it: two decimals of shares, what it takes of others.
fn figures(language: Language, x: f64) -> String {
    if (-1.0..=1.0).contains(&x) { language.point(x) } else { language.short(x) }
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
        return Err(NothingToDraw::because("no-grid"));
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
fn map(frame: &Frame, grid: &Grid, names: &[String; 2]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let language = canvas.language;
    let widest = grid
        .up
        .iter()
        .map(|v| font::width(&written(language, v), size))
        .fold(0.0, f64::max)
        .min(frame.body.w * 0.25);
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
            written(language, &grid.across[k % grid.across.len()]),
            written(language, &grid.up[k / grid.across.len()]),
            figures(language, cell.value),
            figures(language, cell.low),
            figures(language, cell.high)
        );
        canvas.with_tooltip(&tip, || canvas.group("cell", || canvas.fill(area, colour)));
        if grid.side(cell) == CellSide::Undecided {
            canvas.group("hatched", || hatch(canvas, Rect { w, h, ..area }, ink_on(colour)));
        }
    }
    let segment = |[from, to]: [(f64, f64); 2]| [middle(from.0, from.1), middle(to.0, to.1)];
    if grid.is_smooth() {
        canvas.group("ends", || {
            for of in [|c: &Cell| c.low, |c: &Cell| c.high] {
                let lines = half(grid, of).into_iter().map(segment);
                lines.for_each(|line| canvas.dashed(|| canvas.line(&line, canvas.em / 14.0, VERMILION)));
            }
        });
    }
    let line = if grid.is_smooth() { half(grid, |c| c.value) } else { steps(grid) };
    canvas.group("contour", || {
        for line in line.into_iter().map(segment) {
            canvas.line(&line, canvas.em / 4.0, PAPER);
            canvas.line(&line, canvas.em / 7.0, VERMILION);
        }
    });
    // Above the line, so that it hides none.
    numerals(canvas, grid, (w, h), middle);
    ticks(frame, grid, inner, (w, h), names);
}

/// Figures where they fit, on a patch of their ground so that hatching leaves them alone.
#[allow(clippy::cast_precision_loss)] // cells are few
fn numerals(canvas: &Canvas, grid: &Grid, (w, h): (f64, f64), middle: impl Fn(f64, f64) -> Point) {
    let (size, language) = (canvas.small(), canvas.language);
    for (k, cell) in grid.cells.iter().enumerate() {
        let Some(cell) = cell else { continue };
        let text = figures(language, cell.value);
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
fn ticks(frame: &Frame, grid: &Grid, inner: Rect, (w, h): (f64, f64), [first, second]: &[String; 2]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    canvas.group("axes", || {
        let every = (size * 1.2 / h).ceil().max(1.0);
        for (k, value) in grid.up.iter().enumerate().filter(|(k, _)| (*k as f64 % every) == 0.0) {
            let text =
                font::clip(&written(canvas.language, value), size, inner.x - frame.body.x - size * 0.5);
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
            let text = font::clip(&written(canvas.language, value), size, w.max(size * 4.0));
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
