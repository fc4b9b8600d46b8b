//! The catalogues against one another and against the program's sources.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_bundle::FluentResource;

use super::{Language, catalogue};

/// The messages of a language, each with the variables it shows.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in catalogue::files(language).iter().flat_map(|file| file.lines()) {
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, _) = line.split_once(" =").expect("a message has a value");
            id = name.to_owned();
            assert!(found.insert(id.clone(), BTreeSet::new()).is_none(), "{language} says {id} twice");
        }
        for after in line.split('$').skip(1) {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
            found.get_mut(&id).expect("a message has begun").insert(after[..end].to_owned());
        }
    }
    found
}

/// All sources of the program, without those of this module.
fn sources() -> String {
    fn read(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            match entry.is_dir() {
                true if entry.ends_with("language") => {}
                true => read(&entry, into),
                false if entry.extension().is_some_and(|end| end == "rs") => {
                    into.push_str(&fs::read_to_string(&entry).expect("a source"));
                }
                false => {}
            }
        }
    }
    let mut text = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text
}

#[test]
fn every_file_is_sound() {
    for (language, ..) in Language::ALL {
        for file in catalogue::files(language) {
            if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
                panic!("{language}: {errors:?} in {file}");
            }
        }
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = messages(Language::English);
    for (language, ..) in Language::ALL {
        let other = messages(language);
        let (ours, theirs): (BTreeSet<_>, BTreeSet<_>) = (english.keys().collect(), other.keys().collect());
        assert_eq!(
            ours.symmetric_difference(&theirs).collect::<Vec<_>>(),
            Vec::<&&String>::new(),
            "{language}"
        );
        for (id, variables) in &english {
            assert_eq!(variables, &other[id], "the variables of {id} in {language}");
        }
    }
}

#[test]
fn the_program_uses_each_message() {
    let sources = sources();
    let shared = ["number-", "list-"];
    for id in messages(Language::English).keys().filter(|id| !shared.iter().any(|s| id.starts_with(s))) {
        assert!(sources.contains(&format!("\"{id}\"")), "nothing says {id}");
    }
}

#[test]
fn every_message_that_the_program_says_is_there() {
    let (english, sources) = (messages(Language::English), sources());
    for call in sources.split("say!(").skip(1) {
        let Some((_, rest)) = call.split_once(',') else { continue };
        let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
        let (id, _) = rest.split_once('"').expect("a closed string");
        assert!(english.contains_key(id), "no message {id}");
    }
}

#[test]
fn numbers_and_lists_are_written_as_readers_write_them() {
    let (en, zh) = (Language::English, Language::Chinese);
    let pairs = [
        (en.point(0.284), ".28", zh.point(0.284), "0.28"),
        (en.point(1.0), "1.00", zh.point(1.0), "1.00"),
        (en.point(-0.05), "−.05", zh.point(-0.05), "−0.05"),
        (en.point(-0.001), ".00", zh.point(-0.001), "0.00"),
        (en.point_to(3, -0.001), "−.001", zh.point_to(3, -0.001), "−0.001"),
        (en.point(None), "–", zh.point(None), "–"),
        (en.change(0.3), "+.30", zh.change(0.3), "+0.30"),
        (en.change(0.001), ".00", zh.change(-0.001), "0.00"),
        (en.decimal("-20.450"), "−20.450", zh.decimal("+10.5"), "+10.5"),
        (en.short(0.066_66), ".0667", zh.short(-1.5), "−1.5"),
        (en.percent(1.0), "100\u{a0}%", zh.percent(1.0), "100%"),
        (en.percent(0.048), "4.8\u{a0}%", zh.percent(0.004), "0.4%"),
        (en.percent(0.000_04), "0.004\u{a0}%", zh.percent(0.999_96), "99.996%"),
        (en.hundredths(1e-9), "0.0000001", zh.hundredths(1.0 - 1e-9), "99.9999999"),
        (en.hundredths(0.0), "0", zh.hundredths(0.0013), "0.1"),
        (en.percent(0.348), "35\u{a0}%", zh.percent(0.348), "35%"),
        (en.percent(1.0 - 1e-15), "100\u{a0}%", zh.percent(1e-15), "0%"),
        (en.percent(0.999_999), "99.9999\u{a0}%", zh.percent(0.000_4), "0.04%"),
        (en.count(1_234_567), "1,234,567", zh.count(999), "999"),
        (en.list(&["a", "b", "c"], 2), "a, b and 1 more", zh.list(&["甲", "乙", "丙"], 2), "甲、乙及另外1个"),
        (en.list(&["a", "b"], 5), "a and b", zh.list(&["甲", "乙", "丙"], 5), "甲、乙和丙"),
    ];
    for (english, expected, chinese, expected_chinese) in pairs {
        assert_eq!((english.as_str(), chinese.as_str()), (expected, expected_chinese));
    }
}

#[test]
fn a_language_that_there_is_not_is_refused() {
    assert_eq!("zh".parse(), Ok(Language::Chinese));
    let refusal = "fr".parse::<Language>().expect_err("no such language");
    assert_eq!(refusal, "no language \"fr\": known: en, zh");
    assert_eq!(crate::say!(Language::English, "list-nobody"), "nobody");
}

#[test]
fn the_language_of_a_case_is_no_part_of_what_it_is() {
    let case = |language: &str| {
        let text = format!(
            r#"(format: 1, title: "T", {language} clauses: {{"c": Ambition(status_quo: 0.1)}}, countries: {{"A": (positions: {{"c": 0.2}})}})"#
        );
        crate::scenario::Scenario::parse("t.ron", &text)
    };
    let (plain, chinese) = (case("").expect("sound"), case("language: \"zh\",").expect("sound"));
    assert_eq!((plain.language, chinese.language), (None, Some(Language::Chinese)));
    assert_eq!(plain.hash(), chinese.hash());
    let refusal = case("language: \"fr\",").expect_err("no such language");
    assert!(format!("{refusal:?}").contains("\\\"en\\\" or \\\"zh\\\""), "{refusal:?}");
}
