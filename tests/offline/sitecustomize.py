"""What every Python that a test starts loads first: no connection leaves this machine.

pytest-socket watches the tests' own process only; ``tests/conftest.py`` puts this folder on
``PYTHONPATH`` for the others.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

_connect, _connect_ex = socket.socket.connect, socket.socket.connect_ex


def _check(family: int, address: Any) -> None:
    if family not in (socket.AF_INET, socket.AF_INET6) or address[0] == "localhost":
        return
    if not ipaddress.ip_address(address[0]).is_loopback:
        raise RuntimeError(f"a test may not connect to {address[0]}")


def connect(self: socket.socket, address: Any) -> None:
    """Connect to an address on this machine."""
    _check(self.family, address)
    _connect(self, address)


def connect_ex(self: socket.socket, address: Any) -> int:
    """Connect to an address on this machine; return the error's number."""
    _check(self.family, address)
    return _connect_ex(self, address)


socket.socket.connect = connect  # type: ignore[method-assign,assignment]  # this is what it is for
socket.socket.connect_ex = connect_ex  # type: ignore[method-assign,assignment]  # likewise
