### Levers, comparisons, benchmarks and checks on a terminal.

## Tables

terminal-columns-left-out = { $n ->
    [one] One column more needs a wider screen: --wide shows it.
   *[other] { COUNT($n) } columns more need a wider screen: --wide shows them.
}
terminal-between-sentences = { " " }
terminal-from-to = { $low } to { $high }
terminal-change-with-interval = { $change } ({ $low } to { $high })
terminal-column-lever = lever
terminal-column-asks = what it asks
terminal-column-n = n
terminal-column-place = place
terminal-column-change = change
terminal-column-over-choices = over choices
terminal-column-sign-holds = sign holds
terminal-as-it-is = — as it is —

## Measures

terminal-measure = { $name ->
    [realised_depth] depth
    [guaranteed_depth] guaranteed depth
    [lcd] the share of LCD texts
    [lcd_in_substance] the share of texts at the LCD in substance
    [adopted] the share of runs with a text
   *[other] { $name }
}
terminal-measure-column = { $name ->
    [realised_depth] depth
    [guaranteed_depth] guaranteed
    [depth_by_participation] × participation
    [adopted] adopted
    [lcd] LCD
    [lcd_in_substance] in substance
   *[other] { $name }
}
terminal-measure-change = { $name ->
    [realised_depth] depth
    [lcd] LCD, points
    [adopted] adopted, points
   *[other] { $name }
}

## Levers

terminal-levers-no-switches = This scenario documents no switches: add some, or use --set with plenary run.
terminal-levers-best = { $lever } { $way ->
    [lower] lowers
   *[raise] raises
} { $measure } most, for sure: by { $change }.
terminal-levers-tied = { $lever } { $way ->
    [lower] lowers
   *[raise] raises
} { $measure } by { $change }, and nothing is known to do so more; it cannot be told from { $rivals }.
terminal-levers-none = Nothing that was tried is sure to { $way ->
    [lower] lower
   *[raise] raise
} { $measure }.
terminal-levers-counts = { $raced ->
    [yes] Of { $n ->
        [one] one change
       *[other] { COUNT($n) } changes
    } tried { COUNT($up) } surely raise { $measure }, { COUNT($down) } surely lower it, { COUNT($small) } move it by at most { $limit }, and of { COUNT($open) } nothing can be told (95 % that none of this errs).
   *[no] Of { $n ->
        [one] one change
       *[other] { COUNT($n) } changes
    } tried { COUNT($up) } raise { $measure }, { COUNT($down) } lower it, { COUNT($small) } leave it as it is, and of { COUNT($open) } nothing can be told (each at 95 % by itself: of twenty without effect one is expected to seem to have some).
}
terminal-lever-asked = { $name } (“{ $asks }”)
terminal-levers-told = { $way ->
    [lower] What surely changes { $measure }, those that lower it most first
   *[raise] What surely changes { $measure }, those that raise it most first
}
terminal-levers-compact-legend = { $raced ->
    [yes] depth: change of what holds afterwards. points: percentage points of runs. ± is half of the interval of the paired difference to the case as it is; those of a column hold together, 95 % that none of them errs. Names in brackets make the same change.
   *[no] depth: change of what holds afterwards. points: percentage points of runs. ± is half of the 95 % interval of the paired difference to the case as it is, each by itself. Names in brackets make the same change.
}
terminal-levers-small = By at most { $limit } is { $measure } changed by { $levers }.
terminal-levers-still = No lever changed in any negotiation: { $measures }.
terminal-levers-open = Whether { $measure } is raised or lowered cannot be told of { $levers }.
terminal-levers-idle = As the case is already: { $levers }.
terminal-levers-wide = All levers with all measures: --wide, or --out DIR for a table.
terminal-levers-raced = { COUNT($first) } to { COUNT($most) } negotiations of each lever, { COUNT($all) } in all, on the same draws; seed { $seed }, scenario { $hash }, version { $version }.
terminal-levers-exhaustive = { $n ->
    [one] One negotiation
   *[other] { COUNT($n) } negotiations
} of each lever, on the same draws; seed { $seed }, scenario { $hash }, version { $version }.
terminal-levers-why = { $name } ({ $why })
terminal-levers-not-applicable = Not applicable: { $levers }.
terminal-levers-no-choices = A change is no finding before its sign is held against other choices of modelling: --choices alone, or all.
terminal-levers-choices = over choices: the least and the greatest change of { $measure } under up to { COUNT($most) } choices of modelling, the case as it is among them (a lever counts where it changes the case), which is no interval. sign holds: in how many of them the change has the sign that it has as it is; unclear: of these, how many have an interval that includes 0. A finding needs 95 %, and an interval of its own that leaves out 0.{ $raced ->
    [yes] { " " }Held is what is told from 0.
   *[no] { "" }
}
terminal-sign-holds = { COUNT($holds) }/{ COUNT($choices) }{ $unclear ->
    [0] { "" }
   *[other] , { COUNT($unclear) } unclear
}{ $verdict ->
    [none] { "  " }no finding
    [unclear] { "  " }cannot be told from 0
   *[finding] { "" }
}
terminal-levers-switches = Switches of the scenario
terminal-levers-treatments = Tried on any case
terminal-levers-race-legend = { $by ->
    [lcd] Fewest LCD texts first.
    [lcd_in_substance] Fewest texts at the LCD in substance first.
   *[other] Greatest rise of { $measure } first.
} n: replicates; a lever goes on until its change of { $measure } is told from 0 or lies within { $small } of it, and until it is told from its neighbours' or its ± is at most { $small } or a tenth of it. Levels: of the case as it is, plus the change. ± is half of the interval of the paired difference to the case as it is; those of a column hold together, whenever each lever was done: 95 % that none of them errs ({ $cases ->
    [one] one case
   *[other] { COUNT($cases) } cases
}, { $looks ->
    [one] one look
   *[other] { COUNT($looks) } looks
}, Bonferroni). place: those that the lever may have in the table; where they meet, the levers are not told apart. --exhaustive gives all the same number.
terminal-levers-exhaustive-legend = { $by ->
    [lcd] Fewest LCD texts first.
    [lcd_in_substance] Fewest texts at the LCD in substance first.
   *[other] Greatest rise of { $measure } first.
} ± is half of the 95 % interval of the paired difference to the case as it is.
terminal-levers-measures-legend = depth: of what holds afterwards. guaranteed: on the least demanding reading; × participation: times the share of materiality in the room. in substance: texts that commit to no more than the LCD.
terminal-levers-undecided = Neither told from 0 nor small after { $most ->
    [one] one replicate
   *[other] { COUNT($most) } replicates
}: { $levers }.
terminal-levers-quiet-in-race = Hardly anything ({ $measure } within { $small } of 0, nothing that stands out elsewhere): { $levers }.
terminal-levers-quiet = Hardly anything (depths by less than { $calm }, rates by nothing that stands out): { $levers }.

## What levers ask

terminal-asks-isolation-free = What if it costs nothing to object alone?
terminal-asks-isolation-dear = What if it costs four times as much to object alone?
terminal-asks-failure-free = What if failure costs nobody anything?
terminal-asks-failure-dear = What if failure is dear to everybody?
terminal-asks-patience-twice = What if all are twice as patient?
terminal-asks-patience-half = What if all are in a hurry?
terminal-asks-one-objection = What if one objector can be left behind?
terminal-asks-consensus = What if one objection is enough?
terminal-asks-consensus-then-vote = What if a vote can be called once consensus has failed?
terminal-asks-two-thirds = What if the text is put to the vote?
terminal-asks-simple-majority = What if more than half are enough?
terminal-asks-reading = What if nobody trusts its own reading?
terminal-asks-heads = What if the chair weighs every complaint alike?
terminal-asks-time = What if there is twice the time?
terminal-asks-no-blocs = What if every country speaks for itself?
terminal-asks-firms-silent = What if no firm lobbies?
terminal-asks-without-move = { $about ->
    [Shift] What if the chair shifts nothing?
    [Merge] What if the chair merges nothing?
    [Clarify] What if the chair clarifies nothing?
    [Delete] What if the chair deletes nothing?
    [CarveOut] What if the chair carves out nothing?
   *[Trade] What if the chair trades nothing?
}
terminal-asks-with-move = { $about ->
    [Shift] What if the chair shifts, too?
    [Merge] What if the chair merges, too?
    [Clarify] What if the chair clarifies, too?
    [Delete] What if the chair deletes, too?
    [CarveOut] What if the chair carves out, too?
   *[Trade] What if the chair trades, too?
}
terminal-asks-no-linkage = What if each clause must carry on its own?
terminal-asks-bloc-loose = What if { $about } does not speak as one?
terminal-asks-bloc-as-one = What if { $about } wants one thing?
terminal-asks-firm-silent = What if { $about } keeps out of it?
terminal-asks-country-away = What if { $about } stays away?
terminal-asks-country-there = What if { $about } is there?

## Two cases compared

terminal-compare-case = { $case }  { $title } ({ $called }, scenario { $hash })
terminal-compare-design = { $n ->
    [one] One replicate
   *[other] { COUNT($n) } replicates
} of each on the same draws, seed { $seed }, version { $version }. Differences are B − A, replicate by replicate; ± is half of the 95 % interval.
terminal-compare-choices = over choices: the least and the greatest difference under other choices of modelling, no interval; sign holds: in how many of them, the cases as they are included; unclear: of these, how many have an interval that includes 0. A finding needs 95 %.
terminal-compare-answer = { $measure ->
    [adopted] { $way ->
        [up] Under B a text is adopted more often, for sure: by { $change } ({ $low } to { $high }).
        [down] Under B a text is adopted less often, for sure: by { $change } ({ $low } to { $high }).
       *[open] Whether a text is adopted more often under B cannot be told: { $change } ({ $low } to { $high }).
    }
   *[realised_depth] { $way ->
        [up] What holds afterwards is deeper under B, for sure: by { $change } ({ $low } to { $high }).
        [down] What holds afterwards is less deep under B, for sure: by { $change } ({ $low } to { $high }).
       *[open] Whether what holds afterwards is deeper under B cannot be told: { $change } ({ $low } to { $high }).
    }
}
terminal-compare-winners = Better off under B beyond doubt: { $better }; worse off: { $worse }{ $open ->
    [0] .
   *[other] ; of { COUNT($open) } nothing can be told.
} ({ $n ->
    [one] One party: 95 % that this does not err.
   *[other] Intervals of all { COUNT($n) } parties together: 95 % that none errs.
})
terminal-compare-unmatched = Not in both: { $names }. What is drawn for these is not paired.
terminal-compare-rates = How it ends
terminal-compare-depths = How deep (0 to 1, of what holds afterwards)
terminal-compare-means = Means
terminal-compare-options = Which options the text has (adopted or last tabled)
terminal-compare-holds = What holds, clause by clause (the text where adopted, else the status quo)
terminal-compare-gains = Who gains (utility over the status quo, by their own ideals; the greatest change first)
terminal-compare-columns = | A > | B > | B − A > | ± >
terminal-compare-option = { $clause }: { $option }
terminal-compare-measure = { $key ->
    [adopted] a text is adopted
    [lcd] an LCD text
    [lcd_in_substance] LCD in substance
    [outcome-Hollow] a hollow text
    [realised_depth] depth
    [guaranteed_depth] guaranteed depth
    [depth_by_participation] guaranteed depth × participation
   *[other] { $name }
}
