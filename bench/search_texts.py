"""What people and machines may type into a search: single letters, syllables, common and rare characters, nonsense."""

import statistics
import string
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.model import MODEL
from graph.query.directory import Directory, TypeDirectory, entry_of
from resolvers.questions.finding.search import SEARCHED_BY_DEFAULT
from resolvers.questions.finding.search_counts import COUNTED_LARGEST
from seeds.checks.check import check
from seeds.pinyin import pinyin_of
from seeds.seed_files import rows_of

NATIONAL = Path(__file__).resolve().parents[1] / "seeds" / "data"

# Characters and words that stand in thousands of names.
COMMON = [
    "技",
    "术",
    "学",
    "与",
    "工",
    "业",
    "职",
    "院",
    "的",
    "一",
    "大",
    "设",
    "计",
    "管",
    "理",
    "应",
    "用",
    "数",
    "据",
    "软",
    "技术",
    "学院",
    "职业",
    "管理",
    "设计",
    "应用",
    "基础",
    "专业",
]
TYPED = [
    "软件技术",
    "rjjs",
    "510203",
    "JavaWeb",
    "护理",
    "zhineng",
    "数据,应用",
    "老年",
    "软件jishu",
    "軟件技術",
    "xi'an",
    "lüyou",
    "2.2.2",
    "软件、技术",
    "ruanjianjisu",
]
# What nothing has, so that all is looked through and compared.
NONSENSE = [
    "zzzz",
    "qqqqqqqq",
    "技 zzzz",
    "a zzzz",
    "龘龘龘",
    "a b c d e f",
    "技 术 院 职",
    "ruanjain",
    "学 x",
    "院 zq",
    "x" * 200,
]


def texts() -> Iterator[str]:
    """Give every text once."""
    yield from string.ascii_lowercase
    yield from string.digits
    yield from (f"{first}{second}" for first in "bcdghjlmqstxyz" for second in "aeiu")
    yield from (*COMMON, *TYPED, *NONSENSE)


def directory_times() -> dict[str, dict[str, float]]:
    """Search and count every text in a directory of the national seeds; milliseconds of the processor."""
    found = directory()
    return {
        "search": _times(lambda text: found.search(text, SEARCHED_BY_DEFAULT, 20)),
        "share of each kind": _times(lambda text: found.search(text, SEARCHED_BY_DEFAULT, 20, 5)),
        "counts": _times(lambda text: found.counts(text, SEARCHED_BY_DEFAULT, COUNTED_LARGEST)),
    }


def directory() -> Directory:
    """Make the directory as a server has it, from the files."""
    tables = check(NATIONAL).tables
    return Directory(
        0,
        {
            name: TypeDirectory(
                name,
                (
                    entry_of(MODEL.node_types[name], {**row, "pinyin": pinyin_of(MODEL.node_types[name], row)})
                    for row in rows_of(tables, name)
                ),
            )
            for name in SEARCHED_BY_DEFAULT
        },
    )


def _times(search: Callable[[str], object]) -> dict[str, float]:
    search("warm up")
    spent = []
    for text in texts():
        began = time.process_time()
        search(text)
        spent.append((time.process_time() - began) * 1e3)
    spent.sort()
    p95 = spent[int(len(spent) * 0.95)]
    return {"p50_ms": round(statistics.median(spent), 1), "p95_ms": round(p95, 1), "most_ms": round(spent[-1], 1)}
