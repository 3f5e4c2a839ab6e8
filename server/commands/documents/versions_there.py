"""Which versions of a standard the graph has, for a look at its document: where no graph answers, that is said."""

from collections.abc import Iterator, Sequence

from graph.connection.database import DRIVER_ERRORS
from graph.errors import NoGraphError, OneplusxError
from interchange.standard_imports.versions_there import id_of_version, versions_there
from interchange.standards.standard_document import StandardReading
from server.commands.graph_access import with_database
from server.commands.language import say


def version_lines(reading: StandardReading) -> Iterator[str]:
    """Say whether the graph has the standard that was read. Where there is no graph yet, there is nothing to say."""
    try:
        there = with_database(lambda database: versions_there(database.read, reading))
    except NoGraphError:
        return
    except (OneplusxError, *DRIVER_ERRORS) as error:
        code = getattr(error, "code", None) or type(error).__name__
        yield say(
            f"No graph answered ({code}): whether this version is there already was not asked.",
            f"图数据库没有应答（{code}）：未能核对图中是否已有此版本。",
        )
        return
    yield from _lines(id_of_version(reading), there)


def _lines(own: str, there: Sequence[str]) -> Iterator[str]:
    if not there:
        yield say("The graph has no version of this standard.", "图中没有此标准的任何版本。")
    if own in there:
        yield say(
            f"{own} is in the graph already: `--confirm REPORT --dry-run` says what an import would change.",
            f"图中已有 {own}：用 --confirm 报告 --dry-run 查看导入将变更的内容。",
        )
    others = [each for each in there if each != own]
    if others:
        yield say(f"The graph has other versions: {', '.join(others)}.", f"图中另有版本：{'、'.join(others)}。")
