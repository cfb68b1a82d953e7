"""All view models and how the pages are made of them: the wiring between the desk, the route and the views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

from trainer.late import late
from trainer.ui.bridge import Before, Desk
from trainer.ui.kit.page import Page
from trainer.ui.view_models.home import HomeModel
from trainer.ui.view_models.route import PageName, Route
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context

if TYPE_CHECKING:
    from trainer.ui.view_models import after as after_model
    from trainer.ui.view_models import help as help_model
    from trainer.ui.view_models import journal as journal_model
    from trainer.ui.view_models import microphone as microphone_model
    from trainer.ui.view_models import packs as packs_model
    from trainer.ui.view_models import practice as practice_model
    from trainer.ui.view_models import preview as preview_model
    from trainer.ui.view_models import records as records_model
    from trainer.ui.views import after as after_page
    from trainer.ui.views import first_start as first_start_page
    from trainer.ui.views import help as help_page
    from trainer.ui.views import home as home_page
    from trainer.ui.views import journal as journal_page
    from trainer.ui.views import microphone as microphone_page
    from trainer.ui.views import packs as packs_page
    from trainer.ui.views import practice as practice_page
    from trainer.ui.views import preview as preview_page
    from trainer.ui.views import records as records_page
    from trainer.ui.views import records_door as records_door_page
    from trainer.ui.views import settings as settings_page
else:
    # Every room but the one that is entered first is built after the first picture (decision 0195).
    after_model = late("trainer.ui.view_models.after")
    help_model = late("trainer.ui.view_models.help")
    journal_model = late("trainer.ui.view_models.journal")
    microphone_model = late("trainer.ui.view_models.microphone")
    packs_model = late("trainer.ui.view_models.packs")
    practice_model = late("trainer.ui.view_models.practice")
    preview_model = late("trainer.ui.view_models.preview")
    records_model = late("trainer.ui.view_models.records")
    after_page = late("trainer.ui.views.after")
    first_start_page = late("trainer.ui.views.first_start")
    home_page = late("trainer.ui.views.home")
    help_page = late("trainer.ui.views.help")
    journal_page = late("trainer.ui.views.journal")
    microphone_page = late("trainer.ui.views.microphone")
    packs_page = late("trainer.ui.views.packs")
    practice_page = late("trainer.ui.views.practice")
    preview_page = late("trainer.ui.views.preview")
    records_page = late("trainer.ui.views.records")
    records_door_page = late("trainer.ui.views.records_door")
    settings_page = late("trainer.ui.views.settings")


class Screens(QObject):
    """Lives as long as the window. A page is thrown away when left; what it showed lives on in its view model."""

    def __init__(self, desk: Desk, assets: Path) -> None:
        super().__init__()
        self.desk, self._assets = desk, assets
        self.route = Route("door" if desk.lock_state() == "closed" else self._first())
        self.settings = SettingsModel(desk)
        self.home = HomeModel(desk, self.route)

    # --- view models, each made when its page is first thought of ------------------------------------------------

    @cached_property
    def microphone(self) -> microphone_model.MicrophoneModel:
        """Of trying the microphone."""
        return microphone_model.MicrophoneModel(self.desk, self.settings)

    @cached_property
    def preview(self) -> preview_model.PreviewModel:
        """Of a scene before it."""
        return preview_model.PreviewModel(self.desk, self.settings, self.route)

    @cached_property
    def practice(self) -> practice_model.PracticeModel:
        """Of the visit in progress."""
        return practice_model.PracticeModel(self.desk, self.settings)

    @cached_property
    def after(self) -> after_model.AfterModel:
        """Of a visit that has ended."""
        return after_model.AfterModel(self.desk)

    @cached_property
    def journal(self) -> journal_model.JournalModel:
        """Of what was done."""
        return journal_model.JournalModel(self.desk, self.route)

    @cached_property
    def packs(self) -> packs_model.PacksModel:
        """Of the shelf."""
        return packs_model.PacksModel(self.desk)

    @cached_property
    def records(self) -> records_model.RecordsModel:
        """Of what is kept."""
        records = records_model.RecordsModel(self.desk)
        records.door.connect(self.through_the_door)
        return records

    @cached_property
    def help(self) -> help_model.HelpModel:
        """Of the help page."""
        return help_model.HelpModel(self.desk)

    def made(self, model: str) -> bool:
        """Was that view model made already?"""
        return model in self.__dict__

    def put_away(self) -> None:
        """The window closes: a visit in progress ends quietly, and what was written is kept."""
        if self.made("practice"):
            self.practice.detach()
        if self.made("after"):
            self.after.keep_words()
        self.settings.stop_check()

    # --- from page to page ---------------------------------------------------------------------------------------

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
        if page != "practice" and self.made("practice") and self.practice.visit is not None:
            self._end_visit(page)
        elif page != "after" and self.made("after"):
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
        come_back, self.home.coming_back = self.home.coming_back == address, ""
        visit = self.desk.begin_visit(replace(before, come_back=come_back))
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

    def make(self, hide: Callable[[], None], room: QSize) -> Page:
        """The page of the present route, made anew; `room` is how large it will be."""
        context = Context(self.settings.look(), self.route, hide, room)
        makers: dict[PageName, Callable[[], Page]] = {
            "first": lambda: first_start_page.FirstStartPage(context, self.settings, self.home),
            "home": lambda: home_page.HomePage(context, self.home),
            "preview": lambda: preview_page.PreviewPage(context, self.preview, self.settings),
            "practice": lambda: practice_page.PracticePage(context, self.practice, self.settings),
            "after": lambda: after_page.AfterPage(context, self.after, self.preview),
            "journal": lambda: journal_page.JournalPage(context, self.journal),
            "packs": lambda: packs_page.PacksPage(context, self.packs),
            "records": lambda: records_page.RecordsPage(context, self.records),
            "door": lambda: records_door_page.DoorPage(context.look, self.records),
            "settings": lambda: settings_page.SettingsPage(context, self.settings, self.home),
            "microphone": lambda: microphone_page.MicrophonePage(context, self.microphone, self.settings),
            "help": lambda: help_page.HelpView(
                context, help_model.read_help(self._assets / "help", context.look.language), self.help
            ),
        }
        return makers[self.route.page]()
