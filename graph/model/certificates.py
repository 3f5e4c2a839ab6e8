"""The X side: certificates, their levels and organisations, and the skill level standards down to the requirement."""

from graph.model.codes import CERTIFICATE_LEVEL
from graph.model.core import Ends, Lookup, NodeType, Property, Relationship, Scalar, Search

ORGANIZATION = NodeType(
    name="Organization",
    plural="organizations",
    term="培训评价组织",
    description="A training and evaluation organisation that issues certificates.",
    key=("name",),
    properties=(
        Property(name="name", description="Name (Chinese).", required=True, indexed=True, search=Search.NAME),
        Property(
            name="aliases", description="Other names the sources use. Empty: none seen.", many=True, search=Search.ALIAS
        ),
    ),
    order=("name",),
    lookups=(Lookup(properties=("name",)),),
    is_dated=True,
)

CERTIFICATE = NodeType(
    name="Certificate",
    plural="certificates",
    term="职业技能等级证书",
    description="A vocational skill level certificate, the X of 1+X, apart from its levels and from the versions of its standard.",
    key=("name",),
    properties=(
        Property(name="name", description="Name (Chinese).", required=True, indexed=True, search=Search.NAME),
        Property(
            name="aliases",
            description="Other spellings the sources use. Empty: none seen.",
            many=True,
            search=Search.ALIAS,
        ),
        Property(
            name="standardCode",
            description="Code of its skill level standard, such as 510084. Null: not seen.",
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="batch", type=Scalar.INT, description="Batch of publication, 1 to 4. Null: not known.", indexed=True
        ),
        Property(name="batchYear", type=Scalar.INT, description="Year of the batch. Null: not known."),
        Property(
            name="batchBasis",
            description="How the batch is known: `list seen`, `stated` or `inferred`. Null: no batch.",
        ),
        Property(
            name="levelsSeen",
            description="Levels the sources name, as codes of CertificateLevelCode. Empty: not stated.",
            many=True,
        ),
        Property(name="note", description="What the sources add or disagree on."),
    ),
    order=("name",),
    lookups=(Lookup(properties=("name",)), Lookup(properties=("standardCode",))),
    is_dated=True,
)

CERTIFICATE_LEVEL_TYPE = NodeType(
    name="CertificateLevel",
    plural="certificateLevels",
    term="证书等级",
    description="One level of a certificate: what a learner is awarded.",
    key=("certificateName", "level"),
    properties=(
        Property(name="certificateName", description="Name of the certificate.", required=True, indexed=True),
        Property(name="level", type=CERTIFICATE_LEVEL, description="Level.", required=True, indexed=True),
        Property(
            name="rank",
            type=Scalar.INT,
            description="1 elementary, 2 intermediate, 3 advanced; for sorting.",
            required=True,
        ),
        Property(
            name="platformId",
            description="Id on the national platform of the credit bank. Null: not seen.",
            indexed=True,
        ),
        Property(name="statusDate", type=Scalar.DATE, description="Date of the status shown there. Null: not seen."),
        Property(
            name="platformIdCreatedOn",
            type=Scalar.DATE,
            description="Creation date read out of that id. Null: not seen.",
        ),
        Property(
            name="jobsAsWritten",
            description="Jobs or kinds of work it leads to, as the sources write them. Empty: none seen.",
            many=True,
        ),
    ),
    order=("rank",),
    lookups=(Lookup(properties=("certificateName", "level")),),
    title="certificateName",
    is_dated=True,
)

SKILL_STANDARD = NodeType(
    name="SkillStandard",
    plural="skillStandards",
    term="职业技能等级标准",
    description="A version of a skill level standard; it describes one or more levels.",
    key=("code", "version"),
    properties=(
        Property(
            name="code", description="Official code, such as 510084.", required=True, indexed=True, search=Search.CODE
        ),
        Property(name="version", description="Version, such as 2.0.", required=True),
        Property(name="name", description="Name of the certificate it belongs to.", required=True, search=Search.NAME),
        Property(name="year", type=Scalar.INT, description="Year of the version. Null: not known."),
        Property(
            name="requirementCount", type=Scalar.INT, description="Skill requirements over all levels.", required=True
        ),
        Property(
            name="higherLevelsInclude",
            type=Scalar.BOOLEAN,
            description="Whether the standard states that a higher level includes what the lower ones require. Null: no source we have shows that part of it.",
        ),
    ),
    order=("code", "version"),
    lookups=(Lookup(properties=("code", "version")),),
    is_dated=True,
)

STANDARD_LEVEL = NodeType(
    name="StandardLevel",
    plural="standardLevels",
    term="标准中的一个等级",
    description="One level within one version of a standard: the head of the tree work area, work task, skill requirement.",
    key=("standardCode", "standardVersion", "level"),
    properties=(
        Property(name="standardCode", description="Code of the standard.", required=True, indexed=True),
        Property(name="standardVersion", description="Version of the standard.", required=True),
        Property(name="level", type=CERTIFICATE_LEVEL, description="Level.", required=True),
        Property(
            name="rank",
            type=Scalar.INT,
            description="1 elementary, 2 intermediate, 3 advanced; for sorting.",
            required=True,
        ),
        Property(name="name", description="Name of the certificate.", required=True),
        Property(
            name="requirementCount",
            type=Scalar.INT,
            description="Skill requirements of this level alone.",
            required=True,
        ),
    ),
    order=("rank",),
    lookups=(Lookup(properties=("standardCode", "standardVersion", "level")),),
)

_TREE_KEY = (
    Property(name="standardCode", description="Code of the standard.", required=True, indexed=True),
    Property(name="standardVersion", description="Version of the standard.", required=True),
    Property(name="level", type=CERTIFICATE_LEVEL, description="Level.", required=True),
)
_TREE_KEY_NAMES = ("standardCode", "standardVersion", "level", "code")
_TREE_ORDER = ("sequence",)
_SEQUENCE = Property(
    name="sequence", type=Scalar.INT, description="Place within the level, from 1; sorts 1.10 after 1.9.", required=True
)

WORK_AREA = NodeType(
    name="WorkArea",
    plural="workAreas",
    term="工作领域",
    description="A work area of a standard's level.",
    key=_TREE_KEY_NAMES,
    properties=(
        *_TREE_KEY,
        Property(name="code", description="Official code within the level, such as 1.", required=True),
        Property(name="name", description="Name (Chinese).", required=True, search=Search.NAME),
        _SEQUENCE,
    ),
    order=_TREE_ORDER,
    order_is_total=True,
    lookups=(Lookup(properties=_TREE_KEY_NAMES),),
)

WORK_TASK = NodeType(
    name="WorkTask",
    plural="workTasks",
    term="工作任务",
    description="A work task of a work area.",
    key=_TREE_KEY_NAMES,
    properties=(
        *_TREE_KEY,
        Property(name="code", description="Official code within the level, such as 1.2.", required=True),
        Property(name="name", description="Name (Chinese).", required=True, search=Search.NAME),
        _SEQUENCE,
    ),
    order=_TREE_ORDER,
    order_is_total=True,
    lookups=(Lookup(properties=_TREE_KEY_NAMES),),
)

SKILL_REQUIREMENT = NodeType(
    name="SkillRequirement",
    plural="skillRequirements",
    term="职业技能要求",
    description="A skill requirement: the leaf of a skill level standard.",
    key=_TREE_KEY_NAMES,
    properties=(
        *_TREE_KEY,
        Property(
            name="code", description="Official code within the level, such as 1.2.3.", required=True, indexed=True
        ),
        Property(
            name="text",
            description="The requirement in our paraphrase (Chinese); the official wording is in the standard.",
            required=True,
            search=Search.NAME,
        ),
        _SEQUENCE,
    ),
    order=_TREE_ORDER,
    order_is_total=True,
    lookups=(Lookup(properties=_TREE_KEY_NAMES),),
    title="text",
)

OUTLINE_TOPIC = NodeType(
    name="OutlineTopic",
    plural="outlineTopics",
    term="证书内容纲要（非正式标准）",
    description="A field, module or topic of a certificate's level as a source outlines it. Never the official standard: it has no official codes and is not complete.",
    key=("certificateName", "level", "sequence"),
    properties=(
        Property(name="certificateName", description="Name of the certificate.", required=True, indexed=True),
        Property(name="level", type=CERTIFICATE_LEVEL, description="Level. Null: the source names none."),
        Property(name="sequence", type=Scalar.INT, description="Place in the source, from 1.", required=True),
        Property(name="fieldCode", description="Code of the field as the source prints it. Null: none."),
        Property(name="module", description="Field or module. Null: none."),
        Property(name="topic", description="Task or topic. Null: the source stops at the module."),
        Property(name="note", description="What to keep in mind."),
    ),
    order=("sequence",),
    lookups=(),
    title="topic",
)

JOB_ROLE = NodeType(
    name="JobRole",
    plural="jobRoles",
    term="岗位（群）",
    description="A job or kind of work that a certificate leads to.",
    key=("name",),
    properties=(Property(name="name", description="Name (Chinese).", required=True, indexed=True, search=Search.NAME),),
    order=("name",),
    lookups=(Lookup(properties=("name",)),),
)

NODES = (
    ORGANIZATION,
    CERTIFICATE,
    CERTIFICATE_LEVEL_TYPE,
    SKILL_STANDARD,
    STANDARD_LEVEL,
    WORK_AREA,
    WORK_TASK,
    SKILL_REQUIREMENT,
    OUTLINE_TOPIC,
    JOB_ROLE,
)

_SINCE = Property(name="since", type=Scalar.DATE, description="First day on which it holds. Null: not known.")

RELATIONSHIPS = (
    Relationship(
        type="ISSUED_BY",
        start="Certificate",
        end="Organization",
        forward="organizations",
        forward_ends=Ends.FEW,
        forward_description="Organisations that issue it. More than one: it changed hands, or sources differ.",
        backward="certificates",
        backward_ends=Ends.MANY,
        backward_description="Certificates this organisation issues.",
    ),
    Relationship(
        type="HAS_LEVEL",
        structural=True,
        start="Certificate",
        end="CertificateLevel",
        forward="levels",
        forward_ends=Ends.FEW,
        forward_description="Its levels, lowest first. Empty: no source names them.",
        backward="certificate",
        backward_ends=Ends.ONE,
        backward_description="The certificate of this level.",
        explains=True,
    ),
    Relationship(
        type="HAS_STANDARD",
        structural=True,
        start="Certificate",
        end="SkillStandard",
        forward="skillStandards",
        forward_ends=Ends.FEW,
        forward_description="Versions of its skill level standard. Empty: no full standard gathered; see `outline`.",
        backward="certificate",
        backward_ends=Ends.ONE,
        backward_description="The certificate this standard belongs to.",
        explains=True,
    ),
    Relationship(
        type="HAS_STANDARD_LEVEL",
        structural=True,
        start="SkillStandard",
        end="StandardLevel",
        forward="levels",
        forward_ends=Ends.FEW,
        forward_description="The levels it describes, lowest first.",
        backward="skillStandard",
        backward_ends=Ends.ONE,
        backward_description="The standard it is part of.",
    ),
    Relationship(
        type="SPECIFIED_BY",
        structural=True,
        start="CertificateLevel",
        end="StandardLevel",
        forward="standardLevels",
        forward_ends=Ends.FEW,
        forward_description="What versions of the standard require at this level.",
        backward="certificateLevel",
        backward_ends=Ends.ONE,
        backward_description="The certificate level it specifies.",
        explains=True,
    ),
    Relationship(
        type="HAS_WORK_AREA",
        structural=True,
        start="StandardLevel",
        end="WorkArea",
        forward="workAreas",
        forward_ends=Ends.FEW,
        forward_description="Its work areas in official order.",
        backward="standardLevel",
        backward_ends=Ends.ONE,
        backward_description="The standard's level it belongs to.",
        explains=True,
    ),
    Relationship(
        type="HAS_TASK",
        structural=True,
        start="WorkArea",
        end="WorkTask",
        forward="tasks",
        forward_ends=Ends.FEW,
        forward_description="Its work tasks in official order.",
        backward="workArea",
        backward_ends=Ends.ONE,
        backward_description="The work area it belongs to.",
        explains=True,
    ),
    Relationship(
        type="HAS_REQUIREMENT",
        structural=True,
        start="WorkTask",
        end="SkillRequirement",
        forward="requirements",
        forward_ends=Ends.FEW,
        forward_description="Its skill requirements in official order.",
        backward="task",
        backward_ends=Ends.ONE,
        backward_description="The work task it belongs to.",
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
        forward_description="Partial outline of its content; not the official standard. Empty: none gathered.",
        backward="certificate",
        backward_ends=Ends.ONE,
        backward_description="The certificate it outlines.",
    ),
    Relationship(
        type="LEADS_TO",
        start="CertificateLevel",
        end="JobRole",
        forward="jobRoles",
        forward_ends=Ends.FEW,
        forward_description="Jobs this level leads to. Empty: none seen.",
        backward="certificateLevels",
        backward_ends=Ends.MANY,
        backward_description="Certificate levels that lead to this job.",
        explains=True,
    ),
    Relationship(
        type="CERTIFICATE_LEADS_TO",
        start="Certificate",
        end="JobRole",
        forward="jobRoles",
        forward_ends=Ends.FEW,
        forward_description="Jobs it leads to, where the source names no level. Empty: none seen.",
        backward="certificates",
        backward_ends=Ends.MANY,
        backward_description="Certificates that lead to this job, where the source names no level.",
        explains=True,
    ),
    Relationship(
        type="CERTIFICATE_REPLACED_BY",
        start="Certificate",
        end="Certificate",
        forward="successors",
        forward_ends=Ends.FEW,
        forward_description="Certificates that took its place. Empty: no source states one.",
        backward="predecessors",
        backward_ends=Ends.FEW,
        backward_description="Certificates whose place it took. Empty: no source states one.",
        properties=(_SINCE,),
        explains=True,
    ),
    Relationship(
        type="CORRESPONDS_TO",
        start="Certificate",
        end="Occupation",
        forward="correspondingOccupations",
        forward_ends=Ends.FEW,
        forward_description="Occupations it passed to, by the published list of correspondence. Empty: none is published.",
        backward="correspondingCertificates",
        backward_ends=Ends.FEW,
        backward_description="Certificates that passed to it, by the published list of correspondence. Empty: none.",
        properties=(_SINCE,),
        explains=True,
    ),
    Relationship(
        type="SUITS",
        start="Certificate",
        end="Major",
        forward="majors",
        forward_ends=Ends.MANY,
        forward_description="Majors it suits (适用专业), as its standard or another source states.",
        backward="certificates",
        backward_ends=Ends.MANY,
        backward_description="Certificates that suit this major.",
        properties=(
            Property(
                name="certificateLevel",
                type=CERTIFICATE_LEVEL,
                description="Level the statement speaks of. Null: all levels.",
            ),
            Property(
                name="relation",
                description="Kind of source: `standard`, `national teaching standard 2025`, `national major profile 2022`, `pilot practice`, `issuer note` and others.",
                required=True,
            ),
            Property(name="nameAsWritten", description="The major as the source writes it."),
        ),
        explains=True,
    ),
)
