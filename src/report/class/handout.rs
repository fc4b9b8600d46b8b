//! The handout: the case, its question, its rule, its clauses with their words, who is there.

use maud::{Markup, html};

use super::Kit;
use crate::{
    report::{identity, seat},
    say,
};

/// What stands on the handout.
pub fn body(kit: &Kit<'_>) -> Markup {
    let language = kit.language;
    let (scenario, model) = (kit.case.scenario(), kit.case.model());
    let rounds = u64::from(model.proceedings().rounds);
    let sentence = scenario.rule.in_words(language, &|name| scenario.title_of(name).to_owned());
    let blocs = || scenario.blocs.names().map(|name| scenario.title_of(name)).collect::<Vec<_>>();
    let countries: Vec<&str> = scenario.countries.names().map(|name| scenario.title_of(name)).collect();
    html! {
        h1 { (identity::title(language, scenario)) }
        @if !scenario.about.is_empty() { p { (scenario.about) } }
        h2 { (say!(language, "class-who")) }
        p { (say!(language, "class-countries", n = countries.len(), who = language.list(&countries, countries.len()))) }
        @if !scenario.blocs.is_empty() {
            p { (say!(language, "class-blocs", who = language.list(&blocs(), scenario.blocs.len()))) }
        }
        h2 { (say!(language, "class-rule")) }
        p { (say!(language, "play-rule", rule = sentence, rounds = rounds)) }
        p { (say!(language, "class-how")) }
        h2 { (say!(language, "class-clauses")) }
        ol {
            @for compiled in model.clauses() {
                li {
                    strong { (compiled.source.title().unwrap_or(&compiled.name)) }
                    " "
                    (say!(language, "play-without-a-text", value = seat::value(language, &compiled.source, compiled.status_quo)))
                    @if let Some(words) = seat::ladder(language, &compiled.source) {
                        br; (say!(language, "play-ladder", words = words))
                    }
                }
            }
        }
        h2 { (say!(language, "class-question")) }
        p { (say!(language, "class-asks")) }
    }
}
