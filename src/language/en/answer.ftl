# The answer of a run.

# The case.
answer-countries = { $n ->
    [one] 1 country
   *[other] { COUNT($n) } countries
}
answer-blocs = { $n ->
    [one] 1 bloc
   *[other] { COUNT($n) } blocs
}
answer-firms = { $n ->
    [one] 1 firm
   *[other] { COUNT($n) } firms
}
answer-clauses = { $n ->
    [one] 1 clause
   *[other] { COUNT($n) } clauses
}
answer-who-decides = { $who }; { $rule }.
answer-comma = {", "}
answer-gap = {" "}
answer-runs = { $n ->
    [one] 1 run
   *[other] { COUNT($n) } runs
}, seed { $seed }, scenario { $hash }, version { $version }. { $ranges ->
    [exact] Nothing in it is drawn: one run says all.
    [one] One run says nothing of others that could be drawn.
    [choices] Ranges are 95 % intervals, those of modelling choices the ends of a list.
   *[sampling] Ranges are 95 % intervals.
}

# A figure with its uncertainties.
answer-figure = { $kind ->
    [both] { $value } ({ $sampling }; { $choices })
    [spelled] { $value } (sampling { $sampling }; modelling choices { $choices })
    [sampling] { $value } ({ $sampling })
    [choices] { $value } (modelling choices { $choices })
    [constant] { $value } in every run
   *[bare] { $value }
}
answer-plus-minus = ± { $half }
answer-range = { $low }–{ $high }
answer-range-signed = { $low } to { $high }

# What comes out.
answer-outcome-text = { $adoption ->
    [exact] A text is adopted that
    [one] The run adopts a text that
    [all] Every run adopts a text; on average it
    [allbut] A text is adopted in { $share } of runs; on average it
   *[some] A text is adopted in { $share } of runs; on average it
} { $way ->
    [lcd] stays at the lowest common denominator (LCD) or below
    [median] goes as far as the median wish or further
    [beyond] goes further than the median wish
   *[between] goes { $hundredths } % of the way from the lowest common denominator (LCD) to the median wish
}: Λ { $index }, depth { $depth }.
answer-outcome-no-conflict = { $adoption ->
    [exact] A text is adopted,
    [one] The run adopts a text,
    [all] Every run adopts a text,
    [allbut] A text is adopted in { $share } of runs,
   *[some] A text is adopted in { $share } of runs,
} of depth { $depth }. Ambitions hardly differ, so nothing can be called a lowest common denominator (LCD).
answer-outcome-no-ambition = { $adoption ->
    [exact] A text is adopted.
    [one] The run adopts a text.
    [all] Every run adopts a text.
    [allbut] A text is adopted in { $share } of runs.
   *[some] A text is adopted in { $share } of runs.
} No clause is a matter of ambition: there is no depth and no lowest common denominator (LCD).
answer-outcome-none = { $adoption ->
    [exact] No text is adopted
    [one] The run adopts no text
   *[none] No run adopts a text, { $share }
}: what holds already remains{ $depth ->
    [none] {""}
   *[other] , at depth { $depth }
}.
answer-nothing-changes = { $share ->
    [every] The text changes nothing of what holds already.
   *[other] In { $share } of runs the text changes nothing of what holds already.
}
answer-called = { $depends ->
    [line] How many texts are called LCD depends on the line drawn: { $share }
    [modelling] How many texts are called LCD depends on the modelling: { $share }
    [one] The text is { $called ->
        [yes] called LCD
       *[no] not called LCD
    }
   *[nothing] Called LCD: { $share } of texts
}{ $substance ->
    [same] .
    [yes] ; on the least demanding reading of vague words (in substance) it is.
    [no] ; on the least demanding reading of vague words (in substance) it is not.
   *[other] ; on the least demanding reading of vague words (in substance) { $substance }.
}
answer-partly-undefined = In { $share } of runs ambitions hardly differ: LCD is undefined there, and they count as not LCD.

# Why.
answer-held-down = { $kind ->
    [both] Depth is held down by { $down } and pulled up by { $up }
    [down] Depth is held down by { $down }
    [up] Nobody holds depth down by { $threshold } or more{ $told ->
        [yes] {""}
       *[no] , as far as can be told
    }; it is pulled up by { $up }
   *[none] Nobody holds depth down by { $threshold } or more{ $told ->
        [yes] {""}
       *[no] , as far as can be told
    }
}: shares of the way from the draft, { $draft }, to what holds afterwards, { $realised }.
answer-cause = { $who } { $share }
answer-others = { $n ->
    [one] 1 other country
   *[other] { COUNT($n) } others together
}
answer-causes-small = Holding depth down by less than { $threshold }: { $who }.
answer-causes-unclear = By more or less than { $threshold }, cannot be told: { $who }.
answer-causes-hardly = Holding it down by less than { $threshold }, if at all: { $who }.
answer-causes-basis = Shapley values over who must be brought along, { $n ->
    [one] first run
   *[other] first { COUNT($n) } runs
}; another draft would give other shares.
answer-stopped = { $n ->
    [one] The run without a text is stopped by { $who }.
   *[other] Of { COUNT($n) } runs without a text, looked at again, these are stopped: { $who }.
}
answer-stopper = { $kind ->
    [every] { $who }
   *[some] { $n } by { $who }
}{ $about ->
    [both] {" "}(over { $clause }, which costs it { $cost }; { $short } short of what it settles for)
    [clause] {" "}(over { $clause }, which costs it { $cost })
    [short] {" "}({ $short } short of what it settles for)
   *[none] {""}
}
answer-acceptable = { $kind ->
    [premise] A text that nobody would have stopped existed in each of them: what holds already, written down.
    [one] A text that nobody would have stopped did exist.
    [onenot] No text existed that nobody would have stopped.
    [always] A text that nobody would have stopped existed in each of them.
    [never] In none of them did a text exist that nobody would have stopped.
   *[some] A text that nobody would have stopped existed in { COUNT($k) } of { COUNT($n) }.
}
answer-premise = That there is a text is a premise, not a finding: nobody has an outside option or minimum above what holds already, so at the deadline everybody settles for anything no worse.

# How sure, and compared to what.
answer-terms = { $index ->
    [yes] Depth: how far clauses of ambition go, 0 to 1. LCD: the least wish on each clause, never below what holds already. Λ: 1 at the LCD, 0 at the median wish.
   *[no] Depth: how far clauses of ambition go, 0 to 1.
}
answer-compare = The draft has depth { $draft }{ $guaranteed ->
    [none] {""}
   *[other] ; the text guarantees { $guaranteed } on the least demanding reading
}. The deepest text that nobody likes less than what holds already: { $clausewise } clause by clause{ $package ->
    [none] {""}
   *[other] , { $package } as a package
} (wishes as stated).
answer-participation = The text binds its signatories only, who hold { $share } of all materiality on average.
answer-diluted = { $kind ->
    [one] The LCD text was diluted, not drafted
    [all] All { COUNT($n) } LCD texts were diluted, not drafted
    [none] { $n ->
        [one] The LCD text was drafted so, not diluted
       *[other] All { COUNT($n) } LCD texts were drafted so, not diluted
    }
   *[some] { COUNT($k) } of { COUNT($n) } LCD texts were diluted, not drafted
}{ $round ->
    [none] {""}
   *[other] { $exact ->
        [yes] : it fell there in round { $round }
       *[no] : they fell there in round { $round } on average
    }
}.
answer-nulls-headings = null model | adopted > | LCD text > | excess of this run | in substance > | depth >
answer-nulls = Beside arithmetic and chance, mean depth{ $lcd ->
    [yes] {" "}(and LCD texts)
   *[no] {""}
}: { $list }; this case { $own }.
answer-null = { $lcd ->
    [none] { $what } { $depth }
   *[other] { $what } { $depth } ({ $lcd })
}
answer-null-own = { $lcd ->
    [none] { $depth }
   *[other] { $depth } ({ $lcd })
}
answer-null-order-statistic = the least wish on each clause
answer-null-median = the median wish on each clause
answer-null-weighted-mean = the mean wish, by weight and salience
answer-null-laggards-removed = the least ambitious (laggards) silent
answer-null-no-isolation-cost = standing alone costs nothing
answer-null-ideals-permuted = wishes dealt out anew
answer-null-random-text = random texts, sincere votes
answer-null-zero-intelligence = random texts, votes by coin
answer-choices = Modelling choices: the least and the greatest of { COUNT($variants) } variants, { $mixes ->
    [yes] each declared choice alone and 44 mixes
   *[no] each declared choice alone
}, { $n ->
    [one] 1 run
   *[other] { COUNT($n) } runs
} of each{ $ends ->
    [none] {""}
   *[other] {" "}({ $ends } of those at an end)
}{ $idle ->
    [none] {""}
   *[other] ; without effect here: { $idle }
}.
answer-choices-idle = None of the declared modelling choices applies to this case.

# How it ends.
answer-ends = How it ends
answer-ends-many = How it ends (each run has one name, the first that fits; the intervals hold together)
answer-ends-other-names = { $n ->
    [one] 1 LCD text goes
   *[other] { COUNT($n) } LCD texts go
} by a name that comes before it.
answer-ends-headings = outcome | runs > | share > |  | what it is
answer-label-walk-out = walk-out
answer-label-deadlock = deadlock
answer-label-deferral = deferral
answer-label-coalition = coalition of the willing
answer-label-contested = contested vote
answer-label-hollow = hollow text
answer-label-carve-out = carve-out
answer-label-lcd = lowest common denominator
answer-label-substantive = substantive
answer-label-compromise = compromise
answer-means-walk-out = no text: somebody left
answer-means-deadlock = no text by the deadline
answer-means-deferral = changes nothing of what holds already
answer-means-coalition = binds those who sign; many stay outside
answer-means-contested = voted through after consensus failed
answer-means-hollow = LCD on the least demanding reading only
answer-means-carve-out = what hurts is taken out, the rest deep
answer-means-lcd = Λ ≥ { $line }, held by a least ambitious one
answer-means-substantive = about as deep as the median wish
answer-means-compromise = in between: no other name fits
answer-explained = { $what }: { $meaning }.

# What texts say.
answer-texts = What adopted texts say (clauses from 0 to 1)
answer-texts-none = The clauses (from 0 to 1; no text was adopted)
answer-column-clause = clause
answer-column-status-quo = q
answer-column-lcd = LCD
answer-column-bound = bound
answer-column-median = median
answer-column-text = text
answer-column-spread = 10–90
answer-column-open = open
answer-column-words = in words
answer-column-option = option
answer-column-share = share of texts
answer-legend-status-quo = q: what holds without a text.
answer-legend-benchmarks = LCD: the least wish, never below q. bound: the most that nobody likes less than q. median: the median wish.
answer-legend-spread = 10–90: eight texts in ten lie between.
answer-legend-open = open: how wide vague words are.
answer-legend-floor = *: the least wish is no higher than q, which is the floor.
answer-legend-below = ↓: below what holds already.
answer-options = What deals say
answer-options-none = The choices (no deal was agreed)
answer-option-none = nothing agreed
answer-deals-none = Everybody would accept { $acceptable } of { $possible } possible deals; none was agreed.
answer-deals = { $kind ->
    [all] Every deal agreed is one of the { $acceptable } of { $possible } that everybody would accept
   *[some] Everybody would accept { $acceptable } of { $possible } possible deals; of those agreed, { $agreed } are among them
}; by the sum of points { $best } have the largest ({ $sum } points on average; the best has { $most }).
answer-very-many = very many

# Who.
answer-who = Who
answer-nobody = nobody
answer-everybody = everybody
answer-least-ambitious = Among the least ambitious: { $who }.
answer-least-ambitious-all = All are equally ambitious.
answer-holds-out = Says no at the last attempt that fails: { $who }.
answer-goes-along = Goes along under protest: { $who }.
answer-abstains = Abstains in the last vote: { $who }.
answer-walks-out = Walks out: { $who }.
answer-defects = Breaks its bloc's line at the end: { $who }.
answer-doer = { $who } { $share }
answer-gains-nothing = Nobody gains or loses over what holds already.
answer-gains-alone = Gain over what holds already: { $who }.
answer-gains-alike = Everybody gains the same over what holds already: { $gain }.
answer-gains-unclear = Who gains most over what holds already cannot be told: from { $low } to { $high }.
answer-gains = { $kind ->
    [run] In this run
   *[all] Over what holds already
} { $most } { $tied ->
    [yes] gain most (alike, or not to be told apart)
   *[no] gains most
}; { $least } { $tiedleast ->
    [yes] least (alike, or not to be told apart)
   *[no] least
}{ $losers ->
    [none] .
   *[other] . Worse off: { $losers }.
}

# What next.
answer-next = Next
answer-next-explain = one run told ({ $how })
answer-next-levers = what would change it

# Choices of modelling.
answer-choice-loss = loss
answer-choice-line = line of the LCD
answer-choice-chair = chair
answer-choice-patience = patience β
answer-choice-weigh = the chair weighs
answer-choice-weights = clause weights

# Operative verbs, from nothing to the deepest commitment.
answer-verb-is-silent = is silent
answer-verb-notes = notes
answer-verb-invites = invites
answer-verb-encourages = encourages
answer-verb-calls-upon = calls upon
answer-verb-urges = urges
answer-verb-requests = requests
answer-verb-decides = decides

# The rule.
answer-rule = adopted if { $conditions }{ $minority ->
    [none] {""}
   *[other] ; a blocking minority needs { $minority } members
}{ $signed ->
    [yes] ; it binds those who sign
   *[no] {""}
}{ $quorum ->
    [none] {""}
    [strict] ; quorum: more than { $share } of the members
   *[least] ; quorum: at least { $share } of the members
}
answer-rule-fallback = { $first }; failing that, from round { $round }{ $callable ->
    [yes] {" "}or when a sponsor calls a vote that would carry
   *[no] {""}
}, { $then }
answer-rule-and = {" and "}
answer-rule-vetoes = none of { $names } votes no
answer-rule-against = { $asks ->
    [silence] { $kind ->
        [nobody] nobody breaks the silence
       *[some] at most { COUNT($n) } break the silence
    }
    [votes] { $kind ->
        [nobody] nobody votes no
       *[some] at most { COUNT($n) } vote no
    }
   *[objections] { $kind ->
        [nobody] nobody present objects
       *[some] { $n ->
            [one] at most one party objects
           *[other] at most { COUNT($n) } parties object
        }
    }
}
answer-rule-share = { $more ->
    [strict] more than
   *[least] at least
} { $share } of { $unit ->
    [heads] {""}
    [population] the population of{" "}
    [votes] the votes of{" "}
   *[materiality] the materiality of{" "}
}{ $base ->
    [voting] those voting yes or no
    [present] those present
    [participating] the members taking part
   *[members] all members
} { $how ->
    [sign] sign
    [vote] vote yes
   *[silent] do not object
}
answer-rule-count = { $unit ->
    [heads] { $more ->
        [strict] more than
       *[least] at least
    } { $n ->
        [one] one member { $how ->
            [sign] signs
            [vote] votes yes
           *[silent] does not object
        }
       *[other] { COUNT($n) } members { $how ->
            [sign] sign
            [vote] vote yes
           *[silent] do not object
        }
    }
    [votes] { $more ->
        [strict] more than
       *[least] at least
    } { COUNT($n) } votes are cast in favour
   *[other] members with a { $unit ->
        [population] population
       *[materiality] materiality
    } of { $more ->
        [strict] more than
       *[least] at least
    } { COUNT($n) } { $how ->
        [sign] sign
        [vote] vote yes
       *[silent] do not object
    }
}
answer-share-half = half
answer-share-two-thirds = two thirds
answer-share-all = all
