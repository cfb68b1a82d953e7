"""What holds for every test: an own data folder, no network, no unexpected log line, no flicker of chance.

Python warnings and Qt messages fail a test through pyproject.toml (`filterwarnings`, `qt_log_level_fail`); log lines
do so here. A test that means a warning to be logged asks for `expected_logs` and names it.
"""

from __future__ import annotations

import logging
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from tests.helpers import loopback
from tests.helpers.session_folders import session_folder

# As `trainer.cli` has it, and before numpy: more threads only wait for each other in such small products.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Before any Qt import: tests draw into memory unless somebody wants to watch.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# For anything that looks before the first test has its own folder.
os.environ["ENGAWA_HOME"] = session_folder("tests")

set_hypothesis_home_dir(session_folder("hypothesis"))
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=False)
hypothesis.settings.register_profile("search", deadline=None, database=None, max_examples=2000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

loopback.wake()

LOCAL = ("127.", "::1", "localhost", "0.0.0.0")


@pytest.fixture(autouse=True)
def engawa_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has its own, empty data folder; nothing of the person running the tests is read or touched."""
    home = tmp_path_factory.mktemp("home") / "engawa"
    monkeypatch.setenv("ENGAWA_HOME", str(home))
    return home


# --- no network -----------------------------------------------------------------------------------------------


def _refuse_far(address: object) -> None:
    """Only this computer may be spoken to (a test server on 127.0.0.1, a socket file)."""
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(host, bytes):
        host = host.decode("utf-8", "replace")
    if isinstance(address, tuple | str) and isinstance(host, str) and address != host and not host.startswith(LOCAL):
        raise AssertionError(f"a test tried to reach {host}: practising opens no connection, and tests need none")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Connecting to, or looking up, anything but this computer is an error at once."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: object) -> None:
        _refuse_far(address)
        return connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: object) -> int:
        _refuse_far(address)
        return connect_ex(self, address)

    def guarded_look_up(host: object, *rest: object, **named: object) -> object:
        if host is not None:
            _refuse_far((host, 0))
        return look_up(host, *rest, **named)

    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    patch.undo()


# --- no unexpected log line -------------------------------------------------------------------------------------


class _Listener(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


class _ExpectedLogs:
    """What a test says will be logged: each has to come, and nothing else may."""

    def __init__(self) -> None:
        self.patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        """Expect a line (of WARNING or above) in which this regular expression is found."""
        self.patterns.append(pattern)


@pytest.fixture
def expected_logs() -> _ExpectedLogs:
    """`expected_logs("regular expression")`: a warning this test means to provoke."""
    return _ExpectedLogs()


@pytest.fixture(autouse=True)
def quiet(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test fails on a warning or error in the log that it did not name."""
    wanted = request.getfixturevalue("expected_logs") if "expected_logs" in request.fixturenames else _ExpectedLogs()
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    yield
    root.removeHandler(listener)
    surprises = [line for line in listener.lines if not any(re.search(one, line) for one in wanted.patterns)]
    assert not surprises, "logged, and not expected:\n" + "\n".join(surprises)
    absent = [one for one in wanted.patterns if not any(re.search(one, line) for line in listener.lines)]
    assert not absent, f"expected in the log, and not there: {absent}"


@pytest.fixture
def repository() -> Path:
    """The root of this repository."""
    return Path(__file__).resolve().parent.parent
