"""Time expressions, made into TIMEX3 values and UTC intervals, in the order of the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from nlp.times import calendars
from nlp.times.dating import DAY, calendar_value, date_value
from nlp.times.links import Links, hour_of
from nlp.times.story import Story, Told, is_byline, points_ahead, tells_an_end
from nlp.times.timexes import Clock, Expression, Meaning, TimexType
from nlp.times.zoning import Zoned
from nlp.values import Precision, TimeValue, Timex

_ROLLS_OVER = timedelta(hours=12)
"""An undated time this much before the story's last belongs to the day after."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression was found to mean."""

    timex: Timex
    value: TimeValue | None


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
    return [solver.solve(index) for index in range(len(items))]


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
        self.done: dict[int, Resolved] = {}
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

    def solve(self, index: int) -> Resolved:
        """Return the meaning of one expression."""
        if index not in self.done:
            self.story.pass_by(self.items[index].start)
            self.done[index] = self._solve(index)
        return self.done[index]

    def _solve(self, index: int) -> Resolved:
        item = self.items[index]
        meaning = item.meaning
        if meaning.value:
            return Resolved(Timex(type=meaning.type, value=meaning.value), self._literal(item))
        value = self._timex(index)
        if value is None:
            return Resolved(Timex(type=meaning.type, value=_unanchored(meaning)), None)
        found = self._value(index, value)
        self._move(index, value, found)
        return Resolved(Timex(type=_type(meaning, value), value=value), found)

    def _literal(self, item: Expression) -> TimeValue | None:
        """Return the interval of a value that needs no anchor: a decade, a century."""
        if item.meaning.type != "DATE":
            return None
        return self._interval(item, item.meaning.value or "", self.story.home)

    def _timex(self, index: int) -> str | None:
        """Return the TIMEX3 value of one expression, or ``None`` where nothing dates it."""
        item = self.items[index]
        meaning = item.meaning
        if meaning.clock is None:
            return date_value(self.text, item, self.zoned[index], self.story)
        if meaning.dated:
            dated = date_value(self.text, item, self.zoned[index], self.story)
            if dated is None or len(dated) != DAY:
                return dated
            return f"{dated}T{_clock_value(meaning.clock)}"
        day = self._day_of_clock(index, meaning.clock)
        return f"{day.isoformat()}T{_clock_value(meaning.clock)}" if day else None

    # Clocks

    def _day_of_clock(self, index: int, clock: Clock) -> date | None:
        """Return the day of a clock time that states none."""
        for partner, is_range in self._relatives(index):
            moment = self._moment(partner)
            if moment is None:
                continue
            if not is_range:
                return self._nearest(index, clock, moment)
            return self._beside(index, clock, moment, after=partner < index)
        if self.story.reached:
            return self._along(index, clock, self.story.reached)
        return self._by_writing(index, clock)

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

    def _moment(self, index: int) -> datetime | None:
        value = self.solve(index).value
        return value.start if value else None

    def _at(self, index: int, clock: Clock, day: date) -> datetime:
        local = datetime.combine(day, time(hour_of(clock), clock.minute or 0, clock.second or 0))
        return self.zoned[index].reading.utc(local)

    def _local_day(self, index: int, moment: datetime) -> date:
        return self.zoned[index].reading.local(moment).date()

    def _nearest(self, index: int, clock: Clock, moment: datetime) -> date:
        day = self._local_day(index, moment)
        days = (day + timedelta(days=step) for step in (0, -1, 1))
        return min(days, key=lambda day: abs(self._at(index, clock, day) - moment))

    def _beside(self, index: int, clock: Clock, moment: datetime, *, after: bool) -> date:
        """Return the first day not before (or the last not after) the other end of a range."""
        day = self._local_day(index, moment)
        found = self._at(index, clock, day)
        if after and found < moment:
            return day + timedelta(days=1)
        if not after and found > moment:
            return day - timedelta(days=1)
        return day

    def _along(self, index: int, clock: Clock, told: Told) -> date | None:
        """Return the day by the story: the day it has reached, or the next past midnight."""
        zoned, start = self.zoned[index], self.items[index].start
        day = told.day(zoned)
        found = self._at(index, clock, day)
        behind = told.on(zoned) - found
        ends = behind > timedelta() and not told.end and tells_an_end(self.text, start)
        next_day = self._at(index, clock, day + timedelta(days=1))
        ahead = points_ahead(self.text, start)
        if (behind > _ROLLS_OVER or ends) and self._may_be(next_day, ahead=ahead):
            return day + timedelta(days=1)
        return day if self._may_be(found, ahead=ahead) else self._by_writing(index, clock)

    def _may_be(self, moment: datetime, *, ahead: bool) -> bool:
        """Whether a time can have been told of: not after it was written."""
        story = self.story
        if ahead:
            return True
        if story.written:
            return moment <= story.written
        return story.day is None or story.home.reading.local(moment).date() <= story.day

    def _by_writing(self, index: int, clock: Clock) -> date | None:
        """Return the day by the writing: the latest not after it, or the next if ahead."""
        story = self.story
        day = story.today(self.zoned[index])
        if day is None or story.written is None:
            return day
        found = self._at(index, clock, day)
        ahead = points_ahead(self.text, self.items[index].start)
        if ahead and found < story.written:
            return day + timedelta(days=1)
        if not ahead and found > story.written:
            return day - timedelta(days=1)
        return day

    # Values

    def _value(self, index: int, value: str) -> TimeValue | None:
        item = self.items[index]
        clock = item.meaning.clock
        place = self.zoned[index]
        if (clock and clock.bare) or not place.known:
            return None
        shift = item.meaning.shift
        if shift and shift.origin == "story" and self.story.reached:
            place = self.story.reached.place
        return self._interval(item, value, place)

    def _interval(self, item: Expression, value: str, place: Zoned) -> TimeValue | None:
        found = calendars.span(value)
        if found is None or not 1 < found.start.year <= found.end.year < 9999:
            return None
        start, end, precision = found.start, found.end, found.precision
        shift = item.meaning.shift
        if shift and shift.unit == "TH":
            start, end, precision = _about_an_hour(start)
        elif item.meaning.clock and item.meaning.clock.minute is None and not item.bound:
            end, precision = start + timedelta(hours=1), "hour"
        return TimeValue(
            start=place.reading.utc(start),
            end=place.reading.utc(end),
            precision=precision,
            zone=place.name,
            zone_from=place.origin,
            bound=item.bound,
            approximate=item.approximate,
        )

    def _move(self, index: int, value: str, found: TimeValue | None) -> None:
        """Let the story reach a moment, unless it only looks ahead or back from where it is."""
        item = self.items[index]
        if found is None or found.precision in ("week", "month", "year"):
            return
        shift = item.meaning.shift
        ahead = points_ahead(self.text, item.start)
        if _is_stamp(self.text, item) or found.start == self.story.written:
            self.story.stamp(found.start)
        elif index in self.links.same or (ahead and not item.meaning.dated):
            return
        elif self.story.reached and not item.meaning.clock and not item.meaning.dated:
            return  # "it was night there" moves no story
        elif shift is None or item.meaning.clock or shift.origin == "writing":
            self.story.reach(self.text, item.end, self._told(index, value, found), aside=ahead)

    def _told(self, index: int, value: str, found: TimeValue) -> Told:
        item = self.items[index]
        dated = None if item.meaning.clock else calendars.span(value)
        return Told(
            moment=found.start,
            place=self.zoned[index],
            local=dated.start if dated and found.precision in ("day", "part_of_day") else None,
            end=index in self.links.ranges or tells_an_end(self.text, item.start),
        )


def _is_stamp(text: str, item: Expression) -> bool:
    """Whether a full moment opens a line, as the updates of a status page do."""
    meaning = item.meaning
    opens = item.start == 0 or text[item.start - 1] == "\n"
    return bool(opens and meaning.clock and meaning.calendar and meaning.calendar.day)


def _about_an_hour(start: datetime) -> tuple[datetime, datetime, Precision]:
    """Return the hour around a moment that was told in whole hours."""
    return start - timedelta(minutes=30), start + timedelta(minutes=30), "hour"


def _clock_value(clock: Clock) -> str:
    value = f"{hour_of(clock):02d}:{clock.minute or 0:02d}"
    return f"{value}:{clock.second:02d}" if clock.second is not None else value


def _type(meaning: Meaning, value: str) -> TimexType:
    return meaning.type if meaning.type != "TIME" or "T" in value else "DATE"


def _unanchored(meaning: Meaning) -> str:
    """Return the TIMEX3 value of what nothing dates: X for what is not known."""
    if meaning.clock:
        return f"XXXX-XX-XXT{_clock_value(meaning.clock)}"
    if meaning.part:
        return f"XXXX-XX-XXT{meaning.part}"
    calendar = meaning.calendar
    if calendar and calendar.month:
        return calendar_value(calendar, None) or "XXXX"
    if calendar and calendar.weekday:
        return f"XXXX-WXX-{calendar.weekday}"
    if meaning.shift:
        return ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[_sign(meaning.shift.amount) + 1]
    return "XXXX-XX-XX"


def _sign(amount: float) -> int:
    return (amount > 0) - (amount < 0)
