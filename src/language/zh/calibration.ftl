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
