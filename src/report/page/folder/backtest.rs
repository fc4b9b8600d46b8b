//! Models held against what came out.

use serde_json::Value;

use super::{FolderPage, Told, markup};
use crate::{
    report::table::{Align, Table},
    say,
};

/// The model that knows nothing but the positions: what all others must beat.
const REFERENCE: &str = crate::backtest::POSITIONS_WITH_NOISE;

pub fn tell(page: &FolderPage<'_>) -> Told {
    let language = page.language;
    let models = page.scores.and_then(|scores| scores.get("models")).and_then(Value::as_array);
    let Some(models) = models.filter(|models| !models.is_empty()) else { return Told::default() };
    let error = |model: &&Value| number(model, "crps").unwrap_or(f64::INFINITY);
    let mut ranked: Vec<&Value> = models.iter().collect();
    ranked.sort_by(|a, b| error(a).total_cmp(&error(b)));
    let mut answer = Vec::new();
    if let Some(best) = ranked.first() {
        answer.push(say!(
            language,
            "report-backtest-best",
            model = name(best),
            error = estimate(page, best, "crps", "crps_interval"),
            n = best.get("n").and_then(Value::as_u64).unwrap_or(0)
        ));
        answer.extend(against(page, best));
    }
    let caveats = vec![say!(language, "report-backtest-caveat")];
    Told {
        answer,
        caveats,
        tables: vec![markup(&say!(language, "report-backtest-table"), &table(page, &ranked))],
    }
}

/// The best model held against the reference, on the issues of both.
fn against(page: &FolderPage<'_>, best: &Value) -> Option<String> {
    let language = page.language;
    let differences = best.get("against")?.as_array()?;
    let found = differences.iter().find(|d| d.get("model").and_then(Value::as_str) == Some(REFERENCE))?;
    let crps = found.get("crps")?;
    let [at, low, high] = ["value", "low", "high"].map(|end| number(crps, end));
    let sign =
        |x: Option<f64>| x.map_or_else(|| language.point(None), |x| language.decimal(&format!("{x:+.1}")));
    let verdict = match (low, high) {
        (_, Some(high)) if high < 0.0 => "better",
        (Some(low), _) if low > 0.0 => "worse",
        _ => "open",
    };
    Some(say!(
        language,
        "report-backtest-against",
        verdict = verdict,
        reference = REFERENCE,
        change = sign(at),
        low = sign(low),
        high = sign(high)
    ))
}

fn table(page: &FolderPage<'_>, ranked: &[&Value]) -> Table {
    let language = page.language;
    let heads = [
        (say!(language, "report-column-model"), Align::Left),
        (say!(language, "report-column-issues"), Align::Right),
        ("CRPS".to_owned(), Align::Right),
        (say!(language, "report-column-error-of-median"), Align::Right),
        (say!(language, "report-column-within-10"), Align::Right),
        (say!(language, "report-column-coverage"), Align::Right),
    ];
    let mut table = Table::new(heads.iter().map(|(name, align)| (name.as_str(), *align)));
    for model in ranked {
        let n = model.get("n").and_then(Value::as_u64).map_or_else(String::new, |n| language.count(n));
        let one = |key| number(model, key).map_or_else(|| language.point(None), |x| format!("{x:.1}"));
        let share = |key| number(model, key).map_or_else(|| language.point(None), |x| language.percent(x));
        let crps = estimate(page, model, "crps", "crps_interval");
        table.row([name(model), n, crps, one("mae_median"), share("hit10"), share("coverage80")]);
    }
    table
}

fn name(model: &Value) -> String {
    model.get("name").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn number(of: &Value, key: &str) -> Option<f64> {
    of.get(key)?.as_f64()
}

/// A score on the scale from 0 to 100 with its interval.
fn estimate(page: &FolderPage<'_>, model: &Value, key: &str, interval: &str) -> String {
    let one = |x: f64| format!("{x:.1}");
    let at = number(model, key).map_or_else(|| page.language.point(None), one);
    let ends = model.get(interval).map(|found| ["low", "high"].map(|end| number(found, end)));
    match ends {
        Some([Some(low), Some(high)]) => {
            say!(page.language, "report-estimate", at = at, low = one(low), high = one(high))
        }
        _ => at,
    }
}
