### The printed kit of a class.

class-title = { $name } – { $title }
class-instructions = Instructions for delegations
class-handout = Handout
class-exercises = Exercises
class-key = Key to the exercises
class-glossary = Glossary
class-secret = For your delegation alone: do not show it to the others.

class-who = Who is in the room
class-countries = { $n ->
    [one] One country
   *[other] { COUNT($n) } countries
}: { $who }.
class-blocs = Groups that speak together: { $who }.
class-rule = When there is a text
class-how = In each round delegations say what they ask for, propose changes and object; the chair revises the text and puts it to the room. Without a text, what holds now stays.
class-clauses = What is negotiated
class-question = The question
class-asks = What will the text say, who will it disappoint, and what would have made it say more? Write down what you expect before you negotiate.

class-guess-first = Write down what you expect before anything is computed. Depth runs from 0 to 1: how much the clauses of ambition commit to on the whole.
class-ask-wishes = For each clause of ambition: who wants least, what is the lowest common denominator (the least ambitious wish, never below what holds now), and what does the median country want?
class-ask-outcome = How often is a text adopted?{ $ambition ->
    [yes] {" "}How often does it hardly commit to more than the lowest common denominator, its vague words read in the least demanding way? How deep is what holds afterwards, on average?
   *[no] {""}
}
class-ask-held-down = Who holds the text down, and who pulls it up? Rank them, and say why.
class-ask-rule = Suppose another rule: { $rule }. Would what holds afterwards be deeper or shallower, and why?
class-ask-switches = Which of these changes lifts the text, which sinks it: { $names }?
class-key-basis = Figures of the model over { $n ->
    [one] one negotiation
   *[other] { COUNT($n) } negotiations
}, with 95 % intervals in brackets; the same again: { $command }{ $switches ->
    [none] {""}
   *[other] {" "}and, of switches, { $switches }
}
class-key-caution = These are properties of the model with the guesses of this case, not of the world. An answer with a good reason is worth more than the right figure.
class-key-wishes = Together the lowest common denominators have depth { $lcd }, the median wishes { $median }: as stated, nothing drawn.
class-key-outcome = A text is adopted in { $adopted } of negotiations{ $ambition ->
    [yes] ; in { $substance } it is a lowest common denominator in substance: on the least demanding reading of its vague words Λ is { $line } or more, 1 being the lowest common denominator and 0 the median wish. Depth of what holds afterwards: { $depth }
   *[no] {""}
}.
class-key-change = What holds afterwards changes in depth, on the same draws, by { $change }.
class-key-switches = Where a change leaves no text, depth is that of what holds now; one that changes what is negotiated, or what holds now, changes the question: { $command } tells which.
class-column-clause = clause
class-column-least = wants least
class-column-lcd = lowest common denominator
class-column-median = median wish
class-column-switch = change
class-column-asks = what it asks
class-column-change = change of depth, on the same draws
class-figure = { $value }{ $exact ->
    [yes] {""}
   *[no] {" "}({ $low } to { $high })
}
