"""Why no training plan is read from a document."""

from collections.abc import Sequence

from interchange.documents.document_errors import DocumentError


class TrainingPlanNotFoundError(DocumentError):
    """The document has no table of courses."""

    code = "TRAINING_PLAN_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__(
            "The document has no table whose heading names courses and their credits or hours: it is no training plan, "
            "or its tables are pictures. Fill in the form for training plans, and import that.",
            "文档中没有表头含课程名称及学分或学时的表格：不是人才培养方案，或表格为图片。"
            "可填写人才培养方案模板后导入。",
        )


class CoursesAsColumnsError(DocumentError):
    """The fields of courses stand below each other, in a layout that was not read."""

    code = "COURSES_AS_COLUMNS"

    def __init__(self) -> None:
        super().__init__(
            "The fields of courses stand below each other, and this layout was not read. A table of one course is no "
            "plan. Import the document with the table of all courses, a row or a column for each, under one heading.",
            "课程的各字段自上而下排列，此版式未能读取。介绍单门课程的表格不是培养方案；"
            "请导入含全部课程安排表的文档，每行或每列一门课程，表头齐全。",
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
