"""Why a problem is not solved: each reason is a class with a code, and names what to do about it."""

from graph.errors import OneplusxError


class SolverError(OneplusxError):
    """A problem was not solved; nothing was changed."""

    code = "SOLVER"


class SolverMissingError(SolverError):
    """The library that solves is not installed."""

    code = "SOLVER_MISSING"

    def __init__(self) -> None:
        super().__init__(
            "Schedules and other improvements of a training plan need the library OR-Tools, which is not installed. "
            "Run `make serve` once, or `pip install 'oneplusx[planning]'`.",
            "排课等方案优化需要 OR-Tools 库，目前未安装。请运行一次 `make serve`，"
            "或执行 `pip install 'oneplusx[planning]'`。",
        )


class SolverProblemError(SolverError):
    """A problem is larger than those that are solved in time."""

    code = "SOLVER_PROBLEM"

    def __init__(self, unit: tuple[str, str], value: int, limit: int) -> None:
        super().__init__(
            f"The problem has {value} {unit[0]}; at most {limit} are solved together. Leave some out.",
            f"共 {value} {unit[1]}，一次最多求解 {limit} 个。请减少后重试。",
            value=value,
            limit=limit,
        )


class SolverTimeError(SolverError):
    """No answer within the time allowed."""

    code = "SOLVER_TIME"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"No proven answer was found within {seconds:g} s. Allow more time, or leave fewer courses free to move.",
            f"{seconds:g} 秒内未得出经证明的结果。请增加时限，或减少可调整的课程。",
        )


class SolverDiedError(SolverError):
    """The process that solves ended without an answer; mostly for want of memory."""

    code = "SOLVER_DIED"

    def __init__(self, status: int | None) -> None:
        super().__init__(
            f"The process that solves ended without an answer (status {status}), mostly because it needs more memory "
            "than the limit. Ask again with fewer courses free to move.",
            f"求解进程未给出结果即退出（状态 {status}），多因所需内存超限。请减少可调整的课程后重试。",
        )


class SolverAnswerError(SolverError):
    """An answer does not keep the rules of its problem: a fault of the program."""

    code = "SOLVER_ANSWER"

    def __init__(self, rules: str) -> None:
        super().__init__(
            f"The solver's answer does not keep {rules}; it is not shown. Please report this with the file.",
            f"求解结果不满足 {rules}，故不予显示。请附上文件反馈此问题。",
        )
