"""Texts to translators and back: nothing changes when nothing was translated, and only what was is touched."""

from __future__ import annotations

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, SHOP, SHOP_JA
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.live import look
from trainer.editor.model.sides import pairs, settle, skeleton
from trainer.editor.model.texts_exchange import address, as_csv, as_po, bring, read_texts
from trainer.packs.checker import check_translation


def test_every_pair_has_its_own_address() -> None:
    for source, translation in ((SHOP, SHOP_JA), (BAKERY, BAKERY_JA)):
        seen = look(source)
        names = [address(pair) for pair in pairs(seen, look(translation, source=source)) if pair.source]
        assert len(names) == len(set(names))
        assert all(names)


def test_out_and_back_changes_nothing() -> None:
    seen, other = look(SHOP, "shop.scene.txt"), look(SHOP_JA, source=SHOP)
    for text in (as_po(seen, other, "ja"), as_csv(seen, other)):
        document = SheetDocument(SHOP_JA)
        brought = bring(seen, other, document, read_texts(text))
        assert (brought.edits, brought.changed, brought.outdated, brought.unknown) == ((), 0, (), ())
    assert "#: shop.scene.txt:" in as_po(seen, other, "ja")


def test_a_whole_translation_comes_back_as_po() -> None:
    seen, other = look(BAKERY), look(BAKERY_JA, source=BAKERY)
    text = as_po(seen, other, "ja", settle({}, seen))
    empty = SheetDocument(skeleton(seen, "ja"))
    brought = bring(seen, look(empty.words, source=BAKERY), empty, read_texts(text))
    empty.apply(brought.edits, "import")
    assert [f for f in check_translation(BAKERY, empty.text) if f.code.startswith("translation")] == []
    assert [p.target for p in pairs(seen, look(empty.words, source=BAKERY))] == [p.target for p in pairs(seen, other)]
    empty.undo()
    assert empty.text == skeleton(seen, "ja")


def test_only_what_was_translated_anew_is_touched() -> None:
    seen, other = look(SHOP), look(SHOP_JA, source=SHOP)
    text = (
        as_csv(seen, other)
        .replace("袋はご利用ですか。", "袋はいりますか。")
        .replace("大丈夫です\nいらないです", "いりません")
    )
    document = SheetDocument(SHOP_JA)
    brought = bring(seen, other, document, read_texts(text))
    document.apply(brought.edits)
    before, after = set(SHOP_JA.split("\n")), set(document.text.split("\n"))
    assert after - before == {"CLERK：袋はいりますか。", "・いりません"}
    assert brought.changed == 2


def test_what_no_longer_fits_is_named() -> None:
    seen, other = look(SHOP), look(SHOP_JA, source=SHOP)
    text = (
        as_po(seen, other, "ja")
        .replace("Do you need a bag?", "Would you need a bag?")
        .replace("bag / hint 1", "bin / hint 1")
    )
    document = SheetDocument(SHOP_JA)
    brought = bring(seen, other, document, read_texts(text))
    assert (brought.outdated, brought.unknown) == (("bag / opening / say 0",), ("bin / hint 1",))
    assert brought.edits == ()


def test_a_cell_is_no_formula() -> None:
    source = BAKERY.replace("BAKER: Good morning.", "BAKER: =1+1 is two.")
    seen = look(source)
    text = as_csv(seen, look(BAKERY_JA, source=source))
    assert ",'=1+1" not in text.split("\n")[0]
    assert "=1+1 is two." in text
    assert not any(cell.startswith("=") for row in text.split("\r\n") for cell in row.split(","))
    assert bring(seen, look(BAKERY_JA, source=source), SheetDocument(BAKERY_JA), read_texts(text)).outdated == ()
