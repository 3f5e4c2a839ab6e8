"""Why a training plan that was read is not written into the graph."""

from interchange.standard_imports.import_errors import StandardImportError


class TrainingPlanExistsError(StandardImportError):
    """The graph has the training plan of this very file already."""

    code = "TRAINING_PLAN_EXISTS"

    def __init__(self, plan: str) -> None:
        super().__init__(
            f"{plan} was imported from this file; nothing was written. A file that differs may be its next version.",
            f"{plan} 即由此文件导入，未写入任何内容。文件如有改动，可作为新版本导入。",
            plan=plan,
        )


class TrainingPlanTooLargeError(StandardImportError):
    """A training plan has more of one kind than a list of the graph shows."""

    code = "TRAINING_PLAN_TOO_LARGE"

    def __init__(self, plan: str, field: str, count: int, limit: int) -> None:
        super().__init__(
            f"{plan} has {count} {field}, at most {limit} are kept; nothing was written. Split the document by major.",
            f"{plan} 的 {field} 有 {count} 项，最多 {limit} 项，未写入任何内容。请按专业拆分文件。",
            plan=plan,
        )
