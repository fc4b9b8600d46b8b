### A seat at the table: its instructions, the room in each round, and what it got.

## Instructions

play-instructions = Your instructions: { $seat }
play-who-country = { $kind ->
    [led] You speak for { $seat }, a member of { $blocs }. While the text is revised, { $lead } speaks for you, until you ask for something of your own; you object and vote for yourself.
    [member] You speak for { $seat }, a member of { $blocs }.
   *[alone] You speak for { $seat }.
}
play-who-bloc = You speak for { $seat } while the text is revised. { $n ->
    [one] Its only member, { $members }, votes for itself
   *[other] Its { COUNT($n) } members vote for themselves ({ $members })
}; your answer is the line that they take unless it costs them too much.
play-rule = A text is { $rule }. { $rounds ->
    [one] There is one round
   *[other] There are { COUNT($rounds) } rounds
}.
play-clause-matters = { $n } { $clause }: { $share } of what matters to you
play-you-want = you want { $value }
play-you-stand-for = in the room you stand for { $value }, as your bloc has agreed
play-without-a-text = without a text: { $value }
play-ladder = it could say: { $words }
play-no-stake = No concern of yours: { $clauses }.
play-scale = What a text is worth to you runs from 0 to 1: all your wishes met.
play-failing = Without a text you have what holds now, worth { $quo }. { $kind ->
    [cost] Failure would cost you { $difference } besides, so settle for no less than { $least }.
    [option] You need not settle for that: an alternative, or your instructions, make { $least } the least that you settle for, { $difference } more.
   *[none] Settle for no less than that: { $least }.
}
play-concedes = Your delegate asks for most at first and comes down to { $least } by the end; objecting alone may cost it something, and it may then let a text pass that is worth less. Whatever you leave unsaid, it says for you.
play-nothing-agreed = nothing agreed

## The room

play-round = Round { COUNT($round) } of { COUNT($of) }
play-round-on-clause = Round { COUNT($round) } of { COUNT($of) }, on { $clause } alone
play-clause-says = { $n } { $clause }: { $value }{ $cares ->
    [yes] {" "}(you stand for { $wish })
    [asks] {" "}(you stand for { $wish } and ask for { $asks })
   *[no] {""}
}
play-brackets = brackets: { $who }
play-worth = { $clause ->
    [yes] What the text says on this clause is worth { $utility } to you
   *[no] The text is worth { $utility } to you
}; { $own ->
    [yes] you ask for { $demand }
   *[no] your delegate asks for { $demand } in this round
} and would settle for { $least } in the end.
play-taken-up = Taken up, as { $who } proposed: { $clause } { $value }.
play-change = { $clause }: { $before } → { $after }{ $kind ->
    [both] , for { $gain }, at the cost of { $pay }.
    [gain] , for { $gain }.
    [pay] , at the cost of { $pay }.
   *[none] .
}
play-left = Left the room: { $who }.
play-over = { $who } (over { $clause })
play-put = { $kind ->
    [vote] The text was put to the vote: { COUNT($yes) } yes, { COUNT($no) } no, { COUNT($abstain) } abstaining{ $against ->
        [some] ; against: { $who }
       *[nobody] {""}
    }.
    [agreed] The text was put, and nobody objected.
    [objections] The text was put{ $carried ->
        [yes] {" "}and carried, though there were objections: { $who }.
       *[no] ; objections: { $who }.
    }
   *[nobody] The text was put and not carried, though nobody objected.
}
play-not-put = The text was not put to the room.
play-refused = Does not count for { $seat }: { $why }.

play-lost = From now on the model plays for { $seat }: { $why }.

## Commands

play-prompt = { $seat }>
play-begin = Type a command; “help” lists them.
play-help-pass = pass [ROUNDS]: nothing more in this round (or in so many); your delegate goes on from what you asked for
play-help-ask = ask CLAUSE VALUE: from now on say that you want this, a number from 0 to 1 or the clause's own words, as in: ask 1 .6; withdraw CLAUSE: say what you want again
play-help-demand = demand LEVEL: from now on ask for a text worth this to you, from 0 to 1, and object to less unless standing alone costs too much; demand default: leave it to your delegate
play-help-propose = propose CLAUSE VALUE: a change that the chair takes up if it serves the room better than its own
play-help-object = object, support, abstain: your answer when the text is put in this round, whatever it says by then
play-help-vote = vote: call for a vote in this round; one is held if it would carry the text
play-help-walk-out = walk out: leave for good
play-help-look = text, instructions, help: see them again; quit: stop here
play-noted-ask = From now on you ask for { $value } on { $clause }.
play-noted-withdrawn = You say what you want on { $clause } again.
play-noted-demand = { $kind ->
    [own] From now on you ask for a text worth { $level } to you.
   *[default] Your delegate asks for what it thinks fit again.
}
play-noted-propose = You propose for { $clause }: { $value }.
play-noted-vote = You call for a vote.
play-not-understood = { $why }.
play-plays-on = No more is typed: your delegate goes on alone, and what you asked for no longer counts.
play-quit = You leave the table.

## What came of it

play-ending = The negotiation ended in round { COUNT($round) }: { $label } ({ $meaning }).
play-got = { $text ->
    [yes] What the text brings you
   *[no] There is no text; what that brings you
} over what holds now: { $gain }{ $bloc ->
    [yes] {" "}(the mean of your members)
   *[no] {""}
}.
play-automatic = On the same draws your automatic delegate gets { $gain } ({ $label }): { $kind ->
    [more] you did better by { $difference }
    [less] you did worse by { $difference }
   *[same] no more and no less than you
}.
play-automatic-certain = Nothing is drawn in this case: it would get that every time.
play-automatic-draws = Over { COUNT($n) } draws it gets { $mean } on average (95 % interval { $low } to { $high }), from { $least } to { $most } in eight of ten; there is a text in { $adopted } of them. One negotiation, yours too, is one draw.
play-column-clause = clause
play-column-matters = matters
play-column-wanted = you wanted
play-column-got = holds now
play-column-automatic = automatic
play-depth = Depth, with you at the table: { $own }; with your automatic delegate on the same draws: { $automatic }. { $kind ->
    [deeper] It is deeper with you than with your delegate.
    [shallower] It is less deep with you than with your delegate.
   *[same] That is the same.
}
play-held = Where the model plays every seat, yours { $kind ->
    [down] holds the text down by { $share }
    [up] pulls the text up (responsibility { $share })
    [not] does not hold the text down by as much as { $threshold } (responsibility { $share })
   *[unclear] holds the text down by about { $threshold }: more or less cannot be told (responsibility { $share })
}{ $interval ->
    [yes] , 95 % interval { $low } to { $high }, { COUNT($n) } draws
   *[no] , exactly
}.
play-no-depth = No clause is a matter of more or less ambition here, so nobody can hold the text down.
play-levers = What would have lifted it: { $command }
play-recorded = What was said is in { $file }; the same negotiation again, without anybody at the table: { $command }
