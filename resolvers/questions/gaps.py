"""``gaps``: requirements that no course covers, those first that the most programmes would need."""

from collections.abc import Collection, Mapping

from graph.model.core import BASIS, Property, Scalar
from graph.plan import Declared, ProjectNode, Root
from resolvers.arguments import page_size, plain
from resolvers.declaring import Argument, DeclaredField, call
from resolvers.names import PAGE_DEFAULT
from resolvers.questions.coverage_records import STATE
from resolvers.questions.national import IN_FORCE, NOTHING_WANTED, OF_MAJOR, REAL_BASES, bind_some, is_whole
from resolvers.records import NodeField, RecordType
from resolvers.selection import Asked, Collector
from resolvers.variables import bind

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
            description="NOT_COVERED: a search for some programme was closed. UNKNOWN: nobody has looked.",
            required=True,
        ),
        NodeField(name="certificate", description="The certificate that asks for it.", kinds=("Certificate",)),
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
        NodeField(
            name="majors",
            description=f"The majors counted in `programmes`, by id, the first {MAJORS_LARGEST}.",
            kinds=("Major",),
            is_list=True,
        ),
    ),
)


def _plan(collector: Collector, asked: Asked) -> Root:
    given = {name: asked.arguments[name] for name in OF_MAJOR if asked.arguments.get(name) is not None}
    certificate, basis = asked.arguments.get("certificate"), asked.arguments.get("basis")
    binds = (
        bind("certificate", certificate),
        bind("level", asked.arguments.get("level"), plain),
        bind("basis", REAL_BASES if basis is None else basis, plain),
        page_size(asked.arguments),
        *(bind_some(name, name, value) for name, value in given.items()),
    )
    statement = _Statement(tuple(given), is_one=certificate is not None, is_of_all_bases=is_whole(basis, BASIS))
    if asked.arguments["includeUnknown"]:
        declared = Declared("gaps", statement.write_with_unknown, reads_whole=frozenset({"Certificate"}))
    else:
        declared = Declared("gaps", statement.write_closed, reads_whole=frozenset({"Review"}))
    return call(collector, asked, GAP, binds, declared)


class _Statement:
    """Writes the statement; each certificate has its majors counted once."""

    def __init__(self, filters: Collection[str], *, is_one: bool, is_of_all_bases: bool) -> None:
        self._filters = filters
        self._is_one = is_one
        self._is_of_all_bases = is_of_all_bases

    def write_with_unknown(self, parameters: Parameters, project: ProjectNode) -> str:
        """Go top-down from the certificates, and look for a review of the few that are given only."""
        state = f"CASE WHEN {self._closed(parameters)} THEN 'NOT_COVERED' ELSE 'UNKNOWN' END"
        return f"""
MATCH {self._certificate(parameters)}-[u:SUITS]->(m:Major) WHERE {self._counts(parameters)}
WITH k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel) WHERE {_of_level(parameters)}
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE {self._uncovered(parameters)}
{self._ranked(parameters, project, state)}""".strip()

    def write_closed(self, parameters: Parameters, project: ProjectNode) -> str:
        """Go bottom-up from what reviews closed: of all requirements few are, and fewer are covered by nothing."""
        found = "MATCH (v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)"
        certificate = f"k.id = {parameters['certificate']}" if self._is_one else "true"
        reviewed = " AND ".join(("true", *self._of_basis("v", parameters)))
        return f"""
{found} WHERE {reviewed} WITH DISTINCT r WHERE {self._uncovered(parameters)}
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
RETURN collect([programmes, {state}, {project("certificate", "k", "Certificate")},
  {project("requirement", "r", "SkillRequirement")}, {self._majors(parameters, project)}])""".strip()

    def _certificate(self, parameters: Parameters) -> str:
        return f"(k:Certificate {{id: {parameters['certificate']}}})" if self._is_one else "(k:Certificate)"

    def _closed(self, parameters: Parameters) -> str:
        basis = "".join(f" WHERE {each}" for each in self._of_basis("v", parameters))
        return f"EXISTS {{ MATCH (r)<-[:CONCLUDES_ON]-(v:Review){basis} }}"

    def _counts(self, parameters: Parameters) -> str:
        """Write which majors count: in force, suited by a statement of these bases, and within the filters."""
        given = [text.format(parameters[name]) for name, text in OF_MAJOR.items() if name in self._filters]
        return " AND ".join((IN_FORCE, *self._of_basis("u", parameters), *given))

    def _uncovered(self, parameters: Parameters) -> str:
        if self._is_of_all_bases:
            return "NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-()"
        basis = f"WHERE x.basis IN {parameters['basis']}"
        return (
            f"NOT EXISTS {{ MATCH (r)<-[x:COVERS]-(:Course) {basis} }} AND "
            f"NOT EXISTS {{ MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse) {basis} }}"
        )

    def _majors(self, parameters: Parameters, project: ProjectNode) -> str:
        wanted = project("majors", "m", "Major")
        if wanted == NOTHING_WANTED:
            return "[]"
        counts = self._counts(parameters)
        return (
            f"COLLECT {{ MATCH (k)-[u:SUITS]->(m:Major) WHERE {counts} WITH DISTINCT m ORDER BY m.id "
            f"LIMIT {MAJORS_LARGEST} RETURN {wanted} }}"
        )

    def _of_basis(self, link: str, parameters: Parameters) -> tuple[str, ...]:
        return () if self._is_of_all_bases else (f"{link}.basis IN {parameters['basis']}",)


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
            description=(
                "Only facts of these bases count: which majors a certificate suits, covers, reviews. By default all "
                "but ILLUSTRATIVE."
            ),
            default=None,
        ),
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
