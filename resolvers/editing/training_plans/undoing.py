"""Take back the last change of a draft, as the audit trail has it; that is a change itself."""

import orjson

from graph.errors import StateError
from graph.model.changes import AUDIT_LINKS
from graph.model.core import Text
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import EVERY_ROLE, Change, Input, Mutation
from resolvers.editing.training_plans.plan_editing import EDIT_ACTIONS, EXPECTED_VERSION, NOTE, change_tree
from resolvers.editing.training_plans.revisions import PLAN
from resolvers.editing.training_plans.stored_plan import StoredPlan, read_draft
from resolvers.editing.training_plans.tree_difference import TreeDifference, taken_back


async def undo(writer: Writer, editor: Editor, values: Input) -> Change:
    """Give the draft what it was before its last change."""
    plan = await read_draft(writer, editor, values["trainingPlan"], values["expectedVersion"])
    before, after = await _last_change(writer, plan)
    tree = taken_back(plan.tree, before, after)
    return await change_tree(writer, plan, tree, "UNDO_EDIT", values.get("reason"))


async def _last_change(writer: Writer, plan: StoredPlan) -> tuple[TreeDifference, TreeDifference]:
    text = (
        f"MATCH (c:Change)-[:{AUDIT_LINKS['TrainingPlan']}]->(:TrainingPlan {{id: $id}}) "
        "WHERE c.version = $version AND c.action IN $actions RETURN c.before, c.after"
    )
    rows = await writer.run(Statement(text, {"id": plan.id, "version": plan.version, "actions": list(EDIT_ACTIONS)}))
    if not rows:
        raise StateError(
            f"{plan.id} was not edited since it was made; there is nothing to take back.",
            f"{plan.id} 自新建以来未曾修改，没有可撤销的变更。",
        )
    before, after = map(orjson.loads, rows[0])
    return before, after


UNDO_TRAINING_PLAN_EDIT = Mutation(
    name="undoTrainingPlanEdit",
    description=Text(
        "Take back the last change of a draft: what it changed is as before, under the same ids. That is a change "
        "itself: taken back once more, the first is there again. Editors of the college.",
        "撤销草案的最近一次变更：所改内容恢复原状，id 不变。撤销本身也是一次变更，再撤销一次即恢复该次修改。"
        "限该院校的编辑者。",
    ),
    fields=(PLAN, EXPECTED_VERSION, NOTE),
    node="TrainingPlan",
    actions=("UNDO_EDIT",),
    roles=EVERY_ROLE,
    work=undo,
)
