"""``undoImport`` takes out what an import of a standard wrote; ``importUndoing`` says before what that would do."""

from graph.model.core import Property, Scalar, Text
from resolvers.editing.edit_errors import BOOKMARK, USER_ERRORS
from resolvers.editing.mutation import KEY
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.request.declarations import Argument
from resolvers.services.imports import IMPORT_COUNT
from resolvers.services.service import Service

OBSTACLES_LARGEST = 50

_REMOVED = RecordField(
    name="removed",
    description=Text("Nodes and links that are taken out, by type.", "删除的节点和关系，按类型计数。"),
    record=IMPORT_COUNT,
)
_RESTORED = RecordField(
    name="restored",
    description=Text(
        "Nodes and links that have their values before again, by type.", "恢复原值的节点和关系，按类型计数。"
    ),
    record=IMPORT_COUNT,
)
UNDO_OBSTACLE = RecordType(
    name="UndoObstacle",
    description=Text(
        "What was built on an import since, and stands in the way of undoing it.", "导入后以它为基础、妨碍撤销的内容。"
    ),
    fields=(
        Property(
            name="text",
            description=Text(
                "What it is, to stand next to its name, in the language of `Accept-Language`.",
                "说明，与名称并列显示，语言随 `Accept-Language`。",
            ),
            required=True,
        ),
        Property(
            name="node",
            description=Text("Id of what it speaks of. Null: it is withheld.", "所涉及对象的 id。null：不予透露。"),
        ),
        Property(
            name="slug",
            description=Text(
                "Short name of that node; the explorer opens it at `/s/`. Null: it is not shown.",
                "该对象的短名，页面在 `/s/` 下打开。null：不予透露。",
            ),
        ),
        Property(
            name="name",
            description=Text(
                "What that is called; of an alignment the course and the requirement. Null: it has no name.",
                "该对象的名称；对接则为课程与技能要求。null：没有名称。",
            ),
        ),
        Property(
            name="isFinal",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether it stays on record, so that the import can never be undone.",
                "是否须保留记录，因而导入不能再撤销。",
            ),
            required=True,
        ),
    ),
)
_STANDARD = Argument(
    name="standard",
    annotation="ID",
    description=Text(
        "Id of the standard, or of the source that an imported list of standards is.",
        "标准的 id，或所导入的标准清单作为来源的 id。",
    ),
)
LOOK_AT_UNDO = Service(
    name="importUndoing",
    description=Text(
        "What undoing the latest import of a standard would do; nothing is changed. For an editor. NOTHING_TO_UNDO: "
        "there is no such import.",
        "撤销某标准最近一次导入将带来的变更，不作任何改动。须为编辑者。NOTHING_TO_UNDO：没有这样的导入。",
    ),
    arguments=(_STANDARD,),
    record=RecordType(
        name="ImportUndoing",
        description=Text(
            "What undoing an import would do, or why it is refused.", "撤销导入将带来的变更，或拒绝的原因。"
        ),
        fields=(
            Property(
                name="change",
                description=Text("Id of the change that would be undone.", "将撤销的变更的 id。"),
                required=True,
            ),
            Property(
                name="canUndo",
                type=Scalar.BOOLEAN,
                description=Text(
                    "Whether nothing stands in the way. Undoing itself needs a reviewer.",
                    "是否没有妨碍。撤销须由评审人进行。",
                ),
                required=True,
            ),
            _REMOVED,
            _RESTORED,
            RecordField(
                name="obstacles",
                description=Text(
                    f"What stands in the way, at most {OBSTACLES_LARGEST}; what makes it final stands first.",
                    f"妨碍撤销的内容，最多 {OBSTACLES_LARGEST} 项；使其不能再撤销的在前。",
                ),
                record=UNDO_OBSTACLE,
            ),
            count_field("obstacleCount", Text("All that stands in the way.", "妨碍撤销的总数。")),
        ),
    ),
    is_mutation=False,
)
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
        _STANDARD,
        Argument(
            name="change",
            annotation="ID | None",
            description=Text(
                "Undo only this change, as `importUndoing` gave it: where another import followed, nothing is undone. "
                "Null: whichever is the latest.",
                "仅撤销此变更（见 `importUndoing`）：其后另有导入时不作撤销。null：撤销最近一次。",
            ),
            default=None,
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
            _REMOVED,
            _RESTORED,
            BOOKMARK,
            USER_ERRORS,
        ),
    ),
)
