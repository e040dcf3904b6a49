"""Time expressions, made into TIMEX3 values and UTC intervals, in the order of the story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from nlp.times import calendars, edits, lasting, logbooks
from nlp.times.asides import is_aside, is_in_passing, same_sentence
from nlp.times.dating import DAY, calendar_value, date_value, day_alone
from nlp.times.halves import by_daylight, later, of_a_face, told_apart
from nlp.times.intervals import interval
from nlp.times.links import Links
from nlp.times.story import Story, Told, is_byline, is_stamp, opens_line
from nlp.times.tense import points_ahead, tells_an_end
from nlp.times.timexes import Clock, Expression
from nlp.times.unanchored import clock_value, type_of, unanchored
from nlp.times.undated import Hand, is_last_midnight, undated
from nlp.times.zoning import Zoned
from nlp.values import TimeValue, Timex

_UNDATED = "no date to count it from"
_FORMS_DIFFER = timedelta(minutes=15)
"""How far two forms of one moment may be apart: one of them may be rounded."""


class Resolved(NamedTuple):
    """What an expression was found to mean."""

    timex: Timex
    value: TimeValue | None
    unresolved: str | None = None
    """Why a moment has no value."""


def resolve(
    text: str,
    items: Sequence[Expression],
    zoned: Sequence[Zoned],
    links: Links,
    story: Story,
) -> list[Resolved]:
    """Return the meaning of each expression, in order; ``story`` moves along."""
    solver = _Solver(text, items, zoned, links, story)
    solver.take_byline()
    solver.take_last_stamp()
    found = [solver.solve(index) for index in range(len(items))]
    for second, first in links.same.items():
        one, other = found[first].value, found[second].value
        if one and other and abs(one.start - other.start) >= _FORMS_DIFFER:
            said = text[items[first].start : items[first].end]
            found[second] = Resolved(found[second].timex, None, f"not the moment of “{said}”")
    return found


class _Solver:
    def __init__(
        self,
        text: str,
        items: Sequence[Expression],
        zoned: Sequence[Zoned],
        links: Links,
        story: Story,
    ) -> None:
        self.text, self.items, self.zoned, self.links = text, items, zoned, links
        self.story = story
        self.halves = any(item.meaning.clock and item.meaning.clock.half for item in items)
        self.faced = all(of_a_face(item.meaning.clock) for item in items)
        self.done: dict[int, Resolved] = {}
        self.faces: dict[int, Clock] = {}
        """Clock times that were told am from pm."""
        self.partners: dict[int, list[int]] = {}
        for one, other in (*links.same.items(), *links.ranges.items()):
            self.partners.setdefault(other, []).append(one)

    def take_byline(self) -> None:
        """Learn the moment of writing from a byline, where only its day is known."""
        story = self.story
        if story.written or not story.day:
            return
        index = next((at for at, item in enumerate(self.items) if is_byline(self.text, item)), None)
        found = None if index is None else self._timex(index)
        value = None if index is None or found is None else self._value(index, found)
        if value and abs(story.home.reading.local(value.start).date() - story.day).days <= 1:
            story.written = value.start

    def take_last_stamp(self) -> None:
        """Learn from the stamps of a log that it went on after it was first published."""
        story = self.story
        for index, item in enumerate(self.items):
            if story.written and is_stamp(self.text, item):
                found = self._value(index, self._timex(index) or "")
                if found and story.written < found.start < story.written + logbooks.GOES_ON:
                    story.written = found.start

    def solve(self, index: int) -> Resolved:
        """Return the meaning of one expression."""
        if index not in self.done:
            self.story.pass_by(self.text, self.items[index].start)
            self.done[index] = self._solve(index)
        return self.done[index]

    def _solve(self, index: int) -> Resolved:
        item = self.items[index]
        meaning = item.meaning
        if meaning.value:
            return Resolved(Timex(type=meaning.type, value=meaning.value), self._literal(item))
        value = self._timex(index)
        if value is None:
            return Resolved(Timex(type=meaning.type, value=unanchored(meaning)), None, _UNDATED)
        timex = Timex(type=type_of(meaning, value), value=value)
        found = self._value(index, value)
        if found is None:
            return Resolved(timex, None, self._why(index))
        self._move(index, value, found)
        if meaning.clock and opens_line(self.text, item.start):
            logbooks.enter(self.story, found.start)
        if meaning.calendar and (told := calendars.span(value)):
            self.story.tell(self.text, item.end, told.start)
        return Resolved(timex, found)

    def _literal(self, item: Expression) -> TimeValue | None:
        """Return the interval of a value that needs no anchor: a decade, a century.

        That of a stretch which reaches up to now is its beginning, of one from now on its end.
        """
        if item.meaning.type == "DURATION":
            return lasting.other_end(self.text, item, self.story)
        if item.meaning.type != "DATE":
            return None
        return interval(item, item.meaning.value or "", self.story.home)

    def _timex(self, index: int) -> str | None:
        """Return the TIMEX3 value of one expression, or ``None`` where nothing dates it."""
        item = self.items[index]
        meaning = item.meaning
        if meaning.clock is None:
            value = date_value(self.text, item, self.zoned[index], self.story)
            return self._after_begin(index, value) if index in self.links.ranges else value
        if meaning.dated:
            dated = date_value(self.text, item, self.zoned[index], self.story)
            if dated is None or len(dated) != DAY:
                return dated
            clock = self.faces[index] = self._by_daylight(index, meaning.clock)
            return f"{dated}T{clock_value(clock)}"
        clock = self.faces[index] = self._on_the_face(index, meaning.clock)
        day = self._day_of_clock(index, clock)
        if day and is_last_midnight(item) and not points_ahead(self.text, item.start):
            day += timedelta(days=1)
        return f"{day.isoformat()}T{clock_value(clock)}" if day else None

    def _after_begin(self, index: int, value: str | None) -> str | None:
        """Return the date that ends a range: the first of its kind after its beginning."""
        calendar, begin = self.items[index].meaning.calendar, self.begin_of(index)
        if value is None or calendar is None or begin is None or value >= begin:
            return value
        day, first = calendars.span(value), calendars.span(begin)
        if day is None or calendar.year or calendar.years is not None:
            return value
        if calendar.month is None and calendar.day:
            return first and day_alone(calendar.day, first.start.date(), 1)
        if calendar.month is None and calendar.weekday:
            after = first and calendars.weekday_near(first.start.date(), calendar.weekday, None, 1)
            return after.isoformat() if after else value
        return calendar_value(calendar, day.start.year + 1)

    def begin_of(self, index: int) -> str | None:
        """Return the TIMEX3 value of the beginning of the range that an expression ends."""
        return self.solve(self.links.ranges[index]).timex.value

    def _why(self, index: int) -> str:
        """Return why an expression whose day is known has no value."""
        clock = self.faces.get(index, self.items[index].meaning.clock)
        if clock and clock.bare:
            return "morning or evening is not said"
        return "no such day" if self.zoned[index].known else "whose local time is not known"

    # Clocks

    def _on_the_face(self, index: int, clock: Clock) -> Clock:
        """Return a clock time told am from pm; each end of a range is told by the other."""
        if not (clock.loose or clock.spoken):
            return clock
        if index in self.links.same:
            return clock
        if index in self.links.ranges or self._until(index):
            return self._by_daylight(index, clock)
        start = self.items[index].start
        if edits.is_in(self.text, start):
            return edits.face(clock, self.zoned[index], self.story)
        told = told_apart(
            clock,
            self.zoned[index],
            self.story,
            writes_halves=self.halves,
            ahead=points_ahead(self.text, start),
            faces=self.faced,
        )
        return self._by_daylight(index, told)

    def _by_daylight(self, index: int, clock: Clock) -> Clock:
        """Return a clock time to come in the half of the day in which people keep it."""
        dated = self.items[index].meaning.dated and clock.spoken
        if not dated and not points_ahead(self.text, self.items[index].start):
            return clock
        begin = self.faces.get(self.links.ranges.get(index, -1))
        return later(clock, begin) if begin else by_daylight(clock, faces=self.faced)

    def _day_of_clock(self, index: int, clock: Clock) -> date | None:
        """Return the day of a clock time that states none."""
        hand = Hand(clock, self.zoned[index])
        if (other := self.links.days.get(index)) is not None:
            shared = self.solve(other).value
            return hand.day_of(shared.start) if shared else None
        for partner, is_range in self._relatives(index):
            found = self.solve(partner)
            value = found.value
            if value is None:  # a bare hour: only its day is known
                told = self.items[partner].meaning.dated and calendars.span(found.timex.value)
                if told:
                    return told.start.date()
                continue
            if not is_range:
                return hand.nearest(value.start)
            after = partner < index
            return hand.first_after(value.start) if after else hand.last_before(value.start)
        start = self.items[index].start
        if opens_line(self.text, start) and (
            day := logbooks.day(self.text, start, hand, self.story)
        ):
            return day
        if edits.is_in(self.text, start) and (day := edits.day(hand, self.story)):
            return day
        end = max(self.items[at].end for at in (index, *self.partners.get(index, ())))
        return undated(self.text, start, end, hand, self._until(index)).day(self.story)

    def _relatives(self, index: int) -> list[tuple[int, bool]]:
        """Return the positions that can date this one: those before it, and dated ones after it."""
        found: list[tuple[int, bool]] = []
        if (first := self.links.same.get(index)) is not None:
            found.append((first, False))
        if (first := self.links.ranges.get(index)) is not None:
            found.append((first, True))
        found.extend(
            (other, self.links.ranges.get(other) == index)
            for other in self.partners.get(index, ())
            if self.items[other].meaning.dated
        )
        return found

    def _until(self, index: int) -> Hand | None:
        """Return the end of the range that an expression begins."""
        for other in self.partners.get(index, ()):
            clock = self.items[other].meaning.clock
            if clock and self.links.ranges.get(other) == index:
                return Hand(clock, self.zoned[other])
        return None

    # Values

    def _value(self, index: int, value: str) -> TimeValue | None:
        item = self.items[index]
        clock = item.meaning.clock
        place = self.zoned[index]
        face = self.faces.get(index, clock)
        if (face and face.bare) or not place.known:
            return None
        shift = item.meaning.shift
        if shift and not clock and shift.origin == "story" and self.story.reached:
            place = self.story.reached.place
        return interval(item, value, place)

    def _move(self, index: int, value: str, found: TimeValue | None) -> None:
        """Let the story reach a moment, unless it only looks ahead or back from where it is."""
        item = self.items[index]
        if found is None or found.precision in ("week", "month", "year"):
            return
        shift = item.meaning.shift
        ahead = points_ahead(self.text, item.start)
        if is_stamp(self.text, item) or found.start == self.story.written:
            self.story.stamp(found.start)
        elif index in self.links.same or (ahead and not item.meaning.dated):
            return
        elif self.story.reached and not item.meaning.clock and not item.meaning.dated:
            return  # "it was night there" moves no story
        elif not item.meaning.clock and self.story.reached and is_aside(self.text, item.start):
            return
        elif shift is None or item.meaning.clock or shift.origin == "writing":
            told = self._told(index, value, found)
            if self._is_beside(index, found) or (
                (item.meaning.dated or told.ends)
                and is_in_passing(self.text, item, told, self.story)
            ):
                self.story.mention(self.text, item.end, told)
            else:
                self.story.reach(self.text, item.end, told, aside=ahead)

    def _is_beside(self, index: int, found: TimeValue) -> bool:
        """Whether a day is behind a later one in its sentence.

        "It fell on Thursday, as it had on Wednesday" goes on with Thursday.
        """
        start, told = self.items[index].start, self.story.reached
        back = index and told and found.start < told.moment
        if not back or self.items[index].meaning.clock:
            return False
        return same_sentence(self.text, self.items[index - 1].end, start)

    def _told(self, index: int, value: str, found: TimeValue) -> Told:
        item = self.items[index]
        dated = None if item.meaning.clock else calendars.span(value)
        return Told(
            moment=found.start,
            place=self.zoned[index],
            local=dated.start if dated and found.precision in ("day", "part_of_day") else None,
            ends=dated.end if dated and found.precision == "part_of_day" else None,
            whole_day=dated is not None and found.precision == "day",
            end=index in self.links.ranges or tells_an_end(self.text, item.start),
        )
