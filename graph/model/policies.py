"""What the state decided: policies, meetings and drafts, the fields of recruitment, and the national platforms."""

from graph.model.codes import PLATFORM_STATUS, POLICY_EFFECT, POLICY_KIND, RECRUITMENT_FIELD_KIND
from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Search, Text

POLICY = NodeType(
    name="Policy",
    plural="policies",
    term="政策文件",
    description=Text(
        "An official document of the 1+X system and what it decided.", "1+X 制度的官方文件及其决定的内容。"
    ),
    key=("reference",),
    properties=(
        Property(
            name="reference",
            description=Text(
                "Document number (文号) such as 教职成〔2019〕6号, or the title when no number is known.",
                "文号，如 教职成〔2019〕6号；无文号时为标题。",
            ),
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(name="title", description=Text("Title (Chinese).", "标题。"), required=True, search=Search.NAME),
        Property(
            name="shortName",
            description=Text("Name in common use, such as 职教20条. Null: none.", "通用简称，如 职教20条。null：无。"),
            search=Search.ALIAS,
        ),
        Property(name="kind", type=POLICY_KIND, description=Text("Kind of document.", "文件类型。"), required=True),
        Property(name="issuers", description=Text("Issuing bodies.", "发文机关。"), many=True),
        Property(
            name="issuedOn",
            type=Scalar.DATE,
            description=Text("Date of the document. Null: the day is not known.", "成文日期。null：具体日期不详。"),
            indexed=True,
        ),
        Property(
            name="effect",
            type=POLICY_EFFECT,
            description=Text(
                "What it does to skill level certificates as such. Null: it decides on something else.",
                "对职业技能等级证书制度的作用。null：决定的是其他事项。",
            ),
        ),
        Property(
            name="batch",
            type=Scalar.INT,
            least=1,
            description=Text(
                "Batch of certificates it speaks of. Null: it speaks of no one batch.",
                "所涉及的证书批次。null：不针对某一批次。",
            ),
        ),
        Property(
            name="dueOn",
            type=Scalar.DATE,
            description=Text(
                "Day by which what it decides is to be done. Null: none is stated.",
                "所定事项的完成期限。null：未写明。",
            ),
        ),
        Property(
            name="decides",
            description=Text(
                "What it decided for 1+X, in our words (Chinese).", "对 1+X 所作的决定，由本系统转述（中文）。"
            ),
        ),
        Property(
            name="decidesEnglish",
            description=Text(
                "What it decided for 1+X, in our words (English).", "对 1+X 所作的决定，由本系统转述（英文）。"
            ),
        ),
    ),
    order=("issuedOn", "reference"),
    lookups=(NaturalKey(properties=("reference",)),),
    title="title",
)

RECRUITMENT_FIELD = NodeType(
    name="RecruitmentField",
    plural="recruitmentFields",
    term="招募领域",
    description=Text(
        "A field for which training and evaluation organisations are recruited or selected.",
        "招募或遴选培训评价组织所面向的领域。",
    ),
    key=("name",),
    properties=(
        Property(
            name="name",
            description=Text("Name of the field (Chinese).", "领域名称。"),
            required=True,
            search=Search.NAME,
        ),
        Property(
            name="kind",
            type=RECRUITMENT_FIELD_KIND,
            description=Text("Why it is on the list.", "列入名单的原因。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="sequence",
            type=Scalar.INT,
            least=1,
            description=Text("Place in the source's list, from 1.", "在来源名单中的次序，从 1 起。"),
            required=True,
        ),
    ),
    order=("sequence", "name"),
    is_listed_in_order=True,
    lookups=(NaturalKey(properties=("name",)),),
)

PLATFORM = NodeType(
    name="Platform",
    plural="platforms",
    term="信息平台",
    description=Text("A national platform of the 1+X system.", "1+X 证书制度的国家级平台。"),
    key=("name",),
    properties=(
        Property(name="name", description=Text("Name (Chinese).", "名称。"), required=True, search=Search.NAME),
        Property(
            name="aliases",
            description=Text("Other names the sources use. Empty: none seen.", "来源使用的其他名称。空：未见。"),
            many=True,
            search=Search.ALIAS,
        ),
        Property(
            name="status",
            type=PLATFORM_STATUS,
            description=Text("Where it stood on `asOf`.", "在 `asOf` 当日的状态。"),
            required=True,
        ),
        Property(
            name="asOf", type=Scalar.DATE, description=Text("Day of the status.", "状态所对应的日期。"), required=True
        ),
        Property(
            name="purpose",
            description=Text("What it is for, in our words (Chinese).", "用途，以我们的中文表述。"),
            required=True,
        ),
        Property(
            name="purposeEnglish",
            description=Text("What it is for, in our words (English).", "用途，以我们的英文表述。"),
            required=True,
        ),
    ),
    order=("name",),
    lookups=(NaturalKey(properties=("name",)),),
)

FIELD_NAMED_IN = Relationship(
    type="FIELD_NAMED_IN",
    structural=True,
    start="RecruitmentField",
    end="Policy",
    forward="policy",
    forward_ends=Ends.ONE,
    forward_description=Text("The notice or event that names this field.", "列出该领域的公告或会议。"),
    backward="recruitmentFields",
    backward_ends=Ends.FEW,
    backward_expected=15,
    backward_description=Text(
        "Fields of recruitment that it names, in its order. Empty: none.", "其中列出的招募领域，按其次序。空：无。"
    ),
)

HELD_AT = Relationship(
    type="HELD_AT",
    structural=True,
    start="Policy",
    end="College",
    forward="heldAt",
    forward_ends=Ends.ONE,
    forward_description=Text(
        "The college where the event was held. Null: no event, or held elsewhere.",
        "活动举办地所在院校。null：不是活动，或在别处举办。",
    ),
    backward="hostedEvents",
    backward_ends=Ends.FEW,
    backward_description=Text(
        "Events of the 1+X system that were held at this college.", "在该院校举办的 1+X 相关活动。"
    ),
)

ADOPTED_AS = Relationship(
    type="ADOPTED_AS",
    start="Policy",
    end="Policy",
    forward="adoptedAs",
    forward_ends=Ends.FEW,
    forward_description=Text(
        "What this draft became. Empty: no draft, or no source shows what became of it.",
        "该草案其后成为的文件。空：不是草案，或没有来源说明其结果。",
    ),
    backward="drafts",
    backward_ends=Ends.FEW,
    backward_description=Text("Drafts of this document that a source speaks of.", "来源中提到的该文件草案。"),
)

NODES = (POLICY, RECRUITMENT_FIELD, PLATFORM)
RELATIONSHIPS = (FIELD_NAMED_IN, HELD_AT, ADOPTED_AS)
