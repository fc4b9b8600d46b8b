### 一次谈判的叙述。

## 经过

account-room = 在场：{ COUNT($here) }个国家{ $away ->
    [yes] ；缺席：{ $absent }
   *[no] { "" }
}。发言者：{ $speakers }。
account-draft = { $kind ->
    [setter] { $name }希望的案文
    [sponsor] { $name }的草案
    [compromise] 折中案文
   *[chair] 主席草案
}：
account-draft-with-depth = 本次模拟中，最低限度共同点（每一条款取雄心最低者的立场，但不低于现状）的深度为{ $lcd }，中位立场的深度为{ $median }。{ $kind ->
    [setter] { $name }希望的案文
    [sponsor] { $name }的草案
    [compromise] 折中案文
   *[chair] 主席草案
}的深度为{ $depth }：
account-clause-says = { $clause }：{ $value }
account-value = { $number }“{ $words }”
account-clause-opened = 第{ $n }条款（共{ $of }条）：{ $clause }
account-clause-closed = { $kind ->
    [agreed] 就{ $clause }达成一致：{ $value }。
    [stays] 未就{ $clause }达成一致：维持原有内容，{ $value }。
   *[nothing] 未就{ $clause }达成一致，又没有可以退回的内容：没有案文。
}
account-round = 第{ $round }轮：{ $ambition ->
    [yes] 深度{ $depth }；{ $verdict }
   *[no] { $verdict }
}
account-over-objections = 在{ COUNT($no) }方反对下仍获通过
account-no-objection = 无人反对：通过
account-object = { COUNT($present) }方中{ COUNT($no) }方反对
account-silence-kept = 第{ COUNT($revision) }稿进入默许程序；无人打破默许：通过
account-silence-broken = 第{ COUNT($revision) }稿进入默许程序；{ COUNT($present) }方中{ COUNT($no) }方打破默许
account-signed = { COUNT($present) }方中{ COUNT($yes) }方签署：{ $carried ->
    [yes] 生效
   *[no] 不足
}
account-voted = { COUNT($yes) }票赞成，{ COUNT($no) }票反对，{ COUNT($abstain) }票弃权：{ $carried ->
    [yes] 通过
   *[no] 未获通过
}
account-amendment = 对{ $clause }的修正案［{ $tabled }］：{ COUNT($yes) }票赞成，{ COUNT($no) }票反对，{ COUNT($abstain) }票弃权：{ $carried ->
    [yes] 通过
   *[no] 否决
}。
account-separate-vote = 对{ $clause }单独表决：{ COUNT($yes) }票赞成，{ COUNT($no) }票反对，{ COUNT($abstain) }票弃权：{ $carried ->
    [yes] 保留
   *[no] 删除
}。
account-says-no = { $country }{ $defects ->
    [yes] 不顾其集团的立场，
   *[no] { "" }
}{ $over ->
    [yes] 因{ $clause }而
   *[no] { "" }
}{ $act ->
    [objects] 反对
    [breaks] 打破默许
    [stays-out] 不参加
   *[votes-no] 投反对票
}：{ $act ->
    [objects] 案文比其要求少{ $margin }
    [breaks] 案文比其要求少{ $margin }
   *[other] 没有案文对其更好，相差{ $margin }
}，而{ $company ->
    [yes] 与这些反对者一起
   *[no] 单独
}说不的代价为{ $price }。
account-less-than-a-hundredth = 不到0.01
account-costs-nothing = 零
account-keeps-line = { $country }为与集团保持一致而{ $act ->
    [objects] 反对
    [breaks] 打破默许
    [stays-out] 不参加
   *[votes-no] 投反对票
}（其自身的余地为{ $margin }）。
account-brackets = 方括号内：{ $brackets }。
account-bracket = { $clause }［{ $who }］
account-between-parts = ；
account-lcd-change = { $falls ->
    [yes] 案文降至最低限度共同点：深度{ $depth }，LCD指数{ $index }。
   *[no] 案文升出最低限度共同点：深度{ $depth }，LCD指数{ $index }。
}
account-move = { $kind ->
    [setter] { $mover }不再要求全部：改动
    [sponsor] { $mover }让步：改动
    [Shift] 主席移动
    [Merge] 主席合并
    [Clarify] 主席澄清
    [Delete] 主席删除
    [CarveOut] 主席设排除条款：
   *[Trade] 主席交换
}{ $changes }{ $gains ->
    [yes] ，有利于{ $gain }{ $pays ->
        [yes] ，代价由{ $pay }承担
       *[no] { "" }
    }
   *[no] { $pays ->
        [yes] ，代价由{ $pay }承担
       *[no] { "" }
    }
}。
account-change = { $clause }由{ $before }至{ $after }{ $worded ->
    [yes] “{ $words }”
   *[no] { "" }
}
account-trade = { $first }，换取{ $second }
account-full-stop = { $text }。
account-proposals = 主席在{ COUNT($made) }项提案中采纳{ COUNT($taken) }项{ $against ->
    [yes] ；反对其余提案的有：{ $names }
   *[no] { "" }
}。
account-how-often = { $party }（{ COUNT($times) }次）
account-walks-out = { $party }退场：在外面对其更好，而又无法阻止这一案文。
account-folded = { $n ->
    [one] 第{ $first }轮：仍是原来的{ COUNT($no) }方说不
   *[other] 第{ $first }–{ $last }轮：仍是原来的{ COUNT($no) }方说不
}{ $depth ->
    [moves] ；深度由{ $from }至{ $to }
    [same] ；深度{ $to }
   *[none] { "" }
}
account-the-text-goes = 案文：{ $changes }。
account-see-all = 没有转折的各轮合并为一行：加--full可逐轮列出。

## 结局

account-outcome = { $label ->
    [WalkOut] 退场
    [Deadlock] 僵局
    [Deferral] 搁置
    [CoalitionOfTheWilling] 志愿联盟
    [ContestedVote] 有争议的表决
    [Hollow] 空洞案文
    [CarveOut] 排除条款
    [LowestCommonDenominator] 最低限度共同点
    [Substantive] 实质性案文
   *[Compromise] 折中案文
}
account-ending = { $kind ->
    [over-objections] 第{ $round }轮在下列各方反对下通过。
    [consensus] 第{ $round }轮协商一致通过。
    [signed] 第{ $round }轮由{ COUNT($members) }方中的{ COUNT($signatories) }方签署；对其他各方没有约束力。
    [vote] 第{ $round }轮表决通过，{ COUNT($no) }票反对。
    [called-vote] 第{ $round }轮由一提案方要求表决而通过，{ COUNT($no) }票反对。
    [fallback-vote] 协商一致失败后，第{ $round }轮表决通过，{ COUNT($no) }票反对。
    [deadlock] 未达成案文：{ COUNT($round) }轮后陷入僵局；下面是最后提出的案文。
   *[walk-out] 未达成案文：因有方退场，历时{ COUNT($round) }轮；下面是最后提出的案文。
}
account-index-undefined = 无定义（各方雄心相差无几）
account-depths = 深度{ $depth }，有保证的深度{ $guaranteed }；LCD指数{ $index }，按有保证的深度为{ $guaranteed_index }；是否LCD案文：{ $lcd ->
    [undefined] 无定义
    [yes] 是
   *[no] 否
}；实质上：{ $substance ->
    [undefined] 无定义
    [yes] 是
   *[no] 否
}。{ $emergence ->
    [diluted] 案文被稀释：自第{ $round }轮起处于LCD。
    [drafted] 案文起草时即处于LCD。
   *[none] { "" }
}
account-without-laggards = 若{ $laggards }不发声，在相同的随机抽取下：深度{ $depth }。
account-the-text = 案文：
account-group = { $kind ->
    [sponsors] 共同提案
    [supports] 支持
    [yes-with-bloc] 随集团赞成
    [in-silence] 默许通过
    [yes-under-protest] 随集团赞成，但持异议
    [under-protest] 有异议而不阻拦（解释立场）
    [stays-out] 不参加
    [abstains] 弃权
    [objects] 反对
    [stays-out-against] 不参加，且反对
    [votes-no] 投反对票
    [looks-on] 旁观，无发言权
    [absent] 缺席
   *[broke-line] 背离集团立场
}：{ $names }。
account-two-fixed-points = 倘若各方预期的是反对而非沉默，反对者会更多：反对博弈在此有两个不动点。

## 为何如此

account-why = 缘由：{ $sentences }
account-why-came-out = { $adopted ->
    [yes] 第{ $round }轮通过了一份案文，属于“{ $label }”{ $ambition ->
        [yes] ，深度{ $depth }，而草案为{ $draft }。
       *[no] 。
    }
   *[no] 历经{ COUNT($round) }轮，未达成案文（{ $label }）{ $ambition ->
        [yes] ；最后提出的案文深度为{ $depth }，草案为{ $draft }。
       *[no] 。
    }
}
account-why-never-failed = 没有成为焦点的条款：首次提交的案文即获通过。
account-why-no-clause = 在最后一次失败的第{ $round }轮说不的各方，并不特别在意任何单一条款。
account-why-turned = 焦点是{ $clauses }：在最后一次失败的第{ $round }轮说不的{ COUNT($n) }方最在意的正是它。
account-minded-by = { $clause }（{ COUNT($n) }方中的{ COUNT($times) }方）
account-held-out = { $kind ->
    [line] { $party }与集团保持一致
    [vote] { $party }从案文得到{ $utility }，没有案文则为{ $without }
   *[objection] { $party }从案文得到{ $utility }，其要求为{ $asked }，谈判失败对其价值为{ $without }
}
account-why-held-out = 当时{ $parties }{ $more ->
    [0] { "" }
   *[other] ；另有{ COUNT($more) }方说不
}（1为{ $about ->
    [yes] 其在{ $clause }上的理想
   *[no] 其理想案文
}）。
account-why-nobody-held-out = 没有一方坚持反对。
account-why-none-failed = 此前没有失败的尝试。
account-why-unmoved = 案文始终如草案。
account-why-given = 自草案起，{ $giver ->
    [chair] 主席改动了{ $changes }
    [sponsor] { $sponsor }改动了{ $changes }
   *[text] 案文改动为：{ $changes }
}{ $gains ->
    [yes] ，最有利于{ $gainers }{ $costs ->
        [yes] ，代价主要由{ $losers }承担
       *[no] { "" }
    }
   *[no] { $costs ->
        [yes] ，代价主要由{ $losers }承担
       *[no] ，对各方几乎没有影响
    }
}。
account-by-how-much = { $party }（{ $change }）
account-why-all-gain = 通过的案文给予每一有发言权者的都不少于没有案文时所得，其中{ $who }余地最小：{ $by }。
account-why-some-lose = 通过的案文给予{ $who }的少于没有案文时所得（最多相差{ $by }），但未能阻止它。
account-why-acceptable = 可接受的案文是存在的：{ $text }，给予每一有发言权者的都不少于没有案文时所得。
account-why-none-acceptable = 不存在这样的明确案文：给予每一有发言权者的都不少于没有案文时所得。
account-why-lacked = 在最后一次失败的那一轮，要让案文通过还差：{ $parties }。
account-heading = 第{ $replicate }次模拟，随机种子{ $seed }，案例{ $hash }，版本{ $version }。
