"""Parts that the answers of several solvers have: stages with their proofs, and rules that cannot all hold."""

from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import RecordField, RecordType, count_field

IMPROVEMENT_OBJECTIVE = CodeList(
    "ImprovementObjective",
    Text("What a stage of solving makes least, or most.", "求解各阶段的目标。"),
    {
        "UNSERVED": Text("Least: requirements that no line teaches.", "最小：没有课程覆盖的技能要求数。"),
        "EXTRA_HOURS": Text("Least: hours added.", "最小：增加的学时。"),
        "EDITED": Text("Least: lines and electives edited.", "最小：改动的课程数。"),
        "STRAIN": Text("Least: how weak the evidence of the edits is.", "最小：改动依据的薄弱程度。"),
        "PEAK": Text("Least: the largest weekly hours of a semester.", "最小：各学期中最高的周学时。"),
        "MOVES": Text("Least: courses that begin in another semester than now.", "最小：调整开课学期的课程数。"),
        "SPREAD": Text(
            "Least: the difference in weekly hours between the fullest and the emptiest semester.",
            "最小：周学时最多与最少学期之差。",
        ),
        "APART": Text(
            "Least: courses of a certificate that do not end in the semester of its examination.",
            "最小：未与考证学期同步结课的课程数。",
        ),
        "DISTANCE": Text(
            "Least: how many semesters courses move, all together.", "最小：换学期跨过的学期数（各课程合计）。"
        ),
        "CREDITS": Text("Most: credits converted, in hundredths.", "最大：转换的学分（以百分之一学分计）。"),
        "COURSES": Text("Most: courses converted.", "最大：转换的课程数。"),
    },
)


def text_field(name: str, description: Text, *, required: bool = True, many: bool = False) -> Property:
    """Declare a text of a record."""
    return Property(name=name, description=description, required=required, many=many)


def flag_field(name: str, description: Text) -> Property:
    """Declare a field that is true or false."""
    return Property(name=name, type=Scalar.BOOLEAN, description=description, required=True)


COURSE = text_field(
    "course",
    Text("Name of the course, with a number where it stands twice.", "课程名称；重复出现时带序号。"),
)
LINE = text_field(
    "line",
    Text("Id of the PlanCourse. Null: the plan has no such line yet.", "PlanCourse 的 id。null：方案中尚无此课程行。"),
    required=False,
)

SOLVED_STAGE = RecordType(
    name="SolvedStage",
    description=Text(
        "One objective, solved after those before it were fixed.", "一个目标的求解结果；求解时已固定其前各目标的值。"
    ),
    fields=(
        Property(
            name="objective",
            type=IMPROVEMENT_OBJECTIVE,
            description=Text("The objective.", "目标。"),
            required=True,
        ),
        count_field("value", Text("Its value.", "取得的值。")),
        count_field("bound", Text("The best value that is not excluded.", "尚未排除的最优值。")),
        flag_field("isProven", Text("Whether no better value exists.", "是否已证明不存在更优值。")),
    ),
)
RULE_IN_CONFLICT = RecordType(
    name="RuleInConflict",
    description=Text("A rule that cannot hold together with others.", "与其他规则不能同时满足的一条规则。"),
    fields=(
        text_field("code", Text("Its kind, or its code such as HV3:02.", "规则种类，或编号如 HV3:02。")),
        text_field(
            "subjects",
            Text("What it is about: courses, a certificate, a semester.", "所涉及的课程、证书或学期。"),
            many=True,
        ),
        text_field(
            "text", Text("What it says, in the language of `Accept-Language`.", "规则内容，语言随 `Accept-Language`。")
        ),
        count_field(
            "gives",
            Text(
                "By how many hours it alone must give at least. Null: it has no such limit, or giving alone does not "
                "help.",
                "仅放宽此条时至少须放宽的学时。null：无此类上限，或仅放宽此条不足以解决。",
            ),
            required=False,
        ),
    ),
)
RULES_IN_CONFLICT = RecordType(
    name="RulesInConflict",
    description=Text(
        "Rules that cannot all hold; without any one of them the others can.",
        "不能同时满足的一组规则；去掉其中任意一条，其余即可满足。",
    ),
    fields=(RecordField(name="rules", description=Text("The rules.", "规则。"), record=RULE_IN_CONFLICT),),
)
