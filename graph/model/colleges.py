"""Places, colleges, and the names they had before."""

from graph.model.codes import EDUCATION_LEVEL
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
            name="type",
            description=Text(
                "Type of college by its main fields, such as 理工类. Null: the source marks none.",
                "院校类型，如理工类。null：来源未注明。",
            ),
            indexed=True,
        ),
        Property(
            name="formerNames",
            description=Text(
                "Names it had before; `renamings` says since when and by what source. Empty: none known.",
                "曾用名；更名年份与来源见 `renamings`。空：未见。",
            ),
            many=True,
            search=Search.ALIAS,
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

RENAMING = NodeType(
    name="Renaming",
    plural="renamings",
    term="院校更名",
    description=Text("A name that a college had before, and when it gave it up.", "院校曾用名及其停用年份。"),
    key=("collegeName", "formerName"),
    properties=(
        Property(
            name="collegeName",
            description=Text("Name of the college as of 2026.", "院校名称（截至 2026 年）。"),
            required=True,
        ),
        Property(name="formerName", description=Text("The name before.", "曾用名。"), required=True, indexed=True),
        Property(
            name="year",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text("Year of the change. Null: no source says.", "更名年份。null：没有来源说明。"),
        ),
    ),
    order=("collegeName", "year", "formerName"),
    lookups=(NaturalKey(properties=("collegeName", "formerName")),),
    title="formerName",
)

NODES = (PROVINCE, CITY, COLLEGE, RENAMING)

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
        type="RENAMED_FROM",
        structural=True,
        start="College",
        end="Renaming",
        forward="renamings",
        forward_ends=Ends.FEW,
        forward_description=Text("The names it had before. Empty: none known.", "曾用名记录。空：未见。"),
        backward="college",
        backward_ends=Ends.ONE,
        backward_description=Text("The college that had the name.", "曾用此名的院校。"),
    ),
)
