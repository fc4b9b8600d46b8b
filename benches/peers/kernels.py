"""A text judged by everybody, one clause of it tried, and a trial of the chair's: NumPy, numba, JAX.

The room, the texts and the changes are those of `tally`, and so is what everybody loses, to 1e-12 (f32: 1e-5). Asked is
whether everybody can bear the text: nobody loses more than 1. In these rooms all can, so that everybody is looked at.

The chair's trial is the weighted shortfall Σ w max(0, .8 − u) with one clause changed, where it is kept what that change adds
to each loss: what the search does most (specification §5.2).

Theirs are given thousands of texts in one call, and are not asked for losses or utilities. Ours is called text by text, writes
both, and adds up in the order of the clauses without fusing, as they need not.
"""

import numpy as np

from beside import bursts, compare, head, same

PARTIES, CLAUSES, BATCH = 193, 10, 4096
KEPT, NEED_LESS = 64, 1 - 0.8
SIZE = f"{PARTIES}:{CLAUSES}"


class Room:
    """Ideals, saliences, texts and changes as arrays, a row for each clause, `BATCH` texts and changes."""

    def __init__(self, shown, kind=np.float64):
        as_rows = lambda table: np.ascontiguousarray(np.array(table, kind).T)
        self.ideals, self.saliences = as_rows(shown["room"]["ideals"]), as_rows(shown["room"]["saliences"])
        texts = np.array(shown["texts"], kind)
        self.texts = np.tile(texts, (BATCH // len(texts), 1))
        repeats = BATCH // len(shown["changes"])
        self.clauses = np.tile(np.array([c for c, _ in shown["changes"]]), repeats)
        self.values = np.tile(np.array([v for _, v in shown["changes"]], kind), repeats)
        self.costs = self.saliences * np.abs(texts[0][:, None] - self.ideals)
        self.losses = self.costs.sum(axis=0)
        changes = zip(self.clauses[:KEPT], self.values)
        self.added = np.stack([self.saliences[d] * np.abs(x - self.ideals[d]) - self.costs[d] for d, x in changes])
        self.lacks, self.weights = self.losses - kind(NEED_LESS), np.full(PARTIES, 1 / PARTIES, kind)


def with_numpy(room):
    """As one would write it by hand; one text at a time, and one clause at a time."""
    ideals, saliences = np.ascontiguousarray(room.ideals.T), np.ascontiguousarray(room.saliences.T)
    judge = lambda text: (saliences * np.abs(text - ideals)).sum(axis=1)

    def attempt(clause, value):
        return room.losses - room.costs[clause] + room.saliences[clause] * np.abs(value - room.ideals[clause])

    whole = lambda: [bool((judge(text) <= 1).all()) for text in room.texts[:64]]
    tried = lambda: [bool((attempt(c, v) <= 1).all()) for c, v in zip(room.clauses[:64], room.values[:64])]
    trial = lambda: [room.weights @ np.maximum(room.lacks + added, 0) for added in room.added]
    return judge, attempt, np.array(trial()), bursts(whole, 64), bursts(tried, 64), bursts(trial, KEPT)


def as_a_product(room):
    """4,096 texts at once: quadratic losses, which a matrix product can take, Σω(x−p)² = (x², x, 1)·(ω, −2ωp, Σωp²)."""
    ideals, saliences = room.ideals.T, room.saliences.T
    parties = np.hstack([saliences, -2 * saliences * ideals, (saliences * ideals**2).sum(axis=1, keepdims=True)]).T

    def judge():
        losses = np.hstack([room.texts**2, room.texts, np.ones((BATCH, 1))]) @ parties
        return (losses <= 1).all(axis=1)

    return bursts(judge, BATCH)


def with_numba(room):
    """Ten lines of loops, and what tuning makes of them: all clauses in one expression, and counting instead of a maximum,
    which its compiler does not turn into vectors."""
    import numba

    compiled = numba.njit(fastmath=True)

    @compiled
    def whole(texts, ideals, saliences, losses, ok):
        for t in range(texts.shape[0]):
            losses[:] = 0
            for d in range(ideals.shape[0]):
                for i in range(ideals.shape[1]):
                    losses[i] += saliences[d, i] * abs(texts[t, d] - ideals[d, i])
            most = losses[0]
            for i in range(ideals.shape[1]):
                most = max(most, losses[i])
            ok[t] = most <= 1

    terms = " + ".join(f"w[{d}, i] * abs(x{d} - p[{d}, i])" for d in range(CLAUSES))
    names = ", ".join(f"x{d}" for d in range(CLAUSES))
    scope = {}
    exec(
        f"""
def tuned(texts, p, w, losses, ok):
    for t in range(texts.shape[0]):
        {names} = {", ".join(f"texts[t, {d}]" for d in range(CLAUSES))}
        for i in range(p.shape[1]):
            losses[i] = {terms}
        more = 0
        for i in range(p.shape[1]):
            more += losses[i] > 1
        ok[t] = more == 0
""",
        scope,
    )
    whole_tuned = compiled(scope["tuned"])

    @compiled
    def tried(clauses, values, losses, costs, ideals, saliences, ok):
        for t in range(clauses.shape[0]):
            d, x = clauses[t], values[t]
            most = losses[0] - losses[0]
            for i in range(ideals.shape[1]):
                most = max(most, losses[i] - costs[d, i] + saliences[d, i] * abs(x - ideals[d, i]))
            ok[t] = most <= 1

    @compiled
    def tried_tuned(clauses, values, losses, costs, ideals, saliences, ok):
        for t in range(clauses.shape[0]):
            d, x = clauses[t], values[t]
            more = 0
            for i in range(ideals.shape[1]):
                more += losses[i] - costs[d, i] + saliences[d, i] * abs(x - ideals[d, i]) > 1
            ok[t] = more == 0

    @compiled
    def trial(lacks, weights, added, shortfalls):
        for k in range(added.shape[0]):
            total = lacks[0] - lacks[0]
            for i in range(lacks.shape[0]):
                total += weights[i] * max(lacks[i] + added[k, i], 0)
            shortfalls[k] = total

    @compiled
    def trials(times, lacks, weights, added, shortfalls):
        for _ in range(times):
            trial(lacks, weights, added, shortfalls)

    @compiled
    def attempt(clause, value, losses, costs, ideals, saliences):
        return losses - costs[clause] + saliences[clause] * np.abs(value - ideals[clause])

    ok, losses = np.zeros(BATCH, np.bool_), np.zeros(PARTIES, room.texts.dtype)
    change = (room.losses, room.costs, room.ideals, room.saliences)

    def judge(text, kernel):
        kernel(text[None, :], room.ideals, room.saliences, losses, ok)
        return losses.copy()

    def works(kernel, *given):
        def work():
            kernel(*given, ok)
            assert ok.all()

        return bursts(work, BATCH)

    shortfalls = np.zeros(KEPT, room.texts.dtype)
    kept = (room.lacks, room.weights, room.added, shortfalls)
    trial(*kept)
    judged = (room.texts, room.ideals, room.saliences, losses)
    return {
        "judge": [lambda text: judge(text, whole), lambda text: judge(text, whole_tuned)],
        "attempt": lambda clause, value: attempt(clause, value, *change),
        "shortfalls": shortfalls.copy(),
        "whole": works(whole, *judged),
        "whole, tuned": works(whole_tuned, *judged),
        "tried": works(tried, room.clauses, room.values, *change),
        "tried, tuned": works(tried_tuned, room.clauses, room.values, *change),
        "trial": bursts(lambda: trials(BATCH // KEPT, *kept), BATCH),
    }


def with_jax(room):
    """One text as a function, compiled for all of them: `vmap` and `lax.map`."""
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)
    ideals, saliences, costs, losses, texts, clauses, values = map(
        jnp.asarray,
        (room.ideals, room.saliences, room.costs, room.losses, room.texts, room.clauses, room.values),
    )
    judge = lambda text: (saliences * jnp.abs(text[:, None] - ideals)).sum(axis=0)
    attempt = lambda d, x: losses - costs[d] + saliences[d] * jnp.abs(x - ideals[d])
    all_bear = lambda text: jnp.all(judge(text) <= 1)
    all_bear_change = lambda change: jnp.all(attempt(*change) <= 1)

    added, lacks, weights = map(jnp.asarray, (room.added, room.lacks, room.weights))
    shortfall = lambda change: (weights * jnp.maximum(lacks + change, 0)).sum()
    more = jnp.tile(added, (BATCH // KEPT, 1))

    def works(function, *given):
        compiled = jax.jit(function)
        compiled(*given).block_until_ready()
        return bursts(lambda: compiled(*given).block_until_ready(), BATCH)

    return {
        "judge": [jax.jit(judge)],
        "attempt": jax.jit(attempt),
        "shortfalls": jax.vmap(shortfall)(added),
        "whole, vmap": works(jax.vmap(all_bear), texts),
        "whole, lax.map": works(lambda all_texts: jax.lax.map(all_bear, all_texts), texts),
        "tried, vmap": works(jax.vmap(lambda d, x: all_bear_change((d, x))), clauses, values),
        "tried, lax.map": works(lambda d, x: jax.lax.map(all_bear_change, (d, x)), clauses, values),
        "trial, vmap": works(jax.vmap(shortfall), more),
        "trial, lax.map": works(lambda changes: jax.lax.map(shortfall, changes), more),
    }


def check(name, shown, room, judges, attempt, shortfalls, within):
    """Holds theirs to what `tally` computes."""
    for judge in judges:
        losses = [np.asarray(judge(text)) for text in room.texts[: len(shown["losses"])]]
        same(f"{name}, losses by whole texts", losses, shown["losses"], within)
    changes = zip(room.clauses, room.values)
    after = [np.asarray(attempt(*change)) for change, _ in zip(changes, shown["losses_after"])]
    same(f"{name}, losses with one clause changed", after, shown["losses_after"], within)
    same(f"{name}, weighted shortfalls", shortfalls, shown["shortfalls"], within)


def run(ours, rounds, installed):
    shown = ours.show(f"judged:{SIZE}")
    double, single = Room(shown), Room(shown, np.float32)
    judge, attempt, shortfalls, *by_numpy = with_numpy(double)
    works = {
        "whole": ("A whole new text", ours.bursts(f"whole:{SIZE}", 5_000)),
        "tried": ("One clause tried", ours.bursts(f"tried:{SIZE}", 20_000)),
        "trial": ("A trial of the chair's, what it adds to losses being kept", ours.bursts(f"trial:{SIZE}", 32_000)),
    }
    print("The same numbers?")
    check("NumPy", shown, double, [judge], attempt, shortfalls, 1e-12)
    theirs = [(work, "NumPy, one at a time", bursts) for work, bursts in zip(works, by_numpy)]
    theirs.append(("whole", "NumPy, 4,096 texts as one product (quadratic losses)", as_a_product(double)))
    makers = {"numba": with_numba, "JAX": with_jax}
    for name in (name for name in makers if name in installed):
        for kind, room, within in (("f64", double, 1e-12), ("f32", single, 1e-5)):
            peer = makers[name](room)
            check(f"{name} {kind}", shown, room, *(peer.pop(k) for k in ("judge", "attempt", "shortfalls")), within)
            theirs += [(what[:5], f"{name} {kind}{what[5:]}", bursts) for what, bursts in peer.items()]
    for work, (title, our_bursts) in works.items():
        head(f"{title}, {PARTIES} × {CLAUSES}")
        for _, name, their_bursts in (row for row in theirs if row[0] == work):
            compare(name, their_bursts, our_bursts, rounds)
