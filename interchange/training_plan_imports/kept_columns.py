"""What editors of a college said of columns: kept with what they confirm, and used for the next file of the college."""

from collections.abc import Iterable, Sequence

from analysis.training_plans.training_plan import ColumnReading, PlanReading
from graph.connection.database import Database
from graph.query.change_log import NOTHING
from graph.query.statement import Run, Writer
from graph.upkeep import editors
from graph.upkeep.column_mappings import ColumnMapping, column_mappings, keep_mappings, remove_mappings
from graph.upkeep.editors import Editor, Role
from interchange.training_plans.column_mapping import meanings_of

_EVERY_ROLE = frozenset(Role)
_SAID = frozenset({"column-by-hand", "column-by-mapping"})


async def keep_columns(writer: Writer, editor: Editor, plans: Sequence[PlanReading]) -> None:
    """Keep for the editor's college what was said of columns of the plans; what the reader found itself is not kept."""
    said = meanings_of(each for plan in plans for each in plan.columns)
    by_a_person = {each.heading for each in _columns(plans) if each.rule in _SAID}
    if editor.college is not None:
        own = {heading: meaning for heading, meaning in said.items() if heading in by_a_person}
        await keep_mappings(writer, editor.college, own, editor.name)


def _columns(plans: Sequence[PlanReading]) -> Iterable[ColumnReading]:
    return (each for plan in plans for each in plan.columns)


async def kept_columns(run: Run, token: str | None) -> list[ColumnMapping]:
    """Give what is kept for the college of a token. Raises: AccessError."""
    editor = await editors.require(run, token, _EVERY_ROLE)
    return await column_mappings(run, editor.college)


async def remove_columns(database: Database, token: str | None, headings: Sequence[str]) -> list[str]:
    """Remove what is kept of headings for the college of a token; give those that were there. Raises: AccessError."""

    async def once(writer: Writer) -> list[str]:
        editor = await editors.require(writer.run, token, _EVERY_ROLE)
        return await remove_mappings(writer, editor.college, headings)

    return await database.write(once, changes=lambda _: NOTHING)
