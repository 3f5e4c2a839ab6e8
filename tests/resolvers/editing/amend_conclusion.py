"""A mutation that the tests made up, written as a new one would be: this module is all there is of it."""

from graph.errors import NotFoundError
from graph.model.core import CodeList, Text
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import REVIEWERS, Change, Input, Mutation, TextField
from resolvers.request.declarations import Argument

TONE = CodeList(
    "ConclusionTone",
    Text("How sure the conclusion is.", "结论的把握程度。"),
    {"FIRM": Text("Sure.", "有把握。"), "TENTATIVE": Text("Not sure.", "没有把握。")},
)


async def amend_conclusion(writer: Writer, editor: Editor, values: Input) -> Change:
    """Write the conclusion of a review anew."""
    read = Statement("MATCH (r:Review {id: $id}) RETURN properties(r)", {"id": values["review"]})
    rows = await writer.run(read)
    if not rows:
        raise NotFoundError("Review", values["review"])
    before = rows[0][0]
    conclusion = f"{values['conclusion']} ({values['tone'].lower()})"
    after = {**before, "conclusion": conclusion, "reviewer": editor.name}
    text = "MATCH (r:Review {id: $id}) SET r.conclusion = $conclusion, r.reviewer = $editor RETURN r.id"
    await writer.run(Statement(text, {"id": before["id"], "conclusion": conclusion, "editor": editor.name}))
    return Change(before["id"], "CLOSE_REVIEW", 2, after, before, conclusion)


AMEND_CONCLUSION = Mutation(
    name="amendConclusion",
    description="Write the conclusion of a review anew. Reviewers.",
    fields=(
        Argument(name="review", annotation="ID", description="Id of the review."),
        TextField(name="conclusion", description="What you found."),
        Argument(name="tone", annotation=TONE.name, description="How sure you are.", default="FIRM"),
    ),
    codes=(TONE,),
    node="Review",
    actions=("CLOSE_REVIEW",),
    roles=REVIEWERS,
    work=amend_conclusion,
)
