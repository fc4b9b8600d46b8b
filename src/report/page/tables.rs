//! The tables of the report.

use maud::{Markup, html};

use crate::{
    negotiation::Realisation,
    report::{
        answer,
        chart::Data,
        headline::rate_rows,
        nulls::points,
        number::{change_with_interval, percent, point, rate},
    },
    study::{Chronicle, Summary, statistics::Rate},
};

/// The largest number of rows of a data table; the complete data can be written with `plenary chart --data-only`.
const MAX_ROWS: usize = 200;

/// A container that scrolls a table wider than the window.
fn scroll(name: &str, table: &Markup) -> Markup {
    html! { div.scroll tabindex="0" role="group" aria-label=(name) { (table) } }
}

/// Rates of adoption and of LCD texts.
pub fn rates(s: &Summary) -> Markup {
    scroll(
        "Rates",
        &html! {
            table {
                thead { tr {
                    td {} th scope="col" { "of all runs" } th scope="col" { "of texts adopted" }
                    @if s.choices.is_some() { th scope="col" { "of all runs, modelling choices" } }
                } }
                tbody {
                    @for [what, all, adopted, choices] in rate_rows(s) {
                        tr {
                            th scope="row" { (what) } td { (all) } td { (adopted) }
                            @if s.choices.is_some() { td { (choices) } }
                        }
                    }
                }
            }
        },
    )
}

/// The distribution of outcomes.
pub fn outcomes(s: &Summary) -> Markup {
    let mut rows: Vec<_> = s.outcomes.iter().filter(|o| o.share.count > 0).collect();
    rows.sort_by_key(|o| std::cmp::Reverse(o.share.count));
    scroll(
        "How it ends",
        &html! {
            table {
                caption { "How it ends; the intervals hold together." }
                thead { tr { th scope="col" { "outcome" } th scope="col" { "share" } th.number scope="col" { "for example replicate" } } }
                tbody {
                    @for o in rows {
                        tr {
                            th scope="row" { (o.label.words()) }
                            td { (rate(&o.share)) }
                            td.number { @if let Some(example) = o.example { (example) } }
                        }
                    }
                }
            }
        },
    )
}

/// The null models, and the excess of the runs over them.
pub fn nulls(s: &Summary) -> Markup {
    scroll(
        "Beside arithmetic and chance",
        &html! {
            table {
                caption { "Beside arithmetic and chance: what null models make of the same draws, of all runs; excess in percentage points." }
                thead {
                    tr {
                        th scope="col" { "null model" } th.number scope="col" { "adopted" } th.number scope="col" { "LCD text" }
                        th scope="col" { "excess of these runs" } th.number scope="col" { "in substance" } th.number scope="col" { "depth" }
                    }
                }
                tbody {
                    @for null in &s.nulls {
                        tr {
                            th scope="row" { (null.what) }
                            @for rate in [&null.adopted, &null.lcd] { td.number { (percent(rate.rate.unwrap_or(0.0))) } }
                            td { (points(&null.lcd_excess)) }
                            td.number { (percent(null.lcd_in_substance.rate.unwrap_or(0.0))) }
                            td.number { (point(null.depth.mean)) }
                        }
                    }
                }
            }
        },
    )
}

/// Benchmarks and adopted texts by clause.
pub fn clauses(chronicle: &Chronicle<'_>) -> Markup {
    scroll(
        "Clause by clause",
        &html! {
            table {
                caption { "Each clause from 0 to 1. q: what holds without a text. LCD: the least ambitious party's wish, never below q. Bound: the most that nobody likes less than q. Open: how far apart the two ends of vague words lie." }
                thead { tr {
                    th scope="col" { "clause" }
                    @for name in ["q", "LCD", "bound", "median wish", "text", "10–90", "open"] { th.number scope="col" { (name) } }
                    th scope="col" { "in words" }
                } }
                tbody {
                    @for c in &chronicle.summary.clauses {
                        tr {
                            th scope="row" { (c.title) }
                            @if let Some(t) = &c.text {
                                @for x in [c.status_quo_at.into(), c.lcd_point, c.tolerance_bound, c.median_ideal, t.median] { td.number { (point(x)) } }
                                td.number { (point(t.p10)) "–" (point(t.p90)) }
                                td.number { (point(t.width.mean)) }
                                td { (t.words.as_deref().unwrap_or("–")) }
                            } @else {
                                td {}
                                @for x in [c.lcd_point, c.tolerance_bound, c.median_ideal] { td.number { (point(x)) } }
                                td {} td {} td {}
                                td { (answer::options(c)) }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// Behaviour and gain of each country.
pub fn parties(chronicle: &Chronicle<'_>) -> Markup {
    let share = |r: &Rate| percent(r.rate.unwrap_or(0.0));
    let table = html! {
        table {
            caption { "Shares of all runs; the gain over the status quo in utility, by its own wishes, with its interval." }
            thead { tr {
                th scope="col" { "country" }
                @for name in ["among the least ambitious", "held out", "went along under protest", "abstained", "sponsored", "walked out", "gain"] {
                    th.number scope="col" { (name) }
                }
            } }
            tbody {
                @for p in &chronicle.summary.parties {
                    tr {
                        th scope="row" { (chronicle.case.scenario().title_of(&p.name)) }
                        @for r in [&p.laggard, &p.held_out, &p.explained, &p.abstained, &p.sponsored, &p.left] { td.number { (share(r)) } }
                        td.number { (change_with_interval(&p.gain)) }
                    }
                }
            }
        }
    };
    html! { details { summary { "Country by country" } (scroll("Country by country", &table)) } }
}

/// Parameters of each country.
pub fn party_parameters(chronicle: &Chronicle<'_>) -> Markup {
    let (scenario, model) = (chronicle.case.scenario(), chronicle.case.model());
    let room = Realisation::as_stated(model);
    let table = html! {
        table {
            caption { "Weight: its share of materiality. Utility of the status quo, and the least utility it would settle for at the deadline, as stated." }
            thead { tr {
                th scope="col" { "country" } th scope="col" { "blocs" }
                @for name in ["weight", "patience β", "cost of standing alone", "status quo", "settles for"] { th.number scope="col" { (name) } }
            } }
            tbody {
                @for (i, c) in model.countries.iter().enumerate() {
                    tr {
                        th scope="row" { (scenario.title_of(&c.name)) }
                        td { (c.memberships.iter().map(|(b, _)| scenario.title_of(&model.blocs[*b].name)).collect::<Vec<_>>().join(", ")) }
                        td.number { (percent(c.materiality)) }
                        @for x in [c.tactic.beta, c.isolation_cost, room.at_status_quo[i], room.reservations[i]] { td.number { (point(x)) } }
                    }
                }
            }
        }
    };
    html! { details { summary { "Its parties, one by one" } (scroll("The parties", &table)) } }
}

/// The clauses with both ends of their scales.
pub fn poles(chronicle: &Chronicle<'_>) -> Markup {
    let model = chronicle.case.model();
    scroll(
        "What is on the table",
        &html! {
            table {
                thead { tr {
                    @for name in ["clause", "kind"] { th scope="col" { (name) } }
                    th.number scope="col" { "share of depth" }
                    @for name in ["without a text", "from", "to"] { th scope="col" { (name) } }
                } }
                tbody {
                    @for (id, clause) in model.clause_ids().zip(&model.clauses) {
                        @let weight = model.depth.weight(id);
                        tr {
                            th scope="row" { (clause.source.title().unwrap_or(&clause.name)) }
                            td { (clause.source.kind()) }
                            td.number { @if weight > 0.0 { (percent(weight)) } }
                            td { (clause.source.in_words(clause.status_quo)) }
                            @if clause.options == 0 {
                                td { (clause.source.level(0.0)) } td { (clause.source.level(1.0)) }
                            } @else {
                                td { (clause.options) " options" } td {}
                            }
                        }
                    }
                }
            }
        },
    )
}

/// The data behind a picture.
pub fn figures(data: &Data, title: &str) -> Markup {
    let name = format!("The figures behind “{title}”");
    let table = html! {
        table {
            thead { tr { @for column in &data.columns { th scope="col" { (column.replace('_', " ")) } } } }
            tbody {
                @for row in data.rows.iter().take(MAX_ROWS) { tr { @for cell in row { td { (short(cell)) } } } }
            }
        }
    };
    html! {
        details {
            summary { (name) }
            (scroll(&name, &table))
            @if data.rows.len() > MAX_ROWS {
                p.quiet { "The first " (MAX_ROWS) " of " (data.rows.len()) " rows; " code { "plenary chart KIND --data-only" } " writes them all." }
            }
        }
    }
}

/// Rounds a number to four decimals; other cells are unchanged.
fn short(cell: &str) -> String {
    match cell.parse::<f64>() {
        Ok(x) if cell.contains('.') => format!("{x:.4}"),
        _ => cell.to_owned(),
    }
}
