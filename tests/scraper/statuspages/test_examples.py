"""The examples in the docstrings of the status platforms' modules are true."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from scraper import prose, stamps
from scraper.statuspages import aws, aws_names


@pytest.mark.parametrize("module", [prose, stamps, aws, aws_names], ids=lambda m: m.__name__)
def test_examples_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
