"""Search finds and ranks as its rules say, compared with a plain look at every text; and a letter costs what a name does."""

import re
import time
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.model.core import Search
from graph.query import text_index
from graph.query.directory import Directory, Hit, TypeDirectory
from graph.query.folding import searchable, words_of
from graph.query.text_index import DirectoryEntry
from seeds.pinyin import spellings

RANKS = {Search.CODE: 0.0, Search.NAME: 0.05, Search.ALIAS: 0.1}


def score_of(words: list[str], kind: Search, text: str) -> float:
    """A whole text, one that begins with the first word, one that holds all: code, name, alias; the shorter first."""
    whole = "".join(words)
    base = 1.0 if text == whole else 0.8 if text.startswith(words[0]) else 0.6
    return round(base - RANKS[kind] - 0.1 * (1 - min(1.0, len(whole) / len(text))), 4)


def pinyin_score_of(words: list[str], pinyin: str) -> float:
    whole, parts = "".join(words), pinyin.split(" ")
    base = 0.7 if whole in parts else 0.5 if any(part.startswith(words[0]) for part in parts) else 0.3
    return round(base - 0.1 * (1 - min(1.0, len(whole) / max(map(len, parts)))), 4)


def mixed_score_of(words: list[str], text: str, pinyin: str) -> float | None:
    """Half of it is Chinese, which the text has, and the other half may be pinyin."""
    pieces = [piece for word in words for piece in re.findall(r"[a-z0-9]+|[^a-z0-9]+", word)]
    chinese = [each for each in pieces if not each.isascii()]
    latin = [each for each in pieces if each.isascii()]
    spelled = pinyin.split(" ")
    if not chinese or not latin or not all(each in text for each in chinese):
        return None
    if not all(any(each in part for part in spelled) for each in latin):
        return None
    begins = any(part.startswith(pieces[0]) for part in (spelled if pieces[0].isascii() else [text]))
    return round((0.5 if begins else 0.3) - 0.1 * (1 - min(1.0, len("".join(chinese)) / len(text))), 4)


def best_of(node_type: str, entry: DirectoryEntry, words: list[str]) -> Hit | None:
    """The best text of a node; of several alike the first."""
    node_id, texts, pinyin = entry
    found = [
        Hit(node_id, node_type, score_of(words, kind, searchable(text)), kind.value, text)
        for kind, text in texts
        if all(word in searchable(text) for word in words)
    ]
    if all(word.isascii() and word in pinyin for word in words):
        shown = next((text for kind, text in texts if kind is not Search.CODE), "")
        found.append(Hit(node_id, node_type, pinyin_score_of(words, pinyin), "pinyin", shown))
    found += [
        Hit(node_id, node_type, score, "pinyin", shown)
        for _, shown in texts
        if (score := mixed_score_of(words, searchable(shown), pinyin))
    ]
    return max(found, key=lambda each: each.score, default=None)


def plain_search(graph: dict[str, list[DirectoryEntry]], text: str, limit: int) -> list[Hit]:
    """Look at every text of every node."""
    words = list(words_of(text))
    if not words:
        return []
    found = [best_of(name, entry, words) for name, entries in graph.items() for entry in entries]
    hits = sorted(filter(None, found), key=lambda each: each.id, reverse=True)
    return sorted(hits, key=lambda each: (-each.score, len(each.matched_text), list(graph).index(each.node_type)))[
        :limit
    ]


LETTERS = st.text("ab软件1 ", min_size=1, max_size=7).filter(str.strip)
TEXTS = st.lists(st.tuples(st.sampled_from(Search), LETTERS), max_size=3).map(
    lambda texts: tuple(sorted(texts, key=lambda each: list(Search).index(each[0])))
)
PINYIN = st.one_of(st.just(""), st.lists(st.text("ab1", min_size=1, max_size=5), min_size=1, max_size=3).map(" ".join))
NODES = st.lists(st.tuples(TEXTS, PINYIN), max_size=12)


@example(majors=[(((Search.CODE, "件1"), (Search.ALIAS, "111件")), "1")], courses=[], text="1件", limit=1)
@given(majors=NODES, courses=NODES, text=st.text("ab软件1 ", max_size=5), limit=st.integers(1, 6))
def test_it_finds_and_ranks_as_a_look_at_every_text(majors, courses, text, limit):
    graph = {
        name: [(f"{name}:{place}", texts, pinyin) for place, (texts, pinyin) in enumerate(nodes)]
        for name, nodes in {"Major": majors, "Course": courses}.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_index, "CHUNK_SIZE", 2)
        directory = Directory(0, {name: TypeDirectory(name, entries) for name, entries in graph.items()})

    hits = directory.search(text, list(graph), limit)
    counts = directory.counts(text, list(graph), 100)

    assert [each for each in hits if each.matched_as != "near"] == plain_search(graph, text, limit)
    assert dict(counts) == Counter(each.node_type for each in plain_search(graph, text, 100))


def large() -> Directory:
    """As many names as the courses of ten national graphs, each with the letter a."""
    names = [
        (f"Course:{place:06d}", ((Search.NAME, f"课程{place}a{place % 7}"),), f"kecheng{place}a kc{place}")
        for place in range(150_000)
    ]
    return Directory(0, {"Course": TypeDirectory("Course", names)})


@pytest.mark.slow
def test_a_letter_that_stands_everywhere_costs_no_more_than_a_name():
    directory = large()
    directory.search("a", ["Course"], 100)

    def spent(search: Callable[[str, list[str], int], object], text: str) -> float:
        began = time.process_time()
        assert search(text, ["Course"], 100)
        return time.process_time() - began

    texts = ("a", "课", "k", "课程1499a", "e g", "a c e g h")
    assert max(spent(search, text) for search in (directory.search, directory.counts) for text in texts) < 0.03


def named(*names: str) -> Directory:
    """Courses of these names, with the pinyin that a load makes."""
    entries = [(f"Course:{name}", ((Search.NAME, name),), " ".join(spellings(name))) for name in names]
    return Directory(0, {"Course": TypeDirectory("Course", entries)})


COURSES = named("软件技术", "软件工程", "硬件技术", "西安地理", "现代地理", "旅游策略", "Web前端技术")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("软件 jishu", ["软件技术"]),
        ("软件jishu", ["软件技术"]),
        ("软件js", ["软件技术"]),
        ("ruanjian技术", ["软件技术"]),
        ("jishu 软件", ["软件技术"]),
        ("软件gc", ["软件工程"]),
        ("webjishu", []),
        ("xi'an", ["西安地理", "现代地理"]),
        ("ruanjian-jishu", ["软件技术"]),
        ("ruǎnjiàn jìshù", ["软件技术"]),
        ("lüyou", ["旅游策略"]),
        ("lvyou", ["旅游策略"]),
        ("lyuyou", ["旅游策略"]),
        ("luyoucelue", ["旅游策略"]),
        ("軟件技術", ["软件技术"]),
        ("「软件」、技术", ["软件技术"]),
        ("软\u200b件技术", ["软件技术"]),
    ],
)
def test_it_finds_what_people_type(text, names):
    hits = COURSES.search(text, ["Course"], 10)

    assert [each.matched_text for each in hits if each.matched_as != "near"] == names


@pytest.mark.parametrize(
    ("text", "name"), [("软件技木", "软件技术"), ("ruanjianjisu", "软件技术"), ("旅游策略学", "旅游策略")]
)
def test_it_finds_what_is_near_where_nothing_has_the_text(text, name):
    best, *_ = COURSES.search(text, ["Course"], 10)

    assert (best.matched_as, best.matched_text) == ("near", name)
    assert 0 < best.score < 0.2


def test_it_gives_nothing_near_next_to_what_has_the_text():
    assert [each.matched_as for each in COURSES.search("软件工程", ["Course"], 10)] == ["name"]


def kinds() -> Directory:
    """Many courses and few majors of a like name."""
    courses = [(f"Course:{place}", ((Search.NAME, f"软件{place}"),), "") for place in range(30)]
    majors = [(f"Major:{place}", ((Search.NAME, f"计算机软件{place}"),), "") for place in range(3)]
    return Directory(0, {"Course": TypeDirectory("Course", courses), "Major": TypeDirectory("Major", majors)})


def test_each_kind_has_its_share_of_the_hits():
    hits = kinds().search("软件", ["Course", "Major"], 10, 2)

    assert [each.id for each in hits] == ["Course:9", "Course:8", "Major:2", "Major:1"]
    assert kinds().search("软件", ["Course", "Major"], 3, 2) == hits[:3]


def test_counts_are_of_all_that_have_the_text_up_to_a_bound():
    types = ["Course", "Major"]

    assert kinds().counts("软件", types, 20) == [("Course", 20), ("Major", 3)]
    assert kinds().counts("软件2", types, 20) == [("Course", 11), ("Major", 1)]
    assert kinds().counts("软建", types, 20) == []
    assert kinds().counts(" ", types, 20) == []


def test_a_former_name_is_found_and_shown_as_what_it_is():
    texts = ((Search.NAME, "云南交通职业技术大学"), (Search.ALIAS, "云南交通职业技术学院"))
    directory = Directory(0, {"College": TypeDirectory("College", [("College:1", texts, "")])})

    (found,) = directory.search("云南交通职业技术学院", ["College"], 5)

    assert (found.id, found.matched_as, found.matched_text) == ("College:1", "alias", "云南交通职业技术学院")


def test_of_alike_hits_that_of_the_newest_edition_comes_first():
    editions = ["2004", "2015", "2021", "before-2021", "undergraduate"]
    entries = [(f"Major:{each}:1", ((Search.CODE, "530701"), (Search.NAME, "电子商务")), "") for each in editions]
    directory = Directory(1, {"Major": TypeDirectory("Major", entries)})

    found = [each.id for each in directory.search("电子商务", ["Major"], 5)]

    assert found == [f"Major:{each}:1" for each in ("2021", "undergraduate", "2015", "2004", "before-2021")]
    assert [each.id for each in directory.types["Major"].near("电子商务类")] == ["Major:2021:1"]
    assert [each.id for each in directory.types["Major"].near("530702")] == ["Major:2021:1"]
