"""Runs what others offer in turn with ours, and prints how many times as fast ours is.

NumPy, as a researcher would write it by hand: a text judged by everybody, one text at a time, and 4,096 texts known in
advance as one matrix product. NegMAS's VetoSTMechanism: a single text, 100 random changes, eight issues.
Ours is `tally` (see benches/tally). Every round times each once, on one thread; the ratio is taken round by round, so that
a machine that slows down slows both, and its median is what counts.
"""

import argparse
import statistics
import subprocess
import time

import numpy as np
from negmas import Issue, make_issue
from negmas.preferences import LinearAdditiveUtilityFunction as Additive
from negmas.negotiators import BinaryComparatorNegotiator
from negmas.st import VetoSTMechanism

PARTIES, CLAUSES, BATCH = 193, 10, 4096
STEPS, ISSUES = 100, 8


def clocked(work, times):
    """Seconds that each of so many times takes."""
    start = time.perf_counter()
    for k in range(times):
        work(k)
    return (time.perf_counter() - start) / times


def one_at_a_time(random):
    """A text judged: everybody's weighted distance, and whether all can bear it."""
    ideals, saliences = random.random((PARTIES, CLAUSES)), random.random((PARTIES, CLAUSES))
    saliences /= saliences.sum(axis=1, keepdims=True)
    texts, bears = random.random((64, CLAUSES)), np.zeros(PARTIES)

    def judge(k):
        utilities = 1 - (saliences * np.abs(texts[k % 64] - ideals)).sum(axis=1)
        return bool((utilities >= bears).all())

    return lambda: clocked(judge, 3000)


def as_a_product(random):
    """4,096 texts at once: quadratic losses, which a matrix product can take, Σω(x−p)² = (x², x, 1)·(ω, −2ωp, Σωp²)."""
    ideals, saliences = random.random((PARTIES, CLAUSES)), random.random((PARTIES, CLAUSES))
    saliences /= saliences.sum(axis=1, keepdims=True)
    parties = np.hstack([saliences, -2 * saliences * ideals, (saliences * ideals**2).sum(axis=1, keepdims=True)]).T
    texts, bears = random.random((BATCH, CLAUSES)), np.zeros(PARTIES)

    def judge(_):
        utilities = 1 - np.hstack([texts**2, texts, np.ones((BATCH, 1))]) @ parties
        return (utilities >= bears).all(axis=1)

    return lambda: clocked(judge, 8) / BATCH


def single_text(parties):
    """NegMAS: a single text under everybody's veto; the time of its run alone, not of setting it up."""
    issues: list[Issue] = [make_issue(values=20, name=f"c{d}") for d in range(ISSUES)]

    def run():
        mechanism = VetoSTMechanism(issues=issues, n_steps=STEPS)
        for i in range(parties):
            mechanism.add(BinaryComparatorNegotiator(name=f"p{i}"), ufun=Additive.random(issues=issues))
        start = time.perf_counter()
        mechanism.run()
        assert mechanism.state.step >= STEPS - 1, mechanism.state
        return time.perf_counter() - start

    return run


def ours(tally, work, times):
    """Seconds that ours takes."""

    def run():
        return float(subprocess.run([tally, work, str(times)], capture_output=True, check=True, text=True).stdout) / 1e9

    return run


def compare(what, theirs, mine, rounds):
    """Times each in turn; prints both medians and the median of the ratios."""
    theirs(), mine()
    pairs = [(theirs(), mine()) for _ in range(rounds)]
    ratios = sorted(t / m for t, m in pairs)
    medians = [1 / statistics.median(p[k] for p in pairs) for k in (0, 1)]
    print(
        f"{what:<58} {medians[0]:>12,.1f} /s {medians[1]:>14,.1f} /s {statistics.median(ratios):>10,.1f} x"
        f"   ({ratios[0]:,.1f} … {ratios[-1]:,.1f})",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tally", help="the built benchmark program `tally`")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    tally, rounds, random = arguments.tally, arguments.rounds, np.random.default_rng(1)
    size = f"{PARTIES}:{CLAUSES}"
    print(f"{'theirs against ours':<58} {'theirs':>15} {'ours':>17} {'times as fast':>12}")
    alone, product = one_at_a_time(random), as_a_product(random)
    compare("NumPy, one text at a time / a whole new text", alone, ours(tally, f"whole:{size}", 300_000), rounds)
    compare("NumPy, one text at a time / one clause tried", alone, ours(tally, f"tried:{size}", 2_000_000), rounds)
    compare("NumPy, one text at a time / one clause changed for good", alone, ours(tally, f"changed:{size}", 1_000_000), rounds)
    compare("NumPy, 4,096 texts as one product / a whole new text", product, ours(tally, f"whole:{size}", 300_000), rounds)
    for parties, times in ((10, 20_000), (50, 8_000), (193, 4_000)):
        mine = ours(tally, f"single-text:{parties}", times)
        compare(f"NegMAS VetoST, {STEPS} steps, {parties} parties", single_text(parties), mine, rounds)


if __name__ == "__main__":
    main()
