"""Places, colleges, and their groups of majors in the Double-High plan."""

from graph.model.codes import EDUCATION_LEVEL
from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Search, Text

PROVINCE = NodeType(
    name="Province",
    plural="provinces",
    term="省、自治区、直辖市、特别行政区",
    description=Text("A province-level division (GB/T 2260).", "省级行政区（GB/T 2260）。"),
    key=("code",),
    properties=(
        Property(
            name="code",
            description=Text("Six-digit code of GB/T 2260.", "GB/T 2260 六位代码。"),
            required=True,
            search=Search.CODE,
        ),
        Property(
            name="name",
            description=Text("Full name (Chinese).", "全称。"),
            required=True,
            search=Search.NAME,
            indexed=True,
        ),
        Property(
            name="shortName", description=Text("Short name (Chinese).", "简称。"), required=True, search=Search.ALIAS
        ),
        Property(
            name="kind",
            description=Text("Kind of division, such as 省 or 直辖市.", "行政区类型，如省、直辖市。"),
            required=True,
        ),
        Property(
            name="region",
            description=Text("Region of the country, such as 华北.", "所属地区，如华北。"),
            required=True,
            indexed=True,
        ),
    ),
    order=("code",),
    lookups=(NaturalKey(properties=("code",)),),
)

CITY = NodeType(
    name="City",
    plural="cities",
    term="地级市",
    description=Text("A prefecture-level division (GB/T 2260).", "地级行政区（GB/T 2260）。"),
    key=("code",),
    properties=(
        Property(
            name="code",
            description=Text("Six-digit code of GB/T 2260.", "GB/T 2260 六位代码。"),
            required=True,
            search=Search.CODE,
        ),
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, search=Search.NAME, indexed=True
        ),
    ),
    order=("code",),
    lookups=(NaturalKey(properties=("code",)),),
)

COLLEGE = NodeType(
    name="College",
    plural="colleges",
    term="职业院校",
    description=Text("A vocational college.", "职业院校。"),
    key=("name",),
    properties=(
        Property(
            name="name",
            description=Text("Name (Chinese), as of 2026.", "名称（截至 2026 年）。"),
            required=True,
            indexed=True,
            search=Search.NAME,
        ),
        Property(
            name="code",
            description=Text(
                "Ten-digit code of the Ministry of Education. Null: no source shows it.",
                "教育部十位标识码。null：没有来源给出。",
            ),
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="educationLevel",
            type=EDUCATION_LEVEL,
            description=Text(
                "Level it teaches: ASSOCIATE or BACHELOR.", "办学层次：ASSOCIATE（高职专科）或 BACHELOR（高职本科）。"
            ),
            required=True,
            indexed=True,
        ),
        Property(
            name="ownership",
            description=Text("公办, 民办 or 合作办学 as the source marks it.", "公办、民办或合作办学，按来源所注。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="authority",
            description=Text(
                "Authority in charge (2017 list, or the 2026 mark). Null: not known.",
                "主管部门（2017 年名单，或 2026 年所注）。null：不详。",
            ),
        ),
        Property(
            name="district",
            description=Text(
                "District, where the city is a municipality. Null: not stated.", "所在区（直辖市）。null：未注明。"
            ),
        ),
        Property(name="website", description=Text("Website. Null: not stated.", "网址。null：未注明。")),
        Property(
            name="doubleHigh",
            description=Text(
                "双高计划 standing of the first round (2019). Null: none.",
                "在双高计划第一轮（2019）中的地位。null：无。",
            ),
            indexed=True,
        ),
        Property(
            name="note",
            description=Text("What the source adds, such as a recent upgrade.", "来源的补充说明，如近期升格。"),
        ),
        Property(
            name="codeBasis", description=Text("How the code is known. Null: no code.", "代码的依据。null：无代码。")
        ),
    ),
    order=("name",),
    lookups=(NaturalKey(properties=("name",)), NaturalKey(properties=("code",))),
)

PROGRAMME_GROUP = NodeType(
    name="ProgrammeGroup",
    plural="programmeGroups",
    term="双高专业群",
    description=Text(
        "A group of majors of a college in the Double-High plan (双高计划), named after its leading major.",
        "院校入选双高计划的专业群，以其主干专业命名。",
    ),
    key=("collegeName", "name"),
    properties=(
        Property(
            name="collegeName",
            description=Text("College as the source of 2019 names it.", "2019 年来源所写的院校名称。"),
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
        Property(
            name="kind",
            description=Text("高水平学校 or 高水平专业群.", "高水平学校或高水平专业群。"),
            required=True,
            indexed=True,
        ),
        Property(name="tier", description=Text("A档, B档 or C档.", "A档、B档或 C档。"), required=True, indexed=True),
        Property(name="round", description=Text("Round of the plan.", "双高计划的轮次。"), required=True),
    ),
    order=("collegeName", "name"),
    lookups=(NaturalKey(properties=("collegeName", "name")),),
)


NODES = (PROVINCE, CITY, COLLEGE, PROGRAMME_GROUP)

RELATIONSHIPS = (
    Relationship(
        type="CITY_OF",
        structural=True,
        start="City",
        end="Province",
        forward="province",
        forward_ends=Ends.ONE,
        forward_description=Text("The province it belongs to.", "所属的省份。"),
        backward="cities",
        backward_ends=Ends.FEW,
        backward_expected=15,
        backward_description=Text("Its prefecture-level divisions.", "下辖的地级行政区。"),
    ),
    Relationship(
        type="LOCATED_IN",
        structural=True,
        start="College",
        end="Province",
        forward="province",
        forward_ends=Ends.ONE,
        forward_description=Text("The province it is in.", "所在的省份。"),
        backward="colleges",
        backward_ends=Ends.MANY,
        backward_expected=70,
        backward_description=Text("Its vocational colleges.", "省内的职业院校。"),
    ),
    Relationship(
        type="SITUATED_IN",
        structural=True,
        start="College",
        end="City",
        forward="city",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The city it is in. Null: a municipality, or not known.", "所在的城市。null：直辖市，或不详。"
        ),
        backward="colleges",
        backward_ends=Ends.MANY,
        backward_description=Text("Its vocational colleges.", "省内的职业院校。"),
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
            "The associate major of 2021 with the group's name. Null: none has this name.",
            "与专业群同名的 2021 年高职专科专业。null：没有同名专业。",
        ),
        backward="programmeGroups",
        backward_ends=Ends.MANY,
        backward_description=Text("Double-High groups named after this major.", "以该专业命名的双高专业群。"),
    ),
)
