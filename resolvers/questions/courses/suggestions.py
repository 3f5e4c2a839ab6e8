"""``suggestAlignments``: pairs of a course and a requirement that no one has decided, the likeliest first.

The statement reads the texts of the subject's courses and of the target's requirements, and what is settled between
them, once each; analysis/suggestions ranks. Nothing is written: an editor may propose what is suggested.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.suggestions.grounds import common, ground, reason, reason_in_english
from analysis.suggestions.level_gate import gate
from analysis.suggestions.ranking import Ranking, RequirementTexts, Suggestion
from analysis.suggestions.words import clauses
from graph.errors import BadArgumentError
from graph.model.core import Text
from graph.upkeep.cover_links import KINDS
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows, share, up_to
from resolvers.questions.courses.calibration import calibration
from resolvers.questions.courses.suggestion_records import (
    COMPARED_TEXT,
    LEVEL_GATE,
    SUGGESTED_ALIGNMENT,
    SUGGESTED_ALIGNMENTS,
    SUGGESTION_GROUND,
)
from resolvers.questions.parts import Part, chain, distinct, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.evidence import SUBJECTS, TARGETS, at, courses_of, work_areas
from resolvers.questions.shared.evidence_arguments import ONLY_LEVEL
from resolvers.questions.shared.needs import COURSES, REQUIREMENTS_OF_LEVEL
from resolvers.request.field_meanings import PAGE_LARGEST

COURSES_LARGEST, REQUIREMENTS_LARGEST, SUGGESTIONS_LARGEST = 200, 500, 500
# Of one description; official ones have ten to twenty.
CLAUSES_LARGEST = 60
_SETTLED = "a.status IN ['ACCEPTED', 'REJECTED', 'SUGGESTED']"
# It waits, or it was accepted and says that a course carries the requirement or a part of it.
_ANSWERS = f"a.status = 'SUGGESTED' OR (a.status = 'ACCEPTED' AND a.kind IN {KINDS} AND a.role IS NOT NULL)"


class _Outcome(NamedTuple):
    text: str
    node: Any


class _Compared(NamedTuple):
    """A text of a course; ``outcome`` is the node of the outcome it is of."""

    kind: str
    text: str
    outcome: Any = None


class _Course(NamedTuple):
    id: str
    name: str
    module: str | None
    holders: list[str]
    tasks: str | None
    content: str | None
    node: Any
    outcomes: list[_Outcome]

    @property
    def compared(self) -> list[_Compared]:
        """What is compared: the name, then the outcomes, and each clause of what its standard says of it."""
        return [
            _Compared("NAME", self.name),
            *(_Compared("OUTCOME", each.text, each.node) for each in self.outcomes),
            *(_Compared("TYPICAL_TASKS", each) for each in clauses(self.tasks or "")[:CLAUSES_LARGEST]),
            *(_Compared("CONTENT", each) for each in clauses(self.content or "")[:CLAUSES_LARGEST]),
        ]


class _Requirement(NamedTuple):
    id: str
    text: str
    task: str
    area: str
    level: str
    node: Any


class _Pair(NamedTuple):
    """A course and a requirement between which something is proposed or decided."""

    course: str
    requirement: str
    # It is a proposal that waits, or a cover: then the requirement is not open.
    answers: bool


class _Closed(NamedTuple):
    """What holds courses, and a requirement of which a review of it says that none of them covers it."""

    holder: str
    requirement: str


class _Parts(NamedTuple):
    courses: list[_Course]
    requirements: list[_Requirement]
    settled: list[_Pair]
    closed: frozenset[_Closed]


class SuggestAlignments(Analysis[_Parts]):
    """Pairs of a course and a requirement that no one has decided."""

    name = "suggestAlignments"
    cost = 600
    description = Text(
        "Pairs of a course and a requirement that no one has spoken of yet, compared by their "
        "words, the likeliest first. A suggestion counts nowhere: propose it (`proposeAlignment`, "
        "method `suggested`) for a reviewer to decide. Not found: null, and NOT_FOUND.",
        "尚无人判断过的课程与要求，按词语比较，最可能的在前。建议不计入任何结果："
        "请提出（`proposeAlignment`，method 为 `suggested`），由评审人决定。未找到：null，并给出 "
        "NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="subject",
            types=SUBJECTS,
            need=COURSES,
            description=Text(
                f"A Course, TeachingStandard, Major, PlanCourse or TrainingPlan, of at most {COURSES_LARGEST} courses.",
                f"Course、TeachingStandard、Major、PlanCourse 或 TrainingPlan，最多 {COURSES_LARGEST} 门课程。",
            ),
        ),
        NodeArgument(
            name="target",
            types=TARGETS,
            need=REQUIREMENTS_OF_LEVEL,
            description=Text(
                "A StandardLevel, SkillStandard, Certificate, CertificateLevel or WorkArea, "
                f"of at most {REQUIREMENTS_LARGEST} requirements.",
                "StandardLevel、SkillStandard、Certificate、CertificateLevel 或 WorkArea，"
                f"最多 {REQUIREMENTS_LARGEST} 条要求。",
            ),
        ),
        ONLY_LEVEL,
        ValueArgument(
            name="minProbability",
            annotation="Float",
            description=Text(
                "Least probability shown, 0 to 1; where it is null, the score that a name needs for it. The default "
                "is where suggestions by names are right more often than not (docs/suggestions.md).",
                "所列建议的最小概率，0 至 1；概率为 null 的，须达到名称取得该概率所需的得分。"
                "默认值使按名称给出的建议正确的多于错误的（见 docs/suggestions.md）。",
            ),
            default=calibration().threshold,
            check=share(),
        ),
        ValueArgument(
            name="onlyOpen",
            annotation="Boolean",
            description=Text(
                "Only of requirements for which no course of the subject has a proposal or an accepted cover, as "
                "`reviewQueue` gives them with SEARCH.",
                "只列主体的课程尚无提议、也没有已采纳覆盖的要求，即 `reviewQueue` 中 SEARCH 的要求。",
            ),
            default=False,
        ),
        ValueArgument(
            name="perRequirement",
            annotation="Int | None",
            description=Text(
                "At most this many of each requirement, 1 to 100. By default no limit but `first`.",
                "每条要求至多列出的建议数，1 至 100。默认只受 `first` 限制。",
            ),
            default=None,
            check=up_to(PAGE_LARGEST),
        ),
        first_rows(
            Text(
                f"Suggestions to give: 1 to {SUGGESTIONS_LARGEST}.",
                f"返回的建议数：1 至 {SUGGESTIONS_LARGEST}。",
            ),
            largest=SUGGESTIONS_LARGEST,
        ),
    )
    record = SUGGESTED_ALIGNMENTS
    codes = (SUGGESTION_GROUND, COMPARED_TEXT, LEVEL_GATE)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read both sides, and what is settled between them."""
        subject = SUBJECTS[request.types["subject"]]
        reviews = at(subject.reviews, request["subject"])
        return row(
            _Parts,
            courses=_courses(request),
            requirements=_requirements(request),
            settled=_settled(request),
            closed=distinct(
                f"MATCH {reviews}-[:CONCLUDES_ON]->(r:SkillRequirement)",
                row(_Closed, holder="h.id", requirement="r.id"),
            ),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Rank the pairs."""
        courses, requirements = parts.courses, parts.requirements
        _refuse_too_many("subject", courses, COURSES_LARGEST)
        _refuse_too_many("target", requirements, REQUIREMENTS_LARGEST)
        settled = _places(parts)
        left_out = settled | (_of_answered(parts) if values["onlyOpen"] else set())
        wanted = [RequirementTexts(each.text, each.task, each.area) for each in requirements]
        compared = [each.compared for each in courses]
        best = Ranking(wanted, calibration()).best(
            [[each.text for each in texts] for texts in compared],
            least=values["minProbability"],
            first=values["first"],
            settled=left_out,
            of_each=values["perRequirement"],
        )
        return SUGGESTED_ALIGNMENTS.row(
            pairs=len(courses) * len(requirements),
            settled=len(settled),
            suggestions=[
                _suggestion_record(
                    each,
                    courses[each.course],
                    compared[each.course][each.text],
                    wanted[each.wanted],
                    requirements[each.wanted],
                )
                for each in best
            ],
        )


# ---- the parts


def _courses(request: QuestionRequest) -> Part[list[_Course]]:
    """Read the courses, each with its outcomes; one more than is allowed shows that there are too many."""
    side = SUBJECTS[request.types["subject"]].side
    is_of_standard = side.course == "Course"
    outcome = row(_Outcome, text="o.text", node=request.project("courseOutcome", "o", "CourseOutcome"))
    outcomes = rows(f"MATCH (c)-[:{side.has_outcome}]->(o:CourseOutcome)", outcome, order="o.sequence, o.id")
    columns = row(
        _Course,
        id="c.id",
        name="c.name",
        module="c.module" if is_of_standard else "null",
        holders=f"[(c)<-[:{side.holds}]-(h:{side.holder}) | h.id]",
        tasks="c.typicalTasks" if is_of_standard else "null",
        content="c.content" if is_of_standard else "null",
        node=request.project("course", "c", side.course),
        outcomes=outcomes,
    )
    order = "c.sequence, c.id" if is_of_standard else "c.id"
    return rows(courses_of(request), columns, order=order, limit=str(COURSES_LARGEST + 1))


def _requirements(request: QuestionRequest) -> Part[list[_Requirement]]:
    columns = row(
        _Requirement,
        id="r.id",
        text="r.text",
        task="t.name",
        area="w.name",
        level="l.level",
        node=request.project("requirement", "r", "SkillRequirement"),
    )
    level = request["level"]
    return rows(
        f"MATCH {work_areas(request.types['target'], request['target'])} WHERE {level} IS NULL OR l.level = {level} "
        "MATCH (w)-[:HAS_TASK]->(t:WorkTask) MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)",
        columns,
        order="l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id",
        limit=str(REQUIREMENTS_LARGEST + 1),
    )


def _settled(request: QuestionRequest) -> Part[list[_Pair]]:
    """Read between which course and requirement there is an alignment: of the course, or of one of its outcomes."""
    pair = row(_Pair, course="c.id", requirement="r.id", answers=_ANSWERS)
    paths = SUBJECTS[request.types["subject"]].side.evidence_paths
    return chain(
        *(
            distinct(
                f"{courses_of(request)}{each.to_alignment}(a:Alignment) "
                f"MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE {_SETTLED}",
                pair,
            )
            for each in paths
        )
    )


# ---- ranking


def _refuse_too_many(argument: str, rows: Sequence[Any], largest: int) -> None:
    if len(rows) > largest:
        raise BadArgumentError(
            argument,
            f"it has more than {largest} to compare. Ask about a part of it, such as one standard, level or work area.",
            f"待比较的数量超过 {largest}。请缩小范围，例如一个标准、一个等级或一个工作领域。",
        )


def _places(parts: _Parts) -> set[tuple[int, int]]:
    """Give the places of all settled pairs."""
    of_course = {each.id: place for place, each in enumerate(parts.courses)}
    of_holder: dict[str, list[int]] = {}
    for place, course in enumerate(parts.courses):
        for holder in course.holders:
            of_holder.setdefault(holder, []).append(place)
    of_requirement = {each.id: place for place, each in enumerate(parts.requirements)}
    pairs = {
        (of_course[each.course], of_requirement[each.requirement])
        for each in parts.settled
        if each.requirement in of_requirement
    }
    return pairs | {
        (course, of_requirement[each.requirement])
        for each in parts.closed
        if each.requirement in of_requirement
        for course in of_holder.get(each.holder, ())
    }


def _of_answered(parts: _Parts) -> set[tuple[int, int]]:
    """Give the places of all pairs of requirements that are not open."""
    answered = {each.requirement for each in parts.settled if each.answers}
    return {
        (course, place)
        for place, each in enumerate(parts.requirements)
        if each.id in answered
        for course in range(len(parts.courses))
    }


def _suggestion_record(
    each: Suggestion, course: _Course, matched: _Compared, wanted: RequirementTexts, requirement: _Requirement
) -> RecordRow:
    said = reason(matched.text, wanted)
    return SUGGESTED_ALIGNMENT.row(
        probability=each.probability,
        score=each.score,
        matched=matched.kind,
        matchedText=matched.text,
        ground=ground(matched.text, wanted).value,
        words=list(common(matched.text, wanted)),
        reason=said,
        reasonEnglish=reason_in_english(said),
        levelGate=gate(course.module, requirement.level),
        course=course.node,
        courseOutcome=matched.outcome,
        requirement=requirement.node,
    )
