"""No text whatever makes anything here raise, and no text loses a character on its way through the reader."""

import json
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.pack_cases import MANIFEST
from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SHOP, SHOP_JA
from trainer.packs.builder import build_scene
from trainer.packs.checker import check_sheet, check_translation
from trainer.packs.pack_checker import check_pack
from trainer.packs.plans import read_plan
from trainer.packs.reader import read_sheet
from trainer.packs.walker import walk_scene

POOL = sorted({line for sheet in (BAKERY, BAKERY_JA, RECEPTION, SHOP, SHOP_JA) for line in sheet.splitlines()})
MARKS = [
    "==",
    "＝＝",
    "->",
    "→",
    ">",
    "＞",
    "(",
    ")",
    "{",
    "}",
    "=",
    ":",
    "：",
    "|",
    "・",
    "if ",
    "もし",
    "\u202e",
    "\0",
    "\ufeff",
]

any_text = st.text(alphabet=st.characters(), max_size=300)
any_line = st.one_of(
    st.sampled_from(POOL),
    st.text(max_size=30),
    st.lists(st.sampled_from(MARKS + POOL), max_size=6).map("".join),
)
sheets = st.tuples(st.lists(any_line, max_size=60), st.sampled_from(["\n", "\r\n", "\r", "\n\n"])).map(
    lambda both: both[1].join(both[0])
)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.one_of(any_text, sheets))
@settings(max_examples=400, deadline=None)
def test_reading_loses_nothing(text):
    sheet = read_sheet(text)
    assert sheet.text == text
    for number, line in enumerate(sheet.lines, start=1):
        assert line.number == number
        assert 1 <= line.column <= max(1, len(line.raw))


@given(st.one_of(any_text, sheets))
@SLOW
def test_checking_never_raises(text):
    for diagnostic in check_sheet(text, "x"):
        assert diagnostic.line >= 1
        assert diagnostic.message
        assert diagnostic.fix_in("ja")


@given(sheets, sheets)
@SLOW
def test_building_and_translating_never_raise(source, translation):
    built = build_scene(source, translation)
    assert built.scene is not None or any(found.code == "no-moments" for found in built.found)
    check_translation(source, translation)


def shuffled(seed: int) -> str:
    """A good sheet with some lines taken out, doubled, moved or cut."""
    chance = random.Random(seed)
    lines = chance.choice((BAKERY, SHOP, RECEPTION)).splitlines()
    for _ in range(chance.randint(1, 12)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                lines.pop(at)
            case 1:
                lines.insert(to, lines[at])
            case 2:
                lines[at], lines[to] = lines[to], lines[at]
            case 3:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
            case _:
                lines[at] = lines[to][: len(lines[to]) // 2] + lines[at][len(lines[at]) // 2 :]
    return "\n".join(lines)


@given(st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_a_damaged_sheet_is_checked_and_walked_without_raising(seed):
    text = shuffled(seed)
    check_sheet(text)
    check_translation(text, BAKERY_JA)
    scene = build_scene(text).scene
    if scene is not None:
        report = walk_scene(scene, most_states=30)
        assert report.sampled or report.states <= 30
        assert json.loads(json.dumps(report.to_dict()))["steps"] == report.steps


@given(
    st.one_of(
        any_text,
        st.lists(st.sampled_from([*"><=!", "end", "dial queue = 1", "＞ はい", "seed 3"]), max_size=9).map("\n".join),
    )
)
@settings(max_examples=150, deadline=None)
def test_any_plan_is_read(text):
    plan, found = read_plan(text, "a.en.plan")
    assert all(diagnostic.line >= 1 for diagnostic in found)
    assert all(step.line >= 1 for step in plan.steps)


@given(
    st.dictionaries(
        st.sampled_from(
            ["pack.toml", "scenes/bakery.scene.txt", "translations/ja/bakery.scene.txt", "images/a.png", "x.plan"]
        ),
        st.one_of(st.text(max_size=60), st.binary(max_size=60), st.sampled_from([MANIFEST, BAKERY, BAKERY_JA])),
        max_size=5,
    )
)
@settings(max_examples=80, deadline=None)
def test_any_pack_is_checked(files):
    assert all(diagnostic.fix for diagnostic in check_pack(files))


def test_lone_surrogates_and_very_long_lines_are_text_too():
    for text in ("\ud800== a ==\nX: \udfff", "x" * 100_000, "=" * 5000, "(" * 3000, "{" * 3000, "unclear: " * 300):
        assert read_sheet(text).text == text
        check_sheet(text)
