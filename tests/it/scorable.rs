//! Scorable games: imported, looked at deal by deal, negotiated (oracles.md rows 42 and 43).

use plenary::{
    analysis::{Analysis, Deals},
    benchmark::{PackageScores, Packages},
    import,
    model::Model,
    negotiation::Realisation,
    scenario::Scenario,
};
use proptest::{collection::vec, prelude::*};

use crate::support::{data, plenary, printed, thousand_cases};

fn deals(table: &str) -> Option<Deals> {
    let path = data(table)?;
    let text = std::fs::read_to_string(path).expect("readable");
    let written = import::scorable(table, "game", &text).expect("a sound table");
    Analysis::of(&Scenario::parse(table, &written).expect("a sound scenario")).deals
}

/// Row 42: 6 parties, 5 issues, 720 deals; 12 acceptable to all, 133 to all but one at most; the best sum 391.
#[test]
fn row_42_the_base_game() {
    let Some(deals) = deals("scorable/base.csv") else { return };
    assert_eq!((deals.possible, deals.examined, deals.exact), (720, 720, true));
    assert_eq!(deals.acceptable_to_all, 12);
    assert_eq!(deals.refused_by[0] + deals.refused_by[1], 133);
    assert_eq!(deals.best[0].sum, 391.0);
    assert_eq!(deals.carried, 12, "consensus: nobody refuses");
}

/// Row 43: 21 acceptable to all, 67 to all but one at most; the best sum 425.
#[test]
fn row_43_the_first_game() {
    let Some(deals) = deals("scorable/game1.csv") else { return };
    assert_eq!(deals.possible, 720);
    assert_eq!(deals.acceptable_to_all, 21);
    assert_eq!(deals.refused_by[0] + deals.refused_by[1], 67);
    assert_eq!(deals.best[0].sum, 425.0);
}

/// A game small enough to look at by hand. Alice has (3, 0) and (0, 2) points, Bob (0, 2) and (3, 0); minima 3 and 2. Of
/// the four deals (x1,y1) gives 3 + 0 and 0 + 3, (x1,y2) 5 and 0, (x2,y1) 0 and 5, (x2,y2) 2 and 2: Alice takes the first
/// two, Bob all but the second, both the first alone.
const SMALL: &str = "party,issue,option,points,minimum\r\n\
    Alice,x,x1,3,3\r\nAlice,x,x2,0,3\r\nAlice,y,y1,0,3\r\nAlice,y,y2,2,3\r\n\
    Bob,x,x1,0,2\r\nBob,x,x2,2,2\r\nBob,y,y1,3,2\r\nBob,y,y2,0,2\r\n";

fn small() -> Scenario {
    let written = import::scorable("small.csv", "Small", &format!("\u{feff}{SMALL}")).expect("sound");
    Scenario::parse("small.ron", &written).expect("sound")
}

#[test]
fn a_game_by_hand() {
    let deals = Analysis::of(&small()).deals.expect("a game");
    assert_eq!(deals.refused_by, [1, 3, 0]);
    let accepts: Vec<u64> = deals.parties.iter().map(|p| p.accepts).collect();
    assert_eq!(accepts, [2, 3]);
    let alone: Vec<u64> = deals.parties.iter().map(|p| p.alone_refuses).collect();
    assert_eq!(alone, [2, 1]);
    assert_eq!(deals.best[0].options, ["x1", "y1"]);
    assert_eq!((deals.best[0].points.as_slice(), deals.best[0].least_gain), ([3.0, 3.0].as_slice(), 0.0));
    assert_eq!(deals.efficient, Some(1));
}

/// The program: import, analyse, run. The only deal both accept is the one that is agreed.
#[test]
fn from_a_table_to_a_deal() {
    let folder = tempfile::tempdir().expect("a folder");
    let (table, game) = (folder.path().join("small.csv"), folder.path().join("small.ron"));
    std::fs::write(&table, SMALL).expect("written");
    let import = || plenary(["import", "scorable", table.to_str().unwrap(), "--out", game.to_str().unwrap()]);
    assert!(printed(import()).starts_with("Wrote "));
    assert!(!import().status.success(), "never over a file that is there");
    let analysed = printed(plenary(["analyse", game.to_str().unwrap()]));
    assert!(analysed.contains("Everybody accepts 1 of them, 25\u{a0}%"), "{analysed}");
    let ran = printed(plenary(["run", game.to_str().unwrap(), "-n", "50"]));
    let ran = ran.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        ran.contains("Of 4 possible deals everybody would accept 1, and every deal agreed is such a deal"),
        "{ran}"
    );
}

/// Everything that is wrong with a table, at once, each with its place.
#[test]
fn bad_tables() {
    let read = |text: &str| import::scorable("game.csv", "game", text).expect_err("bad").problems;
    let told = |text: &str| read(text).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let heading = "party,issue,option,points,minimum\n";
    for (text, expected) in [
        ("", "the table is empty"),
        (heading, "there are no rows"),
        ("party,issue,option,points\nA,1,1,2\n", "the column `minimum` is missing"),
        ("party;issue;option;points\nA;1;1;2\n", "the column `minimum` is missing"),
        ("party,issue,option,points,points,minimum\nA,1,1,2,2,3\n", "there are two columns `points`"),
        (&format!("{heading}A,1,1,2\n"), "this row has 4 cells, the heading 5"),
        (&format!("{heading}A,1,1,1e300,0\n"), "`points` is 1e300"),
        (&format!("{heading}A,1,1,many,0\n"), "`points` is many"),
        (&format!("{heading}A,1,1,NaN,0\n"), "`points` is NaN"),
        (&format!("{heading}A,1,1,2,\n"), "`minimum` is empty"),
        (&format!("{heading},1,1,2,0\n"), "`party` is empty"),
        (&format!("{heading}A,1,1,2,0\nA,1,1,3,0\n"), "A has points for option 1 of issue 1 twice"),
        (&format!("{heading}A,1,1,2,0\nA,1,2,3,1\n"), "the minimum of A is 1 here and 0 in line 2"),
        (&format!("{heading}A,1,1,2,0\nA,1,2,3,0\nB,1,1,3,0\n"), "B has no points for option 2 of issue 1"),
        (&format!("{heading}A,1,1,2,9\n"), "A can have 2 points at most, its minimum is 9"),
        (&format!("{heading}A,1,1,0,0\n"), "A has no points for anything"),
    ] {
        assert!(told(text).contains(expected), "{text:?}: {}", told(text));
    }
    let several = read(&format!("{heading}A,1,1,few,x\n,1,2,y,0\n"));
    assert_eq!(several.len(), 4 + 1, "points, minimum, party, points; and A's options: {several:?}");
    let wrong = format!("{heading}A,1,\"1\",2,0\nA,1,2, many ,0\n");
    let shown = plenary::diagnostic::render(
        &import::scorable("game.csv", "g", &wrong).unwrap_err(),
        plenary::diagnostic::Style::Plain,
    );
    assert!(shown.contains("game.csv:3:8") && shown.contains("━━━━ a number\n"), "{shown}");
}

/// Points by party, issue and option, and a minimum each.
fn games() -> impl Strategy<Value = (Vec<usize>, Vec<(Vec<u8>, u8)>)> {
    (vec(1..4_usize, 1..4), 1..4_usize).prop_flat_map(|(sizes, parties)| {
        let points: usize = sizes.iter().sum();
        (Just(sizes), vec((vec(0..6_u8, points), 0..8_u8), parties))
    })
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// Every count against nested loops over plain integers.
    #[test]
    fn packages_by_brute_force((sizes, parties) in games()) {
        let mut table = String::from("party,issue,option,points,minimum\n");
        for (i, (points, minimum)) in parties.iter().enumerate() {
            let mut next = points.iter();
            for (d, size) in sizes.iter().enumerate() {
                for o in 0..*size {
                    table += &format!("P{i},i{d},o{o},{},{minimum}\n", next.next().unwrap());
                }
            }
        }
        let Ok(written) = import::scorable("game.csv", "game", &table) else {
            // Nobody's best is below its minimum in a table that is taken.
            return Ok(());
        };
        let model = Model::compile(&Scenario::parse("game", &written).unwrap()).unwrap();
        let room = Realisation::as_stated(&model);
        let scores = PackageScores::of(&model, &room.national, &room.present, &room.at_status_quo).unwrap();
        let found: Packages = scores.examine(&model, model.rule());
        let mut packages: Vec<Vec<usize>> = vec![vec![]];
        for size in &sizes {
            packages = packages.iter().flat_map(|p| (0..*size).map(move |o| [p.as_slice(), &[o]].concat())).collect();
        }
        let points = |i: usize, package: &[usize]| -> u32 {
            let mut at = 0;
            let mut sum = 0;
            for (d, &o) in package.iter().enumerate() {
                sum += u32::from(parties[i].0[at + o]);
                at += sizes[d];
            }
            sum
        };
        let accepts = |i: usize, package: &[usize]| points(i, package) >= u32::from(parties[i].1);
        let mut refused_by = vec![0; parties.len() + 1];
        for package in &packages {
            refused_by[(0..parties.len()).filter(|&i| !accepts(i, package)).count()] += 1;
        }
        let all: Vec<&Vec<usize>> = packages.iter().filter(|p| (0..parties.len()).all(|i| accepts(i, p))).collect();
        let total = |p: &[usize]| (0..parties.len()).map(|i| points(i, p)).sum::<u32>();
        let dominated = |p: &[usize]| packages.iter().any(|q| {
            let pairs = || (0..parties.len()).map(|i| (points(i, q), points(i, p)));
            pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b)
        });
        prop_assert_eq!(found.possible, packages.len() as u128);
        prop_assert_eq!(&found.refused_by, &refused_by);
        prop_assert_eq!(found.efficient, Some(all.iter().filter(|p| !dominated(p)).count() as u64));
        let best = all.iter().map(|p| total(p)).max();
        prop_assert_eq!(found.best_sum.as_ref().map(|p| p.sum().round() as u32), best);
        let product = |p: &&Vec<usize>| -> u64 {
            (0..parties.len()).map(|i| u64::from(points(i, p) - u32::from(parties[i].1))).product()
        };
        let gains = found.best_product.as_ref().map(|p| p.gains.iter().product::<f64>().round() as u64);
        prop_assert_eq!(gains, all.iter().map(product).max());
        let least = |p: &&Vec<usize>| (0..parties.len()).map(|i| points(i, p) - u32::from(parties[i].1)).min().unwrap();
        let worst = found.best_least.as_ref().map(|p| p.gains.iter().copied().fold(f64::INFINITY, f64::min).round() as u32);
        prop_assert_eq!(worst, all.iter().map(least).max());
        let mut sums: Vec<f64> = all.iter().map(|p| f64::from(total(p))).collect();
        sums.sort_by(|a, b| b.total_cmp(a));
        prop_assert_eq!(scores.sums_of_acceptable().unwrap(), sums);
    }
}
