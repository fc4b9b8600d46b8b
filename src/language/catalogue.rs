//! The catalogues, each read when it is first asked for.

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::{Language, number::Conventions};

/// The files of a language, one for each area.
macro_rules! files {
    ($code:literal) => {
        &[
            include_str!(concat!($code, "/common.ftl")),
            include_str!(concat!($code, "/account.ftl")),
            include_str!(concat!($code, "/answer.ftl")),
            include_str!(concat!($code, "/calibration.ftl")),
            include_str!(concat!($code, "/backtest.ftl")),
            include_str!(concat!($code, "/case.ftl")),
            include_str!(concat!($code, "/charts.ftl")),
            include_str!(concat!($code, "/commands.ftl")),
            include_str!(concat!($code, "/errors.ftl")),
            include_str!(concat!($code, "/class.ftl")),
            include_str!(concat!($code, "/glossary.ftl")),
            include_str!(concat!($code, "/lift.ftl")),
            include_str!(concat!($code, "/odd.ftl")),
            include_str!(concat!($code, "/pictures.ftl")),
            include_str!(concat!($code, "/plan.ftl")),
            include_str!(concat!($code, "/play.ftl")),
            include_str!(concat!($code, "/report.ftl")),
            include_str!(concat!($code, "/research.ftl")),
            include_str!(concat!($code, "/responsibility.ftl")),
            include_str!(concat!($code, "/review.ftl")),
            include_str!(concat!($code, "/robustness.ftl")),
            include_str!(concat!($code, "/terminal.ftl")),
        ]
    };
}

/// The messages of one language, and how it writes numbers.
pub(super) struct Catalogue {
    messages: FluentBundle<FluentResource>,
    pub(super) conventions: Conventions,
}

/// The catalogue of a language.
pub(super) fn of(language: Language) -> &'static Catalogue {
    static ENGLISH: OnceLock<Catalogue> = OnceLock::new();
    static CHINESE: OnceLock<Catalogue> = OnceLock::new();
    match language {
        Language::English => ENGLISH.get_or_init(|| Catalogue::new(language)),
        Language::Chinese => CHINESE.get_or_init(|| Catalogue::new(language)),
    }
}

/// The texts of a language's files.
pub(super) fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => files!("en"),
        Language::Chinese => files!("zh"),
    }
}

impl Catalogue {
    fn new(language: Language) -> Self {
        let mut messages = FluentBundle::new_concurrent(language.tag().parse().into_iter().collect());
        // A terminal shows the marks that would isolate what is written in another direction.
        messages.set_use_isolating(false);
        for file in files(language) {
            // A test sees to it that each is sound; of one that is not, the sound messages are kept.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(sound, _)| sound);
            let added = messages.add_resource(resource);
            debug_assert!(added.is_ok(), "{added:?}");
        }
        let counted = messages.add_function("COUNT", move |positional, _| match positional {
            [FluentValue::Number(n)] => FluentValue::from(of(language).conventions.count(n.value)),
            [other] => other.clone(),
            _ => FluentValue::Error,
        });
        debug_assert!(counted.is_ok(), "{counted:?}");
        let mut catalogue = Self { messages, conventions: Conventions::default() };
        catalogue.conventions = Conventions::of(|id| catalogue.message(id, &FluentArgs::new()));
        catalogue
    }

    /// A message with its variables filled in; its name where it is missing.
    pub(super) fn message(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self.messages.get_message(id).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "no message {id}");
        let Some(pattern) = pattern else { return id.to_owned() };
        let mut errors = Vec::new();
        let text = self.messages.format_pattern(pattern, Some(args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        text
    }
}
