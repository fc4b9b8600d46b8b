//! Sentences that describe the protocol and its first draft.

use super::number::point;
use crate::{protocol::Draft, scenario::Scenario};

/// Two sentences: how the text is revised, and what the first draft is.
pub fn sentences(scenario: &Scenario) -> [String; 2] {
    let how = scenario.protocol.sentence(&|x| point(x));
    [how, format!("The first draft is {}.", draft(scenario))]
}

fn draft(scenario: &Scenario) -> String {
    match scenario.protocol.draft() {
        Draft::Mean => "the mean of ideals, weighted by materiality and salience".to_owned(),
        Draft::Sponsor(name) => format!("what {} wants", scenario.title_of(&name)),
        Draft::Recognised => "what a drawn party wants".to_owned(),
        Draft::StatusQuo => "what holds without a text".to_owned(),
        Draft::AgreedLanguage => "language agreed before".to_owned(),
        Draft::Given(_) => "as given".to_owned(),
    }
}
