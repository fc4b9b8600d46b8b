//! The scenarios and studies that come with the program, so that it runs without a file: the whole folder, embedded.

use std::path::Path;

use include_dir::{Dir, File, include_dir};
use miette::Result;
use serde::Deserialize;

use plenary::scenario::{LoadError, Scenario, nearest};

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// The UN's AI panel and dialogue, 2025.
pub const FLAGSHIP: &str = "un-ai-dialogue-2025";
/// What `new` copies.
pub const STARTER: &str = "starter";

/// The folders, in the order in which they are listed, and what is in them.
const GROUPS: [(&str, &str); 5] = [
    ("", "Cases"),
    ("teaching", "Teaching cases, each with one point"),
    ("theory", "Rooms for theory"),
    ("bodies", "Bodies with their members and rules (plenary analyse NAME)"),
    (STUDIES, "Studies (plenary sweep NAME)"),
];

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

/// The folder of studies; all others hold scenarios.
const STUDIES: &str = "studies";

/// Templates for real cases, by name.
pub const TEMPLATES: [(&str, &str); 1] = [("demands", include_str!("../../scenarios/templates/demands.ron"))];

/// The source of a shipped study.
pub fn study(name: &str) -> Option<&'static str> {
    source(name, true)
}

/// The source of a shipped scenario.
pub fn find(name: &str) -> Option<&'static str> {
    source(name, false)
}

fn source(name: &str, study: bool) -> Option<&'static str> {
    let meant = |(n, file): &(&str, &File<'_>)| *n == name && is_study(file) == study;
    files().into_iter().find(meant).and_then(|(_, file)| file.contents_utf8())
}

fn is_study(file: &File<'_>) -> bool {
    file.path().starts_with(STUDIES)
}

/// A shipped scenario by name; an unknown name is read as a file that is not there.
pub fn load(name: &str) -> Result<Scenario, LoadError> {
    find(name).map_or_else(|| Scenario::load(name), |text| Scenario::parse(name, text))
}

/// The UN's AI panel and dialogue, 2025.
pub fn flagship() -> Result<Scenario, LoadError> {
    load(FLAGSHIP)
}

/// The nearest scenario that is shipped, where something looks like a name rather than a path.
pub fn nearest_to(name: &str) -> Option<String> {
    let bare = !name.contains(['/', '\\', '.']);
    let scenarios = || files().into_iter().filter(|(_, file)| !is_study(file)).map(|(n, _)| n);
    bare.then(|| nearest(name, scenarios()))
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
