//! A twin of the negotiation: the same documents, written down a second time by other hands.
//!
//! It was written from the specification and shares no code with the engine: neither the compiled model nor the kernels nor the
//! rules of voting nor the chair's search. Both read the same `Scenario`, and that is all. It is slow and plain on purpose:
//! scalar loops over the parties, every candidate text valued from nothing. Rooms at random, in which nothing is drawn
//! when they are negotiated, must end in both with the same answer, in the same round, with the same text.

mod ballot;
mod chair;
mod core;
mod draft;
mod generate;
mod play;
mod room;
mod rules;
mod worth;

use plenary::{Case, negotiation::Negotiator, outcome::Outcome};

use generate::Family;
use play::{Ending, negotiate};
use worth::Value;

fn engines(file: &str) -> (Case, Outcome) {
    let case = Case::parse("room", file).unwrap_or_else(|e| {
        panic!("{file}\n{}", plenary::diagnostic::render(&e, plenary::diagnostic::Style::Plain))
    });
    let outcome = Negotiator::new(case.model(), 1).negotiate(0, &mut ());
    (case, outcome)
}

/// What differs, in words.
fn difference(twin: &Ending, engine: &Outcome) -> Option<String> {
    if twin.adopted != engine.conclusion.adopted() {
        return Some(format!("adopted: {} against {:?}", twin.adopted, engine.conclusion));
    }
    if twin.round != engine.round {
        return Some(format!("round: {} against {}", twin.round, engine.round));
    }
    for (d, (ours, theirs)) in twin.text.iter().zip(&engine.text.0).enumerate() {
        let same = match (*ours, *theirs) {
            (Value::Span(a, b), plenary::text::Value::Interval { lo, hi }) => {
                (a - lo).abs() < 1e-9 && (b - hi).abs() < 1e-9
            }
            (Value::Option(o), plenary::text::Value::Option(p)) => o == usize::from(p),
            _ => false,
        };
        if !same {
            return Some(format!("clause {d}: {ours:?} against {theirs:?}"));
        }
    }
    let left: Vec<bool> = engine.parties.iter().map(|p| p.left).collect();
    (twin.left != left).then(|| format!("left: {:?} against {left:?}", twin.left))
}

#[test]
fn dev() {
    let var = |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let flags = var("TWIN", "");
    let has = |f: &str| flags.contains(f);
    let family = Family {
        blocs: has("b"),
        firms: has("f"),
        options: has("o"),
        votes: has("v"),
        floor: has("l"),
        by_clause: has("c"),
        game: has("g"),
    };
    let n: u64 = var("TWIN_N", "200").parse().expect("a number");
    let only: Option<u64> = std::env::var("TWIN_ONLY").ok().and_then(|s| s.parse().ok());
    let mut differing = 0;
    for seed in only.map_or(0..n, |s| s..s + 1) {
        let file = generate::room(family, seed);
        let (case, engine) = engines(&file);
        let twin = negotiate(case.scenario());
        if let Some(what) = difference(&twin, &engine) {
            differing += 1;
            if differing <= 10 || only.is_some() {
                eprintln!(
                    "room {seed}: {what} (near ties {}) rule {:?}",
                    twin.near_ties,
                    case.scenario().rule
                );
            }
        }
        if only.is_some() {
            eprintln!("{file}\n{:?}", engine.conclusion);
            let mut trace = Trace(Vec::new());
            Negotiator::new(case.model(), 1).negotiate(0, &mut trace);
            let mut k = 0;
            for line in &trace.0 {
                eprintln!("  engine {}", line.chars().take(700).collect::<String>());
                if line.starts_with("  >") || line.starts_with("draft") {
                    let ours = twin.texts.get(k).map(|t| shown(t)).unwrap_or_default();
                    let theirs = &line[line.find('[').unwrap_or(0)..];
                    if ours != theirs {
                        eprintln!("  TWIN   {ours}");
                        break;
                    }
                    k += 1;
                }
            }
        }
    }
    eprintln!("{differing} of {n} differ in {family:?}");
}

struct Trace(Vec<String>);
impl plenary::negotiation::Observer for Trace {
    fn draft(&mut self, view: &plenary::negotiation::View<'_>) {
        self.0.push(format!("draft {}", shown_engine(view.text)));
    }
    fn round(&mut self, view: &plenary::negotiation::View<'_>) {
        self.0.push(format!("round {} ------", view.round));
    }
    fn moved(
        &mut self,
        view: &plenary::negotiation::View<'_>,
        step: &plenary::negotiation::Step,
        _f: &plenary::text::Text,
        _b: &[f64],
    ) {
        self.0.push(format!(
            "  > {:?} {} left {:?} {}",
            step.mv,
            step.first.0.0,
            step.shortfall,
            shown_engine(view.text)
        ));
    }
    fn attempt(
        &mut self,
        _view: &plenary::negotiation::View<'_>,
        ballot: &plenary::negotiation::Ballot,
        carried: bool,
    ) {
        self.0.push(format!("  {carried} {ballot:?}"));
    }
    fn left(&mut self, _view: &plenary::negotiation::View<'_>, c: usize) {
        self.0.push(format!("  left {c}"));
    }
}

fn shown(text: &[Value]) -> String {
    let one = |v: &Value| match v {
        Value::Span(a, b) => format!("{a:.10}..{b:.10}"),
        Value::Option(o) => format!("#{o}"),
    };
    format!("[{}]", text.iter().map(one).collect::<Vec<_>>().join(", "))
}
fn shown_engine(text: &plenary::text::Text) -> String {
    let own = text.0.iter().map(|v| match v {
        plenary::text::Value::Interval { lo, hi } => Value::Span(*lo, *hi),
        plenary::text::Value::Option(o) => Value::Option(usize::from(*o)),
    });
    shown(&own.collect::<Vec<_>>())
}
