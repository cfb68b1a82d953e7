"""Checks a sheet, or a sheet with its translation, and drops what an author has accepted with `// ok code: reason`."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.packs import limits
from trainer.packs.accepted import apply_accepted
from trainer.packs.builder import assemble
from trainer.packs.checker_flow import check_flow
from trainer.packs.checker_kindness import check_kindness, check_level
from trainer.packs.checker_matching import Matcher, check_matching
from trainer.packs.checker_reading import check_reading
from trainer.packs.checker_replies import Lacks, Sounds, check_known, check_replies
from trainer.packs.checker_support import check_arc, check_support
from trainer.packs.diagnostics import Diagnostic, Findings
from trainer.packs.head import read_head
from trainer.packs.lines import Sheet
from trainer.packs.outline import Outline, outline
from trainer.packs.own_words import NONE, OwnWords
from trainer.packs.reader import read_sheet
from trainer.packs.texts import Text, texts
from trainer.packs.translator import translate
from trainer.packs.walk_report import WalkReport
from trainer.packs.walker import walk_scene
from trainer.script import Scene


@dataclass(frozen=True, slots=True)
class Tools:
    """What checks may use beyond the page; each is optional, and its checks are skipped without it.

    `matcher` is the real understanding; `sounds` turns words of a language into sounds, `lacks` names the words that
    the built-in recogniser of a language has to guess, `unheard` those its installed speech model does not have.
    `own_words` is a centre's own list of words that can hurt.
    """

    matcher: Matcher | None = None
    sounds: dict[str, Sounds] | None = None
    lacks: dict[str, Lacks] | None = None
    unheard: dict[str, Lacks] | None = None
    own_words: OwnWords = NONE

    def sounds_of(self, language: str) -> Sounds | None:
        """The sounds of a language, when somebody brought them."""
        return (self.sounds or {}).get(language)


PLAIN = Tools()


@dataclass(frozen=True, slots=True)
class Examined:
    """A sheet that was looked over: its lines, its structure, the scene as far as it goes, and what was found.

    `translation` is True for a translation sheet, whose structure has no scene of its own.
    """

    sheet: Sheet
    part: Outline
    scene: Scene | None
    found: tuple[Diagnostic, ...]
    translation: bool = False


def check_sheet(text: str, file: str = "", *, tools: Tools = PLAIN, walk: bool = False) -> tuple[Diagnostic, ...]:
    """Everything found in one source sheet, top to bottom. With `walk`, every path is walked as well (slower)."""
    return examine(text, file, tools=tools, walk=walk).found


def examine(text: str, file: str = "", *, tools: Tools = PLAIN, walk: bool = False) -> Examined:
    """`check_sheet` with everything that was made on the way, so that an editor need not read the sheet again."""
    findings = Findings(file)
    sheet = read_sheet(text, file)
    if any(line.key == "translation" and line.kind == "head" for line in sheet.lines):
        return _examine_alone(sheet)
    part, scene = assemble(sheet, findings)
    if scene is not None:
        limits.check_scene(scene, findings)
        check_flow(scene, part, findings)
        check_support(part, findings)
        check_arc(scene, part, findings)
        words = texts(part)
        _check_words(part, scene, words, findings, tools)
        check_level(scene, part, words, findings)
        if walk:
            report_walk(walk_scene(scene), findings)
    return Examined(sheet, part, scene, apply_accepted(sheet, findings.all()))


def check_translation(
    source: str, translation: str, file: str = "", translation_file: str = "", *, tools: Tools = PLAIN
) -> tuple[Diagnostic, ...]:
    """Everything found in a translation; what is found in the source alone is left to `check_sheet`."""
    return examine_translation(source, translation, file, translation_file, tools=tools).found


def examine_translation(
    source: str, translation: str, file: str = "", translation_file: str = "", *, tools: Tools = PLAIN
) -> Examined:
    """`check_translation` with everything that was made on the way; `scene` has source words where some are missing."""
    sheet, own = read_sheet(source, file), read_sheet(translation, translation_file)
    part, scene = assemble(sheet, Findings(file))
    if scene is None:
        return Examined(own, outline(own, Findings(translation_file)), None, (), True)
    spoken = translate(scene, part, translation, translation_file)
    findings = Findings(translation_file)
    findings.extend(spoken.found)
    _check_words(spoken.part, spoken.draft, texts(spoken.part), findings, tools)
    return Examined(own, spoken.part, spoken.draft, apply_accepted(own, findings.all()), True)


def _examine_alone(sheet: Sheet) -> Examined:
    """A translation without its source: what can be said of its lines and words."""
    findings = Findings(sheet.file)
    findings.extend(sheet.found)
    speakers = {line.key for line in sheet.lines if line.kind == "say"}
    part = outline(sheet, findings, speakers)
    head = read_head(part, findings, translation=True)
    at = part.head["translation"]
    findings.add("translation-alone", at.number, at.column, id=at.text, language=head.language or "…")
    words = texts(part)
    check_kindness(words, head.language, findings)
    check_reading(words, head.language, findings)
    return Examined(sheet, part, None, apply_accepted(sheet, findings.all()), True)


def _check_words(part: Outline, scene: Scene, words: tuple[Text, ...], findings: Findings, tools: Tools) -> None:
    """Checks of words, which are the same for a source sheet and a translation."""
    language = scene.language
    check_replies(part, language, findings, sounds=tools.sounds_of(language))
    for code, asked in (("word-guessed", tools.lacks), ("word-unheard", tools.unheard)):
        if asked and language in asked:
            check_known(part, code, asked[language], findings)
    check_kindness(words, scene.language, findings, tools.own_words)
    check_reading(words, scene.language, findings)
    if tools.matcher is not None:
        check_matching(scene, part, tools.matcher, findings)


def report_walk(walk: WalkReport, findings: Findings) -> None:
    """What only walking shows: a slot said before it is known."""
    for empty in walk.empty:
        findings.at("slot-empty", empty.place, name=empty.name, way=" → ".join(empty.way[-4:]) or "…")
