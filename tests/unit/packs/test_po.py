"""PO files: what is written is read again, whatever the words; and files as other programs write them."""

from __future__ import annotations

import random

from trainer.packs.po import Entry, read_po, write_po

WORDS = ["", "a", 'say "yes"', "back\\slash", "two\nlines", "ends\n", "\n", "tab\there", "はい、お願いします。",
         "\\n", "#, fuzzy", "msgid", "{item}\r\nx", "é…", '\\"', "\a\b"]  # fmt: skip


def test_any_words_come_back() -> None:
    chance = random.Random(2)
    entries = [
        Entry(
            f"place {number}", chance.choice(WORDS[1:]), chance.choice(WORDS), ("a note",), "a.txt:1", number % 3 == 0
        )
        for number in range(300)
    ]
    text = write_po(entries, "ja", "A scene")
    read, odd = read_po(text)
    assert odd == ()
    plain = [(e.context, e.source, e.target, e.notes, e.place, e.fuzzy) for e in read]
    assert plain == [(e.context, e.source, e.target, e.notes, e.place, e.fuzzy) for e in entries]
    assert read_po(text.replace("\n", "\r\n"))[0] == read
    assert write_po(entries, "ja", "A scene") == text
    assert text.isprintable() or "\n" in text


def test_a_file_from_another_program() -> None:
    text = r"""# a translator's own note
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

#. CLERK says this
#: shop.scene.txt:12
#, fuzzy, no-wrap
#| msgid "Hallo"
msgctxt "arrive / say 0"
msgid ""
"Hello.\n"
"Good \"evening\".\x21"
msgstr "こんにちは。\n"
   "こんばんは。"
msgid "one"
msgid_plural "many"
msgstr[0] "ひとつ"
msgstr[1] "たくさん"

#~ msgid "old"
#~ msgstr "古い"
msgid "last"
msgstr "最後"
"""
    entries, odd = read_po(text)
    assert odd == ()
    first, second, third = entries
    assert (first.context, first.source, first.target) == (
        "arrive / say 0", 'Hello.\nGood "evening".!', "こんにちは。\nこんばんは。",
    )  # fmt: skip
    assert (first.fuzzy, first.place, first.notes, first.line) == (True, "shop.scene.txt:12", ("CLERK says this",), 10)
    assert (second.source, second.target, second.fuzzy) == ("one", "ひとつ", False)
    assert (third.source, third.target) == ("last", "最後")


def test_broken_lines_are_named_and_any_text_can_be_read() -> None:
    entries, odd = read_po('msgid "a\nmsgstr "b"\nwhat\n"stray\\"\n')
    assert [number for number, _ in odd] == [1, 3, 4]
    assert entries == ()
    chance = random.Random(4)
    pieces = ['msgid "', 'msgstr "', '"', "\n", "\\", "x41", "#, fuzzy\n", "#~ ", "a", "msgctxt ", "\0", "é"]
    for _ in range(3000):
        read_po("".join(chance.choice(pieces) for _ in range(chance.randrange(20))))
