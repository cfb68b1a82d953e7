"""Those who are there beside the partner: where they stand, and what their faces do while somebody speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.ui.scene import motion
from trainer.ui.scene.face import POSES, FacePose, FaceState, blend
from trainer.ui.scene.partners import PartnerLook, partner

PARTNER, NOBODY = 0, -1
"""Who speaks: the partner, or a voice that nobody is drawn for; 1 and 2 are those beside the partner."""

SPOTS: tuple[float, ...] = (556.0, 352.0)
"""Where the first and the second stand, in design units: to the left, because the bubble stands to the right."""
SIZES: tuple[float, ...] = (0.86, 0.78)
"""A step back, and another one: how large they are beside the partner."""
GROUND = 600.0
"""The design height that stays where it is when somebody is painted smaller."""

_EDGE = 118.0  # design units from somebody's middle to their shoulder, and a little air
_NEAREST = 596.0  # as close to the partner as a face is still seen whole
_TURN = 6.2  # how far the eyes go to whoever speaks


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody beside the partner in one frame: where, how large, and with which face."""

    look: PartnerLook
    face: FaceState
    x: float
    size: float
    breath: float = 0.0
    sway: float = 0.0


class Company:
    """The people beside the partner. Eyes and faces follow whoever speaks, eased as the partner's own face is."""

    def __init__(self) -> None:
        self.members: tuple[tuple[PartnerLook, str], ...] = ()
        self.speaker = PARTNER
        self._turned = [0.0]

    def set(self, people: Sequence[tuple[str, str]]) -> bool:
        """These are there, as partner ids with the names shown; True when that changed."""
        members = tuple((partner(one), name) for one, name in people[: len(SPOTS)])
        if members == self.members:
            return False
        self.members = members
        self._turned = [0.0] * (len(members) + 1)
        return True

    def speak(self, speaker: int) -> bool:
        """Somebody else speaks from now on; True when that changed."""
        changed, self.speaker = speaker != self.speaker, speaker
        return changed

    def advance(self, seconds: float, speaking: bool) -> None:
        """Let time pass: whoever does not speak turns to the one who does."""
        self._turned = [
            motion.followed(now, target, seconds / 2)
            for now, target in zip(self._turned, self._targets(speaking), strict=True)
        ]

    def settle(self, speaking: bool) -> None:
        """Jump to where everything was going."""
        self._turned = list(self._targets(speaking))

    def moves(self, speaking: bool) -> bool:
        """Whether somebody is still turning."""
        return any(abs(now - to) > 0.01 for now, to in zip(self._turned, self._targets(speaking), strict=True))

    def told(self, lead: str, face: str) -> tuple[str, str, tuple[str, ...]]:
        """For the description: whose face is told of, which face that is, and who else is there."""
        names = (lead, *(name for _, name in self.members))
        if face != "speaking" or not 0 <= self.speaker < len(names):
            return lead, "neutral" if face == "speaking" else face, names[1:]
        return names[self.speaker], face, (*names[: self.speaker], *names[self.speaker + 1 :])

    def _targets(self, speaking: bool) -> tuple[float, ...]:
        heard = speaking and self.speaker != NOBODY
        return tuple(float(heard and number != self.speaker) for number in range(len(self.members) + 1))

    def lead(self, face: FaceState) -> FaceState:
        """The partner's own face: as it is, or turned to the one beside them who speaks."""
        return self._toward(face, self._turned[0], -_TURN) if self._turned[0] > 0.001 else face

    def beside(self, face: FaceState, seen_from: float, t: float, alive: bool) -> tuple[Beside, ...]:
        """Who is painted, the furthest first. `face` is that of whoever speaks, `seen_from` the first x that is seen.

        Whoever has no room is left out, except the one who speaks.
        """
        spots = [x for x in SPOTS if x - _EDGE * SIZES[0] >= seen_from]
        spots = spots or [max(SPOTS[0], min(_NEAREST, seen_from + _EDGE * SIZES[0]))]
        shown = list(range(len(self.members)))
        if len(shown) > len(spots):
            shown = [max(0, min(self.speaker - 1, len(shown) - 1))]
        made = []
        for place, number in enumerate(shown):
            later = t + 1.9 * (number + 1)
            lids = motion.lids(later) if alive else 1.0
            speaks = number + 1 == self.speaker
            own = face if speaks else FaceState(POSES["neutral"], face.gaze * 0.8, lids)
            across = _TURN if self.speaker in (PARTNER, NOBODY) or number > self.speaker - 1 else -_TURN
            own = own if speaks else self._toward(own, self._turned[number + 1], across)
            made.append(
                Beside(
                    self.members[number][0], own, spots[place], SIZES[place],
                    motion.breath(later) if alive else 0.0, motion.sway(later) if alive else 0.0,
                )
            )  # fmt: skip
        return tuple(reversed(made))

    @staticmethod
    def _toward(face: FaceState, share: float, across: float) -> FaceState:
        listening = replace(POSES["listening"], gaze_x=across, tilt=across / 3)
        pose: FacePose = blend(face.pose, listening, share)
        return replace(face, pose=pose, gaze=face.gaze + (1 - face.gaze) * share, mouth=face.mouth * (1 - share))
