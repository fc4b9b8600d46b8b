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
research-discover-too-few = { $rare ->
        [events] no boxes: { $count ->
            [0] it never happens
            [one] it happens once
           *[other] it happens { COUNT($count) } times
        } in { COUNT($of) } negotiations at { COUNT($points) } points. Boxes need { $least } occurrences or more: fewer lie together by chance.
       *[others] no boxes: { $count ->
            [0] it always happens
            [one] it happens every time but once
           *[other] it happens every time but { COUNT($count) }
        }, in { COUNT($of) } negotiations at { COUNT($points) } points (at { COUNT($with) } of them at least once). Boxes need { $least } negotiations or more in which it does not.
    }
research-peeling-heading = How the first box was peeled, from everything (step 0). *: { $kind ->
        [asked] the step asked for
       *[found] the step that the first box was made of, by putting slices back and dropping limits that chance may explain
    }
research-peeling-more = { $last } steps in all, each without about a twentieth of what was left, or without a value of a factor that has few. Later steps are denser and hold less of what happens: --box K looks at another.
research-limits-heading = How far its limits can be trusted
research-limits-note = Quasi-p: how likely so many occurrences would lie in the box by chance if the limit did nothing (lower and upper limit apart); it takes negotiations as independent and the box as given, so it is smaller than a p value. Found again: in what share of { $n } halves of the points peeling limits the factor, too, at the same coverage and at the same density.
research-column-step = step
research-column-density = density
research-column-coverage = coverage
research-column-mass = of all
research-column-limited = limited
research-column-limit = limit
research-column-quasi-p = quasi-p
research-column-by-coverage = found again, by coverage
research-column-by-density = by density
research-p-below = < { $p }
research-peeling-title = The box looked at: it happens in { $density } of its negotiations, which are { $coverage } of all occurrences
research-peeling-reading = How the first box was peeled (PRIM), from everything at the right: each step leaves out about a twentieth of what was left, or a value of a factor that has few. Density: the share of a box's negotiations in which it happens; coverage: the share of all occurrences that lie in it.
research-peeling-limits = { $n ->
        [0] everything
        [one] one factor limited
       *[other] { $n } factors limited
    }
research-peeling-taken = the box looked at
research-peeling-alt = { $n } steps; step { $taken } is looked at: density { $density }, coverage { $coverage }.
research-axis-coverage = coverage
research-axis-density = density
research-at-point = Point { $point } of “{ $study }”: { $values }.
research-archive-again = The same results again
research-archive-check = Whether everything is as it was written
research-archive-files = Files
research-archive-licence-heading = Licence
research-archive-licence = The data are licensed under { $name }: { $url }
research-archive-no-licence = No licence has been chosen for these data: without one, nobody but their authors may copy or change them.
research-archive-made = Made by plenary { $version }, command { $command }, seed { $seed }, scenario { $hash }. The same version gives the same results from the same files. They are results of a model, not a forecast.
research-archive-file = { $kind ->
        [manifest] what the results rest on, every table with its columns, and checksums
        [study] the study: what is varied, how often, with which seed
        [scenario] the case: parties, clauses, positions, rules
        [list] the points of the study
        [odd] the model described by the ODD protocol
        [readme] this file
        [licence] the licence of the data
        [citation] how to cite these data
        [provenance] command line, time and machine of the sweep
        [figure] a picture, or the figures in it
        [table] a table of results; its columns are explained in manifest.json
       *[other] belongs to the results
    }
research-archive-wrote = { $licence ->
        [none] Wrote { $n } files to { $dir }. No licence is chosen: --licence CC-BY-4.0 is what most repositories ask for.
       *[other] Wrote { $n } files to { $dir }, licence { $licence }.
    }
research-status-only-tables = Complete: its tables are written; its journals are not here any more.
