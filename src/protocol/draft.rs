//! Where the first text comes from.

use serde::{Deserialize, Serialize};

use crate::{field::settings, named::Named};

settings!(Draft { Given(Named<f64>) } Mean, Sponsor, Recognised, StatusQuo, AgreedLanguage);

/// Where the first text comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Draft {
    /// The mean of ideals, weighted by materiality × salience (the default).
    #[default]
    Mean,
    /// The ideal of this country, bloc or firm; clauses it does not care about take the mean.
    Sponsor(String),
    /// The ideal of a party drawn with probability proportional to materiality × stated salience.
    Recognised,
    /// What holds without a text: of options without a status quo nothing, and no text is put to the rule before one of
    /// them has been chosen on each clause.
    StatusQuo,
    /// Language agreed before, else the status quo.
    AgreedLanguage,
    /// This text: clause → value; clauses left out take the mean.
    Given(Named<f64>),
}
