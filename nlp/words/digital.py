"""What only digital and telecoms services have: parts, symptoms and faults, by their keys."""

from __future__ import annotations

from functools import cache

from nlp.entries import load
from nlp.words.lexicons import Topics


def fails(symptom: str | None) -> bool:
    """Whether only such a service fails like that.

    >>> fails("login-failures"), fails("delays")
    (True, False)
    """
    return symptom in _telling()


def is_part(feature: str | None) -> bool:
    """Whether a feature is one of such a service alone.

    >>> is_part("online-banking"), is_part("delivery")
    (True, False)
    """
    return feature in _parts()


def is_fault(cause: str | None) -> bool:
    """Whether a cause is a fault of such a service, so that its failing is told with it.

    >>> is_fault("software-bug"), is_fault("weather")
    (True, False)
    """
    return cause in _faults()


@cache
def _faults() -> frozenset[str]:
    return frozenset(load("topics", Topics).faults)


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("topics", Topics).telling)


@cache
def _parts() -> frozenset[str]:
    return frozenset(load("topics", Topics).parts)
