//! Names that were probably meant.

/// What was renamed, with its name now.
const RENAMED: [(&str, &str); 1] = [("causal", "responsibility")];

/// "did you mean …?" with the nearest known name, or the list of what there is.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    suggestion(name, known, |name| format!("\"{name}\""))
}

/// As [`nearest`], for words and fields, which are written without quotes.
pub(crate) fn nearest_word<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    suggestion(word, known, |word| format!("`{word}`"))
}

fn suggestion<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
    written: impl Fn(&str) -> String,
) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.dedup();
    match closest(wrong, known.iter().copied()) {
        Some(k) => format!("did you mean {}?", written(k)),
        None if known.is_empty() => "there is none in this scenario".to_owned(),
        None => {
            let shown: Vec<&str> = known.iter().take(20).copied().collect();
            let more = known.len() - shown.len();
            let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("known: {}{rest}", shown.join(", "))
        }
    }
}

/// The known name that is near enough to have been meant.
pub fn closest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let likeness = |k: &str| match RENAMED.contains(&(&wrong, k)) {
        true => 1.0,
        false => strsim::jaro_winkler(&k.to_lowercase(), &wrong),
    };
    known
        .into_iter()
        .map(|k| (likeness(k), k))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k)
}

/// The words that can stand at a place; the first few, where there are many.
pub fn one_of(words: &[&str]) -> String {
    match words.len() {
        0..=8 => format!("one of {}", words.join(", ")),
        _ => format!("one of {} and others", words[..6].join(", ")),
    }
}
