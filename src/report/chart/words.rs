//! Words and numbers that charts share: outcomes, measures, factors, and estimates with their intervals.

use crate::{
    language::Language,
    outcome::Label,
    report::{names, titles::Titles},
    say,
    study::{
        Settled,
        statistics::{Mean, Rate},
    },
};

impl Titles {
    /// A measure in a few words: what is estimated of it.
    pub(super) fn measure(&self, language: Language, name: &str) -> String {
        if let Some(label) = name.strip_prefix("outcome=") {
            let known = Label::ALL.into_iter().find(|known| format!("{known:?}") == label);
            let outcome = known.map_or_else(|| label.to_owned(), |label| names::label(language, label));
            return say!(language, "charts-measure-of", family = "outcome", of = outcome);
        }
        match name.split_once(':') {
            Some((family, of)) => say!(language, "charts-measure-of", family = family, of = self.get(of)),
            None => say!(language, "charts-measure", name = name, words = name.replace('_', " ")),
        }
    }

    /// A parameter in a few words, as in "United States: outside option" for `countries.USA.outside_option`.
    pub(super) fn factor(&self, language: Language, path: &str) -> String {
        let plain = |field: &str| {
            let words = field.replace(['_', '.'], " ");
            say!(language, "charts-factor", field = field.replace('.', "-"), words = words)
        };
        let Some((set, rest)) = path.split_once('.') else { return plain(path) };
        if !matches!(set, "countries" | "blocs" | "firms" | "clauses") {
            return plain(path);
        }
        // A key may hold dots: the longest that is known, else up to the first dot.
        let known =
            self.0.keys().filter(|key| rest.strip_prefix(key.as_str()).is_some_and(|r| r.starts_with('.')));
        let length = known.map(String::len).max().or_else(|| rest.find('.'));
        let Some((key, field)) = length.map(|n| (&rest[..n], &rest[n + 1..])) else { return plain(path) };
        let who = match key {
            "*" => say!(language, "charts-factor-all", set = set),
            key => self.get(key).to_owned(),
        };
        let (first, of) = field.split_once('.').unwrap_or((field, ""));
        match first {
            "positions" => say!(language, "charts-factor-position", who = who, clause = self.get(of)),
            _ => say!(language, "charts-factor-of", who = who, field = plain(field)),
        }
    }
}

/// The ways of settling a clause as charts call them.
pub(super) fn settled(language: Language, way: Settled) -> String {
    say!(language, "charts-settled", way = format!("{way:?}"))
}

/// The text with a capital at its start, as at the start of a sentence.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Items one after another in a description.
pub(super) fn joined(language: Language, items: &[String]) -> String {
    items.join(&say!(language, "charts-semicolon"))
}

/// The decimals with which the ends of an interval are told apart: two, or as many as that takes, four at most.
fn decimals(low: f64, high: f64) -> usize {
    (2..4).find(|&n| format!("{low:.n$}") != format!("{high:.n$}")).unwrap_or(4)
}

/// An estimate on [0, 1] with the ends of its interval: ".29 (.27–.31)"; without them where it is known exactly.
pub(super) fn estimate(language: Language, [at, low, high]: [Option<f64>; 3]) -> String {
    let Some((low, high)) = low.zip(high).filter(|(low, high)| high - low > 1e-9) else {
        return language.point(at);
    };
    let [at, low, high] = [at, Some(low), Some(high)].map(|x| language.point_to(decimals(low, high), x));
    say!(language, "charts-estimate", at = at, low = low, high = high)
}

/// A mean with its interval.
pub(super) fn mean(language: Language, mean: &Mean) -> String {
    estimate(language, [mean.mean, mean.low, mean.high])
}

/// A change with the ends of its interval: "+.30 (+.29 to +.31)".
pub(super) fn change(language: Language, [at, low, high]: [Option<f64>; 3]) -> String {
    let Some((low, high)) = low.zip(high).filter(|(low, high)| high - low > 1e-9) else {
        return language.change(at);
    };
    let [at, low, high] = [at, Some(low), Some(high)].map(|x| language.change_to(decimals(low, high), x));
    say!(language, "charts-change", at = at, low = low, high = high)
}

/// A rate with its interval: "35 % (32–38)"; without one where it is known exactly.
pub(super) fn rate(language: Language, rate: &Rate) -> String {
    let Some(at) = rate.rate else { return say!(language, "charts-nothing-counted") };
    if rate.is_exact() {
        return say!(language, "charts-rate-exact", share = hundredths(language, at));
    }
    let [share, low, high] = [at, rate.low, rate.high].map(|x| hundredths(language, x));
    say!(language, "charts-rate", share = share, low = low, high = high)
}

/// A share in hundredths, with as many decimals as it takes not to be mistaken for none or all.
fn hundredths(language: Language, x: f64) -> String {
    match 100.0 * x.min(1.0 - x) {
        rest if rest <= 0.0 || rest >= 0.05 => language.hundredths(x),
        rest if rest >= 0.005 => format!("{:.2}", 100.0 * x),
        rest if rest >= 0.0005 => format!("{:.3}", 100.0 * x),
        _ => format!("{:.4}", 100.0 * x),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_is_not_never() {
        // Wilson 1927: 13 of 100,000 lie between .0076 % and .0222 %.
        assert_eq!(rate(Language::English, &Rate::new(13, 100_000)), "0.01\u{a0}% (0.01–0.02)");
        assert_eq!(rate(Language::English, &Rate::new(0, 200)), "0\u{a0}% (0–1.9)");
        assert_eq!(hundredths(Language::Chinese, 1.0 - 0.000_13), "99.99");
    }

    #[test]
    fn the_ends_of_an_interval_are_told_apart() {
        let words = |ends| estimate(Language::English, ends);
        assert_eq!(words([Some(0.29), Some(0.27), Some(0.31)]), ".29 (.27–.31)");
        assert_eq!(words([Some(0.541), Some(0.538), Some(0.544)]), ".541 (.538–.544)");
        assert_eq!(words([Some(0.5), Some(0.5), Some(0.5)]), ".50");
        assert_eq!(words([None, None, None]), "–");
    }

    #[test]
    fn measures_are_called_by_titles() {
        let titles = Titles([("USA".to_owned(), "United States".to_owned())].into());
        let words = |name| titles.measure(Language::English, name);
        assert_eq!(words("gain:USA"), "United States: gain");
        assert_eq!(words("outcome=Hollow"), "P(hollow text)");
        assert_eq!(words("realised_depth"), "depth");
        assert_eq!(sentence(&words("realised_depth")), "Depth");
    }

    #[test]
    fn factors_are_called_by_titles() {
        let titles = Titles(
            [("USA", "United States"), ("a.b", "A to B")].map(|(k, t)| (k.to_owned(), t.to_owned())).into(),
        );
        let words = |path| titles.factor(Language::English, path);
        assert_eq!(words("countries.USA.outside_option"), "United States: outside option");
        assert_eq!(words("countries.a.b.tactic.beta"), "A to B: haste (β)");
        assert_eq!(words("countries.*.cost_of_failure"), "all countries: cost of failure");
        assert_eq!(words("rule.objections"), "objections allowed");
        assert_eq!(words("countries.USA.positions.cuts"), "United States: position on cuts");
    }
}
