"""Other versions of a standard that is imported, and what is carried from one of them."""

from graph.model.core import CodeList, Property, Scalar, Text
from interchange.standard_imports.carried_alignments import SEARCH_CLOSED
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.questions.standards.version_diff import VERSION_CHANGE_KIND

CARRIED_CHANGE = CodeList(
    "CarriedChange",
    Text(
        "What became of the requirement of an alignment with the version before, or why a conclusion is not carried.",
        "旧版本对接的技能要求有何变化，或某结论为何不沿用。",
    ),
    {
        **VERSION_CHANGE_KIND.codes,
        SEARCH_CLOSED: Text(
            "A search that was closed without a match, of a requirement that is not gone: a person makes it anew.",
            "技能要求仍在而查找结论为无对应：须由人重新查找。",
        ),
    },
)
CARRIED_COUNT = RecordType(
    name="CarriedCount",
    description=Text(
        "How many alignments are carried to a new version, by what became of their requirement. REMOVED and "
        "SEARCH_CLOSED are not carried.",
        "沿用到新版本的对接数，按其技能要求的变化计；REMOVED 与 SEARCH_CLOSED 的不沿用。",
    ),
    fields=(
        Property(
            name="change",
            type=CARRIED_CHANGE,
            description=Text(
                "What became of the requirement, or why it is not carried.", "技能要求的变化，或为何不沿用。"
            ),
            required=True,
        ),
        count_field("count", Text("How many.", "数量。")),
    ),
)
IMPORT_OTHER_VERSION = RecordType(
    name="ImportOtherVersion",
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
