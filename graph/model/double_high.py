"""The Double-High plan (双高计划): the colleges of each round, and their groups of majors."""

from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Search, Text

ROUND = Property(
    name="round",
    type=Scalar.INT,
    least=1,
    description=Text(
        "Round of the plan: 1 (2019-2023) or 2 (2025-2029).", "双高计划的轮次：1（2019—2023）或 2（2025—2029）。"
    ),
    required=True,
    indexed=True,
)

_KIND = Property(
    name="kind",
    description=Text("高水平学校 or 高水平专业群.", "高水平学校或高水平专业群。"),
    required=True,
    indexed=True,
)
_TIER = Text("A档, B档 or C档. Null: the second round names no tiers.", "A档、B档或 C档。null：第二轮未分档。")

DOUBLE_HIGH_ENTRY = NodeType(
    name="DoubleHighEntry",
    plural="doubleHighEntries",
    term="双高计划名单条目",
    description=Text("A college on the list of a round of the Double-High plan.", "双高计划某一轮名单中的一所院校。"),
    key=("round", "collegeName"),
    properties=(
        ROUND,
        Property(
            name="collegeName",
            description=Text("College as the list names it.", "名单所写的院校名称。"),
            required=True,
            search=Search.NAME,
        ),
        _KIND,
        Property(
            name="tier",
            description=_TIER,
        ),
        Property(
            name="doubt",
            description=Text(
                "What speaks against the entry as it stands. Null: nothing known.", "对该条目的存疑之处。null：未见。"
            ),
            indexed=True,
        ),
    ),
    order=("round", "collegeName"),
    lookups=(NaturalKey(properties=("round", "collegeName")),),
    title="collegeName",
)

PROGRAMME_GROUP = NodeType(
    name="ProgrammeGroup",
    plural="programmeGroups",
    term="双高专业群",
    description=Text(
        "A group of majors of a college in the Double-High plan (双高计划), named after its leading major.",
        "院校入选双高计划的专业群，以其主干专业命名。",
    ),
    key=("collegeName", "name", "round"),
    properties=(
        Property(
            name="collegeName",
            description=Text("College as the list of its round names it.", "该轮名单所写的院校名称。"),
            required=True,
        ),
        Property(
            name="name",
            description=Text(
                "Name of the group, as a rule that of its leading major.", "专业群名称，一般为主干专业名称。"
            ),
            required=True,
            search=Search.NAME,
        ),
        _KIND,
        Property(
            name="tier",
            description=_TIER,
            indexed=True,
        ),
        ROUND,
    ),
    order=("collegeName", "name", "round"),
    lookups=(NaturalKey(properties=("collegeName", "name", "round"), defaults={"round": "1"}),),
)

NODES = (DOUBLE_HIGH_ENTRY, PROGRAMME_GROUP)

RELATIONSHIPS = (
    Relationship(
        type="SELECTED_IN",
        structural=True,
        start="College",
        end="DoubleHighEntry",
        forward="doubleHighEntries",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Its entries in the lists of the Double-High plan. Empty: in none.",
            "该校在双高计划名单中的条目。空：未入选。",
        ),
        backward="college",
        backward_ends=Ends.ONE,
        backward_description=Text(
            "The college of 2026. Null: no vocational college of 2026 has the name.",
            "2026 年的院校。null：2026 年没有这一名称的职业院校。",
        ),
    ),
    Relationship(
        type="HAS_PROGRAMME_GROUP",
        structural=True,
        start="College",
        end="ProgrammeGroup",
        forward="programmeGroups",
        forward_ends=Ends.FEW,
        forward_description=Text("Its Double-High groups of majors.", "入选双高计划的专业群。"),
        backward="college",
        backward_ends=Ends.ONE,
        backward_description=Text(
            "Its college today. Null: the college of 2019 is no vocational college any more.",
            "该院校今天的名称对应的院校。null：2019 年的院校今天已不是职业院校。",
        ),
    ),
    Relationship(
        type="LED_BY",
        start="ProgrammeGroup",
        end="Major",
        forward="leadingMajor",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The major of 2021 that leads the group: by its name in the first round, by its code in the second. "
            "Null: none has this name.",
            "专业群的主干专业（2021 年版）：第一轮按名称，第二轮按代码对应。null：没有同名专业。",
        ),
        backward="programmeGroups",
        backward_ends=Ends.MANY,
        backward_description=Text("Double-High groups named after this major.", "以该专业命名的双高专业群。"),
    ),
    Relationship(
        type="HAS_MEMBER_MAJOR",
        start="ProgrammeGroup",
        end="Major",
        forward="memberMajors",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Majors of the group, the leading one among them. Empty: not gathered.",
            "专业群所含专业，包括主干专业。空：未收录。",
        ),
        backward="memberOfProgrammeGroups",
        backward_ends=Ends.MANY,
        backward_description=Text("Double-High groups that have this major.", "包含该专业的双高专业群。"),
    ),
)
