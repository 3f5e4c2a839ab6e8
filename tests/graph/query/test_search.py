"""Search finds and ranks as its rules say, compared with a plain look at every text; and a letter costs what a name does."""

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from graph.model.core import Search
from graph.query.directory import Directory, Hit, TypeDirectory
from graph.query.text_index import DirectoryEntry, fold

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


def best_of(node_type: str, entry: DirectoryEntry, words: list[str]) -> Hit | None:
    """The best text of a node; of several alike the first."""
    node_id, texts, pinyin = entry
    found = [
        Hit(node_id, node_type, score_of(words, kind, fold(text)), kind.value, text)
        for kind, text in texts
        if all(word in fold(text) for word in words)
    ]
    if all(word.isascii() and word in pinyin for word in words):
        shown = next((text for kind, text in texts if kind is not Search.CODE), "")
        found.append(Hit(node_id, node_type, pinyin_score_of(words, pinyin), "pinyin", shown))
    return max(found, key=lambda each: each.score, default=None)


def plain_search(graph: dict[str, list[DirectoryEntry]], text: str, limit: int) -> list[Hit]:
    """Look at every text of every node."""
    words = [fold(word) for word in unicodedata.normalize("NFKC", text).split()]
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


@given(majors=NODES, courses=NODES, text=st.text("ab软件1 ", max_size=5), limit=st.integers(1, 6))
def test_it_finds_and_ranks_as_a_look_at_every_text(majors, courses, text, limit):
    graph = {
        name: [(f"{name}:{place}", texts, pinyin) for place, (texts, pinyin) in enumerate(nodes)]
        for name, nodes in {"Major": majors, "Course": courses}.items()
    }
    directory = Directory(0, {name: TypeDirectory(name, entries) for name, entries in graph.items()})

    assert directory.search(text, list(graph), limit) == plain_search(graph, text, limit)


def large() -> Directory:
    """As many names as the courses of ten national graphs, each with the letter a."""
    names = [
        (f"Course:{place:06d}", ((Search.NAME, f"课程{place}a{place % 7}"),), f"kecheng{place}a kc{place}")
        for place in range(150_000)
    ]
    return Directory(0, {"Course": TypeDirectory("Course", names)})


def test_a_letter_that_stands_everywhere_costs_no_more_than_a_name():
    directory = large()
    directory.search("a", ["Course"], 100)

    def spent(text: str) -> float:
        began = time.process_time()
        assert directory.search(text, ["Course"], 100)
        return time.process_time() - began

    assert max(spent(text) for text in ("a", "课", "k", "课程1499a", "e g")) < 0.03
