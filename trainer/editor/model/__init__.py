"""The facilitator's desk without its window: one lossless document, and everything a view may ask about it.

Pure: no Qt, no disk, no clock, no threads (kept by import-linter). Rows are 0-based and are the blocks of a text field;
lines of diagnostics are 1-based (`row = line - 1`). Columns are 1-based and count characters, not UTF-16 units. Screen
language is "en" or "ja". Everything but `SheetDocument` is an immutable value.

How a window uses it:

1. `document.SheetDocument.from_bytes(content, file)`; `.to_bytes()` gives the same bytes back. The text field shows
   `rows.shown(document.content(row))` for every row, and reports typing with `document.type(first, count, fields)`
   (blocks `first .. first+count` of the old text now read `fields`). Everything else goes through edits:
   `document.apply(edits, label)` makes one step of the history; `document.subscribe(listener)` tells every edit made
   (also by undo and redo) so that each view changes only those rows. `undo()`, `redo()`, `undo_label`, `redo_label`,
   `pause()` (call it when the caret moves elsewhere or after a second without a key), `is_saved`, `mark_saved()`,
   `revision`.
2. `live.look(document.words, file, revision=..., language=...) -> Look`: lines, structure, scene, diagnostics. Quick
   (about 35 ms for 1,000 lines): call it in the job pool after each key press and drop it when
   `look.revision != document.revision`. With `tools=` (the real understanding, from the roof) it also tries the
   examples; that is slower: call it when typing has rested. A translation is looked at with `source=`.
3. `look.problems(screen) -> tuple[Problem, ...]`: code, severity, row, column, sentences, `can_accept`, `diagnostic`.
   `fixes.fix(document, diagnostic) -> tuple[Edit, ...]` (() when there is only the sentence);
   `accepting.accept(document, diagnostic, reason) -> tuple[Edit, ...]`.
4. `shape.outline_rows(look) -> tuple[OutlineRow, ...]`: head, moments, replies, blocks with rows and badges.
5. `writing.*(document, ...) -> tuple[Edit, ...]`: head values, moments (add, rename with its arrows, remove), replies,
   examples, wordings, hints, blocks. `blocks.block(kind, language)` gives the lines of a template block.
6. `map_layout.lay_out(look) -> MapPlan`: boxes in layers, arrows, badges; coordinates in units of one line of text.
7. `completion.complete(look, row, content, column) -> tuple[Suggestion, ...]` (`content` as it reads now);
   `tokens.tokens(look, row)`, or while typing `tokens.highlight(content, state) -> (tokens, state)`;
   `hover.help_at(look, row, column, screen) -> Help | None`.
8. `trying.try_words(scene, moment, words, interpreter) -> Tried`.
9. `sides.pairs(source_look, translation_look, status) -> tuple[Pair, ...]`, `sides_writing.write(source_look, document,
   pair, lines) -> Edits`, `sides.settle(...)`, `sides.coverage(pairs)`, `sides.skeleton(source_look, language)`.
10. `playing.play_from(scene, moment) -> Start | None`: the path, the values on it, and the State to begin in.
11. `versions.differences(old, new)`, `versions.restore_moment(document, old, moment)`,
   `versions.restore_whole(document, old_document)`, `versions.moments_of(text)`.

Disk: `storage.desk_files.DeskFiles(home)`: `open(path) -> Opened`, `draft`, `save`, `versions`, `version`,
`keep_version` (beside the data home, never in the pack; whole files or none). Import, PO and tables:
`packs.importing`, `packs.exchange`. Templates: `assets/templates/<language>/*.scene.txt`.
"""
