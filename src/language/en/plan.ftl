### A study before it is run.

plan-varies = What it varies in { $scenario }
plan-runs = What it runs
plan-throughout = Throughout: { $settings }.
plan-switch = the switch "{ $name }" is flipped
plan-setting = { $path } is { $value }
plan-columns = parameter | values | how many >
plan-range = a range
plan-named = { $label }: { $name }
plan-normal = normal, mean { $mean }, standard deviation { $sd }
plan-truncated-normal = { $low } to { $high }, normal around { $mean } (standard deviation { $sd })
plan-triangular = { $low } to { $high }, likeliest { $mode }
plan-from-to = { $from } to { $to }
plan-logarithm = { $from } to { $to }, by its logarithm
plan-points = { $points ->
    [one] { COUNT($points) } point
   *[other] { COUNT($points) } points
} ({ $design }); { $how }; seed { $seed }.
plan-each = { $n ->
    [one] { $n } negotiation at each
   *[other] { $n } negotiations at each
}
plan-idle = Without effect in { $trials } trial negotiations, between the farthest of its values and all else as it is: { $names }. An index of it would be 0, or nearly so.
plan-sound = { $sound ->
    [0] None of { COUNT($points) } points makes sense as a scenario:
   *[other] { COUNT($sound) } of { COUNT($tried) }{ $among ->
        [tried] {" "}points tried
       *[all] {" "}points
    } make sense as a scenario ({ $share }); the others fail:
}
plan-reason = { $many ->
    [1] point { $first }: { $why }
   *[other] { COUNT($many) } points, as { $first }: { $why }
}
plan-more-reasons = and { $n ->
    [one] { $n } other reason
   *[other] { $n } other reasons
}
plan-costs = { $about ->
    [yes] About { COUNT($n) }
   *[no] { COUNT($n) }
} negotiations{ $most ->
    [yes] {" "}at most
   *[no] {""}
}{ $tried ->
    [yes] : about { $duration } on { $threads ->
        [one] { $threads } thread
       *[other] { $threads } threads
    }, and { $size } on disk (from { COUNT($trials) } trial negotiations).
   *[no] .
}
plan-duration = { $unit ->
    [second] a second
    [seconds] { $n } s
    [minutes] { $n } min
    [hours] { $n } h
   *[days] { $n } days
}
