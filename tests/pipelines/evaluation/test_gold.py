from __future__ import annotations

from pathlib import Path

import pytest

from nlp.entries import EntryError
from pipelines.evaluation import gold

TEXT = """
[[document]]
id = "one"
published = "2026-02-04T12:00:00Z"
relevant = true
text = '''
AWS Lambda and AWS down

AWS says that Lambda is back. Users in India saw errors.
'''
"""
LABELS = """
mentions = ["SERVICE AWS = aws", "SERVICE AWS Lambda = aws-lambda", "REGION India = IN"]
claims = ["aws symptom unavailable", "aws affected_region IN minimal [users]"]
"""


def written(folder: Path, content: str) -> Path:
    file = folder / "some.toml"
    file.write_text(content, encoding="utf-8")
    return file


def test_a_label_holds_wherever_its_words_stand_but_in_a_longer_name(tmp_path: Path) -> None:
    (document,) = gold.load(written(tmp_path, TEXT + LABELS))
    text = document.document.text
    assert sorted((m.start, text[m.start : m.end], *m.keys) for m in document.mentions) == [
        (0, "AWS Lambda", "aws-lambda"),
        (15, "AWS", "aws"),
        (25, "AWS", "aws"),
        (text.index("India"), "India", "IN"),
    ]


def test_of_two_names_the_longer_has_the_words_however_long_the_keys(tmp_path: Path) -> None:
    labels = 'mentions = ["SERVICE AWS = google-compute-engine", "SERVICE AWS Lambda = aws"]\n'
    (document,) = gold.load(written(tmp_path, TEXT + labels + "claims = []"))
    assert [m.end - m.start for m in document.mentions if "aws" in m.keys] == [len("AWS Lambda")]


def test_a_claim_has_its_parts(tmp_path: Path) -> None:
    (document,) = gold.load(written(tmp_path, TEXT + LABELS))
    unavailable, india = document.claims
    assert (unavailable.service, unavailable.field, unavailable.modality) == (
        "aws",
        "symptom",
        "asserted",
    )
    assert (india.extent, india.who, india.modality) == ("minimal", "users", "asserted")


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        ('mentions = ["SERVICE Zoom = zoom"]\nclaims = []', "'Zoom' does not stand in the text"),
        ('mentions = ["SERVICE AWS = amazonn"]\nclaims = []', "no key of a service"),
        ('mentions = ["BRAND AWS = aws"]\nclaims = []', "with a label of SERVICE"),
        ('mentions = []\nclaims = ["aws ended 2026-02-03"]', "fields: acknowledged_at"),
        ('mentions = []\nclaims = ["aws began_at yesterday"]', "is no time"),
        ('mentions = []\nclaims = ["aws severity awful"]', "is no severity"),
        ('mentions = []\nclaims = []\nkidn = "news"', "allowed: id, kind"),
    ],
)
def test_a_wrong_label_is_refused_by_name(tmp_path: Path, labels: str, says: str) -> None:
    with pytest.raises(EntryError, match=says) as refused:
        gold.load(written(tmp_path, TEXT + labels))
    assert "some.toml" in str(refused.value)


def test_every_wrong_label_is_named(tmp_path: Path) -> None:
    labels = 'mentions = ["SERVICE Zoom = zoom"]\nclaims = ["aws ended now"]'
    with pytest.raises(EntryError) as refused:
        gold.load(written(tmp_path, TEXT + labels))
    assert len(str(refused.value).splitlines()) == 2


def test_what_is_not_relevant_says_nothing(tmp_path: Path) -> None:
    content = (TEXT + LABELS).replace("relevant = true", "relevant = false")
    with pytest.raises(EntryError, match="has no mentions and no claims"):
        gold.load(written(tmp_path, content))


def test_an_id_belongs_to_one_document(tmp_path: Path) -> None:
    for half in ("developed", "evaluated"):
        (tmp_path / half).mkdir()
        written(tmp_path / half, TEXT + LABELS)
    with pytest.raises(EntryError, match="given twice: one"):
        gold.halves(tmp_path)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EntryError, match="no folder with gold documents"):
        gold.halves(tmp_path)


def test_the_digest_changes_with_the_documents(tmp_path: Path) -> None:
    written(tmp_path, TEXT + LABELS)
    before = gold.digest(tmp_path)
    written(tmp_path, TEXT + LABELS + "\n")
    assert gold.digest(tmp_path) != before
