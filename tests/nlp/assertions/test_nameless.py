"""Outages of services that nobody knows by name, and what only sounds like one."""

from __future__ import annotations

import pytest

from nlp.reading import read
from tests.nlp.by_hand import Page


def services(text: str, kind: str) -> set[str | None]:
    (reading,) = read([Page(text=text, kind=kind)])
    return {claim.service for claim in reading.claims}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("news", "Nurses wrote on paper all Sunday after the hospital's computer system crashed."),
        ("news", "Exam results website buckles\n\nThe website was unavailable for two hours."),
        ("news", "Half the town lost its internet on Friday when a digger cut a cable."),
        ("news", "Long queues at the border\n\nPassport e-gates stopped working at 7.50pm."),
        ("forum", "school portal gives a blank page since this morning, anyone else?"),
        ("social", "my kids' school app won't load, is it just me"),
    ],
)
def test_what_fails_without_a_known_name_is_a_service_without_a_key(kind: str, text: str) -> None:
    assert services(text, kind) == {None}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("news", "Ten ways to keep working when your internet goes down"),
        ("news", "The heating of the school failed and pupils were sent home."),
        ("news", "The website was not unavailable at any time, the council said."),
        ("forum", "error 403 when I call my own API from the website, what am I missing"),
        ("social", "my server is down again and so am I"),
    ],
)
def test_advice_and_what_is_the_writers_own_are_no_outage(kind: str, text: str) -> None:
    assert services(text, kind) == set()


def test_a_known_service_goes_first() -> None:
    text = "Zoom is down\n\nThe hospital's computer system failed as well."
    assert "zoom" in services(text, "news")
