"""The guards in conftest.py do guard: each is shown something it has to refuse."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"


def outcome(pytester: pytest.Pytester, test: str) -> dict[str, int]:
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makepyfile(test)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:pytest-qt")
    return result.parseoutcomes()


def test_an_unexpected_log_line_fails_a_test(pytester: pytest.Pytester) -> None:
    found = outcome(
        pytester,
        """
        import logging

        def test_loud():
            logging.getLogger("x").warning("oh")

        def test_named(expected_logs):
            expected_logs("oh dear")
            logging.getLogger("x").error("oh dear")

        def test_named_and_absent(expected_logs):
            expected_logs("never comes")

        def test_quiet():
            logging.getLogger("x").info("fine")
        """,
    )
    assert found == {"passed": 4, "errors": 2}


def test_far_computers_are_out_of_reach() -> None:
    with pytest.raises(AssertionError, match="tried to reach"), socket.socket() as far:
        far.connect(("192.0.2.1", 80))
    with pytest.raises(AssertionError, match="tried to reach"):
        socket.getaddrinfo("example.invalid", 80)


def test_this_computer_can_be_reached() -> None:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())
        assert client.getpeername() == server.getsockname()


def test_every_test_has_its_own_home(engawa_home: Path) -> None:
    assert os.environ["ENGAWA_HOME"] == str(engawa_home)
    assert not engawa_home.exists()


def test_named_lines_may_come(expected_logs) -> None:
    expected_logs("a thing the test provokes")
    logging.getLogger("engawa").warning("a thing the test provokes")
