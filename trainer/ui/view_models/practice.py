"""View model of a visit in progress: snapshots of the visit, and what only the screen knows of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from trainer.session.view import NoticeView, ReplyView, VisitView
from trainer.speech import Way
from trainer.ui.bridge import Desk, Level, Stop, Visit
from trainer.ui.kit.caption_layout import Said
from trainer.ui.view_models.reading import reached
from trainer.ui.view_models.settings import SettingsModel

YOU = "you"


class PracticeModel(QObject):
    """Signals: `changed` (a new snapshot), `mouth` and `level` (often), `drawer_changed`, `ended` (once)."""

    changed = Signal()
    mouth = Signal(float)
    level = Signal(float)
    drawer_changed = Signal(bool)
    ended = Signal()

    def __init__(self, desk: Desk, settings: SettingsModel) -> None:
        super().__init__()
        self._desk, self._settings = desk, settings
        self.visit: Visit | None = None
        self.view = VisitView()
        self._stops: list[Stop] = []
        self._seen: set[str] = set()
        self._fresh: dict[str, tuple[tuple[str, str], ...]] = {}
        self._dismissed: set[NoticeView] = set()
        self._told_end = False
        self._reset()

    def _reset(self) -> None:
        self.typed = ""
        self.words_off = False
        self.drawer = False
        self.read_at = 0
        self.recording = False
        self._seen, self._fresh, self._dismissed, self._told_end = set(), {}, set(), False

    # --- a visit comes and goes ----------------------------------------------------------------------------------

    def attach(self, visit: Visit) -> None:
        """Show this visit from now on."""
        self.detach()
        self._reset()
        self.visit, self.view = visit, visit.view
        self._stops = [
            visit.watch(self._on_view),
            visit.watch_mouth(self.mouth.emit),
            visit.watch_level(self._on_level),
        ]
        self.changed.emit()

    def detach(self) -> None:
        """Let go of the visit; it ends quietly."""
        for stop in self._stops:
            stop()
        self._stops = []
        if self.visit is not None:
            self.visit.close()
            self.visit = None

    def begin(self) -> None:
        """The screen is there."""
        if self.visit is not None and self.view.phase == "waiting":
            self.visit.begin()

    def _on_view(self, view: VisitView) -> None:
        if view.turn != self.view.turn:
            self.read_at = 0
            self.typed = "" if view.phase == "listening" and self.view.phase != "listening" else self.typed
        self.view = view
        if view.phase != "listening":
            self.recording = False
        self.changed.emit()
        if view.phase == "ended" and not self._told_end:
            self._told_end = True
            self.ended.emit()

    def _on_level(self, level: Level) -> None:
        self.level.emit(level.now)

    def _wish(self, call: Callable[[Visit], None]) -> None:
        if self.visit is not None:
            call(self.visit)

    # --- what shows ----------------------------------------------------------------------------------------------

    def captions(self) -> tuple[Said, ...]:
        """The partner's lines with readings, the word being said and how much is visible."""
        view = self.view
        reveal = view.phase == "speaking" and not self._settings.now.show_words_first and view.spoken is not None
        lines = []
        for at, line in enumerate(view.captions):
            spoken = view.spoken if view.spoken is not None and view.spoken.line == at else None
            shown: int | None = None
            if reveal and view.spoken is not None and at >= view.spoken.line:
                shown = view.spoken.last if at == view.spoken.line else 0
            word = (spoken.first, spoken.last) if spoken is not None else None
            who = YOU if line.speaker == YOU else line.name
            lines.append(Said(who, line.text, self.ruby(line.text, line.language), word, shown))
        return tuple(lines)

    def ruby(self, text: str, language: str) -> tuple[tuple[str, str], ...]:
        """Readings above kanji, as the trainee wants them: none, the first time in a visit, or all."""
        wish = self._settings.now.furigana
        if language != "ja" or wish == "off":
            return ()
        if text not in self._fresh:
            pieces = tuple(self._desk.reading(text))
            if wish == "first":
                kept = []
                for piece, reading in pieces:
                    kept.append((piece, "" if piece in self._seen else reading))
                    if reading:
                        self._seen.add(piece)
                pieces = tuple(kept)
            self._fresh[text] = pieces
        return self._fresh[text]

    def replies(self) -> tuple[ReplyView, ...]:
        """What can be answered now, things tried on purpose last."""
        return tuple(sorted(self.view.replies, key=lambda reply: reply.on_purpose))

    def words_of(self, reply: ReplyView) -> str:
        """The line a reply is said with: its first words, or the gesture."""
        return reply.words[0] if reply.words else reply.label

    def readable(self) -> tuple[ReplyView, ...]:
        """Replies with words, to read aloud."""
        return tuple(reply for reply in self.replies() if reply.words)

    def reading_line(self) -> str:
        """The line to read aloud now."""
        options = self.readable()
        return self.words_of(options[self.read_at % len(options)]) if options else ""

    def lit(self) -> int:
        """How many characters of that line have been read."""
        return reached(self.reading_line(), self.view.heard)

    def another_line(self) -> None:
        """Read another of the lines."""
        self.read_at += 1
        self.changed.emit()

    def notices(self) -> tuple[NoticeView, ...]:
        """What is worth knowing and was not put aside."""
        return tuple(item for item in self.view.notices if item not in self._dismissed)

    def dismiss(self, item: NoticeView) -> None:
        """Put it aside."""
        self._dismissed.add(item)
        self.changed.emit()

    # --- wishes --------------------------------------------------------------------------------------------------

    def pick(self, reply: ReplyView) -> None:
        """Give that reply."""
        self._wish(lambda visit: visit.pick(reply.id, reply.words[0] if reply.words else ""))

    def pick_id(self, reply: str) -> None:
        """Give the reply of that id (one of the two that were asked about)."""
        self._wish(lambda visit: visit.pick(reply))

    def say_typed(self) -> bool:
        """Answer with what was typed; False when there is nothing to say yet."""
        text = self.typed.strip()
        if not text or self.view.phase not in ("listening", "speaking"):
            return False
        self.typed = ""
        self._wish(lambda visit: visit.say_text(text))
        return True

    def say_for_me(self, reply: ReplyView | None = None) -> None:
        """The program says it aloud, then it counts."""
        if reply is None:
            options = self.readable() or self.replies()
            at = self.read_at if self.view.way == "read" else 0
            reply = options[at % len(options)] if options else None
        if reply is not None:
            chosen, words = reply.id, reply.words[0] if reply.words else ""
            self._wish(lambda visit: visit.say_for_me(chosen, words))

    def press_microphone(self) -> None:
        """Press to speak and again to be done (push-to-talk), or be done (hands-free)."""
        if not self._settings.now.push_to_talk:
            self._wish(lambda visit: visit.done())
            return
        self.recording = not self.recording
        down = self.recording
        self._wish(lambda visit: visit.press(down))
        self.changed.emit()

    def hears_now(self) -> bool:
        """Is the microphone open for the trainee at this moment?"""
        spoken = self.view.way in ("speak", "read") and self.view.phase == "listening"
        return spoken and (self.recording or not self._settings.now.push_to_talk)

    def done(self) -> None:
        """Close the turn with what was heard."""
        self._wish(lambda visit: visit.done())

    def help(self) -> None:
        """The next hint."""
        self._wish(lambda visit: visit.help())

    def repeat(self, slower: bool = False) -> None:
        """Hear it again."""
        self._wish(lambda visit: visit.repeat(slower))

    def neither(self) -> None:
        """Neither of the two."""
        self._wish(lambda visit: visit.neither())

    def go_on(self) -> None:
        """Only listening: on to the next turn."""
        self._wish(lambda visit: visit.go_on())

    def stay_quiet(self) -> None:
        """Say nothing; the scene goes on from there."""
        self._wish(lambda visit: visit.stay_quiet())

    def set_way(self, way: Way) -> None:
        """Another way of answering, remembered for next time too."""
        if way != self.view.way:
            self._settings.change(way=way)
            self._wish(lambda visit: visit.set_way(way))

    def set_dial(self, name: str, value: int) -> None:
        """Move a dial."""
        self._wish(lambda visit: visit.set_dial(name, value))

    def all_gentle(self) -> None:
        """Every dial at its gentlest."""
        for dial in self.view.dials:
            if dial.value != dial.gentlest:
                self.set_dial(dial.name, dial.gentlest)

    def toggle_words(self) -> None:
        """Hide the captions or show them."""
        self.words_off = not self.words_off
        self.changed.emit()

    def breathe(self) -> None:
        """Everything waits."""
        self._wish(lambda visit: visit.breathe())

    def breathe_end(self) -> None:
        """Back."""
        self._wish(lambda visit: visit.breathe_end())

    def set_drawer(self, open_: bool) -> None:
        """Show or hide the dials."""
        if open_ != self.drawer:
            self.drawer = open_
            self.drawer_changed.emit(open_)

    def leave(self) -> None:
        """Leave; the partner says goodbye. Once more closes at once."""
        self._wish(lambda visit: visit.leave())

    def escape(self) -> None:
        """Esc: close what is open, else leave."""
        if self.drawer:
            self.set_drawer(False)
        elif self.view.phase == "breathing":
            self.breathe_end()
        else:
            self.leave()

    def mute(self, muted: bool) -> None:
        """Silence at once."""
        self._wish(lambda visit: visit.mute(muted))
