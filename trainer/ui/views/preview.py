"""Before a scene: who, where, how long, how to stop; everything that can be said; what one begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from trainer.script import Scene
from trainer.session.view import drawn_people, is_seen
from trainer.speech import WAYS
from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.dial import Dial
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import Page, bare, column, row, two_or_one
from trainer.ui.kit.segmented import NumberScale, Option, Segmented
from trainer.ui.kit.text import Card, Text
from trainer.ui.scene.partners import company
from trainer.ui.scene.places import setting_name
from trainer.ui.scene.view import SceneView
from trainer.ui.view_models.preview import Offer, PreviewModel
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context, back_header, card, with_icon
from trainer.ui.views.preview_script import ScriptCard


class PreviewPage(Page):
    """Nothing in the scene will come as a surprise unless one wants it to."""

    def __init__(self, context: Context, model: PreviewModel, settings: SettingsModel) -> None:
        look = context.look
        super().__init__(look, model.scene.title if model.scene is not None else self.tr("Scene"))
        self.model, self.settings, self.context = model, settings, context
        self.set_header(back_header(context, self.tr("Back"), context.route.back))
        if model.scene is None:
            self.content.addWidget(Text(words.outcome("scene-broken"), "lead"))
            self.content.addStretch(1)
            return
        left, right = column(look.px(0.8)), column(look.px(0.8))
        line = row(look.px(1.2))
        line.addLayout(left, 11)
        line.addLayout(right, 10)
        self.content.addLayout(line)
        self.content.addStretch(1)
        self.followers.append(lambda em: two_or_one(em, line))
        self._fill_left(left, model.scene)
        self._fill_right(right, model.scene)
        self.put_off(self._make_footer)

    def draw_ahead(self) -> Iterator[None]:
        """The scene's layers."""
        for picture in self.findChildren(SceneView):
            yield from picture.rasterise()

    # --- left: what it is ----------------------------------------------------------------------------------------

    def _fill_left(self, box: QBoxLayout, scene: Scene) -> None:
        look = self.look
        picture = SceneView()
        picture.set_setting(scene.setting)
        picture.set_partner(self.settings.now.partner)
        picture.set_language(look.language)
        picture.set_high_contrast(look.high_contrast)
        picture.set_reduced_motion(look.reduced)
        people = drawn_people(scene)
        if people:
            picture.set_partner_name(people[0].name)
            looks = company(self.settings.now.partner, [one.key for one in people[1:]])
            picture.set_company([(look, one.name) for look, one in zip(looks, people[1:], strict=True)])
        picture.set_visible_partner(is_seen(scene))
        picture.set_face("smile")
        if look.theme == "dark":
            picture.set_dials(queue=0, eyes=1, time=2)
        picture.setFixedHeight(min(look.px(12.2), 260))
        box.addWidget(picture)
        self.put_off(
            lambda: self._about(box, scene),
            lambda: box.addWidget(ScriptCard(self.look, self.model)),
            lambda: box.addStretch(1),
        )

    def _about(self, box: QBoxLayout, scene: Scene) -> None:
        look = self.look
        titles = column(0)
        titles.addWidget(Text(scene.title, "h1"))
        path = words.path_name(self.model.path)
        about = f"{path}{'。' if look.language == 'ja' else '. '}{scene.about}" if scene.about else path
        titles.addWidget(Text(about, "muted"))
        box.addLayout(titles)
        grid = ColumnsBox(look.px(0.8), look.px(13), 2, level=True)
        for icon, eyebrow, text in self._facts(scene):
            grid.addWidget(with_icon(look, icon, (eyebrow, "eyebrow"), (text, "body")))
        box.addWidget(grid)
        for icon, eyebrow, text in self._more_facts(scene):
            box.addWidget(with_icon(look, icon, (eyebrow, "eyebrow"), (text, "body")))
        self._seat_card = self._other_seat()
        box.addWidget(self._seat_card)

    def _facts(self, scene: Scene) -> Sequence[tuple[str, str, str]]:
        who = "  ".join(person.description for person in scene.persons) or self.tr("Nobody speaks here.")
        turns = max(1, len(scene.moments))
        long = self.tr("About %n turn(s). No clock.", "", turns)
        return [
            ("who", self.tr("Who"), who),
            ("where", self.tr("Where"), scene.where or setting_name(scene.setting, self.look.language)),
            ("time", self.tr("How long"), long),
            ("begin", self.tr("How to stop"), self.tr("Esc, at any moment. Nothing is lost.")),
        ]

    def _more_facts(self, scene: Scene) -> Sequence[tuple[str, str, str]]:
        """What needs the whole width."""
        gap = "" if self.look.language == "ja" else " "
        found = []
        if scene.goals:
            found.append(("idea", self.tr("What one may try"), gap.join(goal.text for goal in scene.goals)))
        if scene.warnings:
            found.append(("warning", self.tr("Good to know"), gap.join(scene.warnings)))
        return found

    def _other_seat(self) -> Card:
        """Said plainly when the seats are swapped, with the way back."""
        look = self.look
        made, box = card(look, "soft")
        note = self.tr("This time you sit in the other seat, and say the partner's lines.")
        box.addWidget(with_icon(look, "swap", (note, "on-soft"), colour="on_soft"))
        back = CalmButton(look, self.tr("Back to my own seat"), "", "small")
        back.setObjectName("own-seat")
        back.clicked.connect(self._own_seat)
        flow = FlowBox(look.px(0.5))
        flow.addWidget(back)
        box.addWidget(flow)
        if not self.model.swapped:
            made.hide()
        return made

    def _own_seat(self) -> None:
        self._swap(False)

    def _swap(self, swapped: bool) -> None:
        self.model.set_swapped(swapped)
        self._seat_card.setVisible(swapped)
        self._seat.setVisible(not swapped)
        other = self._seat_card.findChild(QWidget, "own-seat") if swapped else self._seat
        if other is not None:
            other.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- right: what one begins with -----------------------------------------------------------------------------

    def _fill_right(self, box: QBoxLayout, scene: Scene) -> None:
        offer = self.model.offer
        if offer is not None:
            self.put_off(lambda: box.addWidget(self._gentler(offer)))
        if scene.dials:
            self.put_off(lambda: box.addWidget(self._dials(scene)))
        self.put_off(
            lambda: box.addWidget(self._ways()),
            lambda: box.addWidget(self._before()),
            lambda: box.addStretch(1),
        )

    def _dials(self, scene: Scene) -> Card:
        look = self.look
        made, box = card(look, spacing=0.3)
        top = FlowBox(look.px(0.5), spread=True)
        top.addWidget(Text(self.tr("The dials are yours"), "h3", wrap=False))
        gentle = CalmButton(look, self.tr("All gentle"), "small", "small")
        gentle.setObjectName("all-gentle")
        gentle.clicked.connect(self._all_gentle)
        top.addWidget(gentle)
        box.addWidget(top)
        grid = ColumnsBox(look.px(0.8), look.px(12.5), 2, level=True)
        self._made_dials: dict[str, Dial] = {}
        for dial in scene.dials:
            name = dial.name
            made_dial = Dial(
                look,
                words.dial_name(name),
                (dial.low, dial.high),
                self.model.dials.get(name, dial.gentlest),
                partial(words.dial_value, name),
            )
            made_dial.moved.connect(partial(self.model.set_dial, name))
            self._made_dials[name] = made_dial
            grid.addWidget(made_dial)
        box.addWidget(grid)
        return made

    def _gentler(self, offer: Offer) -> Card:
        """Care, offered once: after tension rose twice running. Beginning without an answer is an answer."""
        look = self.look
        made, box = card(look, "soft")
        self._offer_card = made
        text = self.tr("In your last two visits tension went up. If you like, one dial can stand gentler. %1: %2.")
        text = text.replace("%1", words.dial_name(offer.dial)).replace("%2", words.dial_value(offer.dial, offer.to))
        box.addWidget(with_icon(look, "dials", (text, "on-soft"), colour="on_soft"))
        flow = FlowBox(look.px(0.5))
        yes = CalmButton(look, self.tr("Yes, gentler"), "small", "small")
        yes.setObjectName("gentler-yes")
        no = CalmButton(look, self.tr("Leave it as it is"), "", "small")
        no.setObjectName("gentler-no")
        yes.clicked.connect(lambda: self._answer_offer(True))
        no.clicked.connect(lambda: self._answer_offer(False))
        flow.addWidget(yes)
        flow.addWidget(no)
        box.addWidget(flow)
        return made

    def _answer_offer(self, accepted: bool) -> None:
        if accepted:
            self.model.accept_offer()
            self._show_dials()
        else:
            self.model.decline_offer()
        self._offer_card.hide()
        begin = self.first_focus()
        if begin is not None:
            begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _all_gentle(self) -> None:
        self.model.all_gentle()
        self._show_dials()

    def _show_dials(self) -> None:
        for name, dial in self._made_dials.items():
            dial.set_value(self.model.dials[name])

    def _ways(self) -> Card:
        look = self.look
        made, box = card(look, spacing=0.4)
        box.addWidget(Text(self.tr("How you answer"), "h3"))
        options = [Option(way, words.way_name(way), way) for way in WAYS]
        ways = Segmented(look, self.tr("How you answer"), options, self.model.way)
        ways.chosen.connect(self.model.set_way)
        box.addWidget(ways)
        self._seat = CalmButton(look, self.tr("Swap seats"), "swap", "small")
        self._seat.setObjectName("swap")
        self._seat.setAccessibleDescription(self.tr("The same scene from the partner's place."))
        self._seat.clicked.connect(lambda: self._swap(True))
        if self.model.swapped:
            self._seat.hide()
        flow = FlowBox(look.px(0.5))
        flow.addWidget(self._seat)
        box.addWidget(flow)
        return made

    def _before(self) -> Card:
        look = self.look
        made, box = card(look, spacing=0.4)
        top = FlowBox(look.px(0.5), spread=True)
        top.addWidget(Text(self.tr("How tense are you now?"), "h3", wrap=False))
        top.addWidget(Text(self.tr("you may leave both empty"), "muted", wrap=False))
        box.addWidget(top)
        box.addWidget(
            tension_scale(self, self.tr("How tense are you now?"), self.model.tension, self.model.set_tension)
        )
        box.addWidget(Text(self.tr("What do you expect to happen?"), "h3"))
        field = QLineEdit()
        field.setObjectName("expected")
        field.setAccessibleName(self.tr("What do you expect to happen?"))
        field.setPlaceholderText(self.model.scene.expect if self.model.scene is not None else "")
        field.setText(self.model.expected)
        field.textChanged.connect(self.model.set_expected)
        box.addWidget(field)
        return made

    def _make_footer(self) -> None:
        look = self.look
        not_today = CalmButton(look, self.tr("Not today"), "", "quiet")
        not_today.setObjectName("not-today")
        not_today.clicked.connect(lambda: self.context.route.go("home"))
        begin = CalmButton(look, self.tr("Begin when you like"), "begin", "primary")
        begin.setObjectName("begin")
        begin.clicked.connect(lambda: self.model.begin())
        self.set_footer([], [not_today, begin])

    def escape(self) -> None:
        """Back."""
        self.context.route.back()

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        return self.findChild(QWidget, "begin")


def tension_scale(page: Page, name: str, value: int | None, chosen: object) -> QWidget:
    """0 to 10 with words at its ends."""
    look = page.look
    ends = words.tension_ends()
    scale = NumberScale(look, name, ends, value, words.tension_spoken())
    scale.chosen.connect(chosen)
    box = column(look.px(0.15))
    box.addWidget(scale)
    line = row(0)
    line.addWidget(Text(ends[0], "muted", wrap=False))
    line.addStretch(1)
    line.addWidget(Text(ends[1], "muted", wrap=False))
    box.addLayout(line)
    return bare(box)
