"""Keeps a microphone open: opens it, notices silence, loss and return, tries again quietly, and says what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trainer.hearing.microphone import Deliver, Microphone, MicrophoneError
from trainer.speech import AudioChunk, DeviceInfo, MicrophoneChanged, MicrophoneState, Post

STALLED = 1.0
"""Seconds without a block after which a stream counts as standing still (a suspended source stays "active")."""

STARTING = 3.0
"""The same for a stream that has not delivered anything yet (an ordinary null sink needed up to 1.9 s)."""

MUTED = 1.5
"""Seconds of exact zeros after which a microphone is muted or not permitted (both look the same)."""

FELL_SILENT = 8.0
"""The same for a microphone that has sounded before: noise suppressors give exact zeros in every pause of a speaker
(a quarter of all samples in our real recordings), and somebody who thinks for a while must not be told of a fault."""

RETRY = 3.0
"""Seconds between quiet attempts to have a microphone again."""


class MicrophoneKeeper:
    """Owned by the hearing thread. Never raises; every change is posted once."""

    def __init__(self, microphone: Microphone, deliver: Deliver, post: Post, clock: Callable[[], float]) -> None:
        self._microphone = microphone
        self._deliver = deliver
        self._post = post
        self._clock = clock
        self._wanted = False
        self._device = ""
        self._open = False
        self._name = ""
        self._last_block = 0.0
        self._delivered = False
        self._zeros = 0.0
        self._sounded = False
        self._next_try = 0.0
        self._said: MicrophoneState | None = None

    @property
    def state(self) -> MicrophoneState | None:
        """What was posted last."""
        return self._said

    def want(self, wanted: bool) -> None:
        """Have the microphone open, or closed."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted:
            self._try()
        else:
            self._shut()
            self._said = None

    def use(self, device: str) -> None:
        """Use another device from now on ("" the system's own)."""
        if device == self._device:
            return
        self._device = device
        if self._wanted:
            self._shut()
            self._try()

    def devices(self) -> Sequence[DeviceInfo]:
        """What can be chosen."""
        return self._microphone.devices()

    def heard(self, chunk: AudioChunk, partner_speaks: bool = False) -> None:
        """A block arrived (seen by the hearing thread).

        While the partner speaks it proves only that the stream runs: where the microphone is gone, PulseAudio hands on
        the loudspeaker's own sound in its place, and that must not count as a microphone that sounds.
        """
        self._last_block = self._clock()
        self._delivered = True
        if partner_speaks:
            return
        self._zeros = 0.0 if any(chunk.pcm) else self._zeros + chunk.seconds
        self._sounded = self._sounded or not self._zeros
        if self._zeros >= (FELL_SILENT if self._sounded else MUTED):
            self._say("muted")
        elif self._said in ("muted", "stalled") and not self._zeros:
            self._say("ready")

    def watch(self) -> None:
        """To be called a few times a second."""
        now = self._clock()
        if not self._wanted:
            return
        if not self._open:
            if now >= self._next_try:
                self._microphone.refresh()
                self._try()
            return
        if not self._microphone.running():
            self._lose("lost")
        elif now - self._last_block > (STALLED if self._delivered else STARTING) and self._said != "stalled":
            self._say("stalled")
        elif now - self._last_block > RETRY + STARTING:
            # Standing still for long: a fresh stream may find the device that took its place.
            self._shut()
            self._try()

    def make_room(self) -> None:
        """Let go for a moment if the loudspeaker needs the devices listed anew. Not in the middle of speech."""
        if self._open and self._microphone.in_the_way():
            self._shut()
            self._microphone.refresh()
            self._try()

    def close(self) -> None:
        """End the stream."""
        self._wanted = False
        self._shut()

    def _try(self) -> None:
        self._next_try = self._clock() + RETRY
        device = self._device
        try:
            opened = self._microphone.open(device, self._deliver)
        except MicrophoneError as error:
            if not device:
                self._say("absent" if error.code == "absent" or self._said is None else "lost")
                return
            try:  # the chosen one is not there: the system's own is better than none, and it is named
                opened = self._microphone.open("", self._deliver)
            except MicrophoneError:
                self._say("absent" if self._said in (None, "absent") else "lost")
                return
        before, self._name = self._name, opened.name
        self._open = True
        self._delivered = False
        self._zeros = 0.0
        self._sounded = False
        self._last_block = self._clock()
        replaced = (device and opened.name != device) or (before and before != opened.name)
        self._say("changed" if replaced else "ready")

    def _lose(self, state: MicrophoneState) -> None:
        self._shut()
        self._next_try = self._clock() + 0.5
        self._say(state)

    def _shut(self) -> None:
        self._open = False
        self._microphone.close()

    def _say(self, state: MicrophoneState) -> None:
        if state != self._said:
            self._said = state
            self._post(MicrophoneChanged(state, self._name if state != "absent" else ""))
