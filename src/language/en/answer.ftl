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
answer-semicolon = {"; "}
answer-gap = {" "}
answer-runs = { $n ->
    [one] 1 run
   *[other] { COUNT($n) } runs
}, seed { $seed }, scenario { $hash }, version { $version }. { $ranges ->
    [exact] Nothing in it is drawn: one run says all.
    [one] One run says nothing of others.
    [choices] Ranges: 95 % unless said.
   *[sampling] Ranges: 95 %.
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
    [one] { $called ->
        [yes] The text is called LCD
       *[no] The text is not called LCD
    }
   *[nothing] Called LCD: { $share } of texts
}{ $substance ->
    [same] .
    [yes] ; in substance, on the least demanding reading of vague words, it is.
    [no] ; in substance, on the least demanding reading of vague words, it is not.
   *[other] ; in substance, on the least demanding reading of vague words, { $substance }.
}
answer-partly-undefined = In { $share } of runs ambitions hardly differ: LCD is undefined there, and they count as not LCD.

# Why.
answer-held-down = { $kind ->
    [one] Who holds depth down cannot be told from one run: the draft has { $draft }, what holds afterwards { $realised }.
    [both] Depth is held down by { $down } and pulled up by { $up }: shares of the way from the draft, { $draft }, to what holds afterwards, { $realised }.
    [down] Depth is held down by { $down }: shares of the way from the draft, { $draft }, to what holds afterwards, { $realised }.
    [up] { $told ->
        [yes] Nobody holds depth down by { $threshold } or more
       *[no] As far as can be told, nobody holds depth down by { $threshold } or more
    }; it is pulled up by { $up }: shares of the way from the draft, { $draft }, to what holds afterwards, { $realised }.
   *[none] { $told ->
        [yes] Nobody holds depth down by { $threshold } or more
       *[no] As far as can be told, nobody holds depth down by { $threshold } or more
    }: the draft has { $draft }, what holds afterwards { $realised }.
}
answer-cause = { $who } { $share }
answer-others = { $n ->
    [one] 1 other country
   *[other] { COUNT($n) } others together
}
answer-causes-small = Holding depth down by less than { $threshold }: { $who }.
answer-causes-unclear = Holding depth down by more or less than { $threshold }, cannot be told: { $who }.
answer-causes-basis = { $exact ->
    [yes] The shares are exact Shapley values, since nothing is drawn
   *[no] The shares are Shapley values over { $n ->
        [one] the first run
       *[other] the first { COUNT($n) } runs
    }
}; another draft would give others.
answer-stopped = { $n ->
    [one] The run without a text is stopped by { $who }.
   *[other] { COUNT($n) } runs without a text, looked at again, are stopped by { $who }.
}
answer-stopper = { $about ->
    [both] { $who } ({ $times }over { $clause }, which costs it { $cost }; { $short } short of what it settles for)
    [clause] { $who } ({ $times }over { $clause }, which costs it { $cost })
    [short] { $who } ({ $times }{ $short } short of what it settles for)
   *[none] { $who }
}
answer-stopper-times = in { $n }; {""}
answer-acceptable = { $kind ->
    [premise] A text that nobody would have stopped existed in each of them: what holds already, written down.
    [one] A text that nobody would have stopped did exist.
    [onenot] No text existed that nobody would have stopped.
    [always] A text that nobody would have stopped existed in each of them.
    [never] In none of them did a text exist that nobody would have stopped.
   *[some] A text that nobody would have stopped existed in { COUNT($k) } of { COUNT($n) }.
}
answer-premise = That there is a text is a premise, no finding: nobody has an outside option or minimum above what holds already, so that at the deadline a text that changes nothing would do for all.

# How sure, and compared to what.
answer-terms = { $index ->
    [yes] Depth: how far clauses of ambition go, 0 to 1. LCD: the least wish on each clause, never below what holds already. Λ: 1 at the LCD, 0 at the median wish.
   *[no] Depth: how far clauses of ambition go, 0 to 1.
}
answer-guaranteed = { $after ->
    [yes] So read, the text guarantees depth { $depth }.
   *[no] On the least demanding reading of vague words the text guarantees depth { $depth }.
}
answer-compare = Nobody would like a text less than what holds already up to depth { $clausewise } clause by clause{ $package ->
    [none] {""}
   *[other] , { $package } as a package
} (wishes as stated).
answer-participation = The text binds its signatories only, who hold { $share } of all materiality on average.
answer-diluted = { $kind ->
    [none] No LCD text was diluted on the way: each was drafted so.
    [one] The LCD text was diluted on the way, in round { $round }.
    [all] All { COUNT($n) } LCD texts were diluted on the way, { $exact ->
        [yes] in round { $round }
       *[no] in round { $round } on average
    }.
   *[some] { COUNT($k) } of { COUNT($n) } LCD texts were diluted on the way, { $exact ->
        [yes] in round { $round }
       *[no] in round { $round } on average
    }; the others were drafted so.
}
answer-nulls-heading = Beside arithmetic and chance (of all runs, on the same draws; excess in percentage points)
answer-nulls-headings = null model | adopted > | LCD text > | excess of this run | in substance > | depth >
answer-nulls = Beside arithmetic and chance, depth of what holds after all runs{ $lcd ->
    [yes] {" "}(LCD texts)
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
answer-choices = Modelling choices: ends over { COUNT($variants) } variants, { $n ->
    [one] 1 run
   *[other] { COUNT($n) } runs
} of each{ $ends ->
    [none] {""}
   *[other] , { $ends } at an end
}{ $mixes ->
    [yes] , mixes included
   *[no] {""}
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
answer-ends-headings-all = outcome | runs > | share > |  | what it is
answer-ends-headings-meaning = outcome | runs > | share > | what it is
answer-ends-headings-bars = outcome | runs > | share > |
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
answer-means-substantive = about as deep as the median wish, or deeper
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
answer-legend-status-quo = q: without a text.
answer-legend-lcd = LCD, bound, median: of wishes as stated. LCD: the least, never below q.
answer-legend-bound = bound: the most nobody likes less than q.
answer-legend-spread = text: the median text; 10–90: eight texts in ten.
answer-legend-open = open: width of vague words.
answer-legend-floor = *: q itself, since somebody wants no more.
answer-legend-below = ↓: below q.
answer-options = What deals say
answer-options-none = The choices (no deal was agreed)
answer-option-none = nothing agreed
answer-deals-none = Everybody would accept { $acceptable } of { $possible } possible deals; none was agreed.
answer-deals = { $kind ->
    [one] Of { $possible } possible deals everybody would accept { $acceptable }, and the deal agreed is such a deal; it has { $sum } points, the best of them { $most }.
    [onenot] Of { $possible } possible deals everybody would accept { $acceptable }; the deal agreed is none of them.
    [all] Of { $possible } possible deals everybody would accept { $acceptable }, and every deal agreed is such a deal; { $best } have the largest sum of points, { $most } (mean { $sum }).
   *[some] Of { $possible } possible deals everybody would accept { $acceptable }; { $agreed } of those agreed are among them, and { $best } have the largest sum of points, { $most } (mean { $sum }).
}
answer-very-many = very many

# Who.
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
answer-gains-unclear = { $spread ->
    [no] Over what holds already everybody gains about { $low }, as far as can be told.
   *[yes] Who gains most over what holds already cannot be told: from { $low } to { $high }.
}
answer-gains = { $kind ->
    [run] Gains in this run over what holds already: most
   *[all] Gains over what holds already: most
} { $most }{ $tied ->
    [yes] {" "}(not to be told apart)
   *[no] {""}
}, least { $least }{ $tiedleast ->
    [yes] {" "}(not to be told apart)
   *[no] {""}
}{ $losers ->
    [none] .
   *[other] ; also worse off: { $losers }.
}

# What next.
answer-next = Next: { $command }   { $what }
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
    [all] {""}
    [strict] more than { $share } of{" "}
   *[least] at least { $share } of{" "}
}{ $unit ->
    [heads] {""}
    [population] the population of{" "}
    [votes] the votes of{" "}
   *[materiality] the materiality of{" "}
}{ $base ->
    [voting] { $more ->
        [all] all those voting yes or no
       *[other] those voting yes or no
    }
    [present] { $more ->
        [all] all those present
       *[other] those present
    }
    [participating] { $more ->
        [all] all the members taking part
       *[other] the members taking part
    }
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

# The text adopted in fact.
answer-adopted-heading = { $title }: what was adopted in fact, as coded in the scenario, beside { COUNT($n) } negotiations (seed { $seed }, scenario { $hash }, version { $version }). No setting uses the coding.
answer-adopted-clauses = Clause by clause
answer-adopted-every-position = With every position of the scenario (some may be an effect of the text)
answer-adopted-without-later = { $n ->
    [one] Without the 1 position that rests only on later statements
   *[other] Without the { COUNT($n) } positions that rest only on later statements
}
answer-adopted-column-adopted = adopted
answer-adopted-column-coded = coded
answer-adopted-column-off = off: text
answer-adopted-column-mean = mean
answer-adopted-mean-of = { $n ->
    [one] mean of 1 clause
   *[other] mean of { COUNT($n) } clauses
}
answer-adopted-inside = inside
answer-adopted-in-reach = in reach
answer-adopted-outside = outside
answer-adopted-share = A text is adopted in { $share } of runs.
answer-adopted-count-inside = { $n ->
    [one] { COUNT($k) } of 1 clause lies inside.
   *[other] { COUNT($k) } of { COUNT($n) } clauses lie inside.
}
answer-adopted-wrong = The model is wrong on { $clauses }.
answer-adopted-wrong-clause = { $clause } (adopted { $value }, nine texts in ten say { $way ->
    [most] at most { $end }
   *[least] at least { $end }
})
answer-adopted-tabled = { $how ->
    [own] As adopted, tabled at the deadline ({ $rule }), it is carried in { $share } of runs.
   *[majority] Put to a simple majority ({ $rule }), it is carried in { $share } of runs.
} { $asks ->
    [objections] Objecting: { $against }. Going along: { $along }.
   *[votes] Voting no: { $against }. Abstaining: { $along }.
}
answer-adopted-legend = text: the median of the texts that runs adopt; 10–90: eight in ten lie between. off: distance from the adopted value, of that median, of the least wish on the clause (LCD), of what holds already (q) and of the mean wish by weight and salience (mean), wishes as stated. in reach: the adopted value lies outside, but not all that its coder would defend.
