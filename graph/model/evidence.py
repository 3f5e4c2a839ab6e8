"""Where facts come from: sources, releases, and the figures others have published."""

from graph.model.codes import RECORD_SCOPE
from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Search, Text

# The bounds of a figure. A plain number is its own bounds, so that one filter finds numbers and ranges alike.
BOUNDS = (
    Property(
        name="valueMin",
        type=Scalar.FLOAT,
        description=Text(
            "Least value that the source allows; that of a plain number is the number. Null: no lower bound.",
            "来源所允许的最小值；确定数值即为其本身。null：无下限。",
        ),
    ),
    Property(
        name="valueMax",
        type=Scalar.FLOAT,
        description=Text(
            "Largest value that the source allows; that of a plain number is the number. Null: no upper bound.",
            "来源所允许的最大值；确定数值即为其本身。null：无上限。",
        ),
    ),
)


def date_span(text_property: str) -> tuple[Property, Property]:
    """Declare the first and last day of what a text gives, such as ``2021-11-27/28``, ``2023-H1`` or ``2020``."""
    return (
        Property(
            name=f"{text_property}From",
            type=Scalar.DATE,
            description=Text(
                f"First day of `{text_property}`: of 2020 it is 2020-01-01. Null: it shows no year.",
                f"`{text_property}` 所指时段的首日，如 2020 为 2020-01-01。null：原文未写年份。",
            ),
        ),
        Property(
            name=f"{text_property}To",
            type=Scalar.DATE,
            description=Text(
                f"Last day of `{text_property}`: of 2020 it is 2020-12-31. Null: it shows no year.",
                f"`{text_property}` 所指时段的末日，如 2020 为 2020-12-31。null：原文未写年份。",
            ),
        ),
    )


SOURCE = NodeType(
    name="Source",
    plural="sources",
    term="来源",
    description=Text(
        "A public document, page or data set in which facts were read.", "读取事实的公开文件、网页或数据集。"
    ),
    key=("code",),
    properties=(
        Property(
            name="code",
            description=Text(
                "Our code of the source: the data set and the number in its SOURCE.md, such as `certificates.S4`.",
                "本系统的来源编号：数据集名加其 SOURCE.md 中的编号，如 `certificates.S4`。",
            ),
            required=True,
            indexed=True,
        ),
        Property(
            name="title",
            description=Text("What the source is, in a few words.", "来源简述。"),
            required=True,
            search=Search.NAME,
        ),
        Property(
            name="location",
            description=Text(
                "Address or repository path as gathered. Null: the source shows none.",
                "收集时的网址或仓库路径。null：来源未给出。",
            ),
        ),
        Property(
            name="url",
            description=Text(
                "Web address that shows it, for a link; of a file in a repository, as of the commit that was read. "
                "Null: none is known.",
                "可直接打开的网址；仓库中的文件为所读取的提交版本。null：未知。",
            ),
            imported=True,
        ),
        Property(
            name="note",
            description=Text(
                "How it was read, what is uncertain. Null: nothing to add.", "读取方式与存疑之处。null：无补充。"
            ),
        ),
        Property(
            name="sha256",
            description=Text(
                "Digest of the file that was imported. Null: no file of it was imported.",
                "导入文件的 sha256 摘要。null：未导入其文件。",
            ),
            imported=True,
        ),
        Property(
            name="publisher",
            description=Text(
                "Who published it: as the document says, or the owner of the page that shows it. Several are separated "
                "by `；`. A reprint has the publisher of what it reprints. Null: not stated.",
                "发布者：按文件所写，或所在网站的主办者；多个以 `；` 分隔；转载件为原文的发布者。null：未写明。",
            ),
            imported=True,
        ),
        Property(
            name="publishedOn",
            description=Text(
                "Date as the document gives it (2021-05-01, 2021-05 or 2021). Null: not stated.",
                "文件所写的日期（2021-05-01、2021-05 或 2021）。null：未写明。",
            ),
            imported=True,
        ),
        Property(
            name="retrievedOn",
            description=Text(
                "Date of the snapshot that was read, where the source states one (2026-06-23, 2026-08 or 2026). Null: "
                "not stated.",
                "所读取的快照的日期，以来源写明者为限（2026-06-23、2026-08 或 2026）。null：未写明。",
            ),
            imported=True,
        ),
    ),
    order=("code",),
    lookups=(NaturalKey(properties=("code",)),),
    has_drafts=True,
    title="title",
    is_fact=False,
)

PILOT_RECORD = NodeType(
    name="PilotRecord",
    plural="pilotRecords",
    term="1+X试点记录",
    description=Text(
        "A published figure on the 1+X pilots: schools, places, students or certificates.",
        "1+X 试点的公开数据：院校、名额、学生或证书。",
    ),
    key=("code",),
    properties=(
        Property(name="code", description=Text("Our code of the record.", "本系统的记录编号。"), required=True),
        Property(
            name="scope",
            type=RECORD_SCOPE,
            description=Text("What the figure speaks of.", "该数据所涉及的范围。"),
            required=True,
            indexed=True,
        ),
        Property(name="area", description=Text("Area as the source writes it.", "来源所写的地区。")),
        Property(
            name="institution",
            description=Text(
                "Institution as the source writes it. Null: none named.", "来源所写的机构。null：未写明。"
            ),
        ),
        Property(
            name="certificateText",
            description=Text(
                "Certificate as the source writes it. Null: all certificates.", "来源所写的证书。null：全部证书。"
            ),
        ),
        Property(
            name="levelText",
            description=Text(
                "Certificate level as the source writes it. Null: none named.", "来源所写的证书等级。null：未写明。"
            ),
        ),
        Property(
            name="date",
            description=Text(
                "Date or year as the source gives it (2019-06-19, 2020-01 or 2020).",
                "来源给出的日期或年份（2019-06-19、2020-01 或 2020）。",
            ),
            indexed=True,
        ),
        *date_span("date"),
        Property(name="metric", description=Text("What was counted.", "统计的对象。"), required=True, indexed=True),
        Property(
            name="value",
            type=Scalar.FLOAT,
            description=Text(
                "The figure. Null: the source gives a range or a rough figure; see `valueText`.",
                "数值。null：来源给出的是区间或约数，参见 `valueText`。",
            ),
        ),
        *BOUNDS,
        Property(
            name="valueText",
            description=Text("The figure as the source writes it.", "来源所写的数值原文。"),
            required=True,
        ),
        Property(name="unit", description=Text("Unit of the figure.", "数值的单位。")),
        Property(
            name="note", description=Text("What to keep in mind when using the figure.", "使用该数据时须注意的事项。")
        ),
    ),
    order=("dateFrom", "code"),
    lookups=(NaturalKey(properties=("code",)),),
    title="metric",
)

STATISTIC = NodeType(
    name="Statistic",
    plural="statistics",
    term="统计数据",
    description=Text(
        "A published figure on majors, standards or the credit bank (学分银行).", "关于专业、标准或学分银行的公开数据。"
    ),
    key=("code",),
    properties=(
        Property(name="code", description=Text("Our code of the figure.", "本系统的数据编号。"), required=True),
        Property(
            name="subject",
            description=Text("What the figure speaks of, as the source writes it.", "来源所写的统计对象。"),
            required=True,
            indexed=True,
        ),
        Property(name="item", description=Text("What was counted or stated.", "统计或说明的内容。"), required=True),
        Property(
            name="value",
            type=Scalar.FLOAT,
            description=Text(
                "The figure. Null: not a plain number; see `valueText`.", "数值。null：不是单一数字，参见 `valueText`。"
            ),
        ),
        *BOUNDS,
        Property(
            name="valueText",
            description=Text("The figure as the source writes it.", "来源所写的数值原文。"),
            required=True,
        ),
        Property(name="unit", description=Text("Unit. Null: none.", "单位。null：无。")),
        Property(
            name="asOf",
            description=Text(
                "Date or year to which the figure refers, as the source gives it.", "数据所指的日期或年份，按来源所写。"
            ),
        ),
        *date_span("asOf"),
    ),
    order=("subject", "code"),
    lookups=(NaturalKey(properties=("code",)),),
    title="item",
)

REPORTING_FIELD = NodeType(
    name="ReportingField",
    plural="reportingFields",
    term="数据上报字段",
    description=Text(
        "A field of a college's data-reporting tables on certificates and credits.",
        "院校数据填报表中关于证书与学分的字段。",
    ),
    key=("table", "sequence"),
    properties=(
        Property(
            name="table",
            description=Text("Table, such as 1+X证书数据.", "填报表，如 1+X证书数据。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="sequence",
            type=Scalar.INT,
            least=1,
            description=Text("Place in the table, from 1.", "在表中的次序，从 1 起。"),
            required=True,
        ),
        Property(name="name", description=Text("Field name (Chinese).", "字段名称。"), required=True),
    ),
    order=("table", "sequence"),
    lookups=(NaturalKey(properties=("table", "sequence")),),
)

RELEASE = NodeType(
    name="Release",
    plural="releases",
    term="数据发布",
    description=Text(
        "One loading of the seeds: what an answer was computed from.", "一次种子数据装载：答案据以计算的数据。"
    ),
    key=("name",),
    properties=(
        Property(
            name="name",
            description=Text(
                "Name of the release: the first 12 digits of its sha256. A content that was loaded before has `-2` behind "
                "them, then `-3`.",
                "数据版本名称：其 sha256 的前 12 位；内容曾装载过时后加 `-2`、`-3` 等。",
            ),
            required=True,
        ),
        Property(
            name="loadedAt",
            description=Text("Time of loading, UTC, ISO 8601.", "装载时刻（UTC，ISO 8601）。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="sha256",
            description=Text(
                "sha256 over the seed files of the folder in the order of their names, and over what their pinyin is made by.",
                "按文件名次序计算的该目录全部种子文件及拼音读音表的 sha256。",
            ),
            required=True,
        ),
        Property(
            name="layer",
            description=Text(
                "Name of the folder of seed files that was loaded. Each folder is a release of its own: the national "
                "seeds, and those of a college.",
                "所装载的种子文件目录的名称。每个目录各为一个数据版本：国家数据，以及某院校自己的数据。",
            ),
            required=True,
        ),
        Property(
            name="folder",
            description=Text("Where that folder was, on the machine that loaded it.", "该目录在装载时的位置。"),
            internal=True,
        ),
        Property(
            name="nodes",
            type=Scalar.INT,
            least=0,
            description=Text("Nodes in the release.", "该版本的节点数。"),
            required=True,
        ),
        Property(
            name="links",
            type=Scalar.INT,
            least=0,
            description=Text("Relationships in the release.", "该版本的关系数。"),
            required=True,
        ),
        Property(
            name="counts",
            description=Text(
                "Counts by node type and relationship type, as lines `Major 1455`.",
                "各节点类型与关系类型的数量，每行如 `Major 1455`。",
            ),
            many=True,
            deprecated=Text(
                "Ask for `typeCounts`: it has the name and the number apart.",
                "请改用 `typeCounts`，其类型与数量分开给出。",
            ),
        ),
        Property(
            name="lossReason",
            description=Text(
                "Why facts of the previous release may be missing. Null: none are.",
                "前一版本的事实可以缺失的理由。null：没有缺失。",
            ),
        ),
        Property(
            name="isCurrent",
            type=Scalar.BOOLEAN,
            description=Text("Whether this release is in the graph now.", "是否为图中当前的数据版本。"),
            required=True,
        ),
    ),
    order=("loadedAt",),
    lookups=(NaturalKey(properties=("name",)),),
    is_fact=False,
)

PILOT_OF_CERTIFICATE = Relationship(
    type="COUNTS_CERTIFICATE",
    start="PilotRecord",
    end="Certificate",
    forward="certificates",
    forward_ends=Ends.FEW,
    forward_description=Text(
        "Certificates that the figure names. Empty: none, or none that we know.",
        "该数据所涉及的证书。空：没有，或未收录。",
    ),
    backward="pilotRecords",
    backward_ends=Ends.MANY,
    backward_description=Text("Published pilot figures on this certificate.", "关于该证书的试点数据。"),
)

PILOT_IN_PROVINCE = Relationship(
    type="COUNTED_IN",
    structural=True,
    start="PilotRecord",
    end="Province",
    forward="province",
    forward_ends=Ends.ONE,
    forward_description=Text(
        "Province of the figure. Null: national, or the source names none.",
        "该数据所属的省份。null：全国，或来源未写明。",
    ),
    backward="pilotRecords",
    backward_ends=Ends.MANY,
    backward_description=Text("Published pilot figures on this province.", "关于该省份的试点数据。"),
)

NODES = (SOURCE, PILOT_RECORD, STATISTIC, REPORTING_FIELD, RELEASE)
RELATIONSHIPS = (PILOT_OF_CERTIFICATE, PILOT_IN_PROVINCE)
