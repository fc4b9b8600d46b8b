### 案例如何谈判：程序、初稿、没有案文时各方能做什么。

case-protocol-revisions = { $of ->
    [clauses] 主席逐条修订案文，每一条款都须单独获得通过
   *[whole] 主席修订整份案文
}，至多{ COUNT($rounds) }轮，{ $limited ->
    [yes] 每轮至多改动{ COUNT($limit) }处
   *[no] 每轮改到再无改进为止
}；可用的手法：{ $moves }。
case-move = { $move ->
    [Shift] 移动
    [Merge] 合并
    [Clarify] 澄清
    [Delete] 删除
    [CarveOut] 设排除条款
   *[Trade] 条款间交换
}
case-protocol-sponsor = 提案方为自己的案文辩护，只在不得已时让步；其他各方只要求自己可以接受的底线。至多{ COUNT($rounds) }轮。
case-protocol-setter = 议程设定者只提一次方案，在能够通过的方案中取对自己最有利的一个：要么接受，要么作罢。
case-protocol-single = 主席在{ COUNT($rounds) }轮中每轮对同一案文提出一处改动（条款上±{ $change }），凡{ $accept ->
    [greedy] 对谁都无损而对某方有益的
    [answers] 能提高各方答复之和的，或按退火法（起始温度{ $temperature }）
   *[surplus] 能提高最小盈余的，或按退火法（起始温度{ $temperature }）
}即予采纳；每{ COUNT($every) }轮将案文提交全体一次。
case-protocol-compromise = 案文就是折中案文，只提交一次：要么接受，要么作罢。
case-draft = 初稿取{ $kind ->
    [mean] 各方理想立场的平均，按实质分量和重视程度加权
    [sponsor] { $who }的主张
    [drawn] 随机抽到的一方的主张
    [status-quo] 没有案文时的现状
    [agreed] 此前议定的措辞
   *[given] 案例给定的内容
}。
case-outside = { $who }：若没有案文，{ $what }。
case-outside-gain = 比现状{ $way ->
    [worse] 差
   *[better] 好
}{ $by }
case-outside-club = 可另组影响范围为{ $reach }的小集团，其案文为{ $text }
case-outside-wishes = { $party }的主张
case-outside-status-quo = 现状
case-outside-point = { $clause }{ $at }
case-outside-option = { $clause }“{ $option }”
case-unsatisfied = { $often ->
    [each] 在{ COUNT($draws) }次抽取的每一次中
   *[some] 在{ COUNT($draws) }次抽取中的{ $share }
}，没有任何案文能令{ $party }满意：{ $why ->
    [members] 对它来说，其成员的外部选择好过它最喜欢的案文
    [points] 它要求的分数超过其最佳选项所能给予的
   *[ideal] 对它来说，其外部选择好过它自己的理想案文
}。
