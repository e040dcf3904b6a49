"""No test reaches the network: neither this process nor those that tests start."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

ELSEWHERE = ("192.0.2.1", 9)  # RFC 5737: an address for documentation


def test_this_process_cannot() -> None:
    """pytest-socket warns before it refuses, and a warning is an error here."""
    with socket.socket() as one, pytest.raises(UserWarning, match="tried to use socket"):
        one.connect(ELSEWHERE)


@pytest.mark.parametrize("call", ["connect", "connect_ex"])
def test_a_process_that_a_test_starts_cannot(call: str) -> None:
    code = f"import socket; socket.socket().{call}({ELSEWHERE})"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30
    )
    assert "a test may not connect to 192.0.2.1" in done.stderr
