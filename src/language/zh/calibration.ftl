### 实际结果与模拟的对照，以及它对未知数值说明了什么。

calibration-section-observed = 实际结果
calibration-observed-heading = 与实际结果对照：{ $title }
calibration-observed-ending = { $adopted ->
    [yes] 实际通过了案文；{ $share }的模拟通过了案文。
   *[no] 实际未通过案文；{ $share }的模拟通过了案文。
}
calibration-observed-inside = { COUNT($n) }项条款中有{ COUNT($k) }项{ $spread ->
    [yes] 落在模拟案文的中间八成之内
   *[no] 与模拟案文一致
}{ $reach ->
    [0] { "" }
   *[other] ，另有{ COUNT($reach) }项按编码者可辩护的某个值也是如此
}。
calibration-observed-distance = { COUNT($n) }项条款的平均距离：模型的中位案文{ $model }{ $range ->
    [none] { "" }
   *[other] （抽样{ $range }）
}，{ $rivals }。
calibration-observed-rival = { $who ->
    [compromise] 折中（平均意愿）
    [lcd] LCD
   *[status-quo] 现状
}{ $distance }（{ $verdict ->
    [nearer] 更近
    [farther] 更远
    [tied] 并列
   *[few] 模拟次数太少，无法判断
}{ $verdict ->
    [nearer] { $every ->
        [yes] { "" }
       *[no] ，但并非编码范围内的每个值都如此
    }
    [farther] { $every ->
        [yes] { "" }
       *[no] ，但并非编码范围内的每个值都如此
    }
   *[other] { "" }
}）
calibration-observed-votes = 实际投票中赞成票占{ $observed }；{ $kind ->
    [none] 没有一次模拟进行表决。
    [same] 模拟中为{ $low }。
   *[range] { COUNT($n) }次模拟表决中有八成在{ $low }至{ $high }之间：{ $place ->
        [inside] 在内。
       *[outside] 在外。
    }
}
calibration-observed-later = 有{ COUNT($n) }个立场仅见于事后表态，可能是案文本身的影响：plenary adopted另作不用这些立场的比较。
calibration-observed-unused = 任何一次模拟都未使用实际结果。

calibration-heading = 由{ COUNT($statistics) }个实际值推断{ COUNT($numbers) }个未知数值：{ COUNT($particles) }个粒子（随机种子{ $seed }，案例{ $hash }，版本{ $version }）。
calibration-told = 根据实际结果，{ $numbers }。
calibration-little = 对{ $numbers }，实际结果提供的信息很少。
calibration-idle = 对{ $numbers }，实际结果没有给出先验之外的信息。
calibration-moved = { $number }有95%的可能在{ $after }之间（此前：{ $before }）
calibration-moved-value = { $number }为{ $value }的概率是{ $after }（此前：{ $before }）
calibration-no-reach = 没有一次谈判接近实际结果：采用这些数值的谈判中，只有{ $share }与其余谈判相距这么远。按现有设定，模型得不出实际发生的结果，这些数值不是估计值。
calibration-reach = 采用这些数值，95%的谈判所及范围包含{ COUNT($n) }个实际值中的{ COUNT($k) }个{ $reach ->
    [0] { "" }
   *[other] ，另有{ COUNT($reach) }个按编码者可辩护的某个值也在内
}{ $missed ->
    [none] { "" }
   *[other] ；不可及的是：{ $missed }
}。
calibration-thin = 后验只有{ $size }个有效粒子：区间较粗略。可增加粒子（-n），或放宽容差。
calibration-flat = 先验各次抽样没有差别的不计入：{ $statistics }。
calibration-later = 有{ COUNT($n) }个立场仅见于事后表态，可能是实际结果的影响：--without-later可将其略去。
calibration-prior-only = 没有一代比先验更接近：前后相同。
calibration-section-numbers = 对每个数值的了解，此前与此后（95%可信区间）
calibration-section-predictive = 实际结果与采用后验数值的谈判相比
calibration-section-generations = 各代
calibration-column-number = 数值
calibration-column-prior = 先验
calibration-column-before = 此前
calibration-column-after = 此后
calibration-column-median = 中位数
calibration-column-says = 实际结果
calibration-column-statistic = 取值
calibration-column-observed = 实际
calibration-column-predicted-before = 此前95%
calibration-column-predicted = 此后95%
calibration-column-tail = 尾概率
calibration-column-generation = 代
calibration-column-tolerance = 容差
calibration-column-draws = 抽样
calibration-column-acceptance = 足够接近
calibration-column-effective = 有效粒子
calibration-verdict = { $told ->
    [yes] 使之改变（{ $moved } > { $critical }）
    [little] 几乎不使之改变（{ $moved } > { $critical }）
   *[no] 未提供信息（{ $moved } ≤ { $critical }）
}
calibration-place = { $place ->
    [inside] 在内
    [reach] 可及
   *[outside] 在外
}
calibration-statistic-adopted = 通过案文
calibration-statistic-yes = 赞成票占比
calibration-stopped = { $why ->
    [tolerance] 达到所定容差后结束。
    [generations] 达到所定代数后结束。
    [acceptance] 因更接近的抽样太少而结束。
    [nearer] 因没有更接近的抽样而结束。
   *[interrupted] 已中断。
}
calibration-legend = 这是近似后验：与实际结果相距不超过最后容差的结果视同相等。容差为欧氏距离，各值以其尺度为单位（见文件夹中的predictive表）。若前后两个分布的最大差异超过柯尔莫哥洛夫检验对有效粒子数的5%界限（各数值合并计算），即认为实际结果使该数值改变；差异小于0.25时为几乎不改变。尾概率：谈判至少同样偏离（任一侧）的频率。以模型正确为前提：模型所忽略的因素也落在这些数值之中。

calibration-shared-drawn = 共同误差（见下）
calibration-section-shared = 立场之间的关联（截断到刻度之前的相关系数）
calibration-shared-error = { $name }：标准差为{ $sd }的误差，{ $per ->
    [once] 全体共用一次抽样
    [party] 每个谈判方各抽一次
   *[clause] 每项条款各抽一次
}；涉及{ $of ->
    [all] 所有谈判方
   *[other] { $of }
}，{ $clauses ->
    [all] 所有条款
   *[other] 条款：{ $clauses }
}。
calibration-shared-loading = { $clause }（× { $loading }）
calibration-column-pair-kind = 两个立场
calibration-column-pairs = 对数
calibration-column-correlated = 相关
calibration-column-between = 范围
calibration-between = { $low }至{ $high }
calibration-pair-kind = { $kind ->
    [party] 同一谈判方
    [clause] 两个谈判方，同一条款
   *[across] 两个谈判方，两项条款
}
calibration-column-strongest = 相关最强
calibration-column-correlation = 相关系数
calibration-ideal = { $party }：{ $clause }
