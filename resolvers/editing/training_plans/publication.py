"""Publish a draft of a training plan: everybody reads it from then on, and it never changes again."""

from graph.model.core import Text
from graph.query.statement import Statement, Writer
from graph.upkeep.drafts import DRAFT, PUBLISHED, publish_draft
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import REVIEWERS, Change, Input, Mutation
from resolvers.editing.training_plans.carried_alignments import suggest_alignments
from resolvers.editing.training_plans.plan_editing import EXPECTED_VERSION, NOTE
from resolvers.editing.training_plans.revisions import PLAN
from resolvers.editing.training_plans.stored_plan import read_draft
from resolvers.request.declarations import Argument


async def publish(writer: Writer, editor: Editor, values: Input) -> Change:
    """Publish a draft that is as the reviewer saw it."""
    plan = await read_draft(writer, editor, values["trainingPlan"], values["expectedVersion"])
    version = plan.version + 1
    await publish_draft(writer, plan.id, str(editor.college))
    text = "MATCH (p:TrainingPlan {id: $id}) SET p.editVersion = $version RETURN p.id"
    await writer.run(Statement(text, {"id": plan.id, "version": version}))
    carried = await suggest_alignments(writer, editor, plan.id) if values.get("carryAlignments") else 0
    before = {"plan": {"status": DRAFT, "editVersion": plan.version}}
    after = {"plan": {"status": PUBLISHED, "editVersion": version}, "suggestedAlignments": carried}
    return Change(plan.id, "PUBLISH_PLAN", version, after, before, values.get("reason"), is_wide=True)


PUBLISH_TRAINING_PLAN = Mutation(
    name="publishTrainingPlan",
    description=Text(
        "Publish a draft: everybody reads it with its changes from then on, and it never changes again. Reviewers of "
        "the college.",
        "发布草案：此后所有人均可读取该方案及其变更记录，其内容不再改变。限该院校的评审人。",
    ),
    fields=(
        PLAN,
        EXPECTED_VERSION,
        NOTE,
        Argument(
            name="carryAlignments",
            annotation="Boolean",
            description=Text(
                "Suggest the live alignments of the plan that this one was made of, for the same courses, each with "
                "what changed. Each waits for the decision of another reviewer.",
                "将所据方案中有效的对接，针对相同课程提出建议，并写明课程的变化；每条均待另一位评审人决定。",
            ),
            default=False,
        ),
    ),
    node="TrainingPlan",
    actions=("PUBLISH_PLAN",),
    roles=REVIEWERS,
    work=publish,
)
