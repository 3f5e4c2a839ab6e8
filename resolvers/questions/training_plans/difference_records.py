"""The records of ``diffTrainingPlans``: courses, choices, totals and fields that two training plans do not share."""

from graph.model.codes import COURSE_MODULE
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType, count_field

LINE_PAIRED_BY = CodeList(
    "LinePairedBy",
    Text("What makes two lines one course.", "将两行视为同一课程的依据。"),
    {
        "CODE": Text("The same code.", "课程代码相同。"),
        "NAME": Text("The same name, or a former one of it.", "名称相同，或为其曾用名。"),
        "LIKENESS": Text("Names that are alike: to be confirmed.", "名称相近：请确认。"),
    },
)

TRAINING_PLAN_FIELD = CodeList(
    "TrainingPlanField",
    Text("What two training plans say differently.", "两个培养方案写法不同的内容。"),
    {
        "TITLE": Text("Title of the document.", "方案名称。"),
        "COLLEGE": Text("College.", "学校。"),
        "MAJOR_NAME": Text("Name of the major.", "专业名称。"),
        "MAJOR_CODE": Text("Code of the major.", "专业代码。"),
        "GRADE": Text("Grade.", "年级。"),
        "EDUCATION_LEVEL": Text("Level of education.", "培养层次。"),
        "DURATION_YEARS": Text("Years of study.", "学制。"),
        "EDUCATION_FORM": Text("Form of education.", "学习形式。"),
        "HOURS_PER_WEEK": Text("Hours of a whole week of practice.", "每周学时。"),
        "NAME": Text("Name of the course.", "课程名称。"),
        "ENGLISH_NAME": Text("English name.", "英文名称。"),
        "CODE": Text("Code of the course.", "课程代码。"),
        "MODULE": Text("Module.", "课程类别。"),
        "NATURE": Text("Required or elective.", "课程性质。"),
        "CREDITS": Text("Credits.", "学分。"),
        "HOURS": Text("Hours.", "总学时。"),
        "THEORY_HOURS": Text("Hours of theory.", "理论学时。"),
        "PRACTICE_HOURS": Text("Hours of practice.", "实践学时。"),
        "DURATION_WEEKS": Text("Weeks.", "周数。"),
        "SEMESTERS": Text("Semesters.", "开课学期。"),
        "SUMMER_TERMS": Text("Summer terms.", "暑期学期。"),
        "ALTERNATIVES": Text("Semesters in which it may run instead.", "可选学期。"),
        "WEEKLY_HOURS": Text("Weekly hours by term.", "各学期周学时。"),
        "WEEKS": Text("Weeks by term.", "各学期周数。"),
        "SEMESTER_HOURS": Text("Hours by term.", "各学期学时。"),
        "ASSESSMENT": Text("Examination or check by term.", "各学期考核方式。"),
        "IS_COUNTED": Text("Whether it counts.", "是否计入。"),
        "PREREQUISITES": Text("Courses before it.", "先修课程。"),
        "DEPARTMENT": Text("Department.", "开课部门。"),
        "REMARK": Text("Remark.", "备注。"),
        "PATH": Text("Modules and groups that hold it.", "所属模块。"),
        "OPTION": Text("The option of its choice.", "所属选项。"),
        "CHOICE": Text("The choice that it is part of.", "选课要求。"),
        "OUTCOMES": Text("What the course is to achieve.", "课程目标。"),
        "KIND": Text("What is chosen.", "选择方式。"),
        "LABEL": Text("What the choice is called.", "组名。"),
        "CHOOSE": Text("How many options are chosen.", "须选的选项数。"),
        "OPTIONS": Text("The options.", "各选项。"),
        "CERTIFICATE": Text("A target certificate: name, level, semesters.", "目标证书：名称、等级、考证学期。"),
        "NOTE": Text("A note of the document.", "说明。"),
    },
)

TRAINING_PLAN_FIGURE = CodeList(
    "TrainingPlanFigure",
    Text("What is totalled of a training plan.", "培养方案合计的内容。"),
    {
        "CREDITS": Text("Credits.", "学分。"),
        "HOURS": Text("Hours.", "总学时。"),
        "THEORY_HOURS": Text("Hours of theory.", "理论学时。"),
        "PRACTICE_HOURS": Text("Hours of practice.", "实践学时。"),
    },
)

TRAINING_PLAN_FIELD_CHANGE = RecordType(
    name="TrainingPlanFieldChange",
    description=Text("A field whose value changed.", "取值有变化的一项内容。"),
    fields=(
        Property(name="field", type=TRAINING_PLAN_FIELD, description=Text("The field.", "内容。"), required=True),
        Property(
            name="before",
            description=Text(
                "Its value in `from`; several are parted by `; `. Null: none.",
                "`from` 中的取值，多个以 `; ` 分隔。null：无。",
            ),
        ),
        Property(
            name="after",
            description=Text(
                "Its value in `to`; several are parted by `; `. Null: none.",
                "`to` 中的取值，多个以 `; ` 分隔。null：无。",
            ),
        ),
    ),
)


def _fields(english: str, chinese: str) -> RecordField:
    return RecordField(name="fields", description=Text(english, chinese), record=TRAINING_PLAN_FIELD_CHANGE, size=3)


PLAN_COURSE_CHANGE = RecordType(
    name="PlanCourseChange",
    description=Text("A course of both plans that changed.", "两个方案中都有而有变化的一门课程。"),
    fields=(
        NodeField(name="lineBefore", description=Text("Its line in `from`.", "`from` 中的行。"), kinds=("PlanCourse",)),
        NodeField(name="lineAfter", description=Text("Its line in `to`.", "`to` 中的行。"), kinds=("PlanCourse",)),
        Property(
            name="pairedBy",
            type=LINE_PAIRED_BY,
            description=Text("Why they are one course.", "视为同一课程的依据。"),
            required=True,
        ),
        count_field("likeness", Text("How alike the names are, in per cent.", "名称相似度（百分比）。")),
        Property(
            name="isRenamed",
            type=Scalar.BOOLEAN,
            description=Text("Whether it has another name.", "名称是否不同。"),
            required=True,
        ),
        Property(
            name="isMoved",
            type=Scalar.BOOLEAN,
            description=Text("Whether it runs in other terms.", "开课学期是否不同。"),
            required=True,
        ),
        _fields("What changed.", "变化的内容。"),
    ),
)

PLAN_GROUP_CHANGE = RecordType(
    name="PlanGroupChange",
    description=Text("A choice that changed, or that only one plan has.", "有变化的或仅一个方案有的选课组。"),
    fields=(
        NodeField(
            name="groupBefore",
            description=Text("It in `from`. Null: none such.", "`from` 中的选课组。null：无。"),
            kinds=("PlanGroup",),
            is_optional=True,
        ),
        NodeField(
            name="groupAfter",
            description=Text("It in `to`. Null: none such.", "`to` 中的选课组。null：无。"),
            kinds=("PlanGroup",),
            is_optional=True,
        ),
        _fields(
            "What changed. Empty: only one plan has it.",
            "变化的内容。空：仅一个方案有该组。",
        ),
    ),
)


def _bound(name: str, english: str, chinese: str) -> Property:
    return Property(name=name, type=Scalar.FLOAT, description=Text(english, chinese))


TRAINING_PLAN_TOTAL_CHANGE = RecordType(
    name="TrainingPlanTotalChange",
    description=Text(
        "What a student takes, where it changed: intervals, because choices are open.",
        "学生修读总量的变化。因有选课，取值为区间。",
    ),
    fields=(
        Property(
            name="module",
            type=COURSE_MODULE,
            description=Text("The module. Null: the whole plan.", "课程模块。null：全部课程。"),
        ),
        Property(
            name="figure",
            type=TRAINING_PLAN_FIGURE,
            description=Text("What is totalled.", "合计的内容。"),
            required=True,
        ),
        _bound("leastBefore", "The least in `from`.", "`from` 中的最小值。"),
        _bound("mostBefore", "The most in `from`. Null: open.", "`from` 中的最大值。null：未定。"),
        _bound("leastAfter", "The least in `to`.", "`to` 中的最小值。"),
        _bound("mostAfter", "The most in `to`. Null: open.", "`to` 中的最大值。null：未定。"),
    ),
)


def _is_whole(name: str, side: str) -> Property:
    return Property(
        name=name,
        type=Scalar.BOOLEAN,
        description=Text(
            f"Whether the graph has all lines of `{side}`. If not, a line that is missing there may only not be here.",
            f"图中是否有 `{side}` 的全部课程行。否则，其中缺少的行可能只是未收录。",
        ),
        required=True,
    )


TRAINING_PLAN_DIFF = RecordType(
    name="TrainingPlanDiff",
    description=Text("What changes from one training plan to another.", "从一个培养方案到另一个的变化。"),
    fields=(
        Property(
            name="asOf",
            type=Scalar.DATE,
            description=Text(
                "The day whose names of courses were taken. Null: the newest.",
                "课程曾用名所取的日期。null：取最新名称。",
            ),
        ),
        _is_whole("fromIsWhole", "from"),
        _is_whole("toIsWhole", "to"),
        count_field("addedCount", Text("Lines only in `to`.", "仅 `to` 有的行数。")),
        count_field("removedCount", Text("Lines only in `from`.", "仅 `from` 有的行数。")),
        count_field("changedCount", Text("Courses that changed.", "有变化的课程数。")),
        count_field("renamedCount", Text("Of them with another name.", "其中名称不同的课程数。")),
        count_field("movedCount", Text("Of them in other terms.", "其中开课学期不同的课程数。")),
        _fields("What the plans say of themselves differently.", "方案基本信息的变化。"),
        NodeField(
            name="added",
            description=Text("Lines only in `to`.", "仅 `to` 有的行。"),
            kinds=("PlanCourse",),
            is_list=True,
            size=FIRST,
        ),
        NodeField(
            name="removed",
            description=Text("Lines only in `from`.", "仅 `from` 有的行。"),
            kinds=("PlanCourse",),
            is_list=True,
            size=FIRST,
        ),
        RecordField(
            name="changed",
            description=Text("Courses that changed, in the order of `from`.", "有变化的课程，按 `from` 的次序。"),
            record=PLAN_COURSE_CHANGE,
            size=FIRST,
        ),
        RecordField(
            name="groups",
            description=Text("Choices that changed, or that only one plan has.", "有变化的或仅一个方案有的选课组。"),
            record=PLAN_GROUP_CHANGE,
            size=FIRST,
        ),
        RecordField(
            name="totals",
            description=Text("Totals that changed, first of the whole plan.", "有变化的合计，全部课程在前。"),
            record=TRAINING_PLAN_TOTAL_CHANGE,
            size=24,
        ),
        RecordField(
            name="certificates",
            description=Text("Target certificates that only one plan has.", "仅一个方案有的目标证书。"),
            record=TRAINING_PLAN_FIELD_CHANGE,
            size=FIRST,
        ),
        RecordField(
            name="notes",
            description=Text("Notes that only one plan has.", "仅一个方案有的说明。"),
            record=TRAINING_PLAN_FIELD_CHANGE,
            size=FIRST,
        ),
    ),
)
