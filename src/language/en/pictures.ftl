# Pictures of responsibility, brackets, the last vote, voting power and outcomes.

pictures-estimate = { $signed ->
    [yes] { $at } ({ $low } to { $high })
   *[no] { $at } ({ $low }–{ $high })
}
pictures-depth-axis = depth (0 to 1)

pictures-responsibility-title = { $kind ->
    [down] Depth is held down by { $who }
    [up] Nobody holds depth down by { $threshold } or more; it is pulled up by { $who }
    [open] Nobody is sure to hold depth down by { $threshold } or more; nearest: { $who }
    [one] Who holds depth down cannot be told from one negotiation
    [nothing] Nothing is to be shared out: whoever must be brought along, depth is the same
   *[nobody] Nobody holds depth down by { $threshold } or more
}
pictures-responsibility-by = { $way ->
   *[other] { $who } by { $by }
}
pictures-responsibility-reading = From the draft’s depth to the depth of what holds afterwards, { $sum } in all: what each takes away, or adds, by having to be brought along (Shapley values; they add up exactly; with another draft they would differ). { $runs ->
    [one] One negotiation: no intervals.
   *[other] { COUNT($runs) } negotiations; 95 % that none of the intervals errs.
}{ $open ->
    [0] {""}
    [one] {" "}One of { $of } cannot be told from 0.
   *[other] {" "}{ $open } of { $of } cannot be told from 0.
}
pictures-responsibility-pooled = { $countries ->
    [one] one other country
   *[other] { COUNT($countries) } other countries together
}
pictures-responsibility-small = { $whole ->
    [yes] All { $players }
   *[no] { $players } others
} ({ $countries ->
    [one] one country
   *[other] { COUNT($countries) } countries
}), each below { $threshold }
pictures-responsibility-legend = { $what ->
    [depth] depth
    [down] holds it down
    [up] pulls it up
    [open] cannot be told from 0
   *[interval] 95 % interval
}
pictures-responsibility-draft = The draft
pictures-responsibility-holds = What holds afterwards
pictures-responsibility-alt = From { $draft } in the draft to { $realised } in what holds afterwards. { $steps }.

pictures-brackets-title = { $kind ->
    [closed] Last in brackets: { $clauses }, { $several ->
        [yes] until round { $round }
       *[no] kept there by { $who } until round { $round }
    }; { $end }
    [open] Still in brackets at the end: { $clauses }{ $several ->
        [yes] {""}
       *[no] {", "}kept there by { $who }
    }; { $end }
   *[never] Nothing was ever in brackets; { $end }
}
pictures-brackets-reading = One negotiation, round by round. A clause is in brackets while somebody who does not get what it asks for would change it first: the strip says how many do, the bars below who does. Numbers above: turning points.
pictures-brackets-end = { $kind ->
    [consensus] adopted by consensus in round { $round }
    [vote] adopted by vote in round { $round }
    [signed] signed in round { $round }
    [walk-out] no text after a walk-out in round { $round }
   *[none] no text after { $round ->
        [one] one round
       *[other] { COUNT($round) } rounds
    }
}
pictures-brackets-alt = { $clause }: { $kept ->
    [yes] in brackets until round { $round }, kept there by { $who }
   *[no] never in brackets
}; { $settled ->
    [agreed] agreed
    [deleted] deleted
    [carved-out] carved out
   *[open] no text
}: { $says }.
pictures-brackets-axis = round
pictures-brackets-against = against the text
pictures-brackets-legend = { $what ->
    [clause] in brackets, by how many
    [keeper] by whom
    [against] against the text, how many countries
    [agreed] agreed
    [deleted] deleted: as without a text
    [carved-out] carved out
    [carried] vote on the clause, carried
    [rejected] vote on the clause, rejected
   *[open] no text
}
pictures-brackets-says = { $words } ({ $number })
pictures-brackets-wants = { $who }: { $wants }
pictures-brackets-sheet = Round { $round }: { $open ->
    [0] no clause is in brackets
    [one] one of { $of } clauses is in brackets
   *[other] { $open } of { $of } clauses are in brackets
}{ $kind ->
    [objections] {", "}{ $against ->
        [0] nobody objects
        [one] one country objects
       *[other] { COUNT($against) } countries object
    }
    [votes] {", "}{ $against ->
        [0] nobody votes no
        [one] one country votes no
       *[other] { COUNT($against) } countries vote no
    }
   *[none] {""}
}
pictures-brackets-sheet-reading = The text at the start of this round. In [brackets]: what somebody would change first, and what it would put (upright strokes on the scale from 0 to 1). Ring and line: where the text stood at the turning point before.
pictures-brackets-more = { $more ->
    [one] One more clause, not in brackets
   *[other] { $more } more clauses
}: in the figures.
pictures-brackets-step = { $is_end ->
    [yes] { $number }: end
   *[no] { $number }: r. { $round }
}
pictures-brackets-map = map
pictures-brackets-go = Turning point { $number }

pictures-tiles-title = { $asked ->
    [votes] { $carried ->
        [yes] Carried
       *[no] Not carried
    }: { $yes } yes, { $no } no, { $abstain } abstain
   *[objections] { $carried ->
        [yes] Nobody’s objection stood in the way: { $no ->
            [0] all who were there let it pass
            [one] one objects, { $yes } let it pass
           *[other] { $no } object, { $yes } let it pass
        }
       *[no] Not carried: { $no ->
            [one] one objects
           *[other] { $no } object
        }, { $yes } let it pass
    }
}
pictures-tiles-reading = The last ballot of one negotiation, in round { $round }: a tile for each country, by its leading bloc, those who voted alike together. Countries are counted, whatever their votes weigh.
pictures-tiles-counted = { $vote ->
    [yes] { $asked ->
        [votes] { $n } yes
       *[objections] { $n } let it pass
    }
    [no] { $asked ->
        [votes] { $n } no
       *[objections] { $n } object
    }
    [abstain] { $n } abstain
   *[absent] { $n } absent
}
pictures-tiles-bloc = { $kind ->
    [bloc] { $name } ({ $members }): { $counts }
    [outside] Outside blocs ({ $members }): { $counts }
   *[all] All ({ $members }): { $counts }
}

pictures-power-title = { $kind ->
    [equal] { $members ->
        [one] The only member has all the power
       *[other] { $veto ->
            [yes] All { $members } members can stop a text alone: their power is the same
           *[no] All { $members } members have the same power
        }
    }
    [more] { $who } { $many ->
        [one] has
       *[other] together have
    } { $power } of the power, with { $share } of the { $unit ->
        [heads] seats
        [population] population
        [votes] votes
       *[materiality] materiality
    }
   *[proportional] Power goes with the { $unit ->
        [heads] seats
        [population] population
        [votes] votes
       *[materiality] materiality
    }: nobody’s is told to exceed its share
}
pictures-power-reading = { $stage ->
    [after] Consensus is tried first, with the same power for all; this is the vote that follows.
    [first] The rule that is tried first.
   *[only] Power under the decision rule alone, whatever members want.
} Shapley–Shubik: how often a member’s Yes decides if all speak up in random order. { $draws ->
    [0] Banzhaf: its share of the cases in which a single vote decides. Exact.
   *[other] Estimated from { COUNT($draws) } random orders; 95 % that none of the intervals errs.
} Members whom the rule treats alike are one row; figures are per member.
pictures-power-legend = { $what ->
    [share] share of the { $unit ->
        [heads] seats
        [population] population
        [votes] votes
       *[materiality] materiality
    }
    [shapley] power: Shapley–Shubik index
   *[banzhaf] power: Banzhaf index (normalised)
}
pictures-power-group = { $many ->
    [one] { $who }
   *[other] { $many } × { $who }
}
pictures-power-axis = share of each member
pictures-power-others = { $n ->
    [one] One more member, with at most { $below } of the power: in the figures.
   *[other] { COUNT($n) } more members, each with at most { $below } of the power: in the figures.
}

pictures-flow-base = The case as it is
pictures-flow-title = { $of ->
    [values] { $factor } from { $start } to { $row }: “{ $outcome }” { $way ->
        [up] rises
       *[down] falls
    } from { $from } to { $to }
   *[switches] { $row } “{ $outcome }” { $way ->
        [up] rises
       *[down] falls
    } from { $from } to { $to }
}{ $exact ->
    [yes] {""}
   *[no] {", "}by { $low }–{ $high } points
}
pictures-flow-same = { $of ->
    [values] No outcome becomes more or less frequent beyond doubt
   *[switches] No switch makes an outcome more or less frequent beyond doubt
}
pictures-flow-reading = How often each outcome occurs, { $of ->
    [values] for each value of { $factor }
   *[switches] in the case as it is and with each switch, on the same draws; those that change most come first
}. { $runs ->
    [one] One negotiation each.
   *[other] { COUNT($runs) } negotiations each{ $of ->
        [values] {", "}or more
       *[switches] {""}
    }; 95 % that none of the intervals errs.
} Triangles: changes against the first row that are beyond doubt.
pictures-flow-omitted = {" "}Not drawn, but in the figures: { $outcomes ->
    [0] {""}
    [one] the rarest outcome{ $rows ->
        [0] {""}
       *[other] {", "}
    }
   *[other] the { $outcomes } rarest outcomes{ $rows ->
        [0] {""}
       *[other] {", "}
    }
}{ $rows ->
    [0] {""}
    [one] the last row
   *[other] the last { $rows } rows
}.
pictures-flow-legend = { $what ->
    [up] more often, beyond doubt
    [down] less often, beyond doubt
    [open] no change told
   *[interval] 95 % interval
}
pictures-flow-axis = share of negotiations, per cent
