"""Everyday opposites that are not a yes and a no: warm and cold, here and to take away, today and tomorrow.

Our own short list; each line is a set of words that exclude each other. English words are stems, Japanese words
dictionary forms in their usual spelling.
"""

from __future__ import annotations

from trainer.understanding import english
from trainer.understanding.listed import listed

_ENGLISH = """
hot cold iced
warm cool
more less fewer
big small
large small medium
tall short
long short
many few
early late
before after
first last
now later
today tomorrow yesterday
tonight tomorrow
morning afternoon evening night
day night
weekday weekend
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
in out
inside outside
up down
upstairs downstairs
left right
front back
near far
here takeaway
here away
stay leave
stay go
come go
come leave
arrive leave
enter leave
start end
start finish
begin finish
open close
push pull
give take
give receive
lend borrow
buy sell
send receive
ask answer
ask tell
teach learn
win lose
remember forget
find lose
sit stand
walk bus taxi train
drive walk
eat drink
cash card
single return
single double
one two three four
alone together
together separate
same different
change same
change keep
slow fast
slow quick
slow hurry
loud quiet
louder quieter
loud soft
high low
higher lower
raise lower
increase decrease
add remove
cheap expensive
free paid
full empty
full hungry
heavy light
dark bright
dark light
black white milk
new old
young old
strong weak
strong mild
sweet bitter
spicy mild
dry wet
clean dirty
hard soft
rich poor
happy sad
better worse
tired rested
awake asleep
wake sleep
window aisle
north south east west
summer winter spring autumn
lock unlock
play pause
buy refund
deliver collect
read write
speak listen
talk listen
call email
call text
man woman
mother father
parent child
teacher student
meat fish vegetable
tea coffee
beer wine
bus train
""".strip().splitlines()
_JAPANESE = """
熱い 冷たい
暑い 寒い
温かい 冷たい
暖かい 涼しい
ホット アイス
温める そのまま
温める 冷やす
持ち帰り 店内
持ち帰る 食べる
多い 少ない
多め 少なめ
もっと 少し
増やす 減らす
大きい 小さい
大盛り 並盛り 小盛り
長い 短い
長め 短め
早い 遅い
速い 遅い
速い ゆっくり
急ぐ ゆっくり
早番 遅番
前 後
先 後
最初 最後
今 後
今日 明日 明後日 昨日
今週 来週 先週
今月 来月 先月
今年 来年 去年
朝 昼 夜
午前 午後
昼間 夜
平日 週末
平日 土日
月曜 火曜 水曜 木曜 金曜 土曜 日曜
春 夏 秋 冬
中 外
上 下
上げる 下げる
右 左
表 裏
前 後ろ
近い 遠い
東 西 南 北
入る 出る
入れる 出す
入れる 抜く
入れる 外す
行く 来る
行く 帰る
出掛ける 帰る
着く 出る
乗る 降りる
始める 終わる
始まる 終わる
開始 終了
開ける 閉める
開く 閉まる
点ける 消す
付ける 消す
付ける 外す
使う 空く
塞がる 空く
押す 引く
着る 脱ぐ
遣る 貰う
上げる 貰う
渡す 受け取る
貸す 借りる
借りる 返す
買う 売る
送る 届く
聞く 話す
聞く 教える
聞く 答える
教える 習う
立つ 座る
覚える 忘れる
見付かる 無くす
増える 減る
残す 捨てる
置く 持つ
勝つ 負ける
起きる 寝る
まとめる 別々
一緒 別々
一緒 一人
一緒 別
一人 二人 三人
一つ 二つ 三つ
一 二 三 四
同じ 違う
同じ 別
其の儘 変える
このまま 変える
全部 一部
全部 半分
両方 片方
高い 安い
高い 低い
無料 有料
現金 カード
現金 スマホ
片道 往復
窓側 通路
窓側 通路側
禁煙 喫煙
濃い 薄い
甘い 辛い
強い 弱い
重い 軽い
明るい 暗い
新しい 古い
若い 老人
広い 狭い
固い 柔らかい
忙しい 暇
煩い 静か
大声 小声
元気 疲れる
楽しい つまらない
嬉しい 悲しい
肉 魚
御飯 パン
コーヒー 紅茶 御茶
電話 メール
歩く バス タクシー 電車
男 女
父 母
大人 子供
砂糖 ミルク
予約 キャンセル
満席 空席
再生 停止
延長 短縮
""".strip().splitlines()


def _table() -> dict[str, frozenset[str]]:
    """Every word with the words that exclude it."""
    found: dict[str, set[str]] = {}
    lines = [[english.stem(word.lower()) for word in listed(line)] for line in _ENGLISH]
    for group in lines + [listed(line) for line in _JAPANESE]:
        for word in group:
            found.setdefault(word, set()).update(other for other in group if other != word)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _table()
"""Stem or dictionary form -> what it is not."""
NOTHING: frozenset[str] = frozenset()
