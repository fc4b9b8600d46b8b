### Errors: what is wrong with a file or a command, and what to do. Those that are in no other language are in the sources.

errors-error = error
errors-warning = warning
errors-note = note
errors-help = help
errors-also = { $n ->
    [one] also in line { $lines }
   *[other] also in lines { $lines }
}{ $more ->
    [yes] {" "}and more
   *[no] {""}
}
errors-not-found = { $said }
errors-denied = { $said }
errors-expected = expected { $what }{ $some ->
    [yes] ; { $advice }
   *[no] {""}
}

# Names that were probably meant.
errors-did-you-mean = did you mean { $name }?
errors-none-there = there is none in this scenario
errors-known = known: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
errors-quoted = "{ $name }"
errors-one-of = one of { $words }{ $others ->
    [yes] {" "}and others
   *[no] {""}
}

# Files.
errors-unreadable = cannot read { $file }
errors-no-folder = there is no folder { $folder }
errors-no-scenario-in-folder = there is no scenario (.ron) in that folder
errors-no-case = there is no file and no shipped scenario called "{ $name }"
errors-did-you-mean-shipped = did you mean "{ $name }", which is shipped?
errors-it-is-scenario = it is a scenario: plenary run { $name }, or analyse { $name }
errors-it-is-study = it is a study: plenary sweep { $name } --out DIR
errors-it-is-template = it is a template for real cases: plenary backtest --models { $name }
errors-problems = { $file }: { $n ->
    [one] 1 problem
   *[other] { $n } problems
}{ $shown ->
    [all] {""}
   *[other] , of which the first { $shown }
}
errors-faults = { $file }: { $n } problems{ $more ->
    [yes] {" "}or more, of which these are the first
   *[no] {""}
}

# Grammar.
errors-grammar = { $kind ->
    [empty] the file holds no { $what }
    [comment] a comment is never closed
    [quote] a quoted text does not end where it should
    [unseen] { $sign ->
        [no-break] a no-break space
        [soft-hyphen] a soft hyphen
        [zero-width] a zero-width character
        [direction] a mark of direction
        [blank] a blank that is no plain space
       *[control] a control character
    } ({ $found }) stands here
    [comma] a comma is missing
    [colon] a colon is missing
    [bare] no brackets surround the field `{ $found }`
    [unclosed] the file ends too early
    [mismatch] `{ $found }` closes what `{ $open }` opened in line { $line }
    [depth] brackets are nested too deeply
    [trailing] something follows the end of the { $what }
   *[stray] `{ $found }` has no meaning here
}
errors-grammar-expected = { $kind ->
    [empty] nothing here
    [comment] the comment that opens here ends with */
    [quote] the quote that opens here may not be closed
    [unseen] only plain spaces here
    [comma] a comma is missing here
    [colon] a colon is missing here
    [bare] fields stand in round brackets, as in ({ $found }: …)
    [unclosed] this bracket is never closed by `{ $right }`
    [mismatch] `{ $right }`
    [depth] no file of this kind goes so deep
    [trailing] the { $what } ends here
   *[stray] { $sign ->
        [hash] no comment begins so
        [curly] not a straight double quote
        [equals] a colon is needed here
        [slash] neither a fraction nor a comment
        [percent] not part of a number
        [semicolon] a comma is needed here
        [full-width] a full-width character
       *[other] not part of a scenario
    }
}
errors-grammar-help = { $kind ->
    [comment] a comment of one line begins with // and needs no end
    [quote] text stands between two straight double quotes, as in "Norway"
    [unseen] it cannot be seen, and comes along with pasted text: replace it by a plain space
    [mismatch] is a `{ $right }` missing before this, or a bracket too many?
    [trailing] everything stands within one pair of ( and ): is this bracket one too many?
   *[stray] { $sign ->
        [hash] comments begin with //
        [curly] names and text stand in straight double quotes, as "Norway"; a word processor may bend them
        [equals] a field and its value are written as rounds: 60
        [slash] write 0.5 for a half, and (1, 2) where a share is needed; comments begin with //
        [percent] scales and shares run from 0 to 1: write 0.5 for 50 %
        [semicolon] entries are separated by plain commas
        [full-width] write the plain { $right }
       *[other] comments begin with //, text stands in "quotes"
    }
}
errors-whole = { $what ->
    [study] a study is written as (format: 1, title: …, scenario: …, factors: …, design: …)
   *[scenario] a scenario is written as (format: 1, title: …, clauses: …, countries: …)
}
errors-what = { $what ->
    [scenario] scenario
    [study] study
    [template] template
   *[other] { $what }
}
errors-as-in = as in { $example }
errors-write-it-as = write it as { $example }

# Shape.
errors-owner-whole = the { $what }
errors-owner = { $kind ->
    [clauses] the clause
    [countries] the country
    [blocs] the bloc
    [firms] the firm
    [switches] the switch
    [choices] the choice
    [options] the option
    [positions] the position on
   *[other] the entry
} "{ $name }"
errors-owner-field = `{ $name }` of { $owner }
errors-unknown-part = unknown { $kind ->
    [field] field
   *[word] word
} `{ $found }` in { $owner }
errors-unknown-part-expected = not a { $kind ->
    [field] field
   *[word] word
} that can stand here
errors-missing = `{ $field }` is missing in { $owner }
errors-missing-expected = needs `{ $field }`
errors-missing-status-quo = say what holds without agreement, from 0 to 1: it is never assumed to be 0
errors-too-large = { $number } is too large
errors-too-small = { $number } is too small
errors-at-most = at most { $most }
errors-misfit = { $found } stands where { $needed } is needed
errors-misfit-number = { $number } is not { $needed }
errors-found = { $kind ->
    [end] the end of the file
    [quoted] quoted text
    [number] a number
    [word] the word `{ $text }`
    [bracket] a bracket `{ $text }`
    [comma] a comma
    [colon] a colon
   *[stray] `{ $text }`
}
errors-needed = { $kind ->
    [word] a word
    [whole] a whole number
    [round] `(`
    [field] a field
    [name] a name
    [map] `{"{"}`
    [list] `[`
    [number] a number
    [truth] true or false
    [text] text
   *[form] another value
}
errors-needed-in-full = { $kind ->
    [the-word] the word { $words }
    [range] from { $least } to { $most }
    [row] { $n } values in round brackets
    [whole] a whole number, 0 or more
    [field] a field, written without quotes
    [record] fields in round brackets, as in (field: value)
    [name] a name in straight double quotes
    [map] names and values in curly brackets
    [list] a list in square brackets
    [number] a number, as 0.5
    [truth] true or false
    [text] text in straight double quotes
   *[form] another form of value
}
errors-advice = { $kind ->
    [decimal] decimals are written with a point, as 0.5: a comma begins the next value
    [unquoted] write { $text } without quotes
    [bracket] is a `)` missing before this?
    [no-quotes] numbers, true and false are written without quotes
    [quote] write "{ $text }", in straight double quotes
   *[quote-or-bracket] write "{ $text }", in straight double quotes; or is a `{"}"}` missing before this?
}
errors-write = write { $form }
errors-fields = fields: { $fields }

# Meaning.
errors-kind = { $kind ->
    [country] country
    [bloc] bloc
    [firm] firm
    [clause] clause
    [option] option
    [party] party
    [move] move
    [switch] switch
   *[other] { $kind }
}
errors-unknown-name = unknown { $kind } "{ $name }"
errors-of-this-scenario = a { $kind } of this scenario
errors-number = { $what } is { $x }
errors-range = { $kind ->
    [not-negative] a finite number, 0 or more
    [least] a finite number, { $low } or more
    [positive] a finite number above 0
   *[range] a number from { $low } to { $high }
}
errors-percent = scales run from 0 to 1: { $x } of 100 is { $share }

# Commands.
errors-unknown-parameter = unknown parameter "{ $path }"
errors-not-in-protocol = the protocol { $protocol } has no { $parameter }
errors-value-misfit = "{ $value }" does not fit { $parameter }
errors-a-parameter = a parameter, as countries.NAME.outside_option
errors-a-move = a move of the chair
errors-a-setting = a setting that this protocol has
errors-no-value = --set { $setting } has no value
errors-no-value-help = write it as --set countries.USA.outside_option=0.15
errors-replicates = invalid number of replicates: { $given }
errors-replicates-help = expected a whole number from 1 to { $max }
errors-replicate = there is no replicate { $given }
errors-replicate-help = replicates are numbered from 0, to { $last } at most
errors-nothing-to-negotiate = "{ $title }" has no clauses: it describes a body and its rule, with nothing to negotiate
errors-nothing-to-negotiate-help = plenary analyse shows how power is distributed in it; to simulate negotiations, copy it (plenary new NAME --from BODY) and add clauses and positions
errors-no-word = the glossary has no word "{ $word }"
errors-no-measure = there is no measure "{ $name }" here: { $help }
errors-no-chart = there is no kind of chart called "{ $name }"
errors-no-chart-help = one of { $known }{ $near ->
    [none] {""}
   *[other] ; did you mean { $near }?
}
