//! The commands that give results again, from whatever they were read: a scenario, or a result folder of any kind.

use std::path::Path;

use super::language;
use plenary::{shell, study::store::Manifest};

/// The file of a folder that holds its scenario.
pub const SCENARIO: &str = "scenario.ron";
/// The folder that a study is swept into again.
const AGAIN: &str = "again";

/// The commands that give the results of a folder again.
pub fn of_folder(folder: &Path, manifest: &Manifest) -> Vec<String> {
    let file = |name: &str| shell::path(&folder.join(name).display().to_string());
    let seed = seed(manifest.seed);
    let n = manifest.replicates.map_or_else(String::new, |n| format!(" -n {n}"));
    let options = options(&manifest.options);
    let swept = format!("plenary sweep {} --out {AGAIN}", shell::path(&folder.display().to_string()));
    match manifest.command.as_str() {
        "run" => vec![format!("plenary run {}{seed}{n}{options}", file(SCENARIO))],
        command @ ("levers" | "lift") => vec![format!("plenary {command} {}{seed}{options}", file(SCENARIO))],
        "compare" => vec![format!("plenary compare {} {}{seed}{n}{options}", file("a.ron"), file("b.ron"))],
        "backtest" => vec![format!("plenary backtest{options}{seed}{n}")],
        "sweep" => vec![swept],
        "calibrate" => {
            let cases = manifest.files.iter().map(|entry| entry.file.as_str());
            let cases: String =
                cases.filter(|name| name.ends_with(".ron")).map(|name| format!(" {}", file(name))).collect();
            vec![format!("plenary calibrate{cases}{options}{seed}")]
        }
        command => vec![swept, format!("plenary {command} {AGAIN}{options}")],
    }
}

/// The arguments that select the scenario of a folder.
pub fn scenario_in(folder: &Path) -> String {
    let language = language::asked().map_or_else(String::new, |language| format!(" --lang {language}"));
    format!(" {}{language}", shell::path(&folder.join(SCENARIO).display().to_string()))
}

/// The case that the results of a folder rest on, as a remark; nothing where there is no single one.
pub fn case_in(folder: &Path, manifest: &Manifest) -> String {
    let name = match manifest.command.as_str() {
        "levers" | "lift" | "sweep" => SCENARIO,
        "compare" => "a.ron",
        _ => return String::new(),
    };
    format!("; {} is the case of this one", shell::path(&folder.join(name).display().to_string()))
}

/// The option that gives this seed; nothing for the usual one.
pub fn seed(seed: u64) -> String {
    if seed == 1 { String::new() } else { format!(" --seed {seed}") }
}

/// Options and their values as a shell reads them.
fn options(words: &[String]) -> String {
    let mut out = String::new();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let value = words.next_if(|next| word.starts_with('-') && !next.starts_with("--"));
        out.push(' ');
        out.push_str(&value.map_or_else(|| shell::quoted(word), |value| shell::option(word, value)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn options_are_quoted_with_their_values() {
        let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(options(&words(&[])), "");
        assert_eq!(
            options(&words(&["--of", "realised_depth>=0.5", "--exhaustive"])),
            " --of 'realised_depth>=0.5' --exhaustive"
        );
        assert_eq!(options(&words(&["--nulls", "--of", "-x"])), " --nulls --of=-x");
    }
}
