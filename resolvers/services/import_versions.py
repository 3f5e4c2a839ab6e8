"""Other versions of a standard that is imported, and what is carried from one of them."""

from graph.model.core import Property, Scalar, Text
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.questions.standards.version_diff import VERSION_CHANGE_KIND

CARRIED_COUNT = RecordType(
    name="CarriedCount",
    description=Text(
        "How many alignments are carried to a new version, by what became of their requirement; REMOVED: not carried.",
        "沿用到新版本的对接数，按其技能要求的变化计；REMOVED 的不沿用。",
    ),
    fields=(
        Property(
            name="change",
            type=VERSION_CHANGE_KIND,
            description=Text("What became of the requirement.", "技能要求的变化。"),
            required=True,
        ),
        count_field("count", Text("How many.", "数量。")),
    ),
)
IMPORT_EARLIER_VERSION = RecordType(
    name="ImportEarlierVersion",
    description=Text(
        "Another version that the graph has of the standard: its alignments can be suggested for what was read.",
        "图中已有的、所读标准的另一版本：其对接可作为建议沿用到本版本。",
    ),
    fields=(
        Property(name="standard", description=Text("Id of the standard.", "标准的 id。"), required=True),
        Property(
            name="version",
            description=Text(
                "The version: give it to `confirmImport` as `carryFrom`.", "版本，在 `confirmImport` 中作 `carryFrom`。"
            ),
            required=True,
        ),
        Property(
            name="isProposed",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether it is the one just before; where the document states no version: the newest.",
                "是否为紧接在前的版本；文档未写明版本时为最新的版本。",
            ),
            required=True,
        ),
        RecordField(
            name="carried",
            description=Text(
                "What carrying would suggest, of the standard as it was read. Empty: it has no live alignments.",
                "按所读内容沿用将得到的建议。空：该版本没有有效对接。",
            ),
            record=CARRIED_COUNT,
        ),
    ),
)
