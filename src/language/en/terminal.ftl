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
    } tried { COUNT($up) } surely raise { $measure }, { COUNT($down) } surely lower it, { COUNT($small) } move it by at most { $limit }{ $open ->
        [0] {""}
       *[other] , and of { COUNT($open) } nothing can be told
    } (95 % that none of this errs).
    [certain] Of { $n ->
        [one] one change
       *[other] { COUNT($n) } changes
    } tried { COUNT($up) } raise { $measure }, { COUNT($down) } lower it, { COUNT($small) } leave it as it is; nothing is drawn.
   *[no] Of { $n ->
        [one] one change
       *[other] { COUNT($n) } changes
    } tried { COUNT($up) } raise { $measure }, { COUNT($down) } lower it, { COUNT($small) } leave it as it is{ $open ->
        [0] {""}
       *[other] , and of { COUNT($open) } nothing can be told
    } (each at 95 % by itself: of twenty without effect one is expected to seem to have some).
}
terminal-lever-asked = { $name } (“{ $asks }”)
terminal-levers-told = { $way ->
    [lower] What surely changes { $measure }, those that lower it most first
   *[raise] What surely changes { $measure }, those that raise it most first
}
terminal-levers-compact-legend = { $raced ->
    [yes] depth: change of what holds afterwards. points: percentage points of runs. ± is half of the interval of the paired difference to the case as it is; those of a column hold together, 95 % that none of them errs. Names in brackets make the same change.
    [certain] depth: change of what holds afterwards. points: percentage points of runs. Nothing is drawn, so that each change is exact. Names in brackets make the same change.
   *[no] depth: change of what holds afterwards. points: percentage points of runs. ± is half of the 95 % interval of the paired difference to the case as it is, each by itself. Names in brackets make the same change.
}
terminal-levers-scale = Another question rather than another answer: which clauses there are, what they weigh or what holds already, and with it what depth measures, is changed by { $levers }.
terminal-levers-small = By at most { $limit } is { $measure } changed by { $levers }.
terminal-levers-still = No lever changed in any negotiation: { $measures }.
terminal-levers-open = Whether { $measure } is raised or lowered cannot be told of { $levers }.
terminal-levers-idle = As the case is already: { $levers }.
terminal-levers-wide = All levers with all measures: --wide, or --out DIR for a table.
terminal-levers-raced = { COUNT($first) } to { COUNT($most) } negotiations of each lever, { COUNT($all) } in all, on the same draws; seed { $seed }, scenario { $hash }, version { $version }.
terminal-levers-exhaustive = { $n ->
    [one] One negotiation
   *[other] { COUNT($n) } negotiations
} of each lever{ $certain ->
    [yes] : nothing is drawn
   *[no] , on the same draws
}; seed { $seed }, scenario { $hash }, version { $version }.
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

terminal-compare-case = { $case }: { $title } ({ $called }, scenario { $hash })
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

## What follows without negotiating

terminal-rate = { $rate } ({ $low }–{ $high })
terminal-exact = { $number } ({ $exact })
terminal-clause = clause
terminal-depth = depth
terminal-empty = empty
terminal-nothing = nothing
terminal-parties = { $n ->
    [one] 1 party
   *[other] { COUNT($n) } parties
}
terminal-analysis-heading = { $body ->
    [yes] A body, with nothing to negotiate
   *[no] Without negotiating
}: what follows from members, wishes and rule alone, as stated. Scenario { $hash }, version { $version }.

terminal-ambition-heading = How far up (each clause from 0 to 1)
terminal-ambition-columns = clause | q > | LCD > | bound > | median > | wants least
terminal-depth-weighed = depth, clauses weighed
terminal-lcd = LCD { $lcd }: every clause where its least ambitious party wants it, never below what already holds (q). Had wishes been drawn at random, it would lie at { $chance } on average.
terminal-bound = Bound { $bound }: the most that everybody would accept, clause by clause, rather than nothing (Underdal's law of the least ambitious programme). Median { $median }: every clause where its median party wants it.
terminal-conflict = Conflict of ambition { $gap }: how far the median lies above the LCD.
terminal-no-conflict = The median lies so near the LCD that there is no conflict of ambition to speak of.
terminal-reversion-bias = Reversion bias { $bias }: of the way from what holds to what the median wants, { $share } is closed where every clause must please everybody.
terminal-trap-heading = Does the rule keep from a majority what it wants?
terminal-trap = By the median's text, each clause where its median party wants it, { $gain ->
    [one] 1 party
   *[other] { COUNT($gain) } parties
} would gain and { $lose ->
    [0] 0 parties would lose
    [one] 1 party would lose ({ $losers })
   *[other] { COUNT($lose) } parties would lose ({ $losers })
}, against what holds now.{ $has_depth ->
    [yes] { " " }It has depth { $depth }.
   *[no] { "" }
} { $verdict ->
    [trap] A simple majority would carry it, the rule does not: a joint-decision trap (Scharpf 1988).
    [carried] The rule carries it: no joint-decision trap.
   *[none] Not even a simple majority would carry it.
}
terminal-bloc-ballot = { $bloc } { $yes }–{ $no }–{ $abstain } ({ $agreement })
terminal-bloc-ballots = Blocs on it, yes–no–indifferent (agreement index, 1 in unison): { $ballots }.

terminal-agreement-heading = What all could agree on, as a package (against what holds now)
terminal-solution = { $name ->
    [deepest] deepest
    [Nash] Nash
    [Kalai] Kalai–S.
    [egalitarian] egalitarian
    [utilitarian] utilitarian
   *[other] { $name }
}
terminal-mean-gain = mean gain
terminal-least-gain = least gain
terminal-of-whom = of whom
terminal-frontier = Tolerance frontier { $frontier }: no deeper package finds everybody's consent. Linkage gain { $gain }: that much of it comes from trading one clause against another.
terminal-package-bias = Reversion bias of packages { $bias }: { $share } of the way to what the median wants stays closed even then.
terminal-solutions-legend = Nash: the largest product of gains. Kalai–S. (Smorodinsky): everybody gets the same share of the most it could gain. Egalitarian: the worst off gains most. Utilitarian: the largest sum of gains.
terminal-pareto = Distance from the Pareto frontier: { $distances }.
terminal-distance = from { $text ->
    [now] what holds now
    [lcd] the LCD
   *[median] the median's text
} { $gains ->
    [none] not everybody could gain
    [little] everybody could gain, by less than .01
   *[some] everybody could gain { $gain } at least
}
terminal-unsolved = Not solved: { $what }.

terminal-consensus-heading = What consensus converges to, whatever the chair (wishes as stated, clear texts)
terminal-consensus-nothing = Nothing: even at the deadline no clear text leaves everybody with what it asks for at the least.
terminal-consensus-columns = clause | x* >
terminal-consensus-limit = t* { $moment }, round { $round } of { $deadline }: the first moment at which one text meets everybody's claim. x* is such a text; where several are left, the one that costs least, weighed. A chair that goes on until nothing helps comes near both; vague words can bring consensus earlier, a chair with few moves a round later.

terminal-deals-heading = Which deals everybody accepts
terminal-best-deals-heading = What acceptable deals say, and { $exact ->
    [yes] the best of them
   *[no] the best that were drawn
}
terminal-deals-counted = All { $possible } possible deals were looked at.
terminal-deals-drawn = { $possible } deals are possible, too many to look at: { COUNT($drawn) } were drawn evenly, and what follows are estimates.
terminal-deals-accepted = Everybody accepts { COUNT($all) } of them, { $share }; all but one at most, { COUNT($but_one) }, { $but_one_share }.
terminal-deals-carried = The rule carries { COUNT($carried) }, if everybody says yes to what it accepts.
terminal-deals-efficient = Of those that everybody accepts, { COUNT($n) } leave nothing on the table: no other deal gives somebody more and nobody less.
terminal-deals-columns = party | accepts > | share > | refuses alone >
terminal-deals-legend = Refuses alone: deals that all others would accept.
terminal-best-deal = { $kind ->
    [sum] Largest sum of points
    [product] Largest product of gains (Nash)
   *[least] Largest least gain (egalitarian)
}: { $options }. { $sum } points in all ({ $points }); the worst off gains { $least } over its minimum.
terminal-options-columns = clause | in deals that everybody accepts
terminal-options-legend = Shares of { $n ->
    [one] 1 deal
   *[other] { COUNT($n) } deals
}.

terminal-vetoes-heading = Who holds it down
terminal-veto-players = { $kind ->
    [none] Veto players: none.
    [all] Veto players: all { COUNT($n) } with a voice.
   *[some] Veto players: { $names }.
}
terminal-absorbed = Absorbed: { $names }. Their wishes lie among those of other veto players, so that their veto adds little to the others' (nothing, where all care alike).
terminal-without = without { $party } { $depth }
terminal-nobody-pivotal = Pivotal: nobody alone. Without the consent of any one party the deepest package would be no deeper.
terminal-pivotal = Pivotal: the deepest package that all others accept would reach { $parties }, instead of { $frontier }.

terminal-choice-heading = What the rule would choose, text against text
terminal-fallback-choice-heading = What the vote would choose when that fails
terminal-choice-columns = clause | core | beats q | carried > | decided by
terminal-choice-legend = Core: values that nothing beats, everything else as it is. Beats q: values the rule would put in the place of what holds. Carried: the most it carries if everybody says yes to what is no worse; whose refusal of more decides.
terminal-winset-sampled = Whole texts, by sampling: { COUNT($found) } of { COUNT($of) } texts drawn evenly beat what holds, { $share }.
terminal-core-sampled = Core, by sampling: { COUNT($found) } of { COUNT($of) } texts drawn evenly withstood { COUNT($challengers) } challengers each, { $share }.
terminal-median-beaten = The median's text is beaten by some of them.
terminal-median-unbeaten = Nothing was found that beats the median's text.
terminal-safe-majorities = { $clauses ->
    [one] On one clause
   *[other] On { COUNT($clauses) } clauses
} a majority above { $always } of votes always leaves some text unbeaten (Greenberg), one above { $even } where wishes are spread evenly (Caplin and Nalebuff).

terminal-breadth-heading = Breadth against depth, if a text bound its signatories only
terminal-signatures = { $n ->
    [one] 1 signature
   *[other] { COUNT($n) } signatures
} at depth { $depth }
terminal-breadth = The most ambitious sign what the least ambitious of them wants: { $alone } if only the first does; { $best }, up to { $last }, come to most, { $best_total } in all; everybody together, { $all }, comes to { $all_total }. With everybody at its own wish it would be { $differentiated }.
terminal-breadth-weighed = Weighed by materiality: { $best } for the coalition, { $all } for everybody.

terminal-power-heading = Who decides
terminal-fallback-power-heading = Who decides when that fails
terminal-members = { COUNT($n) } members; { $rule }.
terminal-member = member
terminal-votes = votes
terminal-every-member = every member
terminal-power-not-counted = Power was not counted: { $why }.
terminal-power-legend = Shapley–Shubik: how often a member's Yes is the one that decides, if all speak up in random order. Banzhaf: its share of the cases in which a single vote decides.
terminal-more-members = … and { COUNT($more) } more, with less power each.
terminal-more-members-sampled = … and { COUNT($more) } more, pivotal no more often.
terminal-sampled-power-columns = member | votes > | Shapley–Shubik | decides
terminal-sampled-power-legend = Power is estimated, since there are too many different sums of votes to count: from { COUNT($draws) } random orders of the members and { COUNT($draws) } votes by tossing coins. In brackets intervals that hold together: 95 % that none of them errs. Shapley–Shubik: how often a member's Yes is the one that decides, if all speak up in random order. decides: how often its vote does, if every other member tosses a coin (Banzhaf, absolute).
terminal-sampled-power-to-act = Power to act (Coleman): if everybody tossed a coin, a text would carry in { $share } of cases.
terminal-blockers = { $kind ->
    [none] Nobody can stop a text alone.
    [all] Everybody can stop a text alone.
   *[some] Can stop a text alone: { $blockers }.
}{ $has_dummies ->
    [yes] { " " }Votes without ever making a difference: { $dummies }.
   *[no] { "" }
}
terminal-fewest = { $known ->
    [yes] The fewest that can carry a text: { $n ->
        [one] 1 member
       *[other] { COUNT($n) } members
    }.
   *[no] { "" }
}
terminal-below-a-myriad = below .0001
terminal-power-to-act = { $known ->
    [yes] The fewest that can carry a text: { $n ->
        [one] 1 member
       *[other] { COUNT($n) } members
    }.{ " " }
   *[no] { "" }
}Power to act (Coleman): { $figure }. If everybody tossed a coin, a text would carry { $odds ->
    [share] in { $share } of cases
    [one-in] in one case of { COUNT($one_in) }
   *[never] practically never
}.
terminal-cycles = { $kind ->
    [infinite] Nakamura number: infinite. Since somebody has a veto, majorities cannot go round in a circle, however many options there are.
    [number] Nakamura number { $n }: among { $n } options or more, majorities can go round in a circle (A beats B, B beats C, C beats A); among fewer, some option is always unbeaten.
   *[not-counted] Nakamura number: not counted, too many different coalitions.
}

## What comes with the program

terminal-list-group = { $folder ->
    [teaching] Teaching cases, each with one point
    [theory] Rooms for theory
    [bodies] Bodies with their members and rules (plenary analyse NAME)
    [studies] Studies (plenary sweep NAME --out DIR)
    [templates] Templates for real cases (plenary backtest --models NAME)
    [cases] Cases
   *[other] { $folder }
}
terminal-list-names = Any of these names stands for its file: plenary run NAME, explain NAME, check NAME …
terminal-list-new = To write your own: plenary new my-case, or plenary new my-case --from NAME

## How a case was understood

terminal-clauses-heading = Clauses
terminal-parties-heading = Parties
terminal-positions-heading = Positions
terminal-rules-heading = Rules of the game
terminal-preferences-heading = What preferences alone say (as stated, nothing drawn)
terminal-switches-heading = Switches (plenary run … --switch NAME)
terminal-note = Note: { $note }
terminal-clauses-columns = clause | kind | depth > | without a text | from | to
terminal-kind = { $kind ->
    [ambition] ambition
    [positional] positional
    [scope] scope
   *[options] options
}
terminal-options = { $n ->
    [one] 1 option
   *[other] { COUNT($n) } options
}
terminal-countries-columns = country | blocs | weight > | patience β > | isolation > | failure > | without text > | settles for > | taken over
terminal-taken-over = { $kind ->
    [looks-on] looks on
    [opts-out] opts out
    [boycotts] boycotts
    [clauses] { $n ->
        [one] 1 clause
       *[other] { COUNT($n) } clauses
    }
   *[none] { "" }
}
terminal-countries-legend = weight: its share of materiality. isolation, failure: what they cost it. without text: its utility of the status quo. settles for: the least utility it accepts at the deadline. taken over: from its bloc.
terminal-bloc = { $bloc } ({ $members ->
    [one] 1 member
   *[other] { COUNT($members) } members
}) { $speaks ->
    [yes] speaks for
   *[no] does not speak; would stand for
} { $how ->
    [median] its members' median
    [mean] its members' mean
    [leader] the wishes of { $leader }
    [veto] its least ambitious member
   *[stated] its published position
}, cohesion { $cohesion }.
terminal-firm-host = { $country } ({ $effort })
terminal-firm = { $firm } lobbies { $hosts }{ $drafts ->
    [yes] { " " }and offers the chair language (effort { $effort })
   *[no] { "" }
}.
terminal-rule = A text is { $rule }.
terminal-loss = { $kind ->
    [distance] Parties mind distance.
    [squared] Parties mind squared distance.
    [euclidean] Parties mind Euclidean distance.
    [gaussian] Parties mind a Gaussian of distance, σ { $first }.
   *[asymmetric] Parties mind distance, { $first } above the ideal for { $second } below.
}
terminal-drawn = Drawn for each replicate: { $what }.
terminal-spread = { $what ->
    [high] well-documented ideals
    [medium] ideals
    [low] guessed ideals
    [derived] ideals taken over
    [saliences] saliences
    [failure] costs of failure
    [outside] outside options
    [reach] the reach of clubs
    [isolation] isolation costs
   *[patience] patience
} { $kind ->
    [normal] ± { $x } (normal)
    [censored] ± { $x } (normal, cut at the ends)
    [uniform] within { $x } (uniform)
   *[lognormal] × e^(± { $x })
}
terminal-preferences = Depth of the status quo { $status_quo }, of the LCD (each clause at its least ambitious wish, never below the status quo) { $lcd }, the most that nobody likes less than the status quo clause by clause { $bound }{ $package ->
    [yes] , as a package { $frontier } (linkage gain { $gain })
   *[no] { "" }
}, what the median party wants { $median }. The least ambitious: { $laggards }.
terminal-party = party
terminal-points = points
terminal-matrix-rest = { $led ->
    [0] … and { $others ->
        [one] 1 party
       *[other] { COUNT($others) } parties
    } more: --all shows them.
    [one] … and 1 country that has its bloc's positions alone{ $others ->
        [0] { "" }
        [one] , and 1 party more
       *[other] , and { COUNT($others) } parties more
    }: --all shows them.
   *[other] … and { COUNT($led) } countries that have their bloc's positions alone{ $others ->
        [0] { "" }
        [one] , and 1 party more
       *[other] , and { COUNT($others) } parties more
    }: --all shows them.
}
terminal-matrix-legend = what each wants, with the word for it where there is one, and in brackets how much it cares (its salience). ←: taken over from its bloc. –: no position: the clause does not concern it.
