"""What could be agreed, by SciPy's HiGHS: the specification's §5.9, written again as plain linear programmes.

Rooms are drawn here, with city-block and asymmetric losses, costs of failure and outside options. Each question is one linear
programme with a variable for what every clause costs every party: no tangents, no method of plenary's. Held to it, to 1e-7 in
depth or utility: the deepest text, Kalai and Smorodinsky's, the egalitarian and the utilitarian one, by the value that each
maximises, and of the first three by the mean loss that decides between several (1e-6); Nash's by what proves it, that no text
has a larger sum of surpluses in shares of Nash's (Harsanyi 1959). Every text of plenary's is judged here again.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, eye_array, hstack, vstack

EXACT, SECOND = 1e-7, 1e-6
TIGHT = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
# Parties, clauses, what a loss weighs above and below the ideal, and whether failure costs and outside options gain something.
ROOMS = [(3, 2, (1, 1), False), (8, 5, (1, 1), False), (20, 6, (1, 1), True), (20, 6, (1, 0.4), False),
         (60, 10, (1, 1), True), (60, 10, (0.3, 1), True), (193, 10, (1, 1), True), (120, 20, (1, 1), False)]  # fmt: skip


class Room:
    """A room, and its linear programmes over (x, ℓ, t): the text, each loss on each clause, a share."""

    def __init__(self, parties, clauses, sides, costly, seed):
        random = np.random.default_rng([seed, parties, clauses])
        self.parties, self.clauses, self.sides = parties, clauses, np.array(sides, float)
        bent = random.random((parties, 1))
        self.ideals = np.round((bent + random.random((parties, clauses))) / 2, 4)
        self.stated = np.round(random.random((parties, clauses)) * (random.random((parties, clauses)) < 0.9), 4)
        self.stated[:, 0] += 0.0001
        self.ambition = np.arange(clauses) % 3 != 2
        self.quo = np.where(self.ambition, np.round(0.1 * random.random(clauses), 4), 0.5)
        self.weights = np.where(self.ambition, np.round(0.1 + random.random(clauses), 4), 0.0)
        self.costs = np.round(0.1 * random.random(parties), 4) * costly
        self.options = np.round(0.02 * random.random(parties), 4) * (random.random(parties) < 0.3) * costly
        self.shares = self.stated / self.stated.sum(axis=1, keepdims=True)
        self.depth = self.weights / self.weights.sum()
        at_quo = 1 - self.losses(self.quo)
        # An outside option, where there is one, and failure are both there to fall back on.
        self.least = np.where(self.options > 0, np.maximum(at_quo - self.costs, at_quo + self.options), at_quo - self.costs)
        self.programme()

    def losses(self, text):
        over, under = self.sides / self.sides.max()
        apart = np.asarray(text) - self.ideals
        return (self.shares * np.where(apart > 0, over * apart, -under * apart)).sum(axis=1)

    def scenario(self):
        over, under = self.sides
        loss = f"loss: Asymmetric(over: {over}, under: {under}), " if over != under else ""
        clause = lambda d: (
            f'"c{d}": Ambition(status_quo: {self.quo[d]}, weight: {self.weights[d]}),'
            if self.ambition[d]
            else f'"c{d}": Positional(status_quo: {self.quo[d]}),'
        )
        party = lambda i: (
            f'"p{i}": (cost_of_failure: {self.costs[i]}, {loss}'
            + (f"outside_option: {self.options[i]}, " if self.options[i] > 0 else "")
            + "positions: {"
            + ", ".join(f'"c{d}": ({self.ideals[i, d]}, {self.stated[i, d]})' for d in range(self.clauses))
            + "}),"
        )
        return (
            f'(format: 1, title: "{self.parties} by {self.clauses}", clauses: {{'
            + "\n".join(map(clause, range(self.clauses)))
            + "}, countries: {\n"
            + "\n".join(map(party, range(self.parties)))
            + "}, rule: Consensus)"
        )

    def programme(self):
        """Rows ℓ_id ≥ κ⁺(x_d − p_id) and ℓ_id ≥ κ⁻(p_id − x_d), as A·(x, ℓ, t) ≤ b; and Σ_d ω_id ℓ_id for each party."""
        n, d = self.parties, self.clauses
        over, under = self.sides / self.sides.max()
        pick = csr_array(np.tile(np.eye(d), (n, 1)))
        flat, nothing = self.ideals.reshape(-1), coo_array((n * d, 1))
        self.rows = vstack([hstack([over * pick, -eye_array(n * d), nothing]), hstack([-under * pick, -eye_array(n * d), nothing])])
        self.bounds = np.concatenate([over * flat, -under * flat])
        place = np.arange(n * d)
        of_party = csr_array((self.shares.reshape(-1), (place // d, place)), shape=(n, n * d))
        self.loss_of = hstack([coo_array((n, d)), of_party, coo_array((n, 1))]).tocsr()

    def maximise(self, goal, share_of=None, more=None):
        """max goal·(x, ℓ, t) over texts that give everybody its least, and t times its part of `share_of` above it."""
        n, d = self.parties, self.clauses
        ask = csr_array((n, d + n * d + 1)).tolil()
        if share_of is not None:
            ask[:, -1] = np.asarray(share_of).reshape(-1, 1)
        rows, bounds = [self.rows, self.loss_of + ask.tocsr()], [self.bounds, 1 - self.least]
        if more is not None:
            rows, bounds = [*rows, csr_array(more[0].reshape(1, -1))], [*bounds, [more[1]]]
        limits = [(0, 1)] * d + [(0, None)] * (n * d) + [(0, None) if share_of is not None else (0, 0)]
        done = linprog(-goal, A_ub=vstack(rows), b_ub=np.concatenate(bounds), bounds=limits, method="highs", options=TIGHT)
        assert done.status == 0, done.message
        return -done.fun

    def goal(self, text=None, losses=None, share=0.0):
        nothing = np.zeros(self.clauses + self.parties * self.clauses + 1)
        if text is not None:
            nothing[: self.clauses] = text
        if losses is not None:
            nothing += np.asarray(losses) @ self.loss_of
        nothing[-1] = share
        return nothing


class Held:
    """Holds plenary's solutions of a room to SciPy's."""

    def __init__(self, room, solutions):
        self.room, self.solutions, self.worst = room, solutions, {}

    def surpluses(self, name):
        """What everybody gains by plenary's text, judged here."""
        solution = self.solutions[name]
        assert isinstance(solution, dict), f"{name}: {solution}"
        gains = 1 - self.room.losses(solution["text"]) - self.room.least
        self.hold(f"{name}: surpluses as printed", np.max(np.abs(gains - solution["surpluses"])), 1e-12)
        self.hold(f"{name}: accepted by all", max(0.0, -gains.min()), EXACT)
        return gains

    def hold(self, what, apart, within):
        assert apart <= within, f"{self.room.parties} × {self.room.clauses}, {what}: {apart:.2e} apart"
        kind = what.split(": ")[-1]
        self.worst[kind] = max(self.worst.get(kind, 0.0), apart)

    def value(self, name, ours, theirs):
        self.hold(f"{name}: the value", abs(ours - theirs), EXACT)

    def least_loss(self, name, **programme):
        """Of several equally good texts, the one with the least mean loss."""
        room = self.room
        mean = np.full(room.parties, 1 / room.parties)
        ours = float(room.losses(self.solutions[name]["text"]) @ mean)
        self.hold(f"{name}: the mean loss", abs(ours + room.maximise(room.goal(losses=-mean), **programme)), SECOND)

    def check(self):
        room, everybody = self.room, np.ones(self.room.parties)
        depth = room.goal(text=room.depth)
        self.surpluses("deepest")
        deepest = room.maximise(depth)
        self.value("deepest", self.solutions["deepest"]["depth"], deepest)
        self.least_loss("deepest", more=(-depth, -deepest + 1e-9))
        most = np.array([room.maximise(room.goal(losses=-np.eye(room.parties)[i])) + 1 - room.least[i] for i in range(room.parties)])
        parts = {"egalitarian": everybody, "Kalai–Smorodinsky": np.where(most > 1e-7, most, 0.0)}
        for name, part in parts.items():
            gains, share = self.surpluses(name), room.goal(share=1.0)
            best = room.maximise(share, share_of=part)
            counts = part > 0
            self.value(name, np.min(gains[counts] / part[counts]), best)
            self.least_loss(name, share_of=part, more=(-share, -best + 1e-9))
        gains = self.surpluses("utilitarian")
        best = room.maximise(room.goal(losses=-everybody)) + np.sum(1 - room.least)
        self.value("utilitarian", gains.mean(), best / room.parties)
        gains, counts = self.surpluses("Nash"), most > 1e-7
        prices = np.where(counts, 1 / np.where(counts, gains, 1.0), 0.0)
        best = room.maximise(room.goal(losses=-prices)) + np.sum((prices * (1 - room.least))[counts])
        self.hold("Nash: the proof", best / counts.sum() - 1, SECOND)


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        for seed, (parties, clauses, sides, costly) in enumerate(ROOMS):
            room = Room(parties, clauses, sides, costly, seed)
            file = pathlib.Path(folder) / "room.ron"
            file.write_text(room.scenario())
            done = subprocess.run([program, "show:solutions", str(file)], capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            held = Held(room, json.loads(done.stdout))
            held.check()
            print(f"{parties:>4} × {clauses}: " + ", ".join(f"{what} {apart:.0e}" for what, apart in held.worst.items()), flush=True)
    print(f"solutions: {len(ROOMS)} rooms as SciPy has them")


if __name__ == "__main__":
    main()
