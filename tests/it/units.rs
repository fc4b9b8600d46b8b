//! Units of imported tables: a scale that is another one than was said, saliences on two scales, decimal commas, points below
//! 0, tables in the layout of other tools.

use plenary::{
    import::{self, Scale, SurveyReading},
    preference::Position,
    scenario::Scenario,
};
use tempfile::TempDir;

use crate::{
    cli::{refused, words},
    messages::rendered,
    support::{plenary, printed},
};

const HEADING: &str = "actor,issue,position,salience,power\n";

fn read(rows: &str, scale: &[(Option<String>, Scale)]) -> Result<Scenario, String> {
    let reading = SurveyReading { scale, ..SurveyReading::default() };
    let written = import::positions("t.csv", "T", &format!("{HEADING}{rows}"), &reading);
    let written = written.map_err(|e| words(rendered(&e).as_bytes()))?;
    Ok(Scenario::parse("t.ron", &written).unwrap_or_else(|e| panic!("{written}{}", rendered(&e))))
}

fn ideal(scenario: &Scenario, actor: &str, issue: &str) -> f64 {
    match scenario.countries.get(actor).and_then(|c| c.positions.get(issue)) {
        Some(Position::Ideal { ideal, .. }) => *ideal,
        other => panic!("{other:?}"),
    }
}

fn scale(low: f64, high: f64) -> Scale {
    Scale::new(low, high).expect("two ends")
}

/// Positions from 0 to 1, or in years, where 0 to 100 is expected: stop, show the range, name the option.
#[test]
fn scales_that_nobody_named() {
    let shares = "A,x,0.1,0.5,1\nB,x,0.9,0.5,1\nC,x,0.5,0.5,1\n";
    let told = read(shares, &[]).expect_err("shares");
    assert!(
        told.contains("the positions on x run from 0.1 to 0.9: is that a scale from 0 to 100?"),
        "{told}"
    );
    assert!(
        told.contains("as --scale x=0,1; --scale x=0,100 if it is meant") && told.contains("t.csv:3:5"),
        "{told}"
    );
    let scenario = read(shares, &[(None, scale(0.0, 1.0))]).expect("named");
    assert_eq!(ideal(&scenario, "B", "x"), 0.9);
    // Years, on one of two issues.
    let years = "A,x,4,0.6,100\nA,y,40,0.6,100\nB,x,10,0.4,50\nB,y,80,0.4,50\n";
    let told = read(years, &[]).expect_err("years");
    assert!(told.contains("the positions on x run from 4 to 10"), "{told}");
    assert!(!told.contains("on y"), "{told}");
    let scenario = read(years, &[(Some("x".to_owned()), scale(4.0, 12.0))]).expect("named");
    assert_eq!((ideal(&scenario, "B", "x"), ideal(&scenario, "B", "y")), (0.75, 0.8));
    // What is meant can be said, and a scale may run down.
    let scenario = read(years, &[(Some("x".to_owned()), scale(0.0, 100.0))]).expect("confirmed");
    assert_eq!(ideal(&scenario, "B", "x"), 0.1);
    let deadline = "A,end,2030,0.6,1\nB,end,2050,0.4,1\n";
    let told = read(deadline, &[]).expect_err("off the scale");
    assert!(told.contains("`position` is 2030") && told.contains("--scale LOW,HIGH"), "{told}");
    let scenario = read(deadline, &[(None, scale(2050.0, 2030.0))]).expect("named");
    assert_eq!((ideal(&scenario, "A", "end"), ideal(&scenario, "B", "end")), (1.0, 0.0));
    // Nobody wants anything on an issue: that is on any scale.
    assert!(read("A,x,0,0.5,1\nA,y,50,0.5,1\n", &[]).is_ok());
}

/// Saliences of 60 and .4 in one column.
#[test]
fn saliences_on_two_scales() {
    let told = read("A,x,30,60,1\nB,x,80,0.4,1\n", &[]).expect_err("two scales");
    assert!(
        told.contains("the saliences run from 0.4 to 60, of which some are 0.4 and less, others 60 and more"),
        "{told}"
    );
    assert!(told.contains("all of them from 0 to 1, or all from 0 to 100"), "{told}");
    assert!(read("A,x,30,60,1\nB,x,80,40,1\n", &[]).is_ok());
    assert!(read("A,x,30,0.6,1\nB,x,80,0.4,900\n", &[]).is_ok(), "powers are on any scale");
}

fn in_file(name: &str, text: &str) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    (folder, path.display().to_string())
}

/// The option as it is typed, and what is wrong with it.
#[test]
fn the_option_for_scales() {
    let (_folder, table) = in_file("t.csv", &format!("{HEADING}A,x,4,0.6,1\nB,x,10,0.4,1\n"));
    refused(&plenary(["import", "positions", &table]), 1, &["run from 4 to 10", "--scale x=LOW,HIGH"]);
    let written = printed(plenary(["import", "positions", &table, "--scale", "0,10", "--status-quo", "x=5"]));
    assert!(written.contains("\"x\": (0.4, 0.6)") && written.contains("status_quo: 0.5"), "{written}");
    for (arguments, says) in [
        (["--scale", "0", "--status-quo", "x=5"], "expected the two ends of a scale"),
        (["--scale", "4,4", "--status-quo", "x=5"], "expected the two ends of a scale"),
        (["--scale", "y=0,10", "--status-quo", "x=5"], "has no issue \"y\""),
        (["--scale", "0,10", "--status-quo", "x=50"], "expected the value from 0 to 10"),
    ] {
        refused(&plenary(["import", "positions", &table].into_iter().chain(arguments)), 1, &[says]);
    }
}

/// As spreadsheets write tables where the comma is the decimal sign.
#[test]
fn semicolons_and_decimal_commas() {
    let commas = format!("{HEADING}A,x,12.5,0.6,1\nB,x,80,0.4,1.5\n");
    let semicolons = commas.replace(',', ";").replace('.', ",");
    let tabs = commas.replace(',', "\t");
    let told = format!("sep=;\r\n{}", semicolons.replace('\n', "\r\n"));
    let plain = import::positions("t.csv", "T", &commas, &SurveyReading::default()).expect("sound");
    for text in [semicolons, tabs, told, format!("\u{feff}{commas}")] {
        let read = import::positions("t.csv", "T", &text, &SurveyReading::default());
        assert_eq!(read.unwrap_or_else(|e| panic!("{}", rendered(&e))), plain, "{text}");
    }
    // Both signs in a number: which is which?
    let text = format!("{HEADING}A,x,12,1,1\n").replace(',', ";").replace("12", "1.234,5");
    let error = import::positions("t.csv", "T", &text, &SurveyReading::default()).expect_err("ambiguous");
    let told = words(rendered(&error).as_bytes());
    assert!(told.contains("`position` is 1.234,5") && told.contains("t.csv:2:5"), "the right cell: {told}");
}

/// KTAB's layout for SMP: a title line, a row for each actor, two columns for each issue, a comma at the end.
#[test]
fn a_wide_table() {
    let text = "Reform plan; scen 1,Scenario-0001; a table, 4, 2, \n\
        Actor,Description,Influence,Policy Position,Policy Salience,Market Position,Market Salience, \n\
        AA,First ministry,100,30,24,20,48, \nBB,Second ministry,60.2,45,44.7,65,41.3, \n";
    let written = import::positions("k.csv", "K", text, &SurveyReading::default());
    let written = written.unwrap_or_else(|e| panic!("{}", rendered(&e)));
    let scenario = Scenario::parse("k.ron", &written).expect("sound");
    assert_eq!(scenario.clauses.names().collect::<Vec<_>>(), ["Policy", "Market"]);
    assert_eq!((ideal(&scenario, "AA", "Policy"), ideal(&scenario, "BB", "Market")), (0.3, 0.65));
    assert_eq!(scenario.countries.get("BB").map(|c| c.materiality), Some(60.2));
    assert_eq!(import::issues("k.csv", text).expect("sound"), ["Policy", "Market"]);
    let wrong = text.replace("41.3", "many");
    let error = import::positions("k.csv", "K", &wrong, &SurveyReading::default()).expect_err("no number");
    let told = words(rendered(&error).as_bytes());
    assert!(told.contains("`market salience` is many") && told.contains("k.csv:4:"), "{told}");
}

/// Points below 0: which deals are accepted stays as it is. Enumerated by hand: A takes x1 or x2 with y2 (−10.5 + 3 and
/// 3.25 + 3 reach −8, −10.5 − 1 does not), B what sums to 2 or more.
#[test]
fn points_below_zero() {
    let table = "party,issue,option,points,minimum\n\
        A,x,x1,-10.5,-8\nA,x,x2,3.25,-8\nA,y,y1,-1,-8\nA,y,y2,3,-8\n\
        B,x,x1,0,2\nB,x,x2,-4,2\nB,y,y1,5,2\nB,y,y2,2,2\n";
    let written = import::scorable("g.csv", "G", table).unwrap_or_else(|e| panic!("{}", rendered(&e)));
    assert!(written.contains("points raised on x by 10.5, on y by 1"), "{written}");
    let scenario = Scenario::parse("g.ron", &written).expect("sound");
    let deals = plenary::analysis::Analysis::of(&scenario).deals.expect("a game");
    let accepts: Vec<u64> = deals.parties.iter().map(|p| p.accepts).collect();
    // A: x1y2 −7.5, x2y1 2.25, x2y2 6.25, not x1y1 −11.5. B: x1y1 5, x1y2 2, not x2y1 1, x2y2 −2.
    assert_eq!(accepts, [3, 2]);
    assert_eq!(deals.acceptable_to_all, 1);
    // A minimum below everything is met by every deal.
    let all = table.replace(",-8\n", ",-20\n");
    let written = import::scorable("g.csv", "G", &all).unwrap_or_else(|e| panic!("{}", rendered(&e)));
    assert!(written.contains("\"A\": (minimum_points: 0"), "{written}");
    let out_of_reach = table.replace(",-8\n", ",7\n");
    let error = import::scorable("g.csv", "G", &out_of_reach).expect_err("never");
    let told = words(rendered(&error).as_bytes());
    assert!(told.contains("A can have 6.25 points at most, its minimum is 7"), "{told}");
}

const PROFILE: &str = r#"<utility_space><!-- a profile -->
<objective index="0" name="Fund" type="objective" etype="objective">
<issue index="1" name="Size" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="large" evaluation="5"></item><item index="2" value="small" evaluation="10"></item>
</issue>
<issue index="2" name="Seat" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="north" evaluation="4"></item><item index="2" value="south" evaluation="1"></item>
</issue>
<weight index="1" value="0.75"></weight><weight index="2" value="0.25"></weight>
</objective><discount_factor value="1.0"/><reservation value="0.5"/></utility_space>
"#;

/// A folder of GENIUS' profiles is a game: weight × evaluation over the best evaluation, times 100.
#[test]
fn profiles_are_a_game() {
    let other = PROFILE.replace("\"5\"", "\"20\"").replace("value=\"0.5\"", "value=\"0.8\"");
    let (folder, _) = in_file("ann.xml", PROFILE);
    std::fs::write(folder.path().join("bob.xml"), other).expect("written");
    std::fs::write(folder.path().join("domain.xml"), "<negotiation_template/>").expect("written");
    let written = printed(plenary(["import".as_ref(), "scorable".as_ref(), folder.path().as_os_str()]));
    for line in [
        "\"ann\": (minimum_points: 50,",
        "\"Size\": {\"large\": 37.5, \"small\": 75}",
        "\"Seat\": {\"north\": 25, \"south\": 6.25}",
        "\"bob\": (minimum_points: 80,",
        "\"Size\": {\"large\": 75, \"small\": 37.5}",
    ] {
        assert!(written.contains(line), "no {line} in {written}");
    }
    assert!(!written.contains("domain"), "{written}");
}

/// What is wrong with a profile is told with its line; a table that is XML is called what it is.
#[test]
fn profiles_that_make_no_sense() {
    for (sound, wrong, says) in [
        ("evaluation=\"10\"", "evaluation=\"ten\"", "line 4: the `evaluation` of this <item> is no number"),
        ("<weight index=\"2\" value=\"0.25\"></weight>", "", "line 6: the issue \"Seat\" has no weight"),
        ("</utility_space>", "", "this is no XML"),
        (
            "<item index=\"1\" value=\"north\" evaluation=\"4\"></item><item index=\"2\" value=\"south\" evaluation=\"1\"></item>",
            "<range lowerbound=\"0\" upperbound=\"1\"/>",
            "the issue \"Seat\" has no items: only discrete issues can be read",
        ),
    ] {
        assert_eq!(PROFILE.matches(sound).count(), 1, "{sound}");
        let (_folder, path) = in_file("ann.xml", &PROFILE.replace(sound, wrong));
        refused(&plenary(["import", "scorable", &path]), 1, &["ann, ", says]);
    }
    let (_folder, path) = in_file("ann.xml", PROFILE);
    refused(&plenary(["import", "positions", &path]), 1, &["this is XML, and a table is wanted"]);
}

/// Names that look alike in a table make two actors: said as it is imported.
#[test]
fn twins_in_a_table() {
    let (_folder, path) = in_file("t.csv", &format!("{HEADING}USA,x,12,0.6,1\nUsa,x,80,0.4,1\n"));
    let output = plenary(["import", "positions", &path]);
    assert!(words(&output.stderr).contains("\"Usa\" can be taken for \"USA\""), "{}", words(&output.stderr));
    assert!(output.status.success());
}
