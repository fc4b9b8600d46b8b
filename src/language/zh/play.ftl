### 谈判桌上的一席：谈判指示、每一轮的会场，以及最后得到什么。

## 谈判指示

play-instructions = 您的谈判指示：{ $seat }
play-who-country = { $kind ->
    [led] 您代表{ $seat }，属于{ $blocs }。修改案文期间由{ $lead }代您发言，直到您自己提出要求；反对和投票由您自己决定。
    [member] 您代表{ $seat }，属于{ $blocs }。
   *[alone] 您代表{ $seat }。
}
play-who-bloc = 修改案文期间您代表{ $seat }发言。其{ COUNT($n) }个成员（{ $members }）各自投票；您的答复是集团的路线，成员会遵循，除非代价过高。
play-rule = { $rule }。共{ COUNT($rounds) }轮。
play-clause-matters = { $n } { $clause }：占您全部关切的{ $share }
play-you-want = 您希望{ $value }
play-you-stand-for = 在会上您主张{ $value }，这是集团内部商定的立场
play-without-a-text = 没有案文时：{ $value }
play-ladder = 可以写成：{ $words }
play-no-stake = 与您无关：{ $clauses }。
play-scale = 案文对您的价值从0到1，1表示您的愿望全部实现。
play-failing = 没有案文时维持现状，对您值{ $quo }。{ $kind ->
    [cost] 谈判失败还会使您另外损失{ $difference }，因此不要接受低于{ $least }的结果。
    [option] 您不必止步于此：由于您另有选择或指示，最低应为{ $least }，高出{ $difference }。
   *[none] 不要接受低于这一水平（{ $least }）的结果。
}
play-concedes = 您的自动代表开始时要求最高，到最后降至{ $least }；单独反对可能要付出代价，这时它也可能放过价值更低的案文。您没有说的，由它代您决定。
play-nothing-agreed = 未达成一致

## 会场

play-round = 第{ COUNT($round) }轮（共{ COUNT($of) }轮）
play-round-on-clause = 第{ COUNT($round) }轮（共{ COUNT($of) }轮），只谈{ $clause }
play-clause-says = { $n } { $clause }：{ $value }{ $cares ->
    [yes] （您主张{ $wish }）
    [asks] （您主张{ $wish }，要求{ $asks }）
   *[no] {""}
}
play-brackets = 方括号：{ $who }
play-worth = { $clause ->
    [yes] 本条款目前的内容对您值{ $utility }
   *[no] 案文目前对您值{ $utility }
}；{ $own ->
    [yes] 您要求{ $demand }
   *[no] 您的自动代表本轮要求{ $demand }
}，最后可接受{ $least }。
play-taken-up = 采纳了{ $who }的提议：{ $clause }改为{ $value }。
play-change = { $clause }：{ $before } → { $after }{ $kind ->
    [both] ，有利于{ $gain }，不利于{ $pay }。
    [gain] ，有利于{ $gain }。
    [pay] ，不利于{ $pay }。
   *[none] 。
}
play-left = 退场：{ $who }。
play-over = { $who }（因{ $clause }）
play-put = { $kind ->
    [vote] 案文付诸表决：{ COUNT($yes) }票赞成，{ COUNT($no) }票反对，{ COUNT($abstain) }票弃权{ $against ->
        [some] ；反对者：{ $who }
       *[nobody] {""}
    }。
    [agreed] 案文提请通过，无人反对。
    [objections] 案文提请通过，{ $carried ->
        [yes] 虽有反对仍获通过：{ $who }。
       *[no] 有反对：{ $who }。
    }
   *[nobody] 案文提请通过，虽无人反对但未获通过。
}
play-not-put = 案文未提请通过。
play-refused = { $seat }的下列发言无效：{ $why }。

play-lost = 从现在起，{ $seat }由模型代行：{ $why }。

## 命令

play-prompt = { $seat }>
play-begin = 请输入命令；“help”列出全部命令。
play-help-pass = pass [轮数]：本轮（或此后若干轮）不再发言，由自动代表按您已提出的要求继续
play-help-ask = ask 条款 取值：从现在起表示希望如此，取值为0到1的数字或条款本身的用语，例如：ask 1 .6；withdraw 条款：重新表示真实愿望
play-help-demand = demand 水平：从现在起要求案文对您至少有此价值（0到1），低于此则反对，除非孤立的代价过高；demand default：交由自动代表决定
play-help-propose = propose 条款 取值：提议修改；若比主席自己的办法更有利于会场，主席会采纳
play-help-object = object、support、abstain：本轮案文提请通过时的答复（反对、支持、弃权），不论届时内容如何
play-help-vote = vote：要求本轮表决；若能通过则举行
play-help-walk-out = walk out：退场，不再返回
play-help-look = text、instructions、help：再看案文、谈判指示、命令；quit：到此为止
play-noted-ask = 从现在起，您在{ $clause }上要求{ $value }。
play-noted-withdrawn = 您在{ $clause }上重新表示真实愿望。
play-noted-demand = { $kind ->
    [own] 从现在起，您要求案文对您至少值{ $level }。
   *[default] 要求多少，重新由自动代表决定。
}
play-noted-propose = 您提议将{ $clause }改为：{ $value }。
play-noted-vote = 您要求表决。
play-not-understood = { $why }。
play-plays-on = 输入已结束：由自动代表继续，您此前提出的要求不再有效。
play-quit = 您离开了谈判桌。

## 结果

play-ending = 谈判在第{ COUNT($round) }轮结束：{ $label }（{ $meaning }）。
play-got = { $text ->
    [yes] 与现状相比，案文给您带来
   *[no] 没有案文；与现状相比，您得到
}{ $gain }{ $bloc ->
    [yes] （成员平均）
   *[no] {""}
}。
play-automatic = 同样的抽样下，您的自动代表得到{ $gain }（{ $label }）：{ $kind ->
    [more] 您多得{ $difference }
    [less] 您少得{ $difference }
   *[same] 与您相同
}。
play-automatic-certain = 本案例没有随机抽样：它每次都得到这一结果。
play-automatic-draws = 在{ COUNT($n) }次抽样中，它平均得到{ $mean }（95%置信区间{ $low }至{ $high }），其中八成在{ $least }与{ $most }之间；{ $adopted }次有案文。一次谈判（包括您的这一次）只是一次抽样。
play-column-clause = 条款
play-column-matters = 重视程度
play-column-wanted = 您的愿望
play-column-got = 最后结果
play-column-automatic = 自动代表
play-depth = 您在桌上时的深度：{ $own }；同样的抽样下由自动代表出席：{ $automatic }。{ $kind ->
    [deeper] 由您出席时，案文比由自动代表出席时更深。
    [shallower] 由您出席时，案文不如由自动代表出席时深。
   *[same] 两者相同。
}
play-held = 全部席位都由模型出席时，您这一席{ $kind ->
    [down] 把案文压低{ $share }
    [up] 拉高案文（责任分摊{ $share }）
    [not] 对案文的压低不到{ $threshold }（责任分摊{ $share }）
   *[unclear] 压低案文约{ $threshold }，是多是少无法判断（责任分摊{ $share }）
}{ $interval ->
    [yes] ，95%置信区间{ $low }至{ $high }，{ COUNT($n) }次抽样
   *[no] ，为精确值
}。
play-no-depth = 本案例没有以雄心高低衡量的条款，因此没有谁能压低案文。
play-levers = 什么本可以提高案文：{ $command }
play-recorded = 发言记录在{ $file }；无人出席时重现同一次谈判：{ $command }
