### 全程序共用的数字、列举和词语。

number-leading-zero = yes
number-thousands = ,
number-percent = { $number }%

list-comma = 、
list-and = { $head }和{ $last }
list-more = { $head }及另外{ COUNT($more) }个
list-nobody = 无
list-named = { $name }：{ $what }
list-bracketed = { $text }（{ $inside }）
list-sentences = { $items }。
