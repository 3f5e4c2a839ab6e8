"""Majors of ordinary universities: a catalogue next to the vocational one, and never mixed with its majors."""

from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Search, Text

UNDERGRADUATE_MAJOR = NodeType(
    name="UndergraduateMajor",
    plural="undergraduateMajors",
    term="普通本科专业",
    description=Text(
        "A major of ordinary universities. Universities of applied science take part in 1+X; their majors are a type of "
        "their own, so that no list, search or figure of vocational majors has them.",
        "普通高等学校本科专业。应用型本科院校参与 1+X；这些专业单独成类，不会混入职业教育专业的列表、检索与统计。",
    ),
    key=("edition", "code"),
    properties=(
        Property(
            name="edition",
            description=Text("Edition of the catalogue: `undergraduate-2025`.", "目录版本：`undergraduate-2025`。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="code",
            description=Text(
                "Code as printed: six digits, with T where it is specially established and K where the state controls it.",
                "目录所印代码：六位，特设专业带 T，国家控制布点专业带 K。",
            ),
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, indexed=True, search=Search.NAME
        ),
        Property(
            name="discipline", description=Text("Discipline (学科门类).", "学科门类。"), required=True, indexed=True
        ),
        Property(name="className", description=Text("Class (专业类).", "专业类。"), required=True, indexed=True),
        Property(
            name="isStateControlled",
            type=Scalar.BOOLEAN,
            description=Text("国家控制布点: the state controls where it is offered.", "国家控制布点专业。"),
            required=True,
        ),
    ),
    order=("edition", "code"),
    lookups=(NaturalKey(properties=("code", "edition"), defaults={"edition": "undergraduate-2025"}),),
)

NODES = (UNDERGRADUATE_MAJOR,)

RELATIONSHIPS = (
    Relationship(
        type="UNDERGRADUATE_LISTED_IN",
        structural=True,
        start="UndergraduateMajor",
        end="Catalogue",
        forward="catalogue",
        forward_ends=Ends.ONE,
        forward_description=Text("The edition of the catalogue that lists it.", "列出该专业的目录版本。"),
        backward="undergraduateMajors",
        backward_ends=Ends.MANY,
        backward_expected=840,
        backward_description=Text("Majors of ordinary universities that it lists.", "目录所列的普通本科专业。"),
    ),
    Relationship(
        type="LISTED_AS",
        start="Major",
        end="UndergraduateMajor",
        forward="undergraduateMajor",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The major of ordinary universities that a statement on a certificate means. Null: a vocational major.",
            "关于证书的说明所指的普通本科专业。null：职业教育专业。",
        ),
        backward="namedAs",
        backward_ends=Ends.FEW,
        backward_description=Text(
            "How statements on certificates name it; `certificates` of these are those that suit it.",
            "关于证书的说明对该专业的写法；适用的证书见其 `certificates`。",
        ),
        explains=True,
    ),
)
