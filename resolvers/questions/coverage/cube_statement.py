"""The statement of ``coverageCube``: programmes, levels, and the ids of the requirements that each programme covers.

An id names the level of its requirement: one property read for each link spares the way up to the level, and grouping
by several properties. Gathering by requirement instead reads fewer still, and is slower here for its many small lists.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from analysis.cube import Covered, Found
from graph.model.alignments import ALIGNMENT_ROLE
from graph.model.catalogue import MAJOR
from graph.model.codes import SUITS_RELATION
from graph.model.core import BASIS
from graph.model.course_sides import STANDARD_SIDE, TRAINING_PLAN_SIDE
from graph.model.drafts import published
from graph.query import cypher
from resolvers.questions.coverage.cube_records import PROVINCE_NODE
from resolvers.questions.parts import Part, chain, listed, pairs, row, rows
from resolvers.questions.question import KnownArguments, QuestionRequest
from resolvers.questions.shared.evidence import NEWEST_LEVEL, closed_by, found_nowhere, in_force
from resolvers.questions.shared.national import ANY_MADE_UP, IN_FORCE, OF_MAJOR, conditions, is_real, is_whole, where

SIDES = {"TEACHING_STANDARD": STANDARD_SIDE, "TRAINING_PLAN": TRAINING_PLAN_SIDE}

# Conditions by what is filtered: on a major ``m`` by its certificates, on the training plan ``s``, the level ``l``, the
# requirement ``r``, the cover link ``x``, the alignment ``n``, the review ``v``, and the link ``u`` that suits a major.
_OF_SUITED = {"certificate": "EXISTS { MATCH (m)<-[:SUITS]-(g:Certificate) WHERE g.name IN $value }"}
_OF_PLAN = {
    "college": "EXISTS { MATCH (s)<-[:HAS_PLAN]-(g:College) WHERE g.name IN $value }",
    "province": "EXISTS { MATCH (s)<-[:HAS_PLAN]-(:College)-[:LOCATED_IN]->(g:Province) WHERE g.name IN $value }",
}
_OF_LEVEL = {"certificate": "k.name IN $value", "certificateLevel": "l.level IN $value"}
_OF_REQUIREMENT = {"certificateLevel": "r.level IN $value"}
_OF_COVER = {
    "evidenceBasis": "x.basis IN $value",
    "roles": "x.role IN $value",
    "minStrength": "x.strength >= $value",
    "asOf": in_force("x", "$value"),
}
_OF_NO_MATCH = {"evidenceBasis": "n.basis IN $value", "asOf": in_force("n", "$value")}
_OF_REVIEW = {"evidenceBasis": "v.basis IN $value", "asOf": closed_by("v", "$value"), "grounds": "v.ground IN $value"}
_OF_SUITS = {"basis": "u.basis IN $value", "relations": "u.relation IN $value"}
_OF_STANDARD = {"basis": "l.basis IN $value"}
# Filters by codes: where all of them are named, there is nothing to look at.
_CODES = {"basis": BASIS, "relations": SUITS_RELATION, "evidenceBasis": BASIS, "roles": ALIGNMENT_ROLE}


class MajorClass(NamedTuple):
    """A class of majors with the names of its categories."""

    name: str
    categories: list[str]


class Suits(NamedTuple):
    """A certificate that suits a major; ``level`` None: at all its levels."""

    certificate: str
    level: str | None


class Standard(NamedTuple):
    """A teaching standard."""

    id: str
    year: int | None


class Province(NamedTuple):
    """A province by both of its names."""

    name: str
    short_name: str


class College(NamedTuple):
    """A college with its provinces."""

    id: str
    name: str
    provinces: list[Province]


class TrainingPlan(NamedTuple):
    """A training plan with its colleges."""

    id: str
    grade: str | None
    colleges: list[College]


class Major(NamedTuple):
    """A major with its standards; where training plans are the programmes, once for each, with the plan."""

    id: str
    name: str
    # Of its distinct name.
    name_values: list[Any]
    education_level: str | None
    classes: list[MajorClass]
    suits: list[Suits]
    standards: list[Standard] | None
    training_plan: TrainingPlan | None


class StandardLevel(NamedTuple):
    """A level of the standard of a certificate."""

    certificate: str
    code: str
    version: str
    level: str
    requirements: int


class CubeParts(NamedTuple):
    """What the statement gives."""

    majors: list[Major]
    levels: list[StandardLevel]
    covered: list[Covered]
    reviewed: list[Found]
    # What every course of a programme was found not to match.
    without: list[Found]
    # The provinces by name as nodes, where rows show them.
    provinces: Mapping[str, Any]


class Dated(NamedTuple):
    """What was found by a day."""

    day: str
    found: Any


class TrendParts(NamedTuple):
    """What the statement of several days gives; what is covered, reviewed and without match is dated."""

    majors: list[Major]
    levels: list[StandardLevel]
    covered: list[Dated]
    reviewed: list[Dated]
    without: list[Dated]


_FOUND = row(Found, programme="s.id", requirements="ids")
_COVERED = row(Covered, programme="s.id", requirements="ids", weak="weak")


def narrowing(arguments: KnownArguments) -> frozenset[str]:
    """Name the arguments that narrow what counts; a list of all bases or roles does not."""
    given = {name for name in arguments.given if arguments.has(name)}
    whole = {name for name, codes in _CODES.items() if is_whole(arguments.choice(name), codes)}
    # Left out, bases are those that are real and relations those that somebody checked, which are not all.
    return frozenset({*given, "basis", "relations", "evidenceBasis"} - whole)


class CubeStatement:
    """Writes the statement of one request."""

    def __init__(self, request: QuestionRequest, days: str = "") -> None:
        """``days``: the parameter of several days. Evidence is then found once, and looked at for each of them."""
        self._request = request
        self._days = days
        # By what evidence is gathered next to the programme ``s``, behind a comma.
        self._along = ", day" if days else ""
        self._side = SIDES[request.choice("through")]
        self._narrow = narrowing(request)
        self._is_of_plans = self._side is TRAINING_PLAN_SIDE
        self._held = "(s)" if self._is_of_plans else "(m)<-[:STANDARD_OF]-(s:TeachingStandard)"

    def parts(self) -> Part[CubeParts]:
        """Write the parts of one day."""
        return row(CubeParts, **self._columns(), provinces=self._provinces())

    def trend_parts(self) -> Part[TrendParts]:
        """Write the parts of several days: programmes and levels once, the evidence for each day."""
        return row(TrendParts, **self._columns())

    def _columns(self) -> dict[str, Part[Any]]:
        return {
            "majors": rows(self._majors(), self._major()),
            "levels": self._levels(),
            "covered": self._covered(),
            "reviewed": self._reviewed(),
            "without": self._without(),
        }

    def _provinces(self) -> Part[Mapping[str, Any]]:
        if PROVINCE_NODE not in self._request.selected or "PROVINCE" not in self._request.choice("dimensions"):
            return Part("[]", dict)
        return pairs("MATCH (v:Province)", "v.name", self._request.project(PROVINCE_NODE, "v", "Province"))

    def _where(self, *known: Mapping[str, str], first: str = "") -> str:
        return where(*filter(None, [first]), *conditions(self._request, self._narrow, *known))

    def _majors(self) -> str:
        """Write the majors in force, and the training plans for them where these are the programmes."""
        start = "MATCH (m:Major)"
        if "major" in self._narrow:
            start = f"UNWIND {self._request['major']} AS id MATCH (m:Major {{id: id}})"
        found = f"{start}{self._where(OF_MAJOR, _OF_SUITED, first=IN_FORCE)}"
        if not self._is_of_plans:
            return found
        first = f"{is_real('s')} AND {published('s')}"
        return f"{found} MATCH (m)<-[:PLAN_FOR]-(s:TrainingPlan){self._where(_OF_PLAN, first=first)}"

    def _major(self) -> Part[Major]:
        classes = row(MajorClass, name="g.name", categories="[(g)-[:PART_OF_CATEGORY]->(h:MajorCategory) | h.name]")
        suits = row(Suits, certificate="k.name", level="u.certificateLevel")
        standards = listed("(m)<-[:STANDARD_OF]-(s:TeachingStandard)", row(Standard, id="s.id", year="s.year"))
        return row(
            Major,
            id="m.id",
            name="m.name",
            name_values=cypher.name_values("m", MAJOR),
            education_level="m.educationLevel",
            classes=listed("(m)-[:PART_OF_CLASS]->(g:MajorClass)", classes),
            suits=listed(f"(m)<-[u:SUITS]-(k:Certificate){self._where(_OF_SUITS)}", suits),
            standards=None if self._is_of_plans else standards,
            training_plan=_training_plan() if self._is_of_plans else None,
        )

    def _levels(self) -> Part[list[StandardLevel]]:
        columns = row(
            StandardLevel,
            certificate="k.name",
            code="l.standardCode",
            version="l.standardVersion",
            level="l.level",
            requirements="l.requirementCount",
        )
        path = f"(k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->{NEWEST_LEVEL}"
        return rows(f"MATCH {path}{self._where(_OF_LEVEL, _OF_STANDARD)}", columns)

    def _covered(self) -> Part[list[Any]]:
        """Write what is covered. Of what is all real no link is looked at for its basis: one of two lists is empty."""
        if self._request.has("evidenceBasis"):
            return rows(self._covers(_OF_COVER), self._row(_COVERED))
        plain = {name: text for name, text in _OF_COVER.items() if name != "evidenceBasis"}
        of_real = f"UNWIND [NOT {ANY_MADE_UP}] AS real WITH real WHERE real {self._covers(plain)}"
        of_all = f"UNWIND [{ANY_MADE_UP}] AS made_up WITH made_up WHERE made_up {self._covers(_OF_COVER)}"
        return chain(rows(of_real, self._row(_COVERED)), rows(of_all, self._row(_COVERED)))

    def _row(self, found: Part[Any]) -> Part[Any]:
        return row(Dated, day="day", found=found) if self._days else found

    def _covers(self, known: Mapping[str, str]) -> str:
        side, sufficient = self._side, self._request["sufficientStrength"]
        covered = f"-[:{side.holds}]->(c:{side.course})-[x:{side.covers}]->(r:SkillRequirement)"
        return (
            f"{self._majors()} MATCH {self._held}{covered}{self._where(_OF_REQUIREMENT, known)} "
            f"{self._by_day('s, r, x', known)}"
            f"WITH s{self._along}, collect(CASE WHEN x.strength >= {sufficient} THEN r.id END) AS ids, "
            f"collect(CASE WHEN x.strength < {sufficient} THEN r.id END) AS weak"
        )

    def _by_day(self, kept: str, known: Mapping[str, str]) -> str:
        """Write how what was found is looked at day by day, keeping these variables: to find it takes longer."""
        if not self._days:
            return ""
        return f"UNWIND {self._days} AS day WITH {kept}, day WHERE {known['asOf'].replace('$value', 'day')} "

    def _gathered(self) -> str:
        return f"WITH s{self._along}, collect(r.id) AS ids"

    def _reviewed(self) -> Part[list[Any]]:
        reviewed = f"<-[:{self._side.reviews}]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)"
        only = self._where(_OF_REQUIREMENT, _OF_REVIEW)
        path = f"{self._majors()} MATCH {self._held}{reviewed}{only} {self._by_day('s, r, v', _OF_REVIEW)}"
        return rows(f"{path}{self._gathered()}", self._row(_FOUND))

    def _without(self) -> Part[list[Any]]:
        only = self._where(_OF_NO_MATCH, first="n.status = 'ACCEPTED'")
        no_matches = (
            f"MATCH (n:Alignment {{kind: 'NO_MATCH'}}){only} {self._by_day('n', _OF_NO_MATCH)}"
            "MATCH (n)-[:ALIGNED_TO]->(r:SkillRequirement)"
        )
        found = found_nowhere(self._side, no_matches, self._along)
        return rows(f"{found} {self._gathered()}", self._row(_FOUND))


def _training_plan() -> Part[TrainingPlan]:
    provinces = listed("(g)-[:LOCATED_IN]->(v:Province)", row(Province, name="v.name", short_name="v.shortName"))
    college = row(College, id="g.id", name="g.name", provinces=provinces)
    return row(TrainingPlan, id="s.id", grade="s.grade", colleges=listed("(s)<-[:HAS_PLAN]-(g:College)", college))
