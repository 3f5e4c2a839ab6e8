"""Where facts come from: sources, policies, releases, and the figures others have published."""

from graph.model.codes import POLICY_EFFECT, POLICY_KIND, RECORD_SCOPE
from graph.model.core import Ends, Lookup, NodeType, Property, Relationship, Scalar, Search

SOURCE = NodeType(
    name="Source",
    plural="sources",
    term="来源",
    description="A public document, page or data set in which facts were read.",
    key=("code",),
    properties=(
        Property(
            name="code",
            description="Our code of the source: the data set and the number in its SOURCE.md, such as `certificates.S4`.",
            required=True,
            indexed=True,
        ),
        Property(name="title", description="What the source is, in a few words.", required=True, search=Search.NAME),
        Property(name="location", description="Address or repository path as gathered. Null: the source shows none."),
        Property(name="note", description="How it was read, what is uncertain. Null: nothing to add."),
    ),
    order=("code",),
    lookups=(Lookup(properties=("code",)),),
    title="title",
    is_fact=False,
)

POLICY = NodeType(
    name="Policy",
    plural="policies",
    term="政策文件",
    description="An official document of the 1+X system and what it decided.",
    key=("reference",),
    properties=(
        Property(
            name="reference",
            description="Document number (文号) such as 教职成〔2019〕6号, or the title when no number is known.",
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(name="title", description="Title (Chinese).", required=True, search=Search.NAME),
        Property(
            name="shortName", description="Name in common use, such as 职教20条. Null: none.", search=Search.ALIAS
        ),
        Property(name="kind", type=POLICY_KIND, description="Kind of document.", required=True),
        Property(name="issuers", description="Issuing bodies.", many=True),
        Property(
            name="issuedOn",
            type=Scalar.DATE,
            description="Date of the document. Null: the day is not known.",
            indexed=True,
        ),
        Property(
            name="effect",
            type=POLICY_EFFECT,
            description="What it does to skill level certificates as such. Null: it decides on something else.",
        ),
        Property(
            name="batch",
            type=Scalar.INT,
            description="Batch of certificates it speaks of. Null: it speaks of no one batch.",
        ),
        Property(
            name="dueOn",
            type=Scalar.DATE,
            description="Day by which what it decides is to be done. Null: none is stated.",
        ),
        Property(name="decides", description="What it decided for 1+X, in our words (Chinese)."),
        Property(name="decidesEnglish", description="What it decided for 1+X, in our words (English)."),
    ),
    order=("issuedOn", "reference"),
    lookups=(Lookup(properties=("reference",)),),
    title="title",
)

RECRUITMENT_FIELD = NodeType(
    name="RecruitmentField",
    plural="recruitmentFields",
    term="招募领域",
    description="A field for which training and evaluation organisations were recruited first.",
    key=("name",),
    properties=(
        Property(name="name", description="Name of the field (Chinese).", required=True, search=Search.NAME),
        Property(name="sequence", type=Scalar.INT, description="Place in the source's list, from 1.", required=True),
    ),
    order=("sequence",),
    lookups=(Lookup(properties=("name",)),),
)

PILOT_RECORD = NodeType(
    name="PilotRecord",
    plural="pilotRecords",
    term="1+X试点记录",
    description="A published figure on the 1+X pilots: schools, places, students or certificates.",
    key=("code",),
    properties=(
        Property(name="code", description="Our code of the record.", required=True),
        Property(
            name="scope", type=RECORD_SCOPE, description="What the figure speaks of.", required=True, indexed=True
        ),
        Property(name="area", description="Area as the source writes it."),
        Property(name="institution", description="Institution as the source writes it. Null: none named."),
        Property(name="certificateText", description="Certificate as the source writes it. Null: all certificates."),
        Property(name="levelText", description="Certificate level as the source writes it. Null: none named."),
        Property(
            name="date", description="Date or year as the source gives it (2019-06-19, 2020-01 or 2020).", indexed=True
        ),
        Property(name="metric", description="What was counted.", required=True, indexed=True),
        Property(
            name="value",
            type=Scalar.FLOAT,
            description="The figure. Null: the source gives a range or a rough figure; see `valueText`.",
        ),
        Property(name="valueText", description="The figure as the source writes it.", required=True),
        Property(name="unit", description="Unit of the figure."),
        Property(name="note", description="What to keep in mind when using the figure."),
    ),
    order=("date", "code"),
    lookups=(Lookup(properties=("code",)),),
    title="metric",
)

STATISTIC = NodeType(
    name="Statistic",
    plural="statistics",
    term="统计数据",
    description="A published figure on majors, standards or the credit bank (学分银行).",
    key=("code",),
    properties=(
        Property(name="code", description="Our code of the figure.", required=True),
        Property(
            name="subject",
            description="What the figure speaks of, as the source writes it.",
            required=True,
            indexed=True,
        ),
        Property(name="item", description="What was counted or stated.", required=True),
        Property(name="value", type=Scalar.FLOAT, description="The figure. Null: not a plain number; see `valueText`."),
        Property(name="valueText", description="The figure as the source writes it.", required=True),
        Property(name="unit", description="Unit. Null: none."),
        Property(name="asOf", description="Date or year to which the figure refers, as the source gives it."),
    ),
    order=("subject", "code"),
    lookups=(Lookup(properties=("code",)),),
    title="item",
)

REPORTING_FIELD = NodeType(
    name="ReportingField",
    plural="reportingFields",
    term="数据上报字段",
    description="A field of a college's data-reporting tables on certificates and credits.",
    key=("table", "sequence"),
    properties=(
        Property(name="table", description="Table, such as 1+X证书数据.", required=True, indexed=True),
        Property(name="sequence", type=Scalar.INT, description="Place in the table, from 1.", required=True),
        Property(name="name", description="Field name (Chinese).", required=True),
    ),
    order=("table", "sequence"),
    lookups=(Lookup(properties=("table", "sequence")),),
)

RELEASE = NodeType(
    name="Release",
    plural="releases",
    term="数据发布",
    description="One loading of the seeds: what an answer was computed from.",
    key=("name",),
    properties=(
        Property(name="name", description="Name of the release: the first 12 digits of its sha256.", required=True),
        Property(name="loadedAt", description="Time of loading, UTC, ISO 8601.", required=True, indexed=True),
        Property(name="sha256", description="sha256 over all seed files in the order of their names.", required=True),
        Property(name="nodes", type=Scalar.INT, description="Nodes in the release.", required=True),
        Property(name="links", type=Scalar.INT, description="Relationships in the release.", required=True),
        Property(
            name="counts", description="Counts by node type and relationship type, as lines `Major 1455`.", many=True
        ),
        Property(name="lossReason", description="Why facts of the previous release may be missing. Null: none are."),
        Property(
            name="isCurrent",
            type=Scalar.BOOLEAN,
            description="Whether this is the release now in the graph.",
            required=True,
        ),
    ),
    order=("loadedAt",),
    lookups=(Lookup(properties=("name",)),),
    is_fact=False,
)

PILOT_OF_CERTIFICATE = Relationship(
    type="COUNTS_CERTIFICATE",
    start="PilotRecord",
    end="Certificate",
    forward="certificates",
    forward_ends=Ends.FEW,
    forward_description="Certificates that the figure names. Empty: none, or none that we know.",
    backward="pilotRecords",
    backward_ends=Ends.MANY,
    backward_description="Published pilot figures on this certificate.",
)

PILOT_IN_PROVINCE = Relationship(
    type="COUNTED_IN",
    structural=True,
    start="PilotRecord",
    end="Province",
    forward="province",
    forward_ends=Ends.ONE,
    forward_description="Province of the figure. Null: national, or the source names none.",
    backward="pilotRecords",
    backward_ends=Ends.MANY,
    backward_description="Published pilot figures on this province.",
)

NODES = (SOURCE, POLICY, RECRUITMENT_FIELD, PILOT_RECORD, STATISTIC, REPORTING_FIELD, RELEASE)
RELATIONSHIPS = (PILOT_OF_CERTIFICATE, PILOT_IN_PROVINCE)
