"""``undoImport``: take out what an import of a standard wrote."""

from graph.model.core import Property, Text
from resolvers.editing.edit_errors import BOOKMARK, USER_ERRORS
from resolvers.editing.mutation import KEY
from resolvers.questions.records import RecordField, RecordType
from resolvers.request.declarations import Argument
from resolvers.services.imports import IMPORT_COUNT
from resolvers.services.service import Service

UNDO_IMPORT = Service(
    name="undoImport",
    description=Text(
        "Take out what the latest import of a standard wrote, and give texts that it made official their wording "
        "before; in one transaction, in the name of a reviewer. Refused, with `IMPORT_IN_USE`, where something was "
        "built on it since; alignments that were withdrawn and never accepted go with it.",
        "撤销某标准最近一次导入：删除其写入的内容，恢复被改为原文的节略文字；在一个事务内以评审人名义完成。"
        "其后已有内容以它为基础时拒绝（`IMPORT_IN_USE`）；已撤回且从未采纳的对接随之删除。",
    ),
    arguments=(
        Argument(
            name="standard",
            annotation="ID",
            description=Text(
                "Id of the standard, or of the source that an imported list of standards is.",
                "标准的 id，或所导入的标准清单作为来源的 id。",
            ),
        ),
        KEY,
    ),
    record=RecordType(
        name="UndoImportPayload",
        description=Text("What undoing an import gives.", "撤销导入的结果。"),
        fields=(
            Property(
                name="standard",
                description=Text(
                    "Id of the standard or source, which may be gone now. Null: see `userErrors`.",
                    "标准或来源的 id，可能已不存在。null：见 `userErrors`。",
                ),
            ),
            RecordField(
                name="removed",
                description=Text("Nodes and links that were taken out, by type.", "已删除的节点和关系，按类型计数。"),
                record=IMPORT_COUNT,
            ),
            RecordField(
                name="restored",
                description=Text(
                    "Nodes and links that have their values before again, by type.",
                    "已恢复原值的节点和关系，按类型计数。",
                ),
                record=IMPORT_COUNT,
            ),
            BOOKMARK,
            USER_ERRORS,
        ),
    ),
)
