### 课堂打印材料。

class-title = { $name }——{ $title }
class-instructions = 各代表团谈判指示
class-handout = 讲义
class-exercises = 练习
class-key = 练习答案
class-glossary = 术语表
class-secret = 仅供本代表团使用，请勿出示给他人。

class-who = 与会者
class-countries = { COUNT($n) }个国家：{ $who }。
class-blocs = 共同发言的集团：{ $who }。
class-rule = 何时通过案文
class-how = 每一轮中，各代表团提出要求、提议修改、表示反对；主席修改案文，并提请会场通过。没有案文时，维持现状。
class-clauses = 谈判内容
class-question = 问题
class-asks = 案文会怎么写？会让谁失望？怎样才能写得更多？请在谈判之前写下您的预期。

class-guess-first = 请先写下您的预期，再看计算结果。深度从0到1，表示各雄心条款总体上承诺多少。
class-ask-wishes = 就每一雄心条款：谁的要求最低？最低限度共同点（雄心最低者的立场，但不低于现状）是多少？中位立场是多少？
class-ask-outcome = 有多大可能通过案文？{ $ambition ->
    [yes] 案文有多大可能只承诺到最低限度共同点？最后有效内容的平均深度是多少？
   *[no] {""}
}
class-ask-held-down = 谁压低案文？谁拉高案文？请排序并说明理由。
class-ask-rule = 假设换一种规则（{ $rule }），最后有效的内容会更深还是更浅？为什么？
class-ask-switches = 下列改变中，哪些会提高案文，哪些会压低案文：{ $names }？
class-key-basis = 模型{ COUNT($n) }次谈判的数字，括号内为95%置信区间；重新计算：{ $command }{ $switches ->
    [none] {""}
   *[other] ；各项改变：{ $switches }
}
class-key-caution = 这些是模型在本案例假设下的性质，不是现实世界的性质。理由充分的回答比数字正确更有价值。
class-key-wishes = 各最低限度共同点合计深度为{ $lcd }，各中位立场合计为{ $median }：按案例所述，未作抽样。
class-key-outcome = { $adopted }的谈判通过案文{ $ambition ->
    [yes] ；{ $substance }的谈判中，案文实质上是最低限度共同点：按含糊措辞要求最低的读法，Λ不低于{ $line }（1为最低限度共同点，0为中位立场）。最后有效内容的深度：{ $depth }
   *[no] {""}
}。
class-key-change = 同样的抽样下，深度变化：{ $change }。
class-key-switches = 如果某项改变导致没有案文，深度即现状的深度；改变谈判内容或现状的，改变的是问题本身：用{ $command }可以分辨。
class-column-clause = 条款
class-column-least = 要求最低者
class-column-lcd = 最低限度共同点
class-column-median = 中位立场
class-column-switch = 改变
class-column-asks = 所问
class-column-change = 同样抽样下的深度变化
class-figure = { $value }{ $exact ->
    [yes] {""}
   *[no] （{ $low }至{ $high }）
}
