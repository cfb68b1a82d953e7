"""Frames on the pipe: they come back as they were sent, and anything else is an error."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.hearing.wire import WireError, audio_frame, message_frame, read_frame


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**64 - 1), st.binary(max_size=300))
def test_sound_comes_back(sequence: int, pcm: bytes) -> None:
    assert read_frame(io.BytesIO(audio_frame(sequence, pcm))) == ("A", (sequence, pcm))


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=5), st.text(max_size=20) | st.integers(), max_size=4))
def test_messages_come_back(message: dict) -> None:
    assert read_frame(io.BytesIO(message_frame(message))) == ("J", message)


def test_japanese_is_sent_as_it_is() -> None:
    assert "袋".encode() in message_frame({"text": "袋"})


def test_a_clean_end_is_none() -> None:
    assert read_frame(io.BytesIO()) is None


@pytest.mark.parametrize(
    "sent",
    [
        b"X\x00\x00\x00\x00",
        b"J\xff\xff\xff\xff",
        b"J\x05\x00\x00\x00{}",
        b"J\x02\x00\x00\x00[]",
        b"J\x01\x00\x00\x00{",
        b"J\x01",
    ],
    ids=["kind", "huge", "cut", "list", "not json", "half a head"],
)
def test_anything_else_is_no_frame(sent: bytes) -> None:
    with pytest.raises(WireError):
        read_frame(io.BytesIO(sent))
