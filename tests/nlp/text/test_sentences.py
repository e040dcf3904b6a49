import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.text import sentences

NLP = spacy.blank("en")


def split(text: str) -> list[str]:
    return [sent.text.strip() for sent in sentences.mark(NLP.make_doc(text)).sents]


@pytest.mark.parametrize(
    "parts",
    [
        ["It broke.", "It was fixed."],
        ["Is it down?", "Yes!", "It is."],
        ["It began at 9 a.m. and ended at 4 p.m. on Monday."],
        ["It began at 9 a.m. ET on Feb. 3 in the U.S. capital."],
        ["It began in the U.S.", "The firm fixed it."],
        ["It ended at 5 p.m.", "Users were glad."],
        ["Acme Inc. said so.", "Mr. Brown of St. Ives agreed."],
        ["Some services, e.g. mail, i.e. SMTP, failed."],
        ["See No. 7 for more."],
        ["Version 2.5 failed at 3.30pm."],
        ["J. R. Smith wrote it."],
        ['He said: "It is down."', "Then he left."],
        ["“It is back.”", "They cheered."],
        ["It failed (again.)", "Nobody knew."],
        ["Wait...", "What?"],
        ["is it down??", "nothing loads here"],
        ["“Is it down?” he asked."],
        ["mail is fine btw.", "anyone else locked out"],
        ["no payments 😭", "gpay is fine"],
        ["Slack 🔥 is down."],
        ["It took approx. two hours."],
        ["It runs on node.js and e.g. on bun."],
        ["It was slow ... then fast."],
        ["Visit example.com for more."],
    ],
)
def test_sentences_of_a_paragraph(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ChatGPT | Canva\n\nIt failed.", ["ChatGPT | Canva", "It failed."]),
        ("Heading\nBody of it.", ["Heading", "Body of it."]),
        ("A line that was\nwrapped here.", ["A line that was\nwrapped here."]),
        ("First.\nsecond.", ["First.", "second."]),
        ("Hit:\n- mail\n- chat", ["Hit:", "- mail", "- chat"]),
        ("Began: 2026-02-03T20:32:00Z\nEnded: 2026-02-03T22:14:00Z", None),
        ("Service: Harbour\nComponents: Mail, Chat", None),
        (
            "2026-08-20T14:43:00Z Investigating - We look into it. More soon.\n\n"
            "2026-08-20T15:43:00Z Resolved - Done.",
            [
                "2026-08-20T14:43:00Z Investigating - We look into it.",
                "More soon.",
                "2026-08-20T15:43:00Z Resolved - Done.",
            ],
        ),
        ("\n\n  Late start. Next.", ["Late start.", "Next."]),
        ("Windows\r\nlines.\r\n\r\nNext.", ["Windows\r\nlines.", "Next."]),
    ],
)
def test_lines_headings_lists_and_updates(text: str, parts: list[str] | None) -> None:
    expected = text.split("\n") if parts is None else parts
    assert [part for part in split(text) if part] == expected


def test_an_empty_doc_is_left_alone() -> None:
    assert len(sentences.mark(NLP.make_doc(""))) == 0


@given(st.text(alphabet=st.sampled_from("aA. !?\n\r\"'1-pm"), max_size=80))
def test_sentences_cover_the_text_whatever_it_is(text: str) -> None:
    doc = sentences.mark(NLP.make_doc(text))
    assert "".join(sent.text_with_ws for sent in doc.sents) == text
    assert sentences.boundaries(text) == sorted(set(sentences.boundaries(text)))
