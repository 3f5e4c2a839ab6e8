"""Places of values in the words of the explorer: each question for a word with values gives each of its places one."""

import re
from pathlib import Path

from tests.conftest import ROOT

SOURCE = ROOT / "server" / "pages" / "explorer" / "source"
# A word and its text, as a file of words has them; the parts of a page ask for it with its values.
WORD = re.compile(r'^  (\w+): "((?:[^"\\]|\\.)*)"', re.MULTILINE)
ASKED = re.compile(r'\w+\("(\w+)", \{ ([^{}]*) \}\)')
PLACE = re.compile(r"\{(\w+)\}")
NAME = re.compile(r"(?:^|, )(\w+)(?=:|,|$)")


def without_calls(values: str) -> str:
    """Leave out what stands in brackets: the values of a call are not those of the word."""
    while (shorter := re.sub(r"[([][^()[\]]*[)\]]", "", values)) != values:
        values = shorter
    return values


def places() -> dict[str, list[set[str]]]:
    """Give the places of each word, once for each file and language that has it."""
    found: dict[str, list[set[str]]] = {}
    for path in sorted((SOURCE / "words").glob("*.ts")):
        for word, text in WORD.findall(path.read_text(encoding="utf-8")):
            found.setdefault(word, []).append(set(PLACE.findall(text)))
    return found


def asked() -> list[tuple[Path, str, set[str]]]:
    """Give each word that a page asks for with values, and their names."""
    files = [each for folder in ("pages", "parts", "charts") for each in sorted((SOURCE / folder).rglob("*.ts*"))]
    return [
        (path.relative_to(SOURCE), word, set(NAME.findall(without_calls(values))))
        for path in files
        for word, values in ASKED.findall(path.read_text(encoding="utf-8"))
        if "..." not in values
    ]


def test_each_place_of_a_word_gets_its_value() -> None:
    known = places()
    calls = [each for each in asked() if each[1] in known]
    wrong = [
        f"{path}: {word} {sorted(given)}" for path, word, given in calls if all(each - given for each in known[word])
    ]

    assert len(calls) > 300
    assert wrong == []


def test_no_word_of_all_pages_is_written_twice() -> None:
    """The words of two pages are among those of all pages: one that stands in both would hide the other."""
    common, *joined = (
        set(dict(WORD.findall((SOURCE / "words" / name).read_text(encoding="utf-8"))))
        for name in ("zh.ts", "compare.ts", "review.ts")
    )

    assert [common & each for each in joined] == [set(), set()]
