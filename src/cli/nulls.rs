//! `--null`: which null models stand beside a run.

use clap::Args;

use plenary::{null::Null, scenario::nearest};

/// Which null models are asked.
#[derive(Args)]
pub struct NullArgs {
    /// The null models to hold the runs against, on the same draws: none, the usual four, all, or some by name
    #[arg(
        long = "null",
        value_name = "none|default|all|NAMES",
        default_value = "default",
        value_delimiter = ',',
        value_parser = null_models
    )]
    nulls: Vec<NullModels>,
}

impl NullArgs {
    /// The words that ask for these; none for the usual ones.
    pub fn options(&self) -> Vec<String> {
        let models = self.models();
        if models == Null::USUAL {
            return Vec::new();
        }
        let names: Vec<&str> = models.iter().map(|null| null.name()).collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join(",") };
        vec!["--null".to_owned(), names]
    }

    /// Those that were named, each once, in the order of [`Null::ALL`].
    pub fn models(&self) -> Vec<Null> {
        let is_named = |null: &Null| self.nulls.iter().any(|models| models.0.contains(null));
        Null::ALL.into_iter().filter(is_named).collect()
    }
}

/// The null models that one word stands for.
#[derive(Clone)]
struct NullModels(Vec<Null>);

fn null_models(name: &str) -> Result<NullModels, String> {
    Ok(NullModels(match name {
        "none" => Vec::new(),
        "default" => Null::USUAL.to_vec(),
        "all" => Null::ALL.to_vec(),
        _ => {
            let known = || Null::ALL.iter().map(|n| n.name()).chain(["none", "default", "all"]);
            let null = name.parse::<Null>();
            vec![null.map_err(|error| format!("{error}: {}", nearest(name, known().collect::<Vec<_>>())))?]
        }
    }))
}
