### What commands say beside their answers: what they wrote, how far they are, what was left.

commands-wrote = Wrote { $what }.
commands-wrote-to = Wrote { $what } to { $folder }.
commands-merged = Merged { $what } to { $folder }.
commands-pictures = { $n ->
    [one] { COUNT($n) } picture
   *[other] { COUNT($n) } pictures
}
commands-pages = { $n ->
    [one] { COUNT($n) } page
   *[other] { COUNT($n) } pages
}
commands-imported = Wrote { $file }. Next: plenary analyse { $argument }
commands-new = Wrote { $file }. Open it in an editor, then:
commands-new-check = how it is understood
commands-new-run = simulate it
commands-new-sweep = run it
commands-progress = { $done } of { $total } negotiations ({ $percent } %), { $rate } a second, about { $left } left
commands-bar = {"{"}wide_bar{"}"} {"{"}human_pos{"}"} of {"{"}human_len{"}"} ({"{"}per_sec{"}"}, {"{"}eta{"}"} left){"{"}msg{"}"}
commands-interrupted-run = Interrupted after { $done } of { $total } replicates; the results cover only those.
commands-interrupted-compare = Interrupted after { $done } of { $total } replicates.
commands-interrupted-choices = Interrupted: not every modelling choice was run.
commands-interrupted-levers = Interrupted: { $n ->
    [one] { $n } lever is
   *[other] { $n } levers are
} not done.
commands-interrupted-sweep = Interrupted: what is finished is safe, { COUNT($left) } negotiations are left. Go on with: { $command }
commands-shard = Shard { $shard } is complete. When all are: { $command }
commands-mended = The heading of the journal was damaged: it is mended from the study's own text.
commands-dropped = Found { COUNT($bytes) } bytes of damaged records in the journal: those runs are done again.
commands-resumed = { COUNT($done) } negotiations are done; { COUNT($left) } to go.
commands-slurm = Wrote array.sh, merge.sh and submit.sh to { $folder }.
    Each of { $tasks } tasks has about { COUNT($share) } negotiations to do; a task should last minutes, not seconds.
    Submit both jobs with: bash { $script }
commands-failures = { $n ->
    [one] { $n } point makes
   *[other] { $n } points make
} no sense as a scenario; the rest is done:
commands-failure = point { $point }: { $why }
commands-more-failures = and { $n } more (failures.csv)
commands-missing = { COUNT($n) } of its negotiations are missing: { $runs }{ $more ->
    [0] {""}
   *[other] {" "}and { COUNT($more) } more runs
}
commands-missing-run = replicates { $first }–{ $last } of point { $point }
commands-sound = { $folder }: as plenary { $version } { $command } wrote it: { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
}, { COUNT($rows) } rows.
commands-sound-journals = { $folder }: its journals are sound; it has no tables yet.
commands-changed = { $folder }: not as it was written
commands-change = { $file }: { $why }
commands-incomplete = The study is not complete: { $missing }.
commands-mend = The journal is mended, and what is missing done: { $command }
commands-rebuild = The tables can be rebuilt from the journal: { $command }
commands-unmerged = It is complete, but not merged: { $command }
commands-again = It cannot be rebuilt from what is there{ $by ->
    [seed] ; the same command with the same seed gives the same results: manifest.json has both.
   *[folder] : run the command again with a new folder.
}
commands-new-analyse = how power is distributed in it
commands-interrupted-choices-left = Interrupted: what is missing was not done.
