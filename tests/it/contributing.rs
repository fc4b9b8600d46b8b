//! The lists in CONTRIBUTING.md name files that are there.

use std::path::Path;

const CONTRIBUTING: &str = include_str!("../../CONTRIBUTING.md");

/// A line of a list: the file that it names, and whether that is to be created.
fn file(line: &str) -> Option<(&str, bool)> {
    let (path, rest) = line.strip_prefix("- `")?.split_once('`')?;
    Some((path, rest.starts_with(" (new)")))
}

#[test]
fn every_file_named_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut sections, mut files) = (0, 0);
    for section in CONTRIBUTING.split("\n### ").skip(1) {
        let title = section.lines().next().expect("a title");
        let named: Vec<(&str, bool)> = section.lines().filter_map(file).collect();
        assert!(named.len() > 1, "{title}: a list of files");
        assert!(named.iter().any(|(path, _)| path.starts_with("tests/")), "{title}: where the test goes");
        for &(path, new) in &named {
            let place = root.join(path);
            if new {
                assert!(place.parent().is_some_and(Path::is_dir), "{title}: {path} has no folder");
            } else {
                assert!(place.is_file(), "{title}: {path} is not there");
            }
        }
        sections += 1;
        files += named.len();
    }
    assert!(sections >= 7 && files >= 40, "{files} files in {sections} sections");
}
