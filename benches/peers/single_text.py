"""The single negotiating text by numba: a hundred random changes, eight clauses, everybody a veto.

The same work as ours, and held to the same outcomes, replicate by replicate: saliences as shares, what each has without a text,
the benchmarks of the lowest common denominator, who is a laggard, two draws for each clause and one more in every round, keyed
as ours (ChaCha8; eight clauses side by side), the first whom a change hurts, losses summed again after a change, the objection
game from either end, depth round by round, everybody's gain, and what the outcome is called.

What it leaves out: it knows this room, no other. There are no blocs, firms, absences, vague words or walk-outs to ask about,
whatever cannot happen under these rules is not checked, and the outcome is a row of numbers.
"""

import hashlib

import numpy as np

from beside import bursts, compare, head, same

CLAUSES, ROUNDS = 8, 100
CHANGE, TINY, TOLERANCE, ISOLATION = 0.1, 1e-12, 1e-9, 0.08
CHECKED = 200
LABELS = ["deferral", "lowest common denominator", "substantive", "compromise"]
# Wichura (1988), algorithm AS 241.
AS241 = np.array([
    [3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
     4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3],
    [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3],
    [1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4],
    [1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9],
    [6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
    [1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15],
])  # fmt: skip


def keys(seed=1):
    """The keys of the streams: one for each clause, one for luck; a column each."""
    def key(purpose, clause):
        name = b"plenary replicate 1\0" + seed.to_bytes(8, "little") + f"{purpose}\0\0{clause}".encode()
        return np.frombuffer(hashlib.sha256(name).digest(), "<u4")

    columns = [key("Proposal", f"c{d}") for d in range(CLAUSES)] + [key("Luck", "")]
    return np.ascontiguousarray(np.stack(columns, axis=1).astype(np.uint32))


def build():
    import numba

    compiled = numba.njit
    lanes = CLAUSES + 1

    @compiled
    def chacha(keys, stream, block, words):
        """A block of sixteen words of each key's ChaCha8."""
        constants = (0x61707865, 0x3320646E, 0x79622D32, 0x6B206574)
        x = np.empty((16, lanes), np.uint32)
        for l in range(lanes):
            for k in range(4):
                x[k, l] = constants[k]
            for k in range(8):
                x[4 + k, l] = keys[k, l]
            x[12, l], x[13, l], x[14, l], x[15, l] = block, 0, stream, 0
        for _ in range(4):
            for a, b, c, d in (
                (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
            ):  # fmt: skip
                for l in range(lanes):
                    p, q, r, s = x[a, l], x[b, l], x[c, l], x[d, l]
                    p = np.uint32(p + q); s = s ^ p; s = np.uint32((s << np.uint32(16)) | (s >> np.uint32(16)))
                    r = np.uint32(r + s); q = q ^ r; q = np.uint32((q << np.uint32(12)) | (q >> np.uint32(20)))
                    p = np.uint32(p + q); s = s ^ p; s = np.uint32((s << np.uint32(8)) | (s >> np.uint32(24)))
                    r = np.uint32(r + s); q = q ^ r; q = np.uint32((q << np.uint32(7)) | (q >> np.uint32(25)))
                    x[a, l], x[b, l], x[c, l], x[d, l] = p, q, r, s
        for l in range(lanes):
            for k in range(4):
                words[k, l] = np.uint32(x[k, l] + np.uint32(constants[k]))
            for k in range(8):
                words[4 + k, l] = np.uint32(x[4 + k, l] + keys[k, l])
            words[12, l], words[13, l] = np.uint32(x[12, l] + np.uint32(block)), x[13, l]
            words[14, l], words[15, l] = np.uint32(x[14, l] + np.uint32(stream)), x[15, l]

    @compiled
    def number(words, place, l):
        bits = (np.uint64(words[2 * place + 1, l]) << np.uint64(32)) | np.uint64(words[2 * place, l])
        return (np.float64(bits >> np.uint64(12)) + 0.5) * 2.0**-52

    @compiled
    def ratio(x, place):
        above, below = 0.0, 0.0
        for k in range(7, -1, -1):
            above, below = above * x + AS241[place, k], below * x + AS241[place + 1, k]
        return above / below

    @compiled
    def normal_quantile(p):
        q = p - 0.5
        if abs(q) <= 0.425:
            return q * ratio(0.180625 - q * q, 0)
        r = np.sqrt(-np.log(p if q < 0 else 1 - p))
        tail = ratio(r - 1.6, 2) if r <= 5 else ratio(r - 5, 4)
        return -tail if q < 0 else tail

    @compiled
    def draw(keys, replicate, own, lots, changes):
        """The numbers of all rounds, from ours or from numba's own generator."""
        if own:
            for t in range(ROUNDS):
                for d in range(CLAUSES):
                    lots[t, d], changes[t, d] = np.random.random(), np.random.random()
                np.random.random()
            return
        words = np.empty((16, lanes), np.uint32)
        for t in range(0, ROUNDS, 4):
            chacha(keys, replicate, t // 4, words)
            for k in range(4):
                for d in range(CLAUSES):
                    lots[t + k, d], changes[t + k, d] = number(words, 2 * k, d), number(words, 2 * k + 1, d)

    @compiled
    def objecting(margins, everybody, says_no):
        """The objection game from either end; how many say no."""
        parties = len(margins)
        says_no[:] = everybody
        total = parties if everybody else 0
        changed = True
        while changed:
            changed = False
            for i in range(parties):
                company = (total - says_no[i]) / (parties - 1)
                no = margins[i] < -TOLERANCE and margins[i] + ISOLATION * (1 - company) < -TOLERANCE
                if no != says_no[i]:
                    total += 1 if no else -1
                    says_no[i] = no
                    changed = True
        return total

    @compiled
    def negotiate(keys, replicate, own, ideals, stated, quo, depths, gains, laggard):
        """One replicate: the text, and (adopted, label, lcd, Λ, D^L, D^T, D^R, the draft's depth)."""
        parties = ideals.shape[1]
        # The room: saliences as shares, and what each has without a text.
        shares = np.empty_like(stated)
        at_quo = np.empty(parties)
        total = np.zeros(parties)
        for d in range(CLAUSES):
            for i in range(parties):
                total[i] += stated[d, i]
        columns, losses = np.empty_like(stated), np.zeros(parties)
        for d in range(CLAUSES):
            for i in range(parties):
                shares[d, i] = stated[d, i] / total[i]
                columns[d, i] = shares[d, i] * abs(quo[d] - ideals[d, i])
                losses[i] += columns[d, i]
        for i in range(parties):
            at_quo[i] = max(1 - losses[i], 0.0)
        # Benchmarks.
        strong, weak, reference = 0.0, 0.0, 0.0
        ambition = np.zeros(parties)
        for d in range(CLAUSES):
            q, least, ceiling = quo[d], np.inf, np.inf
            for i in range(parties):
                p = ideals[d, i]
                least = min(least, p)
                ceiling = min(ceiling, min(2 * p - q, 1.0) if p > q else q)
                ambition[i] += p / CLAUSES
            strong += max(least, q) / CLAUSES
            weak += ceiling / CLAUSES
            reference += np.median(ideals[d]) / CLAUSES
        order = np.argsort(ambition)
        few = max(int(parties * 0.1), 1)
        laggard[:] = False
        laggard[order[:few]] = True
        # Rounds.
        lots, changes = np.empty((ROUNDS, CLAUSES)), np.empty((ROUNDS, CLAUSES))
        draw(keys, replicate, own, lots, changes)
        text = quo.copy()
        depths[0] = text.sum() / CLAUSES
        for t in range(ROUNDS):
            d = np.argmax(lots[t])
            to = min(max(text[d] + CHANGE * normal_quantile(changes[t, d]), 0.0), 1.0)
            if to != text[d]:
                helps, hurts = False, False
                for i in range(parties):
                    gain = columns[d, i] - shares[d, i] * abs(to - ideals[d, i])
                    if gain < -TINY:
                        hurts = True
                        break
                    helps |= gain > TINY
                if helps and not hurts:
                    text[d] = to
                    losses[:] = 0
                    for i in range(parties):
                        columns[d, i] = shares[d, i] * abs(to - ideals[d, i])
                    for e in range(CLAUSES):
                        for i in range(parties):
                            losses[i] += columns[e, i]
            depths[t + 1] = text.sum() / CLAUSES
        # The rule at the deadline, when everybody asks for what it has without a text.
        margins, says_no = np.empty(parties), np.empty(parties, np.bool_)
        for i in range(parties):
            margins[i] = max(1 - losses[i], 0.0) - at_quo[i]
        objecting(margins, True, says_no)
        adopted = objecting(margins, False, says_no) == 0
        # What it amounts to.
        depth, departure = depths[ROUNDS], np.abs(text - quo).max()
        gap = reference - strong
        index = 1 - min(max((depth - strong) / gap, 0.0), 1.0) if gap >= 0.1 else np.nan
        bound = False
        for i in range(parties):
            gains[i] = margins[i] if adopted else 0.0
            close = gains[i] <= 0.05 + TOLERANCE or abs(depth - ambition[i]) <= 0.05 + TOLERANCE
            bound |= laggard[i] and close
        lcd = adopted and departure > 0.01 and bound and index >= 0.8
        label = 0 if departure <= 0.01 else 1 if lcd else 2 if depth >= reference - 0.05 else 3
        return text, (adopted, label, lcd, index, strong, weak, reference, depths[0])

    @compiled
    def many(keys, first, times, own, ideals, stated, quo):
        depths, gains = np.empty(ROUNDS + 1), np.empty(ideals.shape[1])
        laggard = np.empty(ideals.shape[1], np.bool_)
        adopted = 0
        for r in range(first, first + times):
            _, facts = negotiate(keys, r, own, ideals, stated, quo, depths, gains, laggard)
            adopted += facts[0]
        return adopted

    @compiled
    def changes_alone(ideals, shares, quo, clauses, values, times):
        """Not the same work: the changes are given, and nothing is made of the text."""
        taken = 0
        for r in range(times):
            text = quo.copy()
            for t in range(clauses.shape[1]):
                d, to = clauses[r % 64, t], values[r % 64, t]
                hurts = False
                for i in range(ideals.shape[1]):
                    if shares[d, i] * (abs(to - ideals[d, i]) - abs(text[d] - ideals[d, i])) > 0:
                        hurts = True
                        break
                if not hurts:
                    text[d] = to
                    taken += 1
        return taken

    return negotiate, many, changes_alone


def check(negotiate, shown, room):
    """Holds numba's outcomes to ours, replicate by replicate."""
    parties = room.ideals.shape[1]
    depths, gains, laggard = np.empty(ROUNDS + 1), np.empty(parties), np.empty(parties, np.bool_)
    theirs, ours = [], []
    for r, outcome in enumerate(shown["outcomes"], start=1):
        text, facts = negotiate(room.given[0], r, False, *room.given[1:], depths, gains, laggard)
        adopted, label, lcd, index, *benchmarks, draft = facts
        assert (adopted, LABELS[label], bool(lcd)) == (outcome["adopted"], outcome["label"], outcome["lcd"]), r
        assert laggard.tolist() == outcome["laggards"], r
        assert np.isnan(index) == (outcome["index"] is None), r
        theirs.append([*text, *gains, *benchmarks, draft, depths[-1], np.nan_to_num(index)])
        ours.append([*outcome["text"], *outcome["gains"], *outcome["benchmarks"], *outcome["depths"][:2], outcome["index"] or 0])
    moved = sum(outcome["label"] != "deferral" for outcome in shown["outcomes"])
    same(f"numba, {parties} parties, {len(ours)} outcomes, {moved} of them with a new text", theirs, ours, 1e-12)


class Room:
    """A room as `tally` has it: keys of its streams, and arrays with a row for each clause."""

    def __init__(self, shown):
        as_rows = lambda table: np.ascontiguousarray(np.array(table).T)
        self.ideals, self.stated = as_rows(shown["room"]["ideals"]), as_rows(shown["room"]["saliences"])
        self.given = keys(), self.ideals, self.stated, np.array(shown["status_quo"])


def peers(many, changes_alone, room, times):
    """What is timed beside ours in one room."""
    keyed, *tables = room.given
    random = np.random.default_rng(1)
    clauses, values = random.integers(0, CLAUSES, (64, ROUNDS)), random.random((64, ROUNDS))
    alone = room.ideals, room.stated / room.stated.sum(axis=0), room.given[3], clauses, values, times
    return {
        "": bursts(lambda: many(keyed, 1, times, False, *tables), times),
        ", numbers of its own generator": bursts(lambda: many(keyed, 1, times, True, *tables), times),
        ", not the same: given changes alone": bursts(lambda: changes_alone(*alone), times),
    }


def run(ours, rounds):
    print("\nThe same outcomes?")
    negotiate, many, changes_alone = build()
    rows = []
    # In the small rooms every text moves; in the large ones every change hurts somebody.
    for parties, times in ((2, 0), (3, 0), (10, 100), (50, 80), (193, 40)):
        shown = ours.show(f"single-text:{parties}", CHECKED)
        room = Room(shown)
        check(negotiate, shown, room)
        if times:
            mine = ours.bursts(f"single-text:{parties}", times)
            theirs = peers(many, changes_alone, room, times)
            rows += [(f"numba, {parties} parties{what}", work, mine) for what, work in theirs.items()]
    head(f"A single text, {ROUNDS} changes, {CLAUSES} clauses")
    for row in rows:
        compare(*row, rounds)
