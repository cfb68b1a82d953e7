"""Settings: written so that a person can read them, read so that nothing can stop the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.disk import full_disk
from trainer.settings import Settings
from trainer.storage.settings_file import SettingsFile, SettingsNotice, read_settings

CHANGED = Settings(
    started=True,
    screen_language="ja",
    practice_language="ja",
    way="speak",
    theme="dark",
    text_scale=1.5,
    reduced_motion=True,
    furigana="all",
    partner="sora",
    voice="openjtalk:mei",
    volume=0.3,
    sound=False,
    pace=0.85,
    microphone="USB マイク",
    speaker_device="Kopfhörer",
    push_to_talk=True,
    headphones=True,
    quiet_voice=True,
    pause=6.5,
    pause_learnt=False,
    show_words_first=True,
    keep_words=True,
    learn_my_words=False,
    window_title_neutral=True,
    lock_on_hide=True,
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.toml")


def put(file: SettingsFile, text: str | bytes) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_every_setting_makes_the_round_trip(file: SettingsFile) -> None:
    same = [field.name for field in fields(Settings) if getattr(CHANGED, field.name) == getattr(Settings(), field.name)]
    assert not same, "change these in CHANGED too, or the round trip proves nothing"
    assert file.save(CHANGED) == ""
    assert file.load() == (CHANGED, None)
    assert file.save(Settings()) == ""
    assert file.load() == (Settings(), None)


def test_without_a_file_the_defaults_hold_silently(file: SettingsFile) -> None:
    assert file.load() == (Settings(), None)
    assert not file.path.exists()


def test_only_what_differs_is_written(file: SettingsFile) -> None:
    file.save(Settings(way="type"))
    assert file.path.read_text("utf-8") == 'way = "type"\n'


def test_unknown_keys_and_comments_are_kept(file: SettingsFile) -> None:
    put(file, '# mine\nway = "type"  # typing is calm\nfrom_the_future = { a = [1, 2] }\n\n[window]\nwidth = 900\n')
    settings, notice = file.load()
    assert (settings.way, notice) == ("type", None)
    assert file.save(replace(settings, way="listen", volume=0.5)) == ""
    text = file.path.read_text("utf-8")
    for kept in ("# mine", "# typing is calm", "from_the_future = { a = [1, 2] }", "[window]", "width = 900"):
        assert kept in text
    assert file.load()[0] == Settings(way="listen", volume=0.5)


def test_a_value_that_cannot_be_used_gives_its_default_and_one_notice(file: SettingsFile) -> None:
    put(file, 'way = "shout"\npause = "long"\nvolume = 7\nstarted = 1\ntheme = "dark"\n')
    settings, notice = file.load()
    assert settings == Settings(theme="dark", volume=1.0)
    assert notice == SettingsNotice("settings-values", "started, way, volume, pause")


@pytest.mark.parametrize(
    "content", [b"way = \n", b"\xff\xfe\x00", b"[[[", b"way = 'type'\nway = 'read'\n", b"a=" + b"[" * 5000]
)
def test_a_damaged_file_gives_the_defaults_and_is_kept_when_saving(file: SettingsFile, content: bytes) -> None:
    put(file, content)
    settings, notice = file.load()
    assert settings == Settings()
    assert notice is not None and notice.code in ("settings-damaged", "settings-not-readable")
    assert file.path.read_bytes() == content
    assert file.save(Settings(way="read")) == ""
    assert file.load() == (Settings(way="read"), None)
    assert file.path.with_name("settings.toml.old").read_bytes() == content


def test_an_empty_file_gives_the_defaults(file: SettingsFile) -> None:
    put(file, "")
    assert file.load() == (Settings(), None)


def test_a_folder_in_the_place_of_the_file_is_met_kindly(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)
    assert file.load()[0] == Settings()
    assert file.load()[1] is not None


def test_a_full_disk_leaves_the_old_file(file: SettingsFile) -> None:
    file.save(Settings(way="type", partner="p" * 300))
    before = file.path.read_bytes()
    with full_disk(100):
        assert file.save(Settings(way="read", partner="q" * 400)) == "settings-not-kept"
    assert file.path.read_bytes() == before
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.toml"]


WRITER = """
import sys
from pathlib import Path
from trainer.settings import Settings
from trainer.storage.settings_file import SettingsFile

file = SettingsFile(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    assert file.save(Settings(partner=f"{number:06d}" * 80, voice=f"{number:06d}" * 80)) == ""
    print(number, flush=True)
"""


def test_kill_9_leaves_the_old_file_or_the_new_one(file: SettingsFile) -> None:
    for after in (1, 9, 30):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(file.path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        for _ in range(after):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        rest = [line for line in writer.stdout.read().splitlines() if line.isdigit()]
        writer.wait()
        writer.stdout.close()
        settings, notice = file.load()
        assert notice is None
        assert settings.partner == settings.voice
        saved = int(rest[-1]) if rest else after
        assert int(settings.partner[:6]) in (saved, saved + 1)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]), values))
def test_no_value_can_break_the_settings(given_values: dict[str, object]) -> None:
    settings, strange = read_settings(given_values)
    assert set(strange) <= set(given_values)
    for name in set(given_values) - set(strange):
        assert getattr(settings, name) == given_values[name]
    # What came out is itself beyond reproach.
    again = {field.name: getattr(settings, field.name) for field in fields(Settings)}
    assert read_settings(again) == (settings, ())


def test_settings_are_saved_again_over_what_was_saved(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    for way in ("speak", "type", "choose"):
        wanted = Settings(started=True, way=way, pause=5.0, text_scale=1.5, practice_language="ja")
        assert file.save(wanted) == ""
        assert file.load() == (wanted, None)
