### 按ODD规范对案例模型的描述，供论文附录使用。

odd-title = { $title }：模型描述（ODD）
odd-generated = 由plenary { $version }依据散列值为{ $hash }的案例生成。ODD规范见Grimm et al. (2020), JASSS 23(2) 7。`代码`体的名称是程序模块和案例文件中的名称。

# 1.
odd-purpose = 目的与模式
odd-purpose-text = 本模型解释多边谈判何时产生最低限度共同点（LCD）案文、为何如此、怎样才能写得更多。它用于解释和比较程序，不用于预测。
odd-question = 本案例的问题：{ $asks }
odd-question-none = 未说明。
odd-patterns = 用以检验引擎的模式（同名的测试保证其成立）：n个均匀分布的立场中最低者平均为1/(n + 1)；只有一项条款、措辞明确、反对不付代价时，结果落在两端立场的调和平均数，若谈判失败或孤立有代价则更深，若落后方有耐心则落在落后方的立场；条款间的联系从不降低可接受的深度；已发表的投票权力、议价解和计分博弈的数值。在欧盟立法中，通过的案文并不总是LCD：若引擎的协商一致总是得出LCD，便是错的。

# 2.
odd-entities = 实体、状态变量与尺度
odd-entities-count = { COUNT($countries) }个国家、{ COUNT($blocs) }个集团、{ COUNT($firms) }家企业就{ COUNT($clauses) }项条款谈判一份案文。
odd-entities-columns = 实体 | 属性（一次模拟中不变） | 状态（变化）
odd-entity-clause = 条款（`text::Clause`） | 类型、现状q、占深度的份额a、措辞 | 取值：[0, 1]中的区间[lo, hi]，或一个选项
odd-entity-country = 国家（`party::Country`） | 理想立场p、重视程度ω、实质分量m、β、χ、c、外部选择、所属集团 | 要求水平a(t)、态度、是否在场
odd-entity-bloc = 集团（`party::Bloc`） | 成员、共同立场、凝聚力δ、纪律c_B | 其发言的要求水平
odd-entity-firm = 企业（`party::Firm`） | 理想立场、对东道国和草案的游说力度 | 无
odd-entity-chair = 主席（`negotiation`） | 可用的手法、差额的权重 | 无
odd-clauses-columns = 条款 | 类型 | 现状 | 占深度 | 从 | 到
odd-kind = { $kind ->
    [ambition] 雄心
    [positional] 立场
    [scope] 范围
   *[options] 选项
}
odd-options = { COUNT($n) }个选项
odd-blocs-columns = 集团 | 成员 | 共同立场 | δ | c_B
odd-common = { $how ->
    [median] 加权中位数
    [mean] 加权平均
    [leader] { $leader }的主张
    [veto] 雄心最低成员的立场
   *[stated] 其公布的立场
}
odd-scales = 尺度：条款取值、效用、深度和指数都在[0, 1]中。一个时间步为一轮；至截止共{ COUNT($rounds) }轮。除案文所在的空间外没有其他空间。

# 3.
odd-process = 过程概览与时间安排
odd-process-text = 一次模拟即一次谈判（`negotiation::Negotiator`）。先随机抽取各方，仅凭其偏好计算各项基准（`benchmark`），再写出初稿（`negotiation::draft`）。此后逐轮进行，直至案文获得通过或{ $rounds }轮期限届满。每一轮依次为：
odd-step-concede = 各方降低其要求水平（`tactic`）；
odd-step-revise = 按程序修订案文，此处为`{ $protocol }`（`protocol`、`negotiation`）；
odd-step-decide = 到了规定的轮次，将案文付诸决定：各国在反对博弈中表态或投票（`stance`、`voting`），由规则裁定：{ $rule }；
odd-step-leave = 若未获通过，连续多次见到案文低于其底线的国家退场。
odd-updates = 时间是离散的。同一步内的更新同时进行：各方态度都是对同一案文的最优反应，取最小不动点，以沉默为默认。并列时按案例中的次序。
odd-settings = 程序的设定：{ $settings }

# 4.
odd-concepts = 设计概念
odd-basic = **基本原理。** 对案文的空间偏好；协商一致即无人反对，而反对是有代价的行为；随时间让步（Faratin, Sierra & Jennings 1998）；最低雄心方案定律（Underdal 1980）是基准，不是假定。
odd-emergence = **涌现。** 案文、其深度以及是否为LCD案文，由要求水平、手法和态度涌现出来。LCD本身仅凭偏好算出，先于任何谈判。
odd-adaptation = **适应。** 各方随时间降低要求水平；主席朝加权差额最小的方向修订；各国视案文和他人的态度，在值得时反对、默许、作解释或退场。
odd-objectives = **目标。** 案文的效用u ∈ [0, 1]，与底线r = u(q) + max(−c, g)相比，g为外部选择相对现状的收益。
odd-learning = **学习。** 无：各次模拟相互独立。
odd-prediction = **预测。** 各方知道期限，此外不作预测。
odd-sensing = **感知。** 各国知道自己的偏好，看得到案文和还有谁反对。主席知道每一方的要求水平。
odd-interaction = **互动。** 通过案文，以及通过单独反对的代价：反对者越多，代价越低。
odd-stochasticity = **随机性。** { $drawn ->
    [none] 本案例中无：各次模拟完全相同。
   *[other] 只随机抽取关于各方不确知的内容，每次模拟抽取一次：{ $drawn }。分布：{ $distributions }。每个量有自己的随机流（ChaCha8，以主种子、用途、谈判方和条款为键；第r个数属于第r次模拟），因此各案例看到相同的抽取结果。程序本身没有任何随机成分。
}
odd-drawn = { $kind }（{ $n }）
odd-collectives = **集体。** { $blocs ->
    [0] 本案例中无：各国各自发言。
   *[other] { COUNT($blocs) }个集团先形成共同立场，在修订案文时以一个声音发言；付诸决定时成员各自行事，可以付出代价背离集团立场（`party::Bloc`）。
}
odd-observation = **观测。** 每次模拟一行，记录结果、深度、基准、案文、态度和收益；比例用Wilson区间，均值用Student区间。在雄心差距不小于{ $gap }时，若Λ ≥ { $index }且受制于落后方（其收益至多{ $gain }，或其理想深度与之同样接近），即为LCD案文。

# 5.
odd-initialisation = 初始化
odd-initialisation-text = 初稿之前的案文为各条款的现状。立场、重视程度、代价和耐心取自案例，每次模拟按抽取结果移动（见第4项，随机性）。所陈述的数值：
odd-countries-columns = 国家 | 实质分量 | β | χ | c | 外部选择 | 出席率 | 底线
odd-attendance = { $kind ->
    [looks-on] 旁观
   *[stays-away] 不出席
}
odd-countries-legend = 实质分量为相对值（Σ = 1）；底线：按所陈述的偏好，以效用表示的底线r。

# 6.
odd-input = 输入数据
odd-input-text = 模型运行时不读取任何数据。全部数据都在案例文件中（格式{ $format }，散列值{ $hash }），其注释写明各数字的来源。研究另有研究文件；两者都随结果保存在清单中。

# 7.
odd-submodels = 子模型
odd-submodels-columns = 子模型 | 模块 | 公式 | 在本案例中
odd-submodels-legend = 各模块的文档给出公式及其定义域、保证和出处。
odd-submodel = { $name ->
    [utility] 效用
    [reservation] 底线
    [demand] 要求
    [stance] 态度
    [vote] 投票
    [rule] 规则
    [revision] 修订
    [departure] 退场
    [benchmarks] 基准
   *[outcome] 结果
}
odd-equation = { $name ->
    [utility] 城市街区损失下u(x) = 1 − Σ ω_d |x_d − p_d|；区间读作θ·min + (1 − θ)·mean + κ_a·width
    [reservation] r = u(q) + max(−c, g)；g = b，若为案文y、影响范围σ的小集团则g = σ (u(y) − u(q))；没有外部选择时为−c
    [demand] a(t) = r + (1 − F)(1 − r)，F = k + (1 − k)(t/T)^{"{"}1/β{"}"}
    [stance] 当且仅当s < −χ(1 − o)^γ时反对，s = u(x) − a(t)，o为其他反对者的份额；自沉默起的最小不动点
    [vote] 当且仅当s ≥ 0时赞成；当且仅当s < −max(0.02, ½χ(1 − o)^γ)时反对；否则弃权
    [rule] 按人头、票数或人口精确计数；限额用交叉相乘
    [revision] 在代价最小的足够联盟上，主席的加权差额Σ m_i max(0, a_i − τ_i − u_i)，每次取降低最多的手法
    [departure] 连续w次案文满足u(x) < r − 退场余量时，该国退场
    [benchmarks] L_d = max(q_d, min p_id)，T_d = min上限，D^R为中位立场的深度；Λ = 1 − clip((D − D^L)/(D^R − D^L), 0, 1)
   *[outcome] 依次取首个成立者：退场、僵局、搁置、志愿联盟、有争议的表决、空洞案文、排除条款、LCD、实质案文、折中案文
}
odd-utility-here = 损失{ $loss }，θ = { $theta }，κ_a = { $vagueness }，α = { $risk }
odd-reservation-here = 国家未说明时c = { $c }
odd-demand-here = 按实力取(β, k)：`{ $tactic }`
odd-stance-here = 按实力取χ：`{ $chi }`，γ = { $gamma }，按{ $crowd }计数
odd-revision-here = 设定见第3项
odd-departure-here = 余量{ $margin }，w = { $w }
odd-outcome-here = 界线：`{ $thresholds }`
