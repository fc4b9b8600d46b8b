//! What a text is worth to somebody (specification §3.1–§3.3).

use plenary::preference::Loss;

/// What a text says on one clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// From the least to the most demanding reading.
    Span(f64, f64),
    /// One of the options; the index after the last is none of them.
    Option(usize),
}

/// What somebody wants on one clause.
#[derive(Clone, Debug)]
pub enum Wish {
    /// An ideal point.
    Point(f64),
    /// The loss of each option, 1 − points/(points of the best).
    Losses(Vec<f64>),
}

/// A country or a voice, as what it wants and how it bargains.
#[derive(Clone, Debug)]
pub struct Party {
    /// By clause.
    pub wishes: Vec<Wish>,
    /// By clause; 0 where the clause does not concern it.
    pub saliences: Vec<f64>,
    pub loss: Loss,
    pub theta: f64,
    pub vagueness: f64,
    pub risk: f64,
    pub materiality: f64,
    /// What having no text is worth to it beside the status quo: the greater of −c and b.
    pub alternative: f64,
    /// The minimum of points, as a share of what the best options are worth.
    pub minimum: Option<f64>,
    /// χ.
    pub isolation_cost: f64,
    pub beta: f64,
    pub k: f64,
}

impl Party {
    pub fn cares(&self, d: usize) -> bool {
        self.saliences[d] > 0.0
    }

    /// ℓ on one clause.
    pub fn loss_on(&self, d: usize, value: Value) -> f64 {
        match (&self.wishes[d], value) {
            (Wish::Losses(losses), Value::Option(o)) => losses.get(o).copied().unwrap_or(1.0),
            (Wish::Point(p), Value::Span(lo, hi)) => self.loss_of_span(lo, hi, *p),
            (wish, value) => panic!("{wish:?} on {value:?}"),
        }
    }

    /// The loss of an option; none for whoever said nothing of it.
    pub fn loss_on_option(&self, d: usize, option: usize) -> f64 {
        match &self.wishes[d] {
            Wish::Losses(losses) => losses[option],
            Wish::Point(_) => 0.0,
        }
    }

    fn loss_of_span(&self, lo: f64, hi: f64, p: f64) -> f64 {
        if lo == hi {
            return self.loss_at(lo, p);
        }
        let nearest = if p < lo { lo } else { p.min(hi) };
        self.theta * self.loss_at(nearest, p)
            + (1.0 - self.theta) * self.mean_loss(lo, hi, p)
            + self.vagueness * (hi - lo)
    }

    fn loss_at(&self, x: f64, p: f64) -> f64 {
        match self.loss {
            Loss::CityBlock => (x - p).abs(),
            Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => (x - p).powi(2),
            Loss::Asymmetric { over, under } => {
                let raw = if x > p { over * (x - p) } else { under * (p - x) };
                raw / over.max(under)
            }
        }
    }

    /// The integral over the interval, in pieces on which it is known, divided by the width.
    fn mean_loss(&self, lo: f64, hi: f64, p: f64) -> f64 {
        match self.loss {
            Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => {
                let (a, b) = (lo - p, hi - p);
                (a * a + a * b + b * b) / 3.0
            }
            Loss::CityBlock | Loss::Asymmetric { .. } => {
                let kink = p.max(lo).min(hi);
                let below = (kink - lo) * self.loss_at((lo + kink) / 2.0, p);
                let above = (hi - kink) * self.loss_at((kink + hi) / 2.0, p);
                (below + above) / (hi - lo)
            }
        }
    }

    /// u(x).
    pub fn utility(&self, text: &[Value]) -> f64 {
        let mut total = 0.0;
        for (d, value) in text.iter().enumerate() {
            if self.cares(d) {
                total += self.saliences[d] * self.loss_on(d, *value);
            }
        }
        self.utility_of_loss(total)
    }

    fn utility_of_loss(&self, total: f64) -> f64 {
        let u = match self.loss {
            Loss::CityBlock | Loss::Quadratic | Loss::Asymmetric { .. } => 1.0 - total,
            Loss::Euclidean => 1.0 - total.sqrt(),
            Loss::Gaussian(sigma) => libm::exp(-total / (2.0 * sigma * sigma)),
        };
        let u = u.max(0.0);
        if self.risk == 0.0 { u } else { (1.0 - libm::exp(-self.risk * u)) / (1.0 - libm::exp(-self.risk)) }
    }

    /// r, where u(q) is the utility of the status quo.
    pub fn reservation(&self, of_status_quo: f64) -> f64 {
        if let Some(minimum) = self.minimum {
            // More points than any deal is worth: above every utility.
            return if minimum > 1.0 { minimum } else { self.utility_of_loss(1.0 - minimum) };
        }
        of_status_quo + self.alternative
    }

    /// a(t).
    pub fn aspiration(&self, t: u32, rounds: u32, reservation: f64) -> f64 {
        let conceded = if t >= rounds {
            1.0
        } else {
            self.k + (1.0 - self.k) * libm::pow(f64::from(t) / f64::from(rounds), 1.0 / self.beta)
        };
        reservation + (1.0 - conceded) * (1.0 - reservation).max(0.0)
    }
}
