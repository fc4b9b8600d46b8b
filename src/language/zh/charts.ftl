# 图：标题、说明、图例和标签。

charts-key = 内置字体没有的字符：{ $list }
charts-omitted = { $what ->
    [clauses] 图中只有前{ COUNT($shown) }项条款，共{ COUNT($total) }项；数据表包括全部。
    [models] 图中只有前{ COUNT($shown) }个模型，共{ COUNT($total) }个；数据表包括全部。
   *[lines] 图中只有前{ COUNT($shown) }行，共{ COUNT($total) }行；数据表包括全部。
  }

charts-settled = { $way ->
    [Agreed] 议定
    [Deleted] 删除
   *[CarvedOut] 排除
  }

charts-measure = { $name ->
    [adopted] 通过的概率
    [lcd] LCD案文的概率
    [lcd_in_substance] 实质上为LCD的概率
    [lcd_given_adopted] 已通过案文中LCD案文的概率
    [lcd_in_substance_given_adopted] 已通过案文中实质上为LCD的概率
    [realised_depth] 深度
    [guaranteed_depth] 有保证的深度
    [depth_by_participation] 有保证的深度×参与度
    [tabled_depth] 所提案文的深度
    [tabled_guaranteed_depth] 所提案文有保证的深度
    [draft_depth] 草案的深度
    [depth_lcd] LCD处的深度
    [depth_tolerated] 各方仍可接受的深度
    [depth_reference] 中位立场处的深度
    [depth_lcd_of_all] 全体成员LCD处的深度
    [depth_tolerated_of_all] 全体成员仍可接受的深度
    [depth_reference_of_all] 全体成员中位立场处的深度
    [lcd_index] Λ
    [lcd_index_guaranteed] 有保证的Λ
    [laggard_bound] 落后方起约束作用的概率
    [emerged] 谈判中形成LCD的概率
    [by_design] 一开始即为LCD的概率
    [emergence_round] 形成LCD的轮次
    [round] 结束的轮次
    [adoption_round] 通过的轮次
    [yes] 赞成票
    [no] 反对票
    [abstain] 弃权票
    [participation] 参与度
    [depth_without_laggards] 落后方无否决权时的深度
    [rise_without_laggards] 落后方无否决权时深度的升幅
    [fixed_points_differ] 均衡不同的概率
   *[other] { $words }
  }
charts-measure-of = { $family ->
    [low] { $of }：要求最低的解读
    [high] { $of }：要求最高的解读
    [adopted] { $of }：通过的案文
    [holds] { $of }：最终有效的内容
    [gain] { $of }：收益
    [held_out] { $of }阻止的概率
    [outcome] { $of }的概率
   *[other] { $of }：{ $family }
  }

charts-factor = { $field ->
    [outside_option] 外部选择
    [outside_option-reach] 俱乐部的覆盖面
    [cost_of_failure] 失败的代价
    [isolation_cost] 孤立的代价
    [tactic-beta] 急切程度（β）
    [tactic-k] 开场让步（k）
    [rule] 决策规则
    [rule-objections] 允许的反对数
    [protocol] 程序
    [protocol-rounds] 轮数
    [protocol-moves_per_round] 主席每轮的修改次数
    [materiality] 实质分量
    [attendance] 出席
    [boycotts] 抵制
    [cohesion] 凝聚力
    [effort] 游说力度
    [votes] 票数
    [may_object] 反对权
    [defaults-theta] 对含糊措辞的自我解读（θ）
   *[other] { $words }
  }
charts-factor-all = { $set ->
    [countries] 所有国家
    [blocs] 所有集团
    [firms] 所有企业
   *[clauses] 所有条款
  }
charts-factor-position = { $who }：对“{ $clause }”的立场
charts-factor-of = { $who }：{ $field }

charts-estimate = { $at }（{ $low }–{ $high }）
charts-change = { $at }（{ $low }至{ $high }）
charts-rate = { $share }%（{ $low }–{ $high }）
charts-rate-exact = { $share }%
charts-nothing-counted = –（无可计数）
charts-alt-list = { $items }。
charts-axis-share = 比例
charts-axis-round = 轮
charts-legend-adopted = 案文通过
charts-legend-no-text = 无案文
charts-legend-rate = 比率

## 结果

charts-outcomes-all = { $n ->
    [1] 这一次模拟的结果：{ $label }
   *[other] 全部{ COUNT($n) }次模拟的结果都是：{ $label }
  }
charts-outcomes-most = 最常见的结果：{ $label }，占模拟的{ $share }
charts-outcomes-tied = { $label }占模拟的{ $share }；它与{ $rivals }孰多无法判断
charts-outcomes-reading = 条形：占全部模拟的比例，各95%置信区间同时成立。下方标记：最低限度共同点（LCD）案文在全部模拟和已通过案文中的比率，各附95%置信区间。
charts-outcomes-rate = { $kind ->
    [lcd] LCD案文，占全部模拟
    [lcd-adopted] LCD案文，占已通过案文
    [substance] 实质上为LCD，占全部模拟
   *[substance-adopted] 实质上为LCD，占已通过案文
  }
charts-outcomes-undefined = 无LCD：各方雄心没有差别

## 案文的变化

charts-trajectory-title = { $moved ->
    [falls] 深度从草案的{ $draft }降至{ $ends }
    [rises] 深度从草案的{ $draft }升至{ $ends }
    [same] 深度保持草案的水平：{ $ends }
    [nothing] 未达成案文：草案深度为{ $draft }，最终仍是现状，{ $ends }
   *[unclear] 深度在草案中为{ $draft }，最终为{ $ends }：变化与抽样误差无法区分
  }
charts-trajectory-no-depth = { $share }的模拟通过有所改变的案文
charts-trajectory-reading = 每轮之后从0到1的值：中位模拟和中间八成。已结束的模拟保持最后的案文，不再有方括号。{ $round ->
    [none] { "" }
   *[other] 竖直虚线：通过的平均轮次，{ $round }。
  }
charts-trajectory-depth = 案文的深度
charts-trajectory-progress = 方括号中；已通过
charts-trajectory-ending = { $clause }从{ $from }到{ $to }
charts-trajectory-alt = 从第一份草案到最后的中位数：{ $items }。
charts-legend-median-text = 中位案文
charts-legend-runs-band = 模拟的10–90%
charts-legend-status-quo = 现状
charts-legend-depth-lcd = LCD处的深度
charts-legend-depth-bound = 无人受损的最大深度
charts-legend-in-brackets = 方括号中的条款
charts-legend-with-text = 已有案文的模拟

## 逐条

charts-ladder-beyond = { $of ->
    [1] 在唯一的雄心条款“{ $clause }”上，{ $texts ->
        [1] 案文
       *[other] 九成案文
      }超过LCD：{ $text }，LCD为{ $lcd }
   *[other] 在{ COUNT($of) }项条款中，有{ COUNT($n) }项的{ $texts ->
        [1] 案文
       *[other] 九成案文
      }超过LCD，超出最多的是“{ $clause }”：{ $text }，LCD为{ $lcd }
  }
charts-ladder-drawn = 在{ $clauses }上，各方陈述的愿望相同而抽样各异：短线为第一次模拟，没有依陈述的LCD。
charts-ladder-at-lcd = { $of ->
    [1] 在唯一的雄心条款上，{ $texts ->
        [1] 案文
       *[other] 九成案文
      }不超过LCD
   *[other] 在{ COUNT($of) }项条款中，没有一项的{ $texts ->
        [1] 案文
       *[other] 九成案文
      }超过LCD
  }
charts-ladder-nothing = 未达成案文：各方的愿望和已有的规定
charts-ladder-option = { $clause }：{ $share }的案文为“{ $option }”
charts-ladder-plain = 各方的愿望和结果
charts-ladder-reading = { $kinds ->
    [options] 每项条款的选项依次排列。短线：各方陈述的愿望。圆点：含该选项的案文所占比例。
    [scales] 每项条款从最低到最高。短线：各方的愿望。最低限度共同点（LCD：雄心最低的愿望，不低于现状）与无人受损的最高值均依陈述的愿望；案文指通过案文的模拟。
   *[both] 每项条款从最低到最高；选项依次排列，圆点大小为其占案文的比例。短线：各方的愿望。最低限度共同点（LCD：雄心最低的愿望，不低于现状）与无人受损的最高值均依陈述的愿望；案文指通过案文的模拟。
  }
charts-ladder-options = { $clause }：{ $options }。
charts-ladder-legend = { $what ->
    [wish] 一方的愿望
    [status-quo] 现状
    [lcd] LCD
    [bound] 无人受损的最高值
    [median-wish] 中位立场
    [median-text] 中位案文
   *[share] 占案文的比例
  }
charts-legend-texts-band = 案文的10–90%
charts-ladder-alt = { $clause }：LCD { $lcd }，无人受损的最高值{ $bound }，案文{ $text }
charts-ladder-alt-option = { $clause }：最常见的是{ $option }

## 谁得到什么

charts-gains-most = { $party }收益最大：{ $gain }
charts-gains-unclear = 谁的收益最大无法判断：{ $party }为{ $gain }，{ $rivals }可能同样多
charts-gains-same = { $n ->
    [1] 唯一一方的收益为{ $gain }
   *[other] 全部{ COUNT($n) }方的收益相同：{ $gain }
  }
charts-gains-nobody = 没有一方的得失达到0.001
charts-gains-reading = 各方相对于现状的收益，以其自身立场的效用计：全部模拟的均值及其95%置信区间，从大到小。标题比较的是对各方同时成立的区间。
charts-gains-decides-same = 各方的一票改变最后一次表决结果的模拟比例相同：{ $share }。
charts-gains-power = { $known ->
    [same] 该规则赋予各方相同的投票权力。
   *[unknown] 该规则下的投票权力无法计算。
  }
charts-gains-panel = { $what ->
    [gain] 收益（效用）
    [decides] 其一票起决定作用
   *[power] 投票权力（沙普利–舒比克）
  }
charts-gains-between = …其间另有{ COUNT($n) }方
charts-gains-alt = 收益最大的：{ $items }。
charts-legend-outside-blocs = 集团之外

## 广度与深度

charts-breadth-title = 实质分量的{ $share }参与，有保证的深度为{ $depth }
charts-breadth-reading = 每个圆点：在此结束的模拟，面积为次数（{ $kept ->
    [first] 前{ COUNT($n) }次
   *[all] 共{ COUNT($n) }次
  }）。曲线：参与度×深度相等。十字：均值及95%置信区间。{ $chance ->
    [shown] 虚线：人人可以阻止时，仅凭偶然会留下的深度。
   *[none] { "" }
  }
charts-breadth-alt = 平均参与度{ $share }，平均有保证的深度{ $depth }，乘积{ $product }。
charts-breadth-levers-title = { $kind ->
    [base] 所试的抓手都没有使广度×深度超过原案例的{ $product }
   *[lever] “{ $lever }”使广度×深度最大：{ $product }，原案例为{ $base }
  }
charts-breadth-levers-reading = 每个圆点：一个抓手，位于其平均有保证的深度和构成平均乘积的参与度；为估计值，不附区间。连线：从原案例出发。曲线：参与度×深度相等。坐标轴不从0开始。
charts-breadth-levers-alt = 参与度×有保证的深度：{ $items }。
charts-as-it-is = 原案例
charts-axis-participation = 参与度（实质分量的比例）
charts-axis-guaranteed = 有保证的深度
charts-legend-mean = 全部模拟的均值
charts-legend-chance = 仅凭偶然
charts-legend-lever = 抓手
charts-legend-base = 原案例
charts-legend-clear = 可与偶然区分
charts-legend-unclear = 可能出于偶然

## 抓手

charts-levers-title = { $n ->
    [1] 使{ $by }升幅最大（{ $change }）：{ $lever }
   *[other] 可能使{ $by }升幅最大的{ COUNT($n) }个抓手之一（{ $change }）：{ $lever }
 }
charts-levers-nothing = 所试的抓手都不能确定使其上升：{ $by }
charts-levers-reading = 在相同抽样下，每个抓手相对于原案例的变化：均值及95%置信区间{ $kind ->
    [race] （同一列的区间同时成立，每个抓手的模拟次数按需要而定）
   *[plain] { "" }
  }。向右：更多。实心：区间不含0。
charts-levers-without = 不适用：{ $levers }。
charts-levers-same = { $lever }（另有{ COUNT($n) }个效果相同）
charts-levers-shown = 图中为{ COUNT($of) }个中变化最大的{ COUNT($shown) }个：{ $by }。
charts-levers-alt = 变化：{ $items }。

## 两个案例

charts-differences-title = 差别最大的：{ $what }，B中{ $change }
charts-differences-nothing = 两个案例之间没有可与偶然区分的差别
charts-differences-reading = B减A，逐次模拟配对：均值及95%置信区间，从大到小。实心：区间不含0。右侧：A和B中的水平。
charts-differences-alt = 差别：{ $items }。

## 两个参数

charts-phase-title = { $kind ->
    [above] 全部{ COUNT($of) }格中，{ $name }不低于{ $half }
    [below] 全部{ COUNT($of) }格中，{ $name }低于{ $half }
    [undecided] 没有一格能判断是否不低于{ $half }：{ $name }
   *[mixed] { COUNT($of) }格中有{ COUNT($above) }格{ $name }不低于{ $half }{ $undecided ->
        [0] { "" }
       *[other] ；{ COUNT($undecided) }格无法判断
      }
  }
charts-phase-reading = 两个参数下的{ $name }；每格n = { $n }。{ $kind ->
    [smooth] 粗线：越过{ $half }之处，位于其95%置信区间两端的线之间。
   *[stepped] 粗线：分开不低于{ $half }与低于{ $half }的格；整数或词语之间没有其他值。
  }斜线：95%置信区间不能判断该格在哪一侧。
charts-phase-ends = 区间两端越过之处
charts-phase-undecided = 无法判断在{ $half }哪一侧
charts-phase-alt = { COUNT($of) }格中有{ COUNT($n) }格可以判断不低于{ $half }。

## 一个参数

charts-response-crosses = { $name }在{ $factor } = { $at }处越过½{ $known ->
    [interval] （95%：{ $from }至{ $to }）
   *[open] ，此估计的区间不能由这些取值界定
  }
charts-response-between = { $name }在{ $from }与{ $to }之间越过½（{ $factor }）
charts-response-stays = { $side ->
    [above] { $name }始终高于½：{ $factor }
   *[below] { $name }始终低于½：{ $factor }
  }
charts-response-moves = { $kind ->
    [apart] { $name }在{ $where_low }处最低，为{ $low }；在{ $where_high }处最高，为{ $high }（{ $factor }）
   *[same] 沿“{ $factor }”看不出可与偶然区分的变化：{ $name }从{ $low }到{ $high }
  }
charts-response-undefined = { $name }始终未定义：{ $factor }
charts-response-reading = 沿一个参数的估计值及95%置信区间；每个取值n不少于{ COUNT($n) }。虚线：½。
charts-response-alt = { $name }：{ $items }。
charts-axis-rate-depth = 比率、深度（0至1）

## 条款何时议定

charts-survival-title = { $kind ->
    [together] 半数模拟{ $late ->
        [0] 从一开始
       *[other] 到第{ $late }轮
      }议定{ $open ->
        [some] 其他条款
       *[none] 每项条款
      }
   *[apart] 半数模拟{ $early ->
        [0] 从一开始
       *[other] 到第{ $early }轮
      }议定“{ $first }”，到第{ $late }轮议定“{ $last }”
  }{ $open ->
    [some] ；“{ $never }”始终不到半数
   *[none] { "" }
  }
charts-survival-none = 任何条款都只有不到半数的模拟议定
charts-survival-reading = 该条款已最终脱离方括号的模拟所占比例，按轮次和方式；虚线：95%置信区间（卡普兰–迈耶，双对数）。轮次下方：该条款仍未议定的模拟次数。
charts-survival-alt = { $clause }：{ $ways }{ $round ->
    [none] { "" }
   *[other] ，半数模拟到第{ $round }轮
  }

## 次数是否足够

charts-convergence-title = { $n ->
    [1] 一次模拟没有区间
   *[other] { COUNT($n) }次模拟之后，最宽的区间为±{ $width }：{ $name }
  }
charts-convergence-constant = { $n ->
    [1] 一次模拟没有区间
   *[other] 全部{ COUNT($n) }次模拟结果相同：没有可随次数缩小的变异
  }
charts-convergence-reading = 95%置信区间的半宽与模拟次数，均为对数坐标，以该量的单位计（比率和深度：0至1）。虚线：0.05、0.02和0.01。始终为0或1的比率比1/√n缩小得更快。
charts-convergence-measure = { $known ->
    [constant] { $name }：无变异
    [undefined] { $name }：未定义
   *[varies] { $name }
  }
charts-convergence-alt = 最后：{ $items }。
charts-axis-runs = 模拟次数
charts-axis-half-width = 区间的半宽

charts-semicolon = ；

## 唱名表决

charts-roll-call-title = { $asked ->
    [votes] { $verdict ->
        [carried] 第{ $round }轮表决通过，{ $yes }票赞成、{ $no }票反对、{ $abstain }票弃权：{ $label }
       *[failed] 第{ $round }轮表决未通过，{ $yes }票赞成、{ $no }票反对、{ $abstain }票弃权：{ $label }
      }
   *[objections] { $verdict ->
        [carried] 第{ $round }轮通过，{ $no ->
            [0] 无人反对
           *[other] { COUNT($no) }方反对
          }：{ $label }
       *[failed] 第{ $round }轮仍未通过，{ COUNT($no) }方反对：{ $label }
      }
  }
charts-roll-call-reading = 一次谈判。案文每次交付全体而结果有变时为一列，按轮次；各方按集团排列，表态相同者相邻。{ $asked ->
    [objections] 协商一致：不反对即任其通过。
    [votes] { "" }
   *[both] 征询反对意见时，不反对即任其通过。
  }{ $bound ->
    [signatories] 志愿联盟：案文只约束在标记列中赞成的各方。
   *[all] { "" }
  }
charts-roll-call-vote = { $vote ->
    [yes] { $asked ->
        [objections] 任其通过
        [votes] 赞成
       *[both] 赞成，或任其通过
      }
    [no] { $asked ->
        [objections] 反对
        [votes] 反对
       *[both] 反对
      }
    [abstain] 弃权
   *[absent] 缺席，或无投票权
  }
charts-roll-call-left-out = 另有{ COUNT($n) }方见数据表
charts-roll-call-carried = 通过
charts-roll-call-ballot = 第{ $round }轮：{ $yes }赞成，{ $no }反对，{ $abstain }弃权，{ $absent }缺席，{ $verdict ->
    [carried] 通过
   *[failed] 未通过
  }
charts-roll-call-alt = 最后几次：{ $items }。

## 成员、集团、全会

charts-funnel-title = 在{ $of }项条款中，九成案文低于中位立场的有{ $below }项，高于中位立场的有{ $above }项
charts-funnel-nothing = 从成员到集团：未达成案文
charts-funnel-reading = 每项条款从0（下）到1：左为每个成员的愿望，中为其集团的立场，右为案文（中位数和案文的10–90%）。
charts-funnel-more = 另有{ COUNT($n) }个集团
charts-funnel-stage = { $stage ->
    [members] 成员
    [blocs] 集团
   *[text] 案文
  }
charts-funnel-alt = { $clause }：{ $blocs }；案文{ $text }
charts-legend-text = 案文

## 一次谈判中的让步

charts-concessions-title = 从第一份草案到最后的案文，{ $party }让步最多，从{ $from }到{ $to }{ $others ->
    [0] { "" }
   *[other] （另有{ COUNT($others) }方同样多）
  }：{ $label }
charts-concessions-nobody = 从第一份草案到最后的案文，没有一方让步：{ $label }
charts-concessions-reading = 一次谈判中各方逐轮的效用：案文给予它的、它所要求的、它在期限到来时可以接受的。叉号：退场。
charts-concessions-rest = 单独列出：退场、最后反对、收益最小或分量最大的各方；其余{ COUNT($n) }方合为一带。
charts-concessions-legend = { $what ->
    [gets] 从案文所得
    [demands] 要求
    [settles] 可以接受
   *[leaves] 退场
  }
charts-concessions-others = 其余{ COUNT($n) }方：中位数，10–90%
charts-concessions-alt = { $party }：从{ $from }到{ $to }，可以接受{ $settles }{ $left ->
    [none] { "" }
   *[other] ，第{ $left }轮退场
  }

## 什么决定结果

charts-sensitivity-title = 对{ $name }影响最大的是{ $factor }：{ $kind ->
    [morris] μ* { $index }
    [sample] S { $index }
   *[sobol] ST { $index }
  }
charts-sensitivity-unclear = 什么对{ $name }影响最大无法判断：{ $factor }，或{ $rivals }
charts-sensitivity-none = 没有因素能确定影响{ $name }
charts-sensitivity-reading = { $kind ->
    [morris] 莫里斯筛选：每个因素效应的平均大小（μ*）与其随其他因素变化的程度（σ），95%自助法置信区间。虚线之上σ > μ*：主要通过其他因素起作用。
    [sample] 由一组设计点得出：每个因素单独解释的方差比例（S），以及它与结果的偏秩相关（PRCC：−1至1，符号表示方向），95%自助法置信区间。
   *[sobol] 索博尔指数：每个因素单独解释的方差比例（S）和连同全部交互作用的比例（ST），95%自助法置信区间。
  }
charts-sensitivity-alone = S：单独
charts-sensitivity-other = { $kind ->
    [sample] PRCC：偏秩相关
   *[sobol] ST：含交互作用
  }
charts-sensitivity-factor = 因素
charts-sensitivity-alt = { $kind ->
    [morris] μ*和σ：{ $items }。
    [sample] S和PRCC：{ $items }。
   *[sobol] S和ST：{ $items }。
  }
charts-axis-variance = { $kind ->
    [sample] 方差的比例；相关系数
   *[sobol] 方差的比例
  }
charts-axis-mu = μ*：效应的平均大小
charts-axis-sigma = σ：变化的程度

## 预测的校准

charts-calibration-title = { $kind ->
    [all] 就所能判断，实际结果与预测相符
    [some] 实际结果与{ $inside }的预测相符；与{ $outside }的预测不符
   *[none] 实际结果与预测不符
  }
charts-calibration-reading = 不超过预测各分位数的实际结果所占比例（括号内为其数目）。校准良好：沿虚线。两端陡：预测过窄；中间陡：预测过宽。单点预测的模型分两三级上升。带状区假定各结果相互独立，同一案卷的议题并非如此；标题列出在超过二十分之一的分位数上超出带状区的模型。
charts-calibration-outcomes = 实际结果
charts-calibration-band = 校准良好时此类比例的95%（各自单独）
charts-calibration-alt = { $model }：{ COUNT($of) }个分位数中有{ COUNT($outside) }个超出带状区，偏离最大的是{ $quantile }分位数，有{ $share }的结果不超过它
charts-axis-quantile = 预测的分位数

## 愿望空间

charts-spatial-title = 在此平面上，案文从现状向全体愿望的均值走了{ $share }%{ $known ->
    [interval] （{ $low }–{ $high }）
   *[exact] { "" }
  }
charts-spatial-nothing = 未达成案文：各方的位置
charts-spatial-plain = 全体愿望的均值就是现状：各方的位置和案文的终点
charts-spatial-reading = { $kind ->
    [components] 各方愿望差异最大的两个方向（主成分），附其占离散程度的比例和主要代表的条款。圆点：各方，面积为实质分量。阴影：全体愿望的凸包。小点：通过的案文。
   *[clauses] 圆点：各方，面积为实质分量。阴影：可以胜过现状的案文。小点：通过的案文。
  }
charts-spatial-legend = { $what ->
    [party] 谈判方
    [status-quo] 现状
    [text] 通过的案文
    [mean] 平均案文
    [hull] 愿望的凸包
    [winset] 胜过现状的案文
   *[club] 俱乐部案文
  }
charts-spatial-club = { $party }的俱乐部
charts-spatial-axis = 离散程度的{ $share }：{ $clauses }
charts-spatial-alt = { COUNT($parties) }方和{ COUNT($texts) }份案文，横轴{ $across }，纵轴{ $up }；现状在{ $quo }；平均案文在{ $mean }。

## 为何没有图

charts-no-picture = { $why ->
    [no-commitment] 无论用哪种抓手，案文都没有作出任何承诺
    [no-ballot] 这次谈判没有举行过表决
    [no-comparison] 比较结果是空的
    [one-replicate] 只有一次模拟，谈不上区间收窄：请用-n增加次数
    [no-scale] 各条款都是在选项中选择，没有在刻度上移动的（见plenary chart ladder）
    [one-scale] 地图至少需要两项有刻度的条款（只有一项时见plenary chart ladder）
    [no-ambition] 没有条款涉及雄心高低，因此没有可分摊的深度
    [no-run] 没有进行任何谈判
    [no-round] 这次谈判一轮也没有进行
    [one-value] 只有一个取值，看不出响应：至少扫描两个
    [no-blocs] 本案例没有集团：各国各自发言
    [no-scale-to-narrow] 各条款都是在选项中选择，没有可以收窄的刻度
    [no-factors] 这项研究没有改变任何因素
    [no-grid] 相图需要网格：用Grid设计扫描两个因素，各至少两个取值
    [no-levers] 没有打开任何开关：没有可比较的
    [no-measure] 这项研究没有可画的度量
    [never-adopted] 没有一次模拟通过案文：没有条款得到议定
    [no-prediction] 没有把任何预测与实际结果相比
    [no-switches] 本案例没有适用的开关；可扫描一个参数，再给出结果文件夹
    [no-outcomes] 这项研究没有记录各种结果出现的次数
    [one-value-flow] 只有一个取值，看不出变化：至少扫描两个
    [too-few] { $measure }在这些模拟中大多没有定义
    [undefined] { $measure }在任何一点上都没有定义
    [constant] { $measure }没有任何变化：没有因素能左右它
    [power] 无法计算投票权力：{ $measure }
    [no-votes] 无法计算投票权力：没有一方有投票权
    [one-factor] 响应曲线需要一个因素，这项研究改变了{ $n }个：plenary chart phase可画两个，plenary discover不限个数
    [two-factors] 相图需要两个因素，这项研究改变了{ $n }个：plenary chart response可画一个，plenary discover不限个数
   *[one-factor-flow] 结果流向图沿一个因素画出，这项研究改变了{ $n }个：plenary chart phase可画两个
}
charts-drawn-from = 它取自{ $from }
charts-comes-from = { $table ->
    [points] 扫描的结果文件夹：先运行plenary sweep STUDY --out DIR，再在此写DIR
    [differences] 比较的结果文件夹：先运行plenary compare A B --out DIR，再在此写DIR
    [issues] 回测的结果文件夹：先运行plenary backtest … --out DIR，再在此写DIR
    [levers] 案例，或plenary levers --out DIR的结果文件夹
   *[other] 敏感性分析的结果文件夹：先运行plenary sensitivity SWEEP --out DIR，再在此写DIR
}
charts-failed = { $chart }：{ $why }
charts-unprintable = 内置字体缺少“{ $label }”中的{ $characters }：图中以编号代替，图下附有对照。
