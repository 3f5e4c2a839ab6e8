"""``levelAudit``: what does not fit between the levels of a standard, and between what a programme covers of them.

The statement reads levels, work areas, tasks and requirements, and which of these the subject covers. What is found
stands in ``level_findings``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from graph.model.core import CodeList, Property, Scalar
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.declared_field import (
    DeclaredField,
    QuestionStatement,
    call,
    exists,
    missing,
    rows_shown,
    share,
    type_of_id,
)
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import SUBJECTS, TARGETS, at, codes_given
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST
from resolvers.questions.standards.level_findings import Claim, Decided, Finding, Part, find
from resolvers.request.arguments import plain
from resolvers.request.declarations import Argument
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

LEAST_SIMILARITY = 0.85

CODE = CodeList(
    "LevelFindingCode",
    "What an audit of levels found.",
    {
        "LEVEL_BELOW_MISSING": "A level is described, or named by a source, and the one below it is not.",
        "LEVEL_WITHOUT_REQUIREMENTS": "A level of the certificate whose requirements are not in the graph.",
        "SAME_TEXT": "Two requirements read the same.",
        "REWORDED": "Two requirements read nearly the same, and name the same tools.",
        "AREA_WITHOUT_ANTECEDENT": "Nothing one level below leads up to a work area, by its name.",
        "TASK_WITHOUT_ANTECEDENT": "Nothing one level below leads up to a work task, by its name.",
        "ANTECEDENT_NOT_COVERED": (
            "The subject covers requirements of a work area, and not all of the work area one level below it."
        ),
    },
)

SEVERITY = CodeList(
    "LevelFindingSeverity",
    "How much a finding weighs.",
    {
        "ERROR": "It contradicts the order of the levels.",
        "WARNING": "Somebody should look at it.",
        "INFO": "It may well be meant.",
    },
)


def _count(name: str, description: str, *, required: bool = True) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=required)


LEVEL = RecordType(
    name="AuditedLevel",
    description="One level of a standard, counted.",
    fields=(
        NodeField(name="standardLevel", description="The level.", kinds=("StandardLevel",)),
        _count("workAreas", "Work areas."),
        _count("tasks", "Work tasks."),
        _count("requirements", "Skill requirements."),
        _count("covered", "Requirements that the subject covers. Null: no subject was given.", required=False),
        _count("notCovered", "Requirements NOT_COVERED by it: gaps. Null: no subject was given.", required=False),
        _count("unknown", "Requirements that nobody has decided. Null: no subject was given.", required=False),
    ),
)

FINDING = RecordType(
    name="LevelFinding",
    description="Something that does not fit, or may not fit, between levels.",
    fields=(
        Property(name="code", type=CODE, description="What was found.", required=True),
        Property(name="severity", type=SEVERITY, description="How much it weighs.", required=True),
        Property(name="messageEn", description="The finding in a sentence (English).", required=True),
        Property(name="messageZh", description="The finding in a sentence (Chinese).", required=True),
        Property(
            name="similarity",
            type=Scalar.FLOAT,
            description=(
                "How alike two texts read, 0 to 1: twice the longest common subsequence over both lengths. "
                "Null: the finding is not about two texts."
            ),
        ),
        NodeField(
            name="about",
            description="The certificate level, level, work areas or task it speaks of. Empty: requirements alone.",
            kinds=("CertificateLevel", "StandardLevel", "WorkArea", "WorkTask"),
            is_list=True,
        ),
        NodeField(
            name="requirements",
            description="The requirements it speaks of: those that read alike, or those that are not covered.",
            kinds=("SkillRequirement",),
            is_list=True,
        ),
    ),
)

AUDIT = RecordType(
    name="LevelAudit",
    description="The levels of a standard, or of each standard of a certificate, read against each other.",
    fields=(
        _count("errors", "Findings ERROR."),
        _count("warnings", "Findings WARNING."),
        _count("infos", "Findings INFO."),
        RecordField(name="levels", description="The levels, lowest first, by standard.", record=LEVEL, size=10),
        RecordField(name="findings", description="The findings, gravest first.", record=FINDING, size=FIRST),
    ),
)

_CERTIFICATES = {
    "SkillStandard": "(:SkillStandard {{id: {id}}})<-[:HAS_STANDARD]-(k:Certificate)",
    "Certificate": "(k:Certificate {{id: {id}}})",
}


def _plan(collector: Collector, request: FieldRequest) -> Root:
    kinds = {"target": type_of_id(request, "target", _CERTIFICATES)}
    if request.arguments.get("subject") is not None:
        kinds["subject"] = type_of_id(request, "subject", SUBJECTS)
    binds = (
        *(bind(each, request.arguments[each]) for each in kinds),
        bind("minSimilarity", request.arguments["minSimilarity"], share("minSimilarity", least=0.7)),
        bind("codes", codes_given(request, "codes", CODE), plain),
        bind("first", request.arguments["first"], rows_shown),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement("levelAudit", _writer(kinds), fold=lambda raw, inputs: _fold(raw, by_label, inputs))
    return call(collector, request, AUDIT, binds, declared, is_list=False, missing=missing(kinds, by_label))


# ---- the statement


def _writer(kinds: Mapping[str, str]) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        parts = (
            " AND ".join(exists(kind, parameters[name]) for name, kind in kinds.items()),
            *_standard(at(TARGETS[kinds["target"]], parameters["target"]), project),
            _claimed(_CERTIFICATES[kinds["target"]].format(id=parameters["target"]), project),
            _decided(kinds["subject"], parameters["subject"]) if "subject" in kinds else "null",
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _standard(levels: str, project: ProjectNode) -> Iterator[str]:
    """Write levels, work areas, tasks and requirements: level, rank, code, name, node, id; each kind in its order."""
    order = "l.standardCode, l.standardVersion, l.rank, l.id"
    areas = f"{levels} MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)"
    tasks = f"{areas} MATCH (w)-[:HAS_TASK]->(t:WorkTask)"
    requirements = f"{tasks} MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)"
    level = f"[{project('standardLevel', 'l', 'StandardLevel')}, {project('about', 'l', 'StandardLevel')}]"
    yield f"COLLECT {{ MATCH {levels} RETURN [l.id, l.rank, '', l.name, {level}, l.id] ORDER BY {order} }}"
    for pattern, name, text, field, label in (
        (areas, "w", "name", "about", "WorkArea"),
        (tasks, "t", "name", "about", "WorkTask"),
        (requirements, "r", "text", "requirements", "SkillRequirement"),
    ):
        node = f"[l.id, l.rank, {name}.code, {name}.{text}, {project(field, name, label)}, {name}.id]"
        yield f"COLLECT {{ MATCH {pattern} RETURN {node} ORDER BY {order}, {name}.sequence, {name}.id }}"


def _claimed(certificate: str, project: ProjectNode) -> str:
    """Write the levels of the certificate: rank, whether a standard specifies it, node."""
    return (
        f"COLLECT {{ MATCH {certificate}-[:HAS_LEVEL]->(c:CertificateLevel) "
        "RETURN [c.rank, EXISTS { MATCH (c)-[:SPECIFIED_BY]->(:StandardLevel) }, "
        f"{project('about', 'c', 'CertificateLevel')}] ORDER BY c.rank, c.id }}"
    )


def _decided(subject: str, parameter: str) -> str:
    """Write what the subject covers, what searches were closed, and for which of its courses NO_MATCH was accepted."""
    reached = SUBJECTS[subject]
    courses = f"UNWIND [{parameter}] AS id MATCH {reached.courses}"
    no_match = f"<-[:{reached.side.aligns}]-(a:Alignment {{kind: 'NO_MATCH', status: 'ACCEPTED'}})"
    return (
        f"[COLLECT {{ {courses} RETURN DISTINCT c.id }},\n"
        f"COLLECT {{ {courses}-[:{reached.side.covers}]->(r:SkillRequirement) RETURN DISTINCT r.id }},\n"
        f"COLLECT {{ UNWIND [{parameter}] AS id MATCH {reached.reviews}-[:CONCLUDES_ON]->(r:SkillRequirement) "
        "RETURN DISTINCT r.id },\n"
        f"COLLECT {{ {courses}{no_match}-[:ALIGNED_TO]->(r:SkillRequirement) RETURN DISTINCT [r.id, c.id] }}]"
    )


# ---- counts and findings


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Read the levels against each other; None: the target or the subject is not there."""
    found, *kinds, claimed, decided = raw
    if not found:
        return None
    parts = [[Part(*each) for each in kind] for kind in kinds]
    states = decided and Decided.read(*decided)
    findings = find([Claim(*each) for each in claimed], parts, states, binds["minSimilarity"].read(inputs))
    codes, first = binds["codes"].read(inputs), binds["first"].read(inputs)
    weights = [each.severity for each in findings]
    return [
        *(weights.count(each) for each in SEVERITY.codes),
        [_level(each, parts, states) for each in parts[0]],
        [_shown(each) for each in findings if each.code in codes][:first],
    ]


def _level(level: Part, parts: Sequence[Sequence[Part]], states: Decided | None) -> list[Any]:
    _, *inside = ([each for each in kind if each.level == level.level] for kind in parts)
    found = [states.of(each.id) for each in inside[2]] if states else []
    counts = [found.count(each) if states else None for each in ("COVERED", "NOT_COVERED", "UNKNOWN")]
    return [level.node[0], *map(len, inside), *counts]


def _shown(finding: Finding) -> list[Any]:
    about = [each.node[1] if each.is_level else each.node for each in finding.about]
    requirements = [each.node for each in finding.requirements]
    return [finding.code, finding.severity, finding.en, finding.zh, finding.similarity, about, requirements]


LEVEL_AUDIT = DeclaredField(
    name="levelAudit",
    description=(
        "What does not fit between the levels of a standard: levels, work areas and tasks without an antecedent one "
        "level below, and requirements that stand twice. With a subject also: what it covers of a higher level while "
        "it leaves out what leads up to it. Likeness is one of words. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="target",
            annotation="ID",
            description="A SkillStandard, or a Certificate: all its standards, each apart.",
        ),
        Argument(
            name="subject",
            annotation="ID | None",
            description=(
                "A Course, TeachingStandard, Major (by its standards), PlanCourse or TrainingPlan whose coverage is "
                "audited too. By default only the standard is."
            ),
            default=None,
        ),
        Argument(
            name="minSimilarity",
            annotation="Float",
            description="From which likeness of texts on requirements are REWORDED, 0.7 to 1.",
            default=LEAST_SIMILARITY,
        ),
        Argument(
            name="codes",
            annotation="list[LevelFindingCode] | None",
            description="Show only such findings; the counts stay whole. By default all.",
            default=None,
        ),
        Argument(
            name="first",
            annotation="Int",
            description=f"Findings to show: 1 to {ROWS_LARGEST}.",
            default=ROWS_DEFAULT,
        ),
    ),
    record=AUDIT,
    is_list=False,
    plan=_plan,
    codes=(CODE, SEVERITY),
)
