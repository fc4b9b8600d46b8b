"""The chair's revisions by shifts alone, as a krABMaga model (benches/peers/krabmaga): the same rules on the same rooms, held
to the same round, text and benchmarks. The flagship has 38 countries and ten clauses; here they all speak for themselves.

Both negotiate to the end, nothing drawn. Ours makes more of the outcome than theirs: everybody's gain, stances, what it is
called. Both play the objection game; ours from either end.
"""

import json
import pathlib
import subprocess
import tempfile

from beside import BURSTS, compare, head, same


def run(ours, rounds, program):
    print("\nThe same text?")
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        # Bursts of about as long on either side: a busy machine interrupts long ones more often.
        for parties, clauses, their_times, our_times in ((10, 10, 8, 20), (38, 10, 2, 10), (193, 10, 1, 7)):
            shown = ours.show(f"shifts:{parties}:{clauses}")
            room = pathlib.Path(folder) / f"{parties}.json"
            room.write_text(json.dumps(shown))

            def spoken(*numbers, room=room):
                words = [program, str(room), *map(str, numbers)]
                return subprocess.run(words, capture_output=True, check=True, text=True).stdout

            theirs, outcome = json.loads(spoken()), shown["outcomes"][0]
            assert (theirs["adopted"], theirs["round"]) == (outcome["adopted"], outcome["round"]), (theirs, outcome)
            as_numbers = lambda o: [*o["text"], *o["depths"][:2], o["benchmarks"][0], o["benchmarks"][-1]]
            what = f"krABMaga, {parties} × {clauses}, adopted in round {outcome['round']}"
            same(what, as_numbers(theirs), as_numbers(outcome), 1e-12)
            bursts = lambda spoken=spoken, times=their_times: [float(line) for line in spoken(times, BURSTS).split()]
            rows.append((f"krABMaga, {parties} × {clauses}", bursts, ours.bursts(f"shifts:{parties}:{clauses}", our_times)))
        head("A negotiation: the chair's revisions by shifts")
        for row in rows:
            compare(*row, rounds)
