"""The journal: a path with one stone a visit, one visit in words, tension compared only with one's own past."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from trainer.ui import words
from trainer.ui.bridge import VisitEntry
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import Page, bare, clear, column
from trainer.ui.kit.plots import Pair, TensionPlot
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card, Text
from trainer.ui.scene.palette import palette_for_theme
from trainer.ui.theme import Look, mix
from trainer.ui.view_models.journal import JournalModel
from trainer.ui.views.common import Context, ask_where, card, nav_header
from trainer.ui.views.journal_pictures import AloudPicture, PlaceCount, PlacesPicture, lines_per_leaf
from trainer.ui.views.stones import Roving, StoneButton

_HILLS = {
    "light": ("#D6E6E4", "#BDD6CA", "#AFCBB1", "#E4DCC4", "#8FB59B"),
    "dark": ("#27384A", "#2C4A48", "#2F4C48", "#3F4243", "#233D3C"),
    "contrast": ("#000000", "#0C1413", "#000000", "#1A1A1A", "#101A18"),
}


def day_of(when: str, language: str, hour: bool = False) -> str:
    """A day for reading: "22 Nov", 「11月22日」; with the part of the day if wanted."""
    moment = QDateTime.fromString(when, "yyyy-MM-ddTHH:mm")
    if not moment.isValid():
        return when
    if language == "ja":
        day = f"{moment.date().month()}月{moment.date().day()}日"
    else:
        day = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom).toString(moment.date(), "d MMM")
    if not hour:
        return day
    return f"{day}, {moment.toString('H:mm')}" if language != "ja" else f"{day} {moment.toString('H:mm')}"


class PathPicture(QWidget):
    """A path through a quiet garden. Stones stand evenly, so that long gaps and short ones look the same."""

    def __init__(self, look: Look, model: JournalModel) -> None:
        super().__init__()
        self.look, self.model = look, model
        visits = model.on_path()
        self.setAccessibleName(self.tr("A garden path with %n stone(s)", "", len(visits)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(15))
        palette = palette_for_theme(look.theme)
        self._stones: list[StoneButton] = []
        for visit in visits:
            name = f"{day_of(visit.when, look.language)}: {visit.title}"
            stone = StoneButton(look, "plain", palette, name, self, words.PATH_ICONS.get(visit.path, "other"))
            stone.setObjectName(f"visit:{visit.id}")
            stone.chosen = visit.id == model.chosen
            stone.clicked.connect(lambda _=False, v=visit.id: QTimer.singleShot(0, model, lambda: model.choose(v)))
            self._stones.append(stone)
        chosen = next((at for at, visit in enumerate(visits) if visit.id == model.chosen), 0)
        self._roving = Roving(self._stones, chosen)

    def mark(self) -> None:
        """Show which visit is looked at."""
        for stone, visit in zip(self._stones, self.model.on_path(), strict=False):
            stone.chosen = visit.id == self.model.chosen
            stone.update()

    def _point(self, share: float) -> QPointF:
        x = self.width() * (0.05 + 0.9 * share)
        wave = (0.0, 0.55, -0.2, -0.9, -0.35, 0.6, 1.0, 0.4, -0.3, 0.05)
        at = share * (len(wave) - 1)
        low = min(int(at), len(wave) - 2)
        part = at - low
        eased = part * part * (3 - 2 * part)
        bend = wave[low] + (wave[low + 1] - wave[low]) * eased
        return QPointF(x, self.height() * (0.64 - 0.17 * bend))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stones follow the path."""
        super().resizeEvent(event)
        count = len(self._stones)
        for at, stone in enumerate(self._stones):
            stone.set_scale(min(self.look.scale, max(0.62, self.width() / max(1, count) / 66)))
            spot = self._point((at + 0.5) / count)
            stone.move(round(spot.x() - stone.width() / 2), round(spot.y() - stone.height() / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sky, hills, path, trees."""
        sky, far, ground, sand, tree = _HILLS[self.look.theme]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), self.look.u * 1.4, self.look.u * 1.4)
        painter.setClipPath(clip)
        w, h = self.width(), self.height()
        painter.fillRect(self.rect(), QColor(sky))
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, base, swell in ((far, 0.34, 0.12), (ground, 0.44, 0.05)):
            hill = QPainterPath(QPointF(0, h * base))
            hill.cubicTo(
                QPointF(w * 0.3, h * (base - swell)),
                QPointF(w * 0.6, h * (base + swell)),
                QPointF(w, h * (base - swell * 0.6)),
            )
            hill.lineTo(w, h)
            hill.lineTo(0, h)
            painter.setBrush(QColor(colour))
            painter.drawPath(hill)
        track = QPainterPath(self._point(-0.02))
        for step in range(1, 61):
            track.lineTo(self._point(-0.02 + 1.04 * step / 60))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for wide, colour in ((4.2, mix(sand, ground, 0.5)), (3.2, sand)):
            painter.setPen(
                QPen(
                    QColor(colour),
                    self.look.u * wide,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.RoundJoin,
                )
            )
            painter.drawPath(track)
        for x, y, size in (
            (0.09, 0.40, 1.2),
            (0.24, 0.36, 0.9),
            (0.43, 0.42, 1.1),
            (0.66, 0.38, 1.0),
            (0.86, 0.36, 1.3),
            (0.16, 0.95, 0.9),
            (0.55, 0.97, 0.8),
            (0.79, 0.95, 1.0),
        ):
            self._tree(painter, QPointF(w * x, h * y), size, tree)
        painter.end()

    def _tree(self, painter: QPainter, foot: QPointF, size: float, colour: str) -> None:
        u = self.look.u * size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#97693F" if self.look.theme == "light" else "#573E2B"))
        painter.drawRect(QRectF(foot.x() - u * 0.16, foot.y() - u * 1.3, u * 0.32, u * 1.3))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(foot.x(), foot.y() - u * 2.2), u * 1.1, u * 1.4)
        painter.setBrush(QColor(mix(colour, "#FFFFFF", 0.14)))
        painter.drawEllipse(QPointF(foot.x() - u * 0.3, foot.y() - u * 2.5), u * 0.5, u * 0.65)


class JournalPage(Page):
    """Looking back, if one likes."""

    def __init__(self, context: Context, model: JournalModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Journal"))
        self.model, self.context = model, context
        self.set_header(nav_header(context, "journal"))
        self._box = column(look.px(0.8))
        self.content.addLayout(self._box)
        self.content.addStretch(1)
        self._picture: PathPicture | None = None
        self._stretch = -1
        self._refresh()
        model.changed.connect(self._refresh)

    def _refresh(self) -> None:
        while self.fill():  # into the boxes that go now
            pass
        keep = self._picture
        same = (
            keep is not None and self._stretch == self.model.stretch and len(self.model.on_path()) == len(keep._stones)
        )
        clear(self._box, keep if same else None)
        self._box.addWidget(self._top())
        if self.model.reading:
            if same and keep is not None:
                keep.hide()
                keep.deleteLater()
            self._picture = None
            self._box.addWidget(self._text())
            return
        if not self.model.visits:
            made, box = card(self.look, "sunk")
            box.addWidget(Text(self.tr("There are no stones yet. The first visit lays the first one.")))
            self._box.addWidget(made)
            return
        if same and keep is not None:
            keep.mark()
            self._box.addWidget(keep)
        else:
            self._picture = PathPicture(self.look, self.model)
            self._stretch = self.model.stretch
            self._box.addWidget(self._picture)
        self._put_off_cards()
        if self.isVisible():
            while self.fill():
                pass

    def _put_off_cards(self) -> None:
        grid = ColumnsBox(self.look.px(0.9), self.look.px(24), 2, level=True)
        looking = ColumnsBox(self.look.px(0.9), self.look.px(24), 2, level=True)
        self._box.addWidget(grid)
        self._box.addWidget(looking)
        visit = self.model.visit()
        if visit is not None:
            self.put_off(lambda: grid.addWidget(self._visit(visit)))
        self.put_off(
            lambda: grid.addWidget(self._plot()),
            lambda: looking.addWidget(self._places()),
            lambda: looking.addWidget(self._aloud()),
        )

    def _top(self) -> QWidget:
        look = self.look
        top = FlowBox(look.px(0.6), spread=True)
        titles = column(0)
        titles.addWidget(Text(self.tr("Your stones"), "h1", wrap=False))
        note = Text(self.tr("One stone for each visit. Long gaps and short ones look the same."), "muted")
        note.setMinimumWidth(min(look.px(30), 560))
        titles.addWidget(note)
        top.addWidget(bare(titles))
        if self.model.stretches() > 1 and not self.model.reading:
            for by, text, icon, can in (
                (-1, self.tr("Earlier"), "back", self.model.stretch > 0),
                (1, self.tr("Later"), "forward", self.model.stretch < self.model.stretches() - 1),
            ):
                turn = CalmButton(look, text, icon, "quiet")
                turn.setEnabled(can)
                turn.clicked.connect(lambda _=False, b=by: QTimer.singleShot(0, self.model, lambda: self.model.turn(b)))
                top.addWidget(turn)
        read = CalmButton(
            look, self.tr("Back to the path") if self.model.reading else self.tr("Read all of it"), "text"
        )
        read.setObjectName("read-all")
        read.clicked.connect(
            lambda: QTimer.singleShot(0, self.model, lambda: self.model.set_reading(not self.model.reading))
        )
        top.addWidget(read)
        export = CalmButton(look, self.tr("Export"), "export")
        export.setObjectName("export")
        export.clicked.connect(self._export)
        top.addWidget(export)
        return top

    def _text(self) -> QWidget:
        text = QPlainTextEdit(self.model.text())
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Everything that is kept"))
        text.setMinimumHeight(self.look.px(24))
        return text

    def _visit(self, visit: VisitEntry) -> Card:
        look = self.look
        made, box = card(look, spacing=0.4)
        top = FlowBox(look.px(0.5), spread=True)
        top.addWidget(Text(day_of(visit.when, look.language, hour=True), "eyebrow", wrap=False))
        erase = CalmButton(look, self.tr("Erase this one"), "erase", "small")
        erase.setObjectName("erase-one")
        erase.clicked.connect(lambda: QTimer.singleShot(0, self.model, self.model.erase))
        top.addWidget(erase)
        box.addWidget(top)
        box.addWidget(Text(visit.title, "h2"))
        gap = "" if look.language == "ja" else " "
        facts = [words.fact(fact.code, fact.count, fact.detail) for fact in self.model.facts()]
        box.addWidget(Text(gap.join(text for text in facts if text)))
        if visit.expected:
            happened = {
                "no": self.tr("It did not happen."),
                "partly": self.tr("Some of it happened."),
                "yes": self.tr("It happened, and you were there."),
            }.get(visit.expectation_met, "")
            text = self.tr("You expected: “%1”").replace("%1", visit.expected)
            box.addWidget(Text(f"{text}{gap}{happened}", "muted"))
        box.addStretch(1)
        again = CalmButton(look, self.tr("Go there again"), "continue")
        again.setObjectName("again")
        again.clicked.connect(self.model.go_again)
        flow = FlowBox(look.px(0.5))
        flow.addWidget(again)
        box.addWidget(flow)
        return made

    def _plot(self) -> Card:
        look = self.look
        made, box = card(look, spacing=0.4)
        top = FlowBox(look.px(0.5), spread=True)
        everywhere = self.model.everywhere
        title = self.tr("Tension, all scenes") if everywhere else self.tr("Tension in this scene")
        top.addWidget(Text(title, "h3", wrap=False))
        top.addWidget(Text(self.tr("○ before   ● after"), "muted", wrap=False))
        options = (Option("here", self.tr("This scene")), Option("all", self.tr("All scenes")))
        which = Segmented(look, self.tr("Which numbers"), options, "all" if everywhere else "here")
        which.chosen.connect(lambda key: QTimer.singleShot(0, self.model, lambda: self._which(key)))
        top.addWidget(which)
        box.addWidget(top)
        visits = self.model.same_scene()
        if not visits:
            box.addWidget(Text(self.tr("No numbers were written down here. They may stay empty.")))
            box.addStretch(1)
            return made
        pairs = [Pair(visit.tension_before, visit.tension_after, day_of(visit.when, look.language)) for visit in visits]
        told = "; ".join(
            self.tr("%1: before %2, after %3")
            .replace("%1", pair.label)
            .replace("%2", "-" if pair.before is None else str(pair.before))
            .replace("%3", "-" if pair.after is None else str(pair.after))
            for pair in pairs
        )
        box.addWidget(TensionPlot(look, pairs, self.tr("Tension before and after, %n visit(s)", "", len(pairs)), told))
        box.addWidget(Text(self.tr("Up is fine too. It means you stayed."), "muted"))
        box.addStretch(1)
        return made

    def _which(self, key: str) -> None:
        self.model.set_everywhere(key == "all")

    def _places(self) -> Card:
        look = self.look
        made, box = card(look, spacing=0.3)
        box.addWidget(Text(self.tr("Where you were"), "h3"))
        places = [
            PlaceCount(
                words.path_name(path),
                words.PATH_ICONS.get(path, "other"),
                count,
                self.tr("%n visit(s)", "", count) if count else self.tr("not yet"),
            )
            for path, count in self.model.places().items()
        ]
        box.addWidget(PlacesPicture(look, places, self.tr("Places of the map, with a pebble for each visit")))
        box.addWidget(Text(self.tr("One pebble for each visit. No place is above another."), "muted"))
        box.addStretch(1)
        return made

    def _aloud(self) -> Card:
        made, box = card(self.look, spacing=0.3)
        lines = self.model.aloud()
        box.addWidget(Text(self.tr("Said aloud"), "h3"))
        if not lines:
            box.addWidget(Text(self.tr("No line was said aloud so far. Every way of answering counts the same.")))
            box.addStretch(1)
            return made
        leaf = lines_per_leaf(lines)
        told = self.tr("%n line(s), read or spoken.", "", lines)
        one = self.tr("One leaf for each line.") if leaf == 1 else self.tr("One leaf for %n line(s).", "", leaf)
        gap = "" if self.look.language == "ja" else " "
        box.addWidget(AloudPicture(self.look, lines, self.tr("A tree with a leaf for every line said aloud"), told))
        box.addWidget(Text(f"{told}{gap}{one}", "muted"))
        box.addStretch(1)
        return made

    def _export(self) -> None:
        if not self.model.reading:
            self.model.set_reading(True)
        path = ask_where(self, self.tr("Export"), "engawa.txt", "*.txt")
        if path:
            self.model.export(path)

    def escape(self) -> None:
        """Back to the path, or to the garden."""
        if self.model.reading:
            self.model.set_reading(False)
        else:
            self.context.route.go("home")
