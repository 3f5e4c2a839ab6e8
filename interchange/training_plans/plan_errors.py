"""Why no training plan is read from a document."""

from collections.abc import Sequence

from interchange.documents.document_errors import DocumentError


class TrainingPlanNotFoundError(DocumentError):
    """The document has no table of courses."""

    code = "TRAINING_PLAN_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__(
            "The document has no table whose heading names courses and their credits or hours: it is no training plan, "
            "or its tables are pictures. `oneplusx plan template` writes a form to fill in.",
            "文档中没有表头含课程名称及学分或学时的表格：不是人才培养方案，或表格为图片。"
            "可用 `oneplusx plan template` 生成模板填写。",
        )


class CoursesAsColumnsError(DocumentError):
    """The courses of the document stand in columns, their fields in rows."""

    code = "COURSES_AS_COLUMNS"

    def __init__(self) -> None:
        super().__init__(
            "Each column of the table is a course and each row a field: only tables with a row for each course are "
            "read. "
            "Copy the table, paste it with rows and columns exchanged (Paste Special, Transpose), and import that.",
            "表格以列为课程、以行为字段：只能读取每行一门课程的表格。请复制该表，用“选择性粘贴—转置”互换行列后再导入。",
        )


class NothingToWriteError(DocumentError):
    """No file is named to which a plan is exported."""

    code = "NOTHING_TO_WRITE"

    def __init__(self) -> None:
        super().__init__(
            "Name a file to write: --xlsx plan.xlsx, --docx plan.docx, or both.",
            "请指定要写入的文件：--xlsx plan.xlsx、--docx plan.docx，或两者。",
        )


class ColumnChoiceError(DocumentError):
    """What is said of a column is no meaning that columns have."""

    code = "COLUMN_CHOICE"

    def __init__(self, text: str, names: Sequence[str]) -> None:
        shown, listed = text[:60], ", ".join(names)
        super().__init__(
            f"{shown} says no meaning of a column. Write E=practiceHours with one of: {listed}.",
            f"{shown} 不是列的含义。请写成 E=practiceHours，可用：{listed}。",
        )


class ColumnMappingError(DocumentError):
    """A file is no mapping of columns."""

    code = "COLUMN_MAPPING"

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} is no mapping of columns: name the file that --mapping wrote, or one that does not exist yet.",
            f"{file} 不是列对应关系文件：请指定由 --mapping 写出的文件，或尚不存在的文件。",
        )
