"""Yes and no, where they have been got wrong before."""

from dataclasses import replace

import pytest

from trainer.lexicon.sudachi import SudachiReader
from trainer.understanding import english_signs, japanese_signs
from trainer.understanding.phrase import NO, QUESTION, UNSURE, YES, shortened

READER = SudachiReader()


def english(text):
    return english_signs.read(shortened(text))


def japanese(text):
    return japanese_signs.read(shortened(text), READER)


@pytest.mark.parametrize(
    "text",
    [
        "no problem",
        "no objection",
        "why not",
        "I wouldn't miss it",
        "not bad",
        "I don't mind",
        "I can't wait",
        "please don't cancel it",
        "I'd be comfortable with that",
        "yes please",
        "I wouldn't say no",
        "I don't see why not",
        "never better, thanks",
        "it wouldn't hurt",
        "I have nothing against it",
        "it's no bother",
        "can't you heat it",
        "please continue",
    ],
)
def test_english_phrases_that_affirm(text):
    assert english(text).sign == 1


@pytest.mark.parametrize(
    "text",
    [
        "no thank you",
        "I can't work nights",
        "I won't be needing a bag",
        "it makes no sense to me",
        "without milk or sugar",
        "I am unable to come",
        "never",
        "not so good today",
        "dont heat it",
        "I have no food allergy",
        "I've stopped smoking",
        "leave out the ice",
        "I would say no",
    ],
)
def test_english_phrases_that_deny(text):
    assert english(text).sign == -1


def test_no_as_an_answer_is_not_a_negation():
    assert NO in english("no, I have a bag").acts
    assert english("no, I have a bag").marks["bag"] == 1
    assert NO not in english("no bag please").acts
    assert english("no bag please").marks["bag"] == -1


def test_scope_reaches_over_or_and_stops_at_but():
    marks = english("without milk or sugar").marks
    assert (marks["milk"], marks["sugar"]) == (-1, -1)
    marks = english("no milk but sugar please").marks
    assert (marks["milk"], marks["sugar"]) == (-1, 1)


def test_not_sure_is_neither():
    assert UNSURE in english("I'm not sure yet").acts


@pytest.mark.parametrize(
    "text",
    [
        "すみません、袋をお願いします",
        "問題ありません",
        "かまいません",
        "夜勤でも構いません",
        "撮ってもらって構いませんよ",
        "心配いりません",
        "忘れていません",
        "困っていません",
        "嫌じゃないです",
        "迷惑ではありません",
        "間違いないです",
        "行かなければいけません",
        "行かないとだめです",
        "行かなきゃ",
        "一緒に行きませんか",
        "わからなくはないです",
        "悪くないです",
        "案内してください",
        "お話を聞きたいです",
        "市内に住んでいます",
    ],
)
def test_japanese_phrases_that_affirm(text):
    assert japanese(text).sign == 1


@pytest.mark.parametrize(
    "text",
    [
        "袋はいりません",
        "温めなくていいです",
        "あたためなくてだいじょうぶです",
        "行けないと思います",
        "その案ではいけないと思います",
        "間違いだと思います",
        "行けなさそうです",
        "行かなくても大丈夫です",
        "結構です",
        "もういいです",
        "夜勤は無理です",
        "入れないでください",
        "袋なしで",
        "袋なしで大丈夫です",
        "袋なしでかまいません",
        "なくて構いません",
        "現金でなくても構いません",
        "なくても困りません",
        "止めておきます",
        "遠慮しておきます",
    ],
)
def test_japanese_phrases_that_deny(text):
    assert japanese(text).sign == -1


@pytest.mark.parametrize("text", ["砂糖なしミルクありで", "砂糖はいらないけどミルクはほしい", "砂糖なしでミルクを一つ"])
def test_japanese_scope_is_its_own_clause(text):
    assert japanese(text).marks["ミルク"] == 1


def test_japanese_with_the_noun_before_nashi():
    marks = japanese("砂糖ありミルクなしで").marks
    assert (marks["砂糖"], marks["ミルク"]) == (1, -1)


@pytest.mark.parametrize(
    ("text", "denied", "meant"),
    [
        ("延長しないで返しておきます", "延長", "返す"),
        ("今日は遅れずに行けます", "遅れる", "行く"),
        ("後ろはいいから前をお願い", "後ろ", "前"),
    ],
)
def test_what_is_done_instead_is_not_denied(text, denied, meant):
    marks = japanese(text).marks
    assert (marks[denied], marks[meant]) == (-1, 1)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("切らないでもらえますか", "切る"),
        ("砂糖を入れないでお願いします", "入れる"),
        ("急がなくて大丈夫です", "急ぐ"),
        ("時間がなくて行けません", "行く"),
        ("飲むのを忘れていました", "飲む"),
    ],
)
def test_a_denial_that_goes_on(text, word):
    assert japanese(text).marks[word] == -1
    assert japanese(text).sign == -1


@pytest.mark.parametrize(
    ("text", "denied", "meant"),
    [
        ("a tea instead of coffee", "coffe", "tea"),
        ("I'd rather pay cash than use the card", "card", "cash"),
        ("I'll have it unsliced, thanks", "slic", "hav"),
        ("I'd hate to lose this number", "los", "would"),
    ],
)
def test_what_something_else_is_taken_for_is_denied(text, denied, meant):
    marks = english(text).marks
    assert marks[denied] == -1
    assert marks.get(meant, 1) == 1


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("I'm not in a hurry so I'll stay", "i have time so i will stay"),
        ("we are in a rush", "we have no time"),
        ("please leave my number the way it is", "please keep my number"),
        ("I could use a bag", "i want a bag"),
        ("I would like to use a bag", "i would like to use a bag"),
        ("we are united", "we are united"),
        ("I do want it delivered", "i want it delivered"),
        ("do I need one", "do i need one"),
    ],
)
def test_turns_are_put_plainly(text, plainly):
    assert english(text).clean == plainly


def test_answers_and_invitations():
    assert YES in japanese("はい、袋もお願いします").acts
    assert NO in japanese("いえ、大丈夫です").acts
    assert QUESTION in japanese("一緒に行きませんか").acts


def test_daijoubu_alone_has_no_sign_of_its_own():
    assert not japanese("大丈夫です").acts & {YES, NO}


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("えっと、袋をください", "袋をください"),
        ("あ、あの、袋 を ください", "袋をください"),
        ("コーヒーじゃなくて紅茶をください", "紅茶をください"),
        ("はい、袋をください", "はい、袋をください"),
    ],
)
def test_japanese_hesitation_is_forgiven(said, left):
    assert japanese(said).clean == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("um yes uh please", "yes please"),
        ("can I can I have a tea", "can i have a tea"),
        ("a coffee no wait a tea please", "a tea please"),
        ("um", "um"),
    ],
)
def test_english_hesitation_is_forgiven(said, left):
    assert english(said).clean == left


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("it's too loud for me", -1),
        ("it's not too loud", 1),
        ("me too", 1),
        ("waiting is a problem for me", -1),
        ("it isn't a problem", 1),
        ("I do mind photos", -1),
        ("do you mind if I sit here", 1),
        ("I doubt that would work", -1),
        ("I don't doubt you", 1),
        ("night work is impossible", -1),
    ],
)
def test_english_words_that_deny_by_themselves(text, sign):
    assert english(text).sign == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("夜勤はちょっと", -1),
        ("ちょっと待ってください", 1),
        ("なければ困ります", 1),
        ("袋なしでお願いします", -1),
        ("電気を消してください", -1),
        ("会場はどこですか", 1),
        ("届けしてください", 1),
    ],
)
def test_japanese_ways_to_decline_and_to_need(text, sign):
    assert japanese(text).sign == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("コートを着ないとさすがに寒いです", 1),
        ("窓を開けないと暑くて、開けてください", 1),
        ("傘なしだと濡れちゃいます", 1),
        ("薬がないと眠れません", 1),
        ("もう我慢できないので、つけてください", 1),
        ("扇風機をつけると寒いです", -1),
        ("そんなんいらんわ", -1),
        ("電話はようできん", -1),
        ("傘なしで行けます", -1),
        ("雨が降ると思います", 1),
        ("行かないと思います", -1),
        ("荷物が重いと思います", 1),
    ],
)
def test_japanese_what_it_would_come_to_tells_what_is_wanted(text, sign):
    assert japanese(text).sign == sign


@pytest.mark.parametrize(
    "text",
    ["the cat doesn't bite", "she doesn't mind waiting", "it won't hurt", "we've no preference", "there's no hurry"],
)
def test_english_what_does_no_harm_is_no_no(text):
    assert english(text).sign == 1


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("I'm not on my own today", "I am with someone today"),
        ("there's nobody with me", "alone"),
        ("I can't manage without a bag", "I need a bag"),
        ("I wouldn't get lost without a map", "I would not need a map"),
        ("leave the breakfast off the bill", "no breakfast the bill"),
        ("I'd like to give up my old number", "I would like to not keep my old number"),
        ("there's nothing left to do", "there is all finished"),
        ("I'm away then", "I am not free then"),
        ("could you please heat it", "please heat it"),
        ("would you be able to help me", "please help me"),
        ("would you mind waiting", "please waiting"),
        ("could I have it heated", "I would like it heated"),
    ],
)
def test_english_turns_are_said_plainly_before_they_are_read(text, same):
    said, plain = english(text), english(same)
    assert said.clean == plain.clean or said.marks == plain.marks
    assert said.sign == plain.sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("I haven't got a bag with me, so please", 1),
        ("I've got none at home, so yes please", 1),
        ("no bag, please", -1),
        ("I don't have time, so please don't", -1),
        ("I'll slice it myself", -1),
        ("I don't want to slice it myself", 1),
        ("he does mind being stroked", -1),
        ("not without breakfast", 1),
        ("I can't wait any longer", -1),
        ("I can't wait to see it", 1),
        ("it won't take very long", 1),
        ("I'll give it a miss", -1),
        ("we're just out of bags", -1),
        ("why don't you leave it here", 1),
        ("I didn't forget my card", 1),
        ("that's the last thing I need", -1),
    ],
)
def test_english_where_the_end_or_who_does_it_tells(text, sign):
    assert english(text).sign == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("シャンプーなしで切ってもらえますか", -1),
        ("朝食なしのプランがいいです", -1),
        ("シャンプー抜きのコースにします", -1),
        ("わさび抜いてください", -1),
        ("朝ごはんは忘れずに食べました", 1),
        ("ここで靴を脱いでいいですか", 1),
        ("砂糖なしでミルクはありで", 1),
        ("知らない方と一緒でも平気です", 1),
        ("知らない人がいると行きません", -1),
        ("食べられないものはありません", -1),
        ("やったことのない仕事でも大丈夫です", 1),
        ("行かない人です", -1),
        ("辛さ控えめでお願いします", -1),
        ("なんとか乗り遅れずにすみました", 1),
        ("結局乗り遅れてしまいました", -1),
        ("朝の薬はまだなんです", -1),
        ("これから飲むところです", -1),
        ("さっき飲んだところです", 1),
        ("電車に間に合ってよかったです", 1),
        ("もう間に合っています", -1),
        ("やっぱりカードはやめて現金にします", 1),
        ("カードはやめてください", -1),
        ("残さず食べました", 1),
        ("量がすくないです", 1),
        ("部屋がきたなくて、すみません", 1),
        ("お金がないです", -1),
        ("映画はつまらなかったです", -1),
        ("迷わず来られました", 1),
        ("ちょっと問題があります", -1),
        ("何も問題ありません", 1),
        ("いいんじゃない？", 1),
        ("またにします", -1),
        ("今日はよしておきます", -1),
        ("カラオケはあんまり", -1),
        ("いいや、持ってきてます", -1),
        ("行かない方がいいです", -1),
        ("食べないことにします", -1),
    ],
)
def test_japanese_without_and_with(text, sign):
    assert japanese(text).sign == sign


def test_japanese_what_is_liked_less_or_given_up_is_denied_and_only_that():
    rather = japanese("通路側より窓側のほうがいいです").marks
    assert rather["通路"] == -1
    assert rather["窓側"] == 1
    other = japanese("やっぱりカードはやめて現金にします").marks
    assert (other["カード"], other["現金"]) == (-1, 1)
    assert japanese("昨日よりいいです").marks["昨日"] == 1


def test_words_without_a_gloss_are_told():
    glossary = {"袋": "bag"}
    assert japanese_signs.read("袋", READER, glossary).told == 1.0
    assert japanese_signs.read("鋸", READER, glossary).told == 0.0
    assert japanese_signs.read("鋸", READER, glossary).meaning == ""


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("they're no friends of mine so I can't sign for it", -1),
        ("I don't think so, not really", -1),
        ("don't bother putting it in", -1),
        ("I've yet to take it", -1),
        ("can you not slice it", -1),
        ("it's over there, isn't it", 1),
        ("I'm not unhappy with it", 1),
    ],
)
def test_each_english_clause_denies_by_itself(text, sign):
    assert english(text).sign == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("木曜はあいてないです、金曜なら", -1),
        ("連絡はけっこうです、また来ますので", -1),
        ("時間がちょっと…", -1),
        ("それで結構です", 1),
        ("遠慮なくいただきます", 1),
        ("行かないことはないです", 1),
        ("家が近いのであとで寄ります", 1),
    ],
)
def test_what_is_added_in_japanese_takes_nothing_back(text, sign):
    assert japanese(text).sign == sign


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("温めてもらえますか", "温めてください"),
        ("温めていただけませんか？", "温めてください"),
        ("温めてもらってもいいですか", "温めてください"),
        ("温めないでもらえますか", "温めないでください"),
        ("袋に入れてくれますか、すみません", "袋に入れてください、すみません"),
        ("待ってくれる？", "待ってください"),
        ("袋もらえますか", "袋ください"),
        ("温めをお願いできますか", "温めをお願いします"),
    ],
)
def test_a_japanese_request_is_read_as_the_plain_one(said, plainly):
    read, plain = japanese(said), japanese(plainly)
    assert replace(read, shown={}) == replace(plain, shown={})
    assert all(word in said for word in read.shown.values())


@pytest.mark.parametrize(
    "said", ["誰も来てくれない", "母が送ってくれる", "手伝ってもらえると助かります", "来てくれる人がいます"]
)
def test_what_is_told_in_japanese_is_no_request(said):
    assert japanese(said).clean == said


@pytest.mark.parametrize(
    "said", ["what can you do", "how would you get there", "would you like some tea", "where can we get the bus"]
)
def test_what_is_asked_in_english_is_no_request(said):
    assert english(said).clean == said
