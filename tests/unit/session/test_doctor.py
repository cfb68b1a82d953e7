"""The doctor's report: what can be held, and what is said about the rest."""

from __future__ import annotations

from trainer.session.doctor import Check, as_data, as_text, report, without_people


def test_choosing_needs_nothing_but_a_scene() -> None:
    given = report([Check("Microphone", "absent", "none", "Plug one in.")], scenes=1, voice=True, ears=False)
    assert given.can_talk
    assert given.ways == ("listen", "choose", "type")
    text = as_text(given)
    assert "Plug one in." in text
    assert "choose, type" in text


def test_ears_add_reading_and_speaking() -> None:
    assert report([], scenes=3, voice=True, ears=True).ways == ("listen", "choose", "type", "read", "speak")


def test_without_a_voice_captions_go_on() -> None:
    assert "listen (captions only)" in report([], scenes=1, voice=False, ears=False).ways


def test_without_scenes_nothing_can_be_practised() -> None:
    given = report([], scenes=0, voice=True, ears=True)
    assert not given.can_talk
    assert as_data(given)["can_talk"] is False


def test_advice_is_not_given_for_what_works() -> None:
    assert "never shown" not in as_text(report([Check("Voice", "ready", "x", "never shown")], 1, True, True))


def test_copy_for_help_holds_no_names() -> None:
    text = without_people("data in /home/yuki/.local (yuki)", ["/home/yuki", "yuki"])
    assert "yuki" not in text
