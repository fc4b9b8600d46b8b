//! A picture that steps without a script: sheets over the map, each shown while the address names it (`:target`).
//!
//! Sheets and links have `display="none"`, which a rule for screens lifts: viewers that know no such rules, and paper, show
//! the map alone.

use std::fmt::Write;

use super::super::{Picture, Size, frame::canvas::Rect};
use crate::{language::Language, say};

/// What lifts the hiding.
const STYLE: &str = "<style>@media screen{.plenary-sheet:target,.plenary-link{display:inline}}</style>\n";

/// The map with its sheets; `flags` are the places of the links to them.
pub fn compose(
    map: &str,
    flags: &[Rect],
    sheets: &[(Picture, Vec<Rect>)],
    size: Size,
    language: Language,
) -> String {
    let Some(content) = map.strip_suffix("</svg>\n") else { return map.to_owned() };
    let id = |k: usize| format!("brackets-{size}-{}", k + 1);
    let mut out = format!("{content}{STYLE}");
    for (k, place) in flags.iter().enumerate() {
        link(&mut out, &id(k), *place, None, language, k + 1);
    }
    for (k, (sheet, places)) in sheets.iter().enumerate() {
        let _ = write!(
            out,
            "<g id=\"{}\" class=\"plenary-sheet\" display=\"none\">\n{}",
            id(k),
            inner(&sheet.svg)
        );
        for (to, place) in places.iter().enumerate() {
            match to < sheets.len() {
                true => link(&mut out, &id(to), *place, None, language, to + 1),
                false => {
                    let back = say!(language, "pictures-brackets-map");
                    link(&mut out, &format!("brackets-{size}"), *place, Some(&back), language, 0);
                }
            }
        }
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    out
}

/// What a picture draws, its ground first.
fn inner(svg: &str) -> &str {
    let body = svg.split_once("</desc>\n").map_or(svg, |(_, body)| body);
    body.strip_suffix("</svg>\n").unwrap_or(body)
}

/// A link to a sheet, over what is drawn there already; the link back to the map is written in full.
fn link(out: &mut String, id: &str, place: Rect, text: Option<&str>, language: Language, to: usize) {
    let Rect { x, y, w, h } = place;
    let name = text.map_or_else(|| say!(language, "pictures-brackets-go", number = to), str::to_owned);
    let _ = write!(
        out,
        "<a href=\"#{id}\" class=\"plenary-link\" display=\"none\" aria-label=\"{name}\"><title>{name}</title>\
         <rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" fill=\"#767676\" fill-opacity=\"0.12\"/>"
    );
    if let Some(text) = text {
        let (cx, baseline, size) = (x + w / 2.0, y + h * 0.74, h / 1.6);
        let _ = write!(
            out,
            "<text x=\"{cx:.1}\" y=\"{baseline:.1}\" font-size=\"{size:.1}\" text-anchor=\"middle\" fill=\"#767676\">{text}</text>"
        );
    }
    out.push_str("</a>\n");
}
