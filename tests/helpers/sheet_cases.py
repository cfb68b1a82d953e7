"""Sheets with one thing to find, made from a small sheet without any finding: code, sheet, line.

Each case changes places of the sheet; `§` marks the line where the finding must stand and is taken out again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SHEETS = Path(__file__).parents[1] / "data" / "sheets"
BAKERY = (SHEETS / "small/bakery.scene.txt").read_text(encoding="utf-8")
BAKERY_JA = (SHEETS / "small/bakery.ja.scene.txt").read_text(encoding="utf-8")
SHOP = (SHEETS / "pack/scenes/shop-counter.scene.txt").read_text(encoding="utf-8")
SHOP_JA = (SHEETS / "pack/translations/ja/shop-counter.scene.txt").read_text(encoding="utf-8")
SHOP_TOML = (SHEETS / "pack/pack.toml").read_text(encoding="utf-8")
RECEPTION = (SHEETS / "reception.scene.txt").read_text(encoding="utf-8")

Edit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A finding to be made: the name of the test, the code, the sheet and the line it must stand at."""

    name: str
    code: str
    text: str
    line: int


def changed(text: str, *edits: Edit) -> str:
    """The text with some places changed; each of them must be there exactly once."""
    for old, new in edits:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return text


def case(code: str, *edits: Edit, name: str = "", base: str = BAKERY) -> Case:
    """A case made by changing places of a sheet."""
    text = changed(base, *edits)
    line = next(number for number, line in enumerate(text.split("\n"), start=1) if "§" in line)
    return Case(name or code, code, text.replace("§", ""), line)


WARM = "BAKER: Shall I warm it up?"
BELL = "@ a bell over the door"
PAY = "== pay =="
LEAVING = "== leaving =="
TOP = "// A small scene"
SHAKE = "> (shake your head)\n"
ROUND = "\nBAKER: Down here.\n/ Here.\n-> stairs\n\n== stairs ==\nBAKER: Round.\n/ Up.\n-> cellar\n\n== pay =="
SHED = """== shed ==§
BAKER: Flour.
/ More flour.
> look around
  - I see.
  - Oh, flour.
  - So much of it.
  -> again
> (nod)
  -> again
hint 1: Look around.
hint 2: One word.
hint 3: A nod.
silence 8s:
  @ flour
unclear:
  @ flour

== pay =="""

WRITING = (
    case("unknown-line", (BELL, "* a bell over the door§")),
    case("unknown-line", ("hint 2: One word or", "hnt 2: One word§ or"), name="misspelt hint"),
    case("unknown-line", ("minutes: 4", "minuts: 4§"), name="misspelt head"),
    case("unknown-line", ("minutes: 4", "colour: blue§"), name="unknown head"),
    case("missing-colon", (WARM, "BAKER Shall I warm it up?§")),
    case("missing-colon", ("repeat:\n", "repeat§\n"), name="keyword without a colon"),
    case("plain-line", ("/ Would you like it warm?", "/ Would you like\nit warm?§"), name="Enter in a sentence"),
    case("plain-line", (BELL, "a bell over the door§")),
    case("unknown-speaker", (WARM, "BAKR: Shall I warm it up?§"), name="misspelt speaker"),
    case("unknown-speaker", (WARM, "MAYOR: Shall I warm it up?§")),
    case("empty-line", ("/ Would you like it warm?", "/§")),
    case("empty-line", ("BAKER: Sorry, shall I warm it?", "BAKER:§"), name="nothing said"),
    case("empty-line", ("  -> pay\n> no, as it is", "  ->§\n> no, as it is"), name="arrow to nowhere"),
    case("hidden-character", (WARM, "BAKER: Shall I \u202ewarm it up?§")),
    case("hidden-character", (WARM, "BAKER: Shall I warm\u200b it up?§"), name="zero width"),
    case("hidden-character", (WARM, "BAKER: Shall\0 I warm it up?§"), name="NUL"),
    case("outside-moment", ("setting: bakery", "BAKER: Too early.§\nsetting: bakery")),
    case("example-without-reply", ("BAKER: What can I get you?", "BAKER: What can I get you?\n- What now?§")),
    case("wording-without-line", (BELL, "/ a bell over the door§")),
    case("duplicate-moment", (LEAVING, "== Warm ==§\nBAKER: Again.\n-> end\n\n== leaving ==")),
    case("duplicate-reply", (SHAKE, "> No, as it is§\n  - No.\n  -> pay\n> (shake your head)\n")),
    case("duplicate-event", ("silence 20s:\n", "silence 8s:§\n")),
    case("duplicate-hint", ('hint 3: You could say: "Hello."', 'hint 2: You could say: "Hello."§')),
    case("condition-unclear", ("(if queue >= 2)", "(if queue >= 2 and visits > 1)§")),
    case("condition-unclear", ("(if roll = raisin)", "(if raisin)§"), name="condition without a sign"),
    case("unknown-tone", ("(softly) You can point, too.", "(laughing) You can point, too.§")),
    case("head-missing", ("id: bakery\n", ""), (TOP, f"{TOP}§")),
    case("head-value", ("level: 3", "level: many§")),
    case("head-value", ("level: 3", "level: 11§"), name="level too high"),
    case("head-value", ("language: en", "language: klingon§"), name="language"),
    case("head-value", ("setting: bakery", "setting: moon§"), name="setting"),
    case("head-value", ("id: bakery", "id: the bakery!§"), name="id"),
    case("head-value", ("dial queue: 0 to 2", "dial queue: 0 to 9§"), name="dial range"),
    case("head-value", ("number 1 to 4, usually 1", "number 1 to 4, usually 7§"), name="usual"),
    case("head-value", ("memory visits = 0, keep", "memory visits = 0, forever§"), name="memory"),
    case("duplicate-name", ("about: You", "about: Once more.\nabout: You§")),
    case("duplicate-name", ("goal order: Say", "goal greet: Twice.§\ngoal order: Say"), name="goal twice"),
    case("set-unclear", ("  set: warm = yes", "  set: warm if you like§")),
    case("set-unclear", ("  set: warm = yes", "  set: warm + 1§"), name="adding to a word"),
    case("event-number", ("silence 20s:", "silence 900s:§")),
    case("event-number", ("unclear 2:", "unclear 7:§"), name="unclear 7"),
    case("gesture-with-words", (SHAKE, "> (shake your head)\n  - Nothing.§\n")),
    case("purpose-without-reply", (BELL, f"{BELL}\non purpose§")),
    case("ok-unknown", ("== warm ==", "// ok close-exampel: both are fine§\n== warm ==")),
    case("ok-unused", ("== warm ==", "// ok no-silence: nothing happens here§\n== warm ==")),
    case("ok-error", ("== warm ==", "// ok goto-unknown: later§\n== warm ==")),
    case("ok-no-reason", (f"{WARM}\n/ Would you like it warm?", f"// ok one-wording§\n{WARM}")),
    case("line-too-long", (BELL, "// " + "x" * 2100 + "§")),
    case("too-many-lines", (TOP, TOP + "\n//" * 19_998 + "\n//§" + "\n//" * 500)),
    case("text-too-long", (TOP, f"{TOP}§" + "\n// note" * 70_000)),
    case(
        "too-many-moments",
        (PAY, "".join(f"== room {n} =={'§' if n == 297 else ''}\nBAKER: Hm.\n-> pay\n" for n in range(299)) + PAY),
    ),
    case("too-many-replies", (SHAKE, "".join(f"> (sign {n}){'§' * (n == 10)}\n  -> pay\n" for n in range(12)))),
    case(
        "too-many-examples",
        ("> yes, warm it\n", "> yes, warm it§\n" + "".join(f"  - Yes, {'very ' * n}warm.\n" for n in range(50))),
    ),
    case(
        "too-many-names",
        (TOP, f"{TOP}§"),
        ("memory warm = no\n", "memory warm = no\n" + "".join(f"memory m{n} = 0\n" for n in range(60))),
    ),
)

FLOW = (
    case("goto-unknown", ("  -> warm (if roll = raisin)", "  -> wram (if roll = raisin)§")),
    case("goto-unknown", ("-> end\n\nafter", "-> somewhere far away§\n-> end\n\nafter"), name="goto far away"),
    case("no-way-to-end", (PAY, f"== cellar ==§{ROUND}")),
    case("no-early-exit", ("  -> leaving\n\n== arrive ==", "  -> again\n\n== arrive ==§"), base=SHOP),
    case("goto-no-fallback", ("  -> warm (if roll = raisin)\n  -> pay\n", "  -> warm (if roll = raisin)§\n")),
    case("goto-hidden", ("  -> warm (if roll = raisin)\n  -> pay\n", "  -> pay\n  -> warm (if roll = raisin)§\n")),
    case("moment-unreachable", (PAY, "== attic ==§\nBAKER: Up here.\n/ Here.\n-> end\n\n== pay ==")),
    case("reply-stays", ("> (shake your head)\n  -> pay\n", "> (shake your head)§\n")),
    case("never-true", ("(if queue >= 2)", "(if queue >= 3)§")),
    case("never-true", ("(if roll = raisin)", "(if roll = cake)§"), name="value not in the slot"),
    case("never-true", ("(if visits >= 1)", "(if visits < 0)§"), name="counter below its start"),
    case("goal-unknown", ("I'd like the {roll}.\n  goal: order", "I'd like the {roll}.\n  goal: ordr§")),
    case("goal-never-reached", ("goal order: Say", "goal sit: Sit down.§\ngoal order: Say")),
    case("name-unknown", ("(if queue >= 1)", "(if crowd >= 1)§")),
    case("name-unknown", ("  set: warm = yes", "  set: roll temperature = yes§"), name="set an unknown name"),
    case("slot-unknown", ("  - I'd like the {roll}.", "  - I'd like the {rol}.§")),
    case("slot-bracket", ("  - I'd like the {roll}.", "  - I'd like the {roll.§")),
    case(
        "slot-empty",
        ("memory warm = no\n", "memory warm = no\nslot size: small | big\n"),
        ("(softly) You can point, too.", "(softly) A {size} one?§"),
    ),
    case("only-leaving", ("as it is, then.\n  -> pay\n", "as it is, then.\n  -> shed\n"), (PAY, SHED)),
    case("never-listens", (PAY, f"== cellar ==§{ROUND}")),
    case("line-after-arrow", ("  goal: greet\n  -> choose\n> (nod)", "  -> choose\n  goal: greet§\n> (nod)")),
    case("hardest-unknown", ("hardest: choose", "hardest: chose§")),
    case("set-value", ("  set: roll = sesame", "  set: roll = cake§")),
    Case("no-moments", "no-moments", "scene: Empty\nid: empty\nlanguage: en\n", 1),
    case("name-clash", ("memory warm = no", "memory warm = no\nmemory count = 0§")),
    case(
        "name-clash", (LEAVING, "== end ==§\nBAKER: Bye.\n/ Bye now.\n-> leaving\n\n== leaving =="), name="called end"
    ),
    case(
        "silent-moment",
        (f"== warm ==\n{WARM}\n/ ", "== warm ==§\nBAKER: (if queue >= 1) Shall I warm it up?\n/ (if queue >= 2) "),
    ),
    case(
        "event-hidden", ("  BAKER: Sorry, my ears today.\n", "  -> choose\n"), ("  show hint 3\n", "  show hint 3§\n")
    ),
    case(
        "event-hidden",
        ("  BAKER: (softly) Take your time.\n", "  -> pay\n"),
        ("20s:\n  -> ch", "20s:\n  §-> ch"),
        name="silence",
    ),
    case("unheard-without-dial", ("dial unheard: 0 to 2\n", ""), ("== arrive ==", "== arrive ==§")),
    case("dial-unused", ("dial queue: 0 to 2", "dial queue: 0 to 2\ndial surprise: 0 to 1§")),
    case(
        "dial-unused",
        ("dial unheard: 0 to 2", "負荷　聞き返され：０から２§"),
        ("not heard:\n  BAKER: Sorry, it is loud in here. Once more?\n", ""),
        name="unheard does nothing",
    ),
    case("events-without-replies", (PAY, "== bench ==§\nBAKER: Sit.\n/ Sit down.\nsilence 8s:\n  -> pay\n\n== pay ==")),
)

REPLIES = (
    case("reply-no-examples", (SHAKE, "> say nothing§\n  -> pay\n> (shake your head)\n")),
    case("same-example", ("  - Warm, please.", "  - No, thank you!"), ("  - No, thank you.", "  - No, thank you.§")),
    case("same-example", ("  - Hi there.", "  - Once more, please.§"), name="same as anywhere"),
    case("two-way-answer", ("  - It's fine cold.", "  - I'm fine.§")),
    case(
        "yes-without-no",
        ("> yes, warm it\n", "> yes, warm it§\n"),
        (
            "  - No, thank you.\n  - It's fine cold.\n  - Leave it as it is.\n",
            "  - Cold.\n  - Cold, please.\n  - As it is.\n",
        ),
        (SHAKE, "> (point)\n"),
    ),
    case("reply-few-examples", ("> yes, warm it\n  - Yes, please.\n", "> yes, warm it§\n")),
)

SUPPORT = (
    case("hint-missing", ("hint 2: One word or a nod is enough.\n", ""), ("== arrive ==", "== arrive ==§")),
    case("no-silence", ("silence 8s:\n  BAKER: (softly) You can point, too.\n", ""), ("== choose ==", "== choose ==§")),
    case(
        "no-unclear", ("unclear:\n  BAKER: Sorry, which one would you like?\n", ""), ("== choose ==", "== choose ==§")
    ),
    case("hint1-tells", ("hint 1: Either answer is fine.", "hint 1: You can say yes, please.§")),
    case(
        "no-quiet-way-on",
        ("> (shake your head)\n  -> pay\n", ""),
        ("it is, then.\n  -> pay\n", "it is, then.\n"),
        ("== warm ==", "== warm ==§"),
    ),
    case("silence-short", ("silence 8s:\n  BAKER: (softly) You can", "silence 3s:§\n  BAKER: (softly) You can")),
    case("arc-missing", ("step middle: Go in and look around.\n", ""), (TOP, f"{TOP}§")),
    case("one-wording", (f"{WARM}\n/ Would you like it warm?", f"{WARM}§")),
)

KINDNESS = (
    case("may-shame", (WARM, "BAKER: Why didn't you speak up?§")),
    case("may-shame", ("hint 1: Either answer is fine.", "hint 1: Everybody is normal here.§"), name="normal"),
    case("may-shame", ("BAKER: Sorry, my ears today.", "BAKER: Louder, please.§"), name="blame in unclear"),
    case("may-hurry", (WARM, "BAKER: Hurry up, shall I warm it?§")),
    case("may-belittle", ("hint 1: Either answer is fine.", "hint 1: This one is easy.§")),
    case("may-press", (WARM, "BAKER: Cheer up! Shall I warm it up?§")),
    case("may-judge", ("closing: Rest a little now.", "closing: Your score was high today.§")),
    case("not-ordinary", (WARM, "BAKER: Poor thing. Shall I warm it up?§")),
    case("imperative-hint", ("hint 1: Either answer is fine.", "hint 1: You must answer now.§")),
    case(
        "judged-goal", ("goal greet: Answer the greeting. A nod counts.", "goal greet: Answer the greeting properly.§")
    ),
    case("level-vs-stress", ("level: 3", "level: 1"), (BELL, "@ somebody sighs behind you§")),
    case("level-vs-stress", ("level: 3", "level: 1"), ("queue: 0 to 2", "queue: 1 to 2§"), name="queue from the start"),
)

READING = (
    case("long-line", (WARM, f"BAKER: {'If you like I can put it into the oven over there ' * 2}for you.§")),
    case("two-questions", (WARM, "BAKER: Shall I warm it up? Or do you eat it here?§")),
    case("numbers-as-digits", ("{count} {roll}, two hundred yen.", "{count} {roll}, 200 yen.§")),
    case("not-readable", ("{count} {roll}, two hundred yen.", "{count} {roll} 🍞, two hundred yen.§")),
)

SOURCE_CASES = (*WRITING, *FLOW, *REPLIES, *SUPPORT, *KINDNESS, *READING)


def ja(code: str, *edits: Edit, name: str = "") -> Case:
    """A case in the Japanese sheet."""
    return case(code, *edits, name=f"ja {name or code}", base=BAKERY_JA)


TRANSLATION_CASES = (
    ja(
        "translation-missing",
        ("BAKER：温めますか。\n・温めは、いかがなさいますか。\n", ""),
        ("＝＝ warm ＝＝", "＝＝ warm ＝＝§"),
    ),
    ja("translation-missing", ("場面：パン屋さんで\n", ""), ("翻訳元：bakery", "翻訳元：bakery§"), name="title"),
    ja("translation-missing", ("＞ no, as it is ＝ そのまま\n", "＞ no, as it is§\n"), name="label"),
    ja("translation-incomplete", ("ヒント１：どちらでも大丈夫です。\n", ""), ("翻訳元：bakery", "翻訳元：bakery§")),
    ja("translation-orphan", ("＞ （shake your head）", "＞ wave ＝ 手をふる§\n・やあ\n＞ （shake your head）")),
    ja(
        "translation-orphan",
        ("・温めは、いかがなさいますか。", "・温めは、いかがなさいますか。\nBAKER：もう一言。§"),
        name="line",
    ),
    ja(
        "translation-slot",
        ("BAKER：{roll}が{count}つですね。", "BAKER：{count}つですね。§"),
        ("・{roll}を{count}つ、", "・{count}つ、"),
    ),
    ja("translation-of", ("翻訳元：bakery", "翻訳元：butcher§")),
    ja("translation-speaker", ("BAKER：温めますか。", "GUEST：温めますか。§")),
    ja("translation-language", ("言語：日本語", "言語：英語§")),
    ja("kanji-load", ("ヒント１：どちらでも大丈夫です。", "ヒント１：店員側確認作業途中加熱希望有無質問中です。§")),
    ja("mixed-politeness", ("・なにがよろしいですか。", "・ごまパンもあるんだ。§")),
    ja("may-shame", ("BAKER：すみません、聞き取れませんでした。", "BAKER：声が小さいですよ。§")),
    ja("may-hurry", ("BAKER：温めますか。", "BAKER：早くしてくださいね。§")),
    ja("may-belittle", ("ヒント１：どちらでも大丈夫です。", "ヒント１：簡単です。§")),
    ja("may-press", ("しめくくり：少し休んでください。", "しめくくり：もっと頑張りましょう。§")),
    ja("may-judge", ("しめくくり：少し休んでください。", "しめくくり：今日の点数は高めです。§")),
    ja("not-ordinary", ("BAKER：温めますか。", "BAKER：かわいそうに。温めますか。§")),
    ja("imperative-hint", ("ヒント１：どちらでも大丈夫です。", "ヒント１：返事をしなさい。§")),
    ja(
        "judged-goal",
        ("目標　greet：あいさつにこたえる。うなずくだけでもよい。", "目標　greet：はっきりあいさつする。§"),
    ),
    ja(
        "long-line",
        ("BAKER：温めますか。", "BAKER：" + "こちらのパンは少し温めますととてもおいしく" * 3 + "なります。§"),
    ),
    ja("two-questions", ("BAKER：温めますか。", "BAKER：温めますか。それともそのままですか。§")),
    ja("numbers-as-digits", ("二百円です。", "200円です。§")),
    ja("not-readable", ("二百円です。", "二百円です☺。§")),
    ja("two-way-answer", ("・いえ、このままで", "・大丈夫です§")),
    ja("same-example", ("・そのままで\n", "・はい、お願いします。§\n")),
    ja("unknown-line", ("ヒント２：お金を置くだけで十分です。", "ヒソト２：お金を置くだけで十分です。§")),
)
