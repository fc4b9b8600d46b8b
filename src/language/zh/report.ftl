### 报告页面、结果的名称，以及对结果文件夹的说明。

## 结果的名称

report-name-changed = { $title }（改动：{ $changes }）
report-name-sides = A：{ $a }；B：{ $b }
report-name-both = { $title }：原案（A）与改动{ $changes }之后（B）
report-source-scenario = 案例{ $hash }
report-source-seed = 种子{ $seed }
report-source-all = n = { $n }
report-source-each = 每项n = { $n }
report-source-one = 第{ $replicate }次模拟（n = 1）
report-change-of-switch = { $name }：{ $asks }

## 页面框架

report-skip = 直达结论
report-contents = 目录
report-changed = 与原案不同之处：
report-section-answer = 结论
report-section-case = 案例
report-section-pictures = 图
report-section-clauses = 逐条分析
report-section-parties = 谁压低了案文
report-section-told = 一次谈判的经过
report-section-sources = 资料来源与事先预期
report-section-method = 方法与注意事项
report-section-again = 如何重现
report-section-figures = 数据
report-section-design = 研究设计
report-based-on = { $source }。除另有说明外，区间均为95%置信区间。以上为模型结果。
report-case-based-on = 根据{ COUNT($n) }次模拟谈判，种子{ $seed }，案例{ $hash }，plenary { $version }。除另有说明外，区间均为95%置信区间。以上为模型结果。
report-again-same = { $source }。案例、种子和版本相同，则在任何机器、任意线程数下结果逐位相同。
report-scenario-as-read = 程序读入的案例
report-study-as-read = 程序读入的研究
report-for-your-slide = 可放入幻灯片：“{ $finding }”模型结果，并非预测：{ $of }。
report-figures-behind = “{ $title }”的数据
report-figures-part = 此处列出前{ $shown }行，共{ $of }行；完整数据可用plenary chart KIND --data-only写出。
report-as-it-is = 原值
report-no-prediction = 本结果不是预测：立场、代价和耐心取自文献记录或为拟定值，结果反映的是模型的性质。

## 案例

report-blocs-and-firms = 集团与企业
report-the-parties = 各谈判方
report-parties-one-by-one = 逐个列出各谈判方
report-on-the-table = 谈判议题
report-told-by = 第{ $replicate }次模拟，可用下列命令重新讲述：
report-sources-by-author = 案例作者的说明。
report-table-outcomes = 结局分布；每次模拟只有一个名称，取最先符合者；各区间同时成立。
report-table-nulls = 与算术和偶然相比：零模型在相同抽样下的结果（按全部模拟计算）；超出部分以百分点计。
report-table-clauses = 每个条款的取值为0至1。{ $legend }
report-table-options = 各选项被商定的频率。
report-table-parties = 逐国分析
report-table-parties-caption = 按全部模拟计算的比例；收益为相对现状的效用变化，按该国自身立场计算，附区间。
report-table-parameters = 权重：该国所占的实质分量。现状的效用，以及截止时可接受的最低效用，均按案例所述。
report-table-poles = 深度：该条款在深度中所占的比例。
report-column-country = 国家
report-column-laggard = 属雄心最低之列
report-column-held-out = 坚持反对
report-column-protest = 保留意见但不阻挡
report-column-abstained = 弃权
report-column-sponsored = 提出案文
report-column-left = 退场
report-column-gain = 收益
report-column-blocs = 集团
report-column-weight = 权重
report-column-patience = 耐心β
report-column-isolation = 孤立的代价
report-column-status-quo = 现状
report-column-settles-for = 可接受的下限
report-method-draws = { COUNT($n) }次谈判各自在所述数值附近抽取谈判方的立场；随机数由种子、模拟编号以及谈判方和条款的名称确定，因此改变规则时抽样不变。
report-method-chair = 主席用上述步骤修改同一份案文，使必须争取的各方的不满之和最小；临近截止时各方要求降低，只有值得承受孤立时才会反对。
report-method-intervals = 比例用威尔逊区间；各结局的比例用同时成立的区间（邦费罗尼—威尔逊）；均值用学生t区间。
report-method-unconditional = 部分模拟未达成案文：比例分别按全部模拟和按通过的案文给出，两者不可混用。
report-method-no-conflict = 在{ $share }的模拟中各方雄心几乎没有差别，LCD指数没有定义。
report-method-fixed-points = 在{ $share }的模拟中，如果从众声反对而不是从沉默开始，结局会不同：谁反对取决于谁先表态。
report-method-thresholds = 最低限度共同点（LCD）在每个条款上取雄心最低的一方的立场，但不低于现状。阈值是约定，属于案例的一部分：指数达到{ $index }、LCD与中位立场的差距不小于{ $gap }、且有落后方受其约束，案文才算最低限度共同点案文；什么都不改变的案文算推迟。
report-method-positions = 在{ $all }个立场中，{ $high }个有记录可查，{ $medium }个是对记录的解读，{ $low }个是推测或沿用；没有立场的国家沿用所属集团的立场。
report-method-theorem = 部分属于定理：每一方都能阻挡，因此雄心最低的立场在算术上限制了案文。若各方立场纯属均匀随机，该限度的深度为{ $depth }。偏离它的部分才是发现。
report-method-cautions = 细心的读者会对案例文件提出的问题（英文）

## 衡量指标

report-measure-adopted = 案文通过率
report-measure-lcd = 最低限度共同点（LCD）案文的比例
report-measure-in-substance = 实质上为LCD的案文的比例
report-measure-hollow = 空洞案文的比例
report-measure-depth = 深度
report-measure-guaranteed = 有保证的深度
report-measure-by-participation = 有保证的深度乘以参与度
report-measure-holds = “{ $clause }”条款最终的内容
report-measure-gain = { $party }的收益
report-estimate = { $at }（{ $low }–{ $high }）
report-change = { $rate ->
        [yes] { $at }个百分点（{ $low }至{ $high }）
       *[no] { $at }（{ $low }至{ $high }）
    }
report-change-bare = { $rate ->
        [yes] { $at }个百分点
       *[no] { $at }
    }
report-factor-at = { $factor }为{ $value }
report-column-measure = 指标
report-column-point = 设计点
report-column-factor = 因素
report-column-lever = 抓手
report-column-asks = 问题
report-column-held = 固定于
report-column-crossing = 越过½之处
report-column-from = 最小值处的概率
report-column-to = 最大值处的概率
report-column-model = 模型
report-column-issues = 议题数
report-column-error-of-median = 中位数的误差
report-column-within-10 = 误差10以内
report-column-coverage = 落入80%区间

## 结果的由来

report-design-command = 由命令plenary { $command }写出。
report-design-design = 设计：{ $design }。
report-design-stopping = 停止规则：{ $rule }。
report-design-factors = 变动的因素：{ $factors }。
report-design-case = 基础案例：{ $case }。
report-design-changed = 始终改动：{ $changes }。
report-design-replicates = 每项{ COUNT($n) }次模拟。
report-design-draws = 种子{ $seed }；所有情形使用相同的抽样，因此差别来自所作的改动。

## 研究

report-sweep-nothing = 研究中没有一个设计点构成合理的案例：没有结果。
report-sweep-failed = 有{ COUNT($n) }个设计点不构成合理的案例，未计入。
report-sweep-range = 在{ COUNT($n) }个设计点中，{ $measure }的最小值为{ $least }，见于{ $least_at }；最大值为{ $greatest }，见于{ $greatest_at }。
report-sweep-same = 在全部{ COUNT($n) }个设计点上，{ $measure }都相同：{ $value }。
report-sweep-one = 在唯一的设计点上，{ $measure }为{ $value }。
report-sweep-caveat = { $n ->
        [1] 区间为95%抽样置信区间。
       *[other] 每个区间只属于各自的设计点。{ COUNT($n) }个点中的最小值和最大值是极端值，仅凭偶然也会拉开差距。
    }结果的幅度取决于研究作者选定的取值范围。
report-sweep-table = 各设计点，附95%置信区间。
report-sweep-table-part = 前{ $shown }个设计点（共{ COUNT($of) }个），附95%置信区间；points.csv中有全部数据。

report-point = 第{ $number }号设计点
report-points-title = 在{ COUNT($n) }个设计点中，{ $measure }由{ $least }到{ $greatest }不等
report-points-reading = 每个标记为一个设计点：{ $measure }与各因素的关系。{ $intervals ->
        [yes] 线段为95%置信区间。同一取值处的分散来自其他因素和抽样。
       *[no] 同一取值处的分散来自其他因素和抽样。
    }
report-points-alt = { COUNT($n) }个设计点；{ $measure }由{ $least }到{ $greatest }。
report-points-factors = 个因素

## 比较

report-compare-change = { $direction ->
        [up] 从A到B，{ $measure }由{ $a }升至{ $b }：变化{ $change }。
        [down] 从A到B，{ $measure }由{ $a }降至{ $b }：变化{ $change }。
        [none] { $measure }没有变化：两者均为{ $a }。
       *[open] 无法判断{ $measure }是否变化：A为{ $a }，B为{ $b }，相差{ $change }。
    }
report-compare-caveat = 差值为B − A，在相同抽样下逐次相减。{ $n ->
        [1] 区间为95%置信区间。
       *[other] { $n }个区间各自为95%置信区间：约每二十个中有一个因偶然而失准。
    }换用其他建模选择，符号可能改变：可用plenary compare --choices检验。
report-compare-ends = 结局与深度（比例以百分数表示，其变化以百分点表示）
report-compare-holds = 逐条的最终内容：通过的案文，未通过则为现状
report-compare-gains = 谁受益：相对现状的效用，按各自立场计算；变化最大者在前

## 抓手

report-levers-count = 共试验{ $tried }个抓手：{ $up }个使{ $measure }升高且超出抽样误差，{ $down }个使其降低。
report-levers-up = 向上作用最强的：{ $levers }。
report-levers-down = 向下作用最强的：{ $levers }。
report-lever = “{ $name }”{ $change }
report-levers-caveat = { $intervals ->
        [together] 同一列的各区间以95%的概率同时成立，无论各抓手何时结束。
       *[each] 每个区间各自为95%置信区间：约每二十个中有一个因偶然而失准。
    }{ $held ->
        [yes] 符号在其他建模选择下是否不变，见levers.csv。
       *[no] 在其他建模选择下检验符号之前，任何效果都不算发现：plenary levers --choices。
    }
report-levers-switches = 案例自带的开关；变化及其区间，比例以百分点计
report-levers-standard = 对任何案例都试验的抓手；变化及其区间，比例以百分点计
report-levers-not-applicable = 不适用

## 敏感性

report-sensitivity-driven = { $measure }主要取决于：{ $factors }。
report-sensitivity-nothing = 所变动的因素都不影响{ $measure }。
report-sensitivity-factor = { $kind ->
        [sample] { $factor }（单独解释的方差份额{ $value }）
        [sobol] { $factor }（总方差份额{ $value }）
       *[morris] { $factor }（平均效应{ $value }）
    }
report-sensitivity-caveat = { $kind ->
        [sample] S为某因素单独解释的各点之间方差的份额，PRCC为它与结果的偏秩相关。两者取决于选定的取值范围和样本。
        [sobol] ST为与某因素有关的方差份额，包括全部交互作用；S不含交互作用。两者取决于选定的取值范围。
       *[morris] μ*为跨越某因素取值范围的平均效应大小，μ为带符号的平均效应：这是初步筛选。两者取决于选定的取值范围。
    }区间为95%自助法区间。

## 发现

report-discover-boxes = 就{ $what }找到{ $n }个区域。
report-discover-none = 就{ $what }没有突出的区域：各处大致相同。
report-discover-everywhere = 任何取值
report-discover-box = { $place ->
    [first] 当{ $limits }时：其中{ $density }的谈判出现该结果；全部出现次数的{ $coverage }位于此处，占设计空间的{ $mass }。
   *[later] 在前面各区域之外，当{ $limits }时：其中{ $density }的谈判出现该结果；另有全部出现次数的{ $coverage }位于此处，占设计空间的另外{ $mass }。
}
report-discover-limit = { $ends ->
        [both] { $factor }在{ $low }与{ $high }之间
        [low] { $factor }不小于{ $low }
       *[high] { $factor }不大于{ $high }
    }

## 回测

report-backtest-best = 平均误差（CRPS，0至100）最小的模型：{ $model }，{ $error }，共{ COUNT($n) }个议题。
report-backtest-against = { $verdict ->
        [better] 它优于{ $reference }，超出偶然：{ $change }（{ $low }至{ $high }）。
        [worse] 它劣于{ $reference }，超出偶然：{ $change }（{ $low }至{ $high }）。
       *[open] 无法断定它与{ $reference }孰优孰劣：{ $change }（{ $low }至{ $high }）。
    }
report-backtest-caveat = 多个模型中最好的一个，看上去总比实际更好。同一提案内的议题并不独立：区间按整个提案重新抽样。
report-backtest-table = 各模型，误差最小者在前

## 屏幕上的研究

report-design-grid = 网格：全部取值的所有组合
report-design-one-at-a-time = 逐一变动：原案，然后每次只改一个取值
report-design-mixes = 原案、每次只改一个取值，以及{ COUNT($n) }种混合
report-design-latin-hypercube = { COUNT($n) }个点的拉丁超立方
report-design-sobol = { COUNT($n) }个经Owen置乱的Sobol'点
report-design-morris = 莫里斯法：{ COUNT($n) }条轨迹，{ $levels }个水平
report-design-saltelli = { $by ->
        [sobol] 萨尔泰利法：以{ COUNT($n) }个置乱的Sobol'点为基础样本
       *[random] 萨尔泰利法：以{ COUNT($n) }个随机点为基础样本
    }{ $second ->
        [yes] ，含二阶
       *[no] { "" }
    }
report-design-list = { $file }的各行
report-design-until = 每个点进行到{ $measure }的区间不宽于±{ $half_width }为止，在{ $each }次模拟后检查；α = { $alpha }平均分配到{ $looks }次检查
report-study-points = { $design }；{ COUNT($points) }个设计点，每点{ COUNT($n) }次模拟。
report-study-points-until = { $design }；{ COUNT($points) }个设计点，{ $stopping }。
report-study-heading = { $design }共{ COUNT($n) }次谈判，种子{ $seed }，版本{ $version }。区间均为95%置信区间。
report-study-more-points = ……另有{ COUNT($n) }个设计点：points.csv中有全部数据。
report-short-adopted = 通过
report-short-lcd = LCD
report-short-in-substance = 实质上为LCD
report-short-guaranteed = 有保证的深度
report-status-done = 完成  { COUNT($n) }次谈判
report-status-failed = 失败  { COUNT($n) }个设计点
report-status-missing = 尚缺  { $open ->
        [yes] 到下次检查至少{ COUNT($n) }次谈判
       *[no] { COUNT($n) }次谈判
    }
report-status-heading = { $journal }的文件头损坏：其中的记录仍然完好，--resume可以修复。
report-status-gaps = 尚缺：{ $gaps }。
report-column-shard = 分片
report-column-runs = 已完成
report-column-damaged = 损坏的字节
report-column-journal = 日志

## 参数的名称

report-field-of = { $whose }的{ $what }
report-field-isolation-cost = 孤立的代价
report-field-cost-of-failure = 谈判失败的代价
report-field-outside-option = 外部选择
report-field-reach = 外部选择的实现程度
report-field-beta = 耐心β
report-field-theta = θ
report-field-cohesion = 凝聚力
report-field-attendance = 出席
report-field-boycotts = 抵制
report-field-effort = 投入
report-field-rule = 规则
report-field-objections = 允许的反对数
report-field-rounds = 轮数
report-field-first = 国家数
report-field-switch = 开关

## 屏幕上的敏感性分析

report-sensitivity-heading = { $design }；每个设计点{ $least ->
    [yes] 至少
   *[no] {""}
}{ COUNT($n) }次模拟，抽样相同。分析的是每个点各次模拟的均值（或比例）：单次谈判会给每个指数带来噪声。区间均为95%自助法区间。
report-sensitivity-of = { $name }：{ $measure }
report-sensitivity-idle = 任何结果都不随{ $factors }变化：指数恰好为0说明该因素没有起作用，而不是作用很小。
report-sensitivity-legend-morris = μ*：跨越某因素取值范围的平均效应大小。μ：带符号的平均效应。σ：效应随其他因素变化的程度；与μ*相比较大，说明各因素共同起作用，或作用并非直线。
report-sensitivity-legend-sobol = S：该因素单独解释的结果方差份额。ST：包括它与其他因素共同作用的份额。ST明显大于S，说明它与其他因素共同起作用；各份额之和可以大于1。
report-sensitivity-constant = 在整个设计中不变
report-column-range = 区间
report-column-pair = 因素对
report-column-together = 共同的S
report-section-glossary = 术语表

## 屏幕上的发现

report-happens-lcd = 最低限度共同点（LCD）案文
report-happens-in-substance = 实质上为LCD的案文
report-happens-adopted = 案文
report-happens-nothing = 未达成案文
report-discover-heading = 在何处出现“{ $what }”？在整个设计中，{ COUNT($n) }次谈判中有{ $share }。
report-discover-prim = 区域（PRIM），按找到的先后
report-discover-no-box = 没有：各处出现的频率大致相同
report-discover-line = ½线：{ $second }取各值时，使概率为½的{ $first }
report-discover-no-line = 没有两个相邻的设计点分处½的两侧。
report-discover-no-numbers = 没有数值因素
report-discover-fit = 在何处出现的可能性超过一半：使概率为½的取值（对其他因素取平均）
report-discover-crossings = 概率为½之处（对其他因素取平均）
report-discover-constant = 无法判断
report-column-reach = 95%区间
report-discover-verdict = { $verdict ->
    [below] 始终低于½
    [above] 始终高于½
    [perhaps] 可能
    [to-and-fro] 反复越过
   *[crosses] { $at }
 }
report-discover-reach = { $ends ->
    [both] { $low }至{ $high }
    [low] { $low }或以上
    [high] { $high }或以下
   *[none] 任何取值
 }
report-discover-crossing = 对其他因素取平均，{ $factor } = { $at }时出现与否的可能性相等（95%区间：{ $reach }）。
report-discover-by-curve = 概率由对全部因素的逻辑斯蒂回归得出；区间已计入设计点与抽样可能不同。
report-discover-by-levels = 概率为各取值处的频率：相邻两值之间只知道它们各在½的哪一侧，越过点按直线内插。
report-discover-misfit = 对{ $factors }，回归拟合不佳（p < 0.01）：对数几率弯曲，或同时取决于两个因素；所给越过点较粗略。
report-discover-untested = 设计点太少，无法检验回归是否拟合。
report-discover-caveat = 区域的搜寻和描述使用同一批谈判：其中的出现频率是偏高的估计。
