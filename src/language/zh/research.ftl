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
research-discover-too-few = { $rare ->
        [events] 不给出区域：在{ COUNT($points) }个设计点的{ COUNT($of) }次谈判中{ $count ->
            [0] 从未发生
           *[other] 只发生{ COUNT($count) }次
        }。至少需要发生{ $least }次：更少时聚在一起可能只是偶然。
       *[others] 不给出区域：在{ COUNT($points) }个设计点（其中{ COUNT($with) }个至少发生一次）的{ COUNT($of) }次谈判中{ $count ->
            [0] 次次发生
           *[other] 只有{ COUNT($count) }次没有发生
        }。至少需要{ $least }次没有发生的谈判。
    }
research-peeling-heading = 第一个区域的逐步剥离：从整个空间（第0步）开始。*：{ $kind ->
        [asked] 所要求的一步
       *[found] 第一个区域由这一步而来，其后补回部分切片，并去掉可能只是偶然的界限
    }
research-peeling-more = 共{ $last }步，每步剥去剩余部分的约二十分之一（取值很少的因素则剥去一个取值）。越往后密度越高，涵盖的发生次数越少：--box K可查看另一步。
research-limits-heading = 其界限有多可靠
research-limits-note = 准p值：若该界限不起作用，区域内偶然出现这么多次的可能性（上下限分别计算）；它把各次谈判视为相互独立、把区域视为给定，因此小于p值。再现：在{ $n }次随机取一半设计点的剥离中，该因素在相同涵盖率和相同密度下同样受限的比例。
research-column-step = 步
research-column-density = 密度
research-column-coverage = 涵盖率
research-column-mass = 占全部
research-column-limited = 受限因素
research-column-limit = 界限
research-column-quasi-p = 准p值
research-column-by-coverage = 再现（涵盖率）
research-column-by-density = 再现（密度）
research-p-below = < { $p }
research-peeling-title = 所看的区域：其中{ $density }的谈判出现该结果，占全部出现次数的{ $coverage }
research-peeling-reading = 第一个区域的逐步剥离（PRIM），从右端的整个空间开始：每步剥去剩余部分的约二十分之一（取值很少的因素则剥去一个取值）。密度：区域内出现该结果的谈判所占比例；涵盖率：全部出现次数中位于区域内的比例。
research-peeling-limits = { $n ->
        [0] 整个空间
       *[other] { $n }个因素受限
    }
research-peeling-taken = 所看的区域
research-peeling-alt = 共{ $n }步；所看的是第{ $taken }步：密度{ $density }，涵盖率{ $coverage }。
research-axis-coverage = 涵盖率
research-axis-density = 密度
research-at-point = “{ $study }”的第{ $point }点：{ $values }。
research-archive-again = 重新得到相同的结果
research-archive-check = 检查一切是否与写出时一致
research-archive-files = 文件
research-archive-licence-heading = 许可
research-archive-licence = 数据采用{ $name }许可：{ $url }
research-archive-no-licence = 尚未为这些数据选择许可：没有许可时，除作者外任何人不得复制或修改。
research-archive-made = 由plenary { $version }的{ $command }命令生成，种子{ $seed }，案例{ $hash }。同一版本用相同的文件给出相同的结果。这些是模型的结果，并非预测。
research-archive-file = { $kind ->
        [manifest] 结果的依据、每个表及其各列，以及校验和
        [study] 研究：变动什么、多少次、用哪个种子
        [scenario] 案例：谈判方、条款、立场、规则
        [list] 研究的设计点
        [odd] 按ODD规范撰写的模型说明
        [readme] 本文件
        [licence] 数据的许可
        [citation] 如何引用这些数据
        [provenance] 批量模拟的命令行、用时和机器
        [figure] 图或图中的数据
        [table] 结果表；各列的说明见manifest.json
       *[other] 属于结果
    }
research-archive-wrote = { $licence ->
        [none] 已将{ $n }个文件写入{ $dir }。尚未选择许可：多数数据仓库要求--licence CC-BY-4.0。
       *[other] 已将{ $n }个文件写入{ $dir }，许可为{ $licence }。
    }
research-status-only-tables = 已完成：各表已写出；日志已不在此处。
