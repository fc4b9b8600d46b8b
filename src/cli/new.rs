//! `plenary new`: writes a scenario or study file to start from.

use std::path::{Path, PathBuf};

use crate::cli::failure::{Result, failure};
use clap::Args;

use super::{
    destination::{self, ForceArg},
    shipped,
    shipped::ShippedKind,
};
use plenary::{
    output, say,
    scenario::{Scenario, nearest},
    shell,
};

/// Write a commented scenario to start from.
#[derive(Args)]
pub struct NewArgs {
    /// The name of the new file: NAME.ron is written
    name: PathBuf,
    /// Start from a shipped scenario or study (`plenary list` names them) instead of a small commented one
    #[arg(long, value_name = "CASE", default_value = shipped::STARTER)]
    from: String,
    #[command(flatten)]
    force: ForceArg,
}

impl NewArgs {
    pub fn execute(self) -> Result<u8> {
        let (kind, text) = self.source()?;
        let language = super::language();
        let path = with_extension(&self.name);
        let permission = self.force.permission([]).only_new();
        destination::check(&path, &[".ron"], &permission)?;
        output::write(&path, text.as_bytes(), &permission)?;
        let file = shell::path(&path.display().to_string());
        let next = match kind {
            ShippedKind::Study => {
                format!("  plenary sweep {file} --out results   {}\n", say!(language, "commands-new-sweep"))
            }
            _ if is_body(text) => {
                format!("  plenary analyse {file}   {}\n", say!(language, "commands-new-analyse"))
            }
            _ => format!(
                "  plenary check {file}   {}\n  plenary run {file}     {}\n",
                say!(language, "commands-new-check"),
                say!(language, "commands-new-run")
            ),
        };
        let wrote = say!(language, "commands-new", file = file);
        super::print_stdout(&format!("{wrote}\n{next}"))
    }

    /// The kind and text of the file to copy.
    fn source(&self) -> Result<(ShippedKind, &'static str)> {
        const KINDS: [ShippedKind; 2] = [ShippedKind::Scenario, ShippedKind::Study];
        let mut found = KINDS.into_iter().filter_map(|k| Some((k, shipped::source(&self.from, k)?)));
        found.next().ok_or_else(|| {
            let last = Path::new(&self.from).file_stem().and_then(|stem| stem.to_str()).unwrap_or(&self.from);
            failure!(
                help = nearest(last, shipped::names(&KINDS)),
                "no shipped scenario or study is called \"{}\"",
                self.from
            )
        })
    }
}

fn is_body(text: &str) -> bool {
    Scenario::parse("", text).is_ok_and(|scenario| scenario.is_body())
}

/// Appends `.ron` unless the name already ends with it.
fn with_extension(name: &Path) -> PathBuf {
    if name.extension().is_some_and(|e| e == "ron") {
        return name.to_owned();
    }
    let mut named = name.as_os_str().to_owned();
    named.push(".ron");
    PathBuf::from(named)
}
