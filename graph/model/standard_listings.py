"""What the national platform lists of skill level standards: entries of a catalogue with the keys of files, no texts."""

from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Text

STANDARD_LISTING = NodeType(
    name="StandardListing",
    plural="standardListings",
    term="国家平台标准条目",
    description=Text(
        "An entry of the national platform's list of skill level standards, as the platform states it. It is no text "
        "of a standard: see `SkillStandard`.",
        "国家平台职业技能等级标准清单中的一个条目，照平台所列。它不是标准文本，标准文本见 `SkillStandard`。",
    ),
    key=("platformId",),
    key_fallback="standardCode",
    properties=(
        Property(
            name="platformId",
            description=Text(
                "Id of the entry on the platform. Null: the list states none.", "条目在平台上的编号。null：清单未给出。"
            ),
            indexed=True,
        ),
        Property(
            name="standardCode",
            description=Text("Official code of the standard, such as 510084.", "标准的官方代码，如 510084。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="name",
            description=Text("Name of the standard as listed.", "清单所列的标准名称。"),
            required=True,
        ),
        Property(
            name="organizationName",
            description=Text(
                "Organisation as listed. Null: the list states none.", "清单所列的培训评价组织。null：清单未给出。"
            ),
        ),
        Property(
            name="statusDate",
            type=Scalar.DATE,
            description=Text(
                "Date of the status shown there. Null: the list states none, or none that could be read.",
                "平台所示状态的日期。null：清单未给出，或无法读取。",
            ),
        ),
        Property(
            name="levels",
            description=Text(
                "Levels listed, as codes of CertificateLevelCode. Empty: the list states none.",
                "所列等级，为 CertificateLevelCode 的代码。空：清单未给出。",
            ),
            many=True,
        ),
        Property(
            name="fileKeys",
            description=Text(
                "Keys by which the platform keeps the files of the standard. Empty: the list states none.",
                "平台保存标准文件所用的文件键。空：清单未给出。",
            ),
            many=True,
        ),
        Property(
            name="fileNames",
            description=Text(
                "Names of those files, in the same order; an empty text where the list states none.",
                "上述文件的名称，次序相同；清单未给出的为空文本。",
            ),
            many=True,
        ),
    ),
    order=("standardCode", "platformId"),
    lookups=(NaturalKey(properties=("platformId",)),),
    distinguished_by=("standardCode", "platformId"),
)

NODES = (STANDARD_LISTING,)

RELATIONSHIPS = (
    Relationship(
        type="LISTED_ON_PLATFORM",
        structural=True,
        start="Certificate",
        end="StandardListing",
        forward="standardListings",
        forward_ends=Ends.FEW,
        forward_expected=1,
        forward_description=Text(
            "Its standard as the national platform lists it, with the keys of the files. Empty: no list was imported "
            "that has it.",
            "国家平台清单中的标准条目，含文件键。空：已导入的清单中没有。",
        ),
        backward="certificate",
        backward_ends=Ends.ONE,
        backward_description=Text("The certificate whose standard it lists.", "该条目的标准所属的证书。"),
    ),
)
