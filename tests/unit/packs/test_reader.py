"""Lines of a sheet: what each one is, in both languages and as an IME types it; nothing is lost."""

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SHOP, SHOP_JA
from trainer.packs.lines import SheetLine
from trainer.packs.reader import read_sheet
from trainer.script import Condition


def one(text: str) -> SheetLine:
    """The last line of a text."""
    return read_sheet(text).lines[-1]


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        ("== bag ==", "moment", {"name": "bag"}),
        ("＝＝　袋　＝＝", "moment", {"name": "袋"}),
        ("==bag", "moment", {"name": "bag"}),
        ("== bag = 袋のこと ==", "moment", {"name": "bag", "label": "袋のこと"}),
        ("@ door chime", "cue", {"text": "door chime"}),
        ("＠　ベルが鳴る", "cue", {"text": "ベルが鳴る"}),
        ("@ (if queue >= 1) somebody", "cue", {"text": "somebody", "condition": Condition("queue", ">=", 1)}),
        ("CLERK: Hello.", "say", {"key": "CLERK", "text": "Hello."}),
        ("CLERK：（softly）ごゆっくり。", "say", {"key": "CLERK", "tone": "softly", "text": "ごゆっくり。"}),
        ("受付：（そっと）（もし 列が1以上）はい", "say", {"tone": "softly", "condition": Condition("列", ">=", 1)}),
        ("CLERK: One thing: anything else?", "say", {"key": "CLERK", "text": "One thing: anything else?"}),
        ("CLERK: Counter # 2, anything else?", "say", {"text": "Counter # 2, anything else?"}),
        ("/ Hi.", "wording", {"text": "Hi."}),
        ("／(if visits >= 1) また", "wording", {"text": "また", "condition": Condition("visits", ">=", 1)}),
        ("> say hello", "reply", {"name": "say hello", "gesture": False}),
        ("＞　（うなずく）", "reply", {"name": "うなずく", "gesture": True}),
        ("> (nod) = (会釈する)", "reply", {"name": "nod", "label": "会釈する", "gesture": True}),
        ("> yes, a bag = 袋をもらう", "reply", {"name": "yes, a bag", "label": "袋をもらう"}),
        ("> later (if visits >= 1)", "reply", {"name": "later", "condition": Condition("visits", ">=", 1)}),
        (
            "> (if x = y) later = あとで",
            "reply",
            {"name": "later", "label": "あとで", "condition": Condition("x", "=", "y")},
        ),
        (
            "> later (if x = y) = あとで",
            "reply",
            {"name": "later", "label": "あとで", "condition": Condition("x", "=", "y")},
        ),
        ("- Yes.", "example", {"text": "Yes."}),
        ("-Yes.", "example", {"text": "Yes."}),
        ("・はい", "example", {"text": "はい"}),
        ("ーはい", "example", {"text": "はい"}),
        ("－はい", "example", {"text": "はい"}),
        ("– Yes.", "example", {"text": "Yes."}),
        ("- {item}", "example", {"text": "{item}"}),
        ("-> order", "arrow", {"name": "order"}),
        ("→ 待合へ", "arrow", {"name": "待合へ"}),
        ("ー＞　待合へ", "arrow", {"name": "待合へ"}),
        ("－＞待合へ", "arrow", {"name": "待合へ"}),
        ("-> warm (if item = rice ball)", "arrow", {"name": "warm", "condition": Condition("item", "=", "rice ball")}),
        ("→ 温め（もし 品 ＝ おにぎり）", "arrow", {"name": "温め", "condition": Condition("品", "=", "おにぎり")}),
        ("hint 1: Any answer.", "hint", {"level": 1, "text": "Any answer."}),
        ("＞ （もしもしと言わない）", "reply", {"name": "もしもしと言わない", "gesture": True, "condition": None}),
        ("相手：（もしもし）はい", "say", {"condition": None, "text": "（もしもし）はい"}),
        ("ヒント３：たとえば", "hint", {"level": 3, "text": "たとえば"}),
        ("repeat:", "event", {"key": "repeat"}),
        ("聞き返し：", "event", {"key": "repeat"}),
        ("silence 8s:", "event", {"key": "silence", "level": 8}),
        ("silence 20 seconds:", "event", {"key": "silence", "level": 20}),
        ("沈黙８秒：", "event", {"key": "silence", "level": 8}),
        ("沈黙　１０秒：", "event", {"key": "silence", "level": 10}),
        ("unclear:", "event", {"key": "unclear", "level": 1}),
        ("伝わらないとき２：", "event", {"key": "unclear", "level": 2}),
        ("not heard 2:", "event", {"key": "unheard", "level": 2}),
        ("聞こえなかったとき：", "event", {"key": "unheard", "level": 1}),
        ("goal: greet", "reach", {"text": "greet"}),
        ("目標：名乗る", "reach", {"text": "名乗る"}),
        ("set: visits + 1", "set", {"text": "visits + 1"}),
        ("記録：回数 ＋ １", "set", {"text": "回数 ＋ １"}),
        ("show hint 2", "show", {"level": 2}),
        ("ヒントを出す３", "show", {"level": 3}),
        ("on purpose", "purpose", {}),
        ("わざと", "purpose", {}),
        ("scene: At the shop", "head", {"key": "scene", "text": "At the shop"}),
        ("場面：お店", "head", {"key": "scene", "text": "お店"}),
        ("いちばん難しい：受付", "head", {"key": "hardest", "text": "受付"}),
        ("for facilitators: Ask.", "head", {"key": "facilitators", "text": "Ask."}),
        ("translation of: shop", "head", {"key": "translation", "text": "shop"}),
        ("person CLERK: Mori", "person", {"name": "CLERK", "text": "Mori"}),
        ("人物　受付：佐藤さん", "person", {"name": "受付", "text": "佐藤さん"}),
        ("goal greet (optional): Nod.", "goal", {"name": "greet (optional)", "text": "Nod."}),
        ("目標　名乗る（できれば）：言う。", "goal", {"name": "名乗る（できれば）"}),
        ("slot rice ball: plain | salted", "slot", {"name": "rice ball", "text": "plain | salted"}),
        ("聞き取る言葉　時間：二時｜三時", "slot", {"name": "時間", "text": "二時｜三時"}),
        ("memory visits = 0, keep", "memory", {"name": "visits", "text": "0, keep"}),
        ("覚えておく　回数＝０、次回も", "memory", {"name": "回数", "text": "０、次回も"}),
        ("dial queue: 0 to 2", "dial", {"name": "queue"}),
        ("負荷　列：0から1", "dial", {"name": "列"}),
        ("after: How tense? (scale 0 to 10)", "after", {"text": "How tense? (scale 0 to 10)"}),
        ("一歩　小：玄関に立つ。", "step", {"key": "small"}),
        ("step large: Go.", "step", {"key": "large"}),
        ("// a note", "note", {"text": "a note"}),
        ("／／メモ", "note", {"text": "メモ"}),
        ("※ メモ", "note", {"text": "メモ"}),
        ("// ok close-example: both are fine", "ok", {"name": "close-example", "text": "both are fine"}),
        ("※ ok close-example：どちらも自然", "ok", {"name": "close-example", "text": "どちらも自然"}),
        ("----------", "note", {}),
        ("", "blank", {}),
        ("　\t ", "blank", {}),
        ("just some words", "unknown", {"text": "just some words"}),
    ],
)
def test_what_a_line_is(text, kind, fields):
    line = one(text) if text else read_sheet("x\n\n").lines[-1]
    assert line.kind == kind
    assert {name: getattr(line, name) for name in fields} == fields


def test_a_middle_dot_means_or_under_speech_and_an_example_under_a_reply():
    lines = read_sheet(
        "受付：こんにちは。\n・ようこそ。\n\n・どうぞ。\n＞ はい\n・はい\n受付：どうも。\n※ メモ\n・はい。"
    ).lines
    assert [line.kind for line in lines if line.text and line.kind != "note"][1:] == [
        "wording",
        "wording",
        "reply",
        "example",
        "say",
        "wording",
    ]


def test_an_event_may_have_its_line_behind_the_colon():
    line = one("silence 8s: CLERK: (softly) Take your time.")
    assert (line.kind, line.inline.kind, line.inline.key, line.inline.tone) == ("event", "say", "CLERK", "softly")
    assert line.inline.column == 13


def test_lines_and_columns_count_from_one():
    lines = read_sheet("\ufeff== a ==\r\n\r\n　CLERK：（softly）はい\r  @ x").lines
    assert [(line.number, line.column) for line in lines] == [(1, 2), (2, 1), (3, 2), (4, 3)]
    assert lines[2].text_column == 16


@pytest.mark.parametrize("text", [RECEPTION, SHOP, SHOP_JA, BAKERY, BAKERY_JA], ids=["a", "b", "c", "d", "e"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_nothing_is_lost(text, end):
    written = text.replace("\n", end)
    assert read_sheet(written).text == written
    assert read_sheet(written.rstrip()).text == written.rstrip()
    assert [line.kind for line in read_sheet(written).lines] == [line.kind for line in read_sheet(text).lines]


def test_a_sheet_in_full_width_marks_means_the_same():
    wide = str.maketrans({":": "：", ">": "＞", "/": "／", "@": "＠", "(": "（", ")": "）", "=": "＝", " ": "　"})
    body = BAKERY[BAKERY.index("== anywhere") :]
    typed = body.translate(wide)
    assert [line.kind for line in read_sheet(typed).lines] == [line.kind for line in read_sheet(body).lines]


def test_no_word_is_cut_off_at_a_colon_inside_a_sentence():
    line = one("/ The time is 10:30, all right?")
    assert (line.kind, line.text) == ("wording", "The time is 10:30, all right?")
