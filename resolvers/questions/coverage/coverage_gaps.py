"""``gaps``: requirements that no course covers, those first that the most programmes would need."""

from collections.abc import Collection, Mapping, Sequence

from graph.model.core import BASIS, Property, Scalar
from graph.model.sides import COURSE_SIDES
from graph.query.plan import ProjectNode, Root
from resolvers.questions.coverage.coverage_records import STATE
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, type_of_id
from resolvers.questions.records import NodeField, RecordType
from resolvers.questions.shared.evidence import closed_by, found_nowhere, in_force, no_match, without_match
from resolvers.questions.shared.evidence_arguments import AS_OF
from resolvers.questions.shared.national import (
    ANY_MADE_UP,
    EVIDENCE_BASIS,
    FACT_BASIS,
    IN_FORCE,
    NOTHING_WANTED,
    OF_MAJOR,
    REAL_BASES,
    bind_some,
    is_whole,
)
from resolvers.request.arguments import page_size, plain
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_DEFAULT
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

Parameters = Mapping[str, str]
MAJORS_LARGEST = 20

GAP = RecordType(
    name="Gap",
    description="A requirement that no course and no line of a plan covers.",
    fields=(
        Property(
            name="programmes",
            type=Scalar.INT,
            description="Majors in force that the certificate suits, by its own statement.",
            required=True,
        ),
        Property(
            name="state",
            type=STATE,
            description=(
                "NOT_COVERED: for some programme a search was closed, or NO_MATCH accepted of every course. UNKNOWN: "
                "for none."
            ),
            required=True,
        ),
        NodeField(name="certificate", description="The certificate that asks for it.", kinds=("Certificate",)),
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
        NodeField(
            name="majors",
            description=f"The majors counted in `programmes`, by id, the first {MAJORS_LARGEST}.",
            kinds=("Major",),
            is_list=True,
            size=MAJORS_LARGEST,
        ),
    ),
)


def _plan(collector: Collector, request: FieldRequest) -> Root:
    given = {name: request.arguments[name] for name in OF_MAJOR if request.arguments.get(name) is not None}
    certificate, day = request.arguments.get("certificate"), request.arguments.get("asOf")
    bases = {name: request.arguments.get(name) for name in ("basis", "evidenceBasis")}
    if certificate is not None:
        type_of_id(request, "certificate", ("Certificate",))
    binds = (
        bind("certificate", certificate),
        bind("level", request.arguments.get("level"), plain),
        bind("asOf", day),
        *(bind_some(name, name, REAL_BASES if value is None else value) for name, value in bases.items()),
        page_size(request.arguments),
        *(bind_some(name, name, value) for name, value in given.items()),
    )
    narrow = {name for name, value in bases.items() if not is_whole(value, BASIS)} | ({"asOf"} if day else set())
    statement = _Statement({*given, *narrow}, is_one=certificate is not None, is_of_real=bases["evidenceBasis"] is None)
    if request.arguments["includeUnknown"]:
        declared = QuestionStatement("gaps", statement.write_with_unknown, reads_whole=frozenset({"Certificate"}))
    else:
        declared = QuestionStatement("gaps", statement.write_closed, reads_whole=frozenset({"Review", "Alignment"}))
    return call(collector, request, GAP, binds, declared)


class _Statement:
    """Writes the statement; each certificate has its majors counted once."""

    def __init__(self, filters: Collection[str], *, is_one: bool, is_of_real: bool) -> None:
        self._filters = filters
        self._is_one = is_one
        self._is_of_real = is_of_real

    def write_with_unknown(self, parameters: Parameters, project: ProjectNode) -> str:
        """Go top-down from the certificates, and look for a review of the few that are given only."""
        state = f"CASE WHEN {self._closed(parameters)} THEN 'NOT_COVERED' ELSE 'UNKNOWN' END"
        known = f"WITH {ANY_MADE_UP} AS made_up\n" if self._is_of_real else ""
        return f"""
{known}MATCH {self._certificate(parameters)}-[u:SUITS]->(m:Major) WHERE {self._counts(parameters)}
WITH {self._kept}k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel) WHERE {_of_level(parameters)}
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE {self._uncovered(parameters)}
{self._ranked(parameters, project, state)}""".strip()

    def write_closed(self, parameters: Parameters, project: ProjectNode) -> str:
        """Go bottom-up from what was looked for in vain: few requirements were, and fewer are covered by nothing."""
        certificate = f"k.id = {parameters['certificate']}" if self._is_one else "true"
        reviewed = _where(self._of_review(parameters))
        no_matches = f"MATCH (n:Alignment)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE {self._no_match('n', parameters)}"
        in_vain = (
            f"MATCH (v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement){reviewed}",
            *(found_nowhere(side, no_matches) for side in COURSE_SIDES),
        )
        known = f"WITH {ANY_MADE_UP} AS made_up\n" if self._is_of_real else ""
        return f"""
{known}CALL () {{ {" UNION ".join(f"{each} RETURN r" for each in in_vain)} }}
WITH DISTINCT {self._kept}r WHERE {self._uncovered(parameters)}
MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
WHERE {_of_level(parameters)}
MATCH (l)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate) WHERE {certificate}
WITH k, collect(r) AS requirements
MATCH (k)-[u:SUITS]->(m:Major) WHERE {self._counts(parameters)}
WITH k, requirements, count(DISTINCT m) AS programmes UNWIND requirements AS r
{self._ranked(parameters, project, "'NOT_COVERED'")}""".strip()

    def _ranked(self, parameters: Parameters, project: ProjectNode, state: str) -> str:
        return f"""
WITH k, programmes, r ORDER BY programmes DESC, r.id, k.id LIMIT {parameters["first"]}
WITH k, programmes, r, {state} AS state
RETURN collect([programmes, state, {project("certificate", "k", "Certificate")},
  {project("requirement", "r", "SkillRequirement")}, {self._majors(parameters, project)}])""".strip()

    def _certificate(self, parameters: Parameters) -> str:
        return f"(k:Certificate {{id: {parameters['certificate']}}})" if self._is_one else "(k:Certificate)"

    def _closed(self, parameters: Parameters) -> str:
        """Write whether the requirement ``r`` was looked for in vain."""
        one, all_of = (self._no_match(each, parameters) for each in "no")
        in_vain = (
            f"MATCH (r)<-[:CONCLUDES_ON]-(v:Review){_where(self._of_review(parameters))} RETURN v",
            *(
                f"MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:{side.aligns}]->(:{side.course})<-[:{side.holds}]-(s) "
                f"WHERE {one} AND {without_match(side, 's', all_of)} RETURN s"
                for side in COURSE_SIDES
            ),
        )
        return " OR ".join(f"EXISTS {{ {each} }}" for each in in_vain)

    def _no_match(self, alignment: str, parameters: Parameters) -> str:
        """Write that an alignment says of a course, and by what counts, that it does not match."""
        day, basis = in_force(alignment, "{0}"), f"{alignment}.basis IN {{}}"
        given = self._given(parameters, {"evidenceBasis": basis, "asOf": day})
        return " AND ".join((no_match(alignment), *given))

    def _counts(self, parameters: Parameters) -> str:
        """Write which majors count: in force, suited by a statement of these bases, and within the filters."""
        return " AND ".join((IN_FORCE, *self._given(parameters, {"basis": "u.basis IN {}", **OF_MAJOR})))

    def _uncovered(self, parameters: Parameters) -> str:
        day = self._given(parameters, {"asOf": in_force("x", "{0}")})
        basis = self._given(parameters, {"evidenceBasis": "x.basis IN {}"})
        if not self._is_of_real:
            return _lacks([*basis, *day])
        return f"((NOT made_up AND {_lacks(day)}) OR (made_up AND {_lacks([*basis, *day])}))"

    def _majors(self, parameters: Parameters, project: ProjectNode) -> str:
        wanted = project("majors", "m", "Major")
        if wanted == NOTHING_WANTED:
            return "[]"
        counts = self._counts(parameters)
        return (
            f"COLLECT {{ MATCH (k)-[u:SUITS]->(m:Major) WHERE {counts} WITH DISTINCT m ORDER BY m.id "
            f"LIMIT {MAJORS_LARGEST} RETURN {wanted} }}"
        )

    def _of_review(self, parameters: Parameters) -> list[str]:
        return self._given(parameters, {"evidenceBasis": "v.basis IN {}", "asOf": closed_by("v", "{0}")})

    def _given(self, parameters: Parameters, known: Mapping[str, str]) -> list[str]:
        """Write the conditions of these that are asked for."""
        return [text.format(parameters[name]) for name, text in known.items() if name in self._filters]

    @property
    def _kept(self) -> str:
        return "made_up, " if self._is_of_real else ""


def _lacks(counts: Sequence[str]) -> str:
    """Write that nothing covers the requirement ``r`` by a link ``x`` that counts."""
    if not counts:
        return " AND ".join(f"NOT (r)<-[:{side.covers}]-()" for side in COURSE_SIDES)
    return " AND ".join(
        f"NOT EXISTS {{ MATCH (r)<-[x:{side.covers}]-(:{side.course}){_where(counts)} }}" for side in COURSE_SIDES
    )


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _of_level(parameters: Parameters) -> str:
    return f"{parameters['level']} IS NULL OR l.level = {parameters['level']}"


GAPS = DeclaredField(
    name="gaps",
    description=(
        "Skill requirements that nothing covers by an accepted alignment, those first that the most programmes would "
        "need. A gap is where somebody looked and found none; ask with `includeUnknown` for those nobody looked at. "
        "Certificates without a requirement by requirement standard in the graph cannot occur."
    ),
    arguments=(
        Argument(
            name="certificate",
            annotation="ID | None",
            description="Id of a Certificate: only its requirements. By default all certificates.",
            default=None,
        ),
        Argument(name="level", annotation="CertificateLevelCode | None", description="Only this level.", default=None),
        Argument(
            name="category",
            annotation="list[String] | None",
            description="Count only majors of these categories (专业大类), by name, at most 100.",
            default=None,
        ),
        Argument(
            name="majorClass",
            annotation="list[String] | None",
            description="Count only majors of these classes (专业类), by name, at most 100.",
            default=None,
        ),
        Argument(
            name="educationLevel",
            annotation="list[EducationLevel] | None",
            description="Count only majors of these levels of the diploma.",
            default=None,
        ),
        Argument(
            name="basis",
            annotation="list[Basis] | None",
            description=FACT_BASIS,
            default=None,
        ),
        Argument(name="evidenceBasis", annotation="list[Basis] | None", description=EVIDENCE_BASIS, default=None),
        AS_OF,
        Argument(
            name="includeUnknown",
            annotation="Boolean",
            description="Also give requirements that nobody has looked at.",
            default=False,
        ),
        Argument(name="first", annotation="Int", description="Gaps to give: 1 to 100.", default=PAGE_DEFAULT),
    ),
    record=GAP,
    is_list=True,
    plan=_plan,
    codes=(STATE,),
)
