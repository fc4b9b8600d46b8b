### The report page, what results are called, and what is said of result folders.

## What results are called

report-name-changed = { $title } — with { $changes }
report-name-sides = A: { $a }; B: { $b }
report-name-both = { $title }: as it is (A) and with { $changes } (B)
report-source-scenario = scenario { $hash }
report-source-seed = seed { $seed }
report-source-all = n = { $n }
report-source-each = n = { $n } each
report-source-one = replicate { $replicate } (n = 1)
report-change-of-switch = { $name }: { $asks }

## The frame of a page

report-skip = To the answer
report-contents = Contents
report-changed = Changed from the case as it is:
report-section-answer = The answer
report-section-case = The case
report-section-pictures = Pictures
report-section-clauses = Clause by clause
report-section-parties = Who holds it down
report-section-told = One negotiation, told
report-section-sources = Sources, and what to expect
report-section-method = Method, and what to keep in mind
report-section-again = To reproduce this
report-section-figures = The figures
report-section-design = How this was done
report-based-on = { $source }. Ranges are 95 % intervals unless said. These are results of a model.
report-case-based-on = Based on { $n ->
        [one] one negotiation
       *[other] { COUNT($n) } negotiations
    }, seed { $seed }, scenario { $hash }, plenary { $version }. Ranges are 95 % intervals unless said. These are results of a model.
report-again-same = { $source }. The same scenario, seed and version give the same results to the bit, on any machine and any number of threads.
report-scenario-as-read = The scenario as it was read
report-study-as-read = The study as it was read
report-for-your-slide = For your slide: “{ $finding }” Results of a model, not a forecast: { $of }.
report-figures-behind = The figures behind “{ $title }”
report-figures-part = The first { $shown } of { $of } rows; plenary chart KIND --data-only writes them all.
report-as-it-is = as it is
report-no-prediction = No prediction: positions, costs and patience are read from the record or proposed, and results are properties of the model.

## A case

report-blocs-and-firms = Blocs and firms
report-the-parties = The parties
report-parties-one-by-one = Its parties, one by one
report-on-the-table = What is on the table
report-told-by = Replicate { $replicate }, as this command tells it:
report-sources-by-author = What the author of the case says of it.
report-table-outcomes = How it ends; each run has one name, the first that fits, and the intervals hold together.
report-table-nulls = Beside arithmetic and chance: what null models make of the same draws, of all runs; excess in percentage points.
report-table-clauses = Each clause from 0 to 1. { $legend }
report-table-options = How often each option is agreed.
report-table-parties = Country by country
report-table-parties-caption = Shares of all runs; the gain over the status quo in utility, by its own wishes, with its interval.
report-table-parameters = Weight: its share of materiality. Utility of the status quo, and the least utility it would settle for at the deadline, as stated.
report-table-poles = Depth: the clause's share of it.
report-column-country = country
report-column-laggard = among the least ambitious
report-column-held-out = held out
report-column-protest = went along under protest
report-column-abstained = abstained
report-column-sponsored = sponsored
report-column-left = walked out
report-column-gain = gain
report-column-blocs = blocs
report-column-weight = weight
report-column-patience = patience β
report-column-isolation = cost of standing alone
report-column-status-quo = status quo
report-column-settles-for = settles for
report-method-draws = { $n ->
        [one] The negotiation draws
       *[other] Each of the { COUNT($n) } negotiations draws
    } its own parties around the figures stated; its random numbers are keyed by seed, replicate and the names of party and clause, so that a change of rule meets the same draws.
report-method-chair = The chair revises one text by the moves named above so as to leave the least grievance among those it must bring along; each party asks for less as the deadline nears, and objects only if that is worth standing alone.
report-method-intervals = Rates have Wilson intervals, shares of outcomes intervals that hold together (Bonferroni–Wilson), means Student's.
report-method-unconditional = Some runs end without a text: rates are given over all runs and over texts adopted, and the two must not be mixed up.
report-method-no-conflict = In { $share } of runs ambitions hardly differ, and the LCD index is undefined.
report-method-fixed-points = In { $share } of runs the room would have ended otherwise had it started from uproar instead of silence: who objects depends on who goes first.
report-method-thresholds = The lowest common denominator (LCD) takes each clause at its least ambitious party's wish, never below the status quo. Thresholds are conventions, part of the scenario: a text is at the LCD from an index of { $index }, where the gap between the LCD and the median is at least { $gap } and a laggard binds it; one that changes nothing is a deferral.
report-method-positions = Of { $all } stated positions, { $high } are on record, { $medium } a reading of it and { $low } a guess or taken over; countries without one take over their bloc's.
report-method-theorem = Partly a theorem: everybody can block, so that the least ambitious wish bounds the text by arithmetic. Uniform wishes by chance would put that bound at depth { $depth }. The finding is what departs from it.
report-method-cautions = What a careful reader would ask about the file

## What is measured

report-measure-adopted = adoption
report-measure-lcd = the share of LCD texts
report-measure-in-substance = the share of texts that are LCD in substance
report-measure-hollow = the share of hollow texts
report-measure-depth = depth
report-measure-guaranteed = guaranteed depth
report-measure-by-participation = guaranteed depth times participation
report-measure-holds = what holds on { $clause }
report-measure-gain = the gain of { $party }
report-estimate = { $at } ({ $low }–{ $high })
report-change = { $rate ->
        [yes] { $at } points ({ $low } to { $high })
       *[no] { $at } ({ $low } to { $high })
    }
report-change-bare = { $rate ->
        [yes] { $at } points
       *[no] { $at }
    }
report-factor-at = { $factor } { $value }
report-column-measure = what
report-column-point = point
report-column-factor = factor
report-column-lever = lever
report-column-asks = question
report-column-held = held at
report-column-crossing = crosses ½ at
report-column-from = P at its least value
report-column-to = P at its greatest
report-column-model = model
report-column-issues = issues
report-column-error-of-median = error of the median
report-column-within-10 = within 10
report-column-coverage = in the 80 % range

## How results came about

report-design-command = Written by plenary { $command }.
report-design-design = Design: { $design }.
report-design-stopping = Stopping rule: { $rule }.
report-design-factors = Varied: { $factors }.
report-design-case = Base case: { $case }.
report-design-changed = Changed throughout: { $changes }.
report-design-replicates = { $n ->
        [one] One negotiation of each.
       *[other] { COUNT($n) } negotiations of each.
    }
report-design-draws = Seed { $seed }; the same draws everywhere, so that differences come from what was changed.

## A study

report-sweep-nothing = No point of the study makes sense as a scenario: there is no result.
report-sweep-failed = { $n ->
        [one] One point makes no sense as a scenario and is left out.
       *[other] { COUNT($n) } points make no sense as a scenario and are left out.
    }
report-sweep-range = Over { COUNT($n) } points { $measure } goes from { $least }, at { $least_at }, to { $greatest }, at { $greatest_at }.
report-sweep-same = At all { COUNT($n) } points { $measure } is the same: { $value }.
report-sweep-one = At its one point { $measure } is { $value }.
report-sweep-caveat = { $n ->
        [one] The interval is a 95 % interval of sampling.
       *[other] Each interval is its own point's. The least and the greatest of { COUNT($n) } points are extremes: chance alone drives them apart.
    } How far results go depends on the ranges that the study's author chose.
report-sweep-table = Each point, with 95 % intervals.
report-sweep-table-part = The first { $shown } of { COUNT($of) } points, with 95 % intervals; points.csv has them all.

report-point = point { $number }
report-points-title = Over { COUNT($n) } points { $measure } goes from { $least } to { $greatest }
report-points-reading = Each mark is a point of the study: { $measure } against each factor. { $intervals ->
        [yes] Lines: 95 % intervals. What spreads at one value is the other factors, and sampling.
       *[no] What spreads at one value is the other factors, and sampling.
    }
report-points-alt = { COUNT($n) } points; { $measure } from { $least } to { $greatest }.
report-points-factors = factors

## A comparison

report-compare-change = { $direction ->
        [up] From A to B { $measure } rises from { $a } to { $b }: { $change }.
        [down] From A to B { $measure } falls from { $a } to { $b }: { $change }.
        [none] Nothing changes in { $measure }: { $a } in both.
       *[open] It cannot be told whether { $measure } changes: { $a } in A, { $b } in B, a difference of { $change }.
    }
report-compare-caveat = Differences are B − A, replicate by replicate on the same draws. { $n ->
        [one] The interval is a 95 % interval.
       *[other] Each of the { $n } intervals is a 95 % interval by itself: about one in twenty misses by chance.
    } Other choices of modelling may turn a sign: plenary compare --choices holds it against them.
report-compare-ends = How it ends, and how deep (shares in per cent, their changes in percentage points)
report-compare-holds = What holds, clause by clause: the text where adopted, else the status quo
report-compare-gains = Who gains: utility over the status quo, by their own wishes; the greatest change first

## Levers

report-levers-count = { $tried ->
        [one] One lever was tried
       *[other] { $tried } levers were tried
    }: { $up ->
        [0] none raises { $measure } beyond sampling error
        [one] one raises { $measure } beyond sampling error
       *[other] { $up } raise { $measure } beyond sampling error
    }, { $down ->
        [0] none lowers it
        [one] one lowers it
       *[other] { $down } lower it
    }.
report-levers-up = The strongest upwards: { $levers }.
report-levers-down = The strongest downwards: { $levers }.
report-lever = “{ $name }” { $change }
report-levers-caveat = { $intervals ->
        [together] The intervals of a column hold together at 95 %, whenever each lever was done.
       *[each] Each interval is a 95 % interval by itself: about one in twenty misses by chance.
    } { $held ->
        [yes] Whether a sign holds under other choices of modelling stands in levers.csv.
       *[no] No effect is a finding before its sign is held against other choices of modelling: plenary levers --choices.
    }
report-levers-switches = Switches of the case; changes with their intervals, shares in percentage points
report-levers-standard = Tried on any case; changes with their intervals, shares in percentage points
report-levers-not-applicable = not applicable

## Sensitivity

report-sensitivity-driven = What drives { $measure }: { $factors }.
report-sensitivity-nothing = Nothing that was varied changes { $measure }.
report-sensitivity-factor = { $kind ->
        [sample] { $factor }, share of variance by itself { $value }
        [sobol] { $factor }, total share of variance { $value }
       *[morris] { $factor }, mean effect { $value }
    }
report-sensitivity-caveat = { $kind ->
        [sample] S is the share of variance between points that goes with a factor by itself, PRCC its partial rank correlation with the result. They depend on the ranges chosen, and on the sample.
        [sobol] ST is the share of variance that goes with a factor, all its interactions included; S without them. They depend on the ranges chosen.
       *[morris] μ* is the mean size of the effect of crossing a factor's range, μ the same with its sign: a screening. They depend on the ranges chosen.
    } Intervals are 95 % bootstrap intervals.

## Discovery

report-discover-boxes = { $n ->
        [one] One region was found for { $what }.
       *[other] { $n } regions were found for { $what }.
    }
report-discover-none = No region stands out for { $what }: it is about the same everywhere.
report-discover-everywhere = everywhere
report-discover-box = { $place ->
    [first] Where { $limits }: it happens in { $density } of negotiations there; { $coverage } of all occurrences lie there, in { $mass } of the design.
   *[later] Of what the boxes before leave, where { $limits }: it happens in { $density } of negotiations there; another { $coverage } of all occurrences lie there, in another { $mass } of the design.
}
report-discover-limit = { $ends ->
        [both] { $factor } is from { $low } to { $high }
        [low] { $factor } is { $low } or more
       *[high] { $factor } is { $high } or less
    }

## A backtest

report-backtest-best = Least mean error (CRPS, on a scale from 0 to 100): { $model }, { $error } over { $n ->
        [one] one issue
       *[other] { COUNT($n) } issues
    }.
report-backtest-against = { $verdict ->
        [better] That is better than { $reference } by more than chance: { $change } ({ $low } to { $high }).
        [worse] That is worse than { $reference } by more than chance: { $change } ({ $low } to { $high }).
       *[open] It cannot be told from { $reference }: { $change } ({ $low } to { $high }).
    }
report-backtest-caveat = The best of several models looks better than it is. Issues of a dossier are not independent: intervals draw whole dossiers again.
report-backtest-table = Models, the least error first

## Studies on the screen

report-design-grid = grid: every combination of all values
report-design-one-at-a-time = one at a time: the case as it is, then each value alone
report-design-mixes = the case as it is, each value alone, and { COUNT($n) } mixes of them
report-design-latin-hypercube = Latin hypercube of { COUNT($n) } points
report-design-sobol = { COUNT($n) } Owen-scrambled Sobol' points
report-design-morris = Morris: { COUNT($n) } trajectories on { $levels } levels
report-design-saltelli = { $by ->
        [sobol] Saltelli: base sample of { COUNT($n) } scrambled Sobol' points
       *[random] Saltelli: base sample of { COUNT($n) } random points
    }{ $second ->
        [yes] , with second order
       *[no] { "" }
    }
report-design-list = the rows of { $file }
report-design-until = each point until the interval of { $measure } is no wider than ± { $half_width }, looking after { $each } replicates; α = { $alpha } split evenly over { $looks ->
        [one] one look
       *[other] { $looks } looks
    }
report-study-points = { $design }; { $points ->
        [one] one point
       *[other] { COUNT($points) } points
    } × { COUNT($n) } replicates.
report-study-points-until = { $design }; { $points ->
        [one] one point
       *[other] { COUNT($points) } points
    }, { $stopping }.
report-study-heading = { $design } { COUNT($n) } negotiations, seed { $seed }, version { $version }. Ranges are 95 % intervals.
report-study-more-points = … and { COUNT($n) } points more: points.csv has them all.
report-short-adopted = adopted
report-short-lcd = LCD
report-short-in-substance = in substance
report-short-guaranteed = guaranteed
report-status-done = done     { COUNT($n) } negotiations
report-status-failed = failed   { $n ->
        [one] 1 point
       *[other] { COUNT($n) } points
    }
report-status-missing = missing  { COUNT($n) } negotiations{ $open ->
        [yes] { " at least, up to the next look" }
       *[no] { "" }
    }
report-status-heading = The heading of { $journal } is damaged: its records are sound all the same, and --resume mends it.
report-status-gaps = Missing: { $gaps }.
report-column-shard = shard
report-column-runs = runs done
report-column-damaged = damaged bytes
report-column-journal = journal

## Parameters in words

report-field-of = { $whose } { $what }
report-field-isolation-cost = isolation cost
report-field-cost-of-failure = cost of failure
report-field-outside-option = outside option
report-field-reach = reach of the club
report-field-beta = β
report-field-theta = θ
report-field-cohesion = cohesion
report-field-attendance = attendance
report-field-boycotts = boycotts
report-field-effort = effort
report-field-rule = rule
report-field-objections = objections
report-field-rounds = rounds
report-field-first = countries
report-field-switch = switch

## Sensitivity on the screen

report-sensitivity-heading = { $design }; { $least ->
    [yes] at least { COUNT($n) }
   *[no] { COUNT($n) }
} replicates at each point on the same draws. Analysed is the mean of a point's replicates (or the share of them): single negotiations would add noise to every index. Ranges are 95 % bootstrap intervals.
report-sensitivity-of = { $name }: { $measure }
report-sensitivity-idle = No result changed at all with { $factors }: an index of exactly 0 says that the factor is not in play, rather than that it matters little.
report-sensitivity-legend-morris = μ*: mean size of the effect of crossing a factor's range. μ: the same with its sign. σ: how much the effect varies with the other factors; large beside μ* means that factors work together, or not in a straight line.
report-sensitivity-legend-sobol = S: share of the result's variance that the factor explains by itself. ST: with everything it does together with others. ST well above S means that it works together with others; their sum may exceed 1.
report-sensitivity-constant = does not vary over the design
report-column-range = range
report-column-pair = pair
report-column-together = S together
report-section-glossary = Glossary

## Discovery on the screen

report-happens-lcd = an LCD text
report-happens-in-substance = a text that is an LCD in substance
report-happens-adopted = a text
report-happens-nothing = no text
report-discover-heading = Where does it come to { $what }? Over the whole design, in { $share } of { COUNT($n) } negotiations.
report-discover-prim = Boxes (PRIM), the first found first
report-discover-no-box = none: it happens about as often everywhere
report-discover-line = The ½ line: { $first } at which P = ½, for each value of { $second }
report-discover-no-line = The rate of no two neighbouring points lies on both sides of ½.
report-discover-no-numbers = no factor has numbers
report-discover-fit = Where it becomes more likely than not: values at which P = ½, averaged over the other factors
report-discover-crossings = Where P = ½, averaged over the other factors
report-discover-constant = not to be told
report-column-reach = 95 % range
report-discover-verdict = { $verdict ->
    [below] stays below ½
    [above] stays above ½
    [perhaps] perhaps
    [to-and-fro] to and fro
   *[crosses] { $at }
 }
report-discover-reach = { $ends ->
    [both] { $low } to { $high }
    [low] { $low } or more
    [high] { $high } or less
   *[none] anywhere
 }
report-discover-crossing = It becomes as likely as not at { $factor } = { $at } (95 % range: { $reach }), averaged over the other factors.
report-discover-by-curve = P by a logistic regression on all factors; ranges allow for other points and other draws having come up.
report-discover-by-levels = P by the rates at the values tried: between two of them only their sides of ½ are known, and the crossing is where a straight line has it.
report-discover-misfit = The regression does not fit (p < .01) for { $factors }: the odds bend, or depend on two factors at once; crossings there are rough.
report-discover-untested = Points are too few to test whether the regression fits.
report-discover-caveat = Regions were searched for and described on the same negotiations: how often it happens in them is an upper guess.
