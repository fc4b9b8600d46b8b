### 怎样才能提升：各抓手所需的剂量，以及达到目标的最省办法。

## 抓手

lift-dial = { $kind ->
    [failure] 失败的代价
    [isolation] 单独反对的代价
    [patience] β（让步速度）
    [outside] 外部选择
    [reach] 俱乐部的覆盖力
    [reading] θ（对含糊措辞的己方解读）
    [cohesion] 凝聚力
    [effort] 游说力度
   *[ambiguity] 允许的最大含糊幅度
}{ $whose ->
    [all] ，所有谈判方
    [one] ，{ $who }
   *[chair] { "" }
}{ $way ->
    [up] ↑
   *[down] ↓
}
lift-dosed = { $lever }至{ $value }
lift-times = ×{ $factor }
lift-interval = { $kind ->
    [exact] { $at }
    [both] { $at }（{ $low }–{ $high }）
    [below] { $at }（无需–{ $high }）
    [above] { $at }（{ $low }–超出范围）
   *[neither] { $at }（无需–超出范围）
}

## 目标

lift-target = { $measure } { $sign } { $bound }
lift-share = { $measure }的模拟比例
lift-undefined = 无定义

## 回答

lift-nothing-known = 在得到任何结果之前就已中止。
lift-no-lever-done = 按案例现状，{ $measure }为{ $now }；在任何抓手完成之前就已中止。
lift-base-undefined = 按案例现状，{ COUNT($n) }次模拟中{ $measure }都没有定义，因此谈不上达到目标。
lift-reached-already = 案例现状已达到目标：{ $measure }为{ $now }，已满足{ $target }。不需要任何抓手。
lift-dose-alone = 按案例现状，{ $measure }为{ $now }{ $near ->
    [yes] ，是否已达到目标尚无法判断
   *[no] { "" }
}。要达到{ $target }，最省的单个抓手是{ $lever }，从{ $from }调到{ $dose }{ $tied ->
    [yes] ，但尚无法与{ $rivals }区分高下
   *[no] { "" }
}；{ COUNT($n) }个抓手中肯定能单独达到的有{ COUNT($sure) }个。
lift-switch-alone = 按案例现状，{ $measure }为{ $now }{ $near ->
    [yes] ，是否已达到目标尚无法判断
   *[no] { "" }
}。要达到{ $target }，最省的单个抓手是{ $lever }{ $tied ->
    [yes] ，其成本并不低于{ $rivals }
   *[no] { "" }
}；{ COUNT($n) }个抓手中肯定能单独达到的有{ COUNT($sure) }个。
lift-none-alone = 按案例现状，{ $measure }为{ $now }{ $near ->
    [yes] ，是否已达到目标尚无法判断
   *[no] { "" }
}。{ COUNT($n) }个抓手中，没有一个在其范围内肯定能单独达到{ $target }{ $open ->
    [0] { "" }
   *[other] ，另有{ COUNT($open) }个无法判断
}。
lift-together = 肯定能达到目标的最省组合是{ $levers }：成本{ $cost }，达到{ $reach }{ $against ->
    [none] ；其中任何一个抓手单独都做不到
    [dearer] 。其成本高于最省的单个抓手（按范围的四分之一计）的{ $single }
    [same] 。其成本与最省的单个抓手（按范围的四分之一计）相同
   *[cheaper] ，而最省的单个抓手（按范围的四分之一计）需{ $single }
}。
lift-none-together = { $any ->
    [yes] 把同等成本下作用最大的{ COUNT($n) }个抓手两个或三个组合起来，肯定没有好处：凡能达到目标的组合，其中已有一个或一对抓手足以达到目标
   *[no] 同等成本下作用最大的{ COUNT($n) }个抓手，按范围的四分之一计，任何两个或三个的组合都不能肯定达到目标
}{ $open ->
    [0] { "" }
   *[other] ；另有{ COUNT($open) }个组合无法判断
}。
lift-no-contenders = { $n ->
    [0] 没有已知能接近目标的抓手
   *[other] 已知能接近目标的抓手只有一个
}，因此没有尝试组合。

## 表格

lift-column-lever = 抓手
lift-column-from = 现状
lift-column-dose = 所需（95%）
lift-column-cost = 成本
lift-column-level = 由此达到
lift-column-note = 备注
lift-column-place = 位次
lift-column-way = 办法
lift-column-beyond = 超出相加之和
lift-off = 关
lift-on = 开
lift-heading-doses = 单独使用一个抓手：达到{ $target }的最小剂量
lift-heading-ways = 最省的办法，使用一个或多个抓手
lift-note-open = 无法判断
lift-note-misses = 达不到
lift-note-idle = 毫无改变
lift-note-undefined = 无定义
lift-note-jumps = 跳跃
lift-note-lost = 至{ $value }时又失去
lift-note-defined = { $share }有定义
lift-note-between = ，
lift-way-open = { $way }（无法判断）
lift-ways-more = 另有{ COUNT($n) }种办法按估计值达不到目标，但尚无法判断；加--wide可列出。
lift-beyond = { $change } ± { $half }{ $sign ->
    [told] { "" }
   *[open] （？）
}

## 读法

lift-legend-doses = ↑：低于此值者都提高到此值；↓：高于此值者都降低到此值。所需：达到目标的最小剂量，精确到范围的二百分之一{ $exact ->
    [yes] ；没有任何随机抽取，因此在此精度内是确切的
   *[no] ，括号内为可能的剂量（每个区间各自成立，置信水平95%；“无需”：也许根本不需要；“超出范围”：也许超出范围）。由此达到：附95%置信区间
}。跳跃：该度量在此处越过目标。又失去：剂量再大反而达不到。
lift-others-open = 无法判断能否达到目标：{ $levers }。
lift-others-miss = { COUNT($n) }个抓手在其范围内所试的每个剂量都达不到目标，最接近的在前（{ $measure }{ $there }）：{ $levers }。
lift-others-undefined = 使用{ COUNT($n) }个抓手时{ $measure }没有定义：{ $levers }。
lift-others-idle = { COUNT($n) }个抓手不改变任何一次模拟：{ $levers }。
lift-legend-ways = 办法：取肯定能接近目标、同等成本下作用最大的{ COUNT($contenders) }个抓手，单独使用以及两个、三个一组，可调的抓手取其范围的四分之一、一半、四分之三和全部：共{ COUNT($candidates) }个候选，其中{ COUNT($tried) }个经过模拟，最省的在先。其中若已包含足以达到目标的办法，则略去；同一组抓手只留最省的剂量。对所有候选所作的判断同时成立，置信水平95%，每个至多查看{ COUNT($looks) }次。{ $shown ->
    [yes] 位次：按成本；成本相同者共享位次。超出相加之和：合用的效果比各自单独效果之和多出（或少去）多少；（？）：正负无法判断。单独毫无作用的抓手没有参与组合。
   *[no] { "" }
}
lift-legend-costs = { $stated ->
    [yes] 成本为案例中所写的整剂成本，未写者为1；可调的抓手按所占份额计。
   *[no] 成本只是计算剂量：把一个抓手调到范围尽头为1，可调的抓手按所占份额计。这并不说明什么难以争取：请在案例中写明costs: {"{"}"failure": 2.0, …{"}"}。
}
lift-choices = 其他建模选择：逐一改变{ COUNT($choices) }种选择，最省的办法在其中{ COUNT($reaches) }种下达到目标{ $open ->
    [0] { "" }
   *[other] ，在{ COUNT($open) }种下无法判断
}；该度量在这些选择下为{ $low }–{ $high }。{ $missed ->
    [some] 在{ $misses }下达不到。
   *[none] { "" }
}其他抓手没有在这些选择下尝试，所需剂量也会不同。
lift-no-choices = 区间只反映抽样误差；在其他建模选择下，所需剂量会不同。
lift-try = 查看最省的办法：{ $command }
lift-design = 每个剂量至多{ COUNT($n) }次模拟，共{ COUNT($all) }次，使用相同的随机抽取；案例{ $hash }，版本{ $version }。重做：{ $command }
