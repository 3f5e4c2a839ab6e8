"""The X side: certificates, their levels and organisations, and the skill level standards down to the requirement."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE, SUITS_RELATION
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

ORGANIZATION = NodeType(
    name="Organization",
    plural="organizations",
    term="培训评价组织",
    description=Text("A training and evaluation organisation that issues certificates.", "颁发证书的培训评价组织。"),
    key=("name",),
    properties=(
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, indexed=True, search=Search.NAME
        ),
        Property(
            name="aliases",
            description=Text("Other names the sources use. Empty: none seen.", "来源使用的其他名称。空：未见。"),
            many=True,
            search=Search.ALIAS,
        ),
    ),
    order=("name",),
    lookups=(NaturalKey(properties=("name",)),),
    is_dated=True,
)

CERTIFICATE = NodeType(
    name="Certificate",
    plural="certificates",
    term="职业技能等级证书",
    description=Text(
        "A vocational skill level certificate, the X of 1+X, apart from its levels and from the versions of its standard.",
        "职业技能等级证书，即 1+X 中的“X”；等级和标准版本另列。",
    ),
    key=("name",),
    properties=(
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, indexed=True, search=Search.NAME
        ),
        Property(
            name="aliases",
            description=Text("Other spellings the sources use. Empty: none seen.", "来源使用的其他写法。空：未见。"),
            many=True,
            search=Search.ALIAS,
        ),
        Property(
            name="isReportedByColleges",
            type=Scalar.BOOLEAN,
            description=Text(
                "Known only from what colleges write: no list of certificates that was read has it.",
                "仅见于院校自述：已读取的证书名单中均无此证书。",
            ),
            indexed=True,
        ),
        Property(
            name="issuersAsReported",
            description=Text(
                "Who issues it, in the words of colleges, unchecked. Empty: no one says, or `organizations` has it.",
                "院校所写的颁发机构，未经核对。空：未写明，或已列入 `organizations`。",
            ),
            many=True,
        ),
        Property(
            name="standardCode",
            description=Text(
                "Code of its skill level standard, such as 510084. Null: not seen.",
                "职业技能等级标准代码，如 510084。null：未见。",
            ),
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="batch",
            type=Scalar.INT,
            least=1,
            description=Text("Batch of publication, 1 to 4. Null: not known.", "公布批次，1 至 4。null：不详。"),
            indexed=True,
        ),
        Property(
            name="batchYear",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text("Year of the batch. Null: not known.", "批次年份。null：不详。"),
        ),
        Property(
            name="batchBasis",
            description=Text(
                "How the batch is known: `list seen`, `stated` or `inferred`. Null: no batch.",
                "批次的依据：`list seen`（见到名单）、`stated`（来源说明）或 `inferred`（推断）。null：无批次。",
            ),
        ),
        Property(
            name="levelsSeen",
            description=Text(
                "Levels the sources name, as codes of CertificateLevelCode. Empty: not stated.",
                "来源列出的等级，为 CertificateLevelCode 的代码。空：未说明。",
            ),
            many=True,
        ),
        Property(
            name="note", description=Text("What the sources add or disagree on.", "来源的补充说明，或来源之间的分歧。")
        ),
    ),
    order=("name",),
    lookups=(NaturalKey(properties=("name",)), NaturalKey(properties=("standardCode",))),
    is_dated=True,
)

CERTIFICATE_LEVEL = NodeType(
    name="CertificateLevel",
    plural="certificateLevels",
    term="证书等级",
    description=Text("One level of a certificate: what a learner is awarded.", "证书的一个等级：学习者所获得的证书。"),
    key=("certificateName", "level"),
    properties=(
        Property(
            name="certificateName",
            description=Text("Name of the certificate.", "证书名称。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="level", type=CERTIFICATE_LEVEL_CODE, description=Text("Level.", "等级。"), required=True, indexed=True
        ),
        Property(
            name="rank",
            type=Scalar.INT,
            least=1,
            most=3,
            description=Text(
                "1 elementary, 2 intermediate, 3 advanced; for sorting.", "1 初级，2 中级，3 高级；用于排序。"
            ),
            required=True,
        ),
        Property(
            name="platformId",
            description=Text(
                "Id on the national platform of the credit bank. Null: not seen.",
                "在国家学分银行信息平台上的编号。null：未见。",
            ),
            indexed=True,
        ),
        Property(
            name="statusDate",
            type=Scalar.DATE,
            description=Text("Date of the status shown there. Null: not seen.", "平台所示状态的日期。null：未见。"),
        ),
        Property(
            name="platformIdCreatedOn",
            type=Scalar.DATE,
            description=Text(
                "Creation date read out of that id. Null: not seen.", "由该编号读出的创建日期。null：未见。"
            ),
        ),
        Property(
            name="jobsAsWritten",
            description=Text(
                "Jobs or kinds of work it leads to, as the sources write them. Empty: none seen.",
                "面向的岗位或工作，按来源原文。空：未见。",
            ),
            many=True,
        ),
    ),
    order=("rank",),
    lookups=(NaturalKey(properties=("certificateName", "level")),),
    title="certificateName",
    is_dated=True,
)


OUTLINE_TOPIC = NodeType(
    name="OutlineTopic",
    plural="outlineTopics",
    term="证书内容纲要（非正式标准）",
    description=Text(
        "A field, module or topic of a certificate's level as a source outlines it. Never the official standard: it has no official codes and is not complete.",
        "来源对证书某一等级内容所列的领域、模块或主题。它不是官方标准：没有官方编号，也不完整。",
    ),
    key=("certificateName", "level", "sequence"),
    properties=(
        Property(
            name="certificateName",
            description=Text("Name of the certificate.", "证书名称。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="level",
            type=CERTIFICATE_LEVEL_CODE,
            description=Text("Level. Null: the source names none.", "等级。null：来源未注明。"),
        ),
        Property(
            name="sequence",
            type=Scalar.INT,
            least=1,
            description=Text("Place in the source, from 1.", "在来源中的次序，从 1 起。"),
            required=True,
        ),
        Property(
            name="fieldCode",
            description=Text(
                "Code of the field as the source prints it. Null: none.", "来源所印的领域编号。null：无。"
            ),
        ),
        Property(name="module", description=Text("Field or module. Null: none.", "领域或模块。null：无。")),
        Property(
            name="topic",
            description=Text(
                "Task or topic. Null: the source stops at the module.", "任务或主题。null：来源只到模块。"
            ),
        ),
        Property(name="note", description=Text("What to keep in mind.", "使用时须注意的事项。")),
    ),
    order=("sequence",),
    lookups=(),
    title="topic",
)

JOB_ROLE = NodeType(
    name="JobRole",
    plural="jobRoles",
    term="岗位（群）",
    description=Text("A job or kind of work that a certificate leads to.", "证书面向的岗位或工作。"),
    key=("name",),
    properties=(
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, indexed=True, search=Search.NAME
        ),
    ),
    order=("name",),
    lookups=(NaturalKey(properties=("name",)),),
)

NODES = (
    ORGANIZATION,
    CERTIFICATE,
    CERTIFICATE_LEVEL,
    OUTLINE_TOPIC,
    JOB_ROLE,
)

_SINCE = Property(
    name="since",
    type=Scalar.DATE,
    description=Text("First day on which it holds. Null: not known.", "生效首日。null：不详。"),
)

RELATIONSHIPS = (
    Relationship(
        type="ISSUED_BY",
        start="Certificate",
        end="Organization",
        forward="organizations",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Organisations that issue it. More than one: it changed hands, or sources differ.",
            "颁发机构。多于一个：机构有变更，或来源说法不同。",
        ),
        backward="certificates",
        backward_ends=Ends.MANY,
        backward_description=Text("Certificates this organisation issues.", "该组织颁发的证书。"),
    ),
    Relationship(
        type="HAS_LEVEL",
        structural=True,
        start="Certificate",
        end="CertificateLevel",
        forward="levels",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Its levels, lowest first. Empty: no source names them.", "证书的等级，由低到高。空：没有来源列出。"
        ),
        backward="certificate",
        backward_ends=Ends.ONE,
        backward_description=Text("The certificate of this level.", "该等级所属的证书。"),
        explains=True,
    ),
    Relationship(
        type="HAS_STANDARD",
        structural=True,
        start="Certificate",
        end="SkillStandard",
        forward="skillStandards",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Versions of its skill level standard. Empty: no full standard gathered; see `outline`.",
            "其职业技能等级标准的各版本。空：尚未收录完整标准，参见 `outline`。",
        ),
        backward="certificate",
        backward_ends=Ends.ONE,
        backward_description=Text("The certificate this standard belongs to.", "该标准所属的证书。"),
        explains=True,
    ),
    Relationship(
        type="OUTLINED_BY",
        structural=True,
        start="Certificate",
        end="OutlineTopic",
        forward="outline",
        forward_ends=Ends.FEW,
        forward_expected=10,
        forward_description=Text(
            "Partial outline of its content; not the official standard. Empty: none gathered.",
            "部分内容提纲，不是官方标准。空：尚未收录。",
        ),
        backward="certificate",
        backward_ends=Ends.ONE,
        backward_description=Text("The certificate it outlines.", "提纲所属的证书。"),
    ),
    Relationship(
        type="LEADS_TO",
        start="CertificateLevel",
        end="JobRole",
        forward="jobRoles",
        forward_ends=Ends.FEW,
        forward_description=Text("Jobs this level leads to. Empty: none seen.", "该等级面向的岗位。空：未见记载。"),
        backward="certificateLevels",
        backward_ends=Ends.MANY,
        backward_description=Text("Certificate levels that lead to this job.", "面向该岗位的证书等级。"),
        explains=True,
    ),
    Relationship(
        type="CERTIFICATE_LEADS_TO",
        start="Certificate",
        end="JobRole",
        forward="jobRoles",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Jobs it leads to, where the source names no level. Empty: none seen.",
            "证书面向的岗位（来源未注明等级）。空：未见记载。",
        ),
        backward="certificates",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "Certificates that lead to this job, where the source names no level.",
            "面向该岗位的证书（来源未注明等级）。",
        ),
        explains=True,
    ),
    Relationship(
        type="CERTIFICATE_REPLACED_BY",
        start="Certificate",
        end="Certificate",
        forward="successors",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Certificates that took its place. Empty: no source states one.", "取代它的证书。空：没有来源说明。"
        ),
        backward="predecessors",
        backward_ends=Ends.FEW,
        backward_description=Text(
            "Certificates whose place it took. Empty: no source states one.", "被它取代的证书。空：没有来源说明。"
        ),
        properties=(_SINCE,),
        explains=True,
    ),
    Relationship(
        type="CORRESPONDS_TO",
        start="Certificate",
        end="Occupation",
        forward="correspondingOccupations",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Occupations it passed to, by the published list of correspondence. Empty: none is published.",
            "按已公布的对应目录转入的职业。空：尚未公布。",
        ),
        backward="correspondingCertificates",
        backward_ends=Ends.FEW,
        backward_description=Text(
            "Certificates that passed to it, by the published list of correspondence. Empty: none.",
            "按已公布的对应目录转入该职业的证书。空：没有。",
        ),
        properties=(_SINCE,),
        explains=True,
    ),
    Relationship(
        type="SUITS",
        start="Certificate",
        end="Major",
        forward="majors",
        forward_ends=Ends.MANY,
        forward_description=Text(
            "Majors it suits (适用专业), as its standard or another source states. `certificateMajors` adds those tied to "
            "it by a teaching standard, a plan or a predecessor.",
            "适用专业：由其标准或其他来源说明。经专业教学标准、方案或原专业与其关联的，见 `certificateMajors`。",
        ),
        backward="certificates",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "Certificates that suit this very major, as their standards or other sources state; national figures count by "
            "them. `majorCertificates` adds those that its teaching standard, a plan or a predecessor names.",
            "标准或其他来源写明适用于该专业的证书，全国数据按此统计。其专业教学标准、方案写明的证书及原专业的证书，"
            "见 `majorCertificates`。",
        ),
        properties=(
            Property(
                name="certificateLevel",
                type=CERTIFICATE_LEVEL_CODE,
                description=Text(
                    "Level the statement speaks of. Null: all levels.", "该说明针对的等级。null：全部等级。"
                ),
            ),
            Property(
                name="relation",
                type=SUITS_RELATION,
                description=Text("What kind of source states it.", "作出该说明的来源类型。"),
                required=True,
            ),
            Property(
                name="collegeStatements",
                type=Scalar.INT,
                least=1,
                description=Text(
                    "How many statements of colleges say so, unchecked. Null: none was gathered.",
                    "院校自述中有多少条如此填报（未经核对）。null：未收录。",
                ),
            ),
            Property(name="nameAsWritten", description=Text("The major as the source writes it.", "来源所写的专业。")),
        ),
        explains=True,
    ),
)
