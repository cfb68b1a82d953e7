"""All view models and how the pages are made of them: the wiring between the desk, the route and the views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from trainer.ui.bridge import Before, Desk
from trainer.ui.kit.page import Page
from trainer.ui.view_models.after import AfterModel
from trainer.ui.view_models.help import HelpModel, read_help
from trainer.ui.view_models.home import HomeModel
from trainer.ui.view_models.journal import JournalModel
from trainer.ui.view_models.microphone import MicrophoneModel
from trainer.ui.view_models.packs import PacksModel
from trainer.ui.view_models.practice import PracticeModel
from trainer.ui.view_models.preview import PreviewModel
from trainer.ui.view_models.records import RecordsModel
from trainer.ui.view_models.route import PageName, Route
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.after import AfterPage
from trainer.ui.views.common import Context
from trainer.ui.views.first_start import FirstStartPage
from trainer.ui.views.help import HelpView
from trainer.ui.views.home import HomePage
from trainer.ui.views.journal import JournalPage
from trainer.ui.views.microphone import MicrophonePage
from trainer.ui.views.packs import PacksPage
from trainer.ui.views.practice import PracticePage
from trainer.ui.views.preview import PreviewPage
from trainer.ui.views.records import RecordsPage
from trainer.ui.views.records_door import DoorPage
from trainer.ui.views.settings import SettingsPage


class Screens(QObject):
    """Lives as long as the window. A page is thrown away when left; what it showed lives on in its view model."""

    def __init__(self, desk: Desk, assets: Path) -> None:
        super().__init__()
        self.desk, self._assets = desk, assets
        self.route = Route("door" if desk.lock_state() == "closed" else self._first())
        self.settings = SettingsModel(desk)
        self.microphone = MicrophoneModel(desk, self.settings)
        self.home = HomeModel(desk, self.route)
        self.preview = PreviewModel(desk, self.settings, self.route)
        self.practice = PracticeModel(desk, self.settings)
        self.after = AfterModel(desk)
        self.journal = JournalModel(desk, self.route)
        self.packs = PacksModel(desk)
        self.records = RecordsModel(desk)
        self.help = HelpModel(desk)
        self.records.door.connect(self.through_the_door)

    def _first(self) -> PageName:
        return "home" if self.desk.settings().started else "first"

    def through_the_door(self) -> None:
        """The lock was closed or opened: to the door, or in; behind it the settings may be other ones."""
        if self.desk.lock_state() == "closed":
            self.route.go("door")
        elif self.route.page == "door":
            self.settings.look_changed.emit()
            self.route.go(self._first())

    def enter(self) -> None:
        """The route has moved: let the view model of the new page know what it is about."""
        page, address = self.route.page, self.route.address
        if page != "practice" and self.practice.visit is not None:
            self._end_visit(page)
        elif page != "after":
            self.after.keep_words()
        if page == "home":
            self.home.fresh()
        elif page == "preview":
            self.preview.open(address)
        elif page == "practice":
            self._begin_visit(address)
        elif page == "journal":
            self.journal.fresh()
        elif page == "packs":
            self.packs.fresh()
        elif page == "records":
            self.records.fresh()
        elif page == "help":
            self.help.fresh()

    def _begin_visit(self, address: str) -> None:
        show_first = self.preview.show_first
        if self.preview.address != address:
            self.preview.open(address)
        before: Before = self.preview.before(show_first)
        self.preview.show_first = False
        visit = self.desk.begin_visit(before)
        if visit is None:
            self.route.go("home")
            return
        self.practice.attach(visit)

    def _end_visit(self, page: PageName) -> None:
        visit = self.practice.visit
        if page == "after" and visit is not None:
            dials = {dial.name: dial.value for dial in visit.view.dials}
            self.after.show(self.desk.after(visit), dials)
        self.practice.detach()

    def make(self, hide: Callable[[], None]) -> Page:
        """The page of the present route, made anew."""
        context = Context(self.settings.look(), self.route, hide)
        makers: dict[PageName, Callable[[], Page]] = {
            "first": lambda: FirstStartPage(context, self.settings, self.home),
            "home": lambda: HomePage(context, self.home),
            "preview": lambda: PreviewPage(context, self.preview, self.settings),
            "practice": lambda: PracticePage(context, self.practice, self.settings),
            "after": lambda: AfterPage(context, self.after, self.preview),
            "journal": lambda: JournalPage(context, self.journal),
            "packs": lambda: PacksPage(context, self.packs),
            "records": lambda: RecordsPage(context, self.records),
            "door": lambda: DoorPage(context.look, self.records),
            "settings": lambda: SettingsPage(context, self.settings, self.home),
            "microphone": lambda: MicrophonePage(context, self.microphone, self.settings),
            "help": lambda: HelpView(context, read_help(self._assets / "help", context.look.language), self.help),
        }
        return makers[self.route.page]()
