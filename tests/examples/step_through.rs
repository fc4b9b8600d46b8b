//! Steps through one negotiation, round by round: `cargo run --release --example step_through`.

use plenary::{Case, negotiation::Negotiator};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let case = Case::load("scenarios/starter.ron")?;
    let mut negotiator = Negotiator::new(case.model(), 1);
    let session = negotiator.open(0, &mut ());
    while !session.has_ended() {
        session.step(&mut ());
        let view = session.view();
        println!("round {:2}: {:?}", view.round, view.text);
    }
    println!("{:?} in round {}", session.outcome().map(|o| o.label), session.view().round);
    Ok(())
}
