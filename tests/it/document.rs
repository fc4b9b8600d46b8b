//! The reading and editing of files: what ron reads, read alike; a value replaced, and nothing else.

use std::fs;

use plenary::{
    document::{Document, EditError, options},
    scenario::{Parameter, Scenario},
};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use crate::{messages::mutated, support::shipped};

/// What ron reads; none where it refuses.
fn by_ron(text: &str) -> Option<Scenario> {
    options().from_str(text).ok()
}

/// What the document reads; none where it refuses.
fn by_document(text: &str) -> Option<Scenario> {
    Document::parse(text).read("scenario").ok()
}

/// Equal but for the signs of NaN, which a broken file may hold, and for line breaks in names, which the document shows.
fn assert_alike(text: &str) -> bool {
    let (ron, document) = (by_ron(text), by_document(text));
    assert_eq!(format!("{ron:?}"), format!("{document:?}").replace(r"\\u{a}", r"\n"), "{text}");
    ron.is_some()
}

const MIXED: &str = r##"#![enable(implicit_some)]
/* a comment /* within a comment */ */
Scenario(
    format: 0x1, title: r#"raw "text""#, about: "a\u{42}c \"d\"",
    clauses: {"cuts": Ambition(status_quo: 1e-1, weight: 2, agreed: Some(0.5), words: [(0, "none"), (1., "all"),]),
        "pick": Options(options: {"a": (), "b": (depth: None)})},
    countries: {"A": Country(positions: {"cuts": +0.5, "pick": {"a": 1, "b": 2.5}}, votes: 1_000, loss: Gaussian(0.3,)),
        "B": (positions: {"cuts": (0.5, 1)}, tactic: Some(beta: 0.5), loss: Some(Asymmetric(over: 1, under: 2.0)))},
    rule: ConsensusThenVote(vote: Composed(tests: [(at_least: (2, 3)), (at_least: 2)], quorum: (share: Share(1, 2)))),
    protocol: SponsorsText(), // the default
)"##;

#[test]
fn ron_and_the_document_read_alike() {
    for path in shipped() {
        assert!(assert_alike(&fs::read_to_string(&path).expect("text")), "{}", path.display());
    }
    assert!(assert_alike(
        &MIXED.replace("#![enable(implicit_some)]", "").replace("Some((beta: 0.5))", "(beta: 0.5)")
    ));
}

/// Thousands of broken versions: what one accepts the other accepts, with an equal value.
#[test]
fn ron_and_the_document_refuse_alike() {
    let mut random = ChaCha8Rng::seed_from_u64(2026);
    let mut accepted = 0;
    for text in shipped().iter().map(|path| fs::read_to_string(path).expect("text")).chain([MIXED.to_owned()])
    {
        for _ in 0..(2_000_000 / text.len()).min(800) {
            accepted += usize::from(assert_alike(&mutated(&text, &mut random)));
        }
    }
    assert!(accepted > 50, "{accepted}");
}

/// Every shipped scenario, with a value replaced: the text changes there and nowhere else, and the file reads as it is set.
#[test]
fn a_value_is_replaced_where_it_stands() {
    for path in shipped() {
        let text = fs::read_to_string(&path).expect("text");
        let mut document = Document::parse(&text);
        document.set("title", "\"Another\"").expect("a title");
        let before: Scenario = Document::parse(&text).read("scenario").expect("sound");
        let after: Scenario = document.read("scenario").expect("sound");
        assert_eq!(after, Scenario { title: "Another".to_owned(), ..before.clone() });
        let restored = format!("{:?}", before.title);
        document.set("title", &restored).expect("a title");
        assert_eq!(document.text(), text);
    }
}

#[test]
fn what_is_added_follows_what_is_there() {
    let text =
        "(\n    // the case\n    a: 1, // first\n    b: {\"x.y\": (c: 2), \"x\": (c: 3)}, // last\n)\n";
    for (path, value, expected) in [
        ("a", "7", text.replace("a: 1", "a: 7")),
        ("b.x.y.c", "7", text.replace("c: 2", "c: 7")),
        ("b.x.c", "7", text.replace("c: 3", "c: 7")),
        ("b.x.d", "7", text.replace("(c: 3)", "(c: 3, d: 7)")),
        ("b.z", "7", text.replace("(c: 3)}", "(c: 3), \"z\": 7}")),
        ("e", "7", text.replace("// last\n", "// last\n    e: 7,\n")),
    ] {
        let mut document = Document::parse(text);
        assert_eq!(document.set(path, value), Ok(()), "{path}");
        assert_eq!(document.text(), expected, "{path}");
    }
    let mut document = Document::parse(text);
    assert_eq!(document.set("a.b", "7"), Err(EditError::NoSuchPlace));
    assert_eq!(document.set("a", "7)"), Err(EditError::NoValue));
    assert_eq!(Document::parse("(a: 1").set("a", "7"), Err(EditError::Broken));
}

/// Each field is declared with what it means.
#[test]
fn every_parameter_is_documented() {
    let all = Parameter::all();
    assert!(all.len() > 100, "{}", all.len());
    for field in &all {
        assert!(!field.about.is_empty(), "{}", field.path);
        assert!(field.path.parse::<Parameter>().is_ok() || field.path.contains("MOVE"), "{}", field.path);
    }
    for path in ["protocol.step", "countries.NAME.isolation_cost", "uncertainty.ideals.medium.width"] {
        assert!(all.iter().any(|field| field.path == path), "{path}");
    }
}
