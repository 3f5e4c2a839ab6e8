"""``reviewQueue``: what waits for somebody to decide or to look, what would move coverage most first."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.model.alignments import COVERING
from graph.model.core import CodeList, Property, Scalar
from graph.model.sides import EVIDENCE_PATHS, EvidencePath
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, exists, missing, type_of_id
from resolvers.questions.records import NodeField, RecordType
from resolvers.questions.shared.evidence import SUBJECTS, TARGETS, at, found_nowhere, no_match, without_match
from resolvers.questions.shared.national import IN_FORCE
from resolvers.request.arguments import page_size
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_DEFAULT
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

WORK = CodeList(
    "ReviewWork",
    "What is to be done.",
    {
        "DECIDE": "A proposal waits: `decideAlignment`.",
        "SEARCH": "Nobody has proposed or looked: `proposeAlignment`, or `closeReview` where there is nothing.",
    },
)

ITEM = RecordType(
    name="ReviewItem",
    description="Something open, and what it would move.",
    fields=(
        Property(name="work", type=WORK, description="What is to be done.", required=True),
        Property(
            name="gain",
            type=Scalar.INT,
            description=(
                "DECIDE: requirements that acceptance would take from UNKNOWN to COVERED for the programme (teaching "
                "standard or plan) of the course: 1, or 0 where it is decided already or the kind covers nothing. "
                "SEARCH: 1, if something is found."
            ),
            required=True,
        ),
        Property(
            name="programmes",
            type=Scalar.INT,
            description="Majors in force that the requirement's certificate suits, by its own statement.",
            required=True,
        ),
        NodeField(
            name="alignment",
            description="The proposal. Null: SEARCH.",
            kinds=("Alignment",),
            is_optional=True,
        ),
        NodeField(
            name="course",
            description="The course it speaks of, or of whose outcome. Null: SEARCH, or it speaks of a whole major.",
            kinds=("Course", "PlanCourse"),
            is_optional=True,
        ),
        NodeField(
            name="requirement",
            description="The requirement. Null: the proposal speaks of a task, a work area or a whole major.",
            kinds=("SkillRequirement",),
            is_optional=True,
        ),
    ),
)


_ABOVE = (
    "(r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)"
    "<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)"
)
# From a bound requirement up to the target; each reaches one node of the target's type.
_REACHED: Mapping[str, str] = {
    "WorkArea": f"MATCH {_ABOVE} WHERE w.id = {{id}}",
    "StandardLevel": f"MATCH {_ABOVE} WHERE l.id = {{id}}",
    "SkillStandard": f"MATCH {_ABOVE} WHERE s.id = {{id}}",
    "Certificate": f"MATCH {_ABOVE}<-[:HAS_STANDARD]-(k:Certificate) WHERE k.id = {{id}}",
    "CertificateLevel": f"MATCH {_ABOVE} MATCH (l)<-[:SPECIFIED_BY]-(k:CertificateLevel) WHERE k.id = {{id}}",
}
_SUITED = f"<-[:HAS_STANDARD]-(:Certificate)-[:SUITS]->(m:Major) WHERE {IN_FORCE} RETURN DISTINCT m.id"


# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    taken = {"subject": SUBJECTS, "target": TARGETS}
    given = {
        name: type_of_id(request, name, types)
        for name, types in taken.items()
        if request.arguments.get(name) is not None
    }
    binds = (
        bind("subject", request.arguments.get("subject")),
        bind("target", request.arguments.get("target")),
        Bind("kinds", lambda _: sorted(COVERING)),
        page_size(request.arguments),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement(
        "reviewQueue",
        _writer(given),
        reads_whole=frozenset() if "subject" in given else frozenset({"Alignment"}),
        fold=lambda raw, inputs: _fold(raw, by_label["first"], inputs),
    )
    return call(collector, request, ITEM, binds, declared, missing=missing(given, by_label))


# ---- the statement


def _writer(given: Mapping[str, str]) -> Callable[[Mapping[str, str], ProjectNode], str]:
    subject, target = given.get("subject"), given.get("target")
    paths = SUBJECTS[subject].side.evidence_paths if subject else EVIDENCE_PATHS

    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        parts = [_waiting(each, subject, target, parameters, project) for each in paths]
        if not subject and not target:
            parts.append(_others(parameters, project))
        open_ones = (
            [
                _wanted(target, parameters, project),
                _spoken(paths, subject, parameters),
                _holders(subject, parameters),
                _closed(subject, parameters),
            ]
            if subject and target
            else ["[]", "[]", "[]", "[]"]
        )
        found = " AND ".join(exists(each, parameters[name]) for name, each in given.items()) or "true"
        waiting = ",\n".join(parts)
        return f"RETURN [{found},\n[{waiting}],\n" + ",\n".join(open_ones) + "]"

    return write


def _waiting(
    path: EvidencePath, subject: str | None, target: str | None, parameters: Mapping[str, str], project: ProjectNode
) -> str:
    """Write the proposals on courses of a type, with what acceptance would move, the best first."""
    side = path.side
    if subject:
        start = (
            f"UNWIND [{parameters['subject']}] AS id MATCH {SUBJECTS[subject].courses}{path.to_alignment}(a:Alignment)"
        )
    else:
        start = f"MATCH (a:Alignment {{status: 'SUGGESTED'}}) MATCH (a){path.to_course}(c:{side.course})"
    inside = f" AND EXISTS {{ {_REACHED[target].format(id=parameters['target'])} }}" if target else ""
    return f"""COLLECT {{ {start} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
WHERE a.status = 'SUGGESTED'{inside}
MATCH (c)<-[:{side.holds}]-(p:{side.holder})
WITH a, c, r, size(COLLECT {{ MATCH {_ABOVE}{_SUITED} }}) AS programmes,
  CASE WHEN a.kind IN {parameters["kinds"]} AND a.role IS NOT NULL
    AND NOT EXISTS {{ MATCH (r)<-[:{side.covers}]-(:{side.course})<-[:{side.holds}]-(q) WHERE q.id = p.id }}
    AND NOT EXISTS {{ MATCH (r)<-[:CONCLUDES_ON]-(:Review)-[:{side.reviews}]->(q) WHERE q.id = p.id }}
    AND NOT {without_match(side, "p", no_match("o"))}
  THEN 1 ELSE 0 END AS gain
RETURN [gain, programmes, a.strength, a.id, {project("alignment", "a", "Alignment")},
  {project("course", "c", side.course)}, {project("requirement", "r", "SkillRequirement")}]
ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id LIMIT {parameters["first"]} }}"""


def _others(parameters: Mapping[str, str], project: ProjectNode) -> str:
    """Write the proposals that speak of a whole major, task or work area: evidence for no single requirement."""
    return f"""COLLECT {{ MATCH (a:Alignment {{status: 'SUGGESTED'}})
WHERE NOT EXISTS {{ MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }} OR EXISTS {{ MATCH (a)-[:ALIGNS_MAJOR]->(:Major) }}
RETURN [0, 0, a.strength, a.id, {project("alignment", "a", "Alignment")}, null, null]
ORDER BY a.strength DESC, a.id LIMIT {parameters["first"]} }}"""


def _wanted(target: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    """Write the target's requirements in the standard's order."""
    levels = at(TARGETS[target], parameters["target"])
    areas = levels if target == "WorkArea" else f"{levels} MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)"
    suited = f"size(COLLECT {{ MATCH (l)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard){_SUITED} }})"
    return f"""COLLECT {{ MATCH {areas} WITH l, w, {suited} AS programmes
MATCH (w)-[:HAS_TASK]->(t:WorkTask) MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
RETURN [r.id, programmes, {project("requirement", "r", "SkillRequirement")}]
ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id }}"""


def _spoken(paths: Sequence[EvidencePath], subject: str, parameters: Mapping[str, str]) -> str:
    """Write the requirements for which a course of the subject has a proposal or an accepted cover."""
    parts = [
        f"COLLECT {{ UNWIND [{parameters['subject']}] AS id MATCH {SUBJECTS[subject].courses}{each.to_alignment}"
        "(a:Alignment) MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE a.status = 'SUGGESTED' OR "
        f"(a.status = 'ACCEPTED' AND a.kind IN {parameters['kinds']} AND a.role IS NOT NULL) RETURN DISTINCT r.id }}"
        for each in paths
    ]
    return " + ".join(parts)


def _holders(subject: str, parameters: Mapping[str, str]) -> str:
    return (
        f"COLLECT {{ UNWIND [{parameters['subject']}] AS id MATCH {SUBJECTS[subject].holders} RETURN DISTINCT h.id }}"
    )


def _closed(subject: str, parameters: Mapping[str, str]) -> str:
    """Write requirements with the holders that were searched in vain: by a review, or course by course."""
    reached = SUBJECTS[subject]
    start = f"UNWIND [{parameters['subject']}] AS id MATCH"
    spoken = f"{start} {reached.courses}<-[:{reached.side.aligns}]-(n:Alignment)-[:ALIGNED_TO]->(r:SkillRequirement)"
    no_matches = f"{spoken} WHERE {no_match('n')}"
    by_course = (
        f"{no_matches} MATCH (c)<-[:{reached.side.holds}]-(s)"
        if reached.is_held
        else found_nowhere(reached.side, no_matches)
    )
    by_review = f"{start} {reached.reviews}-[:CONCLUDES_ON]->(r:SkillRequirement) RETURN DISTINCT [r.id, h.id]"
    return f"COLLECT {{ {by_review} }} + COLLECT {{ {by_course} RETURN DISTINCT [r.id, s.id] }}"


# ---- the order


def _fold(raw: Any, first: Bind, inputs: Inputs) -> list[list[Any]] | None:
    """Put all proposals in one order, then what nobody has looked at, and cut; None: subject or target is not there."""
    found, waiting, wanted, spoken, holders, closed = raw
    if not found:
        return None
    proposals = sorted((row for part in waiting for row in part), key=_rank)
    searched: dict[str, set[str]] = {}
    for requirement, holder in closed:
        searched.setdefault(requirement, set()).add(holder)
    decided = {*spoken, *(each for each, found_in in searched.items() if found_in.issuperset(holders))}
    items = [["DECIDE", gain, programmes, *nodes] for gain, programmes, _, _, *nodes in proposals]
    items += [
        ["SEARCH", 1, programmes, None, None, requirement]
        for key, programmes, requirement in wanted
        if key not in decided
    ]
    return items[: first.read(inputs)]


def _rank(row: Sequence[Any]) -> tuple[int, int, float, str]:
    gain, programmes, strength, key = row[:4]
    return -gain, -programmes, -strength, key


REVIEW_QUEUE = DeclaredField(
    name="reviewQueue",
    description=(
        "Proposals that wait for a decision, those first that would move coverage and that most programmes need. With "
        "subject and target, the requirements follow that nobody has looked at. Subject or target not found: null, and "
        "NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="subject",
            annotation="ID | None",
            description=(
                "Only what concerns its courses: a Course, TeachingStandard, Major, PlanCourse or TrainingPlan. By "
                "default all proposals there are."
            ),
            default=None,
        ),
        Argument(
            name="target",
            annotation="ID | None",
            description=(
                "Only its requirements: a StandardLevel, SkillStandard, Certificate, CertificateLevel or WorkArea."
            ),
            default=None,
        ),
        Argument(name="first", annotation="Int", description="Items to give: 1 to 100.", default=PAGE_DEFAULT),
    ),
    record=ITEM,
    is_list=True,
    is_optional=True,
    plan=_plan,
    codes=(WORK,),
)
