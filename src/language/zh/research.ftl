## 研究：关于批量模拟及其后续分析

research-look = 第{ $nth }次检查（共{ $of }次），{ COUNT($points) }个设计点
research-until = { $verdict ->
        [all] 每个设计点上{ $measure }的区间都在±{ $half_width }以内。
        [undefined] { COUNT($points) }个设计点中有{ COUNT($missed) }个不够精确：经{ COUNT($most) }次模拟，{ $measure }的区间仍宽于±{ $half_width }，且第{ $at }点的取值太少，无法给出区间。points.csv的reached列标明是哪些点。
       *[some] { COUNT($points) }个设计点中有{ COUNT($missed) }个不够精确：经{ COUNT($most) }次模拟，{ $measure }的区间仍宽于±{ $half_width }（最宽为±{ $widest }，见第{ $at }点）。points.csv的reached列标明是哪些点；调大most可继续。
    }
research-status-looks = 精度  { COUNT($reached) }个设计点已够精确，{ COUNT($exhausted) }个达到上限仍不够精确，{ COUNT($open) }个未完
