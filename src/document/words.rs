//! Names that were probably meant.

use crate::{
    language::{Language, Message},
    say,
};

/// What was renamed, with its name now.
const RENAMED: [(&str, &str); 1] = [("causal", "responsibility")];

/// "did you mean …?" with the nearest known name, or the list of what there is.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Message {
    suggestion(name, known, |name, language| say!(language, "errors-quoted", name = name))
}

/// As [`nearest`], for words and fields, which are written without quotes.
pub(crate) fn nearest_word<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Message {
    suggestion(word, known, |word, _| format!("`{word}`"))
}

fn suggestion<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
    written: impl Fn(&str, Language) -> String,
) -> Message {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.dedup();
    match closest(wrong, known.iter().copied()) {
        Some(k) => did_you_mean(|language| written(k, language)),
        None if known.is_empty() => Message::new(|language| say!(language, "errors-none-there")),
        None => there_is(&known),
    }
}

/// What was probably meant.
pub fn did_you_mean(name: impl Fn(Language) -> String) -> Message {
    Message::new(|language| say!(language, "errors-did-you-mean", name = name(language)))
}

/// The names there are; of many, the first.
pub fn there_is(known: &[&str]) -> Message {
    let (shown, more) = (&known[..known.len().min(20)], known.len().saturating_sub(20));
    Message::new(|language| {
        let names = shown.join(&say!(language, "list-comma"));
        say!(language, "errors-known", names = names, more = more)
    })
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
pub fn one_of(words: &[&str], language: Language) -> String {
    let (shown, others) = if words.len() <= 8 { (words, "no") } else { (&words[..6], "yes") };
    say!(language, "errors-one-of", words = shown.join(&say!(language, "list-comma")), others = others)
}
