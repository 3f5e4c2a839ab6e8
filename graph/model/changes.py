"""The audit trail: what editors changed, when, and what it was before. Only ever added to.

The codes of actions and the links to what was changed stand here and not with the mutations: they are stored, and the
trail must be read, backed up and restored also when the mutation that wrote it is gone.
"""

import re

from graph.model.core import CodeList, Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Text

CHANGE_ACTION = CodeList(
    "ChangeAction",
    Text("What an editor did.", "编辑者的操作。"),
    {
        "PROPOSE": Text("Proposed an alignment.", "提出一条对接。"),
        "ACCEPT": Text("Accepted a proposed alignment.", "采纳一条对接。"),
        "REJECT": Text("Rejected a proposed alignment.", "不采纳一条对接。"),
        "WITHDRAW": Text("Took an alignment back.", "撤回一条对接。"),
        "REOPEN": Text(
            "Took a decision back; the alignment waits for one again.", "撤销对一条对接的决定，须重新决定。"
        ),
        "REVISE": Text(
            "Changed what an alignment says; it waits for a decision again.", "修改一条对接的内容，须重新决定。"
        ),
        "CLOSE_REVIEW": Text(
            "Closed the search for a requirement: nothing covers it.", "结束对某要求的查找：没有课程承担。"
        ),
        "REVISE_PLAN": Text("Made a draft of a training plan.", "据一份人才培养方案新建草案。"),
        "DRAFT_PLAN": Text(
            "Drafted a training plan from a teaching standard and rules.", "据专业教学标准与规则起草人才培养方案。"
        ),
        "CARRY_PLAN": Text(
            "Made a draft of a training plan for another grade.", "将人才培养方案沿用到另一年级，新建草案。"
        ),
        "EDIT_PLAN": Text("Edited a draft of a training plan.", "修改人才培养方案草案。"),
        "UNDO_EDIT": Text(
            "Took the last change of a draft of a training plan back.", "撤销人才培养方案草案的最近一次变更。"
        ),
        "PUBLISH_PLAN": Text("Published a draft of a training plan.", "发布人才培养方案草案。"),
        "IMPORT": Text("Confirmed what was read in a document.", "确认从文件读取的内容。"),
        "UNDO_IMPORT": Text("Took out what an import wrote.", "撤销一次导入写入的内容。"),
    },
)

# The node types that a change is of, and how a sentence speaks of one. A training plan stands for all of its parts.
CHANGED = {
    "Alignment": Text("an alignment", "对接"),
    "Review": Text("a review", "评审"),
    "SkillStandard": Text("a skill standard", "职业技能等级标准"),
    "TeachingStandard": Text("a teaching standard", "专业教学标准"),
    "TrainingPlan": Text("a training plan", "人才培养方案"),
    # A list of standards changes many nodes: its change leads to the list itself.
    "Source": Text("a source", "来源"),
}
# Those of them that an import of a document writes.
IMPORTED_TYPES = ("SkillStandard", "TeachingStandard", "TrainingPlan")

CHANGE = NodeType(
    name="Change",
    plural="changes",
    term="变更记录",
    description=Text(
        "One change by an editor, as it was made. Never altered or removed.",
        "编辑者的一次变更，照当时情形记录，不修改、不删除。",
    ),
    key=("code",),
    properties=(
        Property(name="code", description=Text("Our code of the change.", "本系统的变更编号。"), required=True),
        Property(
            name="at",
            description=Text(
                "Moment of the change in UTC, such as 2026-11-24T08:00:00Z.",
                "变更时刻（UTC），如 2026-11-24T08:00:00Z。",
            ),
            required=True,
            indexed=True,
        ),
        Property(
            name="editor",
            description=Text("Name of the editor who made it.", "作出变更的编辑者姓名。"),
            required=True,
            indexed=True,
        ),
        Property(name="action", type=CHANGE_ACTION, description=Text("What was done.", "所做的操作。"), required=True),
        Property(
            name="reason",
            description=Text(
                "Why, as the editor wrote it. Null: none was given, for what was done needs none.",
                "编辑者写明的理由。null：未填写，该操作可以不写理由。",
            ),
        ),
        Property(
            name="version",
            type=Scalar.INT,
            least=1,
            description=Text("Version of the thing after the change.", "变更后的版本号。"),
            required=True,
        ),
        Property(
            name="before",
            description=Text(
                "The values before the change, as JSON. Null: it was made new.", "变更前的值（JSON）。null：新建。"
            ),
        ),
        Property(
            name="after",
            description=Text("The values after the change, as JSON.", "变更后的值（JSON）。"),
            required=True,
        ),
        Property(
            name="undo",
            description=Text(
                "What an import wrote and what was there before, packed, to undo it by.",
                "导入写入的内容及此前的值（压缩），用于撤销。",
            ),
            internal=True,
        ),
        Property(
            name="digest",
            description=Text(
                "Digest of what was asked, to know a repeated request again.", "请求内容的摘要，用于识别重复请求。"
            ),
            required=True,
            internal=True,
        ),
    ),
    order=("at", "code"),
    # A trail is read in the order of time; ids begin with the editor.
    is_listed_in_order=True,
    lookups=(NaturalKey(properties=("code",)),),
    title="action",
    is_fact=False,
    has_drafts=True,
)

NODES = (CHANGE,)

# The link from a change to what was changed, by the type of the latter.
AUDIT_LINKS = {name: "CHANGED_" + re.sub("(?<=.)(?=[A-Z])", "_", name).upper() for name in CHANGED}


def _audit_link(name: str) -> Relationship:
    noun = CHANGED[name].english.partition(" ")[2]
    others = [phrase for other, phrase in CHANGED.items() if other != name]
    english, chinese = ", or ".join(each.english for each in others), "或".join(each.chinese for each in others)
    return Relationship(
        type=AUDIT_LINKS[name],
        structural=True,
        start="Change",
        end=name,
        forward=name[0].lower() + name[1:],
        forward_ends=Ends.ONE,
        forward_description=Text(
            f"The {noun} that was changed. Null: it was {english}.",
            f"被变更的{CHANGED[name].chinese}。null：变更的是{chinese}。",
        ),
        backward="changes",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What editors did with it, oldest first. Empty: it is as the seeds have it.",
            "编辑者对它的操作，由早到晚。空：与种子数据一致。",
        ),
    )


RELATIONSHIPS = tuple(_audit_link(each) for each in CHANGED)
