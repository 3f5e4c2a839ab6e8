"""``suggestAlignments``: pairs of a course and a requirement that nobody has decided, the likeliest first.

The statement reads the texts of the subject's courses and of the target's requirements, and what is settled between
them, once each; ``_fold`` ranks (analysis/suggestions). Nothing is written: an editor may propose what is suggested.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.suggestions.grounds import common, ground, reason
from analysis.suggestions.level_gate import gate
from analysis.suggestions.ranking import Ranking, Suggestion, Wanted
from graph.errors import BadArgumentError, NotFoundError
from graph.model.core import CodeList, Property, Scalar
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.courses.calibration import calibration
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, type_of_id
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import SUBJECTS, TARGETS, at
from resolvers.request.arguments import page_size, plain
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_DEFAULT
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

COURSES_LARGEST, REQUIREMENTS_LARGEST = 200, 500
_SETTLED = "a.status IN ['ACCEPTED', 'REJECTED', 'SUGGESTED']"

GROUND = CodeList(
    "SuggestionGround",
    "The strongest ground of a suggestion. It is told, and moves no probability.",
    {
        "EXACT": "Both texts are the same, where case, spaces and punctuation do not count.",
        "COMPONENTS": "Both name the same component, such as JUnit.",
        "WORDS": "Both have words in common.",
    },
)

GATE = CodeList(
    "LevelGate",
    "Whether module and certificate level go together by one college's rules on credits (CreditRule C05 to C07).",
    {
        "FITS": "初级 with a foundation course, 中级 with a core course, 高级 with either.",
        "DIFFERS": "Foundation and core the other way round.",
        "UNKNOWN": "The course has no module in the graph, or one that the rules do not name.",
    },
)

SUGGESTION = RecordType(
    name="SuggestedAlignment",
    description="A pair that a reviewer might accept. No fact.",
    fields=(
        Property(
            name="probability",
            type=Scalar.FLOAT,
            description="How likely a reviewer accepts it, 0 to 1; fitted on judged names (docs/suggestions.md).",
            required=True,
        ),
        Property(name="ground", type=GROUND, description="The strongest ground.", required=True),
        Property(name="words", description="Words that both have, as they stand in the course's text.", many=True),
        Property(name="reason", description="Which words stand where, in Chinese.", required=True),
        Property(
            name="levelGate",
            type=GATE,
            description="What the rules on credits say. It moves no probability.",
            required=True,
        ),
        NodeField(name="course", description="The course, or the line of a plan.", kinds=("Course", "PlanCourse")),
        NodeField(
            name="courseOutcome",
            description="The outcome of the course whose text matched. Null: the course's name matched.",
            kinds=("CourseOutcome",),
            is_optional=True,
        ),
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
    ),
)

SUGGESTIONS = RecordType(
    name="SuggestedAlignments",
    description="What was compared, and the likeliest pairs.",
    fields=(
        Property(name="pairs", type=Scalar.INT, description="Courses times requirements.", required=True),
        Property(
            name="settled",
            type=Scalar.INT,
            description="Pairs left out: proposed, accepted, rejected, or closed by a review of the subject.",
            required=True,
        ),
        RecordField(
            name="suggestions",
            description="Of the others the likeliest first; equal ones in the order of courses, then of the standard.",
            record=SUGGESTION,
            size=FIRST,
        ),
    ),
)


# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    subject = type_of_id(request, "subject", SUBJECTS)
    target = type_of_id(request, "target", TARGETS)
    binds = (
        bind("subject", request.arguments["subject"]),
        bind("target", request.arguments["target"]),
        bind("level", request.arguments.get("level"), plain),
        bind("minProbability", request.arguments["minProbability"], _chance),
        page_size(request.arguments),
    )
    by_label = {each.label: each for each in binds}

    def missing(inputs: Inputs) -> NotFoundError:
        keys = " / ".join(str(by_label[each].read(inputs)) for each in ("subject", "target"))
        return NotFoundError(f"{subject} / {target}", keys)

    declared = QuestionStatement(
        "suggestAlignments", _writer(subject, target), fold=lambda raw, inputs: _fold(raw, by_label, inputs)
    )
    return call(collector, request, SUGGESTIONS, binds, declared, is_list=False, missing=missing)


def _chance(value: float) -> float:
    if not 0 <= value <= 1:
        raise BadArgumentError("minProbability", "0 to 1.", "取值为 0 到 1。")
    return value


# ---- the statement


def _writer(subject: str, target: str) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        key = parameters["subject"]
        found = (
            f"EXISTS {{ MATCH (:{subject} {{id: {key}}}) }} "
            f"AND EXISTS {{ MATCH (:{target} {{id: {parameters['target']}}}) }}"
        )
        parts = (
            found,
            _courses(subject, key, project),
            _requirements(target, parameters, project),
            *_settled(subject, key),
            _closed(subject, key),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _courses(subject: str, key: str, project: ProjectNode) -> str:
    """Write the courses, each with its outcomes; one more than is allowed tells that there are too many."""
    side = SUBJECTS[subject].side
    kind = side.course
    order, module = ("c.sequence, c.id", "c.module") if kind == "Course" else ("c.id", "null")
    outcomes = (
        f"COLLECT {{ MATCH (c)-[:{side.has_outcome}]->(o:CourseOutcome) "
        f"RETURN [o.text, {project('courseOutcome', 'o', 'CourseOutcome')}] ORDER BY o.sequence, o.id }}"
    )
    return (
        f"COLLECT {{ UNWIND [{key}] AS id MATCH {SUBJECTS[subject].courses} "
        f"RETURN [c.id, c.name, {module}, {project('course', 'c', kind)}, {outcomes}] "
        f"ORDER BY {order} LIMIT {COURSES_LARGEST + 1} }}"
    )


def _requirements(target: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    levels = at(TARGETS[target], parameters["target"])
    areas = levels if target == "WorkArea" else f"{levels} MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)"
    return (
        f"COLLECT {{ MATCH {areas} WHERE {parameters['level']} IS NULL OR l.level = {parameters['level']} "
        "MATCH (w)-[:HAS_TASK]->(t:WorkTask) MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement) "
        f"RETURN [r.id, r.text, t.name, w.name, l.level, {project('requirement', 'r', 'SkillRequirement')}] "
        "ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id "
        f"LIMIT {REQUIREMENTS_LARGEST + 1} }}"
    )


def _settled(subject: str, key: str) -> tuple[str, str]:
    """Write which course and requirement somebody spoke of: of the course itself, and of one of its outcomes."""
    reached = SUBJECTS[subject]
    of_course, of_outcome = (
        f"COLLECT {{ UNWIND [{key}] AS id MATCH {reached.courses}{path.to_alignment}(a:Alignment) "
        f"MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE {_SETTLED} RETURN DISTINCT [c.id, r.id] }}"
        for path in reached.side.evidence_paths
    )
    return of_course, of_outcome


def _closed(subject: str, key: str) -> str:
    return (
        f"COLLECT {{ UNWIND [{key}] AS id MATCH {SUBJECTS[subject].reviews}-[:CONCLUDES_ON]->(r:SkillRequirement) "
        "RETURN DISTINCT r.id }"
    )


# ---- ranking


@dataclass(frozen=True, slots=True)
class _Course:
    """A course with its texts, the name first, and for each text the outcome it is of."""

    module: str | None
    node: Any
    texts: tuple[str, ...]
    outcomes: tuple[Any, ...]


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Rank what was read into a record of ``SUGGESTIONS``; None: subject or target is not there."""
    found, courses, requirements, *spoken, closed = raw
    if not found:
        return None
    _refuse_too_many("subject", courses, COURSES_LARGEST)
    _refuse_too_many("target", requirements, REQUIREMENTS_LARGEST)
    settled = _places(courses, requirements, [each for part in spoken for each in part], closed)
    wanted = [Wanted(text, task, area) for _, text, task, area, _, _ in requirements]
    read = [_course(*each) for each in courses]
    best = Ranking(wanted, calibration()).best(
        [each.texts for each in read],
        least=binds["minProbability"].read(inputs),
        first=binds["first"].read(inputs),
        settled=settled,
    )
    told = [_record(each, read[each.course], wanted[each.wanted], requirements[each.wanted]) for each in best]
    return [len(courses) * len(requirements), len(settled), told]


def _course(_: str, name: str, module: str | None, node: Any, outcomes: Sequence[Any]) -> _Course:
    return _Course(module, node, (name, *(text for text, _ in outcomes)), (None, *(each for _, each in outcomes)))


def _refuse_too_many(argument: str, rows: Sequence[Any], largest: int) -> None:
    if len(rows) > largest:
        raise BadArgumentError(
            argument,
            f"it has more than {largest} to compare. Ask about a part of it, such as one standard, level or work area.",
            f"待比较的数量超过 {largest}。请缩小范围，例如一个标准、一个等级或一个工作领域。",
        )


def _places(
    courses: Sequence[Any], requirements: Sequence[Any], spoken: Sequence[Any], closed: Sequence[str]
) -> set[tuple[int, int]]:
    """Give the places of all settled pairs."""
    of_course = {row[0]: place for place, row in enumerate(courses)}
    of_requirement = {row[0]: place for place, row in enumerate(requirements)}
    pairs = {
        (of_course[course], of_requirement[requirement])
        for course, requirement in spoken
        if requirement in of_requirement
    }
    ended = [of_requirement[each] for each in closed if each in of_requirement]
    return pairs | {(course, requirement) for course in of_course.values() for requirement in ended}


def _record(each: Suggestion, course: _Course, wanted: Wanted, row: Sequence[Any]) -> list[Any]:
    text, level, node = course.texts[each.text], row[4], row[5]
    return [
        each.probability,
        ground(text, wanted).value,
        list(common(text, wanted)),
        reason(text, wanted),
        gate(course.module, level),
        course.node,
        course.outcomes[each.text],
        node,
    ]


SUGGEST_ALIGNMENTS = DeclaredField(
    name="suggestAlignments",
    description=(
        "Pairs of a course and a requirement that nobody has spoken of yet, compared by their words, the likeliest "
        "first. A suggestion counts nowhere: propose it (`proposeAlignment`, method `suggested`) for a reviewer to "
        "decide. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="subject",
            annotation="ID",
            description=(
                f"A Course, TeachingStandard, Major, PlanCourse or TrainingPlan, of at most {COURSES_LARGEST} courses."
            ),
        ),
        Argument(
            name="target",
            annotation="ID",
            description=(
                "A StandardLevel, SkillStandard, Certificate, CertificateLevel or WorkArea, of at most "
                f"{REQUIREMENTS_LARGEST} requirements."
            ),
        ),
        Argument(name="level", annotation="CertificateLevelCode | None", description="Only this level.", default=None),
        Argument(
            name="minProbability",
            annotation="Float",
            description=(
                "Least probability shown, 0 to 1. The default is where suggestions are right more often than not "
                "(docs/suggestions.md)."
            ),
            default=calibration().threshold,
        ),
        Argument(name="first", annotation="Int", description="Suggestions to give: 1 to 100.", default=PAGE_DEFAULT),
    ),
    record=SUGGESTIONS,
    is_list=False,
    plan=_plan,
    codes=(GROUND, GATE),
)
