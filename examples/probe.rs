//! probe
use plenary::{model::Model,scenario::Scenario,negotiation::*,text::Text};
struct P;
impl Observer for P {
    fn attempt(&mut self, v:&View<'_>, b:&Ballot, c: bool) {
        if v.round%5==0 || c || v.round<4 { 
            let i=0; println!("t{} margin US {:.3} u {:.3} r {:.3} objectors {} D {:.3}", v.round, b.margins[i], b.utilities()[i], v.room.reservations[i], b.says_no.iter().filter(|x|**x).count(), v.model.depth.nominal(v.text)); }
    }
    fn left(&mut self, v:&View<'_>, i: usize){ println!("t{} {} LEFT", v.round, v.model.countries[i].name); }
}
fn main(){
    let a: Vec<String>=std::env::args().collect();
    let s=Scenario::load(&a[1]).unwrap();
    let s=s.with_switches(a[2..].iter().map(|x|x.as_str())).unwrap();
    let m=Model::compile(&s).unwrap();
    let mut n=Negotiator::new(&m,1);
    for r in 0..3 { let o=n.negotiate(r,&mut P); println!("{:?} {:?} D {:.3}", o.label,o.conclusion,o.depth); }
    let _:Option<Text>=None;
}
