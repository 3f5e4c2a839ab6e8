"""Courses and requirements that rows name in words, without an id: those of that code and name, where there is one.

What a row says besides, such as its standard or its level, narrows the choice. So do the programmes and standards that
other rows of the file name by id. Where several are left, or none, the row is refused and names them.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.code_words import CERTIFICATE_LEVELS
from graph.model.course_sides import COURSE_SIDES
from graph.model.drafts import published
from graph.query.statement import Run, Statement
from interchange.alignments.row_problems import RowProblem
from interchange.alignments.row_values import folded
from interchange.alignments.table_reading import TableLine

CANDIDATES_SHOWN = 5
_CHINESE_MARKS = str.maketrans({"(": "\uff08", ")": "\uff09", ",": "\uff0c", ":": "\uff1a", ";": "\uff1b"})


class Candidate(NamedTuple):
    """A course or requirement: what holds it, and what a row may say of it, by field."""

    id: str
    holder: str
    said: Mapping[str, Sequence[str]]


# The sheet, the number and the field of a cell.
CellPlace = tuple[str, int, str]


class EndsByName(NamedTuple):
    """Rows with the ids that their words name, and what is unclear of the others, by place."""

    lines: Sequence[TableLine]
    unclear: Mapping[CellPlace, RowProblem]


_HOLDER_TYPES = frozenset(each.holder for each in COURSE_SIDES)
_COURSE_SAID = ("courseName", "standard", "standardName")
_REQUIREMENT_SAID = ("requirementText", "requirementCode", "level")


async def find_ends_by_name(run: Run, lines: Sequence[TableLine]) -> EndsByName:
    """Fill in the ids of courses and requirements that new rows name in words."""
    nameless = {
        "course": [each for each in lines if _lacks(each, "course") and each.text("courseName")],
        "requirement": [each for each in lines if _lacks(each, "requirement") and each.text("requirementText")],
    }
    placed = [each for each in lines if _is_placed(each)]
    if not any(nameless.values()) and not placed:
        return EndsByName(lines, {})
    courses = await _courses(run, {each.text("courseName") for each in nameless["course"]})
    requirements = await _requirements(run, {each.text("requirementText") for each in nameless["requirement"]})
    holders = await _holders_named(run, lines)
    filled: dict[tuple[str, int], TableLine] = {(each.sheet, each.number): each for each in lines}
    unclear: dict[CellPlace, RowProblem] = {}
    standards = sorted(each for each in holders if each.partition(":")[0] not in _HOLDER_TYPES)
    if placed and len(standards) == 1:
        requirements += await _requirements_placed(run, standards[0], {each.text("requirementCode") for each in placed})
        nameless["requirement"] += placed
    else:
        problem = RowProblem("requirement", "standard-unclear")
        unclear.update({(each.sheet, each.number, "requirement"): problem for each in placed})
    for field, said, candidates in (
        ("course", _COURSE_SAID, courses),
        ("requirement", _REQUIREMENT_SAID, requirements),
    ):
        for line in nameless[field]:
            found = _narrowed([each for each in candidates if _fits(line, each, said)], holders)
            key = line.sheet, line.number
            if len(found) == 1:
                filled[key] = replace(filled[key], cells={**filled[key].cells, field: found[0].id})
            else:
                unclear[*key, field] = _problem(field, line, said[0], found)
    return EndsByName(list(filled.values()), unclear)


def _lacks(line: TableLine, field: str) -> bool:
    """Whether a new row has no id of a course or requirement."""
    return not line.code("alignment") and not line.code(field)


def _is_placed(line: TableLine) -> bool:
    """Whether a new row gives level and code of a requirement, and neither its id nor its text."""
    says_where = line.text("level") and line.text("requirementCode")
    return bool(_lacks(line, "requirement") and not line.text("requirementText") and says_where)


def _fits(line: TableLine, candidate: Candidate, said: Iterable[str]) -> bool:
    """Whether all that a row says of it is so; an empty cell says nothing."""
    return all(
        not line.text(field) or folded(line.text(field)) in map(folded, candidate.said.get(field, ())) for field in said
    )


def _narrowed(found: Sequence[Candidate], holders: frozenset[str]) -> Sequence[Candidate]:
    """Keep those of the programmes and standards that the file names besides, if there are any."""
    return [each for each in found if each.holder in holders] or found


def _problem(field: str, line: TableLine, name: str, found: Sequence[Candidate]) -> RowProblem:
    if not found:
        return RowProblem(field, "no-such-name", line.text(name) or line.text("requirementCode"))
    shown = [each.id for each in found[:CANDIDATES_SHOWN]]
    more = [f"… ({len(found)})"] if len(found) > len(shown) else []
    return RowProblem(field, "several-of-name", ", ".join([*shown, *more]))


# ---- in the graph


def _spellings(names: Iterable[str]) -> list[str]:
    """Give names as they are, with all letters plain, and with the marks of Chinese: the graph may have each."""
    found: set[str] = set()
    for name in names:
        letters = unicodedata.normalize("NFKC", name)
        found |= {name, letters, letters.translate(_CHINESE_MARKS)}
    return sorted(found)


async def _courses(run: Run, names: Iterable[str]) -> list[Candidate]:
    found: list[Candidate] = []
    for side in COURSE_SIDES if (wanted := _spellings(names)) else ():
        text = (
            f"MATCH (n:{side.course})<-[:{side.holds}]-(h:{side.holder}) WHERE n.name IN $names AND {published('h')} "
            "RETURN n.id, h.id, n.name, coalesce(h.name, h.collegeName + ' ' + h.majorName) ORDER BY n.id"
        )
        for node_id, holder, name, called in await run(Statement(text, {"names": wanted})):
            said = {"courseName": [name], "standard": [holder, holder.partition(":")[2]], "standardName": [called]}
            found.append(Candidate(node_id, holder, said))
    return found


async def _requirements(run: Run, texts: Iterable[str]) -> list[Candidate]:
    text = (
        "MATCH (n:SkillRequirement) WHERE n.text IN $texts "
        "RETURN n.id, n.standardCode + ':' + n.standardVersion, n.text, n.code, n.level ORDER BY n.id"
    )
    wanted = _spellings(texts)
    return _as_candidates(await run(Statement(text, {"texts": wanted})) if wanted else ())


async def _requirements_placed(run: Run, standard: str, codes: Iterable[str]) -> list[Candidate]:
    """Give the requirements of a version of a standard with these codes, at every level."""
    code, _, version = standard.rpartition(":")
    text = (
        "MATCH (n:SkillRequirement) WHERE n.standardCode = $code AND n.standardVersion = $version AND n.code IN $codes "
        "RETURN n.id, n.standardCode + ':' + n.standardVersion, n.text, n.code, n.level ORDER BY n.id"
    )
    return _as_candidates(await run(Statement(text, {"code": code, "version": version, "codes": _spellings(codes)})))


def _as_candidates(rows: Iterable[Sequence[str]]) -> list[Candidate]:
    return [
        Candidate(
            node_id,
            holder,
            {"requirementText": [said], "requirementCode": [code], "level": [level, CERTIFICATE_LEVELS[level].chinese]},
        )
        for node_id, holder, said, code, level in rows
    ]


async def _holders_named(run: Run, lines: Sequence[TableLine]) -> frozenset[str]:
    """Give the programmes and the versions of standards that rows name by the ids of courses and requirements."""
    found: set[str] = set()
    named = {each.code(field) for each in lines for field in ("course", "requirement")}
    for side in COURSE_SIDES:
        ids = sorted(each for each in named if each.partition(":")[0] == side.course)
        text = (
            f"UNWIND $ids AS id MATCH (n:{side.course} {{id: id}})<-[:{side.holds}]-(h:{side.holder}) "
            f"WHERE {published('h')} RETURN DISTINCT h.id"
        )
        found |= {row[0] for row in (await run(Statement(text, {"ids": ids})) if ids else ())}
    ids = sorted(each for each in named if each.partition(":")[0] == "SkillRequirement")
    text = (
        "UNWIND $ids AS id MATCH (n:SkillRequirement {id: id}) RETURN DISTINCT n.standardCode + ':' + n.standardVersion"
    )
    return frozenset(found | {row[0] for row in (await run(Statement(text, {"ids": ids})) if ids else ())})


# ---- what is exported


async def id_of_programme(run: Run, given: str) -> str:
    """Give the id of the latest teaching standard of a major's code; what is an id stays one."""
    return await _id(run, given, "TeachingStandard", ("majorCode",))


async def id_of_certificate(run: Run, given: str) -> str:
    """Give the id of a certificate by the code of its standard or its name; what is an id stays one."""
    return await _id(run, given, "Certificate", ("standardCode", "name"))


async def _id(run: Run, given: str, node: str, keys: tuple[str, ...]) -> str:
    """Give the id of a node by one of its keys, the latest; of what is not there the id that it would have."""
    if ":" in given:
        return given
    found = " OR ".join(f"n.{each} = $key" for each in keys)
    text = f"MATCH (n:{node}) WHERE {found} RETURN n.id ORDER BY n.id DESC LIMIT 1"
    rows = await run(Statement(text, {"key": given}))
    return str(rows[0][0]) if rows else f"{node}:{given}"
