"""What the graph server answers instead of rows: it is gone, busy, full, too slow, or does not confirm a write.

Their place among all errors: ``graph.errors``.
"""

from collections.abc import Sequence

from graph.errors import OneplusxError


class GraphUnavailableError(OneplusxError):
    """No answer from the graph server."""

    code = "GRAPH_UNAVAILABLE"
    retryable = True

    def __init__(self, en: str = "", zh: str = "") -> None:
        super().__init__(
            en or "The graph database does not answer. Try again in a few seconds.",
            zh or "图数据库暂无响应，请数秒后重试。",
            retryAfterSeconds=3,
        )


class DiskFullError(GraphUnavailableError):
    """The disk of the graph is full: nothing can be written until there is room."""

    code = "DISK_FULL"

    def __init__(self) -> None:
        super().__init__(
            "The disk of the graph is full: nothing was written. Reading goes on. Make room, and try again: no restart is "
            "needed.",
            "图数据库所在磁盘已满，未写入任何内容；读取不受影响。请腾出空间后重试，无需重启。",
        )


class DataDamagedError(GraphUnavailableError):
    """Files of the graph's data are damaged: it holds less than it should. Nothing is answered from it."""

    code = "DATA_DAMAGED"
    retryable = False

    def __init__(self, shortfalls: Sequence[str]) -> None:
        listed = ", ".join(shortfalls)
        super().__init__(
            f"The data of the graph are damaged (found/expected): {listed}. Nothing is answered from them. An index is "
            "made anew with `oneplusx reindex`; lost rows come back with `oneplusx restore` into a new data folder: see "
            "docs/operations.md.",
            f"图数据已损坏（实有/应有）：{listed}。已停止据此作答。索引可用 `oneplusx reindex` 重建；"
            "丢失的数据请用 `oneplusx restore` 恢复到新的数据目录，见 docs/operations.md。",
        )


class GraphUnreachableError(GraphUnavailableError):
    """Nothing answers Bolt at the address, when a process starts."""

    code = "GRAPH_UNREACHABLE"

    def __init__(self, uri: str) -> None:
        super().__init__(
            f"No graph server answers at {uri}. Check that it runs, and host and port in ONEPLUSX_NEO4J_URI.",
            f"{uri} 处没有图数据库应答。请确认其正在运行，并检查 ONEPLUSX_NEO4J_URI 中的主机和端口。",
        )


class GraphBusyError(GraphUnavailableError):
    """The connection pool is full, or too many requests are in flight."""

    code = "GRAPH_BUSY"

    def __init__(self) -> None:
        super().__init__(
            "More is asked at once than this server takes on. Try again in a few seconds.",
            "同时到达的请求超出本服务器的处理能力，请数秒后重试。",
        )


class GraphMemoryError(OneplusxError):
    """The graph server has too little memory for this transaction."""

    code = "GRAPH_MEMORY"

    def __init__(self) -> None:
        super().__init__(
            "The graph server has too little memory for this transaction. Give it more: a load needs 1 GB, set by "
            "server.memory.heap.max_size of Neo4j.",
            "图数据库服务器的内存不足以完成此事务。请增加内存：载入数据需要 1 GB，由 Neo4j 的 "
            "server.memory.heap.max_size 设定。",
        )


class WriteConflictError(OneplusxError):
    """Another writer kept changing the same data; nothing was written."""

    code = "WRITE_CONFLICT"
    retryable = True

    def __init__(self) -> None:
        super().__init__(
            "Others were changing the same data, and this change was not made. Try again in a few seconds.",
            "其他用户正在修改相同的数据，本次修改未生效，请数秒后重试。",
            retryAfterSeconds=3,
        )


class BookmarkNotReachedError(OneplusxError):
    """The server that answers has not the write of a bookmark yet."""

    code = "BOOKMARK_NOT_REACHED"
    retryable = True

    def __init__(self) -> None:
        super().__init__(
            "The change that `extensions.bookmark` stands for is not reached yet by the server that answers. Try again in "
            "a few seconds; if that does not help, leave the bookmark out: it may be of another graph.",
            "应答的服务器尚未同步到 `extensions.bookmark` 所代表的变更。请数秒后重试；若仍不成功，请不要提供该书签，它可能属于其他图。",
            retryAfterSeconds=3,
        )


class StatementTimeoutError(OneplusxError):
    """A statement was stopped at its time limit."""

    code = "STATEMENT_TIMEOUT"

    def __init__(self) -> None:
        super().__init__(
            "The query took longer than its time limit and was stopped. Ask for less at once.",
            "查询超过时间限制，已被终止。请减少一次查询的数据量。",
        )


class OutcomeUnknownError(OneplusxError):
    """No one confirmed in time that the change was made: it may have been.

    Not ``retryable``: without a key, who sends it again may make it twice.
    """

    code = "OUTCOME_UNKNOWN"

    def __init__(self) -> None:
        super().__init__(
            "Whether the change was made is not known: it was not confirmed in time. Make it again: with the same "
            "`idempotencyKey` a change that was made is found, and not made twice; without a key, read first.",
            "未能及时确认变更是否已生效。请重新提交：若使用相同的 `idempotencyKey`，已生效的变更会被找到，不会重复执行；若未使用该键，请先读取。",
        )


class WrittenButNotReadError(OneplusxError):
    """The change was made, but its node could not be read afterwards."""

    code = "WRITTEN_BUT_NOT_READ"

    def __init__(self, node_id: str, reason: str) -> None:
        super().__init__(
            f"The change was made, but {node_id} could not be read afterwards ({reason}). Do not send it again; read "
            "it with `node(id:)`.",
            f"变更已生效，但随后未能读取 {node_id}（{reason}）。请勿重复提交，可用 `node(id:)` 读取。",
            id=node_id,
            reason=reason,
        )


class GraphRefusedError(OneplusxError):
    """The graph server refuses a command for a reason that we do not know."""

    code = "GRAPH_REFUSED"

    def __init__(self, code: str, said: str) -> None:
        super().__init__(
            f"The graph server, or the driver, refuses this: {code}: {said} Look into the server's log; if that does not "
            "help, report this message.",
            f"图数据库服务器或驱动程序拒绝执行：{code}：{said} 请查看服务器日志；若仍无法解决，请报告此消息。",
        )
