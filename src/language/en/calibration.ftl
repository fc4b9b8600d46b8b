### What really happened beside the runs, and what it says of the numbers that nobody knows.

calibration-section-observed = What really happened
calibration-observed-heading = Beside what really happened: { $title }
calibration-observed-ending = { $adopted ->
    [yes] A text was adopted; { $share } of runs adopt one.
   *[no] No text was adopted; { $share } of runs adopt one.
}
calibration-observed-inside = { $spread ->
    [yes] { COUNT($k) } of { $n ->
        [one] 1 clause lies
       *[other] { COUNT($n) } clauses lie
    } inside the middle eight tenths of simulated texts{ $reach ->
        [0] { "" }
       *[other] , { COUNT($reach) } more by a value that its coder would defend
    }.
   *[no] { COUNT($k) } of { $n ->
        [one] 1 clause stands
       *[other] { COUNT($n) } clauses stand
    } where the simulated text has it{ $reach ->
        [0] { "" }
       *[other] , { COUNT($reach) } more by a value that its coder would defend
    }.
}
calibration-observed-distance = Mean distance over { $n ->
    [one] 1 clause
   *[other] { COUNT($n) } clauses
}: the model's median text { $model }{ $range ->
    [none] { "" }
   *[other] { " (sampling " }{ $range })
}, { $rivals }.
calibration-observed-rival = { $who ->
    [compromise] the compromise (the mean wish)
    [lcd] the LCD
   *[status-quo] the status quo
} { $distance } ({ $verdict ->
    [nearer] nearer
    [farther] farther
    [tied] a tie
   *[few] too few runs to tell
}{ $verdict ->
    [nearer] { $every ->
        [yes] { "" }
       *[no] , though not for every value of its coding
    }
    [farther] { $every ->
        [yes] { "" }
       *[no] , though not for every value of its coding
    }
   *[other] { "" }
})
calibration-observed-votes = In fact { $observed } of the votes cast were Yes; { $kind ->
    [none] no run takes a vote.
    [same] in runs { $low }.
   *[range] eight in ten of the { COUNT($n) } votes of runs have { $low } to { $high }: { $place ->
        [inside] inside.
       *[outside] outside.
    }
}
calibration-observed-later = { $n ->
    [one] 1 position rests
   *[other] { COUNT($n) } positions rest
} only on later statements and may be an effect of the text: plenary adopted compares without them, too.
calibration-observed-unused = No run uses what was observed.

calibration-heading = { $numbers ->
    [one] 1 free number
   *[other] { COUNT($numbers) } free numbers
} inferred from { $statistics ->
    [one] 1 value observed
   *[other] { COUNT($statistics) } values observed
}: { COUNT($particles) } particles (seed { $seed }, scenario { $hash }, version { $version }).
calibration-told = Given what was observed, { $numbers }.
calibration-little = What was observed says little of { $numbers }.
calibration-idle = What was observed says nothing of { $numbers } that the prior did not.
calibration-moved = { $number } lies in { $after } at 95 % (before: { $before })
calibration-moved-value = { $number } is { $value } with probability { $after } (before: { $before })
calibration-no-reach = No negotiation comes near what was observed: { $share } of those with these numbers are as far from the rest. The model as it is set up does not do what happened, and the numbers are no estimates.
calibration-reach = With these numbers 95 % of negotiations reach { COUNT($k) } of { $n ->
    [one] 1 value observed
   *[other] { COUNT($n) } values observed
}{ $reach ->
    [0] { "" }
   *[other] , { COUNT($reach) } more by a value that its coder would defend
}{ $missed ->
    [none] { "" }
   *[other] ; out of reach: { $missed }
}.
calibration-thin = The posterior rests on { $size } effective particles only: its intervals are rough. More particles (-n) help, or a larger tolerance.
calibration-flat = What no draw from the prior differs in does not count: { $statistics }.
calibration-later = { $n ->
    [one] 1 position rests
   *[other] { COUNT($n) } positions rest
} only on later statements and may be an effect of what was observed: --without-later leaves them out.
calibration-prior-only = No generation came nearer than the prior's: before and after are the same.
calibration-section-numbers = What is known of each number, before and after (95 % credible intervals)
calibration-section-predictive = What was observed beside negotiations with numbers from the posterior
calibration-section-generations = Generations
calibration-column-number = number
calibration-column-prior = prior
calibration-column-before = before
calibration-column-after = after
calibration-column-median = median
calibration-column-says = what was observed
calibration-column-statistic = value
calibration-column-observed = observed
calibration-column-predicted-before = 95 % before
calibration-column-predicted = 95 % after
calibration-column-tail = tail
calibration-column-generation = generation
calibration-column-tolerance = tolerance
calibration-column-draws = draws
calibration-column-acceptance = near enough
calibration-column-effective = effective
calibration-verdict = { $told ->
    [yes] moves it ({ $moved } > { $critical })
    [little] hardly moves it ({ $moved } > { $critical })
   *[no] says nothing ({ $moved } ≤ { $critical })
}
calibration-place = { $place ->
    [inside] inside
    [reach] in reach
   *[outside] outside
}
calibration-statistic-adopted = a text is adopted
calibration-statistic-yes = Yes of votes cast
calibration-stopped = { $why ->
    [tolerance] It ended at the stated tolerance.
    [generations] It ended after the stated number of generations.
    [acceptance] It ended because too few draws came nearer.
    [nearer] It ended because no draw came nearer.
   *[interrupted] It was interrupted.
}
calibration-legend = An approximate posterior: endings within the last tolerance of what was observed count as equal to it. Tolerance: Euclidean, each value in units of its scale (in the folder's table predictive). What was observed moves a number if the greatest difference of the distributions before and after exceeds Kolmogorov's 5 % bound for the effective particles, for all numbers together; hardly, if that difference is below .25. tail: how often a negotiation is at least as far out, on either side. The model is held to be right: what it leaves out is in the numbers.

calibration-shared-drawn = errors in common (below)
calibration-section-shared = How wishes hang together (correlations before they are cut to the scale)
calibration-shared-error = { $name }: an error of sd { $sd }, { $per ->
    [once] one draw for all
    [party] each party its own draw
   *[clause] each clause its own draw
}; it moves { $of ->
    [all] everybody
   *[other] { $of }
} on { $clauses ->
    [all] every clause
   *[other] { $clauses }
}.
calibration-shared-loading = { $clause } (× { $loading })
calibration-column-pair-kind = two wishes
calibration-column-pairs = pairs
calibration-column-correlated = correlated
calibration-column-between = between
calibration-between = { $low } and { $high }
calibration-pair-kind = { $kind ->
    [party] of one party
    [clause] of two parties on one clause
   *[across] of two parties on two clauses
}
calibration-column-strongest = strongest
calibration-column-correlation = correlation
calibration-ideal = { $party } on { $clause }
