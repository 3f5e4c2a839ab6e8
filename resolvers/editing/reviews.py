"""Close the search for a requirement: somebody looked through a standard or a plan, and nothing there covers it."""

import secrets

from graph.errors import StateError
from graph.model.alignments import REVIEW_GROUND
from graph.model.core import Text
from graph.model.course_sides import COURSE_SIDES, SIDE_OF_HOLDER
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor, today
from resolvers.editing.input_checks import require_node
from resolvers.editing.mutation import EDITORIAL_FACT, INPUT_TEXT_LARGEST, REVIEWERS, Change, Input, Mutation, TextField
from resolvers.request.declarations import Argument
from resolvers.request.node_ids import type_among

# What can be searched: the link of the review by the type of what holds the courses.
REVIEW_LINKS = {each.holder: each.reviews for each in COURSE_SIDES}


async def close_review(writer: Writer, editor: Editor, values: Input) -> Change:
    """Record that nothing in the subject covers the requirement."""
    subject = type_among("subject", values["subject"], REVIEW_LINKS)
    type_among("requirement", values["requirement"], ("SkillRequirement",))
    ids = {"subject": values["subject"], "requirement": values["requirement"]}
    await require_node(writer, subject, ids["subject"])
    await require_node(writer, "SkillRequirement", ids["requirement"])
    await _refuse_closed(writer, subject, ids)
    code, conclusion = secrets.token_hex(8), values["conclusion"]
    review = {
        "id": f"Review:{code}",
        "code": code,
        "reviewer": editor.name,
        "closedOn": today(),
        "conclusion": conclusion,
        "ground": values["ground"],
        "basis": "EDITORIAL",
        "sourceIds": [],
    }
    text = (
        f"MATCH (s:{subject} {{id: $subject}}) MATCH (t:SkillRequirement {{id: $requirement}}) "
        f"CREATE (r:Review) SET r = $values "
        f"CREATE (r)-[:{REVIEW_LINKS[subject]} {EDITORIAL_FACT}]->(s) "
        f"CREATE (r)-[:CONCLUDES_ON {EDITORIAL_FACT}]->(t) RETURN r.id"
    )
    await writer.send(Statement(text, {**ids, "values": review}))
    return Change(f"Review:{code}", "CLOSE_REVIEW", 1, {**review, **ids}, None, conclusion)


async def _refuse_closed(writer: Writer, subject: str, ids: dict[str, str]) -> None:
    """Refuse where the question is answered already: by a covering course, or by an earlier conclusion."""
    side = SIDE_OF_HOLDER[subject]
    head, tail = f"MATCH (s:{subject} {{id: $subject}})", "(t:SkillRequirement) WHERE t.id = $requirement"
    covered = f"{head}-[:{side.holds}]->(:{side.course})-[:{side.covers}]->{tail} RETURN t.id LIMIT 1"
    if await writer.run(Statement(covered, ids)):
        raise StateError(
            "An accepted alignment covers this requirement; withdraw it first.",
            "已有被接受的对接覆盖该要求，请先撤回。",
        )
    reviewed = f"{head}<-[:{side.reviews}]-(r:Review)-[:CONCLUDES_ON]->{tail} RETURN r.id LIMIT 1"
    rows = await writer.run(Statement(reviewed, ids))
    if rows:
        raise StateError(f"{rows[0][0]} has closed this already.", f"{rows[0][0]} 已作出结论。", review=rows[0][0])


CLOSE_REVIEW = Mutation(
    name="closeReview",
    description=Text(
        "Conclude that nothing in a teaching standard or plan covers a requirement. Reviewers.",
        "结论：专业教学标准或人才培养方案中没有课程覆盖该要求。限评审人。",
    ),
    fields=(
        Argument(
            name="subject",
            annotation="ID",
            description=Text("Id of a TeachingStandard or TrainingPlan.", "TeachingStandard 或 TrainingPlan 的 id。"),
        ),
        Argument(
            name="requirement",
            annotation="ID",
            description=Text("Id of a SkillRequirement.", "SkillRequirement 的 id。"),
        ),
        TextField(
            name="conclusion",
            description=Text(
                f"What you found, at most {INPUT_TEXT_LARGEST} characters.",
                f"查找的结论，最多 {INPUT_TEXT_LARGEST} 个字符。",
            ),
        ),
        Argument(
            name="ground",
            annotation=REVIEW_GROUND.name,
            description=Text("What you looked at.", "您所依据的材料。"),
        ),
    ),
    node="Review",
    actions=("CLOSE_REVIEW",),
    roles=REVIEWERS,
    work=close_review,
)
