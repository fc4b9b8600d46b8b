### Numbers, lists and words that every part of the program uses.

# Whether .28 is written 0.28.
number-leading-zero = no
number-thousands = ,
# A space that does not break stands before the sign.
number-percent = { $number }{ "\u00A0" }%

list-comma = { ", " }
list-and = { $head } and { $last }
list-more = { $head } and { COUNT($more) } more
list-nobody = nobody
list-named = { $name }: { $what }
list-bracketed = { $text } ({ $inside })
list-sentences = { $items }.
