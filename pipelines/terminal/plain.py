"""Text from the web, made safe to print in a terminal."""

from __future__ import annotations


def plain(text: str, *, keep: str = "") -> str:
    r"""Return text without control characters, as long as before: none may move the cursor.

    ``keep``: those that may stay.

    >>> plain("up\x1b[2Jdown\n"), plain("a\nb", keep="\n")
    ('up [2Jdown ', 'a\nb')
    """
    return "".join(sign if sign.isprintable() or sign in keep else " " for sign in text)
