"""Edit a draft of a training plan: a list of edits, all or none, in one statement."""

from collections.abc import Sequence

import orjson

from analysis.training_plans.course_outcomes import outcomes_of_lines
from analysis.training_plans.plan_edits import PlanEdit, PlanTree, apply
from analysis.training_plans.recounted_totals import recounted_values
from graph.errors import RefusedRow, RowsRefusedError, UserError
from graph.model.changes import AUDIT_LINKS
from graph.model.core import DRAFT_OF, Text
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import EVERY_ROLE, Change, EditsField, Input, Mutation, TextField
from resolvers.editing.training_plans.new_nodes import NONE_USED, UsedNumbers, with_ids
from resolvers.editing.training_plans.revisions import PLAN
from resolvers.editing.training_plans.stored_plan import StoredPlan, read_draft
from resolvers.editing.training_plans.tree_difference import differences, largest_numbers
from resolvers.editing.training_plans.tree_writing import directory_changes, tree_statement
from resolvers.plan_edit_input import (
    EDIT_INPUT,
    EDIT_INPUTS,
    EDITS_LARGEST,
    TRAINING_PLAN_EDIT_ACTION,
    error_of,
    read_edits,
)
from resolvers.request.declarations import Argument

EXPECTED_VERSION = Argument(
    name="expectedVersion",
    annotation="Int",
    description=Text(
        "`editVersion` of the draft as you read it, 0 where it is null; refused if it has changed since.",
        "您读到的草案的 `editVersion`，为 null 时填 0；此后若有变更则拒绝。",
    ),
)
# What the audit trail calls changes of the tree of a draft.
EDIT_ACTIONS = ("EDIT_PLAN", "UNDO_EDIT")
NOTE = TextField(
    name="reason",
    annotation="String | None",
    description=Text("Why, for the audit trail. Null: not said.", "理由，记入变更记录。null：不说明。"),
    default=None,
)


async def edit(writer: Writer, editor: Editor, values: Input) -> Change:
    """Make all edits of a draft or, where one is refused, none."""
    edits, errors = read_edits(values["edits"])
    plan = await read_draft(writer, editor, values["trainingPlan"], values["expectedVersion"])
    edited = apply(plan.tree, edits)
    refused: list[tuple[int, UserError]] = [(number, each) for number, found in errors.items() for each in found]
    refused += [(each.edit, error_of(each)) for each in edited.problems if each.edit not in errors]
    if refused:
        raise _refusal(plan.tree, edits, refused)
    is_adding = any(each.action.startswith("ADD_") for each in edits)
    used = await _used_numbers(writer, plan.id) if is_adding else NONE_USED
    return await change_tree(writer, plan, with_ids(plan.tree, edited.tree, used), "EDIT_PLAN", values.get("reason"))


async def _used_numbers(writer: Writer, plan: str) -> UsedNumbers:
    """Give the largest numbers of parts that earlier edits removed, as the audit trail has them."""
    text = (
        f"MATCH (c:Change)-[:{AUDIT_LINKS['TrainingPlan']}]->(:TrainingPlan {{id: $id}}) "
        "WHERE c.action IN $actions RETURN c.before"
    )
    rows = await writer.run(Statement(text, {"id": plan, "actions": list(EDIT_ACTIONS)}))
    return largest_numbers(orjson.loads(before) for (before,) in rows)


async def change_tree(writer: Writer, plan: StoredPlan, tree: PlanTree, action: str, reason: str | None) -> Change:
    """Write what becomes of a draft, and give the change."""
    after = tree._replace(plan={**tree.plan, "editVersion": plan.version + 1})
    await writer.run(tree_statement(plan.id, plan.tree, after, recounted_values(after, plan.base)))
    before, now = differences(plan.tree, after)
    now[DRAFT_OF.name] = plan.college
    changes = directory_changes(plan.id, plan.tree, after)
    return Change(plan.id, action, plan.version + 1, now, before, reason, directory=changes)


def _refusal(tree: PlanTree, edits: Sequence[PlanEdit], refused: Sequence[tuple[int, UserError]]) -> RowsRefusedError:
    def row(number: int, error: UserError) -> RefusedRow:
        of = edits[number].of or ""
        known = tree.lines.get(of) or tree.groups.get(of) or tree.targets.get(of) or outcomes.get(of) or {}
        return RefusedRow(number, of, known.get("name") or known.get("label") or known.get("text"), error)

    outcomes = outcomes_of_lines(tree.lines)
    return RowsRefusedError([row(*each) for each in sorted(refused, key=lambda each: each[0])])


EDIT_TRAINING_PLAN = Mutation(
    name="editTrainingPlan",
    description=Text(
        f"Make at most {EDITS_LARGEST} edits of a draft one after the other: all, or none where one is refused; "
        "`row` of an error is the place of the edit. Editors of the college. A published plan never changes: "
        "`createTrainingPlanRevision` makes a draft of it.",
        f"对草案依次作出最多 {EDITS_LARGEST} 项修改：有一项被拒绝则全部不写入；错误中的 `row` 为该项的位置。"
        "限该院校的编辑者。已发布的方案不再改变，请用 `createTrainingPlanRevision` 据此新建草案。",
    ),
    fields=(
        PLAN,
        EXPECTED_VERSION,
        EditsField(
            name="edits",
            annotation=f"list[{EDIT_INPUT.name}]",
            description=Text(f"1 to {EDITS_LARGEST} edits.", f"1 至 {EDITS_LARGEST} 项修改。"),
            longest=EDITS_LARGEST,
        ),
        NOTE,
    ),
    node="TrainingPlan",
    actions=("EDIT_PLAN",),
    roles=EVERY_ROLE,
    work=edit,
    codes=(TRAINING_PLAN_EDIT_ACTION,),
    inputs=EDIT_INPUTS,
)
