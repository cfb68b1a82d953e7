"""SceneView: the living picture of one scene. It shows the state it is given and moves a little, never much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from trainer.ui.scene import motion
from trainer.ui.scene.company import PARTNER, Company
from trainer.ui.scene.face import FACES, POSES, FacePose, FaceState, blend
from trainer.ui.scene.painting import Painting
from trainer.ui.scene.palette import scene_palette
from trainer.ui.scene.partners import partner
from trainer.ui.scene.places import place
from trainer.ui.scene.raster import Fit, Wish, fit_scene
from trainer.ui.scene.stage import LIVING_BOX, Frame, Stage
from trainer.ui.scene.words import scene_name, scene_sentence, word
from trainer.ui.turning import Turning

IDLE_MS, LIVELY_MS = 75, 33
"""Milliseconds between frames: 13 a second at rest, 30 while the mouth moves or a face changes."""

REST_AFTER = 60.0
"""Seconds without any change after which the picture holds still."""

_STILL_MOUTH = 0.42  # a mouth that speaks in a still picture
_LONGEST_STEP = 0.2  # seconds; after a pause life goes on where it was


@dataclass(frozen=True, slots=True)
class _Seen:
    """How large the picture is (pixels, device pixels each) and whether only head and shoulders are seen."""

    width: int
    height: int
    ratio: float
    close: bool

    @property
    def fit(self) -> Fit:
        """Where the design space lies in it."""
        return fit_scene(self.width, self.height, self.close)


class SceneView(Painting):
    """The painted place with the partner in it; see the package for the whole API."""

    description_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._company = Stage(), Company()
        self._place, self._partner = place("shop"), partner("mina")
        self._partner_name, self._language = "", "en"
        self._queue, self._eyes, self._time = 0, 1, 0
        self._face = "neutral"
        self._from = self._to = POSES["neutral"]
        self._eased = motion.FACE_EASE
        self._gaze = 0.5
        self._mouth = self._mouth_target = 0.0
        self._reduced = self._contrast = self._covered = False
        self._partner_visible = True
        self._close = False
        self._t, self._unchanged = 0.0, 0.0
        self._drawn: _Seen | None = None
        self._coming: _Seen | None = None
        self._turning = Turning(self)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._describe()

    # --- what the picture shows -----------------------------------------------------------------------------

    def set_setting(self, name: str) -> None:
        """Show the painted place of that name (unknown: the shop)."""
        self._change("_place", place(name))

    def set_partner(self, partner_id: str) -> None:
        """Show that partner (unknown: the first one)."""
        self._change("_partner", partner(partner_id))

    def set_partner_name(self, name: str) -> None:
        """Who the scene says this is; "" uses the partner's own name."""
        self._change("_partner_name", name)

    def set_company(self, people: Sequence[tuple[str, str]]) -> None:
        """Who else is there, a step back: partner ids with the names shown; at most two are painted."""
        if self._company.set(people):
            self._changed()

    def set_speaker(self, speaker: int) -> None:
        """Who speaks: 0 the partner, 1 and 2 those beside them, -1 a voice that nobody is drawn for."""
        if self._company.speak(speaker):
            self._changed()

    def set_language(self, language: str) -> None:
        """Language of the description: "en" or "ja"."""
        self._change("_language", language)

    def set_dials(self, *, queue: int = 0, eyes: int = 1, time: int = 0) -> None:
        """People waiting 0..3, gaze 0 (looks away) .. 2 (looks at you), time 0 day, 1 evening, 2 night; clamped."""
        dials = (_clamp(queue, 3), _clamp(eyes, 2), _clamp(time, 2))
        if dials != (self._queue, self._eyes, self._time):
            self._queue, self._eyes, self._time = dials
            self._changed()

    def set_face(self, face: str) -> None:
        """One of FACES, eased over 220 ms; ValueError when it is none of them."""
        if face not in FACES:
            raise ValueError(f"no face is called {face!r}; there are {', '.join(FACES)}")
        if face == self._face:
            return
        self._from, self._to, self._face = self._pose(), POSES[face], face
        self._eased = 0.0 if self._animated() else motion.FACE_EASE
        if face != "speaking":
            self._mouth_target = 0.0
            if not self._animated():
                self._mouth = 0.0
        self._changed()

    def set_mouth(self, opening: float) -> None:
        """How far the mouth is open, 0..1; in a still picture it opens once for the whole speech."""
        target = max(0.0, min(1.0, opening))
        if target == self._mouth_target:
            return
        self._mouth_target = target
        self._unchanged = 0.0
        if self._animated():
            self._start()
            return
        still = _STILL_MOUTH if target > 0 or (self._mouth > 0 and self._face == "speaking") else 0.0
        if still != self._mouth:
            self._mouth = still
            self.update(self._living())

    def set_reduced_motion(self, reduced: bool) -> None:
        """True: states jump, no timer runs."""
        self._change("_reduced", reduced)

    def set_high_contrast(self, contrast: bool) -> None:
        """True: the black palette with outlines, whatever the time of day."""
        self._change("_contrast", contrast)

    def set_visible_partner(self, visible: bool) -> None:
        """False shows the place alone."""
        self._change("_partner_visible", visible)

    def set_close(self, close: bool) -> None:
        """True in a small picture: head and shoulders, as long as somebody is drawn and nobody stands beside them."""
        self._change("_close", close)

    def set_covered(self, covered: bool) -> None:
        """True while something hides the picture: the timer stops."""
        self._change("_covered", covered)

    def description(self) -> str:
        """What is to be seen now, in one sentence (and one more when people are waiting)."""
        return str(self.accessibleDescription())

    def is_moving(self) -> bool:
        """Whether the clock runs."""
        return bool(self._timer.isActive())

    # --- life -------------------------------------------------------------------------------------------------

    def _animated(self) -> bool:
        shown = self.isVisible() and not self._covered and not self.window().isMinimized()
        return shown and not self._reduced and self._partner_visible

    def _change(self, name: str, value: object) -> None:
        """Set one attribute; nothing happens when it was so already (a screen may push the same state often)."""
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._changed()

    def _changed(self) -> None:
        self._unchanged = 0.0
        self._palette = scene_palette(self._time, self._contrast)
        self._describe()
        if self._animated():
            self._start()
        else:
            self._timer.stop()
            self._settle()
        self.update()

    def _settle(self) -> None:
        """Jump to where everything was going."""
        self._eased = motion.FACE_EASE
        self._gaze = self._eyes / 2
        self._company.settle(self._face == "speaking")
        if self._face != "speaking":
            self._mouth = 0.0

    def _start(self) -> None:
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start(LIVELY_MS)

    def _lively(self) -> bool:
        gaze_moves = abs(self._gaze - self._eyes / 2) > 0.01
        turning = self._company.moves(self._face == "speaking")
        return self._eased < motion.FACE_EASE or self._mouth_target > 0 or self._mouth > 0.02 or gaze_moves or turning

    def _on_tick(self) -> None:
        if not self._animated() or self._unchanged > REST_AFTER:
            self._timer.stop()
            return
        self.advance(min(self._clock.restart() / 1000, _LONGEST_STEP))
        wanted = LIVELY_MS if self._lively() else IDLE_MS
        if self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    def advance(self, seconds: float) -> None:
        """Let that much time pass in the picture (the timer calls this)."""
        self._t += seconds
        self._unchanged += seconds
        self._eased = min(motion.FACE_EASE, self._eased + seconds)
        self._mouth = motion.followed(self._mouth, self._mouth_target, seconds)
        self._gaze = motion.followed(self._gaze, self._eyes / 2, seconds / 2)
        self._company.advance(seconds, self._face == "speaking")
        self.update(self._living())

    def _pose(self) -> FacePose:
        return blend(self._from, self._to, motion.eased(self._eased / motion.FACE_EASE))

    def showEvent(self, event: QShowEvent) -> None:
        """Come to life when shown."""
        super().showEvent(event)
        self._changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold still when hidden."""
        super().hideEvent(event)
        self._timer.stop()

    # --- painting ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; and wake up after the window was minimised (that is when Qt asks for a picture again)."""
        super().paintEvent(event)
        if not self._timer.isActive() and self._unchanged <= REST_AFTER and self._animated():
            self._start()

    def rasterise(self) -> Iterator[None]:
        """Before it shows, at the size it has: the picture's layers, one after the other (docs/decisions/0289)."""
        seen = self._seen()
        yield from self._stage.rasterise(self._missing(seen))
        self._drawn = seen

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the current frame; in a new size, until its layers are there, as it was, stretched to cover."""
        seen, before = self._seen(), self._drawn
        if before is None or seen == before or not self._waits_for(seen):
            self._drawn = before = seen
        painter.save()
        if seen != before:
            scale = max(seen.width / before.width, seen.height / before.height)
            painter.translate((seen.width - before.width * scale) / 2, (seen.height - before.height * scale) / 2)
            painter.scale(scale, scale)
        self._stage.paint(painter, before.width, before.height, self._frame(), ratio=before.ratio, fit=before.fit)
        painter.restore()

    def _waits_for(self, seen: _Seen) -> bool:
        """Are that size's layers being made, between events? One alone is made at once."""
        if seen == self._coming:
            return self._turning.under_way
        missing = self._missing(seen)
        if len(missing) < 2 or not self.isVisible():
            return False
        self._coming = seen
        self._turning.begin(self._come(seen, missing))
        return True

    def _come(self, seen: _Seen, missing: Sequence[Wish]) -> Iterator[None]:
        yield from self._stage.rasterise(missing)
        self._drawn, self._coming = seen, None
        self.update()

    def _seen(self) -> _Seen:
        close = self._close and self._partner_visible and not self._company.members
        return _Seen(max(1, self.width()), max(1, self.height()), self.devicePixelRatioF(), close)

    def _missing(self, seen: _Seen) -> list[Wish]:
        return self._stage.missing(seen.width, seen.height, self._frame(), ratio=seen.ratio, fit=seen.fit)

    def _frame(self) -> Frame:
        alive = not self._reduced
        t = self._t
        gaze = self._gaze * (1 - (motion.looks_away(t) if alive and self._face != "thinking" else 0.0))
        face = FaceState(self._pose(), gaze, motion.lids(t) if alive else 1.0, self._mouth)
        beside = self._company.beside(face, self._seen_from(), t, alive) if self._partner_visible else ()
        own = face if self._company.speaker == PARTNER else replace(face, pose=self._unspoken(), mouth=0.0)
        return Frame(
            self._place, self._palette, self._partner if self._partner_visible else None, self._company.lead(own),
            self._queue, motion.breath(t) if alive else 0.0, motion.sway(t) if alive else 0.0, beside,
        )  # fmt: skip

    def _unspoken(self) -> FacePose:
        """The partner's face while somebody else speaks: whatever it was, it is not the one who talks."""
        return POSES["neutral"] if self._face == "speaking" else self._pose()

    def _fit(self) -> Fit:
        return self._seen().fit

    def _seen_from(self) -> float:
        """The first x of the design space that is seen."""
        fit = self._fit()
        return max(0.0, -fit.left / fit.scale)

    def _living(self) -> QRect:
        """The widget pixels in which anything moves."""
        living = LIVING_BOX
        if self._company.members:
            first = self._seen_from()
            living = (first, living[1], living[0] + living[2] - first, living[3])
        return self._fit().rect(living).toAlignedRect()

    def _describe(self) -> None:
        lead = self._partner_name or self._partner.name(self._language)
        who, face, others = self._company.told(lead, self._face)
        if self._partner_visible:
            about = scene_sentence(self._language, who, face, self._eyes, self._queue, others)
        else:
            about = word("place_about", self._language)
        name = scene_name(self._language, self._place)
        if about == self.accessibleDescription() and name == self.accessibleName():
            return
        self.set_words(name, about)
        self.description_changed.emit(about)


def _clamp(value: int, highest: int) -> int:
    return max(0, min(highest, int(value)))
