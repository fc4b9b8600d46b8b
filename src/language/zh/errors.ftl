### 出错信息：文件或命令有什么问题，怎么办。尚未译出的仍以英文写在源码里。

errors-error = 错误
errors-warning = 警告
errors-note = 注意
errors-help = 提示
errors-also = { $n ->
    [1] 第{ $lines }行也是
   *[other] 第{ $lines }{ $more ->
        [yes] 等
       *[no] {""}
    }行也是
}
errors-not-found = 没有这个文件或文件夹{ $said ->
   *[other] {""}
}
errors-denied = 没有读写权限{ $said ->
   *[other] {""}
}
errors-expected = 此处应为{ $what }{ $some ->
    [yes] ；{ $advice }
   *[no] {""}
}

# 可能想写的名称。
errors-did-you-mean = 是否想写{ $name }？
errors-none-there = 本案例中一个也没有
errors-known = 可用的有：{ $names }{ $more ->
    [0] {""}
   *[other] ，另有{ $more }个
}
errors-quoted = “{ $name }”
errors-one-of = { $words }{ $others ->
    [yes] 等
   *[no] {""}
}之一

# 文件。
errors-unreadable = 无法读取{ $file }
errors-no-folder = 没有{ $folder }这个文件夹
errors-no-scenario-in-folder = 该文件夹中没有案例文件（.ron）
errors-no-case = 没有名为“{ $name }”的文件，也没有这个自带案例
errors-did-you-mean-shipped = 是否指程序自带的“{ $name }”？
errors-it-is-scenario = 这是一个案例：用plenary run { $name }或analyse { $name }
errors-it-is-study = 这是一项研究：用plenary sweep { $name } --out DIR
errors-it-is-template = 这是现实案例的模板：用plenary backtest --models { $name }
errors-problems = { $file }：{ $n ->
    [one] 1处问题
   *[other] { $n }处问题
}{ $shown ->
    [all] {""}
   *[other] ，以上是前{ $shown }处
}
errors-faults = { $file }：{ $more ->
    [yes] 至少{ $n }处问题，以上是最前面的
   *[no] { $n }处问题
}

# 语法。
errors-grammar = { $kind ->
    [empty] 文件中没有{ $what }
    [comment] 注释没有结束
    [quote] 引号中的文字没有在应该结束的地方结束
    [unseen] 这里有一个{ $sign ->
        [no-break] 不换行空格
        [soft-hyphen] 软连字符
        [zero-width] 零宽字符
        [direction] 书写方向标记
        [blank] 特殊的空格
       *[control] 控制字符
    }（{ $found }）
    [comma] 缺少逗号
    [colon] 缺少冒号
    [bare] 字段`{ $found }`外面没有括号
    [unclosed] 文件结束得太早
    [mismatch] `{ $found }`与第{ $line }行的`{ $open }`不配对
    [depth] 括号嵌套过深
    [trailing] { $what }结束之后还有内容
   *[stray] `{ $found }`在这里没有意义
}
errors-grammar-expected = { $kind ->
    [empty] 这里什么也没有
    [comment] 从这里开始的注释应以*/结束
    [quote] 从这里开始的引号可能没有关上
    [unseen] 这里只能用普通空格
    [comma] 这里缺少逗号
    [colon] 这里缺少冒号
    [bare] 字段应写在圆括号中，如({ $found }: …)
    [unclosed] 这个括号没有用`{ $right }`关上
    [mismatch] 应为`{ $right }`
    [depth] 这类文件不会嵌套得这么深
    [trailing] { $what }到这里为止
   *[stray] { $sign ->
        [hash] 注释不这样开头
        [curly] 不是半角双引号
        [equals] 这里应用冒号
        [slash] 既不是分数，也不是注释
        [percent] 数字中不能有它
        [semicolon] 这里应用半角逗号
        [full-width] 这是全角字符
       *[other] 案例文件中不能有它
    }
}
errors-grammar-help = { $kind ->
    [comment] 单行注释以//开头，不需要结尾
    [quote] 文字写在两个半角双引号之间，如"挪威"
    [unseen] 它看不见，常随粘贴的文字带入：请换成普通空格
    [mismatch] 前面是否缺少`{ $right }`，或多了一个括号？
    [trailing] 全部内容都应在同一对(和)之间：这个括号是否多余？
   *[stray] { $sign ->
        [hash] 注释以//开头
        [curly] 名称和文字写在半角双引号之间，如"挪威"；输入法或文字处理软件可能会把它改成弯引号
        [equals] 字段与取值写作rounds: 60
        [slash] 一半写作0.5，需要份额的地方写作(1, 2)；注释以//开头
        [percent] 刻度和份额从0到1：50%写作0.5
        [semicolon] 各项之间用半角逗号隔开
        [full-width] 请改用半角的{ $right }
       *[other] 注释以//开头，文字写在"引号"中
    }
}
errors-whole = { $what ->
    [study] 研究写作(format: 1, title: …, scenario: …, factors: …, design: …)
   *[scenario] 案例写作(format: 1, title: …, clauses: …, countries: …)
}
errors-what = { $what ->
    [scenario] 案例
    [study] 研究
    [template] 模板
   *[other] { $what }
}
errors-as-in = 例如{ $example }
errors-write-it-as = 写作{ $example }

# 结构。
errors-owner-whole = { $what }
errors-owner = { $kind ->
    [clauses] 条款
    [countries] 国家
    [blocs] 集团
    [firms] 企业
    [switches] 开关
    [choices] 建模选择
    [options] 选项
    [positions] 立场
   *[other] 条目
}“{ $name }”
errors-owner-field = { $owner }的`{ $name }`
errors-unknown-part = { $owner }中没有{ $kind ->
    [field] 字段
   *[word] 取值
}`{ $found }`
errors-unknown-part-expected = 这里不能用这个{ $kind ->
    [field] 字段
   *[word] 取值
}
errors-missing = { $owner }缺少`{ $field }`
errors-missing-expected = 需要`{ $field }`
errors-missing-status-quo = 请写明没有协议时的现状，从0到1：程序从不假定它为0
errors-too-large = { $number }太大
errors-too-small = { $number }太小
errors-at-most = 至多{ $most }
errors-misfit = 此处应为{ $needed }，写的却是{ $found }
errors-misfit-number = { $number }不是{ $needed }
errors-found = { $kind ->
    [end] 文件结尾
    [quoted] 引号中的文字
    [number] 数字
    [word] 单词`{ $text }`
    [bracket] 括号`{ $text }`
    [comma] 逗号
    [colon] 冒号
   *[stray] `{ $text }`
}
errors-needed = { $kind ->
    [word] 一个单词
    [whole] 整数
    [round] `(`
    [field] 字段
    [name] 名称
    [map] `{"{"}`
    [list] `[`
    [number] 数字
    [truth] true或false
    [text] 文字
   *[form] 别的取值
}
errors-needed-in-full = { $kind ->
    [the-word] 单词{ $words }
    [range] { $least }至{ $most }
    [row] 圆括号中的{ $n }个取值
    [whole] 不小于0的整数
    [field] 字段名，不加引号
    [record] 圆括号中的字段，如(field: value)
    [name] 半角双引号中的名称
    [map] 花括号中的名称和取值
    [list] 方括号中的列表
    [number] 数字，如0.5
    [truth] true或false
    [text] 半角双引号中的文字
   *[form] 另一种形式的取值
}
errors-advice = { $kind ->
    [decimal] 小数点写作“.”，如0.5：逗号之后是下一个取值
    [unquoted] { $text }不加引号
    [bracket] 前面是否缺少`)`？
    [no-quotes] 数字、true和false不加引号
    [quote] 写作"{ $text }"，加半角双引号
   *[quote-or-bracket] 写作"{ $text }"，加半角双引号；或者前面缺少`{"}"}`？
}
errors-write = 写作{ $form }
errors-fields = 可用的字段：{ $fields }

# 含义。
errors-kind = { $kind ->
    [country] 国家
    [bloc] 集团
    [firm] 企业
    [clause] 条款
    [option] 选项
    [party] 谈判方
    [move] 动作
    [switch] 开关
   *[other] { $kind }
}
errors-unknown-name = 没有名为“{ $name }”的{ $kind }
errors-of-this-scenario = 本案例中的{ $kind }
errors-number = { $what }为{ $x }，超出范围
errors-range = { $kind ->
    [not-negative] 不小于0的有限数
    [least] 不小于{ $low }的有限数
    [positive] 大于0的有限数
   *[range] { $low }到{ $high }之间的数
}
errors-percent = 刻度从0到1：百分之{ $x }写作{ $share }

# 命令。
errors-unknown-parameter = 没有名为“{ $path }”的参数
errors-not-in-protocol = 程序{ $protocol }没有{ $parameter }
errors-value-misfit = “{ $value }”不能作为{ $parameter }的取值
errors-a-parameter = 参数名，如countries.NAME.outside_option
errors-a-move = 主席的一种动作
errors-a-setting = 该程序具有的设定
errors-no-value = --set { $setting }没有给出取值
errors-no-value-help = 写作--set countries.USA.outside_option=0.15
errors-replicates = 模拟次数{ $given }无效
errors-replicates-help = 此处应为1到{ $max }之间的整数
errors-replicate = 没有第{ $given }次模拟
errors-replicate-help = 各次模拟从0开始编号，至多到{ $last }
errors-nothing-to-negotiate = “{ $title }”没有条款：它只描述一个机构及其规则，没有待谈的内容
errors-nothing-to-negotiate-help = 用plenary analyse查看其中权力如何分布；若要模拟谈判，请复制它（plenary new NAME --from BODY），再写入条款和立场
errors-no-word = 术语表中没有“{ $word }”
errors-no-measure = 这里没有名为“{ $name }”的度量：{ $help }
errors-no-chart = 没有名为“{ $name }”的图
errors-no-chart-help = { $known }之一{ $near ->
    [none] {""}
   *[other] ；是否想写{ $near }？
}
