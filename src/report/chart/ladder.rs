//! Clause by clause: what each party wants, what the least ambitious wants, what everyone would accept, and what came
//! out, in the clause's own words.
//!
//! L_d and T_d of preferences as stated ([`crate::yardstick::Lcd`]); ideals as stated, after lobbying; the text's middle
//! reading over texts adopted.

use super::{
    Chronicle, Data, Drawn, Frame, Wanted, figure,
    frame::{
        axis::{Axis, Plot},
        font,
        legend::{Entry, Key},
        palette::{BLUE, GREY, INK, MUTED, VERMILION, faint},
        rows::Rows,
        sheet::{Mark, Rect, Side},
    },
    only_the_first,
};
use crate::{
    negotiation::Room,
    report::number::{percent, point},
    study::ClauseSummary,
    text::{ClauseId, Value},
};

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &Wanted) -> Drawn {
    let clauses = &chronicle.summary.clauses;
    let mut words = chronicle.words(
        "What parties want, what they would accept, what came out",
        "Each clause from its least to its most (options: in their order, discs by their share of texts). Ticks: every party's wish. Marks of the lowest common \
         denominator (LCD) and of what everyone accepts rest on wishes as stated; the text is that of runs with a text.",
    );
    let probe = Frame::new(wanted, words.clone());
    let room = probe.body.h - probe.sheet.em * 5.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
    let most = (room / (probe.sheet.small() * 1.6)).max(1.0) as usize;
    let shown = clauses.len().min(most);
    words.reading.push_str(&only_the_first(shown, clauses.len(), "clauses"));
    let mut frame = Frame::new(wanted, words);
    frame.legend(&[
        Entry::new(Key::Mark(Mark::Tick), GREY, "a party's wish"),
        Entry::new(Key::Mark(Mark::Ring), INK, "status quo"),
        Entry::new(Key::Mark(Mark::Up), VERMILION, "LCD"),
        Entry::new(Key::Mark(Mark::Down), VERMILION, "most everyone accepts"),
        Entry::new(Key::Mark(Mark::Plus), INK, "median wish"),
        Entry::new(Key::Mark(Mark::Diamond), BLUE, "median text"),
        Entry::new(Key::Patch(0.35), BLUE, "10–90\u{a0}% of texts"),
    ]);
    body(&frame, chronicle, shown);
    let alt: Vec<String> = clauses.iter().map(in_words).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(chronicle)))
}

/// Where an option stands: in the order of the scenario, from 0 to 1.
#[allow(clippy::cast_precision_loss)] // a handful of options
fn place(option: usize, options: usize) -> f64 {
    option as f64 / (options.max(2) - 1) as f64
}

/// Every party's wish on a clause that concerns it, with its key.
fn wishes<'a>(chronicle: &'a Chronicle<'_>, room: &Room, clause: usize) -> Vec<(&'a str, f64)> {
    let id = ClauseId::new(clause);
    let model = chronicle.model;
    model
        .countries
        .iter()
        .enumerate()
        .filter(|(i, _)| room.present[*i] && room.national.salience(*i, id) > 0.0)
        .map(|(i, country)| {
            let at = match model.clauses[clause].options {
                0 => room.national.ideal(i, id),
                options => place(room.national.best_option(i, id), options),
            };
            (country.name.as_str(), at)
        })
        .collect()
}

fn body(frame: &Frame, chronicle: &Chronicle<'_>, shown: usize) {
    let sheet = &frame.sheet;
    let clauses = &chronicle.summary.clauses[..shown];
    let outer = frame.body.less(0.0, 0.0, 0.0, Plot::foot(sheet, false));
    let titles: Vec<&str> = clauses.iter().map(|c| c.title.as_str()).collect();
    let rows = Rows::new(sheet, outer, &titles, 0.3);
    let inner = rows.inner.less(sheet.em * 0.5, 0.0, sheet.em * 1.2, 0.0);
    let plot = Plot::along(sheet, inner, Axis::new("", 0.0..1.0));
    let room = Room::as_stated(chronicle.model);
    // With room for it, a line of the clause's own words runs below the marks.
    let worded = rows.height > sheet.small() * 2.6 && inner.w > sheet.small() * 45.0;
    for (k, clause) in clauses.iter().enumerate() {
        let y = rows.middle(k) - if worded { sheet.small() * 0.65 } else { 0.0 };
        let tall = (rows.height * if worded { 0.22 } else { 0.36 }).min(sheet.em * 0.9);
        marks(frame, &plot, chronicle, &room, (k, clause), y, tall);
        if worded {
            levels(frame, &plot, chronicle, k, y + tall + sheet.small() * 0.75);
        }
    }
}

#[allow(clippy::too_many_arguments)] // one row: its clause, its place, its height
fn marks(
    frame: &Frame,
    plot: &Plot,
    chronicle: &Chronicle<'_>,
    room: &Room,
    (k, clause): (usize, &ClauseSummary),
    y: f64,
    tall: f64,
) {
    let sheet = &frame.sheet;
    let radius = sheet.em * 0.3;
    if let Some((low, high)) = clause.text.as_ref().and_then(|t| t.p10.zip(t.p90)) {
        let (from, to) = (plot.across(low), plot.across(high));
        let band = Rect { x: from, y: y - tall * 0.75, w: (to - from).max(1.0), h: tall * 1.5 };
        sheet.group("band", || sheet.fill(band, faint(BLUE, 0.35)));
    }
    sheet.line(&[(plot.inner.x, y), (plot.inner.right(), y)], sheet.em / 16.0, GREY);
    sheet.group("wishes", || {
        for (name, at) in wishes(chronicle, room, k) {
            let tip = format!("{}: {}", chronicle.scenario.title_of(name), point(at));
            let x = plot.across(at);
            sheet.tipped(&tip, || {
                sheet.line(&[(x, y - tall), (x, y + tall)], sheet.em / 14.0, faint(INK, 0.45));
            });
        }
    });
    let mark = |mark, at: Option<f64>, rise: f64, colour| {
        if let Some(at) = at {
            sheet.mark(mark, (plot.across(at), y + rise), radius, colour);
        }
    };
    let options = clause.options.len();
    if options > 0 {
        // Depths of options are another scale: only wishes, the status quo and what came out are placed.
        let status_quo = chronicle.model.clauses[k].status_quo;
        if let Value::Option(o) = status_quo {
            mark(Mark::Ring, Some(place(o.into(), options)), 0.0, INK);
        }
        for (o, (name, share)) in clause.options.iter().enumerate() {
            let share = share.rate.unwrap_or(0.0);
            let at = (plot.across(place(o, options)), y);
            sheet.tipped(&format!("{name}: {}", percent(share)), || {
                sheet.mark(Mark::Disc, at, tall * libm::sqrt(share), faint(BLUE, 0.6));
            });
        }
        return;
    }
    sheet.group("yardsticks", || {
        mark(Mark::Up, clause.lcd_point, tall + radius * 0.6, VERMILION);
        mark(Mark::Down, clause.tolerance_bound, -tall - radius * 0.6, VERMILION);
        mark(Mark::Plus, clause.median_ideal, 0.0, INK);
        mark(Mark::Ring, Some(clause.status_quo_at), 0.0, INK);
    });
    sheet.group("median", || {
        mark(Mark::Diamond, clause.text.as_ref().and_then(|t| t.median), 0.0, BLUE);
    });
}

/// The clause's own words for its levels, each below its place, as far as there is room.
fn levels(frame: &Frame, plot: &Plot, chronicle: &Chronicle<'_>, clause: usize, y: f64) {
    let sheet = &frame.sheet;
    let size = sheet.em * 0.72;
    let source = &chronicle.model.clauses[clause].source;
    let (mut least, most) = (plot.inner.x - sheet.em, plot.inner.right() + sheet.em);
    let options = &chronicle.summary.clauses[clause].options;
    let mut named = source.levels();
    named.extend(options.iter().enumerate().map(|(o, (name, _))| (place(o, options.len()), name.as_str())));
    for (k, (at, words)) in named.iter().enumerate() {
        let x = plot.across(*at);
        let next = named.get(k + 1).map_or(most + size, |(at, _)| plot.across(*at));
        let room = (next - least.max(plot.inner.x - sheet.em) - size).min(most - least);
        let text = font::clip(words, size, room.max(0.0));
        let wide = font::width(&text, size);
        let from = (x - wide / 2.0).max(least).min(most - wide);
        if text.chars().count() > 3 && from >= least {
            sheet.text(&text, (from, y), Side::Start, size, MUTED);
            least = from + wide + size;
        }
    }
}

fn in_words(c: &ClauseSummary) -> String {
    let text = c.text.as_ref().map_or_else(
        || {
            let commonest = c.options.iter().max_by_key(|(_, rate)| rate.count);
            commonest.map_or_else(String::new, |(name, _)| format!("most often {name}"))
        },
        |t| format!("text {} ({} to {})", point(t.median), point(t.p10), point(t.p90)),
    );
    format!("{}: LCD {}, bound {}, {text}", c.title, point(c.lcd_point), point(c.tolerance_bound))
}

fn data(chronicle: &Chronicle<'_>) -> Data {
    let mut data = Data::new(["clause", "what", "who", "value", "words"]);
    let room = Room::as_stated(chronicle.model);
    for (k, c) in chronicle.summary.clauses.iter().enumerate() {
        let source = &chronicle.model.clauses[k].source;
        let mut add = |what: &str, who: &str, at: Option<f64>| {
            let words = at
                .filter(|_| chronicle.model.clauses[k].options == 0)
                .map_or_else(String::new, |x| source.level(x));
            data.row([c.name.clone(), what.to_owned(), who.to_owned(), figure(at), words]);
        };
        add("status quo", "", Some(c.status_quo_at));
        add("LCD", "", c.lcd_point);
        add("most everyone accepts", "", c.tolerance_bound);
        add("median wish", "", c.median_ideal);
        if let Some(t) = &c.text {
            add("text, 10 %", "", t.p10);
            add("text, median", "", t.median);
            add("text, 90 %", "", t.p90);
        }
        for (name, at) in wishes(chronicle, &room, k) {
            add("wish", name, Some(at));
        }
        for (name, rate) in &c.options {
            add(&format!("share of texts with: {name}"), "", rate.rate);
        }
    }
    data
}
