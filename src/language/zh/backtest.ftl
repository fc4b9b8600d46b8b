### 对现实案例的预测与实际结果相比。

backtest-title = 与实际结果相比
backtest-counted = { COUNT($dossiers) }份卷宗中的{ COUNT($issues) }项议题，{ COUNT($positions) }个立场；其中{ $known }项的现状为已知。{ $silent ->
    [0] {""}
   *[other] 有{ COUNT($silent) }个立场的重视程度为0，不起作用。
}{ $elsewhere ->
    [0] {""}
   *[other] 有{ COUNT($elsewhere) }个立场所涉议题不在议题表中，未予采用。
}
backtest-scores-columns = 模型 | 数目 > | MAE均值 > | 中位数 > | 误差中位数 > | 10以内 > | CRPS > | 80% > | 对数 >
backtest-legend = 误差按0到100的刻度，越小越好。MAE：平均绝对误差，分别按预测的均值和中位数计。10以内：预测中位数与结果相差不超过10的比例。CRPS：整个分布的误差（若预测为一点，则为其绝对误差）。80%：结果落在应含80%的区间内的比例。对数：结果所在十分位区间上权重的对数，其中掺入5%的均匀分布；越大越好。
backtest-noise = { $model }：{ $words }。
backtest-noise-words = 以能力×重视程度加权的立场，加上在刻度两端截断的正态噪声；σ以留一卷宗法选定：{ $sigmas }
backtest-noise-sigma = { $sigma }（{ $n }份卷宗）
backtest-against = 同一批议题上与{ $model }之差（95%置信区间，对卷宗重抽样；低于0为更好）
backtest-against-columns = 模型 | 数目 > | 均值的误差 | CRPS |
backtest-verdict = { $says ->
    [better] 更好
    [worse] 更差
   *[open] 无法判断
}
backtest-by-rule = 按表决规则的CRPS（95%置信区间，对卷宗重抽样）
backtest-by-rule-columns = 规则 | 模型 | 数目 > | CRPS | 高于{ $model } |
backtest-by-status-quo = 按现状是否已知的CRPS（议题数）
backtest-model = 模型
backtest-status-quo = { $group ->
    [known] 现状已知
   *[unknown] 现状未知
}
backtest-crps-of = { $crps }（{ $n }）
backtest-tuned = 自由参数，以留一卷宗法选定
backtest-choice = { $criterion ->
    [least] CRPS最小
   *[calibrated] 在80%区间看不出偏离80%的取值中CRPS最小
}：{ $best }（在全部卷宗上CRPS为{ $within }，而选定它的正是这些卷宗）。每份卷宗用其余卷宗选定的取值预测时：CRPS为{ $left_out }。
backtest-more-than-best = 高于最佳
backtest-profiles = 每个取值下、其余参数任意时的最小CRPS。区间含0之处，数据无法区分这些取值。
backtest-setting = 第{ $n }种设定，共{ $of }种
backtest-no-chart = 未画出校准图：{ $why }
