"""What an offered alignment of the teaching standard shows, wherever it is offered."""

from graph.model.core import Property, Text
from resolvers.questions.records import NodeField

OFFER_FIELDS = (
    Property(name="lineName", description=Text("Name of the line.", "课程行名称。"), required=True),
    NodeField(
        name="offered",
        description=Text("The alignment of the standard's course.", "标准课程的对接。"),
        kinds=("Alignment",),
    ),
    NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
)
