import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.words.notation import PhraseError, alternation, parse
from nlp.words.openings import Index, surface
from nlp.words.phrases import Phrases


def found(phrase: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Phrases([(phrase, 0)]).scan(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("error message", "An Error Message came.", ["Error Message"]),
        ("error message", "error-message", ["error-message"]),
        ("error message", "error\nmessage", ["error\nmessage"]),
        ("error message", "error\n\nmessage", []),
        ("error message", "error messages", []),
        ("error message", "terror message", []),
        ("timeout[s]", "timeouts and a timeout", ["timeouts", "timeout"]),
        ("error [rate]", "error rate, error", ["error rate", "error"]),
        ("[API] error", "API error; error", ["API error", "error"]),
        ("[the] [big] app", "the app, the big app, big app", ["the app", "the big app", "big app"]),
        ("be [now] [fully] back", "be back, be now fully back", ["be back", "be now fully back"]),
        ("[re]start", "restart or start", ["restart", "start"]),
        ("to [re]start it", "to restart it", ["to restart it"]),
        ("(slow|very poor) link", "very poor link", ["very poor link"]),
        ("out [of (order|service)]", "out of order, out", ["out of order", "out"]),
        ("<fail> to load", "fails to load, failing to load", ["fails to load", "failing to load"]),
        ("can't join", "can’t join, can't join", ["can’t join", "can't join"]),
        ("unable ... log in", "unable to even log in", ["unable to even log in"]),
        ("unable ... log in", "unable to do more than just log in", []),
        ("unable ... log in", "unable. They log in", []),
        ("error #", "error 403 and error", ["error 403"]),
        ("# error[s]", "403 errors", ["403 errors"]),
        ("returns [error|code][s]", "returns. returns codes", ["returns", "returns codes"]),
        ("a.b", "a.b", ["a.b"]),
        ("{cannot} pay", "They can't even pay; unable to pay", ["can't even pay", "unable to pay"]),
        ("{calls} ... drop", "calls to my aunt drop", ["calls to my aunt drop"]),
        ("{calls} ... drop", "calls and texts drop; calls that we make here drop", []),
        ("no {calls}", "no phone calls", ["no phone calls"]),
    ],
)
def test_the_notation_means_what_the_table_says(
    phrase: str, text: str, expected: list[str]
) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize(
    "phrase",
    ["", "(a|b", "a]", "a|b", "[a]", "[a] [b]", "... a", "a ...", "<> a", "a*", "(|a)", "{}"],
)
def test_a_malformed_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(repr(phrase)) if phrase else "empty"):
        parse(phrase)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(PhraseError, match=r"\{nosuchset\}: no such set in data/lexicons/sets.toml"):
        parse("{nosuchset} a")


def test_the_longest_phrase_wins_and_none_overlap() -> None:
    scanner = Phrases([("error", "short"), ("error rate", "long"), ("rate limit", "other")])
    assert [hit.item for hit in scanner.scan("error rate limit, rate limit")] == ["long", "other"]


def test_a_scan_can_be_of_a_part() -> None:
    scanner = Phrases([("down", 0)])
    assert [hit.start for hit in scanner.beginning("down down down", 3, 10)] == [5]


def test_a_phrase_that_ends_beyond_a_part_may_begin_in_it_but_is_not_within_it() -> None:
    scanner = Phrases([("down again", "long"), ("down", "short")])
    assert [hit.item for hit in scanner.beginning("is down again", 0, 7)] == ["long"]
    assert [hit.item for hit in scanner.within("is down again", 0, 7)] == ["short"]
    assert [(hit.start, hit.end) for hit in scanner.within("is down again", 3, 13)] == [(0, 10)]


def test_lexicons_of_one_index_find_what_each_finds_alone() -> None:
    text = "Error 404: it's down again, 7 errors; not only the app but the shop is out."
    lexicons = [
        [("down", 1), ("error #", 2), ("# errors", 3)],
        [("error 404", 4), ("404", 5), ("it ... again", 6), ("not ... out", 7)],
        [("app ... out", 8), ("shop (is|was) out", 9), ("#", 10)],
    ]
    index = Index()
    together = [Phrases(phrases, index) for phrases in lexicons]
    for scanner, phrases in zip(together, lexicons, strict=True):
        assert list(scanner.scan(text)) == list(Phrases(phrases).scan(text)) != []


def test_words_keep_apostrophes_and_offsets() -> None:
    assert surface("We’re_up 24/7").words == ((0, "we're"), (6, "up"), (9, "24"), (12, "7"))


def test_alternation_matches_any_of_its_phrases() -> None:
    assert re.fullmatch(alternation(["more than", "over"]), "more than")


def test_a_hostile_text_takes_time_in_proportion_to_its_length() -> None:
    scanner = Phrases([("unable ... (log|sign) in", 0), ("a [b] ... c", 0)])

    def cost(text: str) -> float:
        surface.cache_clear()
        began = time.perf_counter()
        list(scanner.scan(text))
        return time.perf_counter() - began

    for piece in ("unable to ", "a b ", "a ", "a-", "unable\n"):
        short = min(cost(piece * 2_000) for _ in range(3))
        long = min(cost(piece * 40_000) for _ in range(2))
        assert long < 20 * 8 * short


@given(st.text())
def test_any_text_can_be_scanned(text: str) -> None:
    scanner = Phrases([("a [b] ... c", 0), ("# x", 0), ("İx", 0)])
    assert all(0 <= hit.start < hit.end <= len(text) for hit in scanner.scan(text))


_PHRASES = (
    *("a", "a b", "a b c", "a b c d", "a [b] c", "a b[c] d", "a (b|c d) e", "a ... d", "a b ... e"),
    *(
        "(a|b c) (d|e)",
        "a [b] [c] d",
        "[a] b c",
        "a # b",
        "a b #",
        "a-b c",
        "don't b c",
        "a b can't",
    ),
)


@given(
    st.lists(st.sampled_from(_PHRASES), min_size=1, unique=True),
    st.lists(st.sampled_from(["a", "b", "c", "d", "e", "bc", "5", "don't", "can't"]), max_size=12),
    st.sampled_from([" ", "-", "\n", ' "']),
)
def test_where_no_phrase_is_tried_none_stands(
    phrases: list[str], words: list[str], between: str
) -> None:
    text = between.join(words)
    found = [(hit.start, hit.end) for hit in Phrases([(one, one) for one in phrases]).scan(text)]
    known = [re.compile(parse(one).folded + r"(?!\w)") for one in phrases]
    expected, done = [], 0
    for start, _ in surface(text).words:
        ends = [match.end() for one in known if (match := one.match(surface(text).folded, start))]
        if start >= done and ends:
            done = max(ends)
            expected.append((start, done))
    assert found == expected


@given(st.text(alphabet="ab []()|<>.#*'", max_size=20))
def test_any_phrase_is_read_or_refused(phrase: str) -> None:
    try:
        re.compile(parse(phrase).regex)
    except PhraseError:
        return


def test_what_is_joined_to_a_rest_of_a_set_is_led_by_it_too() -> None:
    scanner = Phrases([("{cannot} call", "call"), ("{cannot} <text>", "text")])
    text = "We were unable to call our friends, or even text them, and nobody can text."
    assert [hit.item for hit in scanner.scan(text)] == ["call", "text", "text"]
    assert [hit.item for hit in scanner.scan("We text. We cannot call. They text.")] == ["call"]
