"""Stories from elsewhere: they become sheets that read, and no word of them is lost without being told."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from trainer.packs.builder import build_scene
from trainer.packs.checker import check_sheet
from trainer.packs.importing import Imported, NotAStory, story_of
from trainer.packs.importing.reading import text_of
from trainer.script import Arrow, Line, Moment, Scene

STORIES = Path(__file__).parents[2] / "data/stories"
FILES = ["bakery.twee", "counter.yarn", "counter.csv"]


def brought(name: str) -> Imported:
    return story_of(name, (STORIES / name).read_bytes())


def scene_of(text: str) -> Scene:
    scene = build_scene(text).scene
    assert scene is not None
    return scene


def targets(moment: Moment) -> dict[str, str]:
    return {
        reply.name: next(step.target for step in reply.steps if isinstance(step, Arrow)) for reply in moment.replies
    }


def said(moment: Moment) -> list[tuple[str, str]]:
    return [(s.speaker, w.text) for s in moment.opening if isinstance(s, Line) for w in s.wordings]


def nothing_lost(content: str, imported: Imported) -> None:
    """Every word of the old file stands in the sheet or in what is told."""
    kept = imported.sheet + " ".join(one.text for one in imported.left)
    keys = r"title|tags|position|start|jump|line|StoryTitle|話す人"
    words = [word for word in re.findall(r"\w{3,}", content) if not re.fullmatch(keys, word)]
    assert [word for word in words if word not in kept] == []


@pytest.mark.parametrize("name", FILES)
def test_every_word_is_there_or_told(name: str) -> None:
    imported = brought(name)
    nothing_lost(text_of((STORIES / name).read_bytes()), imported)
    found = {one.code for one in check_sheet(imported.sheet) if one.severity == "error"}
    assert found <= {"no-early-exit"}
    for one in imported.left:
        for screen in ("en", "ja"):
            assert "<" not in one.sentence(screen).replace(one.text, "").replace("<<", "")
    assert [one.line for one in imported.left] == sorted(one.line for one in imported.left)


def test_a_twee_story() -> None:
    scene = scene_of(brought("bakery.twee").sheet)
    assert (scene.title, scene.language, scene.first) == ("A morning at the bakery", "en", "At the door")
    assert [m.name for m in scene.moments] == ["At the door", "Pay", "Choose", "Goodbye", "end 1"]
    door = scene.moments[0]
    assert said(door) == [("BAKER", "Good morning, [name].")]
    assert targets(door) == {"Good morning.": "Choose", "nod": "Choose", "Just looking": "Choose", "Run": "end"}
    assert [reply.gesture for reply in door.replies] == [False, True, False, False]
    assert targets(scene.moment("Choose")) == {"A roll, please.": "Pay", "Pay": "Pay"}
    told = {(one.code, one.line) for one in brought("bakery.twee").left}
    assert {("no-way", 25), ("command", 16), ("brackets", 21), ("renamed", 35)} <= told


def test_links_of_story_formats_are_links() -> None:
    twee = (
        ":: Start\n<<link [[Coffee.|Order]]>><<set $d to 1>><</link>> <<link 'Tea.' 'Order'>><</link>>\n"
        '(link-goto: "Water.", "Order") (link-goto: "Order")\\\n(set: $x to "a: b")\n'
        ":: Order\nHere it is.\n<<goto 'End of it'>>\n:: End of it\nBye.\n"
    )
    imported = story_of("x.twee", twee.encode())
    scene = scene_of(imported.sheet)
    assert targets(scene.moments[0]) == dict.fromkeys(["Coffee.", "Tea.", "Water.", "Order"], "Order")
    assert [step.target for step in scene.moment("Order").opening if isinstance(step, Arrow)] == ["End of it"]
    assert "// <<set $d to 1>>" in imported.sheet
    assert [person.key for person in scene.persons] == []
    nothing_lost(twee.replace("link", "").replace("goto", ""), imported)


def test_a_yarn_story() -> None:
    imported = brought("counter.yarn")
    scene = scene_of(imported.sheet)
    assert [m.name for m in scene.moments] == ["Counter", "Counter 2", "Counter 3", "Pay"]
    counter = scene.moments[0]
    assert said(counter) == [
        ("Clerk", "Hello, [$player]."), ("Clerk", "What can I get you?"), ("Clerk", "What would you like?"),
    ]  # fmt: skip
    assert targets(counter) == {
        "Coffee, please.": "Pay", "Nothing today.": "Counter 2", "What do you have?": "Counter 3",
    }  # fmt: skip
    assert said(scene.moment("Counter 2")) == [("Clerk", "Take care.")]
    assert targets(scene.moment("Counter 3")) == {"Tea, then.": "Pay", "Never mind.": "Counter 2"}
    assert "// <<if $rich>>" in imported.sheet
    assert "// the clerk is tired today" in imported.sheet
    assert {one.code for one in imported.left} >= {"condition", "command", "markup", "value", "metadata", "unknown"}


def test_a_table_of_speakers_from_a_spreadsheet() -> None:
    imported = brought("counter.csv")
    scene = scene_of(imported.sheet)
    assert (scene.language, len(scene.moments)) == ("ja", 3)
    assert said(scene.moments[0]) == [("店員", "いらっしゃいませ。")]
    assert [r.examples for r in scene.moments[0].replies] == [("こんにちは",), ("お願いします", "どうも")]
    assert "※ 笑顔" in imported.sheet
    assert "＞ お茶をください" in imported.sheet
    assert [one.code for one in imported.left if one.text == "笑顔"] == ["column"]


def test_a_table_of_questions_and_answers() -> None:
    table = "Do you need a bag?|Would you like a bag?\tYes, please.|A bag, please.\n"
    table += "\tNo, thank you.\nCash or card?\tCash.\n"
    scene = scene_of(story_of("my-shop.tsv", table.encode()).sheet)
    assert (scene.title, scene.id) == ("my shop", "my-shop")
    assert said(scene.moments[0]) == [("PARTNER", "Do you need a bag?"), ("PARTNER", "Would you like a bag?")]
    assert [r.examples for r in scene.moments[0].replies] == [("Yes, please.", "A bag, please."), ("No, thank you.",)]
    assert targets(scene.moments[0]) == {"Yes, please.": "part 2", "No, thank you.": "part 2"}


def test_names_that_a_sheet_cannot_have() -> None:
    twee = ":: Start\nGoal: I sing.\nhint 1: x\n[[a = b]]\n[[(go)->END]]\n\n:: a = b\n(if you like) we go.\n\n"
    twee += ":: END\n\n:: Start\nagain\n"
    imported = story_of("x.twee", twee.encode())
    scene = scene_of(imported.sheet)
    assert [m.name for m in scene.moments] == ["Start", "Start 2", "a b", "END 1"]
    assert [step.speaker for step in scene.moments[0].opening if isinstance(step, Line)] == [
        "PARTNER Goal",
        "PARTNER hint 1",
    ]
    assert {one.code for one in imported.left} >= {"speaker", "renamed", "twice"}
    nothing_lost(twee, imported)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"only words"),
        ("a.twee", b"no passage here"),
        ("a.csv", b"one column\nonly\n"),
        ("a.csv", b""),
        ("a.yarn", b""),
        ("a.twee", b"\xff\xfe\x00"),
        ("a.csv", b"\x80\xfd\xff"),
        ("a.csv", b"x" * 4_000_001),
    ],
)
def test_what_cannot_be_brought_is_told_in_one_sentence(name: str, content: bytes) -> None:
    with pytest.raises(NotAStory) as told:
        story_of(name, content)
    assert told.value.en.endswith(".")
    assert told.value.ja.endswith("。")


def test_any_bytes_are_a_story_or_told() -> None:
    chance = random.Random(5)
    signs = (
        ':: |a\n|[[x->y]]|[[|]]|<<|>>|title: n\n---\n|===\n|-> |=> |    |\n|Bo: hi\n|{|}|(if |)|"|,|＝。こ：|#t |//|<b>'
    )
    pieces = [sign.encode() for sign in signs.split("|")] + [b"hint 1:", b"\x00", b"\xff"]
    read = 0
    for number in range(3000):
        content = b"".join(chance.choice(pieces) for _ in range(chance.randrange(25)))
        try:
            imported = story_of(("a.twee", "a.yarn", "a.csv", "a.txt")[number % 4], content)
        except NotAStory:
            continue
        read += 1
        codes = {one.code for one in check_sheet(imported.sheet) if one.severity == "error"}
        assert not codes & {
            "unknown-line", "missing-colon", "plain-line", "unknown-speaker", "outside-moment", "hidden-character",
            "example-without-reply", "wording-without-line", "goto-unknown", "slot-unknown", "slot-bracket",
            "empty-line", "duplicate-moment", "condition-unclear", "name-unknown",
        }, (content, codes, imported.sheet)  # fmt: skip
    assert read > 500


TWEE = (  # each star becomes a word of its own
    ':: * [*]|:: * {"position":"*"}|[[*->*]]|[[*<-*]] * [[*]]|* *|Bo: *|<<link "*">>*<</link>>|'
    '(if: $*)[*]|<b>*</b>|/* *\n* */|<<set *\n to *>>|[img[*]]|- *|//*// *|::*|{*}|:: StoryData\n{"start":"*"}|'
    ":: * = (*)|[[*]][$* to 1]|:: Look [script]\n*|"
)
YARN = (
    "title: *|---|===|tags: *|Bo: * #*|-> *|    *|    -> * <<if $*>>|=> *|<<jump *>>|<<if $*>>|<<endif>>|// *|"
    "<<* *>>|[b]*[/b] {$*}|        <<jump *>>|* <<once>>|<<detour *>>|<<stop>>|[* *=1]|*: *: *|"
    "=> *: * // *|#*|title: *\n---\n*|"
)
TABLE = '*,*~Bo,*~me,*;*~,*~*,~"*\n*",*,*~*~Bo,"*, *",*,*~speaker,line~*,*,,*'


@pytest.mark.parametrize(
    ("name", "pieces"),
    [("a.twee", TWEE.split("|")), ("a.yarn", YARN.split("|")), ("a.csv", TABLE.split("~"))],
)
def test_no_word_of_any_story_is_lost(name: str, pieces: list[str]) -> None:
    """Stories by chance in which every word is another one."""
    chance = random.Random(6)
    for _ in range(250):
        text, words = "\n".join(chance.choice(pieces) for _ in range(chance.randrange(1, 12))), 0
        while "*" in text:
            words += 1
            text = text.replace("*", f"word{words}end", 1)
        try:
            imported = story_of(name, text.encode())
        except NotAStory:
            continue
        kept = imported.sheet + " ".join(one.text for one in imported.left)
        assert [n for n in range(1, words + 1) if f"word{n}end" not in kept] == [], text
