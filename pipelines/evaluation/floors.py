"""The ratchet: below which F1 no figure may fall, for exactly these gold documents.

``tests/gold/floors.toml`` holds, for each half, the digest of its documents and a floor for each
figure. A floor rises with ``downwire evaluate --raise-floors``. One that is written lower than it
once was (``best``) needs a ``reason``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from nlp import entries
from nlp.entries import Strict
from pipelines.evaluation.measuring import Measured
from pipelines.evaluation.scoring import FIGURES

FILE = "floors.toml"
_HEAD = """\
# Floors of `downwire evaluate`: no figure's F1 may fall below its own, for the documents of this
# digest. Raised with `downwire evaluate --raise-floors`. To lower one, write a floor lower than
# best, and a reason.
"""


class Floor(Strict):
    """How low a figure may be."""

    floor: float
    best: float
    """The highest floor that it ever had."""
    reason: str = ""
    """Why it is lower now."""

    @model_validator(mode="after")
    def _lower_for_a_reason(self) -> Floor:
        if self.floor < self.best and not self.reason:
            raise ValueError(f"floor {self.floor} is lower than best {self.best}: give a reason")
        return self


def _known(name: str) -> str:
    """Return the name of a figure; refuse any other."""
    if name not in FIGURES:
        raise ValueError(f"{name!r} is no figure; allowed: {', '.join(FIGURES)}")
    return name


Figure = Annotated[str, AfterValidator(_known)]


class Half(Strict):
    """The floors of one half."""

    digest: str
    figures: dict[Figure, Floor] = Field(default_factory=dict)


class Floors(Strict):
    """``floors.toml``."""

    half: dict[str, Half] = Field(default_factory=dict)


def load(folder: Path) -> Floors:
    """Return the floors in a folder of gold; raises :class:`nlp.entries.EntryError`."""
    file = folder / FILE
    if not file.exists():
        return Floors()
    return entries.load_file(file, Floors, str(file))


def problems(floors: Floors, measured: Mapping[str, Measured]) -> Iterator[str]:
    """Yield each half whose documents are others and each figure below its floor."""
    for name, now in measured.items():
        half = floors.half.get(name)
        if half is None or half.digest != now.digest:
            yield (
                f"{name}: the documents are not those of {FILE}; look at the figures, then type: "
                "downwire evaluate --raise-floors"
            )
        for figure, held in half.figures.items() if half else ():
            f1 = now.tallies[figure].f1
            if round(f1, 3) < held.floor:
                yield f"{name}: {figure} fell to {f1:.3f}; its floor is {held.floor}"


def raised(floors: Floors, measured: Mapping[str, Measured]) -> str:
    """Return ``floors.toml`` with each floor as high as its figure is now, none lower than it was.

    The floors of other documents say nothing of these: a half with a new digest begins anew.
    """
    lines = [_HEAD]
    for name, now in measured.items():
        half = floors.half.get(name)
        old = half.figures if half and half.digest == now.digest else {}
        lines.append(f'\n[half.{name}]\ndigest = "{now.digest}"\n\n[half.{name}.figures]\n')
        lines += [
            f'"{figure}" = {_entry(old.get(figure), round(now.tallies[figure].f1, 3))}\n'
            for figure in FIGURES
        ]
    return "".join(lines)


def _entry(old: Floor | None, now: float) -> str:
    floor = max(now, old.floor) if old else now
    best = max(floor, old.best) if old else floor
    reason = f', reason = "{old.reason}"' if old and old.reason and floor < best else ""
    return f"{{ floor = {floor:.3f}, best = {best:.3f}{reason} }}"
