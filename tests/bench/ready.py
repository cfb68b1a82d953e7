"""How often the partner's next words were rendered before they were needed, and what rendering them computes."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from tests.bench.watching import children, cpu_seconds, words_of
from trainer.speaking.cache import Wanted
from trainer.speaking.partner_voice import PartnerVoice

KEPT = 60
"""Late pieces that are told one by one."""
_HEARD = ("recipe", "pace", "semitones", "decibels", "readings")


class Readiness:
    """Looks over the shoulder of one voice: each piece that is to be said now, and whether its sound was there.

    What begins a turn is there when it lies in the cache; what follows, when it comes before the sound ran out.
    """

    def __init__(self, voice: PartnerVoice) -> None:
        self._renderer = voice._renderer
        self._turns: dict[int, list[bool]] = {}
        self._all: list[list[bool]] = []
        self._foreseen: set[Wanted] = set()
        self._children: dict[int, float] = {}
        self.late: list[str] = []
        self.why: Counter[str] = Counter()
        self._began = time.monotonic()
        self._ran_out = False
        piece, prepare, add = voice._piece, voice._renderer.prepare, voice._player.add

        def looked_at(say: Any, index: int, line: Any, part: Any, *rest: Any) -> None:  # noqa: ANN401 - as `_piece` takes
            if voice._is_open(say):
                wanted = voice._wanted(line, part, rest[-1])
                there = wanted is None or self._renderer._cache.get(wanted) is not None
                begins = id(say) not in self._turns
                if begins:
                    self._turns = {id(say): []}
                    self._all.append(self._turns[id(say)])
                    self.computed()
                piece(say, index, line, part, *rest)
                there = there or (not begins and not self._ran_out)
                self._turns[id(say)].append(there)
                if not there and wanted is not None:
                    self._tell(wanted, f"turn {say.turn}, {line.speaker}: {wanted.text}")
            else:
                piece(say, index, line, part, *rest)

        def added(clip: Any) -> None:  # noqa: ANN401 - as `add` takes
            self._ran_out = voice._player.mixer.quiet > 0
            add(clip)

        def prepared(find: Callable[[], Sequence[Wanted]]) -> None:
            def found() -> Sequence[Wanted]:
                pieces = find()
                self._foreseen.update(pieces)
                return pieces

            prepare(found)

        voice._piece = looked_at  # type: ignore[method-assign]
        voice._renderer.prepare = prepared  # type: ignore[method-assign]
        voice._player.add = added  # type: ignore[method-assign]

    def _tell(self, wanted: Wanted, what: str) -> None:
        why = "not in time" if wanted in self._foreseen else "not foreseen"
        self.why[why] += 1
        if len(self.late) < KEPT:
            minute = (time.monotonic() - self._began) / 60
            self.late.append(f"{why}{self._differs(wanted)}, {wanted.language}, minute {minute:.1f}, {what}")

    def _differs(self, wanted: Wanted) -> str:
        """In what the nearest piece with the same words that was foreseen sounds otherwise."""
        alike = [one for one in self._foreseen if one.text == wanted.text]
        kinds = [[name for name in _HEARD if getattr(one, name) != getattr(wanted, name)] for one in alike]
        fewest = min(kinds, key=len, default=[])
        return f" ({', '.join(fewest)})" if fewest else ""

    @property
    def cache_size(self) -> int:
        """Bytes of rendered lines that are kept."""
        return self._renderer._cache.size

    def computed(self) -> float:
        """Seconds of computing: the renderer's thread and the voices' processes, those too that have ended since.

        What an ended one did after it was last looked at (at every turn) is not counted.
        """
        own = cpu_seconds(os.getpid(), self._renderer._thread.native_id)
        for child in children(os.getpid()):
            if b"_voice" in words_of(child):
                self._children[child] = cpu_seconds(child)
        return own + sum(self._children.values())

    def told(self) -> dict[str, Any]:
        """Turns of the partner; in how many the first words, and all words, were there; the share of one core."""
        turns = [turn for turn in self._all if turn]
        return {
            "turns": len(turns),
            "first_words_ready": sum(turn[0] for turn in turns),
            "all_words_ready": sum(all(turn) for turn in turns),
            "why_not": dict(self.why),
            "late": self.late,
            "percent_of_a_core": round(100 * self.computed() / (time.monotonic() - self._began), 1),
        }
