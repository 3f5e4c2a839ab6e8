"""The records that answer ``coverageMatrix``: rows, columns and cells."""

from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_ROLE
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import Property, Scalar, Text
from resolvers.questions.argument_kinds import VALUES_LARGEST as LARGEST
from resolvers.questions.coverage.coverage_records import COUNTS, MATRIX_CELL_LEVEL
from resolvers.questions.records import NodeField, RecordField, RecordType
from resolvers.questions.shared.needs import NOT_KNOWN_REASON

_REASON = Text("Why its cells have no counts. Null: they have.", "其各格为何没有计数。null：有计数。")
# A table has up to 10,000 cells: the record of each is a tuple that begins with its counts.
MATRIX_CELL = RecordType(
    name="MatrixCell",
    description=Text("Coverage of one column by one row.", "一行对一列的覆盖。"),
    fields=(
        *COUNTS,
        Property(
            name="suits",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether a source states that the certificate suits the major, at the level asked about. Null: the row "
                "is no major, or the column no certificate.",
                "是否有来源写明该证书（在所问等级）适用于该专业。null：行不是专业，或列不是证书。",
            ),
        ),
        Property(
            name="strength",
            type=Scalar.FLOAT,
            description=Text(
                "The strongest of the accepted alignments that count here, 0 to 1. Null: there is none.",
                "此处计入的已采纳对接中最大的强度，0 至 1。null：没有。",
            ),
        ),
        Property(
            name="kinds",
            type=ALIGNMENT_KIND,
            many=True,
            description=Text(
                "The kinds of these alignments, by which a support matrix (支撑矩阵) has H, M or L.",
                "这些对接的类型，支撑矩阵据此标注 H、M、L。",
            ),
        ),
        Property(
            name="roles",
            type=ALIGNMENT_ROLE,
            many=True,
            description=Text("The roles of these alignments.", "这些对接的角色。"),
        ),
        RecordField(
            name="byLevel",
            description=Text(
                "The same counts by level, the lowest first. Empty where the cell has no counts.",
                "按等级分列的同样计数，由低到高。该格没有计数时为空。",
            ),
            record=MATRIX_CELL_LEVEL,
            size=len(CERTIFICATE_LEVEL_CODE.codes),
        ),
    ),
)
MATRIX_ROW = RecordType(
    name="MatrixRow",
    description=Text("A row of the matrix.", "矩阵的一行。"),
    fields=(
        NodeField(
            name="row",
            description=Text("The course, line of a plan, or major.", "课程、方案课程或专业。"),
            kinds=("Course", "PlanCourse", "Major"),
        ),
        Property(name="reason", type=NOT_KNOWN_REASON, description=_REASON),
        RecordField(
            name="cells",
            description=Text("One for each column, in the order of the columns.", "每列一格，按列的次序。"),
            record=MATRIX_CELL,
            size=LARGEST,
        ),
    ),
)
MATRIX_COLUMN = RecordType(
    name="MatrixColumn",
    description=Text("A column of the matrix.", "矩阵的一列。"),
    fields=(
        NodeField(
            name="column",
            description=Text("The work task or certificate.", "工作任务或证书。"),
            kinds=("WorkTask", "Certificate"),
        ),
        Property(
            name="requirements",
            type=Scalar.INT,
            description=Text(
                "Skill requirements of the column. Null: none of it is in the graph.",
                "该列的技能要求数。null：图中没有。",
            ),
        ),
        Property(name="reason", type=NOT_KNOWN_REASON, description=_REASON),
    ),
)
COVERAGE_MATRIX = RecordType(
    name="CoverageMatrix",
    description=Text("A table of coverage, every cell of it.", "覆盖表，含每一格。"),
    fields=(
        RecordField(
            name="columns",
            description=Text("The columns in their order.", "各列，按其次序。"),
            record=MATRIX_COLUMN,
            size=LARGEST,
        ),
        RecordField(
            name="rows",
            description=Text("The rows in their order.", "各行，按其次序。"),
            record=MATRIX_ROW,
            size=LARGEST,
        ),
    ),
)
