### What would lift it: doses of levers, and the cheapest ways to a target.

## Levers

lift-dial = { $kind ->
    [failure] cost of failure
    [isolation] cost of standing alone
    [patience] β (pace of concession)
    [outside] outside option
    [reach] reach of the club
    [reading] θ (own reading of vague words)
    [cohesion] cohesion
    [effort] lobbying effort
   *[ambiguity] widest ambiguity
}{ $whose ->
    [all] , all
    [one] , { $who }
   *[chair] { "" }
} { $way ->
    [up] ↑
   *[down] ↓
}
lift-dosed = { $lever } to { $value }
lift-times = × { $factor }
lift-interval = { $kind ->
    [exact] { $at }
    [both] { $at } ({ $low } to { $high })
    [below] { $at } (none to { $high })
    [above] { $at } ({ $low } to beyond)
   *[neither] { $at } (none to beyond)
}

## The target

lift-target = { $measure } { $sign } { $bound }
lift-share = the share of runs with { $measure }
lift-undefined = undefined

## The answer

lift-nothing-known = It was ended before anything was known.
lift-no-lever-done = As the case is, { $measure } is { $now }; it was ended before any lever was done.
lift-base-undefined = In none of the { $n ->
    [one] run
   *[other] { COUNT($n) } runs
} is { $measure } defined as the case is, so there is nothing to bring to a target.
lift-reached-already = The target is reached as the case is: { $measure } is { $now }, and { $target } asks no more. No lever is needed.
lift-dose-alone = As the case is, { $measure } is { $now }{ $near ->
    [yes] , which may or may not reach the target
   *[no] { "" }
}. The cheapest single lever to { $target } is { $lever }, from { $from } to { $dose }{ $tied ->
    [yes] , which cannot be told from { $rivals }
   *[no] { "" }
}; { $sure ->
    [one] of { COUNT($n) } levers it is the only one that is sure to reach it alone
   *[other] { COUNT($sure) } of { COUNT($n) } levers are sure to reach it alone
}.
lift-switch-alone = As the case is, { $measure } is { $now }{ $near ->
    [yes] , which may or may not reach the target
   *[no] { "" }
}. The cheapest single lever to { $target } is { $lever }{ $tied ->
    [yes] , which costs no less than { $rivals }
   *[no] { "" }
}; { $sure ->
    [one] of { COUNT($n) } levers it is the only one that is sure to reach it alone
   *[other] { COUNT($sure) } of { COUNT($n) } levers are sure to reach it alone
}.
lift-none-alone = As the case is, { $measure } is { $now }{ $near ->
    [yes] , which may or may not reach the target
   *[no] { "" }
}. Of { COUNT($n) } levers none is sure to bring it to { $target } alone, however far it is turned within its range{ $open ->
    [0] { "" }
    [one] ; of one it cannot be told
   *[other] ; of { COUNT($open) } it cannot be told
}.
lift-together = The cheapest combination that is sure to reach it is { $levers }: cost { $cost }, { $reach }{ $against ->
    [none] ; none of the levers combined does it alone
    [dearer] . It costs more than the cheapest single lever at quarters of its range, { $single }
    [same] . It costs as much as the cheapest single lever at quarters of its range
   *[cheaper] , against { $single } for the cheapest single lever at quarters of its range
}.
lift-none-together = { $any ->
    [yes] Combining two or three of the { COUNT($n) } levers that move it most for their cost gains nothing for sure: each combination that reaches the target contains a lever or a pair that does so already
   *[no] No combination of two or three of the { COUNT($n) } levers that move it most for their cost is sure to reach it at quarters of their ranges
}{ $open ->
    [0] { "" }
    [one] ; of one it cannot be told
   *[other] ; of { COUNT($open) } it cannot be told
}.
lift-no-contenders = { $n ->
    [0] No lever is known to bring it nearer
   *[other] Only one lever is known to bring it nearer
}, so nothing was combined.

## Tables

lift-column-lever = lever
lift-column-from = now
lift-column-dose = needed (95 %)
lift-column-cost = cost
lift-column-level = reached there
lift-column-note = note
lift-column-place = place
lift-column-way = way
lift-column-beyond = beyond the sum
lift-off = off
lift-on = on
lift-heading-doses = By one lever alone: the smallest dose with { $target }
lift-heading-ways = The cheapest ways, by one lever or several
lift-note-open = cannot be told
lift-note-misses = misses
lift-note-idle = changes nothing
lift-note-undefined = undefined
lift-note-jumps = jumps
lift-note-lost = lost again at { $value }
lift-note-defined = defined in { $share }
lift-note-between = { ", " }
lift-way-open = { $way } (cannot be told)
lift-ways-more = Of { $n ->
    [one] one way more, which misses it
   *[other] { COUNT($n) } ways more, which miss it
} by the estimate, it cannot be told; --wide shows them.
lift-beyond = { $change } ± { $half }{ $sign ->
    [told] { "" }
   *[open] { " " }(?)
}

## How to read them

lift-legend-doses = ↑: everybody below comes up to this value; ↓: everybody above comes down to it. needed: the smallest dose that reaches the target, found in two-hundredths of the range{ $exact ->
    [yes] ; nothing is drawn, so it is exact to that
   *[no] , with the doses that may be it (each interval holds by itself, at 95 %; none: perhaps no dose at all; beyond: perhaps more than the range has). reached there: with its 95 % interval
}. jumps: the measure leaps over the target there. lost again: a greater dose misses it.
lift-others-open = Cannot be told whether they reach it: { $levers }.
lift-others-miss = { $n ->
    [one] Within its range this misses
   *[other] Within their ranges { COUNT($n) } levers miss
} the target at every dose tried, the nearest first ({ $measure } { $there }): { $levers }.
lift-others-undefined = Undefined under { $n ->
    [one] one lever
   *[other] { COUNT($n) } levers
}, where { $measure } has no value: { $levers }.
lift-others-idle = { $n ->
    [one] One lever changes
   *[other] { COUNT($n) } levers change
} no run: { $levers }.
lift-legend-ways = Ways: of the { COUNT($contenders) } levers that surely bring it nearer, most for their cost, alone and in sets of two and three, dials at quarters of their range: { COUNT($candidates) } candidates, of which { COUNT($tried) } were negotiated, the cheapest first. What contains a way that reaches it already is left out, and of the same levers all but the cheapest doses. What is said of all of them holds together at 95 %, at any of up to { COUNT($looks) } looks.{ $shown ->
    [yes] { " " }place: by cost; ways of equal cost share places. beyond the sum: what they do together more, or less, than the sum of what each does alone; (?): its sign cannot be told. A lever that does nothing alone was not combined.
   *[no] { "" }
}
lift-legend-costs = { $stated ->
    [yes] Costs are those that the scenario states for a whole dose, 1 where it says nothing; a dial costs its share of that.
   *[no] Costs only count doses: 1 for turning a lever to the end of its range, a dial its share of that. That says nothing of what is hard to get: state costs: {"{"}"failure": 2.0, …{"}"} in the scenario.
}
lift-choices = Other choices of modelling: the cheapest way reaches the target under { COUNT($reaches) } of { COUNT($choices) } tried one at a time{ $open ->
    [0] { "" }
   *[other] , and under { COUNT($open) } it cannot be told
}; the measure is { $low } to { $high } under them.{ $missed ->
    [some] { " " }It misses it under { $misses }.
   *[none] { "" }
} Other levers were not tried under them, nor are doses the same there.
lift-no-choices = The intervals know of drawing runs alone; under other choices of modelling doses differ.
lift-try = The cheapest way, to look at: { $command }
lift-design = { $n ->
    [one] One run
   *[other] { COUNT($n) } runs
} of each dose at most, { COUNT($all) } in all, on the same draws; scenario { $hash }, version { $version }. Again: { $command }
