"""What all tests share: Hypothesis' profile and the real input beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("downwire", deadline=None, max_examples=50)
settings.load_profile("downwire")


@pytest.fixture
def real() -> Path:
    """The folder of real input beside the checkout; the test is skipped where it is absent."""
    folder = Path(__file__).resolve().parents[1].parent / "shared" / "real"
    if not folder.is_dir():
        pytest.skip("the folder shared/real of real input is not beside this checkout")
    return folder
