"""One window for one trainee: a second start hands its file to the window that is open, and ends.

A local socket, never a network: a file of this user on Unix, a named pipe of this user on Windows. What is handed over
is a path; the window shows that file's cover and does nothing else with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MOST_BYTES = 8192
WAIT = 1500
"""Milliseconds a second start waits for the first; then it opens its own window."""


def hand_over(name: str, path: str) -> bool:
    """Give a path ("" only brings the window forward) to the window that is open; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(json.dumps({"open": path}).encode() + b"\n")
    taken = socket.waitForBytesWritten(WAIT) and (socket.bytesAvailable() > 0 or socket.waitForReadyRead(WAIT))
    answer = bytes(socket.readAll().data()).strip()
    socket.disconnectFromServer()
    return bool(taken) and answer == b"ok"


class OneWindow(QObject):
    """Listens for other starts. `opened(path)` is called on the GUI thread for each."""

    def __init__(self, name: str, opened: Callable[[str], None]) -> None:
        super().__init__()
        self._opened = opened
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name):
            # Left over by a program that was killed: nobody answered there, or we would not be here.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listens(self) -> bool:
        """False when the system allows no local socket; everything else works all the same."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()
        for socket in self._sockets:
            socket.abort()
        self._sockets.clear()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if socket is not None:
                self._sockets.append(socket)
                socket.readyRead.connect(self._on_ready)
                socket.disconnected.connect(self._on_gone)
        self._on_ready()

    def _on_ready(self) -> None:
        for socket in tuple(self._sockets):
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            elif socket.canReadLine():
                self._take(socket)

    def _on_gone(self) -> None:
        gone = [socket for socket in self._sockets if socket.state() != QLocalSocket.LocalSocketState.ConnectedState]
        self._sockets = [socket for socket in self._sockets if socket not in gone]
        for socket in gone:
            socket.deleteLater()

    def _take(self, socket: QLocalSocket) -> None:
        path = _path(bytes(socket.readLine(MOST_BYTES).data()))
        if path is None:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self._opened(path)


def _path(line: bytes) -> str | None:
    """The path in a line; None when it is not one of ours."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    path = told.get("open") if isinstance(told, dict) else None
    return path if isinstance(path, str) and "\0" not in path else None
