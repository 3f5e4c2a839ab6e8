"""Every error the graph layer raises on purpose.

OneplusxError
├── UserError                     the caller can fix it; shown as it is
│   ├── NotFoundError             NOT_FOUND: no object has this key (with near matches)
│   ├── NotKnownError             NOT_KNOWN: the graph lacks what the answer rests on (with a reason)
│   ├── RefusedArgumentError      an argument of one field is refused; the other fields are answered
│   │   ├── BadIdError            BAD_ID: not an id of ours
│   │   ├── BadCursorError        BAD_CURSOR: made for another order, or no cursor of ours
│   │   ├── BadPageSizeError      BAD_PAGE_SIZE: `first` out of bounds
│   │   └── BadArgumentError      BAD_ARGUMENT: any other argument out of its bounds
│   ├── BadBookmarkError          BAD_BOOKMARK: no bookmark of this graph
│   ├── VersionConflictError      VERSION_CONFLICT: changed by another editor since it was read
│   ├── StateError                NOT_POSSIBLE_NOW: what it is now does not allow this change
│   │   └── PlanNotDraftError     PLAN_NOT_DRAFT: a published training plan is revised, not changed
│   ├── RowsRefusedError          ROWS_REFUSED: rows of the input are refused, each with an error of its own
│   ├── IdempotencyKeyError       IDEMPOTENCY_KEY_REUSED: the key was used for another change
│   ├── OperationRefusedError     BAD_OPERATION: no such operation, or not to be sent this way
│   ├── OperationShapeError       OPERATION_TOO_LARGE: too deep, too wide, too many aliases or directives
│   ├── OperationRepeatsError     OPERATION_TOO_LARGE: asks for the same fields again and again
│   └── OperationTooLargeError    OPERATION_TOO_LARGE: more values, conditions or rows than one may have
├── AccessError                   UNAUTHENTICATED or FORBIDDEN: writing needs an editor's token and role
├── GraphUnavailableError         GRAPH_UNAVAILABLE, retryable: no answer from the graph server
│   ├── DiskFullError             DISK_FULL, retryable: no room where the graph writes
│   ├── DataDamagedError          DATA_DAMAGED: the graph holds less than its releases say
│   ├── GraphUnreachableError     GRAPH_UNREACHABLE, retryable: nothing answers Bolt at the address, at start
│   └── GraphBusyError            GRAPH_BUSY, retryable: the pool is full, or too many requests are in flight
├── GraphMemoryError              GRAPH_MEMORY: the graph server has too little memory for a transaction
├── WriteConflictError            WRITE_CONFLICT, retryable: another writer changed the same data first
├── BookmarkNotReachedError       BOOKMARK_NOT_REACHED, retryable: the server has not the write of a bookmark yet
├── StatementTimeoutError         STATEMENT_TIMEOUT: stopped on the server at its time limit
├── OutcomeUnknownError           OUTCOME_UNKNOWN: the change may have been made; no one confirmed it in time
├── WrittenButNotReadError        WRITTEN_BUT_NOT_READ: the change was made, its node could not be read afterwards
├── GraphConfigurationError       what the settings say of the graph cannot be used: graph/setting_errors.py
├── GraphRefusedError             GRAPH_REFUSED: the server refuses for a reason that we do not know
├── EngineError                   ENGINE: the embedded engine cannot be started or kept
├── NoGraphError                  NO_GRAPH: nothing was loaded or restored here yet
├── SchemaDriftError              SCHEMA_DRIFT: constraints or migrations differ from the model
├── MigrationError                MIGRATION: applied migrations differ from those of this program
├── ArchiveError                  ARCHIVE: a backup is truncated, altered, or not wanted here
└── ReleaseError                  RELEASE: a seed release would lose facts silently

What the graph server answers, from GRAPH_UNAVAILABLE to GRAPH_REFUSED, stands in graph/database_errors.py.
Each message exists in English and Chinese. Which one a reader sees is decided where the error leaves the process.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Literal, NamedTuple

from graph.counted import VALUES, CountedUnit

Language = Literal["en", "zh"]


class OneplusxError(Exception):
    """Base of every error we raise on purpose.

    ``code`` is stable and public (it becomes ``extensions.code``); ``retryable`` says whether the same call may succeed
    later. ``details`` are plain values that a program can read, such as near matches.
    """

    code: ClassVar[str] = "INTERNAL"
    retryable: ClassVar[bool] = False

    def __init__(self, en: str, zh: str, **details: object) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh
        self.details = details

    def message(self, language: Language) -> str:
        """Give the text in the reader's language."""
        return self.zh if language == "zh" else self.en


class UserError(OneplusxError):
    """The caller can fix it; the message says how."""

    code = "USER_ERROR"


class NotFoundError(UserError):
    """No object has this key."""

    code = "NOT_FOUND"

    def __init__(
        self,
        kind: str,
        key: str,
        *,
        argument: str = "",
        near: Sequence[str] = (),
        part: str = "",
        editions: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Say what looks like the key, or which ``editions`` there are: by id, the value of this ``part`` of the key.

        ``argument`` is where the key was given, if not in a look-up.
        """
        there = sorted(set(editions.values()))
        en_hint = f" With `{part}` {' or '.join(there)} there is one." if there else ""
        zh_hint = f"`{part}` 为 {'、'.join(there)} 的有此项。" if there else ""
        en_hint += f" Did you mean {', '.join(near)}?" if near else ""
        zh_hint += f"您要找的是否为：{'、'.join(near)}？" if near else ""
        self.lists = {"missing": [key], "near": list(near), "otherEditions": list(editions)}
        self.lists |= {"arguments": [argument]} if argument else {}
        en_place, zh_place = (f"Argument `{argument}`: ", f"参数 `{argument}`：") if argument else ("", "")
        super().__init__(
            f"{en_place}No {kind} has the key {key!r}.{en_hint}",
            f"{zh_place}没有键为 {key!r} 的 {kind}。{zh_hint}",
            **self.lists,
        )

    @classmethod
    def of_several(cls, errors: Sequence["NotFoundError"]) -> "NotFoundError":
        """Make one error of those for several keys."""
        made = errors[0]
        for each in errors[1:]:
            made.en, made.zh = f"{made.en} {each.en}", made.zh + each.zh
            for name, values in each.lists.items():
                made.lists[name] += values
        made.args = (made.en,)
        return made


class NotKnownError(UserError):
    """What a question is asked of is there, but the graph lacks what the answer rests on; ``reason`` says what."""

    code = "NOT_KNOWN"

    def __init__(self, argument: str, reason: str, keys: Sequence[str], en: str, zh: str) -> None:
        """Say what is lacking, and what to do next; ``keys`` are those of the argument that lack it."""
        super().__init__(
            f"Argument `{argument}` ({', '.join(keys)}): {en}",
            f"参数 `{argument}`（{'、'.join(keys)}）：{zh}",
            reason=reason,
            argument=argument,
            keys=list(keys),
        )


class RefusedArgumentError(UserError):
    """An argument of one field is refused: that field is an error, and the others are answered."""


class BadIdError(RefusedArgumentError):
    """The text is not an id of ours."""

    code = "BAD_ID"

    def __init__(self, value: str) -> None:
        super().__init__(
            f"{value!r} is not an id. Ids look like 'Major:2021:510203'; take them from the field `id`.",
            f"{value!r} 不是有效的 id。id 形如 'Major:2021:510203'，请从字段 `id` 取得。",
        )


class BadSlugError(RefusedArgumentError):
    """The text is not a slug of ours."""

    code = "BAD_SLUG"

    def __init__(self, value: str) -> None:
        super().__init__(
            f"{value!r} is not a slug. Slugs look like 'major-648a3bypcz'; take them from the field `slug`.",
            f"{value!r} 不是有效的短名。短名形如 'major-648a3bypcz'，请从字段 `slug` 取得。",
        )


class BadCursorError(RefusedArgumentError):
    """The cursor was made for another order, is too long, or is no cursor of ours."""

    code = "BAD_CURSOR"

    def __init__(self) -> None:
        super().__init__(
            "The cursor does not belong to this list and order. Take `after` from `pageInfo.endCursor` of the same query.",
            "该游标不属于此列表及其排序。请使用同一查询的 `pageInfo.endCursor` 作为 `after`。",
        )


class BadPageSizeError(RefusedArgumentError):
    """``first`` is out of its bounds."""

    code = "BAD_PAGE_SIZE"

    def __init__(self, value: object, *, largest: int) -> None:
        super().__init__(
            f"`first` must be between 1 and {largest}, not {value}.",
            f"`first` 须在 1 到 {largest} 之间，不能是 {value}。",
        )


class BadArgumentError(RefusedArgumentError):
    """An argument is out of its bounds."""

    code = "BAD_ARGUMENT"

    def __init__(self, argument: str, en: str, zh: str) -> None:
        super().__init__(f"Argument `{argument}`: {en}", f"参数 `{argument}`：{zh}", argument=argument)

    @classmethod
    def of_other_type(cls, argument: str, found: str, taken: Collection[str]) -> "BadArgumentError":
        """Make the error of an id that is one of ours, but of a type that this argument does not take."""
        en, zh = ", ".join(taken), "、".join(taken)
        return cls(
            argument,
            f"this is an id of a {found}; it takes an id of one of: {en}.",
            f"所给为 {found} 的 id；须为以下类型之一的 id：{zh}。",
        )

    @classmethod
    def of_mixed_types(cls, argument: str, taken: Collection[str]) -> "BadArgumentError":
        """Make the error of a list of ids that has none, or that are not all of one type."""
        en, zh = ", ".join(taken), "、".join(taken)
        return cls(
            argument,
            f"give at least one id, and all of the same type, one of: {en}.",
            f"请至少给出一个 id，且全部属于同一类型，须为以下类型之一：{zh}。",
        )


class OperationTooLargeError(UserError):
    """The operation would read more than its budget, or has more conditions or rows than one may have."""

    code = "OPERATION_TOO_LARGE"

    def __init__(self, cost: int, *, budget: int, counted: CountedUnit = VALUES) -> None:
        super().__init__(
            f"This operation may come to {cost} {counted.unit}; the limit is {budget}. {counted.remedy}",
            f"该操作可能达到 {cost} {counted.unit_zh}，上限为 {budget}。{counted.remedy_zh}",
            cost=cost,
            budget=budget,
        )


class OperationRefusedError(UserError):
    """The operation, or the way it was sent, is refused before anything is planned."""

    code = "BAD_OPERATION"


class OperationShapeError(UserError):
    """The operation is too deep, too wide, or has too many aliases or directives."""

    code = "OPERATION_TOO_LARGE"

    def __init__(self, found: int, limit: int, en: str, zh: str) -> None:
        super().__init__(
            f"The operation has {found} {en}; the limit is {limit}.",
            f"操作含 {found} {zh}，上限为 {limit}。",
            found=found,
            limit=limit,
        )


class OperationRepeatsError(UserError):
    """The operation asks for the same fields at the same place again and again."""

    code = "OPERATION_TOO_LARGE"

    def __init__(self) -> None:
        super().__init__(
            "The operation repeats the same fields at the same place too often. Ask for each field once.",
            "操作在同一位置重复请求相同字段的次数过多。每个字段只需请求一次。",
        )


class BadBookmarkError(UserError):
    """The text is no bookmark of this graph."""

    code = "BAD_BOOKMARK"

    def __init__(self) -> None:
        super().__init__(
            "`extensions.bookmark` is not a bookmark of this graph. Take it from the answer of a mutation, or leave it out.",
            "`extensions.bookmark` 不是本图数据库的书签。请使用变更操作返回的书签，或不提供。",
        )


class VersionConflictError(UserError):
    """Another editor changed it since the caller read it."""

    code = "VERSION_CONFLICT"

    def __init__(self, node_id: str, *, seen: int, now: int, by: str) -> None:
        super().__init__(
            f"{node_id} is at version {now}, not {seen}: {by} changed it meanwhile. Read it again, then decide.",
            f"{node_id} 现为第 {now} 版而非第 {seen} 版：{by} 已先行修改。请重新读取后再处理。",
            version=now,
            changedBy=by,
        )


class StateError(UserError):
    """What the thing is now does not allow this change."""

    code = "NOT_POSSIBLE_NOW"


class PlanNotDraftError(StateError):
    """The training plan is no draft, so nothing of it changes."""

    code = "PLAN_NOT_DRAFT"

    def __init__(self, plan: str) -> None:
        super().__init__(
            f"{plan} is no draft, so nothing of it changes. Make a draft of it with `createTrainingPlanRevision`.",
            f"{plan} 不是草案，其内容不再改变。请用 `createTrainingPlanRevision` 据此新建草案。",
            plan=plan,
        )


class RefusedRow(NamedTuple):
    """A row of an input that is refused: its place from 0, the id of its node, what the node is called, and why.

    A proposal has no node yet: then the id is that of its target.
    """

    row: int
    id: str
    display_name: str | None
    error: OneplusxError

    @property
    def place(self) -> Mapping[str, object]:
        """Where it is, as details of an error."""
        return {"row": self.row, "id": self.id, "displayName": self.display_name}


class RowsRefusedError(UserError):
    """Some rows of an input are refused, so none of its rows was written."""

    code = "ROWS_REFUSED"

    def __init__(self, rows: Sequence[RefusedRow]) -> None:
        super().__init__(
            f"{len(rows)} rows are refused, so nothing was written: {'; '.join(each.error.en for each in rows)}",
            f"有 {len(rows)} 行被拒绝，因此没有写入任何内容：{'；'.join(each.error.zh for each in rows)}",
        )
        self.rows = tuple(rows)


class IdempotencyKeyError(UserError):
    """The key was used for another change."""

    code = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self) -> None:
        super().__init__(
            "`idempotencyKey` was used for a change with other values. Use a fresh key for each change.",
            "`idempotencyKey` 已用于另一项不同的变更。每项变更请使用新的键。",
        )


class AccessError(OneplusxError):
    """The caller may not write this."""

    code = "FORBIDDEN"

    @classmethod
    def unauthenticated(cls) -> "UnauthenticatedError":
        """Make the error of a caller whom we do not know."""
        return UnauthenticatedError(
            "Writing needs an editor's token: send `Authorization: Bearer <token>`. Whoever runs the service gives it out.",
            "写入需要编辑者令牌：请发送 `Authorization: Bearer <令牌>`。令牌由管理本服务的人发放。",
        )

    @classmethod
    def unknown_token(cls) -> "UnauthenticatedError":
        """Make the error of a token that no editor has."""
        return UnauthenticatedError(
            "No editor has this bearer token: it is wrong, or was revoked. To read, leave `Authorization` out; to write, "
            "ask whoever runs the service for a token.",
            "没有编辑者使用此令牌：令牌有误，或已被撤销。读取无需 `Authorization`；写入请向管理本服务的人申请令牌。",
        )

    @classmethod
    def no_token_set(cls, variable: str) -> "UnauthenticatedError":
        """Make the error of a command that writes, where the variable of the token is not set."""
        return UnauthenticatedError(
            f"Writing needs an editor's token. Set {variable} to it.",
            f"写入需要编辑者令牌。请将 {variable} 设为该令牌。",
        )

    @classmethod
    def forbidden(cls, role: str, needed: str) -> "AccessError":
        """Make the error of an editor whose role does not allow the change."""
        return cls(
            f"This change needs the role {needed}; this token has the role {role}.",
            f"此变更须由{_in_chinese(needed)}作出，您以{_in_chinese(role)}登录。",
            role=role,
            needed=needed,
        )


def _in_chinese(roles: str) -> str:
    """Say roles, and who besides, in words."""
    for code, words in (("reviewer", "评审人"), ("designer", "课程设计者"), (" (or its author)", "（或提出者）")):
        roles = roles.replace(code, words)
    return roles


def _name(college: str) -> str:
    return college.partition(":")[2]


# What an editor does about a plan of another college: in English, in Chinese.
_OF_ANOTHER = (
    "Ask for a token of that college, or name the editor's own where an import asks for the college.",
    "请申请该院校的令牌；如为导入，可在询问院校时改选编辑者所属院校。",
)
_OF_NONE = (
    "Ask for a token of that college. An import can also be published at once, or confirmed by one of its reviewers.",
    "请申请该院校的令牌。如为导入，也可以不存草案、直接发布，或由该院校的评审人在导入页确认。",
)


class OtherCollegeError(AccessError):
    """The training plan is of a college that the editor does not belong to."""

    code = "OTHER_COLLEGE"

    def __init__(self, own: str | None, other: str | None, *, are_drafts: bool = True) -> None:
        whose = _name(other) if other else "a college that is not in the graph"
        advice = _OF_ANOTHER if own else _OF_NONE
        kind = ("The draft of this training plan", "该人才培养方案的草案")
        en, zh = kind if are_drafts else ("This training plan", "该人才培养方案")
        super().__init__(
            f"{en} is of {whose}, and the token is of an editor of {_name(own) if own else 'no college'}. {advice[0]}",
            f"{zh}属于{_name(other) if other else '图中没有的院校'}，"
            f"令牌的编辑者{'属于' + _name(own) if own else '不属于任何院校'}。{advice[1]}",
            college=other,
        )


class UnauthenticatedError(AccessError):
    """No token, or one that was never given or was revoked."""

    code = "UNAUTHENTICATED"


class EngineError(OneplusxError):
    """The embedded engine cannot be started or kept."""

    code = "ENGINE"


class NoGraphError(OneplusxError):
    """There is no graph yet where the settings lead."""

    code = "NO_GRAPH"

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"There is no graph in {folder}. `oneplusx serve` and `oneplusx load` make one; if there is one elsewhere, "
            "name its folder in ONEPLUSX_DATA_DIR.",
            f"{folder} 中没有图。`oneplusx serve` 与 `oneplusx load` 会建立；如图在别处，请用 ONEPLUSX_DATA_DIR 指定其目录。",
        )


class SchemaDriftError(OneplusxError):
    """Constraints, indexes or migrations in the graph differ from the model."""

    code = "SCHEMA_DRIFT"


class MigrationError(OneplusxError):
    """The migrations applied to the graph differ from those of this program."""

    code = "MIGRATION"


class ArchiveError(OneplusxError):
    """A backup archive is truncated, altered, or cannot be restored here."""

    code = "ARCHIVE"


class ReleaseError(OneplusxError):
    """A seed release would lose facts silently."""

    code = "RELEASE"
