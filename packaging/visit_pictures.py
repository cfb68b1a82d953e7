"""Pictures of one real visit, for the README: first start, preview, both halves of the heating scene, and afterwards.

Both languages, light and dark, 1280x800 and 1024x600, over the real desk with a silent loudspeaker:
`python packaging/visit_pictures.py` writes docs/pictures/visit/.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["ENGAWA_HOME"] = tempfile.mkdtemp(prefix="engawa-pictures-")

from PySide6.QtTest import QTest  # noqa: E402 - the platform comes first

from trainer.app.desk import LiveDesk  # noqa: E402
from trainer.app.house import House  # noqa: E402
from trainer.app.visit import LiveVisit  # noqa: E402
from trainer.speaking.mixer import Mixer  # noqa: E402
from trainer.speaking.outputs import SilentPlayer  # noqa: E402
from trainer.speaking.reporter import Reporter  # noqa: E402
from trainer.storage.paths import assets  # noqa: E402
from trainer.ui.application import make_application, make_window  # noqa: E402
from trainer.ui.main_window import MainWindow  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "visit"
SCENE = "errands/shall-i-heat-it"
SIZES = ((1280, 800), (1024, 600))
LONGEST = 30_000
"""Milliseconds a moment may take to come."""


def silent(mixer: Mixer, reporter: Reporter, _device: str, _latency: float) -> SilentPlayer:
    """A loudspeaker that plays to nobody."""
    return SilentPlayer(mixer, reporter)


class Photographer:
    """Walks through a visit and takes pictures."""

    def __init__(self, language: str, theme: str) -> None:
        self.language, self.theme = language, theme
        self.house = House(make_output=silent)
        self.desk = LiveDesk(self.house)
        self.house.change_settings(
            replace(
                self.house.settings,
                started=False,
                screen_language=language,
                practice_language=language,
                theme=theme,
                reduced_motion=True,
                furigana="all",
                way="choose",
            ),
        )
        self.window: MainWindow = make_window(self.desk, assets())

    def take(self, name: str) -> None:
        """The same page in both sizes."""
        for wide, high in SIZES:
            self.window.resize(wide, high)
            QTest.qWait(700)
            QTest.qWaitFor(lambda: not self.window.drawing, 10_000)
            self.window.grab()  # on a busy machine a page may be laid out only now, and once more with its margins
            QTest.qWait(100)
            path = TARGET / f"{name}-{self.language}-{self.theme}-{wide}x{high}.png"
            self.window.grab().save(str(path))

    def wait(self, moment: str, phase: str = "listening") -> LiveVisit:
        """Until the visit is in that moment and phase."""
        for _ in range(LONGEST // 50):
            visit = self.desk.current
            if visit is not None and (visit.view.moment, visit.view.phase) == (moment, phase):
                QTest.qWait(100)
                return visit
            QTest.qWait(50)
        raise TimeoutError(f"{moment} did not come")

    def walk(self) -> None:
        """From the first start to the page afterwards."""
        screens = self.window.screens
        self.window.show()
        self.take("1-first-start")
        self.house.change_settings(replace(self.house.settings, started=True))
        screens.route.go("preview", SCENE)
        self.take("2-preview")
        screens.route.go("practice", SCENE)
        visit = self.wait("greeting")
        visit.pick("say hello")
        visit = self.wait("heat")
        self.take("3-practice-heat-it")
        visit.set_dial("unheard", 2)
        visit.set_dial("queue", 1)
        visit.pick("yes, heat it")
        QTest.qWait(600)
        visit = self.wait("heat")
        self.take("4-practice-asked-again")
        for reply in ("yes, heat it", "yes, heat it"):
            visit.pick(reply)
            QTest.qWait(600)
        visit.set_dial("unheard", 0)
        while not visit.view.ended:
            own = [one for one in visit.view.replies if not one.on_purpose]
            if own:
                visit.pick(own[0].id)
            QTest.qWait(300)
        screens.route.go("after", SCENE)
        self.take("5-after")
        self.window.close()
        self.desk.close()


def main() -> int:
    """All languages and themes."""
    TARGET.mkdir(parents=True, exist_ok=True)
    make_application(assets())
    for language in ("en", "ja"):
        for theme in ("light", "dark"):
            Photographer(language, theme).walk()
            print(language, theme)
    return 0


if __name__ == "__main__":
    sys.exit(main())
