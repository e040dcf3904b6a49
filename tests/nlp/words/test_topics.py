import pytest

from nlp.words import topics


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Bank shares go down\n\nInvestors fled; the stock fell 4% after weak results.", "markets"),
        (
            "How to fix a page that won't load\n\nRestart the router. Clear the cache. If the page"
            " still will not open, check your cable.",
            "how-to",
        ),
        (
            "Signal failure halts commuters\n\nTrains stood still and a bus was late.",
            "railways-and-roads",
        ),
        (
            "Wind brings down lines\n\nTwo thousand homes are without electricity, the utility"
            " said; a substation failed.",
            "power-and-water",
        ),
        (
            "Pilots walk out\n\nThe union voted to strike; 90 flights stay at the airport.",
            "weather-and-flights",
        ),
        (
            "Teller jailed over missing cash\n\nShe told the court that the system was down. The"
            " judge spoke of theft.",
            "courts-and-crime",
        ),
        (
            "New tier launched\n\nPrices start at 9 euros a month; a preview is free.",
            "launches-and-prices",
        ),
        (
            "Old satellites come down\n\nFireballs lit the sky; debris from orbit may be found.",
            "space",
        ),
        (
            "Service level agreement\n\n“Downtime” means any period in which it is unavailable."
            " Customer may claim a credit of 10% within 30 days.",
            "contracts",
        ),
        (
            "Why does my handler fail?\n\nIt throws in test mode and I've tried another parser.",
            "code",
        ),
        (
            "taking the weekend offline, my therapist says unplug. if i don't answer i'm napping",
            "unplugging",
        ),
        (
            "Van crashes into a phone shop\n\nPolice said the driver was taken to the hospital.",
            "railways-and-roads",
        ),
        (
            "Carrier ordered to pay over pushy sales\n\nIts systems failed buyers, the judge said"
            " in the Federal Court.",
            "courts-and-crime",
        ),
        (
            "Jet makes emergency landing\n\nThe flight returned after engine trouble on its route.",
            "weather-and-flights",
        ),
        (
            "Messenger will stop working on older phones\n\nIt will no longer work on models older"
            " than that unless you update.",
            "launches-and-prices",
        ),
        (
            "Seven hours without messages\n\nInvestors noticed it too: customers could not log in,"
            " an app crashed and the share price fell. The service was restored by noon.",
            None,
        ),
        ("", None),
    ],
)
def test_what_a_text_is_about(text: str, topic: str | None) -> None:
    assert topics.other(text) == topic


def test_where_little_is_claimed_less_speaks_against_it() -> None:
    text = "Our dishwasher stopped, and the car needs a mechanic."
    assert topics.other(text) is None
    assert topics.other(text, least=2) == "households"


def test_a_phrase_counts_once() -> None:
    assert topics.other("stock, stock, stock, stock, stocks") is None
