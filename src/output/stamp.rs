//! The mark by which a picture, page or script is known to be as plenary wrote it: a digest of the file in the file.
//!
//! In SVG and HTML it is a comment at the end, in a shell script a comment line, in PNG a text chunk. Whatever is
//! changed in the file, the digest no longer fits, and the file is its author's. A picture's mark also has the digest
//! of the CSV file with its figures, which cannot have a mark of its own.

use std::{ops::Range, path::Path};

use super::digest;

/// What can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StampKind {
    /// SVG and HTML: `<!-- plenary: … -->` on a line of its own at the end.
    Markup,
    /// A shell script: `# plenary: …` on the last line.
    Script,
    /// PNG: a text chunk `plenary` before the end.
    Png,
}

/// What a mark says beside the digest of its own file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The SHA-256 of the file with the picture's figures.
    pub figures: Option<String>,
}

const NAME: &str = "plenary: ";
const MARKUP: [&str; 2] = ["<!-- ", " -->\n"];
const SCRIPT: [&str; 2] = ["# ", "\n"];
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The kind of a PNG text chunk, and the keyword of ours.
const CHUNK: &[u8] = b"tEXtplenary\0";
/// Length, kind and checksum of a PNG chunk without content: also the whole of the chunk that ends a file.
const FRAME: usize = 12;

/// Whether files of this name bear a mark.
pub(super) fn is_stamped_by_name(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str()).map(str::to_lowercase);
    ending.is_some_and(|e| ["svg", "png", "html", "htm", "sh"].contains(&e.as_str()))
}

/// The file with its mark. `figures`: the SHA-256 of the file with the picture's figures.
pub fn add(kind: StampKind, body: &[u8], figures: Option<&str>) -> Vec<u8> {
    if kind != StampKind::Png && !body.ends_with(b"\n") {
        return add(kind, &[body, b"\n"].concat(), figures);
    }
    let text = words(body, figures);
    match kind {
        StampKind::Markup => [body, MARKUP[0].as_bytes(), text.as_bytes(), MARKUP[1].as_bytes()].concat(),
        StampKind::Script => [body, SCRIPT[0].as_bytes(), text.as_bytes(), SCRIPT[1].as_bytes()].concat(),
        StampKind::Png => {
            let end = body.len().saturating_sub(FRAME);
            [&body[..end], &chunk(&text), &body[end..]].concat()
        }
    }
}

/// The mark of a file; none where it has none, or the file was changed since it was marked.
pub fn find(file: &[u8]) -> Option<Stamp> {
    let (body, text) = if file.starts_with(SIGNATURE) { split_png(file)? } else { split_text(file)? };
    let figures = text.split_once(", figures ").map(|(_, figures)| figures.to_owned());
    (words(&body, figures.as_deref()) == text).then_some(Stamp { figures })
}

fn words(body: &[u8], figures: Option<&str>) -> String {
    let figures = figures.map(|f| format!(", figures {f}")).unwrap_or_default();
    let digest = digest(&[body, figures.as_bytes()].concat());
    format!("{NAME}sha256 {digest}{figures}")
}

/// A file of lines: what comes before its last line, and what the mark says.
fn split_text(file: &[u8]) -> Option<(Vec<u8>, String)> {
    let line = file.strip_suffix(b"\n")?.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let last = std::str::from_utf8(&file[line..]).ok()?;
    let text = [MARKUP, SCRIPT].iter().find_map(|[before, after]| {
        last.strip_prefix(before)?.strip_suffix(after).filter(|text| text.starts_with(NAME))
    })?;
    Some((file[..line].to_vec(), text.to_owned()))
}

/// A PNG file without the chunk that is the mark, and what that says.
fn split_png(file: &[u8]) -> Option<(Vec<u8>, String)> {
    let mut at = SIGNATURE.len();
    while at + FRAME <= file.len() {
        let length = u32::from_be_bytes(file[at..at + 4].try_into().ok()?) as usize;
        let end = at.checked_add(FRAME)?.checked_add(length).filter(|end| *end <= file.len())?;
        if file[at + 4..end].starts_with(CHUNK) {
            return of_chunk(file, at..end);
        }
        at = end;
    }
    None
}

fn of_chunk(file: &[u8], place: Range<usize>) -> Option<(Vec<u8>, String)> {
    let text = std::str::from_utf8(&file[place.start + 4 + CHUNK.len()..place.end - 4]).ok()?;
    let is_whole = chunk(text) == file[place.clone()];
    is_whole.then(|| ([&file[..place.start], &file[place.end..]].concat(), text.to_owned()))
}

fn chunk(text: &str) -> Vec<u8> {
    let content = [CHUNK, text.as_bytes()].concat();
    let length = u32::try_from(content.len() - 4).unwrap_or(0);
    [&length.to_be_bytes()[..], &content, &checksum(&content).to_be_bytes()].concat()
}

/// CRC-32 as PNG has it (ISO 3309), bit by bit: the chunk is short.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc));
    !bytes.iter().fold(!0, byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest PNG: one grey pixel.
    fn pixel() -> Vec<u8> {
        let chunk = |kind: &[u8], data: &[u8]| {
            let content = [kind, data].concat();
            [&(data.len() as u32).to_be_bytes()[..], &content, &checksum(&content).to_be_bytes()].concat()
        };
        let head = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        let data = chunk(b"IDAT", &[0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1]);
        [SIGNATURE, &head, &data, &chunk(b"IEND", b"")].concat()
    }

    #[test]
    fn a_mark_is_found_again_and_any_change_breaks_it() {
        let figures = digest(b"figures");
        for (kind, body) in [
            (StampKind::Markup, b"<svg>\n</svg>\n".to_vec()),
            (StampKind::Markup, b"<html></html>".to_vec()),
            (StampKind::Script, b"#!/bin/sh\necho\n".to_vec()),
            (StampKind::Png, pixel()),
        ] {
            assert_eq!(find(&body), None, "{kind:?} without a mark");
            for figures in [None, Some(figures.as_str())] {
                let marked = add(kind, &body, figures);
                assert_eq!(find(&marked), Some(Stamp { figures: figures.map(str::to_owned) }), "{kind:?}");
                for at in 0..marked.len() {
                    let mut changed = marked.clone();
                    changed[at] ^= 1;
                    assert_eq!(find(&changed), None, "{kind:?}: byte {at}");
                }
                for cut in 0..marked.len() {
                    assert_eq!(find(&marked[..cut]), None, "{kind:?}: cut to {cut} bytes");
                }
                assert_eq!(find(&[&marked[..], b"mine\n"].concat()), None, "{kind:?}: something added");
            }
        }
    }

    /// The check value of CRC-32: of the digits 1 to 9 (Williams, A Painless Guide to CRC Error Detection Algorithms).
    #[test]
    fn the_checksum_is_that_of_png() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }
}
