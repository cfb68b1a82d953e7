"""Checks a whole pack, given as file names and contents: manifest, files, every sheet, translation and plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from trainer.packs.builder import assemble, build_scene
from trainer.packs.checker import PLAIN, Tools, check_sheet, check_translation
from trainer.packs.checker_kindness import notes_of
from trainer.packs.diagnostics import Diagnostic, Findings
from trainer.packs.manifest import FILE, line_of, read_manifest, scene_rows
from trainer.packs.outline import outline
from trainer.packs.pack_files import Content, check_assets, check_files, text_of
from trainer.packs.plans import PLAN, check_plan, read_plan
from trainer.packs.reader import read_sheet
from trainer.packs.stale import STATUS, check_stale, read_status
from trainer.packs.texts import texts
from trainer.script import Scene

SHEET = ".scene.txt"


@dataclass(slots=True)
class _Pack:
    """What is known of a pack while it is checked."""

    files: Mapping[str, Content]
    findings: Findings
    manifest: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
    planned: set[tuple[str, str]] = field(default_factory=set)


def check_pack(files: Mapping[str, Content], *, tools: Tools = PLAIN, walk: bool = False) -> tuple[Diagnostic, ...]:
    """Everything found in a pack. `files`: path inside the pack -> its content (text, or bytes as on disk)."""
    pack = _Pack(files, Findings(FILE))
    check_files(files, pack.findings)
    if FILE not in files:
        pack.findings.add("manifest-missing", 1)
    else:
        pack.manifest = text_of(FILE, files[FILE], pack.findings) or ""
        pack.data = read_manifest(pack.manifest, pack.findings) or {}
    _read_sheets(pack)
    for name, text in pack.sheets.items():
        pack.findings.extend(check_sheet(text, name, tools=tools, walk=walk))
    if pack.data:
        _check_scenes(pack, tools)
        _check_notes(pack)
        check_assets(pack.data, pack.manifest, files, pack.findings)
    _check_plans(pack)
    if pack.data:
        _check_tried(pack)
    return pack.findings.all()


def _read_sheets(pack: _Pack) -> None:
    for name, content in sorted(pack.files.items()):
        if name.startswith("scenes/") and name.endswith(SHEET):
            text = text_of(name, content, pack.findings)
            if text is not None:
                pack.sheets[name] = text
                scene = build_scene(text, file=name).scene
                if scene is not None:
                    pack.scenes[name] = scene


def _check_scenes(pack: _Pack, tools: Tools) -> None:
    rows = scene_rows(pack.data, pack.manifest, pack.findings)
    listed = {row["file"] for row in rows}
    for row in rows:
        name, file = row["id"], row["file"]
        line = line_of(pack.manifest, "id", f'"{name}"')
        if file not in pack.files:
            pack.findings.add("manifest-scene", line, name=name, file=file)
            continue
        scene = pack.scenes.get(file)
        if scene is not None:
            for key, here, there in (
                ("id", name, scene.id), ("level", row.get("level"), scene.level),
                ("minutes", row.get("minutes"), scene.minutes or None),
            ):  # fmt: skip
                if here is not None and there and here != there:
                    pack.findings.add("manifest-differs", line, key=key, here=here, there=there)
        _check_translations(pack, name, file, line, tools)
    for file in pack.sheets:
        if file not in listed:
            pack.findings.add("manifest-unlisted", line_of(pack.manifest, "scenes"), file=file)


def _languages(pack: _Pack) -> list[str]:
    """The languages the pack promises besides its own."""
    listed, own = pack.data.get("languages"), pack.data.get("source_language")
    found = [tag for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
    return [tag for tag in dict.fromkeys(found) if tag != own]


def _check_translations(pack: _Pack, name: str, file: str, line: int, tools: Tools) -> None:
    short = file.rpartition("/")[2]
    for language in _languages(pack):
        path = f"translations/{language}/{short}"
        if path not in pack.files:
            pack.findings.add("manifest-language", line, language=language, name=name, file=short)
            continue
        words = text_of(path, pack.files[path], pack.findings)
        if words is not None and file in pack.sheets:
            pack.findings.extend(check_translation(pack.sheets[file], words, file, path, tools=tools))
            _check_status(pack, file, path, words)


def _check_status(pack: _Pack, file: str, path: str, words: str) -> None:
    """What was translated from other source words than those there now, by the status file beside the translation."""
    name = f"{path.rpartition('/')[0]}/{STATUS}"
    text = text_of(name, pack.files[name], pack.findings) if name in pack.files else None
    scene = pack.scenes.get(file)
    if text is None or scene is None:
        return
    findings = Findings(path)
    source = outline(read_sheet(pack.sheets[file], file), Findings(file))
    check_stale(read_status(text), scene.id, source, outline(read_sheet(words, path), Findings(path)), findings)
    pack.findings.extend(findings.all())


def _check_notes(pack: _Pack) -> None:
    """Cues that call for a content note which neither the pack nor the scene carries."""
    listed = pack.data.get("content_notes")
    notes = {note for note in listed if isinstance(note, str)} if isinstance(listed, list) else set()
    for name, text in pack.sheets.items():
        part, scene = assemble(read_sheet(text, name), Findings(name))
        if scene is None or scene.warnings:
            continue
        told: set[str] = set()
        for words in texts(part):
            for note in notes_of(words, scene.language):
                if note not in notes and note not in told:
                    told.add(note)
                    pack.findings.add(
                        "manifest-notes", words.line, words.column, in_file=name, note=note, text=words.text
                    )  # fmt: skip


def _check_plans(pack: _Pack) -> None:
    by_id = {scene.id: scene for scene in pack.scenes.values()}
    for name, content in sorted(pack.files.items()):
        if not name.endswith(PLAN):
            continue
        text = text_of(name, content, pack.findings)
        if text is None:
            continue
        plan, found = read_plan(text, name)
        pack.findings.extend(found)
        scene = by_id.get(plan.scene)
        if scene is None:
            pack.findings.add("plan-scene", 1, in_file=name, name=plan.scene)
        else:
            pack.planned.add((scene.id, plan.language or scene.language))
            pack.findings.extend(check_plan(plan, scene))


def _check_tried(pack: _Pack) -> None:
    """Languages in which no plan plays a scene; a pack without any plan is left alone."""
    if not pack.planned:
        return
    for name, scene in pack.scenes.items():
        for language in (scene.language, *_languages(pack)):
            if (scene.id, language) not in pack.planned:
                pack.findings.add("translation-untried", 1, in_file=name, language=language)
