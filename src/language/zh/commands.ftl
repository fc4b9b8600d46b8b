### 命令在答案之外所说的：写了什么、进展如何、还剩什么。

commands-wrote = 已写入{ $what }。
commands-wrote-to = 已将{ $what }写入{ $folder }。
commands-merged = 已将{ $what }合并到{ $folder }。
commands-pictures = { COUNT($n) }幅图
commands-pages = { COUNT($n) }页
commands-imported = 已写入{ $file }。下一步：plenary analyse { $argument }
commands-new = 已写入{ $file }。用编辑器打开，然后：
commands-new-check = 查看案例如何被理解
commands-new-run = 进行模拟
commands-new-sweep = 运行研究
commands-progress = 已完成{ $done }次谈判，共{ $total }次（{ $percent }%），每秒{ $rate }次，约剩{ $left }
commands-bar = {"{"}wide_bar{"}"} {"{"}human_pos{"}"}/{"{"}human_len{"}"}（{"{"}per_sec{"}"}，剩余{"{"}eta{"}"}）{"{"}msg{"}"}
commands-interrupted-run = 已中断：共{ $total }次模拟，完成{ $done }次；结果只涉及这些。
commands-interrupted-compare = 已中断：共{ $total }次模拟，完成{ $done }次。
commands-interrupted-choices = 已中断：并非每种建模选择都已运行。
commands-interrupted-levers = 已中断：有{ COUNT($n) }个抓手没有做完。
commands-interrupted-sweep = 已中断：完成的部分已妥善保存，还剩{ COUNT($left) }次谈判。继续：{ $command }
commands-shard = 分片{ $shard }已完成。全部完成后：{ $command }
commands-mended = 日志的开头已损坏：已依研究文件修复。
commands-dropped = 日志中有{ COUNT($bytes) }字节的记录已损坏：相应的模拟将重做。
commands-resumed = 已完成{ COUNT($done) }次谈判，还剩{ COUNT($left) }次。
commands-slurm = 已将array.sh、merge.sh和submit.sh写入{ $folder }。
    共{ $tasks }个任务，每个约有{ COUNT($share) }次谈判；一个任务应持续几分钟，而不是几秒。
    提交两个作业：bash { $script }
commands-failures = 有{ COUNT($n) }个点不能构成有意义的案例；其余已完成：
commands-failure = 第{ $point }点：{ $why }
commands-more-failures = 另有{ $n }个（见failures.csv）
commands-missing = 缺少{ COUNT($n) }次谈判：{ $runs }{ $more ->
    [0] {""}
   *[other] ，另有{ COUNT($more) }段
}
commands-missing-run = 第{ $point }点的第{ $first }–{ $last }次模拟
commands-sound = { $folder }：与plenary { $version } { $command }写入时一致：{ COUNT($files) }个文件、{ COUNT($tables) }张表、{ COUNT($rows) }行。
commands-sound-journals = { $folder }：日志完好；尚无表格。
commands-changed = { $folder }：与写入时不一致
commands-change = { $file }：{ $why }
commands-incomplete = 研究尚未完成：{ $missing }。
commands-mend = 修复日志并补做所缺：{ $command }
commands-rebuild = 表格可由日志重建：{ $command }
commands-unmerged = 已完成，但尚未合并：{ $command }
commands-again = 现有内容无法将其重建{ $by ->
    [seed] ；同样的命令加同样的随机种子会得到同样的结果，两者都在manifest.json中。
   *[folder] ：请用新文件夹重新运行命令。
}
commands-new-analyse = 查看其中权力如何分布
commands-interrupted-choices-left = 已中断：缺少的部分没有做。
