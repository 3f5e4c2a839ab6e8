"""What one line of a plan has from around its row."""

from collections.abc import Mapping
from typing import NamedTuple

from interchange.training_plans.tables.headings.plan_legends import (
    NO_CODE_LEGEND,
    NO_CORE_MARKS,
    CodeLegend,
    CoreMarks,
)


class LineContext(NamedTuple):
    """What a line has from around its row: the modules that hold it, and what the figures of terms count."""

    path: tuple[str, ...]
    module_text: str | None
    term_unit: str
    # What notes of the document say of marks, and the year in which the students enter.
    legend: Mapping[str, str] = {}
    entry_year: int | None = None
    # The choice that the cell of the nature names: a direction, or how many are chosen.
    choice: str = ""
    # Whether the column of semesters names them as 1.1 to 3.2.
    in_years: bool = False
    # What notes of the document say of marks of core courses.
    core_marks: CoreMarks = NO_CORE_MARKS
    # The title above the table, and what a text says of the nature of all of its courses.
    title: str = ""
    nature_said: str = ""
    # What a note says of a letter in the codes of courses.
    codes: CodeLegend = NO_CODE_LEGEND
    # Whether signs next to names say how courses end: no column does, and a note explains the signs.
    are_names_assessed: bool = False
