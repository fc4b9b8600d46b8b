# 责任分摊、方括号、最后表决、投票权力与结果各图。

pictures-estimate = { $signed ->
    [yes] { $at }（{ $low }至{ $high }）
   *[no] { $at }（{ $low }–{ $high }）
}
pictures-depth-axis = 深度（0至1）

pictures-responsibility-title = { $kind ->
    [down] { $who }
    [up] 无人压低深度达{ $threshold }；{ $who }
    [open] 无人确定压低深度达{ $threshold }；最接近：{ $who }
    [one] 仅一次模拟，无法判断谁压低深度
    [nothing] 没有可分摊的责任：无论须争取谁的同意，深度都一样
   *[nobody] 无人压低深度达{ $threshold }
}
pictures-responsibility-by = { $way ->
    [up] { $who }拉高深度{ $by }
   *[down] { $who }压低深度{ $by }
}
pictures-responsibility-reading = 从草案的深度到最终实际深度，共相差{ $sum }：各方因须争取其同意而压低或拉高的部分（沙普利值，总和恰为此差；草案不同，分摊也不同）。{ $runs ->
    [1] 仅一次模拟，没有区间。
   *[other] { COUNT($runs) }次模拟；所有区间同时成立的把握为95%。
}{ $open ->
    [0] {""}
   *[other] { $of }方中有{ $open }方与0无法区分。
}
pictures-responsibility-pooled = 其余{ COUNT($countries) }国合计
pictures-responsibility-small = { $whole ->
    [yes] 全部{ $players }方
   *[no] 其余{ $players }方
}（{ COUNT($countries) }国），各不足{ $threshold }
pictures-responsibility-legend = { $what ->
    [depth] 深度
    [down] 压低
    [up] 拉高
    [open] 与0无法区分
   *[interval] 95%置信区间
}
pictures-responsibility-draft = 草案
pictures-responsibility-holds = 最终结果
pictures-responsibility-alt = 草案深度为{ $draft }，最终实际深度为{ $realised }。{ $steps }。

pictures-brackets-title = { $kind ->
    [closed] 最后去掉方括号的是{ $clauses }：{ $several ->
        [yes] 直到第{ $round }轮
       *[no] { $who }坚持到第{ $round }轮
    }；{ $end }
    [open] 直到最后仍在方括号中的是{ $clauses }{ $several ->
        [yes] {""}
       *[no] ，坚持者为{ $who }
    }；{ $end }
   *[never] 从未有条款置于方括号中；{ $end }
}
pictures-brackets-reading = 一次谈判的逐轮记录。若某方要求未获满足，而某条款是它首先要改的，该条款即置于方括号中：色带表示坚持者的数目，其下横条表示坚持者。上方数字为转折点。
pictures-brackets-end = { $kind ->
    [consensus] 第{ $round }轮协商一致通过
    [vote] 第{ $round }轮表决通过
    [signed] 第{ $round }轮签署
    [walk-out] 第{ $round }轮有方退场，未达成案文
   *[none] { COUNT($round) }轮后未达成案文
}
pictures-brackets-alt = { $clause }：{ $kept ->
    [yes] 置于方括号中至第{ $round }轮，坚持者为{ $who }
   *[no] 从未置于方括号中
}；{ $settled ->
    [agreed] 议定
    [deleted] 删除
    [carved-out] 排除
   *[open] 未达成案文
}：{ $says }。
pictures-brackets-axis = 轮
pictures-brackets-against = 反对案文
pictures-brackets-legend = { $what ->
    [clause] 置于方括号中，坚持者数目
    [keeper] 坚持者
    [against] 反对案文的国家数
    [agreed] 议定
    [deleted] 删除：维持现状
    [carved-out] 排除条款
    [carried] 逐条表决，通过
    [rejected] 逐条表决，否决
   *[open] 未达成案文
}
pictures-brackets-says = { $words }（{ $number }）
pictures-brackets-wants = { $who }：{ $wants }
pictures-brackets-sheet = 第{ $round }轮：{ $open ->
    [0] 没有条款在方括号中
   *[other] { $of }个条款中有{ $open }个在方括号中
}{ $kind ->
    [objections] ，{ $against ->
        [0] 无国家反对
       *[other] { COUNT($against) }国反对
    }
    [votes] ，{ $against ->
        [0] 无国家投反对票
       *[other] { COUNT($against) }国投反对票
    }
   *[none] {""}
}
pictures-brackets-sheet-reading = 该轮开始时的案文。[方括号]内为某方首先要改的条款，其后为该方的提法（0至1标尺上的竖线）。圆圈与横线：上一转折点时案文所处的位置。
pictures-brackets-more = 另有{ $more }个条款，见数据表。
pictures-brackets-step = { $is_end ->
    [yes] { $number }：结束
   *[no] { $number }：第{ $round }轮
}
pictures-brackets-map = 总图
pictures-brackets-go = 转折点{ $number }

pictures-tiles-title = { $asked ->
    [votes] { $carried ->
        [yes] 通过
       *[no] 未通过
    }：{ $yes }票赞成，{ $no }票反对，{ $abstain }票弃权
   *[objections] { $carried ->
        [yes] 无反对构成阻碍：{ $no ->
            [0] 到场各国均予放行
           *[other] { $no }国反对，{ $yes }国放行
        }
       *[no] 未通过：{ $no }国反对，{ $yes }国放行
    }
}
pictures-tiles-reading = 一次谈判的最后一次表决（第{ $round }轮）：每国一格，按其主要集团排列，投票相同者相邻。按国家数计，不论票数权重。
pictures-tiles-counted = { $vote ->
    [yes] { $asked ->
        [votes] { $n }赞成
       *[objections] { $n }放行
    }
    [no] { $n }反对
    [abstain] { $n }弃权
   *[absent] { $n }缺席
}
pictures-tiles-bloc = { $kind ->
    [bloc] { $name }（{ $members }）：{ $counts }
    [outside] 集团之外（{ $members }）：{ $counts }
   *[all] 全体（{ $members }）：{ $counts }
}

pictures-power-title = { $kind ->
    [equal] { $veto ->
        [yes] 全部{ $members }个成员均可单独阻止案文：权力相同
       *[no] 全部{ $members }个成员权力相同
    }
    [more] { $who }{ $many ->
        [1] {""}
       *[other] 合计
    }拥有{ $power }的投票权力，而只占{ $unit ->
        [heads] 席位
        [population] 人口
        [votes] 票数
       *[materiality] 实质分量
    }的{ $share }
   *[proportional] 投票权力与{ $unit ->
        [heads] 席位
        [population] 人口
        [votes] 票数
       *[materiality] 实质分量
    }相称：未见任何成员的权力超出其份额
}
pictures-power-reading = { $stage ->
    [after] 先寻求协商一致，此时各方权力相同；图为随后的表决。
    [first] 图为首先适用的规则。
   *[only] 仅由决策规则产生的权力，与成员的主张无关。
}沙普利–舒比克指数：各成员按随机次序表态时，其赞成票起决定作用的频率。{ $draws ->
    [0] 班扎夫指数：在一票定局的情形中所占份额。均为精确值。
   *[other] 由{ COUNT($draws) }个随机次序估计；所有区间同时成立的把握为95%。
}规则上无差别的成员合为一行，数字为每个成员的份额。
pictures-power-legend = { $what ->
    [share] { $unit ->
        [heads] 席位
        [population] 人口
        [votes] 票数
       *[materiality] 实质分量
    }份额
    [shapley] 权力：沙普利–舒比克指数
   *[banzhaf] 权力：班扎夫指数（归一化）
}
pictures-power-group = { $many ->
    [1] { $who }
   *[other] { $many }×{ $who }
}
pictures-power-axis = 每个成员的份额
pictures-power-others = 另有{ COUNT($n) }个成员，每个至多拥有{ $below }的权力，见数据表。

pictures-flow-base = 案例原样
pictures-flow-title = { $of ->
    [values] { $factor }由{ $start }变为{ $row }：“{ $outcome }”由{ $from }{ $way ->
        [up] 升至
       *[down] 降至
    }{ $to }
   *[switches] { $row }“{ $outcome }”由{ $from }{ $way ->
        [up] 升至
       *[down] 降至
    }{ $to }
}{ $exact ->
    [yes] {""}
   *[no] ，变动{ $low }–{ $high }个百分点
}
pictures-flow-same = { $of ->
    [values] 没有任何结果的频率确有变化
   *[switches] 没有任何开关确实改变某种结果的频率
}
pictures-flow-reading = 各种结果出现的频率：{ $of ->
    [values] { $factor }取各值时
   *[switches] 案例原样与逐个开关，使用相同的随机抽样；变动最大者在前
}。每行{ $of ->
    [values] 至少
   *[switches] {""}
}{ COUNT($runs) }次模拟；所有区间同时成立的把握为95%。三角：与首行相比确有变化。
pictures-flow-omitted = 未画出但见于数据表：{ $outcomes ->
    [0] {""}
   *[other] 最少见的{ $outcomes }种结果{ $rows ->
        [0] {""}
       *[other] {"，"}
    }
}{ $rows ->
    [0] {""}
   *[other] 最后{ $rows }行
}。
pictures-flow-legend = { $what ->
    [up] 确实更多
    [down] 确实更少
    [open] 未见变化
   *[interval] 95%置信区间
}
pictures-flow-axis = 占模拟次数的百分比
