"""Scene sheets and packs: text in, scenes and findings out. Pure: takes text, never paths; no text makes it raise.

The public functions, by module:

- `reader.read_sheet(text, file="") -> Sheet`: every line with kind, fields, line and column; lossless
  (`sheet.text == text`). Views of an editor edit these lines.
- `builder.build_scene(source, translation=None, *, file="", translation_file="") -> Built`: `Built.scene` is a
  `trainer.script.Scene` (None only without any moment), `Built.found` the findings, `Built.translated` whether the
  translation's words are in it.
- `diagnostics.Diagnostic`: `code`, `number`, `severity` ("error" | "warning" | "idea"), `file`, `line`, `column`,
  `message`, `fix`, `message_in("ja")`, `fix_in("ja")`, `to_dict(language)`.
- `catalogue.DEFINITIONS`: every code with its sentences in both languages (docs/diagnostics is written from it).

Replies in brackets are gestures; `Reply.name` and `label` hold them without the brackets, `Reply.gesture` is True.
"""
