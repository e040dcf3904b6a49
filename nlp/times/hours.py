"""Bare hours that only what stands beside them makes hours: ``from two to half past three``.

A range lends its other end, or its day: "between 2 and 4 on Friday", "May 3 from 10 to 11".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.times.figures import Token
from nlp.times.tense import points_ahead
from nlp.times.timexes import Clock, Expression, Meaning

Tokens = Sequence[Token]

_OPENS = frozenset({"since", "between"})
_TURNS = frozenset({"to", "dash", "by"})
_BESIDE = frozenset({"on", "at", "comma", "the", "in", "approx", "edge"})
_CLOSES = frozenset({"stop", "gap", "comma", "lpar", "rpar"})
_NAMED = frozenset({"next", "this", "coming"})
_DAYS = frozenset({"weekday", "weekday_or_word", "day_word", "iso_date", "num_date", "short_date"})


def with_hours(text: str, found: Tokens, items: Sequence[Expression]) -> Iterator[Expression]:
    """Yield expressions in order, and before and after each the hours of a range that it tells."""
    kinds = {token.kind for token in found}
    opened = not _OPENS.isdisjoint(kinds)
    if not opened and _TURNS.isdisjoint(kinds):
        yield from items
        return
    done = 0
    for index, item in enumerate(items):
        high = items[index + 1].first if index + 1 < len(items) else len(found)
        if item.meaning.clock:
            before, after = _begin(found, item, done), _end(found, item, high)
        elif opened and _is_day(found, item):
            before, after = _ahead_of(text, found, item, done), _behind(found, item, high)
        else:
            before = after = []
        for one in (*before, item, *after):
            yield one
            done = one.last


def _begin(found: Tokens, item: Expression, low: int) -> list[Expression]:
    """Return the hour at which a range begins whose end is a clock time."""
    at = _back(found, item.first, low)
    opens = at - 3 >= low and _turns(found, at - 3, at - 1) and _hour(found, at - 2)
    return [opens] if opens else []


def _end(found: Tokens, item: Expression, high: int) -> list[Expression]:
    """Return the hour at which a range ends that begins with a clock time."""
    turn = item.last
    opens = item.first - 1
    if turn + 1 >= high or not (found[turn].kind in _TURNS or _turns(found, opens, turn)):
        return []
    end = _hour(found, turn + 1)
    return [end] if end and _closes(found, turn + 2, high) else []


def _ahead_of(text: str, found: Tokens, item: Expression, low: int) -> list[Expression]:
    """Return the hours of a range whose day stands behind it."""
    at = _back(found, item.first, low)
    hours = _pair(found, at - 4) if at - 4 >= low else []
    if not hours or found[at - 4].kind == "between" or found[item.first].kind in _NAMED:
        return hours
    return hours if points_ahead(text, found[at - 4].start) else []  # "rose from 8 to 12 on Friday"


def _behind(found: Tokens, item: Expression, high: int) -> list[Expression]:
    """Return the hours of a range whose day stands before it."""
    at = item.last + (item.last < high and found[item.last].kind == "comma")
    hours = _pair(found, at) if at + 3 < high else []
    return hours if hours and _closes(found, at + 4, high) else []


def _pair(found: Tokens, opens: int) -> list[Expression]:
    first, last = _hour(found, opens + 1), _hour(found, opens + 3)
    return [first, last] if first and last and _turns(found, opens, opens + 2) else []


def _turns(found: Tokens, opens: int, turn: int) -> bool:
    """Whether two tokens hold a range together: "from … to", "between … and"."""
    if opens < 0 or found[opens].kind not in _OPENS:
        return False
    between = found[opens].kind == "between"
    return found[turn].kind in _TURNS or (between and found[turn].kind == "and")


def _back(found: Tokens, at: int, low: int) -> int:
    """Return where what may stand between a range and its end or day begins."""
    while at > low and found[at - 1].kind in _BESIDE:
        at -= 1
    return at


def _closes(found: Tokens, at: int, high: int) -> bool:
    """Whether nothing that could be counted follows: an end, or the next expression."""
    while at < high and found[at].kind in _BESIDE - _CLOSES:
        at += 1
    return at >= high or found[at].kind in _CLOSES


def _hour(found: Tokens, at: int) -> Expression | None:
    token = found[at]
    if token.kind not in ("num", "numword") or not 1 <= int(token.value) <= 12:
        return None
    clock = Clock(hour=int(token.value), bare=True, spoken=True)
    return Expression(
        start=token.start,
        end=token.end,
        first=at,
        last=at + 1,
        rule="times:bare",
        meaning=Meaning(type="TIME", clock=clock),
    )


def _is_day(found: Tokens, item: Expression) -> bool:
    """Whether an expression names a day, not a month or a year."""
    calendar = item.meaning.calendar
    if item.meaning.type == "SET":
        return True
    named = calendar is not None and (calendar.day or calendar.holiday)
    return bool(named) or any(found[at].kind in _DAYS for at in range(item.first, item.last))
