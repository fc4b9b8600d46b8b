# `plenary responsibility`：谁压低了案文。

responsibility-no-ambition = 没有任何条款关乎雄心，因此谈不上谁压低深度。
responsibility-column = { $what ->
    [who] 谈判方
    [bloc] 集团
    [share] 深度
    [interval] 95%置信区间
    [told] 能说什么
    [draft] 草案
    [holds] 最终结果
    [clause] 条款
    [down] 压低者
    [up] 拉高者
   *[all] 合计
}
responsibility-told = { $part ->
    [down] 压低{ $threshold }或更多
    [up] 拉高
    [little] 压低，但不足{ $threshold }
    [open] 是否达到{ $threshold }无法判断
   *[hardly] 不足{ $threshold }，甚至没有
}
responsibility-interval = { $low }至{ $high }
responsibility-rest = 其余{ COUNT($n) }方，各不足{ $threshold }（用--wide列出）
responsibility-legend = 从草案到最终结果：各方因必须得到其同意而给深度带来的变化。{ $kind ->
    [parties] 集团成员的分摊之和等于该集团的责任（欧文值）；全部分摊之和等于整段差距。
    [clauses] 条款按其对深度的贡献计算，因此可以相加；每一侧最多列出两方，且其区间不含0。
   *[blocs] 各方分摊之和等于整段差距（沙普利值）。
}草案不同，分摊也不同。
responsibility-intervals = { $exact ->
    [yes] 没有随机抽取，且考察了谈判方的每一种组合：在这个模型里，这些分摊是精确的。
   *[no] { $kind ->
        [clauses] 这些区间对所有谈判方和条款同时成立（95%）。
       *[blocs] 这些区间对所有各行同时成立（95%）。
    }它们只涵盖抽样误差，不涵盖建模选择。
}
responsibility-design = { $n ->
    [one] 抽取了1次谈判
   *[other] 抽取了{ COUNT($n) }次谈判
}，每次都在全体参加和部分谈判方沉默的情形下各进行一遍；随机种子{ $seed }，案例{ $hash }，plenary { $version }。
