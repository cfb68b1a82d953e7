"""Looking for words in the lines of a sheet."""

from trainer.editor.model.finding import Place, nearest, places


def test_every_place_from_top_to_bottom() -> None:
    assert places(["A roll, a Roll.", "", "rolls"], "roll") == (Place(0, 2, 6), Place(0, 10, 14), Place(2, 0, 4))
    assert places(["aaaa"], "aa") == (Place(0, 0, 2), Place(0, 2, 4))
    assert places(["a roll"], " ") == places(["a roll"], "") == places([], "a") == ()


def test_width_and_size_of_letters_do_not_matter_and_the_place_is_the_sheets_own() -> None:
    assert places(["ＡＢＣ　カード ㌔ｶｰﾄﾞ"], "カード") == (Place(0, 4, 7), Place(0, 9, 13))
    assert places(["㌔です"], "キロ") == (Place(0, 0, 1),)
    assert places(["ＰＡＹ and pay"], "Pay") == (Place(0, 0, 3), Place(0, 8, 11))


def test_looking_goes_on_from_the_caret() -> None:
    found = places(["roll", "x", "roll"], "roll")
    assert nearest(found, 0, 0) == 0
    assert nearest(found, 0, 1) == nearest(found, 2, 0) == 1
    assert nearest(found, 2, 1) == 0
    assert nearest((), 0, 0) == -1
