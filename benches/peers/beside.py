"""Theirs and ours in turn, on one core, and how many times as fast ours is.

Each side is timed in short bursts, `BURSTS` to a round. The least of all bursts is what a quiet machine gives; the medians of
rounds, taken in turn so that a machine that slows down slows both, say how much it varies.
"""

import json
import statistics
import subprocess
import time

BURSTS = 20
ROW = "{:<62} {:>16} {:>16} {:>10} {:>10}   {}"


class Ours:
    """The built `tally` (see benches/tally)."""

    def __init__(self, program):
        self.program = program

    def bursts(self, work, times):
        """Nanoseconds that each of so many times takes, a number for each burst."""

        def run():
            words = [self.program, work, str(times), str(BURSTS)]
            printed = subprocess.run(words, capture_output=True, check=True, text=True).stdout
            return [float(line) for line in printed.split()]

        return run

    def show(self, work, times=1):
        """What it computes."""
        words = [self.program, f"show:{work}", str(times)]
        return json.loads(subprocess.run(words, capture_output=True, check=True, text=True).stdout)


def bursts(work, each, count=BURSTS):
    """The same of a function that does the work `each` times."""

    def run():
        taken = []
        for _ in range(count):
            start = time.perf_counter_ns()
            work()
            taken.append((time.perf_counter_ns() - start) / each)
        return taken

    return run


def head(what):
    print("\n" + ROW.format(what, "theirs", "ours", "least", "median", "from to"), flush=True)


def compare(what, theirs, ours, rounds):
    """Times each in turn, after one round that is not counted."""
    theirs(), ours()
    pairs = [(theirs(), ours()) for _ in range(rounds)]
    least = [min(min(pair[k]) for pair in pairs) for k in (0, 1)]
    ratios = sorted(statistics.median(t) / statistics.median(o) for t, o in pairs)
    between = f"{ratios[0]:,.2f} … {ratios[-1]:,.2f}"
    times = f"{least[0] / least[1]:,.2f} x", f"{statistics.median(ratios):,.2f} x"
    print(ROW.format("  " + what, in_words(least[0]), in_words(least[1]), *times, between), flush=True)


def in_words(nanoseconds):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:,.2f} {unit}"
    return f"{nanoseconds:,.1f} ns"


def same(what, theirs, ours, within):
    """Stops where numbers that should be the same are not."""
    import numpy as np

    apart = float(np.max(np.abs(np.asarray(theirs, float) - np.asarray(ours, float)), initial=0.0))
    assert apart <= within, f"{what}: {apart:g} apart, {within:g} allowed"
    print(f"  {what}: the same within {within:g} ({apart:.1e})", flush=True)
