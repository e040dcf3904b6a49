"""How signs are weighed: by what they make of texts of which it is known what they are."""

from __future__ import annotations

import numpy as np

from bench import weights


def test_what_only_outages_have_weighs_for_one_and_noise_nothing() -> None:
    chance = np.random.default_rng(7)
    outage = chance.integers(0, 2, 400).astype(float)
    signs = np.column_stack([outage + chance.normal(0, 0.5, 400), chance.normal(0, 1, 400)])
    bias, telling, noise = weights.fit(signs, outage)
    assert bias < 0 < telling
    assert abs(noise) < telling / 5
    false, missed = weights.mistaken(np.array([bias, telling, noise]), signs, outage)
    assert false + missed < 100
    assert sum(weights.crossed(signs, outage)) < 100


def test_mistakes_are_counted_by_kind() -> None:
    signs, outage = np.array([[1.0], [1.0], [-1.0]]), np.array([1.0, 0.0, 1.0])
    assert weights.mistaken(np.array([0.0, 1.0]), signs, outage) == (1, 1)
