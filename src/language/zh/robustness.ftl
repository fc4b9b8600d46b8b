# `plenary robustness`：换一种建模选择，答案会怎样。

robustness-interrupted = 在试验各种建模选择之前已中断：对此无法作出判断。
robustness-idle = 所列的建模选择都不会改变这个案例的任何结果。
robustness-ranges = 在所列的{ COUNT($variants) }组建模选择（含案例原样）之下：{ $figures }。
robustness-figure = { $figure ->
    [adopted] { $spread ->
        [yes] 有{ $low }至{ $high }的模拟达成案文（原样为{ $at }）
       *[no] 无论如何选择，都有{ $at }的模拟达成案文
    }
    [depth] { $spread ->
        [yes] 深度在{ $low }与{ $high }之间（原样为{ $at }）
       *[no] 无论如何选择，深度都是{ $at }
    }
    [lcd_index] { $spread ->
        [yes] Λ在{ $low }与{ $high }之间（原样为{ $at }）
       *[no] 无论如何选择，Λ都是{ $at }
    }
   *[lcd] { $spread ->
        [yes] 有{ $low }至{ $high }的模拟被称为最低限度共同点案文（原样为{ $at }）
       *[no] 无论如何选择，都有{ $at }的模拟被称为最低限度共同点案文
    }
}
robustness-mover = { $choice } { $change }
robustness-movers = { $some ->
    [yes] 单独改变时，对深度影响最大的是：{ $movers }。{ $open ->
        [0] 就所能判断，{ COUNT($n) }个取值都会改变深度。
       *[other] { COUNT($n) }个取值中，有{ COUNT($open) }个无法与“没有变化”区分。
    }
   *[no] 就所能判断，没有哪个取值单独改变深度（试了{ COUNT($n) }个）。
}
robustness-held = { $kept ->
    [0] 下面{ COUNT($all) }项发现中，没有一项在{ $share }或更多的选择下保持方向不变。
   *[other] 下面{ COUNT($all) }项发现中，有{ COUNT($kept) }项在{ $share }或更多的选择下保持方向不变。
}
robustness-column = { $what ->
    [figure] 数值
    [base] 原样
    [sampling] 抽样（95%）
    [least] 最小
    [greatest] 最大
    [at-least] 最小时的选择
    [at-greatest] 最大时的选择
    [choice] 只改一项选择
    [finding] 发现
    [change] 深度
    [held] 方向不变
   *[range] 最小至最大
}
robustness-name = { $figure ->
    [adopted] 达成案文
    [lcd] 称为LCD
    [lcd_in_substance] 实质上的LCD
    [lcd_index] Λ
    [depth] 深度
   *[guaranteed] 有保证的深度
}
robustness-moved = { $measure ->
    [realised_depth] 深度
    [lcd_index] Λ
    [lcd_in_substance] 实质LCD（百分点）
    [lcd] LCD（百分点）
    [adopted] 达成（百分点）
   *[guaranteed_depth] 有保证的深度
}
robustness-open = 未定
robustness-as-it-is = 原样
robustness-choice = { $choice }：{ $value }
robustness-mix = 混合{ $number }
robustness-share = { $who }{ $way ->
    [down] { $many ->
        [yes] 一起压低深度
       *[no] 压低深度
    }
   *[up] { $many ->
        [yes] 一起拉高深度
       *[no] 拉高深度
    }
}
robustness-holds = { $holds }/{ $of }
robustness-legend = 最小与最大是一份清单的两端，没有置信水平。单项选择造成的变化在相同的抽样上配对比较；每一列中各项选择的区间同时成立（95%）；“未定”指变化无法与0区分。
robustness-left-out = 这个案例不涉及的选择：{ $choices }。
robustness-findings = 这些发现在案例原样下成立；再在相同的抽样上查看它们在其他各组选择下的方向。
robustness-design = 案例原样模拟{ COUNT($n) }次，{ COUNT($variants) }组选择各{ COUNT($each) }次{ $mixes ->
    [yes] （含混合选择）
   *[no] （每次只改一项）
}；随机种子{ $seed }，案例{ $hash }，plenary { $version }。
