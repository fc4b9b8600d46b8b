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
