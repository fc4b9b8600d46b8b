//! What an author says of a case at the head of its file.

/// The comments before the scenario begins, without their slashes: paragraphs, an empty line between them.
///
/// ```
/// use plenary::scenario::comments;
///
/// assert_eq!(comments("// A river.\n// Two states.\n//\n// Sources: none.\n(format: 1)"), "A river. Two states.\n\nSources: none.");
/// assert_eq!(comments("(format: 1) // no head"), "");
/// ```
pub fn comments(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().map(str::trim).take_while(|line| line.is_empty() || line.starts_with("//"));
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in lines.map(|line| line.trim_start_matches('/').trim()) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => last.push(line),
            _ => paragraphs.push(Vec::new()),
        }
    }
    let paragraphs = paragraphs.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join(" "));
    paragraphs.collect::<Vec<String>>().join("\n\n")
}

/// The same, as they stand in the file.
pub fn head(text: &str) -> &str {
    let end = text
        .split_inclusive('\n')
        .take_while(|line| line.trim().is_empty() || line.trim_start().starts_with("//"));
    &text[..end.map(str::len).sum()]
}
