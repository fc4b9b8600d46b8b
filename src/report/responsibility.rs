//! Who holds the text down, in words.

use super::number::{count, list, point, point_to};
use crate::study::{
    responsibility::{PlayerShare, Responsibility, Verdict},
    statistics::Mean,
};

/// Who holds depth down, who pulls it up, and what that is a share of; of depth, since there may be no text.
pub fn sentences(r: &Responsibility) -> String {
    let kind = |verdict| r.players.iter().filter(move |s: &&PlayerShare| s.verdict == verdict);
    let holders: Vec<String> = kind(Verdict::HoldsDown).map(|s| by_how_much(s, 2)).collect();
    let unclear: Vec<String> = kind(Verdict::CannotTell).map(|s| by_how_much(s, 3)).collect();
    let (up, rest): (Vec<_>, Vec<_>) = kind(Verdict::DoesNot).partition(|s| pulls_up(s));
    let up: Vec<String> = up.into_iter().rev().map(|s| by_how_much(s, 2)).collect();
    let rest: Vec<&str> = rest.into_iter().map(|s| s.title.as_str()).collect();
    let threshold = point(r.threshold);
    let every = r.players.len();
    let mut out = if holders.is_empty() {
        let but = if unclear.is_empty() { "" } else { ", as far as can be told" };
        format!("Nobody holds depth down by {threshold} or more{but}.")
    } else {
        format!("Depth is held down by {}.", list(&holders, every))
    };
    for (what, who) in [
        (format!("Above or below {threshold}, cannot be told: "), unclear),
        ("Pulling it up: ".to_owned(), up),
    ] {
        if !who.is_empty() {
            out.push_str(&format!(" {what}{}.", list(&who, every)));
        }
    }
    if !rest.is_empty() {
        out.push_str(&format!(
            " Holding it down by less than {threshold}, if at all: {}.",
            list(&rest, every)
        ));
    }
    out + &basis(r)
}

/// What the shares are shares of, and where they come from.
fn basis(r: &Responsibility) -> String {
    let n = r.draft.n;
    let first = if n == 1 { "first replicate".to_owned() } else { format!("first {} replicates", count(n)) };
    format!(
        " Together that is the way from the draft ({}) to what holds afterwards ({}); with another draft the shares would differ. (Shapley values over who must be brought along, {first}.)",
        point(r.draft.mean),
        point(r.realised.mean)
    )
}

/// Whether the whole interval lies below 0.
fn pulls_up(share: &PlayerShare) -> bool {
    share.responsibility.high.is_some_and(|high| high < 0.0)
}

/// "Asteria by .35 (.34 to .36)", to this many decimals; where it pulls the text up, by how much.
fn by_how_much(share: &PlayerShare, decimals: usize) -> String {
    let Mean { mean, low, high, .. } = share.responsibility;
    let (mean, low, high) = if pulls_up(share) {
        (mean.map(|x| -x), high.map(|x| -x), low.map(|x| -x))
    } else {
        (mean, low, high)
    };
    let number = |x: Option<f64>| point_to(decimals, x);
    let interval = low.map_or_else(String::new, |_| format!(" ({} to {})", number(low), number(high)));
    format!("{} by {}{interval}", share.title, number(mean))
}
