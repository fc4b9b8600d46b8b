### How a case is negotiated: its protocol, its first draft, what its parties can do without a text.

case-protocol-revisions = { $of ->
    [clauses] Clause by clause, each of which must carry on its own, the chair revises
   *[whole] The chair revises
} for up to { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}, { $limited ->
    [yes] at most { $limit ->
        [one] { $limit } move
       *[other] { $limit } moves
    } a round
   *[no] each until nothing helps any more
}; it { $moves }.
case-move = { $move ->
    [Shift] shifts
    [Merge] merges
    [Clarify] clarifies
    [Delete] deletes
    [CarveOut] carves out
   *[Trade] trades
}
case-protocol-sponsor = The sponsor defends its text and gives way only as far as it must; all others ask for what they would settle for. { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
} at most.
case-protocol-setter = The agenda setter makes one offer, the best for itself of those that would carry: take it or leave it.
case-protocol-single = The chair proposes one change of one text in each of { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
} (± { $change } on a clause) and takes up any { $accept ->
    [greedy] that hurts nobody and helps somebody
    [answers] that raises the sum of the parties' answers, or by annealing from temperature { $temperature }
   *[surplus] that raises the least surplus of any party, or by annealing from temperature { $temperature }
}; every { $every ->
    [one] { $every } round
   *[other] { $every } rounds
} it puts the text to the room.
case-protocol-compromise = The text is the compromise, put to the room once: take it or leave it.
case-draft = The first draft is { $kind ->
    [mean] the mean of ideals, weighted by materiality and salience
    [sponsor] what { $who } wants
    [drawn] what a drawn party wants
    [status-quo] what holds without a text
    [agreed] language agreed before
   *[given] as given
}.
case-outside = { $who }: without a text, { $what }.
case-outside-gain = { $by } { $way ->
    [worse] worse
   *[better] better
} than the status quo
case-outside-club = a club with reach { $reach } for { $text }
case-outside-wishes = the wishes of { $party }
case-outside-status-quo = the status quo
case-outside-point = { $clause } { $at }
case-outside-option = { $clause } “{ $option }”
case-unsatisfied = { $often ->
    [each] In each of { COUNT($draws) } draws
   *[some] In { $share } of { COUNT($draws) } draws
} no text can satisfy { $party }: { $why ->
    [members] its members' outside options are worth more to it than the text it likes best
    [points] it wants more points than its best options give
   *[ideal] its outside option is worth more to it than its own ideal text
}.
