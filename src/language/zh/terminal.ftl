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
   *[no] 在所试的{ COUNT($n) }种改变中，提高{ $measure }的有{ COUNT($up) }种，降低的有{ COUNT($down) }种，毫无变化的有{ COUNT($small) }种，无法判断的有{ COUNT($open) }种（各自按95%单独判断：每二十种本无作用的改变，预计会有一种看似有作用）。
}
terminal-lever-asked = { $name }（“{ $asks }”）
terminal-levers-told = { $way ->
    [lower] 肯定会改变{ $measure }的做法，降低最多的在前
   *[raise] 肯定会改变{ $measure }的做法，提高最多的在前
}
terminal-levers-compact-legend = { $raced ->
    [yes] 深度：谈判之后实际生效内容的变化。百分点：占全部模拟的百分点。±为与案例现状配对之差的区间半宽；同一列的区间同时成立，全部无误的把握为95%。括号内的名称是同一种改变。
   *[no] 深度：谈判之后实际生效内容的变化。百分点：占全部模拟的百分点。±为与案例现状配对之差的95%置信区间半宽，各自单独成立。括号内的名称是同一种改变。
}
terminal-levers-small = 使{ $measure }变化不超过{ $limit }的有：{ $levers }。
terminal-levers-still = 没有任何抓手在任何一次模拟中改变：{ $measures }。
terminal-levers-open = 无法判断提高还是降低{ $measure }的有：{ $levers }。
terminal-levers-idle = 与案例现状相同：{ $levers }。
terminal-levers-wide = 全部抓手和全部度量：加--wide，或用--out DIR写成表格。
terminal-levers-raced = 每个抓手模拟{ COUNT($first) }至{ COUNT($most) }次，共{ COUNT($all) }次，使用相同的随机抽取；随机种子{ $seed }，案例{ $hash }，版本{ $version }。
terminal-levers-exhaustive = 每个抓手模拟{ COUNT($n) }次，使用相同的随机抽取；随机种子{ $seed }，案例{ $hash }，版本{ $version }。
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

terminal-compare-case = { $case }  { $title }（{ $called }，案例{ $hash }）
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
