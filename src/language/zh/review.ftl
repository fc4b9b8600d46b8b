### 细心的同行会对一个有效的案例或研究提出的疑问。

review-sentence = { $text }。
review-no-ambition = 没有任何条款涉及雄心高低：深度和LCD指数没有定义
review-no-ambition-mark = 只有其他类型的条款
review-certain = 没有任何量是随机抽取的：各次谈判完全相同，一次就够
review-certain-mark = 没有不确定的量
review-certain-help = 不确知的内容写作uncertainty: (ideals: (medium: Normal(0.1)))

# 名称。
review-unseen = { $kind }“{ $name }”的名称{ $what }
review-unseen-what = { $kind ->
    [character] 含有看不见的字符（{ $code }）
    [start] 以空格开头
    [end] 以空格结尾
   *[blank] 含有特殊的空格（{ $code }）
}
review-unseen-mark = 与看上去的不同
review-unseen-help = 请将它删去
review-alike = { $kind }“{ $name }”容易与“{ $other }”混淆：{ $how }
review-alike-mark = 与另一个看上去相同
review-alike-help = 如果是同一个，请用同一名称
review-difference = { $kind ->
    [unseen] 两者只差一个看不见的字符
    [blanks] 两者只差空格
    [case] 两者只差大小写
    [letter] { $letter }代替了{ $other }
   *[shapes] 两者字母的形状相同
}

# 立场。
review-unvoiced = 没有任何一方对“{ $clause }”持有立场：它的结果与谁都无关
review-unvoiced-mark = 无人关心
review-sparse = { $names }对{ $clauses }项条款中的大多数没有立场{ $n ->
   *[other] {""}
}：这些条款与其无关
review-sparse-mark = 立场很少
review-unread = { $bloc }公布的立场不起作用：各成员都有自己的立场，而该集团并不据此发言
review-unread-mark = 不起作用
review-unread-help = 写上common: Stated，集团即以此立场发言
review-units = 有的重视程度在{ $above }以上，有的却在{ $below }以下
review-units-mark = 是否用了另一种刻度？
review-units-help = 重视程度是相对的：请全部写在同一刻度上，例如从0到1

# 规则。
review-no-votes = { $country }没有票数，但仅凭其反对就可阻止案文
review-no-votes-mark = 可以反对
review-no-votes-help = 若它不参加决定，写opts_out: true；若它只是旁观，删去may_object
review-looks-on = { $names }只能旁观：没有票数便不能反对{ $n ->
   *[other] {""}
}
review-looks-on-mark = 没有票数
review-looks-on-help = 写上may_object: true，没有票数的成员也可以反对
review-rarely = 因{ $names }并不总是出席{ $n ->
   *[other] {""}
}，按此规则{ $share ->
    [few] 不到1%
   *[other] 只有{ $share }%
}的谈判能够通过案文：{ $rule }
review-rarely-mark = 需要经常缺席的成员
review-rarely-help = 提高其出席率（attendance），或改用按出席者计算的规则，如TwoThirds
review-never = 因{ $names ->
    [none] 无人出席
   *[other] { $names }不出席{ $n ->
       *[other] {""}
    }
}，按此规则永远不可能通过案文：{ $rule }
review-never-mark = 需要不出席的成员
review-never-help = { $counts ->
    [opted-out] 写有opts_out: true的成员不计入总数；或让其出席，或改用别的规则
   *[all] 让其出席，或改用按出席者计算的规则，如TwoThirds
}

# 开关。
review-switch = 打开“{ $switch }”后：{ $told }
review-switch-misfit = 开关“{ $switch }”在此无法使用：{ $why }
review-switch-misfit-mark = 不适用
review-switch-idle = 开关“{ $switch }”所设定的，案例中本已如此
review-switch-idle-mark = 毫无改变

# 界线。
review-threshold = { $field ->
    [substantive] 一份案文可能既是最低限度共同点又是实质案文：LCD案文从低于中位立场{ $nearest }处开始（lcd_index × ambition_gap），实质案文到低于中位立场{ $line }处为止
    [lcd_index] lcd_index为0时，走得再远的案文也算最低限度共同点
    [laggard_share] laggard_share为1时，各方都算雄心最低者
    [carved_salience] carved_salience为0时，未作任何排除的案文也可能算排除条款
    [outside] outside为0时，全体签署的案文也算志愿联盟
   *[procedural] procedural为{ $line }时，凡有人希望的案文都算没有作出任何决定：没有哪个立场离现状更远
}
review-threshold-mark = 与其他界线相矛盾
review-threshold-help = { $field ->
    [substantive] 调低substantive，或调高lcd_index或ambition_gap
    [lcd_index] 通常取0.8
    [laggard_share] 通常取0.1
    [carved_salience] 通常取0.2
    [outside] 通常取0.1
   *[procedural] 通常取0.01
}

# 研究。
review-value-twice = “{ $factor }”的取值{ $value }出现了两次：相应各点会运行两遍
review-value-twice-mark = 每个取值只写一次
review-meets = “{ $second }”覆盖了“{ $first }”所设定的一部分：“{ $first }”只改变其余部分
review-meets-mark = 设定在后
review-set-overwrites = `set`覆盖了开关“{ $switch }”所设定的{ $what }
review-set-overwrites-mark = 在开关之后设定
review-balance = { $of ->
    [points] 点数{ $n }
   *[sample] 基础样本{ $n }
}：Sobol点只有在数目为2的幂时才均衡
review-balance-mark = 不是2的幂
review-balance-help = 取{ $down }或{ $up }：指数的误差会更小
review-not-in-play = “{ $factor }”几乎不可能有任何影响：{ $why ->
    [looks-on] { $party }只是旁观
    [away] { $party }不出席
   *[silent] { $party }不发言（凝聚力为0）
}
review-not-in-play-mark = 不起作用
review-alike-replicates = 本案例没有任何量是随机抽取的：每个点谈判{ $n }次，结果总是相同
review-alike-replicates-mark = 1次就够
review-alike-replicates-help = replicates: 1
review-in-scenario = 案例本身：{ $told }
review-in-scenario-mark = 位置见plenary check
review-more = 另有{ $n }条：{ $command }
