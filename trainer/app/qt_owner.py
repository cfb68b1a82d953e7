"""The GUI thread as owner: timers, and a wake-up that crosses from other threads with one queued signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from trainer.session.ports import Cancellable


class Waker(QObject):
    """`wake()` from any thread runs `call` on the GUI thread, soon."""

    _woken = Signal()

    def __init__(self, call: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._woken.connect(call, Qt.ConnectionType.QueuedConnection)

    def wake(self) -> None:
        """Ask for one call; never waits."""
        self._woken.emit()

    def rest(self) -> None:
        """Nothing is called any more. Until then Qt holds what the call belongs to, unseen by Python's collector."""
        self._woken.disconnect()


class _QtCall:
    """A single-shot timer that can be called off."""

    def __init__(self, seconds: float, call: Callable[[], None]) -> None:
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(call)
        self._timer.start(max(0, round(seconds * 1000)))

    def cancel(self) -> None:
        """It will not happen."""
        self._timer.stop()


class QtTimer:
    """The `Timer` port on the GUI thread."""

    def after(self, seconds: float, call: Callable[[], None]) -> Cancellable:
        """Run `call()` once on the GUI thread after that many seconds."""
        return _QtCall(seconds, call)
