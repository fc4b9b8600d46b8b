//! The scenarios and studies that come with the program, so that it runs without a file: the whole folder, embedded.

use std::path::Path;

use crate::cli::failure::Result;
use include_dir::{Dir, File, include_dir};
use serde::Deserialize;

use plenary::scenario::{LoadError, Scenario, nearest};

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// The UN's AI panel and dialogue, 2025.
pub const FLAGSHIP: &str = "un-ai-dialogue-2025";
/// What `new` copies.
pub const STARTER: &str = "starter";

/// The folders, in the order in which they are listed, and what is in them.
const GROUPS: [(&str, &str); 6] = [
    ("", "Cases"),
    ("teaching", "Teaching cases, each with one point"),
    ("theory", "Rooms for theory"),
    ("bodies", "Bodies with their members and rules (plenary analyse NAME)"),
    (STUDIES, "Studies (plenary sweep NAME --out DIR)"),
    (TEMPLATES, "Templates for real cases (plenary backtest --models NAME)"),
];

/// The folder of studies.
const STUDIES: &str = "studies";
/// The folder of templates; all others hold scenarios.
const TEMPLATES: &str = "templates";

/// What a shipped file is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To run, or a body to analyse.
    Scenario,
    /// To sweep.
    Study,
    /// What real cases are put into.
    Template,
}

impl Kind {
    fn of(file: &File<'_>) -> Self {
        match file.path() {
            path if path.starts_with(STUDIES) => Self::Study,
            path if path.starts_with(TEMPLATES) => Self::Template,
            _ => Self::Scenario,
        }
    }
}

/// Files of one folder.
pub struct Group {
    /// What they are.
    pub title: String,
    /// Name and question of each.
    pub entries: Vec<(&'static str, String)>,
}

/// What a file says of itself.
#[derive(Deserialize)]
struct Card {
    #[serde(default)]
    about: String,
}

/// The source of a shipped study.
pub fn study(name: &str) -> Option<&'static str> {
    source(name, Kind::Study)
}

/// The source of a shipped scenario.
pub fn find(name: &str) -> Option<&'static str> {
    source(name, Kind::Scenario)
}

/// The source of a shipped template.
pub fn template(name: &str) -> Option<&'static str> {
    source(name, Kind::Template)
}

/// The names of all templates, by the alphabet.
pub fn templates() -> Vec<&'static str> {
    let mut names: Vec<_> = names(&[Kind::Template]).collect();
    names.sort_unstable();
    names
}

/// The source of a shipped file of this kind.
pub fn source(name: &str, kind: Kind) -> Option<&'static str> {
    let meant = |(n, file): &(&str, &File<'_>)| *n == name && Kind::of(file) == kind;
    files().into_iter().find(meant).and_then(|(_, file)| file.contents_utf8())
}

/// A shipped scenario by name; an unknown name is read as a file that is not there.
pub fn load(name: &str) -> Result<Scenario, LoadError> {
    find(name).map_or_else(|| Scenario::load(name), |text| Scenario::parse(name, text))
}

/// The UN's AI panel and dialogue, 2025.
pub fn flagship() -> Result<Scenario, LoadError> {
    load(FLAGSHIP)
}

/// What may have been meant by a name under which no file of this kind is found, where it looks like a name rather than a
/// path: a file that only lacks its ending, something shipped of another kind, or the nearest name.
pub fn meant(name: &str, kind: Kind) -> Option<String> {
    let file = format!("{name}.ron");
    let is = |other| other != kind && source(name, other).is_some();
    match () {
        () if name.contains(['/', '\\', '.']) => None,
        () if Path::new(&file).exists() => Some(format!("did you mean \"{file}\"?")),
        () if is(Kind::Scenario) => Some(format!("it is a scenario: plenary run {name}, or analyse {name}")),
        () if is(Kind::Study) => Some(format!("it is a study: plenary sweep {name} --out DIR")),
        () if is(Kind::Template) => {
            Some(format!("it is a template for real cases: plenary backtest --models {name}"))
        }
        () => Some(nearest(name, names(&[kind]))),
    }
}

/// The names of what is shipped of these kinds.
pub fn names(kinds: &[Kind]) -> impl Iterator<Item = &'static str> {
    files().into_iter().filter(|(_, file)| kinds.contains(&Kind::of(file))).map(|(name, _)| name)
}

/// Everything that is shipped, by folder; the flagship first, the rest by name.
pub fn groups() -> Vec<Group> {
    let listed = GROUPS.iter().map(|(folder, title)| (*folder, (*title).to_owned()));
    let others = SCENARIOS.dirs().filter_map(|dir| dir.path().to_str());
    let others = others.filter(|folder| GROUPS.iter().all(|(known, _)| known != folder));
    let all = listed.chain(others.map(|folder| (folder, folder.to_owned())));
    all.map(|(folder, title)| Group { title, entries: entries(folder) })
        .filter(|group| !group.entries.is_empty())
        .collect()
}

fn entries(folder: &str) -> Vec<(&'static str, String)> {
    let mut entries: Vec<(&str, String)> = files()
        .into_iter()
        .filter(|(_, file)| file.path().parent() == Some(Path::new(folder)))
        .map(|(name, file)| (name, about(file.contents_utf8().unwrap_or_default())))
        .collect();
    entries.sort_by_key(|(name, _)| (*name != FLAGSHIP, *name));
    entries
}

fn about(text: &str) -> String {
    ron::from_str::<Card>(text).map(|card| card.about).unwrap_or_default()
}

fn files() -> Vec<(&'static str, &'static File<'static>)> {
    let folders = SCENARIOS.dirs().flat_map(Dir::files);
    let named = |file: &'static File<'static>| Some((file.path().file_stem()?.to_str()?, file));
    SCENARIOS
        .files()
        .chain(folders)
        .filter(|file| file.path().extension().is_some_and(|e| e == "ron"))
        .filter_map(named)
        .collect()
}
