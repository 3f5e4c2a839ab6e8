"""``oneplusx status``: where the graph is, what it holds, and how it differs from what the model wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.connection.database import Database
from graph.query.revision import read_revision
from graph.upkeep import constraints, cover_links, migrations
from graph.upkeep.releases import CurrentRelease, current_releases, names_of
from graph.upkeep.soundness import Shortfall, shortfalls
from server.commands.language import say

# A graph in which all is missing has over a hundred names, and the first few tell enough.
NAMES_SHOWN = 5
EMPTY_GRAPH = (
    "Nothing of oneplusx is in this graph yet: `oneplusx load` and `oneplusx serve` make what it needs.",
    "此图中还没有 oneplusx 的内容：`oneplusx load` 与 `oneplusx serve` 会建立所需内容。",
)
# Chinese characters take two columns.
_LABELS = {
    "address": "地址      ",
    "server": "服务器    ",
    "release": "发布      ",
    "revision": "修订号    ",
    "missing": "缺少      ",
    "extra": "多余      ",
    "failed": "失效      ",
    "migrations": "迁移      ",
    "data": "数据      ",
    "covers": "覆盖关系  ",
}


@dataclass(frozen=True, slots=True)
class State:
    """What a graph holds of ours."""

    address: str
    agent: str
    releases: list[CurrentRelease]
    revision: int
    drift: constraints.Drift
    applied: set[int]
    covers: cover_links.Disagreement
    shortfalls: list[Shortfall] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether no one has loaded, served or restored here."""
        has_any = self.releases or self.applied or self.drift.extra or self.drift.failed
        return not has_any and len(self.drift.missing) == len(constraints.wanted())

    @property
    def pending(self) -> list[str]:
        """The numbers of the migrations that the next start applies."""
        return [str(each.number) for each in migrations.MIGRATIONS if each.number not in self.applied]

    @property
    def disagreements(self) -> list[str]:
        """What the covers say otherwise than the alignments."""
        kinds = {
            say("lacking", "缺少"): self.covers.missing,
            say("wrong", "错误"): self.covers.wrong,
            say("miscounted", "计数不符"): self.covers.miscounted,
        }
        return [f"{kind}: {', '.join(names)}" for kind, names in kinds.items() if names]

    @property
    def is_good(self) -> bool:
        """Whether everything is as this program wants it; what is too much does no harm."""
        return not (self.drift.missing or self.drift.failed or self.pending or self.disagreements or self.shortfalls)


async def read_state(database: Database) -> State:
    """Read what ``status`` shows. Writes nothing."""
    return State(
        f"{database.address.uri}, database {database.address.database}",
        await database.verify(),
        await current_releases(database.read),
        await read_revision(database),
        await constraints.drift(database),
        {each.number for each in await migrations.applied(database)},
        await cover_links.disagreement(database),
        await shortfalls(database),
    )


def lines(found: State, most: int | None = NAMES_SHOWN) -> Iterator[str]:
    """Write the state for a person, the place first; ``most``: how many names of each kind, None for all."""
    yield _line("address", found.address)
    yield _line("server", found.agent)
    if found.is_empty:
        yield say(*EMPTY_GRAPH)
        return
    none = say("none; run `oneplusx load`", "无；请运行 `oneplusx load`")
    yield _line("release", names_of(found.releases) or none)
    yield _line("revision", str(found.revision))
    yield _line("missing", _counted(found.drift.missing, most))
    yield _line("extra", _counted(found.drift.extra, most))
    yield _line("failed", _counted(found.drift.failed, most))
    applied, pending = max(found.applied, default=0), ", ".join(found.pending) or say("none", "无")
    yield _line("migrations", say(f"{applied} applied, pending: {pending}", f"已执行 {applied}，待执行：{pending}"))
    damaged = f"{say('damaged', '已损坏')}, {_counted(found.shortfalls, most)}"
    yield _line("data", damaged if found.shortfalls else say("as the releases say", "与发布一致"))
    yield _line("covers", " ".join(found.disagreements) or say("as the alignments say", "与对接一致"))


def _line(label: str, text: str) -> str:
    return f"{say(f'{label:<10}', _LABELS[label])} {text}"


def _counted(names: Sequence[object], most: int | None) -> str:
    if not names:
        return say("none", "无")
    left = len(names) - len(names[:most])
    more = say(f" and {left} more (--all)", f" 等，另有 {left} 个（--all 显示全部）") if left else ""
    return f"{len(names)}: {', '.join(map(str, names[:most]))}{more}"
