"""The questions that every side is asked: our text, the peer's text for the same, and variables that change."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from bench.serving import readme
from bench.synthetic import Sizes
from resolvers.request.arguments import encode_cursor

Variables = Mapping[str, Any]
Draw = Callable[[Sizes], list[Variables]]

VARIANTS = 60


@dataclass(frozen=True, slots=True)
class Workload:
    """One question with its variables; ``peer`` is empty where the peer has no such question."""

    name: str
    title: str
    query: str
    variables: Draw
    peer: str = ""
    peer_variables: Draw | None = None

    def bodies(self, sizes: Sizes) -> list[bytes]:
        """Write the requests to us."""
        return [orjson.dumps({"query": self.query, "variables": each}) for each in self.variables(sizes)]

    def peer_bodies(self, sizes: Sizes) -> list[bytes]:
        """Write the requests to the peer, for the same objects in the same order."""
        variables = (self.peer_variables or self.variables)(sizes)
        return [orjson.dumps({"query": self.peer, "variables": each}) for each in variables]


def _drawn(count: int) -> list[int]:
    draw = random.Random(11)
    return [draw.randrange(count) for _ in range(VARIANTS)]


def _majors(sizes: Sizes) -> list[Variables]:
    return [{"code": sizes.major_code(each)} for each in _drawn(sizes.majors)]


def _major_ids(sizes: Sizes) -> list[Variables]:
    return [{"id": f"Major:2021:{sizes.major_code(each)}"} for each in _drawn(sizes.majors)]


def _certificates(sizes: Sizes) -> list[Variables]:
    return [{"code": sizes.standard_code(each)} for each in _drawn(sizes.certificates)]


def _after(page: int) -> Draw:
    def draw(sizes: Sizes) -> list[Variables]:
        ids = (f"Major:2021:{sizes.major_code(each)}" for each in _drawn(sizes.majors - page))
        return [{"after": encode_cursor("Major", [each])} for each in ids]

    return draw


def _offset(page: int) -> Draw:
    return lambda sizes: [{"offset": each + 1} for each in _drawn(sizes.majors - page)]


def _words(sizes: Sizes) -> list[Variables]:
    majors = _drawn(sizes.majors)[:20]
    return [{"text": text} for each in majors for text in (f"专业{each}", sizes.major_code(each), f"zhuanye{each}")]


def _main_question(sizes: Sizes) -> list[Variables]:
    # A certificate that suits the major, so that there are paths between them.
    pairs = ((major, sizes.suiting(random.Random(major))[0]) for major in _drawn(sizes.majors))
    return [
        {
            "major": sizes.major_code(major),
            "standard": sizes.standard_code(certificate),
            "from": f"Major:2021:{sizes.major_code(major)}",
            "to": f"Certificate:{sizes.certificate_name(certificate)}",
        }
        for major, certificate in pairs
    ]


Q1 = Workload(
    "q1",
    "one certificate, its 3 levels, work areas, tasks, requirements",
    """query ($code: String!) { certificate(standardCode: $code) { name levels { level standardLevels {
    id requirementCount workAreas { code name tasks { code name requirements { code text } } } } } } }""",
    _certificates,
    """query ($code: String!) { certificates(where: { standardCode: { eq: $code } }) { name levels { level standardLevels {
    id requirementCount workAreas { code name tasks { code name requirements { code text } } } } } } }""",
)

Q2 = Workload(
    "q2",
    "50 majors with their courses and certificates",
    """query ($after: String) { majors(first: 50, after: $after) { nodes { id code name educationLevel
    teachingStandards { courses { id sequence name } } certificates(first: 10) { nodes { id name batch } } } } }""",
    _after(50),
    """query ($offset: Int) { majors(limit: 50, offset: $offset, sort: [{ id: ASC }]) { id code name educationLevel
    teachingStandards { courses { id sequence name } } certificates { id name batch } } }""",
    _offset(50),
)

Q3 = Workload(
    "q3",
    "one major, its courses and what they cover",
    """query ($code: String!) { major(code: $code) { code name teachingStandards { courses { id name
    covers(first: 20) { nodes { id code text } } } } } }""",
    _majors,
    """query ($code: String!) { majors(where: { code: { eq: $code } }) { code name teachingStandards { courses { id name
    covers { id code text } } } } }""",
)

KEY = Workload(
    "key",
    "one object by key",
    "query ($code: String!) { major(code: $code) { id code name educationLevel } }",
    _majors,
    "query ($id: ID!) { majors(where: { id: { eq: $id } }) { id code name educationLevel } }",
    _major_ids,
)

CERTIFICATE = Workload(
    "certificate",
    "one certificate by key",
    "query ($code: String!) { certificate(standardCode: $code) { id name batch } }",
    _certificates,
)

PAGE = Workload(
    "page",
    "20 majors after a cursor deep in the list",
    """query ($after: String) { majors(first: 20, after: $after) { nodes { id code name educationLevel }
    pageInfo { hasNextPage endCursor } } }""",
    _after(20),
    "query ($offset: Int) { majors(limit: 20, offset: $offset, sort: [{ id: ASC }]) { id code name educationLevel } }",
    _offset(20),
)

README = Workload("readme", "the README's question", readme.query(), _main_question)

SEARCH = Workload(
    "search",
    "20 hits for a name, a code, pinyin",
    "query ($text: String!) { search(text: $text, first: 20) { score matchedText node { id displayName } } }",
    _words,
)

WORKLOADS = {each.name: each for each in (Q1, Q2, Q3, KEY, PAGE, README, SEARCH)}
