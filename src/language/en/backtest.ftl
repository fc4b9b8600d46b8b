### Predictions of real cases against what came out.

backtest-title = Against what came out
backtest-counted = { $issues ->
    [one] { COUNT($issues) } issue
   *[other] { COUNT($issues) } issues
} of { $dossiers ->
    [one] { COUNT($dossiers) } dossier
   *[other] { COUNT($dossiers) } dossiers
}, { $positions ->
    [one] { COUNT($positions) } position
   *[other] { COUNT($positions) } positions
}; the status quo is known for { $known }.{ $silent ->
    [0] {""}
    [one] {" "}{ COUNT($silent) } position has a salience of 0: it counts for nothing.
   *[other] {" "}{ COUNT($silent) } positions have a salience of 0: they count for nothing.
}{ $elsewhere ->
    [0] {""}
    [one] {" "}Left out: { COUNT($elsewhere) } position on issues that the table of issues does not have.
   *[other] {" "}Left out: { COUNT($elsewhere) } positions on issues that the table of issues does not have.
}
backtest-scores-columns = model | n > | MAE mean > | median > | median error > | within 10 > | CRPS > | 80 % > | log >
backtest-legend = Errors on the scale from 0 to 100; lower is better. MAE: mean absolute error, of the prediction's mean and of its median. within 10: share of medians within 10 of the outcome. CRPS: the error of a whole distribution (of a point: its absolute error). 80 %: share of outcomes within the interval that should hold 80 %. log: logarithm of the weight on the outcome's ten-point bin, mixed with 5 % spread evenly; higher is better.
backtest-noise = { $model }: { $words }.
backtest-noise-words = the positions, weighted by capability × salience, with normal noise cut at the ends of the scale; σ chosen by leaving one dossier out: { $sigmas } dossiers
backtest-noise-sigma = { $sigma } ({ $n })
backtest-against = Difference to { $model } on the same issues (95 % intervals, dossiers drawn again; below 0 is better)
backtest-against-columns = model | n > | error of the mean | CRPS |
backtest-verdict = { $says ->
    [better] better
    [worse] worse
   *[open] no telling
}
backtest-by-rule = CRPS by voting rule (95 % intervals, dossiers drawn again)
backtest-by-rule-columns = rule | model | n > | CRPS | more than { $model } |
backtest-by-status-quo = CRPS by status quo (issues)
backtest-model = model
backtest-status-quo = { $group ->
    [known] status quo known
   *[unknown] status quo unknown
}
backtest-crps-of = { $crps } ({ $n })
backtest-tuned = Free parameters, chosen by leaving one dossier out
backtest-choice = { $criterion ->
    [least] Least CRPS
   *[calibrated] Least CRPS of those whose 80 % interval is not seen to miss 80 %
}: { $best } (CRPS { $within } on all dossiers, the same that chose it). Each dossier predicted with what the others chose: CRPS { $left_out }.
backtest-more-than-best = more than the best
backtest-profiles = The least CRPS at each value, whatever the other parameters. Where the intervals hold 0, the data do not tell the values apart.
backtest-setting = setting { $n } of { $of }
backtest-no-chart = The calibration chart was not drawn: { $why }
