"""Bytes into JSON, and what is wrong with a payload into sentences."""

from __future__ import annotations

import codecs
import json
from typing import Any

from pydantic import ValidationError

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_BE: "utf-16",
    codecs.BOM_UTF16_LE: "utf-16",
}


class PayloadError(ValueError):
    """The payload as a whole is not what the platform serves; the message is a sentence."""


def load(body: bytes, expected: str) -> Any:
    """Return the JSON value in ``body``: UTF-8, or UTF-16 with its mark (AWS sends that).

    Raises :class:`PayloadError` saying what was found and what was ``expected``.
    """
    encoding = next((name for mark, name in _MARKS.items() if body.startswith(mark)), "utf-8")
    text = body.decode(encoding, errors="replace")
    try:
        value = json.loads(text)
        if "\\ud" in text.lower():  # half a surrogate pair is legal JSON but no text: make it "?"
            value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except RecursionError as error:
        raise PayloadError(f"this is JSON nested too deeply; expected {expected}") from error
    except ValueError as error:
        found = "an empty answer" if not text.strip() else f"{text.strip()[:40]!r}"
        raise PayloadError(f"this is not JSON but {found}; expected {expected}") from error
    return value


def entries(value: Any, key: str | None, expected: str) -> list[Any]:
    """Return the list of entries: ``value[key]``, or ``value`` itself where the key is None."""
    if key is None and isinstance(value, list):
        return value
    if key is not None and isinstance(value, dict) and isinstance(value.get(key), list):
        listed: list[Any] = value[key]
        return listed
    shape = (
        f"an object with {', '.join(sorted(value)[:8])}" if isinstance(value, dict) else kind(value)
    )
    raise PayloadError(f"found {shape}; expected {expected}")


def kind(value: Any) -> str:
    """Return the JSON name of a value's type, for messages."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean"}
    return names.get(type(value), "nothing" if value is None else "a number")


def problem(entry: str, reason: Exception) -> str:
    """Return the sentence for an entry that was not read, of a ValidationError the first error."""
    if not isinstance(reason, ValidationError):
        return f"{entry}: {reason}"
    first = reason.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"])) or "the entry"
    return f"{entry}: {where}: {first['msg'].lower()}; found {str(first['input'])[:60]!r}"
