"""Skill level standards: version, level, work area, work task, skill requirement."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE, REQUIREMENT_DEPTH, REQUIREMENT_WORDING
from graph.model.core import (
    FIRST_YEAR,
    LAST_YEAR,
    Ends,
    NaturalKey,
    NodeType,
    Property,
    Relationship,
    Scalar,
    Search,
    Text,
)

SKILL_STANDARD = NodeType(
    name="SkillStandard",
    plural="skillStandards",
    term="职业技能等级标准",
    description=Text(
        "A version of a skill level standard; it describes one or more levels.",
        "职业技能等级标准的一个版本，描述一个或多个等级。",
    ),
    key=("code", "version"),
    properties=(
        Property(
            name="code",
            description=Text("Official code, such as 510084.", "官方代码，如 510084。"),
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(name="version", description=Text("Version, such as 2.0.", "版本，如 2.0。"), required=True),
        Property(
            name="name",
            description=Text("Name of the certificate it belongs to.", "所属证书的名称。"),
            required=True,
            search=Search.NAME,
        ),
        Property(
            name="year",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text("Year of the version. Null: not known.", "版本年份。null：不详。"),
        ),
        Property(
            name="requirementCount",
            type=Scalar.INT,
            least=0,
            description=Text("Skill requirements over all levels.", "各等级技能要求总数。"),
            required=True,
        ),
        Property(
            name="higherLevelsInclude",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether the standard states that a higher level includes what the lower ones require. Null: no source we have shows that part of it.",
                "标准是否写明高等级包含低等级的要求。null：现有来源未涉及该部分。",
            ),
        ),
    ),
    order=("code", "version"),
    lookups=(NaturalKey(properties=("code", "version")),),
    is_dated=True,
)

STANDARD_LEVEL = NodeType(
    name="StandardLevel",
    plural="standardLevels",
    term="标准中的一个等级",
    description=Text(
        "One level within one version of a standard: the head of the tree work area, work task, skill requirement.",
        "标准某一版本中的一个等级：工作领域、工作任务、技能要求这棵树的根。",
    ),
    key=("standardCode", "standardVersion", "level"),
    properties=(
        Property(
            name="standardCode", description=Text("Code of the standard.", "标准代码。"), required=True, indexed=True
        ),
        Property(name="standardVersion", description=Text("Version of the standard.", "标准版本。"), required=True),
        Property(name="level", type=CERTIFICATE_LEVEL_CODE, description=Text("Level.", "等级。"), required=True),
        Property(
            name="rank",
            type=Scalar.INT,
            least=1,
            most=3,
            description=Text(
                "1 elementary, 2 intermediate, 3 advanced; for sorting.", "1 初级，2 中级，3 高级；用于排序。"
            ),
            required=True,
        ),
        Property(name="name", description=Text("Name of the certificate.", "证书名称。"), required=True),
        Property(
            name="requirementCount",
            type=Scalar.INT,
            least=0,
            description=Text("Skill requirements of this level alone.", "仅本等级的技能要求数。"),
            required=True,
        ),
        Property(
            name="replacedBy",
            description=Text(
                "The newest version of the standard that has this level too. Questions about a certificate then count "
                "that one alone. Null: this is the newest.",
                "同样包含该等级的最新标准版本；涉及证书的问题只统计该最新版本。null：本版本即为最新。",
            ),
            imported=True,
        ),
    ),
    order=("rank",),
    lookups=(NaturalKey(properties=("standardCode", "standardVersion", "level")),),
)

_TREE_KEY = (
    Property(name="standardCode", description=Text("Code of the standard.", "标准代码。"), required=True, indexed=True),
    Property(name="standardVersion", description=Text("Version of the standard.", "标准版本。"), required=True),
    Property(name="level", type=CERTIFICATE_LEVEL_CODE, description=Text("Level.", "等级。"), required=True),
)

_TREE_KEY_NAMES = ("standardCode", "standardVersion", "level", "code")

_TREE_ORDER = ("sequence",)

_SEQUENCE = Property(
    name="sequence",
    type=Scalar.INT,
    least=1,
    description=Text(
        "Place within the level, from 1; sorts 1.10 after 1.9.", "在本等级内的次序，从 1 起；保证 1.10 排在 1.9 之后。"
    ),
    required=True,
)

WORK_AREA = NodeType(
    name="WorkArea",
    plural="workAreas",
    term="工作领域",
    description=Text("A work area of a standard's level.", "标准某一等级的工作领域。"),
    key=_TREE_KEY_NAMES,
    properties=(
        *_TREE_KEY,
        Property(
            name="code",
            description=Text("Official code within the level, such as 1.", "在等级内的官方编号，如 1。"),
            required=True,
        ),
        Property(name="name", description=Text("Name (Chinese).", "名称。"), required=True, search=Search.NAME),
        _SEQUENCE,
    ),
    order=_TREE_ORDER,
    order_is_total=True,
    lookups=(NaturalKey(properties=_TREE_KEY_NAMES),),
)

WORK_TASK = NodeType(
    name="WorkTask",
    plural="workTasks",
    term="工作任务",
    description=Text("A work task of a work area.", "工作领域中的工作任务。"),
    key=_TREE_KEY_NAMES,
    properties=(
        *_TREE_KEY,
        Property(
            name="code",
            description=Text("Official code within the level, such as 1.2.", "在等级内的官方编号，如 1.2。"),
            required=True,
            search=Search.CODE,
        ),
        Property(name="name", description=Text("Name (Chinese).", "名称。"), required=True, search=Search.NAME),
        _SEQUENCE,
    ),
    order=_TREE_ORDER,
    order_is_total=True,
    lookups=(NaturalKey(properties=_TREE_KEY_NAMES),),
)

SKILL_REQUIREMENT = NodeType(
    name="SkillRequirement",
    plural="skillRequirements",
    term="职业技能要求",
    description=Text(
        "A skill requirement: the leaf of a skill level standard.", "职业技能要求：职业技能等级标准的最小单位。"
    ),
    key=_TREE_KEY_NAMES,
    properties=(
        *_TREE_KEY,
        Property(
            name="code",
            description=Text("Official code within the level, such as 1.2.3.", "在等级内的官方编号，如 1.2.3。"),
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="text",
            description=Text(
                "The requirement (Chinese); `wording` says whose words it is in.",
                "技能要求；措辞出处见 `wording`。",
            ),
            required=True,
            search=Search.NAME,
        ),
        Property(
            name="wording",
            type=REQUIREMENT_WORDING,
            description=Text(
                "Whose words the text is in: those of the standard, or our short ones.",
                "文本是标准原文，还是本系统的节略。",
            ),
            required=True,
            indexed=True,
        ),
        Property(
            name="depth",
            type=REQUIREMENT_DEPTH,
            description=Text(
                "What it asks of the learner, by its official wording. Null: not read.",
                "对学习者的程度要求，依官方原文。null：未读取。",
            ),
            indexed=True,
        ),
        _SEQUENCE,
    ),
    order=_TREE_ORDER,
    order_is_total=True,
    lookups=(NaturalKey(properties=_TREE_KEY_NAMES),),
    title="text",
)

NODES = (
    SKILL_STANDARD,
    STANDARD_LEVEL,
    WORK_AREA,
    WORK_TASK,
    SKILL_REQUIREMENT,
)

RELATIONSHIPS = (
    Relationship(
        type="HAS_STANDARD_LEVEL",
        structural=True,
        start="SkillStandard",
        end="StandardLevel",
        forward="levels",
        forward_ends=Ends.FEW,
        forward_description=Text("The levels it describes, lowest first.", "标准描述的等级，由低到高。"),
        backward="skillStandard",
        backward_ends=Ends.ONE,
        backward_description=Text("The standard it is part of.", "所属的标准。"),
    ),
    Relationship(
        type="SPECIFIED_BY",
        structural=True,
        start="CertificateLevel",
        end="StandardLevel",
        forward="standardLevels",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "What versions of the standard require at this level.", "各版本标准在该等级提出的要求。"
        ),
        backward="certificateLevel",
        backward_ends=Ends.ONE,
        backward_description=Text("The certificate level it specifies.", "所规定的证书等级。"),
        explains=True,
    ),
    Relationship(
        type="HAS_WORK_AREA",
        structural=True,
        start="StandardLevel",
        end="WorkArea",
        forward="workAreas",
        forward_ends=Ends.FEW,
        forward_description=Text("Its work areas in official order.", "工作领域，按官方次序。"),
        backward="standardLevel",
        backward_ends=Ends.ONE,
        backward_description=Text("The standard's level it belongs to.", "所属的标准等级。"),
        explains=True,
    ),
    Relationship(
        type="HAS_TASK",
        structural=True,
        start="WorkArea",
        end="WorkTask",
        forward="tasks",
        forward_ends=Ends.FEW,
        forward_description=Text("Its work tasks in official order.", "工作任务，按官方次序。"),
        backward="workArea",
        backward_ends=Ends.ONE,
        backward_description=Text("The work area it belongs to.", "所属的工作领域。"),
        explains=True,
    ),
    Relationship(
        type="HAS_REQUIREMENT",
        structural=True,
        start="WorkTask",
        end="SkillRequirement",
        forward="requirements",
        forward_ends=Ends.FEW,
        forward_description=Text("Its skill requirements in official order.", "技能要求，按官方次序。"),
        backward="task",
        backward_ends=Ends.ONE,
        backward_description=Text("The work task it belongs to.", "所属的工作任务。"),
        backward_also="workTask",
        explains=True,
    ),
)
