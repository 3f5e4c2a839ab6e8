"""``gaps``: requirements that no course covers, those first that the most programmes would need."""

from collections.abc import Callable, Mapping

from graph.model.core import Property, Scalar
from graph.plan import Declared, ProjectNode, Root
from resolvers.arguments import page_size, plain
from resolvers.declaring import Argument, DeclaredField, call
from resolvers.names import PAGE_DEFAULT
from resolvers.questions.coverage_records import STATE
from resolvers.records import NodeField, RecordType
from resolvers.selection import Asked, Collector
from resolvers.variables import bind

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
    ),
)


def _plan(collector: Collector, asked: Asked) -> Root:
    certificate = asked.arguments.get("certificate")
    binds = (
        bind("certificate", certificate),
        bind("level", asked.arguments.get("level"), plain),
        bind("unknown", asked.arguments["includeUnknown"]),
        page_size(asked.arguments),
    )
    is_one = certificate is not None
    whole = frozenset() if is_one else frozenset({"Certificate"})
    declared = Declared("gaps", _writer(is_one=is_one), reads_whole=whole)
    return call(collector, asked, GAP, binds, declared)


def _writer(*, is_one: bool) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        key = f" {{id: {parameters['certificate']}}}" if is_one else ""
        level = parameters["level"]
        return f"""
MATCH (k:Certificate{key})-[:SUITS]->(m:Major) WHERE NOT (m)-[:REPLACED_BY]->()
WITH k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
WHERE {level} IS NULL OR l.level = {level}
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-()
WITH k, programmes, r, EXISTS {{ MATCH (r)<-[:CONCLUDES_ON]-(:Review) }} AS looked
WHERE looked OR {parameters["unknown"]}
WITH k, programmes, r, looked ORDER BY programmes DESC, r.id, k.id LIMIT {parameters["first"]}
RETURN collect([programmes, CASE WHEN looked THEN 'NOT_COVERED' ELSE 'UNKNOWN' END,
  {project("certificate", "k", "Certificate")}, {project("requirement", "r", "SkillRequirement")}])""".strip()

    return write


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
