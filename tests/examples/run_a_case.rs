//! Runs a scenario file and prints how often a lowest-common-denominator text comes out:
//! `cargo run --release --example run_a_case`.

use plenary::Case;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let case = Case::load("scenarios/starter.ron")?;
    let answer = case.run(200, 1)?;
    let lcd = answer.summary().lcd;
    println!(
        "{}: {} of {} texts ({:.3} to {:.3})",
        case.scenario().title,
        lcd.count,
        lcd.of,
        lcd.low,
        lcd.high
    );
    Ok(())
}
