"""The name that tells a node apart from all others of its type, in one line: 电子商务（2021，高职专科，530701）.

It is made of stored values: the title, and what distinguishes nodes of that title. So it needs no column of its own.
"""

from collections.abc import Sequence
from typing import Any

from graph.model.core import CodeList, NodeType, Property, Text

LANGUAGE = CodeList(
    "Language",
    Text("A language in which something is written.", "书写所用的语言。"),
    {"CHINESE": Text("Chinese.", "中文。"), "ENGLISH": Text("English.", "英文。")},
)

# Editions whose names are words.
_EDITIONS = {
    "before-2021": Text("before 2021", "2021年以前"),
    "undergraduate": Text("undergraduate catalogue", "本科专业目录"),
    "undergraduate-2025": Text("undergraduate catalogue 2025", "本科专业目录2025"),
}

# Titles that are sentences, such as the text of a requirement, are cut: what stands behind tells them apart.
TITLE_LONGEST = 60


def name_properties(node_type: NodeType) -> tuple[Property, ...]:
    """Give the properties of which the name is made, the title first."""
    return tuple(node_type.by_name[each] for each in (node_type.title, *node_type.distinction))


def distinct_name(node_type: NodeType, language: str, values: Sequence[Any]) -> str:
    """Write the name; ``values`` are those of ``name_properties``."""
    is_chinese = language == "CHINESE"
    title, *rest = (
        _shown(prop, value, is_chinese=is_chinese)
        for prop, value in zip(name_properties(node_type), values, strict=True)
    )
    if title is None:
        title = node_type.term if is_chinese else node_type.name
    elif len(title) > TITLE_LONGEST and rest:
        title = title[: TITLE_LONGEST - 1] + "…"
    known = [each for each in rest if each is not None]
    if not known:
        return title
    return f"{title}（{'，'.join(known)}）" if is_chinese else f"{title} ({', '.join(known)})"


def short_name(codes: CodeList, code: str, language: str) -> str:
    """Name a code in one or two words: 高职专科, ``associate``."""
    if language != "CHINESE":
        return code.lower().replace("_", " ")
    chinese = codes.codes[code].chinese
    end = min(place for mark in "：；，（。" if (place := f"{chinese}。".find(mark)) >= 0)
    return chinese[:end]


def _shown(prop: Property, value: Any, *, is_chinese: bool) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(prop.type, CodeList):
        known = isinstance(value, str) and value in prop.type.codes
        return short_name(prop.type, value, "CHINESE" if is_chinese else "ENGLISH") if known else str(value)
    if prop.name == "edition" and isinstance(value, str) and value in _EDITIONS:
        return _EDITIONS[value].chinese if is_chinese else _EDITIONS[value].english
    # A place in a list is no code.
    return f"#{value}" if prop.name == "sequence" else " ".join(str(value).split())
