"""What columns of a college's tables mean by their headings: shown to its editors, and taken out by them."""

from graph.model.core import Property, Scalar, Text
from resolvers.editing.edit_errors import USER_ERRORS
from resolvers.editing.mutation import IdsField
from resolvers.questions.records import RecordField, RecordType
from resolvers.services.service import Service

HEADINGS_LARGEST = 100


def _text(name: str, description: Text, kind: Scalar = Scalar.STRING) -> Property:
    return Property(name=name, type=kind, description=description, required=True)


COLUMN_MAPPING = RecordType(
    name="ColumnMapping",
    description=Text(
        "What columns with a heading mean in the college's tables of courses, as an editor confirmed it.",
        "本院校课程表中某表头的列含义，由编辑者确认。",
    ),
    fields=(
        _text("heading", Text("The heading, as the tables have it.", "表头，按表格原文。")),
        _text("meaning", Text("Name of the field, such as practiceHours.", "字段名，如 practiceHours。")),
        _text("editor", Text("Who confirmed it last.", "最近确认的编辑者。")),
        _text("confirmedOn", Text("When, in UTC.", "确认日期（UTC）。"), Scalar.DATE),
    ),
)
_MAPPINGS = RecordField(
    name="mappings",
    description=Text("What is kept, by heading.", "现有的对应关系，按表头排列。"),
    record=COLUMN_MAPPING,
)
COLUMN_MAPPINGS = Service(
    name="columnMappings",
    description=Text(
        "What editors of the asking editor's college said that columns mean, kept when an import of theirs was "
        "confirmed. `readDocument` reads the next training plan by it.",
        "提问编辑者所在院校确认过的列含义（在确认导入时保存）；`readDocument` 读取下一份人才培养方案时使用。",
    ),
    arguments=(),
    record=RecordType(
        name="ColumnMappings",
        description=Text("The meanings of columns that are kept for a college.", "为院校保存的列含义。"),
        fields=(_MAPPINGS,),
    ),
    is_mutation=False,
)
REMOVE_COLUMN_MAPPINGS = Service(
    name="removeColumnMappings",
    description=Text(
        "Remove what is kept of some headings for the editor's college. Of others nothing is said.",
        "删除编辑者所在院校某些表头的对应关系；没有保存的表头不计。",
    ),
    arguments=(
        IdsField(
            name="headings",
            annotation="list[String]",
            default=...,
            longest=HEADINGS_LARGEST,
            description=Text(f"The headings, at most {HEADINGS_LARGEST}.", f"表头，最多 {HEADINGS_LARGEST} 个。"),
        ),
    ),
    record=RecordType(
        name="RemoveColumnMappingsPayload",
        description=Text("What removing gives.", "删除后的结果。"),
        fields=(
            Property(
                name="removed",
                many=True,
                description=Text("The headings that were removed.", "已删除的表头。"),
            ),
            _MAPPINGS,
            USER_ERRORS,
        ),
    ),
)
