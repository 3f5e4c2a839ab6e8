"""``trainingPlanDraft``: what ``draftTrainingPlan`` would write, with what demands each line and what stays open."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from analysis.coverage import Alignment, CoverRule
from analysis.training_plans.plan_drafting import DraftLine, PlanDraft
from graph.model.alignments import ALIGNMENT_ROLE, COVERING
from graph.model.core import Text
from graph.model.course_sides import STANDARD_SIDE
from graph.query import cypher
from resolvers.questions.argument_kinds import AnyNodesArgument, NodeArgument, ValueArgument, first_rows
from resolvers.questions.parts import Part, chain, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.evidence import TARGETS, evidence_of
from resolvers.questions.shared.evidence_arguments import alignment_row
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST
from resolvers.questions.training_plans.draft_parts import (
    DraftParts,
    StandardRow,
    checked_years,
    draft_of,
    draft_parts,
    year_of_grade,
)
from resolvers.questions.training_plans.draft_records import (
    TRAINING_PLAN_DRAFT,
    TRAINING_PLAN_DRAFT_LINE,
    TRAINING_PLAN_DRAFT_OFFER,
    TRAINING_PLAN_GAP_KIND,
    gap_row,
)

# Every accepted alignment that may cover something.
_COVERS = CoverRule(COVERING, frozenset(ALIGNMENT_ROLE.codes), 0.0, 0.0)


class _Offer(NamedTuple):
    standard: str
    name: str
    alignment: Alignment
    requirement: Any


class _Parts(NamedTuple):
    draft: DraftParts
    offers: list[_Offer]


def _grade(name: str, value: str) -> str:
    year_of_grade(name, value)
    return value


class TrainingPlanDraft(Analysis[_Parts]):
    """A plan as it would be drafted."""

    name = "trainingPlanDraft"
    cost = 300
    description = Text(
        "What a draft of a training plan would hold: the courses that national rules demand, with the hours and "
        "credits that they state, and the courses of the teaching standard of the major. `missing` says what neither "
        "states, and which rules wait for it. `draftTrainingPlan` writes the same. Not found: null, and NOT_FOUND.",
        "人才培养方案草案将包含的内容：国家规则要求的课程及其学时、学分，以及该专业教学标准的课程。两者均未写明的内容及"
        "取决于它的规则见 `missing`。`draftTrainingPlan` 写入同样的内容。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(name="major", types=("Major",), need=None, description=Text("A Major.", "一个 Major 的 id。")),
        ValueArgument(
            name="grade",
            annotation="String",
            description=Text("The grade with its year of entry, such as 2026级.", "年级，须含入学年份，如 2026级。"),
            check=_grade,
        ),
        ValueArgument(
            name="years",
            annotation="Int | None",
            description=Text(
                "Years of study. By default what the teaching standard states. Rules for other years do not count.",
                "修业年限（年）。默认取专业教学标准所写；适用于其他年限的规则不计。",
            ),
            default=None,
            check=checked_years,
        ),
        AnyNodesArgument(
            name="targets",
            types=("CertificateLevel",),
            need=None,
            description=Text(
                "CertificateLevels that the students are to take, at most 100. Null or empty: none.",
                "要求学生考取的证书等级（CertificateLevel），最多 100 个。null 或空列表：没有。",
            ),
            default=None,
        ),
        first_rows(
            Text(f"Rows of `offers` to show: 1 to {ROWS_LARGEST}.", f"`offers` 显示的行数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = TRAINING_PLAN_DRAFT
    codes = (TRAINING_PLAN_GAP_KIND,)

    def reads_whole(self, _: QuestionRequest) -> tuple[str, ...]:
        """Which national sets bind the plan, its level says, which is read along with them."""
        return ("RuleSet",)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read major, standards, rules and target levels, and what is said of the courses and the targets."""
        nodes = {
            "teachingStandard": request.project("teachingStandard", "s", "TeachingStandard"),
            "course": request.project("course", "c", "Course"),
            "rules": request.project("rules", "r", "Rule"),
        }
        targets = request["targets"] if request.has("targets") else "[]"
        return row(_Parts, draft=draft_parts(request["major"], targets, nodes), offers=_offers(request, targets))

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Draft it."""
        year = year_of_grade("grade", values["grade"])
        draft = draft_of(parts.draft, {"grade": values["grade"], "entryYear": year, "years": values["years"]})
        standard = parts.draft.standard_by(year)
        counts = Counter(each.verdict for each in draft.verdicts)
        return TRAINING_PLAN_DRAFT.row(
            asOf=draft.day.isoformat() if draft.day else None,
            teachingStandard=standard.node if standard else None,
            passed=counts["PASS"],
            failed=counts["FAIL"],
            remarked=counts["REMARK"],
            unknown=counts["UNKNOWN"],
            notApplicable=counts["NOT_APPLICABLE"],
            lines=_lines(draft, parts.draft, standard),
            missing=[gap_row(each) for each in draft.gaps],
            offers=_rows_offered(parts.offers, standard)[: values["first"]],
        )


def _offers(request: QuestionRequest, targets: str) -> Part[list[_Offer]]:
    """Write the alignments of courses of the major's standards with requirements of the targets."""
    wanted = (
        f"UNWIND {targets} AS id MATCH {TARGETS['CertificateLevel']}-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->"
        "(:WorkTask)-[:HAS_REQUIREMENT]->(q:SkillRequirement) WITH collect(DISTINCT q.id) AS wanted"
    )
    # A list first: Neo4j would begin at all courses.
    major = cypher.node_pattern("m:Major", id=request["major"])
    courses = (
        f"MATCH {major} UNWIND [(m)<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [s.id, n]] "
        "AS found WITH wanted, found[0] AS standard, found[1] AS c"
    )
    each = row(
        _Offer,
        standard="standard",
        name="c.name",
        alignment=alignment_row(tag=request.project("offered", "a", "Alignment")),
        requirement=request.project("requirement", "r", "SkillRequirement"),
    )
    found = "MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE r.id IN wanted"
    return chain(
        *(
            rows(
                f"{wanted} {courses} MATCH {path} WHERE {only} AND a.status = 'ACCEPTED' {found}",
                each,
                order="c.sequence, r.id, a.id",
            )
            for path, only in evidence_of(STANDARD_SIDE, "c")
        )
    )


def _rows_offered(offers: list[_Offer], standard: StandardRow | None) -> list[RecordRow]:
    return [
        TRAINING_PLAN_DRAFT_OFFER.row(lineName=each.name, offered=each.alignment.tag, requirement=each.requirement)
        for each in offers
        if standard and each.standard == standard.values["id"] and _COVERS.covers(each.alignment)
    ]


def _lines(draft: PlanDraft, parts: DraftParts, standard: StandardRow | None) -> list[RecordRow]:
    rules = {(each.values["ruleSetCode"], each.values["code"]): each.node for each in parts.rules}
    courses = {each.values["id"]: each.node for each in (standard.courses if standard else ())}
    return [_line(each, rules, courses) for each in draft.lines]


def _line(line: DraftLine, rules: Mapping[tuple[str, str], Any], courses: Mapping[str, Any]) -> RecordRow:
    values = line.values
    return TRAINING_PLAN_DRAFT_LINE.row(
        **{name: values.get(name) for name in ("name", "module", "courseNature", "credits", "hours", "durationWeeks")},
        atLeast=list(line.least),
        course=courses[line.course] if line.course else None,
        rules=[rules[each.rule_set, each.code] for each in line.rules],
    )
