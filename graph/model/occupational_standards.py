"""National occupational standards (国家职业标准): their work functions by grade, next to certificates and occupations."""

from graph.model.codes import OCCUPATIONAL_GRADE
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

_STANDARD_KEY = (
    Property(
        name="occupationCode",
        description=Text(
            "Code of the occupation as the standard prints it; before 2022 it may be that of an older classification.",
            "标准所印的职业编码；2022 年之前的标准可能使用旧版编码。",
        ),
        required=True,
        indexed=True,
    ),
    Property(
        name="edition",
        type=Scalar.INT,
        least=FIRST_YEAR,
        most=LAST_YEAR,
        description=Text("Year of the edition.", "版本年份。"),
        required=True,
    ),
)

OCCUPATIONAL_STANDARD = NodeType(
    name="OccupationalStandard",
    plural="occupationalStandards",
    term="国家职业标准",
    description=Text(
        "A national occupational standard, with what it examines at each grade. Only grades whose weights add up to 100 "
        "were taken.",
        "国家职业标准及其各等级的职业功能与权重。仅收录权重合计为 100 的等级。",
    ),
    key=("occupationCode", "name", "edition"),
    properties=(
        *_STANDARD_KEY,
        Property(
            name="name",
            description=Text("Name (Chinese), with the kind of work in brackets.", "名称，括号内为工种。"),
            required=True,
            indexed=True,
            search=Search.NAME,
        ),
    ),
    order=("occupationCode", "name", "edition"),
    lookups=(NaturalKey(properties=("occupationCode", "name", "edition")),),
)

WORK_FUNCTION = NodeType(
    name="WorkFunction",
    plural="workFunctions",
    term="职业功能",
    description=Text(
        "A work function of a grade of a national occupational standard, with its weight in the examination of skills.",
        "国家职业标准某一等级的一项职业功能及其技能权重。",
    ),
    key=("occupationCode", "standardName", "edition", "grade", "name"),
    properties=(
        *_STANDARD_KEY,
        Property(name="standardName", description=Text("Name of its standard.", "所属标准的名称。"), required=True),
        Property(
            name="grade",
            type=OCCUPATIONAL_GRADE,
            description=Text("Grade it belongs to.", "所属等级。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="sequence",
            type=Scalar.INT,
            least=1,
            description=Text("Place in the table of its grade, from 1.", "在该等级权重表中的次序，从 1 起。"),
            required=True,
        ),
        Property(name="name", description=Text("Name (Chinese).", "名称。"), required=True, indexed=True),
        Property(
            name="weight",
            type=Scalar.FLOAT,
            least=0,
            most=100,
            description=Text(
                "Share in the examination of skills, in per cent; 100 over a grade.",
                "技能权重（%）；一个等级合计 100。",
            ),
            required=True,
        ),
    ),
    order=("occupationCode", "standardName", "grade", "sequence"),
    lookups=(),
)

NODES = (OCCUPATIONAL_STANDARD, WORK_FUNCTION)

RELATIONSHIPS = (
    Relationship(
        type="STANDARD_OF_OCCUPATION",
        start="OccupationalStandard",
        end="Occupation",
        forward="occupation",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The occupation of 2022, where code and name agree, or else the name alone. Null: neither does.",
            "2022 年版职业：编码与名称均一致，或仅名称一致。null：均不一致。",
        ),
        backward="occupationalStandards",
        backward_ends=Ends.FEW,
        backward_description=Text(
            "National occupational standards of this occupation. Empty: none was read.",
            "该职业的国家职业标准。空：未读取。",
        ),
        explains=True,
    ),
    Relationship(
        type="HAS_WORK_FUNCTION",
        structural=True,
        start="OccupationalStandard",
        end="WorkFunction",
        forward="functions",
        forward_ends=Ends.FEW,
        forward_expected=20,
        forward_description=Text("Its work functions, of all grades.", "各等级的职业功能。"),
        backward="occupationalStandard",
        backward_ends=Ends.ONE,
        backward_description=Text("The standard it is of.", "所属的国家职业标准。"),
    ),
)
