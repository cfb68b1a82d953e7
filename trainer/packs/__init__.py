"""Scene sheets and packs: text in, scenes and findings out. Pure: takes text, never paths; no text makes it raise.

The public functions, by module:

- `reader.read_sheet(text, file="") -> Sheet`: every line with kind, fields, line and column; lossless
  (`sheet.text == text`). Views of an editor edit these lines.
- `builder.build_scene(source, translation=None, *, file="", translation_file="") -> Built`: `Built.scene` is a
  `trainer.script.Scene` (None only without any moment), `Built.found` the findings, `Built.translated` whether the
  translation's words are in it.
- `checker.check_sheet(text, file="", *, tools=PLAIN, walk=False)` and
  `checker.check_translation(source, translation, file, translation_file, *, tools=PLAIN)` -> tuple of Diagnostic.
  `checker.Tools(matcher, sounds)` brings the real understanding and the sounds of a language; without them the checks
  that need them are skipped.
- `pack_checker.check_pack(files, *, tools=PLAIN, walk=False)`: the same for a whole pack (path -> content).
- `walker.walk_scene(scene, most_states=50_000) -> WalkReport`: every path, through the real conversation;
  `report.to_dict()` for `--json`, `report.whole`, `report.paths[moment]` ("play from here").
- `plans.read_plan(text, file) -> (Plan, findings)`, `plans.check_plan(plan, scene) -> findings`; `Plan.steps` are
  `Answer`, `AtMoment`, `Reached`, `Ended`.
- `diagnostics.Diagnostic`: `code`, `number`, `severity` ("error" | "warning" | "idea"), `file`, `line`, `column`,
  `message`, `fix`, `message_in("ja")`, `fix_in("ja")`, `to_dict(language)`; `diagnostics.errors(found)`.
- `catalogue.DEFINITIONS`: every code with its sentences in both languages (docs/diagnostics is written from it).
- `content_notes.note_text(note, language)`: the sentence of a pack's content note.
- `archive`, `names_allowed`, `media`, `zip_layout`, `refusals`: opening and building `.practicepack` files.

Replies in brackets are gestures; `Reply.name` and `label` hold them without the brackets, `Reply.gesture` is True.
"""
