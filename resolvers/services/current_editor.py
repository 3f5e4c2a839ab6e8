"""Who asks: the editor of the token that was sent, so that a client offers what this role may do."""

from graph.model.core import CodeList, Property, Text
from graph.upkeep.editors import Role
from resolvers.questions.records import RecordType
from resolvers.services.service import Service

EDITOR_ROLE = CodeList(
    "EditorRole",
    Text("What an editor may do.", "编辑者的权限。"),
    {
        Role.DESIGNER.name: Text(
            "Propose alignments; import and edit training plans.", "提出对接；导入和编辑培养方案。"
        ),
        Role.REVIEWER.name: Text(
            "The same; also decide on what others proposed, and confirm standards.",
            "除此之外，还可对他人的提议作决定、确认写入标准。",
        ),
    },
)
CURRENT_EDITOR = Service(
    name="currentEditor",
    description=Text(
        "The editor whose token was sent. UNAUTHENTICATED without one.",
        "所发送令牌的编辑者。没有令牌时为 UNAUTHENTICATED。",
    ),
    arguments=(),
    record=RecordType(
        name="CurrentEditor",
        description=Text("The editor who asks.", "提问的编辑者。"),
        fields=(
            Property(name="name", description=Text("Name of the editor.", "编辑者姓名。"), required=True),
            Property(name="role", type=EDITOR_ROLE, description=EDITOR_ROLE.description, required=True),
            Property(
                name="college",
                description=Text(
                    "Id of the editor's college. Null: none.", "编辑者所属院校的 id。null：不属于任何院校。"
                ),
            ),
        ),
    ),
    is_mutation=False,
    codes=(EDITOR_ROLE,),
)
