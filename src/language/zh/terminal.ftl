### 终端上的抓手、比较、基准与检查。

## 表格

terminal-columns-left-out = 屏幕太窄，有{ COUNT($n) }列未显示：加--wide可全部列出。
terminal-between-sentences = { "" }
terminal-from-to = { $low }至{ $high }
terminal-change-with-interval = { $change }（{ $low }至{ $high }）
terminal-column-lever = 抓手
terminal-column-asks = 所问的问题
terminal-column-n = 次数
terminal-column-place = 名次
terminal-column-change = 变化
terminal-column-over-choices = 不同建模选择下
terminal-column-sign-holds = 方向不变
terminal-as-it-is = ——案例现状——

## 度量

terminal-measure = { $name ->
    [realised_depth] 深度
    [guaranteed_depth] 有保证的深度
    [lcd] LCD案文的比例
    [lcd_in_substance] 实质上处于LCD的案文比例
    [adopted] 达成案文的比例
   *[other] { $name }
}
terminal-measure-column = { $name ->
    [realised_depth] 深度
    [guaranteed_depth] 有保证的深度
    [depth_by_participation] ×参与度
    [adopted] 通过
    [lcd] LCD
    [lcd_in_substance] 实质上的LCD
   *[other] { $name }
}
terminal-measure-change = { $name ->
    [realised_depth] 深度
    [lcd] LCD（百分点）
    [adopted] 通过（百分点）
   *[other] { $name }
}

## 抓手

terminal-levers-no-switches = 本案例没有列出开关：可自行添加，或在plenary run中使用--set。
terminal-levers-best = 可以肯定，最能{ $way ->
    [lower] 降低
   *[raise] 提高
}{ $measure }的是{ $lever }：变化为{ $change }。
terminal-levers-tied = { $lever }使{ $measure }变化{ $change }，没有证据表明其他做法更能{ $way ->
    [lower] 降低
   *[raise] 提高
}它；但尚无法将其与{ $rivals }区分高下。
terminal-levers-none = 所试的做法中，没有一种可以肯定会{ $way ->
    [lower] 降低
   *[raise] 提高
}{ $measure }。
terminal-levers-counts = { $raced ->
    [yes] 在所试的{ COUNT($n) }种改变中，肯定提高{ $measure }的有{ COUNT($up) }种，肯定降低的有{ COUNT($down) }种，变化不超过{ $limit }的有{ COUNT($small) }种，无法判断的有{ COUNT($open) }种（以上全部无误的把握为95%）。
    [certain] 在所试的{ COUNT($n) }种改变中，提高{ $measure }的有{ COUNT($up) }种，降低的有{ COUNT($down) }种，毫无变化的有{ COUNT($small) }种；没有任何随机抽取。
   *[no] 在所试的{ COUNT($n) }种改变中，提高{ $measure }的有{ COUNT($up) }种，降低的有{ COUNT($down) }种，毫无变化的有{ COUNT($small) }种，无法判断的有{ COUNT($open) }种（各自按95%单独判断：每二十种本无作用的改变，预计会有一种看似有作用）。
}
terminal-lever-asked = { $name }（“{ $asks }”）
terminal-levers-told = { $way ->
    [lower] 肯定会改变{ $measure }的做法，降低最多的在前
   *[raise] 肯定会改变{ $measure }的做法，提高最多的在前
}
terminal-levers-compact-legend = { $raced ->
    [yes] 深度：谈判之后实际生效内容的变化。百分点：占全部模拟的百分点。±为与案例现状配对之差的区间半宽；同一列的区间同时成立，全部无误的把握为95%。括号内的名称是同一种改变。
    [certain] 深度：谈判之后实际生效内容的变化。百分点：占全部模拟的百分点。没有随机抽取，因此各项变化都是精确的。括号内的名称是同一种改变。
   *[no] 深度：谈判之后实际生效内容的变化。百分点：占全部模拟的百分点。±为与案例现状配对之差的95%置信区间半宽，各自单独成立。括号内的名称是同一种改变。
}
terminal-levers-scale = 以下改变的是问题而不是答案（有哪些条款、其权重或现状，因而也改变了深度的含义）：{ $levers }。
terminal-levers-small = 使{ $measure }变化不超过{ $limit }的有：{ $levers }。
terminal-levers-still = 没有任何抓手在任何一次模拟中改变：{ $measures }。
terminal-levers-open = 无法判断提高还是降低{ $measure }的有：{ $levers }。
terminal-levers-idle = 与案例现状相同：{ $levers }。
terminal-levers-wide = 全部抓手和全部度量：加--wide，或用--out DIR写成表格。
terminal-levers-raced = 每个抓手模拟{ COUNT($first) }至{ COUNT($most) }次，共{ COUNT($all) }次，使用相同的随机抽取；随机种子{ $seed }，案例{ $hash }，版本{ $version }。
terminal-levers-exhaustive = 每个抓手模拟{ COUNT($n) }次{ $certain ->
    [yes] ：没有随机抽取
   *[no] ，使用相同的随机抽取
}；随机种子{ $seed }，案例{ $hash }，版本{ $version }。
terminal-levers-why = { $name }（{ $why }）
terminal-levers-not-applicable = 不适用：{ $levers }。
terminal-levers-no-choices = 在其他建模选择下检验方向之前，任何变化都不算发现：请加--choices alone或all。
terminal-levers-choices = 不同建模选择下：在至多{ COUNT($most) }种建模选择（包括案例现状；只计抓手确实改变案例的情形）下{ $measure }的最小和最大变化，并非置信区间。方向不变：其中有多少种与案例现状方向相同；不明：其中有多少种的区间包含0。算作发现须达到95%，且自身的区间不含0。{ $raced ->
    [yes] 只检验了可与0区分的抓手。
   *[no] { "" }
}
terminal-sign-holds = { COUNT($holds) }/{ COUNT($choices) }{ $unclear ->
    [0] { "" }
   *[other] ，{ COUNT($unclear) }种不明
}{ $verdict ->
    [none] {"　"}不算发现
    [unclear] {"　"}无法与0区分
   *[finding] { "" }
}
terminal-levers-switches = 案例的开关
terminal-levers-treatments = 任何案例都可一试的做法
terminal-levers-race-legend = { $by ->
    [lcd] LCD案文最少的在前。
    [lcd_in_substance] 实质上处于LCD的案文最少的在前。
   *[other] { $measure }提高最多的在前。
}次数：模拟次数；每个抓手一直模拟到其{ $measure }的变化可与0区分或不超过{ $small }，并且可与相邻抓手区分或±不超过{ $small }或变化的十分之一。水平：案例现状的水平加上变化。±为与案例现状配对之差的区间半宽；同一列的区间同时成立，无论各抓手何时结束：全部无误的把握为95%（{ COUNT($cases) }个案例，{ COUNT($looks) }次检视，Bonferroni）。名次：抓手在表中可能的名次；名次有重叠的抓手尚无法区分。--exhaustive使各抓手次数相同。
terminal-levers-exhaustive-legend = { $by ->
    [lcd] LCD案文最少的在前。
    [lcd_in_substance] 实质上处于LCD的案文最少的在前。
   *[other] { $measure }提高最多的在前。
}±为与案例现状配对之差的95%置信区间半宽。
terminal-levers-measures-legend = 深度：谈判之后实际生效的内容。有保证的深度：按要求最低的解读；×参与度：乘以在场者的实质分量之比。实质上的LCD：承诺不超过LCD的案文。
terminal-levers-undecided = { COUNT($most) }次模拟后既不能与0区分、也不能断定很小：{ $levers }。
terminal-levers-quiet-in-race = 几乎没有作用（{ $measure }变化在{ $small }以内，其他度量也无突出变化）：{ $levers }。
terminal-levers-quiet = 几乎没有作用（深度变化小于{ $calm }，比例无突出变化）：{ $levers }。

## 抓手所问的问题

terminal-asks-isolation-free = 如果单独反对毫无代价？
terminal-asks-isolation-dear = 如果单独反对的代价变为四倍？
terminal-asks-failure-free = 如果谈判失败对谁都没有代价？
terminal-asks-failure-dear = 如果谈判失败对各方代价都很高？
terminal-asks-patience-twice = 如果各方的耐心加倍？
terminal-asks-patience-half = 如果各方都急于求成？
terminal-asks-one-objection = 如果可以撇开一个反对者？
terminal-asks-consensus = 如果一方反对就足以阻止？
terminal-asks-consensus-then-vote = 如果协商一致失败后可以要求表决？
terminal-asks-two-thirds = 如果将案文付诸三分之二多数表决？
terminal-asks-simple-majority = 如果过半数即可？
terminal-asks-reading = 如果谁都不信任自己的解读？
terminal-asks-heads = 如果主席对各方的不满一视同仁？
terminal-asks-time = 如果时间加倍？
terminal-asks-no-blocs = 如果各国各自发言？
terminal-asks-firms-silent = 如果没有企业游说？
terminal-asks-without-move = { $about ->
    [Shift] 如果主席不移动任何条款？
    [Merge] 如果主席不合并任何措辞？
    [Clarify] 如果主席不澄清任何措辞？
    [Delete] 如果主席不删除任何条款？
    [CarveOut] 如果主席不设任何排除条款？
   *[Trade] 如果主席不在条款之间做任何交换？
}
terminal-asks-with-move = { $about ->
    [Shift] 如果主席也移动条款？
    [Merge] 如果主席也合并措辞？
    [Clarify] 如果主席也澄清措辞？
    [Delete] 如果主席也删除条款？
    [CarveOut] 如果主席也设排除条款？
   *[Trade] 如果主席也在条款之间做交换？
}
terminal-asks-no-linkage = 如果每一条款都必须单独通过？
terminal-asks-bloc-loose = 如果{ $about }不以一个声音说话？
terminal-asks-bloc-as-one = 如果{ $about }立场完全一致？
terminal-asks-firm-silent = 如果{ $about }置身事外？
terminal-asks-country-away = 如果{ $about }不出席？
terminal-asks-country-there = 如果{ $about }出席？

## 两个案例的比较

terminal-compare-case = { $case }：{ $title }（{ $called }，案例{ $hash }）
terminal-compare-design = 两个案例各模拟{ COUNT($n) }次，使用相同的随机抽取；随机种子{ $seed }，版本{ $version }。差值为逐次模拟的B − A；±为95%置信区间半宽。
terminal-compare-choices = 不同建模选择下：其他建模选择下的最小和最大差值，并非置信区间；方向不变：其中（含案例现状）有多少种方向相同；不明：其中有多少种的区间包含0。算作发现须达到95%。
terminal-compare-answer = { $measure ->
    [adopted] { $way ->
        [up] 可以肯定，B中达成案文更为常见：变化{ $change }（{ $low }至{ $high }）。
        [down] 可以肯定，B中达成案文更为少见：变化{ $change }（{ $low }至{ $high }）。
       *[open] B中达成案文是否更常见，无法判断：变化{ $change }（{ $low }至{ $high }）。
    }
   *[realised_depth] { $way ->
        [up] 可以肯定，B之后实际生效的内容更深：变化{ $change }（{ $low }至{ $high }）。
        [down] 可以肯定，B之后实际生效的内容更浅：变化{ $change }（{ $low }至{ $high }）。
       *[open] B之后实际生效的内容是否更深，无法判断：变化{ $change }（{ $low }至{ $high }）。
    }
}
terminal-compare-winners = 毫无疑问在B中获益更多的：{ $better }；受损的：{ $worse }{ $open ->
    [0] 。
   *[other] ；另有{ COUNT($open) }方无法判断。
}（全部{ COUNT($n) }方的区间同时成立，全部无误的把握为95%。）
terminal-compare-unmatched = 并非两个案例都有：{ $names }。为这些抽取的随机数不配对。
terminal-compare-rates = 如何结束
terminal-compare-depths = 有多深（0至1，按谈判之后实际生效的内容）
terminal-compare-means = 均值
terminal-compare-options = 案文含哪些选项（通过的或最后提出的案文）
terminal-compare-holds = 逐条款的生效内容（通过则为案文，否则为现状）
terminal-compare-gains = 谁获益（相对现状的效用，按各自的理想立场；变化最大的在前）
terminal-compare-columns = | A > | B > | B − A > | ± >
terminal-compare-option = { $clause }：{ $option }
terminal-compare-measure = { $key ->
    [adopted] 达成案文
    [lcd] LCD案文
    [lcd_in_substance] 实质上的LCD
    [outcome-Hollow] 空洞案文
    [realised_depth] 深度
    [guaranteed_depth] 有保证的深度
    [depth_by_participation] 有保证的深度×参与度
   *[other] { $name }
}

## 不经谈判即可得知的内容

terminal-rate = { $rate }（{ $low }–{ $high }）
terminal-exact = { $number }（{ $exact }）
terminal-clause = 条款
terminal-depth = 深度
terminal-empty = 空
terminal-nothing = 无
terminal-parties = { COUNT($n) }方
terminal-analysis-heading = { $body ->
    [yes] 一个机构，没有待谈的内容
   *[no] 不经谈判
}：仅由成员、所陈述的立场和规则即可得知的内容。案例{ $hash }，版本{ $version }。

terminal-ambition-heading = 高度（每一条款从0到1）
terminal-ambition-columns = 条款 | 现状q > | LCD > | 上限 > | 中位立场 > | 要求最低者
terminal-depth-weighed = 深度（条款加权）
terminal-lcd = LCD { $lcd }：每一条款取雄心最低者的立场，但不低于现状（q）。若立场是随机抽取的，平均会在{ $chance }。
terminal-bound = 上限{ $bound }：逐条款看，各方宁可接受也不愿一无所有的最大值（Underdal的最低雄心方案定律）。中位立场{ $median }：每一条款取中位方的立场。
terminal-conflict = 雄心冲突{ $gap }：中位立场高出LCD的距离。
terminal-no-conflict = 中位立场与LCD十分接近，谈不上雄心冲突。
terminal-reversion-bias = 回归现状偏差{ $bias }：从现状到中位立场的路程中，有{ $share }因每一条款都须令各方满意而走不通。
terminal-trap-heading = 规则是否使多数得不到其所愿？
terminal-trap = 若采用中位案文（每一条款取中位方的立场），与现状相比，{ COUNT($gain) }方获益，{ $lose ->
    [0] 无一方受损
   *[other] { COUNT($lose) }方受损（{ $losers }）
}。{ $has_depth ->
    [yes] 其深度为{ $depth }。
   *[no] { "" }
}{ $verdict ->
    [trap] 简单多数会通过它，而规则不会：共同决策陷阱（Scharpf 1988）。
    [carried] 规则会通过它：不存在共同决策陷阱。
   *[none] 连简单多数也不会通过它。
}
terminal-bloc-ballot = { $bloc } { $yes }–{ $no }–{ $abstain }（{ $agreement }）
terminal-bloc-ballots = 各集团对它的态度，赞成–反对–无所谓（一致指数，完全一致为1）：{ $ballots }。

terminal-agreement-heading = 作为一揽子方案，各方能就什么达成一致（与现状相比）
terminal-solution = { $name ->
    [deepest] 最深
    [Nash] Nash
    [Kalai] Kalai–S.
    [egalitarian] 均等
    [utilitarian] 功利
   *[other] { $name }
}
terminal-mean-gain = 平均收益
terminal-least-gain = 最小收益
terminal-of-whom = 属于谁
terminal-frontier = 容忍边界{ $frontier }：更深的一揽子方案得不到各方同意。联系收益{ $gain }：其中这么多来自条款之间的交换。
terminal-package-bias = 一揽子方案的回归现状偏差{ $bias }：即便如此，通往中位立场的路程仍有{ $share }走不通。
terminal-solutions-legend = Nash：收益之积最大。Kalai–S.（Smorodinsky）：各方得到其最大可能收益的同一份额。均等：境况最差者收益最大。功利：收益之和最大。
terminal-pareto = 与帕累托边界的距离：{ $distances }。
terminal-distance = 从{ $text ->
    [now] 现状
    [lcd] LCD
   *[median] 中位案文
}出发，{ $gains ->
    [none] 不可能各方都获益
    [little] 各方都可获益，但不到0.01
   *[some] 各方都至少可获益{ $gain }
}
terminal-unsolved = 未求解：{ $what }。

terminal-consensus-heading = 无论主席如何，协商一致趋向何处（所陈述的立场，明确的案文）
terminal-consensus-nothing = 无处可去：即使到了截止时刻，也没有明确的案文能满足各方的最低要求。
terminal-consensus-columns = 条款 | x* >
terminal-consensus-limit = t* { $moment }，即{ $deadline }轮中的第{ $round }轮：首次有一份案文满足各方要求的时刻。x*就是这样的案文；若不止一份，取加权代价最小者。不断修改直至无可改进的主席与两者都很接近；含糊的措辞可使协商一致提前，每轮改动少的主席则会使其推迟。

terminal-deals-heading = 哪些方案各方都接受
terminal-best-deals-heading = 可接受的方案内容，以及{ $exact ->
    [yes] 其中最好的
   *[no] 抽取到的最好的
}
terminal-deals-counted = 全部{ $possible }种可能的方案都已逐一查看。
terminal-deals-drawn = 可能的方案有{ $possible }种，无法逐一查看：均匀抽取了{ COUNT($drawn) }种，以下为估计值。
terminal-deals-accepted = 各方都接受的有{ COUNT($all) }种，占{ $share }；至多一方不接受的有{ COUNT($but_one) }种，占{ $but_one_share }。
terminal-deals-carried = 若各方对其可接受的都投赞成，规则会通过{ COUNT($carried) }种。
terminal-deals-efficient = 在各方都接受的方案中，有{ COUNT($n) }种没有剩余可分：再无其他方案能使某方更好而无人更差。
terminal-deals-columns = 谈判方 | 接受 > | 占比 > | 独自拒绝 >
terminal-deals-legend = 独自拒绝：其他各方都会接受的方案。
terminal-best-deal = { $kind ->
    [sum] 得分之和最大
    [product] 收益之积最大（Nash）
   *[least] 最小收益最大（均等）
}：{ $options }。合计{ $sum }分（{ $points }）；境况最差者超出其最低要求{ $least }分。
terminal-options-columns = 条款 | 在各方都接受的方案中
terminal-options-legend = 占{ COUNT($n) }种方案的比例。

terminal-vetoes-heading = 谁压低案文
terminal-veto-players = { $kind ->
    [none] 否决者：无。
    [all] 否决者：有发言权的全部{ COUNT($n) }方。
   *[some] 否决者：{ $names }。
}
terminal-absorbed = 被吸收的：{ $names }。其立场处于其他否决者之间，因而其否决几乎不增加约束（若各方重视程度相同，则毫不增加）。
terminal-without = 没有{ $party }时{ $depth }
terminal-nobody-pivotal = 关键方：没有单独的一方。即使不需要任何一方同意，最深的一揽子方案也不会更深。
terminal-pivotal = 关键方：其他各方都接受的最深一揽子方案可达到{ $parties }，而非{ $frontier }。

terminal-choice-heading = 规则会如何在案文之间选择
terminal-fallback-choice-heading = 协商一致失败后，表决会如何选择
terminal-choice-columns = 条款 | 核 | 胜过现状q | 可通过 > | 由谁决定
terminal-choice-legend = 核：其他内容不变时，没有别的取值能胜过它。胜过现状q：规则会用来取代现状的取值。可通过：若各方对不更差的都投赞成，能通过的最大值；由谁拒绝更多来决定。
terminal-winset-sampled = 整份案文（抽样）：均匀抽取的{ COUNT($of) }份案文中有{ COUNT($found) }份胜过现状，占{ $share }。
terminal-core-sampled = 核（抽样）：均匀抽取的{ COUNT($of) }份案文中有{ COUNT($found) }份各自经受住{ COUNT($challengers) }次挑战，占{ $share }。
terminal-median-beaten = 中位案文会被其中一些胜过。
terminal-median-unbeaten = 没有找到能胜过中位案文的案文。
terminal-safe-majorities = 在{ COUNT($clauses) }个条款上，高于{ $always }的多数总会留下某份不败的案文（Greenberg）；若立场分布均匀，高于{ $even }即可（Caplin和Nalebuff）。

terminal-breadth-heading = 广度与深度：若案文只约束签署方
terminal-signatures = { COUNT($n) }方签署、深度{ $depth }
terminal-breadth = 雄心最高的各方签署其中雄心最低者所要的：若只有第一方签署，为{ $alone }；{ $best }（直到{ $last }）合计最多，为{ $best_total }；全体一起，{ $all }，合计{ $all_total }。若各方各行其愿，则为{ $differentiated }。
terminal-breadth-weighed = 按实质分量加权：联盟为{ $best }，全体为{ $all }。

terminal-power-heading = 谁说了算
terminal-fallback-power-heading = 协商一致失败后，谁说了算
terminal-members = { COUNT($n) }个成员；{ $rule }。
terminal-member = 成员
terminal-votes = 票数
terminal-every-member = 每一成员
terminal-power-not-counted = 未计算投票权力：{ $why }。
terminal-power-legend = Shapley–Shubik：若各成员依随机顺序表态，某成员的赞成恰好起决定作用的频率。Banzhaf：单独一票起决定作用的情形中该成员所占的份额。
terminal-more-members = ……另有{ COUNT($more) }个成员，权力更小。
terminal-more-members-sampled = ……另有{ COUNT($more) }个成员，起决定作用的频率不更高。
terminal-sampled-power-columns = 成员 | 票数 > | Shapley–Shubik | 起决定作用
terminal-sampled-power-legend = 投票权力为估计值，因为票数之和的种类太多，无法逐一计数：依据{ COUNT($draws) }种随机的成员顺序和{ COUNT($draws) }次掷硬币表决。括号内的区间同时成立：全部无误的把握为95%。Shapley–Shubik：若各成员依随机顺序表态，某成员的赞成恰好起决定作用的频率。起决定作用：其他成员都掷硬币时，该成员一票起决定作用的频率（绝对Banzhaf）。
terminal-sampled-power-to-act = 行动力（Coleman）：若各成员都掷硬币，案文在{ $share }的情形中获得通过。
terminal-blockers = { $kind ->
    [none] 没有谁能单独阻止案文。
    [all] 每一方都能单独阻止案文。
   *[some] 能单独阻止案文的：{ $blockers }。
}{ $has_dummies ->
    [yes] 投票从不起作用的：{ $dummies }。
   *[no] { "" }
}
terminal-fewest = { $known ->
    [yes] 能通过案文的最少成员数：{ COUNT($n) }。
   *[no] { "" }
}
terminal-below-a-myriad = 低于0.0001
terminal-power-to-act = { $known ->
    [yes] 能通过案文的最少成员数：{ COUNT($n) }。
   *[no] { "" }
}行动力（Coleman）：{ $figure }。若各成员都掷硬币，案文{ $odds ->
    [share] 在{ $share }的情形中获得通过
    [one-in] 每{ COUNT($one_in) }次中有一次通过
   *[never] 几乎从不通过
}。
terminal-cycles = { $kind ->
    [infinite] Nakamura数：无穷。既然有一方拥有否决权，无论有多少选项，多数都不会循环。
    [number] Nakamura数{ $n }：在{ $n }个或更多选项之间，多数可能循环（A胜B，B胜C，C胜A）；选项更少时，总有某个选项不败。
   *[not-counted] Nakamura数：未计算，不同的联盟太多。
}

## 程序自带的内容

terminal-list-group = { $folder ->
    [teaching] 教学案例，每个说明一点
    [theory] 理论用的谈判室
    [bodies] 机构及其成员和规则（plenary analyse NAME）
    [studies] 研究（plenary sweep NAME --out DIR）
    [templates] 现实案例的模板（plenary backtest --models NAME）
    [cases] 案例
   *[other] { $folder }
}
terminal-list-names = 上述任何名称都代表其文件：plenary run NAME、explain NAME、check NAME……
terminal-list-new = 自己编写：plenary new my-case，或plenary new my-case --from NAME

## 案例如何被理解

terminal-clauses-heading = 条款
terminal-parties-heading = 谈判方
terminal-positions-heading = 立场
terminal-rules-heading = 谈判规则
terminal-preferences-heading = 仅由偏好得知的内容（按所陈述，未作随机抽取）
terminal-switches-heading = 开关（plenary run … --switch NAME）
terminal-note = 注意：{ $note }
terminal-clauses-columns = 条款 | 类型 | 占深度 > | 没有案文时 | 从 | 到
terminal-kind = { $kind ->
    [ambition] 雄心
    [positional] 立场
    [scope] 范围
   *[options] 选项
}
terminal-options = { COUNT($n) }个选项
terminal-countries-columns = 国家 | 集团 | 分量 > | 耐心β > | 孤立 > | 失败 > | 无案文 > | 底线 > | 沿用
terminal-taken-over = { $kind ->
    [looks-on] 旁观
    [opts-out] 选择不参加
    [boycotts] 抵制
    [clauses] { COUNT($n) }个条款
   *[none] { "" }
}
terminal-countries-legend = 分量：在实质分量中所占份额。孤立、失败：其代价。无案文：现状对其的效用。底线：截止时所能接受的最低效用。沿用：沿用其集团的立场。
terminal-bloc = { $bloc }（{ COUNT($members) }个成员）{ $speaks ->
    [yes] 代表
   *[no] 不发言；若发言则代表
}{ $how ->
    [median] 其成员的中位立场
    [mean] 其成员的平均立场
    [leader] { $leader }的立场
    [veto] 其雄心最低的成员
   *[stated] 其公布的立场
}，凝聚力{ $cohesion }。
terminal-firm-host = { $country }（{ $effort }）
terminal-firm = { $firm }游说{ $hosts }{ $drafts ->
    [yes] ，并向主席提供措辞（力度{ $effort }）
   *[no] { "" }
}。
terminal-rule = { $rule }。
terminal-loss = { $kind ->
    [distance] 各方在意的是距离。
    [squared] 各方在意的是距离的平方。
    [euclidean] 各方在意的是欧几里得距离。
    [gaussian] 各方在意的是距离的高斯函数，σ为{ $first }。
   *[asymmetric] 各方在意的是距离，高于理想立场{ $first }，低于理想立场{ $second }。
}
terminal-drawn = 每次模拟随机抽取：{ $what }。
terminal-spread = { $what ->
    [high] 有充分依据的理想立场
    [medium] 理想立场
    [low] 推测的理想立场
    [derived] 沿用的理想立场
    [saliences] 重视程度
    [failure] 失败的代价
    [outside] 外部选择
    [reach] 小集团的影响范围
    [isolation] 孤立的代价
   *[patience] 耐心
}{ $kind ->
    [normal] ±{ $x }（正态）
    [censored] ±{ $x }（正态，两端截断）
    [uniform] 在{ $x }以内（均匀）
   *[lognormal] ×e^（±{ $x }）
}
terminal-preferences = 现状的深度{ $status_quo }；LCD（每一条款取雄心最低者的立场，但不低于现状）的深度{ $lcd }；逐条款看，无人认为不如现状的最大深度{ $bound }{ $package ->
    [yes] ，作为一揽子方案{ $frontier }（联系收益{ $gain }）
   *[no] { "" }
}；中位方要求的深度{ $median }。雄心最低的：{ $laggards }。
terminal-party = 谈判方
terminal-points = 分值
terminal-matrix-rest = { $led ->
    [0] ……另有{ COUNT($others) }方：加--all可全部列出。
   *[other] ……另有{ COUNT($led) }个国家完全沿用其集团的立场{ $others ->
        [0] { "" }
       *[other] ，以及另外{ COUNT($others) }方
    }：加--all可全部列出。
}
terminal-matrix-legend = 各方的立场，有相应措辞的附上措辞，括号内为重视程度。←：沿用其集团的立场。–：没有立场：该条款与其无关。
