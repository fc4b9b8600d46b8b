### The account of one negotiation.

## The way there

account-room = In the room: { $here ->
    [one] 1 country
   *[other] { COUNT($here) } countries
}{ $away ->
    [yes] ; absent: { $absent }
   *[no] { "" }
}. Speaking: { $speakers }.
account-draft = { $kind ->
    [setter] What { $name } would like
    [sponsor] The draft of { $name }
    [compromise] The compromise
   *[chair] The chair's draft
}:
account-draft-with-depth = In this run the lowest common denominator (each clause at its least ambitious wish, never below the status quo) has depth { $lcd }, the median party wants { $median }. { $kind ->
    [setter] What { $name } would like
    [sponsor] The draft of { $name }
    [compromise] The compromise
   *[chair] The chair's draft
} has { $depth }:
account-clause-says = { $clause }: { $value }
account-value = { $number } “{ $words }”
account-clause-opened = Clause { $n } of { $of }: { $clause }
account-clause-closed = { $kind ->
    [agreed] Agreed on { $clause }: { $value }.
    [stays] No agreement on { $clause }: what held before stays, { $value }.
   *[nothing] No agreement on { $clause }, and nothing to fall back on: there is no text.
}
account-round = Round { $round }: { $ambition ->
    [yes] depth { $depth }; { $verdict }
   *[no] { $verdict }
}
account-over-objections = { $no ->
    [one] adopted over one objection
   *[other] adopted over { COUNT($no) } objections
}
account-no-objection = no objection stands in the way: adopted
account-object = { COUNT($no) } of { COUNT($present) } object
account-silence-kept = revision { COUNT($revision) } under silence; nobody breaks it: adopted
account-silence-broken = revision { COUNT($revision) } under silence; { COUNT($no) } of { COUNT($present) } break it
account-signed = { COUNT($yes) } of { COUNT($present) } sign: { $carried ->
    [yes] in force
   *[no] too few
}
account-voted = { COUNT($yes) } yes, { COUNT($no) } no, { COUNT($abstain) } abstain: { $carried ->
    [yes] adopted
   *[no] not carried
}
account-amendment = Amendment to { $clause } [{ $tabled }]: { COUNT($yes) } yes, { COUNT($no) } no, { COUNT($abstain) } abstain: { $carried ->
    [yes] carried
   *[no] rejected
}.
account-separate-vote = Separate vote on { $clause }: { COUNT($yes) } yes, { COUNT($no) } no, { COUNT($abstain) } abstain: { $carried ->
    [yes] it stays
   *[no] struck
}.
account-says-no = { $country } { $act ->
    [objects] objects
    [breaks] breaks the silence
    [stays-out] stays out
   *[votes-no] votes no
}{ $over ->
    [yes] { " " }over { $clause }
   *[no] { "" }
}{ $defects ->
    [yes] , against its bloc
   *[no] { "" }
}: it is { $margin } { $act ->
    [objects] short of what it asks
    [breaks] short of what it asks
   *[other] better off without a text
}, and saying no { $company ->
    [yes] even in this company
   *[no] alone
} costs { $price }.
account-less-than-a-hundredth = less than .01
account-costs-nothing = nothing
account-keeps-line = { $country } { $act ->
    [objects] objects
    [breaks] breaks the silence
    [stays-out] stays out
   *[votes-no] votes no
} to keep its bloc's line (its own margin is { $margin }).
account-brackets = In brackets: { $brackets }.
account-bracket = { $clause } [{ $who }]
account-between-parts = { "; " }
account-lcd-change = { $falls ->
    [yes] The text falls to the lowest common denominator: depth { $depth }, LCD index { $index }.
   *[no] The text rises from the lowest common denominator: depth { $depth }, LCD index { $index }.
}
account-move = { $kind ->
    [setter] { $mover } does not ask for all of it: it moves
    [sponsor] { $mover } gives way: it moves
    [Shift] The chair shifts
    [Merge] The chair merges
    [Clarify] The chair clarifies
    [Delete] The chair deletes
    [CarveOut] The chair carves out
   *[Trade] The chair trades
} { $changes }{ $gains ->
    [yes] { " " }for { $gain }{ $pays ->
        [yes] , at the cost of { $pay }
       *[no] { "" }
    }
   *[no] { $pays ->
        [yes] { " " }at the cost of { $pay }
       *[no] { "" }
    }
}.
account-change = { $clause } from { $before } to { $after }{ $worded ->
    [yes] { " " }“{ $words }”
   *[no] { "" }
}
account-trade = { $first } for { $second }
account-full-stop = { $text }.
account-proposals = The chair takes up { COUNT($taken) } of { $made ->
    [one] 1 proposal
   *[other] { COUNT($made) } proposals
}{ $against ->
    [yes] ; against the others: { $names }
   *[no] { "" }
}.
account-how-often = { $party } ({ COUNT($times) })
account-walks-out = { $party } walks out: it can do better outside, and could not stop this text.
account-folded = { $n ->
    [one] Round { $first }: the same { $no ->
        [one] one says
       *[other] { COUNT($no) } say
    } no
   *[other] Rounds { $first }–{ $last }: the same { $no ->
        [one] one says
       *[other] { COUNT($no) } say
    } no
}{ $depth ->
    [moves] ; depth { $from } to { $to }
    [same] ; depth { $to }
   *[none] { "" }
}
account-the-text-goes = The text: { $changes }.
account-see-all = Rounds in which nothing turned are told in a line: --full tells them all.

## The end

account-outcome = { $label ->
    [WalkOut] walk-out
    [Deadlock] deadlock
    [Deferral] deferral
    [CoalitionOfTheWilling] coalition of the willing
    [ContestedVote] contested vote
    [Hollow] hollow text
    [CarveOut] carve-out
    [LowestCommonDenominator] lowest common denominator
    [Substantive] substantive
   *[Compromise] compromise
}
account-ending = { $kind ->
    [over-objections] Adopted in round { $round } over the objections named below.
    [consensus] Adopted by consensus in round { $round }.
    [signed] Signed in round { $round } by { COUNT($signatories) } of { COUNT($members) }; it binds nobody else.
    [vote] Adopted by vote in round { $round }, { COUNT($no) } against.
    [called-vote] Adopted in round { $round } by a vote that a sponsor called, { COUNT($no) } against.
    [fallback-vote] Adopted in round { $round } by vote after consensus had failed, { COUNT($no) } against.
    [deadlock] Not adopted: deadlock after { $round ->
        [one] 1 round
       *[other] { COUNT($round) } rounds
    }; below, the last text tabled.
   *[walk-out] Not adopted, because of a walk-out, after { $round ->
        [one] 1 round
       *[other] { COUNT($round) } rounds
    }; below, the last text tabled.
}
account-index-undefined = undefined (ambitions hardly differ)
account-depths = { " " }Depth { $depth }, guaranteed { $guaranteed }; LCD index { $index }, on guaranteed depth { $guaranteed_index }; an LCD text: { $lcd ->
    [undefined] undefined
    [yes] yes
   *[no] no
}; in substance: { $substance ->
    [undefined] undefined
    [yes] yes
   *[no] no
}.{ $emergence ->
    [diluted] { " " }It was diluted: at the LCD from round { $round } on.
    [drafted] { " " }It was drafted at the LCD.
   *[none] { "" }
}
account-without-laggards = With { $laggards } silent, on the same draws: depth { $depth }.
account-the-text = The text:
account-group = { $kind ->
    [sponsors] Sponsors
    [supports] Supports
    [yes-with-bloc] Says yes with its bloc
    [in-silence] Lets it pass in silence
    [yes-under-protest] Says yes with its bloc, under protest
    [under-protest] Goes along under protest (explanation of position)
    [stays-out] Stays out
    [abstains] Abstains
    [objects] Objects
    [stays-out-against] Stays out, against it
    [votes-no] Votes no
    [looks-on] Looks on, without a say
    [absent] Absent
   *[broke-line] Broke its bloc's line
}: { $names }.
account-two-fixed-points = Had everybody expected objections instead of silence, more would have objected: the objection game has two fixed points here.

## Why it came out so

account-why = Why: { $sentences }
account-why-came-out = { $adopted ->
    [yes] a text was adopted in round { $round }, by its kind “{ $label }”{ $ambition ->
        [yes] , of depth { $depth } where the draft had { $draft }.
       *[no] .
    }
   *[no] no text was adopted ({ $label }) after { $round ->
        [one] one round
       *[other] { COUNT($round) } rounds
    }{ $ambition ->
        [yes] ; the last one tabled had depth { $depth }, the draft { $draft }.
       *[no] .
    }
}
account-why-never-failed = It turned on no clause: the first text put to the room passed.
account-why-no-clause = Of those who said no in round { $round }, the last that failed, none minded any single clause.
account-why-turned = It turned on { $clauses }: that is what { $n ->
    [one] the one that
   *[other] the { COUNT($n) } that
} said no in round { $round }, the last that failed, minded most.
account-minded-by = { $clause } ({ COUNT($times) } of { COUNT($n) })
account-held-out = { $kind ->
    [line] { $party } kept its bloc's line
    [vote] { $party } had { $utility } from the text, and without one { $without }
   *[objection] { $party } had { $utility } from the text, asked for { $asked }, and would have had { $without } from failure
}
account-why-held-out = Then { $parties }{ $more ->
    [0] { "" }
    [one] ; one more said no
   *[other] ; { COUNT($more) } more said no
} (of 1, { $about ->
    [yes] its own wish on { $clause }
   *[no] its own wish
}).
account-why-nobody-held-out = Nobody held out.
account-why-none-failed = No attempt failed before that.
account-why-unmoved = The text stayed as it was drafted.
account-why-given = From the draft on { $giver ->
    [chair] the chair moved { $changes }
    [sponsor] { $sponsor } moved { $changes }
   *[text] the text went: { $changes }
}{ $gains ->
    [yes] , most to the good of { $gainers }{ $costs ->
        [yes] { " " }and at the cost of { $losers }
       *[no] { "" }
    }
   *[no] { $costs ->
        [yes] , most at the cost of { $losers }
       *[no] , which changed hardly anything for anybody
    }
}.
account-by-how-much = { $party } ({ $change })
account-why-all-gain = What was adopted gives everybody with a say at least what it would have without a text, { $who } least more than that: { $by }.
account-why-some-lose = What was adopted gives less than no text to { $who } (by { $by } at most), which did not stop it.
account-why-acceptable = An acceptable text existed: { $text } gives everybody with a say at least what it has without one.
account-why-none-acceptable = No clear text existed that gives everybody with a say at least what it has without one.
account-why-lacked = To let the text pass in the last round that failed there lacked of what counts: { $parties }.
account-heading = Replicate { $replicate } of seed { $seed }, scenario { $hash }, version { $version }.
