## 研究：关于批量模拟及其后续分析

research-look = 第{ $nth }次检查（共{ $of }次），{ COUNT($points) }个设计点
research-until = { $verdict ->
        [all] 每个设计点上{ $measure }的区间都在±{ $half_width }以内。
        [undefined] { COUNT($points) }个设计点中有{ COUNT($missed) }个不够精确：经{ COUNT($most) }次模拟，{ $measure }的区间仍宽于±{ $half_width }，且第{ $at }点的取值太少，无法给出区间。points.csv的reached列标明是哪些点。
       *[some] { COUNT($points) }个设计点中有{ COUNT($missed) }个不够精确：经{ COUNT($most) }次模拟，{ $measure }的区间仍宽于±{ $half_width }（最宽为±{ $widest }，见第{ $at }点）。points.csv的reached列标明是哪些点；调大most可继续。
    }
research-status-looks = 精度  { COUNT($reached) }个设计点已够精确，{ COUNT($exhausted) }个达到上限仍不够精确，{ COUNT($open) }个未完
research-given-nothing = { $kind ->
        [noise] 各设计点之间的差别不超过其模拟抽样造成的差别：不能归因于任何因素
       *[constant] 在各设计点之间不变
    }
research-given-basis = { COUNT($points) }个设计点{ $left_out ->
        [0] { "" }
       *[other] ；另有{ COUNT($left_out) }个没有取值，未计入，因此样本与设计并不完全一致
    }。{ $known ->
        [constant] { "" }
        [yes] 模拟噪声占各点之间方差的{ $noise }，已从S中扣除。
       *[no] 各点之间的方差中有多少是模拟噪声，无从得知。
    }
research-given-legend = 各设计点被视为一个样本。S：该因素单独解释的各点之间方差的份额（按其取值分组的相关比，经凯利校正）；不解释任何方差时约为0，可略高或略低。所有S之外的部分是各因素共同作用的结果。PRCC：固定其他因素后的偏秩相关系数，−1至1，符号表示方向；取值没有次序时记为“–”。PRCC中含有模拟噪声，因此比增加模拟次数后更接近0。网格或列表不是随机样本：其指数针对所选的取值。
research-given-pair = { $factors }（{ $r }）
research-given-together = 在这些设计点中，有些因素的取值相互关联，其中一个的S也包含另一个的作用：{ $pairs }。括号内为紧密程度，从0到1（斯皮尔曼ρ；对于文字取值，为其对秩的解释程度）。
