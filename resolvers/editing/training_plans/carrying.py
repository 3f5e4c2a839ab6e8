"""Carry a training plan forward: a draft for another grade, whose courses have the names that are in use then."""

from analysis.training_plans.compliance.plan_rule import plan_rule
from analysis.training_plans.versions.carrying import Course, carried_tree
from graph.errors import BadArgumentError
from graph.model.core import Text
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import EVERY_ROLE, REASON, Change, Input, Mutation, TextField
from resolvers.editing.training_plans.revisions import PLAN, make_draft
from resolvers.editing.training_plans.stored_plan import read_plan
from resolvers.questions.training_plans.draft_parts import GRADE_LARGEST, year_of_grade

GRADE = TextField(
    name="grade",
    longest=GRADE_LARGEST,
    description=Text("The grade with its year of entry, such as 2027级.", "年级，须含入学年份，如 2027级。"),
)


async def carry(writer: Writer, editor: Editor, values: Input) -> Change:
    """Make a draft of a plan for another grade."""
    base, grade = await read_plan(writer, editor, values["trainingPlan"]), values["grade"]
    year_of_grade("grade", grade)
    if grade == base.tree.plan.get("grade"):
        raise BadArgumentError(
            "grade",
            "the plan is of this grade; its next version is made by `createTrainingPlanRevision`.",
            "方案即为该年级；其新版本请用 `createTrainingPlanRevision` 新建。",
        )
    tree, renamed = carried_tree(base.tree, grade, await _courses(writer))
    said = {"carriedFrom": base.id, "renamed": renamed}
    return await make_draft(writer, base._replace(tree=tree), "CARRY_PLAN", values["reason"], said)


async def _courses(writer: Writer) -> list[Course]:
    """Read the courses of national rules with their dated names."""
    text = "MATCH (:RuleSet {scope: 'NATIONAL'})-[:HAS_RULE]->(r:Rule) RETURN properties(r) ORDER BY r.id"
    rules = [plan_rule(values) for (values,) in await writer.run(Statement(text, {}))]
    return [course for each in rules for course in each.courses if len(course) > 1]


CARRY_TRAINING_PLAN_FORWARD = Mutation(
    name="carryTrainingPlanForward",
    description=Text(
        "Make a draft for another grade of a training plan: courses get the names that national rules have for that "
        "year, and the newest teaching standard of the major by then is its base. Its entry in `changes` says which "
        "were renamed. Alignments do not go over. Editors of the college.",
        "将人才培养方案沿用到另一年级，新建草案：课程名称按国家规则改为该年使用的名称，并以届时最新的专业教学标准为依据；"
        "更名的课程见其 `changes`。对接不随之沿用。限该院校的编辑者。",
    ),
    fields=(
        PLAN,
        GRADE,
        REASON,
    ),
    node="TrainingPlan",
    actions=("CARRY_PLAN",),
    roles=EVERY_ROLE,
    work=carry,
)
