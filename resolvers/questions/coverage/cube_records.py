"""The record that answers ``coverageCube``: its dimensions, its measures, and the columns that describe them."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.codes import CERTIFICATE_LEVEL_CODE, EDUCATION_LEVEL
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.record_pages import PAGE_INFO_FIELD

CUBE_PROGRAMME = CodeList(
    "CubeProgramme",
    Text("What carries the courses of a programme.", "专业方案的课程由什么承载。"),
    {
        "TEACHING_STANDARD": Text(
            "The national teaching standard of a major; without one it is counted in `withoutStandard` only.",
            "专业的国家专业教学标准；没有标准的专业只计入 `withoutStandard`。",
        ),
        "TRAINING_PLAN": Text(
            "A college's plan for a major. Few are published; no plan here is complete.",
            "院校为某专业制定的人才培养方案。公开的很少；这里没有一份是完整的。",
        ),
    },
)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension: the code that asks for it and the columns it fills; ``of_plans``: only plans have it."""

    code: str
    text: Text
    columns: tuple[Property, ...]
    of_plans: bool = False


def _named(name: str, text: Text, kind: Scalar | CodeList = Scalar.STRING) -> Property:
    return Property(
        name=name, type=kind, description=text.plus("Null: not asked for, or not known.", "null：未问，或不详。")
    )


_DIMENSIONS = (
    Dimension(
        "CATEGORY",
        Text("Category of majors (专业大类).", "专业大类。"),
        (_named("category", Text("Name of the category (专业大类).", "专业大类的名称。")),),
    ),
    Dimension(
        "CLASS",
        Text("Class of majors (专业类).", "专业类。"),
        (_named("majorClass", Text("Name of the class (专业类).", "专业类的名称。")),),
    ),
    Dimension(
        "MAJOR",
        Text("Major.", "专业。"),
        (
            _named("major", Text("Id of the major.", "专业的 id。")),
            _named("majorName", Text("Name of the major; several have the same.", "专业名称，可能重名。")),
            _named(
                "majorDistinctName",
                Text(
                    "Name of the major with edition, level and code, in Chinese: no two majors have the same.",
                    "专业名称附目录版本、层次与代码，不同专业互不相同。",
                ),
            ),
        ),
    ),
    Dimension(
        "EDUCATION_LEVEL",
        Text("Level of the diploma.", "学历层次。"),
        (_named("educationLevel", Text("Level of the diploma.", "学历层次。"), EDUCATION_LEVEL),),
    ),
    Dimension(
        "CERTIFICATE",
        Text("Certificate.", "证书。"),
        (_named("certificate", Text("Name of the certificate.", "证书名称。")),),
    ),
    Dimension(
        "CERTIFICATE_LEVEL",
        Text("Level of the certificate.", "证书等级。"),
        (_named("certificateLevel", Text("Level of the certificate.", "证书等级。"), CERTIFICATE_LEVEL_CODE),),
    ),
    Dimension(
        "PROVINCE",
        Text("Province of the college.", "院校所在省份。"),
        (
            _named("province", Text("Full name of the province.", "省份全称。")),
            _named("provinceShortName", Text("Short name of the province, for a map.", "省份简称，用于地图。")),
        ),
        of_plans=True,
    ),
    Dimension(
        "COLLEGE",
        Text("College.", "院校。"),
        (_named("college", Text("Name of the college.", "院校名称。")),),
        of_plans=True,
    ),
    Dimension(
        "TRAINING_PLAN",
        Text("Training plan.", "人才培养方案。"),
        (_named("trainingPlan", Text("Id of the training plan.", "人才培养方案的 id。")),),
        of_plans=True,
    ),
    Dimension(
        "YEAR",
        Text(
            "Year of the teaching standard; of a plan the year its grade begins with, such as 2024 of 2024级.",
            "专业教学标准的年份；方案则为其年级的起始年份，如 2024级 为 2024。",
        ),
        (_named("year", Text("Year of the programme.", "专业方案的年份。"), Scalar.INT),),
    ),
)
DIMENSIONS: Mapping[str, Dimension] = {each.code: each for each in _DIMENSIONS}
CUBE_DIMENSION = CodeList(
    "CubeDimension",
    Text("What the cube groups by.", "汇总表的分组维度。"),
    {each.code: each.text for each in _DIMENSIONS},
)


def _measure(name: str, text: Text, kind: Scalar = Scalar.INT) -> Property:
    null = Text("Null: not asked for, or nothing comparable.", "null：未问，或没有可比较的内容。")
    return Property(name=name, type=kind, description=text.plus(null.english, null.chinese))


def _found(name: str, state: str) -> Property:
    """Give the count of a state that somebody found."""
    return _measure(
        name,
        Text(
            f"Requirements {state}, once for each programme. 0 where `unknown` is as large as `requirements` means "
            "only that no one has looked.",
            f"{state} 的要求数，每个专业方案各计一次。若 `unknown` 与 `requirements` 相等，0 只表示还没有人评审。",
        ),
    )


_MEASURES = {
    "REQUIREMENTS": _measure(
        "requirements", Text("Skill requirements, once for each programme.", "技能要求数，每个专业方案各计一次。")
    ),
    "COVERED": _found("covered", "COVERED"),
    "PARTLY_COVERED": _found("partlyCovered", "PARTLY_COVERED"),
    "NOT_COVERED": _found("notCovered", "NOT_COVERED"),
    "UNKNOWN": _measure(
        "unknown", Text("Requirements UNKNOWN, once for each programme.", "UNKNOWN 的要求数，每个专业方案各计一次。")
    ),
    "LOWER": Property(
        name="lower",
        type=Scalar.FLOAT,
        description=Text(
            "covered / requirements, 0 to 1. Null: not asked for, or no requirements.",
            "已覆盖 / 要求数，0 至 1。null：未问，或没有要求。",
        ),
    ),
    "UPPER": Property(
        name="upper",
        type=Scalar.FLOAT,
        description=Text(
            "(covered + partlyCovered + unknown) / requirements, 0 to 1. Null: not asked for, or no requirements.",
            "（已覆盖 + 部分覆盖 + 未知）/ 要求数，0 至 1。null：未问，或没有要求。",
        ),
    ),
    "PROGRAMMES": _measure("programmes", Text("Majors that can be compared.", "可比较的专业数。")),
    "WITHOUT_STANDARD": _measure(
        "withoutStandard",
        Text(
            "Majors that a certificate suits and that have no teaching standard in the graph: in no other figure. "
            "Through TEACHING_STANDARD only.",
            "有证书适用、但图中没有专业教学标准的专业数，不计入其他指标。仅用于 TEACHING_STANDARD。",
        ),
    ),
    "PLANS": _measure("plans", Text("Plans; through TRAINING_PLAN only.", "方案数；仅用于 TRAINING_PLAN。")),
    "COLLEGES": _measure("colleges", Text("Colleges; through TRAINING_PLAN only.", "院校数；仅用于 TRAINING_PLAN。")),
}
MEASURES: Mapping[str, Property] = _MEASURES
CUBE_MEASURE = CodeList(
    "CubeMeasure",
    Text("What the cube counts.", "汇总表的指标。"),
    {
        code: Text(each.description.english.partition(" Null:")[0], each.description.chinese.partition("null：")[0])
        for code, each in _MEASURES.items()
    },
)

CUBE_COLUMN_KIND = CodeList(
    "CubeColumnKind",
    Text("What a column of the cube holds.", "汇总表一列的内容类型。"),
    {"DIMENSION": Text("A value grouped by.", "分组的值。"), "MEASURE": Text("A figure.", "数字指标。")},
)
CUBE_COLUMN_TYPE = CodeList(
    "CubeColumnType",
    Text("Type of the values of a column.", "一列的值的类型。"),
    {
        "STRING": Text("Text or a code.", "文字或代码。"),
        "INT": Text("A whole number.", "整数。"),
        "FLOAT": Text("A number.", "数值。"),
    },
)

CUBE_COLUMN = RecordType(
    name="CubeColumn",
    description=Text("A column that was asked for.", "所问的一列。"),
    fields=(
        Property(name="name", description=Text("Name of the field of a row.", "行中对应字段的名称。"), required=True),
        Property(
            name="kind", type=CUBE_COLUMN_KIND, description=Text("Dimension or measure.", "维度或指标。"), required=True
        ),
        Property(
            name="type", type=CUBE_COLUMN_TYPE, description=Text("Type of its values.", "值的类型。"), required=True
        ),
        Property(name="description", description=Text("What it means.", "含义。"), required=True),
    ),
)

# The province of a row as a node: no column of the table, which has its names.
PROVINCE_NODE = "provinceNode"
CUBE_ROW = RecordType(
    name="CubeRow",
    description=Text(
        "One cell of the cube: its values by dimension and its figures. What was not asked for is null.",
        "汇总表的一格：各维度的值与各指标。未问的为 null。",
    ),
    fields=(
        *(column for each in _DIMENSIONS for column in each.columns),
        *_MEASURES.values(),
        NodeField(
            name=PROVINCE_NODE,
            description=Text(
                "The province itself, next to its names. Null: not asked for, or not known.",
                "省份对象，与其名称并列给出。null：未问，或不详。",
            ),
            kinds=("Province",),
            is_optional=True,
        ),
    ),
)

COVERAGE_CUBE = RecordType(
    name="CoverageCube",
    description=Text("A table of coverage over many programmes.", "多个专业方案的覆盖表。"),
    fields=(
        RecordField(
            name="columns",
            description=Text("The columns asked for, dimensions first.", "所问的各列，维度在前。"),
            record=CUBE_COLUMN,
        ),
        RecordField(
            name="rows",
            description=Text(
                "Sorted by `orderBy`, else by the dimensions as asked: codes in their own order, texts by character, "
                "null last.",
                "按 `orderBy` 排列，否则按所问维度：代码按其次序，文字按字符，null 在最后。",
            ),
            record=CUBE_ROW,
            size=FIRST,
        ),
        Property(
            name="total",
            type=Scalar.INT,
            description=Text("Rows there are, also beyond `first`.", "行数，含超出 `first` 的行。"),
            required=True,
        ),
        PAGE_INFO_FIELD,
    ),
)
