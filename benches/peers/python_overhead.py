"""NegMAS's VetoSTMechanism: a single text, a hundred random changes, eight issues, everybody a veto.

What this measures is what Python costs: NegMAS asks every party about every offer through objects, so that anybody can write
a party of their own. It is no yardstick for a compiled loop; `single_text` has one.
"""

import time

from negmas import Issue, make_issue
from negmas.negotiators import BinaryComparatorNegotiator
from negmas.preferences import LinearAdditiveUtilityFunction as Additive
from negmas.st import VetoSTMechanism

from beside import compare, head

STEPS, ISSUES = 100, 8


def single_text(parties):
    """The time of its run alone, not of setting it up."""
    issues: list[Issue] = [make_issue(values=20, name=f"c{d}") for d in range(ISSUES)]

    def run():
        mechanism = VetoSTMechanism(issues=issues, n_steps=STEPS)
        for i in range(parties):
            mechanism.add(BinaryComparatorNegotiator(name=f"p{i}"), ufun=Additive.random(issues=issues))
        start = time.perf_counter_ns()
        mechanism.run()
        assert mechanism.state.step >= STEPS - 1, mechanism.state
        return [time.perf_counter_ns() - start]

    return run


def run(ours, rounds):
    head("A single text, everybody asked by a Python object: Python's overhead")
    for parties, times in ((10, 500), (50, 300), (193, 100)):
        compare(f"NegMAS VetoST, {parties} parties", single_text(parties), ours.bursts(f"single-text:{parties}", times), rounds)
