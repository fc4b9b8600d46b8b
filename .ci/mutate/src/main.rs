//! `mutate ROOT SEED COUNT [--without ID,…]`: puts so many mutants, drawn by the seed, into the sources under ROOT, and lists
//! them: `ID FILE:LINE what becomes what`. The environment variable `MUTANT` then turns one of them on.

mod sites;

use std::{
    fs,
    path::{Path, PathBuf},
};

use sites::{Site, sites};

/// The modules that compute.
const MODULES: [&str; 9] = [
    "src/voting",
    "src/negotiation",
    "src/benchmark",
    "src/study",
    "src/preference",
    "src/stance.rs",
    "src/outcome.rs",
    "src/tactic.rs",
    "src/model",
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, root, seed, count, rest @ ..] = arguments.as_slice() else { panic!("mutate ROOT SEED COUNT") };
    let without: Vec<usize> = match rest {
        [flag, ids] if flag == "--without" => ids.split(',').filter_map(|id| id.parse().ok()).collect(),
        _ => Vec::new(),
    };
    let root = Path::new(root);
    let mut found: Vec<(PathBuf, Site)> = Vec::new();
    for module in MODULES {
        for path in sources(&root.join(module)) {
            let text = fs::read_to_string(&path).expect("a source");
            found.extend(sites(&text).into_iter().map(|site| (path.clone(), site)));
        }
    }
    let drawn = draw(found.len(), seed.parse().expect("a seed"), count.parse().expect("a count"));
    let mut files: Vec<(PathBuf, Vec<(usize, &Site)>)> = Vec::new();
    let mut taken: Vec<(&Path, &std::ops::Range<usize>)> = Vec::new();
    for id in drawn.into_iter().filter(|id| !without.contains(id)) {
        let (path, site) = &found[id];
        // An operator becomes one thing only.
        if !site.range.is_empty() && taken.contains(&(path, &site.range)) {
            continue;
        }
        taken.push((path, &site.range));
        println!("{id} {}:{} {}", path.strip_prefix(root).unwrap_or(path).display(), site.line, site.what);
        match files.iter_mut().find(|(known, _)| known == path) {
            Some((_, sites)) => sites.push((id, site)),
            None => files.push((path.clone(), vec![(id, site)])),
        }
    }
    for (path, sites) in files {
        let text = fs::read_to_string(&path).expect("a source");
        fs::write(&path, spliced(&text, &sites)).expect("written");
    }
    fs::write(root.join("src/mutants.rs"), include_str!("switch.rs")).expect("written");
    let lib = root.join("src/lib.rs");
    let text = fs::read_to_string(&lib).expect("a source");
    fs::write(&lib, text + "\n#[doc(hidden)]\npub mod mutants;\n").expect("written");
}

/// The source files of a module, without its tests.
fn sources(module: &Path) -> Vec<PathBuf> {
    if module.is_file() {
        return vec![module.to_owned()];
    }
    let mut entries: Vec<PathBuf> =
        fs::read_dir(module).expect("a module").flatten().map(|e| e.path()).collect();
    entries.sort();
    let is_source =
        |path: &PathBuf| path.extension().is_some_and(|e| e == "rs") && !path.ends_with("test.rs");
    entries
        .into_iter()
        .flat_map(|path| {
            if path.is_dir() { sources(&path) } else { Some(path).filter(is_source).into_iter().collect() }
        })
        .collect()
}

/// So many of these, without repetition, in order.
fn draw(of: usize, seed: u64, count: usize) -> Vec<usize> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let mut all: Vec<usize> = (0..of).collect();
    for k in 0..count.min(of) {
        let other = k + (next() % (of - k) as u64) as usize;
        all.swap(k, other);
    }
    all.truncate(count);
    all.sort_unstable();
    all
}

/// The text with switches put in. Sites may lie within one another.
fn spliced(text: &str, sites: &[(usize, &Site)]) -> String {
    // At one place what ends there comes before what begins there; of two that begin, the longer is the outer one.
    let mut edits: Vec<(usize, usize, i64, String)> = Vec::new();
    for (id, site) in sites {
        for (range, new) in &site.edits {
            let outer = (site.range.end - site.range.start) as i64;
            let begins = range.start == site.range.start && range.is_empty();
            edits.push((
                range.start,
                range.end,
                if begins { i64::MAX - outer } else { outer },
                new.replace("ID", &id.to_string()),
            ));
        }
    }
    edits.sort();
    let (mut out, mut at) = (String::new(), 0);
    for (start, end, _, new) in edits {
        out.push_str(&text[at..start]);
        out.push_str(&new);
        at = end.max(at);
    }
    out + &text[at..]
}
