//! Who holds the text down, in words.

use super::number::{change, count, list, point};
use crate::study::responsibility::{Responsibility, Share, Verdict};

/// Who holds the text down, who pulls it up, and what that is a share of.
pub fn sentences(r: &Responsibility) -> String {
    let kind = |verdict| r.players.iter().filter(move |s: &&Share| s.verdict == verdict);
    let holders: Vec<String> = kind(Verdict::HoldsDown).map(by_how_much).collect();
    let unclear: Vec<String> = kind(Verdict::CannotTell).map(by_how_much).collect();
    let (up, rest): (Vec<_>, Vec<_>) = kind(Verdict::DoesNot).partition(|s| pulls_up(s));
    let up: Vec<String> = up.into_iter().rev().map(by_how_much).collect();
    let rest: Vec<&str> = rest.into_iter().map(|s| s.title.as_str()).collect();
    let threshold = point(r.threshold);
    let every = r.players.len();
    let mut out = if holders.is_empty() {
        let but = if unclear.is_empty() { "" } else { ", as far as can be told" };
        format!("Nobody holds the text down by {threshold} or more{but}.")
    } else {
        format!("The text is held down by {}.", list(&holders, every))
    };
    for (what, who) in
        [(format!("About {threshold}, cannot be told: "), unclear), ("Pulling it up: ".to_owned(), up)]
    {
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
fn pulls_up(share: &Share) -> bool {
    share.responsibility.high.is_some_and(|high| high < 0.0)
}

/// "Asteria .35 (.34 to .36)"; where it pulls the text up, by how much.
fn by_how_much(share: &Share) -> String {
    let sign = if pulls_up(share) { -1.0 } else { 1.0 };
    let number = |x: f64| if sign < 0.0 { point(sign * x) } else { point(x) };
    let r = &share.responsibility;
    let ends = if sign < 0.0 { (r.high, r.low) } else { (r.low, r.high) };
    match (r.mean, ends) {
        (Some(mean), (Some(low), Some(high))) => {
            format!("{} by {} ({} to {})", share.title, number(mean), number(low), number(high))
        }
        (mean, _) => format!("{} by {}", share.title, change(mean)),
    }
}
