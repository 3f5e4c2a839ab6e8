"""``trainingPlanWhatIf``: compliance and coverage of a training plan as it is and as edited, without saving anything.

The statement reads the plan, the rules, and what is said of its lines; the edits are made in Python, by the functions
that the mutations on plans use.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from analysis.coverage import COVERED, Alignment, CoverRule, Review, Tally
from analysis.training_plans.compliance.compliance import day_of_entry, judge, sets_for
from analysis.training_plans.compliance.finding import MeasuredSpan, RuleVerdict
from analysis.training_plans.compliance.measures import fraction, unit_of
from analysis.training_plans.compliance.plan_facts import PlanFacts, facts_of_reading
from analysis.training_plans.course_outcomes import with_outcomes
from analysis.training_plans.plan_edits import PlanTree, apply, records_of_tree
from analysis.training_plans.plan_records import plan_of
from analysis.training_plans.recounted_totals import recounted
from analysis.training_plans.versions.course_renames import course_renames
from analysis.training_plans.what_if import (
    Direction,
    KnownEvidence,
    RequirementCover,
    StandardAlignment,
    VerdictChange,
    evidence_after,
    lines_taken,
    options_of,
    requirement_covers,
    suggested_alignments,
    verdict_changes,
)
from graph.errors import BadArgumentError
from graph.model.core import Text
from graph.model.course_sides import ALIGNS_OUTCOME, STANDARD_SIDE, TRAINING_PLAN_SIDE, CourseSide
from resolvers.plan_edit_input import EDIT_INPUT, EDIT_INPUTS, TRAINING_PLAN_EDIT_ACTION, error_of, read_edits
from resolvers.questions.argument_kinds import (
    ChoiceArgument,
    InputObjectArgument,
    NodeArgument,
    RowsArgument,
    ValueArgument,
    first_rows,
)
from resolvers.questions.coverage.coverage_records import COVERAGE_STATE, count_fields
from resolvers.questions.parts import Part, chain, row, rows
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.evidence import TARGETS, evidence_of, work_areas
from resolvers.questions.shared.evidence_arguments import (
    MIN_STRENGTH,
    ROLES,
    SUFFICIENT_STRENGTH,
    alignment_row,
    rule_of,
)
from resolvers.questions.shared.needs import REQUIREMENTS
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST
from resolvers.questions.training_plans.compliance_codes import (
    COMPLIANCE_REASON,
    COMPLIANCE_VERDICT,
    UNDECIDED_KIND,
)
from resolvers.questions.training_plans.plan_parts import (
    NATIONAL,
    RULE_SETS,
    PlanRow,
    StoredRule,
    match_plan,
    rule_sets,
    rules_asked,
    stored_plan,
    stored_rules,
)
from resolvers.questions.training_plans.what_if_records import (
    COMPLIANCE_COUNTS,
    COMPLIANCE_FINDING_CHANGE,
    OFFERED_ALIGNMENT,
    REQUIREMENT_STATE_CHANGE,
    TRAINING_PLAN_WHAT_IF,
    WHAT_IF_COVERAGE,
)
from resolvers.request.declarations import InputType
from resolvers.stored_training_plans import tree_of_columns

_DIRECTION = InputType(
    name="TrainingPlanDirectionInput",
    description=Text(
        "One option of a CHOOSE_ONE group: a student of it takes no line of the other options.",
        "CHOOSE_ONE 选课组的一个选项（如专业方向）：选它的学生不修其他选项的课程。",
    ),
    fields=(
        ValueArgument(
            name="group",
            annotation="ID",
            description=Text(
                "Id of the PlanGroup, or the key of the edit that adds it.", "PlanGroup 的 id，或增加它的修改的 key。"
            ),
        ),
        ValueArgument(
            name="option",
            annotation="String",
            description=Text(
                "The option, as its lines name it; a line without option is one by itself: give its id, or its key.",
                "选项名称（按课程行所写）；没有选项名的课程行自成一项：给出其 id 或 key。",
            ),
        ),
    ),
)


class _Requirement(NamedTuple):
    id: str
    node: Any


class _OfStandard(NamedTuple):
    """An alignment of a course of a teaching standard; ``is_base``: of the one that the plan states."""

    is_base: bool
    name: str
    alignment: Alignment


class _LineOutcome(NamedTuple):
    """An outcome of a line."""

    id: str
    line: str
    text: str


class _Parts(NamedTuple):
    plan: PlanRow | None
    outcomes: list[_LineOutcome]
    rules: list[StoredRule]
    # Those that know former names of courses.
    former: list[StoredRule]
    requirements: list[_Requirement]
    # Each with the outcome that it speaks of, if any.
    alignments: list[Alignment]
    reviews: list[Review]
    standard: list[_OfStandard]


def _read_edits(_place: str, given: Any) -> str:
    """Refuse edits that are out of bounds, and give all as text: what is bound must be a value of the database."""
    _, errors = read_edits(given)
    for found in errors.values():
        for error in found:
            raise error
    return orjson.dumps(given).decode()


class TrainingPlanWhatIf(Analysis[_Parts]):
    """A plan as it is and as edited."""

    name = "trainingPlanWhatIf"
    cost = 800
    description = Text(
        "What edits of a training plan would change, without saving them: verdicts of rules, and what "
        "the plan, or one direction of it, covers of a target. A line that the edits add has no evidence of its own: "
        "alignments of the teaching standard's course of the same name are offered, never counted. What is said of an "
        "outcome does not count once it has other words. Not found: null, and NOT_FOUND.",
        "假如对培养方案作这些修改（不保存），规则的判断与对目标的覆盖（整个方案或其中一个方向）会怎样变化。"
        "新增的课程行没有对接依据：专业教学标准同名课程的对接仅供参考，不计入。"
        "课程目标改写后，针对原表述的对接不再计入。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="plan",
            types=("TrainingPlan",),
            need=None,
            description=Text("A TrainingPlan.", "一个 TrainingPlan 的 id。"),
        ),
        RowsArgument(
            name="edits",
            annotation=f"list[{EDIT_INPUT.name}]",
            description=Text("The edits, 1 to 200, made one after the other.", "各项修改，1 至 200 项，依次执行。"),
            check=_read_edits,
        ),
        NodeArgument(
            name="target",
            annotation="ID | None",
            types=TARGETS,
            need=REQUIREMENTS,
            description=Text(
                "What is to be covered: a CertificateLevel, Certificate, StandardLevel, SkillStandard or WorkArea. By "
                "default coverage is not looked at.",
                "覆盖目标：CertificateLevel、Certificate、StandardLevel、SkillStandard 或 WorkArea。默认不看覆盖。",
            ),
            default=None,
        ),
        InputObjectArgument(
            name="direction",
            annotation=f"{_DIRECTION.name} | None",
            description=Text(
                "Count for coverage only what a student of this direction takes. By default all lines.",
                "计算覆盖时只计该方向的学生所修课程。默认全部课程行。",
            ),
            default=None,
            input=_DIRECTION,
        ),
        RULE_SETS,
        ValueArgument(
            name="asOf",
            annotation="Date | None",
            description=Text(
                "Judge by the rules of this day. By default that on which the plan's students enter, else the newest.",
                "按该日的规则判断。默认为方案年级的入学日；方案未写明时按最新规则。",
            ),
            default=None,
        ),
        ChoiceArgument(
            name="onlyChanged",
            annotation="Boolean",
            description=Text(
                "Show only rules whose verdict or measured values change; the counts stay whole.",
                "只显示判断或测得值有变化的规则；计数不变。",
            ),
            default=True,
        ),
        MIN_STRENGTH,
        SUFFICIENT_STRENGTH,
        ROLES,
        first_rows(
            Text(f"Rows of each list to show: 1 to {ROWS_LARGEST}.", f"各列表显示的行数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = TRAINING_PLAN_WHAT_IF
    codes = (TRAINING_PLAN_EDIT_ACTION, COVERAGE_STATE, COMPLIANCE_VERDICT, COMPLIANCE_REASON, UNDECIDED_KIND)

    @property
    def inputs(self) -> tuple[InputType, ...]:
        """The input objects of edits besides that of the direction."""
        return (*EDIT_INPUTS, _DIRECTION)

    def reads_whole(self, _: QuestionRequest) -> tuple[str, ...]:
        """Every national rule may know a former name of a course."""
        return ("RuleSet",)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse a direction without a target, whose coverage it narrows."""
        if arguments.given["group"] is not None and not arguments.has("target"):
            raise BadArgumentError("direction", "name a `target` with it.", "请同时给出 `target`。")

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the plan whole, the national rules, and the evidence on its lines and on its standard's courses."""
        return _Statement(request).parts()

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Judge and count both."""
        plan = parts.plan
        if plan is None:
            raise LookupError("the plan was found, and is not there")
        edits, _ = read_edits(orjson.loads(values["edits"]))
        stored, base = tree_of_columns(plan.columns)
        outcomes = {each.id: each._asdict() for each in parts.outcomes}
        tree = stored._replace(lines=with_outcomes(stored.lines, outcomes))
        edited = apply(tree, edits)
        for problem in edited.problems:
            raise error_of(problem)
        before, after = (
            facts_of_reading(recounted(plan_of(records_of_tree(each, base))), is_whole=plan.is_whole)
            for each in (tree, edited.tree)
        )
        named = values["asOf"]
        day = dt.date.fromisoformat(str(named)) if named else day_of_entry(before)
        judged = _Judged(parts.rules, before, after, day, are_named=values["ruleSets"] is not None)
        covered = _Covered(parts, tree, edited.tree, _direction(values, tree, edited.tree), rule_of(values))
        first = values["first"]
        return TRAINING_PLAN_WHAT_IF.row(
            asOf=day.isoformat() if day else None,
            isWhole=plan.is_whole,
            complianceBefore=judged.counts(judged.before),
            complianceAfter=judged.counts(judged.after),
            findings=judged.records(only_changed=values["onlyChanged"]),
            coverageBefore=covered.counts(covered.before),
            coverageAfter=covered.counts(covered.after),
            requirements=covered.changes()[:first],
            offers=covered.offers(course_renames(rule_sets(parts.former), day))[:first],
        )


def _direction(values: Values, *trees: PlanTree) -> Direction | None:
    """Give the direction. Raises: BadArgumentError where neither plan has such a choice, or such an option of it."""
    group, option = values.get("group"), values.get("option")
    if group is None or option is None:
        return None
    options = {each for tree in trees for each in options_of(tree, group)}
    chosen = [tree.groups[group] for tree in trees if group in tree.groups]
    if all(each["kind"] != "CHOOSE_ONE" for each in chosen):
        raise BadArgumentError(
            "direction.group", "the plan has no such CHOOSE_ONE group.", "方案没有此 CHOOSE_ONE 选课组。"
        )
    if option not in options:
        shown = ", ".join(sorted(options))
        raise BadArgumentError("direction.option", f"it is one of: {shown}.", f"可取：{shown}。")
    return Direction(group, option)


# ---- the statement


class _Statement:
    """Writes the parts of one request; without a target there is no evidence to read."""

    def __init__(self, request: QuestionRequest) -> None:
        self._request = request
        self._has_target = request.has("target")

    def parts(self) -> Part[_Parts]:
        plan = self._request["plan"]
        return row(
            _Parts,
            plan=stored_plan(plan),
            outcomes=rows(
                f"{self._lines()} MATCH (c)-[:{TRAINING_PLAN_SIDE.has_outcome}]->(o:CourseOutcome)",
                row(_LineOutcome, id="o.id", line="c.id", text="o.text"),
                order="c.id, o.sequence, o.id",
            ),
            rules=rules_asked(self._request, self._request.project("rule", "r", "Rule")),
            former=stored_rules(NATIONAL),
            requirements=self._requirements(),
            alignments=self._alignments(),
            reviews=self._reviews(),
            standard=self._standard(),
        )

    def _wanted(self) -> str:
        """Write what finds the requirements ``r`` of the target; without one, none."""
        if not self._has_target:
            return "UNWIND [] AS none MATCH (r:SkillRequirement {id: none})"
        areas = work_areas(self._request.types["target"], self._request["target"])
        return f"MATCH {areas} MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)"

    def _requirements(self) -> Part[list[_Requirement]]:
        node = self._request.project("requirement", "r", "SkillRequirement")
        order = "l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id" if self._has_target else "r.id"
        return rows(self._wanted(), row(_Requirement, id="r.id", node=node), order=order)

    def _evidence(self, courses: str, side: CourseSide, each: Part[Any]) -> Part[list[Any]]:
        live = "a.status IN ['ACCEPTED', 'SUGGESTED']"
        found = "MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)"
        stop = "" if self._has_target else "WITH * LIMIT 0 "
        return chain(
            *(
                rows(f"{courses} {stop}MATCH {path} WHERE {only} AND {live} {found}", each, order="r.id, a.id")
                for path, only in evidence_of(side, "c")
            )
        )

    def _lines(self) -> str:
        """Write what finds the lines: a list first, or Neo4j would begin at all courses, where none has an outcome."""
        return f"{match_plan(self._request['plan'])} UNWIND [(p)-[:HAS_PLAN_COURSE]->(n:PlanCourse) | n] AS c"

    def _alignments(self) -> Part[list[Alignment]]:
        outcome = f"head([(a)-[:{ALIGNS_OUTCOME}]->(o:CourseOutcome) | o.id])"
        return self._evidence(self._lines(), TRAINING_PLAN_SIDE, alignment_row(tag=outcome))

    def _reviews(self) -> Part[list[Review]]:
        plan = match_plan(self._request["plan"])
        closed = "(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement) WHERE v.closedOn IS NOT NULL"
        return rows(
            f"{plan} MATCH (p)<-[:{TRAINING_PLAN_SIDE.reviews}]-{closed} WITH DISTINCT p, r",
            row(Review, requirement="r.id", holder="p.id", tag="null"),
            order="r.id",
        )

    def _standard(self) -> Part[list[_OfStandard]]:
        plan = match_plan(self._request["plan"])
        # The courses of the base standard, and of those of the major; as a list, for the reason of ``_lines``.
        courses = (
            f"{plan} UNWIND [(p)-[:FOLLOWS_STANDARD]->(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, true]] + "
            "[(p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, false]] "
            "AS found WITH found[0] AS c, found[1] AS is_base"
        )
        node = self._request.project("offered", "a", "Alignment")
        each = row(_OfStandard, is_base="is_base", name="c.name", alignment=alignment_row(tag=node))
        return self._evidence(courses, STANDARD_SIDE, each)


# ---- the rules


class _Judged:
    """Both plans judged by the sets that are named, else by the national ones that bind them."""

    def __init__(
        self, rules: Sequence[StoredRule], before: PlanFacts, after: PlanFacts, day: dt.date | None, *, are_named: bool
    ) -> None:
        sets = rule_sets(rules)
        self._nodes = {(each.values["ruleSetCode"], each.values["code"]): each.node for each in rules}
        self._names = {number: line.name for number, line in zip(after.numbers, after.lines, strict=True)}
        # Not today: an answer that is kept would outlive the day.
        self.before, self.after = (
            judge(each, sets if are_named else sets_for(each, sets), day or dt.date.max, are_named=are_named)
            for each in (before, after)
        )

    def counts(self, verdicts: Iterable[RuleVerdict]) -> RecordRow:
        """Count verdicts."""
        counts = Counter(each.verdict for each in verdicts)
        return COMPLIANCE_COUNTS.row(
            passed=counts["PASS"],
            failed=counts["FAIL"],
            remarked=counts["REMARK"],
            unknown=counts["UNKNOWN"],
            notApplicable=counts["NOT_APPLICABLE"],
        )

    def records(self, *, only_changed: bool) -> list[RecordRow]:
        """Give the rules with both verdicts."""
        changes = verdict_changes(self.before, self.after)
        return [self._record(each) for each in changes if each.is_changed or not only_changed]

    def _record(self, change: VerdictChange) -> RecordRow:
        rule, after = change.rule, change.after
        return COMPLIANCE_FINDING_CHANGE.row(
            rule=self._nodes[rule.rule_set, rule.code],
            force=rule.force,
            isChanged=change.is_changed,
            least=fraction(rule.least),
            most=fraction(rule.most),
            unit=unit_of(rule),
            outsideAfter=[self._names[each] for each in after.outside] if after else [],
            undecidedAfter=[each.kind for each in after.undecided] if after else [],
            **_side(change.before, "Before"),
            **_side(after, "After"),
        )


def _side(verdict: RuleVerdict | None, side: str) -> dict[str, Any]:
    measured = (verdict.measured if verdict else None) or MeasuredSpan(None, None)
    return {
        f"verdict{side}": verdict.verdict if verdict else None,
        f"reason{side}": verdict.reason if verdict else None,
        f"measuredLeast{side}": measured.least,
        f"measuredMost{side}": measured.most,
    }


# ---- coverage


class _Covered:
    """What both plans cover of the target."""

    def __init__(
        self, parts: _Parts, tree: PlanTree, edited: PlanTree, direction: Direction | None, rule: CoverRule
    ) -> None:
        self._nodes = {each.id: each.node for each in parts.requirements}
        known = KnownEvidence(parts.alignments, parts.reviews)
        self._known = evidence_after(known, tree, edited)
        self._rule = rule
        base = [each for each in parts.standard if each.is_base]
        self._standard = [StandardAlignment(each.alignment, each.name) for each in base or parts.standard]
        self._lines = lines_taken(edited, direction)
        self.before, self.after = (
            requirement_covers([*self._nodes], said, rule, lines_taken(each, direction), tree.lines)
            for each, said in ((tree, known), (edited, self._known))
        )

    def counts(self, covers: Mapping[str, RequirementCover]) -> RecordRow:
        """Count states."""
        tally = Tally()
        for each in covers.values():
            tally.add(each.state, each.evidence)
        return WHAT_IF_COVERAGE.row(**count_fields(tally.counts()))

    def changes(self) -> list[RecordRow]:
        """Give the requirements whose state changes."""
        states = {key: (each.state, self.after[key].state) for key, each in self.before.items()}
        return [
            REQUIREMENT_STATE_CHANGE.row(requirement=self._nodes[key], before=before, after=after)
            for key, (before, after) in states.items()
            if before != after
        ]

    def offers(self, names: Mapping[str, str]) -> list[RecordRow]:
        """Give alignments of the standard's courses for requirements that are not covered."""
        found = suggested_alignments(self._lines, self._known, self._standard, self._rule, names)
        open_ones = {key for key, each in self.after.items() if each.state != COVERED}
        wanted = [each for each in found if each.alignment.requirement in open_ones]
        return [
            OFFERED_ALIGNMENT.row(
                line=each.line,
                lineName=self._lines[each.line],
                offered=each.alignment.tag,
                requirement=self._nodes[each.alignment.requirement],
            )
            for each in wanted
        ]
