## Studies: what a researcher is told of a sweep and of what rests on it

research-look = look { $nth } of { $of }, { $points ->
        [one] one point
       *[other] { COUNT($points) } points
    }
research-until = { $verdict ->
        [all] The interval of { $measure } is within ± { $half_width } at every point.
        [undefined] Not sure enough at { COUNT($missed) } of { COUNT($points) } points: after { COUNT($most) } negotiations the interval of { $measure } is still wider than ± { $half_width } there, and point { $at } has too few values for an interval. The column reached of points.csv says which.
       *[some] Not sure enough at { COUNT($missed) } of { COUNT($points) } points: after { COUNT($most) } negotiations the interval of { $measure } is still wider than ± { $half_width } there (the widest ± { $widest }, at point { $at }). The column reached of points.csv says which; a larger `most` goes on.
    }
research-status-looks = until    { COUNT($reached) } points sure enough, { COUNT($exhausted) } at the most allowed without it, { COUNT($open) } open
research-given-nothing = { $kind ->
        [noise] differs between points by no more than the draws of their replicates: nothing can be put down to a factor
       *[constant] does not vary over the points
    }
research-given-basis = { COUNT($points) } points{ $left_out ->
        [0] { "" }
        [one] ; one more has no value and is left out, so the sample is not quite the design
       *[other] ; { COUNT($left_out) } more have no value and are left out, so the sample is not quite the design
    }.{ $known ->
        [constant] { "" }
        [yes] { " " }Noise of replicates: { $noise } of the variance between points, taken out of S.
       *[no] { " " }How much of the variance between points is noise of replicates is not known.
    }
research-given-legend = The points are taken as a sample. S: share of the variance between points that the factor explains by itself (correlation ratio of points grouped by its values, Kelley's correction); about 0, either side of it, where it explains nothing. What all S together leave is what factors do together. PRCC: partial rank correlation, the other factors held: −1 to 1, its sign the direction; – where values have no order. PRCC has the noise of replicates in it, so it is nearer 0 than with more of them. A grid or a list is no random sample: its indices are those of the values chosen.
research-given-pair = { $factors } ({ $r })
research-given-together = In these points some factors go together, and S of either has what the other does in it: { $pairs }. In brackets how closely, from 0 to 1 (Spearman's ρ; of words, what they explain of ranks).
