"""What a rule measures of a training plan, as data: a program judges by these, people read the formula."""

from graph.model.codes import RULE_COMPUTABLE, RULE_MEASURE
from graph.model.core import Property, Scalar, Text
from graph.model.evidence import date_span

MEASURED = (
    Property(
        name="document",
        description=Text(
            "Document that states it. Null: the source we have does not name it.", "出处文件。null：现有来源未写明。"
        ),
    ),
    Property(
        name="clause",
        description=Text(
            "Where in the document. After `(heading ours)`, a heading of ours. Null: not seen.",
            "在文件中的位置；`(heading ours)` 之后为本系统所拟标题。null：未见到。",
        ),
    ),
    Property(
        name="formula",
        description=Text("How it is judged, for people. Null: not written down.", "判断方法（供人阅读）。null：未写。"),
    ),
    Property(
        name="computable",
        type=RULE_COMPUTABLE,
        description=Text("What it can be judged from. Null: not examined.", "判断依据。null：未考察。"),
    ),
    Property(
        name="measure",
        type=RULE_MEASURE,
        description=Text(
            "What of a training plan is measured. Null: nothing of a plan.", "衡量方案的哪一项。null：与方案无关。"
        ),
    ),
    Property(
        name="measureLeast",
        description=Text(
            "Least value that keeps it, exactly: `2500`, `1/4`. Null: no lower bound.",
            "符合规则的最小值（精确值），如 `2500`、`1/4`。null：无下限。",
        ),
    ),
    Property(
        name="measureMost",
        description=Text(
            "Largest value that keeps it, exactly. Null: no upper bound.", "符合规则的最大值（精确值）。null：无上限。"
        ),
    ),
    Property(
        name="weeksLeast",
        description=Text("Least weeks that keep it instead of hours. Null: none.", "以周计时的最小值。null：无。"),
    ),
    Property(
        name="weeksMost",
        description=Text("Most weeks that keep it instead of hours. Null: none.", "以周计时的最大值。null：无。"),
    ),
    Property(
        name="hoursLeast",
        description=Text(
            "Least hours that it needs besides credits. Null: none.", "除学分外所需的最少学时。null：无。"
        ),
    ),
    Property(
        name="isBandOurs",
        type=Scalar.BOOLEAN,
        description=Text(
            "`true`: the source states one figure, and the band around it is our judgement. Null: no.",
            "`true`：来源只写一个数值，其上下范围为本系统判定。null：否。",
        ),
    ),
    Property(
        name="modules",
        description=Text(
            "Modules in its scope: COMMON, FOUNDATION, CORE, EXTENSION, PRACTICE. Empty: all.",
            "所涉及的课程模块：COMMON、FOUNDATION、CORE、EXTENSION、PRACTICE。空：全部。",
        ),
        many=True,
    ),
    Property(
        name="natures",
        description=Text(
            "Natures in its scope: REQUIRED, RESTRICTED_ELECTIVE, ELECTIVE. Empty: all.",
            "所涉及的课程性质：REQUIRED、RESTRICTED_ELECTIVE、ELECTIVE。空：全部。",
        ),
        many=True,
    ),
    Property(
        name="toleratedNatures",
        description=Text(
            "Natures that break nothing and are remarked on. Empty: none.", "不算违反但予提示的课程性质。空：无。"
        ),
        many=True,
    ),
    Property(
        name="names",
        description=Text(
            "Names of courses or headings in its scope: what contains one is meant. `A/B`: another name of A. `B@-2021`: "
            "until 2021; `B@2022`: from 2022. Empty: all.",
            "所涉及的课程名称或标题（包含即算）。`A/B`：B 为 A 的别名；`B@-2021`：用至 2021 年；`B@2022`：自 2022 年起。空：全部。",
        ),
        many=True,
    ),
    Property(
        name="exceptNames",
        description=Text(
            "Names that are left out; of hours in each semester, courses that are left out with a semester that they "
            "fill. Empty: none.",
            "除外的名称；每学期学时类规则为占满整学期时该学期除外的课程。空：无。",
        ),
        many=True,
    ),
    Property(
        name="joinedNames",
        description=Text(
            "Names of lines that hold such a course together with another; `A+B`: the name has both. Empty: none.",
            "将该课程与其他课程合并开设的课程行名称；`A+B`：名称中两者都有。空：无。",
        ),
        many=True,
    ),
    Property(
        name="countsBracketed",
        type=Scalar.BOOLEAN,
        description=Text(
            "`true`: figures that a plan shows in brackets, uncounted, count here. Null: no.",
            "`true`：方案中以括号标注、不计入合计的数值在此计入。null：否。",
        ),
    ),
    Property(
        name="decidedBy",
        description=Text(
            "What decides where the plan alone would break it: STANDARD, whether the teaching standard asks for the "
            "course; PLACE, whether a placement is outside the school. Null: the plan decides.",
            "仅凭方案似不符合时由何判定：STANDARD，专业教学标准是否要求该课程；PLACE，实习是否在校外。null：由方案判定。",
        ),
    ),
    Property(
        name="validFrom",
        description=Text(
            "From when it holds, as the source says. Null: not stated.", "自何时起施行，按来源所写。null：未写明。"
        ),
    ),
    *date_span("validFrom"),
    Property(
        name="validTo",
        description=Text(
            "Until when it held, as the source says. Null: it holds.", "施行至何时，按来源所写。null：仍施行。"
        ),
    ),
    *date_span("validTo"),
)
