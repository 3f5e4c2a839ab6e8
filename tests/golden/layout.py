"""Lay Cypher out for reading: one clause a line, subqueries and long lists indented.

Only white space changes. A bracket stays on its line while it fits there and holds no subquery of several clauses;
else its content stands indented below it, as many items on a line as fit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WIDTH = 110
# A longer bracket is opened where its line is too long; to open a short one would not help.
_SHORT = 40
_CLAUSES = (
    "OPTIONAL MATCH", "MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "ORDER BY", "LIMIT", "UNION ALL", "UNION", "CALL"
)  # fmt: skip
# A line may end behind these, or before those.
_ENDS, _STARTS = {",", "|"}, {"AND", "OR", "WHEN", "ELSE", "END"}
_TOKEN = re.compile(rf"'[^']*'|(?:STARTS WITH|{'|'.join(_CLAUSES)})\b|[\w$.]+|\s+|.")
_SUBQUERY = re.compile(r"(COLLECT|COUNT|EXISTS|CALL \([^()]*\)) $")
_CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, eq=False)
class Group:
    """What stands between two brackets."""

    opening: str
    parts: list["str | Group"]
    is_subquery: bool

    @property
    def flat(self) -> str:
        return self.opening + flatten(self.parts) + _CLOSING[self.opening]

    @property
    def is_open(self) -> bool:
        """Whether it takes several lines however short it is."""
        clauses = self.is_subquery and sum(isinstance(each, str) and each in _CLAUSES for each in self.parts) > 1
        return clauses or _has_open(self.parts)


Parts = list[str | Group]


def flatten(parts: Parts) -> str:
    return "".join(each if isinstance(each, str) else each.flat for each in parts)


def lay_out(text: str) -> str:
    parts = _read(iter(_TOKEN.findall(text)))
    return "".join(f"{line}\n" for line in _clauses(parts, ""))


def _read(tokens: Iterator[str]) -> Parts:
    """Read up to the bracket that closes, or to the end."""
    parts: Parts = []
    for token in tokens:
        if token in _CLOSING:
            is_subquery = token == "{" and _SUBQUERY.search(flatten(parts)) is not None
            parts.append(Group(token, _read(tokens), is_subquery))
        elif token in _CLOSING.values():
            break
        else:
            parts.append(" " if token.isspace() else token)
    return parts


def _has_open(parts: Parts) -> bool:
    return any(isinstance(each, Group) and each.is_open for each in parts)


def _clauses(parts: Parts, indent: str) -> Iterator[str]:
    clause: Parts = []
    for part in parts:
        if part in _CLAUSES:
            yield from _fill(clause, indent, indent + "  ")
            clause = []
        clause.append(part)
    yield from _fill(clause, indent, indent + "  ")


def _fill(parts: Parts, indent: str, further: str) -> list[str]:
    """Put as many items on a line as fit; ``further`` indents the lines after the first."""
    lines = [indent]
    for item in _split(parts):
        text = flatten(item)
        if lines[-1].strip() and (_has_open(item) or len(lines[-1] + text.rstrip()) > WIDTH):
            lines.append(further)
        if _has_open(item) or len(further + text.strip()) > WIDTH:
            lines += _opened(lines.pop(), item)
            lines.append(further)
        else:
            lines[-1] = _joined(lines[-1], text)
    return [each.rstrip() for each in lines if each.strip()]


def _joined(line: str, text: str) -> str:
    return line + (text if line.strip() else text.lstrip())


def _opened(line: str, item: Parts) -> list[str]:
    """Add to a line an item whose brackets do not stay on one line."""
    lines, indent = [line], line[: len(line) - len(line.lstrip())] if line.strip() else line
    inner = indent + "  "
    for part in item:
        if isinstance(part, str) or not (part.is_open or len(part.flat) > _SHORT):
            lines[-1] = _joined(lines[-1], flatten([part]))
            continue
        lines[-1] = _joined(lines[-1], part.opening)
        lines += _clauses(part.parts, inner) if part.is_subquery else _fill(part.parts, inner, inner)
        lines.append(indent + _CLOSING[part.opening])
    return lines


def _split(parts: Parts) -> Iterator[Parts]:
    """Split where a line may end: at commas and operators, and before each relationship of a path."""
    item: Parts = []
    for part in parts:
        is_step = part in {"-", "<"} and item and isinstance(item[-1], Group) and item[-1].opening == "("
        if is_step or part in _STARTS:
            yield item
            item = []
        item.append(part)
        if part in _ENDS:
            yield item
            item = []
    yield item
