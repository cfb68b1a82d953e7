"""How often the partner's next words were rendered before they were needed, and what rendering ahead computes."""

from __future__ import annotations

import os
import time
from typing import Any

from tests.bench.watching import children, cpu_seconds, words_of
from trainer.speaking.partner_voice import PartnerVoice


class Readiness:
    """Looks over the shoulder of one voice: each piece that is to be said now, and whether its sound was there."""

    def __init__(self, voice: PartnerVoice) -> None:
        self._renderer = voice._renderer
        self._turns: dict[int, list[bool]] = {}
        self._all: list[list[bool]] = []
        self.late: list[str] = []
        self._began = time.monotonic()
        piece = voice._piece

        def looked_at(say: Any, index: int, line: Any, part: Any, *rest: Any) -> None:  # noqa: ANN401 - as `_piece` takes
            if voice._is_open(say):
                wanted = voice._wanted(line, part, rest[-1])
                there = wanted is None or self._renderer._cache.get(wanted) is not None
                if id(say) not in self._turns:
                    self._turns = {id(say): []}
                    self._all.append(self._turns[id(say)])
                self._turns[id(say)].append(there)
                if not there:
                    self.late.append(f"turn {say.turn}: {line.text[part.first : part.last]}")
            piece(say, index, line, part, *rest)

        voice._piece = looked_at  # type: ignore[method-assign]

    @property
    def cache_size(self) -> int:
        """Bytes of rendered lines that are kept."""
        return self._renderer._cache.size

    def computed(self) -> float:
        """Seconds of computing: the renderer's thread and the voices' processes that run now."""
        own = cpu_seconds(os.getpid(), self._renderer._thread.native_id)
        voices = [child for child in children(os.getpid()) if b"_voice" in words_of(child)]
        return own + sum(cpu_seconds(child) for child in voices)

    def told(self) -> dict[str, Any]:
        """Turns of the partner; in how many the first words, and all words, were there; the share of one core."""
        turns = [turn for turn in self._all if turn]
        return {
            "turns": len(turns),
            "first_words_ready": sum(turn[0] for turn in turns),
            "all_words_ready": sum(all(turn) for turn in turns),
            "late": self.late[:20],
            "percent_of_a_core": round(100 * self.computed() / (time.monotonic() - self._began), 1),
        }
