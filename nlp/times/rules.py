"""The grammar's frame: rules are patterns over kinds of tokens, and what to make of a match.

A pattern reads like a regular expression whose letters are kinds: ``month num comma? year`` is a
month, a small figure, perhaps a comma, and a year. Each kind becomes one character, each text a
string of them, and all rules one compiled expression; the first rule that fits wins, so their
order matters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

from nlp.times.figures import Token
from nlp.times.firsts import firsts
from nlp.times.lexicon import KINDS
from nlp.times.timexes import Expression, Meaning
from nlp.times.tokens import CORE, kinds

MACROS = {
    "MONTH": "(month|month_or_word) stop?",
    "WEEKDAY": "weekday|weekday_or_word",
    "SEASON": "season|season_or_word",
    "PART": "part|night",
    "FIGURE": "num|int|decimal|year|(numword (dash? (numword|bignum)){0,3})|bignum",
    "COUNT": "(half a)|FIGURE|(a? few of?)|(a bignum)|(a (?!units|(unit dash (long|old))))",
    "UNIT": "unit|units|night|(second (?!dash? half))",
    "ZONE": "zone|(lpar zone rpar)",
    "ORDINAL": "ordnum|ordword|second",
    "APPROX": "approx|edge",
    "MOD": "early|earlier|later",
    "CUE": "in|on|of|since|by|before|after|early|earlier|later|every|for|WHICH",
    "NEXT": "next|coming",
    "WHICH": "last|previous|past|NEXT|this",
    "WORD": "other|whose|level|period|another|more",
}
"""Names in capitals that stand for a part of a pattern."""

Tokens = Sequence[Token]
Build = Callable[[Tokens], Meaning | None]
"""Makes the meaning of the tokens matched; ``None`` refuses them."""

_CODES = {kind: chr(0xE000 + index) for index, kind in enumerate(kinds(KINDS))}
_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")
_ENDS = (_CODES["other"], _CODES["gap"])
_STRETCH_END = re.compile(f"[{''.join(_ENDS)}]")
"""What no time goes beyond; what is between two is a stretch."""
_ANY_CORE = re.compile(
    f"[{''.join(code for kind, code in _CODES.items() if kind in CORE)}]"
    f"|{_CODES['at']}{_CODES['half']}?{_CODES['numword']}(?:{_CODES['dash']}?{_CODES['numword']}){{0,2}}(?=[{_CODES['stop']}{_CODES['comma']}])"
)
"""Only a stretch with more than the words that any sentence may have can hold a time."""
_SHORT = 40
_KNOWN = 4096
"""How long a stretch is whose parts are remembered, and how many are."""
_BOUNDS = frozenset({"by", "since", "before", "after"})
_BOUND = frozenset({"by", "after"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and the builder of its meaning."""

    name: str
    pattern: str
    build: Build


class _Piece(NamedTuple):
    """A part of a stretch, by the positions of its tokens, and the rule that fits it."""

    first: int
    last: int
    rule: Rule


class _Begun(dict[str, re.Pattern[str] | None]):
    """The rules that may begin with each kind, compiled when a text first has it."""

    def __init__(self, rules: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, code: str) -> re.Pattern[str] | None:
        rules = self._rules.get(code)
        found = self[code] = re.compile("|".join(rules)) if rules else None
        return found


class Grammar:
    """Rules, compiled once: for each kind of token, those that may begin with it, in order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = {f"r{index}": rule for index, rule in enumerate(rules)}
        begun: dict[str, list[str]] = {}
        for key, rule in self._rules.items():
            compiled = f"(?P<{key}>{compile_pattern(rule.pattern)})"
            for kind in firsts(rule.pattern, MACROS):
                begun.setdefault(_CODES[kind], []).append(compiled)
        self._begun = _Begun(begun)
        self._known: dict[str, Sequence[_Piece]] = {}

    def parse(self, found: Tokens) -> Iterator[Expression]:
        """Yield the expressions among tokens, left to right, without overlap."""
        text = "".join([_CODES[token.kind] for token in found]) + _CODES["gap"]
        position = 0
        while core := _ANY_CORE.search(text, position):
            begin = max(text.rfind(end, position, core.start()) + 1 for end in _ENDS)
            last = _STRETCH_END.search(text, core.end())
            end = last.end() if last else len(text)
            lead = max(begin, position, 1) - 1
            for piece in self._pieces(text[lead:end], max(begin, position) - lead):
                item = _expression(found, lead + piece.first, lead + piece.last, piece.rule)
                if item:
                    yield item
            position = end

    def _pieces(self, stretch: str, begin: int) -> Sequence[_Piece]:
        """Return the parts of a stretch that rules fit; people use the same few forms again."""
        if stretch not in self._known:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            pieces = tuple(self._match(stretch, begin))
            if len(stretch) > _SHORT:
                return pieces
            self._known[stretch] = pieces
        return self._known[stretch]

    def _match(self, stretch: str, begin: int) -> Iterator[_Piece]:
        position = begin
        while position < len(stretch):
            rules = self._begun[stretch[position]]
            match = rules.match(stretch, position) if rules else None
            if match is None:
                position += 1
                continue
            position = match.end()
            yield _Piece(match.start(), position, self._rules[match.lastgroup or ""])


def _expression(found: Tokens, first: int, last: int, rule: Rule) -> Expression | None:
    """Return what a rule makes of the tokens that it matched, or ``None`` where it refuses them."""
    if found[last - 1].kind == "stop":  # "Feb." keeps its dot only inside
        last -= 1
    meaning = rule.build(found[first:last])
    if meaning is None:
        return None
    return Expression(
        start=found[first].start,
        end=found[last - 1].end,
        first=first,
        last=last,
        rule=f"times:{rule.name}",
        meaning=meaning,
        approximate=found[first].kind in ("approx", "edge"),
        bound=_bound(found, first),
        instant=found[first].kind == "iso_datetime",
    )


def _bound(found: Tokens, first: int) -> Literal["by", "after"] | None:
    """Return the bound that the words before an expression set, stepping over an article."""
    before = first - 1
    if before > 0 and found[before].kind in ("the", "approx", "edge"):
        before -= 1
    if before >= 0 and found[before].kind in _BOUNDS and found[before].value in _BOUND:
        return cast(Literal["by", "after"], found[before].value)
    return None


def compile_pattern(pattern: str) -> str:
    """Return a pattern over kinds as a regular expression over their characters.

    An unknown kind is a :class:`KeyError`: a fault of the grammar, found when it is loaded.
    """

    def name(match: re.Match[str]) -> str:
        word = match.group()
        if word in MACROS:
            return f"(?:{compile_pattern(MACROS[word])})"
        return _CODES[word]

    plain = re.sub(r"\((?!\?)", "(?:", pattern)
    return _NAME.sub(name, plain).replace(" ", "")


def of_kind(found: Tokens, *wanted: str) -> Token | None:
    """Return the first token of one of the kinds, or ``None``."""
    for token in found:
        if token.kind in wanted:
            return token
    return None


def number_of(found: Tokens, *wanted: str) -> int | None:
    """Return the value of the first token of one of the kinds as a number, or ``None``."""
    token = of_kind(found, *wanted)
    return int(token.value) if token else None
