"""Where a text is at home that names neither a zone nor a place: by its publisher, its services."""

from __future__ import annotations

from collections.abc import Iterable

from nlp.names import gazetteers, homes, national

_SEATS = {"AU": "AU-NSW", "BR": "BR-SP", "CA": "CA-ON", "ID": "ID-JK", "MX": "MX-CMX"}
"""Of countries with several zones, the state by whose clocks their companies tell the time."""
_SURE = 1.0
"""What the only meaning of a place's name weighs at least."""


def of_publisher(name: str) -> list[str]:
    """Return the codes of the states that a publisher's name tells, else of the countries.

    >>> of_publisher("The Quay Herald, Dublin"), of_publisher("Daily Ledger")
    (['IE-L'], [])
    """
    codes = [
        code
        for ballot in homes.of_publisher(name).values()
        for code, weight in ballot.items()
        if weight >= _SURE
    ]
    return [code for code in codes if "-" in code] or codes


def of_services(keys: Iterable[str | None]) -> list[str]:
    """Return the codes of the countries (or their seats) in which services are, by their hosts."""
    known = gazetteers.services()
    countries = (national.country_of(known[key]) for key in {*keys} if key in known)
    return [_SEATS.get(country, country) for country in countries if country]
