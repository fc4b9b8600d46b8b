### What a careful colleague would ask about a case or a study that is valid.

review-sentence = { $text }.
review-no-ambition = no clause is a matter of ambition: depth and the LCD index are undefined
review-no-ambition-mark = clauses of other kinds only
review-certain = nothing is drawn: all negotiations are alike, and one is enough
review-certain-mark = nothing is uncertain
review-certain-help = what is not known is said as uncertainty: (ideals: (medium: Normal(0.1)))

# Names.
review-unseen = the name of the { $kind } "{ $name }" { $what }
review-unseen-what = { $kind ->
    [character] holds a character that cannot be seen ({ $code })
    [start] begins with a blank
    [end] ends with a blank
   *[blank] holds a blank that is no space ({ $code })
}
review-unseen-mark = not what it looks like
review-unseen-help = take it out
review-alike = the { $kind } "{ $name }" can be taken for "{ $other }": { $how }
review-alike-mark = one of two that look alike
review-alike-help = if they are one, give them one name
review-difference = { $kind ->
    [unseen] they differ in a character that cannot be seen
    [blanks] they differ in blanks
    [case] they differ in small and capital letters
    [letter] { $letter } stands for { $other }
   *[shapes] their letters have the same shapes
}

# Positions.
review-unvoiced = nobody has a position on "{ $clause }": what becomes of it concerns nobody
review-unvoiced-mark = nobody's concern
review-sparse = { $names } { $n ->
    [one] has no position on most of the { $clauses } clauses: those do not concern it
   *[other] have no position on most of the { $clauses } clauses: those do not concern them
}
review-sparse-mark = few positions
review-unread = nobody reads the positions of { $bloc }: every member has its own, and the bloc does not speak for them
review-unread-mark = without effect
review-unread-help = common: Stated makes the bloc speak for them
review-units = saliences of { $above } and more stand beside others of { $below } and less
review-units-mark = on another scale?
review-units-help = saliences are relative to each other: write them all on one scale, as from 0 to 1

# The rule.
review-no-votes = { $country } has no votes, and its objection alone blocks
review-no-votes-mark = may object
review-no-votes-help = if it takes no part in the decision, say opts_out: true; if it only looks on, leave out may_object
review-looks-on = { $names } only { $n ->
    [one] looks
   *[other] look
} on: without votes nobody may object
review-looks-on-mark = no votes
review-looks-on-help = may_object: true lets a member without votes object
review-rarely = this rule can carry a text in { $share ->
    [few] less than 1
   *[other] { $share }
} % of negotiations, since { $names } { $n ->
    [one] does
   *[other] do
} not always come: { $rule }
review-rarely-mark = needs members that often stay away
review-rarely-help = let them come more often (attendance), or take a rule that counts those present, as TwoThirds
review-never = this rule can never carry a text, since { $names ->
    [none] nobody are
   *[other] { $names } { $n ->
        [one] is
       *[other] are
    }
} not there: { $rule }
review-never-mark = needs members that are not there
review-never-help = { $counts ->
    [opted-out] members with opts_out: true are left out of this count; or let them come, or take another rule
   *[all] let them come, or take a rule that counts those present, as TwoThirds
}

# Switches.
review-switch = with the switch "{ $switch }": { $told }
review-switch-misfit = the switch "{ $switch }" cannot be flipped: { $why }
review-switch-misfit-mark = does not apply
review-switch-idle = the switch "{ $switch }" sets what the scenario says already
review-switch-idle-mark = changes nothing

# Thresholds.
review-threshold = { $field ->
    [substantive] a text could be a lowest common denominator and substantive at once: LCD texts begin { $nearest } below the median wish (lcd_index × ambition_gap), substantive ones end { $line } below it
    [lcd_index] with lcd_index 0 no text goes too far to be a lowest common denominator
    [laggard_share] with laggard_share 1 everybody counts as among the least ambitious
    [carved_salience] with carved_salience 0 a text from which nothing was taken can be a carve-out
    [outside] with outside 0 a text that all have signed is a coalition of the willing
   *[procedural] with procedural { $line } every text that anybody wants decides nothing: no wish lies farther from what holds without one
}
review-threshold-mark = contradicts the others
review-threshold-help = { $field ->
    [substantive] lower substantive, or raise lcd_index or ambition_gap
    [lcd_index] 0.8 is customary
    [laggard_share] 0.1 is customary
    [carved_salience] 0.2 is customary
    [outside] 0.1 is customary
   *[procedural] 0.01 is customary
}

# Studies.
review-value-twice = "{ $factor }" has the value { $value } twice: its points are run twice
review-value-twice-mark = each value once
review-meets = "{ $second }" overwrites a part of what "{ $first }" sets: "{ $first }" varies only the rest
review-meets-mark = set after the other
review-set-overwrites = `set` overwrites { $what }, which the switch "{ $switch }" sets
review-set-overwrites-mark = set after the switches
review-balance = { $of ->
    [points] a number of points of { $n }
   *[sample] a base sample of { $n }
}: Sobol' points are balanced only at powers of 2
review-balance-mark = no power of 2
review-balance-help = take { $down } or { $up }: the indices err less for it
review-not-in-play = "{ $factor }" can hardly change anything: { $why ->
    [looks-on] { $party } only looks on
    [away] { $party } stays away
   *[silent] { $party } does not speak (cohesion 0)
}
review-not-in-play-mark = not in play
review-alike-replicates = nothing is drawn in this scenario: each point is negotiated { $n } times, always with the same result
review-alike-replicates-mark = 1 is enough
review-alike-replicates-help = replicates: 1
review-in-scenario = in the scenario: { $told }
review-in-scenario-mark = plenary check says where
review-more = { $n } more: { $command }
