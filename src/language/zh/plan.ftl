### 尚未运行的研究。

plan-varies = 在{ $scenario }中改变什么
plan-runs = 运行什么
plan-throughout = 始终：{ $settings }。
plan-switch = 打开开关“{ $name }”
plan-setting = { $path }为{ $value }
plan-columns = 参数 | 取值 | 个数 >
plan-range = 区间
plan-named = { $label }：{ $name }
plan-normal = 正态分布，均值{ $mean }，标准差{ $sd }
plan-truncated-normal = { $low }至{ $high }，以{ $mean }为中心的正态分布（标准差{ $sd }）
plan-triangular = { $low }至{ $high }，最可能为{ $mode }
plan-from-to = { $from }至{ $to }
plan-logarithm = { $from }至{ $to }，按对数
plan-points = { COUNT($points) }个点（{ $design }）；{ $how }；随机种子{ $seed }。
plan-each = 每点谈判{ COUNT($n) }次
plan-idle = 在{ $trials }次试谈中，取值从一端到另一端、其余不变时毫无作用的：{ $names }。其指数将为0或接近0。
plan-sound = { $sound ->
    [0] { COUNT($points) }个点没有一个能构成有意义的案例：
   *[other] { $among ->
        [tried] 在试过的{ COUNT($tried) }个点中，
       *[all] 在{ COUNT($tried) }个点中，
    }有{ COUNT($sound) }个能构成有意义的案例（{ $share }）；其余不能：
}
plan-reason = { $many ->
    [1] 第{ $first }点：{ $why }
   *[other] { COUNT($many) }个点，如第{ $first }点：{ $why }
}
plan-more-reasons = 另有{ COUNT($n) }种原因
plan-costs = { $about ->
    [yes] 约
   *[no] {""}
}{ $most ->
    [yes] 至多
   *[no] {""}
}{ COUNT($n) }次谈判{ $tried ->
    [yes] ：用{ $threads }个线程约需{ $duration }，占磁盘{ $size }（依据{ COUNT($trials) }次试谈）。
   *[no] 。
}
plan-duration = { $unit ->
    [second] 1秒
    [seconds] { $n }秒
    [minutes] { $n }分钟
    [hours] { $n }小时
   *[days] { $n }天
}
