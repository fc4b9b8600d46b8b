//! bin
use plenary::{model::Model, scenario::Scenario, study::*};
use std::ops::ControlFlow;
fn main() -> miette::Result<()> {
    let a: Vec<String> = std::env::args().collect();
    let s = Scenario::load(&a[1])?;
    let n: u64 = a[2].parse().unwrap();
    if a.len() > 3 {
        let t = std::time::Instant::now();
        for l in levers::pull(&s, 1, n).unwrap() {
            let d = |m: &statistics::Mean| {
                format!("{:+.3}±{:.3}", m.mean.unwrap(), m.high.unwrap() - m.mean.unwrap())
            };
            println!(
                "{:24} adopted {:.3} lcd {:.3} subst {:.3} hollow {:.3} D {:.3} G {:.3} GxP {:.3} | dD {} dG {} dsub {}",
                l.name,
                l.adopted.rate.unwrap(),
                l.lcd.rate.unwrap(),
                l.lcd_in_substance.rate.unwrap(),
                l.hollow.rate.unwrap(),
                l.depth.mean.unwrap(),
                l.guaranteed.mean.unwrap(),
                l.by_participation.mean.unwrap(),
                d(&l.depth_change),
                d(&l.guaranteed_change),
                d(&l.lcd_in_substance_change)
            );
        }
        eprintln!("{:?}", t.elapsed());
        return Ok(());
    }
    let s = s.with_switches([]).unwrap();
    let m = Model::compile(&s).unwrap();
    let mut acc = Accumulator::new(&m);
    let t = std::time::Instant::now();
    let _ = Ensemble::new(&m, 1).with_counterfactual().run(0..n, |o| {
        acc.add(&o);
        ControlFlow::<()>::Continue(())
    });
    eprintln!("{:?}", t.elapsed());
    println!(
        "{}",
        serde_json::to_string_pretty(&acc.summarise(&s, &m, 1)).unwrap()
    );
    Ok(())
}
