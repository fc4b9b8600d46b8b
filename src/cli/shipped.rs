//! The scenarios, studies and templates that are embedded in the program.

use std::path::Path;

use crate::cli::failure::Result;
use include_dir::{Dir, File, include_dir};
use serde::Deserialize;

use plenary::{
    language::Message,
    say,
    scenario::{LoadError, Scenario, nearest},
};

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// The default scenario: the UN's AI panel and dialogue, 2025.
pub const FLAGSHIP: &str = "un-ai-dialogue-2025";
/// The scenario that `plenary new` copies by default.
pub const STARTER: &str = "starter";

/// The folders in listing order.
const FOLDERS: [&str; 6] = ["", "teaching", "theory", "bodies", STUDIES, TEMPLATES];

/// The folder of studies.
const STUDIES: &str = "studies";
/// The folder of templates; all other folders hold scenarios.
const TEMPLATES: &str = "templates";

/// The kind of a shipped file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ShippedKind {
    /// A scenario to simulate, or a body to analyse.
    Scenario,
    /// A study to sweep.
    Study,
    /// A template that turns real cases into scenarios.
    Template,
}

impl ShippedKind {
    fn of(file: &File<'_>) -> Self {
        match file.path() {
            path if path.starts_with(STUDIES) => Self::Study,
            path if path.starts_with(TEMPLATES) => Self::Template,
            _ => Self::Scenario,
        }
    }
}

/// The shipped files of one folder.
pub struct ShippedGroup {
    /// The folder; "" for the cases themselves.
    pub folder: String,
    /// Name and question of each file.
    pub entries: Vec<(&'static str, String)>,
}

/// The field of a file that describes it.
#[derive(Deserialize)]
struct Description {
    #[serde(default)]
    about: String,
}

/// The source of a shipped study.
pub fn study(name: &str) -> Option<&'static str> {
    source(name, ShippedKind::Study)
}

/// The source of a shipped scenario.
pub fn find(name: &str) -> Option<&'static str> {
    source(name, ShippedKind::Scenario)
}

/// The source of a shipped template.
pub fn template(name: &str) -> Option<&'static str> {
    source(name, ShippedKind::Template)
}

/// The names of all templates, in alphabetical order.
pub fn templates() -> Vec<&'static str> {
    let mut names: Vec<_> = names(&[ShippedKind::Template]).collect();
    names.sort_unstable();
    names
}

/// The source of a shipped file of this kind.
pub fn source(name: &str, kind: ShippedKind) -> Option<&'static str> {
    let matches = |(n, file): &(&str, &File<'_>)| *n == name && ShippedKind::of(file) == kind;
    files().into_iter().find(matches).and_then(|(_, file)| file.contents_utf8())
}

/// Loads a shipped scenario by name, or else the file of that name.
pub fn load(name: &str) -> Result<Scenario, LoadError> {
    find(name).map_or_else(|| Scenario::load(name), |text| Scenario::parse(name, text))
}

/// Loads the default scenario.
pub fn flagship() -> Result<Scenario, LoadError> {
    load(FLAGSHIP)
}

/// Suggests what may have been meant by a name under which no file of this kind is found: a file that only lacks its
/// extension, a shipped file given with its folder or of another kind, or the closest name. `None` if `name` looks like any
/// other path.
pub fn suggestion(name: &str, kind: ShippedKind) -> Option<Message> {
    let file = format!("{name}.ron");
    let is = |other| other != kind && source(name, other).is_some();
    let says = |id: &'static str, name: &str| Some(Message::new(|language| say!(language, id, name = name)));
    // As in the folder of the repository, teaching/deadlock: what is shipped goes by its name alone.
    let last = Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name);
    match () {
        () if Path::new(&file).exists() => Some(Message::new(|language| {
            let file = say!(language, "errors-quoted", name = file.as_str());
            say!(language, "errors-did-you-mean", name = file)
        })),
        () if last != name && source(last, kind).is_some() => says("errors-did-you-mean-shipped", last),
        () if last != name && is_in_a_shipped_folder(name) => Some(nearest(last, names(&[kind]))),
        () if name.contains(['/', '\\', '.']) => None,
        () if is(ShippedKind::Scenario) => says("errors-it-is-scenario", name),
        () if is(ShippedKind::Study) => says("errors-it-is-study", name),
        () if is(ShippedKind::Template) => says("errors-it-is-template", name),
        () => Some(nearest(name, names(&[kind]))),
    }
}

/// Whether a path that leads nowhere goes by a folder in which files are shipped.
fn is_in_a_shipped_folder(path: &str) -> bool {
    let folder = Path::new(path).parent();
    let name = folder.and_then(Path::file_name).and_then(|name| name.to_str());
    !folder.is_some_and(Path::exists) && name.is_some_and(|name| SCENARIOS.get_dir(name).is_some())
}

/// The names of all shipped files of these kinds.
pub fn names(kinds: &[ShippedKind]) -> impl Iterator<Item = &'static str> {
    files().into_iter().filter(|(_, file)| kinds.contains(&ShippedKind::of(file))).map(|(name, _)| name)
}

/// All shipped files by folder; within a folder the default scenario first, the rest by name.
pub fn groups() -> Vec<ShippedGroup> {
    let others = SCENARIOS.dirs().filter_map(|dir| dir.path().to_str());
    let others = others.filter(|folder| !FOLDERS.contains(folder));
    let all = FOLDERS.into_iter().chain(others);
    all.map(|folder| ShippedGroup { folder: folder.to_owned(), entries: entries(folder) })
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
    ron::from_str::<Description>(text).map(|d| d.about).unwrap_or_default()
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
