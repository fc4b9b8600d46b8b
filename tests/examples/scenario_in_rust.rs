//! Builds scenarios in Rust and asks how the depth of the text falls with the number of parties:
//! `cargo run --release --example scenario_in_rust`.

use plenary::{Case, party::Country, scenario::Scenario, text::Ambition};

/// A room of so many countries with evenly spread ideals on one clause.
fn room(parties: u32) -> Scenario {
    let names: Vec<String> = (1..=parties).map(|i| format!("Country {i}")).collect();
    let builder = Scenario::builder("An evenly spread room").clause("cuts", Ambition::default());
    let each = names.iter().zip(1..).fold(builder, |builder, (name, i)| {
        let ideal = f64::from(i) / f64::from(parties + 1);
        builder.country(name, Country::wanting([("cuts", ideal)]))
    });
    each.build()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for parties in [2, 3, 5, 10, 25] {
        let case = Case::new(room(parties))?;
        let depth = case.run(1, 1)?.summary().depth.realised.mean;
        println!("{parties:2} parties: depth {:.3}", depth.unwrap_or(0.0));
    }
    Ok(())
}
