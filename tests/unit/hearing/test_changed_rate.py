"""A microphone that comes back with another rate: a Bluetooth headset that changes its profile while practising."""

from __future__ import annotations

import numpy as np
import soxr

from tests.helpers.hearing import BAG_EN, listening
from tests.helpers.recorded_microphone import RecordedMicrophone
from tests.helpers.synthetic_speaker import quiet, render
from trainer.hearing.conditioning import FRAME, FRAME_SECONDS
from trainer.hearing.recordings import blocks
from trainer.hearing.sound_chain import Frame, SoundChain
from trainer.speech import MicrophoneChanged

RATES = (48_000, 8_000, 44_100, 16_000)


def tone(rate: int) -> bytes:
    return (6000 * np.sin(2 * np.pi * 440 * np.arange(rate) / rate)).astype("<i2").tobytes()


def test_frames_go_on_in_time_and_in_tune_over_every_change_of_rate() -> None:
    chain = SoundChain()
    frames: list[Frame] = []
    for second, rate in enumerate(RATES):
        for block in blocks(tone(rate), rate, float(second)):
            frames += chain.frames(block)
    times = np.array([frame.time for frame in frames])
    assert np.all(np.diff(times) > 0)
    assert abs(len(frames) * FRAME_SECONDS - len(RATES)) < 0.25
    assert abs(times[-1] - len(RATES)) < 0.1
    heard = np.frombuffer(b"".join(frame.pcm for frame in frames), "<i2").astype(float)
    for second in range(len(RATES)):
        middle = heard[int((second + 0.3) * 16_000) :][: FRAME * 16]
        strongest = np.abs(np.fft.rfft(middle * np.hanning(len(middle)))).argmax() * 16_000 / len(middle)
        assert abs(strongest - 440) < 5


def test_a_headset_that_returns_at_another_rate_in_mid_turn_is_heard() -> None:
    pcm, rate = render("can i have a bag please", "en")
    whole = quiet(0.6, rate) + pcm + quiet(0.6, rate)
    other = 8_000
    narrow = soxr.resample(np.frombuffer(whole, "<i2"), rate, other).astype("<i2").tobytes()
    microphone = RecordedMicrophone(rate, 0.35)
    with listening(microphone) as (ears, collected):
        ears.listen(BAG_EN)
        collected.wait(lambda facts: any(isinstance(fact, MicrophoneChanged) for fact in facts))
        microphone.unplug()
        collected.wait(lambda facts: any(isinstance(f, MicrophoneChanged) and f.state == "lost" for f in facts))
        microphone.rate = other
        microphone.plug("Recorded microphone, hands-free")
        collected.wait(lambda facts: [f.state for f in facts if isinstance(f, MicrophoneChanged)][-1] == "changed")
        microphone.play(narrow)
        assert collected.heard().utterance.text == "can i have a bag please"
    said = [fact for fact in collected.of(MicrophoneChanged) if fact.state == "changed"]
    assert [fact.device for fact in said] == ["Recorded microphone, hands-free"]
