"""Places of values in the words of the explorer: each question for a word gives each of its places a value."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tests.conftest import ROOT

SOURCE = ROOT / "server" / "pages" / "explorer" / "source"
TABLE = re.compile(
    r"^(?:export )?const (\w*?)(zh|en)\b[^=\n]* = \{\n(.*?)^\}", re.MULTILINE | re.DOTALL | re.IGNORECASE
)
# A word and its text, as a file of words has them.
WORD = re.compile(r'^  "?(\w+)"?: "((?:[^"\\]|\\.)*)"', re.MULTILINE)
PLACE = re.compile(r"\{(\w+)\}")
IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";', re.MULTILINE)
PHRASES = re.compile(r"^export const (\w+) = \(word\b.*values: Values", re.MULTILINE)
Texts: TypeAlias = dict[str, list[str]]


class Call(NamedTuple):
    """A question for a word; ``given`` are the names of its values."""

    path: Path
    text: str
    words: list[str]
    given: set[str]
    known: Texts


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def own_texts(path: Path) -> dict[str, dict[str, str]]:
    """Give the words of a file of words by language."""
    found: dict[str, dict[str, str]] = {"zh": {}, "en": {}}
    for _, language, body in TABLE.findall(read(path)):
        found[language.lower()] |= dict(WORD.findall(body))
    return found


def imports(path: Path) -> Iterator[tuple[str, str, Path]]:
    """Give what a file takes from others: the name there, the name here, and the other file."""
    for names, where in IMPORT.findall(read(path)):
        for each in names.split(","):
            there, _, here = each.strip().removeprefix("type ").partition(" as ")
            other = (path.parent / where).resolve()
            yield there, here or there, other if other.suffix == ".ts" else other.with_name(f"{other.name}.ts")


def texts_of(path: Path) -> Texts:
    """Give the texts in both languages that the function of a file of words knows, with those of the files that it joins."""
    found: Texts = {}
    for _, _, other in imports(path):
        is_table = other.parent == SOURCE / "words" and not PHRASES.search(read(other))
        if is_table or (other == SOURCE / "words.ts" and "common(" in read(path)):
            for word, texts in texts_of(other).items():
                found.setdefault(word, []).extend(texts)
    for word in (own := own_texts(path))["zh"] | own["en"]:
        found[word] = [*found.get(word, []), *(each[word] for each in own.values() if word in each)]
    return found


def closing(text: str, start: int) -> int:
    """Give where the bracket that opens at a place closes."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if depth == 0:
            return at
    raise AssertionError(text[start : start + 80])


def parts_of(text: str) -> list[str]:
    """Split at the commas that stand in no bracket and no text."""
    parts, depth, quote = [""], 0, ""
    for each in text:
        quote = "" if each == quote else quote or (each if each in "\"'`" else "")
        depth += (each in "([{") - (each in ")]}")
        if each == "," and depth == 0 and not quote:
            parts.append("")
        else:
            parts[-1] += each
    return [each.strip() for each in parts if each.strip()]


def words_of(asked: str, known: Texts) -> list[str]:
    """Give the words that an expression may name: one, those of a condition, or all that a template begins with."""
    if asked.startswith("`"):
        start = asked[1:].partition("${")[0]
        return [each for each in known if start and each.startswith(start)]
    return re.findall(r'(?:^|(?<!\?)[?:]\s*)"(\w+)"', asked)


def calls() -> Iterator[Call]:
    phrases = {
        path: set(PHRASES.findall(read(path))) for path in [SOURCE / "words.ts", *(SOURCE / "words").glob("*.ts")]
    }
    known = {path: texts_of(path) for path, names in phrases.items() if names}
    files = [each for folder in ("pages", "parts", "charts") for each in sorted((SOURCE / folder).rglob("*.ts*"))]
    for path in files:
        text = read(path)
        for there, here, other in imports(path):
            if there in phrases.get(other, ()):
                for match in re.finditer(rf"(?<![\w.]){here}\(", text):
                    word, *values = parts_of(text[match.end() : closing(text, match.end() - 1)])
                    # Values that another part of the page puts together are not seen here.
                    if not values or (values[0].startswith("{") and "..." not in values[0]):
                        names = (
                            {each.partition(":")[0].strip() for each in parts_of(values[0][1:-1])} if values else set()
                        )
                        words = words_of(word, known[other])
                        yield Call(path.relative_to(SOURCE), match[0] + word, words, names, known[other])


def test_each_place_of_a_word_gets_its_value_in_both_languages() -> None:
    asked = list(calls())
    wrong = [
        f"{each.path}: {each.text} {word} lacks {sorted(lacking)}"
        for each in asked
        for word in each.words
        if (lacking := {place for text in each.known[word] for place in PLACE.findall(text)} - each.given)
    ]

    assert sum(bool(each.given) for each in asked) > 300
    assert sum(not each.given for each in asked) > 1000
    assert wrong == []


def test_the_texts_of_a_word_have_the_same_places_in_both_languages() -> None:
    """The English of one thing may leave its number out; a form of many has them all."""
    tables = {path.name: own_texts(path) for path in sorted((SOURCE / "words").glob("*.ts"))}
    for chinese, english in (("zh.ts", "en.ts"), ("import-zh.ts", "import.ts"), ("plan-zh.ts", "plan.ts")):
        tables[english]["zh"] |= tables.pop(chinese)["zh"]
    differing = [
        f"{name}: {word}"
        for name, each in tables.items()
        for word, text in each["zh"].items()
        for form in reversed(each["en"][word].split("|"))
        if {*PLACE.findall(text)} - {"n"} != {*PLACE.findall(form)} - {"n"}
        or ("{n}" in text) != ("{n}" in each["en"][word].split("|")[-1])
    ]

    assert sum(len(each["zh"]) for each in tables.values()) > 1500
    assert differing == []


# Other names of what has one in the explorer, with that one. The API and what documents print have their own.
OTHER_NAMES = {
    "zh": {
        "评审者": "评审人",
        "评审员": "评审人",
        "选课组": "选课分组",
        "教育形式": "学习形式",
        "发布机构": "发布单位",
    },
    "en": {r"\bmajors?\b": "programme", r"\bgrades?\b": "cohort"},
}


def test_one_thing_has_one_name_in_each_language() -> None:
    texts = [
        (path.name, language, word, text)
        for path in sorted((SOURCE / "words").glob("*.ts"))
        for language, words in own_texts(path).items()
        for word, text in words.items()
    ]
    other = [
        f"{file}: {word} says {name}, not {ours}"
        for file, language, word, text in texts
        for name, ours in OTHER_NAMES[language].items()
        if re.search(name, text, re.IGNORECASE)
    ]

    assert len(texts) > 3000
    assert other == []


def test_no_word_of_a_page_hides_one_of_all_pages() -> None:
    """Where a page knows the words of all pages besides its own, one that stands in both would hide the other."""
    common = texts_of(SOURCE / "words.ts")
    twice = [own_texts(SOURCE / "words" / name)["zh"] for name in ("zh.ts", "compare.ts", "review.ts", "reviewing.ts")]

    assert len(common) > 500
    assert [sorted(a.keys() & b.keys()) for at, a in enumerate(twice) for b in twice[at + 1 :]] == [[]] * 6


# A phone shows tables as cards, one part under the other.
BY_SIDE = re.compile(
    r"[前后][一两二三四五六几]列|[左右][侧边]|\b(?:first|last) \w+ columns\b|\bon the (?:left|right)\b"
)


def test_no_word_says_where_something_stands_in_one_form_of_a_page_alone() -> None:
    texts = [
        text
        for path in sorted((SOURCE / "words").glob("*.ts"))
        for words in own_texts(path).values()
        for text in words.values()
    ]

    assert len(texts) > 2000
    assert [each for each in texts if BY_SIDE.search(each)] == []
    assert BY_SIDE.search("后四列是个数")
