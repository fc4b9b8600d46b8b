# run 的回答。

# 案例。
answer-countries = { COUNT($n) }个国家
answer-blocs = { COUNT($n) }个集团
answer-firms = { COUNT($n) }家企业
answer-clauses = { COUNT($n) }项条款
answer-who-decides = { $who }；{ $rule }。
answer-comma = 、
answer-semicolon = ；
answer-gap = {""}
answer-runs = { COUNT($n) }次模拟，随机种子{ $seed }，案例{ $hash }，版本{ $version }。{ $ranges ->
    [exact] 没有任何量是随机抽取的：一次模拟就说明一切。
    [one] 一次模拟说明不了其他模拟。
    [choices] 未注明的区间为95%置信区间。
   *[sampling] 区间为95%置信区间。
}

# 带不确定性的数字。
answer-figure = { $kind ->
    [both] { $value }（{ $sampling }；{ $choices }）
    [spelled] { $value }（抽样{ $sampling }；建模选择{ $choices }）
    [sampling] { $value }（{ $sampling }）
    [choices] { $value }（建模选择{ $choices }）
    [constant] { $value }（各次模拟相同）
   *[bare] { $value }
}
answer-plus-minus = ±{ $half }
answer-range = { $low }–{ $high }
answer-range-signed = { $low }至{ $high }

# 结果如何。
answer-outcome-text = { $adoption ->
    [exact] 案文获得通过，
    [one] 这次模拟通过了案文，
    [all] 每次模拟都通过了案文，平均而言
    [allbut] { $share }的模拟通过了案文，平均而言
   *[some] { $share }的模拟通过了案文，平均而言
}{ $way ->
    [lcd] 它停留在最低限度共同点（LCD）或更低
    [median] 它达到中位立场或更远
    [beyond] 它走得比中位立场更远
   *[between] 它从最低限度共同点（LCD）向中位立场走了{ $hundredths }%的路程
}：Λ为{ $index }，深度为{ $depth }。
answer-outcome-no-conflict = { $adoption ->
    [exact] 案文获得通过，
    [one] 这次模拟通过了案文，
    [all] 每次模拟都通过了案文，
    [allbut] { $share }的模拟通过了案文，
   *[some] { $share }的模拟通过了案文，
}深度为{ $depth }。各方雄心相差无几，因此谈不上最低限度共同点（LCD）。
answer-outcome-no-ambition = { $adoption ->
    [exact] 案文获得通过。
    [one] 这次模拟通过了案文。
    [all] 每次模拟都通过了案文。
    [allbut] { $share }的模拟通过了案文。
   *[some] { $share }的模拟通过了案文。
}没有任何条款涉及雄心高低：因此没有深度，也没有最低限度共同点（LCD）。
answer-outcome-none = { $adoption ->
    [exact] 未达成案文
    [one] 这次模拟未达成案文
   *[none] 没有一次模拟通过案文，比例为{ $share }
}：维持现状{ $depth ->
    [none] {""}
   *[other] ，深度为{ $depth }
}。
answer-nothing-changes = { $share ->
    [every] 案文丝毫没有改变现状。
   *[other] 在{ $share }的模拟中，案文丝毫没有改变现状。
}
answer-called = { $depends ->
    [line] 有多少案文算作LCD，取决于界线划在哪里：{ $share }
    [modelling] 有多少案文算作LCD，取决于建模选择：{ $share }
    [one] 该案文{ $called ->
        [yes] 算作LCD
       *[no] 不算LCD
    }
   *[nothing] 算作LCD的案文：{ $share }
}{ $substance ->
    [same] 。
    [yes] ；按含糊措辞要求最低的读法（实质上）则算。
    [no] ；按含糊措辞要求最低的读法（实质上）则不算。
   *[other] ；按含糊措辞要求最低的读法（实质上）为{ $substance }。
}
answer-partly-undefined = 在{ $share }的模拟中各方雄心相差无几：LCD在那里没有定义，计为非LCD。

# 原因。
answer-held-down = { $kind ->
    [one] 一次模拟无法判断谁压低了深度：草案为{ $draft }，最终结果为{ $realised }。
    [both] 压低深度的是{ $down }，拉高深度的是{ $up }：这些是从草案（{ $draft }）到最终结果（{ $realised }）之间差距的责任分摊。
    [down] 压低深度的是{ $down }：这些是从草案（{ $draft }）到最终结果（{ $realised }）之间差距的责任分摊。
    [up] { $told ->
        [yes] 没有一方把深度压低{ $threshold }或更多
       *[no] 就目前所能判断，没有一方把深度压低{ $threshold }或更多
    }；拉高深度的是{ $up }：这些是从草案（{ $draft }）到最终结果（{ $realised }）之间差距的责任分摊。
   *[none] { $told ->
        [yes] 没有一方把深度压低{ $threshold }或更多
       *[no] 就目前所能判断，没有一方把深度压低{ $threshold }或更多
    }：草案为{ $draft }，最终结果为{ $realised }。
}
answer-cause = { $who } { $share }
answer-others = 其余{ COUNT($n) }国合计
answer-causes-small = 压低深度但不足{ $threshold }：{ $who }。
answer-causes-unclear = 是否达到{ $threshold }无法判断：{ $who }。
answer-causes-basis = { $exact ->
    [yes] 没有随机抽取，责任分摊是精确的沙普利值
   *[no] 责任分摊为前{ COUNT($n) }次模拟的沙普利值
}；草案不同，分摊也不同。
answer-stopped = { $n ->
    [one] 未达成案文的那次模拟受阻于{ $who }。
   *[other] 重新查看了{ COUNT($n) }次未达成案文的模拟，受阻于：{ $who }。
}
answer-stopper = { $about ->
    [both] { $who }（{ $times }主要因“{ $clause }”，损失{ $cost }；比其底线低{ $short }）
    [clause] { $who }（{ $times }主要因“{ $clause }”，损失{ $cost }）
    [short] { $who }（{ $times }比其底线低{ $short }）
   *[none] { $who }
}
answer-stopper-times = { $n }次；
answer-acceptable = { $kind ->
    [premise] 每一次都存在无人会阻拦的案文：把现状写下来即可。
    [one] 其实存在无人会阻拦的案文。
    [onenot] 不存在无人会阻拦的案文。
    [always] 每一次都存在无人会阻拦的案文。
    [never] 没有一次存在无人会阻拦的案文。
   *[some] { COUNT($n) }次中有{ COUNT($k) }次存在无人会阻拦的案文。
}
answer-premise = 达成案文是前提，而不是发现：没有一方的外部选择或最低要求高于现状，所以到最后期限，一份不作任何改变的案文各方都会接受。

# 有多确定，与什么相比。
answer-terms = { $index ->
    [yes] 深度：体现雄心的条款走得多远，从0到1。LCD：各条款上最低的意愿，但不低于现状。Λ：在LCD处为1，在中位立场处为0。
   *[no] 深度：体现雄心的条款走得多远，从0到1。
}
answer-guaranteed = { $after ->
    [yes] 如此读来，案文保证的深度为{ $depth }。
   *[no] 按含糊措辞要求最低的读法，案文保证的深度为{ $depth }。
}
answer-compare = 无人觉得比现状差的案文，深度最多为：逐条计{ $clausewise }{ $package ->
    [none] {""}
   *[other] ，一揽子计{ $package }
}（按所述立场）。
answer-participation = 案文只约束签署方，它们平均占全部实质分量的{ $share }。
answer-diluted = { $kind ->
    [none] 没有一份LCD案文是在谈判中被冲淡的：起草时就如此。
    [one] 这份LCD案文是在谈判中被冲淡的，在第{ $round }轮。
    [all] 全部{ COUNT($n) }份LCD案文都是在谈判中被冲淡的，{ $exact ->
        [yes] 在第{ $round }轮
       *[no] 平均在第{ $round }轮
    }。
   *[some] { COUNT($n) }份LCD案文中有{ COUNT($k) }份是在谈判中被冲淡的，{ $exact ->
        [yes] 在第{ $round }轮
       *[no] 平均在第{ $round }轮
    }；其余起草时就如此。
}
answer-nulls-heading = 与算术和偶然相比（占全部模拟，抽取结果相同；超出部分以百分点计）
answer-nulls-headings = 零模型 | 通过 > | LCD案文 > | 本案超出 > | 实质上 > | 深度 >
answer-nulls = 与算术和偶然相比，全部模拟之后实际生效内容的平均深度{ $lcd ->
    [yes] （及LCD案文比例）
   *[no] {""}
}：{ $list }；本案例{ $own }。
answer-null = { $lcd ->
    [none] { $what } { $depth }
   *[other] { $what } { $depth }（{ $lcd }）
}
answer-null-own = { $lcd ->
    [none] { $depth }
   *[other] { $depth }（{ $lcd }）
}
answer-null-order-statistic = 各条款取最低意愿
answer-null-median = 各条款取中位意愿
answer-null-weighted-mean = 按分量和重视程度取平均意愿
answer-null-laggards-removed = 雄心最低的各方（落后方）不发言
answer-null-no-isolation-cost = 孤立反对不付代价
answer-null-ideals-permuted = 意愿重新分配
answer-null-random-text = 随机案文、如实投票
answer-null-zero-intelligence = 随机案文、掷币投票
answer-choices = 建模选择：{ COUNT($variants) }种做法的两端，每种{ COUNT($n) }次模拟{ $ends ->
    [none] {""}
   *[other] ，处于两端的{ $ends }次
}{ $mixes ->
    [yes] ，含各种组合
   *[no] {""}
}{ $idle ->
    [none] {""}
   *[other] ；在此不起作用的：{ $idle }
}。
answer-choices-idle = 所列建模选择在本案例中都不适用。

# 如何收场。
answer-ends = 如何收场
answer-ends-many = 如何收场（每次模拟只有一个名称，取最先符合者；各区间同时成立）
answer-ends-other-names = 另有{ COUNT($n) }份LCD案文归在排在前面的名称之下。
answer-ends-headings-all = 结果 | 次数 > | 比例 > |  | 含义
answer-ends-headings-meaning = 结果 | 次数 > | 比例 > | 含义
answer-ends-headings-bars = 结果 | 次数 > | 比例 > |
answer-label-walk-out = 退场
answer-label-deadlock = 僵局
answer-label-deferral = 搁置
answer-label-coalition = 志愿联盟
answer-label-contested = 有争议的表决
answer-label-hollow = 空洞案文
answer-label-carve-out = 排除条款
answer-label-lcd = 最低限度共同点
answer-label-substantive = 实质案文
answer-label-compromise = 折中案文
answer-means-walk-out = 未达成案文：有人退场
answer-means-deadlock = 到最后期限仍未达成案文
answer-means-deferral = 丝毫不改变现状
answer-means-coalition = 只约束签署方，许多方置身事外
answer-means-contested = 协商一致失败后经表决通过
answer-means-hollow = 仅按要求最低的读法才是LCD
answer-means-carve-out = 棘手之处被排除，其余仍有深度
answer-means-lcd = Λ ≥ { $line }，受制于雄心最低的一方
answer-means-substantive = 与中位立场大致一样深，或更深
answer-means-compromise = 介于其间，不符合其他名称
answer-explained = { $what }：{ $meaning }。

# 案文的内容。
answer-texts = 通过的案文怎么写（各条款从0到1）
answer-texts-none = 各条款（从0到1；未达成案文）
answer-column-clause = 条款
answer-column-status-quo = 现状
answer-column-lcd = LCD
answer-column-bound = 上限
answer-column-median = 中位
answer-column-text = 案文
answer-column-spread = 10–90
answer-column-open = 含糊
answer-column-words = 措辞
answer-column-option = 选项
answer-column-share = 占案文比例
answer-option-none = 未议定
answer-legend-status-quo = 现状：没有案文时的情形。
answer-legend-lcd = LCD、上限、中位：均按所述立场。LCD：最低意愿，但不低于现状。
answer-legend-bound = 上限：无人觉得比现状差的最高值。
answer-legend-spread = 案文：中位的案文；10–90：十份案文中的八份。
answer-legend-open = 含糊：含糊措辞的宽度。
answer-legend-floor = *：即现状本身，因为有谈判方不想要更多。
answer-legend-below = ↓：低于现状。
answer-options = 协议的内容
answer-options-none = 各项选择（未达成协议）
answer-deals-none = { $possible }种可能的协议中，有{ $acceptable }种是各方都能接受的；一种也没有达成。
answer-deals = { $kind ->
    [one] { $possible }种可能的协议中有{ $acceptable }种是各方都能接受的，达成的协议在其中；其得分总和为{ $sum }，其中最佳的为{ $most }。
    [onenot] { $possible }种可能的协议中有{ $acceptable }种是各方都能接受的，达成的协议不在其中。
    [all] { $possible }种可能的协议中有{ $acceptable }种是各方都能接受的，达成的协议全在其中；{ $best }的得分总和最高，为{ $most }（平均{ $sum }）。
   *[some] { $possible }种可能的协议中有{ $acceptable }种是各方都能接受的；达成的协议中{ $agreed }在其中，{ $best }的得分总和最高，为{ $most }（平均{ $sum }）。
}
answer-very-many = 极多

# 各方。
answer-nobody = 无
answer-everybody = 所有各方
answer-least-ambitious = 雄心最低的一方：{ $who }。
answer-least-ambitious-all = 各方雄心相同。
answer-holds-out = 最后一次失败的尝试中表示反对：{ $who }。
answer-goes-along = 勉强附和：{ $who }。
answer-abstains = 最后表决中弃权：{ $who }。
answer-walks-out = 退场：{ $who }。
answer-defects = 最后背离本集团立场：{ $who }。
answer-doer = { $who } { $share }
answer-gains-nothing = 与现状相比，无人得益或受损。
answer-gains-alone = 与现状相比的得益：{ $who }。
answer-gains-alike = 与现状相比，各方得益相同：{ $gain }。
answer-gains-unclear = { $spread ->
    [no] 就目前所能判断，与现状相比各方得益都约为{ $low }。
   *[yes] 与现状相比谁得益最多无法判断：从{ $low }到{ $high }。
}
answer-gains = { $kind ->
    [run] 在这次模拟中
   *[all] 与现状相比
}，得益最多的是{ $most }{ $tied ->
    [yes] （并列或无法区分）
   *[no] {""}
}；最少的是{ $least }{ $tiedleast ->
    [yes] （并列或无法区分）
   *[no] {""}
}{ $losers ->
    [none] 。
   *[other] 。受损的还有：{ $losers }。
}

# 下一步。
answer-next = 下一步：{ $command }   { $what }
answer-next-explain = 叙述一次模拟（{ $how }）
answer-next-levers = 什么会改变结果

# 建模选择。
answer-choice-loss = 损失函数
answer-choice-line = LCD的界线
answer-choice-chair = 主席的修改次数
answer-choice-patience = 耐心β
answer-choice-weigh = 主席的权衡依据
answer-choice-weights = 条款权重

# 决议用语，从一无所有到最深的承诺。
answer-verb-is-silent = 未提及
answer-verb-notes = 注意到
answer-verb-invites = 邀请
answer-verb-encourages = 鼓励
answer-verb-calls-upon = 呼吁
answer-verb-urges = 敦促
answer-verb-requests = 要求
answer-verb-decides = 决定

# 决策规则。
answer-rule = 通过条件：{ $conditions }{ $minority ->
    [none] {""}
   *[other] ；阻挠性少数需{ $minority }个成员
}{ $signed ->
    [yes] ；只约束签署方
   *[no] {""}
}{ $quorum ->
    [none] {""}
    [strict] ；法定人数：超过{ $share }的成员
   *[least] ；法定人数：至少{ $share }的成员
}
answer-rule-fallback = { $first }；如未成，自第{ $round }轮起{ $callable ->
    [yes] （或提案方要求举行可获通过的表决时）
   *[no] {""}
}，{ $then }
answer-rule-and = ，且
answer-rule-vetoes = { $names }均不投反对票
answer-rule-against = { $asks ->
    [silence] { $kind ->
        [nobody] 无人打破沉默
       *[some] 打破沉默的不超过{ COUNT($n) }个
    }
    [votes] { $kind ->
        [nobody] 无人投反对票
       *[some] 反对票不超过{ COUNT($n) }张
    }
   *[objections] { $kind ->
        [nobody] 在场者无人反对
       *[some] 反对者不超过{ COUNT($n) }个
    }
}
answer-rule-share = { $base ->
    [voting] 投赞成或反对票者
    [present] 在场者
    [participating] 参加本决定的成员
   *[members] 全体成员
}{ $unit ->
    [heads] {""}
    [population] 的人口
    [votes] 的票数
   *[materiality] 的实质分量
}{ $more ->
    [all] 全部
    [strict] 中超过{ $share }
   *[least] 中至少{ $share }
}{ $how ->
    [sign] 签署
    [vote] 投赞成票
   *[silent] 不反对
}
answer-rule-count = { $more ->
    [strict] 超过
   *[least] 至少
}{ $unit ->
    [heads] { COUNT($n) }个成员{ $how ->
        [sign] 签署
        [vote] 投赞成票
       *[silent] 不反对
    }
    [votes] { COUNT($n) }票赞成
    [population] 人口合计{ COUNT($n) }的成员{ $how ->
        [sign] 签署
        [vote] 投赞成票
       *[silent] 不反对
    }
   *[materiality] 实质分量合计{ COUNT($n) }的成员{ $how ->
        [sign] 签署
        [vote] 投赞成票
       *[silent] 不反对
    }
}
answer-share-half = 半数
answer-share-two-thirds = 三分之二
answer-share-all = 全部

# 实际通过的案文。
answer-adopted-heading = { $title }：按案例编码的实际通过案文，与{ COUNT($n) }次谈判模拟相比（随机种子{ $seed }，案例{ $hash }，版本{ $version }）。任何设定都未使用这一编码。
answer-adopted-clauses = 逐条对照
answer-adopted-every-position = 使用案例的全部立场（其中有些可能是案文本身的影响）
answer-adopted-without-later = 不用仅见于事后表态的{ COUNT($n) }个立场
answer-adopted-column-adopted = 实际
answer-adopted-column-coded = 编码范围
answer-adopted-column-off = 偏差：案文
answer-adopted-column-mean = 平均
answer-adopted-mean-of = { COUNT($n) }项条款平均
answer-adopted-inside = 在内
answer-adopted-in-reach = 可及
answer-adopted-outside = 在外
answer-adopted-share = { $share }的模拟通过了案文。
answer-adopted-count-inside = { COUNT($n) }项条款中有{ COUNT($k) }项在内。
answer-adopted-wrong = 模型判断有误的是{ $clauses }。
answer-adopted-wrong-clause = { $clause }（实际为{ $value }，十分之九的案文{ $way ->
    [most] 不高于{ $end }
   *[least] 不低于{ $end }
}）
answer-adopted-tabled = { $how ->
    [own] 实际案文在最后期限付诸决定（{ $rule }），{ $share }的模拟予以通过。
   *[majority] 若付诸简单多数表决（{ $rule }），{ $share }的模拟予以通过。
}{ $asks ->
    [objections] 反对：{ $against }。附和：{ $along }。
   *[votes] 投反对票：{ $against }。弃权：{ $along }。
}
answer-adopted-legend = 案文：各次模拟所通过案文的中位数；10–90：十份中有八份在此之间。偏差：与实际值的距离，依次为该中位数、该条款上的最低意愿（LCD）、现状、按分量和重视程度的平均意愿（平均），均按所述立场。可及：实际值在外，但编码者可辩护的范围并非全部在外。
