# `plenary responsibility`: who holds the text down.

responsibility-no-ambition = No clause is a matter of ambition, so that there is no depth to hold down.
responsibility-column = { $what ->
    [who] who
    [bloc] bloc
    [share] depth
    [interval] 95 % interval
    [told] what can be said
    [draft] the draft
    [holds] what holds afterwards
    [clause] clause
    [down] held down by
    [up] pulled up by
   *[all] all
}
responsibility-told = { $part ->
    [down] holds it down by { $threshold } or more
    [up] pulls it up
    [little] holds it down by less than { $threshold }
    [open] by { $threshold } or not, cannot be told
   *[hardly] less than { $threshold }, if at all
}
responsibility-interval = { $low } to { $high }
responsibility-rest = { COUNT($n) } others, each less than { $threshold } (--wide names them)
responsibility-legend = From the draft to what holds afterwards: what each adds to depth by having to be brought along. { $kind ->
    [parties] The shares of a bloc’s members add up to what the bloc answers for (Owen values); all add up to the whole way.
    [clauses] Clauses are counted by what they add to depth, so that they add up; named are at most two on each side whose interval leaves out 0.
   *[blocs] The shares add up to the whole way (Shapley values).
} Another draft would give other shares.
responsibility-intervals = { $exact ->
    [yes] Nothing is drawn and every set of players was asked: the shares are exact for this model.
   *[no] { $kind ->
        [clauses] The intervals hold together for all players and clauses, at 95 %.
       *[blocs] The intervals hold together for all rows, at 95 %.
    } They cover sampling, not choices of modelling.
}
responsibility-design = { $n ->
    [one] One negotiation was drawn
   *[other] { COUNT($n) } negotiations were drawn
}, each held with all and with some of the players silent; seed { $seed }, scenario { $hash }, plenary { $version }.
