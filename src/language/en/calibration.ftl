### What really happened beside the runs, and what it says of the numbers that nobody knows.

calibration-section-observed = What really happened
calibration-observed-heading = Beside what really happened: { $title }
calibration-observed-ending = { $adopted ->
    [yes] A text was adopted; { $share } of runs adopt one.
   *[no] No text was adopted; { $share } of runs adopt one.
}
calibration-observed-inside = { $spread ->
    [yes] { COUNT($k) } of { $n ->
        [one] 1 clause lies
       *[other] { COUNT($n) } clauses lie
    } inside the middle eight tenths of simulated texts{ $reach ->
        [0] { "" }
       *[other] , { COUNT($reach) } more by a value that its coder would defend
    }.
   *[no] { COUNT($k) } of { $n ->
        [one] 1 clause stands
       *[other] { COUNT($n) } clauses stand
    } where the simulated text has it{ $reach ->
        [0] { "" }
       *[other] , { COUNT($reach) } more by a value that its coder would defend
    }.
}
calibration-observed-distance = Mean distance over { $n ->
    [one] 1 clause
   *[other] { COUNT($n) } clauses
}: the model's median text { $model }{ $range ->
    [none] { "" }
   *[other] { " (sampling " }{ $range })
}, { $rivals }.
calibration-observed-rival = { $who ->
    [compromise] the compromise (the mean wish)
    [lcd] the LCD
   *[status-quo] the status quo
} { $distance } ({ $verdict ->
    [nearer] nearer
    [farther] farther
    [tied] a tie
   *[few] too few runs to tell
}{ $verdict ->
    [nearer] { $every ->
        [yes] { "" }
       *[no] , though not for every value of its coding
    }
    [farther] { $every ->
        [yes] { "" }
       *[no] , though not for every value of its coding
    }
   *[other] { "" }
})
calibration-observed-votes = In fact { $observed } of the votes cast were Yes; { $kind ->
    [none] no run takes a vote.
    [same] in runs { $low }.
   *[range] eight in ten of the { COUNT($n) } votes of runs have { $low } to { $high }: { $place ->
        [inside] inside.
       *[outside] outside.
    }
}
calibration-observed-later = { $n ->
    [one] 1 position rests
   *[other] { COUNT($n) } positions rest
} only on later statements and may be an effect of the text: plenary adopted compares without them, too.
calibration-observed-unused = No run uses what was observed.
