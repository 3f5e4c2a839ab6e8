"""A synthetic national graph in our own model, the same for the same scale.

Scale 1 has 1,349 majors with 30 courses each, 450 certificates with three levels of 4 x 4 x 6 requirements (129,600),
and for each major 180 accepted alignments (242,820) with the cover links derived from them. Of the requirements left of
the three levels a major is aligned to, 5 each are suggested, reviewed without finding anything, or both. Everything in
it is made up. Nothing is held in memory: a major or a certificate is made when its nodes are loaded, and again
when its links and alignments are.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.connection.database import Database, Statement
from graph.model import MODEL
from graph.upkeep import constraints

BATCH = 5_000
TIMEOUT_S = 120.0
LEVELS = ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")
COURSES, AREAS, TASKS, REQUIREMENTS = 30, 4, 4, 6
SUITABLE, COVERED = 3, 60
# Of the requirements of a level that are not covered: those suggested, and those reviewed; some are both.
SUGGESTED, REVIEWED, LEFT = slice(0, 5), slice(3, 8), 8
COVERING = ("EXACT", "BROADER", "NARROWER", "MAJOR", "MINOR")
ROLES = ("TEACHES", "PRACTISES", "ASSESSES")
DAY = "2026-01-01"
CATALOGUE, SOURCE = "Catalogue:2021", "Source:synthetic"
# Made up, and never out of a benchmark: it says EDITORIAL, so that a question asked by its defaults finds it.
FACT = {"basis": "EDITORIAL", "sourceIds": [SOURCE]}

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """A node to load."""

    type: str
    values: Values


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship to load, between ids."""

    type: str
    start: str
    end: str
    values: Values


@dataclass(frozen=True, slots=True)
class Aligned:
    """An alignment to load with its links: course and requirement are sought once for all of them.

    ``type`` is its status: one that is accepted has a cover link, with ``covers``.
    """

    type: str
    values: Values
    course: str
    requirement: str
    covers: Values

    @property
    def links(self) -> int:
        """How many links it brings."""
        return 3 if self.type == "ACCEPTED" else 2


Part = Node | Link | Aligned


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much there is of what at a scale, and what it is called."""

    majors: int
    certificates: int

    @classmethod
    def of(cls, scale: float) -> "Sizes":
        """Give the sizes of a scale; small ones still have a page of everything."""
        return cls(max(60, round(1349 * scale)), max(6, round(450 * scale)))

    @property
    def classes(self) -> int:
        """How many classes the majors are in."""
        return max(1, self.majors // 14)

    @property
    def organizations(self) -> int:
        """How many organisations issue the certificates."""
        return max(1, self.certificates // 3)

    def suiting(self, draw: random.Random) -> list[int]:
        """Give the numbers of the certificates that suit a major: what is drawn first with the major's number."""
        return draw.sample(range(self.certificates), SUITABLE)

    @staticmethod
    def major_code(number: int) -> str:
        """Give the code of a major."""
        return f"{500000 + number}"

    @staticmethod
    def standard_code(number: int) -> str:
        """Give the code of a certificate's standard."""
        return f"{900000 + number}"

    @staticmethod
    def certificate_name(number: int) -> str:
        """Give the name of a certificate."""
        return f"证书{number}"


# ---- parts


def _node(node_type: str, **values: Any) -> Node:
    declared = MODEL.node_types[node_type]
    if declared.is_fact:
        values |= FACT
    if declared.searched:
        values.setdefault("pinyin", "zonghe zh")
    values["id"] = declared.id_of(values)
    for each in declared.stored:
        if each.many and each.name not in values:
            values[each.name] = []
        assert not each.required or values.get(each.name) is not None, (node_type, each.name)
    return Node(node_type, values)


def _link(link_type: str, start: str, end: str, **values: Any) -> Link:
    return Link(link_type, start, end, FACT | values if values else FACT)


def parts(sizes: Sizes) -> Iterator[Part]:
    """Make the whole graph, part by part."""
    yield _node("Source", code="synthetic", title="made up")
    yield _node("Catalogue", edition="2021", name="目录")
    yield _node("MajorCategory", edition="2021", name="大类", associateCode="50")
    yield _link("PART_OF_CATALOGUE", "MajorCategory:2021:大类", CATALOGUE)
    for number in range(sizes.classes):
        yield _node("MajorClass", edition="2021", name=f"专业类{number}", associateCode=f"{5000 + number}")
        yield _link("PART_OF_CATEGORY", f"MajorClass:2021:专业类{number}", "MajorCategory:2021:大类")
    for number in range(sizes.organizations):
        yield _node("Organization", name=f"评价组织{number}", pinyin=f"pingjiazuzhi{number} pjzz{number}")
    for number in range(sizes.certificates):
        yield from _certificate(sizes, number)
    for number in range(sizes.majors):
        yield from _major(sizes, number)


def _certificate(sizes: Sizes, number: int) -> Iterator[Part]:
    name, code = sizes.certificate_name(number), sizes.standard_code(number)
    pinyin = f"zhengshu{number} zs{number}"
    certificate = f"Certificate:{name}"
    yield _node("Certificate", name=name, standardCode=code, batch=number % 4 + 1, batchYear=2019, pinyin=pinyin)
    yield _node("SkillStandard", code=code, version="1.0", name=name, requirementCount=288, pinyin=pinyin)
    yield _link("HAS_STANDARD", certificate, f"SkillStandard:{code}:1.0")
    yield _link("ISSUED_BY", certificate, f"Organization:评价组织{number % sizes.organizations}")
    for rank, level in enumerate(LEVELS, 1):
        yield _node("CertificateLevel", certificateName=name, level=level, rank=rank)
        yield _link("HAS_LEVEL", certificate, f"CertificateLevel:{name}:{level}")
        yield _link("SPECIFIED_BY", f"CertificateLevel:{name}:{level}", f"StandardLevel:{code}:1.0:{level}")
        yield _link("HAS_STANDARD_LEVEL", f"SkillStandard:{code}:1.0", f"StandardLevel:{code}:1.0:{level}")
        yield from _standard_level(name, {"standardCode": code, "standardVersion": "1.0", "level": level}, rank)


def _standard_level(name: str, key: Values, rank: int) -> Iterator[Part]:
    head = f"{key['standardCode']}:1.0:{key['level']}"
    yield _node("StandardLevel", **key, rank=rank, name=name, requirementCount=AREAS * TASKS * REQUIREMENTS)
    for a in range(1, AREAS + 1):
        yield _node("WorkArea", **key, code=f"{a}", name=f"{name}的工作领域{a}", sequence=a)
        yield _link("HAS_WORK_AREA", f"StandardLevel:{head}", f"WorkArea:{head}:{a}")
        for t in range(1, TASKS + 1):
            yield _node("WorkTask", **key, code=f"{a}.{t}", name=f"工作任务{a}.{t}", sequence=a * 10 + t)
            yield _link("HAS_TASK", f"WorkArea:{head}:{a}", f"WorkTask:{head}:{a}.{t}")
            for r in range(1, REQUIREMENTS + 1):
                text = f"能按照规范完成{name}中第{a}.{t}.{r}项工作，并记录结果、说明依据"
                code = f"{a}.{t}.{r}"
                yield _node(
                    "SkillRequirement", **key, code=code, text=text, wording="ABRIDGED", sequence=(a * 10 + t) * 10 + r
                )
                yield _link("HAS_REQUIREMENT", f"WorkTask:{head}:{a}.{t}", f"SkillRequirement:{head}:{code}")


def _major(sizes: Sizes, number: int) -> Iterator[Part]:
    code = sizes.major_code(number)
    major, standard = f"Major:2021:{code}", f"TeachingStandard:2025:{code}"
    named: Values = {"name": f"专业{number}", "pinyin": f"zhuanye{number} zy{number}"}
    yield _node(
        "Major", edition="2021", code=code, educationLevel="ASSOCIATE", isStateControlled=number % 20 == 0, **named
    )
    yield _node("TeachingStandard", year=2025, majorCode=code, courseCount=COURSES, **named)
    yield _link("LISTED_IN", major, CATALOGUE)
    yield _link("PART_OF_CLASS", major, f"MajorClass:2021:专业类{number % sizes.classes}")
    yield _link("STANDARD_OF", standard, major)
    for place in range(1, COURSES + 1):
        name = f"专业{number}的课程{place}"
        yield _node("Course", standardYear=2025, majorCode=code, sequence=place, name=name, pinyin=f"kecheng{place} kc")
        yield _link("HAS_COURSE", standard, f"Course:2025:{code}:{place}")
    yield from _covers(sizes, number, code)


def _covers(sizes: Sizes, number: int, code: str) -> Iterator[Part]:
    draw = random.Random(number)
    for chosen in sizes.suiting(draw):
        yield _link("SUITS", f"Certificate:{sizes.certificate_name(chosen)}", f"Major:2021:{code}", relation="STANDARD")
        drawn = draw.sample(range(AREAS * TASKS * REQUIREMENTS), COVERED + LEFT)
        for leaf in drawn[:COVERED]:
            yield from _alignment(draw, sizes, code, (chosen, leaf), "ACCEPTED")
        left = drawn[COVERED:]
        for leaf in left[SUGGESTED]:
            yield from _alignment(draw, sizes, code, (chosen, leaf), "SUGGESTED")
        for leaf in left[REVIEWED]:
            yield from _review(sizes, code, (chosen, leaf))


def _requirement(sizes: Sizes, place: tuple[int, int]) -> str:
    """Give the id of a requirement of the intermediate level: the certificate's number and that of the leaf."""
    certificate, leaf = place
    area, rest = divmod(leaf, TASKS * REQUIREMENTS)
    task, requirement = divmod(rest, REQUIREMENTS)
    head = f"SkillRequirement:{sizes.standard_code(certificate)}:1.0:INTERMEDIATE"
    return f"{head}:{area + 1}.{task + 1}.{requirement + 1}"


def _alignment(draw: random.Random, sizes: Sizes, code: str, place: tuple[int, int], status: str) -> Iterator[Part]:
    key = f"{code}-{place[0]}-{place[1]}"
    says: Values = {"kind": draw.choice(COVERING), "role": draw.choice(ROLES), "strength": draw.randint(1, 100) / 100}
    course, requirement = f"Course:2025:{code}:{draw.randint(1, COURSES)}", _requirement(sizes, place)
    node = _node("Alignment", code=key, status=status, method="synthetic", version=1, **says)
    covers = FACT | says | {"alignmentId": f"Alignment:{key}"}
    yield Aligned(status, node.values, course, requirement, covers)


def _review(sizes: Sizes, code: str, place: tuple[int, int]) -> Iterator[Part]:
    key = f"{code}-{place[0]}-{place[1]}"
    yield _node("Review", code=key, reviewer="made up", closedOn=DAY, ground="COURSE_NAMES")
    yield _link("REVIEW_OF", f"Review:{key}", f"TeachingStandard:2025:{code}")
    yield _link("CONCLUDES_ON", f"Review:{key}", _requirement(sizes, place))


# ---- loading


def _batches(found: Iterable[Part]) -> Iterator[list[Part]]:
    """Gather parts of one type, at most BATCH together."""
    waiting: dict[str, list[Part]] = {}
    for each in found:
        rows = waiting.setdefault(each.type, [])
        rows.append(each)
        if len(rows) == BATCH:
            yield waiting.pop(each.type)
    yield from waiting.values()


def _statement(rows: list[Part]) -> Statement:
    first = rows[0]
    if isinstance(first, Node):
        text = f"UNWIND $rows AS row CREATE (n:{first.type}) SET n = row"
        return Statement(text, {"rows": [each.values for each in rows]})
    if isinstance(first, Aligned):
        aligned = [
            [each.values, each.course, each.requirement, each.covers] for each in rows if isinstance(each, Aligned)
        ]
        return Statement(_ALIGNED + _COVERS if first.type == "ACCEPTED" else _ALIGNED, {"rows": aligned, **FACT})
    ends = MODEL.relationships[first.type]
    text = (
        f"UNWIND $rows AS row MATCH (a:{ends.start} {{id: row[0]}}) MATCH (b:{ends.end} {{id: row[1]}}) "
        f"CREATE (a)-[l:{first.type}]->(b) SET l = row[2]"
    )
    return Statement(text, {"rows": [[each.start, each.end, each.values] for each in rows if isinstance(each, Link)]})


_ALIGNED = """UNWIND $rows AS row
MATCH (c:Course {id: row[1]}) MATCH (r:SkillRequirement {id: row[2]})
CREATE (a:Alignment) SET a = row[0]
CREATE (a)-[:ALIGNS {basis: $basis, sourceIds: $sourceIds}]->(c)
CREATE (a)-[:ALIGNED_TO {basis: $basis, sourceIds: $sourceIds}]->(r)"""
_COVERS = " CREATE (c)-[x:COVERS]->(r) SET x = row[3]"


async def load(database: Database, sizes: Sizes) -> tuple[int, int]:
    """Load the graph of these sizes into an empty database; give the numbers of nodes and links."""
    await constraints.apply(database)
    nodes = links = 0
    for kind in (Node, Link, Aligned):
        wanted = (each for each in parts(sizes) if isinstance(each, kind))
        async for rows in _loaded(database, wanted):
            nodes += sum(not isinstance(each, Link) for each in rows)
            links += sum(each.links if isinstance(each, Aligned) else isinstance(each, Link) for each in rows)
    return nodes, links


async def _loaded(database: Database, wanted: Iterable[Part]) -> AsyncIterator[list[Part]]:
    """Write batch after batch; the next is made while the graph works on one."""
    batches = _batches(wanted)
    rows = next(batches, None)
    while rows is not None:
        statement = _statement(rows)
        writing = asyncio.create_task(
            database.write(lambda writer, each=statement: writer.run(each), timeout_s=TIMEOUT_S)
        )
        following = await asyncio.to_thread(next, batches, None)
        await writing
        yield rows
        rows = following
