//! What a person reads who made a mistake in a scenario: every message, rendered, as a snapshot.
//!
//! Each case breaks the same sound scenario in one place. What a snapshot must show: what is wrong, the right
//! text underlined, what was expected, and what to write instead or the nearest known name.

use std::{fmt::Write as _, fs};

use plenary::diagnostic::{Diagnose, Style, render};
use plenary::scenario::{LoadError, Scenario};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::support::shipped;

const SOUND: &str = r#"(
    format: 1,
    title: "A treaty on cuts",
    clauses: {
        "cuts": Ambition(status_quo: 0.1, weight: 2.0),
        "trade": Positional(status_quo: 0.5),
    },
    countries: {
        "Norway": (positions: {"cuts": (0.8, 0.5, High)}, member_of: {"LikeMinded": 1.0}),
        "Kenya": (positions: {"cuts": 0.6, "trade": 0.3}, attendance: 0.9),
        "Japan": (member_of: {"LikeMinded": 0.7}, power: Major),
    },
    blocs: {
        "LikeMinded": (
            common: Leader("Norway"),
            positions: {"cuts": 0.7},
        ),
    },
    firms: {
        "Meta": (lobbies: {"Kenya": 0.1}, positions: {"cuts": 0.2}),
    },
    rule: ConsensusMinus(1),
    protocol: ChairRevisions(rounds: 60, moves: [Shift, Merge]),
    uncertainty: (ideals: (high: Normal(0.05))),
    switches: {
        "away": (asks: "What if Norway stays away?", set: {"countries.Norway.boycotts": "true"}),
    },
)
"#;

/// Chinese characters are two columns wide and three bytes long; Arabic runs from right to left.
const OTHER_SCRIPTS: &str = r#"(format: 1, title: "条约", clauses: {"减排": Ambition(status_quo: 0)}, countries: {
    "挪威": (positions: {"减排": (0.8, 0.5)}, member_of: {"志同道合": 1.0}),
    "كينيا": (positions: {"减排": 0.6, "减": 0.3}),
}, blocs: {"志同道": (positions: {"减排": 60})}, rule: Composed(vetoes: ["كينا"]))"#;

#[test]
fn the_sound_scenario_is_sound() {
    assert!(Scenario::parse("treaty.ron", SOUND).is_ok());
}

/// What the author of `text` reads.
fn message(text: &str) -> String {
    let error = Scenario::parse("treaty.ron", text).expect_err("a broken scenario");
    rendered(&error)
}

pub fn rendered(error: &dyn Diagnose) -> String {
    // Trailing blanks carry no meaning, and editors strip them.
    render(error, Style::Plain).lines().fold(String::new(), |mut page, line| {
        writeln!(page, "{}", line.trim_end()).expect("a line");
        page
    })
}

/// The sound scenario with each fragment, which it holds once, replaced.
fn broken(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SOUND.to_owned(), |text, (sound, wrong)| {
        assert_eq!(text.matches(sound).count(), 1, "{sound} is to be replaced");
        text.replace(sound, wrong)
    })
}

fn assert_message(name: &str, message: &str) {
    insta::with_settings!({
        snapshot_path => "../snapshots/messages", prepend_module_to_snapshot => false, omit_expression => true,
    }, {
        insta::assert_snapshot!(name, message);
    });
}

/// One test per case: its name, and what is written instead of what.
macro_rules! cases {
    ($($name:ident: $($sound:literal => $wrong:literal),+;)*) => {$(
        #[test]
        fn $name() {
            assert_message(stringify!($name), &message(&broken(&[$(($sound, $wrong)),+])));
        }
    )*};
}

/// RON's grammar and the shape of a scenario: all that can be told apart at once.
mod shape {
    use super::{assert_message, broken, message};

    cases! {
        decimal_comma: "(0.8, 0.5, High)" => "(0,8, 0,5, High)";
        decimal_comma_in_a_field: "attendance: 0.9" => "attendance: 0,9";
        decimal_comma_in_a_spread: "Normal(0.05)" => "Normal(0,05)";
        bare_spread: "Normal(0.05)" => "0.05";
        quoted_word: "High)" => "\"High\")";
        quoted_name_for_a_word: "Leader(\"Norway\")" => "\"Norway\"";
        quoted_rule: "ConsensusMinus(1)" => "\"Consensus\"";
        quoted_number: "rounds: 60" => "rounds: \"60\"";
        quoted_ideal: "\"trade\": 0.3" => "\"trade\": \"0.3\"";
        quoted_field: "rounds: 60" => "\"rounds\": 60";
        no_clause_kind: "Ambition(status_quo: 0.1" => "(status_quo: 0.1";
        no_protocol_name: "ChairRevisions(" => "(";
        word_without_its_brackets: "ConsensusMinus(1)" => "ConsensusMinus";
        word_without_its_fields: "ConsensusMinus(1)" => "ConsensusThenVote";
        word_with_brackets: "ConsensusMinus(1)" => "Consensus(1)";
        word_for_a_position: "\"trade\": 0.3" => "\"trade\": High";
        fields_without_brackets: "(positions: {\"cuts\": 0.6, \"trade\": 0.3}, attendance: 0.9)"
            => "positions: {\"cuts\": 0.6, \"trade\": 0.3}, attendance: 0.9";
        settings_without_brackets: "(ideals: (high: Normal(0.05)))" => "ideals: (high: Normal(0.05))";
        unknown_word: "power: Major" => "power: Great";
        word_in_small_letters: "High)" => "high)";
        unknown_rule: "ConsensusMinus(1)" => "Consent";
        unknown_field: "attendance: 0.9" => "attendence: 0.9";
        unknown_field_of_a_clause: "weight: 2.0" => "salience: 2.0";
        field_given_twice: "rounds: 60" => "rounds: 60, rounds: 50";
        unclosed_quote: "\"A treaty on cuts\"" => "\"A treaty on cuts";
        unclosed_name: "\"Kenya\": (" => "\"Kenya: (";
        unclosed_last_quote: "\"true\"" => "\"true";
        fraction_of_a_round: "rounds: 60" => "rounds: 60.5";
        negative_rounds: "rounds: 60" => "rounds: -60";
        endless_rounds: "rounds: 60" => "rounds: 99999999999";
        fraction_of_an_objection: "ConsensusMinus(1)" => "ConsensusMinus(1.5)";
        missing_comma: "\"A treaty on cuts\"," => "\"A treaty on cuts\"";
        missing_comma_in_a_line: "0.6, \"trade\"" => "0.6 \"trade\"";
        missing_colon: "\"Kenya\": (" => "\"Kenya\" (";
        equals_sign: "rounds: 60" => "rounds = 60";
        hash_comment: "    rule:" => "    # how it is decided\n    rule:";
        hash_comment_at_the_top: "(\n    format: 1" => "# my treaty\n(\n    format: 1";
        curly_quotes: "\"Kenya\": (" => "“Kenya”: (";
        single_quotes: "\"Kenya\": (" => "'Kenya': (";
        unquoted_name: "\"Kenya\": (" => "Kenya: (";
        unquoted_title: "\"A treaty on cuts\"" => "Treaty";
        percent: "attendance: 0.9" => "attendance: 90%";
        fraction: "attendance: 0.9" => "attendance: 9/10";
        fourth_element: "(0.8, 0.5, High)" => "(0.8, 0.5, High, 3)";
        list_for_a_map: "{\"LikeMinded\": 1.0}" => "[\"LikeMinded\"]";
        map_for_a_list: "[Shift, Merge]" => "{Shift, Merge}";
        yes_for_true: "attendance: 0.9" => "boycotts: yes";
        no_status_quo: "Ambition(status_quo: 0.1, weight: 2.0)" => "Ambition(\n            weight: 2.0,\n        )";
        no_format: "    format: 1,\n" => "";
        no_clauses: "    clauses: {\n        \"cuts\": Ambition(status_quo: 0.1, weight: 2.0),\n        \"trade\": Positional(status_quo: 0.5),\n    }," => "";
        country_not_closed: "attendance: 0.9)," => "attendance: 0.9,";
        countries_not_closed: "power: Major),\n    }," => "power: Major),";
        positions_not_closed: "\"trade\": 0.3}" => "\"trade\": 0.3";
        missing_patience: "power: Major" => "tactic: (k: 0.1)";
        wrong_bracket: "[Shift, Merge]" => "[Shift, Merge)";
        bracket_too_many: "\"true\"}),\n    },\n" => "\"true\"}),\n    },),\n";
        bracket_too_few: "\"true\"}),\n    },\n)\n" => "\"true\"}),\n    },\n";
        unclosed_comment: "    rule:" => "    /* how it is decided\n    rule:";
        backslash: "\"A treaty on cuts\"" => "\"A treaty on \\cuts\"";
        value_left_out: "attendance: 0.9" => "attendance: ";
        bare_name_for_a_party: "Leader(\"Norway\")" => "Leader(Norway)";
        text_for_a_country: "\"Japan\": (member_of: {\"LikeMinded\": 0.7}, power: Major)" => "\"Japan\": \"yes\"";
        share_as_a_fraction: "ConsensusMinus(1)" => "Composed(tests: [(at_least: 2/3)])";
        several_mistakes_of_shape:
            "title: \"A treaty on cuts\"," => "title: \"A treaty on cuts\"",
            "weight: 2.0" => "wieght: 2.0",
            "\"cuts\": 0.6" => "\"cuts\": \"0.6\"",
            "power: Major" => "power: Great, tactic: (k: 0.1)",
            "common: Leader(\"Norway\")" => "common: Leader(Norway)",
            "rounds: 60" => "rounds = -60",
            "Normal(0.05)" => "Normal(0,05)",
            "\"true\"" => "true";
        a_mistake_before_a_missing_bracket:
            "weight: 2.0" => "wieght: 2.0",
            "attendance: 0.9)," => "attendance: 0.9,";
        required_field_that_does_not_fit: "Ambition(status_quo: 0.1, " => "Ambition(status_quo: \"0.1\", ";
        curly_names_and_commas: "\"Kenya\": (positions: {\"cuts\": 0.6, " => "“Kenya”: (positions: {“cuts”: 0.6， ";
        share_as_a_number: "ConsensusMinus(1)" => "Composed(tests: [(at_least: 0.66)])";
    }

    #[test]
    fn empty_file() {
        assert_message("empty_file", &message(""));
    }

    #[test]
    fn only_a_comment() {
        assert_message("only_a_comment", &message("// to be written\n"));
    }

    #[test]
    fn endless_brackets() {
        let rule = "ConsensusThenVote(vote: ".repeat(10_000);
        let text = broken(&[("ConsensusMinus(1)", &rule)]);
        let page = message(&text);
        assert!(page.contains("brackets are nested too deeply"), "{}", &page[..500]);
    }
}

/// What a well-formed scenario means: all problems together, in the order of the file.
mod meaning {
    use super::{OTHER_SCRIPTS, assert_message, broken, message};

    cases! {
        format_of_another_version: "format: 1" => "format: 2";
        unknown_clause: "\"cuts\": 0.6" => "\"cut\": 0.6";
        unknown_host: "{\"Kenya\": 0.1}" => "{\"Keyna\": 0.1}";
        unknown_leader: "Leader(\"Norway\")" => "Leader(\"Norwya\")";
        unknown_sponsor: "rounds: 60," => "rounds: 60, draft: Sponsor(\"Metta\"),";
        unknown_veto: "ConsensusMinus(1)" => "Composed(vetoes: [\"Norwegen\"])";
        unknown_governed_clause: "Positional(status_quo: 0.5)" => "Scope(status_quo: 0.5, governs: {\"cut\": 0.5})";
        unknown_clause_in_the_draft: "rounds: 60," => "rounds: 60, draft: Given({\"cut\": 0.5}),";
        // Japan's positions come from its bloc, and the bloc's members name it: neither is to be reported.
        unknown_bloc: "{\"LikeMinded\": 0.7}" => "{\"LikeMindd\": 0.7}";
        misspelt_bloc: "    \"LikeMinded\": (\n" => "    \"LikeMindd\": (\n";
        // Whoever names Norway elsewhere is right: told once.
        overwritten_country: "\"Norway\": (positions" => "\"Kenya\": (positions";
        misspelt_country: "\"Norway\": (positions" => "\"Norge\": (positions";
        misspelt_clause: "\"cuts\": Ambition" => "\"cutts\": Ambition";
        clause_given_twice: "\"trade\": Positional(status_quo: 0.5)," => "\"trade\": Positional(status_quo: 0.5),
        \"cuts\": Positional(status_quo: 0.5),";
        position_given_twice: "\"trade\": 0.3" => "\"cuts\": 0.3";
        bloc_given_twice: "    blocs: {
" => "    blocs: {
        \"LikeMinded\": (),
";
        country_given_twice: "\"Japan\": (" => "\"Kenya\": (attendance: 0.5, positions: {\"cuts\": 0.6}),
        \"Japan\": (";
        country_without_a_name: "\"Kenya\": (" => "\" \": (", "{\"Kenya\": 0.1}" => "{\"Japan\": 0.1}";
        firm_with_a_country_s_name: "\"Meta\": (" => "\"Kenya\": (";
        negative_salience: "(0.8, 0.5, High)" => "(0.8, -0.5, High)";
        salience_nan: "(0.8, 0.5, High)" => "(0.8, NaN, High)";
        salience_infinite: "(0.8, 0.5, High)" => "(0.8, inf, High)";
        saliences_all_zero: "(0.8, 0.5, High)" => "(0.8, 0, High)";
        saliences_above_one: "(0.8, 0.5, High)" => "(0.8, 1.5, High)", "    rule:" => "    saliences: Absolute,\n    rule:";
        ideal_in_percent: "\"cuts\": 0.6" => "\"cuts\": 60";
        ideal_below_zero: "\"cuts\": 0.6" => "\"cuts\": -0.6";
        ideal_nan: "\"cuts\": 0.6" => "\"cuts\": NaN";
        cohesion_in_percent: "positions: {\"cuts\": 0.7}," => "positions: {\"cuts\": 0.7}, cohesion: 50,";
        cost_infinite: "attendance: 0.9" => "cost_of_failure: inf";
        words_nan: "weight: 2.0" => "words: [(0.0, \"none\"), (NaN, \"some\"), (1.0, \"all\")]";
        words_falling: "weight: 2.0" => "words: [(0.0, \"none\"), (0.7, \"most\"), (0.5, \"some\")]";
        status_quo_outside: "status_quo: 0.1" => "status_quo: 10";
        status_quo_nan: "status_quo: 0.1" => "status_quo: NaN";
        weight_of_zero: "weight: 2.0" => "weight: 0.0";
        membership_of_zero: "{\"LikeMinded\": 0.7}" => "{\"LikeMinded\": 0.0}";
        bloc_led_by_itself: "Leader(\"Norway\")" => "Leader(\"LikeMinded\")";
        leader_from_outside: "Leader(\"Norway\")" => "Leader(\"Kenya\")";
        bloc_without_members: "{\"LikeMinded\": 1.0}" => "{}", "{\"LikeMinded\": 0.7}, power: Major" => "{}, positions: {\"cuts\": 0.4}";
        country_without_positions: "positions: {\"cuts\": 0.6, \"trade\": 0.3}, " => "";
        firm_without_a_host: "lobbies: {\"Kenya\": 0.1}, " => "";
        firm_beyond_its_budget: "{\"Kenya\": 0.1}" => "{\"Kenya\": 0.1}, drafting: 0.2, budget: 0.25";
        points_on_a_scale: "\"trade\": 0.3" => "\"trade\": {\"yes\": 5}";
        share_above_one: "ConsensusMinus(1)" => "Composed(tests: [(at_least: (3, 2))])";
        share_above_all: "ConsensusMinus(1)" => "Composed(tests: [(at_least: (1, 1), strict: true)])";
        share_by_zero: "ConsensusMinus(1)" => "Composed(no_at_most: 1, quorum: (share: (1, 0)))";
        rule_without_a_test: "ConsensusMinus(1)" => "Composed()";
        everybody_may_object: "ConsensusMinus(1)" => "ConsensusMinus(3)";
        vote_after_the_deadline: "ConsensusMinus(1)" => "ConsensusThenVote(vote: TwoThirds, attempts: 7, every: 10)";
        no_attempts: "ConsensusMinus(1)" => "ConsensusThenVote(vote: TwoThirds, attempts: 0)";
        consensus_after_consensus: "ConsensusMinus(1)" => "ConsensusThenVote(vote: Consensus)";
        no_rounds: "rounds: 60" => "rounds: 0";
        absurd_rounds: "rounds: 60" => "rounds: 1_000_000_000";
        move_given_twice: "[Shift, Merge]" => "[Shift, Merge, Shift]";
        spread_too_wide: "Normal(0.05)" => "Normal(50)";
        switch_of_an_unknown_country: "countries.Norway.boycotts" => "countries.Norwey.boycotts";
        switch_of_an_unknown_trait: "countries.Norway.boycotts" => "countries.Norway.boycot";
        switch_of_an_unknown_group: "countries.Norway.boycotts" => "nations.Norway.boycotts";
        switch_without_a_group: "countries.Norway.boycotts\": \"true\"" => "rounds\": \"30\"";
        switch_of_an_unknown_setting: "countries.Norway.boycotts\": \"true\"" => "protocol.deadline\": \"30\"";
        switch_of_an_unknown_move: "countries.Norway.boycotts" => "protocol.moves.merge";
        switch_to_a_misfit: "\"true\"" => "\"yes\"";
        switch_that_breaks_the_scenario: "countries.Norway.boycotts\": \"true\"" => "protocol.rounds\": \"0\"";
        switch_that_sets_nothing: "{\"countries.Norway.boycotts\": \"true\"}" => "{}";
        several_problems:
            "0.8, 0.5, High" => "8, -1, High",
            "\"cuts\": 0.6" => "\"cut\": 0.6",
            "{\"Kenya\": 0.1}" => "{\"Keyna\": 0.1}",
            "ConsensusMinus(1)" => "ConsensusMinus(9)",
            "rounds: 60" => "rounds: 0",
            "status_quo: 0.1" => "status_quo: 1.1";
    }

    #[test]
    fn no_countries() {
        let text = "(format: 1, title: \"x\", clauses: {\"cuts\": Ambition(status_quo: 0)}, countries: {})";
        assert_message("no_countries", &message(text));
    }

    #[test]
    fn no_clauses_at_all() {
        let text =
            "(format: 1, title: \"x\", clauses: {}, countries: {\"Norway\": (positions: {\"cuts\": 0.2})})";
        assert_message("no_clauses_at_all", &message(text));
    }

    #[test]
    fn nobody_votes() {
        let text = "(format: 1, title: \"x\", clauses: {\"cuts\": Ambition(status_quo: 0)},
    countries: {\"Norway\": (positions: {\"cuts\": 0.2}, boycotts: true)})";
        assert_message("nobody_votes", &message(text));
    }

    #[test]
    fn nobody_matters() {
        let text = "(format: 1, title: \"x\", clauses: {\"cuts\": Ambition(status_quo: 0)},
    countries: {\"Norway\": (positions: {\"cuts\": 0.2}, materiality: 0)})";
        assert_message("nobody_matters", &message(text));
    }

    #[test]
    fn names_in_other_scripts() {
        assert_message("names_in_other_scripts", &message(OTHER_SCRIPTS));
    }

    #[test]
    fn shape_in_other_scripts() {
        let text = "(format: 1, title: \"条约\", clauses: {\"减排\": Ambition(status_quo: 0)}, countries: {\n    挪威: ()})";
        assert_message("shape_in_other_scripts", &message(text));
        let text = "（format: 1, title: \"条约\"）";
        assert_message("full_width_brackets", &message(text));
    }

    /// More problems than anybody reads: the count is told, and the first are shown.
    #[test]
    fn a_thousand_problems() {
        let countries: String =
            (0..1_000).map(|n| format!("\"P{n}\": (positions: {{\"cuts\": 2}}),\n")).collect();
        let page = message(&broken(&[("countries: {\n", &format!("countries: {{\n{countries}"))]));
        assert!(page.contains("1000 problems, of which the first 50"), "{}", &page[..200]);
        assert_eq!(page.matches("ideal on").count(), 50);
    }
}

/// What is wrong with the file before anything is read in it.
mod file {
    use std::{fs, path::Path, time::Instant};

    use plenary::scenario::Scenario;

    use super::{SOUND, assert_message, rendered};

    /// What the author reads who names this file of the folder; the folder's path differs from run to run.
    fn message(folder: &Path, file: &str) -> String {
        let error = Scenario::load(folder.join(file)).expect_err("a broken file");
        let page = rendered(&error).replace(&folder.display().to_string(), "FOLDER");
        // What the system says is its own business, and differs from one to the next.
        match fs::read(folder.join(file)) {
            Err(cause) => page.replace(&cause.to_string(), "WHAT THE SYSTEM SAYS"),
            Ok(_) => page,
        }
    }

    #[test]
    fn missing_file_with_a_neighbour() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("treaty.ron"), SOUND).unwrap();
        fs::write(folder.path().join("fisheries.ron"), SOUND).unwrap();
        assert_message("missing_file", &message(folder.path(), "traety.ron"));
    }

    #[test]
    fn missing_file_in_a_missing_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert_message("missing_folder", &message(folder.path(), "treaties/treaty.ron"));
    }

    #[test]
    fn missing_file_in_an_empty_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert_message("missing_file_alone", &message(folder.path(), "treaty.ron"));
    }

    #[test]
    fn folder_instead_of_a_file() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("treaties")).unwrap();
        assert_message("folder", &message(folder.path(), "treaties"));
    }

    #[test]
    fn folder_with_a_scenario() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("treaties")).unwrap();
        fs::write(folder.path().join("treaties/treaty.ron"), SOUND).unwrap();
        assert_message("folder_with_a_scenario", &message(folder.path(), "treaties"));
    }

    #[test]
    fn invalid_utf8() {
        let folder = tempfile::tempdir().unwrap();
        let latin1 = b"(\n    format: 1,\n    title: \"Trait\xe9\",\n)";
        fs::write(folder.path().join("treaty.ron"), latin1).unwrap();
        assert_message("invalid_utf8", &message(folder.path(), "treaty.ron"));
    }

    /// A sparse file takes no room on the disk; reading it all would take a gigabyte of memory and seconds.
    #[test]
    fn file_of_a_gigabyte() {
        let folder = tempfile::tempdir().unwrap();
        let file = fs::File::create(folder.path().join("treaty.ron")).unwrap();
        file.set_len(1 << 30).unwrap();
        let begun = Instant::now();
        let error = Scenario::load(folder.path().join("treaty.ron"));
        assert!(begun.elapsed().as_secs_f64() < 1.0, "{:?}", begun.elapsed());
        assert!(error.is_err());
        assert_message("too_large", &message(folder.path(), "treaty.ron"));
    }
}

/// Thousands of broken versions of the shipped scenarios: each is read or refused, and each refusal can be shown.
/// A script may write a scenario on one line; the mistake is shown with a part of it.
#[test]
fn mistake_far_along_a_line() {
    let countries: String =
        (0..2000).map(|i| format!("\"P{i}\": (positions: {{\"flow\": (0.2, 0.9)}}), ")).collect();
    let text = format!(
        "(format: 1, title: \"t\", clauses: {{\"flow\": Ambition(status_quo: 0.2)}}, countries: {{{countries}}}, rule: Consensu)"
    );
    let column = 1 + text.find("Consensu)").expect("it is there");
    assert!(column > 65_535);
    let shown = message(&text);
    assert!(shown.contains(&format!("treaty.ron:1:{column}")), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 200), "{shown}");
    assert_message("far_along_a_line", &shown);
}

/// A megabyte on one line, with a mistake at its end.
#[test]
fn mistake_at_the_end_of_a_megabyte() {
    let begun = std::time::Instant::now();
    let about = "x".repeat(1 << 20);
    let shown = message(
        &SOUND
            .replace('\n', " ")
            .replace("clauses:", &format!("about: \"{about}\", clauses:"))
            .replace("ConsensusMinus(1)", "Consensu"),
    );
    assert!(shown.len() < 2_000 && shown.contains("did you mean `Consensus`?"), "{shown}");
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

/// A megabyte of mistakes: the first few are told, and at once.
#[test]
fn a_megabyte_of_mistakes() {
    let begun = std::time::Instant::now();
    for piece in ["\"Norway\" ", "\u{1b}", "-", "'", "(", "x: 1, ", "\"a\": (positions: {\"b\": 2}), "] {
        let text = SOUND
            .replace("countries: {", &format!("countries: {{ {}", piece.repeat((1 << 20) / piece.len())));
        let shown = message(&text);
        assert!(shown.len() < 100_000, "{piece}: {} bytes", shown.len());
    }
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

/// Whoever opens a file that was sent to him sees what is in it, and his terminal does nothing else.
#[test]
fn hidden_characters_are_shown() {
    let wanted = "Leader(\"Norway\")";
    assert_message(
        "hidden",
        &message(&broken(&[(wanted, "/*\u{1b}[2J\u{202e}*/ Leader(\"Nor\u{200b}way\u{7}\") /*\u{9b}2J*/")])),
    );
    assert_message("hidden_break", &message(&broken(&[(wanted, "Leader(\"Nor\nway\")")])));
}

#[test]
fn no_input_panics() {
    let mut random = ChaCha8Rng::seed_from_u64(1992);
    let (mut read, mut shapes, mut meanings) = (0, 0, 0);
    let shipped = shipped().into_iter().map(|f| fs::read_to_string(f).expect("text"));
    for text in shipped.chain([SOUND.to_owned(), OTHER_SCRIPTS.to_owned()]) {
        // The time goes with the length: about as long for each.
        let versions = (4_000_000 / text.len()).min(1_500);
        for _ in 0..versions {
            let text = mutated(&text, &mut random);
            match Scenario::parse("mutated.ron", &text) {
                Ok(_) => read += 1,
                Err(error) => {
                    match error {
                        LoadError::Shape { .. } => shapes += 1,
                        _ => meanings += 1,
                    }
                    assert!(rendered(&error).starts_with("error: "), "{text}");
                }
            }
        }
    }
    // All three ways were taken, or the versions were not of the right kind.
    assert!(read > 50 && shapes > 1_000 && meanings > 50, "{read} {shapes} {meanings}");
}

/// One to three slips: bytes left out, exchanged or said twice, a foreign sign, or the rest of the file gone.
pub fn mutated(text: &str, random: &mut ChaCha8Rng) -> String {
    const FOREIGN: [&str; 14] =
        ["\"", "(", ")", "{", "]", ",", ":", "#", "“", "/*", "\\", "9e999", "NaN", "\u{2028}"];
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.random_range(1..=3) {
        let at = random.random_range(0..bytes.len());
        let other = random.random_range(0..bytes.len());
        let end = (at + random.random_range(1..12)).min(bytes.len());
        match random.random_range(0..16) {
            0..5 => _ = bytes.drain(at..end),
            5..8 => bytes.swap(at, other),
            8..11 => bytes.splice(at..at, FOREIGN[at % FOREIGN.len()].bytes()).for_each(drop),
            11..15 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(other..other, again).for_each(drop);
            }
            _ => bytes.truncate(at.max(50)),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
