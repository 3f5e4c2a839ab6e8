"""What no name and no note may look like: the scraps that transcriptions and crawlers leave.

Each rule looks at one text. A refused row is put right or left out at its source, with a line in REPORT.csv.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph.model import MODEL
from graph.model.core import NodeType, Search
from seeds.checks.problems import Problem, problem
from seeds.seed_files import SeedRow, Table

_PAIRS: Mapping[str, str] = {"）": "（", "》": "《", "】": "【"}
_WIDE = str.maketrans("()", "（）")

# How a name begins or ends that was cut out of a sentence, words that stand in sentences alone, words that are what is
# left of a list, and a remark behind a name.
_FRAGMENT = re.compile(
    r"^(以及|及其|和其|或者|的|等|\+)|(等课程|等其他课程|以及|及其|专业方向)$|构成专业|各院校|可增设|开设|以及各类|图纸加工制"
    r"|^(设备|交通|应急)$|[（(]融合课程[）)]$"
)
# What a crawler says of a website, and pictures.
_REMARK = re.compile(
    r"网站|网页|网速|网关|域名|维护|无法(访问|连接)|(访问|连接)超时|\b[a-z]+\.(com|cn|edu)|[%？]|[\u2600-\u27bf\U0001f300-\U0001faff]"
)

# Of these types the names are lists of courses, where a scrap of a sentence was taken for a name before.
_COURSES = frozenset({"Course", "PlanCourse"})


def scraps(table: Table) -> Iterator[Problem]:
    """Find the names and notes of a table of nodes that are no names and notes."""
    of = table.file.of
    if not isinstance(of, NodeType):
        return
    for line, row in zip(table.lines, table.rows, strict=True):
        yield from _name_problems(of, table.file.name, line, row)
        note = row.get("note")
        if of.name == "College" and note and _REMARK.search(note):
            yield problem("remark", table.file.name, line, "note", note)


def repeated_occupations(tables: Iterable[Table]) -> Iterator[Problem]:
    """Find names that two codes of one edition of the classification have."""
    places: dict[tuple[object, ...], str] = {}
    for table in tables:
        if table.file.type_name not in ("Occupation", "OccupationGroup"):
            continue
        for line, row in zip(table.lines, table.rows, strict=True):
            key = (row["edition"], row.get("rank"), row["name"])
            if row["code"] and key in places:
                yield problem("name-twice", table.file.name, line, "name", str(row["name"]), other=places[key])
            elif row["code"]:
                places[key] = f"{table.file.name}:{line}"


def _name_problems(of: NodeType, file: str, line: int, row: SeedRow) -> Iterator[Problem]:
    for column in _name_columns(of.name):
        value = row.get(column)
        for text in value if isinstance(value, list) else [value]:
            if text and not is_balanced(text):
                yield problem("brackets", file, line, column, text)
            elif text and of.name in _COURSES and _FRAGMENT.search(text):
                yield problem("fragment", file, line, column, text)


@cache
def _name_columns(type_name: str) -> tuple[str, ...]:
    of = MODEL.node_types[type_name]
    searched = [each.name for each in of.properties if each.search in (Search.NAME, Search.ALIAS)]
    return tuple(dict.fromkeys((of.title, *searched)))


def is_balanced(text: str) -> bool:
    """Whether every bracket of a text closes, in its order; a round bracket may be wide or narrow."""
    waiting: list[str] = []
    for each in text.translate(_WIDE):
        if each in _PAIRS.values():
            waiting.append(each)
        elif each in _PAIRS and (not waiting or waiting.pop() != _PAIRS[each]):
            return False
    return not waiting
