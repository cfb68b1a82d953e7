"""What the loudspeaker needed is known at the next start, and forgotten after two weeks."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.storage.loudspeaker import FORGOTTEN, LoudspeakerRoom


@pytest.mark.parametrize(("later", "known"), [(0.0, 2), (FORGOTTEN - 10, 2), (FORGOTTEN + 10, 0), (-86_400.0, 0)])
def test_known_at_the_next_start_for_two_weeks(tmp_path: Path, later: float, known: int) -> None:
    path = tmp_path / "cache" / "loudspeaker"
    assert LoudspeakerRoom(path).read() == 0
    LoudspeakerRoom(path).keep(2)
    written = path.stat().st_mtime
    assert LoudspeakerRoom(path, lambda: written + later).read() == known


@pytest.mark.parametrize("content", [b"", b"two", b"-3", b"\xff\xfe"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "loudspeaker"
    path.write_bytes(content)
    assert LoudspeakerRoom(path).read() == 0


def test_a_disk_that_takes_nothing_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder belongs")
    room = LoudspeakerRoom(tmp_path / "cache" / "loudspeaker")
    room.keep(1)
    assert room.read() == 0
