# Charts: titles, captions, legends and labels.

charts-key = Not in the built-in fonts: { $list }
charts-omitted = { $what ->
    [clauses] { " " }Shown: the first { COUNT($shown) } of { COUNT($total) } clauses; the figures hold them all.
    [models] { " " }Shown: the first { COUNT($shown) } of { COUNT($total) } models; the figures hold them all.
   *[lines] { " " }Shown: the first { COUNT($shown) } of { COUNT($total) } lines; the figures hold them all.
  }

charts-settled = { $way ->
    [Agreed] agreed
    [Deleted] deleted
   *[CarvedOut] carved out
  }

charts-measure = { $name ->
    [adopted] P(adopted)
    [lcd] P(LCD)
    [lcd_in_substance] P(LCD in substance)
    [lcd_given_adopted] P(LCD), of texts adopted
    [lcd_in_substance_given_adopted] P(LCD in substance), of texts adopted
    [realised_depth] depth
    [guaranteed_depth] guaranteed depth
    [depth_by_participation] guaranteed depth × participation
    [tabled_depth] depth of the text tabled
    [tabled_guaranteed_depth] guaranteed depth of the text tabled
    [draft_depth] depth of the draft
    [depth_lcd] depth at the LCD
    [depth_tolerated] depth that all still accept
    [depth_reference] depth at the median wish
    [depth_lcd_of_all] depth at the LCD of all members
    [depth_tolerated_of_all] depth that all members still accept
    [depth_reference_of_all] depth at the median wish of all members
    [lcd_index] Λ
    [lcd_index_guaranteed] guaranteed Λ
    [laggard_bound] P(a laggard binds)
    [emerged] P(LCD emerged)
    [by_design] P(LCD from the start)
    [emergence_round] round of emergence
    [round] round of the end
    [adoption_round] round of adoption
    [yes] Yes votes
    [no] No votes
    [abstain] abstentions
    [participation] participation
    [depth_without_laggards] depth without the laggards’ veto
    [rise_without_laggards] rise without the laggards’ veto
    [fixed_points_differ] P(equilibria differ)
   *[other] { $words }
  }
charts-measure-of = { $family ->
    [low] { $of }: least demanding reading
    [high] { $of }: most demanding reading
    [adopted] { $of }: text adopted
    [holds] { $of }: what holds
    [gain] { $of }: gain
    [held_out] P({ $of } blocks)
    [outcome] P({ $of })
   *[other] { $of }: { $family }
  }

charts-factor = { $field ->
    [outside_option] outside option
    [outside_option-reach] reach of the club
    [cost_of_failure] cost of failure
    [isolation_cost] cost of standing alone
    [tactic-beta] haste (β)
    [tactic-k] opening concession (k)
    [rule] decision rule
    [rule-objections] objections allowed
    [protocol] procedure
    [protocol-rounds] rounds
    [protocol-moves_per_round] moves of the chair per round
    [boycotts] boycott
    [effort] lobbying effort
    [may_object] right to object
    [defaults-theta] own reading of vague words (θ)
   *[other] { $words }
  }
charts-factor-all = { $set ->
    [countries] all countries
    [blocs] all blocs
    [firms] all firms
   *[clauses] all clauses
  }
charts-factor-position = { $who }: position on { $clause }
charts-factor-of = { $who }: { $field }

charts-estimate = { $at } ({ $low }–{ $high })
charts-change = { $at } ({ $low } to { $high })
charts-rate = { $share } % ({ $low }–{ $high })
charts-rate-exact = { $share } %
charts-nothing-counted = – (nothing to count)
charts-alt-list = { $items }.
charts-axis-share = share
charts-axis-round = round
charts-legend-adopted = a text is adopted
charts-legend-no-text = no text
charts-legend-rate = rate

## Outcomes.

charts-outcomes-all = { $n ->
    [one] The one run ends as: { $label }
   *[other] All { COUNT($n) } runs end as: { $label }
  }
charts-outcomes-most = Most often it ends as: { $label }, in { $share } of runs
charts-outcomes-tied = It ends as { $label } in { $share } of runs; whether that or { $rivals } is commoner cannot be told
charts-outcomes-reading = Bars: share of all runs; their 95 % intervals hold together. Marks below: rates of texts at the lowest common denominator (LCD), of all runs and of texts adopted, each with its 95 % interval.
charts-outcomes-rate = { $kind ->
    [lcd] LCD text, of all runs
    [lcd-adopted] LCD text, of texts adopted
    [substance] LCD in substance, of all runs
   *[substance-adopted] LCD in substance, of texts adopted
  }
charts-outcomes-undefined = no LCD: ambitions do not differ

## How the text moved.

charts-trajectory-title = { $moved ->
    [falls] Depth falls from { $draft } in the draft to { $ends }
    [rises] Depth rises from { $draft } in the draft to { $ends }
    [same] Depth stays where the draft put it, at { $ends }
    [nothing] Nothing is adopted: of a draft of depth { $draft } the status quo remains, { $ends }
   *[unclear] Depth is { $draft } in the draft and { $ends } in the end: no change that can be told from chance
  }
charts-trajectory-no-depth = A text that changes something is adopted in { $share } of runs
charts-trajectory-reading = From 0 to 1 after each round: the median run and the middle eight in ten. A run that has ended keeps its last text and has no brackets.{ $round ->
    [none] { "" }
   *[other] { " " }Upright dashes: the mean round of adoption, { $round }.
  }
charts-trajectory-depth = depth of the text
charts-trajectory-progress = in brackets; adopted
charts-trajectory-ending = { $clause } from { $from } to { $to }
charts-trajectory-alt = Medians from the first draft to the end: { $items }.
charts-legend-median-text = median text
charts-legend-runs-band = 10–90 % of runs
charts-legend-status-quo = status quo
charts-legend-depth-lcd = depth at the LCD
charts-legend-depth-bound = most that hurts nobody
charts-legend-in-brackets = clauses in brackets
charts-legend-with-text = runs with a text

## Clause by clause.

charts-ladder-beyond = { $texts ->
    [one] The text goes
   *[other] Nine in ten texts go
  } beyond the LCD { $of ->
    [one] on the one clause of ambition, { $clause }: { $text } against { $lcd }
   *[other] on { COUNT($n) } of { COUNT($of) } clauses, furthest on { $clause }: { $text } against { $lcd }
  }
charts-ladder-drawn = { " " }On { $clauses } all wishes are stated alike and drawn apart: ticks show the first run, and there is no LCD as stated.
charts-ladder-at-lcd = { $of ->
    [one] { $texts ->
        [one] The text does
       *[other] Nine in ten texts do
      } not go beyond the LCD on the one clause of ambition
   *[other] On none of { COUNT($of) } clauses { $texts ->
        [one] does the text
       *[other] do nine in ten texts
      } go beyond the LCD
  }
charts-ladder-nothing = Nothing is adopted: what parties want, and what holds already
charts-ladder-option = { $clause }: { $option } in { $share } of texts
charts-ladder-plain = What parties want, and what came out
charts-ladder-reading = { $kinds ->
    [options] Each clause with its options in order. Ticks: every party’s wish, as stated. Discs: the share of texts with that option.
    [scales] Each clause from its least to its most. Ticks: every party’s wish. Marks of the lowest common denominator (LCD: the least ambitious wish, never below the status quo) and of the most that leaves nobody worse off rest on wishes as stated; the text is that of runs with a text.
   *[both] Each clause from its least to its most; options in their order, discs by their share of texts. Ticks: every party’s wish. Marks of the lowest common denominator (LCD: the least ambitious wish, never below the status quo) and of the most that leaves nobody worse off rest on wishes as stated; the text is that of runs with a text.
  }
charts-ladder-options = { " " }{ $clause }: { $options }.
charts-ladder-legend = { $what ->
    [wish] a party’s wish
    [status-quo] status quo
    [lcd] LCD
    [bound] most that hurts nobody
    [median-wish] median wish
    [median-text] median text
   *[share] share of texts
  }
charts-legend-texts-band = 10–90 % of texts
charts-ladder-alt = { $clause }: LCD { $lcd }, most that hurts nobody { $bound }, text { $text }
charts-ladder-alt-option = { $clause }: most often { $option }

## Who got what.

charts-gains-most = { $party } gains most: { $gain }
charts-gains-unclear = Who gains most cannot be told: { $party } gains { $gain }, and { $rivals } may gain as much
charts-gains-same = { $n ->
    [one] The one party gains { $gain }
   *[other] All { COUNT($n) } parties gain the same: { $gain }
  }
charts-gains-nobody = Nobody gains or loses as much as .001
charts-gains-reading = Each party’s gain over the status quo, in utility by its own ideals: the mean over runs and its 95 % interval, the largest first. The title compares intervals that hold together for all parties.
charts-gains-decides-same = { " " }Each party’s vote would have turned the last verdict in the same share of runs: { $share }.
charts-gains-power = { $known ->
    [same] { " " }The rule gives all the same voting power.
   *[unknown] { " " }Voting power under this rule cannot be counted.
  }
charts-gains-panel = { $what ->
    [gain] gain (utility)
    [decides] its vote decides
   *[power] voting power (Shapley–Shubik)
  }
charts-gains-between = … { COUNT($n) } more between
charts-gains-alt = The largest gains: { $items }.
charts-legend-outside-blocs = outside blocs

## Breadth and depth.

charts-breadth-title = { $share } of materiality takes part, at guaranteed depth { $depth }
charts-breadth-reading = Each disc: runs that ended there, its area their number ({ $kept ->
    [first] the first { COUNT($n) }
   *[all] { $n ->
        [one] one run
       *[other] { COUNT($n) } runs
      }
  }). Curves: equal participation × depth. Cross: means with 95 % intervals.{ $chance ->
    [shown] { " " }Dashes: the depth that chance alone would leave where everyone can block.
   *[none] { "" }
  }
charts-breadth-alt = Mean participation { $share }, mean guaranteed depth { $depth }, their product { $product }.
charts-breadth-levers-title = { $kind ->
    [base] Nothing that was tried takes breadth × depth beyond that of the case as it is, { $product }
   *[lever] Breadth × depth is largest with “{ $lever }”: { $product }, against { $base } as it is
  }
charts-breadth-levers-reading = Each disc: one lever, at its mean guaranteed depth and the participation that makes up its mean product; estimates, without intervals. Lines: from the case as it is. Curves: equal participation × depth. Axes do not begin at 0.
charts-breadth-levers-alt = Participation × guaranteed depth: { $items }.
charts-as-it-is = as it is
charts-axis-participation = participation (share of materiality)
charts-axis-guaranteed = guaranteed depth
charts-legend-mean = mean of all runs
charts-legend-chance = by chance
charts-legend-lever = lever
charts-legend-base = the case as it is
charts-legend-clear = more than chance
charts-legend-unclear = may be chance

## What would have lifted the text.

charts-levers-title = { $n ->
    [one] Most for { $by }, { $change }: { $lever }
   *[other] Among { COUNT($n) } that may do most for { $by }, { $change }: { $lever }
 }
charts-levers-nothing = Of all that was tried, nothing can be told to raise this: { $by }
charts-levers-reading = Changes of each against the case as it is, on the same draws: mean and 95 % interval{ $kind ->
    [race] ; those of a column hold together, each lever with as many runs as it took
   *[plain] { "" }
  }. To the right: more. Filled: the interval leaves out 0.
charts-levers-without = { " " }Not applicable: { $levers }.
charts-levers-same = { $lever } (and { COUNT($n) } with the same effect)
charts-levers-shown = { " " }Shown: the { COUNT($shown) } of { COUNT($of) } that move most: { $by }.
charts-levers-alt = Changes: { $items }.

## Two cases.

charts-differences-title = Largest of what differs: { $what }, { $change } in B
charts-differences-nothing = Between the two cases nothing differs that can be told from chance
charts-differences-reading = B − A, paired by run: mean and 95 % interval, the largest first. Filled: the interval leaves out 0. On the right: the level in A and in B.
charts-differences-alt = Differences: { $items }.

## Over two parameters.

charts-phase-title = { $kind ->
    [above] { $name } is { $half } or more in all { COUNT($of) } cells
    [below] { $name } is below { $half } in all { COUNT($of) } cells
    [undecided] Whether this is { $half } or more cannot be told in any cell: { $name }
   *[mixed] { $name } is { $half } or more in { COUNT($above) } of { COUNT($of) } cells{ $undecided ->
        [0] { "" }
       *[other] ; not to be told in { COUNT($undecided) }
      }
  }
charts-phase-reading = { $name } over two parameters; n = { $n } in each cell.{ $kind ->
    [smooth] { " " }The line: where it crosses { $half }, between the lines of the ends of its 95 % interval.
   *[stepped] { " " }The line: between cells of { $half } or more and cells below; nothing lies between whole numbers or words.
  } Hatched: the 95 % interval leaves open on which side the cell lies.
charts-phase-ends = the same of the interval’s ends
charts-phase-undecided = on which side of { $half } cannot be told
charts-phase-alt = { COUNT($n) } of { COUNT($of) } cells are told to be { $half } or more.

## Along one parameter.

charts-response-crosses = { $name } crosses ½ at { $factor } = { $at }{ $known ->
    [interval] { " " }(95 %: { $from } to { $to })
   *[open] , an estimate whose interval these values do not bound
  }
charts-response-between = { $name } crosses ½ between { $from } and { $to } ({ $factor })
charts-response-stays = { $side ->
    [above] { $name } stays above ½ throughout: { $factor }
   *[below] { $name } stays below ½ throughout: { $factor }
  }
charts-response-moves = { $kind ->
    [apart] { $name } is lowest at { $where_low }, { $low }, and highest at { $where_high }, { $high } ({ $factor })
   *[same] Along “{ $factor }” no change can be told from chance: { $name } { $low } to { $high }
  }
charts-response-undefined = { $name } is undefined throughout: { $factor }
charts-response-reading = Estimates and 95 % intervals along one parameter; n = { COUNT($n) } or more at each value. Dashes: ½.
charts-response-alt = { $name }: { $items }.
charts-axis-rate-depth = rate, depth (0 to 1)

## When clauses are settled.

charts-survival-title = { $kind ->
    [together] Half of all runs have settled { $open ->
        [some] the other clauses
       *[none] every clause
      } { $late ->
        [0] from the start
       *[other] by round { $late }
      }
   *[apart] Half of all runs have settled { $first } { $early ->
        [0] from the start
       *[other] by round { $early }
      }, and { $last } by round { $late }
  }{ $open ->
    [some] ; fewer than half ever settle { $never }
   *[none] { "" }
  }
charts-survival-none = Fewer than half of all runs ever settle any clause
charts-survival-reading = Share of runs in which the clause has left its brackets for good, by round and way; dashes: the 95 % interval (Kaplan–Meier, log-log). Below the rounds: runs in which it is still open.
charts-survival-alt = { $clause }: { $ways }{ $round ->
    [none] { "" }
   *[other] , in half of all runs by round { $round }
  }

## Is n enough?

charts-convergence-title = { $n ->
    [one] After one run there is no interval
   *[other] After { COUNT($n) } runs the widest interval is ± { $width }: { $name }
  }
charts-convergence-constant = { $n ->
    [one] After one run there is no interval
   *[other] All { COUNT($n) } runs give the same: there is no variation for more runs to narrow
  }
charts-convergence-reading = Half the width of the 95 % interval against the number of runs, both on logarithmic scales, in the unit of the measure (rates and depths: 0 to 1). Dashes: .05, .02 and .01. A rate that is 0 or 1 throughout narrows faster than 1/√n.
charts-convergence-measure = { $known ->
    [constant] { $name }: no variation
    [undefined] { $name }: undefined
   *[varies] { $name }
  }
charts-convergence-alt = At the end: { $items }.
charts-axis-runs = runs
charts-axis-half-width = half-width of the interval

charts-semicolon = { "; " }

## Roll call.

charts-roll-call-title = { $asked ->
    [votes] { $verdict ->
        [carried] The vote in round { $round } carries, { $yes } to { $no }, { $abstain } abstaining: { $label }
       *[failed] The vote in round { $round } fails, { $yes } to { $no }, { $abstain } abstaining: { $label }
      }
   *[objections] { $verdict ->
        [carried] Adopted in round { $round }, { $no ->
            [0] nobody objecting
            [one] one party objecting
           *[other] { COUNT($no) } parties objecting
          }: { $label }
       *[failed] Still blocked in round { $round }, { $no ->
            [one] one party objecting
           *[other] { COUNT($no) } parties objecting
          }: { $label }
      }
  }
charts-roll-call-reading = One negotiation. A column for each time the text was put to the room with another result, by round; parties by bloc, those who did alike together.{ $asked ->
    [objections] { " " }By consensus: who does not object lets it pass.
    [votes] { "" }
   *[both] { " " }Where objections are asked for, who does not object lets it pass.
  }{ $bound ->
    [signatories] { " " }A coalition of the willing: the text binds those alone who said yes in the column marked.
   *[all] { "" }
  }
charts-roll-call-vote = { $vote ->
    [yes] { $asked ->
        [objections] lets it pass
        [votes] yes
       *[both] yes, or lets it pass
      }
    [no] { $asked ->
        [objections] objects
        [votes] no
       *[both] no, or objects
      }
    [abstain] abstains
   *[absent] absent, or without a vote
  }
charts-roll-call-left-out = { $n ->
    [one] one more party in the figures
   *[other] { COUNT($n) } more parties in the figures
  }
charts-roll-call-carried = carried
charts-roll-call-ballot = round { $round }: { $yes } yes, { $no } no, { $abstain } abstain, { $absent } absent, { $verdict ->
    [carried] carried
   *[failed] not carried
  }
charts-roll-call-alt = The last ballots: { $items }.

## Members, blocs, plenary.

charts-funnel-title = Nine in ten texts lie below the median wish on { $below } of { $of } clauses, above it on { $above }
charts-funnel-nothing = From members to blocs: nothing is adopted
charts-funnel-reading = Each clause from 0 (below) to 1: on the left what every member wants, in the middle the position of its bloc, on the right the text (median and 10–90 % of texts).
charts-funnel-more = and { COUNT($n) } more blocs
charts-funnel-stage = { $stage ->
    [members] members
    [blocs] blocs
   *[text] text
  }
charts-funnel-alt = { $clause }: { $blocs }; text { $text }
charts-legend-text = text

## Concessions in one negotiation.

charts-concessions-title = { $party } gives up most between the first draft and the last text, from { $from } to { $to }{ $others ->
    [0] { "" }
    [one] { " " }(and one more as much)
   *[other] { " " }(and { COUNT($others) } more as much)
  }: { $label }
charts-concessions-nobody = Nobody gives up anything between the first draft and the last text: { $label }
charts-concessions-reading = Utility of each party by round in one negotiation: what the text gives it, what it demands, what it would settle for at the deadline. A cross: it walked out.
charts-concessions-rest = { " " }Shown apart: those who left, said no last, gained least or weigh most; the other { COUNT($n) } as a band.
charts-concessions-legend = { $what ->
    [gets] gets from the text
    [demands] demands
    [settles] would settle for
   *[leaves] walks out
  }
charts-concessions-others = { COUNT($n) } others: median, 10–90 %
charts-concessions-alt = { $party }: from { $from } to { $to }, would settle for { $settles }{ $left ->
    [none] { "" }
   *[other] , walked out in round { $left }
  }

## What drives the result.

charts-sensitivity-title = { $name } is driven most by { $factor }: { $kind ->
    [morris] μ* { $index }
    [sample] S { $index }
   *[sobol] ST { $index }
  }
charts-sensitivity-unclear = What drives { $name } most cannot be told: { $factor }, or { $rivals }
charts-sensitivity-none = No factor can be told to drive { $name }
charts-sensitivity-reading = { $kind ->
    [morris] Morris’ screening: the mean size of each factor’s effect (μ*) against how much it varies with the others (σ), 95 % bootstrap intervals. Above the dashes, σ > μ*: it acts mainly through others.
    [sample] From a sample of points: the share of variance each factor explains alone (S), and its partial rank correlation with the result (PRCC: −1 to 1, the sign is its direction), 95 % bootstrap intervals.
   *[sobol] Sobol’ indices: the share of variance each factor explains alone (S) and with all its interactions (ST), 95 % bootstrap intervals.
  }
charts-sensitivity-alone = S: alone
charts-sensitivity-other = { $kind ->
    [sample] PRCC: partial rank correlation
   *[sobol] ST: with interactions
  }
charts-sensitivity-factor = factor
charts-sensitivity-alt = { $kind ->
    [morris] μ* and σ: { $items }.
    [sample] S and PRCC: { $items }.
   *[sobol] S and ST: { $items }.
  }
charts-axis-variance = { $kind ->
    [sample] share of variance; correlation
   *[sobol] share of variance
  }
charts-axis-mu = μ*: mean size of the effect
charts-axis-sigma = σ: how much it varies

## Do outcomes fall where predictions say?

charts-calibration-title = { $kind ->
    [all] Outcomes fall where the predictions say, as far as can be told
    [some] Outcomes fall where { $inside } say; not where { $outside } say
   *[none] Outcomes do not fall where the predictions say
  }
charts-calibration-reading = Share of outcomes (their number in brackets) at or below each quantile of the prediction. Calibrated: along the dashes. Steep at both ends: too narrow; in the middle: too wide. A model of single points climbs in two or three steps. The band takes outcomes as independent, which issues of one dossier are not; the title names models outside it at more than one quantile in twenty.
charts-calibration-outcomes = outcomes
charts-calibration-band = 95 % of such shares, if calibrated (each by itself)
charts-calibration-alt = { $model }: outside the band at { COUNT($outside) } of { COUNT($of) } quantiles, furthest at the { $quantile } quantile, with { $share } of outcomes at or below
charts-axis-quantile = quantile of the prediction

## The space of wishes.

charts-spatial-title = Texts go { $share } %{ $known ->
    [interval] { " " }({ $low }–{ $high })
   *[exact] { "" }
  } of the way from the status quo to the mean of all wishes, in this plane
charts-spatial-nothing = Nothing is adopted: where parties stand
charts-spatial-plain = The mean of all wishes is the status quo: where parties stand, and where texts end
charts-spatial-reading = { $kind ->
    [components] The two directions in which wishes differ most (principal components), with their share of the spread and the clauses they mainly stand for. Discs: parties, area by materiality. Shaded: the hull of all wishes. Small dots: texts adopted.
   *[clauses] Discs: parties, area by materiality. Shaded: texts that would be carried against the status quo. Small dots: texts adopted.
  }
charts-spatial-legend = { $what ->
    [party] party
    [status-quo] status quo
    [text] text adopted
    [mean] mean text
    [hull] hull of wishes
    [winset] winset of the status quo
   *[club] text of a club
  }
charts-spatial-club = club of { $party }
charts-spatial-axis = { $share } of the spread: { $clauses }
charts-spatial-alt = { COUNT($parties) } parties and { COUNT($texts) } texts on { $across } and { $up }; status quo at { $quo }; mean text at { $mean }.

## Why there is no picture

charts-no-picture = { $why ->
    [no-commitment] under no lever does the text commit to anything
    [no-ballot] no ballot was held in this negotiation
    [no-comparison] the comparison holds nothing
    [one-replicate] one replicate has no interval that could narrow: ask for more with -n
    [no-scale] every clause is a choice among options: none moves on a scale (see plenary chart ladder)
    [one-scale] a map needs at least two clauses with a scale (for one, see plenary chart ladder)
    [no-ambition] no clause is a matter of ambition, so that there is no depth to share out
    [no-run] no negotiation was run
    [no-round] no round was played in this negotiation
    [one-value] one value alone shows no response: sweep two at least
    [no-blocs] the scenario has no blocs: every country speaks for itself
    [no-scale-to-narrow] every clause is a choice among options: none has a scale to narrow on
    [no-factors] the study varies nothing
    [no-grid] a phase map needs a grid: sweep two factors with the design Grid, two values each at least
    [no-levers] nothing was flipped: there is nothing to compare
    [no-measure] the study holds no measure to draw
    [never-adopted] no text is adopted in any run: no clause is ever settled
    [no-prediction] no prediction was compared with an outcome
    [no-switches] the case has no switches that fit it; sweep a parameter and name the folder instead
    [no-outcomes] the study does not hold how often each outcome occurred
    [one-value-flow] one value alone shows no change: sweep two at least
    [too-few] { $measure } is defined in too few of these replicates
    [undefined] { $measure } is defined at no point
    [constant] nothing varies in { $measure }: no factor can drive it
    [power] voting power could not be counted: { $measure }
    [no-votes] voting power could not be counted: nobody has a vote
    [one-factor] a response curve needs one factor, this study varies { $n }: plenary chart phase draws two, plenary discover reads any number
    [two-factors] a phase map needs two factors, this study varies { $n }: plenary chart response draws one, plenary discover reads any number
   *[one-factor-flow] outcomes are drawn along one factor, this study varies { $n }: plenary chart phase draws two
}
charts-drawn-from = it is drawn from { $from }
charts-comes-from = { $table ->
    [points] the folder of a sweep: plenary sweep STUDY --out DIR, then name DIR here
    [differences] the folder of a comparison: plenary compare A B --out DIR, then name DIR here
    [issues] the folder of a backtest: plenary backtest … --out DIR, then name DIR here
    [levers] a scenario, or the folder of plenary levers --out DIR
   *[other] the folder of a sensitivity analysis: plenary sensitivity SWEEP --out DIR, then name DIR here
}
charts-failed = { $chart }: { $why }
charts-unprintable = The built-in fonts lack { $characters } in “{ $label }”: the picture refers by number to a key below it.
