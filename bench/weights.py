"""What each sign weighs by which a text is found to be about an outage, or about something else.

``python -m bench.weights`` reads the developed half of ``tests/gold`` and the short texts of two
tables in ``tests/nlp``, notes the signs of each text in doubt and fits how likely they make an
outage, by logistic regression with a ridge of 1, in iteratively reweighted least squares
(https://en.wikipedia.org/wiki/Logistic_regression). It prints the weights for
``nlp/assertions/aboutness.py``, and how many texts they take for what they are not: as they are
now, as fitted, and as fitted on nine tenths of the texts and asked of the tenth.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from nlp import reading
from nlp.assertions import aboutness
from nlp.assertions.aboutness import Signs
from nlp.assertions.passages import Sentence
from nlp.claims import Claim
from nlp.readable import Readable
from pipelines.evaluation import gold
from tests.nlp.by_hand import Page

Numbers = npt.NDArray[np.float64]
FOLDS = 10
_RIDGE = 1.0
_STEPS = 50


def fit(signs: Numbers, outage: Numbers) -> Numbers:
    """Return the bias and the weight of each sign.

    ``signs``: texts by signs; ``outage``: of each text 1 or 0.
    """
    told = np.column_stack([np.ones(len(signs)), signs])
    ridge = np.eye(told.shape[1]) * _RIDGE
    ridge[0, 0] = 0.0
    weights = np.zeros(told.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (likely - outage) + ridge @ weights
        curve = (told.T * (likely * (1 - likely))) @ told + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights


def mistaken(weights: Numbers, signs: Numbers, outage: Numbers) -> tuple[int, int]:
    """Return how many texts are wrongly taken for an outage, and how many wrongly for none."""
    said = weights[0] + signs @ weights[1:] >= 0
    return int(np.sum(said & (outage == 0))), int(np.sum(~said & (outage == 1)))


def crossed(signs: Numbers, outage: Numbers) -> tuple[int, int]:
    """Return how many texts are mistaken where they are not among those that were fitted on."""
    fold = np.arange(len(signs)) % FOLDS
    wrong = [
        mistaken(
            fit(signs[fold != one], outage[fold != one]), signs[fold == one], outage[fold == one]
        )
        for one in range(FOLDS)
    ]
    return sum(one for one, _ in wrong), sum(one for _, one in wrong)


def texts(folder: Path) -> Iterator[tuple[Readable, bool]]:
    """Yield the texts below a folder of tests, and whether each is about an outage."""
    for document in gold.halves(folder / "gold")["developed"]:
        yield document.document, bool(document.claims)
    short = tomllib.loads((folder / "nlp" / "relevant_texts.toml").read_text(encoding="utf-8"))
    for name, kinds in short.items():
        for kind, told in kinds.items():
            for text in told:
                yield Page(text=text, kind=kind, publisher=""), name != "others"
    for story in tomllib.loads((folder / "nlp" / "stories.toml").read_text(encoding="utf-8"))[
        "story"
    ]:
        page = Page(text=story["text"], kind=story["kind"], publisher=story.get("publisher", ""))
        yield page, bool(story["services"])


def noted(folder: Path) -> Iterator[tuple[Signs, bool]]:
    """Yield the signs of each text in doubt, and whether it is about an outage."""
    kept: list[Signs] = []
    asked = aboutness.signs

    def note(
        text: str,
        passages: Sequence[Sentence],
        found: Sequence[Claim],
        attested: int,
    ) -> Signs:
        kept.append(asked(text, passages, found, attested))
        return kept[-1]

    with patch.object(aboutness, "signs", note):
        for text, is_outage in texts(folder):
            kept.clear()
            list(reading.read([text], thorough=True))
            if kept:
                yield kept[-1], is_outage


def main() -> None:
    """Fit, and print what was found."""
    doubted = list(noted(Path("tests")))
    signs = np.array([sign for sign, _ in doubted], dtype=float)
    outage = np.array([is_outage for _, is_outage in doubted], dtype=float)
    found = fit(signs, outage)
    told = [f"{len(doubted)} texts in doubt, {int(outage.sum())} about an outage"]
    names = ("bias", *Signs._fields)
    told += [f"{name:10} {weight:6.2f}" for name, weight in zip(names, found, strict=True)]
    now = np.array([aboutness.BIAS, *aboutness.WEIGHTS])
    for name, (false, missed) in (
        ("now", mistaken(now, signs, outage)),
        ("fitted", mistaken(found, signs, outage)),
        ("on others", crossed(signs, outage)),
    ):
        told.append(f"{name:10} {false} wrongly for an outage, {missed} wrongly for none")
    sys.stdout.write("\n".join(told) + "\n")


if __name__ == "__main__":
    main()
