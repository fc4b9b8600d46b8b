# `plenary robustness`: the answer under other choices of modelling.

robustness-interrupted = Interrupted before the choices were run: nothing can be said of them.
robustness-idle = None of the declared choices of modelling changes anything in this case.
robustness-ranges = Over { COUNT($variants) } declared sets of modelling choices, the case as it is among them: { $figures }.
robustness-figure = { $figure ->
    [adopted] { $spread ->
        [yes] a text is adopted in { $low } to { $high } of the runs ({ $at } as it is)
       *[no] a text is adopted in { $at } of the runs, whatever is chosen
    }
    [depth] { $spread ->
        [yes] depth lies between { $low } and { $high } ({ $at } as it is)
       *[no] depth is { $at }, whatever is chosen
    }
    [lcd_index] { $spread ->
        [yes] Λ lies between { $low } and { $high } ({ $at } as it is)
       *[no] Λ is { $at }, whatever is chosen
    }
   *[lcd] { $spread ->
        [yes] { $low } to { $high } of the runs are called LCD texts ({ $at } as it is)
       *[no] { $at } of the runs are called LCD texts, whatever is chosen
    }
}
robustness-mover = { $choice } { $change }
robustness-movers = { $some ->
    [yes] What moves depth most by itself: { $movers }. { $open ->
        [0] Each of the { COUNT($n) } values moves it, as far as can be told.
       *[other] Of { COUNT($n) } values { COUNT($open) } cannot be told from no change.
    }
   *[no] No single value moves depth as far as can be told ({ COUNT($n) } were tried).
}
robustness-held = { $kept ->
    [0] None of the { COUNT($all) } findings below keeps its sign in { $share } of the choices or more.
   *[other] { COUNT($kept) } of the { COUNT($all) } findings below keep their sign in { $share } of the choices or more.
}
robustness-column = { $what ->
    [figure] figure
    [base] as it is
    [sampling] 95 % sampling
    [least] least
    [greatest] greatest
    [at-least] least under
    [at-greatest] greatest under
    [choice] one choice alone
    [finding] finding
    [change] depth
    [held] sign holds in
   *[range] least to greatest
}
robustness-name = { $figure ->
    [adopted] adopted
    [lcd] called LCD
    [lcd_in_substance] LCD in substance
    [lcd_index] Λ
    [depth] depth
   *[guaranteed] guaranteed depth
}
robustness-moved = { $measure ->
    [realised_depth] depth
    [lcd_index] Λ
    [lcd_in_substance] in substance, points
    [lcd] LCD, points
    [adopted] adopted, points
   *[guaranteed_depth] guaranteed
}
robustness-open = open
robustness-as-it-is = as it is
robustness-choice = { $choice }: { $value }
robustness-mix = mix { $number }
robustness-share = { $many ->
    [yes] { $who } { $way ->
        [down] hold depth down
       *[up] pull depth up
    }
   *[no] { $who } { $way ->
        [down] holds depth down
       *[up] pulls depth up
    }
}
robustness-holds = { $holds } of { $of }
robustness-legend = Least and greatest are the ends of a list: they have no level. What one choice changes is paired on the same draws; the intervals of all choices hold together at 95 % for each column; open: the change cannot be told from 0.
robustness-left-out = Choices that this case does not have: { $choices }.
robustness-findings = A finding is told in the case as it is; its sign is looked up under every other set of choices, on the same draws.
robustness-design = { COUNT($n) } negotiations of the case as it is, { COUNT($each) } of each of the { COUNT($variants) } sets of choices{ $mixes ->
    [yes] , mixes of them included
   *[no] , one at a time
}; seed { $seed }, scenario { $hash }, plenary { $version }.
